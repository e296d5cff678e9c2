"""A report as data: everything that is printed, worded and in order. No layout, no measures.

`report.py` and its chapters make it; `pdf.py` lays it out. All text is final in the report's language.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from checklists.errors import Language

#: Status symbols, severity and standing tags: drawn as vectors, the word always stands beside or inside.
Mark = Literal["", "conform", "partial", "nonconform", "not_applicable", "unanswered"]
Tag = Literal["", "major", "minor", "observation", "improvement", "check", "coming", "superseded"]
#: Which table it is: decides the columns' measures.
TableKind = Literal[
    "facts",
    "items",
    "gaps",
    "not_applicable",
    "excluded",
    "actions",
    "benchmarks",
    "first",
    "documents",
    "clauses",
    "regulations",
    "notes",
    "formula",
    "attachments",
    "points",
]


class Cell(NamedTuple):
    """A table cell: text (lines parted by newlines), bold when it needs attention.

    A status mark stands before the text or a tag around it; `unbroken` keeps names, dates and codes on one
    line where they fit.
    """

    text: str
    bold: bool = False
    mark: Mark = ""
    tag: Tag = ""
    unbroken: bool = False


class Band(NamedTuple):
    """A group of rows under a grey band: letter, title, sums at the right; `total` closes it ("" = none)."""

    letter: str
    title: str
    note: str
    rows: tuple[tuple[Cell, ...], ...]
    total: str = ""


class Table(NamedTuple):
    """A table: head words, then rows without band and bands with theirs; `footnote` below it."""

    kind: TableKind
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    bands: tuple[Band, ...] = ()
    footnote: str = ""


class Paragraph(NamedTuple):
    """Running text; `indented` by two characters in Chinese."""

    text: str
    indented: bool = False


class Heading(NamedTuple):
    """A second-level heading: `number` ("1.1" or ""), title, small note at the right; `tag` a severity
    before it.
    """

    number: str
    title: str
    note: str = ""
    tag: Tag = ""
    tag_word: str = ""
    listed: bool = True


class KeyFigure(NamedTuple):
    """One of the three figures of the summary: label, figure, unit, small lines below; `word` sets the
    figure as text (a grade) with `reason` lines beside it.
    """

    label: str
    figure: str
    unit: str = ""
    lines: tuple[str, ...] = ()
    reason: str = ""
    small: bool = False


class KeyFigures(NamedTuple):
    """The band of three key figures."""

    figures: tuple[KeyFigure, KeyFigure, KeyFigure]


class Count(NamedTuple):
    """How many items have a status: mark, word, number and the words after the number (项)."""

    mark: Mark
    word: str
    number: int
    text: str


class CountsStrip(NamedTuple):
    """The strip of all items by status with its legend, zeros too."""

    counts: tuple[Count, ...]


class Spoke(NamedTuple):
    """A spoke of the radar: label and value 0 to 100, or None (not assessed; `text` then says so)."""

    label: str
    value: Decimal | None
    text: str


class Bar(NamedTuple):
    """A bar: letter, title, items per status, and the rate or fraction at the right."""

    letter: str
    title: str
    counts: tuple[Count, ...]
    text: str


class Charts(NamedTuple):
    """Figure 1, the radar by group (none below five spokes), and figure 2, bars by checklist file."""

    radar_title: str
    spokes: tuple[Spoke, ...]
    radar_note: str
    bars_title: str
    bars_column: str
    bars: tuple[Bar, ...]
    legend: tuple[Count, ...]
    note: str


class Photo(NamedTuple):
    """A photo with caption: SHA-256 of the bytes to print, attachment number, caption, two small lines;
    `missing` stands in the frame where this copy of the file does not hold the bytes.
    """

    sha256: str
    number: str
    caption: str
    lines: tuple[str, ...]
    missing: str = ""


class Photos(NamedTuple):
    """Photos, six to a page."""

    photos: tuple[Photo, ...]


class LegendEntry(NamedTuple):
    """A mark, tag or bold word and what it means."""

    cell: Cell
    meaning: str


class Legend(NamedTuple):
    """怎样读本报告: rows of up to three columns, each a heading and entries."""

    title: str
    rows: tuple[tuple[tuple[str, tuple[LegendEntry, ...]], ...], ...]


Block = Paragraph | Heading | Table | KeyFigures | CountsStrip | Charts | Photos | Legend


class Chapter(NamedTuple):
    """A chapter: `number` ("1", "附录一" or ""), title, note at the right of the title, name in the
    page head.

    `new_page` starts one; else it follows on where a third of the page is free.
    """

    number: str
    title: str
    note: str
    running: str
    blocks: tuple[Block, ...]
    new_page: bool = True


class Cover(NamedTuple):
    """The first page: kicker and report number above, enterprise, title, year, the table and small rows
    at the foot.
    """

    kicker: str
    enterprise: str
    title: str
    year: str
    rows: tuple[tuple[str, str], ...]
    small_rows: tuple[tuple[str, str], ...]
    check: str
    number: str = ""


class Statement(NamedTuple):
    """Statement of truth with scope, limits and signatures; `stamp` is "" where nothing may be stamped."""

    title: str
    paragraphs: tuple[str, ...]
    scope_title: str
    scope: tuple[tuple[str, str], ...]
    limits_title: str
    limits: tuple[str, ...]
    sign_title: str
    roles: tuple[str, ...]
    signature: str
    date_label: str
    date_parts: tuple[str, str, str]
    stamp: str
    stamp_note: str


class Furniture(NamedTuple):
    """What stands on every page. `page` is a template with {page} and {total}; `overleaf` one with {name}."""

    head_left: str
    head_right: str
    number: str
    fingerprint: str
    page: str
    continued: str
    overleaf: str
    qr: str
    tag: str = ""
    watermark: str = ""


class Report(NamedTuple):
    """A whole report; `printed_on` goes into the file's properties only."""

    language: Language
    cover: Cover
    statement: Statement
    contents_title: str
    legend: Legend
    chapters: tuple[Chapter, ...]
    furniture: Furniture
    printed_on: date


class SheetItem(NamedTuple):
    """A line of the blank checklist: number, kind word (bold for a duty), question, what to look at; a
    measure has its labelled blanks in place of boxes.
    """

    number: str
    kind: str
    bold: bool
    ask: str
    look: str
    blanks: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """The items of one checklist file to be filled in by hand: `statuses` are the words over the boxes
    per item kind (duties and others read differently, so each box column has the duty word with the
    other below it).
    """

    letter: str
    title: str
    items: tuple[SheetItem, ...]


class BlankChecklist(NamedTuple):
    """The blank checklist of a scope, to be filled in by hand."""

    language: Language
    title: str
    labels: tuple[str, ...]
    hint: str
    head: tuple[str, str]
    statuses: tuple[tuple[Mark, str, str], ...]
    note_label: str
    attachment_label: str
    photo_label: str
    sheets: tuple[Sheet, ...]
    furniture: Furniture
    printed_on: date
