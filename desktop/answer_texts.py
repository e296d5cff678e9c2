"""What is written about an item: the note, the proof in words, who can answer, and the internal note."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from checklists.assessment import Answer
from desktop.appearance import Appearance
from desktop.controls.fields import NoteField, TextField
from desktop.controls.navigation import FoldButton
from desktop.controls.texts import Label
from desktop.item_note import ItemNote
from desktop.tokens import UNIT
from desktop.translation import translate
from desktop.typed_text import TypedText

_NOTE: Final = 76
_NOTE_LOW: Final = 56


class AnswerTexts(QWidget):
    """The fields to write in; `typed` holds them by the name of the answer's field."""

    #: The name of the answer's field, and its text that is to be saved.
    settled = Signal(str, str)
    #: Esc was pressed, and no input method was in the middle of a word.
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.note = ItemNote(translate("Questions", "备注"), height=_NOTE)
        self.length = Label(size=12, tone="text3")
        self.proof = TextField(
            translate("Questions", "证明"), placeholder=translate("Questions", "名称、编号、存放处")
        )
        self.person = TextField(
            translate("Questions", "谁来答"), placeholder=translate("Questions", "人或部门"), width=152
        )
        self._people = QStringListModel(self)
        completer = QCompleter(self._people, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.person.setCompleter(completer)
        self.internal_block = QWidget()
        self.fold = FoldButton(appearance, "lock", translate("Questions", "内部备注"))
        self.typed: dict[str, TypedText] = {}
        self._answer = Answer("", "")
        self._locked = False
        self._lay_out()
        for name, field in (("note", self.note), ("proof_ref", self.proof), ("person", self.person)):
            self._watch(name, field)
        self.note.textChanged.connect(self._show_length)
        self.fold.toggled.connect(self._unfold)

    @cached_property
    def internal(self) -> NoteField:
        """The internal note; few are ever written."""
        field = NoteField(
            translate("Questions", "内部备注"),
            placeholder=translate("Questions", "只印在内部留存本里，交出去的报告不印"),
            height=_NOTE_LOW,
        )
        # In its place first: what is shown without a parent is a window.
        self._inner.addWidget(field)
        field.setVisible(self.fold.isChecked())
        QWidget.setTabOrder(self.fold, field)
        self._watch("internal", field)
        if self._locked:
            self._lock(field)
        return field

    def show_answer(self, answer: Answer, *, anew: bool = False) -> None:
        """Show what was written; what is being typed is left alone, but for another item (`anew`)."""
        self._answer = answer
        if anew:
            self.fold.setChecked(bool(answer.internal))
        for name, typed in self.typed.items():
            typed.show(getattr(answer, name), anew=anew)

    def take(self) -> dict[str, str]:
        """What has to be saved, by the name of the answer's field; the caller does it."""
        taken = {name: typed.take() for name, typed in self.typed.items()}
        return {name: text for name, text in taken.items() if text is not None}

    def go_to_note(self) -> None:
        """Write on at the end of the note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.note.moveCursor(QTextCursor.MoveOperation.End)

    def offer_people(self, names: Iterable[str]) -> None:
        """Offer these names while one types who can answer."""
        self._people.setStringList(sorted(set(names)))

    def ask(self, *, for_reason: bool) -> None:
        """Say what the note is for: the reason why an item is not applicable, or what was seen."""
        if self.note.isReadOnly():
            return
        self.note.setPlaceholderText(
            translate("Questions", "写明不适用的理由")
            if for_reason
            else translate("Questions", "看到了什么、差在哪里。Enter 换行，Ctrl+Enter 存下并到下一未评")
        )

    def set_locked(self, locked: bool) -> None:
        """Only show."""
        self._locked = locked
        for typed in self.typed.values():
            self._lock(typed.field)

    def set_low(self, low: bool) -> None:
        """Save height on a low screen."""
        self.note.setFixedHeight(self._appearance.measure(_NOTE_LOW if low else _NOTE))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        head = QHBoxLayout()
        title = Label(translate("Questions", "备注"), bold=True)
        title.setBuddy(self.note)
        title.setToolTip("F2")
        head.addWidget(title, 1)
        head.addWidget(self.length)
        column.addLayout(head)
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(_label(translate("Questions", "证明"), self.proof))
        row.addWidget(self.proof, 1)
        row.addSpacing(UNIT)
        row.addWidget(_label(translate("Questions", "谁来答"), self.person))
        row.addWidget(self.person)
        column.addLayout(row)
        self._inner = QVBoxLayout(self.internal_block)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(0)
        self._inner.addWidget(self.fold)

    def _watch(self, name: str, field: TextField | NoteField) -> None:
        typed = self.typed[name] = TypedText(field)
        typed.show(getattr(self._answer, name), anew=True)
        typed.settled.connect(lambda text: self.settled.emit(name, text))
        field.installEventFilter(self)

    def _lock(self, field: QLineEdit | QPlainTextEdit) -> None:
        if isinstance(field, NoteField):
            field.set_locked(self._locked)
        else:
            field.setReadOnly(self._locked)
        if self._locked:
            # What could be written there is of no use any more.
            field.setPlaceholderText(translate("Questions", "没有填写"))

    def _unfold(self, is_open: bool) -> None:
        if is_open or "internal" in self.typed:
            self.internal.setVisible(is_open)

    def _show_length(self) -> None:
        length = len(self.note.toPlainText())
        self.length.setText(translate("Questions", "{n} 字").format(n=length) if length else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and _is_escape(event):
            if not any(typed.composing for typed in self.typed.values()):
                self.left.emit()
            return True
        return super().eventFilter(watched, event)


def _label(text: str, buddy: QWidget) -> Label:
    label = Label(text, tone="text2")
    label.setBuddy(buddy)
    return label


def _is_escape(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
