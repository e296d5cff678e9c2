"""One list of the library: a choice and chips that narrow it, the table, what to say when nothing is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.appearance import Appearance
from desktop.controls.buttons import Chip
from desktop.controls.choices import Choice
from desktop.controls.panels import EmptyState
from desktop.record_table import Column, RecordTable
from desktop.rows import Row
from desktop.tokens import MARGIN, TABLE_ROW, UNIT
from desktop.translation import translate


class Entry(NamedTuple):
    """One thing to be found: its group and traits narrow, `text` (casefolded) is searched.

    `row` makes its row of the table, given the words searched for.
    """

    id: str
    group: str
    traits: frozenset[str]
    text: str
    row: Callable[[Sequence[str]], Row]

    def has(self, words: Sequence[str]) -> bool:
        """Whether all the words (casefolded) stand in it."""
        return all(word in self.text for word in words)


class Shape(NamedTuple):
    """What a list looks like: its name, its columns, the height of a row, and what narrows it.

    `groups` are codes with words, the first stands for all; `traits` are codes with words, for chips.
    """

    name: str
    columns: tuple[Column, ...]
    groups: tuple[tuple[str, str], ...]
    traits: tuple[tuple[str, str], ...]
    row_height: int = TABLE_ROW


class SourceList(QWidget):
    """The entries that fit the words searched for, the group and any of the traits chosen."""

    #: The id of the entry that has become the current one, "" for none.
    chosen = Signal(str)
    #: Enter or a double click on an entry.
    opened = Signal(str)
    #: Other entries are shown.
    narrowed = Signal()
    #: Somebody wants to see all of them again.
    emptied = Signal()

    def __init__(
        self, appearance: Appearance, shape: Shape, entries: Sequence[Entry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        #: The entries that are to be shown, in their order.
        self.hits: list[Entry] = []
        self._filled: list[Entry] | None = None
        self._words: tuple[str, ...] = ()
        self.group = Choice(appearance, shape.groups[0][1], shape.groups)
        self.group.choose(shape.groups[0][0])
        self.chips = [Chip(appearance, word, code=code) for code, word in shape.traits]
        self.table = RecordTable(appearance, shape.name, shape.columns, height=shape.row_height)
        self.nothing = EmptyState(appearance, "search", "", translate("Library", "清除筛选"))
        self.group.chosen.connect(lambda _code: self._narrow())
        for chip in self.chips:
            chip.toggled.connect(lambda _on: self._narrow())
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self.nothing.pressed.connect(self._clear)
        self._lay_out()
        self.set_entries(entries)

    @property
    def count(self) -> int:
        """How many entries are shown."""
        return len(self.hits)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries, narrowed as before."""
        self._entries = list(entries)
        for chip in self.chips:
            chip.set_count(sum(1 for entry in entries if chip.code in entry.traits))
        self._find()
        self._fill()

    def search(self, text: str) -> None:
        """Show only what holds all the words of the text; a list out of sight waits until it is shown."""
        words = tuple(text.casefold().split())
        if words != self._words:
            self._words = words
            self._find()
            if self.isVisible():
                self._fill()

    def enter(self) -> None:
        """Take the focus, with the first entry as the current one if there is none."""
        self._fill()
        if not self.table.current() and self.table.rows():
            self.table.select(self.table.rows()[0].id)
        self.table.setFocus()

    def show_entry(self, name: str) -> None:
        """Make an entry the current one, and show all the entries if this one is hidden."""
        if all(entry.id != name for entry in self.hits):
            self._loosen()
        self._fill()
        self.table.select(name)

    def has(self, name: str) -> bool:
        """Whether there is such an entry, shown or not."""
        return any(entry.id == name for entry in self._entries)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        narrowing = QHBoxLayout()
        column.addLayout(narrowing)
        narrowing.setContentsMargins(MARGIN, 0, UNIT, 12)
        narrowing.setSpacing(UNIT)
        narrowing.addWidget(self.group)
        for chip in self.chips:
            narrowing.addWidget(chip)
        narrowing.addStretch(1)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        listed, empty = QWidget(), QWidget()
        self._stack.addWidget(listed)
        self._stack.addWidget(empty)
        around = QHBoxLayout(listed)
        around.setContentsMargins(MARGIN - UNIT, 0, UNIT, 0)
        around.addWidget(self.table)
        inside = QVBoxLayout(empty)
        inside.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        inside.addWidget(self.nothing)

    def _narrow(self) -> None:
        self._find()
        self._fill()
        self.narrowed.emit()

    def _find(self) -> None:
        group = self.group.code()
        traits = {chip.code for chip in self.chips if chip.isChecked()}
        self.hits = [
            entry
            for entry in self._entries
            if (not group or entry.group == group)
            and (not traits or traits & entry.traits)
            and entry.has(self._words)
        ]
        self._filled = None

    def _fill(self) -> None:
        """Show what was found, unless it is shown already."""
        if self._filled is self.hits:
            return
        self._filled = self.hits
        self.table.set_rows([entry.row(self._words) for entry in self.hits])
        if not self.hits:
            said = (
                translate("Library", "“{text}”没有找到。")
                if self._words
                else translate("Library", "没有符合筛选的。")
            )
            self.nothing.set_content(
                "search", said.format(text=" ".join(self._words)), translate("Library", "清除筛选")
            )
        self._stack.setCurrentIndex(0 if self.hits else 1)

    def showEvent(self, event: QShowEvent) -> None:
        self._fill()
        super().showEvent(event)

    def _loosen(self) -> None:
        """Take back what hides entries here."""
        self.group.choose(str(self.group.itemData(0) or ""))
        for chip in self.chips:
            chip.blockSignals(True)
            chip.setChecked(False)
            chip.blockSignals(False)
        self._words = ()
        self._narrow()

    def _clear(self) -> None:
        self._loosen()
        self.emptied.emit()
        self.table.setFocus()
