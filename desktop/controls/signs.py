"""Signs as small widgets: a mark, a badge, a progress bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.appearance import Appearance
from desktop.marks import BADGE_HEIGHT, badge_width, paint_badge, paint_mark, paint_progress, status_parts
from desktop.tokens import Token


class MarkView(QWidget):
    """A mark whose word stands in the tooltip and the accessible name."""

    def __init__(self, appearance: Appearance, mark: str, name: str, size: int = 16) -> None:
        super().__init__()
        self._appearance = appearance
        self._mark = mark
        self.setFixedSize(size, size)
        self.set_mark(mark, name)

    def set_mark(self, mark: str, name: str) -> None:
        """Show another mark; `name` is its word."""
        self._mark = mark
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_mark(QPainter(self), QRectF(self.rect()), self._mark, self._appearance)


class Badge(QWidget):
    """A word in a small frame: the kind of an item, the standing of a regulation."""

    def __init__(self, appearance: Appearance, code: str, word: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._code, self._word = code, word
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_badge(code, word)

    def set_badge(self, code: str, word: str) -> None:
        """Show another badge."""
        self._code, self._word = code, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = badge_width(self._code, self._word, self._appearance)
        return QSize(int(width), self._appearance.measure(BADGE_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_badge(QPainter(self), 0, self.height() / 2, self._code, self._word, self._appearance)


class ProgressBar(QWidget):
    """How far something is: parts by status, or one length that turns green when it is complete."""

    def __init__(self, appearance: Appearance, name: str, thickness: int = 6) -> None:
        super().__init__()
        self._appearance = appearance
        self._name = name
        self._parts: Sequence[tuple[Token, float]] = ()
        self._total = 0.0
        self.setFixedHeight(thickness)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setAccessibleName(name)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how often each status was given, by its code; `unanswered` is the empty rest."""
        total = sum(counts.values())
        self._show(status_parts(counts), total, total - counts.get("unanswered", 0))

    def set_done(self, done: float, total: float) -> None:
        """Show one length: accent while it runs, green when it is complete."""
        complete = done >= total > 0
        self._show([("ok" if complete else "accent", done)], total, done)

    def _show(self, parts: Sequence[tuple[Token, float]], total: float, done: float) -> None:
        self._parts, self._total = parts, total
        self.setAccessibleName(f"{self._name} {done:g}/{total:g}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_progress(QPainter(self), QRectF(self.rect()), self._parts, self._total, self._appearance)
