"""设置: everything is applied at once and remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from checklists import places
from checklists.compiling import current_edition
from desktop.controls.choices import RadioButton
from desktop.controls.texts import WrappedText
from desktop.pages.preferences import PreferencesPage
from desktop.preferences import Preferences
from tests.desktop.driving import StandInShell
from tests.desktop.names import nameless


@pytest.fixture
def page(qtbot: QtBot, shell: StandInShell) -> PreferencesPage:
    made = PreferencesPage(None, shell)
    qtbot.addWidget(made)
    made.resize(1208, 716)
    with qtbot.waitExposed(made):
        made.show()
    made.enter()
    return made


def radio(page: PreferencesPage, setting: str, code: str) -> RadioButton:
    buttons = [b for b in page.groups[setting].buttons() if isinstance(b, RadioButton)]
    return next(b for b in buttons if b.code == code)


@pytest.mark.parametrize(
    ("setting", "code"), [("language", "en"), ("theme", "dark"), ("text_size", "large"), ("theme", "light")]
)
def test_a_choice_is_applied_and_remembered_at_once(page: PreferencesPage, setting: str, code: str) -> None:
    QTest.mouseClick(radio(page, setting, code), Qt.MouseButton.LeftButton)
    assert getattr(page.shell.preferences.now, setting) == code
    assert getattr(Preferences().now, setting) == code


def test_arrows_go_through_the_choices(page: PreferencesPage) -> None:
    first = radio(page, "theme", "system")
    assert first.isChecked()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert page.shell.preferences.now.theme == "light"


def test_the_name_is_taken_with_enter_and_on_leaving(page: PreferencesPage) -> None:
    page.name.setText(" 周敏 ")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    assert Preferences().now.person == "周敏"
    page.name.setText("沈立言")
    page.leave()
    assert Preferences().now.person == "沈立言"


def test_a_folder_is_chosen_shown_and_opened(
    page: PreferencesPage, shell: StandInShell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert not page.buttons["open-client_folder"].isEnabled()
    assert page.buttons["open-client_folder"].toolTip()
    QTest.mouseClick(page.buttons["change-client_folder"], Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert page.shell.preferences.now.client_folder == str(tmp_path)
    assert page.folders["client_folder"].text() == str(tmp_path)
    QTest.mouseClick(page.buttons["open-client_folder"], Qt.MouseButton.LeftButton)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]
    assert shell.failed == []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    QTest.mouseClick(page.buttons["open-client_folder"], Qt.MouseButton.LeftButton)
    assert [error.code for error in shell.failed] == ["not-opened"]


def test_the_folder_of_backups_is_named(page: PreferencesPage) -> None:
    assert page.folders["backups"].text() == str(places.data_folder() / "backups")
    assert "change-backups" not in page.buttons


def test_what_is_changed_elsewhere_is_shown(page: PreferencesPage, tmp_path: Path) -> None:
    page.shell.preferences.set(theme="dark", report_folder=str(tmp_path))
    assert radio(page, "theme", "dark").isChecked()
    assert page.folders["report_folder"].text() == str(tmp_path)


def test_it_says_what_the_program_is(page: PreferencesPage) -> None:
    edition = current_edition()
    said = "\n".join(text.text() for text in page.findChildren(WrappedText))
    assert "质评 Zhiping" in said
    assert f"{edition.id} 版，{edition.date}" in said
    assert f"截至 {edition.regulations_as_of}" in said


@pytest.mark.parametrize(("code", "words"), [("program", "MIT License"), ("font", "SIL OPEN FONT LICENSE")])
def test_the_licences_can_be_read(page: PreferencesPage, code: str, words: str) -> None:
    QTest.mouseClick(page.buttons[f"licence-{code}"], Qt.MouseButton.LeftButton)
    dialog = page.findChild(QDialog)
    assert isinstance(dialog, QDialog)
    text = dialog.findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    assert words in text.toPlainText()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_control_has_a_name(page: PreferencesPage) -> None:
    assert nameless(page) == []
    page.resize(760, 436)
    assert nameless(page) == []
