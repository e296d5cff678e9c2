"""A new file: named after the enterprise, never over another, and who records is asked once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checklists.errors import Language, UserError
from desktop.appearance import Appearance
from desktop.file_dialogs import start_folder
from desktop.new_file import NewFileDialog
from desktop.preferences import Preferences
from desktop.shelf import short_name


def asking(qtbot: QtBot, appearance: Appearance, **settings: str) -> NewFileDialog:
    """The dialog on a machine with these settings."""
    preferences = Preferences()
    preferences.set(**settings)
    dialog = NewFileDialog(appearance, preferences, "zh")
    qtbot.addWidget(dialog)
    return dialog


def test_a_new_file_is_named_after_the_enterprise(
    qtbot: QtBot, appearance: Appearance, tmp_path: Path
) -> None:
    dialog = asking(qtbot, appearance, client_folder=str(tmp_path))
    assert not dialog.make.isEnabled()
    dialog.name.setText("  佛山市甲/乙电器有限公司 ")
    assert not dialog.make.isEnabled()
    dialog.person.setText("周敏")
    assert dialog.path == tmp_path / "佛山市甲_乙电器.zhiping"
    with qtbot.waitSignal(dialog.wanted):
        dialog.make.click()
    assert (dialog.enterprise, Preferences().now.person) == ("佛山市甲/乙电器有限公司", "周敏")


def test_enter_goes_on_to_who_records_and_then_makes_the_file(
    qtbot: QtBot, appearance: Appearance, tmp_path: Path
) -> None:
    dialog = asking(qtbot, appearance, client_folder=str(tmp_path))
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.name.hasFocus()
    dialog.name.setText("某厂")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.person.hasFocus()
    dialog.person.setText("周敏")
    with qtbot.waitSignal(dialog.wanted):
        QTest.keyClick(dialog.person, Qt.Key.Key_Return)


def test_who_records_is_asked_once(qtbot: QtBot, appearance: Appearance) -> None:
    dialog = asking(qtbot, appearance, person="周敏")
    dialog.show()
    assert not dialog.person.isVisible()
    dialog.name.setText("某厂")
    assert dialog.make.isEnabled()


def test_a_file_of_that_name_is_not_written_over(
    qtbot: QtBot, appearance: Appearance, tmp_path: Path
) -> None:
    (tmp_path / "某厂.zhiping").touch()
    dialog = asking(qtbot, appearance, client_folder=str(tmp_path), person="周敏")
    dialog.name.setText("某厂")
    assert not dialog.make.isEnabled()
    assert "同名" in dialog.make.toolTip()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_long_reason_is_whole_and_squeezes_nothing(
    qtbot: QtBot, appearance: Appearance, tmp_path: Path, language: Language
) -> None:
    dialog = NewFileDialog(appearance, Preferences(), language)
    qtbot.addWidget(dialog)
    dialog.name.setText("某厂")
    dialog.choose_folder(tmp_path.joinpath(*["各家企业的自评文件"] * 12))
    dialog.show()
    field = dialog.name.height()
    dialog.refuse(UserError("file-unwritable", path=dialog.path, detail="").sentence(language))
    dialog._column.activate()
    fault = dialog._fault
    assert fault.height() >= fault.heightForWidth(fault.width()) > 3 * fault.fontMetrics().height()
    assert dialog.name.height() == field


@pytest.mark.parametrize(("there", "expected"), [(("资料", "文档"), "资料"), (("文档",), "文档"), ((), "")])
def test_a_file_goes_to_a_folder_that_there_is(
    there: tuple[str, ...], expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in there:
        (tmp_path / name).mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "文档"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert Path(start_folder(str(tmp_path / "资料"))) == tmp_path / expected


def test_the_form_in_law_is_left_out_where_room_is_short() -> None:
    assert short_name("佛山市甲电器有限公司") == "佛山市甲电器"
    assert short_name("有限公司") == "有限公司"
