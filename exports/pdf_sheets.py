"""The blank checklist: eight items a page with boxes to tick, filled in by hand and read by a machine."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Final, NamedTuple

from exports.pdf_font import Fonts
from exports.pdf_furniture import PageFurniture, cut_lines, document_info, qr_path, qr_rows, shortened
from exports.pdf_marks import MARK_SIZE, mark
from exports.pdf_page import Page, Pages, Pen, rectangle
from exports.pdf_style import (
    BLACK,
    BODY,
    CELL,
    CELL_BOLD,
    CHAPTER,
    HAIRLINE,
    HEAD_PEN,
    LEFT,
    MM,
    NOTE,
    NOTE_BOLD,
    NOTE_LINE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    SECTION,
    TABLE_PEN,
    UNIT,
    WHITE,
    frame,
)
from exports.report_model import BlankChecklist, Sheet, SheetItem
from exports.typesetting import Line, Style, Typesetter

ITEMS_A_PAGE: Final = 8

# --- the marks by which a scanned sheet is found and straightened, in mm from the left and top edge
_CORNER: Final = 5 * MM
_CORNERS: Final = ((12 * MM, 7 * MM), (197 * MM, 7 * MM), (12 * MM, 285 * MM), (197 * MM, 285 * MM))
_HOLLOW: Final = 1.6 * MM
_TIMING: Final = (19 * MM, 3 * MM, 1.6 * MM)  # left edge, width, height
_CODE: Final = 20 * MM
_CODE_TOP: Final = 68.3

# --- head of a page
_TITLE: Final = 92.0
_FIELDS: Final = 114.5
_PERSON: Final = 68 * MM
_DATE: Final = 110 * MM
_FIELDS_END: Final = 144 * MM
_HINT: Final = 130.0
_TOP: Final = 140.0
_HEAD_HEIGHT: Final = 28.0
_BOTTOM: Final = 767.0

# --- columns from the left of the text; heights from the top of a row
_ASK: Final = 13 * MM
_MOST_ASK: Final = 17 * MM
_ASK_END: Final = 94 * MM
_BOXES: Final = 98 * MM
_PITCH: Final = 15 * MM
_BOX: Final = 5 * MM
_BOX_PEN: Final = Pen(0.7)
_PHOTO: Final = 136 * MM
_FIRST: Final = 2 * UNIT
_BASE: Final = 14.2
_NOTE_BASE: Final = 48.0
_ATTACHMENT_BASE: Final = 34.0
_LEAST_PITCH: Final = 14.0
_BLANK: Final = 26.0
_ASK_LINES: Final = 3


class _Text(NamedTuple):
    """Question and what to look at, in lines; `end` is where they end below the top of the row."""

    ask: tuple[Line, ...]
    style: Style
    look: tuple[Line, ...]

    @property
    def end(self) -> float:
        return _FIRST - UNIT + len(self.ask) * self.style.leading + len(self.look) * NOTE.leading


def write_blank(checklist: BlankChecklist) -> bytes:
    """The blank checklist as a PDF file; the same checklist gives the same bytes."""
    typesetter = Typesetter(Fonts())
    pages = Pages(typesetter, PAGE_WIDTH, PAGE_HEIGHT, frame)
    furniture = PageFurniture(checklist.furniture, typesetter)
    for sheet in checklist.sheets:
        for start in range(0, len(sheet.items), ITEMS_A_PAGE):
            page = pages.add(furniture.sheet(f"{sheet.letter}　{sheet.title}"))
            if start == 0:
                pages.bookmark(f"sheet-{sheet.letter}", page, 0.0, f"{sheet.letter}　{sheet.title}")
            _SheetPage(page, checklist, typesetter).draw(sheet, start)
    enterprise = checklist.furniture.head_left
    title = f"{enterprise}　{checklist.title}"
    info = document_info(title, enterprise, checklist.furniture, checklist.language, checklist.printed_on)
    target = BytesIO()
    pages.save(target, info)
    return target.getvalue()


def sheet_payload(checklist: BlankChecklist, page: int, total: int) -> str:
    """What the code of a sheet says: the assessment, its state, and which page of how many this is."""
    return f"{checklist.furniture.qr}/{page}/{total}"


def page_count(checklist: BlankChecklist) -> int:
    """How many pages the blank checklist has: each file begins one."""
    return sum(-(-len(sheet.items) // ITEMS_A_PAGE) for sheet in checklist.sheets)


class _SheetPage:
    """Draws one page of a blank checklist."""

    def __init__(self, page: Page, checklist: BlankChecklist, typesetter: Typesetter) -> None:
        self._page = page
        self._checklist = checklist
        self._typesetter = typesetter
        kinds = [typesetter.width(i.kind, NOTE_BOLD) for sheet in checklist.sheets for i in sheet.items]
        self._ask = max(_ASK, min(max(kinds, default=0.0) + 3.0, _MOST_ASK))

    def draw(self, sheet: Sheet, start: int) -> None:
        self._draw_corners()
        self._draw_title(sheet, continued=start > 0)
        self._draw_fields()
        rows_top = self._draw_table_head()
        height = (_BOTTOM - rows_top) / ITEMS_A_PAGE
        items = sheet.items[start : start + ITEMS_A_PAGE]
        for number, item in enumerate(items):
            top = rows_top + number * height
            self._draw_item(item, top, height)
            bottom = top + height
            self._page.rule(LEFT, bottom, RIGHT, bottom, HEAD_PEN if number == len(items) - 1 else HAIRLINE)

    def _draw_corners(self) -> None:
        for x, y in _CORNERS:
            self._page.fill(x, y, _CORNER, _CORNER, BLACK)
        x, y = _CORNERS[0]  # the hollow one tells which way up the sheet lies
        inset = (_CORNER - _HOLLOW) / 2
        self._page.fill(x + inset, y + inset, _HOLLOW, _HOLLOW, WHITE)
        payload = sheet_payload(self._checklist, self._page.index + 1, page_count(self._checklist))
        self._page.path(qr_path(qr_rows(payload), RIGHT - _CODE, _CODE_TOP, _CODE), fill=BLACK)

    def _draw_title(self, sheet: Sheet, *, continued: bool) -> None:
        page = self._page
        x = LEFT + page.write(self._checklist.title, LEFT, _TITLE, CHAPTER) + 4 * UNIT
        x += page.write(sheet.letter, x, _TITLE, SECTION) + 4 * UNIT
        again = self._checklist.furniture.continued if continued else ""
        room = RIGHT - _CODE - 2 * UNIT - x - self._typesetter.width(again, SECTION)
        page.write(shortened(sheet.title, room, SECTION, self._typesetter) + again, x, _TITLE, SECTION)

    def _draw_fields(self) -> None:
        page, words = self._page, self._checklist
        enterprise, person, date = words.labels
        x = LEFT + page.write(enterprise, LEFT, _FIELDS, NOTE) + 3 * UNIT
        name, room = words.furniture.head_left, LEFT + _PERSON - 2 * UNIT - x
        style = next((s for s in (BODY, CELL) if self._typesetter.width(name, s) <= room), NOTE)
        page.write(shortened(name, room, style, self._typesetter), x, _FIELDS, style)
        for label, start, end in ((person, _PERSON, _DATE - 3 * UNIT), (date, _DATE, _FIELDS_END)):
            x = LEFT + start + page.write(label, LEFT + start, _FIELDS, NOTE) + 2 * UNIT
            page.rule(x, _FIELDS + 2.5, LEFT + end, _FIELDS + 2.5, HAIRLINE)
        page.write(
            shortened(words.hint, RIGHT - LEFT - _CODE - UNIT, NOTE, self._typesetter), LEFT, _HINT, NOTE
        )

    def _draw_table_head(self) -> float:
        """Names of the columns and of the boxes; returns where the rows begin."""
        page, words = self._page, self._checklist
        names = [list(self._box_names(duty, other)) for _, duty, other in words.statuses]
        height = _HEAD_HEIGHT + (max((len(n) for n in names), default=1) - 1) * 9.0
        page.rule(LEFT, _TOP, RIGHT, _TOP, TABLE_PEN)
        page.write(words.head[0], LEFT, _TOP + height / 2 + 2.7, NOTE_BOLD)
        page.write(words.head[1], LEFT + self._ask, _TOP + height / 2 + 2.7, NOTE_BOLD)
        for number, (status, _, _) in enumerate(words.statuses):
            middle = LEFT + _BOXES + number * _PITCH + _BOX / 2
            mark(status)(page, middle - MARK_SIZE / 2, _TOP + 13.0)
            for place, name in enumerate(names[number]):
                page.write(name, middle, _TOP + 23.5 + place * 9.0, NOTE, "center")
        page.rule(LEFT, _TOP + height, RIGHT, _TOP + height, HEAD_PEN)
        return _TOP + height

    def _box_names(self, duty: str, other: str) -> Iterator[str]:
        """The word of a duty over a box, below it that of other items where it differs; no word is torn."""
        for name in dict.fromkeys((duty, other)):
            longest = max((self._typesetter.width(word, NOTE) for word in name.split()), default=0.0)
            width = max(_PITCH - 1.0, longest + 0.1)
            yield from (line.text for line in self._typesetter.lines(name, width, NOTE))

    def _draw_item(self, item: SheetItem, top: float, height: float) -> None:
        page = self._page
        page.fill(_TIMING[0], top + _FIRST, _TIMING[1], _TIMING[2], BLACK)
        page.write(item.number, LEFT, top + _BASE, CELL_BOLD)
        kind = self._typesetter.lines(item.kind, self._ask, NOTE_BOLD if item.bold else NOTE)
        for number, line in enumerate(kind):
            page.put(line, LEFT, top + _BASE + 13.0 + number * 9.0, NOTE_BOLD if item.bold else NOTE)
        last = top + height - 5.0
        text = self._text(item, height)
        self._draw_text(text, top)
        self._draw_note(text, top, last)
        if item.blanks:
            self._draw_blanks(item, top)
        else:
            for number in range(len(self._checklist.statuses)):
                x = LEFT + _BOXES + number * _PITCH
                page.path(rectangle(x, top + _FIRST, _BOX, _BOX), pen=_BOX_PEN)
        self._draw_attachment(item, top)

    def _text(self, item: SheetItem, height: float) -> _Text:
        """Up to three lines of question, a longer one set smaller; then as much of what to look at."""
        lines = self._typesetter.lines
        width, style, most = _ASK_END - self._ask, CELL, _ASK_LINES
        ask = lines(item.ask, width, style)
        if len(ask) > most:
            style, most = NOTE, _ASK_LINES + 1
            ask = cut_lines(item.ask, width, style, most, self._typesetter)
        room = height - 18.0 - (_FIRST - UNIT) - len(ask) * style.leading
        fitting = int(room // NOTE.leading) if item.look else 0
        look = cut_lines(item.look, width, NOTE, fitting, self._typesetter) if fitting > 0 else []
        return _Text(tuple(ask), style, tuple(look))

    def _draw_text(self, text: _Text, top: float) -> None:
        base = top + _BASE - 1.5 * (CELL.size - text.style.size)
        for number, line in enumerate(text.ask):
            self._page.put(line, LEFT + self._ask, base + number * text.style.leading, text.style)
        base = top + text.end - (len(text.look) - 1) * NOTE.leading - 1.6
        for number, line in enumerate(text.look):
            self._page.put(line, LEFT + self._ask, base + number * NOTE.leading, NOTE)

    def _draw_note(self, text: _Text, top: float, last: float) -> None:
        """Two lines for a note; one, across the page, where the question needs the room of the other."""
        page, label = self._page, self._checklist.note_label
        base = max(top + _NOTE_BASE, top + text.end + 10.0)
        two = base + 2.0 + _LEAST_PITCH <= last
        base = base if two else last - 2.0
        x = LEFT + self._ask + page.write(label, LEFT + self._ask, base, NOTE) + 3 * UNIT
        page.rule(x, base + 2.0, LEFT + _ASK_END if two else RIGHT, base + 2.0, NOTE_LINE)
        if two:
            page.rule(LEFT + self._ask, last, RIGHT, last, NOTE_LINE)

    def _draw_blanks(self, item: SheetItem, top: float) -> None:
        """Labelled blanks of a measure: each ____ becomes a line to write on."""
        for number, words in enumerate(item.blanks):
            x, base = LEFT + _BOXES, top + _BASE + number * CELL.leading
            parts = words.split("____")
            room = RIGHT - x - self._typesetter.width("".join(parts), NOTE)
            blank = min(_BLANK, room / max(len(parts) - 1, 1))
            for place, part in enumerate(parts):
                x += self._page.write(part, x, base, NOTE)
                if place < len(parts) - 1:
                    self._page.rule(x, base + 2.0, x + blank, base + 2.0, HAIRLINE)
                    x += blank

    def _draw_attachment(self, item: SheetItem, top: float) -> None:
        page = self._page
        lines = len(item.blanks)
        base = max(top + _ATTACHMENT_BASE, top + _BASE + lines * CELL.leading)
        places = (
            (self._checklist.attachment_label, _BOXES, _PHOTO - 2 * UNIT),
            (self._checklist.photo_label, _PHOTO, 170 * MM),
        )
        for label, start, end in places:
            x = LEFT + start + page.write(label, LEFT + start, base, NOTE) + 2 * UNIT
            page.rule(x, base + 2.0, LEFT + end, base + 2.0, NOTE_LINE)
