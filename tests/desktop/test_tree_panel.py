"""The filter of 检查: what is typed, the chips, a person, and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checklists.library import clause_of
from desktop.document import Document
from desktop.pages.questions import QuestionsPage
from tests.checklists.small_edition import DRILL, FAILURES, PLUG, RECALL
from tests.desktop.driving import StandInShell
from tests.desktop.question_pages import shown_page
from tests.desktop.small_file import make_small_file


@pytest.fixture
def page(
    qtbot: QtBot, tmp_path: Path, open_document: Callable[..., Document], shell: StandInShell
) -> QuestionsPage:
    """The page on a file in which nothing is answered yet."""
    return shown_page(qtbot, open_document(make_small_file(tmp_path / "河北某某.zhiping")), shell)


@pytest.mark.parametrize(
    ("text", "found"),
    [("插头", [PLUG]), ("召回 演练", [DRILL]), ("law-one", []), ("产品法", [RECALL, PLUG]), ("2017/1", None)],
)
def test_the_filter_finds_words_of_question_clause_and_regulation(
    page: QuestionsPage, text: str, found: list[str] | None
) -> None:
    page.tree.search.setText(text)
    shown = page.tree._index.shown(page.tree._wanted())
    if found is None:
        assert shown
        assert all(
            any(clause_of(ask) == "HE-2017/1" for ask in page.document.scope.by_id[i].basis) for i in shown
        )
    else:
        assert sorted(shown) == sorted(found)


def test_notes_are_found_too(page: QuestionsPage) -> None:
    page.document.answer(DRILL, note="去年十月演练")
    page.tree.search.setText("十月")
    assert DRILL in page.tree.tree.order()


def test_chips_narrow_and_the_item_being_answered_stays_in_sight(qtbot: QtBot, page: QuestionsPage) -> None:
    page.show_item(RECALL)
    page.tree.chips["unanswered"].setChecked(True)
    page.tree.chips["critical"].setChecked(True)
    order = page.tree.tree.order()
    assert order
    assert all(page.document.scope.by_id[i].critical for i in order)
    page.form.rate(1)
    with qtbot.waitSignal(page._count_soon.timeout):
        pass
    assert RECALL in page.tree.tree.order()
    page.go_to_next_open()
    assert RECALL not in page.tree.tree.order()


def test_chips_for_reasons_and_people_come_when_there_are_some(qtbot: QtBot, page: QuestionsPage) -> None:
    chips = page.tree.chips
    assert not chips["reason"].isVisible()
    assert not page.tree.person_chip.isVisible()
    page.document.answer(DRILL, status="not_applicable", person="品管部")
    with qtbot.waitSignal(page._count_soon.timeout):
        pass
    assert chips["reason"].isVisible()
    page.tree.choose_person("品管部")
    page.show_item(DRILL)
    assert page.tree.tree.order() == [DRILL]


def test_no_hit_offers_a_way_back(page: QuestionsPage) -> None:
    page.tree.search.setText("召会")
    assert page.tree.no_hit.isVisible()
    assert page.tree.no_hit.accessibleName() == "“召会”没有找到。"
    page.tree.no_hit.pressed.emit()
    assert not page.tree.no_hit.isVisible()
    assert len(page.tree.tree.order()) == len(page.document.scope.items)


def test_enter_in_the_filter_opens_the_first_hit(page: QuestionsPage) -> None:
    page.tree.search.setFocus()
    page.tree.search.setText("插头")
    QTest.keyClick(page.tree.search, Qt.Key.Key_Return)
    assert page.form.item == PLUG


def test_progress_counts_every_item(qtbot: QtBot, page: QuestionsPage) -> None:
    page.document.answer(RECALL, status="conform")
    page.document.answer(FAILURES, measure={"national": ("0", "4")})
    with qtbot.waitSignal(page._count_soon.timeout):
        pass
    total = len(page.document.scope.items)
    assert page.tree._progress.text() == f"2 / {total} 项已评"
    assert page.document.material.figures.answered == (2, total)
    assert str(total - 2) in page.footer._open.text()
