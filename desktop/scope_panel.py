"""What applies, beside the interview: how many of which kind, what the last answer did, the list."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checklists.library import KINDS, Edition
from checklists.scope import Scope
from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.fields import SearchField
from desktop.controls.panels import EmptyState, Ground, Strip
from desktop.controls.signs import Badge
from desktop.controls.texts import Figure, Label, WrappedText
from desktop.interview import Effect, grouped
from desktop.scope_list import ScopeList, count_text
from desktop.tokens import GAP, UNIT
from desktop.translation import translate


class ScopePanel(Ground):
    """Shows a scope; tells which item is opened, that the last answer is taken back, the form wanted."""

    #: Another scope is shown.
    shown = Signal()
    opened = Signal(str)
    taken_back = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, edition: Edition) -> None:
        super().__init__("sunken")
        self._scope: Scope | None = None
        self._added: frozenset[str] = frozenset()
        kinds = {k["code"]: k["word"] for k in edition.scale["kinds"]}
        self._figure = Figure(appearance)
        self._counts: dict[str, Label] = {kind: Label(tone="text2") for kind in KINDS}
        self._badges = [Badge(appearance, kind, kinds[kind]) for kind in KINDS]
        self.out = Button(appearance, "", role="link")
        self.undecided = Button(appearance, "", role="link")
        self.back = Button(appearance, translate("Profile", "回到填写"), icon="arrow-left", height=36)
        self._foot = QWidget()
        self._hint = WrappedText(
            appearance,
            translate("Profile", "每答一题，清单随之增减；不适用的也列出理由。"),
            size=12,
            tone="text3",
        )
        self.strip = Strip(appearance, "ok", "")
        self.filter = SearchField(
            appearance,
            translate("Profile", "筛选清单"),
            placeholder=translate("Profile", "筛选"),
            clear_name=translate("Profile", "清除筛选"),
        )
        self.list = ScopeList(appearance, translate("Profile", "检查项清单"), kinds)
        self.empty = EmptyState(appearance, "search", "", translate("Profile", "清除筛选"))
        self._lay_out()
        self.strip.hide()
        self._foot.hide()
        self.empty.hide()
        self.out.clicked.connect(lambda: self.list.show_group("out"))
        self.undecided.clicked.connect(lambda: self.list.show_group("open"))
        self.back.clicked.connect(self.left)
        self.strip.followed.connect(self.taken_back)
        self.list.opened.connect(self.opened)
        self.filter.textChanged.connect(lambda _text: self._fill())
        self.empty.pressed.connect(self.filter.clear)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, 0)
        column.setSpacing(UNIT)
        head = QHBoxLayout()
        head.setSpacing(UNIT)
        head.addWidget(self._figure)
        head.addSpacing(UNIT + 4)
        for kind, badge in zip(KINDS, self._badges, strict=True):
            head.addWidget(badge)
            head.addWidget(self._counts[kind])
            head.addSpacing(UNIT)
        head.addStretch(1)
        head.addWidget(self.undecided)
        head.addWidget(self.out)
        column.addLayout(head)
        tools = QHBoxLayout()
        tools.setSpacing(UNIT)
        tools.addWidget(self._hint, 10, Qt.AlignmentFlag.AlignVCenter)
        tools.addWidget(self.strip, 10)
        tools.addWidget(self.filter, 6)
        column.addLayout(tools)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, UNIT, 0, GAP)
        foot.addWidget(self.back)
        foot.addStretch(1)
        column.addWidget(self._foot)

    def show_scope(self, scope: Scope, effect: Effect, said: str = "") -> None:
        """Show a scope; `said` names the answer that had this effect, "" shows none."""
        self._scope, self._added = scope, effect.added if said else frozenset()
        self.list.forget_whole()
        count = Counter(str(s.kind) for s in scope.items)
        whole = scope.selection == "full"
        word = translate("Profile", "项适用") if whole else translate("Profile", "项要查")
        self._figure.set_figure(str(len(scope.items)), word)
        for kind, label in self._counts.items():
            label.setText(str(count[kind]))
        self.out.setText(f"{translate('Profile', '不适用')} {count_text(len(scope.excluded))}")
        self.out.setAccessibleName(self.out.text())
        self.undecided.setText(f"{translate('Profile', '待定')} {count_text(len(scope.undecided))}")
        self.undecided.setAccessibleName(self.undecided.text())
        self.undecided.setVisible(bool(scope.undecided))
        self._say(effect, said)
        self._fill()
        if self._added:
            self.list.scrollToTop()
        self.shown.emit()

    def set_narrow(self, narrow: bool) -> None:
        """Offer the way back to the form, where the two don't fit beside each other."""
        self._foot.setVisible(narrow)

    def _say(self, effect: Effect, said: str) -> None:
        self.strip.setVisible(bool(said))
        self._hint.setVisible(not said)
        if not said:
            return
        added, dropped = len(effect.added), effect.dropped
        if added and dropped:
            sentence = translate("Profile", "{what}后加入 {n} 项，去掉 {m} 项")
        elif added:
            sentence = translate("Profile", "{what}后加入 {n} 项")
        elif dropped:
            sentence = translate("Profile", "{what}后去掉 {m} 项")
        else:
            sentence = translate("Profile", "{what}后清单不变")
        text = sentence.format(what=said, n=added, m=dropped)
        self.strip.set_content(
            "ok" if added else "info",
            text,
            link=translate("Profile", "撤销"),
            icon="plus" if added else "minus" if dropped else "",
        )

    def _fill(self) -> None:
        if self._scope is None:
            return
        wanted = self.filter.text()
        groups = grouped(self._scope, self._added, wanted)
        self.list.show_groups(groups, whole=bool(wanted.strip()))
        self.list.setVisible(bool(groups))
        self.empty.setVisible(not groups)
        sentence = translate("Profile", "“{text}”没有找到。").format(text=wanted.strip())
        self.empty.set_content("search", sentence, translate("Profile", "清除筛选"))
