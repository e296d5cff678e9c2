"""One item, clause or regulation of the library in full, with links to all that hangs together with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checklists.policy import Ask, Clause, Regulation
from checklists.reasons import reason_of, value_words
from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.navigation import RowButton
from desktop.controls.panels import EmptyState, Separator
from desktop.controls.signs import Badge
from desktop.controls.texts import Label, WrappedText
from desktop.source_entries import kind_word, standing_word, target_line
from desktop.tokens import PADDING, UNIT
from desktop.translation import translate
from exports.sources import Bond, Cited, Sources, Stem

#: The three kinds of what the library holds.
Tab = Literal["items", "clauses", "regulations"]

#: How far the ground of a row that can be clicked reaches beyond its text.
_REACH: Final = 12
_STANDING_MARKS: Final = {
    "现行": "check/ok",
    "待实施": "clock/part",
    "即将被代替": "clock/part",
    "待核": "help/part",
}


class SourceDetail(QScrollArea):
    """Shows one thing; every link tells what it leads to."""

    #: The list and the id of what a link leads to.
    followed = Signal(str, str)
    #: The item that is to be answered.
    asked = Signal(str)
    #: Back to what was shown before.
    returned = Signal()

    def __init__(self, appearance: Appearance, sources: Sources) -> None:
        super().__init__()
        self._appearance, self._sources = appearance, sources
        self.setProperty("ground", "sunken")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("Library", "详情"))
        self._column = QVBoxLayout()
        self.show_nothing()

    def set_sources(self, sources: Sources) -> None:
        """Take what is shown next from other sources."""
        self._sources = sources

    def show_nothing(self) -> None:
        """Say what this place is for."""
        self._begin(can_return=False)
        sentence = translate("Library", "选一条，这里列出它的内容和相互的出处。")
        self._inset().addWidget(EmptyState(self._appearance, "library", sentence))
        self._finish()

    def show_item(self, name: str, *, can_return: bool) -> None:
        """Show an item: why it applies, what proves it, what it stems from, what demands it."""
        sources, placed = self._sources, self._sources.items[name]
        item, scoped = placed.item, sources.scoped(name)
        self._begin(can_return=can_return)
        kind = scoped.kind if scoped else item.kind
        badges: list[tuple[str, str]] = [(kind, kind_word(sources, kind))]
        if scoped.critical if scoped else item.critical:
            badges.append(("critical", translate("Library", "关键")))
        self._head(item.ask, badges, f"{placed.checklist.title}　{placed.section.title}　{name}")
        if scoped:
            words = {
                True: translate("Library", "适用：{reason}"),
                False: translate("Library", "不适用：{reason}"),
                None: translate("Library", "待定：{reason}"),
            }
            reason = reason_of(scoped, sources.edition)
            self._text(words[scoped.verdict.applies].format(reason=reason), tone="text2")
            if scoped.number:
                go = Button(self._appearance, translate("Library", "去检查"), icon="checklist")
                go.clicked.connect(lambda _checked=False: self.asked.emit(name))
                row = self._inset(0, 12)
                row.addWidget(go)
                row.addStretch(1)
        self._heading(translate("Library", "怎么做"))
        self._text(item.guide)
        if item.na:
            self._text(translate("Library", "可以选“不适用”：{when}").format(when=item.na), tone="text2")
        self._heading(translate("Library", "拿什么证明"))
        for proof in item.proof:
            self._text(f"· {proof}")
        self._heading(translate("Library", "出自哪些条款"), len(sources.stems[name]))
        for stem in sources.stems[name]:
            self._stem(stem)
        self._regulations(sources.cited[name])
        self._finish()

    def show_clause(self, name: str, *, can_return: bool) -> None:
        """Show a clause: its document, what it asks, and which items stem from each ask."""
        sources, clause = self._sources, self._sources.edition.clauses[name]
        document = sources.document_of(clause)
        self._begin(can_return=can_return)
        plan = ("plan", translate("Library", "规划期至 2020"))
        self._head(clause.heading or name, [plan], "　".join(p for p in (name, document.number) if p))
        self._text(document.title, tone="text2")
        issued = translate("Library", "{body}，{date} 发布").format(
            body=document.issuing_body, date=document.date
        )
        self._text(issued, tone="text2")
        if not clause.asks:
            self._text(translate("Library", "这一条没有对企业提出要求。"), tone="text3")
        else:
            words = translate("Library", "对企业的要求（用我们的话写）")
            self._heading(words, len(clause.asks))
            self._only_in_chinese()
        for ask in clause.asks:
            self._ask(ask)
        self._targets(name)
        self._finish()

    def show_regulation(self, name: str, *, can_return: bool) -> None:
        """Show a regulation: its standing and dates, its duty, and which items demand or cite it."""
        sources, regulation = self._sources, self._sources.regulation(name)
        self._begin(can_return=can_return)
        standing = (regulation.standing, standing_word(self._sources, regulation.standing))
        self._head(regulation.title, [standing, ("neutral", regulation.rank)], regulation.number)
        if regulation.original_title != regulation.title:
            self._text(regulation.original_title, tone="text2")
        for fact in self._dates(regulation):
            self._text(fact, tone="text2")
        if regulation.standing_note:
            self._text(regulation.standing_note, tone="part")
        check = translate("Library", "状态截至 {date}，使用前须到官方平台核对。")
        self._text(check.format(date=sources.edition.regulations_as_of), tone="text3", size=12)
        self._heading(translate("Library", "要求企业做到"))
        self._only_in_chinese()
        self._text(regulation.duty)
        citing = sources.citing.get(name, ())
        if not citing:
            self._text(translate("Library", "还没有检查项引用它。"), tone="text3")
        bonds: tuple[tuple[Bond, str], ...] = (
            ("demands", translate("Library", "以它为必须依据的检查项")),
            ("see", translate("Library", "供查阅的检查项")),
        )
        for bond, words in bonds:
            named = [(item, cited) for item, cited in citing if cited.bond == bond]
            if named:
                self._heading(words, len(dict.fromkeys(item for item, _ in named)))
            for item, cited in named:
                self._item(item, cited.articles)
        self._finish()

    # Parts

    def _begin(self, *, can_return: bool) -> None:
        self._content = QWidget()
        self._content.setProperty("ground", "sunken")
        self._content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(PADDING - _REACH, UNIT, PADDING - _REACH, PADDING)
        self._column.setSpacing(0)
        if can_return:
            back = Button(
                self._appearance,
                translate("Library", "返回"),
                role="quiet",
                icon="arrow-left",
                tip=translate("Library", "返回 (Alt+←)"),
            )
            back.clicked.connect(lambda _checked=False: self.returned.emit())
            self._column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)

    def _finish(self) -> None:
        self._column.addStretch(1)
        # The former content may hold the very link that was clicked.
        if (former := self.widget()) is not None:
            former.hide()
            self.takeWidget()
            former.deleteLater()
        self.setWidget(self._content)
        self.verticalScrollBar().setValue(0)

    def _inset(self, left: int = 0, above: int = UNIT) -> QHBoxLayout:
        """A new line of the content: its text begins where that of the rows to click does."""
        line = QHBoxLayout()
        line.setContentsMargins(_REACH + left, above, _REACH, 0)
        line.setSpacing(UNIT)
        self._column.addLayout(line)
        return line

    def _head(self, title: str, badges: Sequence[tuple[str, str]], caption: str) -> None:
        self._inset().addWidget(WrappedText(self._appearance, title, size=16, bold=True))
        row = self._inset()
        for code, word in badges:
            row.addWidget(Badge(self._appearance, code, word))
        row.addStretch(1)
        if caption:
            self._text(caption, tone="text3", size=12)

    def _text(
        self,
        text: str,
        *,
        tone: Literal["text", "text2", "text3", "part"] = "text",
        size: Literal[12, 14] = 14,
        left: int = 0,
    ) -> None:
        row = self._inset(left, 0 if left else UNIT)
        row.addWidget(WrappedText(self._appearance, text, tone=tone, size=size))

    def _heading(self, words: str, count: int | None = None) -> None:
        self._inset(0, PADDING).addWidget(Separator())
        row = self._inset(0, 12)
        row.addWidget(Label(words, bold=True))
        row.addStretch(1)
        if count is not None:
            row.addWidget(Label(str(count), tone="text3", size=12))

    def _only_in_chinese(self) -> None:
        if self._sources.edition.language == "en":
            self._text(translate("Library", "这一段只有中文。"), tone="text3", size=12)

    def _dates(self, regulation: Regulation) -> list[str]:
        facts = []
        if regulation.issued:
            facts.append(translate("Library", "{date} 发布").format(date=regulation.issued))
        if regulation.effective:
            facts.append(translate("Library", "{date} 起施行").format(date=regulation.effective))
        dates = "，".join(facts) if self._sources.edition.language == "zh" else ", ".join(facts)
        if not regulation.domains:
            return [dates] if dates else []
        domains = value_words("domain", sorted(regulation.domains), self._sources.edition)
        return [dates, translate("Library", "只管：{domains}").format(domains=domains)]

    def _row(self, text: str, does: Callable[[], None], *, mark: str = "", note: str = "") -> None:
        row = RowButton(self._appearance, text, mark=mark, note=note)
        row.set_tip(text)
        row.clicked.connect(lambda _checked=False: does())
        self._column.addWidget(row)

    def _item(self, name: str, note: str = "") -> None:
        number, ask = self._sources.number(name), self._sources.items[name].item.ask
        applies = self._sources.applies(name)
        mark = {"yes": "checklist/accent", "no": "not_applicable", "open": "help/part"}.get(
            applies or "", "checklist/accent"
        )
        text = f"{number}　{ask}" if number else ask
        self._row(text, lambda: self.followed.emit("items", name), mark=mark, note=note)

    def _stem(self, stem: Stem) -> None:
        clause, edition = self._sources.clause_of(stem.ask), self._sources.edition
        words = f"{clause.id}　{clause.heading}"
        self._row(words, lambda: self._go_to(clause), mark="book/accent")
        self._text(edition.asks[stem.ask].ask, tone="text2", left=28)
        if stem.origin:
            origin = translate("Library", "由“{file}”补充").format(file=stem.origin)
            self._text(origin, tone="text3", size=12, left=28)

    def _go_to(self, clause: Clause) -> None:
        self.followed.emit("clauses", clause.id)

    def _ask(self, ask: Ask) -> None:
        row = self._inset(0, 12)
        badge = Badge(self._appearance, ask.kind, kind_word(self._sources, ask.kind))
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrappedText(self._appearance, ask.ask), 1)
        covering = self._sources.covering.get(ask.id, ())
        for item in covering:
            self._item(item)
        if not covering:
            reason = self._sources.waiver(ask)
            waived = translate("Library", "不设检查项：{reason}").format(reason=reason)
            self._text(waived if reason else translate("Library", "还没有检查项"), tone="text3", size=12)
        if ask.national:
            clause = self._sources.clause_of(ask.national)
            words = translate("Library", "对应国家要求 {clause}").format(clause=clause.id)
            self._row(words, lambda: self._go_to(clause), mark="link/text2")

    def _targets(self, clause: str) -> None:
        """The figures that the clause aims at, with the sentence that they are no pass marks."""
        targets = self._sources.edition.targets.get(clause, ())
        if not targets:
            return
        self._heading(translate("Library", "目标数字"), len(targets))
        self._text(
            translate("Library", "是政府给整个地区定的目标，只作参考，不是企业的合格线。"),
            tone="text3",
            size=12,
        )
        self._only_in_chinese()
        for target in targets:
            self._text(target_line(target))

    def _regulations(self, cited: tuple[Cited, ...]) -> None:
        bonds: tuple[tuple[Bond, str], ...] = (
            ("demands", translate("Library", "必须的依据")),
            ("see", translate("Library", "供查阅")),
        )
        for bond, words in bonds:
            named = [c for c in cited if c.bond == bond]
            if named:
                self._heading(words, len(named))
            for one in named:
                self._regulation(one)

    def _regulation(self, cited: Cited) -> None:
        regulation = self._sources.regulation(cited.regulation)
        mark = _STANDING_MARKS[regulation.standing]
        name = cited.regulation
        self._row(
            regulation.title,
            lambda: self.followed.emit("regulations", name),
            mark=mark,
            note=cited.articles or regulation.number,
        )
        remarks = [] if regulation.standing == "现行" else [standing_word(self._sources, regulation.standing)]
        if cited.conditional:
            remarks.append(translate("Library", "只对部分企业"))
        if cited.origin:
            remarks.append(translate("Library", "由“{file}”补充").format(file=cited.origin))
        if remarks:
            self._text("　".join(remarks), tone="text3", size=12, left=28)
