"""The sentence why an item applies, does not, or is not known yet."""

from __future__ import annotations

from typing import Any

import pytest

from checklists.errors import Language
from checklists.facts import Facts
from checklists.reasons import fact_question, reason_of, value_words
from checklists.scope import scope
from tests.checklists.editions import FREE, checklist, edition, item, tightening

HEBEI: Facts = {"region": ("hebei",)}


def reason(*files: dict[str, Any], facts: Facts, language: Language = "zh") -> str:
    """The reason of the first item."""
    english = {"b": {"title": "Checklist B", "tightens": {}}}
    made = edition(*files, language=language, english=english)
    return reason_of(scope(made, facts).scoped[0], made)


ASKED = fact_question(FREE, edition(checklist("a")))
ASKED_IN_ENGLISH = fact_question(FREE, edition(checklist("a"), language="en"))


def one(**keys: Any) -> dict[str, Any]:
    """A file with one item of these conditions."""
    return checklist("a", item("x", **keys))


@pytest.mark.parametrize(
    ("condition", "facts", "zh", "en"),
    [
        (None, {}, "所有企业", "every enterprise"),
        ({"region": ["hebei"]}, HEBEI, "在河北省", "located in Hebei"),
        ({"region": ["hebei", "fujian"]}, HEBEI, "在河北省", "located in Hebei"),
        (
            {"region": ["jiangxi", "fujian"]},
            HEBEI,
            "不在江西省、福建省",
            "not located in Jiangxi or Fujian",
        ),
        (
            {"domain": ["food", "appliances"]},
            {"domain": ("appliances", "apparel")},
            "产品属于家用电器",
            "products belong to Household appliances",
        ),
        (
            {"domain": ["appliances"]},
            {"domain": ("apparel",)},
            "产品不属于家用电器",
            "no products of Household appliances",
        ),
        ({"role": ["exporter"]}, {"role": ("exporter",)}, "业务包括出口", "business: We export"),
        ({"role": ["exporter"]}, {"role": ("importer",)}, "业务不包括出口", "not its business: We export"),
        ({"size": ["small"]}, {"size": ("micro",)}, "规模为小型、微型", "size is Small or Micro"),
        ({"size": ["medium", "large"]}, {"size": ("large",)}, "规模为大型", "size is Large"),
        ({"size": ["large"]}, {"size": ("small",)}, "规模不是大型", "size is not Large"),
    ],
)
def test_reasons_in_both_languages(
    condition: dict[str, list[str]] | None, facts: Facts, zh: str, en: str
) -> None:
    file = one(applies=[condition]) if condition else one()
    assert reason(file, facts=facts) == zh
    assert reason(file, facts=facts, language="en") == en


@pytest.mark.parametrize(
    ("wanted", "stated", "said"),
    [("yes", "yes", "是"), ("yes", "no", "否"), ("no", "no", "否"), ("no", "yes", "是")],
)
def test_a_yes_or_no_is_told_as_it_was_answered(wanted: str, stated: str, said: str) -> None:
    file = one(applies=[{FREE: [wanted]}])
    assert reason(file, facts={FREE: (stated,)}) == f"“{ASKED}”答“{said}”"
    said_in_english = {"是": "yes", "否": "no"}[said]
    assert reason(file, facts={FREE: (stated,)}, language="en") == f'"{ASKED_IN_ENGLISH}" {said_in_english}'


def test_what_is_open_names_the_question() -> None:
    file = one(applies=[{FREE: ["yes"]}, {"size": ["large"]}])
    assert reason(file, facts={}) == f"还没有回答“{ASKED}”；还没有回答“从业人员和营业收入”"
    assert reason(file, facts={}, language="en").endswith('not answered yet: "staff and turnover"')


def test_a_question_that_was_not_put_is_never_said_to_be_answered() -> None:
    file = one(applies=[{"toothpaste": ["yes"]}])
    assert reason(file, facts={"domain": ("appliances",)}) == "产品不属于化妆品和日用化学品"
    assert reason(file, facts={}) == f"还没有回答“{fact_question('domain', edition(file))}”"


def test_several_conditions_and_alternatives_are_joined() -> None:
    file = one(applies=[{"region": ["hebei"], "role": ["exporter"]}, {"size": ["large"]}])
    facts: Facts = {**HEBEI, "role": ("exporter",), "size": ("small",)}
    assert reason(file, facts=facts) == "在河北省；业务包括出口"
    assert reason(file, facts={**facts, "role": ("importer",)}) == "业务不包括出口；规模不是大型"


def test_an_exception_says_so() -> None:
    file = one(**{"except": [{"domain": ["food"]}]})
    assert reason(file, facts={"domain": ("food",)}) == "例外：产品属于食品及相关产品"
    assert (
        reason(file, facts={"domain": ("food",)}, language="en")
        == "exception: products belong to Food and related products"
    )
    assert reason(file, facts={"domain": ("apparel",)}) == "所有企业"


def test_whose_condition_and_whose_strictness_it_is() -> None:
    files = (
        one(applies=[{"size": ["large"]}]),
        checklist("b", overlay="hebei", tightens=[tightening("x", also=[{"size": ["small"]}], kind="duty")]),
    )
    facts: Facts = {**HEBEI, "size": ("small",)}
    assert reason(*files, facts=facts) == (
        "在河北省（b 检查表）；规模为小型、微型（b 检查表）；“必须”出自b 检查表"
    )
    assert reason(*files, facts=facts, language="en").endswith('"Must" by Checklist B')
    assert reason(*files, facts={**HEBEI, "size": ("large",)}) == "规模为大型；“必须”出自b 检查表"
    assert reason(*files, facts={**HEBEI, "size": ("medium",)}) == (
        "规模不是大型；规模不是小型、微型（b 检查表）"
    )


def test_words_of_facts_and_values() -> None:
    made = edition(one())
    assert fact_question("region", made) == made.interview["questions"][0]["ask"]
    assert fact_question("size", made) == "从业人员和营业收入"
    assert value_words(FREE, ("yes", "no"), made) == "是、否"
    assert value_words("size", ("micro",), made) == "微型"
    assert value_words("region", ("atlantis",), made) == "atlantis"
