"""The reference column of 检查: what the item stems from, how to do it, what proves it, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from checklists.library import Citation, clause_of
from checklists.policy import Ask, Regulation
from checklists.reasons import reason_of
from checklists.scope import ScopedItem
from desktop.appearance import Appearance
from desktop.controls.navigation import FoldButton
from desktop.controls.panels import Ground, Separator
from desktop.controls.texts import Label, WrappedText
from desktop.reading_order import tab_as_read
from desktop.reference_cards import ClauseCard, RegulationRow
from desktop.tokens import PADDING, UNIT
from desktop.translation import translate
from exports.material import STANDING_TAGS, Material

Part = Literal["clauses", "regulations", "guide", "proof", "scope", "history"]

#: The icon of each part, in order.
ICONS: Final[dict[Part, str]] = {
    "clauses": "book",
    "regulations": "scales",
    "guide": "lightbulb",
    "proof": "shield-check",
    "scope": "info",
    "history": "history",
}
#: What is open at first.
_OPEN: Final[tuple[Part, ...]] = ("clauses", "regulations", "guide", "proof")


def part_words() -> dict[Part, str]:
    """The heading of each part."""
    return {
        "clauses": translate("Questions", "依据"),
        "regulations": translate("Questions", "法规标准"),
        "guide": translate("Questions", "怎样做"),
        "proof": translate("Questions", "应有的证据"),
        "scope": translate("Questions", "为什么要答"),
        "history": translate("Questions", "更改记录"),
    }


class _Fold(QWidget):
    """One part: a heading that opens, and what is under it."""

    def __init__(self, appearance: Appearance, icon: str, title: str) -> None:
        super().__init__()
        self.button = FoldButton(appearance, icon, title, height=40)
        self._content = QWidget()
        self._content.hide()
        self.button.toggled.connect(self._content.setVisible)
        column = QVBoxLayout(self)
        # The heading has a margin of its own, for its ground under the pointer.
        column.setContentsMargins(UNIT, 0, UNIT, 0)
        column.setSpacing(0)
        column.addWidget(self.button)
        column.addWidget(self._content)
        self._box = QVBoxLayout(self._content)
        self._box.setContentsMargins(UNIT, 0, UNIT, 10)
        self._box.setSpacing(UNIT)

    def fill(self, widgets: Sequence[QWidget], note: str | None = None) -> None:
        """Show these widgets in place of the former ones; another note only if there is one."""
        while (item := self._box.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for widget in widgets:
            self._box.addWidget(widget)
            widget.show()
        if note is not None:
            self.button.set_note(note)


class ReferencePanel(QScrollArea):
    """Everything about the item that is not its answer; what is open stays open from item to item."""

    #: The id of a clause or regulation to show in the library.
    followed = Signal(str)
    #: The history of the item is wanted: it has to be read from the file.
    history_wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The scroll bar stands on the same ground.
        self.setProperty("ground", "sunken")
        self._inside = Ground("sunken")
        self._as_of = WrappedText(appearance, size=12, tone="text2")
        self.setWidget(self._inside)

    @cached_property
    def _folds(self) -> dict[Part, _Fold]:
        """The parts, built when the first item is shown: the page is painted before."""
        words = part_words()
        folds = {part: _Fold(self._appearance, icon, words[part]) for part, icon in ICONS.items()}
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, UNIT, 0, PADDING)
        column.setSpacing(0)
        for part, fold in folds.items():
            fold.button.setChecked(part in _OPEN)
            column.addWidget(fold)
            column.addWidget(Separator())
            fold.show()  # at once: Qt shows what comes into a visible layout a turn later
        margin = QVBoxLayout()
        margin.setContentsMargins(PADDING, 10, PADDING, 0)
        margin.addWidget(self._as_of)
        column.addLayout(margin)
        column.addStretch(1)
        folds["history"].button.toggled.connect(
            lambda is_open: self.history_wanted.emit() if is_open else None
        )
        return folds

    def open(self, part: Part) -> None:
        """Open a part and bring it into sight."""
        fold = self._folds[part]
        fold.button.setChecked(True)
        self.ensureWidgetVisible(fold)

    def is_open(self, part: Part) -> bool:
        """Whether a part is open."""
        return self._folds[part].button.isChecked()

    def button(self, part: Part) -> FoldButton:
        """The heading of a part."""
        return self._folds[part].button

    def clear(self) -> None:
        """Show nothing: no item is shown."""
        self._inside.hide()
        # By itself the bar would stay as it was for the last item.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_item(self, scoped: ScopedItem, material: Material) -> None:
        """Show what there is about an item."""
        self._inside.show()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._show_clauses(scoped, material)
        self._show_regulations(scoped, material)
        item = scoped.item
        self._fill_text("guide", [item.guide], "")
        self._fill_text("proof", item.proof, translate("Questions", "{n} 类").format(n=len(item.proof)))
        self._fill_text("scope", [reason_of(scoped, material.edition)], "")
        self._as_of.set_text(
            translate("Questions", "法规信息汇编于 {date}，使用前请在官方平台核对。").format(
                date=material.edition.regulations_as_of
            )
        )
        self.show_last_change(scoped, material)
        tab_as_read(self)
        self.verticalScrollBar().setValue(0)
        if self.is_open("history"):
            self.history_wanted.emit()

    def show_last_change(self, scoped: ScopedItem, material: Material) -> None:
        """Show when the item was last changed."""
        at = material.answer(scoped).at
        self._folds["history"].button.set_note(local_time(at))
        if not at:
            self.show_history([material.words("history-none")])

    def show_history(self, lines: Sequence[str]) -> None:
        """Show the changes to the item, one line each."""
        texts = [WrappedText(self._appearance, line, size=12, tone="text2") for line in lines]
        self._folds["history"].fill(texts)

    def _show_clauses(self, scoped: ScopedItem, material: Material) -> None:
        edition = material.edition
        by_clause: dict[str, list[Ask]] = {}
        for ask in scoped.basis:
            by_clause.setdefault(clause_of(ask), []).append(edition.asks[ask])
        cards = []
        for clause, asks in by_clause.items():
            card = ClauseCard(self._appearance, edition.clauses[clause], asks, edition)
            card.link.clicked.connect(lambda _=False, where=clause: self.followed.emit(where))
            cards.append(card)
        self._folds["clauses"].fill(cards, translate("Questions", "{n} 条").format(n=len(cards)))

    def _show_regulations(self, scoped: ScopedItem, material: Material) -> None:
        rows: list[QWidget] = []
        groups = (
            (translate("Questions", "必须遵守"), scoped.demands),
            (translate("Questions", "参考"), scoped.see),
        )
        for word, citations in groups:
            if citations and scoped.see:
                rows.append(Label(word, size=12, bold=True, tone="text3"))
            rows += (self._regulation(citation, material) for citation in citations)
        count = len(scoped.demands) + len(scoped.see)
        if not rows:
            none = translate("Questions", "没有直接要求这一项的法规标准。")
            rows.append(WrappedText(self._appearance, none, tone="text2"))
        note = translate("Questions", "{n} 件").format(n=count) if count else ""
        self._folds["regulations"].fill(rows, note)

    def _regulation(self, citation: Citation, material: Material) -> RegulationRow:
        regulation = material.edition.regulations[citation.regulation]
        row = RegulationRow(self._appearance, regulation, citation.articles, _standing(regulation, material))
        row.clicked.connect(lambda _=False: self.followed.emit(row.regulation))
        return row

    def _fill_text(self, part: Part, points: Sequence[str], note: str) -> None:
        text = (
            "\n".join(f"{n}. {point}" for n, point in enumerate(points, 1)) if len(points) > 1 else points[0]
        )
        self._folds[part].fill([WrappedText(self._appearance, text, tone="text")], note)


def _standing(regulation: Regulation, material: Material) -> str:
    """The standing in the words of the report."""
    tag = STANDING_TAGS.get(regulation.standing)
    return material.words(f"standing-{tag}" if tag else "in-force")


def local_time(at: str) -> str:
    """A UTC time of the file as the time here, to the minute; "" stays empty."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M") if at else ""
