"""The PDF file itself: finished pages, pictures, links and outline go into ReportLab's document."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, BinaryIO, NamedTuple

from reportlab.pdfbase import pdfdoc, pdfutils
from reportlab.pdfgen.canvas import Canvas

from exports.pdf_font import Fonts, Stream


class DocumentInfo(NamedTuple):
    """What the file says of itself. `when` must know its time zone; it is the only date in the file."""

    title: str
    author: str
    subject: str
    creator: str
    language: str
    when: datetime


class Paper(Canvas):  # type: ignore[misc]
    """ReportLab's canvas, fed with finished pages; it looks up no fonts and heeds no settings."""

    def __init__(self, target: BinaryIO, size: tuple[float, float], info: DocumentInfo) -> None:
        super().__init__(
            target, pagesize=size, pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=info.language
        )
        self.setTitle(info.title)
        self.setAuthor(info.author)
        self.setSubject(info.subject)
        self.setCreator(info.creator)
        self._doc._timeStamp = _TimeStamp(info.when)  # noqa: SLF001  ReportLab offers no other way

    def _make_preamble(self) -> None:
        self._preamble = ""  # ReportLab's own would name Helvetica

    def add(
        self,
        code: bytes,
        bookmarks: Mapping[str, float],
        links: Iterable[tuple[float, float, float, float, str]],
        images: Mapping[str, bytes],
    ) -> None:
        """One page: operators, bookmarks (y from below), links (left, bottom, right, top, key), pictures."""
        for key, y in bookmarks.items():
            self.bookmarkPage(key, fit="XYZ", left=0, top=y, zoom=0)
        for *box, key in links:
            self.linkAbsolute("", key, box, F=4)  # 4: printed with the page, as PDF/A wants it
        for name, data in images.items():
            reference = image_name(name)
            if reference not in self._doc.idToObject:
                self._doc.Reference(_picture(data), reference)
            self._formsinuse.append(name)
        self.showPage()
        self._doc.Pages.pages[-1].Contents = Stream(code)

    def add_outline(self, entries: Iterable[tuple[str, str, int]]) -> None:
        """Titles, the keys of their bookmarks, and levels from 0, in order; a level is never skipped."""
        deepest = 0
        for title, key, level in entries:
            allowed = min(level, deepest)
            self.addOutlineEntry(title, key, allowed, closed=allowed > 0)
            deepest = allowed + 1

    def finish(self, fonts: Fonts, then: Callable[[Canvas], None] | None) -> None:
        """Write the file; `then` gets this canvas just before."""
        fonts.embed(self._doc)
        if then:
            then(self)
        self.save()


class _TimeStamp:
    """A date as ReportLab's documents want it."""

    def __init__(self, when: datetime) -> None:
        offset = when.utcoffset()
        if offset is None:
            raise ValueError("the date of a document needs a time zone")
        minutes = int(offset.total_seconds() // 60)
        self.t = when.timestamp()
        self.lt = when.timetuple()
        self.YMDhms = tuple(self.lt)[:6]
        self.dhh, self.dmm = int(minutes / 60), abs(minutes) % 60
        self.tzname = when.tzname()


def image_name(name: str) -> str:
    """How a page's operators call a picture."""
    return str(pdfdoc.xObjectName(name))


def image_size(data: bytes) -> tuple[int, int]:
    """Width and height of a picture in pixels."""
    if data.startswith(b"\xff\xd8"):
        width, height, *_ = pdfutils.readJPEGInfo(io.BytesIO(data))
        return width, height
    from PIL import Image

    return Image.open(io.BytesIO(data)).size


def _picture(data: bytes) -> Stream:
    if data.startswith(b"\xff\xd8"):
        width, height, components, *_ = pdfutils.readJPEGInfo(io.BytesIO(data))
        if components in {1, 3}:
            return Stream(
                data, _picture_entries(width, height, components) | {"Filter": "/DCTDecode"}, raw=True
            )
    from PIL import Image

    picture: Image.Image = Image.open(io.BytesIO(data))
    if picture.mode in {"RGBA", "LA", "P"}:  # what is transparent shows the paper
        picture = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    gray = picture.mode in {"1", "L"}
    pixels = picture.convert("L" if gray else "RGB")
    return Stream(pixels.tobytes(), _picture_entries(*pixels.size, 1 if gray else 3))


def _picture_entries(width: int, height: int, components: int) -> dict[str, Any]:
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": width,
        "Height": height,
        "BitsPerComponent": 8,
        "ColorSpace": "/DeviceGray" if components == 1 else "/DeviceRGB",
    }
