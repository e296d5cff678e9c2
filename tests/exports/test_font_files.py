"""Font files: which there are, and which characters their maps have."""

from pathlib import Path

import pytest
import reportlab

import resources
from exports.font_files import font_files, may_have, system_fonts
from exports.pdf_font import Face

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
REGULAR = resources.path("fonts/NotoSansSC-Regular.ttf")


@pytest.mark.parametrize("file", [VERA, REGULAR])
def test_a_map_has_every_character_of_the_font_and_not_every_other(file: Path) -> None:
    face = Face(file)
    assert all(may_have(file, character) for character in face.characters)
    assert not any(may_have(file, character) for character in "\U0002b7f0\U0001f44d\u05d0")


def test_a_collection_is_read_by_its_first_font(tmp_path: Path) -> None:
    collection = tmp_path / "collection.ttc"
    data = bytearray(VERA.read_bytes())
    for number in range(int.from_bytes(data[4:6])):  # the tables move back by the 16 bytes before them
        at = 12 + 16 * number + 8
        data[at : at + 4] = (int.from_bytes(data[at : at + 4]) + 16).to_bytes(4)
    collection.write_bytes(b"ttcf\0\1\0\0\0\0\0\1\0\0\0\x10" + data)
    assert may_have(collection, "Č")
    assert not may_have(collection, "质")


@pytest.mark.parametrize(
    "data", [b"", b"no font at all", b"ttcf", VERA.read_bytes()[:500], b"\0\1\0\0\0\0" + bytes(6)]
)
def test_a_damaged_file_has_nothing(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "damaged.ttf"
    file.write_bytes(data)
    assert not may_have(file, "a")
    assert not may_have(tmp_path / "gone.ttf", "a")


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "font.ttf"
    file.write_bytes(b"")
    assert not may_have(file, "Č")
    file.write_bytes(VERA.read_bytes())
    assert may_have(file, "Č")


def test_a_folder_is_searched_to_its_depth_in_a_fixed_order(tmp_path: Path) -> None:
    names = ["b.TTF", "a/c.ttc", "a/d.otf", "a/readme.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert font_files(tmp_path) == [tmp_path / name for name in ("a/c.ttc", "a/d.otf", "b.TTF")]
    assert font_files(tmp_path / "missing") == []


def test_the_systems_fonts_are_files() -> None:
    assert all(file.is_file() for file in system_fonts())
