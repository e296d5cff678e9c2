"""What is to be done: in which order, in which state, until when, and where it is done."""

from __future__ import annotations

from datetime import date

import pytest

from checklists.assessment import Action, Finding, Point
from checklists.library import KINDS
from desktop.document import Document
from desktop.due_work import first_steps, left_to_improve, place_of, work
from exports.material import Material
from tests.desktop.driving import LABEL, PROCEDURE, PUBLISHED, numbered

TODAY = date(2026, 12, 1)


@pytest.fixture
def material(document: Document) -> Material:
    return document.material._replace(today=TODAY)


def with_action(material: Material, item: str, **fields: str) -> Material:
    """The material with one action for the finding of an item, in place of all others."""
    finding = material.dossier.finding_of(item)
    assert finding is not None
    action = Action("an-action", finding.id, **fields)
    return material.following(material.dossier._replace(actions=(action,)))


def test_gravest_come_first_and_among_them_what_is_due_first(material: Material) -> None:
    assert [(one.finding.item, one.grade, one.due) for one in work(material)] == [
        (LABEL, "major", "2026-12-05"),
        (PROCEDURE, "minor", "2026-11-30"),
        (PUBLISHED, "minor", ""),
    ]
    assert [one.number for one in work(material)] == numbered(material, LABEL, PROCEDURE, PUBLISHED)


def test_closed_ones_come_last_and_are_never_overdue(material: Material) -> None:
    closed = tuple(f._replace(closed_on="2026-11-20") if f.item == "recall-procedure" else f
                   for f in material.dossier.findings)  # fmt: skip
    found = work(material.following(material.dossier._replace(findings=closed)))
    assert found[-1].finding.item == PROCEDURE
    assert (found[-1].state, found[-1].overdue) == ("closed", False)


@pytest.mark.parametrize(
    ("due", "late", "overdue"),
    [("2026-11-30", 1, True), ("2026-12-01", 0, False), ("2026-12-05", -4, False), ("", None, False)],
)
def test_overdue_is_what_should_have_been_closed_before_today(
    material: Material, due: str, late: int | None, overdue: bool
) -> None:
    one = work(with_action(material, "label-complete", due=due))[0]
    assert (one.late, one.overdue) == (late, overdue)


@pytest.mark.parametrize(
    ("fields", "state"),
    [({}, "open"), ({"measure": "换标签"}, "open"), ({"progress": "已追回"}, "running"),
     ({"closed_on": "2026-11-20"}, "running")],
)  # fmt: skip
def test_state_follows_from_what_is_written(material: Material, fields: dict[str, str], state: str) -> None:
    assert work(with_action(material, "label-complete", **fields))[0].state == state


def test_owner_and_date_are_those_of_the_open_action_that_is_due_first(material: Material) -> None:
    finding = material.dossier.finding_of("label-complete")
    assert finding is not None
    actions = (
        Action("a", finding.id, owner="甲", due="2026-12-20"),
        Action("b", finding.id, owner="乙", due="2026-12-10"),
        Action("c", finding.id, owner="丙", due="2026-12-02", closed_on="2026-12-01"),
    )
    one = work(material.following(material.dossier._replace(actions=actions)))[0]
    assert (one.owner, one.due) == ("乙", "2026-12-10")


def test_facts_are_the_findings_own_or_else_the_answers(material: Material) -> None:
    def facts(of_finding: str) -> str:
        findings = tuple(f._replace(facts=of_finding) for f in material.dossier.findings)
        return work(material.following(material.dossier._replace(findings=findings)))[0].facts

    assert facts("标签缺厂址") == "标签缺厂址"
    assert facts(" ") == material.dossier.answer("label-complete").note


def test_first_come_unmet_duties_then_critical_blanks_then_improvements(material: Material) -> None:
    blank = material.dossier.answer("chief-officer-named")._replace(status="unanswered")
    critical = [s for s in material.scope.items if s.critical][:2]
    answers = dict(material.dossier.answers)
    for scoped in critical:
        answers[scoped.id] = blank._replace(item=scoped.id)
    steps = first_steps(material.following(material.dossier._replace(answers=answers)))
    assert [s.where for s in steps[3:4]] == [critical[0].id]
    assert {s.page for s in steps[:3]} == {"findings"}
    assert steps[3].page == "questions"
    assert "2" in steps[3].title
    improvements = [material.scope.by_id[s.where] for s in steps[4:]]
    assert improvements
    assert not [s.id for s in improvements if s.is_duty]
    order = [(material.answer(s).status == "partial", KINDS.index(s.kind)) for s in improvements]
    assert order == sorted(order)


def test_what_was_taken_up_leaves_the_list_of_improvements(material: Material) -> None:
    first = left_to_improve(material)[0]
    taken = Finding("new", material.dossier.assessment.id, first.id, "", "improvement")
    after = material.following(material.dossier._replace(findings=(*material.dossier.findings, taken)))
    assert first not in left_to_improve(after)
    assert ("findings", "new") in [(s.page, s.where) for s in first_steps(after)]


def test_points_lead_to_the_item_or_to_the_field_of_the_profile(material: Material) -> None:
    scoped = material.scope.items[4]
    assert place_of(Point("unanswered", (scoped,), blocks=False)) == ("questions", scoped.id)
    assert place_of(Point("profile-missing", (), blocks=True, detail="region")) == ("profile", "region")
