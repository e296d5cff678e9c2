"""Fills pages from top to bottom: blocks, running text and tables, in one pass.

What must stay together is decided here: headings wait for what follows them, bands, sums and the last
rows of a table are tied to their neighbours, and a row too tall for the page is cut between two lines.
Measures and words are the caller's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from exports.pdf_page import Furniture, Page, Pages
from exports.table_layout import Band, Measured, MeasuredRow, MeasuredTable, Sum, Table
from exports.typesetting import Line, Style

_EPSILON = 0.01  # points that sums of heights may be off

#: Draws something measured: (page, x of its left edge, y of its top).
Draw: TypeAlias = Callable[[Page, float, float], None]


class Flow:
    """Puts one thing under the other and begins a new page where it must."""

    def __init__(self, pages: Pages, furniture: Furniture | None) -> None:
        """`furniture` goes on the pages opened from now on; none is opened before something is placed."""
        self.pages = pages
        self.furniture = furniture
        self._page: Page | None = None
        self.y = 0.0
        self._waiting: list[tuple[float, Draw | None]] = []  # white space and headings, with their heights

    @property
    def page(self) -> Page:
        """The present page; the first is opened when it is asked for."""
        return self._page or self.turn()

    @property
    def room(self) -> float:
        """Height left on the present page."""
        return self.page.frame.bottom - self.y + _EPSILON

    @property
    def room_below(self) -> float:
        """Height left on the present page under what waits for something to follow."""
        return self.room - sum(height for height, _ in self._waiting)

    @property
    def at_top(self) -> bool:
        """Whether nothing stands on the present page yet."""
        return self._page is None or self.y == self._page.frame.top

    def new_page(self, furniture: Furniture | None = None) -> Page:
        """A page that is still empty, with this furniture if one is given."""
        self.finish()
        if furniture:
            self.furniture = furniture
        if self._page is None or not self.at_top:
            return self.turn()
        self.pages.change_furniture(self._page, self.furniture)
        return self._page

    def turn_to_front(self) -> None:
        """An empty page with an odd number."""
        if self.new_page().index % 2:
            self.turn()

    def skip(self, height: float) -> None:
        """White space, which vanishes at the top of a page."""
        self._waiting.append((height, None))

    def block(self, height: float, draw: Draw, *, keep_with_next: bool = False) -> None:
        """Something that is never cut; with `keep_with_next`, a heading, it waits for what follows.

        Raises ValueError if it is higher than a page.
        """
        frame = self.page.frame
        if height > frame.bottom - frame.top + _EPSILON:
            raise ValueError(f"a block of {height:.0f} pt is higher than the page")
        self._waiting.append((height, draw))
        if not keep_with_next:
            self.reserve(0.0)

    def paragraph(
        self,
        text: str,
        style: Style,
        *,
        indent: float = 0.0,
        justify: bool = False,
        keep_with_next: bool = False,
    ) -> None:
        """Running text; a page's end leaves two lines or more on either side."""
        width = self.page.frame.width
        lines = self.pages.typesetter.lines(text, width, style, indent=indent, justify=justify)
        if len(lines) < 4 or keep_with_next:
            self.block(len(lines) * style.leading, _lines_drawn(lines, style), keep_with_next=keep_with_next)
            return
        self.reserve(2 * style.leading)
        while lines:
            fitting = int(self.room // style.leading)
            if fitting < len(lines):
                fitting = min(fitting, len(lines) - 2)
            if fitting < 2 and not self.at_top:
                self.turn()
                continue
            part, lines = lines[: max(fitting, 1)], lines[max(fitting, 1) :]
            self.put(len(part) * style.leading, _lines_drawn(part, style))

    def table(self, table: Table) -> None:
        """A table; where it goes on, the next page has its head and the band of its section again."""
        _TablePlacer(self, table).place()

    def finish(self) -> None:
        """Place headings that still wait for something to follow."""
        if any(draw for _, draw in self._waiting):
            self.reserve(0.0)
        self._waiting.clear()

    def put(self, height: float, draw: Draw) -> None:
        """Place something here and now, without a look at the room."""
        page = self.page
        draw(page, page.frame.left, self.y)
        self.y += height

    def reserve(self, height: float) -> None:
        """Place the headings that wait where this height fits under them."""
        needed = height + sum(waiting for waiting, _ in self._waiting)
        if needed > self.room and not self.at_top:
            self.turn()
        for waiting, draw in self._waiting:
            if draw:
                self.put(waiting, draw)
            elif not self.at_top:
                self.y += waiting
        self._waiting.clear()

    def turn(self) -> Page:
        """Begin the next page, whatever stands on this one."""
        self._page = self.pages.add(self.furniture)
        self.y = self._page.frame.top
        return self._page


def _lines_drawn(lines: Sequence[Line], style: Style) -> Draw:
    def draw(page: Page, x: float, top: float) -> None:
        for number, line in enumerate(lines):
            page.put(line, x, top + number * style.leading + style.baseline, style)

    return draw


class _TablePlacer:
    """Puts the parts of one table on pages."""

    def __init__(self, flow: Flow, table: Table) -> None:
        self._flow = flow
        self._table = MeasuredTable(table, flow.pages)
        self._more = table.style.overleaf_height
        self._band: Band | None = None
        self._top = 0.0  # where the parts begin on the present page

    def place(self) -> None:
        """All of the table; without rows only its head."""
        flow, groups = self._flow, self._groups()
        rest = sum(entry.height for group in groups for entry in group)
        flow.reserve(self._table.head_height + min(rest, self._least_beginning(groups)))
        self._put_head()
        for number, group in enumerate(groups):
            if rest <= flow.room:
                self._put_all([entry for later in groups[number:] for entry in later], ends=True)
                return
            self._put_group(group, ends=number == len(groups) - 1)
            rest -= sum(entry.height for entry in group)

    def _groups(self) -> list[list[Measured]]:
        """The parts of the table in groups that belong on one page."""
        entries, style = self._table.entries, self._table.style
        tied = _tied(entries, style.rows_after_head, style.rows_before_sum, style.rows_on_last_page)
        groups: list[list[Measured]] = []
        for number, entry in enumerate(entries):
            if number and tied[number - 1]:
                groups[-1].append(entry)
            else:
                groups.append([entry])
        return groups

    def _least_beginning(self, groups: list[list[Measured]]) -> float:
        """What must stand under the head of a table that goes on overleaf."""
        if not groups:
            return 0.0
        first = sum(entry.height for entry in groups[0])
        frame = self._flow.page.frame
        fits = self._table.head_height + first + self._more <= frame.bottom - frame.top
        return (first if fits else _least(groups[0])) + self._more

    def _put_group(self, group: list[Measured], *, ends: bool) -> None:
        flow = self._flow
        needed = sum(entry.height for entry in group) + (0.0 if ends else self._more)
        tall = any(entry.least < entry.height for entry in group if isinstance(entry, MeasuredRow))
        if needed > flow.room and not tall and not self._fresh:
            self._turn(group[0])
        if needed <= flow.room:
            self._put_all(group, ends=ends)
            return
        for number, entry in enumerate(group):
            self._put_entry(entry, group[number:], ends=ends and number == len(group) - 1)

    def _put_all(self, entries: list[Measured], *, ends: bool) -> None:
        for number, entry in enumerate(entries):
            self._put(entry, last=ends and number == len(entries) - 1)

    def _put_entry(self, entry: Measured, following: list[Measured], *, ends: bool) -> None:
        """A part of a group that does not fit on a page as a whole."""
        flow = self._flow
        more = 0.0 if ends else self._more
        if _least(following) + more > flow.room and not self._fresh:
            self._turn(entry)
        while isinstance(entry, MeasuredRow) and entry.height + more > flow.room:
            upper, lower = self._table.cut(entry, flow.room - self._more)
            if upper.is_empty and self._fresh:
                raise ValueError("the page is too low for two lines of this table")
            if not upper.is_empty:
                self._put(upper, last=False)
                entry = lower
            self._turn(entry)
        self._put(entry, last=ends)

    @property
    def _fresh(self) -> bool:
        """Whether nothing but the head and a repeated band stands on the page."""
        return self._flow.y <= self._top + _EPSILON

    def _put(self, entry: Measured, *, last: bool) -> None:
        if not isinstance(entry, MeasuredRow):
            self._band = entry if isinstance(entry, Band) else None
        self._flow.put(entry.height, partial(self._table.draw, entry, last=last))

    def _put_head(self) -> None:
        self._flow.put(self._table.head_height, self._table.draw_head)
        self._top = self._flow.y

    def _turn(self, coming: Measured) -> None:
        """Say that the table goes on, and begin the next page with its head and the unfinished band."""
        flow, table = self._flow, self._table
        band = None if isinstance(coming, Band) else self._band
        if text := band.overleaf if band else table.overleaf:
            table.draw_overleaf(text, flow.page, flow.page.frame.left, flow.y)
        flow.turn()
        self._put_head()
        if band:
            flow.put(band.height, partial(table.draw_band, band, band.again))
            self._top = flow.y


def _least(entries: list[Measured]) -> float:
    """What must fit of these on a page: the first, or two lines of it; after a band also what follows."""
    first, *others = entries
    if isinstance(first, MeasuredRow):
        return first.least
    return first.height + (_least(others) if isinstance(first, Band) and others else 0.0)


def _tied(entries: Sequence[Measured], after_head: int, before_sum: int, at_end: int) -> list[bool]:
    """For each part of a table whether the next one must stand on the same page."""
    tied = [False] * len(entries)

    def tie(first: int, last: int) -> None:
        for number in range(max(first, 0), min(last, len(entries) - 1)):
            tied[number] = True

    tie(0, after_head - 1)
    for number, entry in enumerate(entries):
        if isinstance(entry, Band):
            tie(number, number + after_head)
        elif isinstance(entry, Sum):
            tie(number - before_sum, number)
    sums = isinstance(entries[-1], Sum) if entries else 0
    tie(len(entries) - at_end - sums, len(entries) - 1)
    return tied
