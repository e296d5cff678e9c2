"""依据: all checklists, policy clauses and regulations, searched as one types, linked in both directions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checklists.compiling import current_edition
from desktop.controls.buttons import Chip
from desktop.controls.fields import SearchField
from desktop.controls.panels import Separator
from desktop.controls.texts import ElidedLabel
from desktop.document import Document
from desktop.pages import Page, Shell
from desktop.source_detail import SourceDetail, Tab
from desktop.source_entries import (
    clause_entries,
    clause_shape,
    item_entries,
    item_shape,
    regulation_entries,
    regulation_shape,
)
from desktop.source_list import Entry, Shape, SourceList
from desktop.tokens import MARGIN, UNIT
from desktop.translation import translate
from exports.sources import Sources

TABS: Final[tuple[Tab, ...]] = ("items", "clauses", "regulations")
_DETAIL: Final = 424
_SEARCH: Final = 280
#: Below this width the detail takes the place of the list.
_BESIDE: Final = 888
#: The width of a widget that is not bounded.
_UNBOUNDED: Final = (1 << 24) - 1


class LibraryPage(Page):
    """Three lists under one search field, and what is chosen in full beside them."""

    def __init__(self, document: Document | None, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(document, shell, parent)
        look = shell.appearance
        edition = self.document.edition if self.has_document else current_edition(shell.language)
        self.sources = Sources(edition, self.document.scope if self.has_document else None)
        self._stale = self._reading = False
        self._before: list[tuple[Tab, str]] = []
        self._shown: tuple[Tab, str] | None = None
        self.field = SearchField(
            look,
            translate("Library", "在依据里查找"),
            placeholder=translate("Library", "查找检查项、条款、法规"),
            clear_name=translate("Library", "清除"),
        )
        self.field.setMaximumWidth(look.measure(_SEARCH))
        self.tabs = self._make_tabs()
        self.stack = QStackedWidget()
        self.detail = SourceDetail(look, self.sources)
        self._lay_out()
        self.lists = self._make_lists()
        for shown in self.lists.values():
            self.stack.addWidget(shown)
        self._connect()
        self._count()
        self.show_tab("items")

    @property
    def tab(self) -> Tab:
        """The list that is shown."""
        return TABS[self.stack.currentIndex()]

    def enter(self, where: str = "") -> None:
        """Be shown; `where` is the id of an item, a clause or a regulation, or "" for what was shown."""
        self._refresh()
        found = next((tab for tab in TABS if self.lists[tab].has(where)), None)
        if found:
            self.field.clear()
            self.open(found, where)
            self.lists[found].table.setFocus()
        else:
            self.field.setFocus()

    def filter_field(self) -> QWidget | None:
        return self.field

    def panes(self) -> tuple[QWidget, ...]:
        return self.field, self.lists[self.tab].table, self.detail

    def show_tab(self, tab: Tab) -> None:
        """Show one of the three lists, with what is current in it."""
        self.tabs[tab].setChecked(True)
        self.stack.setCurrentWidget(self.lists[tab])
        self._show(self.lists[tab].table.current())

    def open(self, tab: Tab, name: str) -> None:
        """Show one thing, in its list and in full."""
        self.tabs[tab].setChecked(True)
        self.stack.setCurrentWidget(self.lists[tab])
        self.lists[tab].show_entry(name)
        self._show(name)
        self._read()

    def _make_lists(self) -> dict[Tab, SourceList]:
        sources = self.sources

        def listed(shape: Shape, entries: Iterable[Entry]) -> SourceList:
            return SourceList(self.shell.appearance, shape, list(entries), self.stack)

        return {
            "items": listed(item_shape(sources), item_entries(sources)),
            "clauses": listed(clause_shape(sources), clause_entries(sources)),
            "regulations": listed(regulation_shape(sources), regulation_entries(sources)),
        }

    def _make_tabs(self) -> dict[Tab, Chip]:
        words = {
            "items": translate("Library", "检查项"),
            "clauses": translate("Library", "政策条款"),
            "regulations": translate("Library", "法规标准"),
        }
        self._group = QButtonGroup(self)
        made = {tab: Chip(self.shell.appearance, words[tab], code=tab) for tab in TABS}
        for chip in made.values():
            self._group.addButton(chip)
        return made

    def _connect(self) -> None:
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._enter_list)
        QShortcut("Down", self.field, self._enter_list, Qt.ShortcutContext.WidgetShortcut)
        self._group.buttonClicked.connect(lambda chip: self.show_tab(cast(Tab, chip.code)))
        for tab, shown in self.lists.items():
            shown.chosen.connect(lambda name, of=tab: self._chosen(of, name))
            shown.narrowed.connect(self._count)
            shown.emptied.connect(self.field.clear)
        self.detail.followed.connect(self._follow)
        self.detail.asked.connect(lambda item: self.shell.go("questions", item))
        self.detail.returned.connect(self._return)
        for shown in self.lists.values():
            shown.opened.connect(lambda _name: self._read())
            shown.table.clicked.connect(lambda _index: self._read())
        QShortcut("Alt+Left", self, self._return, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if self.has_document:
            self.document.scope_changed.connect(self._scope_changed)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._listed, self._line = QWidget(), Separator(vertical=True)
        row.addWidget(self._listed, 1)
        row.addWidget(self._line)
        row.addWidget(self.detail, 1)
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tools, foot = QHBoxLayout(), QHBoxLayout()
        column.addLayout(tools)
        column.addWidget(self.stack, 1)
        column.addWidget(Separator())
        column.addLayout(foot)
        tools.setContentsMargins(MARGIN, 12, MARGIN, 12)
        tools.setSpacing(UNIT)
        for tab in TABS:
            tools.addWidget(self.tabs[tab])
        tools.addStretch(1)
        tools.addWidget(self.field, 2)
        as_of = translate(
            "Library", "法规状态截至 {date}，使用前须到官方平台核对；政策文件的规划期至 2020 年。"
        )
        self.note = ElidedLabel(
            self.shell.appearance,
            as_of.format(date=self.sources.edition.regulations_as_of),
            size=12,
            tone="text3",
        )
        foot.setContentsMargins(MARGIN, UNIT, MARGIN, UNIT)
        foot.addWidget(self.note)

    def _search(self, text: str) -> None:
        for shown in self.lists.values():
            shown.search(text)
        self._count()

    def _enter_list(self) -> None:
        self.lists[self.tab].enter()

    def _count(self) -> None:
        for tab, shown in self.lists.items():
            self.tabs[tab].set_count(shown.count)

    def _chosen(self, tab: Tab, name: str) -> None:
        if tab == self.tab and name:
            self._show(name)

    def _show(self, name: str) -> None:
        """Show in full what has the name in the list that is shown."""
        tab, can_return = self.tab, bool(self._before) or self.width() < _BESIDE
        if self._shown == (tab, name):
            return
        self._shown = (tab, name)
        self._show_detail()
        if not name:
            self.detail.show_nothing()
        elif tab == "items":
            self.detail.show_item(name, can_return=can_return)
        elif tab == "clauses":
            self.detail.show_clause(name, can_return=can_return)
        else:
            self.detail.show_regulation(name, can_return=can_return)

    def _follow(self, tab: Tab, name: str) -> None:
        """Go where a link leads, and remember the way back."""
        if self._shown and self._shown[1]:
            self._before.append(self._shown)
        self.field.clear()
        self.open(tab, name)
        self.lists[tab].table.setFocus()

    def _return(self) -> None:
        """Go back to what was shown before, in the end to the list."""
        if self._before:
            tab, name = self._before.pop()
            self.open(tab, name)
        else:
            self._reading = False
            self._show_detail()
        self.lists[self.tab].table.setFocus()

    def _scope_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Tell again which items apply, if that has changed."""
        if not self._stale:
            return
        self._stale = False
        self.sources = Sources(self.document.edition, self.document.scope)
        self.detail.set_sources(self.sources)
        self.lists["items"].set_entries(list(item_entries(self.sources)))
        self._shown = None
        self._count()
        self._show(self.lists[self.tab].table.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        wide = self.shell.appearance.measure(_DETAIL)
        self.detail.setMinimumWidth(wide if beside else 0)
        self.detail.setMaximumWidth(wide if beside else _UNBOUNDED)
        self._show_detail()

    def _show_detail(self) -> None:
        """Where there is no room beside the list, show what was opened in its place."""
        beside = self.width() >= _BESIDE
        self.detail.setVisible(beside or self._reading)
        self._line.setVisible(beside)
        self._listed.setVisible(beside or not self._reading)

    def _read(self) -> None:
        """Read what is current, in place of the list where there is no room for both."""
        self._reading = True
        self._show_detail()
