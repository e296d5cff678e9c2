"""The charts of the window, painted from the figures that stand on paper too: radar, bars, benchmarks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from checklists.scoring import Figures, Group, Tally, shown
from desktop.appearance import Appearance
from desktop.controls.buttons import PaintedButton, paint_frame
from desktop.marks import paint_progress, status_parts
from desktop.tokens import RADIUS, UNIT
from exports.material import half_points

#: A radar needs so many spokes with a value, as on paper; below, bars are shown.
LEAST_SPOKES: Final = 5
_LEAST_RADIUS: Final = 40.0
_MOST_RADIUS: Final = 104.0
#: From the ring to the label of a spoke.
_LABEL_GAP: Final = 8.0
_LINE: Final = 18
_BAR_ROW: Final = 28
_SPAN: Final = 20
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


def spokes_of(figures: Figures) -> tuple[Group, ...]:
    """The radar groups that have a rate; none where they are too few for a radar."""
    found = tuple(g for g in figures.by_group if g.rate is not None)
    return found if len(found) >= LEAST_SPOKES else ()


def left_out(figures: Figures) -> tuple[Group, ...]:
    """The groups with items, but too few rated ones for a spoke."""
    return tuple(g for g in figures.by_group if g.rate is None and g.tally.total)


def rate_text(group: Group) -> str:
    """The rate of a group as on paper; a fraction where too few items are rated, "" where none is."""
    if group.rate is not None:
        return shown(group.rate).removesuffix(".0")
    return f"{half_points(group.tally)}/{group.tally.rated}" if group.tally.rated else ""


def counts_of(tally: Tally) -> dict[str, int]:
    """How many items have each status, by its code."""
    return {status: getattr(tally, status) for status in tally.__slots__}


def spoke_point(index: int, count: int, radius: float) -> QPointF:
    """A point of a spoke, from the middle; the first spoke points up, the others follow clockwise."""
    angle = 2 * math.pi * index / count
    return QPointF(radius * math.sin(angle), -radius * math.cos(angle))


class _Chart(QWidget):
    """A chart of groups, whose figures a screen reader finds in its name."""

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._name = name
        self._groups: tuple[Group, ...] = ()

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these groups."""
        self._groups = tuple(groups)
        told = ", ".join(f"{g.title} {rate_text(g)}" for g in self._groups)
        self.setAccessibleName(f"{self._name} {told}".strip())
        self.updateGeometry()
        self.update()

    @property
    def groups(self) -> tuple[Group, ...]:
        """What is shown."""
        return self._groups

    def _write(self, painter: QPainter, box: QRectF, text: str, place: int, *, bold: bool = False) -> None:
        metrics = self._appearance.metrics(12, bold=bold)
        painter.setFont(self._appearance.font(12, bold=bold))
        painter.setPen(self._appearance.token("text" if bold else "text2"))
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.drawText(box, place, cut)


class SpokeLabel(NamedTuple):
    """Where the title and the value of a spoke stand; of a spoke straight up or down both are in one box."""

    title: QRectF
    value: QRectF
    place: int


