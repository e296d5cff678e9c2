"""Boxes to tick and choices to make: check box, radio button, tile, list to choose from."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.appearance import Appearance
from desktop.controls.buttons import paint_frame
from desktop.tokens import RADIUS, RADIUS_BADGE, Token

_BOX: Final = 18
_GAP: Final = 8
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_OPTION: Final = Qt.ItemDataRole.UserRole


def _box_colours(button: QAbstractButton, appearance: Appearance, on: bool) -> tuple[QColor, QColor]:
    """Ground and border of a box to tick in its present state."""
    token = appearance.token
    if not button.isEnabled():
        return token("na") if on else token("sunken"), token("na" if on else "grid")
    if on:
        strong: Token = "accentHover" if button.underMouse() else "accent"
        return token(strong), token(strong)
    ground: Token = "pressed" if button.isDown() else "hover" if button.underMouse() else "surface"
    return token(ground), token("control")


def _paint_word(
    painter: QPainter, button: QAbstractButton, appearance: Appearance, left: float, *, bold: bool = False
) -> None:
    metrics = appearance.metrics(14, bold=bold)
    room = button.width() - left - 4
    text = button.text()
    if metrics.horizontalAdvance(text) > room + 1:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.setFont(appearance.font(14, bold=bold))
    painter.setPen(appearance.token("text" if button.isEnabled() else "text3"))
    painter.drawText(QRectF(left, 0, room + 4, button.height()), _LEFT, text)


class CheckBox(QCheckBox):
    """A box to tick, with its word."""

    def __init__(self, appearance: Appearance, text: str, *, name: str = "", code: str = "") -> None:
        super().__init__(text)
        self.code = code
        self._appearance = appearance
        self.setAccessibleName(name or text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        word = math.ceil(self._appearance.metrics(14).horizontalAdvance(self.text()))
        return QSize(word + _BOX + _GAP + 10, self._appearance.measure(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(_BOX + 4 * _GAP, self._appearance.measure(28))

    def hitButton(self, _position: object) -> bool:
        return True

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_box(painter, 4)
        _paint_word(painter, self, self._appearance, _BOX + _GAP + 4)
        if self.hasFocus():
            colour = self._appearance.token("accent")
            paint_frame(painter, QRectF(self.rect()), RADIUS, None, colour, 2)

    def _paint_box(self, painter: QPainter, left: float) -> None:
        on = self.isChecked()
        box = QRectF(left, (self.height() - _BOX) / 2, _BOX, _BOX)
        ground, border = _box_colours(self, self._appearance, on)
        paint_frame(painter, box, RADIUS_BADGE, ground, border)
        if on:
            pen = QPen(self._appearance.token("onAccent" if self.isEnabled() else "surface"), 1.7)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            corner = box.topLeft()
            tick = [QPointF(4.5, 9.3), QPointF(7.7, 12.4), QPointF(13.5, 6)]
            painter.drawPolyline([corner + point for point in tick])


class Tile(CheckBox):
    """A check box in a frame, for products and roles: its whole ground is to click."""

    def sizeHint(self) -> QSize:
        word = math.ceil(self._appearance.metrics(14, bold=True).horizontalAdvance(self.text()))
        return QSize(word + _BOX + 3 * _GAP, self._appearance.measure(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(_BOX + 6 * _GAP, self._appearance.measure(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        token, on = self._appearance.token, self.isChecked()
        ground: Token = "surface" if self.isEnabled() else "sunken"
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            ground = "pressed" if self.isDown() else "hover"
        if on and self.isEnabled() and not self.isDown():
            ground = "accentTint"
        strong = self.isEnabled() and (on or self.hasFocus())
        border = token("accent" if strong else "grid")
        box = QRectF(self.rect())
        paint_frame(painter, box, RADIUS, token(ground), border, 2 if strong else 1)
        if on and self.hasFocus():
            paint_frame(painter, box.adjusted(3, 3, -3, -3), RADIUS_BADGE, None, token("accent"), 1)
        self._paint_box(painter, _GAP)
        _paint_word(painter, self, self._appearance, _BOX + 2 * _GAP, bold=on)


class RadioButton(QRadioButton):
    """One of a few answers that exclude each other."""

    def __init__(self, appearance: Appearance, text: str, *, code: str = "") -> None:
        super().__init__(text)
        self.code = code
        self._appearance = appearance
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        word = math.ceil(self._appearance.metrics(14).horizontalAdvance(self.text()))
        return QSize(word + _BOX + _GAP + 10, self._appearance.measure(28))

    def hitButton(self, _position: object) -> bool:
        return True

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        circle = QRectF(4, (self.height() - _BOX) / 2, _BOX, _BOX)
        ground, border = _box_colours(self, self._appearance, on)
        paint_frame(painter, circle, _BOX / 2, ground, border)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._appearance.token("surface"))
            painter.drawEllipse(circle.center(), 3.5, 3.5)
        _paint_word(painter, self, self._appearance, _BOX + _GAP + 4)
        if self.hasFocus():
            colour = self._appearance.token("accent")
            paint_frame(painter, QRectF(self.rect()), RADIUS, None, colour, 2)


class _OptionDelegate(QStyledItemDelegate):
    """The rows of an open list to choose from."""

    def __init__(self, appearance: Appearance, parent: QComboBox) -> None:
        super().__init__(parent)
        self._appearance, self._choice = appearance, parent

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        word = self._appearance.metrics(14).horizontalAdvance(str(index.data()))
        return QSize(math.ceil(word) + 44, self._appearance.measure(32))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box = QRectF(option.rect)
        state = option.state
        current = index.row() == self._choice.currentIndex()
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            paint_frame(painter, box, RADIUS_BADGE, self._appearance.token("hover"), None)
        painter.setFont(self._appearance.font(14, bold=current))
        painter.setPen(self._appearance.token("text"))
        metrics = self._appearance.metrics(14, bold=current)
        room = box.adjusted(8, 0, -28, 0)
        word = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, word)
        if current:
            tick = QRectF(box.right() - 24, box.center().y() - 8, 16, 16)
            self._appearance.icons.paint(painter, tick, "check", self._appearance.token("accent"))


class Choice(QComboBox):
    """A list to choose one of: codes with their words."""

    #: The code that the user has chosen.
    chosen = Signal(str)

    def __init__(
        self, appearance: Appearance, name: str, options: Sequence[tuple[str, str]] = (), *, width: int = 0
    ) -> None:
        """`options` are codes with their words; `width` fixes the width in pixels."""
        super().__init__()
        self._appearance = appearance
        self._error = False
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # The wheel over a form must scroll the form, not change what was chosen.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(_OptionDelegate(appearance, self))
        self.setMaxVisibleItems(12)
        if width:
            self.setFixedWidth(width)
        self.set_options(options)
        self.activated.connect(lambda _index: self.chosen.emit(self.code()))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other codes with their words; the chosen one stays if it is still there."""
        kept = self.code()
        self.clear()
        for code, word in options:
            self.addItem(word, code)
        self.choose(kept)
        self.updateGeometry()

    def code(self) -> str:
        """The code that is chosen, "" for none."""
        return str(self.currentData() or "")

    def choose(self, code: str) -> None:
        """Choose a code without telling anybody; nothing is chosen if it is not offered."""
        self.setCurrentIndex(self.findData(code))
        self.update()

    def set_error(self, error: bool) -> None:
        """Mark the choice as wrong, or no longer."""
        self._error = error
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        metrics = self._appearance.metrics(14)
        words = [metrics.horizontalAdvance(self.itemText(row)) for row in range(self.count())]
        return QSize(math.ceil(max(words, default=48)) + 44, self._appearance.measure(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._appearance.measure(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        token, on = self._appearance.token, self.isEnabled()
        ground: Token = "sunken" if not on else "hover" if self.underMouse() else "surface"
        border: Token = "bad" if self._error else "accent" if self.hasFocus() else "control"
        width = 2 if self.hasFocus() else 1
        box = QRectF(self.rect())
        paint_frame(painter, box, RADIUS, token(ground), token(border if on else "grid"), width)
        chevron = QRectF(box.right() - 24, box.center().y() - 8, 16, 16)
        self._appearance.icons.paint(painter, chevron, "chevron-down", token("text2" if on else "text3"))
        room = box.adjusted(10, 0, -28, 0)
        metrics = self._appearance.metrics(14)
        shown = self.currentText() or self.placeholderText()
        word = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(self._appearance.font(14))
        painter.setPen(token("text" if on and self.currentText() else "text3"))
        painter.drawText(room, _LEFT, word)
