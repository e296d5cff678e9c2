"""The change log: every change of any record is a row that is only ever added; the other tables follow from
it.

All changes of one transaction are a step and bear the same clock, one above the highest in the file. Changes
are ordered by clock, then id.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Final

from checklists.entities import ENTITIES, PERSON, Column, Entity, storable, written
from checklists.identifiers import new_id

Columns = tuple[str, ...]
CHANGE_COLUMNS: Final[Columns] = (
    "id", "replaces", "at_utc", "clock", "person", "device", "kind", "entity", "entity_id", "field", "value",
)  # fmt: skip

_ADD: Final = (
    f"insert into changes ({', '.join(CHANGE_COLUMNS)}) values ({', '.join('?' * len(CHANGE_COLUMNS))})"
)
_LAST: Final = "order by clock desc, id desc limit 1"
_LAST_OF_RECORD: Final = f"select id from changes where entity = ? and entity_id = ? {_LAST}"
_LAST_OF_FIELD: Final = (
    f"select id from changes where entity = ? and entity_id = ? and field in (?, '') {_LAST}"
)


def utc_now() -> str:
    """The time as it is kept: UTC to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def highest_clock(connection: sqlite3.Connection) -> int:
    """The highest clock in the file, 0 in a new one."""
    (clock,) = connection.execute("select max(clock) from changes").fetchone()
    return int(clock or 0)


class Step:
    """One transaction's changes as they are written."""

    def __init__(self, connection: sqlite3.Connection, clock: int, person: str, device: str) -> None:
        self.connection = connection
        self.at = utc_now()
        self.former_clock = clock
        self._device = device
        self._person_name = str(storable(person))
        self._person = ""
        self._seen: set[tuple[str, str, str]] = set()

    @property
    def clock(self) -> int:
        """The clock of the file with this step."""
        return self.former_clock + bool(self._seen)

    @property
    def person(self) -> str:
        """The id of the person who writes; the first step under a name makes the person's record."""
        if not self._person:
            row = self.connection.execute(
                "select id from people where name = ? order by id limit 1", (self._person_name,)
            ).fetchone()
            self._person = row[0] if row else new_id()
            if not row:
                self._add("set", PERSON, self._person, "name", written(self._person_name))
                put(self.connection, PERSON, {"id": self._person, "name": self._person_name})
        return self._person

    def set(self, entity: Entity, entity_id: str, values: Mapping[str, object]) -> bool:
        """Set fields of a record, making it if it is not there; None sets the default.

        Only differing values are written; returns whether any was. Raises KeyError for an unknown field.
        """
        texts = {name: None if value is None else written(value) for name, value in values.items()}
        new = {name: entity.column(name, text) for name, text in texts.items()}
        row = self._row(entity, entity_id)
        former = row or {name: entity.column(name, None) for name in entity.forms}
        differing = {name: value for name, value in new.items() if value != former[name]}
        for name in differing:
            self._add("set", entity, entity_id, name, texts[name])
        if differing:
            self._put(entity, {**entity.keys(entity_id), **differing})
        return bool(differing)

    def remove(self, entity: Entity, entity_id: str) -> None:
        """Remove a record and, before it, every record that refers to it."""
        for child, child_id in referring(self.connection, entity, entity_id):
            self.remove(child, child_id)
        if self._row(entity, entity_id) is None:
            return
        self._add("remove", entity, entity_id, "", None)
        self.connection.execute(
            f"delete from {entity.table} where {_keyed(entity)}", tuple(entity.keys(entity_id).values())
        )

    def _row(self, entity: Entity, entity_id: str) -> dict[str, Column] | None:
        names = tuple(entity.forms)
        row = self.connection.execute(
            f"select {', '.join(names)} from {entity.table} where {_keyed(entity)}",
            tuple(entity.keys(entity_id).values()),
        ).fetchone()
        return row and dict(zip(names, row, strict=True))

    def _add(self, kind: str, entity: Entity, entity_id: str, field: str, value: str | None) -> None:
        place = (entity.name, entity_id, field)
        if place in self._seen:
            raise ValueError(f"{place} changes twice in one step")
        self._seen.add(place)
        person = self.person
        last = (
            self.connection.execute(_LAST_OF_FIELD, place)
            if field
            else self.connection.execute(_LAST_OF_RECORD, place[:2])
        ).fetchone()
        row = (
            new_id(),
            last and last[0],
            self.at,
            self.clock,
            person,
            self._device,
            kind,
            *place,
            value,
        )
        self.connection.execute(_ADD, row)

    def _put(self, entity: Entity, values: dict[str, Column]) -> None:
        if entity.stamp:
            values[entity.stamp] = self.at
        put(self.connection, entity, values)


def put(connection: sqlite3.Connection, entity: Entity, values: Mapping[str, Column]) -> None:
    """Insert or update the row of a record."""
    keys = ", ".join(entity.key)
    sets = ", ".join(f"{name} = excluded.{name}" for name in values if name not in entity.key)
    connection.execute(
        f"insert into {entity.table} ({', '.join(values)}) values ({', '.join('?' * len(values))}) "
        f"on conflict ({keys}) do " + (f"update set {sets}" if sets else "nothing"),
        tuple(values.values()),
    )


def referring(connection: sqlite3.Connection, entity: Entity, entity_id: str) -> Iterator[tuple[Entity, str]]:
    """The records that refer to a record, as entity and id."""
    for other in ENTITIES.values():
        for column, name in other.refers.items():
            if name == entity.name:
                key = " || '/' || ".join(other.key)
                rows = connection.execute(f"select {key} from {other.table} where {column} = ?", (entity_id,))
                yield from [(other, row[0]) for row in rows.fetchall()]


def refers_to_nothing(connection: sqlite3.Connection, entity: Entity, entity_id: str) -> bool:
    """Whether a record names another one that is not there."""
    return any(
        connection.execute(
            f"select 1 from {entity.table} where {_keyed(entity)}"
            f" and {column} not in (select id from {ENTITIES[name].table})",
            tuple(entity.keys(entity_id).values()),
        ).fetchone()
        for column, name in entity.refers.items()
    )


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the tables anew from the change log, inside the caller's transaction."""
    state: dict[tuple[str, str], dict[str, Column]] = {}
    rows = connection.execute(
        "select kind, entity, entity_id, field, value, at_utc from changes order by clock, id"
    )
    for kind, name, entity_id, field, value, at in rows:
        entity = ENTITIES[name]
        if kind == "remove":
            state.pop((name, entity_id), None)
            continue
        record = state.setdefault((name, entity_id), dict(entity.keys(entity_id)))
        record[field] = entity.column(field, value)
        if entity.stamp:
            record[entity.stamp] = at
    for entity in ENTITIES.values():
        connection.execute(f"delete from {entity.table}")
    for (name, _), record in state.items():
        put(connection, ENTITIES[name], record)


def _keyed(entity: Entity) -> str:
    return " and ".join(f"{column} = ?" for column in entity.key)
