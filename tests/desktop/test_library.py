"""依据: everything is found, and from everything there is a way to what it hangs together with, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from checklists.compiling import current_edition
from checklists.library import Edition, clause_of
from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.navigation import RowButton
from desktop.controls.signs import Badge
from desktop.controls.texts import WrappedText
from desktop.document import Document
from desktop.pages.library import TABS, LibraryPage
from desktop.source_detail import SourceDetail, Tab
from desktop.source_entries import clause_entries, item_entries, regulation_entries
from exports.sources import Sources
from tests.desktop.driving import StandInShell
from tests.desktop.names import nameless

SOURCES = Sources(current_edition(), None)
LAW = "law-product-quality"


@pytest.fixture
def page(qtbot: QtBot, shell: StandInShell, document: Document) -> LibraryPage:
    """The page with the sample open."""
    return shown(qtbot, LibraryPage(document, shell))


def shown(qtbot: QtBot, page: LibraryPage, width: int = 1208) -> LibraryPage:
    qtbot.addWidget(page)
    page.resize(width, 716)
    with qtbot.waitExposed(page):
        page.show()
    page.enter()
    return page


def content(page: LibraryPage) -> QWidget:
    found = page.detail.widget()
    assert found is not None
    return found


def words(page: LibraryPage) -> str:
    """All that stands in the detail."""
    return "\n".join(text.text() for text in content(page).findChildren(WrappedText))


def links(page: LibraryPage) -> list[RowButton]:
    return content(page).findChildren(RowButton)


def click(page: LibraryPage, part: str) -> None:
    """Follow the first link of the detail that holds a text."""
    QTest.mouseClick(next(row for row in links(page) if part in row.text()), Qt.MouseButton.LeftButton)


def shown_ids(page: LibraryPage) -> set[str]:
    return {row.id for row in page.lists[page.tab].table.rows()}


def test_everything_is_there(page: LibraryPage, document: Document) -> None:
    edition = document.edition
    assert {tab: page.lists[tab].count for tab in TABS} == {
        "items": len(edition.items),
        "clauses": len(edition.clauses),
        "regulations": len(edition.regulations),
    }


def test_items_that_do_not_apply_are_listed_with_their_reason(page: LibraryPage, document: Document) -> None:
    excluded = document.scope.excluded[0]
    page.enter(excluded.id)
    assert page.tab == "items"
    assert "不适用：" in words(page)
    assert not [b for b in content(page).findChildren(Button) if b.text() == "去检查"]
    chip = next(c for c in page.lists["items"].chips if c.code == "no")
    chip.setChecked(True)
    assert shown_ids(page) == {s.id for s in document.scope.excluded}


def test_an_item_that_applies_leads_to_its_question(
    page: LibraryPage, document: Document, shell: StandInShell
) -> None:
    item = document.scope.items[0]
    page.enter(item.id)
    (go,) = [b for b in content(page).findChildren(Button) if b.text() == "去检查"]
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    assert shell.went == [("questions", item.id)]


@pytest.mark.parametrize("query", ["召回", "标识", "追溯", "gd-2016", "标准 公开"])
def test_two_characters_find_every_clause_that_holds_them_and_no_other(page: LibraryPage, query: str) -> None:
    page.field.setText(query)
    page.show_tab("clauses")
    found = set()
    for clause in page.document.edition.clauses.values():
        document = page.document.edition.documents[clause.document]
        texts = (clause.id, clause.heading, document.number, document.title, *(a.ask for a in clause.asks))
        if all(part in "\n".join(texts).casefold() for part in query.split()):
            found.add(clause.id)
    assert shown_ids(page) == found
    assert found


@given(st.data())
def test_any_part_of_what_is_asked_finds_it(data: st.DataObject) -> None:
    entries = {
        e.id: e for e in (*item_entries(SOURCES), *clause_entries(SOURCES), *regulation_entries(SOURCES))
    }
    edition = SOURCES.edition
    asked = [
        *((i.id, i.ask) for i in edition.items.values()),
        *((clause_of(a.id), a.ask) for a in edition.asks.values()),
        *((r.id, r.duty) for r in edition.regulations.values()),
    ]
    name, text = data.draw(st.sampled_from(asked))
    start = data.draw(st.integers(0, max(0, len(text) - 2)))
    assert entries[name].has(text[start : start + 2].casefold().split())


def test_the_row_of_a_clause_shows_the_ask_that_was_found(page: LibraryPage) -> None:
    ask = next(a for a in page.document.edition.asks.values() if a.id.endswith("#3"))
    page.show_tab("clauses")
    page.field.setText(ask.ask)
    assert ask.ask in {row.cells[1].caption for row in page.lists["clauses"].table.rows()}


def test_the_tabs_count_what_is_found(page: LibraryPage) -> None:
    page.field.setText("召回")
    for tab in TABS:
        assert page.tabs[tab].accessibleName().endswith(str(page.lists[tab].count))


def test_what_is_not_found_is_said_and_the_filter_cleared(page: LibraryPage) -> None:
    page.field.setText("召会")
    assert page.lists["items"].nothing.isVisible()
    assert page.lists["items"].nothing.accessibleName() == "“召会”没有找到。"
    page.lists["items"].nothing.pressed.emit()
    assert page.field.text() == ""
    assert page.lists["items"].count == len(page.document.edition.items)


def test_a_clause_leads_to_its_items_and_an_item_back_to_its_clause(page: LibraryPage) -> None:
    item = next(iter(page.document.edition.items.values()))
    ask = page.sources.stems[item.id][0].ask
    clause = clause_of(ask)
    page.enter(clause)
    assert page.document.edition.asks[ask].ask in words(page)
    click(page, item.ask)
    assert (page.tab, page.lists["items"].table.current()) == ("items", item.id)
    click(page, clause)
    assert (page.tab, page.lists["clauses"].table.current()) == ("clauses", clause)


def test_a_regulation_leads_to_the_items_that_it_makes_a_duty_and_back(page: LibraryPage) -> None:
    law = page.document.edition.regulations[LAW]
    item = next(i for i, cited in page.sources.citing[LAW] if cited.bond == "demands")
    page.enter(LAW)
    assert law.duty in words(page)
    click(page, page.document.edition.items[item].ask)
    assert page.lists["items"].table.current() == item
    click(page, law.title)
    assert (page.tab, page.lists["regulations"].table.current()) == ("regulations", LAW)


def test_the_way_back_leads_through_all_that_was_seen(page: LibraryPage) -> None:
    page.enter(LAW)
    item = page.sources.citing[LAW][0][0]
    click(page, page.document.edition.items[item].ask)
    clause = clause_of(page.sources.stems[item][0].ask)
    click(page, clause)
    QTest.keyClick(page.field, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (page.tab, page.lists["items"].table.current()) == ("items", item)
    page.detail.returned.emit()
    assert (page.tab, page.lists["regulations"].table.current()) == ("regulations", LAW)


def test_a_regulation_shows_standing_dates_and_that_it_has_to_be_checked(page: LibraryPage) -> None:
    doubtful = next(r for r in page.document.edition.regulations.values() if r.standing == "待核")
    page.enter(doubtful.id)
    badges = {badge.accessibleName() for badge in content(page).findChildren(Badge)}
    assert {"待核", doubtful.rank} <= badges
    assert f"状态截至 {page.document.edition.regulations_as_of}，使用前须到官方平台核对。" in words(page)
    assert page.document.edition.regulations_as_of in page.note.text()


def test_every_clause_bears_that_its_plan_has_run_out(page: LibraryPage) -> None:
    for clause in list(page.document.edition.clauses)[::40]:
        page.enter(clause)
        badges = {badge.accessibleName() for badge in content(page).findChildren(Badge)}
        assert "规划期至 2020" in badges


@pytest.mark.parametrize("tab", TABS)
def test_every_entry_can_be_shown(qtbot: QtBot, shell: StandInShell, tab: Tab) -> None:
    page = LibraryPage(None, shell)
    qtbot.addWidget(page)
    page.show_tab(tab)
    names = [row.id for row in page.lists[tab].table.rows()]
    for name in names:
        page.lists[tab].table.select(name)
        assert page._shown == (tab, name)


@pytest.fixture
def with_gaps() -> Sources:
    """Sources in which an ask has lost its items and another is waived."""
    body = json.loads(SOURCES.edition.body)
    (first, second, *_) = (a for c in body["documents"][0]["clauses"] for a in c.get("asks", ()))
    second["waived"] = "只对政府说"
    for part in (p for c in body["checklists"] for p in (*_items(c), *c.get("tightens", ()))):
        part["basis"] = [a for a in part["basis"] if a not in {first["id"], second["id"]}]
    return Sources(Edition(json.dumps(body).encode()), None)


def _items(checklist: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (i for s in checklist["sections"] for i in s["items"])


def test_every_ask_has_an_item() -> None:
    assert [e.id for e in clause_entries(SOURCES) if "open" in e.traits] == []


def test_what_no_item_covers_is_told_with_the_reason_where_there_is_one(
    qtbot: QtBot, look: Appearance, with_gaps: Sources
) -> None:
    clauses = [c for c in with_gaps.edition.clauses.values() if c.asks][:2]
    opened = {e.id for e in clause_entries(with_gaps) if "open" in e.traits}
    first, second = (a for c in clauses for a in c.asks[:2] if a.id not in with_gaps.covering)
    assert clause_of(first.id) in opened
    assert (with_gaps.waiver(first), with_gaps.waiver(second)) == ("", "只对政府说")
    detail = SourceDetail(look, with_gaps)
    qtbot.addWidget(detail)
    for ask, said in ((first, "还没有检查项"), (second, "不设检查项：只对政府说")):
        detail.show_clause(clause_of(ask.id), can_return=False)
        assert said in "\n".join(text.text() for text in detail.findChildren(WrappedText))


def test_a_clause_shows_the_figures_that_it_aims_at(page: LibraryPage) -> None:
    page.show_tab("clauses")
    page.enter("HE-2017/1.1")
    said = words(page)
    assert "消费品质量竞争力指数：≥ 82.8 指数，2020 年" in said
    assert "不是企业的合格线" in said
    page.enter("CN-2016-68/2.7.1")
    assert "不是企业的合格线" not in words(page)


def test_coverage_is_the_same_in_both_directions() -> None:
    forth = {(item, stem.ask) for item, stems in SOURCES.stems.items() for stem in stems}
    back = {(item, ask) for ask, items in SOURCES.covering.items() for item in items}
    asks = SOURCES.edition.asks
    followed = {(item, asks[ask].national) for item, ask in back - forth}
    assert forth <= back
    assert all(asks[ask].repeats for _, ask in back - forth)
    assert followed <= forth
    cited = {(item, c) for item, all_cited in SOURCES.cited.items() for c in all_cited}
    citing = {(item, c) for items in SOURCES.citing.values() for item, c in items}
    assert cited == citing
    assert {c.regulation for _, c in cited} <= set(SOURCES.edition.regulations)


def test_what_an_overlay_adds_says_where_it_comes_from() -> None:
    overlay = next(c for c in SOURCES.edition.checklists if c.overlay)
    added = overlay.tightens[0]
    stems = SOURCES.stems[added.item]
    assert overlay.title in {stem.origin for stem in stems if stem.ask in added.basis}


def test_a_change_of_the_profile_changes_what_applies(page: LibraryPage, document: Document) -> None:
    before = page.sources.applies(document.scope.excluded[0].id)
    elsewhere = document.dossier.profile._replace(region="guangdong")
    overlay = next(i for i, p in page.sources.items.items() if p.checklist.overlay == "hebei")
    assert (before, page.sources.applies(overlay)) == ("no", "yes")
    document.set_profile(elsewhere)
    assert page.sources.applies(overlay) == "no"


def test_it_can_be_read_without_a_file(qtbot: QtBot, shell: StandInShell) -> None:
    page = shown(qtbot, LibraryPage(None, shell))
    assert page.lists["items"].chips == []
    page.enter(next(iter(current_edition().items)))
    assert "适用：" not in words(page)


def test_english_says_what_is_in_chinese_only(qtbot: QtBot, shell: StandInShell) -> None:
    shell.preferences.set(language="en")
    page = shown(qtbot, LibraryPage(None, shell))
    page.enter(LAW)
    assert page.sources.edition.language == "en"
    assert "这一段只有中文。" in words(page)


def test_a_narrow_page_shows_the_list_or_what_is_read(qtbot: QtBot, shell: StandInShell) -> None:
    page = shown(qtbot, LibraryPage(None, shell), 760)
    assert (page.detail.isVisible(), page.stack.isVisible()) == (False, True)
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    QTest.keyClick(page.lists["items"].table, Qt.Key.Key_Return)
    assert (page.detail.isVisible(), page.stack.isVisible()) == (True, False)
    page.detail.returned.emit()
    assert (page.detail.isVisible(), page.stack.isVisible()) == (False, True)


def test_keys_lead_from_the_field_into_the_list(page: LibraryPage) -> None:
    assert page.filter_field() is page.field
    page.field.setText("召回")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    table = page.lists["items"].table
    assert table.current() == table.rows()[0].id


def test_every_control_has_a_name(page: LibraryPage) -> None:
    for where in ("", LAW, next(iter(page.document.edition.items)), "CN-2016-68/1.3"):
        page.enter(where)
        assert nameless(page) == []
