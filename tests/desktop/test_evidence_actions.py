"""Evidence on 检查: kept, seen, described and removed."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QImage
from pytestqt.qtbot import QtBot

from desktop.document import Document
from desktop.evidence_dialog import EvidenceDialog, read_day
from desktop.pages.questions import QuestionsPage
from tests.checklists.small_edition import RECALL
from tests.desktop.driving import StandInShell, saved
from tests.desktop.question_pages import shown_page
from tests.desktop.small_file import make_small_file


@pytest.fixture
def page(
    qtbot: QtBot, tmp_path: Path, open_document: Callable[..., Document], shell: StandInShell
) -> QuestionsPage:
    """The page on a file in which nothing is answered yet."""
    return shown_page(qtbot, open_document(make_small_file(tmp_path / "河北某某.zhiping")), shell)


def test_a_dropped_file_becomes_evidence_of_the_item_and_can_be_removed(
    qtbot: QtBot, page: QuestionsPage, shell: StandInShell, tmp_path: Path
) -> None:
    page.show_item(RECALL)
    page.form.rate(1)
    assert page.form.missing.isVisible()
    photo = tmp_path / "隔离区.png"
    QImage(64, 48, QImage.Format.Format_RGB32).save(str(photo))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(QPoint(9, 9)), Qt.DropAction.CopyAction, data, buttons, modifiers)
    with qtbot.waitSignal(page.document.evidence_changed):
        page.form.dropEvent(event)
    (one,) = page.document.dossier.evidence_of(RECALL)
    thumbnail = page.form.evidence._thumbnails[one.id]
    assert thumbnail.accessibleName() == "附件 1 隔离区.png"
    assert not page.form.missing.isVisible()
    with qtbot.waitSignal(shell.tasks[-1].finished):
        pass
    assert thumbnail._picture is not None
    saved(qtbot, page.document)
    page.form.evidence.removed.emit(one.id)
    assert not page.document.dossier.evidence_of(RECALL)
    assert page.form.missing.isVisible()


def test_what_is_said_of_an_attachment_is_kept(qtbot: QtBot, page: QuestionsPage) -> None:
    with qtbot.waitSignal(page.document.evidence_changed):
        page.document.add_evidence(RECALL, b"%PDF-1.7", "认证证书.pdf")
    page.show_item(RECALL)
    (one,) = page.document.dossier.evidence_of(RECALL)
    page.form.evidence.described.emit(one.id)
    dialog = page.findChildren(EvidenceDialog)[0]
    dialog.number.setText("2026-CCC-01")
    dialog.valid_until.setText("2026 年 2 月 30 日")
    dialog.save.click()
    assert dialog.isVisible()
    dialog.valid_until.setText("2026年3月1日")
    dialog.save.click()
    (one,) = page.document.dossier.evidence_of(RECALL)
    assert (one.number, one.valid_until) == ("2026-CCC-01", "2026-03-01")


def test_an_attachment_is_opened_in_another_program_and_it_is_said_where_there_is_none(
    qtbot: QtBot, page: QuestionsPage, shell: StandInShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[bytes] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()).read_bytes())
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    with qtbot.waitSignal(page.document.evidence_changed):
        page.document.add_evidence(RECALL, b"minutes", "会议纪要.txt")
    saved(qtbot, page.document)
    (one,) = page.document.dossier.evidence_of(RECALL)
    for failures in ([], ["not-opened"]):
        page.form.evidence.opened.emit(one.id)
        with qtbot.waitSignal(shell.tasks[-1].finished):
            pass
        assert [error.code for error in shell.failed] == failures
    assert opened == [b"minutes", b"minutes"]


def test_a_pdf_shows_its_first_page_and_a_damaged_one_an_icon(
    qtbot: QtBot, page: QuestionsPage, shell: StandInShell
) -> None:
    from pypdfium2 import PdfDocument

    made, pdf = PdfDocument.new(), BytesIO()
    made.new_page(595, 842)
    made.save(pdf)
    page.show_item(RECALL)
    for data, name in ((pdf.getvalue(), "好的.pdf"), (b"%PDF-1.7", "坏的.pdf")):
        with qtbot.waitSignal(page.document.evidence_changed):
            page.document.add_evidence(RECALL, data, name)
        with qtbot.waitSignal(shell.tasks[-1].finished):
            pass
    shown = page.form.evidence._thumbnails
    has_picture = {e.name: shown[e.id]._picture is not None for e in page.document.dossier.evidence}
    assert has_picture == {"好的.pdf": True, "坏的.pdf": False}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-31", "2026-12-31"),
        ("2026.3.1", "2026-03-01"),
        ("2026年3月1日", "2026-03-01"),
        ("  ", ""),
        ("2026-13-01", None),
        ("明年", None),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: str | None) -> None:
    assert read_day(text) == day
