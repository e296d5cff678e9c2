"""Photos of the evidence: two in a row, whole, with caption."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exports.charts import Drawing
from exports.pdf_file import image_size
from exports.pdf_furniture import cut_lines, shortened
from exports.pdf_page import Page, Pen, rectangle
from exports.pdf_style import (
    CAPTION_INDENT,
    CELL,
    CELL_BOLD,
    GAP,
    GREY,
    NOTE,
    PHOTO_GAP,
    PHOTO_HEIGHT,
    PHOTO_WIDTH,
    UNIT,
    WHITE,
    baseline,
)
from exports.report_model import Photo
from exports.typesetting import Line, Typesetter

_FRAME = Pen(0.5)
_CAPTION_LINES = 2


def draw_photo_row(
    photos: Sequence[Photo], source: Callable[[str], bytes | None], typesetter: Typesetter
) -> Drawing:
    """One or two photos side by side, never cropped; one that is not at hand says so in its frame."""
    captions = [_caption(photo, typesetter) for photo in photos]
    caption_height = max(len(lines) for lines, _ in captions) * CELL.leading
    small = max(len(photo.lines) for photo in photos) * NOTE.leading

    def draw(page: Page, left: float, top: float) -> None:
        for number, (photo, (lines, indent)) in enumerate(zip(photos, captions, strict=True)):
            x = left + number * (PHOTO_WIDTH + PHOTO_GAP)
            _draw_image(page, photo, source(photo.sha256), x, top)
            y = top + PHOTO_HEIGHT + 0.5 * UNIT
            page.write(photo.number, x, baseline(CELL_BOLD, y), CELL_BOLD)
            for place, line in enumerate(lines):
                page.put(line, x + indent, baseline(CELL, y + place * CELL.leading), CELL)
            y += len(lines) * CELL.leading
            for place, text in enumerate(photo.lines):
                words = shortened(text, PHOTO_WIDTH, NOTE, typesetter)
                page.write(words, x, baseline(NOTE, y + place * NOTE.leading), NOTE)

    return Drawing(PHOTO_HEIGHT + 0.5 * UNIT + caption_height + small, draw)


def _caption(photo: Photo, typesetter: Typesetter) -> tuple[list[Line], float]:
    """The caption in up to two lines, and its place beside the number."""
    indent = max(CAPTION_INDENT, typesetter.width(photo.number, CELL_BOLD) + GAP)
    return cut_lines(photo.caption, PHOTO_WIDTH - indent, CELL, _CAPTION_LINES, typesetter), indent


def _draw_image(page: Page, photo: Photo, data: bytes | None, x: float, y: float) -> None:
    if data is None:
        page.fill(x, y, PHOTO_WIDTH, PHOTO_HEIGHT, WHITE)
        page.write(photo.missing, x + PHOTO_WIDTH / 2, y + PHOTO_HEIGHT / 2, CELL, "center")
    else:
        page.fill(x, y, PHOTO_WIDTH, PHOTO_HEIGHT, GREY)
        width, height = image_size(data)
        scale = min(PHOTO_WIDTH / width, PHOTO_HEIGHT / height)
        w, h = width * scale, height * scale
        page.image(data, x + (PHOTO_WIDTH - w) / 2, y + (PHOTO_HEIGHT - h) / 2, w, h)
    page.path(rectangle(x, y, PHOTO_WIDTH, PHOTO_HEIGHT), pen=_FRAME)
