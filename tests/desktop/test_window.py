"""The window around the pages: places, keys, search, tasks, language."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from checklists.errors import UserError
from desktop.actions import COMMANDS, PLACES
from desktop.appearance import Appearance
from desktop.preferences import Preferences
from desktop.tasks import Task
from desktop.window import Window
from tests.desktop.driving import (
    Pages,
    duty,
    opened_document,
)

KEY = QTest.keySequence


def test_every_place_can_be_entered(opened: Window, pages: Pages) -> None:
    for place in PLACES:
        opened.go(place.page, "there")
        assert opened.page == place.page
        assert pages[place.page].entered[-1] == "there"
        assert pages[place.page].isVisible()


def test_a_page_is_built_once_and_left_before_another(opened: Window, pages: Pages) -> None:
    opened.go("summary")
    first = pages["summary"]
    opened.go("report")
    opened.go("summary", "x")
    assert pages["summary"] is first
    assert first.left == 1
    assert first.entered == ["", "x"]


def test_without_a_file_only_some_places_can_be_entered(window: Window) -> None:
    window.go("questions")
    assert str(window.page) == "start"
    window.go("library")
    assert str(window.page) == "library"


def test_the_keys_of_the_rail(opened: Window) -> None:
    for place in PLACES:
        if place.keys:
            KEY(opened, place.keys)
            assert opened.page == place.page


def test_no_key_is_taken_twice_and_none_that_edits(opened: Window) -> None:
    keys = [p.keys for p in PLACES if p.keys] + [c.keys for c in COMMANDS]
    assert len(set(keys)) == len(keys)
    assert not {"Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A", "Tab", "Ctrl+Space", "Ctrl+.", "F10"} & set(keys)
    assert all(hasattr(opened, c.does) for c in COMMANDS)


def test_f6_goes_round_the_panes(opened: Window, pages: Pages) -> None:
    opened.go("questions")
    page = pages["questions"]
    seen = []
    for _ in range(3):
        KEY(opened, "F6")
        seen.append(QApplication.focusWidget())
    assert seen[0] is page.fields[1]
    assert seen[1] is not None
    assert opened.isAncestorOf(seen[1])
    assert seen[1] not in page.fields
    assert seen[2] is page.fields[0]
    KEY(opened, "Shift+F6")
    assert QApplication.focusWidget() is seen[1]


def test_ctrl_f_filters_the_page_and_ctrl_k_searches_everything(opened: Window, pages: Pages) -> None:
    opened.go("questions")
    KEY(opened, "Ctrl+F")
    assert QApplication.focusWidget() is pages["questions"].fields[1]
    KEY(opened, "Ctrl+K")
    search = QApplication.focusWidget()
    assert isinstance(search, QLineEdit)
    opened.go("summary")
    KEY(opened, "Ctrl+F")
    assert QApplication.focusWidget() is search


def test_a_hit_of_the_search_is_opened_by_enter(opened: Window, pages: Pages) -> None:
    opened.go("summary")
    scoped = opened_document(opened).scope.items[3]
    KEY(opened, "Ctrl+K")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText(scoped.id)
    field.textEdited.emit(scoped.id)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert str(opened.page) == "questions"
    assert pages["questions"].entered[-1] == scoped.id
    assert field.text() == ""


def test_undo_by_key_takes_the_last_answer_back(qtbot: QtBot, opened: Window) -> None:
    document = opened_document(opened)
    item = duty(document)
    before = document.dossier.answer(item).note
    opened.setFocus()
    document.answer(item, note="改过")
    KEY(opened, "Ctrl+Z")
    with qtbot.waitSignal(document.answered):
        pass
    assert document.dossier.answer(item).note == before
    KEY(opened, "Ctrl+Shift+Z")
    with qtbot.waitSignal(document.answered):
        pass
    assert document.dossier.answer(item).note == "改过"


def test_everything_in_the_frame_has_a_name(opened: Window) -> None:
    opened.go("summary")
    takes_focus = [
        w for w in opened.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(takes_focus) > len(PLACES)
    for widget in takes_focus:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget


def test_what_a_task_raises_is_shown(qtbot: QtBot, window: Window) -> None:
    def work(_progress: Callable[[int, int], bool]) -> None:
        raise UserError("file-missing", path="报告.pdf")

    task = Task(work)
    with qtbot.waitSignal(task.failed):
        window.run(task)
    assert "报告.pdf" in window.notice("failure")


def test_tasks_end_with_the_program(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance, pages: Pages
) -> None:
    window = Window(qapp, appearance, Preferences(), pages.make)
    stopped = threading.Event()

    def work(progress: Callable[[int, int], bool]) -> None:
        while progress(0, 1):
            pass
        stopped.set()

    window.run(Task(work))
    with qtbot.waitSignal(window.ended):
        window.close()
    window.finish()
    assert stopped.is_set()
    window.deleteLater()


def test_the_language_changes_everything_at_once(qtbot: QtBot, opened: Window, pages: Pages) -> None:
    opened.go("summary")
    before = pages["summary"]
    opened.preferences.set(language="en")
    assert str(opened.page) == "summary"
    assert pages["summary"] is not before
    assert opened_document(opened).edition.language == "en"
    opened.preferences.set(language="zh")
    assert qtbot is not None


def test_the_size_of_the_window_is_remembered(
    qtbot: QtBot, qapp: QApplication, appearance: Appearance, pages: Pages
) -> None:
    sizes = []
    for _ in range(2):
        window = Window(qapp, appearance, Preferences(), pages.make)
        with qtbot.waitExposed(window):
            window.show()
        sizes.append(window.size())
        window.resize(840, 600)
        with qtbot.waitSignal(window.ended):
            window.close()
        window.deleteLater()
    assert sizes[0].height() != 600
    assert sizes[1].height() == 600
