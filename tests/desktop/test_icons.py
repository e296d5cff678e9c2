"""The icons: every drawing renders, in any colour, once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

import resources
from desktop.icons import Icons
from tests.desktop.pictures import painted

FOLDER = resources.path("icons/plus.svg").parent
DRAWINGS = sorted(FOLDER.glob("*.svg"))
RAIL = "company checklist paperclip chart flag compare library report home settings".split()


def ink(image: QImage) -> int:
    """How many pixels are not fully transparent."""
    return sum(
        image.pixelColor(x, y).alpha() > 0 for x in range(image.width()) for y in range(image.height())
    )


@pytest.fixture(autouse=True)
def _application(qapp: object) -> object:
    return qapp


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_painted_in_the_colour_asked_for(drawing: Path) -> None:
    image = Icons().pixmap(drawing.stem, QColor("#B42E20"), 40).toImage()
    opaque = {
        image.pixelColor(x, y).name()
        for x in range(40)
        for y in range(40)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert opaque == {"#b42e20"}


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_keeps_to_the_house_style(drawing: Path) -> None:
    text = drawing.read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in text
    assert 'stroke-width="1.5"' in text
    assert set(re.findall(r'(?:stroke|fill)="([^"]+)"', text)) <= {"currentColor", "none"}


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_stays_inside_its_box(drawing: Path) -> None:
    image = Icons().pixmap(drawing.stem, QColor("black"), 100).toImage()
    edge = [(i, j) for i in range(100) for j in (0, 99)]
    assert all(image.pixelColor(x, y).alpha() == 0 for i, j in edge for x, y in ((i, j), (j, i)))


def test_no_two_drawings_are_the_same() -> None:
    texts = [drawing.read_text(encoding="utf-8") for drawing in DRAWINGS if drawing.stem != "sort"]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("name", RAIL)
def test_every_place_of_the_rail_has_an_icon(name: str) -> None:
    assert not Icons().pixmap(name, QColor("black")).isNull()


def test_a_picture_is_made_once_for_its_colour_size_and_ratio() -> None:
    icons, red, blue = Icons(), QColor("red"), QColor("blue")
    first = icons.pixmap("plus", red, 20, 1.5)
    assert icons.pixmap("plus", red, 20, 1.5).cacheKey() == first.cacheKey()
    others = [
        icons.pixmap("plus", blue, 20, 1.5),
        icons.pixmap("plus", red, 16, 1.5),
        icons.pixmap("plus", red),
    ]
    assert len({picture.cacheKey() for picture in [first, *others]}) == 4


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_a_picture_has_as_many_pixels_as_the_screen(ratio: float) -> None:
    picture = Icons().pixmap("plus", QColor("black"), 20, ratio)
    assert picture.width() == round(20 * ratio)
    assert picture.deviceIndependentSize().width() == pytest.approx(20)


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(KeyError, match="no-such-icon"):
        Icons().pixmap("no-such-icon", QColor("black"))


def test_an_icon_is_painted_into_its_box_only() -> None:
    icons = Icons()
    image = painted(lambda painter: icons.paint(painter, QRectF(20, 30, 20, 20), "close", QColor("black")))
    dark = [(x, y) for x in range(64) for y in range(64) if image.pixelColor(x, y).lightness() < 200]
    assert dark
    assert all(20 <= x < 40 and 30 <= y < 50 for x, y in dark)
