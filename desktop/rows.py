"""Rows of tables and trees: what stands in them, and the delegates that paint it.

The delegates paint everything themselves, so that a row looks the same in every view and theme; a table may
hold any mixture of marks, badges, bars and figures without a widget being made for it.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
)

from desktop.appearance import Appearance, Size
from desktop.controls.buttons import paint_frame
from desktop.marks import badge_width, paint_badge, paint_mark, paint_progress, paint_star
from desktop.tokens import RADIUS, TABLE_ROW, TREE_ROW, UNIT, Token

#: Roles of a model: a Cell for tables, a Node for trees.
CELL: Final = int(Qt.ItemDataRole.UserRole) + 1
NODE: Final = int(Qt.ItemDataRole.UserRole) + 2

_MARK: Final = 16
_BAR: Final = 60
_TREE_BAR: Final = 30
_TREE_FIGURE: Final = 40
_LIFT: Final = 0.04
_Index = QModelIndex | QPersistentModelIndex


class Cell(NamedTuple):
    """What stands in one cell of a table, from left to right: mark, badge, text, something small after it.

    `bar` is (done, total) and puts the text to its right, green with a tick when complete. `right` aligns
    right; `middle` cuts the text in the middle; `whole` never cuts it (ids, dates, figures). `main` is the
    cell that turns bold in the selected row. `caption` is a second line. `name` is what a screen reader says,
    with the words of marks. `key` sorts; without one the text does.
    """

    text: str = ""
    mark: str = ""
    badge: tuple[str, str] = ("", "")
    tone: Token = "text"
    bold: bool = False
    small: bool = False
    right: bool = False
    middle: bool = False
    whole: bool = False
    main: bool = False
    bar: tuple[float, float] | None = None
    after: str = ""
    after_mark: str = ""
    after_tone: Token = "text3"
    caption: str = ""
    name: str = ""
    key: object = None


class Row(NamedTuple):
    """One row of a table: its id and cells; `muted` is for what is settled, `stick` colours its left edge."""

    id: str
    cells: tuple[Cell, ...]
    muted: bool = False
    stick: Token | None = None


class Node(NamedTuple):
    """One row of the tree: a section with its progress, or an item with its mark.

    `word` is the mark's word for a screen reader. `done` items are shown in the secondary colour.
    """

    id: str
    title: str
    mark: str = ""
    word: str = ""
    star: bool = False
    done: bool = False
    answered: int = 0
    total: int = 0
    section: bool = False


def paint_row_ground(
    painter: QPainter,
    box: QRectF,
    appearance: Appearance,
    *,
    selected: bool,
    hovered: bool,
    focused: bool,
) -> None:
    """Paint the ground of a row: selected with a stick at its left, under the pointer, with the focus."""
    if selected:
        paint_frame(painter, box, RADIUS, appearance.token("sel"), None)
        stick = QRectF(box.left(), box.center().y() - 10, 3, 20)
        paint_frame(painter, stick, 1.5, appearance.token("accent"), None)
    elif hovered:
        paint_frame(painter, box, RADIUS, appearance.token("hover"), None)
    if focused:
        paint_frame(painter, box, RADIUS, None, appearance.token("accent"), 2)


class _Writer:
    """Writes single lines into a row, from the left or from the right, and says how wide they are."""

    def __init__(self, painter: QPainter, appearance: Appearance, top: float, height: float) -> None:
        self.painter, self.appearance = painter, appearance
        self.top, self.height = top, height

    def write(
        self,
        text: str,
        left: float,
        room: float,
        token: Token,
        *,
        size: Size = 14,
        bold: bool = False,
        right: bool = False,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> float:
        """Write the text into the room, cut if it is longer; return the width taken."""
        appearance = self.appearance
        metrics = appearance.metrics(size, bold=bold)
        width = appearance.advance(text, size, bold=bold)
        if width > room + 0.5 and cut != Qt.TextElideMode.ElideNone:
            text = metrics.elidedText(text, cut, room)
            width = appearance.advance(text, size, bold=bold)
        painter = self.painter
        painter.setFont(self.appearance.font(size, bold=bold))
        painter.setPen(self.appearance.token(token))
        base = self.top + (self.height - metrics.height()) / 2 + metrics.ascent()
        # Chinese characters stand a little below the middle of their line; beside a mark one sees it.
        base -= metrics.height() * _LIFT
        painter.drawText(QPointF(left + room - width if right else left, base), text)
        return width

    def mark(self, mark: str, left: float) -> float:
        """Paint a mark; return the width that it takes with its gap."""
        box = QRectF(left, self.top + (self.height - _MARK) / 2, _MARK, _MARK)
        paint_mark(self.painter, box, mark, self.appearance)
        return _MARK + UNIT


class RowDelegate(QStyledItemDelegate):
    """Paints the cells of a table; the view paints the ground of the row with `paint_row_ground`."""

    def __init__(
        self, appearance: Appearance, height: int = TABLE_ROW, parent: QObject | None = None
    ) -> None:
        """`height` is that of a row at the normal font size."""
        super().__init__(parent)
        self._appearance = appearance
        self._height = height

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(64, self._appearance.measure(self._height))

    def paint_cell(
        self, painter: QPainter, box: QRectF, cell: Cell, *, selected: bool = False, muted: bool = False
    ) -> None:
        """Paint one cell into its box; `muted` is for rows of what is settled."""
        if muted and cell.tone == "text":
            cell = cell._replace(tone="text2")
        left, right = box.left() + UNIT, box.right() - UNIT
        if cell.caption:
            self._paint_two_lines(painter, box, cell, selected)
            return
        writer = _Writer(painter, self._appearance, box.top(), box.height())
        if cell.bar is not None:
            self._paint_bar(writer, cell, left, right)
        elif cell.right:
            self._paint_right(writer, cell, left, right)
        else:
            self._paint_left(writer, cell, left, right, selected)

    def _paint_left(self, writer: _Writer, cell: Cell, left: float, right: float, selected: bool) -> None:
        if cell.mark:
            left += writer.mark(cell.mark, left)
        code, word = cell.badge
        if code:
            middle = writer.top + writer.height / 2
            left += paint_badge(writer.painter, left, middle, code, word, self._appearance) + UNIT
        after = self._after_width(cell)
        left += writer.write(
            cell.text,
            left,
            right - left - after,
            cell.tone,
            size=12 if cell.small else 14,
            bold=cell.bold or (cell.main and selected),
            cut=_cut(cell),
        )
        if after:
            left += UNIT
            if cell.after_mark:
                left += writer.mark(cell.after_mark, left) - 2
            bold = cell.after_tone == "bad"
            writer.write(cell.after, left, right - left, cell.after_tone, size=12, bold=bold)

    def _paint_right(self, writer: _Writer, cell: Cell, left: float, right: float) -> None:
        size: Size = 12 if cell.small else 14
        width = writer.write(
            cell.text, left, right - left, cell.tone, size=size, bold=cell.bold, right=True, cut=_cut(cell)
        )
        if cell.mark:
            writer.mark(cell.mark, right - width - UNIT - _MARK)

    def _paint_bar(self, writer: _Writer, cell: Cell, left: float, right: float) -> None:
        done, total = cell.bar or (0, 0)
        complete = done >= total > 0
        box = QRectF(left, writer.top + writer.height / 2 - 2, min(_BAR, right - left), 4)
        part: Token = "ok" if complete else "accent"
        paint_progress(writer.painter, box, [(part, done)], total, self._appearance)
        tone: Token = "ok" if complete else cell.tone
        width = writer.write(
            cell.text, left, right - left, tone, size=12, right=True, cut=Qt.TextElideMode.ElideNone
        )
        if complete:
            writer.mark("conform", right - width - 6 - _MARK)

    def _paint_two_lines(self, painter: QPainter, box: QRectF, cell: Cell, selected: bool) -> None:
        left, right = box.left() + UNIT, box.right() - UNIT
        line = self._appearance.measure(20)
        top = box.center().y() - line
        if cell.mark:
            left += _Writer(painter, self._appearance, box.top(), box.height()).mark(cell.mark, left)
        bold = cell.bold or (cell.main and selected)
        upper = _Writer(painter, self._appearance, top, line)
        upper.write(cell.text, left, right - left, cell.tone, bold=bold, right=cell.right, cut=_cut(cell))
        lower = _Writer(painter, self._appearance, top + line, line)
        lower.write(cell.caption, left, right - left, "text2", size=12, right=cell.right)

    def _after_width(self, cell: Cell) -> float:
        if not cell.after and not cell.after_mark:
            return 0
        text = self._appearance.advance(cell.after, 12, bold=cell.after_tone == "bad")
        return UNIT + text + (_MARK + 6 if cell.after_mark else 0)

    def fits(self, cell: Cell, width: float) -> bool:
        """Whether the whole cell is to be seen in that width."""
        lead: float = _MARK + UNIT if cell.mark else 0
        lead += badge_width(*cell.badge, self._appearance) + UNIT if cell.badge[0] else 0
        size: Size = 12 if cell.small else 14
        text = self._appearance.advance(cell.text, size, bold=cell.bold)
        caption = self._appearance.advance(cell.caption, 12)
        return lead + max(text, caption) + self._after_width(cell) <= width - 2 * UNIT + 0.5

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Show the whole text as a tooltip where it is cut."""
        cell = index.data(CELL)
        if event.type() != QEvent.Type.ToolTip or not isinstance(cell, Cell):
            return super().helpEvent(event, view, option, index)
        whole = "\n".join(part for part in (cell.text, cell.caption) if part)
        shown = "" if cell.bar or self.fits(cell, option.rect.width()) else whole
        # A mark alone says nothing to who doesn't know it.
        QToolTip.showText(event.globalPos(), shown or (cell.name if cell.mark else ""), view)
        return True


