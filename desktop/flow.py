"""A layout that sets widgets side by side, and in a new row where there is no more room, as words are."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.tokens import UNIT

_LEAST_GAP: Final = 4


class Flow(QLayout):
    """Rows of widgets in their own size, ragged right."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = UNIT) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        #: What was worked out since the last change; Qt asks for it several times each time.
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem:
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        self._least = None
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arranged(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        if self._least is None:
            sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
            width = max((size.width() for size in sizes), default=0)
            self._least = QSize(width, max((size.height() for size in sizes), default=0))
        return self._least

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arranged(rect, move=True)

    def _arranged(self, rect: QRect, *, move: bool) -> int:
        """Set the items in rows, their upper edges in line, and return the height that they take."""
        left, top, height = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(1, rect.width()), 16777215))
            if left > rect.left() and left + size.width() > rect.left() + rect.width():
                left, top, height = rect.left(), top + height + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left, height = left + size.width() + self._gap, max(height, size.height())
        return top + height - rect.top()


class EvenRow(Flow):
    """A row of equal parts; in their own widths and closer where that is too much, at last in two rows."""

    def _arranged(self, rect: QRect, *, move: bool) -> int:
        least = [item.minimumSize().width() for item in self._items]
        gaps = len(least) - 1
        gap = min(self._gap, (rect.width() - sum(least)) // gaps)
        if gap < _LEAST_GAP:
            return super()._arranged(rect, move=move)
        spare = rect.width() - gap * gaps
        widths = [spare // len(least)] * len(least)
        if max(least) > widths[0]:
            widths = [width + (spare - sum(least)) // len(least) for width in least]
        # The last one ends where the row does.
        widths[-1] += spare - sum(widths)
        height = max(item.sizeHint().height() for item in self._items)
        left = rect.left()
        for item, width in zip(self._items, widths, strict=True):
            if move:
                item.setGeometry(QRect(left, rect.top(), width, height))
            left += width + gap
        return height
