"""Carrying out what the rules ask: an unmet duty opens a finding, a met one withdraws an unused one."""

from __future__ import annotations

from collections.abc import Iterable

from checklists import reading
from checklists.assessment import Answer, Assessment, due_finding
from checklists.change_log import Step
from checklists.entities import FINDING
from checklists.identifiers import new_id
from checklists.scope import Scope


def follow(step: Step, of: Assessment, scope: Scope, items: Iterable[str]) -> None:
    """Open and withdraw the findings of items as their answers now ask. Items out of scope keep theirs."""
    worked_on = {a.finding for a in reading.actions(step.connection, of)}
    for item in items:
        scoped = scope.by_id.get(item)
        if scoped is None:
            continue
        answer = reading.answers(step.connection, of, item).get(item) or Answer(item, of.subject)
        found = [f for f in reading.findings(step.connection, of, item) if f.opened_as != "observation"]
        for finding in found:
            if due_finding(scoped, answer, finding, has_action=finding.id in worked_on) == "withdraw":
                step.remove(FINDING, finding.id)
        due = None if found else due_finding(scoped, answer, None, has_action=False)
        if due is not None:
            made = {"assessment": of.id, "item": item, "subject": of.subject, "opened_as": due}
            step.set(FINDING, new_id(), made)
