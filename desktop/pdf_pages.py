"""Pages of a PDF as pictures, by PDFium. Plain functions, meant for a Task: they take some milliseconds.

Each call opens the file anew (0.3 ms), so that nothing of PDFium outlives it or has to be given back later.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

#: PDFium may be in use by one thread at a time, whatever the file.
_PDFIUM: Final = threading.Lock()


class OutlineEntry(NamedTuple):
    """A line of the contents: its title, its depth from 0, and its page from 0."""

    title: str
    level: int
    page: int


class Pages(NamedTuple):
    """What is known of a PDF before it is seen: width and height of each page in points, and the contents."""

    sizes: tuple[tuple[float, float], ...]
    outline: tuple[OutlineEntry, ...]


def read_pages(pdf: bytes) -> Pages:
    """Measure the pages and read the contents."""
    with _opened(pdf) as document:
        sizes = tuple(document.get_page_size(page) for page in range(len(document)))
        return Pages(sizes, tuple(_outline(document)))


def page_picture(
    pdf: bytes, page: int, width: int, height: int, *, top: int = 0, rows: int | None = None
) -> QImage:
    """A page (from 0) of `width` x `height` pixels; or of it only the band of `rows` from `top` down."""
    import pypdfium2
    from pypdfium2 import raw

    rows = height if rows is None else rows
    with _opened(pdf) as document:
        sheet = document[page]
        bitmap = pypdfium2.PdfBitmap.new_native(width, rows, raw.FPDFBitmap_BGRx)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, rows)
        raw.FPDF_RenderPageBitmap(bitmap, sheet, 0, -top, width, height, 0, raw.FPDF_ANNOT)
        picture = QImage(bitmap.buffer, width, rows, bitmap.stride, QImage.Format.Format_RGB32).copy()
        bitmap.close()
        return picture


@contextmanager
def _opened(pdf: bytes) -> Iterator[PdfDocument]:
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def _outline(document: PdfDocument) -> Iterator[OutlineEntry]:
    for entry in document.get_toc():
        place = entry.get_dest()
        page = place.get_index() if place is not None else None
        if page is not None:
            yield OutlineEntry(entry.get_title(), entry.level, page)
