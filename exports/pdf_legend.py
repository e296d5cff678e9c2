"""How to read the report: marks, tags and bold words, each with its meaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from exports.charts import Drawing
from exports.pdf_marks import MARK_INDENT, draw_tag, mark, tag_width
from exports.pdf_page import Page
from exports.pdf_style import (
    CELL,
    CELL_BOLD,
    GAP,
    HEAD_PEN,
    MM,
    NOTE,
    NOTE_BOLD,
    SECTION,
    TABLE_PEN,
    UNIT,
    WIDTH,
    baseline,
)
from exports.report_model import Cell, Legend, LegendEntry
from exports.typesetting import Line, Typesetter

_LEGEND_COLUMNS: Final = (0.0, 66 * MM, 117 * MM, 170 * MM)
_LEAST_MEANING: Final = 13 * MM
_LEGEND_HEAD: Final = 5 * UNIT
_LEGEND_TAG: Final = 32.0
#: Of the width of a column: the widest name on one line, and the room for names in several.
_WIDEST_NAME: Final = 0.6
_NARROW_NAME: Final = 0.52


class _LegendLine(NamedTuple):
    """An entry of the legend, measured: its name and its meaning in lines."""

    cell: Cell
    name: tuple[Line, ...]
    meaning: tuple[Line, ...]

    @property
    def height(self) -> float:
        meaning = CELL.leading + (len(self.meaning) - 1) * NOTE.leading
        return max(len(self.name) * CELL.leading, meaning)


class _LegendColumn(NamedTuple):
    """A column of the legend, measured: its entries, where it begins and where their meanings do."""

    title: str
    entries: tuple[_LegendLine, ...]
    x: float
    meaning_x: float

    @property
    def height(self) -> float:
        return _LEGEND_HEAD + sum(entry.height for entry in self.entries)


def draw_legend(legend: Legend, typesetter: Typesetter) -> Drawing:
    """How to read the report: rows of columns, each with its heading and entries."""
    rows = [
        [_legend_column(title, entries, number, typesetter) for number, (title, entries) in enumerate(row)]
        for row in legend.rows
    ]
    heights = [max(column.height for column in row) + 1.5 * UNIT for row in rows]

    def draw(page: Page, left: float, top: float) -> None:
        page.write(legend.title, left, baseline(SECTION, top), SECTION)
        y = top + 7 * UNIT
        page.rule(left, y, left + WIDTH, y, TABLE_PEN)
        for row, height in zip(rows, heights, strict=True):
            for column in row:
                _draw_legend_column(page, column, left, y, typesetter)
            y += height
            page.rule(left, y, left + WIDTH, y, HEAD_PEN)

    return Drawing(7 * UNIT + sum(heights), draw)


def _legend_column(
    title: str, entries: Sequence[LegendEntry], number: int, typesetter: Typesetter
) -> _LegendColumn:
    """Names on one line if that leaves room for the meanings; else in as many as they take."""
    x, end = _LEGEND_COLUMNS[number], _LEGEND_COLUMNS[number + 1]
    names = [_name_lines(entry.cell, end - x, typesetter) for entry in entries]
    widest = max((width for _, width in names), default=0.0)
    if widest > _WIDEST_NAME * (end - x):
        names = [_name_lines(entry.cell, _NARROW_NAME * (end - x), typesetter) for entry in entries]
        widest = max(width for _, width in names)
    meaning = x + max(_LEAST_MEANING, widest + GAP)
    room = end - meaning - (GAP if number < 2 else 0.0)
    made = tuple(
        _LegendLine(entry.cell, name, tuple(typesetter.lines(entry.meaning, room, NOTE)))
        for entry, (name, _) in zip(entries, names, strict=True)
    )
    return _LegendColumn(title, made, x, meaning)


def _name_lines(cell: Cell, room: float, typesetter: Typesetter) -> tuple[tuple[Line, ...], float]:
    """The lines of a name, and its width with mark or tag."""
    if cell.tag:
        return (), tag_width(cell.tag, cell.text, typesetter, _LEGEND_TAG)
    indent = MARK_INDENT if cell.mark else 0.0
    lines = typesetter.lines(cell.text, room - indent, CELL_BOLD if cell.bold else CELL)
    return tuple(lines), indent + max(line.width for line in lines)


def _draw_legend_column(
    page: Page, column: _LegendColumn, left: float, top: float, typesetter: Typesetter
) -> None:
    page.write(column.title, left + column.x, baseline(NOTE_BOLD, top + 1.5 * UNIT), NOTE_BOLD)
    y = top + _LEGEND_HEAD
    for entry in column.entries:
        cell, x, base = entry.cell, left + column.x, baseline(CELL, y)
        if cell.tag:
            width = tag_width(cell.tag, cell.text, typesetter, _LEGEND_TAG)
            draw_tag(page, cell.tag, cell.text, x, y + 1.25, width)
        if cell.mark:
            mark(cell.mark)(page, x, base)
        for number, line in enumerate(entry.name):
            indent = MARK_INDENT if cell.mark else 0.0
            style = CELL_BOLD if cell.bold else CELL
            page.put(line, x + indent, base + number * CELL.leading, style)
        for number, line in enumerate(entry.meaning):
            page.put(line, left + column.meaning_x, base - 0.3 + number * NOTE.leading, NOTE)
        y += entry.height
