"""Copies of a file in the user's data folder: without the originals of evidence, ten per file."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from checklists.connections import connect, transaction, uri
from checklists.errors import UserError
from checklists.file_identity import identify
from checklists.files import beside
from checklists.places import data_folder
from checklists.sqlite_faults import told_apart

KEPT: Final = 10
#: Of copies that follow each other faster than this only the latest is kept, so that ten reach back for
#: hours.
APART: Final = timedelta(minutes=30)

#: The tables of bytes, and the SHA-256 of those that are copied.
_BYTES: Final[Mapping[str, str]] = {
    "evidence_bytes": "select print_sha256 from main.evidence",
    "issued_bytes": "select body_sha256 from main.issued union select pdf_sha256 from main.issued",
}
_STAMP: Final = "%Y%m%dT%H%M%SZ"


class Backup(NamedTuple):
    """One copy: `at` is UTC text, `answers` how many items were answered, `enterprise` its name or ""."""

    path: Path
    file_id: str
    at: str
    answers: int
    enterprise: str


def back_up(path: Path, file_id: str) -> Path:
    """Copy a file into the data folder and drop what became superfluous there. Raises UserError.

    Photos keep their print copies; originals stay in the file alone.
    """
    target = _folder(file_id) / f"{datetime.now(UTC).strftime(_STAMP)}.zhiping"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("file-unwritable", path=target.parent, detail=error.strerror or error) from error
    with (
        beside(target) as new,
        told_apart(target),
        closing(sqlite3.connect(uri(new, "rwc"), uri=True, isolation_level=None)) as copy,
    ):
        copy.execute("attach ? as source", (uri(path),))
        _copy(copy)
    _thin_out(target.parent)
    return target


def backups(file_id: str = "") -> tuple[Backup, ...]:
    """The copies of a file, or of every file, newest first; one that cannot be read is left out."""
    found = [_looked_at(path) for path in _folder(file_id).glob("*.zhiping" if file_id else "*/*.zhiping")]
    return tuple(sorted((b for b in found if b), key=lambda b: (b.at, b.file_id), reverse=True))


def restore(backup: Path, target: Path) -> None:
    """Make a copy a file of its own. Raises UserError (file-exists) rather than write over another."""
    identify(backup)
    if target.exists():
        raise UserError("file-exists", path=target)
    with beside(target) as new:
        shutil.copyfile(backup, new)


def _copy(copy: sqlite3.Connection) -> None:
    """Copy the attached `source`: the records in one read transaction, then bytes, which never change, part
    by part.

    SQLite's backup would copy all originals of evidence first, only for them to be dropped again.
    """
    for setting in ("page_size", "auto_vacuum", "application_id", "user_version"):
        (value,) = copy.execute(f"pragma source.{setting}").fetchone()
        copy.execute(f"pragma main.{setting} = {value}")
    with transaction(copy):
        schema = copy.execute(
            "select type, name, sql from source.sqlite_master"
            " where sql is not null and name not like 'sqlite_%'"
        ).fetchall()
        tables = [name for kind, name, _ in schema if kind == "table"]
        for statement in [sql for kind, _, sql in schema if kind == "table"]:
            copy.execute(statement)
        for table in set(tables) - _BYTES.keys():
            copy.execute(f"insert into main.{table} select * from source.{table}")
        for statement in [sql for kind, _, sql in schema if kind != "table"]:
            copy.execute(statement)
    for table, wanted in _BYTES.items():
        one = f"insert into main.{table} select * from source.{table} where sha256 = ? and part = ?"
        parts = copy.execute(f"select sha256, part from source.{table} where sha256 in ({wanted})")
        for part in parts.fetchall():
            copy.execute(one, part)


def _folder(file_id: str) -> Path:
    return data_folder() / "backups" / file_id


def _thin_out(folder: Path) -> None:
    copies = sorted(folder.glob("*.zhiping"))
    if len(copies) > 2 and _time(copies[-2]) - _time(copies[-3]) < APART:
        copies.pop(-2).unlink(missing_ok=True)
    for old in copies[:-KEPT]:
        old.unlink(missing_ok=True)


def _time(path: Path) -> datetime:
    return datetime.strptime(path.stem, _STAMP).replace(tzinfo=UTC)


def _looked_at(path: Path) -> Backup | None:
    try:
        identify(path)
        at = _time(path).strftime("%Y-%m-%dT%H:%M:%SZ")
        with closing(connect(path, write=False)) as connection:
            (answers,) = connection.execute(
                "select count(*) from answers where status <> 'unanswered' or measure <> '{}'"
            ).fetchone()
            name = connection.execute(
                "select name from profiles where name <> '' order by assessment"
            ).fetchone()
    except (UserError, ValueError, sqlite3.Error):
        return None
    return Backup(path, path.parent.name, at, answers, name[0] if name else "")
