"""Whose file it is, read from its first bytes before SQLite sees it; a foreign or newer one stays untouched.

Offsets are those of SQLite's file format: magic at 0, `user_version` at 60, `application_id` at 68,
big-endian.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final, NamedTuple

from checklists.errors import UserError

#: "ZPG1" (for ever).
APPLICATION_ID: Final = 0x5A504731
#: major * 1000 + minor of the schema that this program writes; a minor only adds.
VERSION: Final = 1000

_MAGIC: Final = b"SQLite format 3\0"
_HEADER_BYTES: Final = 100


class Identity(NamedTuple):
    """The version of a file of ours, and which file of its disk it is."""

    version: int
    place: tuple[int, int]


def identify(path: Path) -> Identity:
    """Look at a file. Raises UserError: file-missing, file-unreadable, file-foreign, file-newer."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
        where = place(path)
    except FileNotFoundError as error:
        raise UserError("file-missing", path=path) from error
    except OSError as error:
        raise UserError("file-unreadable", path=path, detail=error.strerror or error) from error
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise UserError("file-foreign", path=path)
    (version,) = struct.unpack_from(">i", header, 60)
    (application,) = struct.unpack_from(">I", header, 68)
    if application != APPLICATION_ID or version < 1000:
        raise UserError("file-foreign", path=path)
    if version // 1000 > VERSION // 1000:
        raise UserError("file-newer", path=path)
    return Identity(version, where)


def place(path: Path) -> tuple[int, int]:
    """Which file stands at a path now: device and file number. Raises OSError."""
    found = path.stat()
    return found.st_dev, found.st_ino
