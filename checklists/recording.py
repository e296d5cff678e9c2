"""Putting a file of answers into an assessment, and the sample enterprise with its answers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checklists.answering import in_scope
from checklists.assessment import Action, Dossier
from checklists.compiling import current_edition
from checklists.records import SAMPLE_FILE_ID, Records
from checklists.scope import Scope
from checklists.user_input import AnswersInput, read_answers, read_profile

#: Who answered in the sample; invented like everything in it.
_SAMPLE_PERSON = "沈立言"


def record_answers(records: Records, assessment: str, given: AnswersInput) -> int:
    """Record a file of answers: the answers in one transaction, then evidence, findings and their actions.

    Returns how many items were answered. Raises UserError for an item out of scope or evidence that cannot be
    read; then nothing was recorded.
    """
    scope = records.scope(assessment)
    for item in (*given.answers, *given.findings):
        in_scope(scope, item)
    for pieces in given.evidence.values():
        for piece in pieces:
            records.must_be_readable(piece.path)
    answers = _spread(scope, given)
    records.answers(assessment, answers)
    for item, pieces in given.evidence.items():
        kept = {e.name for e in records.dossier(assessment).evidence_of(item)}
        for piece in pieces:
            if piece.path.name not in kept:
                records.add_evidence(assessment, item, piece.path, **piece.words)
    _record_findings(records, assessment, given)
    return len(answers)


def _spread(scope: Scope, given: AnswersInput) -> dict[str, dict[str, Any]]:
    """The answers by item: what is said of a section goes to its items that have no status of their own."""
    answers = {i: dict(fields) for i, fields in given.answers.items()}
    for one in scope.items:
        of_section = given.sections.get(one.section.id)
        own = answers.get(one.id, {})
        if of_section and not one.is_measure and "status" not in own:
            answers[one.id] = {**of_section, **own}
    return answers


def _record_findings(records: Records, assessment: str, given: AnswersInput) -> None:
    dossier = records.dossier(assessment)
    for item, fields in given.findings.items():
        finding = _finding_of(records, dossier, item)
        if fields:
            records.save("finding", finding, fields)
        for action in given.actions.get(item, ()):
            same = (a.id for a in dossier.actions if a.finding == finding and _is_same(a, action))
            records.save("action", next(same, ""), {"finding": finding, **action})
    seen = {(f.item, f.facts) for f in dossier.findings}
    for observation in given.observations:
        if (observation["item"], observation["facts"]) not in seen:
            _open_finding(records, dossier, opened_as="observation", **observation)


def _is_same(action: Action, given: Mapping[str, str]) -> bool:
    """Whether a file speaks of an action that is there already: why and what are the same."""
    return all(getattr(action, key) == given.get(key, "") for key in ("cause", "correction", "measure"))


def _finding_of(records: Records, dossier: Dossier, item: str) -> str:
    """The id of an item's finding; one that the rules did not open is an improvement that is taken up."""
    found = dossier.finding_of(item)
    return found.id if found else _open_finding(records, dossier, item=item, opened_as="improvement")


def _open_finding(records: Records, dossier: Dossier, **fields: str) -> str:
    assessment = dossier.assessment
    return records.save("finding", "", {"assessment": assessment.id, "subject": assessment.subject, **fields})


def make_sample(file: Path, folder: Path) -> None:
    """Make the file of the sample enterprise from profile and answers in `folder`; it cannot be handed in."""
    edition = current_edition()
    profile, round_of = read_profile(folder / "profile.yaml", edition)
    given = read_answers(folder / "answers.yaml", edition)
    with Records.create(file, person=_SAMPLE_PERSON, file_id=SAMPLE_FILE_ID) as records:
        record_answers(records, records.start_assessment(edition, profile, **round_of), given)
