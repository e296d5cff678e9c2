"""概况: the profile and the scope interview in steps, beside the list that grows with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from checklists.errors import UserError
from checklists.profile import Profile
from checklists.reasons import value_words
from desktop.company_form import CompanyForm
from desktop.confirm_step import ConfirmStep
from desktop.controls.buttons import Button
from desktop.controls.navigation import StepLine
from desktop.controls.panels import Separator
from desktop.controls.texts import ElidedLabel
from desktop.document import Document
from desktop.form_steps import FormSteps
from desktop.interview import (
    Effect,
    Option,
    Question,
    effect,
    put,
    questions,
    values_of,
    with_fact,
    with_field,
)
from desktop.interview_steps import DetailsStep, ProductsStep
from desktop.pages import Page, Shell
from desktop.reading_order import tab_as_read
from desktop.scope_list import count_text
from desktop.scope_panel import ScopePanel
from desktop.tokens import GAP, MARGIN, UNIT
from desktop.translation import translate

_FORM_WIDTH: Final = 568
#: Below this width only the form or the list is shown.
_BOTH: Final = 888
_COMPANY, _PRODUCTS, _DETAILS, _CONFIRM = range(4)

#: Changes a profile.
_Change = Callable[[Profile], Profile]
#: Shows a profile and the questions that are put with it.
_Show = Callable[[Profile, Mapping[str, tuple[Option, ...]]], None]


class ProfilePage(Page):
    """The form on the left, the list on the right; every answer is saved and reflected at once."""

    def __init__(self, document: Document | None, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(document, shell, parent)
        look, edition = shell.appearance, self.document.edition
        asked = [q for q in questions(edition) if q["fact"] != "region"]
        self._of_products = [q for q in asked if "multiple" in q]
        self._of_details = [q for q in asked if "multiple" not in q]
        #: How the steps that were made show a profile, and hand in what is being typed.
        self._shows: list[_Show] = []
        self._hand_in: list[Callable[[], None]] = []
        self._shown = self.document.scope
        self._said = ""
        self._take_back: _Change | None = None
        self.company = CompanyForm(look, edition)
        self.panel = ScopePanel(look, edition)
        names = (
            translate("Profile", "企业"),
            translate("Profile", "产品与角色"),
            translate("Profile", "产品情况"),
            translate("Profile", "确认"),
        )
        self.steps = StepLine(look, names, translate("Profile", "步骤"))
        self.stack = FormSteps()
        self.state = ElidedLabel(look, size=12, tone="text3")
        self.previous = Button(look, translate("Profile", "上一步"), height=36)
        self.next = Button(
            look, translate("Profile", "下一步"), role="primary", trailing="arrow-right", height=36
        )
        self.show_list = Button(
            look,
            count_text(len(self._shown.items)),
            icon="list",
            height=36,
            name=translate("Profile", "检查项清单"),
        )
        # The answer is painted before the scope is worked out.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self._refill()
        self.panel.show_scope(self._shown, Effect())
        self._show_state(self.document.state, self.document.state_text)
        self.go_to(_COMPANY, focus=False)
        if self.document.read_only:
            self.company.lock()
            self.stack.lock()

    @cached_property
    def products(self) -> ProductsStep:
        """The step of products and roles."""
        most = 3 if self.document.language == "zh" else 2
        step = ProductsStep(self.shell.appearance, self._of_products, most=most)
        self._take_in(step)
        return step

    @cached_property
    def details(self) -> DetailsStep:
        """The step of the other questions."""
        step = DetailsStep(self.shell.appearance, self._of_details, self.document.edition)
        self._take_in(step)
        return step

    @cached_property
    def confirm(self) -> ConfirmStep:
        """The last step."""
        step = ConfirmStep(self.shell.appearance, self.document.edition)
        step.wanted.connect(self.go_to_place)
        step.edited.connect(self._assessment_edited)
        self._hand_in.append(step.flush)
        if self.document.read_only:
            step.lock()
        return step

    def _take_in(self, step: ProductsStep | DetailsStep) -> None:
        profile = self.document.dossier.profile
        step.answered.connect(self._answered)
        step.show_profile(profile, put(self.document.edition, profile))
        self._shows.append(step.show_profile)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._form = QWidget()
        row.addWidget(self._form)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        steps = QHBoxLayout()
        steps.setContentsMargins(MARGIN - 6, 12, GAP, 12)
        steps.addWidget(self.steps)
        column.addLayout(steps)
        column.addWidget(Separator())
        column.addWidget(self.stack, 1)
        self.stack.add(lambda: self.company)
        self.stack.add(lambda: self.products)
        self.stack.add(lambda: self.details)
        self.stack.add(lambda: self.confirm)
        column.addWidget(Separator())
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 20, GAP, 20)
        foot.setSpacing(UNIT)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.show_list)
        foot.addWidget(self.previous)
        foot.addWidget(self.next)
        column.addLayout(foot)
        self._line = Separator(vertical=True)
        row.addWidget(self._line)
        row.addWidget(self.panel, 1)

    def _connect(self) -> None:
        self.company.edited.connect(self._edited)
        self.panel.opened.connect(lambda item: self.shell.go("questions", item))
        self.panel.taken_back.connect(self._undo_last)
        self.panel.left.connect(lambda: self._show_panel(False))
        self.show_list.clicked.connect(lambda: self._show_panel(True))
        self.steps.chosen.connect(self.go_to)
        self.previous.clicked.connect(lambda: self.go_to(self.stack.currentIndex() - 1))
        self.next.clicked.connect(self._go_on)
        self.stack.ended.connect(self._ended)
        self.document.profile_changed.connect(self._refill)
        self.document.scope_changed.connect(self._later.start)
        self._later.timeout.connect(self._show_scope)
        self.document.saving.connect(self._show_state)

    def enter(self, where: str = "") -> None:
        if where:
            self.go_to_place(where)
        elif not self.stack.isAncestorOf(QApplication.focusWidget() or self):
            self._focus_first()

    def leave(self) -> None:
        self.company.flush()
        for hand_in in self._hand_in:
            hand_in()

    def filter_field(self) -> QWidget | None:
        return self.panel.filter if self.panel.isVisible() else None

    def panes(self) -> tuple[QWidget, ...]:
        return (self._form, self.panel)

    def go_to(self, step: int, *, focus: bool = True) -> None:
        """Show a step of the form."""
        self.leave()
        self._show_panel(False)
        if self.stack.show_step(step):
            # Made later than the buttons that are read after it.
            tab_as_read(self.steps, self.stack)
        self._show_steps()
        last = step == _CONFIRM
        if last:
            self._show_confirm()
        self.previous.allow(step > _COMPANY, translate("Profile", "这是第一步"))
        self.next.setText(translate("Profile", "开始检查") if last else translate("Profile", "下一步"))
        self.next.setAccessibleName(self.next.text())
        self.next.updateGeometry()
        if focus:
            self._focus_first()

    def go_to_place(self, where: str) -> None:
        """Show the step that a field of the profile or a fact stands on, with the focus there."""
        field = {"size": "staff"}.get(where, where)
        if field in _facts(self._of_products):
            self.go_to(_PRODUCTS)
            self.products.question(field).tiles[0].setFocus()
        elif field in _facts(self._of_details):
            self.go_to(_DETAILS)
            question = self.details.question(field)
            question.focus()
            self.stack.reveal(question)
        else:
            self.go_to(_COMPANY)
            self.company.focus_on(field)

    def _go_on(self) -> None:
        step = self.stack.currentIndex()
        if step == _CONFIRM:
            self.leave()
            self.shell.go("questions")
        else:
            self.go_to(step + 1)

    def _ended(self) -> None:
        """Enter on the last field of a step."""
        if self.stack.currentIndex() == _CONFIRM:
            self.next.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._go_on()

    def _focus_first(self) -> None:
        if not self.stack.focus_first():
            self.next.setFocus(Qt.FocusReason.TabFocusReason)

    def _edited(self, name: str, value: str) -> None:
        """A field of the company form."""
        former = getattr(self.document.dossier.profile, name)
        self._said = self._words_of_field(name, value)
        self._take_back = lambda profile: with_field(profile, name, former)
        self._set(lambda profile: with_field(profile, name, value))

    def _answered(self, fact: str, values: tuple[str, ...]) -> None:
        """An answer of the interview."""
        former = values_of(self.document.dossier.profile, fact)
        self._said = self._words_of_answer(fact, former, values)
        self._take_back = lambda profile: with_fact(profile, fact, former)
        self._set(lambda profile: with_fact(profile, fact, values))

    def _assessment_edited(self, name: str, value: str) -> None:
        self._said = self.confirm.selection.currentText() if name == "selection" else ""
        self._take_back = None
        try:
            self.document.update_assessment(**{name: value})
        except UserError as error:
            self.shell.fail(error)

    def _set(self, change: _Change) -> None:
        try:
            self.document.set_profile(change(self.document.dossier.profile))
        except UserError as error:
            self.shell.fail(error)
            self._refill()

    def _undo_last(self) -> None:
        change, self._take_back, self._said = self._take_back, None, ""
        if change is not None:
            self._set(change)

    def _words_of_field(self, name: str, value: str) -> str:
        """What to call an edit that may change what applies; "" for all others."""
        edition, profile = self.document.edition, with_field(self.document.dossier.profile, name, value)
        if name == "region" and value:
            return translate("Profile", "地区选“{word}”").format(
                word=value_words("region", (value,), edition)
            )
        if name in {"staff", "turnover", "trade", "size"}:
            size = profile.size_class(edition.interview)
            word = value_words("size", (size,), edition) if size else ""
            return translate("Profile", "规模算作{size}").format(size=word) if size else ""
        return ""

    def _words_of_answer(self, fact: str, former: Sequence[str], values: Sequence[str]) -> str:
        if fact in _facts(self._of_details):
            said = self.details.question(fact).words_of(values[0] if values else "")
            return translate("Profile", "答“{word}”").format(word=said)
        tiles = self.products.question(fact)
        on = [tiles.words_of(v) for v in values if v not in former]
        off = [tiles.words_of(v) for v in former if v not in values]
        told = translate("Profile", "勾选“{word}”") if on else translate("Profile", "取消“{word}”")
        between = "、" if self.document.language == "zh" else ", "
        return told.format(word=between.join(on or off))

    def _show_scope(self) -> None:
        """Show what applies now; what is said of an answer stands until another changes something."""
        before, now = self._shown, self.document.scope
        if (before.facts, before.selection) == (now.facts, now.selection):
            return
        self._shown = now
        self.show_list.setText(count_text(len(now.items)))
        said, self._said = self._said, ""
        self.panel.show_scope(now, effect(before, now), said)

    def _refill(self) -> None:
        """Show the profile as it is now, and the questions that it leaves to be asked."""
        document = self.document
        profile, edition = document.dossier.profile, document.edition
        asked = put(edition, profile)
        self.company.show_profile(profile)
        for show in self._shows:
            show(profile, asked)
        self._show_steps()
        if self.stack.currentIndex() == _CONFIRM:
            self._show_confirm()

    def _show_confirm(self) -> None:
        dossier = self.document.dossier
        self.confirm.show_state(dossier.profile, dossier.assessment, self.document.scope)

    def _show_steps(self) -> None:
        profile = self.document.dossier.profile
        asked = put(self.document.edition, profile)
        done = {
            _COMPANY: not profile.missing() and bool(profile.size_class(self.document.edition.interview)),
            _PRODUCTS: all(values_of(profile, fact) for fact in _facts(self._of_products)),
            _DETAILS: all(values_of(profile, fact) for fact in _facts(self._of_details) if fact in asked),
        }
        self.steps.set_current(
            self.stack.currentIndex(), {step for step, complete in done.items() if complete}
        )

    def _show_state(self, _state: str, text: str) -> None:
        self.state.set_text(text)

    def _show_panel(self, wanted: bool) -> None:
        """Where both don't fit, show the list or the form."""
        narrow = self.width() < _BOTH
        # Never both at once, not even for a moment: the window would grow to hold them.
        for part, shown in sorted(
            ((self.panel, wanted or not narrow), (self._form, not wanted or not narrow)), key=lambda p: p[1]
        ):
            part.setVisible(shown)
        self._line.setVisible(not narrow)
        self.show_list.setVisible(narrow)
        self.panel.set_narrow(narrow)
        if narrow and wanted:
            self.panel.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _BOTH
        width = min(_FORM_WIDTH, round(self.width() * 0.47)) if wide else self.width()
        self._form.setFixedWidth(width)
        self._show_panel(not wide and self.panel.isVisible() and not self._form.isVisible())


def _facts(asked: Sequence[Question]) -> list[str]:
    """The facts that questions ask for."""
    return [question["fact"] for question in asked]
