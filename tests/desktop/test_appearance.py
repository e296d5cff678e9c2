"""The look: legible in both themes, every token known, changed at once and for every widget."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import resources
from desktop.appearance import FAMILY, Appearance, FontSize, Size, palette, style_sheet
from desktop.controls.buttons import Button
from desktop.controls.fields import TextField
from desktop.tokens import TOKENS, Theme, Token

THEMES: tuple[Theme, ...] = get_args(Theme)
SIZES: tuple[FontSize, ...] = get_args(FontSize)

TEXTS: tuple[Token, ...] = ("text", "text2", "text3", "accent", "ok", "part", "bad", "na")
GROUNDS: tuple[Token, ...] = ("chrome", "surface", "sunken", "hover", "sel")
INKS: tuple[Token, ...] = ("text", "text2", "accent")
TINTS: tuple[Token, ...] = ("accentTint", "okTint", "partTint", "badTint", "naTint")
PAIRS: list[tuple[Token, Token]] = [
    *((text, ground) for text in TEXTS for ground in GROUNDS),
    ("text", "pressed"),
    ("text2", "pressed"),
    ("accent", "pressed"),
    ("ok", "okTint"),
    ("part", "partTint"),
    ("bad", "badTint"),
    ("na", "naTint"),
    *((text, tint) for text in INKS for tint in TINTS),
    ("onAccent", "accent"),
    ("onAccent", "accentHover"),
    ("onAccent", "accentPressed"),
    ("surface", "text"),
    ("surface", "bad"),
    ("surface", "badHover"),
    ("onSeal", "seal"),
]

ROLES: dict[QPalette.ColorRole, Token] = {
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "accent",
}


def contrast(first: str, second: str) -> float:
    """The contrast of two colours by WCAG 2, from 1 to 21."""

    def luminance(colour: str) -> float:
        parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_the_guideline_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_is_legible_on_every_ground(theme: Theme) -> None:
    colours = TOKENS[theme]
    weak = {
        f"{text} on {ground}": round(found, 2)
        for text, ground in PAIRS
        if (found := contrast(colours[text], colours[ground])) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES)
def test_the_border_of_a_control_can_be_seen(theme: Theme) -> None:
    colours = TOKENS[theme]
    weak = [ground for ground in GROUNDS[:3] if contrast(colours["control"], colours[ground]) < 3]
    assert weak == []


def test_both_themes_have_every_token() -> None:
    assert set(TOKENS["light"]) == set(TOKENS["dark"]) == set(get_args(Token))
    assert all(QColor(colour).isValid() for theme in THEMES for colour in TOKENS[theme].values())


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_the_style_sheet_is_filled(theme: Theme, size: FontSize) -> None:
    sheet = style_sheet(theme, size)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    colours = {found.upper() for found in re.findall(r"#[0-9A-Fa-f]{6}", sheet)}
    assert colours <= set(TOKENS[theme].values())


def test_the_template_has_no_colour_of_its_own() -> None:
    template = resources.path("themes/window.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b|\brgba?\(", template) == []


def test_the_palette_follows_the_theme(look: Appearance, qapp: QApplication) -> None:
    for theme in THEMES:
        look.choose(theme=theme)
        shown = qapp.palette()
        for role, token in ROLES.items():
            assert shown.color(role) == QColor(TOKENS[theme][token])
        assert look.dark == (theme == "dark")
        assert palette(theme).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == look.token(
            "text3"
        )


def test_a_change_is_told_once_and_only_if_there_is_one(look: Appearance, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.choose(theme="dark", size="large")
    with qtbot.assertNotEmitted(look.changed):
        look.choose(theme="dark")
    assert (look.theme, look.size) == ("dark", "large")


def test_system_follows_the_desktop(look: Appearance, monkeypatch: pytest.MonkeyPatch) -> None:
    class Hints:
        scheme = Qt.ColorScheme.Dark

        def colorScheme(self) -> Qt.ColorScheme:
            return self.scheme

        def unsetColorScheme(self) -> None:
            pass

    hints = Hints()
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: hints)
    look.choose(theme="system")
    assert look.dark
    hints.scheme = Qt.ColorScheme.Light
    look._system_changed()
    assert not look.dark


def test_a_chosen_theme_does_not_follow_the_desktop(
    look: Appearance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(look, "_wanted", lambda: "dark")
    with qtbot.assertNotEmitted(look.changed):
        look._system_changed()


def test_the_fonts_are_the_shipped_ones(look: Appearance) -> None:
    for bold, weight in ((False, QFont.Weight.Normal), (True, QFont.Weight.DemiBold)):
        found = QFontInfo(look.font(14, bold=bold))
        assert (found.family(), found.weight()) == (FAMILY, weight)
    # SemiBold has letters of its own: were it missing, both would be as wide.
    assert look.advance("必须项 Abc 0", bold=True) != look.advance("必须项 Abc 0")


def test_figures_are_tabular(look: Appearance) -> None:
    assert len({look.advance(digit * 4) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("step", get_args(Size))
def test_text_grows_with_the_font_size(look: Appearance, step: Size) -> None:
    pixels = []
    for size in SIZES:
        look.choose(size=size)
        pixels.append(look.font(step).pixelSize())
    assert pixels == sorted(set(pixels))
    assert pixels[1] == step


def test_controls_grow_with_the_text(look: Appearance, qtbot: QtBot) -> None:
    button, field = Button(look, "继续填写"), TextField("名称")
    qtbot.addWidget(button)
    qtbot.addWidget(field)
    field.show()

    def heights() -> tuple[int, int]:
        return button.sizeHint().height(), field.sizeHint().height()

    assert heights() == (32, 32)
    narrow = button.sizeHint()
    look.choose(size="large")
    assert heights() == (37, 36)
    assert button.sizeHint().width() > narrow.width()
    look.choose(size="normal")
    assert button.sizeHint() == QSize(narrow)


@pytest.mark.parametrize("theme", THEMES)
def test_a_painted_control_takes_the_theme_by_itself(look: Appearance, qtbot: QtBot, theme: Theme) -> None:
    button = Button(look, "继续填写", role="primary")
    qtbot.addWidget(button)
    button.show()
    look.choose(theme=theme)
    ground = button.grab().toImage().pixelColor(button.width() // 2, 3)
    assert ground.name().upper() == TOKENS[theme]["accent"]
