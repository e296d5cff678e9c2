"""A field for a day that may be left empty; shown and typed as 2026-12-05."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QDate, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QSizePolicy

from desktop.appearance import Appearance
from desktop.controls.buttons import Cross, paint_frame
from desktop.open_document import local_today
from desktop.tokens import RADIUS, Token
from desktop.translation import translate

_FORMAT: Final = "yyyy-MM-dd"
#: The day that stands for none: Qt's field always has one.
_NONE: Final = QDate(1999, 12, 31)
_ICON: Final = 16
#: Qt takes an empty special text for none.
_BLANK: Final = " "
_STEPS: Final = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class DateField(QDateEdit):
    """A day or none. Typing, the arrows and the calendar set it, Delete empties it."""

    #: The user has given another day (ISO text) or emptied the field ("").
    given = Signal(str)

    def __init__(self, appearance: Appearance, name: str, *, width: int = 148) -> None:
        """`name` is the accessible name."""
        super().__init__()
        self._appearance = appearance
        self._shown = ""
        self._error = False
        self.setAccessibleName(name)
        self.setToolTip(translate("Dates", "年-月-日，例如 2026-12-05；Delete 清空"))
        self.setFixedWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setDisplayFormat(_FORMAT)
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)
        self.setMinimumDate(_NONE)
        self.setSpecialValueText(_BLANK)
        self.setDate(_NONE)
        name, tip = translate("Dates", "清空"), translate("Dates", "清空 (Delete)")
        self._clear = Cross(appearance, self, name, tip=tip, edge=20)
        self._clear.clicked.connect(self._empty)
        self.calendarWidget().installEventFilter(self)
        self.dateChanged.connect(self._changed)
        self.editingFinished.connect(self._changed)
        appearance.changed.connect(self.updateGeometry)
        self.show_day("")

    def show_day(self, iso: str) -> None:
        """Show a day, or none for ""; nobody is told."""
        self._shown = iso
        self.setDate(QDate.fromString(iso, _FORMAT) if iso else _NONE)
        self._clear.setVisible(bool(iso))

    def day(self) -> str:
        """The day as ISO text, "" for none."""
        return "" if self.date() == _NONE else self.date().toString(_FORMAT)

    def set_error(self, error: bool) -> None:
        """Mark the day as wrong, or no longer."""
        self._error = error
        self.update()

    def _changed(self) -> None:
        if self.day() != self._shown:
            self._shown = self.day()
            self._clear.setVisible(bool(self._shown))
            self.given.emit(self._shown)

    def _empty(self) -> None:
        self.setDate(_NONE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.day() or self.isReadOnly():
            if event.key() == Qt.Key.Key_Delete and not self.isReadOnly():
                self._empty()
            else:
                super().keyPressEvent(event)
        elif event.key() in _STEPS:
            self.setDate(_today())
        else:
            if event.text().isdigit():
                self._begin_today()
            super().keyPressEvent(event)

    def _begin_today(self) -> None:
        """Begin with today, so that what is typed changes a day near to the one meant."""
        self.blockSignals(True)
        self.setDate(_today())
        self.blockSignals(False)
        self.setSelectedSection(QDateEdit.Section.YearSection)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and not self.day():
            self.calendarWidget().setCurrentPage(_today().year(), _today().month())
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self._appearance.measure(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lineEdit().setGeometry(8, 2, self.width() - 56, self.height() - 4)
        self._clear.move(self.width() - 48, (self.height() - 20) // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        token = self._appearance.token
        border: Token = "bad" if self._error else "accent" if self.hasFocus() else "control"
        locked = self.isReadOnly() or not self.isEnabled()
        if locked:
            border = "grid"
        width = 2 if self.hasFocus() and not locked else 1
        ground: Token = "sunken" if locked else "surface"
        paint_frame(painter, QRectF(self.rect()), RADIUS, token(ground), token(border), width)
        box = QRectF(self.width() - 25, (self.height() - _ICON) / 2, _ICON, _ICON)
        self._appearance.icons.paint(painter, box, "calendar", token("text2" if not locked else "text3"))


def _today() -> QDate:
    today = local_today()
    return QDate(today.year, today.month, today.day)
