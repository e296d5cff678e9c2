"""What is recorded comes back as it went, in this program and the next; what cannot be recorded says why."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from checklists.assessment import Action, Answer, Assessment, Evidence, Finding, Issued
from checklists.entities import (
    ACTION,
    ANSWER,
    ASSESSMENT,
    ENTITIES,
    EVIDENCE,
    FINDING,
    ISSUED,
    PROFILE,
    Entity,
)
from checklists.library import Edition
from checklists.profile import Profile
from checklists.records import SAMPLE_FILE_ID, Records, _number
from tests.checklists.refusal import refused
from tests.checklists.small_edition import (
    DRILL,
    FAILURES,
    OFFICER,
    PROCEDURE,
    RECALL,
    small_contents,
    small_edition,
)
from tests.checklists.small_edition import (
    PROFILE as HEBEI,
)


def again(records: Records) -> Records:
    """The same file opened by the next program."""
    records.close()
    return Records.open(records.path, write=False)


def test_everything_comes_back(records: Records, assessment: str, edition: Edition) -> None:
    given = records.answer(
        assessment,
        RECALL,
        status="partial",
        note="第一行\n第二行  ",
        proof_ref="《召回制度》QM-07，质量部柜 2",
        internal="先别说",
        person="质量部",
        later=True,
    )
    figures = records.answer(
        assessment, FAILURES, measure={"national": ("1", "12"), "provincial": ("0", "3")}
    )
    (finding,) = records.dossier().findings
    records.save(
        "finding", finding.id, {"grade": "observation", "facts": "仓库里还有两箱", "closed_on": "2026-12-01"}
    )
    action = records.save("action", "", {"finding": finding.id, "cause": "没有通知仓库", "due": "2026-12-31"})
    evidence = records.add_evidence(
        assessment, RECALL, b"%PDF-1.7", "通知.pdf", caption="停售通知", number="T-1"
    )
    records.set_profile(assessment, HEBEI._replace(contact="林", facts={**HEBEI.facts, "ccc": ("no",)}))
    records.update_assessment(assessment, conclusion="先补召回", ended_on="2026-11-30")

    with again(records) as read:
        dossier = read.dossier(assessment)
        assert dossier.answers == {RECALL: given, FAILURES: figures}
        assert given.note == "第一行\n第二行  "
        assert given.later is True
        assert given.meaning == (edition.items[RECALL].meaning,)
        assert figures.measure == {"national": ("1", "12"), "provincial": ("0", "3")}
        assert dossier.findings == (
            finding._replace(grade="observation", facts="仓库里还有两箱", closed_on="2026-12-01"),
        )
        assert dossier.actions == (Action(action, finding.id, cause="没有通知仓库", due="2026-12-31"),)
        assert dossier.evidence == (evidence,)
        assert (evidence.kind, evidence.size, evidence.position) == ("application/pdf", 8, 1)
        assert dossier.people[evidence.person] == "沈立言"
        assert dossier.profile.contact == "林"
        assert dossier.profile.facts["ccc"] == ("no",)
        assert dossier.assessment.conclusion == "先补召回"
        assert dossier.assessment.ended_on == "2026-11-30"
        assert read.edition(dossier.assessment.edition).body == edition.body
        assert read.edition(dossier.assessment.edition, "en").language == "en"
        assert read.evidence_bytes(evidence.sha256) == b"%PDF-1.7"


@pytest.mark.parametrize(
    ("entity", "record", "of_key"),
    [
        (ASSESSMENT, Assessment, {"id"}),
        (PROFILE, Profile, set()),
        (ANSWER, Answer, {"item", "subject", "at"}),
        (FINDING, Finding, {"id"}),
        (ACTION, Action, {"id"}),
        (EVIDENCE, Evidence, {"id"}),
        (ISSUED, Issued, {"id"}),
    ],
)
def test_every_field_of_a_record_is_kept(entity: Entity, record: Any, of_key: set[str]) -> None:
    assert {*record._fields} == {*entity.forms, *of_key}


def test_every_entity_has_its_columns(records: Records) -> None:
    for entity in ENTITIES.values():
        info = records._connection.execute(f"pragma table_info({entity.table})")
        assert [name for _, name, *_ in info] == list(entity.columns)


def test_only_what_differs_is_written(records: Records, assessment: str) -> None:
    records.answer(assessment, RECALL, status="conform", note="在场")
    before = len(records.history())
    records.answer(assessment, RECALL, status="conform", note="在场")
    assert len(records.history()) == before
    records.answer(assessment, RECALL, status="conform", note="不在场")
    (*_, last) = records.history()
    assert (len(records.history()), last.field, last.former, last.value) == (
        before + 1,
        "note",
        "在场",
        "不在场",
    )


def test_an_untouched_item_stays_without_a_record(records: Records, assessment: str) -> None:
    assert records.answer(assessment, DRILL, status="unanswered", note="").status == "unanswered"
    assert records.dossier().answers == {}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("行一\r\n行二\r行三", "行一\n行二\n行三"),
        ("零\0止", "零\ufffd止"),
        ("半个\ud83c。", "半个\ufffd。"),
        ("e\u0301 𠮷🏭", "e\u0301 𠮷🏭"),
        ("  前后有空格 ", "  前后有空格 "),
    ],
)
def test_text_is_kept_as_typed(records: Records, assessment: str, typed: str, kept: str) -> None:
    assert records.answer(assessment, RECALL, note=typed).note == kept
    assert records.history()[-1].value == kept


def test_a_section_is_answered_whole_or_not_at_all(records: Records, assessment: str) -> None:
    reason = {"status": "not_applicable", "note": "本年度停产"}
    with refused("unknown-item"):
        records.answers(assessment, {RECALL: reason, "no-such-item": reason})
    assert records.dossier().answers == {}
    records.answers(assessment, {RECALL: reason, PROCEDURE: reason, DRILL: reason})
    assert {a.status for a in records.dossier().answers.values()} == {"not_applicable"}
    assert len({change.clock for change in records.history() if change.item}) == 1


def test_a_tightened_question_keeps_both_meanings(
    records: Records, assessment: str, edition: Edition
) -> None:
    answer = records.answer(assessment, OFFICER, status="conform")
    (tightening,) = (t for c in edition.checklists for t in c.tightens if t.item == OFFICER)
    assert answer.meaning == (edition.items[OFFICER].meaning, tightening.meaning)


class TestAssessments:
    def test_the_newest_is_last(self, records: Records, edition: Edition, assessment: str) -> None:
        second = records.start_assessment(edition, HEBEI, title="二", year="2025", started_on="2025-01-01")
        assert [a.id for a in records.assessments()] == [assessment, second]
        assert records.dossier().assessment.id == second
        assert records.dossier(assessment).assessment.title == "年度自评"

    def test_each_has_its_own_profile(self, records: Records, edition: Edition, assessment: str) -> None:
        records.start_assessment(edition, HEBEI._replace(name="改名后"), title="", year="2027", started_on="")
        assert records.dossier().profile.name == "改名后"
        assert records.dossier(assessment).profile == HEBEI

    def test_numbers_are_unlike(self) -> None:
        first = _number(str(UUID(int=117)), "2026", set())
        assert first == "ZP-2026-0117"
        assert _number(str(UUID(int=20_117)), "2026", {first}) == "ZP-2026-0002"
        assert _number(str(UUID(int=117)), "2026", {first}) != first

    def test_an_edition_is_kept_once(self, records: Records, edition: Edition) -> None:
        records.keep_edition(edition.body)
        other = small_edition(1)
        assert records.keep_edition(other.body) == other.hash
        count = records._connection.execute("select count(*) from editions").fetchone()
        assert count == (2,)

    def test_there_may_be_none(self, tmp_path: Path) -> None:
        with Records.create(tmp_path / "空.zhiping", person="甲") as empty:
            assert empty.assessments() == ()
            with refused("assessment-missing"):
                empty.dossier()

    def test_an_edition_that_does_not_match_its_hash(self, records: Records, assessment: str) -> None:
        records._connection.execute("update editions set body = x'00'")
        with refused("file-damaged"):
            records.answer(assessment, RECALL, status="conform")

    def test_a_changed_question_is_looked_at_again(self, records: Records, assessment: str) -> None:
        contents = small_contents()
        contents["enterprise/recall"]["sections"][0]["items"][0]["ask"] = "改过的问题？"
        from checklists.compiling import edition_body

        changed = Edition(edition_body(contents))
        old = records.answer(assessment, RECALL, status="conform").meaning
        second = records.start_assessment(changed, HEBEI, title="", year="2027", started_on="")
        assert records.answer(second, RECALL, status="conform").meaning != old


class TestIssuedReports:
    def test_they_are_kept_as_issued(self, records: Records, assessment: str) -> None:
        pdf = bytes(range(256)) * 10_000
        first = records.issue(assessment, "a" * 64, b"{}", pdf)
        number = records.dossier().assessment.number
        assert (first.number, first.revision, first.fingerprint) == (number, 1, "a" * 64)
        assert records.dossier().people[first.person] == "沈立言"
        with again(records) as read:
            assert read.issued(assessment) == (first,)
            assert read.issued_bytes(first.pdf_sha256) == pdf
            assert read.issued_bytes(first.body_sha256) == b"{}"

    def test_the_same_content_is_the_same_revision(self, records: Records, assessment: str) -> None:
        first = records.issue(assessment, "a" * 64, b"{}", b"one")
        assert records.issue(assessment, "a" * 64, b"{}", b"printed on another day") == first
        second = records.issue(assessment, "b" * 64, b"{1}", b"two")
        assert (second.revision, records.issued(assessment)) == (2, (first, second))
        assert records.issue(assessment, "a" * 64, b"{}", b"one") == first

    def test_they_keep_their_assessment(self, records: Records, assessment: str) -> None:
        records.issue(assessment, "a" * 64, b"{}", b"pdf")
        with refused("issued-kept"):
            records.remove("assessment", assessment)

    def test_a_sample_is_never_issued(self, tmp_path: Path, edition: Edition) -> None:
        with Records.create(tmp_path / "样例.zhiping", person="甲", file_id=SAMPLE_FILE_ID) as sample:
            assessment = sample.start_assessment(edition, HEBEI, title="", year="2026", started_on="")
            with refused("sample-not-issued"):
                sample.issue(assessment, "a" * 64, b"{}", b"pdf")
