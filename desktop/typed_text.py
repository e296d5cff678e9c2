"""A text that is saved while one types: soon after the last key and on leaving, never in mid-composition."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

#: Milliseconds after the last key.
SAVE_AFTER: Final = 800


class TypedText(QObject):
    """Watches a field: `settled` brings its text when it is to be saved."""

    settled = Signal(str)

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(field)
        self.field = field
        self._shown = self.text()
        self._composing = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SAVE_AFTER)
        self.timer.timeout.connect(self._settle)
        field.textChanged.connect(self._typed)
        field.installEventFilter(self)

    def text(self) -> str:
        """What the field holds now, without what an input method is still composing."""
        field = self.field
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()

    @property
    def pending(self) -> bool:
        """Whether the field holds what was not handed out yet."""
        return self.text() != self._shown

    @property
    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        return self._composing

    def show(self, text: str, *, anew: bool = False) -> None:
        """Show a text; what is being typed is left alone, but for another item (`anew`)."""
        if not anew and (self.pending or self._composing):
            return
        self.timer.stop()
        self._shown = text
        if self.text() == text:
            return
        if isinstance(self.field, QPlainTextEdit):
            self.field.setPlainText(text)
        else:
            self.field.setText(text)
            # What does not fit is read from its beginning.
            self.field.setCursorPosition(0)

    def take(self) -> str | None:
        """The text if it has to be saved, which the caller then does; an input method is asked to finish."""
        if self._composing:
            QGuiApplication.inputMethod().commit()
        self.timer.stop()
        if not self.pending:
            return None
        self._shown = self.text()
        return self._shown

    def _typed(self) -> None:
        if self.pending:
            self.timer.start()
        else:
            self.timer.stop()

    def _settle(self) -> None:
        if self._composing:
            self.timer.start()
            return
        text = self.take()
        if text is not None:
            self.settled.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif event.type() == QEvent.Type.FocusOut:
            text = self.take()
            if text is not None:
                self.settled.emit(text)
        return super().eventFilter(watched, event)
