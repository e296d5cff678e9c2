"""整改: the findings and what is done about them, from the cause to the verification."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from checklists.errors import UserError
from desktop import ahead
from desktop.controls.buttons import Button
from desktop.controls.panels import Ground, Separator
from desktop.controls.texts import WrappedText
from desktop.document import Document
from desktop.due_work import Work
from desktop.finding_form import FindingForm, ObservationForm
from desktop.findings_list import FindingsList
from desktop.pages import Page, Shell
from desktop.translation import translate

#: Widths of the form at the normal font size, the greater from this width of the page on.
_DETAIL: Final = 424
_NARROW_DETAIL: Final = 376
_ROOMY: Final = 1150
#: What the right side shows.
_BLANK, _FORM, _OBSERVATION = range(3)


class FindingsPage(Page):
    """A table of the findings with their form beside it; every change is saved at once."""

    def __init__(self, document: Document | None, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(document, shell, parent)
        self._current = ""
        self._stale = True
        material = self.document.material
        self.list = FindingsList(shell.appearance, material)
        self.form = FindingForm(shell.appearance, material)
        self.observation = ObservationForm(shell.appearance, material)
        self.nothing = WrappedText(
            shell.appearance,
            translate("Findings", "选一件审核发现，在这里写原因、措施和验证。"),
            tone="text3",
        )
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._line, self._detail = Separator(vertical=True), Ground("sunken")
        for part, share in ((self.list, 1), (self._line, 0), (self._detail, 0)):
            self._sides.addWidget(part, share)
        self._build_detail()
        self.setAccessibleName(translate("Findings", "整改"))
        self._connect()
        self._show()

    def _build_detail(self) -> None:
        self._detail.setAccessibleName(self.document.material.words("actions"))
        outer = QVBoxLayout(self._detail)
        outer.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)
        blank, whole, observing = QWidget(), QWidget(), _scroll_area()
        for page in (blank, whole, observing):
            self._stack.addWidget(page)
        observing.setWidget(self.observation)
        blank_column = QVBoxLayout(blank)
        blank_column.setContentsMargins(16, 16, 16, 16)
        blank_column.addWidget(self.nothing)
        blank_column.addStretch(1)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._scroll = _scroll_area()
        column.addWidget(self._scroll, 1)
        column.addWidget(Separator())
        column.addLayout(self._build_foot())
        self._scroll.setWidget(self.form)

    def _build_foot(self) -> QHBoxLayout:
        look = self.shell.appearance
        self.close_button = Button(look, height=36, role="primary")
        self.remove_button = Button(
            look, translate("Findings", "删除"), role="quiet", icon="trash", height=36
        )
        self.why = WrappedText(look, size=12, tone="text3")
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 10)
        foot.addWidget(self.remove_button)
        foot.addWidget(self.why, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.close_button)
        return foot

    def _connect(self) -> None:
        document = self.document
        for changed in (document.findings_changed, document.figures_changed, document.scope_changed):
            changed.connect(self._changed)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._into_form)
        self.list.taken_up.connect(self._take_up)
        self.list.added.connect(self._begin_observation)
        self.list.went_on.connect(self._next_open)
        self.form.head.followed.connect(self._to_item)
        self.form.edited.connect(self._edit)
        self.form.action_edited.connect(self._edit_action)
        self.form.action_closed.connect(self._close_action)
        self.form.action_removed.connect(self._remove_action)
        self.observation.made.connect(self._observe)
        self.observation.cancelled.connect(self._no_observation)
        self.close_button.clicked.connect(self._close_clicked)
        self.remove_button.clicked.connect(self._remove_clicked)

    def enter(self, where: str = "") -> None:
        """Show a finding by its id or its item's, or an item of the list of improvements."""
        if self._stale:
            self._show()
        finding = self.list.finding_at(where)
        if where and not finding:
            self.list.select_improvement(where)
            return
        if finding:
            self.list.select(finding)
        if not self._current:
            self.list.select_first()
        self.list.table.setFocus()

    def leave(self) -> None:
        """Save what is being typed."""
        self.form.hand_in()

    def panes(self) -> tuple[QWidget, ...]:
        """The table, the improvements, the form."""
        return (self.list.table, self.list.improvements, self._detail)

    @property
    def current(self) -> Work | None:
        """The finding whose form is shown."""
        return self.list.work_of(self._current)

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        """Show everything as it is now."""
        self._stale = False
        locked = self.document.read_only
        self.list.show_material(self.document.material, locked=locked)
        if not self.list.work_of(self._current):
            self._current = self._written(self._current)
            self.list.select(self._current)
        self._show_form()

    def _written(self, finding: str) -> str:
        """The id that a finding has got when it was written, "" where it is gone."""
        item = ahead.item_of_new(finding)
        found = self.document.dossier.finding_of(item) if item else None
        return found.id if found else ""

    def _show_form(self) -> None:
        if self._stack.currentIndex() == _OBSERVATION:
            return
        one, material = self.current, self.document.material
        self._stack.setCurrentIndex(_FORM if one else _BLANK)
        if one is None:
            return
        locked = self.document.read_only
        self.form.show_work(one, material, locked=locked)
        closed = one.state == "closed"
        why = "" if closed else _missing_to_close(one)
        self.close_button.setText(
            translate("Findings", "重新打开") if closed else translate("Findings", "关闭这一项")
        )
        self.close_button.setAccessibleName(self.close_button.text())
        self.close_button.set_role("normal" if closed else "primary")
        self.close_button.allow(not why, why)
        self.why.set_text(why)
        by_hand = one.finding.opened_as in {"observation", "improvement"}
        self.remove_button.setVisible(by_hand and not closed and not locked)
        self.close_button.setVisible(not locked)

    def _choose(self, finding: str) -> None:
        if finding and finding != self._current:
            self.form.hand_in()
            self._current = finding
            self._stack.setCurrentIndex(_FORM)
            self._scroll.verticalScrollBar().setValue(0)
            self._show_form()

    def _into_form(self, _finding: str) -> None:
        self.form.forms[0].field("cause").setFocus() if self.form.forms else self.form.facts.setFocus()

    def _to_item(self) -> None:
        if one := self.current:
            self.shell.go("questions", one.finding.item)

    def _next_open(self) -> None:
        material = self.document.material
        blank = (s.id for s in material.scope.items if material.answer(s).counted == "unanswered")
        self.shell.go("questions", next(blank, ""))

    def _do(self, change: Callable[[], object]) -> bool:
        """Carry out a change; whether it was accepted."""
        try:
            change()
        except UserError as error:
            self.shell.fail(error)
            return False
        return True

    def _edit(self, name: str, text: str) -> None:
        self._do(lambda: self.document.save_finding(self._current, **{name: text}))

    def _edit_action(self, action: str, name: str, text: str) -> None:
        self._do(lambda: self.document.save_action(action, self._current, **{name: text}))

    def _close_action(self, action: str, close: bool) -> None:
        day = self.document.material.today.isoformat() if close else ""
        if self._do(lambda: self.document.save_action(action, self._current, closed_on=day)) and close:
            self.shell.toast(translate("Findings", "措施已关闭"), self.document.undo)

    def _remove_action(self, action: str) -> None:
        if self._do(lambda: self.document.remove_action(action)):
            self.shell.toast(translate("Findings", "措施已删除"), self.document.undo)

    def _close_clicked(self) -> None:
        self.form.hand_in()
        one = self.current
        if one is None:
            return
        day = "" if one.finding.closed_on else self.document.material.today.isoformat()
        if self._do(lambda: self.document.save_finding(self._current, closed_on=day)) and day:
            self.shell.toast(translate("Findings", "已关闭"), self.document.undo)

    def _remove_clicked(self) -> None:
        if self._do(lambda: self.document.remove_finding(self._current)):
            self.list.select_first()
            self.shell.toast(translate("Findings", "已删除"), self.document.undo)

    def _take_up(self, item: str) -> None:
        self._open_new(lambda: self.document.take_up(item), translate("Findings", "已转为整改措施"))

    def _begin_observation(self) -> None:
        self.form.hand_in()
        self.observation.begin(self.document.material)
        self._stack.setCurrentIndex(_OBSERVATION)
        self.observation.facts.setFocus()

    def _no_observation(self) -> None:
        self._stack.setCurrentIndex(_FORM)
        self._show_form()
        self.list.table.setFocus()

    def _observe(self, item: str, facts: str) -> None:
        self._stack.setCurrentIndex(_FORM)
        self._open_new(
            lambda: self.document.new_observation(item, facts), translate("Findings", "观察项已记下")
        )

    def _open_new(self, change: Callable[[], str], told: str) -> None:
        """Make a finding and go into its form."""
        try:
            made = change()
        except UserError as error:
            self.shell.fail(error)
            return
        self.list.select(made)
        self._into_form(made)
        self.shell.toast(told, self.document.undo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        measure, width = self.shell.appearance.measure, self.width()
        beside = width >= measure(_NARROW_DETAIL) + self.list.least_width()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if beside != self._line.isVisibleTo(self):
            self.list.fold.setChecked(beside)
        if beside:
            wide = measure(_DETAIL if width >= measure(_ROOMY) else _NARROW_DETAIL)
            self._detail.setFixedWidth(wide)
        else:
            self._detail.setMinimumWidth(0)
            self._detail.setMaximumWidth(16777215)
        self._line.setVisible(beside)
        self._sides.setDirection(direction)
        self._sides.setStretch(2, 0 if beside else 1)


def _scroll_area() -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll


def _missing_to_close(one: Work) -> str:
    """What a finding lacks to be closed, in words; "" for nothing."""
    if any(not a.closed_on for a in one.actions):
        return translate("Findings", "先关闭每一条措施。")
    if not one.actions and one.grade in {"major", "minor"}:
        return translate("Findings", "先写一条措施，验证后关闭。")
    return ""
