"""Where the parts of 检查 stand: tree, item, reference and footer, folded as the page becomes narrow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.panels import Ground, Separator
from desktop.marks import fill
from desktop.questions_footer import QuestionsFooter
from desktop.reading_column import WIDEST
from desktop.reading_order import tab_as_read
from desktop.reference_panel import ICONS, Part, ReferencePanel, part_words
from desktop.tokens import UNIT
from desktop.translation import translate

#: Widths of the page; the window is wider by its rail of 72.
FOLD_REFERENCE: Final = 1180 - 72
FOLD_TREE: Final = 960 - 72
#: Height of the page below which the form saves height; the window is higher by its header.
LOW: Final = 720
_TREE: Final = 312
_REFERENCE: Final = 320
_REFERENCE_WIDEST: Final = 440
_STRIP: Final = 48
_FOOTER: Final = 68


class QuestionsLayout(QWidget):
    """Sets its parts by hand: the two side panes stand beside the item, or open over it."""

    def __init__(
        self,
        appearance: Appearance,
        tree: QWidget,
        item: QWidget,
        reference: ReferencePanel,
        footer: QuestionsFooter,
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._tree, self._item, self._reference, self._footer = tree, item, reference, footer
        # Where a pane lies over the item a line shows its edge.
        self._tree_edge, self._reference_edge = Separator(vertical=True), Separator(vertical=True)
        self.tree_strip = Ground("chrome")
        self.reference_strip = Ground("sunken")
        for widget in (item, footer, tree, reference, self.tree_strip, self.reference_strip):
            widget.setParent(self)
        for edge, pane in ((self._tree_edge, tree), (self._reference_edge, reference)):
            edge.setParent(pane)
        appearance.changed.connect(self._rearrange)
        name = translate("Questions", "检查项")
        self.tree_button = Button(appearance, role="quiet", icon="list", name=name, tip=f"{name} (F6)")
        self.tree_button.clicked.connect(lambda _=False: self.show_tree(not self._tree.isVisible()))
        self.tree_button.installEventFilter(self)
        _column(self.tree_strip).insertWidget(0, self.tree_button)
        #: The icons of the strip; there are none before it is first to be seen.
        self.part_buttons: dict[Part, Button] = {}

    def order_tabs(self) -> None:
        """Have Tab go through the parts as they are read, those that come from the edge in their place."""
        tree, reference = (self.tree_strip, self._tree), (self.reference_strip, self._reference)
        tab_as_read(*tree, self._item, self._footer, *reference)

    @property
    def tree_folded(self) -> bool:
        """Whether the tree is a drawer."""
        return self.width() < FOLD_TREE

    @property
    def reference_folded(self) -> bool:
        """Whether the reference column is a strip of icons."""
        return self.width() < FOLD_REFERENCE

    def show_tree(self, shown: bool) -> None:
        """Open or close the drawer."""
        if not self.tree_folded:
            return
        self._tree.setVisible(shown)
        if shown:
            self._tree.raise_()
            self._tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_reference(self, part: Part) -> None:
        """Open a part of the reference; over the item it closes again by the same icon."""
        same = self._reference.isVisible() and self._reference.is_open(part)
        if self.reference_folded and same:
            self._reference.hide()
            return
        self._reference.show()
        self._reference.raise_()
        self._reference.open(part)
        self._reference.button(part).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_over(self) -> bool:
        """Close what is open over the item; whether there was something."""
        over = [
            pane
            for pane, folded in ((self._tree, self.tree_folded), (self._reference, self.reference_folded))
            if folded and pane.isVisible()
        ]
        for pane in over:
            pane.hide()
        return bool(over)

    def _fill_reference_strip(self) -> None:
        words = part_words()
        for place, (part, icon) in enumerate(ICONS.items()):
            button = Button(self._appearance, role="quiet", icon=icon, name=words[part])
            button.clicked.connect(lambda _=False, wanted=part: self.show_reference(wanted))
            _column(self.reference_strip).insertWidget(place, button)
            self.part_buttons[part] = button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.oldSize().width())

    def _rearrange(self) -> None:
        self._arrange(self.width())

    def _arrange(self, former: int) -> None:
        width, height = self.width(), self.height()
        footer = self._appearance.measure(_FOOTER)
        if self.reference_folded and not self.part_buttons:
            self._fill_reference_strip()
        for pane, strip, folded, limit in (
            (self._tree, self.tree_strip, self.tree_folded, FOLD_TREE),
            (self._reference, self.reference_strip, self.reference_folded, FOLD_REFERENCE),
        ):
            strip.setVisible(folded)
            if folded != (former < limit) or former < 0:
                pane.setVisible(not folded)
        left = _STRIP if self.tree_folded else _TREE
        # What is left over on a wide screen goes to the reference first: longer lines are hard to read.
        spare = max(0, width - left - 1 - _REFERENCE - WIDEST)
        column = min(_REFERENCE + spare, _REFERENCE_WIDEST)
        right = _STRIP if self.reference_folded else column
        upper = height - footer
        self._tree_edge.setGeometry(_TREE - 1, 0, 1, height)
        self._tree_edge.setVisible(self.tree_folded)
        self._reference_edge.setGeometry(0, 0, 1, upper - 1)
        self._reference_edge.setVisible(self.reference_folded)
        self._tree.setGeometry(left if self.tree_folded else 0, 0, _TREE, height)
        self.tree_strip.setGeometry(0, 0, _STRIP, height)
        self._item.setGeometry(QRect(left + 1, 0, width - left - right - 2, upper - 1))
        over = _STRIP if self.reference_folded else 0
        self._reference.setGeometry(width - column - over, 0, column, upper - 1)
        self.reference_strip.setGeometry(width - _STRIP, 0, _STRIP, upper - 1)
        self._footer.setGeometry(left + 1, upper, width - left - 1, footer)
        item = min(self._item.width(), WIDEST)
        self._footer.set_item_width(item, self._footer.width() - item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F6 comes to the button of the drawer: it opens the drawer."""
        by_key = Qt.FocusReason.ShortcutFocusReason
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() == by_key:
            self.show_tree(True)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines between the parts."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._appearance.token("surface"))
        line = self._appearance.token("line")
        item = self._item.geometry()
        fill(painter, QRect(item.left() - 1, 0, 1, self.height()), line)
        fill(painter, QRect(item.right() + 1, 0, 1, item.height()), line)
        fill(painter, QRect(item.left(), item.bottom() + 1, self.width(), 1), line)


def _column(strip: QWidget) -> QVBoxLayout:
    layout = strip.layout()
    if isinstance(layout, QVBoxLayout):
        return layout
    made = QVBoxLayout(strip)
    made.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
    made.setSpacing(UNIT)
    made.addStretch(1)
    return made
