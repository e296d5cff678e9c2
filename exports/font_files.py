"""Font files of the system and of the user: where they are, and which characters they say they have.

Only the character map is read here, so that a report which misses one character need not load every font.
"""

from __future__ import annotations

import os
import struct
import sys
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

#: Fonts with TrueType outlines that hold rare Han characters or symbols, best first, as Windows, macOS and
#: Linux name them. They are used where the system has them and never shipped.
SYSTEM_FONTS = (
    "msyh.ttc", "simsun.ttc", "simsunb.ttf", "simsunextg.ttf", "segoeui.ttf", "seguisym.ttf", "seguiemj.ttf",
    "songti.ttc", "stheiti light.ttc", "arial unicode.ttf", "apple symbols.ttf",
    "plangothicp1-regular.ttf", "plangothicp2-regular.ttf", "babelstonehan.ttf",
    "hanamina.ttf", "hanaminb.ttf", "wqy-zenhei.ttc", "wqy-microhei.ttc", "droidsansfallbackfull.ttf",
    "uming.ttc", "notosanssymbols-regular.ttf", "notosanssymbols2-regular.ttf", "symbola.ttf",
    "dejavusans.ttf", "freeserif.ttf",
)  # fmt: skip


def system_fonts() -> list[Path]:
    """Which of `SYSTEM_FONTS` this machine has, in that order."""
    there: dict[str, Path] = {}
    for folder in _system_folders():
        for file in font_files(folder):
            there.setdefault(file.name.lower(), file)
    return [there[name] for name in SYSTEM_FONTS if name in there]


def _system_folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData/Local"))
        return [Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts"), Path(local, "Microsoft/Windows/Fonts")]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    return [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
    ]


def font_files(folder: Path) -> list[Path]:
    """The font files below a folder in the order of their paths."""
    found = [Path(at, name) for at, _, names in os.walk(folder) for name in names]
    return sorted(file for file in found if file.suffix.lower() in {".ttf", ".ttc", ".otf"})


def may_have(file: Path, character: str) -> bool:
    """Whether the character map of a font file has a place for a character; False if the file is no font."""
    try:
        ranges = _ranges(file, file.stat().st_mtime_ns)
    except (OSError, struct.error, KeyError):
        return False
    return any(first <= ord(character) <= last for first, last in ranges)


@lru_cache(maxsize=64)
def _ranges(file: Path, _modified: int) -> tuple[tuple[int, int], ...]:
    """First and last code points of the segments in the Unicode maps of a file (OpenType, table "cmap")."""
    with file.open("rb") as stream:
        table = _character_map(stream)
    (count,) = struct.unpack_from(">H", table, 2)
    found: set[tuple[int, int]] = set()
    for number in range(count):
        (offset,) = struct.unpack_from(">L", table, 8 + 8 * number)
        (kind,) = struct.unpack_from(">H", table, offset)
        if kind == 4:
            (doubled,) = struct.unpack_from(">H", table, offset + 6)
            ends = struct.unpack_from(f">{doubled // 2}H", table, offset + 14)
            starts = struct.unpack_from(f">{doubled // 2}H", table, offset + 16 + doubled)
            found.update(zip(starts, ends, strict=True))
        elif kind == 12:
            (groups,) = struct.unpack_from(">L", table, offset + 12)
            for group in range(groups):
                first, last = struct.unpack_from(">LL", table, offset + 16 + 12 * group)
                found.add((first, last))
    return tuple(sorted(found))


def _character_map(stream: BinaryIO) -> bytes:
    """The table "cmap" of a font file, of the first font in a collection."""
    start = 0
    if stream.read(4) == b"ttcf":
        (start,) = struct.unpack(">8xL", stream.read(12))
    stream.seek(start + 4)
    (count,) = struct.unpack(">H6x", stream.read(8))
    tables = {}
    for _ in range(count):
        tag, offset, length = struct.unpack(">4s4xLL", stream.read(16))
        tables[tag] = offset, length
    offset, length = tables[b"cmap"]
    stream.seek(offset)
    return stream.read(length)
