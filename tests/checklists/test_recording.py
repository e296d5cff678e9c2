"""A file of answers put into an assessment, once or again, all or nothing; and the sample enterprise."""

from __future__ import annotations

from pathlib import Path

import pytest

from checklists.errors import UserError
from checklists.recording import make_sample, record_answers
from checklists.records import SAMPLE_FILE_ID, Records
from checklists.user_input import AnswersInput, EvidenceInput
from resources import path
from tests.checklists.small_edition import DRILL, PROCEDURE, RECALL, RETURNS


def test_what_is_said_of_a_section_goes_to_its_items_without_a_status(
    records: Records, assessment: str
) -> None:
    given = AnswersInput(
        sections={"recall-main": {"status": "not_applicable", "note": "不生产"}},
        answers={RECALL: {"status": "conform"}, DRILL: {"person": "售后部"}},
    )
    assert record_answers(records, assessment, given) == 3
    answers = records.dossier(assessment).answers
    assert (answers[RECALL].status, answers[RECALL].note) == ("conform", "")
    assert (answers[PROCEDURE].status, answers[PROCEDURE].note) == ("not_applicable", "不生产")
    assert (answers[DRILL].status, answers[DRILL].person) == ("not_applicable", "售后部")


def test_measures_and_what_does_not_apply_are_left_out_of_a_section(
    records: Records, assessment: str
) -> None:
    given = AnswersInput(sections={"figures-main": {"status": "not_applicable", "note": "没有"}})
    assert record_answers(records, assessment, given) == 0


def test_the_same_file_again_changes_nothing(records: Records, assessment: str, tmp_path: Path) -> None:
    proof = tmp_path / "proof.txt"
    proof.write_text("x")
    given = AnswersInput(
        answers={RECALL: {"status": "nonconform"}, DRILL: {"status": "nonconform"}},
        evidence={RECALL: [EvidenceInput(proof, {"caption": "现场"})]},
        findings={RECALL: {"facts": "看到了"}, DRILL: {}},
        actions={RECALL: [{"cause": "没有人管"}, {"measure": "定一个人"}]},
        observations=[{"item": "", "facts": "通道堆货"}],
    )
    record_answers(records, assessment, given)
    first = records.dossier(assessment)
    assert len(first.evidence) == 1
    assert sorted((f.item, f.opened_as, f.facts) for f in first.findings) == [
        ("", "observation", "通道堆货"),
        (DRILL, "improvement", ""),
        (RECALL, "major", "看到了"),
    ]
    assert sorted((a.cause, a.measure) for a in first.actions) == [("", "定一个人"), ("没有人管", "")]
    changes = len(records.history())
    record_answers(records, assessment, given)
    assert records.dossier(assessment) == first
    assert len(records.history()) == changes


def test_an_action_goes_on_in_a_later_file(records: Records, assessment: str) -> None:
    first, second = {"cause": "没有人管"}, {"cause": "没有标识", "measure": "贴标识"}
    for actions in ([first, second], [{**second, "progress": "已贴"}, {**first, "owner": "祁文博"}]):
        given = AnswersInput(findings={RECALL: {}}, actions={RECALL: actions})
        record_answers(records, assessment, given)
    kept = records.dossier(assessment).actions
    assert sorted((a.cause, a.measure, a.progress, a.owner) for a in kept) == [
        ("没有人管", "", "", "祁文博"),
        ("没有标识", "贴标识", "已贴", ""),
    ]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (
            AnswersInput(answers={RECALL: {"status": "conform"}, "no-such": {"status": "conform"}}),
            "unknown-item",
        ),
        (AnswersInput(answers={RECALL: {"status": "conform"}}, findings={"no-such": {}}), "unknown-item"),
        (
            AnswersInput(answers={RECALL: {"status": "conform"}, RETURNS: {"status": "conform"}}),
            "measure-has-no-status",
        ),
        (
            AnswersInput(
                answers={RECALL: {"status": "conform"}},
                evidence={RECALL: [EvidenceInput(Path("no-such-file"), {})]},
            ),
            "evidence-unreadable",
        ),
    ],
)
def test_a_fault_anywhere_records_nothing(
    records: Records, assessment: str, given: AnswersInput, code: str
) -> None:
    before = records.history()
    with pytest.raises(UserError) as raised:
        record_answers(records, assessment, given)
    assert raised.value.code == code
    assert records.history() == before


def test_the_sample_enterprise(tmp_path: Path) -> None:
    file = tmp_path / "sample.zhiping"
    make_sample(file, path("sample/profile.yaml").parent)
    with Records.open(file, write=False) as records:
        given = records.dossier()
    assert given.file_id == SAMPLE_FILE_ID
    assert (given.profile.region, given.profile.staff) == ("hebei", "45")
    assert len(given.findings) >= 3
    assert len(given.actions) == 2
    assert given.assessment.ended_on
