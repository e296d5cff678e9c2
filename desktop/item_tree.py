"""The tree of checklists, sections and items: progress and marks, filtered as one types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView

from desktop.appearance import Appearance
from desktop.keys import status_digit
from desktop.rows import NODE, Node, TreeDelegate

_Index = QModelIndex | QPersistentModelIndex

#: A click left of this folds and opens without choosing.
_CHEVRON: Final = 22
_HEADING_LEFT: Final = 26


class Branch(NamedTuple):
    """A checklist and what stands under it: items, and headings of sections (nodes with `section`)."""

    node: Node
    rows: tuple[Node, ...]


class _TreeModel(QAbstractItemModel):
    """Two levels: an index's internal id is 0 for a checklist, else the number of its checklist and one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.tops: list[Node] = []
        self.rows: list[list[Node]] = []

    def show(self, branches: Sequence[Branch], wanted: Set[str] | None) -> None:
        self.beginResetModel()
        self.tops, self.rows = [], []
        for branch in branches:
            rows = list(branch.rows) if wanted is None else list(_wanted_rows(branch.rows, wanted))
            if rows:
                self.tops.append(branch.node)
                self.rows.append(rows)
        self.endResetModel()

    def node(self, index: _Index) -> Node:
        owner = index.internalId()
        return self.rows[owner - 1][index.row()] if owner else self.tops[index.row()]

    def place(self, node_id: str) -> QModelIndex:
        """Where a node stands; an invalid index if it is not shown."""
        for number, top in enumerate(self.tops):
            if top.id == node_id:
                return self.createIndex(number, 0, 0)
            for row, node in enumerate(self.rows[number]):
                if node.id == node_id:
                    return self.createIndex(row, 0, number + 1)
        return QModelIndex()

    def replace(self, node: Node) -> None:
        index = self.place(node.id)
        if not index.isValid():
            return
        owner = index.internalId()
        (self.rows[owner - 1] if owner else self.tops)[index.row()] = node
        self.dataChanged.emit(index, index)

    def index(self, row: int, column: int, parent: _Index | None = None) -> QModelIndex:
        # Called for every row when all are opened: Qt's own hasIndex would double the time.
        owner = parent.row() + 1 if parent is not None and parent.isValid() else 0
        rows = self.rows[owner - 1] if owner else self.tops
        return self.createIndex(row, column, owner) if 0 <= row < len(rows) else QModelIndex()

    def parent(self, index: _Index | None = None) -> Any:
        if index is None:
            return super().parent()
        owner = index.internalId() if index.isValid() else 0
        return self.createIndex(owner - 1, 0, 0) if owner else QModelIndex()

    def rowCount(self, parent: _Index | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self.tops)
        return 0 if parent.internalId() else len(self.rows[parent.row()])

    def columnCount(self, _parent: _Index | None = None) -> int:
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == NODE:
            return self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.node(index).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            node = self.node(index)
            if node.section:
                return f"{node.title} {node.answered}/{node.total}"
            return " ".join(part for part in ("★" if node.star else "", node.title, node.word) if part)
        return None


def _wanted_rows(rows: Sequence[Node], wanted: Set[str]) -> Iterator[Node]:
    """The wanted items, each first of a section under its heading."""
    heading: Node | None = None
    for node in rows:
        if node.section:
            heading = node
        elif node.id in wanted:
            if heading is not None:
                yield heading
                heading = None
            yield node


