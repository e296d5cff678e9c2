"""One round of answers and its rules: what counts as answered, what blocks handing in, what opens a finding.

Everything here is plain data and plain functions: `records.py` keeps the data, `scoring.py` counts it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from checklists.profile import Profile
from checklists.scope import Scope, ScopedItem

Status = Literal["conform", "partial", "nonconform", "not_applicable", "unanswered"]
Grade = Literal["major", "minor", "observation", "improvement"]

STATUSES: Final[tuple[Status, ...]] = ("conform", "partial", "nonconform", "not_applicable", "unanswered")
UNMET: Final[frozenset[Status]] = frozenset({"partial", "nonconform"})


class Answer(NamedTuple):
    """What was answered to one item for one subject.

    `note` is the explanation, and for `not_applicable` the reason; `proof_ref` names the proof (名称、编号、
    存放处); `internal` is printed in the internal copy only; `person` can answer it (a person or department);
    `later` marks it 稍后; `measure` holds figures per level ("" where the measure has no levels) as decimal
    text: (count, of) or (value,); `meaning` holds the meaning hashes of the question that was answered;
    `at` is the UTC time of the last change.
    """

    item: str
    subject: str
    status: Status = "unanswered"
    note: str = ""
    proof_ref: str = ""
    internal: str = ""
    person: str = ""
    later: bool = False
    measure: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    meaning: tuple[str, ...] = ()
    at: str = ""

    @property
    def lacks_reason(self) -> bool:
        """Whether it is 待补理由: not applicable without a reason."""
        return self.status == "not_applicable" and not self.note.strip()

    @property
    def counted(self) -> Status:
        """The status that counts: not applicable without a reason is still unanswered."""
        return "unanswered" if self.lacks_reason else self.status


class Finding(NamedTuple):
    """What was found, graded. An unmet duty opens one; an observation is made by hand and may have no item.

    `grade` overrules what the rules propose, "" leaves the proposal; `facts` words what was seen ("" = the
    answer's note); `closed_on` is an ISO date or "".
    """

    id: str
    assessment: str
    item: str
    subject: str
    opened_as: Grade
    grade: Grade | Literal[""] = ""
    facts: str = ""
    closed_on: str = ""


class Action(NamedTuple):
    """A corrective action for a finding, from its cause to its verification.

    `correction` is what was done at once, `measure` what keeps the cause from returning; dates are ISO text
    or ""; `verified_by` is somebody other than the owner.
    """

    id: str
    finding: str
    cause: str = ""
    correction: str = ""
    measure: str = ""
    owner: str = ""
    due: str = ""
    progress: str = ""
    verification: str = ""
    verified_by: str = ""
    closed_on: str = ""


class Evidence(NamedTuple):
    """A file kept as proof of an answer.

    `sha256` is that of the original, `print_sha256` that of a photo's print copy or ""; `size` in bytes;
    `kind` is a media type; `taken_at` is UTC text; `valid_until` an ISO date or ""; `position` orders the
    attachments (附件 1, 2 ...).
    """

    id: str
    assessment: str
    item: str
    subject: str
    name: str
    kind: str
    sha256: str
    size: int
    caption: str = ""
    person: str = ""
    taken_at: str = ""
    number: str = ""
    issuer: str = ""
    valid_until: str = ""
    print_sha256: str = ""
    position: int = 0


class Assessment(NamedTuple):
    """One round of answers; `selection` as `scope.scope` takes it, days as ISO text."""

    id: str
    kind: Literal["self_assessment", "audit"]
    title: str
    number: str
    year: str
    edition: str
    scoring: str
    selection: str
    subject: str
    started_on: str
    ended_on: str
    conclusion: str = ""


class Issued(NamedTuple):
    """A report as it was issued: number and revision as printed, its fingerprint, UTC time, the person's id.

    `body_sha256` and `pdf_sha256` name the kept bytes: the canonical body and the PDF.
    """

    id: str
    assessment: str
    number: str
    revision: int
    fingerprint: str
    body_sha256: str
    pdf_sha256: str
    at: str
    person: str


class Dossier(NamedTuple):
    """All that a report or a page needs of one assessment, read at one moment."""

    file_id: str
    assessment: Assessment
    profile: Profile
    answers: Mapping[str, Answer]
    findings: tuple[Finding, ...] = ()
    actions: tuple[Action, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    people: Mapping[str, str] = MappingProxyType({})

    def answer(self, item: str) -> Answer:
        """The answer to an item; an unanswered one where there is none."""
        return self.answers.get(item) or Answer(item, self.assessment.subject)

    def evidence_of(self, item: str) -> tuple[Evidence, ...]:
        """The attachments of an item, in their order."""
        return tuple(e for e in self.evidence if e.item == item)

    def finding_of(self, item: str) -> Finding | None:
        """The stored finding of an item, if there is one; observations stand for themselves."""
        return next((f for f in self.findings if f.item == item and f.opened_as != "observation"), None)


class Point(NamedTuple):
    """Something to be done before handing in: a code, the items concerned, whether it blocks (草稿)."""

    code: str
    items: tuple[ScopedItem, ...]
    blocks: bool
    detail: str = ""


def looks_changed(scoped: ScopedItem, answer: Answer) -> bool:
    """Whether the question's meaning changed since it was answered (再看一遍).

    It did if a part of it, the item or a tightening, came, went or changed; a hash under `same_as` is the
    same.
    """
    if answer.status == "unanswered" and not answer.measure:
        return False
    answered = set(answer.meaning)
    same = [{now, *former} for now, former in zip(scoped.meaning, scoped.same_as, strict=True)]
    return any(answered.isdisjoint(part) for part in same) or not answered.issubset(set().union(*same))


def proposed_grade(scoped: ScopedItem, status: Status) -> Grade | None:
    """The grade that the rules propose: an unmet duty opens a finding, nothing else does.

    Nonconform: major if critical or by law, else minor; partial: minor.
    """
    if not scoped.is_duty or status not in UNMET:
        return None
    if status == "nonconform" and (scoped.critical or scoped.binding == "law"):
        return "major"
    return "minor"


def due_finding(
    scoped: ScopedItem, answer: Answer, finding: Finding | None, *, has_action: bool
) -> Grade | Literal["withdraw"] | None:
    """What an answer asks of the item's finding: a grade opens one, "withdraw" removes the one there is.

    Only a finding that the rules opened (major or minor) goes with its cause, and only while nobody worked on
    it: no grade, facts or date of its own, no action.
    """
    proposed = proposed_grade(scoped, answer.status)
    if finding is None:
        return proposed
    by_rule = finding.opened_as in {"major", "minor"}
    unused = by_rule and not (finding.grade or finding.facts or finding.closed_on or has_action)
    return "withdraw" if proposed is None and unused else None


def grade_of(finding: Finding, scope: Scope, dossier: Dossier) -> Grade:
    """The grade in force: what a person set, else what the rules propose today, else as it was opened.

    The rules have no say on an observation.
    """
    scoped = scope.by_id.get(finding.item) if finding.opened_as != "observation" else None
    proposed = proposed_grade(scoped, dossier.answer(finding.item).status) if scoped else None
    return finding.grade or proposed or finding.opened_as


def improvements(scope: Scope, dossier: Dossier) -> tuple[ScopedItem, ...]:
    """The list of improvements: the unmet items that are no duty.

    Nonconform ones first, of these the critical and the expected (应当) ones, then as printed.
    """
    unmet = [s for s in scope.items if not s.is_duty and dossier.answer(s.id).status in UNMET]
    order: Mapping[str, int] = {"nonconform": 0, "partial": 1}

    def rank(one: ScopedItem) -> tuple[int, bool, bool]:
        return order[dossier.answer(one.id).status], not one.critical, one.kind != "expected"

    return tuple(sorted(unmet, key=rank))


def points(scope: Scope, dossier: Dossier, today: str) -> tuple[Point, ...]:
    """What is to be done before handing in: first what blocks, then advice. `today` is an ISO date."""
    found = [*_of_profile(scope, dossier), *_blocking(scope, dossier), *_advice(scope, dossier, today)]
    return tuple(sorted((p for p in found if p.items or p.detail), key=lambda p: not p.blocks))


def is_draft(found: Sequence[Point]) -> bool:
    """Whether a report with these points is only a 草稿."""
    return any(p.blocks for p in found)


def _of_profile(scope: Scope, dossier: Dossier) -> Iterator[Point]:
    """What is missing in the profile; an open fact blocks where a duty waits for it: it is unanswered too."""
    missing = dossier.profile.missing()
    for name in missing:
        yield Point("profile-missing", (), blocks=True, detail=name)
    for fact, waiting in scope.waiting.items():
        if fact not in missing:
            duty = any(s.strongest == "duty" and not s.is_measure for s in waiting)
            yield Point("fact-open", (), blocks=duty, detail=fact)


def _blocking(scope: Scope, dossier: Dossier) -> Iterator[Point]:
    rated = [s for s in scope.items if not s.is_measure]
    answers = {s.id: dossier.answer(s.id) for s in rated}
    open_duties = (s for s in rated if s.is_duty and answers[s.id].status == "unanswered")
    yield Point("duty-unanswered", tuple(open_duties), blocks=True)
    yield Point("reason-missing", tuple(s for s in rated if answers[s.id].lacks_reason), blocks=True)
    pairs = ((here, there) for here in rated for there in _broken(here, scope, dossier))
    for pair in {frozenset((here.id, there.id)): (here, there) for here, there in pairs}.values():
        yield Point("contradiction", pair, blocks=True)


def _broken(here: ScopedItem, scope: Scope, dossier: Dossier) -> Iterator[ScopedItem]:
    status = dossier.answer(here.id).counted
    if status == "conform":
        for other in here.item.requires:
            there = scope.by_id.get(other)
            if there and dossier.answer(other).counted == "nonconform":
                yield there
    for mine, other, theirs in here.item.contradicts:
        there = scope.by_id.get(other)
        if there and status == mine and dossier.answer(other).counted == theirs:
            yield there


def _advice(scope: Scope, dossier: Dossier, today: str) -> Iterator[Point]:
    answers = {s.id: dossier.answer(s.id) for s in scope.items}
    proven = {e.item for e in dossier.evidence} | {i for i, a in answers.items() if a.proof_ref.strip()}
    expired = {e.item for e in dossier.evidence if e.valid_until and e.valid_until < today}

    def advice(code: str, concerned: Callable[[ScopedItem, Answer], bool]) -> Point:
        return Point(code, tuple(s for s in scope.items if concerned(s, answers[s.id])), blocks=False)

    yield advice("proof-missing", lambda s, a: s.is_duty and a.status == "conform" and s.id not in proven)
    yield advice("unanswered", lambda s, a: not s.is_duty and not s.is_measure and a.status == "unanswered")
    yield advice("measure-empty", lambda s, a: s.is_measure and not a.measure)
    yield advice("proof-expired", lambda s, _: s.id in expired)
    yield advice("look-again", looks_changed)
