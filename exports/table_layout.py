"""Tables: what they consist of, how high their parts are, how these are drawn. `page_layout` says where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from exports.pdf_page import Align, Page, Pages, Pen
from exports.typesetting import Line, Style

MM = 72 / 25.4

#: Draws a vector symbol: (page, x of its left edge, y of the baseline).
Symbol: TypeAlias = Callable[[Page, float, float], None]


class Column(NamedTuple):
    """Width in mm, of which `gap` points at the right stay empty."""

    width: float
    align: Align = "left"
    gap: float = 0.0


class Cell(NamedTuple):
    """Text moved right by `indent` points, with a symbol at the cell's left edge; `below` stands under it.

    A link (key of a bookmark) covers the text. Without a style the table's holds.
    """

    text: str = ""
    style: Style | None = None
    symbol: Symbol | None = None
    indent: float = 0.0
    link: str = ""
    below: Cell | None = None


class Row(NamedTuple):
    """A row of cells; `anchor` names a bookmark at its top."""

    cells: Sequence[Cell | str]
    anchor: str = ""


class StripText(NamedTuple):
    """A line in a band or sum; its left edge, middle or right edge is `x` points into the table."""

    text: str
    x: float
    style: Style
    align: Align = "left"


class Band(NamedTuple):
    """The heading of a section within a table; on further pages `again` takes the place of `parts`.

    `overleaf` is said at the end of a page where the section goes on; a titled band stands in the outline.
    """

    parts: Sequence[StripText]
    again: Sequence[StripText]
    overleaf: str
    height: float
    fill: float
    anchor: str = ""
    title: str = ""
    level: int = 0


class Sum(NamedTuple):
    """A line that closes a section, with a rule under it."""

    parts: Sequence[StripText]
    height: float
    rule: float


class TableStyle(NamedTuple):
    """Measures of a table in points.

    A row of more than `max_lines` lines may be cut where the page ends; its first cell is then said again,
    followed by `again`. The three numbers say how many rows stay together: after the head or a band,
    before a sum, on the last page.
    """

    text: Style
    head: Style
    pad: float  #: above and below the text of a row
    rule_top: float
    rule_head: float
    rule_row: float
    rule_end: float
    head_height: float
    overleaf: Style
    overleaf_height: float
    max_lines: int
    again: str
    rows_after_head: int
    rows_before_sum: int
    rows_on_last_page: int


class Table(NamedTuple):
    """`overleaf` is said at the end of a page where a table without bands goes on."""

    columns: Sequence[Column]
    head: Sequence[str]
    rows: Sequence[Row | Band | Sum]
    style: TableStyle
    overleaf: str = ""


class _Set(NamedTuple):
    """A line of a cell as set."""

    line: Line
    style: Style
    indent: float
    symbol: Symbol | None
    link: str


class _Place(NamedTuple):
    """Where the text of a column stands, from the table's left edge."""

    left: float
    right: float
    align: Align

    def x(self, line: Line, indent: float) -> float:
        if self.align == "left":
            return self.left + indent
        slack = self.right - self.left - indent - line.width
        return self.left + indent + (slack if self.align == "right" else slack / 2)


class MeasuredRow:
    """A row whose text is set; heights in points."""

    def __init__(self, cells: list[list[_Set]], style: TableStyle, label: str, anchor: str) -> None:
        self.cells = cells
        self.label = label  #: what its first cell says again if the row is cut
        self.anchor = anchor
        tallest = max(cells, key=len, default=[])
        self.is_empty = not tallest
        self.height = 2 * style.pad + max(map(_height, cells), default=0.0)
        #: What must fit of it at the end of a page: all of it, or two lines of a row that may be cut.
        self.least = self.height
        if len(tallest) > style.max_lines:
            self.least = 2 * style.pad + max(_height(cell[:2]) for cell in cells)


def _height(cell: Sequence[_Set]) -> float:
    return sum(item.style.leading for item in cell)


Measured: TypeAlias = MeasuredRow | Band | Sum


