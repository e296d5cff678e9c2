"""The strips under the header: what went wrong, what is not saved, that a file is only read."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.appearance import Appearance
from desktop.controls.panels import Kind, Strip

#: What can be said at once, from top to bottom.
Matter = Literal["saving", "failure", "reading"]
_MATTERS: tuple[Matter, ...] = ("saving", "failure", "reading")


class Notices(QWidget):
    """At most one strip for each matter. `followed` tells the matter and the way that its link offers, `left`
    that the strip with the focus is gone.
    """

    followed = Signal(str, str)
    left = Signal()

    def __init__(self, appearance: Appearance, after: QWidget) -> None:
        """Tab comes to the strips from `after`."""
        super().__init__()
        self._after = after
        self._appearance = appearance
        self._ways: dict[Matter, str] = {}
        self._strips: dict[Matter, Strip] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 8)
        self._column.setSpacing(8)
        self.hide()

    def show_notice(self, matter: Matter, kind: Kind, sentence: str, way: str, word: str) -> None:
        """Say something, with the word of a link and the way that it stands for."""
        self._ways[matter] = way
        strip = self._strips.get(matter) or self._add_strip(matter)
        strip.set_content(kind, sentence, link=word)
        strip.show()
        self.show()

    def put_away(self, matter: Matter) -> None:
        """Say no more of a matter."""
        if self._ways.pop(matter, None) is None:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._strips[matter].isAncestorOf(focus)
        self._strips[matter].hide()
        self.setVisible(bool(self._ways))
        if had_focus:
            self.left.emit()

    def said(self, matter: Matter) -> str:
        """The sentence on a matter, "" where nothing is said."""
        return self._strips[matter].accessibleName() if matter in self._ways else ""

    def way(self, matter: Matter) -> str:
        """The way that the link on a matter stands for."""
        return self._ways[matter]

    def _add_strip(self, matter: Matter) -> Strip:
        strip = self._strips[matter] = Strip(self._appearance, "bad", "")
        strip.followed.connect(self._follow)
        above = [m for m in _MATTERS[: _MATTERS.index(matter)] if m in self._strips]
        self._column.insertWidget(len(above), strip)
        # It is built later than the page that is read after it.
        QWidget.setTabOrder(self._strips[above[-1]].link if above else self._after, strip.link)
        return strip

    def _follow(self) -> None:
        matter = next(m for m, strip in self._strips.items() if strip is self.sender())
        self.followed.emit(matter, self._ways[matter])
