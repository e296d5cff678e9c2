"""A report leaves: as a file, on a printer; what keeps it from leaving is told and does no harm."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from checklists.errors import UserError
from checklists.records import Records
from desktop.document import Document
from desktop.handing_out import file_name, print_pdf, save_pdf, set_up
from desktop.pages.report import ReportPage
from desktop.pdf_pages import read_pages
from desktop.printing import Printed
from tests.desktop.driving import StandInShell, in_file, saved
from tests.desktop.reports import made, make_own, open_duty, shown


@pytest.fixture
def page(qtbot: QtBot, shell: StandInShell, document: Document) -> ReportPage:
    """The page of the sample, with its report made."""
    return shown(qtbot, shell, document)


@pytest.fixture
def own(sample: Path, tmp_path: Path, open_document: Callable[..., Document]) -> Document:
    """A file whose report can be finished."""
    return open_document(make_own(sample, tmp_path / "自己的.zhiping"))


def failing_replace(monkeypatch: pytest.MonkeyPatch, error: OSError) -> list[Any]:
    """Let no file be moved into place; returns a list for what is told of it."""

    def fail(_self: Path, _target: Path) -> Path:
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    return []


def on_paper(path: Path) -> QPrinter:
    """A printer that prints into a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    set_up(printer)
    return printer


def test_the_file_dialog_proposes_a_name_and_the_file_is_written(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    target = tmp_path / "out"
    target.mkdir()
    page.shell.preferences.set(report_folder=str(target))
    QTest.mouseClick(page.options.pdf_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    (proposed,) = dialog.selectedFiles()
    assert Path(proposed).name == "河北澄川小家电有限公司-2026-自评报告（样例）.pdf"
    dialog.accept()
    made(qtbot, page)
    assert page.report is not None
    assert Path(proposed).read_bytes() == page.report.pdf
    assert page.options.saved.isVisible()


def test_a_finished_report_is_kept_as_issued_once(
    qtbot: QtBot, shell: StandInShell, own: Document, tmp_path: Path
) -> None:
    page = shown(qtbot, shell, own)
    for name in ("a.pdf", "b.pdf"):
        page.save_as(tmp_path / name)
        made(qtbot, page)
        saved(qtbot, own)
    with Records.open(own.path, write=False) as records:
        issued = records.issued(own.dossier.assessment.id)
    assert [i.revision for i in issued] == [1]
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_draft_is_not_kept(qtbot: QtBot, shell: StandInShell, own: Document, tmp_path: Path) -> None:
    open_duty(own)
    saved(qtbot, own)
    page = shown(qtbot, shell, own)
    page.save_as(tmp_path / "a.pdf")
    made(qtbot, page)
    saved(qtbot, own)
    with Records.open(own.path, write=False) as records:
        assert records.issued(own.dossier.assessment.id) == ()


def test_what_is_saved_holds_the_last_answers(
    qtbot: QtBot, page: ReportPage, document: Document, tmp_path: Path
) -> None:
    before = page.report
    open_duty(document)
    page.save_as(tmp_path / "a.pdf")
    made(qtbot, page)
    assert page.report is not None
    assert before is not None
    assert page.report.pdf != before.pdf
    assert (tmp_path / "a.pdf").read_bytes() == page.report.pdf
    assert in_file(document.path).answers == page.report.material.dossier.answers


def test_a_full_disk_is_told_and_the_former_file_stays(
    qtbot: QtBot, page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"former")
    errors = failing_replace(monkeypatch, OSError(errno.ENOSPC, "No space left on device"))
    page.save_as(target)
    task = page._task
    assert task is not None
    task.failed.connect(errors.append)
    made(qtbot, page)
    (error,) = errors
    assert error.code == "disk-full"
    assert (target.read_bytes(), list(tmp_path.glob(".~*.tmp"))) == (b"former", [])
    assert page.options.pdf_button.isEnabled()
    assert page.options.saved.isHidden()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EROFS, "file-read-only"),
        (errno.ETXTBSY, "file-busy"),
        (errno.EACCES, "file-unwritable"),
    ],
)
def test_each_fault_of_the_target_has_its_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    failing_replace(monkeypatch, OSError(number, "fault"))
    with pytest.raises(UserError) as raised:
        save_pdf(tmp_path / "a.pdf", b"pdf")
    assert raised.value.code == code
    assert str(tmp_path) in raised.value.sentence("zh")


