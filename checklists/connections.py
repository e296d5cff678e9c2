"""Connections to a file of ours, with the settings that every one of them needs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

#: How long to wait for somebody else's transaction, in seconds.
_PATIENCE: Final = 5.0


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open an existing file, in autocommit: transactions are begun in so many words.

    A reader may still roll back what a killed writer left behind, and writes nothing else.
    """
    connection = sqlite3.connect(uri(path), uri=True, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.execute("pragma trusted_schema = off")
        if write:
            settle(connection)
        else:
            connection.execute("pragma query_only = on")
    except BaseException:
        connection.close()
        raise
    return connection


def uri(path: Path, mode: str = "rw") -> str:
    """The name by which SQLite opens a file: `rw` never makes a new one, `rwc` does."""
    # Not Path.as_uri: of a network drive it names the server as an authority, which SQLite refuses.
    place = quote(path.absolute().as_posix())
    return f"file://{'' if place.startswith('/') else '/'}{place}?mode={mode}"


def settle(connection: sqlite3.Connection) -> None:
    """Set what a writer needs: foreign keys, and a commit that is on the disk when it returns."""
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma journal_mode = delete")
    connection.execute("pragma synchronous = full")


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "deferred") -> Iterator[sqlite3.Connection]:
    """One transaction, `immediate` for one that will write; whatever is raised inside undoes it."""
    connection.execute(f"begin {kind}")
    try:
        yield connection
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
