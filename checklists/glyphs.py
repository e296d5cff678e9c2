"""Which characters a TrueType font has: its character map, read without a font library."""

from __future__ import annotations

import struct
from pathlib import Path


def code_points(font: Path) -> frozenset[int]:
    """The code points that the font has a glyph for (formats 4 and 12 of its `cmap` table).

    Raises OSError where the file cannot be read, ValueError where it is no TrueType font.
    """
    data = font.read_bytes()
    try:
        start = _table(data, b"cmap")
        count = struct.unpack_from(">H", data, start + 2)[0]
        offsets = {struct.unpack_from(">4xI", data, start + 4 + 8 * n)[0] for n in range(count)}
        return frozenset().union(*(_subtable(data, start + offset) for offset in offsets))
    except struct.error as error:
        raise ValueError(f"{font.name} is no sound TrueType font") from error


def _table(data: bytes, tag: bytes) -> int:
    """Where a table of the font begins."""
    for n in range(struct.unpack_from(">H", data, 4)[0]):
        name, offset = struct.unpack_from(">4s4xI", data, 12 + 16 * n)
        if name == tag:
            return int(offset)
    raise ValueError("the font has no table " + tag.decode())


def _subtable(data: bytes, start: int) -> frozenset[int]:
    match struct.unpack_from(">H", data, start)[0]:
        case 4:
            return _segments(data, start)
        case 12:
            return _groups(data, start)
    return frozenset()


def _segments(data: bytes, start: int) -> frozenset[int]:
    """Format 4: segments of the basic plane, by a shift of the code or through a list of glyphs."""
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    ends, starts, shifts, offsets = (
        struct.unpack_from(f">{count}H", data, start + 14 + 2 * count * n + (2 if n else 0)) for n in range(4)
    )
    found: set[int] = set()
    for n, (first, last, shift, offset) in enumerate(zip(starts, ends, shifts, offsets, strict=True)):
        here = start + 16 + 6 * count + 2 * n
        for code in range(first, last + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", data, here + offset + 2 * (code - first))[0]
            if glyph and (glyph + shift) % 0x10000:
                found.add(code)
    return frozenset(found - {0xFFFF})


def _groups(data: bytes, start: int) -> frozenset[int]:
    """Format 12: groups of codes in a row, each with a glyph of its own."""
    count = struct.unpack_from(">I", data, start + 12)[0]
    groups = (struct.unpack_from(">3I", data, start + 16 + 12 * n) for n in range(count))
    return frozenset(
        code for first, last, glyph in groups for code in range(first, last + 1) if glyph + code - first
    )
