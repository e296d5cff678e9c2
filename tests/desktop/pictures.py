"""Painting into a picture, and looking at what was painted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QColor, QImage, QPainter

WHITE: Final = QColor("#FFFFFF")


def painted(
    paint: Callable[[QPainter], object], width: int = 64, height: int = 64, ground: QColor = WHITE
) -> QImage:
    """What is painted on a ground of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    try:
        paint(painter)
    finally:
        # A picture that goes while it is painted on takes the process with it.
        painter.end()
    return image


def grey(image: QImage) -> bytes:
    """The picture as a grey printer would show it."""
    shades = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(shades.constBits()[: shades.sizeInBytes()])


def colours(image: QImage) -> set[str]:
    """The colours in the picture."""
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def ink_box(image: QImage, ground: QColor = WHITE) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of all that is not ground."""
    inked = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).rgb() != ground.rgb()
    ]
    return (
        min(x for x, _ in inked),
        min(y for _, y in inked),
        max(x for x, _ in inked),
        max(y for _, y in inked),
    )
