"""The strips under the header."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.appearance import Appearance
from desktop.notices import Notices

_DIRECT: Final = Qt.FindChildOption.FindDirectChildrenOnly


@pytest.fixture
def notices(qtbot: QtBot, appearance: Appearance) -> Iterator[Notices]:
    """The strips between a button of the header and a field of the page, shown."""
    window, button, field = QWidget(), QPushButton("导出"), QLineEdit()
    column = QVBoxLayout(window)
    made = Notices(appearance, button)
    for part in (button, made, field):
        column.addWidget(part)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield made
    window.close()


def link(notices: Notices, word: str) -> QAbstractButton:
    return next(b for b in notices.findChildren(QAbstractButton) if b.text() == word)


def test_the_focus_is_given_back_when_the_strip_that_had_it_is_gone(notices: Notices) -> None:
    notices.show_notice("saving", "bad", "没有保存：磁盘已满。", "retry", "重试")
    notices.show_notice("reading", "lock", "只能看，不能改。", "copy", "另存一份")
    left = QSignalSpy(notices.left)
    notices.put_away("reading")
    assert left.count() == 0
    link(notices, "重试").setFocus(Qt.FocusReason.TabFocusReason)
    notices.put_away("saving")
    assert left.count() == 1
    assert notices.isHidden()


def test_tab_comes_to_the_strips_from_the_header_in_their_order(notices: Notices) -> None:
    notices.show_notice("reading", "lock", "只能看，不能改。", "copy", "另存一份")
    notices.show_notice("saving", "bad", "没有保存：磁盘已满。", "retry", "重试")
    now: QWidget | None = notices.window().findChild(QPushButton, options=_DIRECT)
    reached = []
    for _ in range(3):
        assert now is not None
        now.setFocus()
        QTest.keyClick(now, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        reached.append(now)
    assert reached == [
        link(notices, "重试"),
        link(notices, "另存一份"),
        notices.window().findChild(QLineEdit),
    ]
