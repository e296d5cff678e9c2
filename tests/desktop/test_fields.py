"""Fields and texts: they keep their size, show what is wrong, wrap and cut as Chinese is set."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.appearance import Appearance
from desktop.controls.fields import Field, NoteField, SearchField, TextField
from desktop.controls.texts import ElidedLabel, Label, WrappedText
from tests.desktop import gallery


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("make", [TextField, NoteField])
def test_a_field_keeps_its_size_when_focused_or_wrong(
    make: type[TextField | NoteField], qtbot: QtBot, look: Appearance
) -> None:
    del look
    window = QWidget()
    column = QVBoxLayout(window)
    other, field = TextField("别的"), make("名称", "内容")
    column.addWidget(other)
    column.addWidget(field)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    other.setFocus()
    plain, size = field.grab().toImage(), field.size()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QApplication.processEvents()
    focused = field.grab().toImage()
    assert (field.size(), focused == plain) == (size, False)
    field.set_error(True)
    assert (field.size(), field.grab().toImage() == focused) == (size, False)


def test_a_field_shows_what_its_check_says(look: Appearance, qtbot: QtBot) -> None:
    control = TextField("信用代码")
    field = Field(look, "信用代码", control)
    qtbot.addWidget(field)
    field.show()
    field.show_result("nonconform", "第 18 位应为 7")
    words = [label.text() for label in field.findChildren(Label) if label.isVisible()]
    assert words == ["信用代码", "第 18 位应为 7"]
    assert (control.property("error"), control.accessibleDescription()) == (True, "第 18 位应为 7")
    field.show_result()
    assert (control.property("error"), control.accessibleDescription()) == (False, "")
    assert [label.text() for label in field.findChildren(Label) if label.isVisible()] == ["信用代码"]


def test_escape_empties_the_search_and_then_is_left_to_others(look: Appearance, qtbot: QtBot) -> None:
    search = SearchField(look, "筛选", placeholder="在 186 项中筛选", clear_name="清除")
    qtbot.addWidget(search)
    search.show()
    search.setText("召回")
    with qtbot.waitSignal(search.cleared):
        QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    with qtbot.assertNotEmitted(search.cleared):
        QTest.keyClick(search, Qt.Key.Key_Escape)


def test_the_note_knows_when_an_input_method_is_at_work(qtbot: QtBot, look: Appearance) -> None:
    del look
    note = NoteField("备注")
    qtbot.addWidget(note)
    note.show()
    QApplication.sendEvent(note, QInputMethodEvent("zhao", []))
    assert note.composing()
    done = QInputMethodEvent("", [])
    done.setCommitString("召回")
    QApplication.sendEvent(note, done)
    assert not note.composing()
    assert note.toPlainText() == "召回"


def test_tab_leaves_the_note(qtbot: QtBot, look: Appearance) -> None:
    del look
    window = QWidget()
    column = QVBoxLayout(window)
    note, other = NoteField("备注"), TextField("证明")
    column.addWidget(note)
    column.addWidget(other)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert (note.toPlainText(), other.hasFocus()) == ("", True)


def test_texts_are_never_read_as_markup(qtbot: QtBot, look: Appearance) -> None:
    del look
    label = Label("<b>x</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_label_takes_its_size_and_colour(qtbot: QtBot, look: Appearance) -> None:
    small, large = Label("评定", size=12), Label("评定", size=32)
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(small)
    column.addWidget(large)
    qtbot.addWidget(window)
    window.show()
    assert large.sizeHint().height() > 2 * small.sizeHint().height()
    before = large.grab().toImage()
    large.set_tone("bad")
    assert large.grab().toImage() != before
    look.choose(size="large")
    assert small.fontInfo().pixelSize() == 14


def test_what_is_cut_is_whole_in_the_tooltip_and_the_name(look: Appearance, qtbot: QtBot) -> None:
    text = "广东明禾电器股份有限公司佛山市顺德区分公司2026年度自评.zhiping"
    label = ElidedLabel(look, text, middle=True)
    qtbot.addWidget(label)
    label.resize(200, 20)
    label.grab()
    assert label.shown() != text
    assert label.shown().endswith("zhiping")
    assert name(label) == text
    assert label.toolTip() == text
    label.resize(1000, 20)
    label.grab()
    assert label.toolTip() == ""
    label.set_tip(f"D:/质评/{text}")
    label.resize(200, 20)
    label.grab()
    assert label.toolTip() == f"D:/质评/{text}"


def test_wrapped_text_has_one_and_a_half_lines_and_all_characters(look: Appearance, qtbot: QtBot) -> None:
    text = gallery.QUESTION + "𠮷𠮷𠮷" + gallery.QUESTION
    wrapped = WrappedText(look, text)
    qtbot.addWidget(wrapped)
    lines = wrapped.lines(300)
    assert "".join(lines) == text
    assert all(look.advance(line) <= 300 for line in lines)
    assert wrapped.heightForWidth(300) == 21 * len(lines)
    assert not any(line[0] in "，。、？！；：）》”" for line in lines)


def test_wrapped_text_is_cut_after_the_lines_wanted(look: Appearance, qtbot: QtBot) -> None:
    wrapped = WrappedText(look, gallery.QUESTION * 4, most_lines=2)
    qtbot.addWidget(wrapped)
    wrapped.resize(300, 42)
    assert len(wrapped.lines(300)) == 2
    assert wrapped.lines(300)[1].endswith("…")
    wrapped.grab()
    assert wrapped.toolTip() == gallery.QUESTION * 4


def test_a_new_text_asks_for_new_room(look: Appearance, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    wrapped = WrappedText(look, "短")
    column.addWidget(wrapped)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(320, 400)
    window.show()
    assert wrapped.height() == 21
    wrapped.set_text(gallery.QUESTION * 3)
    QApplication.processEvents()
    assert wrapped.height() == wrapped.heightForWidth(wrapped.width()) > 60
