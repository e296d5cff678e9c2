"""总览: the figures of the paper on the screen, and a way from each of them to its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from checklists.profile import Profile
from desktop.controls.navigation import RowButton
from desktop.document import Document
from desktop.pages import make_page
from desktop.pages.summary import SummaryPage
from desktop.screen_charts import BenchmarkLine
from desktop.summary_rows import StepRow
from exports.summary import key_figures
from tests.desktop.driving import LABEL, PROCEDURE, PUBLISHED, StandInShell, close, numbered


@pytest.fixture
def show(qtbot: QtBot, shell: StandInShell) -> Callable[..., SummaryPage]:
    """Shows the page of a document."""

    def build(document: Document, width: int = 1208, height: int = 716) -> SummaryPage:
        page = make_page("summary", document, shell)
        assert isinstance(page, SummaryPage)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.enter()
        return page

    return build


@pytest.fixture
def dated(document: Document) -> Document:
    """The sample on a day on which nothing is overdue."""
    document.material = document.material._replace(today=date(2026, 11, 22))
    return document


@pytest.fixture
def blank(qtbot: QtBot, tmp_path: Path, open_document: Callable[..., Document]) -> Document:
    """A new file in which nothing is answered."""
    profile = Profile(
        name="新厂", region="hebei", facts={"domain": ("appliances",), "role": ("manufacturer",)}
    )
    made = Document.create(tmp_path / "新厂.zhiping", profile, "周敏", "zh")
    close(qtbot, made)
    return open_document(tmp_path / "新厂.zhiping")


def rows(card: QWidget, kind: type[QAbstractButton] = QAbstractButton) -> list[QAbstractButton]:
    """The things to click in a card that is shown."""
    return [b for b in card.findChildren(kind) if b.isVisibleTo(card)]


def test_key_figures_are_those_of_the_paper(show: Callable[..., SummaryPage], dated: Document) -> None:
    page = show(dated)
    duties, index, grade = key_figures(dated.material).figures
    assert page.duties.accessibleName() == " ".join((duties.label, duties.figure, duties.unit, *duties.lines))
    assert f"{index.figure} / 100" in page.index.accessibleName()
    assert page.grade.accessibleName() == f"等级 {grade.figure} {grade.reason}"


def test_an_unanswered_duty_makes_the_figures_provisional(
    show: Callable[..., SummaryPage], dated: Document
) -> None:
    page = show(dated)
    assert not page.duties.badge.isVisible()
    duty = next(s for s in dated.scope.items if s.is_duty)
    dated.answer(duty.id, status="unanswered")
    assert page.duties.badge.isVisible()
    assert page.index.badge.isVisible()
    assert "未评完，不评等级" in page.grade.accessibleName()


def test_a_quick_assessment_that_is_finished_is_not_called_unfinished(
    show: Callable[..., SummaryPage], dated: Document
) -> None:
    page = show(dated)
    dated.update_assessment(selection="quick")
    assert not dated.figures.everything.unanswered
    assert page.grade.accessibleName().startswith("等级 不评等级 只评了一部分检查项")


def test_radar_gives_way_to_bars_when_a_spoke_is_lost(
    show: Callable[..., SummaryPage], dated: Document
) -> None:
    page = show(dated)
    assert page.topics.radar.isVisible()
    assert not page.topics.note.isVisible()
    groups = {g.code: g.title for g in dated.figures.by_group}
    topics = {t["code"]: t["group"] for t in dated.edition.scale["topics"]}
    kept = list(groups)[:4]
    lost = [s.id for s in dated.scope.items if topics[s.item.topic] not in kept and not s.is_measure]
    dated.answer_many({item: {"status": "unanswered"} for item in lost})
    assert not page.topics.radar.isVisible()
    assert page.topics.bars.isVisible()
    assert groups[kept[0]] in page.topics.bars.accessibleName()


def test_steps_are_in_order_and_lead_to_their_place(
    show: Callable[..., SummaryPage], dated: Document, shell: StandInShell
) -> None:
    page = show(dated)
    steps = rows(page.first, StepRow)
    findings = numbered(dated.material, LABEL, PROCEDURE, PUBLISHED)
    told = [s.accessibleName().split("·")[0][-3:] for s in steps]
    assert told[:3] == findings
    assert len(told) == 5
    finding = dated.dossier.finding_of("label-complete")
    assert finding is not None
    QTest.mouseClick(steps[0], Qt.MouseButton.LeftButton)
    steps[1].setFocus()
    QTest.keyClick(steps[1], Qt.Key.Key_Space)
    assert shell.went[0] == ("findings", finding.id)
    assert shell.went[1][0] == "findings"


def test_overdue_step_says_so(show: Callable[..., SummaryPage], document: Document) -> None:
    document.material = document.material._replace(today=date(2026, 12, 8))
    page = show(document)
    assert "逾期 3 天" in rows(page.first, StepRow)[0].accessibleName()


def test_gaps_by_severity_and_checklist(
    show: Callable[..., SummaryPage], dated: Document, shell: StandInShell
) -> None:
    page = show(dated)
    names = [b.accessibleName() for b in rows(page.gaps)]
    assert names[:3] == ["严重 1", "一般 2", "观察项 0"]
    assert names[3] == "标准自我声明与标识 严重不符合 1、一般不符合 1"
    rows(page.gaps)[3].click()
    assert shell.went[-1][0] == "findings"


def test_benchmarks_stand_beside_own_figures_and_lead_to_the_item(
    show: Callable[..., SummaryPage], dated: Document, shell: StandInShell
) -> None:
    page = show(dated)
    lines = rows(page.benchmarks, BenchmarkLine)
    assert [b.accessibleName().split()[-3:] for b in lines[:1]] == [["1/1（100.0%）", "国家", "90"]]
    lines[0].click()
    assert shell.went == [("questions", "sampling-pass-rate")]
    dated.answer("sampling-pass-rate", measure={})
    assert all("没有数据" in b.accessibleName() for b in rows(page.benchmarks, BenchmarkLine))


def test_points_lead_to_where_they_are_mended(
    show: Callable[..., SummaryPage], dated: Document, shell: StandInShell
) -> None:
    blank = next(s.id for s in dated.scope.items if s.is_duty and not s.is_measure)
    dated.answer(blank, status="unanswered")
    page = show(dated)
    first = dated.points[0]
    button = rows(page.points, RowButton)[0]
    assert button.accessibleName() == dated.material.point_text(first)
    button.click()
    dated.set_profile(dated.dossier.profile._replace(name=""))
    rows(page.points, RowButton)[0].click()
    assert shell.went == [("questions", first.items[0].id), ("profile", "name")]


def test_nothing_rated_is_one_sentence_and_one_button(
    show: Callable[..., SummaryPage], blank: Document, shell: StandInShell
) -> None:
    page = show(blank)
    assert page.empty.isVisible()
    assert not page.progress.isVisible()
    assert "还没有评定任何一项。" in page.empty.accessibleName()
    next(b for b in page.empty.findChildren(QAbstractButton) if b.isVisible()).click()
    assert shell.went == [("questions", "")]
    blank.answer(next(s.id for s in blank.scope.items if not s.is_measure), status="conform")
    assert page.progress.isVisible()
    assert not page.empty.isVisible()


def test_progress_is_what_the_start_page_and_the_tree_show(
    show: Callable[..., SummaryPage], dated: Document
) -> None:
    answered = dated.material.figures.answered
    assert answered.total == len(dated.scope.items)
    page = show(dated)
    said = page.progress._figure.accessibleName()
    assert said == f"{answered.done} / {answered.total} 项已评"


def test_counts_of_the_legend_add_up_to_all_items_with_the_figures_that_have_no_status(
    show: Callable[..., SummaryPage], dated: Document
) -> None:
    page = show(dated)
    card = page.progress
    shown = [label.text() for label in (*card._legend.values(), card._measures)]
    assert sum(int(text.split("，")[0].rsplit(" ", 1)[1]) for text in shown) == len(dated.scope.items)
    figure = next(s.id for s in dated.scope.items if s.is_measure)
    for scoped in dated.scope.items:
        if not scoped.is_measure:
            dated.answer(scoped.id, status="conform")
    dated.answer(figure, measure={})
    assert card._measures.text() == "数据项 1，未填 1"
    assert card._left.text() == "还有 1 项"


def test_hidden_page_catches_up_when_it_is_shown(show: Callable[..., SummaryPage], dated: Document) -> None:
    page = show(dated)
    page.hide()
    before = page.index.accessibleName()
    dated.answer(next(s.id for s in dated.scope.items if s.kind == "expected"), status="nonconform")
    assert page.index.accessibleName() == before
    page.show()
    page.enter()
    assert page.index.accessibleName() != before


@pytest.mark.parametrize(("width", "columns"), [(1208, 3), (1021, 2), (768, 2), (600, 1)])
def test_cards_stand_in_as_many_columns_as_there_is_room_for(
    show: Callable[..., SummaryPage], dated: Document, width: int, columns: int
) -> None:
    page = show(dated, width)
    tops = [page.topics.y(), page.gaps.y(), page.first.y()]
    beside = max(tops.count(top) for top in tops)
    assert beside == columns
    assert page.benchmarks.geometry().right() <= width


def test_a_row_that_is_thrown_away_knows_no_cards(
    show: Callable[..., SummaryPage], document: Document
) -> None:
    page = show(document)
    former = page._rows
    assert sum(row.count() for row in former) == len(page._cards)
    for width in (900, 600, 1208):
        page.resize(width, 700)
        assert all(row.count() == 0 for row in former)
        former = page._rows
    assert sum(row.count() for row in former) == len(page._cards)
