"""A field of several lines that grows with what is written in it."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QResizeEvent

from desktop.appearance import Appearance
from desktop.controls.fields import NoteField

#: Border, padding and margin of the text above and below.
_FRAME: Final = 20
#: Margins of the text left and right.
_MARGIN: Final = 8


class GrowingNote(NoteField):
    """As high as its text, within limits; beyond them it scrolls."""

    def __init__(
        self, appearance: Appearance, name: str, *, placeholder: str = "", least: int = 2, most: int = 6
    ) -> None:
        """`least` and `most` are numbers of lines."""
        super().__init__(name)
        self._appearance = appearance
        self._least, self._most = least, most
        self.textChanged.connect(self._fit)
        appearance.changed.connect(self._fit)
        self.set_hint(placeholder)

    def set_hint(self, hint: str) -> None:
        """Show a text in its place while there is none."""
        self.setPlaceholderText(hint)
        self._fit()

    def _fit(self) -> None:
        line = self._appearance.metrics(14).lineSpacing()
        # A plain text document measures its height in lines.
        lines = math.ceil(self.document().size().height())
        if self.document().isEmpty():
            room = QRectF(0, 0, max(self.contentsRect().width() - _MARGIN, 1), 1e6)
            flags = int(Qt.TextFlag.TextWordWrap)
            box = self._appearance.metrics(14).boundingRect(room, flags, self.placeholderText())
            lines = round(box.height() / line)
        lines = min(max(lines, self._least), self._most)
        self.setFixedHeight(lines * math.ceil(line) + _FRAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
