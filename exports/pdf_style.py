"""All measures of the printed report: page, type, rules, columns. In points from the top of the page.

Every height is a multiple of the unit, 3.5 pt; ink is black, and one grey of 11 % fills.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from checklists.errors import Language
from exports.pdf_page import Frame, Pen
from exports.report_model import TableKind
from exports.table_layout import Column, TableStyle
from exports.typesetting import Style

MM: Final = 72 / 25.4
UNIT: Final = 3.5

# --- the page: A4, bound at the left; the right margin leaves room for the seal across all pages
PAGE_WIDTH: Final = 210 * MM
PAGE_HEIGHT: Final = 297 * MM
LEFT: Final = 25 * MM
WIDTH: Final = 170 * MM
RIGHT: Final = LEFT + WIDTH
CENTER: Final = LEFT + WIDTH / 2
TOP: Final = 70.0
BOTTOM: Final = 777.0
HEAD_BASELINE: Final = 45.0
HEAD_RULE: Final = 53.0
FOOT_RULE: Final = 784.4
FOOT_BASELINES: Final = (796.9, 807.4)
QR_SIZE: Final = 10.5 * MM
QR_TOP: Final = 789.4
TAG_SIZE: Final = (68.0, 14.0)


def frame(_number: int) -> Frame:
    """Where text stands on a page; the same on all."""
    return Frame(LEFT, TOP, WIDTH, BOTTOM)


# --- greys and pens
BLACK: Final = 0.0
WHITE: Final = 1.0
GREY: Final = 227 / 255  # 11 %: the only grey a copier still shows and type stays readable on

CHAPTER_PEN: Final = Pen(1.5)
TABLE_PEN: Final = Pen(1.0)
HEAD_PEN: Final = Pen(0.6)
HAIRLINE: Final = Pen(0.3)
LEADER: Final = Pen(0.5, dash=(0.01, 3.0), round=True)
NOTE_LINE: Final = Pen(0.25, dash=(0.6, 1.8))
GRID: Final = Pen(0.25, dash=(0.6, 1.8))
HATCH: Final = Pen(0.6)
HATCH_PITCH: Final = 2.4

# --- type: six sizes, named after their use
NOTE: Final = Style(7.5, 10.5)
NOTE_BOLD: Final = Style(7.5, 10.5, bold=True)
NOTE_WHITE: Final = Style(7.5, 10.5, bold=True, gray=WHITE)
CELL: Final = Style(9.0, 14.0)
CELL_BOLD: Final = Style(9.0, 14.0, bold=True)
CELL_WHITE: Final = Style(9.0, 14.0, bold=True, gray=WHITE)
BODY: Final = Style(10.5, 17.5)
BODY_BOLD: Final = Style(10.5, 17.5, bold=True)
SECTION: Final = Style(14.0, 21.0, bold=True)
YEAR: Final = Style(14.0, 21.0)
CHAPTER: Final = Style(22.0, 35.0, bold=True)
FIGURE: Final = Style(36.0, 49.0, bold=True)
COVER_TITLE: Final[Mapping[Language, Style]] = {
    "zh": Style(36.0, 49.0, bold=True, tracking=5.0),
    "en": Style(36.0, 49.0, bold=True),
}
WATERMARK: Final = Style(150.0, 150.0, bold=True, gray=GREY)
WATERMARK_ANGLE: Final = 52.0
INDENT: Final[Mapping[Language, float]] = {"zh": 21.0, "en": 0.0}  # two characters of running text


def baseline(style: Style, top: float, height: float = 0.0) -> float:
    """Where a line stands whose box (by default as high as the leading) begins at `top`."""
    return top + (height or style.leading) / 2 + 0.36 * style.size


# --- headings
CHAPTER_HEIGHT: Final = 14 * UNIT
CHAPTER_RULE: Final = 38.5
CHAPTER_TITLE: Final = 14 * MM
TITLE_GAP: Final = 7 * MM
SECTION_HEIGHT: Final = 7 * UNIT
TAGGED_HEIGHT: Final = 6 * UNIT
AFTER_RULE: Final = 3 * UNIT  # white above a section that follows the end of a table
AFTER_NOTE: Final = 2 * UNIT  # ... a chart or a small note
AFTER_TEXT: Final = 4 * UNIT  # ... running text

# --- statement
SIGN_HEIGHT: Final = 211.5
SIGN_FIRST: Final = 45.0  # from the rule to the first line for a signature
SIGN_PITCH: Final = 16.7 * MM
SIGN_LINE: Final = (24 * MM, 46 * MM)  # where a line begins, from the left of the text, and its length
DATE_LINE: Final = (82 * MM, 28 * MM)
SIGN_SHIFT: Final = 6 * MM  # how far lines may move to the right for longer words
STAMP: Final = 50 * MM
STAMP_CORNER: Final = 4 * MM
STAMP_TOP: Final = 7.0

# --- evidence: six to a page
PHOTO_WIDTH: Final = 83 * MM
PHOTO_HEIGHT: Final = 56.4 * MM
PHOTO_GAP: Final = 4 * MM
PHOTO_ROW_GAP: Final = 5.5 * UNIT
CAPTION_INDENT: Final = 45.5

# --- tables
PAD: Final = UNIT
GAP: Final = 8.5
GAP_NARROW: Final = 5.0
GAP_RIGHT: Final = 5 * MM  # a right-aligned column needs more to the left-aligned one after it
BAND_HEIGHT: Final = 6 * UNIT
SUM_HEIGHT: Final = 5 * UNIT


def table_style(again: str, *, ends_chapter: bool) -> TableStyle:
    """The style of all tables; `again` is （续）in the report's language; a chapter ends in a heavy rule."""
    return TableStyle(
        text=CELL,
        head=NOTE_BOLD,
        pad=PAD,
        rule_top=TABLE_PEN.width,
        rule_head=HEAD_PEN.width,
        rule_row=HAIRLINE.width,
        rule_end=(TABLE_PEN if ends_chapter else HEAD_PEN).width,
        head_height=5 * UNIT,
        overleaf=NOTE,
        overleaf_height=5 * UNIT,
        max_lines=8,
        again=again,
        rows_after_head=2,
        rows_before_sum=2,
        rows_on_last_page=3,
    )


