"""Fonts of the printed report: composite fonts, a fallback chain for rare characters, harmless text.

ReportLab's own TrueType support cuts text into fonts of 256 codes and writes a wrong ToUnicode map beyond the
BMP. Here a face becomes one Type0 font with Identity-H; codes are numbers 1, 2, 3 … given in the order in
which characters are first drawn, so no character of a text, private use or other, can collide with a
code. Nothing is entered into ReportLab's global registry: fonts belong to the `Fonts` of one report.
"""

from __future__ import annotations

import re
import struct
import threading
import unicodedata
import zlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFontFace

import resources
from exports.font_files import font_files, may_have, system_fonts

#: ReportLab's subset maker counts the codes of a face in a signed 16-bit number.
MAX_CODES = 32_000

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[\t\u1680\u2000\u2001\u2004-\u200a\u205f]")
_DROPPED = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
    "\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
)
_SHOWN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u115f\u1160\u17b4\u17b5\u202a-\u202e\u2065-\u206f\u3164\ud800-\udfff"
    "\ufdd0-\ufdef\uffa0\ufff0-\ufffc\ufffe\uffff\U000e0000\U000e0002-\U000e001f\U000e0080-\U000e00ff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)


def printable(text: str) -> str:
    """`text` with its steering characters made harmless; whatever carries content stays to be seen.

    - Newlines: CR LF, CR, VT, FF, NEL, U+2028 and U+2029 become LF.
    - Blanks: tab and the typographic spaces U+1680, U+2000, U+2001, U+2004 to U+200A and U+205F become one
      blank, U+202F a no-break space.
    - Dropped, since they are invisible by nature and only steer shaping, joining or breaking:
      U+00AD soft hyphen, U+034F, U+061C, U+180B to U+180F, U+200B to U+200F (zero-width space, joiners, LRM,
      RLM), U+2060 to U+2064, variation selectors U+FE00 to U+FE0F and U+E0100 to U+E01EF, U+FEFF (BOM),
      tags U+E0001 and U+E0020 to U+E007F.
    - Shown as a code such as [U+202E], since hiding them would hide what they do or that they are there: all
      other C0 and C1 controls, the bidirectional embeddings, overrides and isolates U+202A to U+202E and
      U+2065 to U+206F, invisible letters (Hangul and Khmer fillers), lone surrogates, U+FFF0 to U+FFFC,
      the language tags' unused neighbours U+E0000 to U+E00FF, and noncharacters.

    Text is always drawn in its stored order, left to right: nothing reorders it.
    """
    text = _BLANKS.sub(" ", _NEWLINES.sub("\n", text)).replace("\u202f", "\u00a0")
    return _SHOWN.sub(lambda found: visible_code(found[0]), _DROPPED.sub("", text))


def visible_code(character: str) -> str:
    """What stands for a character that cannot be drawn: U+2B7F0 is printed as [U+2B7F0]."""
    return f"[U+{ord(character):04X}]"


class Face:
    """One parsed TrueType file. It never changes, so reports may share it; widths are in 1/1000 em."""

    def __init__(self, file: Path) -> None:
        self._ttf: Any = TTFontFace(str(file))
        glyphs: dict[int, int] = self._ttf.charToGlyph
        self.glyphs = {code: glyph for code, glyph in glyphs.items() if glyph}
        self.characters = frozenset(map(chr, self.glyphs))
        widths: dict[int, float] = self._ttf.charWidths
        self.widths = {chr(code): widths.get(code, self._ttf.defaultWidth) for code in self.glyphs}
        self.name: str = self._ttf.name.decode("ascii")
        # ReportLab's reader keeps its place in the file in the object: one subset at a time.
        self._lock = threading.Lock()

    def subset(self, codes: list[int]) -> tuple[bytes, list[int]]:
        """A font file with the glyphs of these code points, and the new glyph number of each."""
        numbers = {0: 0}  # the subset maker numbers glyphs as they first occur
        places = [numbers.setdefault(self.glyphs[code], len(numbers)) for code in codes]
        with self._lock:
            return cast("bytes", self._ttf.makeSubset(codes)), places

    def descriptor(self) -> dict[str, object]:
        """The entries of a FontDescriptor that do not depend on the characters used."""
        ttf = self._ttf
        return {
            "Type": "/FontDescriptor",
            "Ascent": ttf.ascent,
            "Descent": ttf.descent,
            "CapHeight": ttf.capHeight,
            "Flags": ttf.flags,
            "FontBBox": pdfdoc.PDFArray(ttf.bbox),
            "ItalicAngle": ttf.italicAngle,
            "StemV": ttf.stemV,
        }


