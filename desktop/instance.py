"""One window per file: who opens a file a second time is handed to the window that has it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from checklists.file_lock import lock_path

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

#: How long another window may take to answer, in milliseconds.
_PATIENCE: Final = 500


class Claim(QObject):
    """The claim of this window on a file; `called` is emitted when somebody else opens it.

    It is a courtesy: what keeps two programs from writing to one file is the file's lock.
    """

    called = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._name = _name(path)
        self._server: QLocalServer | None = None
        self._released = False

    def release(self) -> None:
        """Give the file to whoever opens it next."""
        self._released = True
        if self._server is not None:
            self._server.close()

    def listen(self) -> None:
        """Answer those who call from now on; it is slow to begin with."""
        from PySide6.QtNetwork import QLocalServer

        if self._released or self._server is not None:
            return
        self._server = server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        if not server.listen(self._name):
            QLocalServer.removeServer(self._name)  # left behind by a program that was killed
            server.listen(self._name)

    def _answer(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
        self.called.emit()


def handed_over(path: Path) -> bool:
    """Whether another window of this user has the file; it was told to come to the front.

    Who has it to write holds its lock: without one nobody is asked.
    """
    if not lock_path(path).exists():
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(_name(path))
    found = socket.waitForConnected(_PATIENCE)
    socket.abort()
    return found


def _name(path: Path) -> str:
    whose = f"{Path.home()}\n{path.resolve()}"
    return f"zhiping-{hashlib.sha256(whose.encode()).hexdigest()[:24]}"
