"""Reading the change log: who changed what and when, and taking a step back by a new one."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Final, Literal, NamedTuple

from checklists.change_log import Step, referring, refers_to_nothing
from checklists.entities import ANSWER, ENTITIES, Entity
from checklists.errors import UserError

#: A record by the name of its entity and its id.
Record = tuple[str, str]


class Change(NamedTuple):
    """One change: `at` is UTC text, `person` a name, `device` a UUID and a host name, `field` "" for a
    removal.

    `former` and `value` are what the field said before and after, None for its default. Changes of one
    transaction bear the same `clock`.
    """

    id: str
    at: str
    clock: int
    person: str
    device: str
    kind: Literal["set", "remove"]
    entity: str
    entity_id: str
    field: str
    former: Any
    value: Any

    @property
    def item(self) -> str:
        """The item whose answer was changed, else ""."""
        return self.entity_id.split("/")[1] if self.entity == ANSWER.name else ""


_CHANGES: Final = """
select c.id, c.at_utc, c.clock, p.name, c.device, c.kind, c.entity, c.entity_id, c.field, f.value, c.value
from changes c join people p on p.id = c.person left join changes f on f.id = c.replaces {where}
order by c.clock, c.entity, c.entity_id, c.field, c.id
"""
#: The records that belong to an assessment: itself, its profile, its answers, what refers to it, what refers
#: to that.
_OF_ASSESSMENT: Final = """
with direct(entity, entity_id) as (
  select 'assessment', :assessment union select 'profile', :assessment
  union select entity, entity_id from changes
    where entity = 'answer' and entity_id like :assessment || '/%'
  union select entity, entity_id from changes
    where entity in ('finding', 'evidence', 'issued') and field = 'assessment'
      and value = json_quote(:assessment)
), chosen(entity, entity_id) as (
  select entity, entity_id from direct d where :item is null
    or d.entity = 'answer' and d.entity_id like :assessment || '/' || :item || '/%'
    or exists (
      select 1 from changes i where i.entity = d.entity and i.entity_id = d.entity_id
        and i.field = 'item' and i.value = json_quote(:item)
    )
), complete(entity, entity_id) as (
  select entity, entity_id from chosen
  union select a.entity, a.entity_id from changes a
    join chosen f on f.entity = 'finding' and a.value = json_quote(f.entity_id)
    where a.entity = 'action' and a.field = 'finding'
)
"""


def changes(
    connection: sqlite3.Connection, assessment: str | None = None, item: str | None = None
) -> tuple[Change, ...]:
    """The changes of the file, an assessment, or one of its items with all that hangs on it, oldest first.

    Records that were removed are among them.
    """
    if assessment is None:
        rows = connection.execute(_CHANGES.format(where=""))
    else:
        where = "where (c.entity, c.entity_id) in (select entity, entity_id from complete)"
        query = _OF_ASSESSMENT + _CHANGES.format(where=where)
        rows = connection.execute(query, {"assessment": assessment, "item": item})
    return tuple(_change(row) for row in rows)


def undo(step: Step, change_id: str) -> set[Record]:
    """Take back all that was changed together with a change, in a new step; returns the records touched.

    Of a step with answers only the answers are taken back: their findings follow by rule. Raises UserError:
    change-missing, or change-outdated when something of it was changed again since.
    """
    together = _step_of(step.connection, change_id)
    records: dict[Record, list[Change]] = {}
    for change in together:
        records.setdefault((change.entity, change.entity_id), []).append(change)
    for (name, entity_id), own in records.items():
        _take_back(step, ENTITIES[name], entity_id, own, set(records))
    if any(refers_to_nothing(step.connection, ENTITIES[name], entity_id) for name, entity_id in records):
        raise UserError("change-outdated")
    return set(records)


def _step_of(connection: sqlite3.Connection, change_id: str) -> list[Change]:
    where = (
        "join changes one on one.id = ? and (c.clock, c.device, c.at_utc, c.person) ="
        " (one.clock, one.device, one.at_utc, one.person) where c.entity not in ('file', 'person', 'subject')"
    )
    found = [_change(row) for row in connection.execute(_CHANGES.format(where=where), (change_id,))]
    if not found:
        raise UserError("change-missing", change=change_id)
    answers = [change for change in found if change.entity == ANSWER.name]
    return answers or found


def _take_back(step: Step, entity: Entity, entity_id: str, own: list[Change], together: set[Record]) -> None:
    later = _fields_since(step, entity, entity_id, own[0].clock)
    before = _state_before(step.connection, entity, entity_id, own[0].clock)
    if later & {"", *(change.field for change in own)} or (later and own[0].kind == "remove"):
        raise UserError("change-outdated")
    if own[0].kind == "remove":
        step.set(entity, entity_id, before or {})
    elif before is not None:
        step.set(entity, entity_id, {change.field: before.get(change.field) for change in own})
    elif later and entity is ANSWER:
        step.set(entity, entity_id, {change.field: None for change in own})
    else:
        depending = {(e.name, i) for e, i in referring(step.connection, entity, entity_id)}
        if later or depending - together:
            raise UserError("change-outdated")
        step.remove(entity, entity_id)


def _fields_since(step: Step, entity: Entity, entity_id: str, clock: int) -> set[str]:
    """The fields of a record that say something else than they did at a clock, "" if it came or went since.

    What was changed and taken back again does not count: so step after step can be undone.
    """
    then = _state_before(step.connection, entity, entity_id, clock + 1)
    now = _state_before(step.connection, entity, entity_id, step.former_clock + 1)
    if then is None or now is None:
        return set() if then == now else {""}
    return {field for field in {*then, *now} if then.get(field) != now.get(field)}


def _state_before(
    connection: sqlite3.Connection, entity: Entity, entity_id: str, clock: int
) -> dict[str, object] | None:
    """The fields of a record as they were before a clock, None if it was not there."""
    rows = connection.execute(
        "select kind, field, value from changes where entity = ? and entity_id = ? and clock < ?"
        " order by clock, id",
        (entity.name, entity_id, clock),
    )
    state: dict[str, object] | None = None
    for kind, field, value in rows:
        state = None if kind == "remove" else {**(state or {}), field: _loaded(value)}
    return state


def _change(row: tuple[Any, ...]) -> Change:
    return Change(*row[:9], *map(_loaded, row[9:]))


def _loaded(value: str | None) -> object:
    return None if value is None else json.loads(value)
