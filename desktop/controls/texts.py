"""Texts: one line, one line cut short, several lines, a large figure."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.appearance import Appearance, Size
from desktop.tokens import Token

_LEADING: Final = 1.5
#: For so many widths a text knows its lines: a layout asks for some of them in turns.
_MOST_WIDTHS: Final = 8


def mark_property(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the style sheet looks at; it looks when it polishes a widget, so polish it anew."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()


class Label(QLabel):
    """A short text of one line that always has room; never read as rich text."""

    def __init__(
        self, text: str = "", *, tone: Token = "text", size: Size = 14, bold: bool = False, name: str = ""
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        # Not "size": that is a property of every widget.
        self.setProperty("step", str(size))
        self.setProperty("bold", bold)
        self.setText(text)
        if name:
            self.setAccessibleName(name)

    def set_tone(self, tone: Token) -> None:
        """Show the text in another colour."""
        mark_property(self, "tone", tone)

    def set_bold(self, bold: bool) -> None:
        """Show the text in the other weight."""
        mark_property(self, "bold", bold)


class PaintedText(QWidget):
    """What the painted texts have in common: a text, its colour, its size."""

    def __init__(self, appearance: Appearance, text: str, tone: Token, size: Size, bold: bool) -> None:
        super().__init__()
        self._appearance = appearance
        self._text, self._tone, self._size, self._bold = text, tone, size, bold
        self._tip = ""
        self.setAccessibleName(text)

    def text(self) -> str:
        """The whole text, also where it is cut short."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self._relayout()

    def set_tip(self, tip: str) -> None:
        """What the tooltip says; without this it says the whole text where that is cut."""
        self._tip = tip
        self.setToolTip(tip)

    def set_tone(self, tone: Token) -> None:
        """Show the text in another colour."""
        self._tone = tone
        self.update()

    def set_bold(self, bold: bool) -> None:
        """Show the text in the other weight."""
        self._bold = bold
        self._relayout()

    def _relayout(self) -> None:
        self.updateGeometry()
        self.update()

    def _tell_whole(self, *, cut: bool) -> None:
        """Keep the tooltip at what is painted."""
        tip = self._tip or (self._text if cut else "")
        if tip != self.toolTip():
            self.setToolTip(tip)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._relayout()
        super().changeEvent(event)


class ElidedLabel(PaintedText):
    """One line that is cut with an ellipsis where it lacks room; then the whole text is in the tooltip."""

    def __init__(
        self,
        appearance: Appearance,
        text: str = "",
        *,
        tone: Token = "text",
        size: Size = 14,
        bold: bool = False,
        middle: bool = False,
    ) -> None:
        """Cut at the end, or with `middle` in the middle, as file names are."""
        super().__init__(appearance, text, tone, size, bold)
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self._appearance.metrics(self._size, bold=self._bold)
        return QSize(math.ceil(metrics.horizontalAdvance(self._text)), math.ceil(metrics.height()))

    def minimumSizeHint(self) -> QSize:
        metrics = self._appearance.metrics(self._size, bold=self._bold)
        shortest = min(metrics.horizontalAdvance(self._text), 3 * metrics.height())
        return QSize(math.ceil(shortest), math.ceil(metrics.height()))

    def shown(self) -> str:
        """The text as it is cut for the present width."""
        metrics = self._appearance.metrics(self._size, bold=self._bold)
        return metrics.elidedText(self._text, self._mode, self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._appearance.font(self._size, bold=self._bold))
        painter.setPen(self._appearance.token(self._tone))
        place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        shown = self.shown()
        painter.drawText(self.rect(), place | Qt.TextFlag.TextSingleLine, shown)
        self._tell_whole(cut=shown != self._text)


class WrappedText(PaintedText):
    """A text of several lines, set ragged right at one and a half lines."""

    def __init__(
        self,
        appearance: Appearance,
        text: str = "",
        *,
        tone: Token = "text",
        size: Size = 14,
        bold: bool = False,
        most_lines: int = 0,
    ) -> None:
        """At most `most_lines` lines, the last one cut with an ellipsis; 0 is as many as it takes."""
        super().__init__(appearance, text, tone, size, bold)
        self._most_lines = most_lines
        self._lines: dict[int, list[str]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def lines(self, width: int) -> list[str]:
        """The lines at that width; the last one is cut if there are more than wanted."""
        if width not in self._lines:
            if len(self._lines) >= _MOST_WIDTHS:
                self._lines.clear()
            self._lines[width] = self._broken(width)
        return self._lines[width]

    def _broken(self, width: int) -> list[str]:
        lines = [line for part in self._text.split("\n") for line in self._paragraph(part, width)]
        if not self._most_lines or len(lines) <= self._most_lines:
            return lines
        metrics = self._appearance.metrics(self._size, bold=self._bold)
        kept, rest = lines[: self._most_lines - 1], "".join(lines[self._most_lines - 1 :])
        return [*kept, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]

    def _paragraph(self, text: str, width: int) -> list[str]:
        layout = QTextLayout(text, self._appearance.font(self._size, bold=self._bold))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        # Qt counts in units of UTF-16, of which a rare character takes two.
        units = text.encode("utf-16-le")
        lines: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            start = 2 * line.textStart()
            lines.append(units[start : start + 2 * line.textLength()].decode("utf-16-le"))
        layout.endLayout()
        return lines or [""]

    def _line_height(self) -> int:
        return round(self._appearance.font(self._size).pixelSize() * _LEADING)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._line_height() * len(self.lines(width))

    def sizeHint(self) -> QSize:
        metrics = self._appearance.metrics(self._size, bold=self._bold)
        longest = max(metrics.horizontalAdvance(part) for part in self._text.split("\n"))
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else math.ceil(longest) + 1
        return QSize(math.ceil(longest) + 1, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * self._line_height(), self._line_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _relayout(self) -> None:
        self._lines.clear()
        super()._relayout()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._appearance.font(self._size, bold=self._bold))
        painter.setPen(self._appearance.token(self._tone))
        metrics = self._appearance.metrics(self._size, bold=self._bold)
        height = self._line_height()
        base = (height - metrics.height()) / 2 + metrics.ascent()
        lines = self.lines(self.width())
        for number, line in enumerate(lines):
            painter.drawText(QPointF(0, number * height + base), line.rstrip())
        self._tell_whole(cut=bool(self._most_lines) and "".join(lines) != self._text.replace("\n", ""))


class Figure(QWidget):
    """A large figure with its unit, smaller, on the same baseline."""

    def __init__(self, appearance: Appearance, number: str = "", unit: str = "", *, size: Size = 32) -> None:
        super().__init__()
        self._appearance = appearance
        self._number, self._unit, self._size = number, unit, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_figure(number, unit)

    def set_figure(self, number: str, unit: str = "") -> None:
        """Show another figure."""
        self._number, self._unit = number, unit
        self.setAccessibleName(f"{number} {unit}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._appearance.metrics(self._size, bold=True)
        width = metrics.horizontalAdvance(self._number)
        if self._unit:
            width += 6 + self._appearance.metrics(14).horizontalAdvance(self._unit)
        return QSize(math.ceil(width) + 1, math.ceil(metrics.ascent() + metrics.descent()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = self._appearance.metrics(self._size, bold=True)
        base = QRectF(self.rect()).center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.setFont(self._appearance.font(self._size, bold=True))
        painter.setPen(self._appearance.token("text"))
        painter.drawText(QPointF(0, base), self._number)
        painter.setFont(self._appearance.font(14))
        painter.setPen(self._appearance.token("text2"))
        painter.drawText(QPointF(metrics.horizontalAdvance(self._number) + 6, base), self._unit)
