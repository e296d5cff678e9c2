"""Starting the window: display, look, language, the file that was named, and what happens when we fail."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from desktop import translation
from desktop.appearance import ARGUMENTS, Appearance
from desktop.instance import handed_over
from desktop.messages import CrashReports
from desktop.preferences import Preferences
from desktop.window import Window

_DONE: Final = 0
_NO_DISPLAY: Final = 1

_NO_DISPLAY_WORDS: Final = (
    "没有可用的显示器，窗口打不开；命令仍可使用，用 --help 查看。\n"
    "There is no display to open a window on; the commands work without one, see --help.\n"
)


def run(path: Path | None) -> int:
    """Open the window on a file, or on the start page, until it is closed; returns the exit code.

    A file that another window has is shown there, and this program ends.
    """
    if not has_display():
        sys.stderr.write(_NO_DISPLAY_WORDS)
        return _NO_DISPLAY
    app = QApplication([*sys.argv[:1], *ARGUMENTS])
    app.setApplicationName("Zhiping")
    if path is not None and handed_over(path):
        return _DONE
    return _run(app, path)


def has_display() -> bool:
    """Whether Qt finds something to show windows on: without it would end the program on the spot."""
    named = os.environ.get("QT_QPA_PLATFORM")
    displays = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(named or displays) or not sys.platform.startswith("linux")


def _run(app: QApplication, path: Path | None) -> int:
    reports = CrashReports()
    former, sys.excepthook = sys.excepthook, reports.report
    try:
        window = open_window(app, path)
        window.ended.connect(app.quit)
        code = app.exec()
        window.finish()
        return code
    finally:
        sys.excepthook = former


def open_window(app: QApplication, path: Path | None) -> Window:
    """The window on a file or on the start page, shown."""
    preferences = Preferences(app)
    translation.install(app, preferences.language)
    appearance = Appearance(app, preferences.now.theme, preferences.now.text_size, styled=False)
    app.setDesktopFileName("zhiping")
    window = Window(app, appearance, preferences)
    if path is not None:
        window.open_file(path)
    if window.document is None:
        window.go("start")
    appearance.style()
    window.show()
    window.after_paint(partial(_complete, app, window))
    return window


def _complete(app: QApplication, window: Window) -> None:
    """Add what nobody waits for: the icon of the program, and who looks for garbage."""
    from desktop.garbage import GarbageCollector
    from desktop.seal import seal_icon

    app.setWindowIcon(seal_icon(window.appearance))
    GarbageCollector(window)
