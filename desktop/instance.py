"""One window per file: who opens a file a second time is handed to the window that has it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

#: How long another window may take to answer, in milliseconds.
_PATIENCE: Final = 500


class Claim(QObject):
    """The claim of this window on a file; `called` is emitted when somebody else opens it.

    It is a courtesy: what keeps two programs from writing to one file is the file's lock.
    """

    called = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = _name(path)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a program that was killed
            self._server.listen(name)

    def release(self) -> None:
        """Give the file to whoever opens it next."""
        self._server.close()

    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
        self.called.emit()


def handed_over(path: Path) -> bool:
    """Whether another window of this user has the file; it was told to come to the front."""
    socket = QLocalSocket()
    socket.connectToServer(_name(path))
    found = socket.waitForConnected(_PATIENCE)
    socket.abort()
    return found


def _name(path: Path) -> str:
    whose = f"{Path.home()}\n{path.resolve()}"
    return f"zhiping-{hashlib.sha256(whose.encode()).hexdigest()[:24]}"
