"""Fields to write in, and the frame that gives a control its label and the result of its check."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.appearance import Appearance
from desktop.controls.buttons import Cross
from desktop.controls.signs import MarkView
from desktop.controls.texts import Label, mark_property
from desktop.marks import mark_token
from desktop.tokens import UNIT

_ICON: Final = 16


class TextField(QLineEdit):
    """A field of one line."""

    def __init__(self, name: str, text: str = "", *, placeholder: str = "", width: int = 0) -> None:
        """`name` is the accessible name; `width` fixes the width in pixels."""
        super().__init__(text)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        if width:
            self.setFixedWidth(width)

    def set_error(self, error: bool) -> None:
        """Mark what is written as wrong, or no longer."""
        mark_property(self, "error", error)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)


class NoteField(QPlainTextEdit):
    """A field of several lines; Tab goes on to the next control."""

    def __init__(self, name: str, text: str = "", *, placeholder: str = "", height: int = 76) -> None:
        super().__init__(text)
        self._composing = False
        self._pixels = height
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.set_height(height)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_height(self, height: int) -> None:
        """Take another height, in pixels at the normal font size."""
        self._pixels = height
        self.setFixedHeight(round(height * QApplication.font().pixelSize() / 14))

    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        return self._composing

    def set_error(self, error: bool) -> None:
        """Mark what is written, or missing, as wrong, or no longer."""
        mark_property(self, "error", error)

    def set_locked(self, locked: bool) -> None:
        """Make the text readable only, without greying it."""
        self.setReadOnly(locked)
        mark_property(self, "locked", locked)

    def set_dragging(self, dragging: bool) -> None:
        """Show that what is being dragged may be dropped here."""
        mark_property(self, "dragging", dragging)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.set_height(self._pixels)
        super().changeEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class SearchField(TextField):
    """A field that filters a list as one types."""

    #: The user has emptied the field with Esc or the cross.
    cleared = Signal()

    def __init__(
        self, appearance: Appearance, name: str, *, placeholder: str, clear_name: str, width: int = 0
    ) -> None:
        """`clear_name` is the word of the cross that empties the field."""
        super().__init__(name, placeholder=placeholder, width=width)
        self._appearance = appearance
        self.setProperty("search", True)
        self._clear = Cross(appearance, self, clear_name, tip=f"{clear_name} (Esc)", edge=24)
        self._clear.hide()
        self._clear.clicked.connect(self._empty)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))

    def _empty(self) -> None:
        self.clear()
        self.cleared.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._empty()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._clear.move(self.width() - 28, (self.height() - 24) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRectF(8, (self.height() - _ICON) / 2, _ICON, _ICON)
        self._appearance.icons.paint(painter, box, "search", self._appearance.token("text2"))


class Field(QWidget):
    """A control with its label left of it (or above it) and, right of it, what a check of it says."""

    def __init__(
        self,
        appearance: Appearance,
        label: str,
        control: QWidget,
        *,
        label_width: int = 104,
        above: bool = False,
        stretch: bool = True,
    ) -> None:
        """`above` is for English, whose labels are long; without `stretch` the control keeps its width."""
        super().__init__()
        self.control = control
        self._mark = MarkView(appearance, "conform", "")
        self._word = Label()
        self._result = QWidget()
        self._result.hide()
        result = QHBoxLayout(self._result)
        result.setContentsMargins(12, 0, 0, 0)
        result.setSpacing(UNIT)
        result.addWidget(self._mark)
        result.addWidget(self._word)
        self._label = Label(label, tone="text2")
        self._label.setBuddy(control)
        if not above:
            self._label.setFixedWidth(label_width)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(control, 1 if stretch else 0)
        row.addWidget(self._result)
        if not stretch:
            row.addStretch(1)
        outer = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if above else QBoxLayout.Direction.LeftToRight, self
        )
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4 if above else 0)
        outer.addWidget(self._label)
        outer.addLayout(row, 0 if above else 1)

    def show_result(self, mark: str = "", word: str = "") -> None:
        """Show what a check says, with its mark; "" shows nothing. `nonconform` marks the control too."""
        self._result.setVisible(bool(mark))
        wrong = mark == "nonconform"
        set_error = getattr(self.control, "set_error", None)
        if set_error is not None:
            set_error(wrong)
        if mark:
            self._mark.set_mark(mark, "")
            self._word.setText(word)
            self._word.set_tone(mark_token(mark))
        self.control.setAccessibleDescription(word if mark else "")
