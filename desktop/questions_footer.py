"""The footer of 检查: back and forth between open items, whether everything is saved, what is still open."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.signs import Badge, MarkView
from desktop.controls.texts import ElidedLabel
from desktop.tokens import MARGIN, PADDING, UNIT
from desktop.translation import translate

#: The mark of each state of saving.
_MARKS: Final = {"saved": "check/ok", "saving": "clock/text3", "failed": "warning/bad"}


class QuestionsFooter(QWidget):
    """Never scrolled away."""

    previous = Signal()
    following = Signal()
    retried = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        back = translate("Questions", "上一未评")
        on = translate("Questions", "下一未评")
        self.back = Button(appearance, back, icon="arrow-left", height=36, tip=f"{back} (F7)")
        self.on = Button(appearance, on, role="primary", trailing="arrow-right", height=36, tip=f"{on} (F8)")
        self._back_key = Badge(appearance, "plan", "F7")
        self._on_key = Badge(appearance, "plan", "F8")
        self._mark = MarkView(appearance, "check/ok", "")
        self._state = ElidedLabel(appearance, size=12, tone="text2")
        self.retry = Button(appearance, translate("Questions", "重试"), role="link")
        self._open = ElidedLabel(appearance, size=12, tone="text3")
        self.back.clicked.connect(lambda _=False: self.previous.emit())
        self.on.clicked.connect(lambda _=False: self.following.emit())
        self.retry.clicked.connect(lambda _=False: self.retried.emit())
        # One reads the word of the key in the button's name.
        for key in (self._back_key, self._on_key):
            key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._beside_item = QWidget()
        row = QHBoxLayout(self._beside_item)
        row.setContentsMargins(PADDING, 0, MARGIN, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.back)
        row.addWidget(self._back_key)
        row.addSpacing(PADDING)
        row.addStretch(1)
        row.addWidget(self._mark)
        row.addWidget(self._state, 8)
        row.addWidget(self.retry)
        row.addStretch(1)
        row.addSpacing(PADDING)
        row.addWidget(self._on_key)
        row.addWidget(self.on)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, PADDING, 0)
        outer.setSpacing(0)
        outer.addWidget(self._beside_item)
        outer.addWidget(self._open, 1)
        outer.addStretch(0)

    def show_state(self, state: str, text: str) -> None:
        """Show whether everything is saved, in words."""
        self._mark.set_mark(_MARKS[state], text)
        self._state.set_text(text)
        self._state.set_tone("bad" if state == "failed" else "text2")
        self.retry.setVisible(state == "failed")

    def show_open(self, count: int, critical: int) -> None:
        """Show how many items are open, and how many critical ones of them."""
        if not count:
            text = translate("Questions", "全部评完")
        elif critical:
            words = translate("Questions", "还有 {n} 项未评，其中关键 {critical} 项")
            text = words.format(n=count, critical=critical)
        else:
            text = translate("Questions", "还有 {n} 项未评").format(n=count)
        self._open.set_text(text)

    def set_item_width(self, width: int, beside: int) -> None:
        """End the buttons where the item ends; `beside` is the width that is left for how much is open."""
        self._beside_item.setFixedWidth(width)
        self._open.setVisible(beside >= self._open.sizeHint().width() + PADDING)
