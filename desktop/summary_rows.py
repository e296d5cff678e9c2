"""The rows of the summary's cards: each is one thing, and a click leads to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.appearance import Appearance
from desktop.controls.buttons import PaintedButton, paint_frame
from desktop.due_work import Step
from desktop.marks import paint_mark
from desktop.moments import SOON, due_text
from desktop.tokens import RADIUS, TWO_LINE_ROW, Token

_MOST_MARKS: Final = 8
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


class SeverityTile(PaintedButton):
    """How many findings of a grade are open."""

    def __init__(self, appearance: Appearance, grade: str, word: str, count: int) -> None:
        super().__init__(appearance, word, name=f"{word} {count}", tip=f"{word} {count}")
        self._grade, self._count = grade, str(count)
        self.setEnabled(count > 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        figure = self._advance(self._count, 20, bold=True)
        return QSize(self._advance(self.text()) + figure + 44, self._appearance.measure(48))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._advance(self._count, 20, bold=True) + 48, self._appearance.measure(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isEnabled()
        ground = self._ground("sunken") if on else self._appearance.token("sunken")
        paint_frame(painter, QRectF(self.rect()), RADIUS, ground, None)
        paint_mark(painter, QRectF(10, self.height() / 2 - 8, 16, 16), self._grade, self._appearance)
        ink: Token = "text" if on else "text3"
        box = QRectF(32, 0, self.width() - 42, self.height())
        # Where the word lacks room the mark stands for it; the name says both.
        if self.width() >= self.sizeHint().width():
            self._write(painter, box, self.text(), "text2" if on else "text3")
        self._write(painter, box, self._count, ink, size=20, bold=True, place=_RIGHT)
        self._focus_ring(painter, RADIUS)


class GapRow(PaintedButton):
    """A checklist with a mark for each of its open findings."""

    def __init__(self, appearance: Appearance, title: str, marks: Sequence[str], told: str) -> None:
        super().__init__(appearance, title, name=f"{title} {told}", tip=f"{title}\n{told}")
        self._marks = tuple(marks)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, self._appearance.measure(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, QRectF(self.rect()), RADIUS, self._ground(None), None)
        count = self._advance("00", bold=True)
        shown = self._marks[:_MOST_MARKS]
        marks = self.width() - 4 - count - 20 * max(len(shown), 5)
        self._write(painter, QRectF(4, 0, marks - 12, self.height()), self.text(), "text")
        for number, mark in enumerate(shown):
            box = QRectF(marks + 20 * number, self.height() / 2 - 7, 14, 14)
            paint_mark(painter, box, mark, self._appearance)
        right = QRectF(0, 0, self.width() - 4, self.height())
        self._write(painter, right, str(len(self._marks)), "text", place=_RIGHT)
        self._focus_ring(painter, RADIUS)


class StepRow(PaintedButton):
    """Something to do: its number in the order, what, of which item, until when."""

    def __init__(self, appearance: Appearance, number: int, step: Step, today: date) -> None:
        due = date.fromisoformat(step.due) if step.due else None
        self._due = due_text(due, today) if due else ""
        name = " ".join(part for part in (step.title, step.caption, self._due) if part)
        super().__init__(appearance, step.title, name=name, tip=step.title)
        self._number, self._caption = number, step.caption
        days = (due - today).days if due else SOON + 1
        self._tone: Token = "bad" if days < 0 else "part" if days <= SOON else "text2"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, self._appearance.measure(TWO_LINE_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, QRectF(self.rect()), RADIUS, self._ground(None), None)
        circle = QRectF(4, self.height() / 2 - 12, 24, 24)
        paint_frame(painter, circle, 12, self._appearance.token("naTint"), None)
        self._write(painter, circle, str(self._number), "text", size=12, bold=True, place=_CENTRE)
        line = self._appearance.measure(20)
        top = (self.height() - 2 * line) / 2
        late = self._tone == "bad"
        due = self._advance(self._due, 12, bold=late) + 4 if self._due else 0
        place = QRectF(self.width() - due - 4, top, due, line)
        self._write(painter, place, self._due, self._tone, size=12, bold=late, place=_RIGHT)
        room = self.width() - 40 - (due + 12 if due else 4)
        self._write(painter, QRectF(40, top, room, line), self.text(), "text")
        self._write(painter, QRectF(40, top + line, self.width() - 48, line), self._caption, "text2", size=12)
        self._focus_ring(painter, RADIUS)
