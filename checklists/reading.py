"""The current state of a file as objects. Every function reads within the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from checklists.assessment import Action, Answer, Assessment, Dossier, Evidence, Finding, Issued
from checklists.entities import (
    ACTION,
    ANSWER,
    ASSESSMENT,
    EVIDENCE,
    FILE,
    FINDING,
    ISSUED,
    PERSON,
    PROFILE,
    Entity,
)  # fmt: skip
from checklists.errors import UserError
from checklists.profile import Profile

Row = dict[str, Any]


def rows(
    connection: sqlite3.Connection, entity: Entity, where: str = "true", values: Iterable[str] = ()
) -> list[Row]:
    """The records of an entity as Python values by column, in the order in which they were made."""
    key = " || '/' || ".join(f"{entity.table}.{column}" for column in entity.key)
    made = f"select min(clock) from changes where entity = '{entity.name}' and entity_id = {key}"
    order = f"({made}), {', '.join(entity.key)}"
    query = f"select {', '.join(entity.columns)} from {entity.table} where {where} order by {order}"
    found = connection.execute(query, tuple(values))
    return [entity.read(dict(zip(entity.columns, row, strict=True))) for row in found]


def file_id(connection: sqlite3.Connection) -> str:
    """The id of the file."""
    return str(rows(connection, FILE)[0]["id"])


def assessments(connection: sqlite3.Connection) -> tuple[Assessment, ...]:
    """All assessments in the order in which they were made."""
    return tuple(Assessment(**row) for row in rows(connection, ASSESSMENT))


def assessment(connection: sqlite3.Connection, assessment_id: str | None) -> Assessment:
    """One assessment, or the newest. Raises UserError (assessment-missing)."""
    found = [a for a in assessments(connection) if assessment_id in {None, a.id}]
    if not found:
        raise UserError("assessment-missing")
    return found[-1]


def profile(connection: sqlite3.Connection, assessment_id: str) -> Profile:
    """The profile of an assessment."""
    found = rows(connection, PROFILE, "assessment = ?", (assessment_id,))
    return Profile(**{k: v for k, v in found[0].items() if k in PROFILE.forms}) if found else Profile()


def answers(connection: sqlite3.Connection, of: Assessment, item: str | None = None) -> dict[str, Answer]:
    """The answers of an assessment by item, or the one to an item if there is one."""
    where, values = "assessment = ? and subject = ?", [of.id, of.subject]
    if item is not None:
        where, values = f"{where} and item = ?", [*values, item]
    found = rows(connection, ANSWER, where, values)
    return {row["item"]: Answer(**{k: v for k, v in row.items() if k != "assessment"}) for row in found}


def findings(connection: sqlite3.Connection, of: Assessment, item: str | None = None) -> list[Finding]:
    """The findings of an assessment, or those of an item."""
    where, values = "assessment = ? and subject = ?", [of.id, of.subject]
    if item is not None:
        where, values = f"{where} and item = ?", [*values, item]
    return [Finding(**row) for row in rows(connection, FINDING, where, values)]


def actions(connection: sqlite3.Connection, of: Assessment) -> list[Action]:
    """The actions for the findings of an assessment."""
    where = "finding in (select id from findings where assessment = ?)"
    return [Action(**row) for row in rows(connection, ACTION, where, (of.id,))]


def issued(connection: sqlite3.Connection, assessment_id: str) -> tuple[Issued, ...]:
    """The issued reports of an assessment, the latest revision last."""
    found = [Issued(**row) for row in rows(connection, ISSUED, "assessment = ?", (assessment_id,))]
    return tuple(sorted(found, key=lambda report: (report.revision, report.at)))


def dossier(connection: sqlite3.Connection, assessment_id: str | None) -> Dossier:
    """All of an assessment, or of the newest. Raises UserError (assessment-missing)."""
    of = assessment(connection, assessment_id)
    evidence = [Evidence(**row) for row in rows(connection, EVIDENCE, "assessment = ?", (of.id,))]
    return Dossier(
        file_id=file_id(connection),
        assessment=of,
        profile=profile(connection, of.id),
        answers=answers(connection, of),
        findings=tuple(findings(connection, of)),
        actions=tuple(actions(connection, of)),
        evidence=tuple(sorted(evidence, key=lambda e: (e.position, e.id))),
        people={row["id"]: row["name"] for row in rows(connection, PERSON)},
    )
