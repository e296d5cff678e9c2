"""What stands on every page: head, foot, page x of y, QR code; tag and watermark of a draft or a sample."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import partial

from checklists.errors import Language
from exports.pdf_file import DocumentInfo
from exports.pdf_page import Page, Path, rectangle
from exports.pdf_style import (
    BLACK,
    CENTER,
    FOOT_BASELINES,
    FOOT_RULE,
    HAIRLINE,
    HEAD_BASELINE,
    HEAD_RULE,
    LEFT,
    NOTE,
    NOTE_BOLD,
    NOTE_WHITE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QR_SIZE,
    QR_TOP,
    RIGHT,
    TAG_SIZE,
    UNIT,
    WATERMARK,
    WATERMARK_ANGLE,
    baseline,
)
from exports.report_model import Furniture
from exports.typesetting import Line, Style, Typesetter

#: Draws what stands on a page, given its number and how many there are.
Draw = Callable[[Page, int, int], None]


def document_info(
    title: str, enterprise: str, furniture: Furniture, language: Language, printed_on: date
) -> DocumentInfo:
    """The properties of a file; its date is the day of printing, so that equal reports are equal files."""
    return DocumentInfo(
        title=title,
        author=enterprise,
        subject=furniture.number,
        creator="Zhiping",
        language="zh-CN" if language == "zh" else "en",
        when=datetime.combine(printed_on, time(), UTC),
    )


def qr_payload(furniture: Furniture, total: int) -> str:
    """What the code on each page says: the report, its revision, its fingerprint and its pages."""
    return f"{furniture.qr}/{total}"


def qr_rows(payload: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of a QR code, no quiet zone: version 3, level Q; larger where the payload is too long."""
    import segno

    try:
        code = segno.make(payload, version=3, error="q", boost_error=False)
    except segno.DataOverflowError:
        code = segno.make(payload, error="q", micro=False, boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def qr_path(rows: tuple[tuple[bool, ...], ...], x: float, y: float, size: float) -> Path:
    """A QR code as one path: a rectangle for each run of dark modules; (x, y) is its top left corner."""
    module = size / len(rows)
    path: Path = []
    for number, row in enumerate(rows):
        start = 0
        while start < len(row):
            end = start
            while end < len(row) and row[end]:
                end += 1
            if end > start:
                path += rectangle(x + start * module, y + number * module, (end - start) * module, module)
            start = end + 1
    return path


class PageFurniture:
    """Furniture of one document; the code is made once, when the number of pages is known."""

    def __init__(self, words: Furniture, typesetter: Typesetter) -> None:
        self._words = words
        self._typesetter = typesetter
        self._code: Path | None = None

    def running(self, name: str) -> Draw:
        """Furniture of the pages of a chapter, its name in the head."""
        return partial(self._draw, name=name)

    def cover(self, check: str) -> Draw:
        """Furniture of the cover: no head, and how to check the paper in the foot."""
        return partial(self._draw_cover, check=check)

    def _draw(self, page: Page, number: int, total: int, *, name: str) -> None:
        self._draw_head(page, name)
        self._draw_watermark(page)
        self._draw_foot(page, number, total, (self._words.number, self._words.fingerprint))
        self._draw_code(page, total)

    def _draw_cover(self, page: Page, number: int, total: int, *, check: str) -> None:
        if self._words.tag:
            width = self._tag_width()
            self._draw_tag(page, CENTER - width / 2, width)
        self._draw_watermark(page)
        self._draw_foot(page, number, total, (self._words.fingerprint, check))
        self._draw_code(page, total)

    def sheet(self, name: str) -> Draw:
        """Furniture of a sheet to be filled in: as of a chapter, without the code in the foot."""

        def draw(page: Page, number: int, total: int) -> None:
            self._draw_head(page, name)
            self._draw_watermark(page)
            self._draw_foot(page, number, total, (self._words.number, self._words.fingerprint))

        return draw

    def _draw_head(self, page: Page, name: str) -> None:
        right = f"{self._words.head_right}　｜　{name}" if name else self._words.head_right
        room = RIGHT - LEFT - self._typesetter.width(right, NOTE) - 4 * UNIT
        if self._words.tag:
            width = self._tag_width()
            x = min(CENTER - width / 2, LEFT + room - width)
            self._draw_tag(page, x, width)
            room = x - LEFT - 4 * UNIT
        page.write(shortened(self._words.head_left, room, NOTE, self._typesetter), LEFT, HEAD_BASELINE, NOTE)
        page.write(right, RIGHT, HEAD_BASELINE, NOTE, "right")
        page.rule(LEFT, HEAD_RULE, RIGHT, HEAD_RULE, HAIRLINE)

    def _tag_width(self) -> float:
        return max(TAG_SIZE[0], self._typesetter.width(self._words.tag, NOTE_WHITE) + 4 * UNIT)

    def _draw_tag(self, page: Page, x: float, width: float) -> None:
        top = HEAD_BASELINE - baseline(NOTE_WHITE, 0.0, TAG_SIZE[1])
        page.fill(x, top, width, TAG_SIZE[1], BLACK)
        page.write(self._words.tag, x + width / 2, HEAD_BASELINE, NOTE_WHITE, "center")

    def _draw_watermark(self, page: Page) -> None:
        if self._words.watermark:
            page.watermark(self._words.watermark, PAGE_WIDTH / 2, PAGE_HEIGHT / 2, WATERMARK, WATERMARK_ANGLE)

    def _draw_foot(self, page: Page, number: int, total: int, lines: tuple[str, str]) -> None:
        page.rule(LEFT, FOOT_RULE, RIGHT, FOOT_RULE, HAIRLINE)
        for text, base in zip(lines, FOOT_BASELINES, strict=True):
            page.write(text, LEFT, base, NOTE)
        words = self._words.page.format(page=number, total=total)
        page.write(words, CENTER, FOOT_BASELINES[0], NOTE_BOLD, "center")

    def _draw_code(self, page: Page, total: int) -> None:
        if self._code is None:
            self._code = qr_path(qr_rows(qr_payload(self._words, total)), RIGHT - QR_SIZE, QR_TOP, QR_SIZE)
        page.path(self._code, fill=BLACK)


def shortened(text: str, room: float, style: Style, typesetter: Typesetter) -> str:
    """A text on one line, its end replaced by … where it is wider than the room."""
    if typesetter.width(text, style) <= room:
        return text
    while text and typesetter.width(text + "…", style) > room:
        text = text[:-1]
    return text + "…"


def cut_lines(text: str, width: float, style: Style, most: int, typesetter: Typesetter) -> list[Line]:
    """A text in at most so many lines, the last ending in … where some is left out."""
    lines = typesetter.lines(text, width, style)
    if len(lines) <= most:
        return lines
    rest = "".join(line.text for line in lines[most - 1 :])
    return [*lines[: most - 1], typesetter.line(shortened(rest, width, style, typesetter), style)]
