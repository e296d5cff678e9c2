"""The brand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.appearance import Appearance
from desktop.controls.buttons import paint_frame
from desktop.tokens import RADIUS_CARD


class Seal(QWidget):
    """The brand: a word in a square of seal red."""

    def __init__(self, appearance: Appearance, word: str, size: int = 48) -> None:
        super().__init__()
        self._appearance, self._word = appearance, word
        self.setFixedSize(size, size)
        self.setAccessibleName(word)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_frame(painter, box, RADIUS_CARD, self._appearance.token("seal"), None)
        font = self._appearance.font(20, bold=True)
        # The brand keeps its size whatever the text has.
        font.setPixelSize(round(self.width() * 0.82 / max(len(self._word), 1)))
        painter.setFont(font)
        painter.setPen(self._appearance.token("onSeal"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._word)
