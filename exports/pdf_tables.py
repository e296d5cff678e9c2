"""Tables of the report as tables of the layout: columns by kind, marks and tags in cells, bands, sums."""

from __future__ import annotations

from collections.abc import Iterator

from checklists.errors import Language
from exports import table_layout as layout
from exports.pdf_furniture import shortened
from exports.pdf_marks import MARK_INDENT, mark, tag_symbol, tag_width
from exports.pdf_style import (
    BAND_HEIGHT,
    BODY_BOLD,
    CELL,
    CELL_BOLD,
    GREY,
    MM,
    NOTE,
    NOTE_BOLD,
    SUM_HEIGHT,
    TABLE_PEN,
    UNIT,
    WIDTH,
    columns,
    table_style,
)
from exports.report_model import Band, Block, Cell, Furniture, Report, Table
from exports.typesetting import Typesetter

_BAND_LETTER = UNIT
_OVERLEAF = 90 * MM


def unbroken_words(blocks: Iterator[Block]) -> Iterator[str]:
    """The names, dates and codes in tables that stay on one line."""
    for block in blocks:
        if isinstance(block, Table):
            rows = [*block.rows, *(row for band in block.bands for row in band.rows)]
            for row in rows:
                yield from (line for cell in row if cell.unbroken for line in cell.text.split("\n"))


def all_blocks(report: Report) -> Iterator[Block]:
    """The blocks of all chapters."""
    for chapter in report.chapters:
        yield from chapter.blocks


class Tables:
    """Makes layout tables in one language."""

    def __init__(self, language: Language, words: Furniture, typesetter: Typesetter) -> None:
        self._language = language
        self._words = words
        self._typesetter = typesetter

    def table(self, table: Table, name: str, anchors: tuple[str, ...], *, ends_chapter: bool) -> layout.Table:
        """A layout table; without bands `name` continues overleaf, `anchors` are the bookmarks of bands."""
        count = max([len(table.head), *(len(row) for row in table.rows)])
        made = columns(table.kind, count, self._language)
        style = table_style(self._row_again(made[0]), ends_chapter=ends_chapter)
        rows: list[layout.Row | layout.Band | layout.Sum] = [self._row(row) for row in table.rows]
        for number, band in enumerate(table.bands):
            rows.append(self._band(band, made, anchors[number] if number < len(anchors) else ""))
            rows += [self._row(row) for row in band.rows]
            if band.total:
                rows.append(self._sum(band, made))
        overleaf = self._words.overleaf.format(name=shortened(name, _OVERLEAF, NOTE, self._typesetter))
        return layout.Table(made, table.head, rows, style, overleaf)

    def _row_again(self, first: layout.Column) -> str:
        """What follows the number of a row that goes on: … where the column is too narrow for the words."""
        again = self._words.continued
        fits = self._typesetter.width(again.strip(), CELL) <= first.width * MM
        return again if fits else " …"

    def _row(self, row: tuple[Cell, ...]) -> layout.Row:
        return layout.Row([self.cell(cell) for cell in row])

    def cell(self, cell: Cell) -> layout.Cell:
        """A cell with its mark or tag; further lines of a tagged cell stand below the tag."""
        style = CELL_BOLD if cell.bold else CELL
        if cell.tag:
            word, _, rest = cell.text.partition("\n")
            symbol = tag_symbol(cell.tag, word, tag_width(cell.tag, word, self._typesetter))
            below = layout.Cell(rest, style) if rest else None
            return layout.Cell("", style, symbol, below=below)
        if cell.mark:
            return layout.Cell(cell.text, style, mark(cell.mark), MARK_INDENT)
        return layout.Cell(cell.text, style)

    def _band(self, band: Band, made: tuple[layout.Column, ...], anchor: str) -> layout.Band:
        title_x = made[0].width * MM if band.letter else _BAND_LETTER
        note_width = self._typesetter.width(band.note, NOTE)
        room = WIDTH - title_x - note_width - _BAND_LETTER - 4 * UNIT

        def parts(title: str) -> list[layout.StripText]:
            return [
                layout.StripText(band.letter, _BAND_LETTER, BODY_BOLD),
                layout.StripText(title, title_x, BODY_BOLD),
                layout.StripText(band.note, WIDTH - _BAND_LETTER, NOTE, "right"),
            ]

        title = shortened(band.title, room, BODY_BOLD, self._typesetter)
        again_room = room - self._typesetter.width(self._words.continued, BODY_BOLD)
        again = shortened(band.title, again_room, BODY_BOLD, self._typesetter) + self._words.continued
        name = shortened(f"{band.letter} {band.title}".strip(), _OVERLEAF, NOTE, self._typesetter)
        return layout.Band(
            parts(title),
            parts(again),
            self._words.overleaf.format(name=name),
            BAND_HEIGHT,
            GREY,
            anchor=anchor,
            title=f"{band.letter}　{band.title}".strip() if anchor else "",
            level=1,
        )

    def _sum(self, band: Band, made: tuple[layout.Column, ...]) -> layout.Sum:
        x = made[0].width * MM
        total = shortened(band.total, WIDTH - x, NOTE_BOLD, self._typesetter)
        return layout.Sum([layout.StripText(total, x, NOTE_BOLD)], SUM_HEIGHT, TABLE_PEN.width)
