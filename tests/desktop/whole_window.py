"""The real window with its real pages, for the tests that walk through all of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checklists.errors import Language
from desktop import translation
from desktop.actions import PLACES
from desktop.appearance import Appearance
from desktop.pages import PageName
from desktop.preferences import Preferences
from desktop.window import Window

#: What a laptop with 1366 x 768 leaves.
SMALL = (1280, 720)


@contextmanager
def whole_window(
    qtbot: QtBot, appearance: Appearance, language: Language, file: Path | None = None
) -> Iterator[Window]:
    """The window in a language, on a file or without one; closed at the end, with what was changed."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    preferences = Preferences()
    preferences.set(language=language, person="周敏" if language == "zh" else "Zhou Min")
    translation.install(app, language)
    appearance.choose(theme="light", size="normal")
    window = Window(app, appearance, preferences)
    window.resize(*SMALL)
    if file is None:
        window.go("start")
    else:
        window.open_file(file)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    try:
        yield window
    finally:
        if window.isVisible():
            with qtbot.waitSignal(window.ended):
                window.close()
        window.finish()
        window.deleteLater()
        translation.install(app, "zh")


def every_page(qtbot: QtBot, window: Window) -> Iterator[PageName]:
    """Show one page after the other, each when nothing is under way on it any more."""
    for place in PLACES:
        if window.document is not None or not place.needs_file:
            window.go(place.page)
            at_rest(qtbot, window)
            yield place.page


def at_rest(qtbot: QtBot, window: Window) -> None:
    """Wait until no task runs any more, and everything is laid out and painted."""
    qtbot.waitUntil(lambda: not window._tasks, timeout=20_000)
    for _ in range(3):
        QApplication.processEvents()


def visible(window: QWidget) -> list[QWidget]:
    """Every widget that is to be seen, or can be scrolled to."""
    return [w for w in window.findChildren(QWidget) if w.isVisible()]
