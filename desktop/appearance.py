"""How the window looks now: theme, font size, and from them palette, style sheet, fonts and icons."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

import resources
from desktop.icons import Icons
from desktop.tokens import TOKENS, Theme, Token

ThemeChoice = Literal["system", "light", "dark"]
FontSize = Literal["small", "normal", "large"]
#: The type scale: caption, text, heading of a card, title and question, figure.
Size = Literal[12, 14, 16, 20, 32]

#: With these arguments an application is made that this look is meant for.
ARGUMENTS: Final = ("-style", "Fusion")
FAMILY: Final = "Noto Sans SC"
_MOST_WIDTHS: Final = 20_000
_FONT_FILES: Final = ("fonts/NotoSansSC-Regular.ttf", "fonts/NotoSansSC-SemiBold.ttf")
_PIXELS: Final[Mapping[FontSize, Mapping[Size, int]]] = {
    "small": {12: 11, 14: 13, 16: 15, 20: 18, 32: 29},
    "normal": {12: 12, 14: 14, 16: 16, 20: 20, 32: 32},
    "large": {12: 14, 14: 16, 16: 18, 20: 23, 32: 37},
}

_ROLES: Final[Mapping[QPalette.ColorRole, Token]] = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onAccent",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "grid",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "control",
    QPalette.ColorRole.Accent: "accent",
}
_TEXT_ROLES: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def style_sheet(theme: Theme, size: FontSize) -> str:
    """The style sheet of a theme; raises KeyError where the template names a token that there is not."""
    values = {str(token): colour for token, colour in TOKENS[theme].items()}
    values |= {f"size{step}": str(pixels) for step, pixels in _PIXELS[size].items()}
    field, button = (scaled(height, size) for height in (30, 30))
    values |= {"field": str(field), "fieldFocused": str(field - 2)}
    values |= {"button": str(button), "buttonFocused": str(button - 2)}
    return Template(resources.path("themes/window.qss").read_text(encoding="utf-8")).substitute(values)


def palette(theme: Theme) -> QPalette:
    """The palette of a theme, for all that no style sheet reaches."""
    colours = TOKENS[theme]
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(colours[token]))
    for role in _TEXT_ROLES:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["text3"]))
    return made


def scaled(pixels: int, size: FontSize) -> int:
    """A measure in pixels, grown or shrunk as the text is."""
    return round(pixels * _PIXELS[size][14] / 14)


class Appearance(QObject):
    """The look of the application: hand it to whatever paints itself.

    A change of theme or font size restyles every widget, so that those which ask while painting need nothing
    more; `changed` is for what keeps a picture or a height.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        theme: ThemeChoice = "system",
        size: FontSize = "normal",
        *,
        styled: bool = True,
    ) -> None:
        """Not `styled`, what is built from now on waits for `style`."""
        super().__init__(app)
        self._styled = styled
        self.icons = Icons()
        self._app = app
        self._theme: ThemeChoice = theme
        self._size: FontSize = size
        self._shown: Theme = "light"
        self._colours: dict[Token, QColor] = {}
        self._fonts: dict[tuple[Size, bool], QFont] = {}
        self._metrics: dict[tuple[Size, bool], QFontMetricsF] = {}
        self._widths: dict[tuple[str, Size, bool], float] = {}
        #: Pictures kept by those who paint the same thing often; emptied when the look changes.
        self.pictures: dict[tuple[str, int, int, float], QPixmap] = {}
        for file in _FONT_FILES:
            QFontDatabase.addApplicationFont(str(resources.path(file)))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._ask_system_to_follow()
        self._apply()

    @property
    def theme(self) -> ThemeChoice:
        """The theme as chosen, "system" for the one of the desktop."""
        return self._theme

    @property
    def size(self) -> FontSize:
        """The font size as chosen."""
        return self._size

    @property
    def dark(self) -> bool:
        """Whether the dark theme is shown now."""
        return self._shown == "dark"

    def choose(self, *, theme: ThemeChoice | None = None, size: FontSize | None = None) -> None:
        """Change the theme or the font size of every window at once."""
        if (theme or self._theme, size or self._size) == (self._theme, self._size):
            return
        followed = self._theme
        self._theme, self._size = theme or self._theme, size or self._size
        if self._theme != followed:
            self._ask_system_to_follow()
        self._apply()

    def style(self) -> None:
        """Style all that was built, once: else Qt does it anew with every parent that a part is given."""
        self._styled = True
        self._app.setStyleSheet(style_sheet(self._shown, self._size))

    def token(self, name: Token) -> QColor:
        """The colour of a token in the theme that is shown."""
        return self._colours[name]

    def font(self, size: Size = 14, *, bold: bool = False) -> QFont:
        """The font of a step of the type scale, as large as the user wants it; bold is SemiBold."""
        font = self._fonts.get((size, bold))
        if font is None:
            font = self._fonts[size, bold] = QFont(FAMILY)
            font.setPixelSize(_PIXELS[self._size][size])
            # SemiBold is the only bold that is shipped: any other weight is smeared artificially.
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return QFont(font)  # whoever asked may change it

    def metrics(self, size: Size = 14, *, bold: bool = False) -> QFontMetricsF:
        """The measures of that font."""
        found = self._metrics.get((size, bold))
        if found is None:
            found = self._metrics[size, bold] = QFontMetricsF(self.font(size, bold=bold))
        return found

    def advance(self, text: str, size: Size = 14, *, bold: bool = False) -> float:
        """How wide a text is in that font, in pixels; the same texts are asked for at every painting."""
        key = (text, size, bold)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) >= _MOST_WIDTHS:
                self._widths.clear()
            width = self._widths[key] = self.metrics(size, bold=bold).horizontalAdvance(text)
        return width

    def measure(self, pixels: int) -> int:
        """A height in pixels that has to grow with the text in it: of rows, buttons, badges."""
        return scaled(pixels, self._size)

    def _ask_system_to_follow(self) -> None:
        """Let title bars and the system's own dialogs take the theme too, where the system can."""
        hints = QGuiApplication.styleHints()
        if self._theme == "system":
            hints.unsetColorScheme()
        else:
            dark, light = Qt.ColorScheme.Dark, Qt.ColorScheme.Light
            hints.setColorScheme(dark if self._theme == "dark" else light)

    def _system_changed(self) -> None:
        if self._theme == "system" and self._wanted() != self._shown:
            self._apply()

    def _wanted(self) -> Theme:
        if self._theme != "system":
            return self._theme
        return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"

    def _apply(self) -> None:
        self._shown = self._wanted()
        self._colours = {token: QColor(colour) for token, colour in TOKENS[self._shown].items()}
        self._fonts, self._metrics, self._widths = {}, {}, {}
        self.pictures.clear()
        # A style sheet does not reach QApplication.font(), which is what painted texts and dialogs ask for.
        self._app.setFont(self.font())
        self._app.setPalette(palette(self._shown))
        if self._styled:
            self.style()
        self.changed.emit()
