"""Which items apply to an enterprise, how strongly, by whom, and what is still to be answered."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.facts import Facts
from checklists.library import KINDS
from checklists.scope import ScopedItem, scope
from tests.checklists.editions import FREE, OTHER_FREE, checklist, duty, edition, item, measure, tightening

HEBEI: Facts = {"region": ("hebei",)}
ANHUI: Facts = {"region": ("anhui",)}


def only(*checklists: dict[str, Any], facts: Facts) -> ScopedItem:
    """The first item of the first file, scoped."""
    return scope(edition(*checklists), facts).scoped[0]


def applies(*checklists: dict[str, Any], facts: Facts) -> bool | None:
    """Whether that item applies."""
    return only(*checklists, facts=facts).verdict.applies


# Conditions of file, section and item


def test_the_conditions_of_file_section_and_item_must_all_hold() -> None:
    food = checklist("a", item("x", applies=[{"role": ["exporter"]}]), applies=[{"domain": ["food"]}])
    food["sections"][0]["applies"] = [{"size": ["large"]}]
    all_three: Facts = {"domain": ("food",), "size": ("large",), "role": ("exporter",)}
    others: Facts = {"domain": ("apparel",), "size": ("small",), "role": ("importer",)}
    assert applies(food, facts=all_three) is True
    for fact in all_three:
        assert applies(food, facts={**all_three, fact: others[fact]}) is False
        assert applies(food, facts={k: v for k, v in all_three.items() if k != fact}) is None


def test_an_exception_excludes_and_waits() -> None:
    excepted: dict[str, Any] = {"except": [{"domain": ["food"]}]}
    file = checklist("a", item("x", **excepted))
    assert applies(file, facts={"domain": ("food", "apparel")}) is False
    assert applies(file, facts={"domain": ("apparel",)}) is True
    assert applies(file, facts={}) is None


def test_an_overlay_is_for_its_region() -> None:
    file = checklist("hebei", item("he-x"), overlay="hebei")
    assert applies(file, facts=HEBEI) is True
    assert applies(file, facts=ANHUI) is False
    assert applies(file, facts={}) is None


def test_micro_counts_as_small_and_stays_micro() -> None:
    small, micro = item("x", applies=[{"size": ["small"]}]), item("y", applies=[{"size": ["micro"]}])
    found = scope(edition(checklist("a", small, micro)), {"size": ("micro",)})
    assert [s.id for s in found.items] == ["x", "y"]
    found = scope(edition(checklist("a", small, micro)), {"size": ("small",)})
    assert [s.id for s in found.items] == ["x"]


def test_a_question_that_is_not_put_counts_as_no() -> None:
    toys = checklist("a", item("x", applies=[{"toy": ["yes"]}]))
    assert applies(toys, facts={"domain": ("appliances",)}) is False
    assert applies(toys, facts={"domain": ("appliances",), "toy": ("yes",)}) is False
    assert applies(toys, facts={"domain": ("special-groups",), "children": ("yes",), "toy": ("yes",)})
    elsewhere = checklist("a", item("x", applies=[{"city": ["other"]}]))
    assert applies(elsewhere, facts=ANHUI) is True


# Tightenings


def widened(**more: object) -> tuple[dict[str, Any], dict[str, Any]]:
    """An item for large ones, which Hebei asks of small ones too."""
    return (
        checklist("a", item("x", applies=[{"size": ["large"]}])),
        checklist("hebei", overlay="hebei", tightens=[tightening("x", also=[{"size": ["small"]}], **more)]),
    )


@pytest.mark.parametrize(
    ("region", "size", "expected"),
    [
        ("hebei", "small", True),
        ("hebei", "micro", True),
        ("hebei", "large", True),
        ("hebei", "medium", False),
        ("anhui", "small", False),
        ("anhui", "large", True),
        ("", "large", True),
        ("", "small", None),
        ("hebei", "", None),
        ("anhui", "", None),
    ],
)
def test_also_widens_only_in_its_region(region: str, size: str, expected: bool | None) -> None:
    facts = {fact: (v,) for fact, v in (("region", region), ("size", size)) if v}
    assert applies(*widened(), facts=facts) is expected


def test_also_widens_only_under_when() -> None:
    files = widened(when=[{OTHER_FREE: ["yes"]}])
    small: Facts = {**HEBEI, "size": ("small",)}
    assert applies(*files, facts={**small, OTHER_FREE: ("yes",)}) is True
    assert applies(*files, facts={**small, OTHER_FREE: ("no",)}) is False
    assert applies(*files, facts=small) is None


def test_also_cannot_leave_the_condition_of_the_file() -> None:
    own, overlay = widened()
    own["applies"] = [{"domain": ["food"]}]
    assert applies(own, overlay, facts={**HEBEI, "size": ("small",), "domain": ("apparel",)}) is False


def test_the_stricter_kind_wins_and_says_whose_it_is() -> None:
    files = (
        checklist("a", item("x", "encouraged")),
        checklist("b", tightens=[tightening("x", kind="expected")], order="020"),
        checklist("hebei", overlay="hebei", order="420", tightens=[tightening("x", kind="duty")]),
    )
    found = only(*files, facts=HEBEI)
    assert (found.kind, found.kind_from, found.binding) == ("duty", "hebei", "policy")
    found = only(*files, facts=ANHUI)
    assert (found.kind, found.kind_from, found.binding) == ("expected", "b", "")


def test_a_kind_that_is_not_stricter_changes_nothing() -> None:
    files = (checklist("a", duty("x")), checklist("b", tightens=[tightening("x", kind="expected")]))
    assert (only(*files, facts={}).kind, only(*files, facts={}).kind_from) == ("duty", "")


def test_a_tightening_adds_critical_basis_demands_benchmarks_and_a_note() -> None:
    benchmark = {"value": "93", "year": "2020", "use": "comparable", "clause": "XX-2016-1/1"}
    files = (
        checklist("a", measure("x", benchmarks=[{"region": "national", **benchmark}])),
        checklist(
            "hebei",
            overlay="hebei",
            tightens=[
                tightening(
                    "x",
                    kind="duty",
                    critical="yes",
                    demands=["law-all 第二条"],
                    benchmarks=[{"region": "hebei", **benchmark}],
                    note="河北另有要求",
                    basis=["XX-2016-1/1#1", "HE-2017/1#1"],
                )
            ],
        ),
    )
    found = only(*files, facts=HEBEI)
    assert found.critical
    assert found.basis == ("XX-2016-1/1#1", "HE-2017/1#1")
    assert found.binding == "law"
    assert [b.region for b in found.benchmarks] == ["national", "hebei"]
    assert found.notes == ("河北另有要求",)
    plain = only(*files, facts=ANHUI)
    assert not plain.critical
    assert plain.basis == ("XX-2016-1/1#1",)
    assert [b.region for b in plain.benchmarks] == ["national"]
    assert (plain.demands, plain.notes) == ((), ())


def test_only_tightenings_that_change_the_meaning_are_part_of_it() -> None:
    def meanings(**keys: object) -> int:
        files = (
            checklist("a", item("x", applies=[{"size": ["large"]}])),
            checklist("b", tightens=[tightening("x", **keys)]),
        )
        return len(only(*files, facts={}).meaning)

    assert meanings() == 1
    assert meanings(note="只是说明", also=[{"size": ["small"]}], see=["law-all"]) == 1
    assert meanings(kind="duty") == 2
    assert meanings(critical="yes") == 2


# Bound by law or by policy


@pytest.mark.parametrize(
    ("keys", "facts", "binding"),
    [
        ({"demands": ["law-all 第一条"]}, {}, "law"),
        ({}, {}, "policy"),
        ({"demands": ["law-food 第一条"]}, {"domain": ("food", "apparel")}, "law"),
        ({"demands": ["law-food 第一条"]}, {"domain": ("apparel",)}, "policy"),
        ({"demands": ["law-food 第一条"]}, {}, "policy"),
        ({"demands_if": {FREE: ["law-all"]}}, {FREE: ("yes",)}, "law"),
        ({"demands_if": {FREE: ["law-all"]}}, {FREE: ("no",)}, "policy"),
        ({"demands_if": {FREE: ["law-all"]}}, {}, "policy"),
        ({"demands_if": {FREE: ["law-food"]}}, {FREE: ("yes",), "domain": ("apparel",)}, "policy"),
        ({"see": ["law-all 第一条"]}, {}, "policy"),
    ],
)
def test_a_duty_is_by_law_only_if_a_demand_is_left(keys: dict[str, Any], facts: Facts, binding: str) -> None:
    assert only(checklist("a", item("x", "duty", **keys)), facts=facts).binding == binding


def test_what_is_no_duty_binds_by_nothing() -> None:
    assert only(checklist("a", item("x", demands=["law-all"])), facts={}).binding == ""


def test_see_drops_other_domains_and_what_is_demanded_anyway() -> None:
    file = checklist(
        "a", duty("x", see=["law-all 第二条", "law-food 第一条"], see_if={FREE: ["law-appliances 第一条"]})
    )
    found = only(file, facts={"domain": ("food", "appliances"), FREE: ("yes",)})
    assert [c.regulation for c in found.see] == ["law-food", "law-appliances"]
    found = only(file, facts={"domain": ("apparel",), FREE: ("no",)})
    assert found.see == ()


def test_articles_stay_with_their_regulation() -> None:
    found = only(checklist("a", duty("x", demands=["law-all 第二条、第三条"])), facts={})
    assert [tuple(c) for c in found.demands] == [("law-all", "第二条、第三条")]


# What is still to be answered


def test_open_facts_are_those_that_most_items_wait_for_first() -> None:
    file = checklist(
        "a",
        item("x", applies=[{FREE: ["yes"]}]),
        item("y", applies=[{OTHER_FREE: ["yes"]}]),
        item("z", applies=[{OTHER_FREE: ["yes"]}]),
        item("everyone"),
    )
    found = scope(edition(file), {})
    assert found.open_facts == (OTHER_FREE, FREE)
    assert [s.id for s in found.undecided] == ["x", "y", "z"]
    assert [s.id for s in found.waiting[OTHER_FREE]] == ["y", "z"]


def test_an_item_that_applies_waits_where_it_may_bind_more_strictly() -> None:
    files = (
        checklist("a", item("x")),
        checklist("b", tightens=[tightening("x", kind="duty", when=[{OTHER_FREE: ["yes"]}])]),
    )
    found = scope(edition(*files), {})
    assert found.open_facts == (OTHER_FREE,)
    assert (found.items[0].kind, found.items[0].strongest) == ("expected", "duty")
    assert scope(edition(*files), {OTHER_FREE: ("no",)}).open_facts == ()
    assert scope(edition(*files), {OTHER_FREE: ("yes",)}).open_facts == ()


def test_a_tightening_that_only_cites_is_not_waited_for() -> None:
    files = (
        checklist("a", item("x")),
        checklist("b", tightens=[tightening("x", note="说明", when=[{OTHER_FREE: ["yes"]}])]),
    )
    assert scope(edition(*files), {}).open_facts == ()


def test_a_duty_waits_for_what_decides_whether_it_is_by_law() -> None:
    file = checklist("a", item("x", "duty", demands=["law-food"], demands_if={FREE: ["law-all"]}))
    assert set(scope(edition(file), {}).open_facts) == {"domain", FREE}
    assert scope(edition(file), {"domain": ("food",)}).open_facts == ()
    assert scope(edition(file), {"domain": ("apparel",)}).open_facts == (FREE,)


def test_excluded_items_wait_for_nothing() -> None:
    file = checklist("a", item("x", applies=[{FREE: ["yes"], "domain": ["food"]}]))
    found = scope(edition(file), {"domain": ("apparel",)})
    assert (found.open_facts, [s.id for s in found.excluded]) == ((), ["x"])


# For all conditions

VALUES: dict[str, tuple[str, ...]] = {
    "region": ("hebei", "jiangxi", "anhui"),
    "city": ("zhangshu", "other"),
    "size": ("micro", "small", "medium", "large"),
    "domain": ("food", "apparel", "special-groups"),
    "role": ("manufacturer", "exporter"),
    "children": ("yes", "no"),
    "toy": ("yes", "no"),
    FREE: ("yes", "no"),
}
MANY = frozenset({"domain", "role"})

alternatives = st.lists(
    st.dictionaries(st.sampled_from(sorted(VALUES)), st.none(), min_size=1, max_size=3).flatmap(
        lambda facts: st.fixed_dictionaries(
            {f: st.lists(st.sampled_from(VALUES[f]), min_size=1, max_size=2, unique=True) for f in facts}
        )
    ),
    max_size=3,
)
answered = st.fixed_dictionaries(
    {},
    optional={
        fact: st.lists(
            st.sampled_from(values), min_size=1, max_size=2 if fact in MANY else 1, unique=True
        ).map(tuple)
        for fact, values in VALUES.items()
    },
)


@st.composite
def libraries(draw: st.DrawFn) -> tuple[dict[str, Any], ...]:
    keys = {k: a for k in ("applies", "except") if (a := draw(alternatives))}
    limits = {k: a for k in ("also", "when") if (a := draw(alternatives))}
    raised = {"kind": "duty"} if draw(st.booleans()) else {}
    return (
        checklist("a", item("x", draw(st.sampled_from(KINDS)), demands_if={"toy": ["law-food"]}, **keys)),
        checklist("hebei", overlay="hebei", tightens=[tightening("x", **limits, **raised)]),
    )


@given(libraries(), answered, st.sets(st.sampled_from(sorted(VALUES))))
def test_answering_more_only_decides_what_was_not_known(
    files: tuple[dict[str, Any], ...], facts: Facts, later: set[str]
) -> None:
    made = edition(*files)
    before, after = (
        scope(made, known).scoped[0] for known in ({k: v for k, v in facts.items() if k not in later}, facts)
    )
    assert before.verdict.applies in {None, after.verdict.applies}
    assert KINDS.index(before.strongest) <= KINDS.index(after.kind) <= KINDS.index(before.kind)
    if before.verdict.applies and not before.stricter_if:
        assert (before.kind, before.binding, before.demands) == (after.kind, after.binding, after.demands)


@given(libraries(), answered)
def test_every_item_applies_or_may_or_does_not(files: tuple[dict[str, Any], ...], facts: Facts) -> None:
    found = scope(edition(*files), facts)
    told = [[s.id for s in part] for part in (found.items, found.undecided, found.excluded)]
    assert told == [[s.id for s in found.scoped if s.verdict.applies is v] for v in (True, None, False)]


@given(libraries(), answered)
def test_scope_is_the_same_each_time_and_says_what_it_waits_for(
    files: tuple[dict[str, Any], ...], facts: Facts
) -> None:
    found = scope(edition(*files), facts)
    again = scope(edition(*reversed(files)), dict(sorted(facts.items(), reverse=True)))
    same = found.scoped[0]._replace(checklist=again.scoped[0].checklist)  # read from another body
    assert same == again.scoped[0]
    assert found.open_facts == again.open_facts
    assert not set(found.open_facts) & facts.keys()
    one = found.scoped[0]
    assert {c.holds for c in one.verdict.because} <= (
        {None} if one.verdict.applies is None else {True, False}
    )
    assert one.verdict.applies is not None or found.open_facts
