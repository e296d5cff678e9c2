"""The figures and the grade: each formula by hand, and what holds for all answers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.assessment import STATUSES, Answer, Status
from checklists.scope import Scope, scope
from checklists.scoring import Figures, Group, Tally, figures, shown
from tests.checklists.editions import FREE, answer, checklist, dossier, duty, edition, item, measure

WORSE: dict[Status, Status] = {"conform": "partial", "partial": "nonconform"}
RATED: tuple[Status, ...] = ("conform", "partial", "nonconform")


def scope_of(*items: dict[str, Any], **keys: Any) -> Scope:
    """The scope of one file with these items."""
    return scope(edition(checklist("a", *items, **keys)), {})


def counted(law: str = "", policy: str = "", rest: str = "", critical: str = "") -> Figures:
    """The figures of items whose statuses are given by letters: c, p, n, a for not applicable, u for blank.

    `critical` names those of the rest that are critical, by place.
    """
    letters: dict[str, Status] = {"c": "conform", "p": "partial", "n": "nonconform", "a": "not_applicable"}
    items = [duty(f"law-{n}") for n in range(len(law))]
    items += [item(f"policy-{n}", "duty") for n in range(len(policy))]
    for n in range(len(rest)):
        kind = ("expected", "encouraged")[n % 2]
        items.append(item(f"rest-{n}", kind, **({"critical": "yes"} if str(n) in critical else {})))
    of = scope_of(*items)
    signs = zip((i["id"] for i in items), law + policy + rest, strict=True)
    return figures(of, dossier(of, {key: letters[sign] for key, sign in signs if sign != "u"}))


# Rates


def test_duties_by_law_and_by_policy_apart() -> None:
    found = counted(law="cccpn", policy="cca")
    assert found.law == Tally(conform=3, partial=1, nonconform=1)
    assert found.policy == Tally(conform=2, not_applicable=1)
    assert found.law.rate == 60
    assert found.policy.rate == 100
    assert found.duties.rate == Decimal(500) / 7
    assert (found.duties.rated, found.duties.applicable, found.duties.total) == (7, 7, 8)


def test_what_has_its_answer_counts_measures_and_what_does_not_apply() -> None:
    of = scope_of(duty("a"), item("b"), item("c"), measure("d"), measure("e"))
    found = dossier(of, {"a": "conform", "b": "not_applicable"})
    assert figures(of, found).answered == (2, 5)
    filled = Answer("d", "", measure={"national": ("1", "1")})
    full = found._replace(answers={**found.answers, "d": filled})
    assert figures(of, full).answered == (3, 5)
    assert not figures(of, full).answered.complete


def test_a_partial_duty_is_not_conform() -> None:
    assert counted(law="cp").duties.rate == 50


def test_improvement_index() -> None:
    found = counted(law="n", rest="ccpnau")
    assert found.rest.index == Decimal("62.5")
    assert (found.rest.rated, found.rest.applicable, found.rest.not_applicable) == (4, 5, 1)


def test_expected_and_encouraged_weigh_the_same() -> None:
    assert counted(rest="cn").rest.index == counted(rest="nc").rest.index == 50


def test_without_anything_rated_there_is_no_rate() -> None:
    found = counted(law="u", rest="a")
    assert (found.duties.rate, found.rest.index, found.rest.rate) == (None, None, None)


def test_a_reason_that_is_missing_counts_as_unanswered() -> None:
    of = scope_of(duty("x"))
    found = figures(of, dossier(of, answers={"x": answer(of, "x", "not_applicable", note="")}))
    assert (found.duties.unanswered, found.duties.not_applicable, found.provisional) == (1, 0, True)


def test_measures_are_in_neither_n_nor_m() -> None:
    of = scope_of(
        item("x"),
        measure("m"),
        item("d", "duty", answer={"type": "measure", "unit": "%"} | {"better": "lower"}),
    )
    given = {"x": answer(of, "x", "conform"), "m": Answer("m", "s", measure={"": ("1",)})}
    found = figures(of, dossier(of, answers=given))
    assert (found.everything.rated, found.everything.total, found.duties.total) == (1, 1, 0)
    assert not found.provisional


def test_rate_of_a_file_and_of_a_radar_group_is_over_items_of_every_kind() -> None:
    kinds = [duty("x1"), duty("x2"), item("x3"), item("x4"), item("x5", "encouraged"), measure("m")]
    made = edition(
        checklist("a", *kinds, topic="recall"), checklist("b", item("y"), topic="traceability", order="020")
    )
    of = scope(made, {})
    statuses: dict[str, Status] = dict(
        zip(("x1", "x2", "x3", "x4", "x5"), ("conform", *RATED, "conform"), strict=True)
    )
    found = figures(of, dossier(of, statuses | {"y": "nonconform"}))
    assert [(g.code, g.tally.rated, g.rate) for g in found.by_checklist] == [("a", 5, 70), ("b", 1, None)]
    assert [g.code for g in found.by_group] == [g["id"] for g in made.scale["groups"]]
    safety = next(g for g in found.by_group if g.code == "safety")
    assert (safety.tally.rated, safety.rate) == (6, Decimal(350) / 6)
    assert sum(g.tally.total for g in found.by_group) == found.everything.total


@pytest.mark.parametrize(("rated", "rate"), [(4, None), (5, 100)])
def test_fewer_than_five_rated_items_have_no_rate(rated: int, rate: int | None) -> None:
    (found,) = counted(rest="c" * rated + "ua").by_checklist
    assert found.rate == rate


def test_the_radar_has_seven_to_ten_groups_and_every_topic_one_of_them() -> None:
    scale = edition(checklist("a")).scale
    groups = {g["id"] for g in scale["groups"]}
    assert 7 <= len(groups) == len(scale["groups"]) <= 10
    assert len(scale["topics"]) == len({t["code"] for t in scale["topics"]}) == 42
    assert {t["group"] for t in scale["topics"]} == groups


# Provisional


def test_all_is_provisional_until_every_duty_is_answered() -> None:
    assert counted(law="cu", policy="c", rest="c").provisional
    assert counted(law="c", policy="cu", rest="c").provisional
    assert not counted(law="ca", policy="n", rest="uuu").provisional


def test_a_duty_of_which_it_is_open_whether_it_applies_is_not_answered() -> None:
    condition = [{FREE: ["yes"]}]
    for made, provisional in ((duty("y", applies=condition), True), (item("y", applies=condition), False)):
        of = scope_of(duty("x"), made)
        found = figures(of, dossier(of, {"x": "conform"}))
        assert (found.provisional, found.grade) == (provisional, "" if provisional else "one")
    assert found.undecided == 0


# The grade


@pytest.mark.parametrize(
    ("law", "rest", "grade", "reason"),
    [
        ("c" * 10, "c" * 10, "one", "grade-both"),
        ("c" * 10, "c" * 8 + "pn", "one", "grade-both"),  # 85
        ("c" * 10, "c" * 8 + "nn", "two", "grade-by-index"),  # 80
        ("c" * 9 + "p", "c" * 10, "two", "grade-by-duties"),  # 90 %
        ("c" * 9 + "n", "c" * 7 + "pnn", "two", "grade-both"),  # 90 %, 75
        ("c" * 8 + "nn", "c" * 10, "three", "grade-by-duties"),  # 80 %
        ("c" * 3 + "n", "c" * 6 + "n" * 4, "three", "grade-both"),  # 75 %, 60
        ("c" * 7 + "nnn", "c" * 10, "four", "grade-by-duties"),  # 70 %
        ("c" * 10, "c" * 5 + "p" + "n" * 4, "four", "grade-by-index"),  # 55
        ("c", "", "one", "grade-both"),
        ("", "c" * 5 + "n" * 5, "four", "grade-by-index"),
    ],
)
def test_the_grade_is_the_lower_of_the_two(law: str, rest: str, grade: str, reason: str) -> None:
    found = counted(law=law, rest=rest)
    assert (found.grade, found.grade_reason.code) == (grade, reason)


@pytest.mark.parametrize(
    ("answers", "grade"),
    [
        ("c" * 8 + "u" * 2, "one"),
        ("c" * 4 + "u", "one"),
        ("c" * 79 + "u" * 21, ""),
        ("c" * 80 + "u" * 20, "one"),
        ("c" * 4 + "u" + "a" * 5, "one"),
        ("c" * 4 + "uu" + "a" * 94, ""),
        ("u", ""),
    ],
)
def test_a_grade_needs_80_percent_of_the_rest(answers: str, grade: str) -> None:
    found = counted(law="c", rest=answers)
    assert found.grade == grade
    if not grade:
        assert found.grade_reason.code == "grade-rest-open"
        assert found.grade_reason.values == {"count": answers.count("u")}


def test_a_grade_needs_every_duty_and_something_rated() -> None:
    found = counted(law="c" * 99 + "u", policy="u", rest="c" * 10)
    assert (found.grade, found.grade_reason.code, found.grade_reason.values) == (
        "",
        "grade-duties-open",
        {"count": 2},
    )
    found = counted(law="a", rest="aa")
    assert (found.grade, found.grade_reason.code) == ("", "grade-nothing-rated")


@pytest.mark.parametrize("status", ["p", "n"])
def test_an_unmet_critical_item_caps_at_three(status: str) -> None:
    found = counted(law="c" * 10, rest=status + "c" * 19, critical="0")
    assert (found.grade, found.critical_unmet) == ("three", 1)
    assert found.grade_reason.code == "grade-capped"
    assert found.grade_reason.values == {
        "index_grade": "one",
        "duties_grade": "one",
        "cap": "three",
        "count": 1,
    }


def test_the_cap_never_lifts_and_only_unmet_items_cap() -> None:
    found = counted(law="c" * 7 + "nnn", rest="n" + "c" * 9, critical="0")
    assert (found.grade, found.grade_reason.code) == ("four", "grade-by-duties")
    assert counted(law="c", rest="auccccccc", critical="01").grade == "one"


# For all answers

answers_of_few = st.lists(st.sampled_from(STATUSES), min_size=9, max_size=9)
ITEMS = (
    *(duty(f"law-{n}") for n in range(2)),
    item("policy-0", "duty", critical="yes"),
    *(item(f"rest-{n}", ("expected", "encouraged")[n % 2]) for n in range(5)),
    item("rest-5", critical="yes"),
)
SCOPE = scope_of(*ITEMS)


def figures_of(statuses: list[Status]) -> Figures:
    return figures(SCOPE, dossier(SCOPE, dict(zip((i["id"] for i in ITEMS), statuses, strict=True))))


def rates(found: Figures) -> list[Decimal | None]:
    groups = [g.rate for g in (*found.by_checklist, *found.by_group)]
    return [found.law.rate, found.policy.rate, found.duties.rate, found.rest.index, *groups]


@given(answers_of_few)
def test_rates_lie_between_0_and_100(statuses: list[Status]) -> None:
    found = figures_of(statuses)
    assert all(rate is None or 0 <= rate <= 100 for rate in rates(found))
    assert found.everything.total == len(ITEMS)
    assert bool(found.grade) <= (not found.provisional)


@given(answers_of_few)
def test_blanks_and_not_applicable_never_change_a_rate(statuses: list[Status]) -> None:
    swap: dict[Status, Status] = {"unanswered": "not_applicable", "not_applicable": "unanswered"}
    assert rates(figures_of(statuses)) == rates(figures_of([swap.get(s, s) for s in statuses]))


@given(st.lists(st.sampled_from(RATED), min_size=9, max_size=9), st.integers(0, 8))
def test_no_figure_gets_better_when_an_answer_gets_worse(statuses: list[Status], place: int) -> None:
    before = figures_of(statuses)
    worse = list(statuses)
    worse[place] = WORSE.get(worse[place], worse[place])
    after = figures_of(worse)
    levels = [g["code"] for g in SCOPE.edition.scale["grades"]]
    assert levels.index(after.grade) >= levels.index(before.grade)
    for old, new in zip(rates(before), rates(after), strict=True):
        assert (old is None) == (new is None)
        assert old is None or new is None or new <= old


@given(answers_of_few)
def test_figures_add_up(statuses: list[Status]) -> None:
    found = figures_of(statuses)
    parts = (found.duties, found.rest)
    assert sum(t.rated for t in parts) == found.everything.rated
    assert sum(t.applicable for t in parts) == found.everything.applicable
    assert found.everything.rated == sum(s in RATED for s in statuses)


# As printed


@pytest.mark.parametrize(
    ("figure", "printed"),
    [
        ("0", "0.0"),
        ("100", "100.0"),
        ("99.96", "99.9"),
        ("99.9999999", "99.9"),
        ("99.94", "99.9"),
        ("84.95", "84.9"),
        ("85", "85.0"),
        ("85.04", "85.0"),
        ("66.66666", "66.7"),
        ("33.33333", "33.3"),
        ("12.25", "12.3"),
        ("0.04", "0.0"),
    ],
)
def test_shown_with_one_decimal_and_never_a_limit_that_is_not_reached(figure: str, printed: str) -> None:
    assert shown(Decimal(figure)) == printed


@given(st.integers(1, 2000).flatmap(lambda m: st.tuples(st.integers(0, m), st.just(m))))
def test_what_is_shown_reaches_a_whole_number_only_if_the_figure_does(of: tuple[int, int]) -> None:
    rate = Decimal(100) * of[0] / of[1]
    printed = Decimal(shown(rate))
    assert abs(printed - rate) <= Decimal("0.1")
    for limit in (60, 75, 85, 90, 100):
        assert (printed >= limit) == (rate >= limit)


def test_a_group_shows_its_rate_from_its_least_number_on() -> None:
    tally = Tally(conform=2, partial=1)
    assert Group("a", "甲", tally, least=4).rate is None
    assert Group("a", "甲", tally, least=3).rate == Decimal(250) / 3
    assert replace(tally, unanswered=1).answered_share == 75
    assert Tally(not_applicable=3).answered_share == 100
