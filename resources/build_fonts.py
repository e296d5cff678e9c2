"""Make the two fonts of `resources/fonts/` out of the variable Noto Sans SC.

Run by hand, and only to change what they contain.

usage: python resources/build_fonts.py WHEEL UNIHAN [FOLDER]

WHEEL    the wheel `justmytype-intl-cjk` 0.1.0 of PyPI; it holds `NotoSansSC[wght].ttf` and its licence
UNIHAN   `Unihan.zip` of unicode.org, or `Unihan_OtherMappings.txt`, plain or as .bz2 (Debian package
         unicode-data); its field kTGH is the General Standard Chinese list of 8,105 characters (2013)
FOLDER   where the fonts go; `resources/fonts` beside this script unless given

Needs fontTools, which the product itself does not. The same input gives the same bytes.
The copyright holder reserves the name "Source" only, so the subsets may go on being called Noto Sans SC
(OFL 1.1, clause 3).
"""

from __future__ import annotations

import bz2
import io
import sys
import zipfile
from pathlib import Path
from typing import Any

FONT_IN_WHEEL = "NotoSansSC[wght].ttf"
WEIGHTS = {"Regular": 400, "SemiBold": 600}

# Unicode blocks or parts of them; what the font lacks is left out without a word.
SYMBOLS = (
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x024F),  # Latin-1, Extended-A and -B (pinyin with tone marks)
    (0x02B0, 0x02FF),  # modifier letters
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x20CF),  # super- and subscripts, currency
    (0x2100, 0x218F),  # letterlike symbols, number forms
    (0x2190, 0x23FF),  # arrows, mathematics, technical
    (0x2460, 0x26FF),  # circled numbers, boxes, blocks, geometric shapes, symbols
    (0x2E3A, 0x2E3B),  # long dashes
    (0x3000, 0x312F),  # CJK symbols and marks, kana, bopomofo
    (0x3200, 0x33FF),  # enclosed CJK, units
    (0xFE10, 0xFE4F),  # vertical and compatibility forms
    (0xFF01, 0xFFEE),  # full-width forms
)
# Invisible or steering characters of the ranges above; the report never draws them.
LEFT_OUT = {
    0x00AD,
    0x034F,
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2070),
    0x3164,
    0xFFA0,
}


def wanted(unihan: Path) -> set[int]:
    """The code points that the fonts shall have."""
    gb2312 = bytes(range(0xA1, 0xFF))
    codes = {code for first, last in SYMBOLS for code in range(first, last + 1)}
    for row in gb2312:
        for cell in gb2312:
            codes.update(map(ord, bytes((row, cell)).decode("gb2312", "ignore")))
    standard = {
        int(line.split("\t")[0].removeprefix("U+"), base=16)
        for line in _other_mappings(unihan)
        if "\tkTGH\t" in line
    }
    if len(standard) != 8105:
        raise SystemExit(f"{unihan}: {len(standard)} characters with kTGH, expected 8105")
    return (codes | standard) - LEFT_OUT


def _other_mappings(unihan: Path) -> list[str]:
    if unihan.suffix == ".zip":
        data = zipfile.ZipFile(unihan).read("Unihan_OtherMappings.txt")
    elif unihan.suffix == ".bz2":
        data = bz2.decompress(unihan.read_bytes())
    else:
        data = unihan.read_bytes()
    return data.decode("utf-8").splitlines()


def build(variable: bytes, style: str, codes: set[int]) -> bytes:
    """One static weight with these characters, without hints and layout tables."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(io.BytesIO(variable), recalcTimestamp=False)
    font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS[style]}, inplace=True)
    _name(font, style)
    options = subset.Options(
        layout_features=[], hinting=False, name_IDs=["*"], notdef_outline=True, glyph_names=False
    )
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "gasp"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _name(font: Any, style: str) -> None:
    """Ids 16 and 17 make one family of both files, 1 and 2 are for programs that know four styles only."""
    family = "Noto Sans SC"
    full = f"{family} {style}"
    names = {
        1: family if style == "Regular" else full,
        2: "Regular",
        3: f"2.004;NotoSansSC-{style};subset",
        4: full,
        6: f"NotoSansSC-{style}",
        16: family,
        17: style,
    }
    table = font["name"]
    table.names = [name for name in table.names if name.nameID <= 17]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = WEIGHTS[style]


def main(wheel: str, unihan: str, folder: str | None = None) -> None:
    target = Path(folder) if folder else Path(__file__).parent / "fonts"
    target.mkdir(parents=True, exist_ok=True)
    codes = wanted(Path(unihan))
    with zipfile.ZipFile(wheel) as archive:
        source = next(name for name in archive.namelist() if name.endswith(FONT_IN_WHEEL))
        variable = archive.read(source)
        licence = archive.read(source.rpartition("/")[0] + "/OFL.txt")
    (target / "OFL.txt").write_bytes(licence)
    for style in WEIGHTS:
        data = build(variable, style, codes)
        (target / f"NotoSansSC-{style}.ttf").write_bytes(data)
        sys.stdout.write(f"NotoSansSC-{style}.ttf: {len(data)} bytes\n")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
