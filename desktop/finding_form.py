"""The form of one finding with its actions, and the form that begins an observation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checklists.assessment import Action
from desktop.action_form import ActionForm
from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.choices import Choice
from desktop.controls.panels import Separator
from desktop.controls.texts import Label, WrappedText
from desktop.due_work import Work
from desktop.finding_head import FindingHead, GradeRow
from desktop.growing_note import GrowingNote
from desktop.reading_order import tab_as_read
from desktop.translation import translate
from desktop.typed_text import TypedText
from exports.material import Material


class FindingForm(QWidget):
    """One finding with its actions. Every signal says what is to be saved; the page saves it."""

    #: A field of the finding and its new value.
    edited = Signal(str, str)
    #: An action's id ("" for one to be made), a field, its new value.
    action_edited = Signal(str, str, str)
    #: An action's id, and whether to close it or to open it again.
    action_closed = Signal(str, bool)
    action_removed = Signal(str)

    def __init__(self, appearance: Appearance, material: Material) -> None:
        super().__init__()
        self._appearance = appearance
        self._words = material.words
        self._shown: tuple[Work, Material, bool] | None = None
        self._more = False
        self.head = FindingHead(appearance)
        self.grades = GradeRow(appearance, material)
        self.grades.chosen.connect(self._grade_chosen)
        self.facts = GrowingNote(appearance, material.words("head-fact"))
        self._typed = TypedText(self.facts)
        self._typed.settled.connect(self._facts_settled)
        self.guide = WrappedText(appearance, tone="text2", size=12)
        self._forms: list[ActionForm] = []
        self._actions = QVBoxLayout()
        self._actions.setSpacing(12)
        self.more = Button(appearance, translate("Findings", "再加一条措施"), role="quiet", icon="plus")
        self.more.clicked.connect(self._add_action)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.grades)
        facts = QVBoxLayout()
        facts.setSpacing(4)
        facts.addWidget(Label(material.words("head-fact"), bold=True))
        facts.addWidget(self.facts)
        facts.addWidget(self.guide)
        column.addLayout(facts)
        column.addWidget(Separator())
        column.addLayout(self._actions)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    @property
    def forms(self) -> Sequence[ActionForm]:
        """The forms of the actions; the last one may be of an action that is not made yet."""
        return [form for form in self._forms if not form.isHidden()]

    def show_work(self, work: Work, material: Material, *, locked: bool) -> None:
        """Show a finding; what is being typed in the same one is left alone."""
        anew = self._shown is None or work.finding.id != self._shown[0].finding.id
        self._more = self._more and not anew
        self._shown = (work, material, locked)
        fixed = locked or work.state == "closed"
        self.head.show_work(work, material)
        self.grades.show_work(work, material, locked=fixed)
        note = material.dossier.answer(work.finding.item).note.strip()
        self.facts.set_hint(note or translate("Findings", "看到了什么：时间、地点、数量"))
        self._typed.show(work.finding.facts, anew=anew)
        self.facts.set_locked(fixed)
        guide = work.scoped.item.guide if work.scoped else ""
        between = "：" if material.edition.language == "zh" else ": "
        self.guide.set_text(material.words("head-do-first") + between + guide if guide else "")
        self.guide.setVisible(bool(guide))
        self._show_actions(work, material, anew=anew, locked=fixed)

    def _show_actions(self, work: Work, material: Material, *, anew: bool, locked: bool) -> None:
        shown = list(work.actions)
        if not shown or self._more:
            shown.append(Action("", work.finding.id))
        while len(self._forms) < len(shown):
            self._add_form()
        for form, action in zip(self._forms, shown, strict=False):
            # A form whose action has just been made goes on showing what is being typed.
            other = anew or form.action.id not in {"", action.id}
            form.show_action(action, _sum(action, material), anew=other, locked=locked)
            form.setVisible(bool(action.id) or not locked)
        for form in self._forms[len(shown) :]:
            form.hide()
        self.more.setVisible(bool(work.actions) and not self._more and not locked)

    def _add_form(self) -> None:
        form = ActionForm(self._appearance, self._words, len(self._forms) + 1)
        form.edited.connect(lambda name, text, form=form: self._action_field(form, name, text))
        form.closing.connect(lambda close, form=form: self._closing(form, close))
        form.removed.connect(lambda form=form: self._removed(form))
        self._forms.append(form)
        self._actions.addWidget(form)
        tab_as_read(self)

    def _action_field(self, form: ActionForm, name: str, text: str) -> None:
        if not form.action.id:
            self._more = False
        self.action_edited.emit(form.action.id, name, text)

    def _closing(self, form: ActionForm, close: bool) -> None:
        self.action_closed.emit(form.action.id, close)

    def _removed(self, form: ActionForm) -> None:
        self.action_removed.emit(form.action.id)

    def _grade_chosen(self, grade: str) -> None:
        self.edited.emit("grade", grade)

    def _facts_settled(self, text: str) -> None:
        self.edited.emit("facts", text)

    def _add_action(self) -> None:
        if self._shown is not None:
            self._more = True
            self.show_work(*self._shown[:2], locked=self._shown[2])
            self.forms[-1].field("measure").setFocus()

    def hand_in(self) -> None:
        """Hand out what is being typed."""
        text = self._typed.take()
        if text is not None:
            self._facts_settled(text)
        for form in self.forms:
            form.hand_in()


def _sum(action: Action, material: Material) -> str:
    """An action in a few words: who, until when, whether it is closed."""
    parts = [action.owner.strip(), action.due]
    if action.closed_on:
        parts = [material.words("action-closed", date=action.closed_on)]
    return "·".join(p for p in parts if p)


class ObservationForm(QWidget):
    """An observation that is not made yet: of which item, and what was seen."""

    #: The item's id or "", and the facts.
    made = Signal(str, str)
    cancelled = Signal()

    def __init__(self, appearance: Appearance, material: Material) -> None:
        super().__init__()
        words = material.words
        self.item = Choice(appearance, translate("Findings", "检查项"))
        seen = translate("Findings", "看到了什么：时间、地点、数量")
        self.facts = GrowingNote(appearance, words("head-fact"), placeholder=seen, least=3)
        self.facts.textChanged.connect(self._typed)
        self.make = Button(appearance, translate("Findings", "记下观察项"), role="primary", height=36)
        self.make.clicked.connect(self._make)
        cancel = Button(appearance, translate("Findings", "不记"), height=36)
        cancel.clicked.connect(self._cancel)
        foot = QHBoxLayout()
        foot.addWidget(self.make)
        foot.addWidget(cancel)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(Label(translate("Findings", "新增观察项"), size=16, bold=True))
        told = translate("Findings", "看到了问题，但还谈不上不符合；不影响符合率。")
        column.addWidget(WrappedText(appearance, told, tone="text2"))
        column.addSpacing(4)
        column.addWidget(Label(translate("Findings", "检查项"), bold=True))
        column.addWidget(self.item)
        column.addWidget(Label(words("head-fact"), bold=True))
        column.addWidget(self.facts)
        column.addLayout(foot)
        column.addStretch(1)
        self._typed()

    def begin(self, material: Material) -> None:
        """Begin anew."""
        items = [(s.id, f"{s.number} {s.item.ask}") for s in material.scope.items]
        self.item.set_options([("", translate("Findings", "不属于哪一项")), *items])
        self.item.choose("")
        self.facts.clear()

    def _typed(self) -> None:
        written = bool(self.facts.toPlainText().strip())
        self.make.allow(written, translate("Findings", "先写下看到了什么。"))

    def _make(self) -> None:
        self.made.emit(self.item.code(), self.facts.toPlainText().strip())

    def _cancel(self) -> None:
        self.cancelled.emit()
