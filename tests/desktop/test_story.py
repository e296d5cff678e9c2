"""The way through in the real window, as a person goes it: an empty screen to a line in the printed PDF."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TypeVar

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.appearance import Appearance
from desktop.controls.buttons import Button, StatusButton
from desktop.controls.choices import Choice, RadioButton, Tile
from desktop.controls.fields import NoteField, TextField
from desktop.controls.navigation import RailButton
from desktop.new_file import NewFileDialog
from desktop.pages.profile import ProfilePage
from desktop.pages.questions import QuestionsPage
from desktop.pages.report import ReportPage
from desktop.window import Window
from tests.desktop.driving import opened_document, saved
from tests.desktop.keyboard import commit, compose
from tests.desktop.whole_window import at_rest, whole_window

Control = TypeVar("Control", bound=QWidget)

ENTERPRISE = "河北某某电器厂"
NOTE = "召回办法只有口头约定，没有成文。"
MEASURE = "发布书面召回办法，写明判定、通知和处置。"
KEY = QTest.keySequence


def control(window: QWidget, kind: type[Control], name: str) -> Control:
    """What is to be seen of that kind and name."""
    found = [w for w in window.findChildren(kind) if w.isVisible() and w.accessibleName() == name]
    assert found, f"{kind.__name__} {name!r}; there is {sorted(names(window, kind))}"
    return found[0]


def names(window: QWidget, kind: type[QWidget]) -> set[str]:
    return {w.accessibleName() for w in window.findChildren(kind) if w.isVisible()}


def click(widget: QWidget) -> None:
    assert widget.isEnabled(), widget.accessibleName()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def write(field: QWidget, text: str) -> None:
    """Write with an input method: letters first, then the words."""
    field.setFocus()
    compose(field, "zhi ping")
    commit(field, text)


def test_from_an_empty_screen_to_a_line_in_the_pdf(
    qtbot: QtBot, appearance: Appearance, tmp_path: Path
) -> None:
    with whole_window(qtbot, appearance, "zh") as window:
        make_file(qtbot, window, tmp_path)
        tell_who_we_are(qtbot, window)
        item = answer_everything(qtbot, window)
        mend(qtbot, window, item)
        text = paper(qtbot, window, tmp_path / "报告.pdf")
    for line in (ENTERPRISE, NOTE, MEASURE, "沈立言", "2026-12-05"):
        assert "".join(line.split()) in text, line


def make_file(qtbot: QtBot, window: Window, folder: Path) -> None:
    """New file: its name, and where."""
    click(control(window, Button, "新建企业文件"))
    dialog = window.findChild(NewFileDialog)
    assert dialog
    write(dialog.name, ENTERPRISE)
    dialog.choose_folder(folder)
    with qtbot.waitActive(window):
        click(dialog.make)
        window.activateWindow()
    assert opened_document(window).path.parent == folder
    assert window.page == "profile"


def tell_who_we_are(qtbot: QtBot, window: Window) -> None:
    """The profile and the interview, step by step."""
    page = window.findChild(ProfilePage)
    assert page
    assert control(window, TextField, "企业名称").text() == ENTERPRISE
    write(control(window, TextField, "统一社会信用代码"), "91130605MA0CX4578R")
    choose(window, "地区", "河北省")
    choose(window, "行业", "工业")
    for name, text in (("从业人员", "45"), ("年营业收入", "2600"), ("首席质量官", "沈立言")):
        write(control(window, TextField, name), text)
    click(page.next)
    for word in ("家用电器", "自己生产"):
        click(control(window, Tile, word))
    click(page.next)
    for question in page.details.questions:
        if question.isVisible() and question.radios:
            no = next(r for r in question.radios if r.code == "no")
            assert isinstance(no, RadioButton)
            click_radio(no)
    at_rest(qtbot, window)
    assert opened_document(window).scope.items
    assert not opened_document(window).scope.open_facts
    click(page.next)


def choose(window: Window, name: str, word: str) -> None:
    """Choose from a list by its keys."""
    choice = control(window, Choice, name)
    choice.setFocus()
    while choice.currentText() != word:
        before = choice.currentText()
        QTest.keyClick(choice, Qt.Key.Key_Down)
        assert choice.currentText() != before, word


def click_radio(radio: RadioButton) -> None:
    radio.setFocus()
    QTest.keyClick(radio, Qt.Key.Key_Space)


def answer_everything(qtbot: QtBot, window: Window) -> str:
    """Every item by its key; one is not met, with a note. Returns that item."""
    QTest.keySequence(window, "Ctrl+2")
    page = window.findChild(QuestionsPage)
    assert page
    document = page.document
    failed = next(s.id for s in document.scope.items if s.is_duty and "召回" in s.item.ask)
    for scoped in [s for s in document.scope.items if not s.is_measure]:
        page.show_item(scoped.id)
        page.enter()
        assert isinstance(focused(), StatusButton)
        QTest.keyClick(focused(), Qt.Key.Key_3 if scoped.id == failed else Qt.Key.Key_1)
    page.show_item(failed)
    page.enter()
    QTest.keyClick(focused(), Qt.Key.Key_F2)
    note = focused()
    assert isinstance(note, NoteField)
    write(note, NOTE)
    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert document.dossier.answer(failed).note == NOTE
    assert isinstance(focused(), StatusButton)
    saved(qtbot, document)
    return failed


def mend(qtbot: QtBot, window: Window, item: str) -> None:
    """The finding that the rules opened gets an action."""
    document = opened_document(window)
    finding = document.dossier.finding_of(item)
    assert finding is not None
    click(control(window, RailButton, "整改"))
    at_rest(qtbot, window)
    write(control(window, NoteField, "措施"), MEASURE)
    write(control(window, TextField, "负责人"), "沈立言")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "20261205")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    saved(qtbot, document)
    (action,) = document.dossier.actions
    assert (action.finding, action.owner, action.due) == (finding.id, "沈立言", "2026-12-05")


def paper(qtbot: QtBot, window: Window, file: Path) -> str:
    """Save the report; returns what is printed on it, without blanks."""
    QTest.keySequence(window, "Ctrl+P")
    page = window.findChild(ReportPage)
    assert page
    at_rest(qtbot, window)
    assert page.desk.view.count > 5
    click(page.options.pdf_button)
    (dialog,) = page.findChildren(QFileDialog)
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.setText(str(file))
    click(next(b for b in dialog.findChildren(QPushButton) if b.isVisible() and b.isDefault()))
    at_rest(qtbot, window)
    assert file.exists()
    pages = PdfReader(io.BytesIO(file.read_bytes())).pages
    return "".join("".join(page.extract_text().split()) for page in pages)
