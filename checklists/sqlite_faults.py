"""What SQLite complains of, told apart: the machine's faults become a sentence, all else is our bug."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from checklists.errors import UserError

#: Primary result code of SQLite (the low byte of an extended one) -> code of the failure.
_CODES: Final[Mapping[int, str]] = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_READONLY: "file-read-only",
    sqlite3.SQLITE_PERM: "file-read-only",
    sqlite3.SQLITE_BUSY: "file-busy",
    sqlite3.SQLITE_LOCKED: "file-busy",
    sqlite3.SQLITE_CANTOPEN: "file-unwritable",
    sqlite3.SQLITE_IOERR: "file-unwritable",
    sqlite3.SQLITE_NOTADB: "file-damaged",
    sqlite3.SQLITE_CORRUPT: "file-damaged",
}


@contextmanager
def told_apart(path: Path) -> Iterator[None]:
    """Turn a fault of disk, permission or file into UserError; let every other error of SQLite pass."""
    try:
        yield
    except sqlite3.Error as error:
        code = _CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if code is None:
            raise
        raise UserError(code, path=path, detail=error) from error
