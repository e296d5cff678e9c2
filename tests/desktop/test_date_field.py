"""The field for a day: typed, stepped, emptied, and told only when the user has done it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.appearance import Appearance
from desktop.date_field import DateField
from desktop.open_document import local_today


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def field(qtbot: QtBot, look: Appearance, told: list[str]) -> DateField:
    made = DateField(look, "期限")
    made.given.connect(told.append)
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_empty_field_shows_nothing(field: DateField) -> None:
    assert (field.day(), field.text().strip()) == ("", "")


def test_day_is_shown_as_iso_and_nobody_is_told(field: DateField, told: list[str]) -> None:
    field.show_day("2026-12-05")
    field.show_day("")
    field.show_day("2027-01-31")
    assert (field.text(), field.day(), told) == ("2027-01-31", "2027-01-31", [])


def test_typed_day_is_told_once_when_it_is_complete(field: DateField, told: list[str]) -> None:
    QTest.keyClicks(field, "20270310")
    assert told == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == ["2027-03-10"]


def test_delete_empties_it(field: DateField, told: list[str]) -> None:
    field.show_day("2026-12-05")
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert (field.day(), told) == ("", [""])


def test_arrow_in_an_empty_field_begins_with_today(field: DateField, told: list[str]) -> None:
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert told == [local_today().isoformat()]


def test_digits_in_an_empty_field_begin_with_today(field: DateField, told: list[str]) -> None:
    today = local_today().isoformat()
    QTest.keyClicks(field, today[:4])
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [today]


def test_field_that_is_read_only_keeps_its_day(field: DateField, told: list[str]) -> None:
    field.show_day("2026-12-05")
    field.setReadOnly(True)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Up):
        QTest.keyClick(field, key)
    assert (field.day(), told) == ("2026-12-05", [])


def test_calendar_of_an_empty_field_opens_at_this_month(field: DateField) -> None:
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - 12, field.height() // 2))
    calendar, today = field.calendarWidget(), local_today()
    assert calendar.isVisible()
    assert (calendar.yearShown(), calendar.monthShown()) == (today.year, today.month)
    calendar.window().hide()
