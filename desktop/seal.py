"""The brand: a word in a square of seal red, on pages and as the icon of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.appearance import Appearance
from desktop.controls.buttons import paint_frame
from desktop.tokens import RADIUS_CARD

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

#: The sizes in pixels that title bars, task bars and switchers of the usual desktops ask for.
_ICON_SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 128, 256)
#: The size of a square whose corners are as round as those of a card.
_USUAL: Final = 48


class Seal(QWidget):
    """The brand on a page."""

    def __init__(self, appearance: Appearance, word: str, size: int = _USUAL) -> None:
        super().__init__()
        self._appearance, self._word = appearance, word
        self.setFixedSize(size, size)
        self.setAccessibleName(word)

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint(QPainter(self), self.width(), self._word, RADIUS_CARD, self._appearance)


def seal_icon(appearance: Appearance) -> QIcon:
    """The brand as the icon of the program."""
    from PySide6.QtGui import QIcon  # its class knows 150 names, which no page asks for

    icon = QIcon()
    for edge in _ICON_SIZES:
        picture = QPixmap(edge, edge)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        _paint(painter, edge, "质", RADIUS_CARD * edge / _USUAL, appearance)
        painter.end()
        icon.addPixmap(picture)
    return icon


def _paint(painter: QPainter, edge: int, word: str, radius: float, appearance: Appearance) -> None:
    box = QRectF(0, 0, edge, edge)
    paint_frame(painter, box, radius, appearance.token("seal"), None)
    font = appearance.font(20, bold=True)
    # The brand keeps its size whatever the text has.
    font.setPixelSize(round(edge * 0.82 / max(len(word), 1)))
    painter.setFont(font)
    painter.setPen(appearance.token("onSeal"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
