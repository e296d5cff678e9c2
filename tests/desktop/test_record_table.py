"""The table of records: sorted, filtered, chosen and opened by pointer and key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.appearance import Appearance
from desktop.record_table import Column, RecordTable
from desktop.rows import Cell, Row

COLUMNS = [
    Column("程度", 84),
    Column("编号", 56),
    Column("事项"),
    Column("符合率", 72, right=True, sortable=False),
]


def row(number: str, title: str, severity: str = "minor", key: int = 0) -> Row:
    cells = (
        Cell("一般", mark=severity, name="一般不符合", key=key),
        Cell(number),
        Cell(title, main=True),
        Cell("91 %", right=True),
    )
    return Row(number, cells)


ROWS = [row("F-02", "乙", key=2), row("F-01", "甲", key=1), row("F-10", "丙", "major", key=3)]


@pytest.fixture
def table(look: Appearance, qtbot: QtBot) -> RecordTable:
    made = RecordTable(look, "审核发现", COLUMNS)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.set_rows(ROWS)
    with qtbot.waitExposed(made):
        made.show()
    return made


def ids(table: RecordTable) -> list[str]:
    return [row.id for row in table.rows()]


def place(table: RecordTable, number: int) -> QPoint:
    return table.visualRect(table.model().index(number, 2)).center()


def test_a_click_chooses_and_a_double_click_opens(table: RecordTable, qtbot: QtBot) -> None:
    left = Qt.MouseButton.LeftButton
    with qtbot.waitSignal(table.chosen) as told:
        QTest.mouseClick(table.viewport(), left, pos=place(table, 1))
    assert (told.args, table.current()) == (["F-01"], "F-01")
    with qtbot.waitSignal(table.opened) as told:
        QTest.mouseDClick(table.viewport(), left, pos=place(table, 1))
    assert told.args == ["F-01"]


def test_keys_choose_and_open(table: RecordTable, qtbot: QtBot) -> None:
    table.select("F-02")
    with qtbot.waitSignal(table.chosen) as told:
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert told.args == ["F-01"]
    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == ["F-01"]


def test_the_head_sorts_up_then_down(table: RecordTable) -> None:
    header = table.header()
    left = Qt.MouseButton.LeftButton
    at = QPoint(header.sectionViewportPosition(1) + 10, 10)
    QTest.mouseClick(header.viewport(), left, pos=at)
    assert ids(table) == ["F-01", "F-02", "F-10"]
    QTest.mouseClick(header.viewport(), left, pos=at)
    assert ids(table) == ["F-10", "F-02", "F-01"]
    QTest.mouseClick(header.viewport(), left, pos=QPoint(header.sectionViewportPosition(3) + 10, 10))
    assert ids(table) == ["F-10", "F-02", "F-01"]


def test_the_menu_key_offers_to_sort(table: RecordTable) -> None:
    for wanted in (["F-01", "F-02", "F-10"], ["F-10", "F-02", "F-01"]):
        table.setFocus()
        at, reason = QPoint(9, 9), QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(table, QContextMenuEvent(reason, at, table.mapToGlobal(at)))
        menu = next(m for m in table.findChildren(QMenu) if m.isVisible())
        assert [a.text() for a in menu.actions()] == ["按“程度”排序", "按“编号”排序", "按“事项”排序"]
        menu.actions()[1].trigger()
        menu.close()
        assert ids(table) == wanted


def test_keys_of_cells_sort_before_their_texts(table: RecordTable) -> None:
    table.sort_by(0, descending=True)
    assert ids(table) == ["F-10", "F-02", "F-01"]


def test_the_current_row_stays_through_sorting_filtering_and_new_rows(
    table: RecordTable, qtbot: QtBot
) -> None:
    table.select("F-01")
    with qtbot.assertNotEmitted(table.chosen):
        table.sort_by(1, descending=True)
        table.set_filter(lambda row: row.id != "F-10")
        table.set_rows([*ROWS, row("F-11", "丁")])
    assert (table.current(), ids(table)) == ("F-01", ["F-11", "F-02", "F-01"])
    with qtbot.waitSignal(table.chosen) as told:
        table.set_filter(lambda row: row.id == "F-10")
    assert (told.args, table.current()) == ([""], "")


def test_a_changed_row_is_shown_where_it_stands(table: RecordTable) -> None:
    before = table.viewport().grab().toImage()
    table.update_row(row("F-01", "改了"))
    assert ids(table) == ["F-02", "F-01", "F-10"]
    assert table.viewport().grab().toImage() != before
    table.set_filter(None)
    assert table.rows()[1].cells[2].text == "改了"


def test_an_unknown_row_clears_the_selection(table: RecordTable) -> None:
    table.select("F-01")
    table.select("no-such-row")
    assert table.current() == ""


def test_the_selected_row_is_seen_over_its_whole_width(table: RecordTable, look: Appearance) -> None:
    table.select("F-01")
    shown = table.viewport().grab().toImage()
    band: QRect = table.visualRect(table.model().index(1, 0))
    across = {shown.pixelColor(x, band.top() + 4).name() for x in range(10, shown.width() - 10, 5)}
    assert across == {look.token("sel").name()}
    assert shown.pixelColor(1, band.center().y()) == look.token("accent")


def test_columns_fill_the_width_and_grow_with_the_text(table: RecordTable, look: Appearance) -> None:
    header = table.header()
    assert header.length() == table.viewport().width()
    assert header.sectionSize(0) == 84
    look.choose(size="large")
    assert header.sectionSize(0) == 96
    assert table.visualRect(table.model().index(0, 0)).height() == 46


def test_a_screen_reader_hears_words_for_marks(table: RecordTable) -> None:
    assert QAccessible.queryAccessibleInterface(table).text(QAccessible.Text.Name) == "审核发现"
    index = table.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "一般不符合"
    assert index.data() == "一般"


def test_the_pointer_lights_one_row_and_none_when_it_leaves(table: RecordTable) -> None:
    plain = table.viewport().grab().toImage()
    QTest.mouseMove(table.viewport(), place(table, 1))
    table.entered.emit(table.model().index(1, 0))
    assert table.viewport().grab().toImage() != plain
    table._hovered = -1
    assert table.viewport().grab().toImage() == plain
