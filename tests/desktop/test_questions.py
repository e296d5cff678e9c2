"""检查 on a real file: from item to item, answering, filtering, looking things up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checklists.profile import Profile
from checklists.records import Records
from desktop.controls.texts import WrappedText
from desktop.document import Document
from desktop.pages.questions import QuestionsPage
from desktop.reference_cards import ClauseCard, RegulationRow
from tests.checklists.small_edition import DRILL, PLUG, PROCEDURE, RECALL
from tests.desktop.driving import StandInShell, saved
from tests.desktop.keyboard import commit, press
from tests.desktop.question_pages import shown_page
from tests.desktop.small_file import make_small_file

Open = Callable[..., Document]
Build = Callable[[Document], QuestionsPage]


@pytest.fixture
def build(qtbot: QtBot, shell: StandInShell) -> Build:
    """Builds the page on a document and shows it as in a window of 1280 x 800."""

    def build_it(document: Document) -> QuestionsPage:
        return shown_page(qtbot, document, shell)

    return build_it


@pytest.fixture
def small(tmp_path: Path, open_document: Open) -> Document:
    """A file in which nothing is answered yet, of which every item applies."""
    return open_document(make_small_file(tmp_path / "河北某某.zhiping"))


@pytest.fixture
def page(small: Document, build: Build) -> QuestionsPage:
    """The page on that file."""
    return build(small)


def focus() -> QWidget | None:
    return QApplication.focusWidget()


def key(key_: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    where = focus()
    assert where is not None
    QTest.keyClick(where, key_, modifier)


def item(page: QuestionsPage) -> str:
    return page.form.item


def items(document: Document) -> list[str]:
    return [s.id for s in document.scope.items]


def test_it_begins_at_the_first_open_item_with_the_focus_on_its_rating(page: QuestionsPage) -> None:
    assert item(page) == items(page.document)[0]
    assert page.tree.tree.current() == item(page)


def test_an_answer_is_shown_at_once_and_saved_then(qtbot: QtBot, page: QuestionsPage) -> None:
    page.show_item(RECALL)
    page.form.go_to_rating()
    states: list[str] = []
    page.document.saving.connect(lambda state, _: states.append(state))
    press(page.form.statuses["conform"], Qt.Key.Key_3, "3")
    assert page.form.statuses["nonconform"].isChecked()
    assert states == ["saving"]
    saved(qtbot, page.document)
    assert states[-1] == "saved"
    assert page.footer._state.text().startswith("已保存")
    with Records.open(page.document.path, write=False) as records:
        assert records.dossier().answer(RECALL).status == "nonconform"


def test_a_digit_in_the_tree_rates_the_item(page: QuestionsPage) -> None:
    page.show_item(DRILL)
    page.tree.tree.setFocus()
    press(page.tree.tree, Qt.Key.Key_2, "2")
    assert page.document.dossier.answer(DRILL).status == "partial"


def test_a_digit_in_the_filter_is_text(page: QuestionsPage) -> None:
    page.tree.search.setFocus()
    press(page.tree.search, Qt.Key.Key_2, "2")
    assert page.tree.search.text() == "2"
    assert not page.document.dossier.answers


def test_alt_and_a_digit_rates_from_the_note(page: QuestionsPage) -> None:
    page.show_item(RECALL)
    page.go_to_note()
    commit(page.form.texts.note, "只口头通知")
    key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    answer = page.document.dossier.answer(RECALL)
    assert (answer.status, answer.note) == ("nonconform", "只口头通知")
    assert focus() is page.form.texts.note


def test_f8_and_f7_go_to_open_items_round_the_end(page: QuestionsPage) -> None:
    order = items(page.document)
    assert order[3] == "routine-001"
    page.document.answer_many({i: {"status": "conform"} for i in order[4:6]})
    page.show_item(order[3])
    page.form.go_to_rating()
    key(Qt.Key.Key_F8)
    assert item(page) == order[6]
    assert focus() is page.form.statuses["conform"]
    key(Qt.Key.Key_F7)
    assert item(page) == order[3]
    page.show_item(order[0])
    page.form.go_to_rating()
    key(Qt.Key.Key_F7)
    assert item(page) == order[-1]


def test_what_is_put_off_comes_last(page: QuestionsPage) -> None:
    page.tree.search.setText("道工序")
    order = page.tree.tree.order()
    page.document.answer(order[1], later=True)
    page.show_item(order[0])
    page.go_to_next_open()
    assert item(page) == order[2]
    page.document.answer_many({i: {"status": "conform"} for i in (order[0], *order[2:])})
    page.go_to_next_open()
    assert item(page) == order[1]


def test_alt_and_arrows_go_to_any_item(page: QuestionsPage) -> None:
    order = items(page.document)
    page.document.answer(order[1], proof_ref="QP-14")
    page.show_item(order[0])
    page.go_to_note()
    key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert item(page) == order[1]
    key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert item(page) == order[0]


def test_ctrl_enter_saves_the_note_and_goes_on(page: QuestionsPage) -> None:
    page.show_item(RECALL)
    page.go_to_note()
    commit(page.form.texts.note, "当天停售")
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.document.dossier.answer(RECALL).note == "当天停售"
    assert item(page) == page.tree.next_open(RECALL, 1)
    assert page.form.texts.note.toPlainText() == ""


def test_f2_goes_to_the_end_of_the_note_and_esc_back(page: QuestionsPage) -> None:
    page.document.answer(RECALL, note="当天停售")
    page.show_item(RECALL)
    page.form.go_to_rating()
    key(Qt.Key.Key_F2)
    assert focus() is page.form.texts.note
    assert page.form.texts.note.textCursor().atEnd()
    key(Qt.Key.Key_Escape)
    assert focus() is page.form.statuses["conform"]


def test_who_comes_for_a_missing_reason_types_it(page: QuestionsPage) -> None:
    page.document.answer(RECALL, status="not_applicable")
    page.enter(RECALL)
    assert focus() is page.form.texts.note
    key(Qt.Key.Key_Escape)
    assert focus() is page.form.statuses["not_applicable"]
    page.document.answer(RECALL, note="只做样机")
    page.enter(RECALL)
    assert focus() is page.form.statuses["not_applicable"]


def test_esc_in_the_filter_empties_it_and_then_goes_back_to_the_item(page: QuestionsPage) -> None:
    page.tree.search.setFocus()
    page.tree.search.setText("插头")
    key(Qt.Key.Key_Escape)
    assert page.tree.search.text() == ""
    assert focus() is page.tree.search
    key(Qt.Key.Key_Escape)
    assert focus() in page.form.findChildren(QWidget)


def test_when_nothing_is_open_it_says_so(page: QuestionsPage, shell: StandInShell) -> None:
    page.tree.search.setText("召回")
    page.document.answer_many({i: {"status": "conform"} for i in page.tree.tree.order()})
    page.go_to_next_open()
    assert shell.said == ["筛选出的项都评过了。"]


def test_leaving_the_page_saves_what_is_being_typed(page: QuestionsPage) -> None:
    page.show_item(RECALL)
    page.go_to_note()
    commit(page.form.texts.note, "当天停售")
    page.leave()
    assert page.document.dossier.answer(RECALL).note == "当天停售"


def test_choosing_another_item_in_the_tree_saves_the_note_of_this_one(page: QuestionsPage) -> None:
    page.show_item(RECALL)
    page.go_to_note()
    commit(page.form.texts.note, "当天停售")
    page.tree.tree.select(PLUG)
    assert page.document.dossier.answer(RECALL).note == "当天停售"
    assert page.document.dossier.answer(PLUG).note == ""
    assert item(page) == PLUG


def test_undo_shows_the_former_answer(qtbot: QtBot, page: QuestionsPage) -> None:
    page.show_item(RECALL)
    page.form.rate(3)
    assert page.form.severity.isVisible()
    with qtbot.waitSignal(page.document.answered):
        page.document.undo()
    assert page.form.statuses["unanswered"].isChecked()
    assert not page.form.severity.isVisible()
    with qtbot.waitSignal(page.document.answered):
        page.document.redo()
    assert page.form.statuses["nonconform"].isChecked()


def test_what_the_rules_refuse_is_said_and_not_shown(page: QuestionsPage, shell: StandInShell) -> None:
    page.show_item(RECALL)
    page.form.given.emit(RECALL, {"status": "perfect"})
    assert [error.code for error in shell.failed] == ["unknown-status"]
    assert page.form.statuses["unanswered"].isChecked()


def test_a_whole_section_does_not_apply_for_one_reason(page: QuestionsPage, shell: StandInShell) -> None:
    page.document.answer(DRILL, status="conform")
    page.tree.tree.select("checklist recall")
    assert page.middle.currentWidget() is page.part
    (card,) = page.part.cards().values()
    assert not card.button.isEnabled()
    card.reason.setPlainText("本企业只做样机，不销售")
    QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)
    answers = page.document.dossier.answer
    assert [answers(i).status for i in (RECALL, PROCEDURE, DRILL)] == [
        "not_applicable",
        "not_applicable",
        "conform",
    ]
    assert answers(RECALL).note == "本企业只做样机，不销售"
    assert len(shell.said) == 1


def test_beside_a_whole_part_nothing_is_left_to_scroll(page: QuestionsPage, qtbot: QtBot) -> None:
    page.resize(1280, 360)
    page.show_item(RECALL)
    bar = page.reference.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    page.tree.tree.select("checklist recall")
    qtbot.waitUntil(lambda: not bar.isVisible())
    page.show_item(RECALL)
    qtbot.waitUntil(bar.isVisible)


def test_what_stands_beside_an_item_comes_when_the_page_has_been_painted(
    qtbot: QtBot, tmp_path: Path, open_document: Callable[..., Document], shell: StandInShell
) -> None:
    page = QuestionsPage(open_document(make_small_file(tmp_path / "河北某某.zhiping")), shell)
    qtbot.addWidget(page)
    page.enter(RECALL)
    QApplication.processEvents()
    assert page.reference.findChildren(ClauseCard) == []
    page.show()
    qtbot.waitUntil(lambda: len(page.reference.findChildren(ClauseCard)) == 1)


def test_clauses_and_regulations_are_one_click_from_the_library(
    page: QuestionsPage, shell: StandInShell
) -> None:
    page.show_item(RECALL)
    (card,) = [c for c in page.reference.findChildren(ClauseCard) if c.isVisibleTo(page)]
    rows = [r for r in page.reference.findChildren(RegulationRow) if r.isVisibleTo(page)]
    assert [r.regulation for r in rows] == ["law-one", "rule-two"]
    QTest.mouseClick(card.link, Qt.MouseButton.LeftButton)
    QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert shell.went == [("library", "XX-2016-1/1"), ("library", "rule-two")]


def test_history_is_read_when_it_is_opened(qtbot: QtBot, page: QuestionsPage, shell: StandInShell) -> None:
    page.show_item(RECALL)
    page.form.rate(3)
    saved(qtbot, page.document)
    page.reference.open("history")
    with qtbot.waitSignal(shell.tasks[-1].finished):
        pass
    lines = [text.text() for text in page.reference.findChildren(WrappedText) if text.isVisibleTo(page)]
    assert any("沈立言" in line or "周敏" in line for line in lines if "不符合" in line)


def test_an_unmet_item_leads_to_its_finding(page: QuestionsPage, shell: StandInShell) -> None:
    page.show_item(DRILL)
    page.form.rate(3)
    page.form.severity.action.click()
    finding = page.document.dossier.finding_of(DRILL)
    assert finding is not None
    assert shell.went == [("findings", finding.id)]


def test_narrow_pages_fold_the_columns(page: QuestionsPage) -> None:
    page.resize(1100, 700)
    assert page.tree.isVisible()
    assert not page.reference.isVisible()
    page.parts.show_reference("guide")
    assert page.reference.isVisible()
    page._escape()
    assert not page.reference.isVisible()
    page.resize(768, 464)
    assert not page.tree.isVisible()
    page.parts.tree_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert page.tree.isVisible()
    page.go_to_next_open()
    assert not page.tree.isVisible()
    page.resize(1208, 744)
    assert page.tree.isVisible()
    assert page.reference.isVisible()


def test_without_items_it_leads_to_the_profile(
    tmp_path: Path, open_document: Open, build: Build, shell: StandInShell
) -> None:
    document = open_document(make_small_file(tmp_path / "空.zhiping"))
    document.update_assessment(selection="sections:appliances-main")
    document.set_profile(Profile(name="某某"))
    assert not document.scope.items
    page = build(document)
    assert page.empty.isVisible()
    page.empty.pressed.emit()
    assert shell.went == [("profile", "")]


def test_another_profile_brings_other_items(page: QuestionsPage) -> None:
    page.show_item(PLUG)
    former = page.document.dossier.profile
    page.document.set_profile(former._replace(facts={**former.facts, "ccc": ("no",)}))
    assert PLUG not in page.tree.tree.order()
    assert item(page) != PLUG
    assert item(page) in items(page.document)


def test_where_leads_to_an_item_also_when_a_filter_hides_it(page: QuestionsPage) -> None:
    page.tree.search.setText("插头")
    page.enter(RECALL)
    assert item(page) == RECALL
    assert page.tree.tree.current() == RECALL


def test_every_control_has_a_name(document: Document, build: Build) -> None:
    page = build(document)
    unnamed = []
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name):
            unnamed.append(type(widget).__name__)
    assert unnamed == []


def test_a_file_that_is_only_looked_at_shows_and_changes_nothing(
    sample: Path, open_document: Open, build: Build, shell: StandInShell
) -> None:
    page = build(open_document(sample, write=False))
    page.form.rate(1)
    page.tree.tree.select("checklist recall")
    assert all(not card.button.isVisible() for card in page.part.cards().values())
    assert shell.failed == []
