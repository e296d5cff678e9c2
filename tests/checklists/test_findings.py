"""An unmet duty opens a finding; it goes with its cause, unless somebody worked on it."""

from __future__ import annotations

import pytest

from checklists.records import Records
from tests.checklists.small_edition import (
    DRILL,
    OFFICER,
    PROCEDURE,
    PROFILE,
    RECALL,
)


def test_an_unmet_duty_opens_one(records: Records, assessment: str) -> None:
    records.answers(assessment, {i: {"status": "nonconform"} for i in (RECALL, PROCEDURE, OFFICER, DRILL)})
    opened = {f.item: f.opened_as for f in records.dossier().findings}
    assert opened == {RECALL: "major", PROCEDURE: "major", OFFICER: "minor"}


def test_a_met_one_withdraws_it(records: Records, assessment: str) -> None:
    records.answer(assessment, RECALL, status="partial")
    records.answer(assessment, RECALL, status="nonconform")
    assert len(records.dossier().findings) == 1
    records.answer(assessment, RECALL, status="conform")
    assert records.dossier().findings == ()


@pytest.mark.parametrize("written", [{"facts": "看见两箱"}, {"grade": "minor"}, {"closed_on": "2026-11-22"}])
def test_one_that_somebody_wrote_into_stays(
    records: Records, assessment: str, written: dict[str, str]
) -> None:
    records.answer(assessment, RECALL, status="partial")
    records.save("finding", records.dossier().findings[0].id, written)
    records.answer(assessment, RECALL, status="conform")
    assert len(records.dossier().findings) == 1


def test_one_with_an_action_stays(records: Records, assessment: str) -> None:
    records.answer(assessment, RECALL, status="partial")
    records.save("action", "", {"finding": records.dossier().findings[0].id})
    records.answer(assessment, RECALL, status="conform")
    assert len(records.dossier().findings) == 1


def test_an_improvement_taken_up_by_hand_stays(records: Records, assessment: str) -> None:
    subject = records.dossier().assessment.subject
    made = {"assessment": assessment, "item": DRILL, "subject": subject, "opened_as": "improvement"}
    records.save("finding", "", made)
    records.answer(assessment, DRILL, status="nonconform")
    records.answer(assessment, DRILL, status="conform")
    assert [f.opened_as for f in records.dossier().findings] == ["improvement"]


def test_a_changed_profile_opens_what_became_a_duty(records: Records, assessment: str) -> None:
    records.set_profile(assessment, PROFILE._replace(region="anhui"))
    records.answer(assessment, OFFICER, status="nonconform")
    assert records.dossier().findings == ()
    records.set_profile(assessment, PROFILE)
    assert [f.item for f in records.dossier().findings] == [OFFICER]


def test_an_observation_made_by_hand_does_not_stand_for_the_finding(
    records: Records, assessment: str
) -> None:
    subject = records.dossier().assessment.subject
    seen = {
        "assessment": assessment,
        "item": RECALL,
        "subject": subject,
        "opened_as": "observation",
        "facts": "通道堆货",
    }
    records.save("finding", "", seen)
    records.answer(assessment, RECALL, status="nonconform")
    assert [f.opened_as for f in records.dossier().findings] == ["observation", "major"]
    records.answer(assessment, RECALL, status="conform")
    assert [f.opened_as for f in records.dossier().findings] == ["observation"]


def test_findings_stand_in_the_order_in_which_they_were_made(records: Records, assessment: str) -> None:
    for item in (PROCEDURE, OFFICER, RECALL):
        records.answer(assessment, item, status="nonconform")
    assert [f.item for f in records.dossier().findings] == [PROCEDURE, OFFICER, RECALL]
