"""Which controls a screen reader could not name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def nameless(whole: QWidget) -> list[QWidget]:
    """The controls to be seen that take the focus and have no accessible name."""
    able = Qt.FocusPolicy.TabFocus
    controls = [w for w in whole.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & able]
    return [w for w in controls if not w.accessibleName()]
