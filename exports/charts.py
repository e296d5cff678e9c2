"""The charts of the report: key figures, counts strip, radar by topic, bars by checklist.

Each becomes a drawing with its height. Where things stand is computed apart from the drawing of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from math import cos, pi, sin
from typing import Final, NamedTuple

from exports.page_layout import Draw
from exports.pdf_furniture import cut_lines
from exports.pdf_marks import status_fill
from exports.pdf_page import Align, Page, Pen, circle, polygon, polyline
from exports.pdf_style import (
    BAR_HEIGHT,
    BAR_PITCH,
    BARS_AXIS,
    BARS_LEFT,
    BLACK,
    CELL,
    CELL_BOLD,
    GREY,
    GRID,
    HEAD_PEN,
    NOTE,
    NOTE_BOLD,
    NOTE_WHITE,
    RADAR_RADIUS,
    RADAR_WIDTH,
    TABLE_PEN,
    UNIT,
    WHITE,
    WIDE_BARS_AXIS,
    WIDTH,
    baseline,
)
from exports.report_model import Bar, Charts, Count, Spoke
from exports.typesetting import Style, Typesetter

#: Labels of spokes stand so far outside the ring: beside it and above or below it.
_LABEL_BESIDE: Final = 6.0
_LABEL_ABOVE: Final = 9.0
_VALUE_GAP: Final = 2.0
#: From the top of the charts to the middle of the radar and to the first bar.
_RADAR_MIDDLE: Final = 96.0
_FIRST_BAR: Final = 22.0
#: From the last bar to the legend, and below the last line.
_BELOW_BARS: Final = 16.5
_TAIL: Final = 3.0
_MOST_BARS_HEIGHT: Final = 570.0
_BARS_BESIDE_RADAR: Final = 122.5  # from the first bar to the last
_LEAST_PITCH: Final = 14.0
_LEAST_PITCH_OF_TWO_LINES: Final = 18.5
_LEAST_SPOKES: Final = 5
#: Statuses that make up a bar, in order; what does not apply has no share.
_IN_BARS: Final = ("conform", "partial", "nonconform", "unanswered")


class Drawing(NamedTuple):
    """Something to be placed on a page as a whole: its height in points and how it is drawn."""

    height: float
    draw: Draw


class SpokeLabel(NamedTuple):
    """The label of a spoke: lines, the last ending in the bold value; relative to the middle of the radar."""

    lines: tuple[str, ...]
    value: str
    x: float
    baseline: float
    align: Align


def spoke_point(index: int, count: int, radius: float) -> tuple[float, float]:
    """A point of a spoke, from the middle; the first spoke points up, the others follow clockwise."""
    angle = 2 * pi * index / count
    return radius * sin(angle), -radius * cos(angle)


def spoke_labels(spokes: Sequence[Spoke], typesetter: Typesetter) -> list[SpokeLabel]:
    """Labels outside the ring; one that is too wide for its side is set in more lines."""
    return [_spoke_label(spoke, i, len(spokes), typesetter) for i, spoke in enumerate(spokes)]


def _spoke_label(spoke: Spoke, index: int, count: int, typesetter: Typesetter) -> SpokeLabel:
    x, y = spoke_point(index, count, 1.0)
    x, y = x * (RADAR_RADIUS + _LABEL_BESIDE), y * (RADAR_RADIUS + _LABEL_ABOVE)
    middle = abs(x) < 1.0
    room = 90.0 if middle else RADAR_WIDTH / 2 - abs(x) + (UNIT if x > 0 else 0.0)
    value_width = typesetter.width(spoke.text, NOTE_BOLD)
    if typesetter.width(spoke.label, NOTE) + _VALUE_GAP + value_width <= room:
        lines = [spoke.label]
    else:
        lines = [line.text for line in typesetter.lines(spoke.label, room, NOTE)]
        if typesetter.width(lines[-1], NOTE) + _VALUE_GAP + value_width > room:
            lines.append("")
    above = y / (
        RADAR_RADIUS + _LABEL_ABOVE
    )  # -1 at the top: all lines stand above their point, 1: all below
    first = y + 0.36 * NOTE.size + (len(lines) - 1) * NOTE.leading * (above - 1) / 2
    align: Align = "center" if middle else ("left" if x > 0 else "right")
    return SpokeLabel(tuple(lines), spoke.text, x, first, align)


def _draw_label(page: Page, label: SpokeLabel, cx: float, cy: float, typesetter: Typesetter) -> None:
    for number, text in enumerate(label.lines):
        base = cy + label.baseline + number * NOTE.leading
        value = label.value if number == len(label.lines) - 1 else ""
        text_width = typesetter.width(text, NOTE) + (_VALUE_GAP if text and value else 0.0)
        width = text_width + typesetter.width(value, NOTE_BOLD)
        x = cx + label.x - {"left": 0.0, "center": width / 2, "right": width}[label.align]
        page.write(text, x, base, NOTE)
        page.write(value, x + text_width, base, NOTE_BOLD)


def _value_runs(values: Sequence[Decimal | None]) -> list[list[int]]:
    """The spokes with a value in runs of neighbours round the ring; one run that closes repeats its first."""
    count = len(values)
    if all(value is not None for value in values):
        return [[*range(count), 0]]
    start = next(i for i, value in enumerate(values) if value is None)
    order = [(start + i) % count for i in range(count)]
    return [list(run) for given, run in groupby(order, lambda i: values[i] is not None) if given]


def _draw_area(page: Page, spokes: Sequence[Spoke], cx: float, cy: float) -> list[list[tuple[float, float]]]:
    """The grey area, open where a topic has no value; returns the outlines, drawn on top of the grid."""
    outlines = []
    for run in _value_runs([spoke.value for spoke in spokes]):
        points = []
        for i in run:
            x, y = spoke_point(i, len(spokes), RADAR_RADIUS * float(spokes[i].value or 0) / 100)
            points.append((cx + x, cy + y))
        outlines.append(points)
        if len(points) > 1:
            page.path(polygon([(cx, cy), *points]), fill=GREY)
    return outlines


def _draw_grid(page: Page, count: int, cx: float, cy: float) -> None:
    for percent in (25, 50, 75, 100):
        corners = [spoke_point(i, count, RADAR_RADIUS * percent / 100) for i in range(count)]
        ring = polygon([(cx + x, cy + y) for x, y in corners])
        page.path(ring, pen=Pen(0.4) if percent == 100 else GRID)
    for i in range(count):
        x, y = spoke_point(i, count, RADAR_RADIUS)
        page.rule(cx, cy, cx + x, cy + y, GRID)


def _draw_radar(page: Page, spokes: Sequence[Spoke], cx: float, cy: float, typesetter: Typesetter) -> None:
    outlines = _draw_area(page, spokes, cx, cy)
    _draw_grid(page, len(spokes), cx, cy)
    inside = all(value is not None and value >= 70 for value in (spokes[0].value, spokes[-1].value))
    half = cy - RADAR_RADIUS / 2
    page.fill(cx - 13.0, half - 4.5, 11.0, 9.0, GREY if inside else WHITE)
    page.write("50", cx - 3.0, half + 0.36 * NOTE.size, NOTE, "right")
    for points in outlines:
        page.path(polyline(points), pen=Pen(1.4, round=True))
        for x, y in points:
            page.path(circle(x, y, 1.7), fill=BLACK)
    for label in spoke_labels(spokes, typesetter):
        _draw_label(page, label, cx, cy, typesetter)


class _BarPlace(NamedTuple):
    """Where bars stand, from the left of the text: letters, zero of the axis and its length, pitch."""

    left: float
    axis: float
    width: float
    pitch: float

    @property
    def title(self) -> float:
        return self.left + 4 * UNIT

    @property
    def title_room(self) -> float:
        return self.axis - self.title - UNIT

    def title_style(self, bars: Sequence[Bar], typesetter: Typesetter) -> Style:
        """Titles are all of one size: small if one is too long for its line."""
        widest = max((typesetter.width(bar.title, CELL) for bar in bars), default=0.0)
        return CELL if widest <= self.title_room else NOTE


def _bar_place(bars: Sequence[Bar], typesetter: Typesetter, *, beside_radar: bool) -> _BarPlace:
    """Nine or ten bars with short titles stand a little closer, so that they end where the radar does."""
    pitch = min(BAR_PITCH, _MOST_BARS_HEIGHT / max(len(bars), 1))
    if not beside_radar:
        return _BarPlace(0.0, *WIDE_BARS_AXIS, pitch)
    place = _BarPlace(BARS_LEFT, *BARS_AXIS, pitch)
    closer = max(_LEAST_PITCH, _BARS_BESIDE_RADAR / max(len(bars) - 1, 1))
    return place._replace(pitch=min(pitch, closer)) if place.title_style(bars, typesetter) is CELL else place


def bar_parts(counts: Sequence[Count], width: float) -> list[tuple[Count, float, float]]:
    """The parts of a bar with offset and width: shares of the items that apply, without parts of nothing."""
    shown = [count for count in counts if count.mark in _IN_BARS and count.number]
    total = sum(count.number for count in shown)
    parts, x = [], 0.0
    for count in shown:
        share = width * count.number / total
        parts.append((count, x, share))
        x += share
    return parts


def _draw_bar(page: Page, bar: Bar, x: float, y: float, width: float, typesetter: Typesetter) -> None:
    for count, offset, share in bar_parts(bar.counts, width):
        status_fill(page, count.mark, x + offset, y, share, BAR_HEIGHT)
        figure = str(count.number)
        if share < (7.0 if count.mark == "nonconform" else 13.0):
            continue
        figure_width = typesetter.width(figure, NOTE_BOLD)
        left = x + offset + (4.0 if count.mark == "conform" else (share - figure_width) / 2)
        if figure_width + 2 > share:
            continue
        if count.mark == "partial":
            page.fill(left - 1.5, y + 1.2, figure_width + 3.0, BAR_HEIGHT - 2.4, WHITE)
        style = NOTE_WHITE if count.mark == "nonconform" else NOTE_BOLD
        page.write(figure, left, baseline(style, y, BAR_HEIGHT), style)


def _draw_bar_title(
    page: Page, bar: Bar, x: float, y: float, place: _BarPlace, style: Style, typesetter: Typesetter
) -> None:
    """Letter and title, small titles in up to two lines."""
    page.write(bar.letter, x + place.left, baseline(NOTE, y, BAR_HEIGHT), NOTE)
    if style is CELL:
        page.write(bar.title, x + place.title, baseline(CELL, y, BAR_HEIGHT), CELL)
        return
    lines = cut_lines(bar.title, place.title_room, NOTE, 2, typesetter)
    first = baseline(NOTE, y, BAR_HEIGHT) - (len(lines) - 1) * 4.4
    for number, line in enumerate(lines):
        page.put(line, x + place.title, first + number * 8.8, NOTE)


def _draw_axis(page: Page, x: float, top: float, bottom: float, width: float) -> None:
    for percent in (25, 50, 75, 100):
        page.rule(x + width * percent / 100, top - 2.0, x + width * percent / 100, bottom + 4.0, GRID)
    page.rule(x, top - 3.0, x, bottom + 4.0, HEAD_PEN)
    for percent in (0, 25, 50, 75, 100):
        page.write(str(percent), x + width * percent / 100, bottom + 13.5, NOTE, "center")


def _legend(charts: Charts, place: _BarPlace, typesetter: Typesetter) -> Drawing:
    """What the fills of bars mean; the note stands beside it where there is room, else below."""
    counts = [c for c in charts.legend if c.mark in _IN_BARS and (c.number or c.mark != "unanswered")]
    widths = [13.0 + typesetter.width(c.word, NOTE) for c in counts]
    room = WIDTH - place.left
    entries = max(len(widths), 1)
    gap = (room - sum(widths) - typesetter.width(charts.note, NOTE)) / entries
    beside = gap >= 2 * UNIT
    gap = min(gap if beside else (room - sum(widths)) / entries, 4 * UNIT)
    below = [] if beside or not charts.note else typesetter.lines(charts.note, room, NOTE)

    def draw(page: Page, left: float, top: float) -> None:
        x, base = left + place.left, baseline(NOTE, top)
        for count, width in zip(counts, widths, strict=True):
            status_fill(page, count.mark, x, base - 6.7, 9.0, 7.5)
            page.write(count.word, x + 12.5, base, NOTE)
            x += width + gap
        if beside:
            page.write(charts.note, left + WIDTH, base, NOTE, "right")
        for number, line in enumerate(below, 1):
            page.put(line, left + place.left, base + number * NOTE.leading, NOTE)

    return Drawing(NOTE.leading * (1 + len(below)), draw)


def _fitted(
    charts: Charts, place: _BarPlace, legend: Drawing, room: float, typesetter: Typesetter
) -> _BarPlace:
    """The bars closer together where so many would not go on the page, but do then."""
    gaps = max(len(charts.bars) - 1, 1)
    fixed = _FIRST_BAR + BAR_HEIGHT + _BELOW_BARS + legend.height + _TAIL + UNIT
    small = place.title_style(charts.bars, typesetter) is NOTE
    two_lines = small and any(typesetter.width(b.title, NOTE) > place.title_room for b in charts.bars)
    fitting = (room - fixed) / gaps
    least = _LEAST_PITCH_OF_TWO_LINES if two_lines else _LEAST_PITCH
    return place._replace(pitch=fitting) if least <= fitting < place.pitch else place


def _bars(charts: Charts, typesetter: Typesetter, room: float, *, beside_radar: bool) -> Drawing:
    place = _bar_place(charts.bars, typesetter, beside_radar=beside_radar)
    legend = _legend(charts, place, typesetter)
    place = _fitted(charts, place, legend, room, typesetter)
    style = place.title_style(charts.bars, typesetter)
    bars_end = _FIRST_BAR + place.pitch * max(len(charts.bars) - 1, 0) + BAR_HEIGHT

    def draw(page: Page, left: float, top: float) -> None:
        page.write(charts.bars_title, left + place.left, baseline(NOTE_BOLD, top + 2 * UNIT), NOTE_BOLD)
        page.write(charts.bars_column, left + WIDTH, baseline(NOTE_BOLD, top + 2 * UNIT), NOTE_BOLD, "right")
        x = left + place.axis
        _draw_axis(page, x, top + _FIRST_BAR, top + bars_end, place.width)
        for number, bar in enumerate(charts.bars):
            y = top + _FIRST_BAR + number * place.pitch
            _draw_bar_title(page, bar, left, y, place, style, typesetter)
            _draw_bar(page, bar, x, y, place.width, typesetter)
            page.write(bar.text, left + WIDTH, baseline(CELL_BOLD, y, BAR_HEIGHT), CELL_BOLD, "right")
        legend.draw(page, left, top + bars_end + _BELOW_BARS)

    return Drawing(bars_end + _BELOW_BARS + legend.height, draw)


def _radar(charts: Charts, typesetter: Typesetter) -> Drawing:
    drop = NOTE.leading if typesetter.width(charts.radar_title, NOTE_BOLD) > RADAR_WIDTH / 2 - 35 else 0.0
    middle = _RADAR_MIDDLE + drop
    note_top = middle + RADAR_RADIUS + 15.0
    notes = typesetter.lines(charts.radar_note, RADAR_WIDTH, NOTE) if charts.radar_note else []

    def draw(page: Page, left: float, top: float) -> None:
        page.write(charts.radar_title, left, baseline(NOTE_BOLD, top + 2 * UNIT), NOTE_BOLD)
        _draw_radar(page, charts.spokes, left + RADAR_WIDTH / 2, top + middle, typesetter)
        for number, line in enumerate(notes):
            page.put(line, left, baseline(NOTE, top + note_top + number * NOTE.leading), NOTE)

    return Drawing(note_top + len(notes) * NOTE.leading, draw)


def draw_charts(charts: Charts, typesetter: Typesetter, room: float) -> Drawing:
    """Radar and bars side by side; with fewer than five spokes of a value the bars take the width.

    Many bars stand closer together, where they then fit into the `room` (pt) that is left on the page.
    """
    radar = None
    if sum(spoke.value is not None for spoke in charts.spokes) >= _LEAST_SPOKES:
        radar = _radar(charts, typesetter)
    bars = _bars(charts, typesetter, room, beside_radar=radar is not None)
    needed = max(bars.height, radar.height if radar else 0.0) + _TAIL
    height = UNIT * -(-needed // UNIT)

    def draw(page: Page, left: float, top: float) -> None:
        page.rule(left, top, left + WIDTH, top, TABLE_PEN)
        if radar:
            radar.draw(page, left, top)
        bars.draw(page, left, top)
        page.rule(left, top + height, left + WIDTH, top + height, HEAD_PEN)

    return Drawing(height, draw)
