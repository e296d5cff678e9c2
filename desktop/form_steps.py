"""The steps of a form, one shown at a time; Enter goes from field to field and from step to step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.controls.choices import Choice, RadioButton, Tile
from desktop.tokens import GAP, MARGIN


class FormSteps(QStackedWidget):
    """Steps that scroll, each made when it is first shown; its fields are gone through in their order."""

    #: Enter on the last field of the step that is shown.
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting: dict[int, Callable[[], QWidget]] = {}
        self._columns: list[QVBoxLayout] = []
        self._locked = False

    def add(self, make: Callable[[], QWidget]) -> None:
        """Add a step after the others."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._waiting[self.addWidget(area)] = make
        holder = QWidget()
        area.setWidget(holder)
        column = QVBoxLayout(holder)
        column.setContentsMargins(MARGIN, GAP, GAP, GAP)
        self._columns.append(column)

    def show_step(self, number: int) -> bool:
        """Show a step, the first being 0; whether it was made for that."""
        make = self._waiting.pop(number, None)
        if make is not None:
            step = make()
            self._columns[number].addWidget(step)
            for kind in (Tile, RadioButton):
                for button in step.findChildren(kind):
                    button.installEventFilter(self)
            if self._locked:
                self.lock()
        self.setCurrentIndex(number)
        return make is not None

    def focus_first(self) -> bool:
        """Go to the first field of the step; False where it has none."""
        fields = self._fields()
        area = self.currentWidget()
        if isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(0)
        if fields:
            fields[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(fields)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget of the step."""
        area = self.currentWidget()
        if isinstance(area, QScrollArea):
            # What was hidden until now has no place yet.
            QTimer.singleShot(0, widget, lambda: area.ensureWidgetVisible(widget, 0, 48))

    def lock(self) -> None:
        """Let nothing be chosen any more, without greying it."""
        self._locked = True
        for kind in (Tile, RadioButton, Choice):
            for widget in self.findChildren(kind):
                widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Some desktops let Enter press a button; here it moves on from every answer as from every field.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_enter(event):
            self._move_on(watched)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        if _is_enter(event) and focus is not None and self.isAncestorOf(focus):
            self._move_on(focus)
        else:
            super().keyPressEvent(event)

    def _move_on(self, now: QObject) -> None:
        """Go to the next field; the answers of one question are one field."""
        fields = self._fields()
        group = now.group() if isinstance(now, QAbstractButton) else None
        place = next((n for n, field in enumerate(fields) if field is now), -1)
        for field in fields[place + 1 :]:
            if group is None or not isinstance(field, QAbstractButton) or field.group() is not group:
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.ended.emit()

    def _fields(self) -> list[QWidget]:
        """What can be answered on this step, in reading order; Enter presses buttons, Tab goes there."""
        current = self.currentWidget()
        if current is None:
            return []
        able = Qt.FocusPolicy.TabFocus
        found = [w for w in current.findChildren(QWidget) if not isinstance(w, QPushButton)]
        return [w for w in found if w.isVisibleTo(current) and w.isEnabled() and w.focusPolicy() & able]


def _is_enter(event: QKeyEvent) -> bool:
    plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
    return plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