class _Delegate(TreeDelegate):
    """Paints the headings of sections too, smaller than anything that is to be answered."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        node = index.data(NODE)
        if not index.internalId() or not node.section:
            super().paint(painter, option, index)
            return
        box, _ = self.paint_ground(painter, option, index)
        figure = f"{node.answered}/{node.total}"
        metrics = self._appearance.metrics(12)
        width = metrics.horizontalAdvance(figure)
        room = box.adjusted(_HEADING_LEFT, 0, -width - 16, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._appearance.token("text3"))
        painter.setFont(self._appearance.font(12))
        painter.drawText(box.adjusted(0, 0, -8, 0), right, figure)
        painter.setFont(self._appearance.font(12, bold=True))
        bold = self._appearance.metrics(12, bold=True)
        painter.drawText(room, left, bold.elidedText(node.title, Qt.TextElideMode.ElideRight, room.width()))


class ItemTree(QTreeView):
    """Checklists that open, items that are chosen and rated by a digit; the page says what is shown."""

    #: The id of the item that has become the current one.
    chosen = Signal(str)
    #: The id of the checklist or heading that has become the current one.
    part_chosen = Signal(str)
    #: A key from 1 to 5 was pressed.
    rated = Signal(int)
    #: Enter was pressed on an item.
    entered = Signal()

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__()
        self._branches: list[Branch] = []
        self._wanted: Set[str] | None = None
        self._open: set[str] = set()
        self._announced = ""
        self._model = _TreeModel(self)
        self.setAccessibleName(name)
        self.setProperty("ground", "chrome")
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(appearance, self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        # Without editable items an input method stays off here, so that digits arrive as keys.
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self._announce())
        self.clicked.connect(self._clicked)
        self.expanded.connect(lambda index: self._remember(index, is_open=True))
        self.collapsed.connect(lambda index: self._remember(index, is_open=False))
        appearance.changed.connect(self.doItemsLayout)

    def set_branches(self, branches: Sequence[Branch]) -> None:
        """Show other checklists; what was open stays open, the current item stays current."""
        self._branches = list(branches)
        self._refill()

    def set_shown(self, wanted: Set[str] | None) -> None:
        """Show only these items, with their checklists open; None shows all, opened as before."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._refill()

    def update_nodes(self, *nodes: Node) -> None:
        """Show checklists, headings and items that have changed, where they stand."""
        changed = {node.id: node for node in nodes}
        self._branches = [
            Branch(changed.get(b.node.id, b.node), tuple(changed.get(n.id, n) for n in b.rows))
            for b in self._branches
        ]
        for node in nodes:
            self._model.replace(node)

    def order(self) -> list[str]:
        """The ids of the items that are shown, from top to bottom, also those that are folded away."""
        return [node.id for rows in self._model.rows for node in rows if not node.section]

    def current(self) -> str:
        """The id of the current item, "" if there is none or a checklist or heading is current."""
        index = self.currentIndex()
        node = self._model.node(index) if index.isValid() else None
        return "" if node is None or node.section else node.id

    def select(self, node_id: str) -> None:
        """Make a node the current one, open its checklist and scroll to it."""
        index = self._model.place(node_id)
        if not index.isValid():
            self.selectionModel().clear()
            self._announced = ""
            return
        if index.internalId():
            self.setExpanded(self._model.parent(index), True)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = status_digit(event)
        if digit:
            self.rated.emit(digit)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            index = self.currentIndex()
            if self.current():
                self.entered.emit()
            elif index.isValid() and not index.internalId():
                self.setExpanded(index, not self.isExpanded(index))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not index.internalId() and event.position().x() < _CHEVRON:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current row stays in sight where what stands above takes more room."""
        former, place = event.oldSize().height(), QRect()
        if former > 0:
            place = self.visualRect(self.currentIndex())
        super().resizeEvent(event)
        if place.isValid() and place.top() >= 0 and place.bottom() < former:
            self.scrollTo(self.currentIndex())

    def _refill(self) -> None:
        index = self.currentIndex()
        current = self._model.node(index).id if index.isValid() else self._announced
        self._model.show(self._branches, self._wanted)
        self.blockSignals(True)
        if self._wanted is not None:
            self.expandAll()
        else:
            for number, top in enumerate(self._model.tops):
                if top.id in self._open:
                    self.setExpanded(self._model.index(number, 0), True)
        self.blockSignals(False)
        place = self._model.place(current)
        if place.isValid():
            self.setCurrentIndex(place)

    def _remember(self, index: QModelIndex, *, is_open: bool) -> None:
        if self._wanted is None:
            top = self._model.node(index).id
            (self._open.add if is_open else self._open.discard)(top)

    def _clicked(self, index: QModelIndex) -> None:
        if not index.internalId():
            self.setExpanded(index, not self.isExpanded(index))

    def _announce(self) -> None:
        index = self.currentIndex()
        node = self._model.node(index) if index.isValid() else None
        if node is None or node.id == self._announced:
            return
        self._announced = node.id
        (self.part_chosen if node.section else self.chosen).emit(node.id)
