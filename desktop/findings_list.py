"""The left side of 整改: the table of findings with its filters, and below it what could be improved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from checklists.errors import Language
from checklists.scope import ScopedItem
from desktop.appearance import Appearance
from desktop.controls.buttons import Button, Chip
from desktop.controls.navigation import FoldButton
from desktop.controls.panels import EmptyState
from desktop.due_work import State, Work, left_to_improve, work
from desktop.flow import Flow
from desktop.moments import SOON
from desktop.record_table import Column, RecordTable
from desktop.rows import Cell, Row
from desktop.tokens import LIST_ROW, MARGIN, UNIT
from desktop.translation import translate
from exports.material import Material

#: Which findings each chip shows, in the order of the chips.
FILTERS: Final[Mapping[str, Callable[[Work], bool]]] = {
    "all": lambda _one: True,
    "overdue": lambda one: one.overdue,
    "running": lambda one: one.state == "running",
    "open": lambda one: one.state == "open",
    "closed": lambda one: one.state == "closed",
}
_STATE_MARKS: Final[Mapping[State, str]] = {
    "open": "unanswered",
    "running": "partial",
    "closed": "conform",
}
_LEAST_ROWS: Final = 2
_MOST_ROWS: Final = 4
#: Pixels that the table is left before there are more than the least rows below.
_TABLE_ROOM: Final = 420
#: Widths of grade, number, owner, due date and state.
_WIDTHS: Final[Mapping[Language, tuple[int, int, int, int, int]]] = {
    "zh": (92, 60, 84, 148, 96),
    "en": (118, 56, 84, 172, 116),
}
_OWNER: Final = 3
#: What the column of the matter needs at least, and at least beside that of the owner.
_LEAST_MATTER: Final = 120
_GOOD_MATTER: Final = 160


class FindingsList(QWidget):
    """All findings, filtered by their state; and the improvements, which can be taken up."""

    #: The id of the finding that has become the current one, "" for none.
    chosen = Signal(str)
    #: The finding was opened: into its form.
    opened = Signal(str)
    #: An improvement is taken up: the item's id.
    taken_up = Signal(str)
    #: A new observation is wanted.
    added = Signal()
    #: To the next item that is not assessed.
    went_on = Signal()

    def __init__(self, appearance: Appearance, material: Material) -> None:
        super().__init__()
        self._appearance = appearance
        self._works: dict[str, Work] = {}
        self._blank = 0
        self._language = material.edition.language
        self.table = RecordTable(appearance, material.words("gaps"), _columns(material))
        self.table.sort_by(0)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self.empty = EmptyState(appearance, "flag", "")
        self.empty.pressed.connect(self._pressed)
        self.add = Button(appearance, translate("Findings", "新增观察项"), icon="plus")
        self.add.clicked.connect(self._add)
        self.chips: dict[str, Chip] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 14, UNIT * 2, 0)
        column.setSpacing(UNIT)
        column.addLayout(self._tools())
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        self._build_improvements(column, material)

    def _tools(self) -> QHBoxLayout:
        group = QButtonGroup(self)
        group.setExclusive(True)
        chips = Flow(gap=6)
        for code, word in _filter_words().items():
            chip = self.chips[code] = Chip(self._appearance, word, 0, code=code)
            group.addButton(chip)
            chips.addWidget(chip)
        self.chips["all"].setChecked(True)
        group.buttonToggled.connect(self._filtered)
        row = QHBoxLayout()
        row.addLayout(chips, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _build_improvements(self, column: QVBoxLayout, material: Material) -> None:
        words = material.words
        self.fold = FoldButton(self._appearance, "lightbulb", words("improvements"))
        self.fold.setChecked(True)
        columns = (Column("", 64), Column(""), Column("", 68))
        self.improvements = RecordTable(
            self._appearance, words("improvements"), columns, height=LIST_ROW, head=False
        )
        self.improvements.opened.connect(self.taken_up)
        self.improvements.chosen.connect(self._improvement_chosen)
        self.take_up = Button(
            self._appearance, translate("Findings", "转为整改措施"), icon="flag",
            tip=translate("Findings", "选一条改进机会，立为整改 (Enter)"),
        )  # fmt: skip
        self.take_up.clicked.connect(self._take_up)
        self._lower = QWidget()
        lower = QVBoxLayout(self._lower)
        lower.setContentsMargins(0, 0, 0, 12)
        lower.setSpacing(UNIT)
        lower.addWidget(self.improvements)
        lower.addWidget(self.take_up, 0, Qt.AlignmentFlag.AlignLeft)
        self.fold.toggled.connect(self._lower.setVisible)
        column.addWidget(self.fold)
        column.addWidget(self._lower)

    def show_material(self, material: Material, *, locked: bool) -> None:
        """Show the findings and improvements of a material."""
        found = work(material)
        self._works = {one.finding.id: one for one in found}
        for code, wanted in FILTERS.items():
            self.chips[code].set_count(sum(1 for one in found if wanted(one)))
        self.table.set_rows([_row(one, material) for one in found])
        self.add.setVisible(not locked)
        self._blank = material.figures.everything.unanswered
        self._show_empty()
        self._show_improvements(left_to_improve(material), material, locked=locked)

    def _show_empty(self) -> None:
        """Say it where there is nothing, or nothing that the filter lets through."""
        nothing = not self.table.rows()
        self.table.setVisible(not nothing)
        self.empty.setVisible(nothing)
        if self._works:
            told, button = translate("Findings", "这里一件也没有。"), translate("Findings", "显示全部")
        else:
            told, button = translate("Findings", "没有审核发现。"), ""
            if self._blank:
                told = translate("Findings", "没有审核发现。还有 {n} 项未评。").format(n=self._blank)
                button = translate("Findings", "下一未评")
        self.empty.set_content("flag", told, button)

    def _show_improvements(self, left: Sequence[ScopedItem], material: Material, *, locked: bool) -> None:
        self.improvements.set_rows([_improvement(scoped, material) for scoped in left])
        self._fit_improvements()
        self.fold.set_note(translate("Findings", "{n} 项").format(n=len(left)))
        self.fold.setVisible(bool(left))
        self._lower.setVisible(bool(left) and self.fold.isChecked())
        self.take_up.setVisible(not locked)
        self._improvement_chosen(self.improvements.current())

    def _fit_improvements(self) -> None:
        """As many improvements at once as there is room for beside the table."""
        row = self._appearance.measure(LIST_ROW)
        room = min(max((self.height() - _TABLE_ROOM) // row, _LEAST_ROWS), _MOST_ROWS)
        self.improvements.setFixedHeight(row * min(len(self.improvements.rows()), room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self._least_width(_GOOD_MATTER, _WIDTHS[self._language])
        self.table.setColumnHidden(_OWNER, self.width() < room)
        self._fit_improvements()

    def least_width(self) -> int:
        """The width in pixels below which the table is of no use; the owner gives way to the matter."""
        grade, number, _, due, state = _WIDTHS[self._language]
        return self._least_width(_LEAST_MATTER, (grade, number, due, state))

    def _least_width(self, matter: int, others: Sequence[int]) -> int:
        return self._appearance.measure(matter + sum(others)) + MARGIN + 3 * UNIT

    def work_of(self, finding: str) -> Work | None:
        """The finding of that id as it is shown."""
        return self._works.get(finding)

    def finding_at(self, where: str) -> str:
        """The finding of that id, or the first one of the item of that id; "" for none."""
        found = (
            one.finding.id for one in self._works.values() if where in {one.finding.id, one.finding.item}
        )
        return next(found, "") if where else ""

    def select(self, finding: str) -> None:
        """Make a finding the current one; a filter that hides it is given up."""
        if all(row.id != finding for row in self.table.rows()) and finding in self._works:
            self.chips["all"].setChecked(True)
        self.table.select(finding)

    def select_first(self) -> None:
        """Make the first finding the current one, if there is any."""
        rows = self.table.rows()
        if rows:
            self.table.select(rows[0].id)

    def select_improvement(self, item: str) -> None:
        """Make an improvement the current one of the lower list."""
        self.fold.setChecked(True)
        self.improvements.select(item)
        self.improvements.setFocus()

    def show_all(self) -> None:
        """Give up the filter."""
        self.chips["all"].setChecked(True)

    def _filtered(self, chip: Chip, on: bool) -> None:
        if not on:
            return
        wanted = FILTERS[chip.code]
        self.table.set_filter(lambda row: wanted(self._works[row.id]))
        self._show_empty()
        if not self.table.current():
            self.select_first()

    def _pressed(self) -> None:
        if self._works:
            self.show_all()
        else:
            self.went_on.emit()

    def _add(self) -> None:
        self.added.emit()

    def _improvement_chosen(self, item: str) -> None:
        self.take_up.allow(bool(item), translate("Findings", "先选一条改进机会。"))

    def _take_up(self) -> None:
        if item := self.improvements.current():
            self.taken_up.emit(item)


def _filter_words() -> Mapping[str, str]:
    return {
        "all": translate("Findings", "全部"),
        "overdue": translate("Findings", "逾期"),
        "running": translate("Findings", "进行中"),
        "open": translate("Findings", "未开始"),
        "closed": translate("Findings", "已关闭"),
    }


def _columns(material: Material) -> tuple[Column, ...]:
    words = material.words
    grade, number, owner, due, state = _WIDTHS[material.edition.language]
    return (
        Column(words("head-grade"), grade),
        Column(words("head-number"), number),
        Column(words("head-matter")),
        Column(words("head-owner"), owner),
        Column(words("head-due"), due),
        Column(translate("Findings", "状态"), state),
    )


def _row(one: Work, material: Material) -> Row:
    words = material.words
    severity = material.coded("severities", one.grade)
    state = _filter_words()[one.state]
    return Row(
        one.finding.id,
        (
            Cell(
                material.coded("severities", one.grade, "tag"), mark=one.grade, name=severity, key=one.order
            ),
            Cell(one.number or words("none"), whole=True),
            Cell(one.title or words("fact-missing"), main=True),
            Cell(one.owner or words("none"), tone="text2"),
            _due_cell(one, material),
            Cell(
                state,
                mark=_STATE_MARKS[one.state],
                name=state,
                key=("open", "running", "closed").index(one.state),
            ),
        ),
        muted=one.state == "closed",
    )


def _due_cell(one: Work, material: Material) -> Cell:
    if not one.due:
        return Cell(material.words("none"), tone="text2", key="")
    due = date.fromisoformat(one.due)
    text = one.due[5:] if due.year == material.today.year else one.due
    if one.late is None or one.late < -SOON:
        return Cell(text, whole=True, key=one.due, name=one.due)
    if one.overdue:
        late = translate("Findings", "逾期 {n} 天").format(n=one.late)
        return Cell(
            text, whole=True, tone="bad", bold=True, after=late, after_mark="warning/bad", after_tone="bad",
            key=one.due, name=f"{one.due} {late}",
        )  # fmt: skip
    soon = (
        translate("Findings", "{n} 天后").format(n=-one.late) if one.late else translate("Findings", "今天")
    )
    return Cell(
        text, whole=True, after=soon, after_mark="clock/part", after_tone="part", key=one.due,
        name=f"{one.due} {soon}",
    )  # fmt: skip


def _improvement(scoped: ScopedItem, material: Material) -> Row:
    status = material.answer(scoped).status
    word = material.status_word(scoped, status)
    kind = material.coded("kinds", scoped.kind)
    return Row(
        scoped.id,
        (
            Cell(scoped.number, mark=status, whole=True, name=f"{scoped.number} {word}"),
            Cell(scoped.item.guide or scoped.item.ask, main=True),
            Cell(badge=(scoped.kind, kind), name=kind),
        ),
    )
