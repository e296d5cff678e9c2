"""Making a report beside other threads without holding them up."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

#: Seconds. A save gives the interpreter up a dozen times, and waits one turn of a busy thread each time: with
#: Python's 5 ms that is over 50 ms, with this under 20.
_TURN: Final = 0.0005
#: What is set here holds for the whole process, so that reports are made one after the other.
_ONE_AT_A_TIME: Final = threading.Lock()


def turns_are_short() -> bool:
    """Whether a report is being made."""
    return _ONE_AT_A_TIME.locked()


@contextmanager
def short_turns() -> Iterator[None]:
    """Let the other threads have their turn soon while a report is made, and look for no garbage meanwhile: a
    full collection stops all of them for some 80 ms.
    """
    with _ONE_AT_A_TIME:
        turn, collecting = sys.getswitchinterval(), gc.isenabled()
        sys.setswitchinterval(_TURN)
        gc.disable()
        try:
            yield
        finally:
            sys.setswitchinterval(turn)
            if collecting:
                gc.enable()