def load_face(file: Path) -> Face | None:
    """The face in `file`, None if it cannot be embedded: no TrueType outlines, no right to, damaged."""
    try:
        return _parsed(file, file.stat().st_mtime_ns)
    except Exception:  # a damaged font of the system raises whatever; it must not fail the report
        return None


@lru_cache(maxsize=6)
def _parsed(file: Path, _modified: int) -> Face:
    return Face(file)


@lru_cache(maxsize=1)
def _shipped() -> tuple[Face, Face, frozenset[str]]:
    """Regular, SemiBold, and the characters that both have and that need no care, newline included."""
    regular = Face(resources.path("fonts/NotoSansSC-Regular.ttf"))
    bold = Face(resources.path("fonts/NotoSansSC-SemiBold.ttf"))
    both = "".join(regular.characters & bold.characters)
    return regular, bold, frozenset(_SHOWN.sub("", _DROPPED.sub("", _BLANKS.sub("", both))) + "\n")


class _Codes(dict[int, int]):
    """Code point -> code in the composite font; a new character gets the next number when first looked up."""

    def __missing__(self, point: int) -> int:
        code = self[point] = len(self) + 1
        return code


class CompositeFont:
    """A face as used by one report: which characters were drawn, under which codes."""

    def __init__(self, face: Face, name: str, *, thicken: bool = False) -> None:
        self.face = face
        self.name = name  # as in the pages: /F1
        self.thicken = thicken  # a face without a bold: its outline is drawn too
        self._codes = _Codes()

    def encode(self, text: str) -> str:
        """The text as the hexadecimal string of a Tj operator; every character must be in the face."""
        return text.translate(self._codes).encode("utf-16-be", "surrogatepass").hex()

    def embed(self, document: Any) -> None:
        """Write the font into the document; after the last page, when the characters are known."""
        if not self._codes:
            return
        face, points = self.face, list(self._codes)
        data, places = face.subset(points)
        tag = "".join(chr(ord("A") + int(digit)) for digit in f"{int(self.name[1:]):06d}")
        base = f"/{tag}+{face.name}"
        dictionary, array = pdfdoc.PDFDictionary, pdfdoc.PDFArray
        file = document.Reference(Stream(data, {"Length1": len(data)}))
        descriptor = document.Reference(dictionary(face.descriptor() | {"FontName": base, "FontFile2": file}))
        system = dictionary(
            {
                "Registry": pdfdoc.PDFString("Adobe"),
                "Ordering": pdfdoc.PDFString("Identity"),
                "Supplement": 0,
            }
        )
        descendant = dictionary({
            "Type": "/Font", "Subtype": "/CIDFontType2", "BaseFont": base, "CIDSystemInfo": system,
            "FontDescriptor": descriptor, "DW": 1000,
            "W": array([1, array([face.widths[chr(point)] for point in points])]),
            "CIDToGIDMap": document.Reference(Stream(struct.pack(f">{len(points) + 1}H", 0, *places))),
        })  # fmt: skip
        font = dictionary({
            "Type": "/Font", "Subtype": "/Type0", "BaseFont": base, "Encoding": "/Identity-H",
            "DescendantFonts": array([document.Reference(descendant)]),
            "ToUnicode": document.Reference(Stream(_to_unicode(points))),
        })  # fmt: skip
        document.idToObject[pdfdoc.BasicFonts].dict[self.name] = document.Reference(font)


def _to_unicode(points: list[int]) -> bytes:
    """The CMap from codes 1, 2, 3 … back to characters."""
    rows = [f"<{code:04X}> <{chr(point).encode('utf-16-be').hex()}>" for code, point in enumerate(points, 1)]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]  # a CMap section has at most 100 rows
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    ).encode("ascii")


