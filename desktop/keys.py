"""Keys that rate an item."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

#: Half and full width: an input method may be set to either. The numpad gives the first.
_DIGITS: Final = ("12345", "１２３４５")
_OTHERS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def status_digit(event: QKeyEvent) -> int:
    """The digit from 1 to 5 that a key types, 0 for any other key. With Shift too: AZERTY types digits so."""
    text = event.text()
    if len(text) != 1 or event.modifiers() & _OTHERS or event.isAutoRepeat():
        return 0
    return next((digits.index(text) + 1 for digits in _DIGITS if text in digits), 0)