def _cut(cell: Cell) -> Qt.TextElideMode:
    if cell.whole:
        return Qt.TextElideMode.ElideNone
    return Qt.TextElideMode.ElideMiddle if cell.middle else Qt.TextElideMode.ElideRight


class TreeDelegate(QStyledItemDelegate):
    """Paints the rows of the tree of sections and items, ground and all."""

    def __init__(self, appearance: Appearance, parent: QTreeView) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._view = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(64, self._appearance.measure(TREE_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        node = index.data(NODE)
        if not isinstance(node, Node):
            return
        box, selected = self.paint_ground(painter, option, index)
        writer = _Writer(painter, self._appearance, box.top(), box.height())
        if node.section:
            self._paint_section(writer, box, node, selected, self._view.isExpanded(index))
        else:
            self._paint_item(writer, box, node, selected)

    def paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> tuple[QRectF, bool]:
        """Paint the ground of a row; returns the row in the width of the view, and whether it is selected.

        The viewport is not asked: to find out what it is Qt's bindings load every class of widget there is,
        which takes as long as painting all rows.
        """
        view, box = self._view, QRectF(option.rect)
        selected = view.selectionModel().isSelected(index)
        paint_row_ground(
            painter,
            box,
            self._appearance,
            selected=selected,
            hovered=view.underMouse() and option.rect.contains(view.mapFromGlobal(QCursor.pos())),
            focused=selected and view.hasFocus(),
        )
        return box, selected

    def _paint_section(self, writer: _Writer, box: QRectF, node: Node, selected: bool, is_open: bool) -> None:
        chevron = "chevron-down" if is_open else "chevron-right"
        place = QRectF(4, box.center().y() - _MARK / 2, _MARK, _MARK)
        colour = self._appearance.token("text2")
        self._appearance.icons.paint(writer.painter, place, chevron, colour)
        right = box.right() - UNIT
        complete = node.answered >= node.total > 0
        figure = f"{node.answered}/{node.total}"
        tone: Token = "ok" if complete else "text2"
        width = writer.write(figure, 0, right, tone, size=12, right=True, cut=Qt.TextElideMode.ElideNone)
        end = right - max(_TREE_FIGURE, width + UNIT)
        if complete:
            writer.mark("conform", end - _MARK)
        else:
            bar = QRectF(end - _TREE_BAR, box.center().y() - 2, _TREE_BAR, 4)
            paint_progress(writer.painter, bar, [("na", node.answered)], node.total, self._appearance)
        room = end - _TREE_BAR - UNIT - 24
        writer.write(node.title, 24, room, "text", bold=is_open or selected)

    def _paint_item(self, writer: _Writer, box: QRectF, node: Node, selected: bool) -> None:
        if node.mark:
            writer.mark(node.mark, 26)
        right = box.right() - UNIT
        if node.star:
            star = QRectF(right - 14, box.center().y() - 6, 12, 12)
            paint_star(writer.painter, star, self._appearance.token("bad"))
            right -= 14 + UNIT
        tone: Token = "text2" if node.done and not selected else "text"
        writer.write(node.title, 50, right - 50, tone, bold=selected)

    def fits(self, node: Node, width: float) -> bool:
        """Whether the whole title is to be seen in that width."""
        taken = 24 + _TREE_BAR + _TREE_FIGURE + 2 * UNIT if node.section else 50 + UNIT
        taken += 14 + UNIT if node.star else 0
        return math.ceil(self._appearance.advance(node.title)) <= width - taken

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Show the whole title as a tooltip where it is cut, with the word of its mark."""
        node = index.data(NODE)
        if event.type() != QEvent.Type.ToolTip or not isinstance(node, Node):
            return super().helpEvent(event, view, option, index)
        title = "" if self.fits(node, view.viewport().width()) else node.title
        QToolTip.showText(event.globalPos(), "\n".join(part for part in (title, node.word) if part), view)
        return True
