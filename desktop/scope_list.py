"""The list of items beside the interview: what applies, section by section, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.appearance import Appearance, Size
from desktop.controls.buttons import paint_frame
from desktop.interview import Entry, EntryGroup
from desktop.marks import badge_width, paint_badge, paint_star
from desktop.tokens import LIST_ROW, PADDING, RADIUS, RADIUS_CARD, Token
from desktop.translation import translate

_Index = QModelIndex | QPersistentModelIndex
#: How many items of a section are shown until all are asked for.
_FIRST: Final = 3
_HEAD: Final = 44
_NUMBER: Final = 44
_LINE: Final = Qt.ItemDataRole.UserRole
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class Line(NamedTuple):
    """One line of the list: the heading of a group, an item in its card, or the rest of a group."""

    kind: Literal["head", "item", "more"]
    group: EntryGroup
    entry: Entry | None = None
    rest: int = 0
    open: bool = True
    first: bool = False
    last: bool = False


def lines(groups: Sequence[EntryGroup], folded: set[str], whole: set[str]) -> Iterator[Line]:
    """The lines of the groups; of one in `folded` the heading alone, of one in `whole` all items."""
    for group in groups:
        is_open = group.id not in folded
        yield Line("head", group, open=is_open)
        if not is_open:
            continue
        entries = group.entries
        shown = entries if group.id in whole else _foremost(entries)
        rest = len(entries) - len(shown)
        for number, entry in enumerate(shown):
            last = not rest and number == len(shown) - 1
            yield Line("item", group, entry, first=number == 0, last=last)
        if rest:
            yield Line("more", group, rest=rest, last=True)


def _foremost(entries: Sequence[Entry]) -> Sequence[Entry]:
    """What is shown until all is asked for: what is new, else the first ones."""
    found = [e for e in entries if e.new] or entries[:_FIRST]
    # To hide a single one would save nothing.
    return entries if len(entries) <= len(found) + 1 else found


def group_title(group: EntryGroup) -> str:
    """The heading of a group."""
    if group.id == "open":
        return translate("Profile", "待定")
    if group.id == "out":
        return translate("Profile", "不适用")
    return group.section if group.section == group.checklist else f"{group.checklist}·{group.section}"


class _Lines(QAbstractListModel):
    """The lines for the view, each with the words that a screen reader says."""

    def __init__(self, kinds: Mapping[str, str]) -> None:
        super().__init__()
        self._kinds = kinds
        self._lines: list[Line] = []

    def set_lines(self, shown: list[Line]) -> None:
        self.beginResetModel()
        self._lines = shown
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt asks without one
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == _LINE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return "，".join(part for part in self._words(line) if part)
        if role == Qt.ItemDataRole.ToolTipRole and line.entry:
            reason = line.entry.reason or line.group.reason
            return f"{line.entry.item.item.ask}\n{reason}"
        return None

    def _words(self, line: Line) -> tuple[str, ...]:
        if line.entry:
            item = line.entry.item
            return (
                item.item.ask,
                item.number,
                self._kinds[item.kind],
                line.entry.reason or line.group.reason,
            )
        if line.kind == "more":
            return (rest_text(line.rest),)
        return (group_title(line.group), count_text(len(line.group.entries)), line.group.reason)


class ScopeList(QListView):
    """The items in their groups; a click or Enter on a heading folds it, on a rest shows it all."""

    #: Enter or a double click on an item that applies: its id.
    opened = Signal(str)

    def __init__(self, appearance: Appearance, name: str, kinds: Mapping[str, str]) -> None:
        """`kinds` are the words of the kinds by code."""
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("ground", "sunken")
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(LIST_ROW)
        self._model = _Lines(kinds)
        self._groups: Sequence[EntryGroup] = ()
        self._folded: set[str] = set()
        self._whole: set[str] = set()
        self.setModel(self._model)
        self.setItemDelegate(_LineDelegate(appearance, kinds, self))
        appearance.changed.connect(self.scheduleDelayedItemsLayout)

    def show_groups(self, groups: Sequence[EntryGroup], *, whole: bool = False) -> None:
        """Show other groups; what was folded stays folded. With `whole`, all items of each are shown."""
        if whole:
            self._whole |= {g.id for g in groups}
            self._folded.clear()
        self._groups = groups
        place = self.verticalScrollBar().value()
        self._fill()
        self.verticalScrollBar().setValue(place)

    def forget_whole(self) -> None:
        """Show only the first items of each group again."""
        self._whole.clear()

    def show_group(self, group: str) -> None:
        """Go to a group and unfold it."""
        self._folded.discard(group)
        self._fill()
        for row, line in enumerate(self.lines()):
            if line.group.id == group:
                index = self._model.index(row)
                self.setCurrentIndex(index)
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def lines(self) -> list[Line]:
        """The lines as shown."""
        return [self._model.index(row).data(_LINE) for row in range(self._model.rowCount())]

    def _fill(self) -> None:
        self._model.set_lines(list(lines(self._groups, self._folded, self._whole)))

    def _act(self, index: QModelIndex, *, open_item: bool) -> None:
        line: Line | None = index.data(_LINE)
        if line is None:
            return
        if line.entry is None:
            row, place = index.row(), self.verticalScrollBar().value()
            if line.kind == "more":
                self._whole.add(line.group.id)
            else:
                self._folded ^= {line.group.id}
            self._fill()
            self.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1)))
            self.verticalScrollBar().setValue(place)
        elif open_item and line.entry.item.number:
            self.opened.emit(line.entry.item.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._act(self.currentIndex(), open_item=True)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._act(self.indexAt(event.position().toPoint()), open_item=False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._act(self.indexAt(event.position().toPoint()), open_item=True)


def count_text(count: int) -> str:
    """So many items, in words."""
    return translate("Profile", "{n} 项").format(n=count)


def rest_text(count: int) -> str:
    """So many more items, in words."""
    return translate("Profile", "另 {n} 项").format(n=count)


class _LineDelegate(QStyledItemDelegate):
    """Paints the lines: headings on the ground of the page, items in cards."""

    def __init__(self, appearance: Appearance, kinds: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._kinds = kinds

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        height = _HEAD if index.data(_LINE).kind == "head" else LIST_ROW
        return QSize(120, self._appearance.measure(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Line = index.data(_LINE)
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind == "head":
            self._paint_head(painter, box, line)
            ring = box.adjusted(0, 14, 0, -2)
        else:
            hovered = bool(state & QStyle.StateFlag.State_MouseOver)
            self._paint_card(painter, box, line, hovered=hovered)
            if line.entry:
                self._paint_item(painter, box, line, line.entry)
            else:
                self._text(
                    painter, box.adjusted(PADDING + _NUMBER + 8, 0, 0, 0), rest_text(line.rest), "accent"
                )
            ring = box.adjusted(2, 2, -2, -2)
        # A list has one place, which is seen only while it has the focus.
        if state & QStyle.StateFlag.State_HasFocus:
            paint_frame(painter, ring, RADIUS, None, self._appearance.token("accent"), 2)
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRectF, line: Line) -> None:
        box = box.adjusted(0, 12, -4, 0)
        icon = QRectF(box.left(), box.center().y() - 8, 16, 16)
        chevron = "chevron-down" if line.open else "chevron-right"
        self._appearance.icons.paint(painter, icon, chevron, self._appearance.token("text2"))
        left = box.adjusted(22, 0, 0, 0)
        left.setLeft(left.left() + self._text(painter, left, group_title(line.group), "text", bold=True) + 10)
        if left.width() > 0:
            count = count_text(len(line.group.entries))
            left.setLeft(left.left() + self._text(painter, left, count, "text3", size=12) + 16)
        if line.group.reason and left.width() > 60:
            self._text(painter, left, line.group.reason, "text2", size=12)

    def _paint_card(self, painter: QPainter, box: QRectF, line: Line, *, hovered: bool) -> None:
        """The part of a card that this line is: its corners are round where the card begins and ends."""
        token = self._appearance.token
        painter.save()
        painter.setClipRect(box)
        card = box.adjusted(0.5, 0.5 if line.first else -12, -0.5, -0.5 if line.last else 12)
        painter.setPen(QPen(token("line"), 1))
        painter.setBrush(token("hover" if hovered else "surface"))
        painter.drawRoundedRect(card, RADIUS_CARD, RADIUS_CARD)
        if not line.first:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.drawLine(int(box.left()) + 12, int(box.top()), int(box.right()) - 12, int(box.top()))
        painter.restore()

    def _paint_item(self, painter: QPainter, box: QRectF, line: Line, entry: Entry) -> None:
        token = self._appearance.token
        if entry.new:
            stick = QRectF(box.left(), box.center().y() - 10, 3, 20)
            paint_frame(painter, stick, 1.5, token("ok"), None)
        row = box.adjusted(PADDING, 0, -12, 0)
        applies = line.group.id not in {"out", "open"}
        if applies:
            self._text(painter, row, entry.item.number, "text2", size=12)
            row.setLeft(row.left() + _NUMBER)
        # The reason of one that does not apply is what is looked for: it gets more room.
        share = 0.27 if applies else 0.4
        reason = round(box.width() * share) if entry.reason else 0
        kind = entry.item.kind
        badges = max(badge_width(code, word, self._appearance) for code, word in self._kinds.items())
        right = row.right() - (reason + 12 if reason else 0)
        paint_badge(painter, right - badges, box.center().y(), kind, self._kinds[kind], self._appearance)
        if reason:
            place = QRectF(row.right() - reason, row.top(), reason, row.height())
            self._text(painter, place, entry.reason, "text2", size=12)
        row.setRight(right - badges - 12)
        if entry.item.critical:
            paint_star(painter, QRectF(row.left(), row.center().y() - 6, 11, 11), token("bad"))
            row.setLeft(row.left() + 17)
        self._text(painter, row, entry.item.item.ask, "text" if applies else "text2")

    def _text(
        self, painter: QPainter, box: QRectF, text: str, tone: Token, *, size: Size = 14, bold: bool = False
    ) -> float:
        """Write a text, cut where it lacks room; returns its width."""
        metrics = self._appearance.metrics(size, bold=bold)
        width = metrics.horizontalAdvance(text)
        if width > box.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(box.width(), 0))
            width = box.width()
        painter.setFont(self._appearance.font(size, bold=bold))
        painter.setPen(self._appearance.token(tone))
        painter.drawText(box, _LEFT, text)
        return width
