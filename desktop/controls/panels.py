"""What holds other things or says something: card, strip, section title, empty state, toast."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.appearance import Appearance
from desktop.controls.buttons import Button, paint_frame
from desktop.controls.texts import ElidedLabel, Label, WrappedText
from desktop.tokens import PADDING, RADIUS, RADIUS_CARD, UNIT, Token

Kind = Literal["info", "ok", "part", "bad", "lock"]

_KINDS: Final[dict[Kind, tuple[Token, Token, str]]] = {
    "info": ("accentTint", "accent", "info"),
    "ok": ("okTint", "ok", "check"),
    "part": ("partTint", "part", "warning"),
    "bad": ("badTint", "bad", "warning"),
    "lock": ("naTint", "text2", "lock"),
}
_TOAST_WIDTH: Final = 400
_TOAST_HEIGHT: Final = 44
#: From its bottom to that of the window: the foot of a page stays in sight.
_ABOVE: Final = 80
_TOAST_MILLISECONDS: Final = 6000


class Ground(QWidget):
    """A part of the window with a ground of its own: chrome, surface, sunken or desk."""

    def __init__(self, ground: Literal["chrome", "surface", "sunken", "desk"]) -> None:
        super().__init__()
        self.setProperty("ground", ground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class Separator(QFrame):
    """A line between two things."""

    def __init__(self, *, vertical: bool = False) -> None:
        super().__init__()
        self.setProperty("panel", "line")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class SectionTitle(QWidget):
    """A heading with a remark on its right, and room for a link."""

    def __init__(self, title: str, aside: str = "") -> None:
        super().__init__()
        self._title = Label(title, size=16, bold=True)
        self._aside = Label(aside, size=12, tone="text3")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(UNIT)
        self.row.addWidget(self._title)
        self.row.addStretch(1)
        self.row.addWidget(self._aside)

    def set_title(self, title: str) -> None:
        """Show another heading."""
        self._title.setText(title)

    def set_aside(self, aside: str) -> None:
        """Show another remark."""
        self._aside.setText(aside)

    def add(self, widget: QWidget) -> None:
        """Put a link or a button to the right end."""
        self.row.addWidget(widget)


class Card(QFrame):
    """A frame on the page with an own heading; what it holds goes into `body`."""

    def __init__(self, title: str = "", aside: str = "", *, padding: int = PADDING) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(UNIT)
        self.heading = SectionTitle(title, aside)
        self.body.addWidget(self.heading)
        self.heading.setVisible(bool(title))


class Strip(QFrame):
    """One sentence on a tinted ground with an icon, and at most one link on its right."""

    #: The link was clicked.
    followed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        kind: Kind,
        sentence: str,
        *,
        detail: str = "",
        link: str = "",
    ) -> None:
        """`detail` is a second line in small type."""
        super().__init__()
        self._appearance = appearance
        self._kind: Kind = kind
        self._icon = ""
        self._compact = False
        self._sentence = WrappedText(appearance, sentence)
        self._detail = WrappedText(appearance, detail, size=12, tone="text2")
        self._link = Button(appearance, link, role="link", height=22)
        self._link.clicked.connect(lambda _checked=False: self.followed.emit())
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._sentence)
        texts.addWidget(self._detail)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 9, 12, 9)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(self._link, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_content(kind, sentence, detail=detail, link=link)

    def set_content(
        self, kind: Kind, sentence: str, *, detail: str = "", link: str = "", icon: str = ""
    ) -> None:
        """Say something else; `icon` replaces the one of the kind."""
        self._kind, self._icon = kind, icon
        self._sentence.set_text(sentence)
        self._sentence.set_bold(kind == "bad")
        self._sentence.set_tone("bad" if kind == "bad" else "text")
        self._detail.set_text(detail)
        self._link.setText(link)
        self._link.setAccessibleName(link)
        self._link.setVisible(bool(link))
        self.set_compact(self._compact)
        self.setAccessibleName(sentence)
        self.update()

    @property
    def link(self) -> Button:
        """Where Tab stops."""
        return self._link

    def set_compact(self, compact: bool) -> None:
        """Fold to the one sentence where there is little height."""
        self._compact = compact
        self._detail.setVisible(bool(self._detail.text()) and not compact)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, ink, icon = _KINDS[self._kind]
        token = self._appearance.token
        paint_frame(painter, QRectF(self.rect()), RADIUS_CARD, token(ground), None)
        # Beside the first line.
        top = 9 + (self._appearance.font(14).pixelSize() * 1.5 - 20) / 2
        self._appearance.icons.paint(painter, QRectF(12, top, 20, 20), self._icon or icon, token(ink))


class EmptyState(QWidget):
    """What a place is for while there is nothing in it: one sentence and one button."""

    #: The button was clicked.
    pressed = Signal()

    def __init__(
        self, appearance: Appearance, icon: str, sentence: str, button: str = "", *, margin: int = 0
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._icon = icon
        self._margin = margin
        self._sentence = WrappedText(appearance, sentence, tone="text2")
        self._button = Button(appearance, button)
        self._button.clicked.connect(lambda _checked=False: self.pressed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(margin + 32, margin, margin, margin)
        column.setSpacing(12)
        column.addWidget(self._sentence)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.set_content(icon, sentence, button)

    def set_content(self, icon: str, sentence: str, button: str = "") -> None:
        """Say something else, for instance that a filter finds nothing."""
        self._icon = icon
        self._sentence.set_text(sentence)
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(sentence)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        top = self._margin + (self._appearance.font(14).pixelSize() * 1.5 - 20) / 2
        colour = self._appearance.token("text3")
        self._appearance.icons.paint(QPainter(self), QRectF(self._margin, top, 20, 20), self._icon, colour)


class _ToastButton(Button):
    """The way back, in the letters of the toast."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        self._write(painter, box, self.text(), "surface", bold=True, place=int(Qt.AlignmentFlag.AlignCenter))
        if self.hasFocus() or self.underMouse():
            paint_frame(
                painter, box, RADIUS, None, self._appearance.token("surface"), 2 if self.hasFocus() else 1
            )

    def _bold(self) -> bool:
        return True


