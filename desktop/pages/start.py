"""首页: ways in on the left; on the right what to go on with, what is due, the shelf."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checklists.errors import UserError
from desktop.controls.buttons import Button
from desktop.controls.panels import Card, EmptyState, Ground, SectionTitle, Separator
from desktop.controls.texts import Label, WrappedText
from desktop.document import Document
from desktop.moments import SOON, due_text, now, today
from desktop.pages import Page, Shell
from desktop.reading_order import tab_as_read
from desktop.record_table import Column, RecordTable
from desktop.rows import Cell, Row
from desktop.seal import Seal
from desktop.shelf import Due, Seen, files_in, look, short_name
from desktop.shelf_section import ShelfSection
from desktop.start_cards import FileCard, ResumeCard
from desktop.tasks import Progress, Task
from desktop.tokens import GAP, MARGIN, UNIT, Token
from desktop.translation import translate

_SIDE: Final = 288
_DUE_ROW: Final = 34
#: Below this width of the right part its cards stand below each other.
_TWO: Final = 720
_RECENT: Final = 3

_Look = Task[tuple[Seen, ...]]


class StartPage(Page):
    """The first page. What it tells of files is read beside the window, each time it is shown."""

    def __init__(self, document: Document | None, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(document, shell, parent)
        appearance = shell.appearance
        self._known: dict[Path, Seen] = {}
        self._recent: tuple[Seen, ...] = ()
        self._shelved: tuple[Seen, ...] = ()
        self._folder = Path()
        self._due: list[Due] = []
        self.reading: list[_Look] = []
        self.resume = ResumeCard(appearance)
        self.first = EmptyState(
            appearance,
            "file",
            translate("Start", "还没有打开过文件。新建一份，或先看样例：一家小家电厂填好的自评。"),
            translate("Start", "看一份样例"),
        )
        columns = [Column(""), Column("", 120), Column("", 108, right=True)]
        name = translate("Start", "到期与逾期")
        self.due = RecordTable(appearance, name, columns, height=_DUE_ROW, head=False)
        self.none_due = EmptyState(appearance, "calendar", "")
        self.cards: list[FileCard] = []
        self.shelf = ShelfSection(appearance, shell.language)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.side = self._side()
        self.content = QWidget()
        column = QVBoxLayout(self.content)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 12)
        column.setSpacing(MARGIN)
        self._top = QGridLayout()
        self._top.setHorizontalSpacing(MARGIN)
        self._top.setVerticalSpacing(GAP)
        column.addLayout(self._top)
        self._resume_part = _titled(
            SectionTitle(translate("Start", "继续上次的工作")), self.resume, self.first
        )
        self._due_title = SectionTitle(translate("Start", "到期与逾期"))
        due = Card(padding=7)
        due.body.setSpacing(0)
        due.body.addWidget(self.due)
        self._nothing = QWidget()
        nothing = QVBoxLayout(self._nothing)
        nothing.setContentsMargins(9, 9, 9, 9)
        nothing.addWidget(self.none_due)
        due.body.addWidget(self._nothing)
        self.due.setFixedHeight(self.shell.appearance.measure(4 * _DUE_ROW))
        self._due_part = _titled(self._due_title, due)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        cards = QWidget()
        cards.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._recent_part = _titled(SectionTitle(translate("Start", "最近打开")), cards)
        column.addWidget(self._recent_part)
        column.addWidget(self.shelf, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.content)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(Separator(vertical=True))
        row.addWidget(area, 1)
        self._arrange(two=True)
        self.resume.hide()
        self._recent_part.hide()

    def _side(self) -> QWidget:
        look = self.shell.appearance
        side = Ground("chrome")
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(MARGIN, 32, MARGIN, GAP)
        column.setSpacing(UNIT)
        brand = QHBoxLayout()
        brand.setSpacing(GAP)
        brand.addWidget(Seal(look, "质评"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(translate("Start", "质评"), size=20, bold=True))
        words.addWidget(Label(translate("Start", "消费品质量自评"), size=12, tone="text2"))
        brand.addLayout(words, 1)
        column.addLayout(brand)
        column.addSpacing(32)
        self.new = Button(
            look,
            translate("Start", "新建企业文件"),
            role="primary",
            icon="plus",
            height=36,
            tip=f"{translate('Start', '新建企业文件')} (Ctrl+N)",
        )
        self.open = Button(
            look,
            translate("Start", "打开文件…"),
            icon="folder",
            height=36,
            tip=f"{translate('Start', '打开文件…')} (Ctrl+O)",
        )
        self.sample = Button(look, translate("Start", "看一份样例"), icon="sample", height=36)
        self.restore = Button(look, translate("Start", "从备份恢复"), role="quiet", icon="history", height=36)
        self.settings = Button(look, translate("Start", "设置"), role="quiet", icon="settings", height=36)
        for button in (self.new, self.open, self.sample):
            column.addWidget(button)
        column.addSpacing(UNIT)
        column.addWidget(Label(translate("Start", "其他入口"), size=12, tone="text2"))
        column.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        promise = translate(
            "Start", "全部资料都在您自己的电脑上。没有账号，不联网，一家企业一个文件，可以拷走也可以备份。"
        )
        column.addWidget(WrappedText(look, promise, size=12, tone="text2"))
        column.addSpacing(UNIT)
        column.addWidget(self.settings, 0, Qt.AlignmentFlag.AlignLeft)
        return side

    def _connect(self) -> None:
        self.new.clicked.connect(self.shell.new_file)
        self.open.clicked.connect(self.shell.choose_file)
        self.sample.clicked.connect(self.shell.open_sample)
        self.first.pressed.connect(self.shell.open_sample)
        self.restore.clicked.connect(lambda: self.shell.restore_backup(None))
        self.settings.clicked.connect(lambda: self.shell.go("preferences"))
        self.resume.resumed.connect(lambda: self._open(self._recent[0].path))
        self.resume.summary.connect(lambda: self.shell.go("summary"))
        self.resume.forgotten.connect(lambda: self._forget(self._recent[0].path))
        self.due.opened.connect(self._open_due)
        self.shelf.opened.connect(lambda path: self._open(Path(path)))
        self.shelf.folder_wanted.connect(self._ask_folder)

    def enter(self, where: str = "") -> None:  # noqa: ARG002 - this page has no places
        self.refresh()
        (self.resume.resume if self.resume.resume.isVisible() else self.new).setFocus()

    def leave(self) -> None:
        for task in self.reading:
            task.cancel()

    def filter_field(self) -> QWidget | None:
        return self.shelf.filter if self.shelf.filter.isVisible() else None

    def panes(self) -> tuple[QWidget, ...]:
        return (self.side, self.content)

    def refresh(self) -> None:
        """Look into the files anew."""
        self.leave()
        settings = self.shell.preferences.now
        recent = [Path(path) for path in settings.recent[: _RECENT + 1]]
        first = self._look_into(recent)
        first.finished.connect(self._show_recent)
        self.reading = [first]
        if settings.client_folder:
            self._read_folder(Path(settings.client_folder))
        for task in self.reading:
            self.shell.run(task)

    def _look_into(self, paths: Sequence[Path]) -> _Look:
        language, day, known = self.shell.language, today(), dict(self._known)

        def work(progress: Progress) -> tuple[Seen, ...]:
            return look(paths, language, day, progress, known)

        return Task(work)

    def _read_folder(self, folder: Path) -> None:
        try:
            paths = files_in(folder)
        except UserError as error:
            self.shelf.show_empty("warning", error.sentence(self.shell.language))
            return
        task = self._look_into(paths)
        self._folder = folder
        # To methods of this page: what goes to a function of no object is told after the page is gone too.
        task.progress.connect(self._show_reading)
        task.finished.connect(self._show_shelf)
        self.reading.append(task)

    def _show_recent(self, seen: tuple[Seen, ...]) -> None:
        seen = tuple(self._own(s) for s in seen)
        self._recent = seen
        self._remember(seen)
        moment = now()
        self.resume.setVisible(bool(seen))
        self.first.setVisible(not seen)
        if seen and self.new.hasFocus():
            self.resume.resume.setFocus()
        if seen:
            self.resume.show_seen(seen[0], moment, self.shell.language)
            self.resume.look.setVisible(self._is_open(seen[0].path))
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [FileCard(self.shell.appearance, s, moment, self.shell.language) for s in seen[1:]]
        for card in self.cards:
            card.clicked.connect(lambda _checked=False, path=card.seen.path: self._open(path))
            card.forgotten.connect(lambda path=card.seen.path: self._forget(path))
        self._recent_part.setVisible(bool(self.cards))
        self._place_cards()

    def _show_reading(self, done: int, total: int) -> None:
        self.shelf.show_reading(self._folder, done, total)

    def _show_shelf(self, seen: tuple[Seen, ...]) -> None:
        self._shelved = tuple(self._own(s) for s in seen)
        self._remember(self._shelved)
        self.shelf.show_files(self._folder, self._shelved)

    def _own(self, seen: Seen) -> Seen:
        """The file that is open here is locked by nobody else."""
        return seen._replace(busy=False) if self._is_open(seen.path) else seen

    def _is_open(self, path: Path) -> bool:
        return self.has_document and self.document.path.absolute() == path.absolute()

    def _remember(self, seen: Sequence[Seen]) -> None:
        self._known |= {s.path: s for s in seen}
        shown = {s.path.absolute(): s for s in (*self._recent, *self._shelved)}
        self._due = sorted((d for s in shown.values() if not s.sample for d in s.due), key=lambda d: d.due)
        day = today()
        self.due.set_rows([_due_row(str(n), one, day) for n, one in enumerate(self._due)])
        self.due.setVisible(bool(self._due))
        self._nothing.setVisible(not self._due)
        told = translate("Start", "没有定了期限的整改措施。有了，最急的排在最前。")
        self.none_due.set_content("calendar", told)
        count = translate("Start", "共 {n} 项").format(n=len(self._due))
        self._due_title.set_aside(count if self._due else "")

    def _open(self, path: Path) -> None:
        if self._is_open(path):
            self.shell.go("questions")
        else:
            self.shell.open_file(path)

    def _open_due(self, row: str) -> None:
        due = self._due[int(row)]
        if self._is_open(due.path):
            self.shell.go("findings", due.finding)
        else:
            self.shell.open_file(due.path)

    def _forget(self, path: Path) -> None:
        self.shell.preferences.forget(path)
        self.refresh()

    def _ask_folder(self) -> None:
        start = self.shell.preferences.now.client_folder or str(Path.home())
        found = QFileDialog.getExistingDirectory(self, translate("Start", "选择文件夹"), start)
        if found:
            self.choose_folder(Path(found))

    def choose_folder(self, folder: Path) -> None:
        """Take another folder of clients."""
        self.shell.preferences.set(client_folder=str(folder))
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setFixedWidth(_SIDE if self.width() >= 960 else 232)
        room = self.width() - self.side.width() - 2 * MARGIN
        self._arrange(two=room >= _TWO)
        self.shelf.set_narrow(room < _TWO)
        self._place_cards()

    def _arrange(self, *, two: bool) -> None:
        """Put what to go on with and what is due beside or below each other."""
        self._top.addWidget(self._resume_part, 0, 0)
        self._top.addWidget(self._due_part, 0 if two else 1, 1 if two else 0)
        self._top.setColumnStretch(0, 424)
        self._top.setColumnStretch(1, 496 if two else 0)
        self._top.setHorizontalSpacing(MARGIN if two else 0)

    def _place_cards(self) -> None:
        room = self.width() - self.side.width() - 2 * MARGIN
        columns = _RECENT if room >= _TWO else 2
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // columns, number % columns)
        tab_as_read(self.side, self.content)
        for column in range(_RECENT):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _titled(title: QWidget, *parts: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(title)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return whole


def _due_row(key: str, due: Due, day: date) -> Row:
    days = (date.fromisoformat(due.due) - day).days
    tone: Token = "bad" if days < 0 else "part" if days <= SOON else "text2"
    mark = "warning/bad" if days < 0 else "clock/part" if days <= SOON else "clock/text2"
    when = due_text(date.fromisoformat(due.due), day)
    return Row(
        key,
        (
            Cell(due.text, mark=mark, name=f"{due.text}，{when}"),
            Cell(short_name(due.enterprise), tone="text2"),
            Cell(when, tone=tone, bold=days < 0, right=True, whole=True),
        ),
    )
