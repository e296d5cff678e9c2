"""A note that is as high as what is written in it, within limits."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.appearance import Appearance
from desktop.growing_note import GrowingNote


@pytest.fixture
def note(qtbot: QtBot, look: Appearance) -> GrowingNote:
    made = GrowingNote(look, "原因", least=2, most=4)
    qtbot.addWidget(made)
    made.resize(300, 10)
    made.show()
    return made


def test_it_grows_with_its_lines_up_to_its_limit(note: GrowingNote) -> None:
    heights = []
    for lines in (1, 2, 3, 4, 9):
        note.setPlainText("\n".join(["一行"] * lines))
        heights.append(note.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_long_text_that_wraps_counts_as_lines_and_needs_no_bar(note: GrowingNote) -> None:
    before = note.height()
    note.setPlainText("程序没有规定由谁判断是否需要报告，通知经销商只靠电话，表单里也没有留痕栏。" * 2)
    assert note.height() > before
    assert note.verticalScrollBar().maximum() == 0


def test_hint_has_room_while_nothing_is_written(note: GrowingNote) -> None:
    before = note.height()
    note.set_hint(
        "仓库温湿度记录不连续，抽查时三个批次的记录缺页，缺页期间的留样也没有找到，责任人已经离岗。"
    )
    assert note.height() > before
    note.setPlainText("短")
    assert note.height() == before
