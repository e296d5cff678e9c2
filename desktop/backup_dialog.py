"""Restoring from a backup: a list by time and number of answers; one is opened as a new file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from checklists.backups import Backup, backups, restore
from checklists.errors import Language, UserError
from checklists.files import safe_name
from desktop import moments
from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.panels import EmptyState, Strip
from desktop.controls.texts import Label, WrappedText
from desktop.moments import moment_text
from desktop.preferences import Preferences
from desktop.record_table import Column, RecordTable
from desktop.rows import Cell, Row
from desktop.shelf import ENDING
from desktop.tasks import Task
from desktop.tokens import MARGIN, UNIT
from desktop.translation import translate


class BackupDialog(QDialog):
    """Lists the copies that were made on closing; the one chosen becomes a file of its own, at `path`."""

    def __init__(
        self,
        appearance: Appearance,
        preferences: Preferences,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Start", "从备份恢复"))
        self._appearance, self._preferences = appearance, preferences
        self._language: Language = language
        self._backups: dict[str, Backup] = {}
        self.path: Path | None = None
        columns = [
            Column(translate("Start", "时间"), 160),
            Column(translate("Start", "企业")),
            Column(translate("Start", "已答"), 96, right=True),
        ]
        look = appearance
        self.table = RecordTable(look, translate("Start", "备份"), columns)
        self.empty = EmptyState(look, "history", "")
        self.fault = Strip(look, "bad", "")
        self.restore = Button(look, translate("Start", "恢复为新文件"), role="primary", height=36)
        self._build()
        self.table.opened.connect(lambda _row: self._ask_place())
        self.table.chosen.connect(
            lambda row: self.restore.allow(bool(row), translate("Start", "先选一份备份"))
        )
        self.restore.clicked.connect(self._ask_place)
        self.restore.allow(False, translate("Start", "先选一份备份"))
        self.reading: Task[tuple[Backup, ...]] = Task(lambda _progress: backups())
        self.reading.finished.connect(self.show_backups)
        self.reading.start()

    def _build(self) -> None:
        look = self._appearance
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(UNIT + 4)
        column.addWidget(Label(translate("Start", "从备份恢复"), size=20, bold=True))
        told = translate(
            "Start",
            "每次关闭文件时留一份，每个文件最多十份。恢复成一个新文件，原来的文件不动；照片只有打印用的副本。",
        )
        column.addWidget(WrappedText(look, told, tone="text2"))
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.fault)
        self.table.hide()
        self.fault.hide()
        self.empty.set_content("clock", translate("Start", "正在查看备份"))
        foot = QHBoxLayout()
        foot.addStretch(1)
        cancel = Button(look, translate("Start", "取消"), height=36)
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        foot.addWidget(self.restore)
        column.addLayout(foot)
        self.restore.setDefault(True)
        self.resize(680, 480)

    def show_backups(self, found: tuple[Backup, ...]) -> None:
        """Show these copies, the latest first."""
        self._backups = {str(backup.path): backup for backup in found}
        now = moments.now()
        self.table.set_rows([_row(backup, now) for backup in found])
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.empty.set_content(
            "history", translate("Start", "还没有备份。关闭一个改过的文件，这里就有一份。")
        )
        if found:
            self.table.select(str(found[0].path))
            self.table.setFocus()

    def _ask_place(self) -> None:
        backup = self._backups[self.table.current()]
        told = translate("Start", "{name} 恢复 {day}").format(name=backup.enterprise, day=backup.at[:10])
        folder = Path(self._preferences.now.client_folder or Path.home())
        where, _ = QFileDialog.getSaveFileName(
            self,
            translate("Start", "恢复为新文件"),
            str(folder / f"{safe_name(told.strip())}{ENDING}"),
            f"{translate('Start', '质评文件')} (*{ENDING})",
        )
        if where:
            self.restore_to(Path(where))

    def restore_to(self, target: Path) -> None:
        """Make the chosen copy a file there, or say why not."""
        path = target if target.suffix == ENDING else target.with_name(f"{target.name}{ENDING}")
        try:
            restore(Path(self.table.current()), path)
        except UserError as error:
            self.fault.set_content("bad", error.sentence(self._language))
            self.fault.show()
            return
        self.path = path
        self.accept()


def _row(backup: Backup, now: datetime) -> Row:
    at = datetime.fromisoformat(backup.at).astimezone()
    return Row(
        str(backup.path),
        (
            Cell(moment_text(at, now), whole=True, key=backup.at),
            Cell(backup.enterprise or translate("Start", "（没有名称）"), main=True),
            Cell(
                translate("Start", "{n} 项").format(n=backup.answers),
                right=True,
                whole=True,
                key=backup.answers,
            ),
        ),
    )
