"""Searching everything at once: items, clauses, regulations and attachments, in a list below the field."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from desktop.pages import PageName
from exports.material import Material

_MOST: Final = 12
_ROW: Final = 32
_EDGE: Final = 4
_WIDTH: Final = 480


class Hit(NamedTuple):
    """A place where the text was found."""

    text: str
    page: PageName
    where: str


def hits(material: Material, text: str) -> Iterator[Hit]:
    """Where all words of the text stand together: items first, then attachments, clauses and regulations."""
    words = text.casefold().split()
    if not words:
        return
    places = _places(material)
    yield from (hit for hit, searched in places if all(word in searched.casefold() for word in words))


def _places(material: Material) -> Iterator[tuple[Hit, str]]:
    for scoped in material.scope.items:
        line = f"{scoped.number}　{scoped.item.ask}"
        yield Hit(line, "questions", scoped.id), f"{line} {scoped.id} {material.answer(scoped).note}"
    for evidence in material.dossier.evidence:
        line = f"{material.number(evidence.item)}　{evidence.name}"
        yield Hit(line, "questions", evidence.item), f"{line} {evidence.caption} {evidence.number}"
    for clause in material.edition.clauses.values():
        line = f"{clause.id}　{clause.heading}"
        yield Hit(line, "library", clause.id), line
    for regulation in material.edition.regulations.values():
        line = f"{regulation.number}　{regulation.title}".strip()
        yield Hit(line, "library", regulation.id), line


class SearchList(QFrame):
    """The hits below a search field, which keeps the focus: arrows move, Enter opens, Esc closes."""

    opened = Signal(str, str)

    def __init__(self, field: QLineEdit, none_word: str) -> None:
        super().__init__(field.window())
        self._field = field
        self._none_word = none_word
        self.setProperty("panel", "card")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(field.accessibleName())
        self.list.itemClicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(self.list)
        self.hide()
        field.installEventFilter(self)

    def show_hits(self, material: Material, text: str) -> None:
        """Show where the text stands; an empty text closes the list."""
        self.list.clear()
        for hit in islice(hits(material, text), _MOST):
            self._add(hit.text, hit)
        if not self.list.count():
            self._add(self._none_word.format(text=text), None)
        self.list.setCurrentRow(0)
        self._place()
        self.setVisible(bool(text.strip()))
        self.raise_()

    def _add(self, text: str, hit: Hit | None) -> None:
        item = QListWidgetItem(text)
        item.setToolTip(text)
        item.setData(Qt.ItemDataRole.UserRole, hit)
        item.setSizeHint(QSize(0, max(_ROW, self.list.fontMetrics().height() + 8)))
        if hit is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _place(self) -> None:
        corner = self._field.mapTo(self.window(), self._field.rect().bottomRight())
        rows = sum(self.list.item(n).sizeHint().height() for n in range(self.list.count()))
        self.setFixedSize(_WIDTH, rows + 2 * _EDGE + 2)
        self.move(max(0, corner.x() - _WIDTH), corner.y() + 4)

    def _open(self, item: QListWidgetItem) -> None:
        hit = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(hit, Hit):
            self.hide()
            self._field.clear()
            self.opened.emit(hit.page, hit.where)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or self.isHidden():
            return False
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.list.currentRow() >= 0:
                self._open(self.list.currentItem())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        return False
