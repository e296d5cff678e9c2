"""The order in which Tab goes through what is on a page: as it is read, whatever was made first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_as_read(*parts: QWidget) -> None:
    """Have Tab go through the parts one after the other, in each in the order of its layouts."""
    stops = [stop for part in parts for stop in _stops(part)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """The widget and what is inside it, so far as Tab can stop there."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        yield from _stops(inside) if inside is not None else ()
    elif (layout := widget.layout()) is not None:
        children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for part in _laid_out(layout, children):
            yield from _stops(part)


def _laid_out(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Those of the widgets that stand in the layout, in its order.

    A layout is never asked for its items: what Python holds of them outlives them, and is then mistaken for
    another item at the same place in memory.
    """
    found: dict[int, QWidget | QLayout] = {layout.indexOf(widget): widget for widget in widgets}
    found |= {layout.indexOf(inner): inner for inner in layout.children() if isinstance(inner, QLayout)}
    for place in sorted(found.keys() - {-1}):
        part = found[place]
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _laid_out(part, widgets)
