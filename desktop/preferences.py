"""What this machine remembers of the window, in the file of `checklists.preferences`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, get_args, get_type_hints

from PySide6.QtCore import QObject, Signal

from checklists import preferences
from checklists.errors import Language
from desktop.translation import system_language

#: How many files are remembered as opened lately.
RECENT: Final = 12


class Settings(NamedTuple):
    """The one table of settings: name, type, default.

    `recent` are paths, the latest first; folders are paths or ""; `window` is Qt's geometry in base64.
    """

    person: str = ""
    language: Literal["system", "zh", "en"] = "system"
    theme: Literal["system", "light", "dark"] = "system"
    text_size: Literal["small", "normal", "large"] = "normal"
    recent: tuple[str, ...] = ()
    client_folder: str = ""
    report_folder: str = ""
    window: str = ""


class Preferences(QObject):
    """The settings, read once and written at every change; what cannot be written holds for this session."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = _valid(preferences.kept())

    @property
    def language(self) -> Language:
        """The language of the window."""
        return system_language() if self.now.language == "system" else self.now.language

    def set(self, **values: object) -> None:
        """Change settings; raises TypeError for one that there is not, ValueError for what it cannot be."""
        for name, value in values.items():
            if not _fits(name, value):
                raise ValueError(f"{name}: {value!r}")
        before, self.now = self.now, self.now._replace(**values)  # type: ignore[arg-type]  # looked at above
        new = [name for name in values if getattr(before, name) != getattr(self.now, name)]
        if new:
            preferences.keep({name: getattr(self.now, name) for name in new})
        for name in new:
            self.changed.emit(name)

    def opened(self, path: Path) -> None:
        """Remember a file as the one opened last."""
        self.set(recent=tuple(dict.fromkeys((str(path.absolute()), *self.now.recent)))[:RECENT])

    def forget(self, path: Path) -> None:
        """Do not offer a file any more."""
        self.set(recent=tuple(kept for kept in self.now.recent if kept != str(path.absolute())))


def _fits(name: str, value: object) -> bool:
    hints = get_type_hints(Settings)
    if name not in hints:
        raise TypeError(name)
    if choices := get_args(hints[name]):
        if isinstance(value, tuple):
            return Ellipsis in choices and all(isinstance(part, str) for part in value)
        return value in choices
    return isinstance(value, str)


def _valid(kept: Mapping[str, Any]) -> Settings:
    """What was kept, without what no setting can be."""
    found = {name: kept[name] for name in Settings._fields if name in kept}
    found = {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}
    return Settings(**{name: value for name, value in found.items() if _fits(name, value)})
