"""Searching everything: what is found, in which order, and how the list is used by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.document import Document
from desktop.search import SearchList, hits


def test_all_words_have_to_stand_together(document: Document) -> None:
    scoped = document.scope.items[5]
    first, rest = scoped.item.ask[:4], scoped.item.ask[6:10]
    found = list(hits(document.material, f"{rest} {first}"))
    assert [(h.page, h.where) for h in found if h.where == scoped.id] == [("questions", scoped.id)]
    assert list(hits(document.material, f"{first} 没有这个词")) == []
    assert list(hits(document.material, "  ")) == []


def test_items_come_before_clauses_and_regulations(document: Document) -> None:
    pages = [hit.page for hit in hits(document.material, "召回")]
    assert pages == sorted(pages, key=lambda page: page == "library")
    assert set(pages) == {"questions", "library"}


def test_attachments_lead_to_their_item(qtbot: QtBot, document: Document) -> None:
    item = document.scope.items[0].id
    with qtbot.waitSignal(document.evidence_changed):
        document.add_evidence(item, b"x", "检验报告-7788.pdf")
    assert [hit.where for hit in hits(document.material, "7788")] == [item]


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    """The window of the field."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    return window


@pytest.fixture
def field(qtbot: QtBot, around: QWidget) -> QLineEdit:
    made = QLineEdit(around)
    with qtbot.waitExposed(around):
        around.show()
    made.setFocus()
    return made


def test_arrows_move_and_enter_opens(qtbot: QtBot, field: QLineEdit, document: Document) -> None:
    shown = SearchList(field, "“{text}”没有找到")
    shown.show_hits(document.material, "召回")
    wanted = list(hits(document.material, "召回"))[1]
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(field, key)
    with qtbot.waitSignal(shown.opened) as opened:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.args == [wanted.page, wanted.where]
    assert shown.isHidden()


def test_nothing_found_is_said_and_opens_nothing(qtbot: QtBot, field: QLineEdit, document: Document) -> None:
    shown = SearchList(field, "“{text}”没有找到")
    shown.show_hits(document.material, "召会会")
    assert shown.list.item(0).text() == "“召会会”没有找到"
    with qtbot.assertNotEmitted(shown.opened):
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert shown.isHidden()
