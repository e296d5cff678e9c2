"""Bytes kept by their SHA-256 in parts of 1 MiB, so that no transaction is long."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import IO, Final, Literal

Table = Literal["evidence_bytes", "issued_bytes"]
PART_BYTES: Final = 1 << 20


def sha256_and_size(file: IO[bytes]) -> tuple[str, int]:
    """The hash of a file's bytes from its beginning, as hex digits, and how many there are."""
    digest, size = hashlib.sha256(), 0
    for part in parts_of(file):
        digest.update(part)
        size += len(part)
    return digest.hexdigest(), size


def parts_of(file: IO[bytes]) -> Iterator[bytes]:
    """A file's bytes from its beginning, part by part; one empty part for an empty file."""
    file.seek(0)
    yield file.read(PART_BYTES)
    while part := file.read(PART_BYTES):
        yield part


def keep(
    table: Table,
    sha256: str,
    file: IO[bytes],
    writing: Callable[[], AbstractContextManager[sqlite3.Connection]],
) -> None:
    """Keep a file's bytes, each part in a transaction of its own; what is there is not written again."""
    for number, part in enumerate(parts_of(file)):
        with writing() as connection:
            connection.execute(f"insert or ignore into {table} values (?, ?, ?)", (sha256, number, part))


def read(connection: sqlite3.Connection, table: Table, sha256: str) -> bytes | None:
    """The bytes with that hash, read part by part; None where they are not in this copy.

    Raises ValueError where the bytes are not those of the hash.
    """
    parts: list[bytes] = []
    while row := connection.execute(
        f"select bytes from {table} where sha256 = ? and part = ?", (sha256, len(parts))
    ).fetchone():
        parts.append(row[0])
    found = b"".join(parts)
    if not parts:
        return None
    if hashlib.sha256(found).hexdigest() != sha256:
        raise ValueError(f"{table} {sha256}")
    return found
