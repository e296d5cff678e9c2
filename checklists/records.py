"""Records: what is in one enterprise's file, read and changed.

With its neighbours here (see the imports) the only place where SQLite is opened. Whatever goes wrong for a
reason outside the program raises UserError and leaves the file as it was.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from checklists import attachments, reading, stored_bytes
from checklists.answering import checked, in_scope
from checklists.assessment import Answer, Assessment, Dossier, Evidence, Issued
from checklists.canonical import fingerprint
from checklists.change_log import highest_clock, rebuild
from checklists.entities import ANSWER, ASSESSMENT, ENTITIES, EVIDENCE, ISSUED, PROFILE, SUBJECT, Entity
from checklists.errors import Language, UserError
from checklists.file_identity import VERSION
from checklists.file_lock import FileLock
from checklists.findings import follow
from checklists.history import Change, changes, undo
from checklists.identifiers import new_id
from checklists.library import Edition
from checklists.open_file import OpenFile
from checklists.profile import Profile
from checklists.scope import Scope, scope
from checklists.sqlite_faults import told_apart

#: The file of the sample enterprise: its reports are never issued.
SAMPLE_FILE_ID: Final = "5a504731-0000-4000-8000-000000000001"

#: What `save` and `remove` may touch; answers and profiles go through rules of their own.
_FREE: Final = frozenset({"person", "subject", "assessment", "finding", "action", "evidence"})


class Records(OpenFile):
    """The assessments, answers and all else that an open file holds."""

    def __init__(self, path: Path, person: str, lock: FileLock | None) -> None:
        """Meant for `create` and `open`."""
        super().__init__(path, person, lock)
        self._scopes: dict[str, Scope] = {}
        self._editions: dict[tuple[str, Language], Edition] = {}

    def keep_edition(self, body: bytes) -> str:
        """Keep an edition's canonical body, once; returns its hash."""
        found = fingerprint("edition", body)
        with self._writing() as connection:
            connection.execute(
                "insert or ignore into editions values (?, ?)", (found, zlib.compress(body, 9))
            )
        return found

    def edition(self, edition_hash: str, language: Language = "zh") -> Edition:
        """A kept edition, read once. Raises UserError (file-damaged) where it is missing or not what its hash
        says.
        """
        if (edition_hash, language) not in self._editions:
            self._editions[edition_hash, language] = Edition(self._edition_body(edition_hash), language)
        return self._editions[edition_hash, language]

    def _edition_body(self, edition_hash: str) -> bytes:
        with told_apart(self.path):
            row = self._connection.execute(
                "select body from editions where hash = ?", (edition_hash,)
            ).fetchone()
        try:
            body = zlib.decompress(row[0]) if row else b""
        except zlib.error:
            body = b""
        if fingerprint("edition", body) != edition_hash:
            raise UserError("file-damaged", path=self.path, detail=f"edition {edition_hash[:16]}")
        return body

    def start_assessment(
        self,
        edition: Edition,
        profile: Profile,
        *,
        kind: str = "self_assessment",
        title: str,
        year: str,
        selection: str = "full",
        started_on: str,
        ended_on: str = "",
    ) -> str:
        """Start an assessment of the enterprise with its own profile; returns its id. Days are ISO text."""
        assessment = new_id()
        fields = {"kind": kind, "title": title, "year": year, "started_on": started_on, "ended_on": ended_on}
        fields |= {
            "edition": self.keep_edition(edition.body),
            "scoring": edition.scoring,
            "selection": selection,
        }
        with self._step() as step:
            subject = reading.rows(step.connection, SUBJECT)[0]["id"]
            taken = {former.number for former in reading.assessments(step.connection)}
            step.set(
                ASSESSMENT,
                assessment,
                {**fields, "subject": subject, "number": _number(assessment, year, taken)},
            )
            step.set(PROFILE, assessment, profile._asdict())
        return assessment

    def assessments(self) -> tuple[Assessment, ...]:
        """All assessments, the newest last."""
        with self._reading() as connection:
            return reading.assessments(connection)

    def dossier(self, assessment_id: str | None = None) -> Dossier:
        """All of an assessment, or of the newest, as of one moment. Raises UserError (assessment-missing)."""
        with self._reading() as connection:
            return reading.dossier(connection, assessment_id)

    def scope(self, assessment_id: str) -> Scope:
        """The scope of an assessment, worked out once until profile or selection change. Raises UserError."""
        if assessment_id not in self._scopes:
            with self._reading() as connection:
                assessment = reading.assessment(connection, assessment_id)
                profile = reading.profile(connection, assessment_id)
            self._scopes[assessment_id] = self._worked_out(assessment, profile)
        return self._scopes[assessment_id]

    def set_profile(self, assessment_id: str, profile: Profile) -> None:
        """Change an assessment's profile; the findings follow the scope that results."""
        with self._reading() as connection:
            assessment = reading.assessment(connection, assessment_id)
        found = self._worked_out(assessment, profile)
        with self._step() as step:
            step.set(PROFILE, assessment_id, profile._asdict())
            follow(step, assessment, found, reading.answers(step.connection, assessment))
        self._scopes[assessment_id] = found

    def update_assessment(self, assessment_id: str, **fields: str) -> None:
        """Change fields of an assessment."""
        self.save("assessment", assessment_id, fields)

    def answer(self, assessment_id: str, item: str, **fields: object) -> Answer:
        """Change fields of an answer (see `assessment.Answer`); only what differs is written.

        The item's finding is opened or withdrawn with it. Raises UserError as `answering.checked` does.
        """
        return self.answers(assessment_id, {item: fields})[0]

    def answers(self, assessment_id: str, given: Mapping[str, Mapping[str, object]]) -> tuple[Answer, ...]:
        """Change many answers, all or none: item -> field -> value."""
        found = self.scope(assessment_id)
        kept = {item: checked(found, item, fields) for item, fields in given.items()}
        with self._step() as step:
            assessment = reading.assessment(step.connection, assessment_id)
            for item, fields in kept.items():
                step.set(ANSWER, f"{assessment_id}/{item}/{assessment.subject}", fields)
            follow(step, assessment, found, kept)
            blank = {item: Answer(item, assessment.subject) for item in kept}
            now = {item: reading.answers(step.connection, assessment, item) for item in kept}
        return tuple(now[item].get(item, blank[item]) for item in kept)

    def save(self, entity: str, entity_id: str, fields: Mapping[str, object]) -> str:
        """Change fields of a finding, action, piece of evidence, person, subject or assessment; "" makes a
        new one.

        Returns its id. Raises KeyError for a field that it does not have.
        """
        chosen = _free(entity)
        entity_id = entity_id or new_id()
        with self._step() as step:
            step.set(chosen, entity_id, fields)
        self._scopes.pop(entity_id, None)
        return entity_id

    def remove(self, entity: str, entity_id: str) -> None:
        """Remove a record and what belongs to it; `undo` brings it back. Raises UserError (issued-kept)."""
        chosen = _free(entity)
        with self._step() as step:
            if chosen is ASSESSMENT and reading.issued(step.connection, entity_id):
                raise UserError("issued-kept")
            step.remove(chosen, entity_id)
        self._scopes.pop(entity_id, None)

    @property
    def clock(self) -> int:
        """The clock of the last change, 0 in a new file."""
        with self._reading() as connection:
            return highest_clock(connection)

    def history(self, assessment_id: str | None = None, item: str | None = None) -> tuple[Change, ...]:
        """The changes of the file, an assessment or an item with all that hangs on it, oldest first."""
        with self._reading() as connection:
            return changes(connection, assessment_id, item)

    def undo(self, change_id: str) -> None:
        """Take back a change and all that was changed together with it, by new changes; findings follow by
        rule.

        Raises UserError: change-missing, change-outdated, issued-kept.
        """
        with self._step() as step:
            touched = undo(step, change_id)
            for assessment in reading.assessments(step.connection):
                answers = [
                    i.split("/")[1] for e, i in touched if e == ANSWER.name and i.startswith(assessment.id)
                ]
                if not touched.isdisjoint({(PROFILE.name, assessment.id), (ASSESSMENT.name, assessment.id)}):
                    answers = list(reading.answers(step.connection, assessment))
                if answers:
                    profile = reading.profile(step.connection, assessment.id)
                    follow(step, assessment, self._worked_out(assessment, profile), answers)
        self._scopes.clear()

    def rebuild(self) -> None:
        """Make the tables anew from the change log. Raises UserError (file-newer) for a later minor."""
        if self._version > VERSION:
            raise UserError("file-newer", path=self.path)
        with self._writing() as connection:
            rebuild(connection)
        self._scopes.clear()

    def add_evidence(
        self, assessment_id: str, item: str, source: Path | bytes, name: str = "", **fields: str
    ) -> Evidence:
        """Keep a file as proof of an item: the original byte for byte and, of a photo, a copy for print.

        `fields` are those of `assessment.Evidence`: caption, number, issuer, valid_until, taken_at. Raises
        UserError: evidence-unreadable, and as `answering.in_scope` does.
        """
        in_scope(self.scope(assessment_id), item)
        name = name or (source.name if isinstance(source, Path) else "")
        with attachments.opened(source, name) as file:
            found = attachments.look_at(file, name)
            stored_bytes.keep("evidence_bytes", found.sha256, file, self._writing)
        if found.print_copy:
            stored_bytes.keep(
                "evidence_bytes", found.print_sha256, io.BytesIO(found.print_copy), self._writing
            )
        evidence = new_id()
        with self._step() as step:
            subject = reading.assessment(step.connection, assessment_id).subject
            others = reading.rows(step.connection, EVIDENCE, "assessment = ?", (assessment_id,))
            made: dict[str, object] = {
                "assessment": assessment_id,
                "item": item,
                "subject": subject,
                "name": name,
            }
            made |= {
                "sha256": found.sha256,
                "size": found.size,
                "kind": found.kind,
                "print_sha256": found.print_sha256,
            }
            made |= {"person": step.person, "taken_at": found.taken_at or step.at}
            made |= {"position": 1 + max((other["position"] for other in others), default=0)}
            step.set(EVIDENCE, evidence, made | fields)
            (row,) = reading.rows(step.connection, EVIDENCE, "id = ?", (evidence,))
        return Evidence(**row)

    @staticmethod
    def must_be_readable(path: Path) -> None:
        """Raises UserError (evidence-unreadable) for a file that cannot be kept as evidence."""
        attachments.must_be_readable(path)

    def evidence_bytes(self, sha256: str) -> bytes | None:
        """The bytes of an original or a print copy; None where they are not in this copy of the file, which
        is normal.

        Raises UserError (file-damaged).
        """
        return self._bytes("evidence_bytes", sha256)

    def issue(self, assessment_id: str, report_fingerprint: str, body: bytes, pdf: bytes) -> Issued:
        """Keep a report as it is handed out. The same fingerprint again is the same revision, and the first
        copy stays.

        Raises UserError (sample-not-issued).
        """
        if self.file_id == SAMPLE_FILE_ID:
            raise UserError("sample-not-issued")
        former = self.issued(assessment_id)
        if same := next((i for i in former if i.fingerprint == report_fingerprint), None):
            return same
        made: dict[str, object] = {"assessment": assessment_id, "fingerprint": report_fingerprint}
        for name, data in (("body_sha256", body), ("pdf_sha256", pdf)):
            made[name], _ = stored_bytes.sha256_and_size(io.BytesIO(data))
            stored_bytes.keep("issued_bytes", str(made[name]), io.BytesIO(data), self._writing)
        with self._step() as step:
            made["number"] = reading.assessment(step.connection, assessment_id).number
            made |= {"revision": len(former) + 1, "at": step.at, "person": step.person}
            step.set(ISSUED, new_id(), made)
        return self.issued(assessment_id)[-1]

    def issued(self, assessment_id: str) -> tuple[Issued, ...]:
        """The reports issued of an assessment, the latest revision last."""
        with self._reading() as connection:
            return reading.issued(connection, assessment_id)

    def issued_bytes(self, sha256: str) -> bytes | None:
        """The canonical body or the PDF of an issued report. Raises UserError (file-damaged)."""
        return self._bytes("issued_bytes", sha256)

    def _worked_out(self, assessment: Assessment, profile: Profile) -> Scope:
        edition = self.edition(assessment.edition)
        return scope(edition, profile.known_facts(edition.interview), assessment.selection)


def _free(entity: str) -> Entity:
    if entity not in _FREE:
        raise ValueError(f"{entity} has rules of its own")
    return ENTITIES[entity]


def _number(assessment: str, year: str, taken: set[str]) -> str:
    """ZP-2026-0117: four digits from the UUID, others where they are taken in this file."""
    digits = _whole(assessment)
    while (number := f"ZP-{year}-{digits % 10_000:04d}") in taken:
        digits = digits // 10_000 or _whole(new_id())
    return number


def _whole(uuid: str) -> int:
    """A UUID as the number that it writes."""
    return int(uuid.replace("-", ""), 16)
