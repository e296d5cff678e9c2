"""Buttons that paint themselves, so that every state is as designed and nothing moves when it changes."""

from __future__ import annotations

import math
from typing import Final, Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.appearance import Appearance, Size
from desktop.marks import mark_tint, mark_token, paint_mark
from desktop.tokens import RADIUS, RADIUS_CARD, RADIUS_CHIP, Token

Role = Literal["primary", "normal", "quiet", "link"]

_ICON: Final = 20
_SMALL_ICON: Final = 16
_ICON_GAP: Final = 8
#: How much is left of the mark of an answer that cannot be given.
_FADED: Final = 0.4
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


def paint_frame(
    painter: QPainter,
    box: QRectF,
    radius: float,
    ground: QColor | None,
    border: QColor | None,
    width: int = 1,
) -> None:
    """Paint a rounded ground with its border inside the box, its lines on whole pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(border, width) if border is not None else Qt.PenStyle.NoPen)
    half = width / 2 if border is not None else 0
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius - half, radius - half)


class PaintedButton(QPushButton):
    """What the painted buttons have in common: states, measures and names."""

    #: Whether Enter presses it, as Space does. Answers are left out, lest one is chosen in passing.
    takes_enter = True

    def __init__(self, appearance: Appearance, text: str, *, name: str = "", tip: str = "") -> None:
        super().__init__(text)
        self._appearance = appearance
        self._tip = tip
        self.setToolTip(tip)
        self.setAccessibleName(name or text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def allow(self, on: bool, reason: str = "") -> None:
        """Enable the button, or disable it with a tooltip that says why."""
        self.setEnabled(on)
        self.setToolTip(self._tip if on else reason or self._tip)

    def set_tip(self, tip: str) -> None:
        """Show another tooltip while the button is enabled."""
        self._tip = tip
        if self.isEnabled():
            self.setToolTip(tip)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _ground(self, plain: Token | None) -> QColor | None:
        """The ground of a plain button in its present state."""
        if not self.isEnabled():
            return self._appearance.token("sunken") if plain else None
        if self.isDown():
            return self._appearance.token("pressed")
        if self.underMouse():
            return self._appearance.token("hover")
        return self._appearance.token(plain) if plain else None

    def _ink(self, token: Token) -> Token:
        """The colour of a text or icon in the present state."""
        return token if self.isEnabled() else "text3"

    def _focus_ring(self, painter: QPainter, radius: float, token: Token = "accent") -> None:
        if self.hasFocus():
            paint_frame(painter, QRectF(self.rect()), radius, None, self._appearance.token(token), 2)

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        token: Token,
        *,
        size: Size = 14,
        bold: bool = False,
        place: int = int(_LEFT),
    ) -> None:
        """Write a text on one line, cut where it lacks room."""
        metrics = self._appearance.metrics(size, bold=bold)
        if metrics.horizontalAdvance(text) > box.width() + 1:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(self._appearance.font(size, bold=bold))
        painter.setPen(self._appearance.token(token))
        painter.drawText(box, place, text)

    def _advance(self, text: str, size: Size = 14, *, bold: bool = False) -> int:
        return math.ceil(self._appearance.advance(text, size, bold=bold))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat()
        if enter and self.takes_enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
        super().changeEvent(event)


class Cross(PaintedButton):
    """The cross within a field that empties it; by keyboard the field does that itself."""

    def __init__(self, appearance: Appearance, field: QWidget, name: str, *, tip: str, edge: int) -> None:
        """`edge` is its size in pixels."""
        super().__init__(appearance, "", name=name, tip=tip)
        self.setParent(field)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFixedSize(edge, edge)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if (ground := self._ground(None)) is not None:
            paint_frame(painter, QRectF(self.rect()), RADIUS, ground, None)
        gap = (self.width() - _SMALL_ICON) / 2
        box = QRectF(self.rect()).adjusted(gap, gap, -gap, -gap)
        self._appearance.icons.paint(painter, box, "close", self._appearance.token(self._ink("text2")))


class Button(PaintedButton):
    """A button with a word, an icon before it or behind it, or an icon alone."""

    def __init__(
        self,
        appearance: Appearance,
        text: str = "",
        *,
        role: Role = "normal",
        icon: str = "",
        trailing: str = "",
        height: int = 32,
        name: str = "",
        tip: str = "",
        danger: bool = False,
    ) -> None:
        """`height` is 32, 36 in footers, 40 for the PDF; a button without text needs a name."""
        super().__init__(appearance, text, name=name, tip=tip or ("" if text else name))
        self._role, self._icon, self._trailing = role, icon, trailing
        self._height, self._danger = height, danger
        if role == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_role(self, role: Role) -> None:
        """Make it the primary button, or no longer."""
        self._role = role
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def _bold(self) -> bool:
        return self._role == "primary"

    def _padding(self) -> int:
        if self._role == "link":
            return 4
        return 12 if self._role == "quiet" or self._icon or self._trailing else 16

    def sizeHint(self) -> QSize:
        height = self._appearance.measure(self._height)
        if not self.text():
            return QSize(height, height)
        icons = (bool(self._icon) + bool(self._trailing)) * (_ICON + _ICON_GAP - 2)
        return QSize(self._advance(self.text(), bold=self._bold()) + icons + 2 * self._padding(), height)

    def _colours(self) -> tuple[Token, QColor | None, QColor | None]:
        """Ink, ground and border of the present state."""
        token = self._appearance.token
        if not self.isEnabled():
            framed = self._role in {"primary", "normal"}
            return "text3", token("sunken") if framed else None, token("grid") if framed else None
        strong: Token = "bad" if self._danger else "accent"
        if self._role == "primary":
            darker: Token = "badHover" if self._danger else "accentHover"
            pressed: Token = "badHover" if self._danger else "accentPressed"
            ground = pressed if self.isDown() else darker if self.underMouse() else strong
            return "onAccent" if not self._danger else "surface", token(ground), None
        if self._role == "link":
            stronger: Token = "badHover" if self._danger else "accentHover"
            return stronger if self.underMouse() else strong, None, None
        ink: Token = "bad" if self._danger else "text" if self._role == "normal" else "text2"
        if self._role == "normal":
            return ink, self._ground("surface"), token("grid")
        return ink, self._ground(None), None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink, ground, border = self._colours()
        paint_frame(painter, QRectF(self.rect()), RADIUS, ground, border)
        self._paint_content(painter, ink)
        self._focus_ring(painter, RADIUS, "text" if self._role == "primary" else "accent")

    def _paint_content(self, painter: QPainter, ink: Token) -> None:
        colour = self._appearance.token(ink)
        middle = self.height() / 2
        if not self.text():
            box = QRectF((self.width() - _ICON) / 2, middle - _ICON / 2, _ICON, _ICON)
            self._appearance.icons.paint(painter, box, self._icon, colour)
            return
        bold = self._bold()
        lead = _ICON + _ICON_GAP - 2 if self._icon else 0
        trail = _ICON + _ICON_GAP - 2 if self._trailing else 0
        room = self.width() - 2 * self._padding() - lead - trail
        text = min(self._advance(self.text(), bold=bold), room)
        left = (self.width() - lead - text - trail) / 2 if self._role != "link" else self._padding()
        if self._icon:
            box = QRectF(left, middle - _ICON / 2, _ICON, _ICON)
            self._appearance.icons.paint(painter, box, self._icon, colour)
        place = QRectF(left + lead, 0, text + 1, self.height())
        self._write(painter, place, self.text(), ink, bold=bold)
        if self._role == "link" and self.isEnabled() and (self.underMouse() or self.hasFocus()):
            base = middle + self._appearance.metrics().ascent() / 2 + 1.5
            painter.drawLine(QPointF(place.left(), base), QPointF(place.left() + text, base))
        if self._trailing:
            box = QRectF(place.left() + text + _ICON_GAP - 2, middle - _ICON / 2, _ICON, _ICON)
            self._appearance.icons.paint(painter, box, self._trailing, colour)


class Chip(PaintedButton):
    """A filter that can be switched on: a word and how many it would show."""

    def __init__(
        self, appearance: Appearance, word: str, count: int | None = None, *, code: str = "", name: str = ""
    ) -> None:
        """`code` is for the page to tell its chips apart."""
        super().__init__(appearance, word, name=name)
        self.code = code
        self._name = name or word
        self._count: int | None = None
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """Show another count, or none."""
        self._count = count
        self.setAccessibleName(self._name if count is None else f"{self._name} {count}")
        self.updateGeometry()
        self.update()

    def _shown(self) -> str:
        return self.text() if self._count is None else f"{self.text()} {self._count}"

    def sizeHint(self) -> QSize:
        # Measured in the weight that it takes when checked, so that it keeps its width.
        return QSize(self._advance(self._shown(), 12, bold=True) + 24, self._appearance.measure(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        token, on = self._appearance.token, self.isChecked() and self.isEnabled()
        ground = token("accentTint") if on and not self.isDown() else self._ground("surface")
        radius = min(RADIUS_CHIP + (self.height() - 28) / 2, self.height() / 2)
        border = token("accent" if on else "control" if self.underMouse() else "grid")
        paint_frame(painter, QRectF(self.rect()), radius, ground, border)
        ink: Token = "accent" if on else "text2" if self.isEnabled() else "text3"
        box = QRectF(self.rect()).adjusted(8, 0, -8, 0)
        self._write(painter, box, self._shown(), ink, size=12, bold=on, place=int(_CENTRE))
        self._focus_ring(painter, radius)


class StatusButton(PaintedButton):
    """One of the five answers: its mark and key on top, its word below."""

    takes_enter = False

    def __init__(self, appearance: Appearance, code: str, word: str, key: str) -> None:
        super().__init__(appearance, word, tip=f"{word} ({key})")
        self.code = code
        self._key = key
        self._locked = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_word(self, word: str) -> None:
        """Take the word that the status has for another kind of item."""
        self.setText(word)
        self.setAccessibleName(word)
        self.set_tip(word if self._locked else f"{word} ({self._key})")
        self.updateGeometry()

    def set_locked(self, locked: bool) -> None:
        """Only tell the answer: it takes no other, so the others are no buttons any more."""
        self._locked = locked
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, not locked)
        self.set_word(self.text())
        self.update()

    def sizeHint(self) -> QSize:
        width = max(100, self._advance(self.text(), bold=True) + 24)
        return QSize(width, self._appearance.measure(60))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._advance(self.text(), bold=True) + 20, self._appearance.measure(60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        token, on = self._appearance.token, self.isChecked()
        faded = self._locked and not on
        own = mark_token(self.code)
        ground = token(mark_tint(self.code)) if on else self._ground("surface")
        border = token(own) if on else token("control" if self.underMouse() else "grid")
        if not faded:
            paint_frame(painter, QRectF(self.rect()), RADIUS_CARD, ground, border, 2 if on else 1)
        painter.setOpacity(_FADED if faded else 1)
        paint_mark(painter, QRectF(12, 11, 16, 16), self.code, self._appearance)
        painter.setOpacity(1)
        if not self._locked:
            key = QRectF(0, 8, self.width() - 12, 22)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self._write(painter, key, self._key, own if on else "text3", size=12, place=int(right))
        word = QRectF(12, 30, self.width() - 20, self.height() - 36)
        ink: Token = own if on else "text" if self.isEnabled() and not faded else "text3"
        self._write(painter, word, self.text(), ink, bold=on)
        if self.hasFocus():
            # Inside the border, which keeps telling the status.
            inner = QRectF(self.rect()).adjusted(3, 3, -3, -3) if on else QRectF(self.rect())
            paint_frame(painter, inner, RADIUS_CARD - (3 if on else 0), None, token("accent"), 2)


class MarkButton(PaintedButton):
    """One of several grades: a mark and its word, in the mark's colour when chosen."""

    takes_enter = False

    def __init__(self, appearance: Appearance, mark: str, word: str, *, code: str = "") -> None:
        super().__init__(appearance, word)
        self.code = code or mark
        self._mark = mark
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._advance(self.text(), bold=True) + 42, self._appearance.measure(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        token, on = self._appearance.token, self.isChecked()
        own = mark_token(self._mark)
        ground = token(mark_tint(self._mark)) if on else self._ground("surface")
        border = token(own) if on else token("control" if self.underMouse() else "grid")
        paint_frame(painter, QRectF(self.rect()), RADIUS, ground, border, 2 if on else 1)
        paint_mark(painter, QRectF(10, (self.height() - 16) / 2, 16, 16), self._mark, self._appearance)
        box = QRectF(32, 0, self.width() - 40, self.height())
        ink: Token = own if on else "text2" if self.isEnabled() else "text3"
        self._write(painter, box, self.text(), ink, bold=on)
        if self.hasFocus():
            inner = QRectF(self.rect()).adjusted(3, 3, -3, -3) if on else QRectF(self.rect())
            paint_frame(painter, inner, RADIUS - (3 if on else 0), None, token("accent"), 2)
