"""Where this machine keeps what belongs to no file: backups, preferences, the name of the device."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from checklists.errors import UserError
from checklists.identifiers import new_id

_NAME = "Zhiping"


def data_folder() -> Path:
    """The user's data folder; it may not exist yet.

    ZHIPING_DATA overrules it, so that the program can live on a stick with all it keeps.
    """
    if own := os.environ.get("ZHIPING_DATA"):
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / _NAME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _NAME
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / _NAME.lower()


def device() -> str:
    """The machine as changes name it: a UUID made once per data folder, a blank, and the name of the host.

    Raises UserError where the data folder cannot be written.
    """
    path = data_folder() / "device"
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{new_id()}\n", encoding="utf-8")
        own = path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise UserError("file-unwritable", path=path, detail=error.strerror or error) from error
    return f"{own} {host()}"


def host() -> str:
    """The name of the machine in its network."""
    if sys.platform == "win32":
        import socket

        return socket.gethostname()
    return os.uname().nodename
