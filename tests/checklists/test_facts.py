"""Conditions: three values, and what follows from the interview."""

from __future__ import annotations

from typing import Any

import pytest

from checklists.facts import Facts, evaluate, known
from checklists.library import Alternatives

EITHER: Alternatives = (
    {"domain": ("food", "cosmetics"), "role": ("manufacturer",)},
    {"toy": ("yes",)},
)


@pytest.mark.parametrize(
    ("facts", "applies"),
    [
        ({}, None),
        ({"toy": ("yes",)}, True),
        ({"toy": ("no",)}, None),
        ({"domain": ("food",), "role": ("manufacturer", "exporter")}, True),
        ({"domain": ("apparel", "cosmetics"), "role": ("manufacturer",), "toy": ("no",)}, True),
        ({"domain": ("apparel",), "toy": ("no",)}, False),
        ({"domain": ("apparel",)}, None),
        ({"domain": ("food",), "toy": ("no",)}, None),
        ({"domain": ("food",), "role": ("retailer",), "toy": ("no",)}, False),
    ],
)
def test_every_fact_of_one_alternative_must_hold_by_any_of_its_values(
    facts: Facts, applies: bool | None
) -> None:
    assert evaluate(EITHER, facts, "").applies is applies


def test_no_condition_is_everyone() -> None:
    assert evaluate((), {}, "").applies is True


def test_what_waits_is_only_what_can_still_decide() -> None:
    waiting = evaluate(EITHER, {"domain": ("apparel",)}, "").because
    assert [c.fact for c in waiting] == ["toy"]


def test_a_condition_that_holds_names_only_the_values_that_are_true() -> None:
    because = evaluate(EITHER, {"domain": ("cosmetics",), "role": ("manufacturer",)}, "f").because
    assert [(c.fact, c.true, c.origin) for c in because] == [
        ("domain", ("cosmetics",), "f"),
        ("role", ("manufacturer",), "f"),
    ]


INTERVIEW: dict[str, Any] = {
    "questions": [
        {"fact": "region", "options": [{"value": "jiangxi"}, {"value": "fujian"}, {"value": "anhui"}]},
        {
            "fact": "city",
            "applies": [{"region": ["jiangxi", "fujian"]}],
            "options": [
                {"value": "zhangshu", "applies": [{"region": ["jiangxi"]}]},
                {"value": "xiamen", "applies": [{"region": ["fujian"]}]},
                {"value": "other"},
            ],
        },
        {"fact": "domain", "options": [{"value": "food"}, {"value": "apparel"}]},
        {"fact": "children", "applies": [{"domain": ["apparel"]}]},
        {"fact": "toy", "applies": [{"domain": ["apparel"], "children": ["yes"]}]},
    ]
}


@pytest.mark.parametrize(
    ("stated", "counted"),
    [
        ({"domain": ("food",)}, {"domain": ("food",), "children": ("no",), "toy": ("no",)}),
        ({"domain": ("apparel",)}, {"domain": ("apparel",)}),
        (
            {"domain": ("apparel",), "children": ("no",)},
            {"domain": ("apparel",), "children": ("no",), "toy": ("no",)},
        ),
        # What was stated once and is not asked any more, or not yet, does not count.
        (
            {"domain": ("food",), "children": ("yes",), "toy": ("yes",)},
            {"domain": ("food",), "children": ("no",), "toy": ("no",)},
        ),
        ({"toy": ("yes",)}, {}),
        ({"region": ("anhui",)}, {"region": ("anhui",), "city": ("other",)}),
        ({"region": ("jiangxi",)}, {"region": ("jiangxi",)}),
        (
            {"region": ("jiangxi",), "city": ("zhangshu",)},
            {"region": ("jiangxi",), "city": ("zhangshu",)},
        ),
        ({"region": ("fujian",), "city": ("zhangshu",)}, {"region": ("fujian",)}),
        ({"region": ("anhui",), "city": ("zhangshu",)}, {"region": ("anhui",), "city": ("other",)}),
        ({"size": ("micro",)}, {"size": ("micro", "small")}),
        ({"size": ("small",)}, {"size": ("small",)}),
        ({"size": ("medium",)}, {"size": ("medium",)}),
    ],
)
def test_what_follows_from_the_interview(stated: Facts, counted: Facts) -> None:
    assert known(INTERVIEW, stated).facts == counted


@pytest.mark.parametrize(
    ("stated", "waits_for"),
    [
        ({}, ["domain"]),
        ({"domain": ("apparel",)}, ["children"]),
        ({"domain": ("apparel",), "children": ("yes",)}, ["toy"]),
    ],
)
def test_only_questions_that_are_put_are_waited_for(stated: Facts, waits_for: list[str]) -> None:
    verdict = known(INTERVIEW, stated).verdict(({"toy": ("yes",)},), "f")
    assert verdict.applies is None
    assert [(c.fact, c.origin) for c in verdict.because] == [(fact, "f") for fact in waits_for]


def test_the_reason_of_what_is_not_asked_is_the_answer_that_says_so() -> None:
    found = known(INTERVIEW, {"domain": ("food",)})
    assert [(c.fact, c.values) for c in found.verdict(({"toy": ("yes",)},)).because] == [
        ("domain", ("apparel",))
    ]
    assert found.verdict(({"toy": ("no",)},)).applies is True
