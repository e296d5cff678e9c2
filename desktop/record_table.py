"""A table of records: columns with marks, badges, bars and figures; its head sorts, its page filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.appearance import Appearance
from desktop.controls.buttons import paint_frame
from desktop.marks import fill
from desktop.rows import CELL, Cell, Row, RowDelegate, paint_row_ground
from desktop.tokens import LIST_ROW, TABLE_ROW, UNIT, Token
from desktop.translation import translate

_Index = QModelIndex | QPersistentModelIndex
_TEXT_ROLES = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}


class Column(NamedTuple):
    """A column: its title, its width in pixels at the normal font size (0 takes the rest)."""

    title: str
    width: int = 0
    right: bool = False
    sortable: bool = True


class _RecordModel(QAbstractTableModel):
    """The rows that are shown."""

    def __init__(self, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = columns
        self.shown: list[Row] = []

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != CELL and role not in _TEXT_ROLES:
            return None
        cells = self.shown[index.row()].cells
        cell = cells[index.column()] if index.column() < len(cells) else Cell()
        if role == CELL:
            return cell
        return (cell.name if role == Qt.ItemDataRole.AccessibleTextRole else "") or cell.text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role in _TEXT_ROLES:
            return self.columns[section].title
        return None

    def show(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()


class _Head(QHeaderView):
    """The head of a table: small titles, the arrow of the sorted column, one line below."""

    def __init__(self, appearance: Appearance, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance, self._columns = appearance, columns
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(24)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._appearance.measure(LIST_ROW))

    def paintSection(self, painter: QPainter, rect: Any, section: int) -> None:
        column, token = self._columns[section], self._appearance.token
        box = QRectF(rect)
        fill(painter, box, token("surface"))
        painter.setPen(token("line"))
        y = box.bottom() - 0.5
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        sorts = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        arrow = 16 if sorts else 0
        metrics = self._appearance.metrics(12)
        room = box.width() - (UNIT + arrow if sorts else 2 * UNIT)
        title = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(title)
        left = box.right() - UNIT - arrow - width if column.right else box.left() + UNIT
        ink: Token = "text" if sorts else "text3"
        painter.setFont(self._appearance.font(12))
        painter.setPen(token(ink))
        painter.drawText(QPointF(left, box.center().y() + (metrics.ascent() - metrics.descent()) / 2), title)
        if sorts:
            down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            place = QRectF(left + width, box.center().y() - 8, 16, 16)
            self._appearance.icons.paint(painter, place, "arrow-down" if down else "arrow-up", token(ink))


class RecordTable(QTreeView):
    """A table of rows with ids: whole rows are selected, the head sorts, Enter or a double click opens."""

    #: The id of the row that has become the current one, "" for none.
    chosen = Signal(str)
    #: The id of the row that was opened.
    opened = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        columns: Sequence[Column],
        *,
        height: int = TABLE_ROW,
        head: bool = True,
    ) -> None:
        """`name` is the accessible name, `height` that of a row; without `head` it is a plain list."""
        super().__init__()
        self._appearance, self._columns = appearance, columns
        self._rows: list[Row] = []
        self._filter: Callable[[Row], bool] | None = None
        self._sort: tuple[int, bool] | None = None
        self._announced = ""
        self._hovered = -1
        self._model = _RecordModel(columns, self)
        self._delegate = RowDelegate(appearance, height, self)
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._set_up_view(head)
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self._announce())
        self.entered.connect(self._hover)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._model.shown[index.row()].id))
        appearance.changed.connect(self._lay_out)
        self._lay_out()

    def _set_up_view(self, head: bool) -> None:
        header = _Head(self._appearance, self._columns, self)
        self.setHeader(header)
        # Only now: a view makes the head that it takes over deaf to clicks.
        header.setSectionsClickable(True)
        header.setVisible(head)
        header.sectionClicked.connect(self._head_clicked)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        header = self.header()
        for number, column in enumerate(self._columns):
            fixed = QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(number, fixed if column.width else QHeaderView.ResizeMode.Stretch)
            if column.width:
                header.resizeSection(number, self._appearance.measure(column.width))
        self.doItemsLayout()

    def rows(self) -> list[Row]:
        """The rows as they are shown: filtered and sorted."""
        return list(self._model.shown)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the current one stays current if it is still there."""
        self._rows = list(rows)
        self._refill()

    def update_row(self, row: Row) -> None:
        """Show a row that has changed, where it stands."""
        self._rows = [row if old.id == row.id else old for old in self._rows]
        for number, old in enumerate(self._model.shown):
            if old.id == row.id:
                self._model.shown[number] = row
                last = self._model.index(number, len(self._columns) - 1)
                self._model.dataChanged.emit(self._model.index(number, 0), last)

    def set_filter(self, wanted: Callable[[Row], bool] | None) -> None:
        """Show only the wanted rows, or all."""
        self._filter = wanted
        self._refill()

    def sort_by(self, column: int, *, descending: bool = False) -> None:
        """Sort by a column: by the cells' keys, else by their texts."""
        self._sort = (column, descending)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.header().setSortIndicatorShown(True)
        self.header().setSortIndicator(column, order)
        self._refill()

    def select(self, row_id: str) -> None:
        """Make a row the current one and scroll to it; an unknown id clears the selection."""
        for number, row in enumerate(self._model.shown):
            if row.id == row_id:
                self.setCurrentIndex(self._model.index(number, 0))
                return
        self.selectionModel().clear()

    def current(self) -> str:
        """The id of the current row, "" for none."""
        index = self.currentIndex()
        return self._model.shown[index.row()].id if index.isValid() else ""

    def _refill(self) -> None:
        current = self.current()
        wanted = self._filter
        rows = [row for row in self._rows if wanted is None or wanted(row)]
        if self._sort is not None:
            column, descending = self._sort
            rows.sort(key=lambda row: _sort_key(row, column), reverse=descending)
        self._hovered = -1
        self._model.show(rows)
        if current:
            self.select(current)
        self._announce()

    def _announce(self) -> None:
        if self.current() != self._announced:
            self._announced = self.current()
            self.chosen.emit(self._announced)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to sort, by the menu key too: the head can only be clicked."""
        if self.header().isHidden():
            event.ignore()
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for number, column in enumerate(self._columns):
            if column.sortable and column.title:
                action = menu.addAction(translate("Table", "按“{column}”排序").format(column=column.title))
                action.setCheckable(True)
                action.setChecked(self._sort is not None and self._sort[0] == number)
                action.triggered.connect(partial(self._sort_again, number))
        menu.popup(event.globalPos())

    def _sort_again(self, column: int, _checked: bool = False) -> None:
        self._head_clicked(column)

    def _head_clicked(self, column: int) -> None:
        if self._columns[column].sortable:
            self.sort_by(column, descending=self._sort == (column, False))

    def _hover(self, index: QModelIndex) -> None:
        former, self._hovered = self._hovered, index.row()
        for row in (former, self._hovered):
            for column in range(len(self._columns)):
                self.update(self._model.index(row, column))

    def leaveEvent(self, event: Any) -> None:
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current():
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Qt then makes the first row current where none was, but does not select it.
        if self.current():
            self.setCurrentIndex(self.currentIndex())

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground of the row and the line below it, then its cells.

        The head is as wide as the rows. The viewport is not asked: see `TreeDelegate.paint_ground`.
        """
        box = QRectF(0, option.rect.top(), self.header().length(), option.rect.height())
        selected = self.selectionModel().isSelected(index)
        painter.setPen(self._appearance.token("line"))
        painter.drawLine(QPointF(0, box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        paint_row_ground(
            painter,
            box,
            self._appearance,
            selected=selected,
            hovered=index.row() == self._hovered,
            focused=selected and self.hasFocus(),
        )
        row = self._model.shown[index.row()]
        if row.stick is not None and not selected:
            stick = QRectF(0, box.center().y() - 10, 3, 20)
            paint_frame(painter, stick, 1.5, self._appearance.token(row.stick), None)
        header = self.header()
        for number, cell in enumerate(row.cells):
            left = header.sectionViewportPosition(number)
            place = QRectF(left, box.top(), header.sectionSize(number), box.height())
            self._delegate.paint_cell(painter, place, cell, selected=selected, muted=row.muted)


def _sort_key(row: Row, column: int) -> tuple[bool, Any]:
    """Rows without a value stand last (first when descending)."""
    cell = row.cells[column]
    value = cell.text if cell.key is None else cell.key
    return (value == "", value)
