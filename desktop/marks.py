"""The signs for results, painted: marks of statuses and severities, badges, parts of a progress bar.

Each mark has a shape of its own, so that it is told apart without colour too. A mark is named by one string:
the code of a status or a severity, or `icon/token` for an icon in the colour of a token, such as
"clock/part".
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple, cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from desktop.appearance import Appearance
from desktop.tokens import RADIUS_BADGE, Token

#: The box in which a mark is drawn before it is scaled.
MARK: Final = 16
BADGE_HEIGHT: Final = 20
_BADGE_PADDING: Final = 6
_BADGE_STAR: Final = 10
_PART_GAP: Final = 2.0
_LEAST_PART: Final = 2.0

STATUS_TOKENS: Final[Mapping[str, Token]] = {
    "conform": "ok",
    "partial": "part",
    "nonconform": "bad",
    "not_applicable": "na",
    "unanswered": "na",
}
SEVERITY_TOKENS: Final[Mapping[str, Token]] = {
    "major": "bad",
    "minor": "part",
    "observation": "text2",
    "improvement": "text2",
}
_TINTS: Final[Mapping[Token, Token]] = {"ok": "okTint", "part": "partTint", "bad": "badTint"}
#: The order in which the parts of a progress bar stand; what is not assessed is the empty rest.
_PART_ORDER: Final = ("conform", "partial", "nonconform", "not_applicable")


class BadgeStyle(NamedTuple):
    """How a badge looks: its letters, its ground and border (if any), weight, and whether a star leads it."""

    ink: Token
    ground: Token | None = None
    border: Token | None = None
    bold: bool = False
    star: bool = False


BADGES: Final[Mapping[str, BadgeStyle]] = {
    "duty": BadgeStyle("surface", "text", bold=True),
    "expected": BadgeStyle("text", border="control"),
    "encouraged": BadgeStyle("text2", "naTint"),
    "critical": BadgeStyle("bad", "badTint", bold=True, star=True),
    "现行": BadgeStyle("ok", "okTint"),
    "待核": BadgeStyle("part", border="part"),
    "待实施": BadgeStyle("part", border="part"),
    "即将被代替": BadgeStyle("part", border="part"),
    "plan": BadgeStyle("text2", border="control"),
    "provisional": BadgeStyle("part", "partTint"),
    "neutral": BadgeStyle("text2", "naTint"),
    "done": BadgeStyle("ok", "okTint"),
    "danger": BadgeStyle("bad", "badTint"),
}

_Draw = Callable[[QPainter, QColor, QColor], None]


def _pen(color: QColor, width: float = 1.5) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _points(*xy: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in xy])


def _ring(painter: QPainter, color: QColor) -> None:
    painter.setPen(_pen(color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(8, 8), 6.75, 6.75)


def _conform(painter: QPainter, color: QColor, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(8, 8), 7.5, 7.5)
    painter.setPen(_pen(ground, 1.7))
    painter.drawPolyline(_points((4.8, 8.3), (7.1, 10.6), (11.3, 5.9)))


def _partial(painter: QPainter, color: QColor, _ground: QColor) -> None:
    _ring(painter, color)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPie(QRectF(1.25, 1.25, 13.5, 13.5), 90 * 16, 180 * 16)


def _nonconform(painter: QPainter, color: QColor, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 3, 3)
    painter.setPen(_pen(ground, 1.7))
    painter.drawLine(QPointF(5.4, 5.4), QPointF(10.6, 10.6))
    painter.drawLine(QPointF(10.6, 5.4), QPointF(5.4, 10.6))


def _not_applicable(painter: QPainter, color: QColor, _ground: QColor) -> None:
    _ring(painter, color)
    painter.drawLine(QPointF(5, 8), QPointF(11, 8))


def _unanswered(painter: QPainter, color: QColor, _ground: QColor) -> None:
    pen = QPen(color, 1.5)
    # Eight dashes round the circle, in widths of the line.
    dash = 2 * math.pi * 6.75 / 8 / 1.5
    pen.setDashPattern([dash * 0.62, dash * 0.38])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(8, 8), 6.75, 6.75)


def _major(painter: QPainter, color: QColor, ground: QColor) -> None:
    painter.setPen(_pen(color, 1.4))
    painter.setBrush(color)
    painter.drawPolygon(_points((8, 1.9), (15, 14.1), (1, 14.1)))
    painter.setPen(_pen(ground, 1.6))
    painter.drawLine(QPointF(8, 6.4), QPointF(8, 9.6))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(QPointF(8, 12), 1, 1)


def _diamond() -> QPolygonF:
    return _points((8, 2), (14, 8), (8, 14), (2, 8))


def _minor(painter: QPainter, color: QColor, _ground: QColor) -> None:
    painter.setPen(_pen(color, 1))
    painter.setBrush(color)
    painter.drawPolygon(_diamond())


def _observation(painter: QPainter, color: QColor, _ground: QColor) -> None:
    painter.setPen(_pen(color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_diamond())


def _improvement(painter: QPainter, color: QColor, _ground: QColor) -> None:
    _ring(painter, color)
    painter.drawLine(QPointF(8, 11.2), QPointF(8, 5))
    painter.drawPolyline(_points((5.4, 7.4), (8, 4.8), (10.6, 7.4)))


_DRAWINGS: Final[Mapping[str, _Draw]] = {
    "conform": _conform,
    "partial": _partial,
    "nonconform": _nonconform,
    "not_applicable": _not_applicable,
    "unanswered": _unanswered,
    "major": _major,
    "minor": _minor,
    "observation": _observation,
    "improvement": _improvement,
}


def mark_token(mark: str) -> Token:
    """The token of a mark's colour; raises KeyError for a mark that there is not."""
    if "/" in mark:
        return cast("Token", mark.partition("/")[2])
    return STATUS_TOKENS.get(mark) or SEVERITY_TOKENS[mark]


