"""The symbols of the report, drawn as vectors: status marks, tags, fills of charts.

The fonts lack tick, cross and box, and a printed answer must not depend on a character being there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from exports.pdf_page import Page, Pen, polygon, polyline, rectangle
from exports.pdf_style import BLACK, GREY, HATCH, HATCH_PITCH, NOTE, NOTE_BOLD, NOTE_WHITE, WHITE, baseline
from exports.report_model import Mark, Tag
from exports.table_layout import Symbol
from exports.typesetting import Style, Typesetter

#: Edge of a status mark, and how far the word beside it moves to the right.
MARK_SIZE: Final = 7.2
MARK_INDENT: Final = MARK_SIZE + 3.0
TAG_HEIGHT: Final = 11.5
_TAG_WIDTH: Final = 26.0
_TAG_PADDING: Final = 4.5

_THIN: Final = Pen(0.3)
_FRAME: Final = Pen(0.8)
_DASHED_FRAME: Final = Pen(0.8, dash=(2.0, 1.4))
_HEAVY_FRAME: Final = Pen(1.0)


def _conform(page: Page, x: float, top: float) -> None:
    page.path(
        polyline([(x + 0.7, top + 4.1), (x + 2.7, top + 6.3), (x + 7.0, top + 1.1)]),
        pen=Pen(1.15, round=True),
    )


def _partial(page: Page, x: float, top: float) -> None:
    right, low = x + MARK_SIZE, top + MARK_SIZE
    page.path(polygon([(x, top), (right, low), (x, low)]), fill=BLACK)
    page.path(rectangle(x + 0.4, top + 0.4, MARK_SIZE - 0.8, MARK_SIZE - 0.8), pen=_FRAME)


def _nonconform(page: Page, x: float, top: float) -> None:
    page.fill(x, top, MARK_SIZE, MARK_SIZE, BLACK)
    near, far = 2.0, MARK_SIZE - 2.0
    white = Pen(1.3, gray=WHITE)
    page.path(polyline([(x + near, top + near), (x + far, top + far)]), pen=white)
    page.path(polyline([(x + near, top + far), (x + far, top + near)]), pen=white)


def _not_applicable(page: Page, x: float, top: float) -> None:
    page.path(polyline([(x + 1.3, top + 6.8), (x + 5.9, top + 0.6)]), pen=Pen(0.9))


def _unanswered(page: Page, x: float, top: float) -> None:
    pen = Pen(0.7, dash=(1.2, 1.2))
    page.path(rectangle(x + 0.35, top + 0.35, MARK_SIZE - 0.7, MARK_SIZE - 0.7), pen=pen)


_MARKS: Final[Mapping[Mark, Callable[[Page, float, float], None]]] = {
    "conform": _conform,
    "partial": _partial,
    "nonconform": _nonconform,
    "not_applicable": _not_applicable,
    "unanswered": _unanswered,
}


def mark(status: Mark) -> Symbol:
    """The mark of a status: stands on the baseline, its left edge at x."""
    draw = _MARKS[status]
    return lambda page, x, base: draw(page, x, base - MARK_SIZE)


def tag_style(tag: Tag) -> Style:
    """How the word in a tag is set."""
    if tag in {"major", "superseded"}:
        return NOTE_WHITE
    return NOTE if tag in {"observation", "improvement"} else NOTE_BOLD


def tag_width(tag: Tag, word: str, typesetter: Typesetter, least: float = _TAG_WIDTH) -> float:
    """The width of a tag round a word; standing tags are as wide as their word asks."""
    narrow = tag in {"check", "coming", "superseded"}
    width = typesetter.width(word, tag_style(tag)) + 2 * _TAG_PADDING
    return width if narrow else max(width, least)


def draw_tag(page: Page, tag: Tag, word: str, x: float, top: float, width: float) -> None:
    """A tag with its word in the middle; `top` is its upper edge."""
    if tag in {"major", "superseded"}:
        page.fill(x, top, width, TAG_HEIGHT, BLACK)
    else:
        pen = {"minor": _HEAVY_FRAME, "check": _DASHED_FRAME, "coming": _FRAME}.get(tag, _THIN)
        half = pen.width / 2
        page.path(rectangle(x + half, top + half, width - pen.width, TAG_HEIGHT - pen.width), pen=pen)
    style = tag_style(tag)
    page.write(word, x + width / 2, baseline(style, top, TAG_HEIGHT), style, "center")


def tag_symbol(tag: Tag, word: str, width: float) -> Symbol:
    """A tag as the symbol of a table cell: its word stands on the cell's baseline."""
    drop = baseline(NOTE, 0.0, TAG_HEIGHT)
    return lambda page, x, base: draw_tag(page, tag, word, x, base - 0.4 - drop, width)


def status_fill(page: Page, status: Mark, x: float, y: float, w: float, h: float) -> None:
    """A part of a bar in the manner of its status: the darker, the more urgent; white what does not count."""
    if w <= 0:
        return
    if status == "conform":
        page.path(rectangle(x, y, w, h), pen=Pen(0.4), fill=GREY)
    elif status == "partial":
        page.fill(x, y, w, h, WHITE)
        page.hatch(x, y, w, h, HATCH, HATCH_PITCH)
        page.path(rectangle(x, y, w, h), pen=Pen(0.4))
    elif status == "nonconform":
        page.fill(x, y, w, h, BLACK)
    elif status == "unanswered":
        page.path(rectangle(x, y, w, h), pen=Pen(0.5, dash=(1.6, 1.4)), fill=WHITE)
    else:
        page.path(rectangle(x, y, w, h), pen=Pen(0.5), fill=WHITE)
