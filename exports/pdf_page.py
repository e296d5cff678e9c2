"""Pages that record what is drawn on them, and how they become a PDF file.

Coordinates are points from the top left corner of the page. Nothing is written before all pages are known, so
page totals and references to later pages are at hand when the page furniture is drawn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from math import cos, radians, sin, sqrt
from typing import BinaryIO, Literal, NamedTuple, TypeAlias

from reportlab.pdfgen.canvas import Canvas

from exports.pdf_file import DocumentInfo, Paper, image_name
from exports.pdf_font import CompositeFont, Fonts
from exports.typesetting import Line, Style, Typesetter

Align = Literal["left", "center", "right"]
Segment: TypeAlias = (
    tuple[Literal["M", "L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)
#: ("M", x, y) moves, ("L", x, y) draws a line, ("C", x1, y1, x2, y2, x, y) a Bézier curve, ("Z",) closes.
Path: TypeAlias = list[Segment]
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


class Pen(NamedTuple):
    """How a line is drawn: width and dashes in points; `round` ends and joins."""

    width: float
    gray: float = 0.0
    dash: tuple[float, ...] = ()
    round: bool = False


class Frame(NamedTuple):
    """Where text stands on a page; `bottom` is the y of its lower edge."""

    left: float
    top: float
    width: float
    bottom: float


def rectangle(x: float, y: float, w: float, h: float) -> Path:
    return polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])


def polyline(points: Iterable[tuple[float, float]]) -> Path:
    (x, y), *others = points
    return [("M", x, y), *(("L", x, y) for x, y in others)]


def polygon(points: Iterable[tuple[float, float]]) -> Path:
    return [*polyline(points), ("Z",)]


def circle(cx: float, cy: float, r: float) -> Path:
    k = 4 / 3 * (sqrt(2) - 1) * r
    return [
        ("M", cx + r, cy),
        ("C", cx + r, cy + k, cx + k, cy + r, cx, cy + r),
        ("C", cx - k, cy + r, cx - r, cy + k, cx - r, cy),
        ("C", cx - r, cy - k, cx - k, cy - r, cx, cy - r),
        ("C", cx + k, cy - r, cx + r, cy - k, cx + r, cy),
        ("Z",),
    ]


class Page:
    """One page. Painted: watermarks, then fills, lines and images in the order of calls, then all text."""

    def __init__(self, index: int, frame: Frame, height: float, typesetter: Typesetter) -> None:
        self.index = index  #: from 0
        self.frame = frame
        self._height = height
        self._typesetter = typesetter
        self._ink: list[str] = []
        self._pen: Pen | None = None
        self._fill_gray = 0.0
        self._texts: list[tuple[float, float, Line, Style]] = []
        self._watermarks: list[tuple[float, float, Line, Style, float]] = []
        self.images: dict[str, bytes] = {}
        self.links: list[tuple[float, float, float, float, str]] = []
        self.waiting: list[Callable[[Page], None]] = []

    def write(self, text: str, x: float, y: float, style: Style, align: Align = "left") -> float:
        """One line of text, never broken, on the baseline `y`; `x` is its left edge, middle or right edge.

        Returns its width.
        """
        line = self._typesetter.line(text, style)
        offset = {"left": 0.0, "center": line.width / 2, "right": line.width}[align]
        self._texts.append((x - offset, y, line, style))
        return line.width

    def put(self, line: Line, x: float, y: float, style: Style) -> None:
        """A line that the typesetter made, on the baseline `y`."""
        self._texts.append((x, y, line, style))

    def paragraph(
        self,
        text: str,
        x: float,
        top: float,
        width: float,
        style: Style,
        *,
        indent: float = 0.0,
        justify: bool = False,
        align: Align = "left",
    ) -> float:
        """Text in as many lines as it takes; returns the y below the last."""
        for line in self._typesetter.lines(text, width, style, indent=indent, justify=justify):
            offset = {"left": 0.0, "center": (width - line.width) / 2, "right": width - line.width}[align]
            self._texts.append((x + offset, top + style.baseline, line, style))
            top += style.leading
        return top

    def rule(self, x1: float, y1: float, x2: float, y2: float, pen: Pen) -> None:
        self._use(pen)
        self._ink.append(f"{x1:.2f} {self._height - y1:.2f} m {x2:.2f} {self._height - y2:.2f} l S")

    def fill(self, x: float, y: float, w: float, h: float, gray: float) -> None:
        self._use_fill(gray)
        self._ink.append(f"{x:.2f} {self._height - y - h:.2f} {w:.2f} {h:.2f} re f")

    def path(self, path: Path, *, pen: Pen | None = None, fill: float | None = None) -> None:
        """A path, filled and then stroked; where it crosses itself, what is inside twice is outside."""
        if pen is not None:
            self._use(pen)
        if fill is not None:
            self._use_fill(fill)
        painted = {(True, True): "B*", (True, False): "S", (False, True): "f*"}
        operator = painted[pen is not None, fill is not None]
        self._ink.append(f"{' '.join(map(self._segment, path))} {operator}")

    def hatch(self, x: float, y: float, w: float, h: float, pen: Pen, pitch: float) -> None:
        """Lines rising at 45 degrees, `pitch` points apart, cut off at the edges of the box."""
        bottom, step = self._height - y - h, pitch * sqrt(2)
        lines = []
        at = x - h
        while at < x + w:
            lines.append(f"{at:.2f} {bottom:.2f} m {at + h:.2f} {bottom + h:.2f} l")
            at += step
        box = f"{x:.2f} {bottom:.2f} {w:.2f} {h:.2f} re W n"
        self._ink.append(f"q {box} {_pen_code(pen)} {' '.join(lines)} S Q")

    def image(self, data: bytes, x: float, y: float, w: float, h: float) -> None:
        """A JPEG, embedded as it is, or a picture in another format that Pillow reads; it fills the box."""
        name = hashlib.sha256(data).hexdigest()[:20]
        self.images[name] = data
        place = f"{w:.2f} 0 0 {h:.2f} {x:.2f} {self._height - y - h:.2f} cm"
        self._ink.append(f"q {place} /{image_name(name)} Do Q")

    def watermark(self, text: str, x: float, y: float, style: Style, angle: float) -> None:
        """Text under everything else, its middle at (x, y), rising by `angle` degrees."""
        self._watermarks.append((x, y, self._typesetter.line(text, style), style, angle))

    def link(self, x: float, y: float, w: float, h: float, key: str) -> None:
        """A box that leads to a bookmark; without effect if there is no such bookmark in the end."""
        self.links.append((x, self._height - y - h, x + w, self._height - y, key))

    def later(self, draw: Callable[[Page], None]) -> None:
        """Draw when all pages and bookmarks are known."""
        self.waiting.append(draw)

    def code(self) -> bytes:
        """The page as PDF operators."""
        fonts = self._typesetter.fonts
        parts = [
            _watermark_code(fonts, x, self._height - y, line, style, angle)
            for x, y, line, style, angle in self._watermarks
        ]
        return "\n".join([*parts, *self._ink, *_text_code(fonts, self._texts, self._height)]).encode("ascii")

    def _segment(self, segment: Segment) -> str:
        numbers = segment[1:]
        places = [number if i % 2 == 0 else self._height - number for i, number in enumerate(numbers)]
        return " ".join([*(f"{place:.2f}" for place in places), _OPERATORS[segment[0]]])

    def _use(self, pen: Pen) -> None:
        if pen != self._pen:
            self._pen = pen
            self._ink.append(_pen_code(pen))

    def _use_fill(self, gray: float) -> None:
        if gray != self._fill_gray:
            self._fill_gray = gray
            self._ink.append(f"{gray:.3g} g")


def _pen_code(pen: Pen) -> str:
    dash = " ".join(f"{length:g}" for length in pen.dash)
    return f"{pen.width:g} w {pen.gray:.3g} G [{dash}] 0 d {pen.round:d} J {pen.round:d} j"


def _watermark_code(fonts: Fonts, x: float, y: float, line: Line, style: Style, angle: float) -> str:
    c, s = cos(radians(angle)), sin(radians(angle))
    back, down = line.width / 2 - line.shift, 0.36 * style.size
    left, base = x - back * c + down * s, y - back * s - down * c
    writer = _TextWriter(fonts)
    writer.add(f"{c:.4f} {s:.4f} {-s:.4f} {c:.4f} {left:.2f} {base:.2f} Tm", line, style)
    return " ".join(["q", *writer.finished(), "Q"])


def _text_code(fonts: Fonts, texts: list[tuple[float, float, Line, Style]], height: float) -> list[str]:
    """All text of a page as one text object."""
    writer = _TextWriter(fonts)
    for x, y, line, style in texts:
        if line.text:
            writer.add(f"1 0 0 1 {x + line.shift:.2f} {height - y:.2f} Tm", line, style)
    return writer.finished()


class _TextWriter:
    """Makes a text object; says font, spacing and grey only where they change."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._code: list[str] = []
        self._font: tuple[CompositeFont, float] | None = None
        self._gray: float | None = None
        self._spacing = 0.0

    def add(self, matrix: str, line: Line, style: Style) -> None:
        code = self._code
        spacing = line.spacing + style.tracking
        if spacing != self._spacing:
            self._spacing = spacing
            code.append(f"{spacing:.3f} Tc")
        if style.gray != self._gray:
            self._gray = style.gray
            code.append(f"{style.gray:.3g} g {style.gray:.3g} G")
        code.append(matrix)
        if line.plain and not line.cuts:
            font = self._fonts.font(bold=style.bold)
            self._use(font, style)
            code.append(f"<{font.encode(line.text)}> Tj")
            return
        start = 0
        for place, amount in (*line.cuts, (len(line.text), 0.0)):
            for font, run in self._fonts.runs(line.text[start:place], bold=style.bold):
                self._use(font, style)
                code.append(f"<{font.encode(run)}> Tj")
            if amount:
                code.append(f"[{amount:g}] TJ")
            start = place

    def _use(self, font: CompositeFont, style: Style) -> None:
        if self._font == (font, style.size):
            return
        if font.thicken:
            self._code.append(f"2 Tr {style.size / 36:.2f} w")
        elif self._font and self._font[0].thicken:
            self._code.append("0 Tr")
        self._font = (font, style.size)
        self._code.append(f"/{font.name} {style.size:g} Tf")

    def finished(self) -> list[str]:
        end = ["0 Tr"] if self._font and self._font[0].thicken else []
        return ["BT", *self._code, *end, "ET"]


