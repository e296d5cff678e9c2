"""The rules of answers: what counts, what blocks handing in, what is only advised, what opens a finding."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Any, get_args

import pytest

from checklists.assessment import (
    STATUSES,
    Answer,
    Dossier,
    Finding,
    Grade,
    Point,
    Status,
    due_finding,
    grade_of,
    improvements,
    is_draft,
    looks_changed,
    points,
    proposed_grade,
)
from checklists.profile import Profile
from checklists.scope import Scope, scope
from tests.checklists.editions import (
    COMPLETE,
    FREE,
    answer,
    checklist,
    dossier,
    duty,
    edition,
    evidence,
    item,
    measure,
    tightening,
)

TODAY = "2026-11-22"


def scope_of(*items: dict[str, Any], facts: Mapping[str, tuple[str, ...]] | None = None) -> Scope:
    """The scope of one file with these items."""
    made = edition(checklist("a", *items))
    return scope(made, {**COMPLETE.known_facts(made.interview), **(facts or {})})


def found(of: Scope, given: Dossier) -> list[tuple[str, tuple[str, ...], bool]]:
    """The points as code, ids and whether they block."""
    return [(p.code, tuple(s.id for s in p.items), p.blocks) for p in points(of, given, TODAY)]


# What counts


@pytest.mark.parametrize(
    ("status", "note", "counted"),
    [
        ("not_applicable", "", "unanswered"),
        ("not_applicable", " \n　", "unanswered"),
        ("not_applicable", "没有出口", "not_applicable"),
        ("conform", "", "conform"),
        ("nonconform", "", "nonconform"),
    ],
)
def test_not_applicable_without_a_reason_counts_as_unanswered(
    status: Status, note: str, counted: Status
) -> None:
    given = Answer("x", "s", status, note)
    assert given.counted == counted
    assert given.lacks_reason is (status != counted)


# Points


def test_nothing_is_left_to_do_when_all_is_done() -> None:
    of = scope_of(duty("x"), item("y"), measure("m"))
    done = {
        "x": answer(of, "x", "conform", proof_ref="QM-01"),
        "y": answer(of, "y", "not_applicable"),
        "m": Answer("m", "s", measure={"": ("98",)}, meaning=of.by_id["m"].meaning),
    }
    assert points(of, dossier(of, answers=done), TODAY) == ()


def test_what_blocks_and_what_is_advised_of_blanks() -> None:
    of = scope_of(duty("x"), item("y"), measure("m"))
    assert found(of, dossier(of)) == [
        ("duty-unanswered", ("x",), True),
        ("unanswered", ("y",), False),
        ("measure-empty", ("m",), False),
    ]


@pytest.mark.parametrize("kind", ["duty", "expected", "encouraged"])
def test_a_missing_reason_blocks_whatever_the_kind_and_is_named_once(kind: str) -> None:
    of = scope_of(item("x", kind))
    given = dossier(of, answers={"x": answer(of, "x", "not_applicable", note="")})
    assert found(of, given) == [("reason-missing", ("x",), True)]


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"name": ""}, ["name"]),
        ({"credit_code": "1"}, ["credit_code"]),
        ({"region": ""}, ["region"]),
        ({"in_charge": ""}, ["in_charge"]),
        ({"name": "", "in_charge": ""}, ["name", "in_charge"]),
    ],
)
def test_missing_company_data_blocks(changes: dict[str, Any], missing: list[str]) -> None:
    of = scope_of()
    given = points(of, dossier(of, profile=COMPLETE._replace(**changes)), TODAY)
    assert given == tuple(Point("profile-missing", (), blocks=True, detail=name) for name in missing)


def test_an_open_fact_blocks_only_where_a_duty_waits_for_it() -> None:
    condition = [{FREE: ["yes"]}]
    for made, blocks in (
        (duty("x", applies=condition), True),
        (item("x", applies=condition), False),
        (
            item("x", "duty", applies=condition, answer={"type": "measure", "unit": "%", "better": "lower"}),
            False,
        ),
    ):
        of = scope_of(made)
        assert points(of, dossier(of), TODAY) == (Point("fact-open", (), blocks=blocks, detail=FREE),)
    of = scope_of(duty("x", applies=condition), facts={FREE: ("no",)})
    assert points(of, dossier(of), TODAY) == ()


def test_a_missing_region_is_named_once() -> None:
    made = edition(checklist("a", duty("x", applies=[{"region": ["hebei"]}])))
    profile = COMPLETE._replace(region="")
    of = scope(made, profile.known_facts(made.interview))
    assert [p.code for p in points(of, dossier(of, profile=profile), TODAY)] == ["profile-missing"]


REQUIRING = (item("x", requires=["y"]), item("y"))


@pytest.mark.parametrize(
    ("here", "there", "broken"),
    [(h, t, (h, t) == ("conform", "nonconform")) for h, t in product(STATUSES, STATUSES)],
)
def test_requires_is_broken_by_conform_here_and_nonconform_there(
    here: Status, there: Status, broken: bool
) -> None:
    of = scope_of(*REQUIRING)
    given = found(of, dossier(of, {"x": here, "y": there}))
    assert (("contradiction", ("x", "y"), True) in given) is broken


@pytest.mark.parametrize(("here", "there"), list(product(STATUSES, STATUSES)))
def test_contradicts_is_the_pair_as_written(here: Status, there: Status) -> None:
    of = scope_of(item("x", contradicts=["partial y conform"]), item("y"))
    given = found(of, dossier(of, {"x": here, "y": there}))
    assert (("contradiction", ("x", "y"), True) in given) is ((here, there) == ("partial", "conform"))


def test_a_contradiction_is_named_once_and_only_of_items_in_scope() -> None:
    both = (
        item("x", requires=["y"], contradicts=["conform y nonconform"]),
        item("y", contradicts=["nonconform x conform"]),
    )
    of = scope_of(*both)
    given = found(of, dossier(of, {"x": "conform", "y": "nonconform"}))
    assert [code for code, _, _ in given].count("contradiction") == 1
    of = scope_of(item("x", requires=["y"]), item("y", applies=[{"domain": ["food"]}]))
    former = dossier(of, {"x": "conform"}, answers={"y": Answer("y", "s", "nonconform", "以前的")})
    assert not is_draft(points(of, former, TODAY))


def test_a_reason_that_is_missing_contradicts_nothing() -> None:
    of = scope_of(item("x", contradicts=["not_applicable y conform"]), item("y"))
    answers = {"x": answer(of, "x", "not_applicable", note=""), "y": answer(of, "y", "conform")}
    assert "contradiction" not in {p.code for p in points(of, dossier(of, answers=answers), TODAY)}


@pytest.mark.parametrize(
    ("kind", "status", "proof_ref", "attached", "advised"),
    [
        ("duty", "conform", "", False, True),
        ("duty", "conform", "  ", False, True),
        ("duty", "conform", "QM-01", False, False),
        ("duty", "conform", "", True, False),
        ("duty", "partial", "", False, False),
        ("expected", "conform", "", False, False),
    ],
)
def test_a_duty_conform_without_proof_is_advised(
    kind: str, status: Status, proof_ref: str, attached: bool, advised: bool
) -> None:
    of = scope_of(item("x", kind))
    given = dossier(
        of,
        answers={"x": answer(of, "x", status, proof_ref=proof_ref)},
        evidence=(evidence("x"),) if attached else (),
    )
    assert found(of, given) == ([("proof-missing", ("x",), False)] if advised else [])


@pytest.mark.parametrize(
    ("valid_until", "expired"),
    [("", False), ("2026-11-21", True), ("2026-11-22", False), ("2027-01-01", False)],
)
def test_expired_proof_is_advised_from_the_day_after(valid_until: str, expired: bool) -> None:
    of = scope_of(item("x"))
    given = dossier(
        of, {"x": "conform"}, evidence=(evidence("x", valid_until), evidence("gone", "2020-01-01"))
    )
    assert found(of, given) == ([("proof-expired", ("x",), False)] if expired else [])


def test_advice_comes_after_what_blocks_and_makes_no_draft() -> None:
    of = scope_of(duty("x"), item("y", applies=[{FREE: ["yes"]}]))
    given = points(of, dossier(of, profile=Profile()), TODAY)
    assert [p.blocks for p in given] == sorted((p.blocks for p in given), reverse=True)
    assert is_draft(given)
    assert not is_draft([p for p in given if not p.blocks])
    assert not is_draft(())


# Look again


def meanings(of: Scope) -> dict[str, tuple[str, ...]]:
    return {s.id: s.meaning for s in of.items}


def test_only_a_changed_meaning_asks_to_look_again() -> None:
    before = scope_of(item("x"))
    answered = answer(before, "x", "conform")
    reworded = scope_of(item("x", ask="另一个问题做到了吗？"))
    edited = scope_of({**item("x"), "guide": "明天开始做。"})
    assert not looks_changed(before.by_id["x"], answered)
    assert not looks_changed(edited.by_id["x"], answered)
    assert looks_changed(reworded.by_id["x"], answered)
    assert found(reworded, dossier(reworded, answers={"x": answered})) == [("look-again", ("x",), False)]


def test_an_editorial_change_lists_the_former_meaning() -> None:
    before = scope_of(item("x"))
    (former,) = meanings(before)["x"]
    after = scope_of(item("x", ask="措辞改过了吗？", same_as=["0" * 64, former]))
    assert not looks_changed(after.by_id["x"], answer(before, "x", "conform"))
    other = answer(before, "x", "conform")._replace(meaning=("1" * 64,))
    assert looks_changed(after.by_id["x"], other)


def test_a_tightening_that_comes_or_goes_asks_to_look_again() -> None:
    def of(**keys: object) -> Scope:
        files = [checklist("a", item("x"))]
        files += [checklist("b", tightens=[tightening("x", **keys)])] if keys else []
        return scope(edition(*files), {})

    loose, strict, cited = of(), of(kind="duty"), of(note="只是说明")
    assert looks_changed(strict.by_id["x"], answer(loose, "x", "conform"))
    assert looks_changed(loose.by_id["x"], answer(strict, "x", "conform"))
    assert not looks_changed(cited.by_id["x"], answer(loose, "x", "conform"))
    assert not looks_changed(loose.by_id["x"], answer(cited, "x", "conform"))
    former = meanings(strict)["x"][1]
    same = of(kind="duty", critical="yes", same_as=[former])
    assert not looks_changed(same.by_id["x"], answer(strict, "x", "conform"))


def test_nothing_answered_is_nothing_to_look_at_again() -> None:
    of = scope_of(item("x"), measure("m"))
    assert not looks_changed(of.by_id["x"], Answer("x", "s"))
    assert not looks_changed(of.by_id["m"], Answer("m", "s"))
    assert looks_changed(of.by_id["m"], Answer("m", "s", measure={"": ("9",)}, meaning=("0" * 64,)))


# Findings


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("critical", [True, False])
@pytest.mark.parametrize(
    ("kind", "binding"), [("duty", "law"), ("duty", "policy"), ("expected", ""), ("encouraged", "")]
)
def test_proposed_grades(kind: str, binding: str, critical: bool, status: Status) -> None:
    keys: dict[str, Any] = {"critical": "yes"} if critical else {}
    keys |= {"demands": ["law-all 第一条"]} if binding == "law" else {}
    scoped = scope_of(item("x", kind, **keys)).by_id["x"]
    assert (scoped.binding, scoped.critical) == (binding, critical)
    expected: Grade | None = None
    if kind == "duty" and status == "partial":
        expected = "minor"
    if kind == "duty" and status == "nonconform":
        expected = "major" if critical or binding == "law" else "minor"
    assert proposed_grade(scoped, status) == expected


def finding(opened_as: Grade = "minor", **fields: Any) -> Finding:
    return Finding(
        **{"id": "f", "assessment": "a", "item": "x", "subject": "s", "opened_as": opened_as, **fields}
    )


def test_a_finding_is_opened_by_an_unmet_duty_and_goes_with_it() -> None:
    scoped = scope_of(duty("x")).by_id["x"]
    unmet, met = Answer("x", "s", "nonconform"), Answer("x", "s", "conform")
    assert due_finding(scoped, unmet, None, has_action=False) == "major"
    assert due_finding(scoped, met, None, has_action=False) is None
    assert due_finding(scoped, unmet, finding(), has_action=False) is None
    assert due_finding(scoped, met, finding(), has_action=False) == "withdraw"


@pytest.mark.parametrize(
    ("kept", "has_action"),
    [
        (finding(grade="minor"), False),
        (finding(facts="看到了"), False),
        (finding(closed_on="2026-11-01"), False),
        (finding(), True),
        (finding("observation"), False),
        (finding("improvement"), False),
    ],
)
def test_a_finding_that_somebody_worked_on_stays(kept: Finding, has_action: bool) -> None:
    scoped = scope_of(duty("x")).by_id["x"]
    assert due_finding(scoped, Answer("x", "s", "conform"), kept, has_action=has_action) is None


def test_the_grade_in_force() -> None:
    of = scope_of(duty("x"), item("y"))
    unmet = dossier(of, {"x": "nonconform"})
    assert grade_of(finding("minor"), of, unmet) == "major"
    assert grade_of(finding("major", grade="minor"), of, unmet) == "minor"
    assert grade_of(finding("major"), of, dossier(of, {"x": "partial"})) == "minor"
    assert grade_of(finding("major"), of, dossier(of, {"x": "conform"})) == "major"
    assert grade_of(finding("improvement", item="y"), of, dossier(of, {"y": "nonconform"})) == "improvement"
    assert grade_of(finding("observation"), of, unmet) == "observation"
    assert grade_of(finding("minor", item="gone"), of, unmet) == "minor"


def test_an_observation_is_not_the_finding_of_its_item() -> None:
    of = scope_of(duty("x"))
    seen, opened = finding("observation", id="o"), finding("major", id="f")
    assert dossier(of, findings=(seen, opened)).finding_of("x") == opened
    assert dossier(of, findings=(seen,)).finding_of("x") is None


def test_improvements_are_the_unmet_others_the_gravest_first() -> None:
    of = scope_of(
        item("partial-1"),
        item("gap-1"),
        item("partial-critical", critical="yes"),
        duty("duty-1"),
        item("gap-critical", "encouraged", critical="yes"),
        item("gap-2"),
        item("done"),
        item("open"),
    )
    statuses: dict[str, Status] = {
        s.id: "partial" if s.id.startswith("partial") else "nonconform" for s in of.items
    }
    statuses |= {"done": "conform", "open": "unanswered"}
    assert [s.id for s in improvements(of, dossier(of, statuses))] == [
        "gap-critical",
        "gap-1",
        "gap-2",
        "partial-critical",
        "partial-1",
    ]


def test_a_dossier_answers_for_what_was_never_touched() -> None:
    of = scope_of(item("x"), item("y"))
    given = dossier(of, {"x": "conform"}, evidence=(evidence("x"), evidence("y")))
    assert given.answer("y") == Answer("y", "s")
    assert [e.item for e in given.evidence_of("y")] == ["y"]
    assert set(get_args(Status)) == set(STATUSES)