class Stream(pdfdoc.PDFObject):  # type: ignore[misc]
    """A PDF stream, deflated unless `raw`; never in ASCII85, whatever ReportLab's global setting says."""

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: dict[str, object] | None = None, *, raw: bool = False) -> None:
        self.data = data if raw else zlib.compress(data)
        self.entries = (
            dict(entries or {}) | {"Length": len(self.data)} | ({} if raw else {"Filter": "/FlateDecode"})
        )

    def format(self, document: Any) -> bytes:
        head: bytes = pdfdoc.PDFDictionary(self.entries).format(document)
        return b"".join([head, b"\nstream\n", document.encrypt.encode(self.data), b"\nendstream\n"])


class Fonts:
    """The fonts of one report: Regular and SemiBold of the product, then the user's folder, then the system.

    A character that none of them has is set as its visible code and noted in `missing`. Private-use
    characters are taken from the user's folder only, since elsewhere their look means nothing; right-to-
    left letters are never taken, since without bidirectional layout they would stand in the wrong order.
    """

    def __init__(
        self, folder: Path | None = None, system: Callable[[], Iterable[Path]] | None = None
    ) -> None:
        """`folder` holds the user's own fonts; `system` lists the system's, `system_fonts` unless given."""
        regular, bold, self.plain = _shipped()
        self.missing: set[str] = set()
        self._own = {False: CompositeFont(regular, "F1"), True: CompositeFont(bold, "F2")}
        self._others: dict[Face, dict[bool, CompositeFont]] = {}
        self._folder = folder
        self._system = system or system_fonts
        self._files: list[tuple[Path, bool]] | None = None  # listed when first a character is missing
        self._chosen: dict[str, Face | None] = {}

    def prepare(self, text: str) -> tuple[str, bool]:
        """`text` as it can be drawn, and whether all of it is in `plain`.

        It is made harmless (see `printable`), and a code stands for a character that no font has.
        """
        if self.plain.issuperset(text):
            return text, True
        drawable = "".join(
            [
                character if character in self.plain or self._choose(character) else visible_code(character)
                for character in printable(text)
            ]
        )
        return drawable, self.plain.issuperset(drawable)

    def width(self, character: str, *, bold: bool) -> float:
        """Advance width of a character of prepared text in 1/1000 em."""
        face = None if character in self.plain else self._choose(character)
        chosen: Face = face or self._own[bold].face
        return float(chosen.widths[character])

    def widths(self, *, bold: bool) -> dict[str, float]:
        """The advance widths in 1/1000 em of the characters in `plain`."""
        return self._own[bold].face.widths

    def font(self, *, bold: bool) -> CompositeFont:
        """The shipped font of this weight."""
        return self._own[bold]

    def runs(self, text: str, *, bold: bool) -> list[tuple[CompositeFont, str]]:
        """Prepared text, without newlines, cut where the font changes."""
        found: list[tuple[CompositeFont, str]] = []
        for character in text:
            face = None if character in self.plain else self._choose(character)
            font = self._others[face][bold] if face else self._own[bold]
            if found and found[-1][0] is font:
                found[-1] = (font, found[-1][1] + character)
            else:
                found.append((font, character))
        return found

    def embed(self, document: Any) -> None:
        """Write every font that was drawn with into ReportLab's document, before it is saved."""
        for pair in (self._own, *self._others.values()):
            for font in pair.values():
                font.embed(document)

    def _choose(self, character: str) -> Face | None:
        """The further face for a character that the shipped fonts lack, None if there is none."""
        if character not in self._chosen:
            self._chosen[character] = self._find(character)
            if self._chosen[character] is None:
                self.missing.add(character)
        return self._chosen[character]

    def _find(self, character: str) -> Face | None:
        if unicodedata.bidirectional(character) in {"R", "AL"} or len(self._chosen) > MAX_CODES:
            return None
        if self._files is None:
            users = font_files(self._folder) if self._folder else []
            self._files = [(file, True) for file in users] + [(file, False) for file in self._system()]
        private = unicodedata.category(character) == "Co"
        for file, from_user in self._files:
            if (from_user or not private) and may_have(file, character):
                face = load_face(file)
                if face and character in face.characters:
                    self._others.setdefault(face, self._composite(face))
                    return face
        return None

    def _composite(self, face: Face) -> dict[bool, CompositeFont]:
        number = 2 * len(self._others) + 3
        return {bold: CompositeFont(face, f"F{number + bold}", thicken=bold) for bold in (False, True)}
