"""The list beside the interview: folded, unfolded, filtered, by keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checklists.scope import scope
from desktop.appearance import Appearance
from desktop.document import Document
from desktop.interview import Effect
from desktop.scope_panel import ScopePanel

ENTER = Qt.Key.Key_Return


@pytest.fixture
def panel(qtbot: QtBot, document: Document, appearance: Appearance) -> ScopePanel:
    """The panel with the scope of the sample."""
    made = ScopePanel(appearance, document.edition)
    qtbot.addWidget(made)
    made.resize(640, 700)
    made.show_scope(document.scope, Effect())
    made.show()
    return made


def listed(panel: ScopePanel, group: str) -> list[str]:
    """The items shown in a group of the list."""
    return [x.entry.item.id for x in panel.list.lines() if x.entry and x.group.id == group]


def test_the_rest_of_a_group_opens_by_enter(panel: ScopePanel) -> None:
    view = panel.list
    row = next(n for n, x in enumerate(view.lines()) if x.kind == "more")
    group = view.lines()[row].group
    view.setCurrentIndex(view.model().index(row, 0))
    QTest.keyClick(view, ENTER)
    assert len(listed(panel, group.id)) == len(group.entries)


def test_a_heading_folds_by_enter_and_by_click(panel: ScopePanel) -> None:
    view = panel.list
    group = view.lines()[0].group.id
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, ENTER)
    assert listed(panel, group) == []
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert listed(panel, group)


def test_the_link_goes_to_what_does_not_apply(panel: ScopePanel) -> None:
    panel.out.click()
    current = panel.list.lines()[panel.list.currentIndex().row()]
    assert (current.kind, current.group.id) == ("head", "out")


def test_what_comes_in_and_what_goes_out_have_signs_of_their_own(
    panel: ScopePanel, document: Document
) -> None:
    item = document.scope.items[0].id
    pictures = []
    for effect in (Effect(frozenset({item})), Effect(dropped=1), Effect(frozenset({item}), 1), Effect()):
        panel.show_scope(document.scope, effect, "答“否”")
        panel.strip.set_content("info", "", icon=panel.strip._icon)  # the same words and ground for all
        pictures.append(panel.strip.grab().toImage())
    added, dropped, both, neither = pictures
    assert added == both
    assert added != dropped
    assert neither not in (added, dropped)


def test_the_figure_says_whether_it_is_all_that_applies(panel: ScopePanel, document: Document) -> None:
    assert "项适用" in panel._figure.accessibleName()
    panel.show_scope(scope(document.edition, document.scope.facts, "quick"), Effect())
    assert "项要查" in panel._figure.accessibleName()


def test_the_filter_shows_what_fits_and_says_when_nothing_does(panel: ScopePanel, document: Document) -> None:
    wanted = document.scope.items[0].item.ask[2:8]
    panel.filter.setText(wanted)
    found = [x.entry.item.item.ask for x in panel.list.lines() if x.entry]
    assert found
    assert all(wanted in ask for ask in found)
    panel.filter.setText("查无此项")
    assert panel.empty.accessibleName() == "“查无此项”没有找到。"
    panel.empty.pressed.emit()
    assert panel.list.lines()
