"""Much is built when it is first wanted; nothing of it is ever a window of its own, not for a moment."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checklists.assessment import STATUSES
from checklists.errors import UserError
from desktop.appearance import Appearance
from desktop.pages.library import TABS, LibraryPage
from desktop.pages.profile import ProfilePage
from desktop.pages.questions import QuestionsPage
from desktop.tree_panel import CHECKLIST
from desktop.window import Window
from tests.desktop.whole_window import every_page, whole_window


class ShownWindows(QObject):
    """Remembers every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.found.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def go_everywhere(qtbot: QtBot, window: Window) -> None:
    """Every page with its steps and lists, an item in each of its states, and what the frame says."""
    for _page in every_page(qtbot, window):
        pass
    for profile in window.findChildren(ProfilePage):
        for step in range(4):
            profile.go_to(step)
    for library in window.findChildren(LibraryPage):
        for tab in TABS:
            library.show_tab(tab)
    window.go("questions")
    (page,) = window.findChildren(QuestionsPage)
    rated, measured = (
        next(s for s in page.document.scope.items if s.is_measure is measure) for measure in (False, True)
    )
    for status in STATUSES:
        page.document.answer(rated.id, status=status, note="", internal="只给自己看")
        page.show_item(measured.id)
        page.show_item(rated.id)
    page.tree.tree.select(f"{CHECKLIST}{rated.checklist.id}")
    window.toast("做好了", lambda: None)
    window.fail(UserError("disk-full", path=page.document.path))
    for shown in (page.empty, page.parts):
        page._stack.setCurrentWidget(shown)


def test_the_window_is_the_only_one(qtbot: QtBot, look: Appearance, sample: Path, qapp: QApplication) -> None:
    with whole_window(qtbot, look, "zh", sample) as window:
        shown = ShownWindows()
        qapp.installEventFilter(shown)
        try:
            go_everywhere(qtbot, window)
        finally:
            qapp.removeEventFilter(shown)
        assert shown.found == []
