"""What an item stems from, as an enterprise of one province sees it."""

from __future__ import annotations

import pytest

from checklists.compiling import current_edition
from checklists.scope import scope

FACTS = {"domain": ("appliances",), "role": ("manufacturer",), "size": ("small",)}


@pytest.mark.parametrize(("region", "document"), [("hebei", "HE-2017"), ("fujian", "FJ-2017")])
def test_an_item_of_two_provinces_cites_the_enterprise_s_own(region: str, document: str) -> None:
    found = scope(current_edition(), {**FACTS, "region": (region,)})
    basis = found.by_id["complaint-phone"].basis
    assert basis
    assert {ask.partition("/")[0] for ask in basis} == {document}


def test_national_asks_stand_beside_those_of_the_province() -> None:
    found = scope(current_edition(), {**FACTS, "region": ("hebei",)})
    assert {ask.partition("/")[0] for ask in found.by_id["recall-procedure"].basis} == {
        "CN-2016-68",
        "HE-2017",
    }
    elsewhere = scope(current_edition(), {**FACTS, "region": ("anhui",)})
    assert {a.partition("/")[0] for a in elsewhere.by_id["recall-procedure"].basis} == {"CN-2016-68"}