def test_a_file_that_is_open_elsewhere_on_windows_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = 32  # type: ignore[attr-defined]  # as Windows raises it
    target = tmp_path / "a.pdf"
    target.write_bytes(b"former")
    failing_replace(monkeypatch, error)
    with pytest.raises(UserError) as raised:
        save_pdf(target, b"pdf")
    assert (raised.value.code, target.read_bytes()) == ("file-busy", b"former")


def test_a_protected_file_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"former")
    target.chmod(0o444)
    with pytest.raises(UserError) as raised:
        save_pdf(target, b"pdf")
    assert (raised.value.code, target.read_bytes()) == ("file-read-only", b"former")


def test_a_read_only_file_hands_no_finished_report_out(
    qtbot: QtBot,
    shell: StandInShell,
    own: Document,
    tmp_path: Path,
    open_document: Callable[..., Document],
) -> None:
    looked_at = open_document(own.path, write=False)
    page = shown(qtbot, shell, looked_at)
    page.save_as(tmp_path / "a.pdf")
    assert [error.code for error in shell.failed] == ["file-read-only"]
    assert not (tmp_path / "a.pdf").exists()


def test_the_saved_file_and_its_folder_can_be_opened(
    qtbot: QtBot, page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    page.save_as(tmp_path / "a.pdf")
    made(qtbot, page)
    for button in (page.options.saved.open_button, page.options.saved.folder_button):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path / "a.pdf"), str(tmp_path)]
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    QTest.mouseClick(page.options.saved.open_button, Qt.MouseButton.LeftButton)
    assert page.desk.strip.isVisible()


def test_all_pages_are_printed_on_a4(
    qtbot: QtBot, page: ReportPage, shell: StandInShell, tmp_path: Path
) -> None:
    page.print_on(on_paper(tmp_path / "paper.pdf"))
    made(qtbot, page)
    sheets = read_pages((tmp_path / "paper.pdf").read_bytes()).sizes
    assert len(sheets) == page.desk.view.count
    assert {(round(w), round(h)) for w, h in sheets} == {(595, 842)}
    assert shell.said == ["已送到打印机"]


def test_only_the_pages_asked_for_are_printed(page: ReportPage, tmp_path: Path) -> None:
    assert page.report is not None
    printer = on_paper(tmp_path / "paper.pdf")
    printer.setFromTo(2, 3)
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    assert print_pdf(page.report.pdf, printer, tell)
    assert len(read_pages((tmp_path / "paper.pdf").read_bytes()).sizes) == 2
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_printing_can_be_stopped(page: ReportPage, tmp_path: Path) -> None:
    assert page.report is not None
    assert not print_pdf(page.report.pdf, on_paper(tmp_path / "paper.pdf"), lambda done, _total: done < 1)


def test_a_printer_that_does_not_take_it_is_told(qtbot: QtBot, page: ReportPage, tmp_path: Path) -> None:
    page.print_on(on_paper(tmp_path / "no such folder" / "paper.pdf"))
    made(qtbot, page)
    assert page.desk.strip.isVisible()


def test_the_print_dialog_prints_what_it_is_told(
    qtbot: QtBot, page: ReportPage, shell: StandInShell, tmp_path: Path
) -> None:
    page.ask_printer()
    dialog = page.findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    assert dialog.maxPage() == page.desk.view.count
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setResolution(96)
    dialog.accepted.emit(printer)
    dialog.close()
    made(qtbot, page)
    assert (tmp_path / "paper.pdf").exists()
    assert shell.said


def test_nothing_else_can_be_handed_out_meanwhile(
    qtbot: QtBot, page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    real = save_pdf
    monkeypatch.setattr("desktop.pages.report.save_pdf", lambda path, pdf: (gate.wait(), real(path, pdf))[1])
    page.save_as(tmp_path / "a.pdf")
    assert not page.options.pdf_button.isEnabled()
    assert page.options.pdf_button.toolTip()
    page.options.choose("blank")
    gate.set()
    made(qtbot, page)
    assert page.options.pdf_button.isEnabled()
    assert (tmp_path / "a.pdf").exists()
    assert page.report is not None
    assert page.report.kind == "blank"


def test_a_file_name_tells_what_it_is(own: Document) -> None:
    material = own.material
    assert file_name(Printed(b"", "report", material)) == "河北澄川小家电有限公司-2026-自评报告.pdf"
    internal = Printed(b"", "report", material._replace(internal=True))
    assert file_name(internal).endswith("自评报告-内部版.pdf")
    assert file_name(Printed(b"", "blank", material)).endswith("空白检查表.pdf")
