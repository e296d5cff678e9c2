"""The band of three key figures and the strip of all items by status."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from exports.charts import Drawing
from exports.pdf_marks import MARK_INDENT, mark, status_fill
from exports.pdf_page import Page, Pen, rectangle
from exports.pdf_style import (
    CELL,
    CELL_BOLD,
    CELL_WHITE,
    CHAPTER,
    FIGURE,
    FIGURE_COLUMNS,
    FIGURES_HEIGHT,
    GAP,
    HEAD_PEN,
    NOTE,
    NOTE_BOLD,
    SECTION,
    STRIP_HEIGHT,
    TABLE_PEN,
    UNIT,
    WHITE,
    WIDE_FIGURE_COLUMNS,
    WIDTH,
    baseline,
)
from exports.report_model import Count, CountsStrip, KeyFigure, KeyFigures
from exports.typesetting import Line, Style, Typesetter

#: From the top of the band: label, figure, small lines; a word set smaller, the reason below it.
_LABEL: Final = 2 * UNIT
_FIGURE: Final = 5 * UNIT
_LINES: Final = 17.5 * UNIT
_REASON: Final = 6.5 * UNIT
_WORD: Final = 7 * UNIT
_BELOW_WORD: Final = 13 * UNIT
_UNIT_GAP: Final = 4.5
_LEGEND_GAP: Final = 40.0


class _Column(NamedTuple):
    """A key figure measured: where it begins, its style, its lines, and its reason with the place of it."""

    figure: KeyFigure
    x: float
    style: Style
    lines: tuple[Line, ...]
    reason: tuple[Line, ...] = ()
    reason_x: float = 0.0
    reason_top: float = 0.0

    @property
    def height(self) -> float:
        below = len(self.lines) * NOTE.leading
        reason_end = self.reason_top + len(self.reason) * CELL.leading + below if self.reason else 0.0
        return max(_LINES + below, reason_end)


def draw_key_figures(block: KeyFigures, typesetter: Typesetter) -> Drawing:
    """Three figures side by side; the band grows where lines need it."""
    places = FIGURE_COLUMNS
    if (
        max(_width(block.figures[0], typesetter), *_line_widths(block.figures[0], typesetter))
        > places[1] - GAP
    ):
        places = WIDE_FIGURE_COLUMNS
    columns = [
        _column(block.figures[0], places[0], places[1], typesetter),
        _column(block.figures[1], places[1], places[2], typesetter),
        _word_column(block.figures[2], places[2], places[3], typesetter),
    ]
    height = max(FIGURES_HEIGHT, UNIT * -(-(max(c.height for c in columns) + UNIT) // UNIT))

    def draw(page: Page, left: float, top: float) -> None:
        page.rule(left, top, left + WIDTH, top, TABLE_PEN)
        for column in columns:
            _draw_column(page, column, left, top, height)
        page.rule(left, top + height, left + WIDTH, top + height, HEAD_PEN)

    return Drawing(height, draw)


def _width(figure: KeyFigure, typesetter: Typesetter) -> float:
    unit = _UNIT_GAP + typesetter.width(figure.unit, SECTION) if figure.unit else 0.0
    return typesetter.width(figure.figure, FIGURE) + unit


def _line_widths(figure: KeyFigure, typesetter: Typesetter) -> list[float]:
    return [typesetter.width(line, NOTE) for line in figure.lines] or [0.0]


def _small_lines(figure: KeyFigure, width: float, typesetter: Typesetter) -> tuple[Line, ...]:
    return tuple(line for text in figure.lines for line in typesetter.lines(text, width, NOTE))


def _column(figure: KeyFigure, x: float, end: float, typesetter: Typesetter) -> _Column:
    style = FIGURE if _width(figure, typesetter) <= end - x - GAP else CHAPTER
    return _Column(figure, x, style, _small_lines(figure, end - x - GAP, typesetter))


def _word_column(figure: KeyFigure, x: float, reason_x: float, typesetter: Typesetter) -> _Column:
    """The grade: a word and its reason beside it; a long word is set smaller, its reason below."""
    lines = _small_lines(figure, WIDTH - x, typesetter)
    if figure.small or typesetter.width(figure.figure, FIGURE) > reason_x - x - UNIT:
        style = SECTION if figure.small else CHAPTER
        reason = tuple(typesetter.lines(figure.reason, WIDTH - x, CELL)) if figure.reason else ()
        return _Column(figure, x, style, lines, reason, x, _BELOW_WORD)
    reason = tuple(typesetter.lines(figure.reason, WIDTH - reason_x, CELL)) if figure.reason else ()
    top = _REASON if len(reason) <= 3 else _FIGURE
    return _Column(figure, x, FIGURE, lines, reason, reason_x, top)


def _draw_column(page: Page, column: _Column, left: float, top: float, height: float) -> None:
    figure, x = column.figure, left + column.x
    page.write(figure.label, x, baseline(NOTE_BOLD, top + _LABEL), NOTE_BOLD)
    if column.style is FIGURE:
        base = baseline(FIGURE, top + _FIGURE)
    elif column.reason:
        base = baseline(column.style, top + _WORD, 5 * UNIT)
    else:
        base = baseline(FIGURE, top + _FIGURE) - 2.0
    width = page.write(figure.figure, x, base, column.style)
    if figure.unit:
        page.write(figure.unit, x + width + _UNIT_GAP, base, SECTION)
    for number, line in enumerate(column.reason):
        page.put(
            line,
            left + column.reason_x,
            baseline(CELL, top + column.reason_top + number * CELL.leading),
            CELL,
        )
    first = top + _LINES
    if column.reason:  # the small line closes the band, as those of the other figures do
        first = top + height - 1.5 * UNIT - len(column.lines) * NOTE.leading
    for number, line in enumerate(column.lines):
        page.put(line, x, baseline(NOTE, first + number * NOTE.leading), NOTE)


def draw_strip(block: CountsStrip, typesetter: Typesetter) -> Drawing:
    """All items as one strip by status, and its legend with the zeros."""
    legend = _legend_places(block.counts, typesetter)
    rows = 1 + max((row for _, row in legend), default=0)

    def draw(page: Page, left: float, top: float) -> None:
        _draw_parts(page, block.counts, left, top, typesetter)
        for count, (x, row) in zip(block.counts, legend, strict=True):
            base = baseline(CELL, top + STRIP_HEIGHT + UNIT + row * CELL.leading)
            mark(count.mark)(page, left + x, base)
            word = CELL_BOLD if count.mark == "nonconform" else CELL
            width = page.write(count.word, left + x + MARK_INDENT, base, word)
            page.write(count.text, left + x + MARK_INDENT + width + 2 * UNIT, base, CELL_BOLD)

    return Drawing(STRIP_HEIGHT + UNIT + rows * CELL.leading, draw)


def _draw_parts(page: Page, counts: Sequence[Count], left: float, top: float, typesetter: Typesetter) -> None:
    total = sum(count.number for count in counts)
    x = left
    for count in counts:
        width = WIDTH * count.number / total if total else 0.0
        status_fill(page, count.mark, x, top, width, STRIP_HEIGHT)
        _draw_number(page, count, x, top, width, typesetter)
        x += width
    if total == 0 or counts[-1].number == 0:
        page.path(rectangle(left, top, WIDTH, STRIP_HEIGHT), pen=Pen(0.5))


def _draw_number(
    page: Page, count: Count, x: float, top: float, width: float, typesetter: Typesetter
) -> None:
    """The number at the left of a part, on a white plate where it is hatched; none where it is too narrow."""
    number = str(count.number)
    number_width = typesetter.width(number, CELL_BOLD)
    hatched = count.mark == "partial"
    if width < number_width + (14.0 if hatched else 6.0):
        return
    inset = min(6.0, (width - number_width) / 2)
    if hatched:
        page.fill(x + inset - 2.0, top + 1.5, number_width + 4.0, STRIP_HEIGHT - 3.0, WHITE)
    style = CELL_WHITE if count.mark == "nonconform" else CELL_BOLD
    page.write(number, x + inset, baseline(style, top, STRIP_HEIGHT), style)


def _legend_places(counts: Sequence[Count], typesetter: Typesetter) -> list[tuple[float, int]]:
    """Left edge and row of each entry: spread over the width, in more rows where one is too short."""
    widths = [
        MARK_INDENT + typesetter.width(c.word, CELL_BOLD) + 2 * UNIT + typesetter.width(c.text, CELL_BOLD)
        for c in counts
    ]
    spare = (WIDTH - sum(widths)) / max(len(widths) - 1, 1)
    gap = min(_LEGEND_GAP, spare) if spare >= GAP else 3 * GAP
    places: list[tuple[float, int]] = []
    x, row = 0.0, 0
    for width in widths:
        if x and x + width > WIDTH + 0.01:
            x, row = 0.0, row + 1
        places.append((x, row))
        x += width + gap
    return places