class Radar(_Chart):
    """The rate of each group as a spoke from 0 in the middle to 100 at the ring."""

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__(appearance, name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(344, self._appearance.measure(230))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self._appearance.measure(200))

    def radius(self) -> float:
        """As large as the labels leave room for, in logical pixels."""
        line = self._appearance.measure(_LINE)
        beside = max((self._room(g) for g in self._groups), default=0.0)
        across = self.width() / 2 - beside - _LABEL_GAP
        upright = self.height() / 2 - 1.5 * line - _LABEL_GAP
        return max(_LEAST_RADIUS, min(across, upright, self._appearance.measure(int(_MOST_RADIUS))))

    def _room(self, group: Group) -> float:
        """The width that the label of a group takes beside the ring, at most a quarter of the chart's."""
        wanted = self._appearance.metrics(12).horizontalAdvance(group.title) + 2
        return min(wanted, self.width() * 0.27)

    def labels(self) -> list[SpokeLabel]:
        """The places of the labels, from the middle of the chart."""
        return [self._label(i, g) for i, g in enumerate(self._groups)]

    def _label(self, index: int, group: Group) -> SpokeLabel:
        line = self._appearance.measure(_LINE)
        end = spoke_point(index, len(self._groups), self.radius() + _LABEL_GAP)
        value = self._appearance.metrics(12, bold=True).horizontalAdvance(rate_text(group)) + 2
        if abs(end.x()) < 1:
            top = end.y() - line + 2 if end.y() < 0 else end.y() - 2
            width = min(
                self._appearance.metrics(12).horizontalAdvance(group.title) + 2, self.width() - value - 4
            )
            left = end.x() - (width + 4 + value) / 2
            return SpokeLabel(
                QRectF(left, top, width, line), QRectF(left + width + 4, top, value, line), _LEFT
            )
        width = max(self._room(group), value)
        left = end.x() if end.x() > 0 else end.x() - width
        # The two lines stand above the point at the top, below it at the bottom, and in between beside it.
        lean = end.y() / (self.radius() + _LABEL_GAP)
        top = end.y() - line + lean * line * 0.5
        upper, lower = QRectF(left, top, width, line), QRectF(left, top + line, width, line)
        return SpokeLabel(upper, lower, _LEFT if end.x() > 0 else _RIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._groups:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QRectF(self.rect()).center())
        self._paint_grid(painter)
        self._paint_area(painter)
        for group, label in zip(self._groups, self.labels(), strict=True):
            self._write(painter, label.title, group.title, label.place)
            self._write(painter, label.value, rate_text(group), label.place, bold=True)

    def _paint_grid(self, painter: QPainter) -> None:
        token, count, radius = self._appearance.token, len(self._groups), self.radius()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for percent in (25, 50, 75, 100):
            painter.setPen(QPen(token("control" if percent == 100 else "grid"), 1))
            painter.drawPolygon([spoke_point(i, count, radius * percent / 100) for i in range(count)])
        painter.setPen(QPen(token("grid"), 1))
        for i in range(count):
            painter.drawLine(QPointF(0, 0), spoke_point(i, count, radius))

    def _paint_area(self, painter: QPainter) -> None:
        token, count, radius = self._appearance.token, len(self._groups), self.radius()
        points = [
            spoke_point(i, count, radius * float(g.rate or 0) / 100) for i, g in enumerate(self._groups)
        ]
        ground = QColor(token("accent"))
        ground.setAlphaF(0.16)
        painter.setBrush(ground)
        painter.setPen(
            QPen(
                token("accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            )
        )
        painter.drawPolygon(QPolygonF(points))
        painter.setBrush(token("surface"))
        for point in points:
            painter.drawEllipse(point, 3.5, 3.5)


class GroupBars(_Chart):
    """A bar for each group, made up of its statuses, with its rate; for want of enough spokes."""

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__(appearance, name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(344, self._appearance.measure(_BAR_ROW) * max(len(self._groups), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = self._appearance.measure(_BAR_ROW)
        metrics, bold = self._appearance.metrics(12), self._appearance.metrics(12, bold=True)
        titles = max((metrics.horizontalAdvance(g.title) for g in self._groups), default=0.0) + 2
        titles = min(titles, self.width() * 0.4)
        texts = max((bold.horizontalAdvance(rate_text(g)) for g in self._groups), default=0.0) + 2
        bar = QRectF(titles + 12, 0, self.width() - titles - texts - 24, 8)
        for number, group in enumerate(self._groups):
            top = number * height
            self._write(painter, QRectF(0, top, titles, height), group.title, _LEFT)
            box = bar.translated(0, top + (height - bar.height()) / 2)
            counts = counts_of(group.tally)
            paint_progress(painter, box, status_parts(counts), group.tally.total or 1, self._appearance)
            right = QRectF(self.width() - texts, top, texts, height)
            self._write(painter, right, rate_text(group), _RIGHT, bold=True)


class BenchmarkFigure(NamedTuple):
    """One figure beside targets, the words of regions with their values; `own` is None for want of data."""

    title: str
    item: str
    own: Decimal | None
    own_text: str
    targets: tuple[tuple[str, Decimal], ...]
    percent: bool = True


def axis(figure: BenchmarkFigure) -> tuple[Decimal, Decimal]:
    """The ends of the line for a figure: whole tens round all its values, up to 100 for a percentage."""
    values = [value for _, value in figure.targets] + ([figure.own] if figure.own is not None else [])
    if not values:
        return Decimal(0), Decimal(100)
    low = max(Decimal(0), Decimal(math.floor((min(values) - 5) / 10) * 10))
    if figure.percent:
        return min(low, Decimal(100 - _SPAN)), Decimal(100)
    return low, max(Decimal(math.ceil(max(values) / 10) * 10), low + _SPAN)


def merged(targets: Sequence[tuple[str, Decimal]], between: str) -> list[tuple[str, Decimal]]:
    """The targets from low to high, regions with the same value under one tick."""
    values = sorted({value for _, value in targets})
    return [(between.join(w for w, v in targets if v == value), value) for value in values]


def spread(
    middles: Sequence[float], widths: Sequence[float], left: float, right: float, gap: float
) -> list[float]:
    """The left edges of labels under their ticks, moved apart where they would overlap and kept inside."""
    edges: list[float] = []
    end = left
    for middle, width in zip(middles, widths, strict=True):
        edges.append(max(end, middle - width / 2))
        end = edges[-1] + width + gap
    limit = right
    for number in reversed(range(len(edges))):
        edges[number] = min(edges[number], limit - widths[number])
        limit = edges[number] - gap
    return edges


class BenchmarkLine(PaintedButton):
    """One's own figure as a ring on a line, the targets of regions as ticks; a click leads to its item."""

    _TITLE: Final = 212
    _OWN: Final = 132
    _HEIGHT: Final = 48

    def __init__(
        self, appearance: Appearance, figure: BenchmarkFigure, none: str, *, between: str = "、"
    ) -> None:
        """`none` says that there is no own figure; `between` stands between regions with the same target."""
        told = ", ".join(f"{word} {value}" for word, value in figure.targets)
        own = figure.own_text if figure.own is not None else none
        super().__init__(appearance, figure.title, name=f"{figure.title} {own} {told}".strip())
        self.figure = figure
        self._none = none
        self._ticks = merged(figure.targets, between)
        self.set_tip(figure.title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(560, self._appearance.measure(self._HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self._appearance.measure(self._HEIGHT))

    def _columns(self) -> tuple[float, float, float]:
        """The ends of title and line, and the start of the own figure."""
        title = min(self._appearance.measure(self._TITLE), self.width() * 0.32)
        own = min(self._appearance.measure(self._OWN), self.width() * 0.3)
        return title, self.width() - own - 2 * UNIT, self.width() - own

    def position(self, value: Decimal) -> float:
        """Where a value stands on the line, in logical pixels from the left."""
        low, high = axis(self.figure)
        start, end, _ = self._columns()
        share = float((value - low) / (high - low))
        return start + 2 * UNIT + min(max(share, 0.0), 1.0) * (end - start - 2 * UNIT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, QRectF(self.rect()), RADIUS, self._ground(None), None)
        line = self._appearance.measure(20)
        middle = 4 + line / 2
        title, _, own = self._columns()
        # Cut in the middle: the level, which tells the lines apart, stands at the end.
        room, metrics = title - UNIT, self._appearance.metrics(14)
        shown = metrics.elidedText(self.figure.title, Qt.TextElideMode.ElideMiddle, room)
        self._write(painter, QRectF(UNIT, 4, room, line), shown, "text")
        has_own = self.figure.own is not None
        text = self.figure.own_text if has_own else self._none
        box = QRectF(own, 4, self.width() - own - UNIT, line)
        self._write(painter, box, text, "text" if has_own else "text3", bold=has_own, place=_RIGHT)
        self._paint_line(painter, middle)
        self._focus_ring(painter, RADIUS)

    def _paint_line(self, painter: QPainter, middle: float) -> None:
        token = self._appearance.token
        low, high = axis(self.figure)
        left, right = self.position(low), self.position(high)
        track = QRectF(left, middle - 2, right - left, 4)
        paint_frame(painter, track, 2, token("track"), None)
        painter.setPen(QPen(token("text"), 2))
        for _, value in self._ticks:
            x = self.position(value)
            painter.drawLine(QPointF(x, middle - 7), QPointF(x, middle + 7))
        if self.figure.own is not None:
            painter.setPen(QPen(token("accent"), 2))
            painter.setBrush(token("surface"))
            painter.drawEllipse(QPointF(self.position(self.figure.own), middle), 6, 6)
        self._paint_words(painter, middle + 9, left, right)

    def _paint_words(self, painter: QPainter, top: float, left: float, right: float) -> None:
        """The words of the ticks, and where they leave room those of the ends of the line."""
        line = self._appearance.measure(_LINE)
        low, high = axis(self.figure)
        words = [f"{word} {value.normalize():f}" for word, value in self._ticks]
        widths = [float(self._advance(word, 12)) for word in words]
        edges = spread([self.position(v) for _, v in self._ticks], widths, left, right + UNIT, float(UNIT))
        for word, edge, width in zip(words, edges, widths, strict=True):
            self._write(painter, QRectF(edge, top, width + 1, line), word, "text2", size=12, place=_LEFT)
        taken = [(e, e + w) for e, w in zip(edges, widths, strict=True)]
        for value, x in ((low, left), (high, right)):
            word = f"{value.normalize():f}"
            width = float(self._advance(word, 12))
            start = x if value == low else x - width + UNIT
            if all(start + width + UNIT < a or start > b + UNIT for a, b in taken):
                self._write(painter, QRectF(start, top, width + 1, line), word, "text3", size=12, place=_LEFT)
