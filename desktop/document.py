"""Document: the open file, and the only way to change it. Every method here returns at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from checklists.answering import checked, in_scope
from checklists.errors import Language
from checklists.identifiers import new_id
from checklists.profile import Profile
from checklists.records import Records
from desktop import ahead
from desktop.open_document import OpenDocument, local_today
from desktop.tasks import Progress
from desktop.writer import Writer

if TYPE_CHECKING:
    from desktop.printing import Kind, Printed


class Document(OpenDocument):
    """An open file with all that can be done to it, in the thread of the window."""

    @classmethod
    def open(
        cls,
        path: Path,
        person: str,
        language: Language,
        *,
        write: bool = True,
        confirmed: bool = False,
        records: type[Records] = Records,
    ) -> Document:
        """Open a file, for writing under its lock or to look at; raises UserError as `Records.open` does."""
        if not write:
            return cls(path, language, None)
        return cls(path, language, partial(Writer, records, path, person, confirmed=confirmed))

    @classmethod
    def create(
        cls, path: Path, profile: Profile, person: str, language: Language, *, title: str = "", year: str = ""
    ) -> Document:
        """Make a file with one self-assessment of the current edition, and open it. Raises UserError."""
        from checklists.compiling import current_edition

        today = local_today()
        edition = current_edition()
        with Records.create(path, person=person) as records:
            records.start_assessment(
                edition, profile, title=title, year=year or str(today.year), started_on=today.isoformat()
            )
        return cls.open(path, person, language)

    def answer(self, item: str, **fields: object) -> None:
        """Change fields of an answer (see `assessment.Answer`); raises UserError as `answering.checked`."""
        self.answer_many({item: fields})

    def answer_many(self, given: Mapping[str, Mapping[str, object]]) -> None:
        """Change many answers in one step: item -> field -> value. Raises UserError, changing none."""
        scope = self.scope
        kept = {item: checked(scope, item, fields) for item, fields in given.items()}
        self._change(
            lambda dossier: ahead.answered(dossier, scope, kept),
            lambda records, assessment: records.answers(assessment, given),
        )

    def answer_section(self, section: str, note: str) -> int:
        """Find the open items of a section not applicable, all for the reason given; returns how many."""
        concerned = [s.id for s in self.scope.items if s.section.id == section and not s.is_measure]
        still_open = [item for item in concerned if self.dossier.answer(item).counted == "unanswered"]
        self.answer_many({item: {"status": "not_applicable", "note": note} for item in still_open})
        return len(still_open)

    def set_profile(self, profile: Profile) -> None:
        """Change the profile; what applies follows from it."""
        self._change(
            lambda dossier: ahead.profiled(dossier, profile),
            lambda records, assessment: records.set_profile(assessment, profile),
        )

    def update_assessment(self, **fields: str) -> None:
        """Change fields of the assessment: title, year, days, conclusion, selection."""
        self._change(
            lambda dossier: ahead.assessed(dossier, fields),
            lambda records, assessment: records.update_assessment(assessment, **fields),
        )

    def grade(self, item: str, grade: str) -> None:
        """Overrule the grade of an item's finding, if it has one; "" leaves it to the rules."""
        if finding := self.dossier.finding_of(item):
            self.save_finding(finding.id, grade=grade)

    def save_finding(self, finding: str, **fields: str) -> None:
        """Change fields of a finding: grade, facts, closed_on."""
        self._change(
            lambda dossier: ahead.found(dossier, finding, fields),
            lambda records, assessment: _save_finding(records, assessment, finding, fields),
        )

    def new_observation(self, item: str, facts: str, grade: str = "") -> str:
        """Note an observation, of an item or of none (""); returns its id."""
        return self._new_finding(item, "observation", facts=facts, grade=grade)

    def take_up(self, item: str) -> str:
        """Open a finding for an unmet item that is no duty, so that it can get actions; returns its id."""
        found = self.dossier.finding_of(item)
        return found.id if found else self._new_finding(item, "improvement")

    def remove_finding(self, finding: str) -> None:
        """Remove a finding and its actions."""
        self._change(
            lambda dossier: ahead.not_found(dossier, finding),
            lambda records, assessment: records.remove("finding", _written_id(records, assessment, finding)),
        )

    def save_action(self, action: str, finding: str, **fields: str) -> str:
        """Change fields of an action, or make one for the finding where `action` is ""; returns its id."""
        action = action or new_id()
        self._change(
            lambda dossier: ahead.acted(dossier, action, finding, fields),
            lambda records, assessment: records.save(
                "action", action, {"finding": _written_id(records, assessment, finding), **fields}
            ),
        )
        return action

    def remove_action(self, action: str) -> None:
        """Remove an action."""
        self._change(
            lambda dossier: ahead.not_acted(dossier, action),
            lambda records, _: records.remove("action", action),
        )

    def add_evidence(self, item: str, source: Path | bytes, name: str = "", **fields: str) -> None:
        """Keep a file as proof of an item; it shows when it is in the file. Raises UserError."""
        in_scope(self.scope, item)
        if isinstance(source, Path):
            Records.must_be_readable(source)
        size = source.stat().st_size if isinstance(source, Path) else len(source)

        def write(records: Records, assessment: str) -> None:
            self._attaching.emit(item, 0, size)
            records.add_evidence(assessment, item, source, name, **fields)
            self._attaching.emit(item, size, size)

        self._change(ahead.unchanged, write)

    def save_evidence(self, evidence: str, **fields: str) -> None:
        """Change what is said of an attachment: caption, number, issuer, valid_until."""
        self._change(
            lambda dossier: ahead.attached(dossier, evidence, fields),
            lambda records, _: records.save("evidence", evidence, fields),
        )

    def remove_evidence(self, evidence: str) -> None:
        """Remove an attachment; `undo` brings it back."""
        self._change(
            lambda dossier: ahead.detached(dossier, evidence),
            lambda records, _: records.remove("evidence", evidence),
        )

    def printing(
        self, kind: Kind, language: Language, *, internal: bool = False
    ) -> Callable[[Progress], Printed]:
        """A function for a Task: it waits until everything is saved, then makes the report of the file."""
        path, assessment, wait = self.path, self.dossier.assessment.id, self._writer and self._writer.wait

        def work(progress: Progress) -> Printed:
            from desktop.printing import printed

            if wait:
                wait()
            return printed(path, assessment, kind, language, internal=internal, progress=progress)

        return work

    def issue(self, report: Printed) -> None:
        """Keep a report that is handed out, as issued; a draft, a sample or an internal copy is not kept."""
        from exports.issuing import keep_issued

        if report.state == "final" and not report.material.internal:
            self._change(
                ahead.unchanged,
                lambda records, _: keep_issued(report.material, report.pdf, records),
                kept=True,
            )

    def evidence_bytes(self, sha256: str) -> bytes | None:
        """The bytes of an attachment as `Records.evidence_bytes`; in any thread."""
        with Records.open(self.path, write=False) as records:
            return records.evidence_bytes(sha256)

    def history(self, item: str = "") -> tuple[str, ...]:
        """The changes to an item, or all, that are in the file, one line each, newest first; any thread."""
        from exports.change_lines import change_lines

        edition, assessment = self.edition, self.dossier.assessment.id
        with Records.open(self.path, write=False) as records:
            changes = records.history(assessment, item or None)
        return tuple(change_lines(changes, edition))[::-1]

    def _new_finding(self, item: str, opened_as: str, **fields: str) -> str:
        finding, of = new_id(), self.dossier.assessment
        made = {"assessment": of.id, "item": item, "subject": of.subject, "opened_as": opened_as, **fields}
        self._change(
            lambda dossier: ahead.found(dossier, finding, made),
            lambda records, _: records.save("finding", finding, made),
        )
        return finding


def _written_id(records: Records, assessment: str, finding: str) -> str:
    """The id of a finding in the file, for one that was shown before it was written too."""
    item = ahead.item_of_new(finding)
    found = records.dossier(assessment).finding_of(item) if item else None
    return found.id if found else finding


def _save_finding(records: Records, assessment: str, finding: str, fields: Mapping[str, str]) -> None:
    written = _written_id(records, assessment, finding)
    if not ahead.item_of_new(written):
        records.save("finding", written, fields)
