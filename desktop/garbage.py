"""Garbage is looked for in the thread of the window and in no other.

Python looks for it in whichever thread makes one object too many, the writer's among them. What it finds may
be widgets: one that dies in another thread holds a lock of Qt while it waits for the interpreter, and the
window's thread may hold the interpreter while it waits for that lock. Then both stand still.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

from exports.turns import turns_are_short

#: Milliseconds.
_EVERY: Final = 500
#: Objects: fewer new ones since the last look mean that nobody does anything.
_QUIET: Final = 50
#: Objects: so many new ones are gone through within some 3 ms.
_FEW: Final = 20_000


class GarbageCollector(QObject):
    """Looks for garbage now and then: through few new objects at any time, through more when nobody does
    anything, and never while a report is made.
    """

    def __init__(self, parent: QObject) -> None:
        """From now on no other thread looks for garbage; what there is now stays and is not gone through."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._new = 0
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look for garbage if it is time to."""
        new, times, _ = gc.get_count()
        enough, often, _ = gc.get_threshold()
        quiet = new - self._new < _QUIET
        if turns_are_short():
            pass
        elif quiet and times > often:
            gc.collect()
        elif new > enough and (quiet or new < _FEW):
            gc.collect(0)
        self._new = gc.get_count()[0]
