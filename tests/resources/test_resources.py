"""The files that the product carries along."""

import pytest

import resources
from exports.pdf_font import Face

FACES = [Face(resources.path(f"fonts/NotoSansSC-{style}.ttf")) for style in ("Regular", "SemiBold")]


def test_a_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError, match="nothing"):
        resources.path("fonts/nothing.ttf")


def test_the_licence_stands_beside_the_fonts() -> None:
    text = resources.path("fonts/OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Adobe" in text.splitlines()[0]


def test_both_weights_have_the_same_characters_and_names_of_their_own() -> None:
    regular, bold = FACES
    assert regular.characters == bold.characters
    assert (regular.name, bold.name) == ("NotoSansSC-Regular", "NotoSansSC-SemiBold")


def test_the_fonts_have_all_of_gb2312() -> None:
    codes = [bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)]
    characters = {code.decode("gb2312", "ignore") for code in codes} - {""}
    assert len(characters) == 7445
    assert characters <= FACES[0].characters


def test_the_fonts_have_the_symbols_of_the_report_and_no_invisible_ones() -> None:
    assert set("√×△／●○◐■□▲①※§№〔〕≥≤℃←↑→↓㎡±…—·“”‘’") <= FACES[0].characters
    assert not set("\u00ad\u200b\u200e\u202e\u2060\ufeff") & FACES[0].characters
