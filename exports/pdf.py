"""Report -> PDF: the story of the pages. Needs reportlab; import it only where a report is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

from exports.charts import Drawing, draw_charts
from exports.key_figures import draw_key_figures, draw_strip
from exports.page_layout import Flow
from exports.pdf_font import Fonts
from exports.pdf_front import Entry, StatementPages, draw_cover, place_contents
from exports.pdf_furniture import PageFurniture, document_info
from exports.pdf_legend import draw_legend
from exports.pdf_marks import draw_tag, tag_width
from exports.pdf_page import Page, Pages
from exports.pdf_photos import draw_photo_row
from exports.pdf_style import (
    AFTER_NOTE,
    AFTER_RULE,
    AFTER_TEXT,
    BODY,
    BODY_BOLD,
    BOTTOM,
    CELL,
    CHAPTER,
    CHAPTER_HEIGHT,
    CHAPTER_PEN,
    CHAPTER_RULE,
    CHAPTER_TITLE,
    GAP,
    INDENT,
    NOTE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PHOTO_ROW_GAP,
    SECTION,
    SECTION_HEIGHT,
    TAGGED_HEIGHT,
    TITLE_GAP,
    TOP,
    UNIT,
    WIDTH,
    baseline,
    frame,
)
from exports.pdf_tables import Tables, all_blocks, unbroken_words
from exports.report_model import (
    Block,
    Chapter,
    Charts,
    CountsStrip,
    Heading,
    KeyFigures,
    Paragraph,
    Photos,
    Report,
    Table,
)
from exports.typesetting import Typesetter

#: Gives the bytes of a photo to print by its SHA-256, or None where this copy does not have them.
PhotoSource = Callable[[str], bytes | None]
#: Is told pages done and in all; returning False cancels.
Progress = Callable[[int, int], bool]

_COVER_KEY = "cover"
_STATEMENT_KEY = "statement"
_CONTENTS_KEY = "contents"


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """The progress function asked to stop; nothing was written."""


def write_pdf(report: Report, photos: PhotoSource, progress: Progress | None = None) -> bytes:
    """The report as a PDF file. The same report and photos give the same bytes. Raises Cancelled."""
    typesetter = Typesetter(Fonts(), unbroken_words(all_blocks(report)))
    pages = Pages(typesetter, PAGE_WIDTH, PAGE_HEIGHT, frame)
    _Book(report, pages, typesetter, photos).set()

    def tell(done: int, total: int) -> None:
        if progress is not None and not progress(done, total):
            raise Cancelled

    cover = report.cover
    title = f"{cover.enterprise}　{cover.title}　{cover.year}"
    info = document_info(title, cover.enterprise, report.furniture, report.language, report.printed_on)
    target = BytesIO()
    pages.save(target, info, progress=tell)
    return target.getvalue()


class _Book:
    """Sets one report, page after page."""

    def __init__(self, report: Report, pages: Pages, typesetter: Typesetter, photos: PhotoSource) -> None:
        self._report = report
        self._pages = pages
        self._typesetter = typesetter
        self._photos = photos
        self._furniture = PageFurniture(report.furniture, typesetter)
        self._tables = Tables(report.language, report.furniture, typesetter)
        self._flow = Flow(pages, None)
        self._section = ""  # what a table that goes on overleaf is called

    def set(self) -> None:
        report = self._report
        self._set_cover()
        self._set_statement()
        self._set_contents()
        for number, chapter in enumerate(report.chapters):
            self._set_chapter(number, chapter)
        self._flow.finish()

    def _set_cover(self) -> None:
        cover, language = self._report.cover, self._report.language

        def draw(page: Page, _left: float, _top: float) -> None:
            self._pages.bookmark(_COVER_KEY, page, 0.0, cover.title)
            draw_cover(page, cover, language, self._typesetter)

        self._flow.new_page(self._furniture.cover(cover.check))
        self._flow.block(BOTTOM - TOP, draw)

    def _set_statement(self) -> None:
        statement = self._report.statement
        self._flow.new_page(self._furniture.running(statement.title))
        self._chapter_heading(_STATEMENT_KEY, "", statement.title, "")
        self._flow.skip(2 * UNIT)
        StatementPages(self._flow, statement, self._report.language, self._typesetter).place()

    def _set_contents(self) -> None:
        report = self._report
        self._flow.new_page(self._furniture.running(report.contents_title))
        self._chapter_heading(_CONTENTS_KEY, "", report.contents_title, "")
        self._flow.skip(2 * UNIT)
        place_contents(self._flow, self._pages, list(contents(report)))
        if report.legend.rows:
            legend = draw_legend(report.legend, self._typesetter)
            self._flow.skip(min(AFTER_TEXT, max(self._flow.room - legend.height, AFTER_NOTE)))
            self._place(legend)
        self._flow.finish()

    def _set_chapter(self, number: int, chapter: Chapter) -> None:
        furniture = self._furniture.running(running_name(chapter))
        if chapter.new_page or self._flow.room < (BOTTOM - TOP) / 3:
            self._flow.new_page(furniture)
        else:
            self._flow.furniture = furniture
            self._flow.skip(2 * AFTER_TEXT)
        self._chapter_heading(chapter_key(number), chapter.number, chapter.title, chapter.note)
        self._section = chapter.title
        before: Block | None = None
        for place, block in enumerate(chapter.blocks):
            self._flow.skip(_white(before, block))
            after = chapter.blocks[place + 1] if place + 1 < len(chapter.blocks) else None
            self._set_block(block, after, block_key(number, place))
            if isinstance(block, Heading):
                self._section = block.tag_word or block.title
            before = block
        self._flow.finish()

    def _set_block(self, block: Block, after: Block | None, key: str) -> None:
        if isinstance(block, Paragraph):
            zh = self._report.language == "zh"
            indent = INDENT[self._report.language] if block.indented else 0.0
            leads = isinstance(after, Table) or (isinstance(after, Heading) and bool(after.tag))
            self._flow.paragraph(block.text, BODY, indent=indent, justify=zh, keep_with_next=leads)
        elif isinstance(block, Heading):
            self._section_heading(key, block)
        elif isinstance(block, Table):
            self._set_table(block, key, ends_chapter=after is None)
        elif isinstance(block, KeyFigures):
            self._place(draw_key_figures(block, self._typesetter))
        elif isinstance(block, CountsStrip):
            self._place(draw_strip(block, self._typesetter))
        elif isinstance(block, Charts):
            self._place(draw_charts(block, self._typesetter, self._flow.room_below))
        elif isinstance(block, Photos):
            self._set_photos(block)
        else:
            self._place(draw_legend(block, self._typesetter))

    def _set_table(self, table: Table, key: str, *, ends_chapter: bool) -> None:
        anchors = tuple(band_key(key, n) for n in range(len(table.bands))) if table.kind == "items" else ()
        self._flow.table(self._tables.table(table, self._section, anchors, ends_chapter=ends_chapter))
        if table.footnote:
            self._flow.skip(UNIT)
            self._flow.paragraph(table.footnote, NOTE)

    def _set_photos(self, block: Photos) -> None:
        for start in range(0, len(block.photos), 2):
            if start:
                self._flow.skip(PHOTO_ROW_GAP)
            self._place(draw_photo_row(block.photos[start : start + 2], self._photos, self._typesetter))

    def _place(self, drawing: Drawing) -> None:
        self._flow.block(drawing.height, drawing.draw)

    def _chapter_heading(self, key: str, number: str, title: str, note: str) -> None:
        """Number, title, note at the right, heavy rule; a title that is too long is set in more lines."""
        typesetter = self._typesetter
        x = max(CHAPTER_TITLE, typesetter.width(number, CHAPTER) + TITLE_GAP) if number else 0.0
        lines = typesetter.lines(title, WIDTH - x, CHAPTER)
        extra = (len(lines) - 1) * CHAPTER.leading
        room = WIDTH - x - lines[-1].width - 2 * GAP
        notes = [typesetter.line(note, CELL)] if typesetter.width(note, CELL) <= room else []
        below = typesetter.lines(note, WIDTH, CELL) if note and not notes else []

        def draw(page: Page, left: float, top: float) -> None:
            name = f"{number}　{title}" if number else title
            self._pages.bookmark(key, page, top, name)
            page.write(number, left, baseline(CHAPTER, top), CHAPTER)
            for place, line in enumerate(lines):
                page.put(line, left + x, baseline(CHAPTER, top + place * CHAPTER.leading), CHAPTER)
            if notes:
                page.put(notes[0], left + WIDTH - notes[0].width, baseline(CHAPTER, top + extra), CELL)
            rule = top + extra + CHAPTER_RULE
            page.rule(left, rule, left + WIDTH, rule, CHAPTER_PEN)
            for place, line in enumerate(below):
                page.put(line, left, baseline(CELL, rule + UNIT + place * CELL.leading), CELL)

        height = CHAPTER_HEIGHT + extra + len(below) * CELL.leading
        self._flow.block(height, draw, keep_with_next=True)

    def _section_heading(self, key: str, heading: Heading) -> None:
        """Number and title, or a tag and a count; the rule below belongs to what follows."""
        typesetter = self._typesetter
        height = TAGGED_HEIGHT if heading.tag else SECTION_HEIGHT
        style = BODY_BOLD if heading.tag else SECTION
        x = _title_place(heading, typesetter)
        lines = typesetter.lines(heading.title, WIDTH - x, style)
        extra = (len(lines) - 1) * style.leading
        beside = typesetter.width(heading.note, NOTE) <= WIDTH - x - lines[-1].width - 2 * GAP
        below = [] if beside or not heading.note else typesetter.lines(heading.note, WIDTH, NOTE)

        def draw(page: Page, left: float, top: float) -> None:
            name = f"{heading.number}　{heading.title}" if heading.number else heading.title
            self._pages.bookmark(key, page, top, name if heading.listed else "", 1)
            base = baseline(style, top)
            if heading.tag:
                width = tag_width(heading.tag, heading.tag_word, typesetter, 32.0)
                draw_tag(page, heading.tag, heading.tag_word, left, base - 10.0, width)
            page.write(heading.number, left, base, style)
            for place, line in enumerate(lines):
                page.put(line, left + x, base + place * style.leading, style)
            if beside:
                page.write(heading.note, left + WIDTH, base + extra, NOTE, "right")
            for place, line in enumerate(below):
                page.put(
                    line, left, baseline(NOTE, top + extra + SECTION.leading + place * NOTE.leading), NOTE
                )

        self._flow.block(height + extra + len(below) * NOTE.leading, draw, keep_with_next=True)


def _title_place(heading: Heading, typesetter: Typesetter) -> float:
    if heading.tag:
        return max(13.5 * UNIT - GAP, tag_width(heading.tag, heading.tag_word, typesetter, 32.0) + 2 * UNIT)
    if heading.number:
        return max(CHAPTER_TITLE, typesetter.width(heading.number, SECTION) + TITLE_GAP)
    return 0.0


def _white(before: Block | None, block: Block) -> float:
    """The white above a block, from what stands before it."""
    if before is None:  # after the chapter's heading; the leading of text is part of the white
        return UNIT if isinstance(block, (Paragraph, Heading)) else 2 * UNIT
    if isinstance(before, Heading):
        return UNIT if isinstance(block, Photos) else 0.0
    if isinstance(block, Heading):
        return _white_above_heading(before, block)
    if isinstance(before, Paragraph) and isinstance(block, Paragraph):
        return UNIT
    return 2 * UNIT


def _white_above_heading(before: Block, heading: Heading) -> float:
    if isinstance(before, Paragraph) and not heading.tag:
        return AFTER_TEXT
    noted = isinstance(before, Charts) or (isinstance(before, Table) and bool(before.footnote))
    return AFTER_NOTE if noted or heading.tag else AFTER_RULE


def chapter_key(number: int) -> str:
    """The bookmark of a chapter by its place."""
    return f"chapter-{number}"


def block_key(chapter: int, place: int) -> str:
    """The bookmark of a block by its chapter and place."""
    return f"chapter-{chapter}-{place}"


def band_key(key: str, number: int) -> str:
    """The bookmark of a band of a table by the key of the table."""
    return f"{key}-{number}"


def running_name(chapter: Chapter) -> str:
    """A chapter's name in the page head; an appendix says which."""
    numbered = chapter.number and not chapter.number[0].isdigit()
    return f"{chapter.number}　{chapter.running}" if numbered else chapter.running


def contents(report: Report) -> Iterator[Entry]:
    """The lines of the contents: the statement, chapters, their sections, and the files of the item table."""
    yield Entry(_STATEMENT_KEY, "", report.statement.title)
    for number, chapter in enumerate(report.chapters):
        yield Entry(chapter_key(number), chapter.number, chapter.title)
        for place, block in enumerate(chapter.blocks):
            key = block_key(number, place)
            if isinstance(block, Heading) and block.listed and not block.tag:
                yield Entry(key, block.number, block.title, 1)
            elif isinstance(block, Table) and block.kind == "items":
                for n, band in enumerate(block.bands):
                    yield Entry(band_key(key, n), band.letter, band.title, 1)
