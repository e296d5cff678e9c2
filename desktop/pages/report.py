"""报告: the real pages, what is still missing before handing in, and the way out to file and printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QWidget

from checklists.errors import UserError
from desktop.controls.panels import Separator
from desktop.document import Document
from desktop.file_dialogs import start_folder
from desktop.handing_out import file_name, print_pdf, save_pdf, set_up
from desktop.pages import Page, Shell
from desktop.pdf_pages import Pages, read_pages
from desktop.printing import Printed
from desktop.report_desk import ReportDesk
from desktop.report_options import ReportOptions
from desktop.tasks import Progress, Task
from desktop.translation import translate

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: Width of the right side, and what it gives up where the page is narrow.
_SIDE: Final = 376
_NARROW_SIDE: Final = 312
_NARROW: Final = 1000


class _Made(NamedTuple):
    report: Printed
    pages: Pages


class _Way(NamedTuple):
    """What follows a task: when it is done, and when it failed or was cancelled."""

    done: Callable[[Any], None]
    undone: Callable[..., None]


class ReportPage(Page):
    """The desk on the left, choices, checks and buttons on the right."""

    def __init__(self, document: Document | None, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(document, shell, parent)
        self.desk = ReportDesk(shell.appearance, shell.run)
        self.options = ReportOptions(shell.appearance, self.document.language, shell.language)
        self.report: Printed | None = None
        self._outdated = self._again = False
        self._task: Task[Any] | None = None
        self._then: Callable[[Printed], None] | None = None
        self._followed: Callable[[], None] = self.make
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.desk, 1)
        row.addWidget(Separator(vertical=True))
        row.addWidget(self.options)
        self._connect()
        self._show_material()

    def _connect(self) -> None:
        options, desk, document = self.options, self.desk, self.document
        options.changed.connect(self._choose)
        options.checks.followed.connect(self.shell.go)
        options.sample.followed.connect(self.shell.new_file)
        options.pdf_button.clicked.connect(self._ask_where)
        options.print_button.clicked.connect(self.ask_printer)
        options.saved.not_opened.connect(self._not_opened)
        desk.working.stopped.connect(self._stop)
        desk.strip.followed.connect(self._follow)
        for signal in (document.answered, document.evidence_changed):
            signal.connect(self._changed_item)
        for signal in (
            document.figures_changed,
            document.findings_changed,
            document.scope_changed,
            document.profile_changed,
        ):
            signal.connect(self._changed)
        document.closed.connect(self._stop)

    @property
    def making(self) -> bool:
        """Whether a report is being made, saved or printed."""
        return self._task is not None

    @property
    def outdated(self) -> bool:
        """Whether something was changed since the report was made."""
        return self._outdated

    def enter(self, where: str = "") -> None:
        """Be shown; `where` is the copy to make (report, internal, blank) or "" for the one as it was."""
        match where:
            case "report" | "internal" | "blank":
                self.options.choose(where)
        self._show_material()
        if self.report is None and not self.making:
            self.make()
        self.desk.view.setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        return self.desk.view, self.options.body, self.options.foot

    def make(self) -> None:
        """Make the report anew of what is in the file."""
        self._outdated = False
        copy = self.options.copy
        kind: Literal["report", "blank"] = "blank" if copy == "blank" else "report"
        make = self.document.printing(kind, self.options.language, internal=copy == "internal")

        def work(progress: Progress) -> _Made:
            report = make(progress)
            return _Made(report, read_pages(report.pdf))

        self._begin(Task(work), translate("Report", "正在生成报告"), _Way(self._take, self._not_made))

    def ask_printer(self) -> None:
        """Let the user choose a printer, then print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(printer)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(translate("Report", "打印报告"))
        if self.desk.view.count:
            dialog.setMinMax(1, self.desk.view.count)
        dialog.accepted.connect(lambda _printer: self.print_on(printer))
        dialog.finished.connect(dialog.deleteLater)
        # Its own `open` wants the name of a slot.
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter) -> None:
        """Print the report as it is now."""
        self._with_report(lambda report: self._print(report, printer))

    def save_as(self, path: Path) -> None:
        """Save the report as it is now."""
        self._with_report(lambda report: self._save(report, path))

    # Making

    def _begin(self, task: Task[Any], words: str, way: _Way, *, stoppable: bool = True) -> None:
        """Run a task, and show how far it is."""
        self._task = task
        self.desk.hush()
        self.desk.working.begin(words, stoppable=stoppable)
        task.progress.connect(self.desk.working.bar.set_done)
        task.finished.connect(way.done)
        task.failed.connect(way.undone)
        task.cancelled.connect(way.undone)
        self.shell.run(task)

    def _end(self) -> bool:
        """Be free again; return whether another report was begun at once, since one was asked for."""
        self._task = None
        self.desk.working.hide()
        self.options.allow(True)
        again, self._again = self._again, False
        if again:
            self.make()
        return again

    def _take(self, made: _Made) -> None:
        if self._end():
            return
        self.report = made.report
        self.desk.show_pdf(made.report.pdf, made.pages)
        self._show_material()
        then, self._then = self._then, None
        if then:
            then(made.report)
        elif self._outdated:
            self._say_outdated()

    def _not_made(self, _error: object = None) -> None:
        """Offer another try; what went wrong is said by the window."""
        self._outdated, self._then = True, None
        if not self._end():
            sentence = translate("Report", "报告没有生成。")
            self._say(sentence, translate("Report", "重新生成"), self.make)

    def _stop(self, _error: object = None) -> None:
        if self._task:
            self._task.cancel()

    def _with_report(self, then: Callable[[Printed], None]) -> None:
        """Do something with a report that is up to date; make it first where it is not."""
        if self.report and not self._outdated and not self.making:
            then(self.report)
            return
        self._then = then
        if not self.making:
            self.make()

    def _choose(self) -> None:
        """Make what is chosen now; what is being made for the former choice is of no use."""
        self._then = self.report = None
        self._show_material()
        if self._task is None:
            self.make()
            return
        self._again = True
        if self.options.pdf_button.isEnabled():
            self._task.cancel()

    # Handing out

    def _ask_where(self, _checked: bool = False) -> None:
        """Let the user choose the file: in the folder of the last report, or beside the open file."""
        folder = start_folder(self.shell.preferences.now.report_folder or str(self.document.path.parent))
        kind = translate("Report", "PDF 文件")
        dialog = QFileDialog(self, translate("Report", "保存报告"), folder, f"{kind} (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(str(Path(folder) / self._file_name()))
        dialog.fileSelected.connect(lambda chosen: self.save_as(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _file_name(self) -> str:
        copy = self.options.copy
        material = self.document.material._replace(internal=copy == "internal")
        return file_name(Printed(b"", "blank" if copy == "blank" else "report", material))

    def _hand_out(self, report: Printed) -> bool:
        """Keep a finished report as issued; whether that went well."""
        try:
            self.document.issue(report)
        except UserError as error:
            self.shell.fail(error)
            return False
        return True

    def _save(self, report: Printed, path: Path) -> None:
        if self._hand_out(report):
            task = Task(lambda _: save_pdf(path, report.pdf))
            self.options.allow(False)
            way = _Way(self._saved, self._not_saved)
            self._begin(task, translate("Report", "正在保存"), way, stoppable=False)

    def _saved(self, path: Path) -> None:
        self._end()
        self.options.saved.show_file(path)
        if self.isVisible():
            self.options.saved.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shell.preferences.set(report_folder=str(path.parent))

    def _not_saved(self, _error: object = None) -> None:
        self._end()

    def _print(self, report: Printed, printer: QPrinter) -> None:
        if self._hand_out(report):
            task = Task(lambda progress: print_pdf(report.pdf, printer, progress))
            self.options.allow(False)
            self._begin(task, translate("Report", "正在打印"), _Way(self._printed, self._not_printed))

    def _printed(self, complete: bool) -> None:
        if complete:
            self._end()
            self.shell.toast(translate("Report", "已送到打印机"))
        else:
            self._not_printed()

    def _not_printed(self, _error: object = None) -> None:
        self._end()
        sentence = translate("Report", "没有打印完；重新打印时可以只选缺的页。")
        self._say(sentence, translate("Report", "重新打印"), self.ask_printer)

    def _not_opened(self, error: UserError) -> None:
        self._say(error.sentence(self.shell.language), translate("Report", "知道了"), self.desk.hush)

    # What is shown

    def _changed_item(self, _item: str) -> None:
        self._changed()

    def _changed(self) -> None:
        if self.report or self.making:
            self._outdated = True
        if self.isVisible():
            self._show_material()
        if not self.making and self.report:
            self._say_outdated()

    def _show_material(self) -> None:
        self.options.show_material(self.document.material)

    def _say_outdated(self) -> None:
        sentence = translate("Report", "内容有改动，这里还是改动前的报告。")
        self._say(sentence, translate("Report", "重新生成"), self.make)

    def _say(self, sentence: str, link: str, does: Callable[[], None]) -> None:
        self._followed = does
        self.desk.say(sentence, link)

    def _follow(self) -> None:
        self._followed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = _SIDE if self.width() >= _NARROW else _NARROW_SIDE
        self.options.setFixedWidth(self.shell.appearance.measure(side))
