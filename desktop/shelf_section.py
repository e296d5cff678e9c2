"""The folder of clients as a list: every file with its progress, its rate of duties and what is overdue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checklists.errors import Language
from desktop import moments
from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.fields import SearchField
from desktop.controls.panels import Card, EmptyState
from desktop.controls.texts import ElidedLabel, Label, WrappedText
from desktop.moments import moment_text
from desktop.record_table import Column, RecordTable
from desktop.rows import Cell, Row
from desktop.shelf import Seen
from desktop.start_cards import assessment_text, progress_text
from desktop.tokens import UNIT
from desktop.translation import translate

_WIDE: Final = ("enterprise", "place", "assessment", "progress", "rate", "overdue", "changed")
_NARROW: Final = ("enterprise", "progress", "overdue", "changed")


class ShelfSection(QWidget):
    """Shows what was seen of the files of a folder; tells which to open, or that a folder is wanted."""

    opened = Signal(str)
    folder_wanted = Signal()

    def __init__(self, appearance: Appearance, language: Language) -> None:
        super().__init__()
        self._appearance = appearance
        self._language: Language = language
        self._seen: dict[str, Seen] = {}
        self._keys: tuple[str, ...] = _WIDE
        self._about = ElidedLabel(appearance, size=12, tone="text3", middle=True)
        self.choose = Button(appearance, translate("Start", "选择文件夹"), role="quiet", icon="folder")
        self.filter = SearchField(
            appearance,
            translate("Start", "在档案架中查找"),
            placeholder="",
            clear_name=translate("Start", "清除筛选"),
            width=240,
        )
        self._total = Label(size=12, tone="text3")
        self.faulty = Button(appearance, "", role="link")
        self.faults = Card(translate("Start", "打不开的文件"))
        self.empty = EmptyState(appearance, "folder", "")
        self.table = self._make_table()
        self._lay_out()
        self.choose.clicked.connect(self.folder_wanted)
        self.empty.pressed.connect(self._empty_pressed)
        self.filter.textChanged.connect(lambda _text: self._filter())
        self.faulty.clicked.connect(lambda: self.faults.setVisible(self.faults.isHidden()))
        self.show_empty("folder", translate("Start", "选一个文件夹，各家企业的进度和到期措施都列在这里。"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(translate("Start", "档案架"), size=16, bold=True))
        head.addWidget(self._about, 1)
        head.addWidget(self.choose)
        head.addWidget(self.filter)
        column.addLayout(head)
        self._place = QVBoxLayout()
        self._place.addWidget(self.table)
        column.addLayout(self._place, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.faults)
        foot = QHBoxLayout()
        foot.setContentsMargins(UNIT, 0, 0, 0)
        foot.addWidget(self._total)
        foot.addStretch(1)
        foot.addWidget(self.faulty)
        column.addLayout(foot)

    def _make_table(self) -> RecordTable:
        columns = {
            "enterprise": Column(translate("Start", "企业")),
            "place": Column(translate("Start", "地区·领域"), 160),
            "assessment": Column(translate("Start", "评估"), 108),
            "progress": Column(translate("Start", "进度"), 144),
            "rate": Column(translate("Start", "必须项符合率"), 100, right=True),
            "overdue": Column(translate("Start", "逾期"), 64, right=True),
            "changed": Column(translate("Start", "上次改动"), 108, right=True),
        }
        name = translate("Start", "档案架")
        table = RecordTable(self._appearance, name, [columns[key] for key in self._keys])
        table.setMinimumHeight(self._appearance.measure(36 + 4 * 40))
        table.opened.connect(self.opened)
        return table

    def set_narrow(self, narrow: bool) -> None:
        """Show fewer columns where there is little room."""
        keys = _NARROW if narrow else _WIDE
        if keys == self._keys:
            return
        self._keys = keys
        former, self.table = self.table, self._make_table()
        self._place.replaceWidget(former, self.table)
        self.table.setVisible(not former.isHidden())
        former.hide()
        former.deleteLater()
        self._fill()

    def show_empty(self, icon: str, sentence: str) -> None:
        """Say why there is no list, with the way to a folder."""
        self._seen = {}
        self._about.set_text("")
        self._show(False)
        self.empty.set_content(icon, sentence, translate("Start", "选择文件夹"))

    def show_reading(self, folder: Path, done: int, total: int) -> None:
        """Say that the files are being read, where nothing is known of them yet."""
        if not self._seen:
            self._show(False)
            told = translate("Start", "正在读取“{name}”，{n}/{m}")
            self.empty.set_content("clock", told.format(name=folder.name, n=done, m=total))

    def show_files(self, folder: Path, seen: Sequence[Seen]) -> None:
        """Show what was seen of the files of a folder."""
        sound = [s for s in seen if not s.fault]
        self._seen = {str(s.path): s for s in sound}
        count = translate("Start", "{n} 家企业").format(n=len(sound))
        self._about.set_text(f"{folder.name}·{count}")
        self._about.set_tip(str(folder))
        self.filter.setPlaceholderText(translate("Start", "在 {n} 家企业中查找").format(n=len(sound)))
        complete = sum(1 for s in sound if s.answered.complete)
        self._total.setText(translate("Start", "共 {n} 家·已完成 {m} 家").format(n=len(sound), m=complete))
        self._show_faults([s for s in seen if s.fault])
        self._show(bool(sound))
        self._fill()
        if not sound:
            told = translate("Start", "“{folder}”里还没有能打开的企业文件。").format(folder=folder.name)
            self.empty.set_content("folder", told, translate("Start", "选择文件夹"))

    def _show_faults(self, faulty: Sequence[Seen]) -> None:
        self.faulty.setVisible(bool(faulty))
        text = translate("Start", "{n} 个文件打不开，看原因").format(n=len(faulty))
        self.faulty.setText(text)
        self.faulty.setAccessibleName(text)
        self.faulty.updateGeometry()
        self.faults.hide()
        body = self.faults.body
        while body.count() > 1:
            taken = body.takeAt(1)
            if taken and (widget := taken.widget()):
                widget.deleteLater()
        for seen in faulty:
            if seen.fault:
                body.addWidget(WrappedText(self._appearance, seen.fault.sentence(self._language), size=12))

    def _show(self, listed: bool) -> None:
        self.table.setVisible(listed)
        self.filter.setVisible(listed)
        self.choose.setVisible(listed)
        self._total.setVisible(listed)
        self.empty.setVisible(not listed)
        if not listed:
            self.faults.hide()
            self.faulty.hide()

    def _fill(self) -> None:
        now = moments.now()
        self.table.set_rows([self._row(s, now) for s in self._seen.values()])
        self.table.sort_by(self._keys.index("changed"), descending=True)
        self._filter()

    def _filter(self) -> None:
        wanted = self.filter.text().strip().casefold()
        self.table.set_filter((lambda row: self._matches(row, wanted)) if wanted else None)
        if not self._seen:
            return
        found = bool(self.table.rows())
        self.table.setVisible(found)
        self.empty.setVisible(not found)
        if not found:
            told = translate("Start", "“{text}”没有找到。").format(text=self.filter.text().strip())
            self.empty.set_content("search", told, translate("Start", "清除筛选"))

    def _empty_pressed(self) -> None:
        if self._seen:
            self.filter.clear()
        else:
            self.folder_wanted.emit()

    def _matches(self, row: Row, wanted: str) -> bool:
        seen = self._seen[row.id]
        return wanted in f"{seen.enterprise} {seen.region} {seen.domains} {seen.path.stem}".casefold()

    def _row(self, seen: Seen, now: datetime) -> Row:
        overdue = seen.overdue(now.date())
        badge = ("neutral", translate("Start", "样例")) if seen.sample else ("", "")
        busy = translate("Start", "可能正在别处使用") if seen.busy else ""
        cells = {
            "enterprise": Cell(
                seen.enterprise, badge=badge, main=True, after=busy, after_mark="lock/text2" if busy else ""
            ),
            "place": Cell("·".join(p for p in (seen.region, seen.domains) if p), tone="text2"),
            "assessment": Cell(assessment_text(seen), tone="text2"),
            "progress": Cell(
                progress_text(seen),
                bar=seen.answered,
                tone="text2",
                key=seen.answered.done / max(seen.answered.total, 1),
            ),
            "rate": Cell(
                f"{seen.rate} %" if seen.rate else "—", right=True, whole=True, key=float(seen.rate or -1)
            ),
            "overdue": Cell(
                str(overdue) if overdue else "—",
                mark="warning/bad" if overdue else "",
                tone="bad" if overdue else "text3",
                bold=bool(overdue),
                right=True,
                whole=True,
                key=overdue,
                name=translate("Start", "逾期 {n} 项").format(n=overdue),
            ),
            "changed": Cell(
                moment_text(seen.changed, now) if seen.changed else "",
                tone="text2",
                right=True,
                whole=True,
                key=seen.changed.timestamp() if seen.changed else 0,
            ),
        }
        return Row(str(seen.path), tuple(cells[key] for key in self._keys))
