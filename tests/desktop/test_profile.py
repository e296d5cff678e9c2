"""概况: what is typed and answered is saved, reflected in the list, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from checklists.profile import Profile
from checklists.records import Records
from desktop.controls.choices import Tile
from desktop.controls.fields import TextField
from desktop.document import Document
from desktop.interview import put
from desktop.interview_form import LineQuestion
from desktop.pages.profile import ProfilePage
from tests.desktop.driving import StandInShell, close, saved
from tests.desktop.names import nameless

COMPANY, PRODUCTS, DETAILS, CONFIRM = range(4)
ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(qtbot: QtBot, document: Document, shell: StandInShell) -> ProfilePage:
    """The page on the sample."""
    return shown(qtbot, document, shell)


@pytest.fixture
def fresh(qtbot: QtBot, tmp_path: Path, shell: StandInShell) -> Iterator[ProfilePage]:
    """The page on a new file, in which only the name is known."""
    document = Document.create(tmp_path / "新.zhiping", Profile(name="某某电器厂"), "周敏", "zh")
    yield shown(qtbot, document, shell)
    close(qtbot, document)


def shown(qtbot: QtBot, document: Document, shell: StandInShell, width: int = 1208) -> ProfilePage:
    page = ProfilePage(document, shell)
    qtbot.addWidget(page)
    page.resize(width, 715)
    page.show()
    page.enter()
    return page


def field(page: ProfilePage, name: str) -> TextField:
    """The field of an accessible name."""
    return next(f for f in page.findChildren(TextField) if f.accessibleName() == name)


def type_text(page: ProfilePage, name: str, text: str) -> None:
    """Type a text in place of another, as an input method does, and go on."""
    typed = field(page, name)
    typed.setFocus()
    typed.selectAll()
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(typed, event)
    page.next.setFocus()


def tile(page: ProfilePage, code: str) -> Tile:
    return next(t for question in page.products.questions for t in question.tiles if t.code == code)


def question(page: ProfilePage, fact: str) -> LineQuestion:
    return page.details.question(fact)


def answer(qtbot: QtBot, page: ProfilePage, fact: str, value: str) -> None:
    """Click the answer to a question; the list follows."""
    radio = next(r for r in question(page, fact).radios if r.code == value)
    with qtbot.waitSignal(page.panel.shown):
        radio.click()


def choose(qtbot: QtBot, page: ProfilePage, code: str) -> None:
    """Click a tile; the list follows."""
    with qtbot.waitSignal(page.panel.shown):
        tile(page, code).click()


def stored(page: ProfilePage) -> Profile:
    """The profile as it is in the file."""
    with Records.open(page.document.path, write=False) as records:
        return records.dossier().profile


def press(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def said(page: ProfilePage) -> str:
    return page.panel.strip.accessibleName() if not page.panel.strip.isHidden() else ""


def listed(page: ProfilePage, group: str) -> list[str]:
    """The items shown in a group of the list."""
    return [x.entry.item.id for x in page.panel.list.lines() if x.entry and x.group.id == group]


def test_a_text_is_saved_when_the_field_is_left(page: ProfilePage, qtbot: QtBot) -> None:
    type_text(page, "联系人", "温如玉")
    saved(qtbot, page.document)
    assert stored(page).contact == "温如玉"


def test_leaving_the_page_saves_what_is_being_typed(page: ProfilePage, qtbot: QtBot) -> None:
    typed = field(page, "地址")
    typed.setFocus()
    typed.setText("保定市新址")
    page.leave()
    saved(qtbot, page.document)
    assert stored(page).address == "保定市新址"


def test_the_credit_code_is_checked_as_it_is_typed(page: ProfilePage) -> None:
    typed = field(page, "统一社会信用代码")
    typed.setFocus()
    told = []
    for text in ("９１130605ma0cx4578r", "91130605MA0CX4578X", "91130605MA0CX457", "9113O605MA0CX4578R", ""):
        typed.setText(text)
        told.append(typed.accessibleDescription())
    assert told == ["校验正确", "校验位不符，逐位核对", "还差 2 位", "有不会出现的字符", ""]


def test_an_unfinished_code_is_wrong_once_it_is_left(page: ProfilePage) -> None:
    type_text(page, "统一社会信用代码", "91130605")
    assert field(page, "统一社会信用代码").accessibleDescription() == "现在 8 位，应为 18 位"


def test_a_code_is_kept_and_shown_in_its_plain_form(page: ProfilePage, qtbot: QtBot) -> None:
    type_text(page, "统一社会信用代码", " ９１130605 ma0cx4578r ")
    saved(qtbot, page.document)
    assert stored(page).credit_code == "91130605MA0CX4578R"
    assert field(page, "统一社会信用代码").text() == "91130605MA0CX4578R"


def test_the_size_follows_the_figures_and_the_trade(page: ProfilePage, qtbot: QtBot) -> None:
    strip = page.company.strip
    assert strip.accessibleName() == "按划型标准：小型企业"
    type_text(page, "从业人员", "１，200")
    type_text(page, "年营业收入", "45,000")
    assert strip.accessibleName() == "按划型标准：大型企业"
    saved(qtbot, page.document)
    assert (stored(page).staff, stored(page).turnover) == ("1200", "45000")


def test_the_size_can_be_overruled_and_left_to_the_standard_again(page: ProfilePage, qtbot: QtBot) -> None:
    by_code = {action.data(): action for action in page.company.sizes.actions()}
    with qtbot.waitSignal(page.panel.shown):
        by_code["large"].trigger()
    assert page.company.strip.accessibleName() == "手工指定：大型企业"
    assert said(page).startswith("规模算作大型后")
    with qtbot.waitSignal(page.panel.shown):
        by_code[""].trigger()
    assert page.company.strip.accessibleName() == "按划型标准：小型企业"


def test_what_is_no_number_says_so_and_the_former_one_stays(page: ProfilePage, qtbot: QtBot) -> None:
    type_text(page, "从业人员", "很多")
    assert page.company.strip.accessibleName().startswith("从业人员要写数字")
    assert field(page, "从业人员").property("error") is True
    type_text(page, "联系人", "温如玉")
    saved(qtbot, page.document)
    assert stored(page).staff == "45"
    assert field(page, "从业人员").text() == "很多"


def test_a_tile_adds_items_which_are_marked_and_stand_first(page: ProfilePage, qtbot: QtBot) -> None:
    before = set(page.document.scope.by_id)
    choose(qtbot, page, "online-seller")
    added = set(page.document.scope.by_id) - before
    assert added
    assert said(page) == f"勾选“网上卖货”后加入 {len(added)} 项"
    first = next(x for x in page.panel.list.lines() if x.kind == "item")
    assert first.entry
    assert first.entry.new
    marked = {x.entry.item.id for x in page.panel.list.lines() if x.entry and x.entry.new}
    assert marked == added


def test_the_last_answer_is_taken_back_by_one_click(page: ProfilePage, qtbot: QtBot) -> None:
    before = page.document.dossier.profile
    choose(qtbot, page, "online-seller")
    with qtbot.waitSignal(page.panel.shown):
        page.panel.strip.followed.emit()
    assert page.document.dossier.profile == before
    assert not tile(page, "online-seller").isChecked()
    assert said(page) == ""
    saved(qtbot, page.document)
    assert stored(page) == before


def test_taking_back_leaves_what_was_typed_since(page: ProfilePage, qtbot: QtBot) -> None:
    choose(qtbot, page, "online-seller")
    type_text(page, "联系人", "温如玉")
    choose(qtbot, page, "retailer")
    with qtbot.waitSignal(page.panel.shown):
        page.panel.strip.followed.emit()
    profile = page.document.dossier.profile
    assert profile.contact == "温如玉"
    assert profile.facts["role"] == ("manufacturer", "exporter", "online-seller")


def test_an_answer_that_drops_items_says_how_many(page: ProfilePage, qtbot: QtBot) -> None:
    before = len(page.document.scope.items)
    answer(qtbot, page, "food-contact", "no")
    dropped = before - len(page.document.scope.items)
    assert dropped > 0
    assert said(page) == f"答“否”后去掉 {dropped} 项"


def test_an_answer_that_drops_some_and_adds_others_says_both(page: ProfilePage, qtbot: QtBot) -> None:
    """Who has no CCC goods is asked for a voluntary certificate instead."""
    before = {s.id for s in page.document.scope.items}
    answer(qtbot, page, "ccc", "no")
    after = {s.id for s in page.document.scope.items}
    added, dropped = len(after - before), len(before - after)
    assert added
    assert dropped
    assert said(page) == f"答“否”后加入 {added} 项，去掉 {dropped} 项"


def test_not_sure_leaves_the_question_open(page: ProfilePage, qtbot: QtBot) -> None:
    answer(qtbot, page, "ccc", "")
    assert "ccc" not in page.document.dossier.profile.facts
    assert next(r for r in question(page, "ccc").radios if r.code == "").isChecked()
    assert listed(page, "open")
    page.go_to(CONFIRM)
    assert any("CCC" in row.text() for row in page.confirm.rows)


def test_a_question_is_asked_only_where_it_is_put(page: ProfilePage, qtbot: QtBot) -> None:
    page.go_to(DETAILS)
    collects = question(page, "collects-data")
    assert collects.isVisible()
    choose(qtbot, page, "food")
    tile(page, "appliances").click()
    assert not collects.isVisible()


def test_enter_on_an_item_goes_to_its_question(page: ProfilePage, shell: StandInShell) -> None:
    view = page.panel.list
    row = next(n for n, x in enumerate(view.lines()) if x.kind == "item")
    entry = view.lines()[row].entry
    view.setCurrentIndex(view.model().index(row, 0))
    QTest.keyClick(view, ENTER)
    assert entry
    assert shell.went == [("questions", entry.item.id)]


def test_enter_goes_from_field_to_field_and_to_the_next_step(page: ProfilePage) -> None:
    assert field(page, "企业名称").hasFocus()
    visited: list[QWidget | None] = []
    while page.stack.currentIndex() == COMPANY:
        assert QApplication.focusWidget() not in visited
        visited.append(QApplication.focusWidget())
        press(ENTER)
    assert {f for f in page.company.findChildren(QLineEdit) if f.isVisibleTo(page.company)} <= set(visited)
    assert page.stack.currentIndex() == PRODUCTS
    assert tile(page, "appliances").hasFocus()


def test_everything_is_answered_by_keys_alone(fresh: ProfilePage, shell: StandInShell) -> None:
    page = fresh
    QTest.keyClicks(field(page, "企业名称"), " Ltd")
    page.go_to(PRODUCTS)
    press(Qt.Key.Key_Space)
    while not tile(page, "manufacturer").hasFocus():
        press(ENTER)
    press(Qt.Key.Key_Space)
    while page.stack.currentIndex() == PRODUCTS:
        press(ENTER)
    while page.stack.currentIndex() == DETAILS:
        press(Qt.Key.Key_Space)
        press(ENTER)
    while not page.next.hasFocus():
        press(ENTER)
    QTest.keyClick(page.next, Qt.Key.Key_Space)
    profile = page.document.dossier.profile
    assert profile.facts["domain"] == ("appliances",)
    assert profile.facts["role"] == ("manufacturer",)
    asked = put(page.document.edition, profile)
    answered = {q.fact: profile.facts.get(q.fact) for q in page.details.questions if q.fact in asked}
    assert answered
    assert set(answered.values()) == {("yes",)}
    assert shell.went == [("questions", "")]


def test_the_last_step_leads_to_what_is_missing(fresh: ProfilePage) -> None:
    page = fresh
    page.go_to(CONFIRM)
    texts = [row.text() for row in page.confirm.rows]
    assert "缺所在地区" in texts
    row = page.confirm.rows[texts.index("缺质量负责人或首席质量官")]
    row.click()
    assert page.stack.currentIndex() == COMPANY
    assert field(page, "质量负责人").hasFocus()


@pytest.mark.parametrize(
    ("where", "step"),
    [
        ("name", COMPANY),
        ("in_charge", COMPANY),
        ("region", COMPANY),
        ("size", COMPANY),
        ("domain", PRODUCTS),
        ("ccc", DETAILS),
    ],
)
def test_the_page_opens_at_a_field_or_a_fact(page: ProfilePage, where: str, step: int) -> None:
    page.enter(where)
    focus = QApplication.focusWidget()
    assert page.stack.currentIndex() == step
    assert focus is not None
    assert page.stack.isAncestorOf(focus)


def test_steps_are_ticked_when_they_are_complete(page: ProfilePage, qtbot: QtBot) -> None:
    page.go_to(CONFIRM)
    assert [s.state for s in page.steps._steps] == ["done", "done", "done", "now"]
    answer(qtbot, page, "ccc", "")
    assert [s.state for s in page.steps._steps] == ["done", "done", "open", "now"]


def test_the_assessment_is_named_and_dated(page: ProfilePage, qtbot: QtBot) -> None:
    page.go_to(CONFIRM)
    type_text(page, "评估名称", "2026 年第二次自评")
    type_text(page, "完成日期", "2026-13-40")
    assert field(page, "完成日期").property("error") is True
    type_text(page, "完成日期", "2026-11-20")
    assert field(page, "完成日期").property("error") is False
    saved(qtbot, page.document)
    with Records.open(page.document.path, write=False) as records:
        kept = records.dossier().assessment
    assert (kept.title, kept.ended_on) == ("2026 年第二次自评", "2026-11-20")


def test_a_quick_assessment_shortens_the_list(page: ProfilePage, qtbot: QtBot) -> None:
    page.go_to(CONFIRM)
    before = len(page.document.scope.items)
    with qtbot.waitSignal(page.panel.shown):
        page.confirm.selection.chosen.emit("quick")
    assert 0 < len(page.document.scope.items) < before
    told = page.confirm._summary.accessibleName()
    assert told.startswith(f"适用 {before} 项，这次检查其中 {len(page.document.scope.items)} 项：")


def test_undo_elsewhere_is_shown_here(page: ProfilePage, qtbot: QtBot) -> None:
    type_text(page, "联系人", "温如玉")
    choose(qtbot, page, "online-seller")
    saved(qtbot, page.document)
    with qtbot.waitSignal(page.panel.shown):
        page.document.undo()
    assert not tile(page, "online-seller").isChecked()
    assert field(page, "联系人").text() == "温如玉"


def test_in_a_narrow_window_form_and_list_take_turns(
    qtbot: QtBot, document: Document, shell: StandInShell
) -> None:
    page = shown(qtbot, document, shell, width=768)
    assert not page.panel.isVisible()
    page.show_list.click()
    assert page.panel.isVisible()
    assert not page.steps.isVisible()
    assert page.panel.width() <= 768
    page.panel.back.click()
    assert page.steps.isVisible()


def test_a_file_that_is_only_looked_at_cannot_be_changed(
    qtbot: QtBot, sample: Path, open_document: Callable[..., Document], shell: StandInShell
) -> None:
    page = shown(qtbot, open_document(sample, write=False), shell)
    page.go_to(PRODUCTS, focus=False)
    assert all(f.isReadOnly() for f in page.company.findChildren(TextField))
    QTest.mouseClick(tile(page, "online-seller"), Qt.MouseButton.LeftButton)
    assert not tile(page, "online-seller").isChecked()
    page.go_to(CONFIRM, focus=False)
    assert all(f.isReadOnly() for f in page.confirm.findChildren(TextField))


def test_every_control_has_a_name(page: ProfilePage) -> None:
    for step in (COMPANY, PRODUCTS, DETAILS, CONFIRM):
        page.go_to(step)
        assert nameless(page) == []
