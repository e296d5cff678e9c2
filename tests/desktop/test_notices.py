"""The strips under the header."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.appearance import Appearance
from desktop.notices import Notices


def test_the_focus_is_given_back_when_the_strip_that_had_it_is_gone(
    qtbot: QtBot, appearance: Appearance
) -> None:
    notices = Notices(appearance)
    qtbot.addWidget(notices)
    notices.show_notice("saving", "bad", "没有保存：磁盘已满。", "retry", "重试")
    notices.show_notice("reading", "lock", "只能看，不能改。", "copy", "另存一份")
    with qtbot.waitActive(notices):
        notices.show()
        notices.activateWindow()
    left = QSignalSpy(notices.left)
    notices.put_away("reading")
    assert left.count() == 0
    link = next(b for b in notices.findChildren(QAbstractButton) if b.text() == "重试")
    link.setFocus(Qt.FocusReason.TabFocusReason)
    notices.put_away("saving")
    assert left.count() == 1
    assert notices.isHidden()
