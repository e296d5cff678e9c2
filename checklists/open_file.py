"""An enterprise's file, made or opened: its lock, its transactions. What it holds is for `records.py`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from checklists import reading, stored_bytes
from checklists.change_log import Step, highest_clock, utc_now
from checklists.connections import connect, settle, transaction
from checklists.entities import FILE, SUBJECT
from checklists.errors import UserError
from checklists.file_identity import VERSION, identify, place
from checklists.file_lock import FileLock
from checklists.files import beside
from checklists.identifiers import new_id
from checklists.places import device
from checklists.sqlite_faults import told_apart


class OpenFile:
    """An open file. Use it in a `with` block or close it: closing makes a backup after a change.

    It belongs to the thread that opened it; a worker opens its own.
    """

    def __init__(self, path: Path, person: str, lock: FileLock | None) -> None:
        """Meant for `create` and `open`: without a lock the file is only read."""
        self.path = path
        self.person = person
        self._lock = lock
        self._device = device() if lock else ""
        self._changed = False
        self._version, self._place = identify(path)
        with told_apart(path):
            self._connection = connect(path, write=lock is not None)
            try:
                self.file_id = reading.file_id(self._connection)
                self._clock = highest_clock(self._connection)
                self._bring_forward()
            except BaseException:
                self._connection.close()
                raise

    @classmethod
    def create(cls, path: Path, *, person: str, file_id: str = "") -> Self:
        """Make a new file with one subject, the enterprise, and open it for writing.

        Raises UserError: file-exists, file-locked, file-unwritable, disk-full.
        """
        lock = FileLock.take(path, person, device())
        try:
            _make(path, person, file_id or new_id())
            return cls(path, person, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, *, person: str = "", write: bool = True, confirmed: bool = False) -> Self:
        """Open a file: for writing under a lock, or for reading only.

        Raises UserError: file-missing, file-foreign, file-newer (the file stays untouched), file-damaged,
        file-locked (open it for reading, or `confirmed` once a person has made sure that nobody writes),
        file-unwritable.
        """
        identify(path)
        if not write:
            return cls(path, person, None)
        lock = FileLock.take(path, person, device(), confirmed=confirmed)
        try:
            return cls(path, person, lock)
        except BaseException:
            lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.close()
        except UserError:
            if kind is None:
                raise

    def close(self) -> None:
        """Close the file; after a change, back it up. Raises UserError (backup-failed) once all is closed."""
        self._connection.close()
        try:
            if self._changed:
                self.back_up()
        except UserError as error:
            raise UserError("backup-failed", cause=error) from error
        finally:
            self._changed = False
            if self._lock:
                self._lock.release()

    def back_up(self) -> Path:
        """Copy the file into the data folder (see `backups.py`); any thread may. Raises UserError."""
        from checklists.backups import back_up

        return back_up(self.path, self.file_id)

    def _bring_forward(self) -> None:
        """Bring an older file that is open for writing to this version, after a copy of it was made."""
        if self._lock and self._version < VERSION:
            from checklists.migrations import migrate

            self.back_up()
            migrate(self._connection)
            self._version = VERSION

    def _bytes(self, table: stored_bytes.Table, sha256: str) -> bytes | None:
        with told_apart(self.path):
            try:
                return stored_bytes.read(self._connection, table, sha256)
            except ValueError as error:
                raise UserError("file-damaged", path=self.path, detail=error) from error

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with told_apart(self.path), transaction(self._connection):
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction in which nobody else has written since the file was opened."""
        if self._lock is None:
            raise UserError("file-read-only", path=self.path)
        before = self._connection.total_changes
        with told_apart(self.path), transaction(self._connection, "immediate"):
            try:
                same = place(self.path) == self._place and highest_clock(self._connection) == self._clock
            except OSError:
                same = False
            if not same:
                raise UserError("file-changed", path=self.path)
            yield self._connection
        self._changed = self._changed or self._connection.total_changes > before

    @contextmanager
    def _step(self) -> Iterator[Step]:
        """One transaction of changes."""
        with self._writing() as connection:
            step = Step(connection, self._clock, self.person, self._device)
            yield step
        self._clock = step.clock


def _make(path: Path, person: str, file_id: str) -> None:
    from checklists.migrations import migrate, prepare

    if path.exists():
        raise UserError("file-exists", path=path)
    with (
        beside(path) as new,
        told_apart(path),
        closing(sqlite3.connect(new, isolation_level=None)) as connection,
    ):
        prepare(connection)
        settle(connection)
        migrate(connection)
        with transaction(connection, "immediate"):
            step = Step(connection, 0, person, device())
            step.set(FILE, file_id, {"created_at": utc_now()})
            step.set(SUBJECT, new_id(), {"kind": "enterprise"})
