"""The colours and measures of the window, each under the name of what it is for.

Text colours reach 4.5:1 on every ground that text stands on, borders of controls 3:1; the tests compute it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Theme = Literal["light", "dark"]
Token = Literal[
    "chrome",
    "surface",
    "sunken",
    "hover",
    "pressed",
    "sel",
    "line",
    "grid",
    "control",
    "text",
    "text2",
    "text3",
    "accent",
    "accentHover",
    "accentPressed",
    "onAccent",
    "accentTint",
    "ok",
    "okTint",
    "part",
    "partTint",
    "bad",
    "badHover",
    "badTint",
    "na",
    "naTint",
    "seal",
    "onSeal",
    "desk",
    "track",
]

_LIGHT: Final[Mapping[Token, str]] = {
    "chrome": "#F1F3F5",
    "surface": "#FFFFFF",
    "sunken": "#F7F8FA",
    "hover": "#E8EBEF",
    "pressed": "#DCE0E6",
    "sel": "#E1ECF7",
    "line": "#DFE3E8",
    "grid": "#D3D8DE",
    "control": "#848D98",
    "text": "#1A1E23",
    "text2": "#4A525C",
    "text3": "#626B76",
    "accent": "#1B5C97",
    "accentHover": "#164C7E",
    "accentPressed": "#113D66",
    "onAccent": "#FFFFFF",
    "accentTint": "#E7F0F9",
    "ok": "#1B7548",
    "okTint": "#E3F3EA",
    "part": "#8A5700",
    "partTint": "#FAEFD9",
    "bad": "#B42E20",
    "badHover": "#96261A",
    "badTint": "#FBE9E6",
    "na": "#5A636E",
    "naTint": "#EBEEF1",
    "seal": "#B42E20",
    "onSeal": "#FFFFFF",
    "desk": "#D5D9DE",
    "track": "#E4E8EC",
}

_DARK: Final[Mapping[Token, str]] = {
    "chrome": "#17191D",
    "surface": "#1F2226",
    "sunken": "#25292E",
    "hover": "#2E333A",
    "pressed": "#383E46",
    "sel": "#24394F",
    "line": "#343941",
    "grid": "#3C424B",
    "control": "#7B848F",
    "text": "#E8EBEF",
    "text2": "#B7BEC7",
    "text3": "#9DA5AF",
    "accent": "#7DB6EE",
    "accentHover": "#9AC7F3",
    "accentPressed": "#B4D6F7",
    "onAccent": "#0B2036",
    "accentTint": "#21354A",
    "ok": "#6BC596",
    "okTint": "#1D3A2C",
    "part": "#E2B15C",
    "partTint": "#3E321C",
    "bad": "#F39384",
    "badHover": "#F6AA9E",
    "badTint": "#4A2722",
    "na": "#A4ACB6",
    "naTint": "#2E333A",
    "seal": "#B23A2B",
    "onSeal": "#FFFFFF",
    "desk": "#101215",
    "track": "#343941",
}

TOKENS: Final[Mapping[Theme, Mapping[Token, str]]] = {"light": _LIGHT, "dark": _DARK}

#: Measures in logical pixels at the normal font size.
UNIT: Final = 8
GAP: Final = 16
PADDING: Final = 16
MARGIN: Final = 24
TREE_ROW: Final = 32
LIST_ROW: Final = 36
TABLE_ROW: Final = 40
TWO_LINE_ROW: Final = 46
RADIUS_BADGE: Final = 4
RADIUS: Final = 6
RADIUS_CARD: Final = 8
RADIUS_CHIP: Final = 14