#: Widths in mm; "r" marks a right-aligned column, "n" a narrow gap after it.
_COLUMNS: Final[Mapping[TableKind, str]] = {
    "facts": "34 136",
    "items": "11n 66 12 22 45 14",
    "gaps": "13 60 67 30",
    "not_applicable": "13 62 12 61 22",
    "excluded": "58 14r 98",
    "actions": "12 13 36 42 15n 20n 32",
    "benchmarks": "57 29nr 22r 20r 42",
    "first": "13 91 20 22 24",
    "points": "13 127 30",
    "documents": "33 77 22 14 24",
    "clauses": "33 92 45",
    "regulations": "80 48 22 20",
    "attachments": "17 13 60 47 33",
    "notes": "13 62 95",
    "formula": "34 68 68",
}
_ENGLISH_COLUMNS: Final[Mapping[TableKind, str]] = {
    "items": "11n 52 20n 28n 42 17",
    "not_applicable": "13 56 20n 57 24",
    "excluded": "58 14r 98",
    "actions": "12 20 32 38 19 20n 29",
    "gaps": "13 50 60 47",
    "benchmarks": "51 29nr 25r 27r 38",
    "first": "13 81 20 22 34",
    "documents": "33 69 22 20 26",
    "regulations": "74 44 24 28",
    "attachments": "26 13 56 42 33",
}


def columns(kind: TableKind, count: int, language: Language) -> tuple[Column, ...]:
    """The columns of a table kind.

    A table with fewer columns gives what is left to its last one; one with more shares the width out evenly.
    """
    text = (_ENGLISH_COLUMNS.get(kind) if language == "en" else None) or _COLUMNS[kind]
    parts = text.split()
    if count < len(parts):
        rest = 170 - sum(float(part.rstrip("nr")) for part in parts[: count - 1])
        parts = [*parts[: count - 1], f"{rest:g}"]
    elif count > len(parts):
        parts = [f"{170 / count}"] * count
    gaps = [_gap(part, after) for part, after in pairwise([*parts, ""])]
    return tuple(
        Column(float(part.rstrip("nr")), "right" if part.endswith("r") else "left", gap)
        for part, gap in zip(parts, gaps, strict=True)
    )


def _gap(part: str, after: str) -> float:
    """The white at a column's right edge: none after the last, more between right- and left-aligned."""
    if not after:
        return 0.0
    if part.endswith("r") and not after.endswith("r"):
        return GAP_RIGHT
    return GAP_NARROW if "n" in part else GAP


# --- charts
FIGURES_HEIGHT: Final = 88.0
FIGURE_COLUMNS: Final = (0.0, 48 * MM, 98 * MM, 127 * MM)
WIDE_FIGURE_COLUMNS: Final = (0.0, 60 * MM, 105 * MM, 133 * MM)
STRIP_HEIGHT: Final = 14.0
RADAR_WIDTH: Final = 84 * MM
RADAR_RADIUS: Final = 25 * MM
BAR_PITCH: Final = 19.5
BAR_HEIGHT: Final = 11.0
BARS_LEFT: Final = 88 * MM
BARS_AXIS: Final = (125 * MM, 33 * MM)  # zero of the axis, from the left of the text, and its length
WIDE_BARS_AXIS: Final = (62 * MM, 90 * MM)
