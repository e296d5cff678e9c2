"""The icons of the window: line drawings of our own in a box of 20 x 20, painted in any colour."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources


@cache
def _drawing(name: str) -> str:
    try:
        return resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KeyError(f"no icon {name!r}") from None


class Icons:
    """Pictures of icons, each made once for its colour, size and the screen's pixel ratio."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, int, int, float], QPixmap] = {}

    def pixmap(self, name: str, color: QColor, size: int = 20, ratio: float = 1.0) -> QPixmap:
        """The icon in a box of `size` logical pixels; raises KeyError if there is no icon of that name."""
        key = (name, color.rgba(), size, ratio)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = _render(name, color, size, ratio)
        return made

    def paint(self, painter: QPainter, box: QRectF, name: str, color: QColor) -> None:
        """Paint the icon into the box, on whole pixels of the screen."""
        ratio = painter.device().devicePixelRatioF()
        picture = self.pixmap(name, color, round(box.width()), ratio)
        left, top = round(box.left() * ratio) / ratio, round(box.top() * ratio) / ratio
        painter.drawPixmap(QPointF(left, top), picture)


def _render(name: str, color: QColor, size: int, ratio: float) -> QPixmap:
    # QtSvg paints currentColor black, so the colour has to be in the text.
    drawing = _drawing(name).replace("currentColor", color.name())
    edge = round(size * ratio)
    picture = QPixmap(edge, edge)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(color.alphaF())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
