"""The pages before the chapters: cover, statement with signatures, contents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from checklists.errors import Language
from exports.charts import Drawing
from exports.page_layout import Draw, Flow
from exports.pdf_furniture import cut_lines, shortened
from exports.pdf_page import Page, Pages, polyline
from exports.pdf_style import (
    AFTER_RULE,
    AFTER_TEXT,
    BLACK,
    BODY,
    BODY_BOLD,
    BOTTOM,
    CELL,
    CELL_BOLD,
    CHAPTER_HEIGHT,
    CHAPTER_PEN,
    COVER_TITLE,
    DATE_LINE,
    GAP,
    HAIRLINE,
    HEAD_PEN,
    INDENT,
    LEADER,
    LEFT,
    MM,
    NOTE,
    PAD,
    RIGHT,
    SECTION,
    SIGN_FIRST,
    SIGN_HEIGHT,
    SIGN_LINE,
    SIGN_PITCH,
    SIGN_SHIFT,
    STAMP,
    STAMP_CORNER,
    STAMP_TOP,
    TABLE_PEN,
    TOP,
    UNIT,
    WIDTH,
    YEAR,
    baseline,
)
from exports.report_model import Cover, Statement
from exports.typesetting import Style, Typesetter

# --- cover, from the top of the page
_BAR: Final = (68.0, 2.2 * MM)
_KICKER: Final = 100.4
_ENTERPRISE: Final = 249.0
_TITLE_TOP: Final = 271.0
_COVER_TABLE: Final = 468.0
_COVER_ROW: Final = 7 * UNIT
_COVER_LABEL: Final = 42 * MM
_COVER_LINES: Final = 2
_SMALL_LABEL: Final = 18 * MM
_SMALL_END: Final = 754.0
_SHORT_RULE: Final = 24 * MM

# --- statement
_SCOPE_LABEL: Final = 34 * MM

# --- contents
_ENTRY_TITLE: Final = 18 * MM
_SUB_INDENT: Final = 10 * MM
_LEADER_END: Final = 15.0


class Entry(NamedTuple):
    """A line of the contents: bookmark key, number, title; `level` 1 stands under the chapter before it."""

    key: str
    number: str
    title: str
    level: int = 0


def draw_cover(page: Page, cover: Cover, language: Language, typesetter: Typesetter) -> None:
    """The cover, but for its furniture."""
    page.fill(LEFT, _BAR[0], WIDTH, _BAR[1], BLACK)
    page.write(cover.kicker, LEFT, _KICKER, CELL)
    page.write(cover.number, RIGHT, _KICKER, CELL, "right")
    enterprise = typesetter.lines(cover.enterprise, WIDTH, SECTION)
    for number, line in enumerate(reversed(enterprise)):
        page.put(line, LEFT, _ENTERPRISE - number * SECTION.leading, SECTION)
    style = COVER_TITLE[language]
    title = typesetter.lines(cover.title, WIDTH, style)
    for number, line in enumerate(title):
        page.put(line, LEFT, baseline(style, _TITLE_TOP + number * style.leading), style)
    below = _TITLE_TOP + len(title) * style.leading
    page.write(cover.year, LEFT, baseline(YEAR, below + 2.5 * UNIT), YEAR)
    rule = below + 12.8 * UNIT
    page.rule(LEFT, rule, LEFT + _SHORT_RULE, rule, CHAPTER_PEN)
    small_top = _draw_small_rows(page, cover)
    _draw_cover_table(page, cover, rule + AFTER_TEXT, small_top - AFTER_TEXT, typesetter)


def _draw_small_rows(page: Page, cover: Cover) -> float:
    """The rows at the foot of the cover; returns their top."""
    top = _SMALL_END - len(cover.small_rows) * CELL.leading
    for number, (label, value) in enumerate(cover.small_rows):
        base = baseline(CELL, top + number * CELL.leading)
        page.write(label, LEFT, base, NOTE)
        page.write(value, LEFT + _SMALL_LABEL, base, CELL)
    return top


def _draw_cover_table(page: Page, cover: Cover, top: float, bottom: float, typesetter: Typesetter) -> None:
    """The table of the cover: higher up where it is long, and set smaller where it is too long."""
    style, pad = BODY, _COVER_ROW - BODY.leading
    rows = [(label, typesetter.lines(value, WIDTH - _COVER_LABEL, style)) for label, value in cover.rows]
    if sum(len(lines) * style.leading + pad for _, lines in rows) > bottom - top:
        style, pad = CELL, UNIT
        rows = [
            (label, cut_lines(value, WIDTH - _COVER_LABEL, style, _COVER_LINES, typesetter))
            for label, value in cover.rows
        ]
    y = min(_COVER_TABLE, bottom - sum(len(lines) * style.leading + pad for _, lines in rows))
    page.rule(LEFT, y, RIGHT, y, TABLE_PEN)
    for number, (label, lines) in enumerate(rows):
        base = baseline(style, y + pad / 2)
        page.write(label, LEFT, base, CELL)
        for place, line in enumerate(lines):
            page.put(line, LEFT + _COVER_LABEL, base + place * style.leading, style)
        y += len(lines) * style.leading + pad
        page.rule(LEFT, y, RIGHT, y, HAIRLINE if number < len(rows) - 1 else HEAD_PEN)


class StatementPages:
    """Sets the statement: its text, then the signatures at the foot of the same page."""

    def __init__(self, flow: Flow, statement: Statement, language: Language, typesetter: Typesetter) -> None:
        self._flow = flow
        self._statement = statement
        self._language: Language = language
        self._typesetter = typesetter
        self._text = BODY

    def place(self) -> None:
        """Text, scope and limits; signatures for which there is no room take the limits along overleaf."""
        scope = self._scope()
        if self._needed(scope) > BOTTOM - TOP:
            self._text = CELL
        self._paragraphs(self._statement.paragraphs)
        self._section(self._statement.scope_title, AFTER_TEXT)
        for row in scope:
            self._flow.block(row.height, row.draw)
        if self._flow.room < self._end_height():
            self._flow.new_page()
        self._section(self._statement.limits_title, AFTER_RULE, rule=False)
        self._paragraphs(self._statement.limits)
        self._flow.finish()
        if self._flow.room < SIGN_HEIGHT:
            self._flow.new_page()
        self._flow.skip(self._flow.room - SIGN_HEIGHT)
        self._flow.block(SIGN_HEIGHT, self._draw_signatures)

    def _needed(self, scope: Sequence[Drawing]) -> float:
        """The height of all of it with its heading: one page, if need be in small type."""
        text = self._height(self._statement.paragraphs) + AFTER_TEXT + 7 * UNIT
        return CHAPTER_HEIGHT + 2 * UNIT + text + sum(row.height for row in scope) + self._end_height()

    def _end_height(self) -> float:
        return AFTER_RULE + 7 * UNIT + self._height(self._statement.limits) + SIGN_HEIGHT

    def _paragraphs(self, texts: Sequence[str]) -> None:
        for number, text in enumerate(texts):
            if number:
                self._flow.skip(UNIT)
            zh = self._language == "zh"
            self._flow.paragraph(text, self._text, indent=INDENT[self._language], justify=zh)

    def _height(self, texts: Sequence[str]) -> float:
        style, indent = self._text, INDENT[self._language]
        lines = sum(len(self._typesetter.lines(text, WIDTH, style, indent=indent)) for text in texts)
        return lines * style.leading + UNIT * max(len(texts) - 1, 0)

    def _section(self, title: str, above: float, *, rule: bool = True) -> None:
        def draw(page: Page, left: float, top: float) -> None:
            page.write(title, left, baseline(SECTION, top), SECTION)
            if rule:
                page.rule(left, top + 7 * UNIT, left + WIDTH, top + 7 * UNIT, TABLE_PEN)

        self._flow.skip(above)
        self._flow.block(7 * UNIT, draw, keep_with_next=True)

    def _scope(self) -> list[Drawing]:
        rows = self._statement.scope
        return [self._scope_row(*row, last=number == len(rows) - 1) for number, row in enumerate(rows)]

    def _scope_row(self, label: str, text: str, *, last: bool) -> Drawing:
        lines = self._typesetter.lines(text, WIDTH - _SCOPE_LABEL, CELL)
        height = len(lines) * CELL.leading + 2 * PAD

        def draw(page: Page, left: float, top: float) -> None:
            page.write(label, left, baseline(CELL_BOLD, top + PAD), CELL_BOLD)
            for number, line in enumerate(lines):
                page.put(line, left + _SCOPE_LABEL, baseline(CELL, top + PAD + number * CELL.leading), CELL)
            page.rule(left, top + height, left + WIDTH, top + height, HEAD_PEN if last else HAIRLINE)

        return Drawing(height, draw)

    def _draw_signatures(self, page: Page, left: float, top: float) -> None:
        statement = self._statement
        page.write(statement.sign_title, left, baseline(SECTION, top), SECTION)
        top += 7 * UNIT
        page.rule(left, top, left + WIDTH, top, TABLE_PEN)
        for number, role in enumerate(statement.roles):
            self._draw_signature(page, role, left, top + SIGN_FIRST + number * SIGN_PITCH)
        if statement.stamp:
            self._draw_stamp(page, left, top + STAMP_TOP)
        end = top + SIGN_FIRST + 2 * SIGN_PITCH + 27.0
        page.rule(left, end, left + WIDTH, end, HAIRLINE)
        page.write(statement.stamp_note, left, baseline(NOTE, end + 1.5 * UNIT), NOTE)

    def _sign_shift(self) -> float:
        """How far the words before the lines push them to the right: not at all in Chinese."""
        width, statement = self._typesetter.width, self._statement
        role = max((width(role, BODY_BOLD) for role in statement.roles), default=0.0)
        return max(role + 2 * UNIT + width(statement.signature, NOTE) + UNIT - SIGN_LINE[0], 0.0)

    def _draw_signature(self, page: Page, role: str, left: float, line: float) -> None:
        statement, base, shift = self._statement, line - 3.0, self._sign_shift()
        page.write(role, left, base, BODY_BOLD)
        begin, date = left + SIGN_LINE[0] + shift, left + DATE_LINE[0] + min(shift, SIGN_SHIFT)
        page.write(statement.signature, begin - UNIT, base, NOTE, "right")
        page.rule(begin, line, left + sum(SIGN_LINE) + min(shift, SIGN_SHIFT), line, HAIRLINE)
        page.write(statement.date_label, date - UNIT, base, NOTE, "right")
        page.rule(date, line, date + DATE_LINE[1], line, HAIRLINE)
        for number, part in enumerate(statement.date_parts, 1):
            page.write(part, date + number * DATE_LINE[1] / 3, base, NOTE, "right")

    def _draw_stamp(self, page: Page, left: float, top: float) -> None:
        """Four corners of the square for the seal, empty inside, and whose seal it is."""
        x, right, bottom = left + WIDTH - STAMP, left + WIDTH, top + STAMP
        for cx, dx in ((x, STAMP_CORNER), (right, -STAMP_CORNER)):
            for cy, dy in ((top, STAMP_CORNER), (bottom, -STAMP_CORNER)):
                page.path(polyline([(cx + dx, cy), (cx, cy), (cx, cy + dy)]), pen=HEAD_PEN)
        words = shortened(self._statement.stamp, WIDTH, NOTE, self._typesetter)
        width = self._typesetter.width(words, NOTE)
        page.write(words, right - max((STAMP - width) / 2, 0.0), bottom + 12.0, NOTE, "right")


def place_contents(flow: Flow, pages: Pages, entries: Sequence[Entry]) -> None:
    """The lines of the contents; page numbers are written when all pages are known."""
    widths = [pages.typesetter.width(e.number, BODY_BOLD) for e in entries if e.level == 0]
    title_x = max(_ENTRY_TITLE, max(widths, default=0.0) + 2 * UNIT)
    for number, entry in enumerate(entries):
        if entry.level == 0 and number > 0:
            flow.skip(UNIT)
        below = number + 1 < len(entries) and entries[number + 1].level > entry.level
        height = (BODY_BOLD if entry.level == 0 else CELL).leading
        flow.block(height, _contents_line(pages, entry, title_x), keep_with_next=below)


def _contents_line(pages: Pages, entry: Entry, chapter_x: float) -> Draw:
    style = BODY_BOLD if entry.level == 0 else CELL
    number_x, title_x = (0.0, chapter_x) if entry.level == 0 else (chapter_x, chapter_x + _SUB_INDENT)
    if not entry.number:
        title_x = number_x
    title = shortened(entry.title, WIDTH - title_x - _LEADER_END - 2 * GAP, style, pages.typesetter)

    def draw(page: Page, left: float, top: float) -> None:
        base = baseline(style, top)
        page.write(entry.number, left + number_x, base, style)
        start = left + title_x + page.write(title, left + title_x, base, style) + 2 * UNIT
        page.rule(left + WIDTH - _LEADER_END, base - 2.0, start, base - 2.0, LEADER)
        page.link(left, top, WIDTH, style.leading, entry.key)
        page.later(lambda p: _write_number(p, str(pages.number(entry.key)), left + WIDTH, base, style))

    return draw


def _write_number(page: Page, number: str, x: float, base: float, style: Style) -> None:
    page.write(number, x, base, style, "right")
