"""整改: what is typed is saved at once, only what others have verified is closed, all can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from checklists.assessment import Action, Finding
from checklists.records import Records
from desktop.document import Document
from desktop.due_work import left_to_improve
from desktop.pages import make_page
from desktop.pages.findings import FindingsPage
from desktop.record_table import RecordTable
from tests.desktop.driving import LABEL, PROCEDURE, PUBLISHED, StandInShell, numbered, saved, write, written

TODAY = date(2026, 11, 22)


@pytest.fixture
def dated(document: Document) -> Document:
    """The sample on a day on which nothing is overdue."""
    document.material = document.material._replace(today=TODAY)
    return document


@pytest.fixture
def show(qtbot: QtBot, shell: StandInShell) -> Callable[..., FindingsPage]:
    """Shows the page of a document at a place."""

    def build(document: Document, where: str = "", width: int = 1208, height: int = 716) -> FindingsPage:
        page = make_page("findings", document, shell)
        assert isinstance(page, FindingsPage)
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitActive(page):
            page.show()
        page.enter(where)
        return page

    return build


@pytest.fixture
def page(show: Callable[..., FindingsPage], dated: Document) -> FindingsPage:
    """The page of the sample at its gravest finding."""
    return show(dated)


def finding(document: Document, item: str) -> Finding:
    found = document.dossier.finding_of(item)
    assert found is not None
    return found


def actions(document: Document, item: str) -> list[Action]:
    return [a for a in document.dossier.actions if a.finding == finding(document, item).id]


def numbers(page: FindingsPage) -> list[str]:
    return [row.cells[1].text for row in page.list.table.rows()]


def of(page: FindingsPage, *items: str) -> list[str]:
    return numbered(page.document.material, *items)


def test_table_names_grade_number_owner_due_date_and_state(page: FindingsPage) -> None:
    first = page.list.table.rows()[0].cells
    told = [c.name or c.text for c in first[:2]] + [c.name or c.text for c in first[3:]]
    assert told == ["严重不符合", *of(page, LABEL), "祁文博", "2026-12-05", "进行中"]
    assert numbers(page) == of(page, LABEL, PROCEDURE, PUBLISHED)
    assert page.current is not None
    assert page.current.finding.item == LABEL


def test_overdue_ones_stand_out_and_have_a_chip(
    show: Callable[..., FindingsPage], document: Document
) -> None:
    document.material = document.material._replace(today=date(2026, 12, 2))
    page = show(document)
    late = page.list.table.rows()[1].cells[4]
    assert (late.after, late.tone) == ("逾期 2 天", "bad")
    page.list.chips["overdue"].click()
    assert numbers(page) == of(page, PROCEDURE)
    assert page.form.head.due.accessibleName() == "期限 2026-11-30，已逾期 2 天"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("all", [LABEL, PROCEDURE, PUBLISHED]),
        ("running", [LABEL, PROCEDURE]),
        ("open", [PUBLISHED]),
        ("closed", []),
    ],
)
def test_chips_count_and_filter(page: FindingsPage, code: str, shown: list[str]) -> None:
    chip = page.list.chips[code]
    chip.click()
    assert numbers(page) == of(page, *shown)
    assert chip.accessibleName().endswith(str(len(shown)))
    assert page.list.empty.isVisible() == (not shown)


def test_every_field_of_an_action_reaches_the_file(qtbot: QtBot, page: FindingsPage, dated: Document) -> None:
    form = page.form.forms[0]
    texts = {"cause": "没有流程", "correction": "追回", "measure": "定流程", "owner": "李雪梅",
             "progress": "在办", "verification": "抽查十箱", "verified_by": "何总"}  # fmt: skip
    for name, text in texts.items():
        write(form, name, text)
    form.due.setFocus()
    QTest.keyClicks(form.due, "20270115")
    QTest.keyClick(form.due, Qt.Key.Key_Return)
    saved(qtbot, dated)
    with Records.open(dated.path, write=False) as records:
        kept = next(a for a in records.dossier().actions if a.id == form.action.id)
    assert {name: getattr(kept, name) for name in texts} == texts
    assert kept.due == "2027-01-15"
    assert page.list.table.rows()[0].cells[3].text == "李雪梅"


def test_due_date_can_be_taken_away(page: FindingsPage, dated: Document) -> None:
    due = page.form.forms[0].due
    due.setFocus()
    QTest.keyClick(due, Qt.Key.Key_Delete)
    assert actions(dated, "label-complete")[0].due == ""


def test_first_field_makes_the_action_and_the_next_ones_change_it(
    show: Callable[..., FindingsPage], dated: Document
) -> None:
    page = show(dated, "standards-published")
    assert actions(dated, "standards-published") == []
    write(page.form.forms[0], "cause", "换版没有人管")
    write(page.form.forms[0], "measure", "列出全部型号")
    made = actions(dated, "standards-published")
    assert [(a.cause, a.measure) for a in made] == [("换版没有人管", "列出全部型号")]
    assert len(page.form.forms) == 1


def test_a_finding_can_have_several_actions(page: FindingsPage, dated: Document) -> None:
    page.form.more.click()
    assert len(page.form.forms) == 2
    write(page.form.forms[1], "measure", "培训仓库")
    assert [a.measure for a in actions(dated, "label-complete")][1:] == ["培训仓库"]
    page.form.forms[1].remove_button.click()
    assert len(actions(dated, "label-complete")) == 1
    assert len(page.form.forms) == 1


def test_undo_takes_an_action_back_and_its_form_is_empty_again(
    qtbot: QtBot, show: Callable[..., FindingsPage], dated: Document
) -> None:
    page = show(dated, "standards-published")
    write(page.form.forms[0], "cause", "换版没有人管")
    saved(qtbot, dated)
    dated.undo()
    saved(qtbot, dated)
    assert actions(dated, "standards-published") == []
    assert written(page.form.forms[0], "cause") == ""


def test_text_in_composition_is_not_overwritten_nor_saved(page: FindingsPage, dated: Document) -> None:
    field = page.form.forms[0].field("progress")
    before = actions(dated, "label-complete")[0].progress
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(field, QInputMethodEvent("jinzhan", []))
    dated.save_finding(finding(dated, "label-complete").id, facts="另一个人写的")
    assert actions(dated, "label-complete")[0].progress == before
    commit = QInputMethodEvent("", [])
    commit.setCommitString("，标签已到")
    QApplication.sendEvent(field, commit)
    page.leave()
    assert actions(dated, "label-complete")[0].progress == before + "，标签已到"


def test_an_action_is_closed_only_when_somebody_else_has_verified_it(
    page: FindingsPage, dated: Document, shell: StandInShell
) -> None:
    form = page.form.forms[0]
    assert not form.close_button.isEnabled()
    write(form, "verification", "抽查十箱，标签齐全")
    write(form, "verified_by", "祁文博")
    assert not form.close_button.isEnabled()
    assert form.hint.text() == "验证人不能是负责人自己。"
    write(form, "verified_by", "何总")
    form.close_button.click()
    assert actions(dated, "label-complete")[0].closed_on == "2026-11-22"
    assert form.field("cause").isReadOnly()
    assert shell.said == ["措施已关闭"]
    form.close_button.click()
    assert actions(dated, "label-complete")[0].closed_on == ""


def test_a_finding_is_closed_after_its_actions_and_can_be_opened_again(
    page: FindingsPage, dated: Document
) -> None:
    assert not page.close_button.isEnabled()
    assert page.why.text() == "先关闭每一条措施。"
    form = page.form.forms[0]
    write(form, "verification", "抽查十箱")
    write(form, "verified_by", "何总")
    form.close_button.click()
    page.close_button.click()
    assert finding(dated, "label-complete").closed_on == "2026-11-22"
    assert numbers(page)[-1:] == of(page, LABEL)
    assert page.form.facts.isReadOnly()
    page.close_button.click()
    assert finding(dated, "label-complete").closed_on == ""


def test_a_duty_is_not_closed_without_an_action(show: Callable[..., FindingsPage], dated: Document) -> None:
    page = show(dated, "standards-published")
    assert not page.close_button.isEnabled()
    assert page.close_button.toolTip() == "先写一条措施，验证后关闭。"


def test_grade_is_proposed_overruled_and_given_back(page: FindingsPage, dated: Document) -> None:
    grades = page.form.grades
    assert grades.button("major").isChecked()
    assert "严重不符合" in grades.note.text()
    grades.button("minor").click()
    assert finding(dated, "label-complete").grade == "minor"
    assert "已由人改定" in grades.note.text()
    grades.button("major").click()
    assert finding(dated, "label-complete").grade == ""


def test_facts_begin_with_the_note_of_the_answer(show: Callable[..., FindingsPage], dated: Document) -> None:
    dated.save_finding(finding(dated, "label-complete").id, facts="")
    page = show(dated)
    assert page.form.facts.placeholderText() == dated.dossier.answer("label-complete").note
    page.form.facts.setFocus()
    page.form.facts.setPlainText("62 箱没有中文标签")
    page.leave()
    assert finding(dated, "label-complete").facts == "62 箱没有中文标签"


def test_way_back_to_the_question(page: FindingsPage, shell: StandInShell) -> None:
    assert page.form.head.source.text() == f"来自 {of(page, LABEL)[0]}"
    page.form.head.source.click()
    assert shell.went == [("questions", "label-complete")]


def test_an_observation_of_no_item_is_written_down_and_deleted(
    page: FindingsPage, dated: Document, shell: StandInShell
) -> None:
    page.list.add.click()
    form = page.observation
    assert not form.make.isEnabled()
    form.facts.setPlainText("客诉分类过粗")
    form.make.click()
    made = dated.dossier.findings[-1]
    assert (made.item, made.facts, made.opened_as) == ("", "客诉分类过粗", "observation")
    assert page.current is not None
    assert page.current.finding == made
    assert page.close_button.isEnabled()
    page.remove_button.click()
    assert made not in dated.dossier.findings
    assert shell.said == ["观察项已记下", "已删除"]


def test_an_observation_of_an_item_beside_its_finding(page: FindingsPage) -> None:
    page.list.add.click()
    page.observation.item.choose("label-complete")
    page.observation.facts.setPlainText("字号偏小")
    page.observation.make.click()
    assert numbers(page) == of(page, LABEL, PROCEDURE, PUBLISHED, LABEL)


def test_an_observation_can_be_given_up(page: FindingsPage, dated: Document) -> None:
    before = dated.dossier.findings
    page.list.add.click()
    next(b for b in page.observation.findChildren(QAbstractButton) if b.text() == "不记").click()
    assert dated.dossier.findings == before
    assert page.form.isVisible()


def test_an_improvement_is_taken_up_by_keyboard(page: FindingsPage, dated: Document) -> None:
    listed = page.list.improvements
    left = [s.number for s in left_to_improve(dated.material)]
    assert [row.cells[0].text for row in listed.rows()] == left
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Down)
    item = listed.current()
    QTest.keyClick(listed, Qt.Key.Key_Return)
    taken = finding(dated, item)
    assert taken.opened_as == "improvement"
    assert page.current is not None
    assert page.current.finding == taken
    assert item not in [row.id for row in listed.rows()]
    assert page.form.isAncestorOf(page.focusWidget())


def test_enter_goes_from_the_table_into_the_form(page: FindingsPage) -> None:
    QTest.keyClick(page.list.table, Qt.Key.Key_Down)
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.form.forms[0].field("cause").hasFocus()
    assert page.form.forms[0].action.owner == "沈立言"


@pytest.mark.parametrize("where", ["recall-procedure", "finding"])
def test_page_opens_at_a_finding_or_its_item(
    show: Callable[..., FindingsPage], dated: Document, where: str
) -> None:
    one = finding(dated, "recall-procedure").id
    page = show(dated, one if where == "finding" else where)
    assert page.list.table.current() == one


def test_page_opens_at_an_improvement(show: Callable[..., FindingsPage], dated: Document) -> None:
    page = show(dated, "recall-drill")
    assert page.list.improvements.current() == "recall-drill"
    assert page.list.take_up.isEnabled()


def test_a_finding_stays_shown_when_it_is_written_and_gets_its_id(
    qtbot: QtBot, show: Callable[..., FindingsPage], dated: Document
) -> None:
    duty = next(
        s.id for s in dated.scope.items if s.is_duty and dated.dossier.answer(s.id).status == "conform"
    )
    dated.answer(duty, status="nonconform")
    page = show(dated, duty)
    saved(qtbot, dated)
    assert page.current is not None
    assert page.current.finding.id == finding(dated, duty).id
    write(page.form.forms[0], "measure", "补上")
    assert [a.measure for a in actions(dated, duty)] == ["补上"]


def test_a_file_that_is_only_read_offers_nothing_to_change(
    show: Callable[..., FindingsPage], sample: Path, open_document: Callable[..., Document]
) -> None:
    page = show(open_document(sample, write=False))
    assert page.form.facts.isReadOnly()
    assert not page.list.add.isVisible()
    assert not page.close_button.isVisible()
    assert all(form.field("cause").isReadOnly() for form in page.form.forms)


def test_no_findings_say_what_is_left(
    show: Callable[..., FindingsPage], dated: Document, shell: StandInShell
) -> None:
    for one in dated.dossier.findings:
        dated.remove_finding(one.id)
    others = [s.id for s in dated.scope.items if not s.is_duty and not s.is_measure]
    dated.answer_many({item: {"status": "unanswered"} for item in others[:2]})
    page = show(dated)
    assert page.list.empty.accessibleName() == "没有审核发现。还有 2 项未评。"
    next(b for b in page.list.empty.findChildren(QAbstractButton) if b.isVisible()).click()
    assert shell.went[-1][0] == "questions"


@pytest.mark.parametrize(("width", "beside"), [(1208, True), (1021, True), (768, False)])
def test_form_stands_beside_the_table_or_under_it(
    show: Callable[..., FindingsPage], dated: Document, width: int, beside: bool
) -> None:
    page = show(dated, "", width, 436)
    left = page.close_button.mapTo(page, page.close_button.rect().topLeft()).x()
    assert (left > page.list.geometry().right()) == beside
    assert page.height() == 436


def test_every_control_has_a_name(page: FindingsPage) -> None:
    page.form.more.click()
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, RecordTable, QAbstractSpinBox)
    inner = ("qt_spinbox_lineedit", "qt_calendar")
    found: list[QWidget] = [w for kind in kinds for w in page.findChildren(kind)]
    QCoreApplication.processEvents()
    nameless = [
        w for w in found if w.isVisible() and not w.accessibleName() and not w.objectName().startswith(inner)
    ]
    assert nameless == []
