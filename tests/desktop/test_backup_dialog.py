"""Restoring: the backups there are, and one of them as a file of its own."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checklists.backups import back_up
from checklists.records import Records
from desktop.appearance import Appearance
from desktop.backup_dialog import BackupDialog
from desktop.preferences import Preferences
from desktop.shelf import look

TODAY = date(2026, 11, 22)


@pytest.fixture
def backed_up(sample: Path) -> Path:
    """The sample, with a backup of it."""
    with Records.open(sample, person="周敏") as records:
        back_up(sample, records.file_id)
    return sample


def test_a_backup_becomes_a_file_of_its_own(
    qtbot: QtBot, appearance: Appearance, backed_up: Path, tmp_path: Path
) -> None:
    dialog = BackupDialog(appearance, Preferences(), "zh")
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.reading.finished):
        pass
    row = dialog.table.rows()[0]
    with Records.open(backed_up, write=False) as records:
        answers = [a for a in records.dossier().answers.values() if a.status != "unanswered" or a.measure]
    assert row.cells[1].text == "河北澄川小家电有限公司"
    assert row.cells[2].text == f"{len(answers)} 项"
    before = backed_up.read_bytes()
    with qtbot.waitSignal(dialog.accepted):
        dialog.restore_to(tmp_path / "找回来")
    assert dialog.path == tmp_path / "找回来.zhiping"
    assert look([dialog.path], "zh", TODAY)[0].enterprise == "河北澄川小家电有限公司"
    assert backed_up.read_bytes() == before


def test_a_backup_does_not_go_over_another_file(
    qtbot: QtBot, appearance: Appearance, backed_up: Path, tmp_path: Path
) -> None:
    taken = Path(shutil.copy(backed_up, tmp_path / "已有.zhiping"))
    dialog = BackupDialog(appearance, Preferences(), "zh")
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.reading.finished):
        pass
    dialog.restore_to(taken)
    assert dialog.path is None
    assert "已经存在" in dialog.fault.accessibleName()


def test_without_backups_the_dialog_says_when_there_will_be_one(qtbot: QtBot, appearance: Appearance) -> None:
    dialog = BackupDialog(appearance, Preferences(), "zh")
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.reading.finished):
        pass
    assert dialog.empty.accessibleName().startswith("还没有备份")
    assert not dialog.restore.isEnabled()
