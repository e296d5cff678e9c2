"""Task: a plain function run in a thread of its own. Only the writer of a document has another."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

#: Is told what is done and what there is in all; returns whether to go on.
Progress = Callable[[int, int], bool]

Result = TypeVar("Result")


class Task(QObject, Generic[Result]):
    """A plain function that runs in a thread of its own; its signals arrive in the thread that made the task.

    One of `finished`, `failed` and `cancelled` comes, once. Whoever starts a task keeps it until then.
    """

    progress = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _advanced = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, work: Callable[[Progress], Result]) -> None:
        """`work` is to call the function that it is given now and then, and to return soon after a False."""
        super().__init__()
        self._work = work
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="task", daemon=True)
        self._over = False
        self._advanced.connect(self._advance, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Whether it was started and has not told its end."""
        return self._thread.ident is not None and not self._over

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the function to stop; whatever it still returns, `cancelled` comes."""
        self._stop.set()

    def join(self) -> None:
        """Wait until the function has returned; the signals come after."""
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            result, error = self._work(self._tell), None
        except Exception as raised:
            result, error = None, raised
        self._ended.emit(result, error)

    def _tell(self, done: int, total: int) -> bool:
        self._advanced.emit(done, total)
        return not self._stop.is_set()

    def _advance(self, done: int, total: int) -> None:
        if not self._stop.is_set():
            self.progress.emit(done, total)

    def _end(self, result: object, error: Exception | None) -> None:
        self._thread.join()  # which holds this object, and is not to be the last to do so
        self._over = True
        if self._stop.is_set():
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.finished.emit(result)