def mark_tint(mark: str) -> Token:
    """The token of the ground that goes with a mark."""
    return _TINTS.get(mark_token(mark), "naTint")


def paint_mark(
    painter: QPainter, box: QRectF, mark: str, appearance: Appearance, *, color: QColor | None = None
) -> None:
    """Paint a mark into a square box; `color` overrides its own. Raises KeyError for an unknown mark."""
    ink = color or appearance.token(mark_token(mark))
    if "/" in mark:
        appearance.icons.paint(painter, box, mark.partition("/")[0], ink)
        return
    ratio, size = painter.device().devicePixelRatioF(), round(box.width())
    key = (mark, ink.rgba(), size, ratio)
    picture = appearance.pictures.get(key)
    if picture is None:
        picture = appearance.pictures[key] = _picture(
            mark, ink, size=size, ratio=ratio, ground=appearance.token("surface")
        )
    # On whole pixels of the screen, where it is sharp.
    painter.drawPixmap(QPointF(round(box.left() * ratio) / ratio, round(box.top() * ratio) / ratio), picture)


def _picture(mark: str, ink: QColor, *, size: int, ratio: float, ground: QColor) -> QPixmap:
    edge = round(size * ratio)
    picture = QPixmap(edge, edge)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(edge / MARK, edge / MARK)
    _DRAWINGS[mark](painter, ink, ground)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def star_path(box: QRectF) -> QPainterPath:
    """The five-pointed star of a critical item."""
    middle, radius = box.center(), box.width() / 2
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.42
        angle = math.pi * (corner / 5 - 0.5)
        points.append(QPointF(middle.x() + reach * math.cos(angle), middle.y() + reach * math.sin(angle)))
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


def paint_star(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Paint the star of a critical item."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(star_path(box), color)


def badge_width(code: str, word: str, appearance: Appearance) -> float:
    """How wide the badge of that code is round a word, in logical pixels."""
    style = BADGES[code]
    width = appearance.advance(word, 12, bold=style.bold) + 2 * _BADGE_PADDING
    return math.ceil(width + (_BADGE_STAR + 4 if style.star else 0))


def paint_badge(
    painter: QPainter, left: float, middle: float, code: str, word: str, appearance: Appearance
) -> float:
    """Paint a badge with its left edge at `left`, its middle at the height `middle`; return its width."""
    style = BADGES[code]
    width, height = badge_width(code, word, appearance), appearance.measure(BADGE_HEIGHT)
    box = QRectF(round(left), round(middle - height / 2), width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(appearance.token(style.border) if style.border else Qt.PenStyle.NoPen)
    painter.setBrush(appearance.token(style.ground) if style.ground else Qt.BrushStyle.NoBrush)
    frame = box.adjusted(0.5, 0.5, -0.5, -0.5) if style.border else box
    painter.drawRoundedRect(frame, RADIUS_BADGE, RADIUS_BADGE)
    ink = appearance.token(style.ink)
    text = box.adjusted(_BADGE_PADDING, 0, -_BADGE_PADDING, 0)
    if style.star:
        top = box.center().y() - _BADGE_STAR / 2 - 0.5
        paint_star(painter, QRectF(text.left(), top, _BADGE_STAR, _BADGE_STAR), ink)
        text.setLeft(text.left() + _BADGE_STAR + 4)
    painter.setPen(ink)
    painter.setFont(appearance.font(12, bold=style.bold))
    painter.drawText(text, Qt.AlignmentFlag.AlignCenter, word)
    return width


def status_parts(counts: Mapping[str, int]) -> list[tuple[Token, float]]:
    """The parts of a progress bar from how often each status was given; what is not assessed is left out."""
    return [(STATUS_TOKENS[status], float(counts.get(status, 0))) for status in _PART_ORDER]


def paint_progress(
    painter: QPainter, box: QRectF, parts: Sequence[tuple[Token, float]], total: float, appearance: Appearance
) -> None:
    """Paint a bar of parts in the order given, with gaps between them; the rest up to `total` stays empty."""
    shown = [(token, amount) for token, amount in parts if amount > 0]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    radius = box.height() / 2
    outline.addRoundedRect(box, radius, radius)
    painter.setClipPath(outline)
    left = box.left()
    # A single part meets the rest without a gap, as a filled length does.
    gap = _PART_GAP if len(shown) > 1 else 0.0
    for token, amount in shown:
        width = max(_LEAST_PART + gap, amount / total * box.width())
        whole = left + width >= box.right() - 0.5
        part = QRectF(left, box.top(), width - (0 if whole else gap), box.height())
        fill(painter, part, appearance.token(token))
        left += width
    if left < box.right() - 0.5:
        rest = QRectF(left, box.top(), box.right() - left, box.height())
        fill(painter, rest, appearance.token("track"))
    painter.restore()


def fill(painter: QPainter, box: QRect | QRectF, color: QColor) -> None:
    """Fill a box. Qt's own `fillRect` first makes every class of gradient known, which delays the start."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(box)
