"""Buttons that lead somewhere: places of the rail, folding headings, rows to click, steps of a way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.appearance import Appearance
from desktop.controls.buttons import PaintedButton, paint_frame
from desktop.marks import paint_mark
from desktop.tokens import LIST_ROW, RADIUS, RADIUS_CARD, UNIT, Token

_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


class RailButton(PaintedButton):
    """A place of the rail: an icon over a short word, with a count of what is overdue."""

    def __init__(
        self, appearance: Appearance, icon: str, word: str, *, tip: str = "", code: str = ""
    ) -> None:
        super().__init__(appearance, word, tip=tip)
        self.code = code
        self._icon = icon
        self._count = 0
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show how many there are that want attention; 0 shows nothing."""
        self._count = count
        self.setAccessibleName(f"{self.text()} {count}" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        width = max(56, self._advance(self.text(), 12, bold=True) + 6)
        return QSize(width, self._appearance.measure(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        ground = self._appearance.token("sel") if on and not self.isDown() else self._ground(None)
        paint_frame(painter, QRectF(self.rect()), RADIUS_CARD, ground, None)
        ink: Token = "accent" if on else "text2" if self.isEnabled() else "text3"
        left = (self.width() - 20) / 2
        self._appearance.icons.paint(
            painter, QRectF(left, 9, 20, 20), self._icon, self._appearance.token(ink)
        )
        word = QRectF(0, 30, self.width(), self.height() - 34)
        self._write(painter, word, self.text(), ink, size=12, bold=on, place=_CENTRE)
        if self._count:
            self._paint_count(painter, left + 16)
        self._focus_ring(painter, RADIUS_CARD)

    def _paint_count(self, painter: QPainter, left: float) -> None:
        shown = str(self._count) if self._count < 100 else "99+"
        height = self._appearance.measure(16)
        width = max(18, self._advance(shown, 12, bold=True) + 10)
        pill = QRectF(min(left, self.width() - width), 4, width, height)
        paint_frame(painter, pill, height / 2, self._appearance.token("bad"), None)
        self._write(painter, pill, shown, "surface", size=12, bold=True, place=_CENTRE)


class FoldButton(PaintedButton):
    """The heading of a panel that opens and folds: icon, title, a note, a chevron. Checked is open.

    Its content begins 8 px inside its frame.
    """

    def __init__(
        self, appearance: Appearance, icon: str, title: str, note: str = "", *, height: int = LIST_ROW
    ) -> None:
        super().__init__(appearance, title)
        self._icon, self._note, self._height = icon, note, height
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_note(note)

    def set_note(self, note: str) -> None:
        """Show another note: a count, a summary."""
        self._note = note
        self.setAccessibleName(f"{self.text()} {note}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        note = self._advance(self._note, 12) + 12 if self._note else 0
        icon = 30 if self._icon else 0
        return QSize(
            self._advance(self.text(), bold=True) + icon + note + 48, self._appearance.measure(self._height)
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self._appearance.measure(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, QRectF(self.rect()), RADIUS, self._ground(None), None)
        icons, token = self._appearance.icons, self._appearance.token
        middle, left = self.height() / 2, float(UNIT)
        if self._icon:
            icons.paint(painter, QRectF(left, middle - 10, 20, 20), self._icon, token("text2"))
            left += 30
        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        icons.paint(painter, QRectF(self.width() - 24, middle - 8, 16, 16), chevron, token("text2"))
        note = self._advance(self._note, 12)
        end = self.width() - 32.0
        self._write(
            painter, QRectF(end - note, 0, note, self.height()), self._note, "text3", size=12, place=_RIGHT
        )
        title = QRectF(left, 0, end - left - (note + 8 if note else 0), self.height())
        self._write(painter, title, self.text(), self._ink("text"), bold=True)
        self._focus_ring(painter, RADIUS)


class RowButton(PaintedButton):
    """A whole row that leads to a place: mark, sentence, a note, and the word of the place with a chevron."""

    def __init__(
        self,
        appearance: Appearance,
        text: str,
        *,
        mark: str = "",
        note: str = "",
        note_tone: Token = "text3",
        link: str = "",
        quiet: bool = False,
    ) -> None:
        """`quiet` is for what is done: secondary colour."""
        super().__init__(appearance, text, name=" ".join(part for part in (text, note, link) if part))
        self._mark, self._note, self._note_tone = mark, note, note_tone
        self._link, self._quiet = link, quiet
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        room = 16 + (28 if self._mark else 0)
        room += self._advance(self._note) + 12 if self._note else 0
        room += self._advance(self._link) + 32 if self._link else 0
        return QSize(self._advance(self.text()) + room, self._appearance.measure(LIST_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._appearance.measure(LIST_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(painter, QRectF(self.rect()), RADIUS, self._ground(None), None)
        left, right, height = 12.0, self.width() - 12.0, float(self.height())
        if self._mark:
            paint_mark(painter, QRectF(left, height / 2 - 8, 16, 16), self._mark, self._appearance)
            left += 28
        if self._link:
            box = QRectF(right - 16, height / 2 - 8, 16, 16)
            self._appearance.icons.paint(painter, box, "chevron-right", self._appearance.token("accent"))
            width = self._advance(self._link)
            self._write(painter, QRectF(right - 24 - width, 0, width, height), self._link, "accent")
            right -= 24 + width + 12
        if self._note:
            width = self._advance(self._note)
            box = QRectF(right - width, 0, width, height)
            self._write(painter, box, self._note, self._note_tone, place=_RIGHT)
            right -= width + 12
        ink = self._ink("text2" if self._quiet else "text")
        self._write(painter, QRectF(left, 0, right - left, height), self.text(), ink)
        self._focus_ring(painter, RADIUS)


class _Step(PaintedButton):
    """One step of a way, under or beside its mark."""

    def __init__(self, appearance: Appearance, word: str, number: int) -> None:
        super().__init__(appearance, word)
        self._number = number
        self.state = "open"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._advance(self.text(), bold=True) + 36, self._appearance.measure(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        token, now = self._appearance.token, self.state == "now"
        paint_frame(painter, QRectF(self.rect()), RADIUS, self._ground(None), None)
        mark = QRectF(6, self.height() / 2 - 8, 16, 16)
        if self.state == "done":
            paint_mark(painter, mark, "conform", self._appearance)
        else:
            border = None if now else token("text3")
            paint_frame(painter, mark, 8, token("accent") if now else None, border)
            ink: Token = "onAccent" if now else "text3"
            self._write(painter, mark, str(self._number), ink, size=12, bold=now, place=_CENTRE)
        word = QRectF(30, 0, self.width() - 30, self.height())
        self._write(painter, word, self.text(), "text" if now else "text2", bold=now)
        self._focus_ring(painter, RADIUS)


class StepLine(QWidget):
    """The steps of a way in one line: done, the present one, those to come; each can be clicked."""

    chosen = Signal(int)

    def __init__(self, appearance: Appearance, steps: Sequence[str], name: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._steps = [_Step(appearance, word, number) for number, word in enumerate(steps, 1)]
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(44)
        for index, step in enumerate(self._steps):
            step.clicked.connect(lambda _checked=False, at=index: self.chosen.emit(at))
            row.addWidget(step)
        row.addStretch(1)

    def set_current(self, index: int, done: set[int] | None = None) -> None:
        """Make a step the present one; done are those named, or all before it."""
        finished = set(range(index)) if done is None else done
        for at, step in enumerate(self._steps):
            step.state = "now" if at == index else "done" if at in finished else "open"
            step.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._appearance.token("grid"), 1))
        for before, after in zip(self._steps, self._steps[1:], strict=False):
            y = int(self.height() / 2) + 0.5
            start, end = before.geometry().right() + 5, after.geometry().left() - 4
            painter.drawLine(QPointF(start, y), QPointF(end, y))