class _Bookmark(NamedTuple):
    page: int
    from_bottom: float
    title: str
    level: int


class Pages:
    """The pages of one report, in order."""

    def __init__(
        self, typesetter: Typesetter, width: float, height: float, frame: Callable[[int], Frame]
    ) -> None:
        """`frame` tells for a page number from 1 where text stands; width and height of it never differ."""
        self.typesetter = typesetter
        self.pages: list[Page] = []
        self._size = (width, height)
        self.frame = frame
        self._furniture: list[Furniture | None] = []
        self._bookmarks: dict[str, _Bookmark] = {}

    def add(self, furniture: Furniture | None) -> Page:
        """A new page at the end; `furniture` is drawn when the number of pages is known."""
        page = Page(len(self.pages), self.frame(len(self.pages) + 1), self._size[1], self.typesetter)
        self.pages.append(page)
        self._furniture.append(furniture)
        return page

    def change_furniture(self, page: Page, furniture: Furniture | None) -> None:
        self._furniture[page.index] = furniture

    def bookmark(self, key: str, page: Page, y: float, title: str = "", level: int = 0) -> None:
        """A place that links lead to; with a title it also stands in the outline. A key counts once."""
        self._bookmarks.setdefault(key, _Bookmark(page.index, self._size[1] - y, title, level))

    def number(self, key: str) -> int:
        """The page number of a bookmark. Raises KeyError if there is none of that name."""
        return self._bookmarks[key].page + 1

    def save(
        self,
        target: BinaryIO,
        info: DocumentInfo,
        *,
        progress: Callable[[int, int], None] | None = None,
        finish: Callable[[Canvas], None] | None = None,
    ) -> None:
        """Write the file, once. `progress(done, total)` is called after each page; raising ends it.

        `finish` gets ReportLab's canvas before the file is written. The same pages and info give equal bytes.
        """
        total = len(self.pages)
        for page, furniture in zip(self.pages, self._furniture, strict=True):
            for draw in page.waiting:
                draw(page)
            if furniture:
                furniture(page, page.index + 1, total)
        paper = Paper(target, self._size, info)
        for page in self.pages:
            here = {key: mark.from_bottom for key, mark in self._bookmarks.items() if mark.page == page.index}
            links = [link for link in page.links if link[-1] in self._bookmarks]
            paper.add(page.code(), here, links, page.images)
            if progress:
                progress(page.index + 1, total)
        titled = [(mark, key) for key, mark in self._bookmarks.items() if mark.title]
        titled.sort(key=lambda entry: (entry[0].page, -entry[0].from_bottom))
        paper.add_outline((mark.title, key, mark.level) for mark, key in titled)
        paper.finish(self.typesetter.fonts, finish)


#: Draws what stands on every page: (page, its number from 1, how many there are).
Furniture: TypeAlias = Callable[[Page, int, int], None]
