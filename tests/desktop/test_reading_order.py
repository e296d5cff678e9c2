"""Tab goes through a page as it is read, also through what was put there later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.document import Document
from desktop.pages.profile import ProfilePage
from desktop.pages.questions import QuestionsPage
from desktop.reading_order import tab_as_read
from desktop.tree_panel import CHECKLIST
from tests.checklists.small_edition import RECALL
from tests.desktop.driving import StandInShell
from tests.desktop.question_pages import shown_page
from tests.desktop.small_file import make_small_file


def stops(qtbot: QtBot, root: QWidget, *among: QWidget) -> list[QWidget]:
    """In which order Tab comes to these widgets, from the first of them on."""
    with qtbot.waitActive(root):
        root.show()
        root.activateWindow()
    among[0].setFocus()
    found: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and now not in found:
        found.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return [widget for widget in found if widget in among]


def test_the_order_is_that_of_the_layouts_whatever_was_made_first(qtbot: QtBot) -> None:
    page, side, scroll, inside, stack = QWidget(), QWidget(), QScrollArea(), QWidget(), QStackedWidget()
    qtbot.addWidget(page)
    last, first, third, second, fourth = (QLineEdit(page) for _ in range(5))
    asides = [QLineEdit(page) for _ in range(2)]
    upper = QHBoxLayout()
    for field in (first, second):
        upper.addWidget(field)
    column = QVBoxLayout(page)
    column.addLayout(upper)
    scroll.setWidget(inside)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    QVBoxLayout(inside).addWidget(third)
    stack.addWidget(fourth)
    for widget in (scroll, stack, last):
        column.addWidget(widget)
    row = QHBoxLayout(side)
    for field in asides:
        row.addWidget(field)
    side.setParent(page)
    tab_as_read(page, side)
    in_order = [first, second, third, fourth, last, *asides]
    assert stops(qtbot, page, *in_order) == in_order


def small_page(
    qtbot: QtBot, tmp_path: Path, open_document: Callable[..., Document], shell: StandInShell
) -> QuestionsPage:
    return shown_page(qtbot, open_document(make_small_file(tmp_path / "河北某某.zhiping")), shell)


def test_an_attachment_stands_between_the_buttons_and_the_place_to_drop_more(
    qtbot: QtBot, tmp_path: Path, open_document: Callable[..., Document], shell: StandInShell
) -> None:
    page = small_page(qtbot, tmp_path, open_document, shell)
    page.show_item(RECALL)
    for name in ("一.txt", "二.txt"):
        with qtbot.waitSignal(page.document.evidence_changed):
            page.document.add_evidence(RECALL, b"x", name)
    shown = page.form.evidence
    first, second = shown._thumbnails.values()
    qtbot.waitUntil(second.isVisible)
    in_order = [page.tree.tree, shown._paste, first, second, shown.drop, page.footer.on]
    assert stops(qtbot, page, *in_order) == in_order


def test_what_an_answer_brings_stands_between_the_rating_and_the_footer(
    qtbot: QtBot, tmp_path: Path, open_document: Callable[..., Document], shell: StandInShell
) -> None:
    page = small_page(qtbot, tmp_path, open_document, shell)
    page.grab()
    page.show_item(RECALL)
    page.form.rate(3)
    form, texts = page.form, page.form.texts
    texts.fold.setChecked(True)
    in_order = [
        page.tree.tree,
        form.statuses["nonconform"],
        form.severity.action,
        texts.note,
        texts.fold,
        texts.internal,
        page.footer.on,
    ]
    qtbot.waitUntil(lambda: stops(qtbot, page, *in_order) == in_order)


def test_the_questions_of_a_step_come_before_its_buttons(
    qtbot: QtBot, document: Document, shell: StandInShell
) -> None:
    page = ProfilePage(document, shell)
    qtbot.addWidget(page)
    page.grab()
    page.go_to(2, focus=False)
    question = next(q for q in page.details.questions if q.radios and not q.isHidden())
    in_order = [page.steps._steps[0], next(r for r in question.radios if r.isChecked()), page.previous]
    assert stops(qtbot, page, *in_order) == in_order


def test_the_cards_of_a_checklist_come_before_the_footer(
    qtbot: QtBot, tmp_path: Path, open_document: Callable[..., Document], shell: StandInShell
) -> None:
    page = small_page(qtbot, tmp_path, open_document, shell)
    page.tree.tree.part_chosen.emit(CHECKLIST + page.document.scope.items[0].checklist.id)
    card = next(iter(page.part.cards().values()))
    card.reason.setPlainText("这一部分与本企业无关")
    in_order = [page.tree.tree, card.reason, card.button, page.footer.on]
    assert stops(qtbot, page, *in_order) == in_order
