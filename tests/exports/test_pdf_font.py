"""Fonts: what is drawn can be read back, what cannot be drawn shows as a code, and reports do not mix."""

import io
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest
import reportlab
from hypothesis import given
from hypothesis import strategies as st
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics

from exports.pdf_file import DocumentInfo
from exports.pdf_font import Fonts, printable, visible_code
from exports.pdf_page import Frame, Pages
from exports.typesetting import Style, Typesetter

INFO = DocumentInfo("报告", "企业", "自评", "质评", "zh-CN", datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
PLAIN = Style(10.0, 14.0)
BOLD = Style(10.0, 14.0, bold=True)
VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"  # has Č, which the shipped fonts lack


def pdf_of(texts: list[str], fonts: Fonts, style: Style = PLAIN) -> bytes:
    """One page, a line for each text."""
    pages = Pages(Typesetter(fonts), 2000, 3000, lambda _: Frame(10, 10, 1980, 2990))
    page = pages.add(None)
    for number, text in enumerate(texts):
        page.write(text, 10, 20 + 14 * number, style)
    target = io.BytesIO()
    pages.save(target, INFO)
    return target.getvalue()


def read(pdf: bytes) -> list[str]:
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split("\n")


def shown(text: str) -> str:
    """The text as a report without further fonts shows it."""
    return read(pdf_of([text], Fonts(system=list)))[0]


def fonts_in(pdf: bytes) -> dict[str, str]:
    """The base fonts of all pages, and whether they are embedded composite fonts."""
    found = {}
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            found[font["/BaseFont"]] = font["/Encoding"]
            assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]
    return found


def test_every_character_of_the_shipped_fonts_is_read_back() -> None:
    characters = sorted(Fonts(system=list).plain - set("\n "))
    lines = ["".join(characters[at : at + 60]) for at in range(0, len(characters), 60)]
    for style in (PLAIN, BOLD):
        text = "".join(read(pdf_of(lines, Fonts(system=list), style)))
        assert set(characters) - set(text) <= set("\u00a0\u2002\u2003\u3000")
        assert re.sub(r"\s", "", text) == re.sub(r"\s", "", "".join(lines))


def test_characters_beyond_the_basic_plane_are_read_back_in_place() -> None:
    beyond = [each for each in sorted(Fonts(system=list).plain) if each > "\uffff"]
    assert len(beyond) == 196  # of the 8,105 characters of the General Standard Chinese list
    text = "质".join(beyond)
    assert shown(text) == text


def test_a_report_has_one_font_for_each_face_that_it_uses_and_never_helvetica() -> None:
    pdf = pdf_of(["质量 abc 𬱟"], Fonts(system=list))
    assert list(fonts_in(pdf).values()) == ["/Identity-H"]
    assert b"Helvetica" not in pdf
    both = Pages(Typesetter(Fonts(system=list)), 600, 800, lambda _: Frame(0, 0, 600, 800))
    both.add(None).write("质量", 10, 10, PLAIN)
    both.add(None).write("质量", 10, 10, BOLD)
    target = io.BytesIO()
    both.save(target, INFO)
    assert sorted(name.partition("+")[2] for name in fonts_in(target.getvalue())) == [
        "NotoSansSC-Regular",
        "NotoSansSC-SemiBold",
    ]


def test_a_page_without_text_has_no_font() -> None:
    pages = Pages(Typesetter(Fonts(system=list)), 600, 800, lambda _: Frame(0, 0, 600, 800))
    pages.add(None)
    target = io.BytesIO()
    pages.save(target, INFO)
    assert fonts_in(target.getvalue()) == {}


def test_missing_characters_show_as_codes_and_are_listed() -> None:
    fonts = Fonts(system=list)
    assert read(pdf_of(["姓名𠮷、\U0002b7f0👍\ue123"], fonts)) == [
        "姓名[U+20BB7]、[U+2B7F0][U+1F44D][U+E123]"
    ]
    assert fonts.missing == {"𠮷", "\U0002b7f0", "👍", "\ue123"}


def test_further_fonts_are_asked_only_for_what_is_missing() -> None:
    asked: list[str] = []

    def system() -> list[Path]:
        asked.append("system")
        return [VERA]

    fonts = Fonts(system=system)
    pdf_of(["质量"], fonts)
    assert asked == []
    pdf = pdf_of(["质量Č", "Č"], fonts)
    assert asked == ["system"]
    assert read(pdf) == ["质量Č", "Č"]
    assert fonts.missing == set()
    assert any(name.endswith("+BitstreamVeraSans-Roman") for name in fonts_in(pdf))


