"""What is written about an item: the note, the proof in words, who can answer, and the internal note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

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
        self.internal = NoteField(
            translate("Questions", "内部备注"),
            placeholder=translate("Questions", "只印在内部留存本里，交出去的报告不印"),
            height=_NOTE_LOW,
        )
        self.typed: Mapping[str, TypedText] = {
            "note": TypedText(self.note),
            "proof_ref": TypedText(self.proof),
            "person": TypedText(self.person),
            "internal": TypedText(self.internal),
        }
        self._lay_out()
        self.note.textChanged.connect(self._show_length)
        self.fold.toggled.connect(self.internal.setVisible)
        for typed in self.typed.values():
            typed.field.installEventFilter(self)

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
        for note in (self.note, self.internal):
            note.set_locked(locked)
        for field in (self.proof, self.person):
            field.setReadOnly(locked)
        if locked:
            # What could be written there is of no use any more.
            for empty in (self.note, self.internal, self.proof, self.person):
                empty.setPlaceholderText(translate("Questions", "没有填写"))

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
        inner = QVBoxLayout(self.internal_block)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.fold)
        inner.addWidget(self.internal)
        self.internal.hide()

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
