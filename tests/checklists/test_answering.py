"""Only what an item asks for is recorded; everything else is refused with the reason."""

from __future__ import annotations

from typing import Any

import pytest

from checklists.records import Records
from tests.checklists.refusal import refused
from tests.checklists.small_edition import (
    FAILURES,
    OFFICER,
    PLUG,
    PROFILE,
    RECALL,
    RETURNS,
)


@pytest.mark.parametrize(
    ("item", "given", "code"),
    [
        ("no-such-item", {"status": "conform"}, "unknown-item"),
        (PLUG, {"status": "conform"}, "item-out-of-scope"),
        (RECALL, {"status": "符合"}, "unknown-status"),
        (FAILURES, {"status": "conform"}, "measure-has-no-status"),
        (RECALL, {"measure": {"": ("1",)}}, "not-a-measure"),
        (FAILURES, {"measure": {"local": ("1", "2")}}, "measure-invalid"),
        (FAILURES, {"measure": {"national": ("3", "2")}}, "measure-invalid"),
        (FAILURES, {"measure": {"national": ("1.5", "2")}}, "measure-invalid"),
        (FAILURES, {"measure": {"national": ("1",)}}, "measure-invalid"),
        (FAILURES, {"measure": {"national": ("1", "")}}, "measure-invalid"),
        (RETURNS, {"measure": {"": ("many",)}}, "measure-invalid"),
        (RETURNS, {"measure": "3"}, "measure-invalid"),
    ],
)
def test_what_cannot_be_answered(
    records: Records, assessment: str, item: str, given: dict[str, Any], code: str
) -> None:
    records.set_profile(assessment, PROFILE._replace(facts={**PROFILE.facts, "ccc": ("no",)}))
    before = records.history()
    with refused(code) as failure:
        records.answer(assessment, item, **given)
    assert item in failure.value.sentence("zh") or code == "unknown-status"
    assert records.history() == before


def test_figures_are_kept_as_numbers(records: Records, assessment: str) -> None:
    assert records.answer(assessment, RETURNS, measure={"": ("１２．50",)}).measure == {"": ("12.5",)}
    kept = records.answer(assessment, FAILURES, measure={"national": ("0", "1,200"), "provincial": ("", "")})
    assert kept.measure == {"national": ("0", "1200")}
    assert records.answer(assessment, FAILURES, measure={}).measure == {}


def test_an_item_outside_the_selection(records: Records, assessment: str) -> None:
    records.update_assessment(assessment, selection="sections:recall-main")
    with refused("item-not-selected"):
        records.answer(assessment, OFFICER, status="conform")


def test_an_item_that_may_not_apply(records: Records, assessment: str) -> None:
    records.set_profile(assessment, PROFILE._replace(staff=""))
    with refused("item-undecided"):
        records.answer(assessment, OFFICER, status="conform")