def test_users_folder_comes_before_the_system_and_unusable_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(b"no font")
    (tmp_path / "b.otf").write_bytes(b"OTTO" + bytes(100))
    shutil.copy(VERA, tmp_path / "c.ttf")
    for style in (PLAIN, BOLD):
        fonts = Fonts(tmp_path, system=lambda: [tmp_path / "gone.ttf"])
        assert read(pdf_of(["Č质量 \ue123"], fonts, style)) == ["Č质量 [U+E123]"]
        assert fonts.missing == {"\ue123"}


def test_private_use_characters_come_from_the_users_folder_only(tmp_path: Path) -> None:
    file = tmp_path / "private.ttf"
    file.write_bytes(private_use_font(VERA.read_bytes()))
    assert read(pdf_of(["\uf801"], Fonts(tmp_path, system=list))) == ["\uf801"]
    assert read(pdf_of(["\uf801"], Fonts(system=lambda: [file]))) == ["[U+F801]"]


def private_use_font(data: bytes) -> bytes:
    """Vera with the last segment of its format 4 map, U+FB01 to U+FB02, moved to U+F801."""
    at = data.rindex(b"\xfb\x02\xff\xff")  # ends of the last two segments
    start = data.index(b"\xfb\x01\xff\xff", at)
    count = (start - at) // 2 - 1
    delta_at = start + 2 * count
    delta = int.from_bytes(data[delta_at : delta_at + 2]) + 0xFB01 - 0xF801 & 0xFFFF
    changed = bytearray(data)
    changed[at : at + 2], changed[start : start + 2] = b"\xf8\x02", b"\xf8\x01"
    changed[delta_at : delta_at + 2] = delta.to_bytes(2)
    return bytes(changed)


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb\u2003c\u2009d", "a b\u2003c d"),
        ("a\u202fb", "a\u00a0b"),
        ("\ufeffa\u200bb\u200cc\u200dd\u2060e\u00adf", "abcdef"),
        ("a\u200eb\u200fc\u061cd", "abcd"),
        ("葛\U000e0100\ufe00", "葛"),
        ("a\u202eb\u202c", "a[U+202E]b[U+202C]"),
        ("\u2066x\u2069", "[U+2066]x[U+2069]"),
        ("a\x00b\x1b[31m\x7f\x9f", "a[U+0000]b[U+001B][31m[U+007F][U+009F]"),
        ("\ud83d", "[U+D83D]"),
        ("\ufffe\U0010ffff\ufffc\u3164", "[U+FFFE][U+10FFFF][U+FFFC][U+3164]"),
    ],
)
def test_steering_characters_do_no_harm(text: str, harmless: str) -> None:
    assert printable(text) == harmless


@given(st.text())
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert printable(printable(text)) == printable(text)


def test_hebrew_and_arabic_show_as_codes_rather_than_in_the_wrong_order(tmp_path: Path) -> None:
    shutil.copy(VERA, tmp_path / "vera.ttf")
    assert read(pdf_of(["\u05d0\u0627"], Fonts(tmp_path, system=list))) == ["[U+05D0][U+0627]"]


@given(st.text(min_size=1, max_size=40))
def test_what_is_read_back_is_what_was_written_or_its_code(text: str) -> None:
    fonts = Fonts(system=list)
    written = printable(text).replace("\n", " ")
    expected = "".join(each if each in fonts.plain else visible_code(each) for each in written)
    assert re.sub(r"\s", "", shown(text)) == re.sub(r"\s", "", expected)


def test_two_reports_at_once_are_as_if_made_one_after_the_other() -> None:
    texts = [[chr(0x4E00 + 7 * number + step) for step in range(300)] for number in range(6)]
    lines = [["".join(part), "𬱟" + "".join(reversed(part))] for part in texts]

    def make(part: list[str]) -> bytes:
        return pdf_of(part, Fonts(system=lambda: [VERA]), BOLD)

    alone = [make(part) for part in lines]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(make, lines * 3)) == alone * 3


def test_reportlabs_own_state_is_neither_changed_nor_heeded() -> None:
    fonts, before = dict(pdfmetrics._fonts), rl_config.useA85
    pdf = pdf_of(["质量Č"], Fonts(system=lambda: [VERA]))
    assert pdfmetrics._fonts == fonts
    assert rl_config.useA85 == before
    assert b"ASCII85" not in pdf
