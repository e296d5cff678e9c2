"""The tree of items: what it shows, how it is filtered, which keys it takes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.appearance import Appearance
from desktop.item_tree import Branch, ItemTree
from desktop.rows import NODE, Node
from tests.desktop.keyboard import press

_BRANCHES = [
    Branch(
        Node("checklist a", "召回", section=True, answered=1, total=3),
        (
            Node("section a1", "停售", section=True, total=2),
            Node("stop", "是否停售？", mark="conform", word="符合", done=True),
            Node("tell", "是否通知？", mark="unanswered", word="未评", star=True),
            Node("section a2", "演练", section=True, total=1),
            Node("drill", "是否演练？", mark="unanswered", word="未评"),
        ),
    ),
    Branch(
        Node("checklist b", "追溯", section=True, total=1),
        (Node("batch", "能否查到批号？", mark="unanswered", word="未评"),),
    ),
]


@pytest.fixture
def tree(qtbot: QtBot, appearance: Appearance) -> ItemTree:
    """The tree of two checklists, shown."""
    made = ItemTree(appearance, "检查项")
    made.set_branches(_BRANCHES)
    made.resize(312, 400)
    qtbot.addWidget(made)
    made.show()
    return made


def _titles(tree: ItemTree) -> list[str]:
    """What can be seen, from top to bottom."""
    index, found = tree.model().index(0, 0), []
    while index.isValid():
        found.append(index.data())
        index = tree.indexBelow(index)
    return found


def test_checklists_are_folded_until_an_item_is_chosen(tree: ItemTree) -> None:
    assert _titles(tree) == ["召回", "追溯"]
    tree.select("drill")
    assert _titles(tree) == ["召回", "停售", "是否停售？", "是否通知？", "演练", "是否演练？", "追溯"]
    assert tree.current() == "drill"


def test_the_current_row_stays_in_sight_unless_it_was_scrolled_away(tree: ItemTree) -> None:
    tree.resize(312, 6 * 32)
    tree.select("drill")
    assert tree.visualRect(tree.currentIndex()).bottom() < 6 * 32
    tree.resize(312, 5 * 32)
    assert tree.visualRect(tree.currentIndex()).bottom() <= 5 * 32
    tree.verticalScrollBar().setValue(0)
    tree.resize(312, 4 * 32)
    assert tree.verticalScrollBar().value() == 0


def test_the_order_is_that_of_the_items_also_of_folded_ones(tree: ItemTree) -> None:
    assert tree.order() == ["stop", "tell", "drill", "batch"]


def test_a_filter_opens_what_fits_under_its_heading_and_folds_again_after(tree: ItemTree) -> None:
    tree.set_shown({"drill", "batch"})
    assert _titles(tree) == ["召回", "演练", "是否演练？", "追溯", "能否查到批号？"]
    assert tree.order() == ["drill", "batch"]
    tree.set_shown(None)
    assert _titles(tree) == ["召回", "追溯"]


def test_the_current_item_stays_current_while_it_is_shown(qtbot: QtBot, tree: ItemTree) -> None:
    tree.select("tell")
    with qtbot.assertNotEmitted(tree.chosen):
        tree.set_shown({"tell", "batch"})
        tree.set_shown(None)
    assert tree.current() == "tell"


def test_choosing_an_item_and_choosing_a_heading_are_told_apart(qtbot: QtBot, tree: ItemTree) -> None:
    with qtbot.waitSignal(tree.chosen) as chosen, qtbot.assertNotEmitted(tree.part_chosen):
        tree.select("stop")
    assert chosen.args == ["stop"]
    with qtbot.waitSignal(tree.part_chosen) as part, qtbot.assertNotEmitted(tree.chosen):
        QTest.keyClick(tree, Qt.Key.Key_Up)
    assert part.args == ["section a1"]
    assert tree.current() == ""


def test_a_click_on_the_chevron_opens_without_choosing(qtbot: QtBot, tree: ItemTree) -> None:
    middle = tree.visualRect(tree.model().index(0, 0)).center().y()
    with qtbot.assertNotEmitted(tree.part_chosen):
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, middle))
    assert "是否停售？" in _titles(tree)


def test_a_changed_item_is_shown_where_it_stands(tree: ItemTree) -> None:
    tree.select("drill")
    tree.update_nodes(Node("drill", "是否演练？", mark="partial", word="部分做到", done=True))
    assert tree.currentIndex().data(NODE).mark == "partial"
    tree.set_shown({"drill"})
    assert tree.currentIndex().data(NODE).mark == "partial"


def test_a_screen_reader_hears_the_mark_and_the_progress(tree: ItemTree) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    tree.select("tell")
    assert tree.currentIndex().data(role) == "★ 是否通知？ 未评"
    assert tree.model().index(0, 0).data(role) == "召回 1/3"


_NUMPAD = Qt.KeyboardModifier.KeypadModifier


@pytest.mark.parametrize(
    ("text", "modifiers", "digit"),
    [
        ("1", Qt.KeyboardModifier.NoModifier, 1),
        ("5", Qt.KeyboardModifier.NoModifier, 5),
        ("3", _NUMPAD, 3),
        ("２", Qt.KeyboardModifier.NoModifier, 2),
        # AZERTY
        ("4", Qt.KeyboardModifier.ShiftModifier, 4),
    ],
)
def test_digits_rate(
    qtbot: QtBot, tree: ItemTree, text: str, modifiers: Qt.KeyboardModifier, digit: int
) -> None:
    tree.select("stop")
    with qtbot.waitSignal(tree.rated) as rated:
        press(tree, Qt.Key.Key_unknown, text, modifiers)
    assert rated.args == [digit]


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("6", Qt.KeyboardModifier.NoModifier),
        ("0", Qt.KeyboardModifier.NoModifier),
        ("a", Qt.KeyboardModifier.NoModifier),
        ("1", Qt.KeyboardModifier.ControlModifier),
        ("12", Qt.KeyboardModifier.NoModifier),
    ],
)
def test_other_keys_do_not_rate(
    qtbot: QtBot, tree: ItemTree, text: str, modifiers: Qt.KeyboardModifier
) -> None:
    with qtbot.assertNotEmitted(tree.rated):
        press(tree, Qt.Key.Key_unknown, text, modifiers)


def test_an_input_method_stays_off_in_the_tree(tree: ItemTree) -> None:
    for node in ("checklist a", "stop", "batch"):
        tree.select(node)
        assert not tree.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_enter_opens_a_checklist_and_goes_to_an_item(qtbot: QtBot, tree: ItemTree) -> None:
    tree.select("checklist b")
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert "能否查到批号？" in _titles(tree)
    tree.select("batch")
    with qtbot.waitSignal(tree.entered):
        QTest.keyClick(tree, Qt.Key.Key_Return)
