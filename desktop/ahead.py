"""What a change makes of the dossier in memory, ahead of its being written: from dossier to dossier.

They follow the rules that Records follows, so that what is painted is what will be read back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from checklists.assessment import Action, Answer, Assessment, Dossier, Evidence, Finding, due_finding
from checklists.change_log import utc_now
from checklists.entities import storable
from checklists.profile import Profile
from checklists.scope import Scope

#: Dossier -> dossier.
Ahead = Callable[[Dossier], Dossier]

Kept = TypeVar("Kept", Answer, Finding, Action, Evidence, Assessment)

#: Before it is written a finding that the rules open has no id but this and its item's.
_NEW: Final = "new/"


def item_of_new(finding: str) -> str:
    """The item of a finding that is not written yet, "" for any other."""
    return finding.removeprefix(_NEW) if finding.startswith(_NEW) else ""


def _now(dossier: Dossier, finding: str) -> str:
    """The id of a finding: another one if it has been written since it was shown."""
    item = item_of_new(finding)
    found = dossier.finding_of(item) if item else None
    return found.id if found else finding


def answered(dossier: Dossier, scope: Scope, given: Mapping[str, Mapping[str, object]]) -> Dossier:
    """With the fields of answers set, and the findings that the rules open or withdraw for them.

    An answer that is the same already keeps its time.
    """
    answers = dict(dossier.answers)
    at = utc_now()
    for item, fields in given.items():
        former = dossier.answer(item)
        made = _with(former, fields)
        if made != former:
            answers[item] = made._replace(at=at)
    if answers == dossier.answers:
        return dossier
    return _followed(dossier._replace(answers=answers), scope, given)


def profiled(dossier: Dossier, profile: Profile) -> Dossier:
    """With another profile."""
    return dossier._replace(profile=profile)


def assessed(dossier: Dossier, fields: Mapping[str, object]) -> Dossier:
    """With fields of the assessment set."""
    return dossier._replace(assessment=_with(dossier.assessment, fields))


def found(dossier: Dossier, finding: str, fields: Mapping[str, object]) -> Dossier:
    """With fields of a finding set; an unknown one is new, unless the rules have withdrawn it again."""
    finding = _now(dossier, finding)
    if item_of_new(finding) and all(f.id != finding for f in dossier.findings):
        return dossier
    blank = Finding(finding, dossier.assessment.id, "", dossier.assessment.subject, "observation")
    return dossier._replace(findings=_put(dossier.findings, blank, fields))


def not_found(dossier: Dossier, finding: str) -> Dossier:
    """Without a finding and its actions."""
    finding = _now(dossier, finding)
    return dossier._replace(
        findings=tuple(f for f in dossier.findings if f.id != finding),
        actions=tuple(a for a in dossier.actions if a.finding != finding),
    )


def acted(dossier: Dossier, action: str, finding: str, fields: Mapping[str, object]) -> Dossier:
    """With fields of an action set; an unknown one is new."""
    blank = Action(action, finding)
    return dossier._replace(
        actions=_put(dossier.actions, blank, {"finding": _now(dossier, finding), **fields})
    )


def not_acted(dossier: Dossier, action: str) -> Dossier:
    """Without an action."""
    return dossier._replace(actions=tuple(a for a in dossier.actions if a.id != action))


def attached(dossier: Dossier, evidence: str, fields: Mapping[str, object]) -> Dossier:
    """With fields of an attachment set."""
    kept = tuple(_with(e, fields) if e.id == evidence else e for e in dossier.evidence)
    return dossier._replace(evidence=kept)


def detached(dossier: Dossier, evidence: str) -> Dossier:
    """Without an attachment."""
    return dossier._replace(evidence=tuple(e for e in dossier.evidence if e.id != evidence))


def unchanged(dossier: Dossier) -> Dossier:
    """For what shows only once it is written."""
    return dossier


def _with(kept: Kept, fields: Mapping[str, Any]) -> Kept:
    """With fields set, their text as it will be kept."""
    texts = {name: storable(value) for name, value in fields.items() if isinstance(value, str)}
    return kept._replace(**{**fields, **texts})


def _put(kept: tuple[Any, ...], blank: Any, fields: Mapping[str, object]) -> tuple[Any, ...]:
    if any(one.id == blank.id for one in kept):
        return tuple(_with(one, fields) if one.id == blank.id else one for one in kept)
    return (*kept, _with(blank, fields))


def _followed(dossier: Dossier, scope: Scope, items: Mapping[str, object]) -> Dossier:
    worked_on = {a.finding for a in dossier.actions}
    findings = list(dossier.findings)
    for item in items:
        scoped = scope.by_id[item]
        answer = dossier.answer(item)
        own = [f for f in findings if f.item == item]
        for one in own:
            if due_finding(scoped, answer, one, has_action=one.id in worked_on) == "withdraw":
                findings.remove(one)
        due = None if own else due_finding(scoped, answer, None, has_action=False)
        if due is not None and due != "withdraw":
            findings.append(
                Finding(_NEW + item, dossier.assessment.id, item, dossier.assessment.subject, due)
            )
    return dossier._replace(findings=tuple(findings))
