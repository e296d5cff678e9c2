"""A column to read and fill in, that scrolls up and down and never sideways."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.tokens import MARGIN, PADDING

#: Wider lines of text are hard to read.
WIDEST: Final = 760
#: As the style sheet has it.
_SCROLL_BAR: Final = 12


class ReadingColumn(QScrollArea):
    """What is in `column` keeps its width when the scroll bar comes: that stands in the margin."""

    def __init__(self, *, gap: int) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        self.column = QVBoxLayout(inside)
        self.column.setSpacing(gap)
        outer = QWidget()
        row = QHBoxLayout(outer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside, 1)
        row.addStretch(0)
        self.setWidget(outer)
        self._leave_margins(0, 0)
        self.verticalScrollBar().rangeChanged.connect(self._leave_margins)

    def _leave_margins(self, least: int, most: int) -> None:
        right = MARGIN - (_SCROLL_BAR if most > least else 0)
        self.column.setContentsMargins(PADDING, 10, right, PADDING)