class MeasuredTable:
    """A table whose text is set: its parts with their heights, and how each is drawn."""

    def __init__(self, table: Table, pages: Pages) -> None:
        self.style = table.style
        self.overleaf = table.overleaf
        self._pages = pages
        lefts = list(accumulate((column.width * MM for column in table.columns), initial=0.0))
        self.width = lefts[-1]
        self._places = [
            _Place(left, left + column.width * MM - column.gap, column.align)
            for left, column in zip(lefts, table.columns, strict=False)
        ]
        self._head = [
            self._set(Cell(text, table.style.head), place)
            for text, place in zip(table.head, self._places, strict=True)
        ]
        extra = max(map(_height, self._head), default=0.0) - table.style.head.leading
        self.head_height = table.style.head_height + max(extra, 0.0)
        self.entries: list[Measured] = [
            self._row(entry) if isinstance(entry, Row) else entry for entry in table.rows
        ]

    def _row(self, row: Row) -> MeasuredRow:
        cells = [self._set(cell, place) for cell, place in zip(row.cells, self._places, strict=True)]
        label = cells[0][0].line.text if cells and len(cells[0]) == 1 else ""
        return MeasuredRow(cells, self.style, label, row.anchor)

    def _set(self, cell: Cell | str, place: _Place) -> list[_Set]:
        found: list[_Set] = []
        part: Cell | None = Cell(cell) if isinstance(cell, str) else cell
        while part:
            style = part.style or self.style.text
            width = place.right - place.left - part.indent
            symbol = part.symbol
            for line in self._pages.typesetter.lines(part.text, width, style):
                found.append(_Set(line, style, part.indent, symbol, part.link))
                symbol = None
            part = part.below
        return found

    def cut(self, row: MeasuredRow, height: float) -> tuple[MeasuredRow, MeasuredRow]:
        """The lines of a row that fit into `height`, and the rest; two lines fit or none."""
        room = height - 2 * self.style.pad
        upper = [_fitting(cell, room) for cell in row.cells]
        if not upper[row.cells.index(max(row.cells, key=len))]:
            upper = [[] for _ in row.cells]
        lower = [cell[len(part) :] for cell, part in zip(row.cells, upper, strict=True)]
        if row.label and not lower[0]:
            lower[0] = self._set(Cell(row.label + self.style.again, row.cells[0][0].style), self._places[0])
        return (
            MeasuredRow(upper, self.style, row.label, row.anchor),
            MeasuredRow(lower, self.style, row.label, ""),
        )

    def draw_head(self, page: Page, x: float, top: float) -> None:
        style = self.style
        self._rule(page, x, top + style.rule_top, style.rule_top)
        inset = (self.head_height - max(map(_height, self._head), default=0.0)) / 2
        self._draw_cells(self._head, page, x, top + inset)
        self._rule(page, x, top + self.head_height, style.rule_head)

    def draw(self, entry: Measured, page: Page, x: float, top: float, *, last: bool) -> None:
        """A part of the table; the last one is closed by the table's end rule."""
        bottom = top + entry.height
        if isinstance(entry, MeasuredRow):
            self._draw_cells(entry.cells, page, x, top + self.style.pad)
            if entry.anchor:
                self._pages.bookmark(entry.anchor, page, top)
            self._rule(page, x, bottom, self.style.rule_end if last else self.style.rule_row)
        elif isinstance(entry, Band):
            if entry.anchor:
                self._pages.bookmark(entry.anchor, page, top, entry.title, entry.level)
            self.draw_band(entry, entry.parts, page, x, top)
        else:
            _draw_strip(entry.parts, entry.height, page, x, top)
            self._rule(page, x, bottom, entry.rule)

    def _rule(self, page: Page, x: float, bottom: float, width: float) -> None:
        """A rule across the table, its lower edge at `bottom`: the grey of a band below does not cover it."""
        page.rule(x, bottom - width / 2, x + self.width, bottom - width / 2, Pen(width))

    def draw_band(self, band: Band, parts: Sequence[StripText], page: Page, x: float, top: float) -> None:
        page.fill(x, top, self.width, band.height, band.fill)
        _draw_strip(parts, band.height, page, x, top)

    def draw_overleaf(self, text: str, page: Page, x: float, top: float) -> None:
        """Say at the right that the table goes on."""
        part = StripText(text, self.width, self.style.overleaf, "right")
        _draw_strip([part], self.style.overleaf_height, page, x, top)

    def _draw_cells(self, cells: list[list[_Set]], page: Page, x: float, top: float) -> None:
        for cell, place in zip(cells, self._places, strict=True):
            y = top
            for line, style, indent, symbol, link in cell:
                base = y + style.baseline
                if symbol:
                    symbol(page, x + place.left, base)
                if line.text:
                    left = x + place.x(line, indent)
                    page.put(line, left, base, style)
                    if link:
                        page.link(left, y, line.width, style.leading, link)
                y += style.leading


def _fitting(cell: list[_Set], room: float) -> list[_Set]:
    """The first lines of a cell; if it has enough of them, no single line stays behind or goes on alone."""
    count = sum(1 for height in accumulate(item.style.leading for item in cell) if height <= room + 0.01)
    if count == len(cell) - 1 and count > 2:
        count -= 1
    return [] if count == 1 < len(cell) else cell[:count]


def _draw_strip(parts: Sequence[StripText], height: float, page: Page, x: float, top: float) -> None:
    for part in parts:
        base = top + height / 2 + 0.36 * part.style.size
        page.write(part.text, x + part.x, base, part.style, part.align)