class Toast(QFrame):
    """A short word on what was done, at the bottom of the window, with a way back; it goes by itself."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._window = parent
        self._undo: Callable[[], None] | None = None
        self._pointer = QCursor.pos()
        self._text = ElidedLabel(appearance, "", tone="surface")
        self._button = _ToastButton(appearance, "", role="quiet")
        self._button.clicked.connect(self._go_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, 0, UNIT, 0)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(_TOAST_MILLISECONDS)
        self.timer.timeout.connect(self._leave)
        self.hide()
        parent.installEventFilter(self)

    def say(self, text: str, undo_word: str = "", undo: Callable[[], None] | None = None) -> None:
        """Show the text for six seconds, with a button that undoes it."""
        self._undo = undo
        self._text.set_text(text)
        self._button.setText(undo_word)
        self._button.setAccessibleName(undo_word)
        self._button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self._pointer = QCursor.pos()
        self._place()
        self.show()
        self.raise_()
        self.timer.start()

    def put_away(self) -> None:
        """Say no more, and take nothing back any more."""
        self._undo = None
        self.timer.stop()
        self.hide()

    def _go_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _leave(self) -> None:
        focus = QApplication.focusWidget()
        # A pointer that rests where the toast came up does not look at it.
        looked_at = self.underMouse() and QCursor.pos() != self._pointer
        if looked_at or (focus is not None and self.isAncestorOf(focus)):
            self.timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        parent = self._window
        width = min(_TOAST_WIDTH, parent.width() - 2 * PADDING)
        height = self._appearance.measure(_TOAST_HEIGHT)
        self.setFixedSize(width, height)
        self.move(QPoint((parent.width() - width) // 2, parent.height() - height - _ABOVE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_frame(QPainter(self), QRectF(self.rect()), RADIUS_CARD, self._appearance.token("text"), None)
