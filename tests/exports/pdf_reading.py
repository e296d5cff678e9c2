"""Reads printed pages back: text, and where each piece of text and ink stands."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pypdf
import pypdfium2 as pdfium


class Box(NamedTuple):
    """Where an object of a page stands, in points from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float
    is_text: bool


def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


@cache
def texts(data: bytes) -> tuple[str, ...]:
    """The text of each page."""
    return tuple(page.extract_text() for page in reader(data).pages)


def link_targets(data: bytes, page: int) -> list[int]:
    """The numbers of the pages to which the links of a page lead, in order."""
    document = reader(data)
    numbers = {p.indirect_reference.idnum: n for n, p in enumerate(document.pages, 1) if p.indirect_reference}
    found: Any = document.pages[page - 1].get("/Annots", ())
    return [numbers[link.get_object()["/Dest"][0].idnum] for link in found]


def outline_titles(data: bytes) -> list[Any]:
    """The titles of the outline; those below a title follow it in a list."""
    outline: Any = reader(data).outline
    return [[e.title for e in entry] if isinstance(entry, list) else entry.title for entry in outline]


def fonts(data: bytes) -> dict[str, bool]:
    """The fonts that the pages name, and whether each is embedded."""
    found = {}
    for page in reader(data).pages:
        resources: Any = page["/Resources"].get_object()
        for font in resources.get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            name = str(inner["/BaseFont"]).lstrip("/")
            found[name.partition("+")[2] or name] = "/FontFile2" in inner["/FontDescriptor"].get_object()
    return found


def language(data: bytes) -> str:
    """The language that the file says it is in."""
    root: Any = reader(data).trailer["/Root"]
    return str(root["/Lang"])


def squeezed(text: str) -> str:
    """Text without any white space."""
    return "".join(text.split())


def boxes(data: bytes) -> Iterator[list[Box]]:
    """The objects of each page."""
    for page in pdfium.PdfDocument(data):
        height = page.get_height()
        found = []
        for item in page.get_objects():
            left, bottom, right, top = item.get_bounds()
            is_text = isinstance(item, pdfium.PdfTextObj)
            found.append(Box(left, height - top, right, height - bottom, is_text))
        yield found


def overlapping(found: list[Box], tolerance: float = 0.6) -> list[tuple[Box, Box]]:
    """Pairs of texts that run into each other; a watermark lies under everything and does not count."""
    small = sorted(
        (box for box in found if box.is_text and box.bottom - box.top < 60), key=lambda box: box.top
    )
    pairs = []
    for number, first in enumerate(small):
        for second in small[number + 1 :]:
            if second.top >= first.bottom - tolerance:
                break
            if min(first.right, second.right) - max(first.left, second.left) > tolerance:
                pairs.append((first, second))
    return pairs
