"""The form of one corrective action, from its cause to its verification; every field is saved by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checklists.assessment import Action
from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.fields import Field, NoteField, TextField
from desktop.controls.navigation import FoldButton
from desktop.controls.texts import WrappedText
from desktop.date_field import DateField
from desktop.growing_note import GrowingNote
from desktop.tokens import UNIT
from desktop.translation import translate
from desktop.typed_text import TypedText
from exports.words import Words

_LABEL: Final = 64
#: The fields of several lines with the keys of their words on paper.
_NOTES: Final[Mapping[str, str]] = {
    "cause": "change-cause",
    "correction": "change-correction",
    "measure": "change-action-measure",
    "progress": "change-progress",
    "verification": "change-verification",
}


def missing_to_close(action: Action) -> str:
    """What an action lacks to be closed, in words; "" for nothing."""
    if not action.measure.strip() and not action.correction.strip():
        return translate("Findings", "写明措施后才能关闭。")
    if not action.verification.strip() or not action.verified_by.strip():
        return translate("Findings", "写明验证和验证人后才能关闭。")
    if verified_by_owner(action):
        return translate("Findings", "验证人不能是负责人自己。")
    return ""


def verified_by_owner(action: Action) -> bool:
    """Whether somebody verified an action of their own."""
    who = action.verified_by.strip()
    return bool(who) and who == action.owner.strip()


class ActionForm(QWidget):
    """One action. `edited` brings a field and its value, `closing` whether to close or to open again."""

    edited = Signal(str, str)
    closing = Signal(bool)
    removed = Signal()

    def __init__(self, appearance: Appearance, words: Words, number: int) -> None:
        """`number` counts the actions of a finding from 1."""
        super().__init__()
        self._appearance, self._words = appearance, words
        self._above = words.language == "en"
        self._action = Action("", "")
        self._typed: dict[str, TypedText] = {}
        self.fold = FoldButton(appearance, "", translate("Findings", "措施 {n}").format(n=number), height=32)
        self.fold.setChecked(True)
        self._body = QWidget()
        self.fold.toggled.connect(self._body.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.fold)
        column.addWidget(self._body)
        self._build(QVBoxLayout(self._body))

    def _build(self, rows: QVBoxLayout) -> None:
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(UNIT)
        hints = _hints()
        for name in ("cause", "correction", "measure"):
            rows.addWidget(self._note(name, hints[name]))
        self.due = DateField(self._appearance, self._word("change-due"))
        self.due.given.connect(self._due_given)
        rows.addWidget(self._line("owner", "change-owner"))
        due = Field(
            self._appearance, self._word("change-due"), self.due,
            label_width=_LABEL, above=self._above, stretch=False,
        )  # fmt: skip
        rows.addWidget(due)
        for name in ("progress", "verification"):
            rows.addWidget(self._note(name, hints[name]))
        rows.addWidget(self._line("verified_by", "change-verified_by"))
        self.hint = WrappedText(self._appearance, size=12, tone="text3")
        rows.addWidget(self.hint)
        self.close_button = Button(self._appearance, translate("Findings", "关闭这条措施"), icon="check")
        self.close_button.clicked.connect(self._close_clicked)
        self.remove_button = Button(
            self._appearance, translate("Findings", "删除这条措施"), role="quiet", icon="trash"
        )
        self.remove_button.clicked.connect(self._remove_clicked)
        foot = QHBoxLayout()
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        foot.addWidget(self.remove_button)
        rows.addLayout(foot)

    def _word(self, key: str) -> str:
        return self._words(key).capitalize()

    def _note(self, name: str, hint: str) -> Field:
        field = GrowingNote(self._appearance, self._word(_NOTES[name]), placeholder=hint)
        return self._watched(name, field)

    def _line(self, name: str, key: str) -> Field:
        return self._watched(name, TextField(self._word(key)))

    def _watched(self, name: str, control: NoteField | TextField) -> Field:
        typed = TypedText(control)
        typed.settled.connect(lambda text, name=name: self.edited.emit(name, text))
        self._typed[name] = typed
        return Field(
            self._appearance, control.accessibleName(), control, label_width=_LABEL, above=self._above
        )

    def _due_given(self, iso: str) -> None:
        self.edited.emit("due", iso)

    def _close_clicked(self) -> None:
        self.hand_in()
        self.closing.emit(not self._action.closed_on)

    def _remove_clicked(self) -> None:
        self.removed.emit()

    @property
    def action(self) -> Action:
        """The action that is shown; one without an id is not made yet."""
        return self._action

    def field(self, name: str) -> NoteField | TextField:
        """The field of that name."""
        control = self._typed[name].field
        if not isinstance(control, NoteField | TextField):
            raise TypeError(name)
        return control

    def show_action(self, action: Action, note: str, *, anew: bool, locked: bool) -> None:
        """Show an action; `anew` overwrites what is being typed. `note` sums it up while it is folded."""
        self._action = action
        if anew:
            self.fold.setChecked(not action.closed_on)
        for name, typed in self._typed.items():
            typed.show(getattr(action, name), anew=anew)
        self.due.show_day(action.due)
        self.fold.set_note(note)
        self._show_state(locked=locked)

    def _show_state(self, *, locked: bool) -> None:
        action = self._action
        closed = bool(action.closed_on)
        for name in self._typed:
            control = self.field(name)
            if isinstance(control, NoteField):
                control.set_locked(closed or locked)
            else:
                control.setReadOnly(closed or locked)
        self.due.setReadOnly(closed or locked)
        wrong = verified_by_owner(action) and not closed
        self.field("verified_by").set_error(wrong)
        missing = "" if closed else missing_to_close(action)
        self.hint.set_text(self._words("action-closed", date=action.closed_on) if closed else missing)
        self.hint.set_tone("ok" if closed else "bad" if wrong else "text3")
        self.hint.setVisible(bool(self.hint.text()) and bool(action.id))
        again = translate("Findings", "重新打开这条措施")
        self.close_button.setText(again if closed else translate("Findings", "关闭这条措施"))
        self.close_button.setAccessibleName(self.close_button.text())
        self.close_button.set_icon("undo" if closed else "check")
        self.close_button.allow(not missing and not locked, missing)
        self.close_button.setVisible(bool(action.id) and not locked)
        self.remove_button.setVisible(bool(action.id) and not locked and not closed)

    def hand_in(self) -> None:
        """Hand out what is being typed."""
        for name, typed in self._typed.items():
            text = typed.take()
            if text is not None:
                self.edited.emit(name, text)


def _hints() -> Mapping[str, str]:
    return {
        "cause": translate("Findings", "为什么会这样，问到底"),
        "correction": translate("Findings", "已经出的问题当时怎样补救"),
        "measure": translate("Findings", "怎样使它不再发生"),
        "progress": translate("Findings", "做到哪一步；写了就算进行中"),
        "verification": translate("Findings", "看了什么，有没有效果"),
    }
