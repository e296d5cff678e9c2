"""报告: what is made, when it is made anew, what is still missing, and where that leads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checklists.errors import UserError
from desktop.controls.navigation import RowButton
from desktop.document import Document
from desktop.pages.report import ReportPage
from desktop.pdf_pages import read_pages
from desktop.printing import Printed
from desktop.report_checks import passed_words, place_of
from tests.desktop.driving import StandInShell, saved
from tests.desktop.names import nameless
from tests.desktop.reports import made, make_own, open_duty, shown


@pytest.fixture
def page(qtbot: QtBot, shell: StandInShell, document: Document) -> ReportPage:
    """The page of the sample, with its report made."""
    return shown(qtbot, shell, document)


@pytest.fixture
def own(sample: Path, tmp_path: Path, open_document: Callable[..., Document]) -> Document:
    """A file whose report can be finished."""
    return open_document(make_own(sample, tmp_path / "自己的.zhiping"))


def points(page: ReportPage) -> list[RowButton]:
    return page.options.checks._rows.findChildren(RowButton)


def texts(page: ReportPage) -> list[str]:
    return [row.text() for row in points(page)]


def test_the_report_is_made_when_the_page_is_first_shown(page: ReportPage, document: Document) -> None:
    assert page.report is not None
    assert page.report.pdf.startswith(b"%PDF")
    assert page.desk.view.count == len(read_pages(page.report.pdf).sizes)
    assert page.desk.working.isHidden()
    assert [e.title for e in read_pages(page.report.pdf).outline if e.level == 0][1] == "真实性声明"
    assert page.document is document


def test_showing_the_page_again_makes_nothing_new(page: ReportPage, shell: StandInShell) -> None:
    kept = page.report
    before = len(shell.tasks)
    page.enter()
    assert (page.report, page.making) == (kept, False)
    assert len(shell.tasks) == before


def test_a_change_is_said_and_the_report_made_anew_only_when_asked(
    qtbot: QtBot, page: ReportPage, document: Document
) -> None:
    before = page.report
    assert not page.desk.strip.isVisible()
    duty = open_duty(document)
    assert page.desk.strip.isVisible()
    assert (page.outdated, page.report) == (True, before)
    page.desk.strip.followed.emit()
    made(qtbot, page)
    assert not page.desk.strip.isVisible()
    assert page.report is not None
    assert duty in {s.id for p in page.report.points for s in p.items}


def test_points_are_told_at_once_with_the_words_of_the_report(page: ReportPage, document: Document) -> None:
    assert not any(p.blocks for p in document.points)
    open_duty(document)
    assert texts(page) == [document.material.point_text(p) for p in document.points]
    assert any(p.blocks for p in document.points)


def test_each_point_leads_to_its_place(page: ReportPage, shell: StandInShell) -> None:
    page.document.set_profile(page.document.dossier.profile._replace(credit_code=""))
    open_duty(page.document)
    for row in points(page):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert shell.went == [place_of(point) for point in page.document.points]
    assert ("profile", "credit_code") in shell.went


def test_every_check_either_passes_or_is_a_point(page: ReportPage) -> None:
    codes = {point.code for point in page.document.points}
    assert codes <= set(passed_words())
    shown = {label.text() for label in page.options.checks.findChildren(type(page.options.saved._name))}
    assert shown == {words for code, words in passed_words().items() if code not in codes}


def test_the_sample_says_that_it_cannot_be_handed_in(page: ReportPage, shell: StandInShell) -> None:
    assert page.options.sample.isVisible()
    assert page.options.pdf_button.text() == "生成 PDF（样例）"
    page.options.sample.followed.emit()
    assert shell.asked == [("new", None)]


def test_the_one_button_says_draft_while_something_blocks(
    qtbot: QtBot, shell: StandInShell, own: Document
) -> None:
    page = shown(qtbot, shell, own)
    assert page.options.sample.isHidden()
    assert page.options.pdf_button.text() == "生成 PDF"
    own.answer(own.scope.items[0].id, status="not_applicable", note="")
    assert page.options.pdf_button.text() == "生成 PDF（草稿）"
    own.undo()
    saved(qtbot, own)
    assert page.options.pdf_button.text() == "生成 PDF"


@pytest.mark.parametrize("copy", ["internal", "blank"])
def test_another_copy_is_made_at_once(qtbot: QtBot, page: ReportPage, copy: str) -> None:
    page.enter(copy)
    made(qtbot, page)
    assert page.report is not None
    assert (page.report.kind == "blank", page.report.material.internal) == (
        copy == "blank",
        copy == "internal",
    )
    assert page.options.checks.isVisible() == (copy != "blank")


def test_another_language_is_made_at_once(qtbot: QtBot, page: ReportPage) -> None:
    page.options.languages.choose("en")
    page.options.languages.chosen.emit("en")
    made(qtbot, page)
    assert page.report is not None
    assert page.report.material.edition.language == "en"


def test_choosing_while_it_is_being_made_makes_what_was_chosen_last(qtbot: QtBot, page: ReportPage) -> None:
    page.options.choose("internal")
    page.options.choose("blank")
    assert page.making
    made(qtbot, page)
    assert page.report is not None
    assert page.report.kind == "blank"


def test_cancel_leaves_the_former_pages_and_offers_another_try(qtbot: QtBot, page: ReportPage) -> None:
    before = page.desk.view.count
    page.make()
    QTest.mouseClick(page.desk.working.stop_button, Qt.MouseButton.LeftButton)
    made(qtbot, page)
    assert page.desk.view.count == before
    assert page.outdated
    assert page.desk.strip.isVisible()


def test_what_cannot_be_made_offers_another_try(
    qtbot: QtBot, page: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_progress: object) -> Printed:
        raise UserError("file-missing", path="x")

    monkeypatch.setattr(page.document, "printing", lambda *_args, **_options: fail)
    page.make()
    made(qtbot, page)
    assert page.desk.strip.isVisible()
    assert not page.making


def test_the_contents_lead_to_a_page(page: ReportPage) -> None:
    QTest.mouseClick(page.desk.contents, Qt.MouseButton.LeftButton)
    outline = page.desk.outline
    assert outline.isVisible()
    last = read_pages(page.report.pdf).outline[-1] if page.report else None
    assert last is not None
    QTest.keyClick(outline.table, Qt.Key.Key_End)
    QTest.keyClick(outline.table, Qt.Key.Key_Return)
    assert not outline.isVisible()
    assert last.page in page.desk.view.current


def test_one_page_or_two(page: ReportPage) -> None:
    assert page.desk.view.columns == 2
    QTest.mouseClick(page.desk.pair, Qt.MouseButton.LeftButton)
    assert page.desk.view.columns == 1
    QTest.mouseClick(page.desk.pair, Qt.MouseButton.LeftButton)
    page.resize(760, 436)
    assert page.desk.view.columns == 1
    page.resize(1208, 716)
    assert page.desk.view.columns == 2


def test_the_tools_stop_at_the_ends(page: ReportPage) -> None:
    assert not page.desk.back.isEnabled()
    assert page.desk.place.text().startswith("1–2 / ")
    QTest.keyClick(page.desk.view, Qt.Key.Key_End)
    assert not page.desk.on.isEnabled()
    assert page.desk.back.isEnabled()


def test_every_control_has_a_name_and_a_key_reaches_it(page: ReportPage) -> None:
    assert nameless(page) == []
    assert page.desk.view.hasFocus() or page.desk.view.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_closing_the_file_stops_what_is_being_made(qtbot: QtBot, shell: StandInShell, own: Document) -> None:
    page = shown(qtbot, shell, own)
    page.make()
    task = page._task
    assert task is not None
    with qtbot.waitSignal(own.closed):
        own.close()
    made(qtbot, page)
    assert not page.making
