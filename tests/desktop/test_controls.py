"""The controls: they say their names, show their states, keep their size, and do as they are told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QCursor, QDragEnterEvent, QDropEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.appearance import Appearance
from desktop.controls.buttons import Button, Chip, MarkButton, PaintedButton, StatusButton
from desktop.controls.choices import CheckBox, Choice, RadioButton, Tile
from desktop.controls.navigation import FoldButton, RailButton, RowButton, StepLine
from desktop.controls.panels import EmptyState, Strip, Toast
from desktop.controls.signs import Badge, MarkView, ProgressBar
from desktop.controls.texts import Figure
from desktop.controls.thumbnails import DropBox, Thumbnail
from tests.desktop import gallery

Make = Callable[[Appearance], QAbstractButton]

BUTTONS: dict[str, Make] = {
    "primary": lambda look: Button(look, "继续填写", role="primary"),
    "normal": lambda look: Button(look, "继续填写", icon="plus"),
    "quiet": lambda look: Button(look, "继续填写", role="quiet", trailing="arrow-right"),
    "link": lambda look: Button(look, "继续填写", role="link"),
    "icon": lambda look: Button(look, icon="undo", role="quiet", name="撤销"),
    "danger": lambda look: Button(look, "删除附件 12", danger=True),
    "chip": lambda look: Chip(look, "不符合", 9),
    "status": lambda look: StatusButton(look, "partial", "部分符合", "2"),
    "mark": lambda look: MarkButton(look, "major", "严重"),
    "rail": lambda look: RailButton(look, "flag", "整改"),
    "fold": lambda look: FoldButton(look, "book", "依据", "2 条"),
    "row": lambda look: RowButton(look, "44 项未评", mark="nonconform", link="检查"),
    "check": lambda look: CheckBox(look, "家用电器"),
    "tile": lambda look: Tile(look, "家用电器"),
    "radio": lambda look: RadioButton(look, "不确定"),
    "thumbnail": lambda look: Thumbnail(look, "附件 12", "QP-14.pdf"),
    "drop": lambda look: DropBox(look, "拖到这里"),
}


@pytest.fixture(params=BUTTONS, ids=str)
def button(request: pytest.FixtureRequest, look: Appearance, qtbot: QtBot) -> QAbstractButton:
    """Each button in turn, shown."""
    made = BUTTONS[request.param](look)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    with qtbot.waitExposed(made):
        made.show()
    # Wherever the pointer and the focus happen to be.
    made.underMouse = lambda: False  # type: ignore[method-assign]
    made.hasFocus = lambda: False  # type: ignore[method-assign]
    return made


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_every_state_of_a_button_can_be_seen(button: QAbstractButton) -> None:
    pictures = [button.grab().toImage()]
    for state in ("hover", "focus"):
        gallery.in_state(button, state)
        pictures.append(button.grab().toImage())
        button.underMouse = lambda: False  # type: ignore[method-assign]
        button.hasFocus = lambda: False  # type: ignore[method-assign]
    button.setEnabled(False)
    pictures.append(button.grab().toImage())
    for number, picture in enumerate(pictures):
        assert all(picture != other for other in pictures[:number])


def test_no_state_of_a_button_changes_its_size(button: QAbstractButton) -> None:
    sizes = [button.sizeHint()]
    button.hasFocus = lambda: True  # type: ignore[method-assign]
    sizes.append(button.sizeHint())
    button.setDown(True)
    sizes.append(button.sizeHint())
    button.setChecked(True)
    sizes.append(button.sizeHint())
    button.setEnabled(False)
    sizes.append(button.sizeHint())
    assert sizes == [sizes[0]] * 5


def test_a_button_says_its_name_and_is_clicked_by_key(button: QAbstractButton, qtbot: QtBot) -> None:
    assert name(button)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_checked_button_can_be_told(button: QAbstractButton) -> None:
    if button.isCheckable():
        before = button.grab().toImage()
        button.setChecked(True)
        assert button.grab().toImage() != before


def test_a_disabled_button_says_why(look: Appearance, qtbot: QtBot) -> None:
    button = Button(look, "生成 PDF", tip="生成 PDF (Ctrl+P)")
    qtbot.addWidget(button)
    button.allow(False, "还有 2 项阻止提交")
    assert (button.isEnabled(), button.toolTip()) == (False, "还有 2 项阻止提交")
    button.allow(True)
    assert (button.isEnabled(), button.toolTip()) == (True, "生成 PDF (Ctrl+P)")


def test_an_icon_alone_has_its_name_as_tooltip(look: Appearance, qtbot: QtBot) -> None:
    button = Button(look, icon="undo", name="撤销")
    qtbot.addWidget(button)
    assert (name(button), button.toolTip()) == ("撤销", "撤销")


def test_counts_are_part_of_the_name(look: Appearance, qtbot: QtBot) -> None:
    chip, place = Chip(look, "未评", 44), RailButton(look, "flag", "整改")
    for widget in (chip, place):
        qtbot.addWidget(widget)
    place.set_count(2)
    assert (name(chip), name(place)) == ("未评 44", "整改 2")
    chip.set_count(None)
    place.set_count(0)
    assert (name(chip), name(place)) == ("未评", "整改")


def test_a_status_button_takes_the_word_of_the_kind(look: Appearance, qtbot: QtBot) -> None:
    button = StatusButton(look, "conform", "符合", "1")
    qtbot.addWidget(button)
    assert button.sizeHint().width() == 100
    button.set_word("Conform with all of it")
    assert (name(button), button.toolTip()) == ("Conform with all of it", "Conform with all of it (1)")
    assert button.sizeHint().width() > 100


def test_a_choice_of_the_user_is_told_and_no_other(look: Appearance, qtbot: QtBot) -> None:
    choice = Choice(look, "地区", [("gd", "广东省"), ("hb", "河北省")])
    qtbot.addWidget(choice)
    choice.show()
    with qtbot.assertNotEmitted(choice.chosen):
        choice.choose("hb")
    assert (choice.code(), choice.accessibleName()) == ("hb", "地区")
    with qtbot.waitSignal(choice.chosen) as told:
        QTest.keyClick(choice, Qt.Key.Key_Up)
    assert told.args == ["gd"]
    choice.set_options([("hb", "河北省"), ("gd", "广东省"), ("jx", "江西省")])
    assert choice.code() == "gd"
    choice.choose("no-such-code")
    assert choice.code() == ""


def wheel() -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_the_wheel_changes_no_choice_that_has_no_focus(look: Appearance, qtbot: QtBot) -> None:
    choice = Choice(look, "地区", [("gd", "广东省"), ("hb", "河北省")])
    qtbot.addWidget(choice)
    choice.show()
    choice.choose("gd")
    choice.clearFocus()
    QApplication.sendEvent(choice, wheel())
    assert choice.code() == "gd"


def test_an_open_list_shows_every_option(look: Appearance, qtbot: QtBot) -> None:
    choice = Choice(look, "地区", [("gd", "广东省"), ("hb", "河北省")])
    qtbot.addWidget(choice)
    choice.show()
    choice.choose("hb")
    choice.showPopup()
    view = choice.view()
    assert view.sizeHintForRow(0) == 32
    assert view.viewport().grab().toImage().pixelColor(2, 16) == look.token("surface")
    choice.hidePopup()


def test_signs_say_in_words_what_they_show(look: Appearance, qtbot: QtBot) -> None:
    mark, badge = MarkView(look, "conform", "符合"), Badge(look, "duty", "必须")
    progress, figure = ProgressBar(look, "进度"), Figure(look, "91.2", "%")
    for widget in (mark, badge, progress, figure):
        qtbot.addWidget(widget)
    progress.set_counts({"conform": 5, "unanswered": 4})
    assert [name(widget) for widget in (mark, badge, progress, figure)] == [
        "符合",
        "必须",
        "进度 5/9",
        "91.2 %",
    ]


def test_a_strip_says_one_thing_and_leads_to_one_place(look: Appearance, qtbot: QtBot) -> None:
    strip = Strip(look, "bad", "没有保存：磁盘已满。", link="重试", detail="腾出空间。")
    qtbot.addWidget(strip)
    strip.show()
    link = strip.findChild(Button)
    assert isinstance(link, Button)
    with qtbot.waitSignal(strip.followed):
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    tall = strip.sizeHint().height()
    strip.set_compact(True)
    QApplication.processEvents()
    assert strip.sizeHint().height() < tall
    strip.set_content("ok", "已保存 14:32")
    assert (name(strip), link.isVisible()) == ("已保存 14:32", False)


def test_an_empty_state_has_one_way_on(look: Appearance, qtbot: QtBot) -> None:
    empty = EmptyState(look, "search", "“召会”没有找到。", "清除筛选")
    qtbot.addWidget(empty)
    empty.show()
    button = empty.findChild(Button)
    assert isinstance(button, Button)
    with qtbot.waitSignal(empty.pressed):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_toast_undoes_once_and_goes(look: Appearance, window: QWidget) -> None:
    undone: list[str] = []
    toast = Toast(look, window)
    toast.say("已把 7 项评为不适用", "撤销", lambda: undone.append("7"))
    button = toast.findChild(Button)
    assert isinstance(button, Button)
    assert (toast.isVisible(), toast.width(), toast.timer.interval()) == (True, 400, 6000)
    assert abs(toast.geometry().center().x() - window.rect().center().x()) <= 1
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (undone, toast.isVisible()) == (["7"], False)


def test_a_toast_stays_while_it_is_looked_at(look: Appearance, window: QWidget) -> None:
    toast = Toast(look, window)
    toast.say("已删除附件 12")
    toast.underMouse = lambda: True  # type: ignore[method-assign]
    QCursor.setPos(QCursor.pos() + QPoint(9, 9))
    toast.timer.timeout.emit()
    assert toast.isVisible()
    assert toast.timer.isActive()
    toast.underMouse = lambda: False  # type: ignore[method-assign]
    toast.timer.timeout.emit()
    assert not toast.isVisible()


def test_a_toast_under_a_resting_pointer_goes(look: Appearance, window: QWidget) -> None:
    toast = Toast(look, window)
    toast.say("已删除附件 12")
    toast.underMouse = lambda: True  # type: ignore[method-assign]
    toast.timer.timeout.emit()
    assert not toast.isVisible()


def test_a_toast_stays_in_its_place_when_the_window_changes(look: Appearance, window: QWidget) -> None:
    toast = Toast(look, window)
    toast.say("已保存")
    window.resize(1000, 700)
    QApplication.processEvents()
    assert abs(toast.geometry().center().x() - 500) <= 1
    assert toast.geometry().bottom() < 700


def test_steps_lead_to_their_place(look: Appearance, qtbot: QtBot) -> None:
    steps = StepLine(look, ["企业", "产品与角色", "确认"], "步骤")
    qtbot.addWidget(steps)
    steps.show()
    steps.set_current(1)
    with qtbot.waitSignal(steps.chosen) as told:
        QTest.mouseClick(steps.findChildren(PaintedButton)[2], Qt.MouseButton.LeftButton)
    assert told.args == [2]


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(box: DropBox, data: QMimeData) -> None:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(box, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(box, QDropEvent(QPointF(5, 5), copy, data, left, none))


def test_files_and_pictures_can_be_dropped(look: Appearance, qtbot: QtBot, tmp_path: Path) -> None:
    box = DropBox(look, "拖到这里")
    qtbot.addWidget(box)
    with qtbot.waitSignal(box.files_dropped) as told:
        drop(box, files(tmp_path / "a.pdf", tmp_path / "照片.jpg"))
    assert told.args == [[tmp_path / "a.pdf", tmp_path / "照片.jpg"]]
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(box.image_dropped):
        drop(box, data)


def test_the_gallery_shows_every_control_with_a_name(look: Appearance, qtbot: QtBot) -> None:
    window = gallery.gallery(look)
    qtbot.addWidget(window)
    window.show()
    nameless = [
        type(widget).__name__
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not name(widget)
    ]
    assert nameless == []


def test_enter_presses_a_button_but_chooses_no_answer(qtbot: QtBot, look: Appearance) -> None:
    pressed: list[PaintedButton] = []
    buttons = (Button(look, "下一步"), Chip(look, "未评"), StatusButton(look, "conform", "符合", "1"))
    for button in buttons:
        qtbot.addWidget(button)
        button.clicked.connect(lambda _=False, which=button: pressed.append(which))
        QTest.keyClick(button, Qt.Key.Key_Return)
        QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [buttons[0], buttons[1]]
