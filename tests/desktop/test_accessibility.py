"""Every page for those who do not see well or use no mouse: names, focus, a way by Tab, keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QImage, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QMenu,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from checklists.errors import Language
from desktop.appearance import Appearance
from desktop.date_field import DateField
from desktop.new_file import NewFileDialog
from desktop.preferences import Preferences
from desktop.window import Window
from tests.desktop.whole_window import at_rest, every_page, visible, whole_window

#: Keys that belong to whoever writes, or to the input method.
_NOT_OURS = "Ctrl+C Ctrl+X Ctrl+V Ctrl+A Home End Ctrl+Space Ctrl+. F10 Tab Backspace Del"


@pytest.fixture(params=["zh with a file", "en with a file", "zh without one", "en without one"])
def window(
    request: pytest.FixtureRequest, qtbot: QtBot, appearance: Appearance, sample: Path
) -> Iterator[Window]:
    """The window in both languages, with the sample and without a file."""
    language: Language = "en" if request.param.startswith("en") else "zh"
    file = sample if request.param.endswith("a file") else None
    with whole_window(qtbot, appearance, language, file) as shown:
        yield shown


def takes_focus(root: QWidget) -> list[QWidget]:
    """What the keyboard can be in."""
    return [
        w
        for w in visible(root)
        if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None
    ]


def name(widget: QWidget) -> str:
    """What a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def described(widget: QWidget) -> str:
    above = widget.parentWidget()
    return f"{type(widget).__name__} {name(widget)!r} in {type(above).__name__}"


def test_every_control_has_a_name(qtbot: QtBot, window: Window) -> None:
    for page in every_page(qtbot, window):
        without = [described(w) for w in takes_focus(window) if not name(w).strip()]
        assert not without, page


def test_every_control_is_reached_by_tab_and_in_sight_then(qtbot: QtBot, window: Window) -> None:
    for page in every_page(qtbot, window):
        reached = set(tabbed())
        missed = {described(w) for w in takes_focus(window) if w not in reached and not reached & group_of(w)}
        assert not missed, page


def test_tab_goes_as_one_reads(qtbot: QtBot, window: Window) -> None:
    for page in every_page(qtbot, window):
        stops = tabbed()
        steps = pairwise([*stops, stops[0]])
        back = [f"{described(a)} -> {described(b)}" for a, b in steps if goes_back(a, b)]
        assert not back, page


def goes_back(before: QWidget, after: QWidget) -> bool:
    """Whether what comes after stands above what comes before, in the same column of what scrolls as one."""
    ground = ground_of(before)
    if ground_of(after) is not ground:
        return False
    first, second = (QRect(w.mapTo(ground, QPoint()), w.size()) for w in (before, after))
    beside = first.right() < second.left() or second.right() < first.left()
    return not beside and second.bottom() < first.top()


def ground_of(widget: QWidget) -> QWidget:
    """What a widget stands on: the content of what scrolls, or the window."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and (inside := above.widget()) is not None:
            return inside
        above = above.parentWidget()
    return widget.window()


def tabbed() -> list[QWidget]:
    """What has the focus, one after the other, as Tab is pressed until it comes round."""
    reached: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and now not in reached:
        reached.append(now)
        assert not now.visibleRegion().isEmpty(), f"{described(now)} has the focus out of sight"
        press_tab(now)
    assert now is reached[0], f"after {described(reached[-1])} Tab goes back to {now and described(now)}"
    return reached


def press_tab(widget: QWidget) -> None:
    """Press Tab; in a date it goes from the year to the month to the day before it leaves."""
    for _ in range(3 if isinstance(widget, DateField) else 1):
        if QApplication.focusWidget() is widget:
            QTest.keyClick(widget, Qt.Key.Key_Tab)


def group_of(widget: QWidget) -> set[QWidget]:
    """The buttons of which only one can be chosen: the arrows go from one to the other."""
    if not isinstance(widget, QAbstractButton):
        return set()
    group: QButtonGroup | None = widget.group()
    if group and group.exclusive():
        return set(group.buttons())
    above = widget.parentWidget()
    if isinstance(widget, QRadioButton) and above is not None:
        return set(above.findChildren(QRadioButton, options=Qt.FindChildOption.FindDirectChildrenOnly))
    return set()


def test_focus_can_always_be_seen(qtbot: QtBot, window: Window) -> None:
    for page in every_page(qtbot, window):
        unseen = [described(w) for w in takes_focus(window) if not shows_focus(w)]
        assert not unseen, page


def shows_focus(widget: QWidget) -> bool:
    """Whether a widget looks different with the focus."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    with_focus = picture(widget)
    widget.clearFocus()
    return picture(widget) != with_focus


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_no_two_keys_are_alike(qtbot: QtBot, window: Window) -> None:
    pages = list(every_page(qtbot, window))
    assert pages
    wide = window_wide(window)
    twice = [keys for keys, count in Counter(wide).items() if count > 1]
    assert not twice
    assert not set(wide) & {QKeySequence(keys).toString() for keys in _NOT_OURS.split()}
    for owner, keys in narrow(window):
        assert not set(keys) & set(wide), owner


def window_wide(window: Window) -> list[str]:
    """The keys that act wherever the focus is in the window."""
    context = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    actions = [a for a in window.findChildren(QAction) if a.shortcutContext() in context]
    shortcuts = [s for s in window.findChildren(QShortcut) if s.context() in context]
    owners: list[QAction | QShortcut] = [*actions, *shortcuts]
    return [keys for owner in owners for keys in keys_of(owner)]


def narrow(window: Window) -> Iterator[tuple[str, list[str]]]:
    """The keys that act only in a part of the window; none may be alike within that part."""
    by_owner: dict[QObject | None, list[str]] = {}
    for shortcut in window.findChildren(QShortcut):
        if shortcut.context() not in {
            Qt.ShortcutContext.WindowShortcut,
            Qt.ShortcutContext.ApplicationShortcut,
        }:
            by_owner.setdefault(shortcut.parent(), []).extend(keys_of(shortcut))
    for owner, keys in by_owner.items():
        assert len(keys) == len(set(keys)), owner
        yield type(owner).__name__, keys


def keys_of(owner: QAction | QShortcut) -> list[str]:
    given = owner.shortcuts() if isinstance(owner, QAction) else owner.keys()
    return [keys.toString() for keys in given if not keys.isEmpty()]


def test_the_entries_of_menus_have_words(qtbot: QtBot, window: Window) -> None:
    for page in every_page(qtbot, window):
        entries = [a for menu in window.findChildren(QMenu) for a in menu.actions() if not a.isSeparator()]
        assert all(entry.text().strip() for entry in entries), page


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_dialog_for_a_new_file(qtbot: QtBot, look: Appearance, language: Language) -> None:
    dialog = NewFileDialog(look, Preferences(), language)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    assert QApplication.focusWidget() is dialog.name
    assert [described(w) for w in takes_focus(dialog) if not name(w).strip()] == []
    assert not set(takes_focus(dialog)) - set(tabbed())


def test_the_window_can_be_gone_through_by_panes(qtbot: QtBot, window: Window) -> None:
    for page in every_page(qtbot, window):
        if page == "start":
            continue
        seen = set()
        for _ in range(8):
            QTest.keyClick(window, Qt.Key.Key_F6)
            focus = QApplication.focusWidget()
            assert focus is not None, page
            seen.add(focus)
        at_rest(qtbot, window)
        assert len(seen) > 1, page
