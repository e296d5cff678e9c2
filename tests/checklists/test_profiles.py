"""Five worked profiles: what a typical enterprise gets of the whole library, and what it must never see."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from checklists.compiling import current_edition
from checklists.scope import Scope, scope
from checklists.user_input import read_profile

FOLDER = Path(__file__).with_name("profiles")
#: What every maker of goods gets.
MAKER = {
    "responsibility",
    "management",
    "standards",
    "declaration-labelling",
    "design-innovation",
    "supply-logistics",
    "metrology-testing",
    "certification-green",
    "risk",
    "recall",
    "traceability",
    "after-sales",
    "intellectual-property",
    "brand",
    "credit",
    "people",
    "sampling",
    "public-services",
}
TRADE = {"trade"}
DOMAINS = {
    "appliances",
    "electronics",
    "home-decor",
    "apparel",
    "special-groups",
    "cosmetics",
    "sports-edu",
    "heritage",
    "food",
}
PROVINCES = {"hebei", "jiangxi", "fujian", "guangdong"}


class Shape(NamedTuple):
    """How many items and duties there are (least, most), from which checklists, and single items."""

    items: tuple[int, int]
    duties: tuple[int, int]
    checklists: set[str]
    with_items: set[str]
    without: set[str]


SHAPES = {
    "appliances-hebei": Shape(
        (140, 170),
        (30, 44),
        MAKER | TRADE | {"chief-quality-officer", "appliances", "hebei"},
        {"cqo-appointed", "appliance-ccc", "appliance-food-contact", "tbt-watch", "same-line"},
        {"appliance-consent", "importer-honest-records", "installation-standard"},
    ),
    "furniture-jiangxi": Shape(
        (110, 140),
        (20, 32),
        MAKER | {"home-decor", "jiangxi"},
        {"home-decor-substances", "home-decor-voc", "installation-standard"},
        {"cqo-appointed", "food-online-information", "tbt-watch", "research-cooperation"},
    ),
    "garments-fujian": Shape(
        (150, 175),
        (26, 38),
        MAKER | {"chief-quality-officer", "online", "apparel", "fujian"},
        {"apparel-safety-standards", "seven-day-return", "cqo-appointed"},
        {"fj-small-5s", "fj-small-test-equipment", "tbt-watch", "platform-rules-public"},
    ),
    "toys-guangdong": Shape(
        (85, 110),
        (22, 34),
        (MAKER - {"chief-quality-officer"}) | TRADE | {"special-groups", "guangdong"},
        {"children-labelling", "children-ccc", "importer-honest-records", "import-supplier-proof"},
        {
            "release-inspection",
            "lean-one-process",
            "instruments-ledger",
            "same-line",
            "hygiene-products-tested",
        },
    ),
    "food-hebei": Shape(
        (140, 170),
        (36, 52),
        MAKER | {"chief-quality-officer", "food", "hebei"},
        {"food-limits", "food-licence", "traceability-batch", "excellence-self-review"},
        {"he-drug-genuine", "he-snow-equipment", "online-source", "cosmetics-substances"},
    ),
}


@cache
def scoped(name: str, selection: str = "full") -> Scope:
    """The scope of a worked profile."""
    edition = current_edition()
    profile, _ = read_profile(FOLDER / f"{name}.yaml", edition)
    return scope(edition, profile.known_facts(edition.interview), selection)


@pytest.fixture(params=SHAPES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_profile_has_its_shape() -> None:
    assert {p.stem for p in FOLDER.glob("*.yaml")} == set(SHAPES)


def test_there_are_as_many_items_and_duties_as_one_can_answer(name: str) -> None:
    found, shape = scoped(name), SHAPES[name]
    duties = [s for s in found.items if s.is_duty]
    assert shape.items[0] <= len(found.items) <= shape.items[1]
    assert shape.duties[0] <= len(duties) <= shape.duties[1]
    assert any(s.critical for s in found.items)
    assert all(s.is_duty for s in found.items if s.critical)


def test_nothing_is_left_open(name: str) -> None:
    found = scoped(name)
    assert found.undecided == ()
    assert found.open_facts == ()


def test_they_come_from_the_checklists_of_such_an_enterprise(name: str) -> None:
    found = {s.checklist.id for s in scoped(name).items}
    assert found == SHAPES[name].checklists
    assert len(found & DOMAINS) == len(found & PROVINCES) == 1


def test_what_it_must_see_and_must_not(name: str) -> None:
    found, shape = set(scoped(name).by_id), SHAPES[name]
    assert shape.with_items | shape.without <= set(scoped(name).edition.items)
    assert shape.with_items - found == set()
    assert shape.without & found == set()


def test_who_has_no_factory_is_not_asked_about_one(name: str) -> None:
    found = scoped(name)
    if "manufacturer" not in found.facts["role"]:
        wanted = [
            s.id for s in found.items if any(a.get("role") == ("manufacturer",) for a in s.item.applies)
        ]
        assert wanted == []


def test_the_quick_selection_has_thirty_to_forty_items_or_all_duties_where_these_are_more(name: str) -> None:
    quick = scoped(name, "quick").items
    duties = sum(1 for s in scoped(name).items if s.is_duty)
    assert 30 <= len(quick) <= max(40, duties)
    needed = {s.id for s in scoped(name).items if s.is_duty or s.critical}
    assert needed <= {s.id for s in quick}


def test_a_regulation_that_is_not_in_force_makes_no_duty(name: str) -> None:
    found = scoped(name)
    regulations = found.edition.regulations
    standings = {regulations[c.regulation].standing for s in found.items for c in s.demands}
    assert standings <= {"现行", "即将被代替"}


def test_every_question_is_short_and_every_item_has_its_help(name: str) -> None:
    for s in scoped(name).items:
        assert 10 <= len(s.item.ask) <= 60, s.id
        assert 2 <= len(s.item.proof) <= 5, s.id
        assert s.item.guide.endswith("。"), s.id
        assert s.basis, s.id
