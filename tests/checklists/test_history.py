"""Who changed what and when; taking back is a change too; the tables follow from the changes alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from checklists.entities import ENTITIES
from checklists.errors import UserError
from checklists.records import Records
from tests.checklists.refusal import refused
from tests.checklists.small_edition import DRILL, FAILURES, OFFICER, PROCEDURE, PROFILE, RECALL, small_edition

Tables = dict[str, list[Any]]


def tables(records: Records) -> Tables:
    """All that the tables say."""
    found: Tables = {}
    for entity in ENTITIES.values():
        columns = ", ".join(entity.columns)
        found[entity.table] = sorted(records._connection.execute(f"select {columns} from {entity.table}"))
    return found


def test_a_change_says_who_when_what(file: Path) -> None:
    with Records.open(file, person="沈立言") as records:
        assessment = records.assessments()[0].id
        records.answer(assessment, RECALL, note="在场")
    with Records.open(file, person="林") as records:
        records.answer(assessment, RECALL, note="不在场")
        first, second = records.history(assessment, RECALL)
    assert (first.person, first.former, first.value) == ("沈立言", None, "在场")
    assert (second.person, second.former, second.value) == ("林", "在场", "不在场")
    assert second.clock == first.clock + 1
    assert (second.kind, second.field, second.item) == ("set", "note", RECALL)
    assert second.at.endswith("Z")
    assert second.at >= first.at


def test_changes_name_what_they_saw(records: Records, assessment: str) -> None:
    records.answer(assessment, RECALL, note="一")
    records.answer(assessment, RECALL, note="二")
    rows = records._connection.execute(
        "select id, replaces from changes where entity = 'answer' and field = 'note' order by clock"
    ).fetchall()
    assert rows[0][1] is None
    assert rows[1][1] == rows[0][0]


def test_history_of_an_item_has_all_that_hangs_on_it(records: Records, assessment: str) -> None:
    records.answers(assessment, {RECALL: {"status": "nonconform"}, PROCEDURE: {"status": "nonconform"}})
    finding = records.dossier().finding_of(RECALL)
    assert finding
    action = records.save("action", "", {"finding": finding.id, "cause": "没人管"})
    evidence = records.add_evidence(assessment, RECALL, b"x", "a.txt")
    records.remove("evidence", evidence.id)
    changed = {(c.entity, c.entity_id) for c in records.history(assessment, RECALL)}
    assert {e for e, _ in changed} == {"answer", "finding", "action", "evidence"}
    assert {("finding", finding.id), ("action", action), ("evidence", evidence.id)} < changed
    assert len(changed) == 4
    assert records.history(assessment, RECALL)[-1].kind == "remove"


def test_history_of_an_assessment(records: Records, assessment: str) -> None:
    second = records.start_assessment(small_edition(), PROFILE, title="二", year="2027", started_on="")
    records.answer(second, RECALL, status="conform")
    ours = records.history(second)
    assert {c.entity for c in ours} == {"assessment", "profile", "answer"}
    assert not {c.id for c in ours} & {c.id for c in records.history(assessment)}
    assert len(records.history()) > len(ours) + len(records.history(assessment))


def test_changes_are_never_altered_or_deleted(records: Records) -> None:
    for statement in ("delete from changes", "update changes set value = 'x'"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            records._connection.execute(statement)


class TestUndo:
    def test_a_field_says_again_what_it_said(self, records: Records, assessment: str) -> None:
        records.answer(assessment, RECALL, note="一")
        records.answer(assessment, RECALL, note="二")
        count = len(records.history())
        records.undo(records.history()[-1].id)
        assert records.dossier().answer(RECALL).note == "一"
        assert len(records.history()) == count + 1
        records.undo(records.history()[-1].id)
        assert records.dossier().answer(RECALL).note == "二"

    def test_a_status_goes_with_meaning_and_finding(self, records: Records, assessment: str) -> None:
        before = tables(records)
        records.answer(assessment, RECALL, status="nonconform", note="两箱")
        change = next(c for c in records.history() if c.field == "status")
        records.undo(change.id)
        assert tables(records) == before

    def test_a_withdrawn_finding_comes_back_by_rule(self, records: Records, assessment: str) -> None:
        records.answer(assessment, RECALL, status="nonconform")
        records.answer(assessment, RECALL, status="conform")
        records.undo(records.history()[-1].id)
        assert [f.item for f in records.dossier().findings] == [RECALL]

    def test_a_later_note_stays(self, records: Records, assessment: str) -> None:
        records.answer(assessment, RECALL, status="conform")
        status = next(c for c in records.history() if c.field == "status")
        records.answer(assessment, RECALL, note="后来写的")
        records.undo(status.id)
        answer = records.dossier().answer(RECALL)
        assert (answer.status, answer.note) == ("unanswered", "后来写的")

    def test_what_was_changed_again_is_left(self, records: Records, assessment: str) -> None:
        records.answer(assessment, RECALL, note="一")
        first = records.history()[-1].id
        records.answer(assessment, RECALL, note="二")
        before = tables(records)
        with refused("change-outdated"):
            records.undo(first)
        with refused("change-missing"):
            records.undo("no such change")
        assert tables(records) == before

    def test_a_removal_comes_back_whole(self, records: Records, assessment: str) -> None:
        records.answer(assessment, RECALL, status="nonconform")
        finding = records.dossier().findings[0].id
        records.save("action", "", {"finding": finding, "cause": "没人管", "owner": "林"})
        before = tables(records)
        records.remove("finding", finding)
        assert records.dossier().actions == ()
        records.undo(records.history()[-1].id)
        assert tables(records) == before

    def test_nothing_comes_back_without_what_it_hangs_on(self, records: Records, assessment: str) -> None:
        evidence = records.add_evidence(assessment, RECALL, b"x", "a.txt")
        records.remove("evidence", evidence.id)
        removal = records.history()[-1].id
        records.remove("assessment", assessment)
        with refused("change-outdated"):
            records.undo(removal)
        records.undo(records.history()[-1].id)
        records.undo(removal)
        assert records.dossier().evidence == (evidence,)

    def test_what_others_hang_on_is_left(self, records: Records, assessment: str) -> None:
        subject = records.dossier().assessment.subject
        made = {"assessment": assessment, "item": DRILL, "subject": subject, "opened_as": "improvement"}
        finding = records.save("finding", "", made)
        creation = records.history()[-1].id
        action = records.save("action", "", {"finding": finding})
        with refused("change-outdated"):
            records.undo(creation)
        records.remove("action", action)
        records.undo(creation)
        assert records.dossier().findings == ()

    @pytest.mark.usefixtures("assessment")
    def test_a_started_assessment(self, records: Records) -> None:
        before = tables(records)
        records.start_assessment(small_edition(), PROFILE, title="二", year="2027", started_on="")
        records.undo(records.history()[-1].id)
        assert tables(records) == before

    def test_a_profile_takes_its_findings_along(self, records: Records, assessment: str) -> None:
        records.set_profile(assessment, PROFILE._replace(region="anhui"))
        records.answer(assessment, OFFICER, status="nonconform")
        records.set_profile(assessment, PROFILE)
        profile = next(c for c in reversed(records.history()) if c.entity == "profile")
        records.undo(profile.id)
        assert records.dossier().profile.region == "anhui"
        assert records.dossier().findings == ()


def test_an_older_program_leaves_a_newer_log_alone(records: Records) -> None:
    records._connection.execute("pragma user_version = 1001")
    with Records.open(records.path, confirmed=True) as newer, refused("file-newer"):
        newer.rebuild()


class Work(RuleBasedStateMachine):
    """Whatever a person does, the tables are what the change log says."""

    new_file: Callable[[], Path]

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.records = self.stack.enter_context(
            closing(Records.create(type(self).new_file(), person="沈立言"))
        )
        self.assessment = self.records.start_assessment(
            small_edition(2), PROFILE, title="", year="2026", started_on=""
        )
        self.started = self.records.history()[-1].clock

    @rule(
        item=st.sampled_from([RECALL, PROCEDURE, DRILL, OFFICER]),
        status=st.sampled_from(["conform", "partial", "nonconform", "not_applicable", "unanswered"]),
        note=st.text(max_size=5),
        later=st.booleans(),
    )
    def answer(self, item: str, status: str, note: str, later: bool) -> None:
        self.records.answer(self.assessment, item, status=status, note=note, later=later)

    @rule(of=st.integers(0, 9), level=st.sampled_from(["national", "provincial"]))
    def measure(self, of: int, level: str) -> None:
        self.records.answer(self.assessment, FAILURES, measure={level: ("0", str(of))})

    @rule(region=st.sampled_from(["hebei", "anhui", ""]), facts=st.sampled_from([{}, dict(PROFILE.facts)]))
    def profile(self, region: str, facts: dict[str, tuple[str, ...]]) -> None:
        profile = PROFILE._replace(region=region or "hebei", facts=facts)
        self.records.set_profile(self.assessment, profile)

    @rule(facts=st.text(max_size=3), act=st.booleans())
    def work_on_a_finding(self, facts: str, act: bool) -> None:
        for finding in self.records.dossier().findings[:1]:
            self.records.save("finding", finding.id, {"facts": facts})
            if act:
                self.records.save("action", "", {"finding": finding.id, "cause": facts})

    @rule(entity=st.sampled_from(["finding", "action", "evidence"]))
    def remove(self, entity: str) -> None:
        dossier = self.records.dossier()
        kept: dict[str, Any] = {
            "finding": dossier.findings,
            "action": dossier.actions,
            "evidence": dossier.evidence,
        }
        for record in kept[entity][:1]:
            self.records.remove(entity, record.id)

    @rule()
    def attach(self) -> None:
        self.records.add_evidence(self.assessment, RECALL, b"bytes", "a.txt")

    @rule(back=st.integers(1, 30))
    def undo(self, back: int) -> None:
        history = [c for c in self.records.history() if c.clock > self.started]
        if not history:
            return
        with suppress(UserError):
            self.records.undo(history[-min(back, len(history))].id)

    @rule()
    def rebuild(self) -> None:
        before = tables(self.records)
        self.records.rebuild()
        assert tables(self.records) == before

    def teardown(self) -> None:
        self.rebuild()
        self.stack.close()


def test_tables_follow_from_the_changes(tmp_path: Path) -> None:
    names = iter(range(10**6))
    Work.new_file = staticmethod(lambda: tmp_path / f"{next(names)}.zhiping")
    run_state_machine_as_test(
        Work,
        settings=settings(
            max_examples=25, stateful_step_count=20, suppress_health_check=list(HealthCheck), deadline=None
        ),
    )
