"""总览: where the enterprise stands, what to do first, what is missing before handing in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.controls.buttons import Button, PaintedButton
from desktop.controls.panels import EmptyState
from desktop.document import Document
from desktop.pages import Page, PageName, Shell
from desktop.summary_cards import (
    BenchmarkCard,
    FirstCard,
    GapsCard,
    KeyCard,
    PointsCard,
    ProgressCard,
    SummaryCard,
    TopicsCard,
)
from desktop.tokens import GAP, MARGIN
from desktop.translation import translate
from exports.material import Material
from exports.summary import key_figures, lead

#: From these widths of the page on (at the normal font size) the cards stand in three, in two columns.
_WIDE: Final = 1080
_MIDDLE: Final = 720
#: A row of cards with their shares of the width.
_Row = tuple[tuple[SummaryCard, int], ...]


class SummaryPage(Page):
    """The summary of the open file; every card leads to the place where its matter is dealt with."""

    def __init__(self, document: Document | None, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(document, shell, parent)
        self._columns = 3
        self._rated = False
        self._stale = True
        self.empty = EmptyState(shell.appearance, "chart", "", translate("Summary", "开始评定"))
        self.empty.pressed.connect(self._begin)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea()
        outer.addWidget(self._scroll)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._board = QWidget()
        self._scroll.setWidget(self._board)
        self._build_cards(self.document.material)
        for part in (self.empty, *self._cards):
            part.setParent(self._board)
        self._rows: list[QHBoxLayout] = []
        self._column = QVBoxLayout(self._board)
        self._column.setContentsMargins(MARGIN, 14, MARGIN, 10)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.empty)
        self._column.addStretch(1)
        self.setAccessibleName(translate("Summary", "总览"))
        self._follow()
        self.show_material()

    def _build_cards(self, material: Material) -> None:
        look, words = self.shell.appearance, material.words
        self.progress = ProgressCard(look)
        self.duties = KeyCard(look, words("key-duties"))
        self.index = KeyCard(look, words("key-index"))
        self.grade = KeyCard(look, words("key-grade"))
        self.topics = TopicsCard(look)
        self.gaps = GapsCard(look, words("gaps"))
        self.first = FirstCard(look, words("first-title"))
        self.benchmarks = BenchmarkCard(look, words("benchmarks-title"), words("benchmarks-note"))
        self.points = PointsCard(look)
        self._cards: tuple[SummaryCard, ...] = (
            self.progress, self.duties, self.index, self.grade,
            self.topics, self.gaps, self.first, self.benchmarks, self.points,
        )  # fmt: skip
        for card in self._cards:
            card.went.connect(self._go)

    def _follow(self) -> None:
        document = self.document
        for changed in (
            document.figures_changed,
            document.findings_changed,
            document.scope_changed,
            document.profile_changed,
        ):
            changed.connect(self._changed)

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.show_material()

    def _go(self, page: str, where: str) -> None:
        self.shell.go(cast("PageName", page), where)

    def _begin(self) -> None:
        self.shell.go("questions")

    def enter(self, where: str = "") -> None:
        """Show the figures as they are now; there are no places on this page."""
        if self._stale or where:
            self.show_material()
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.focusNextChild()

    def panes(self) -> tuple[QWidget, ...]:
        """All of it is one pane."""
        return (self._scroll,)

    def show_material(self) -> None:
        """Show the material as it is now."""
        material = self.document.material
        self._stale = False
        self._rated = bool(material.figures.everything.rated)
        if self._rated:
            self._show_key_figures(material)
            for card in (self.progress, self.topics, self.gaps, self.first, self.benchmarks, self.points):
                card.show_material(material)
        self.empty.set_content("chart", _nothing_rated(material), translate("Summary", "开始评定"))
        self._arrange()
        self._order_tabs()
        self.setAccessibleDescription(lead(material))

    def _order_tabs(self) -> None:
        """Have Tab go from card to card, and in each to its button last; rows come after it when made."""
        before: QWidget = self._scroll
        for card in self._cards:
            stops = [b for b in card.findChildren(PaintedButton) if not b.isHidden()]
            for stop in sorted(stops, key=lambda b: isinstance(b, Button)):
                QWidget.setTabOrder(before, stop)
                before = stop

    def _show_key_figures(self, material: Material) -> None:
        duties, index, grade = key_figures(material).figures
        provisional = material.figures.provisional
        self.duties.show_figure(duties.figure, duties.unit, duties.lines, provisional=provisional)
        self.index.show_figure(index.figure, "/ 100", index.lines[1:], provisional=provisional)
        self.grade.show_figure(grade.figure, "", (grade.reason,), small=grade.small)
        self.grade.setToolTip(material.edition.scale["grade_rules"]["text"])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        measure = self.shell.appearance.measure
        width = self.width()
        columns = 3 if width >= measure(_WIDE) else 2 if width >= measure(_MIDDLE) else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _shelves(self) -> Sequence[_Row]:
        """The cards row by row."""
        if self._columns == 3:
            return (
                ((self.progress, 392), (self.duties, 290), (self.index, 222), (self.grade, 208)),
                ((self.topics, 376), (self.gaps, 368), (self.first, 384)),
                ((self.benchmarks, 760), (self.points, 384)),
            )
        if self._columns == 2:
            return (
                ((self.progress, 1), (self.duties, 1)),
                ((self.index, 1), (self.grade, 1)),
                ((self.first, 1), (self.gaps, 1)),
                ((self.topics, 1), (self.points, 1)),
                ((self.benchmarks, 1),),
            )
        order = (*self._cards[:4], self.first, self.gaps, self.topics, self.benchmarks, self.points)
        return tuple(((card, 1),) for card in order)

    def _arrange(self) -> None:
        """Put the cards into rows; where nothing is rated there is only one sentence."""
        for row in self._rows:
            # What is deleted later may outlive the cards, and must not know them any more.
            for card in self._cards:
                row.removeWidget(card)
            self._column.removeItem(row)
            row.deleteLater()
        self._rows = []
        for card in self._cards:
            card.setVisible(self._rated and card.wanted)
        self.empty.setVisible(not self._rated)
        for shelf in self._shelves() if self._rated else ():
            row = QHBoxLayout()
            row.setSpacing(GAP)
            for card, share in shelf:
                row.addWidget(card, share)
            self._column.insertLayout(len(self._rows), row)
            self._rows.append(row)


def _nothing_rated(material: Material) -> str:
    """What this page is for, while there is nothing to show."""
    more = translate("Summary", "评过的项在这里变成数字：做到多少、哪里没有做到、先办什么。")
    return material.words.sentences((material.words("lead-none"), more))
