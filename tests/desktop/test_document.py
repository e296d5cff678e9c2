"""The open file: what is shown at once and what is then in the file, change by change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checklists.assessment import Dossier, Finding
from checklists.errors import UserError
from checklists.file_lock import lock_path
from checklists.profile import Profile
from checklists.records import Records
from desktop.document import Document
from desktop.printing import Printed
from desktop.tasks import Task
from exports.material import Material
from tests.desktop.driving import close, duties, duty, faulty, gated, in_file, saved

Open = Callable[..., Document]


def test_an_answer_is_shown_at_once_and_then_in_the_file(qtbot: QtBot, document: Document) -> None:
    item = duty(document)
    with qtbot.waitSignals([document.answered, document.figures_changed, document.findings_changed]):
        document.answer(item, status="nonconform", note="没有记录\r\n第二行")
        assert document.dossier.answer(item).status == "nonconform"
        assert str(document.state) == "saving"
        assert in_file(document.path).answer(item).status == "conform"
    saved(qtbot, document)
    assert str(document.state) == "saved"
    assert document.state_text.startswith("已保存")
    assert in_file(document.path).answer(item).note == "没有记录\n第二行"
    assert document.dossier == in_file(document.path)


def test_a_file_that_cannot_be_read_is_let_go_again(sample: Path) -> None:
    with Records.open(sample, person="周敏") as records:
        records._connection.execute("update editions set body = x'00'")
    for _ in range(2):
        with pytest.raises(UserError) as raised:
            Document.open(sample, "周敏", "zh")
        assert raised.value.code == "file-damaged"
        assert not lock_path(sample).exists()


def test_the_rules_refuse_before_anything_is_shown(document: Document) -> None:
    before = document.dossier
    with pytest.raises(UserError, match="no item"):
        document.answer_many({duty(document): {"note": "x"}, "no-such-item": {"note": "y"}})
    assert document.dossier is before
    assert document.unsaved == 0


def test_what_changes_nothing_is_not_written(document: Document) -> None:
    item = duty(document)
    document.answer(item, status=document.dossier.answer(item).status)
    assert document.unsaved == 0
    assert not document.can_undo


def test_undo_and_redo_go_through_the_steps_of_this_session(qtbot: QtBot, document: Document) -> None:
    first, second = duties(document)[:2]
    before = document.dossier
    document.answer(first, note="一")
    document.answer(second, note="二")
    document.answer_many({first: {"later": True}, second: {"later": True}})
    after = [document.dossier.answer(i).later for i in (first, second)]
    for _ in range(3):
        document.undo()
    saved(qtbot, document)
    assert [document.dossier.answer(i).note for i in (first, second)] == [
        before.answer(i).note for i in (first, second)
    ]
    assert not document.can_undo
    for _ in range(3):
        document.redo()
    saved(qtbot, document)
    assert [document.dossier.answer(i).note for i in (first, second)] == ["一", "二"]
    assert [document.dossier.answer(i).later for i in (first, second)] == after
    assert not document.can_redo
    assert in_file(document.path).answers == document.dossier.answers


def test_undo_goes_back_through_changes_of_one_answer(qtbot: QtBot, document: Document) -> None:
    item = duty(document)
    for status in ("partial", "nonconform", "not_applicable"):
        document.answer(item, status=status)
    seen = []
    for _ in range(3):
        document.undo()
        saved(qtbot, document)
        seen.append(document.dossier.answer(item).status)
    assert seen == ["nonconform", "partial", "conform"]
    for _ in range(3):
        document.redo()
    saved(qtbot, document)
    assert document.dossier.answer(item).status == "not_applicable"


def test_a_new_change_ends_what_could_be_redone(qtbot: QtBot, document: Document) -> None:
    first, second = duties(document)[:2]
    document.answer(first, note="一")
    document.undo()
    document.answer(second, note="二")
    assert not document.can_redo
    document.undo()
    saved(qtbot, document)
    assert document.dossier.answer(second).note != "二"


def test_an_undo_is_a_new_change_in_the_history(qtbot: QtBot, document: Document) -> None:
    item = duty(document)
    document.answer(item, note="改过")
    saved(qtbot, document)
    lines = len(document.history(item))
    document.undo()
    saved(qtbot, document)
    assert len(document.history(item)) == lines + 1
    assert "周敏" in document.history(item)[0]


def test_another_profile_brings_another_scope(qtbot: QtBot, document: Document) -> None:
    before = len(document.scope.items)
    profile = document.dossier.profile
    with qtbot.waitSignals([document.scope_changed, document.profile_changed, document.figures_changed]):
        document.set_profile(profile._replace(facts={**profile.facts, "domain": ()}))
    assert len(document.scope.items) < before
    saved(qtbot, document)
    document.undo()
    saved(qtbot, document)
    assert len(document.scope.items) == before


def test_an_answer_leaves_scope_and_figures_to_be_worked_out_once(document: Document) -> None:
    scope, figures = document.scope, document.figures
    document.answer(duty(document), status="partial")
    assert document.scope is scope
    assert document.figures is not figures
    assert document.figures is document.figures


def test_a_finding_can_be_graded_before_it_is_written(
    qtbot: QtBot, sample: Path, open_document: Open
) -> None:
    slow, gate, _ = gated()
    document = open_document(sample, records=slow)
    item = duty(document)
    document.answer(item, status="nonconform")
    document.grade(item, "observation")
    action = document.save_action("", shown_finding(document, item).id, cause="没有培训", due="2026-12-01")
    assert shown_finding(document, item).grade == "observation"
    gate.release()
    saved(qtbot, document)
    found = shown_finding(document, item)
    assert found.grade == "observation"
    assert in_file(sample).finding_of(item) == found
    assert [(a.id, a.finding, a.cause) for a in in_file(sample).actions if a.id == action] == [
        (action, found.id, "没有培训")
    ]


def shown_finding(document: Document, item: str) -> Finding:
    found = document.dossier.finding_of(item)
    assert found is not None
    return found


def test_what_is_shown_before_it_is_written_is_what_is_read_back(
    qtbot: QtBot, sample: Path, open_document: Open
) -> None:
    slow, gate, _ = gated()
    document = open_document(sample, records=slow)
    items = duties(document)
    for item, status in zip(
        items, ("nonconform", "partial", "conform", "not_applicable", "unanswered") * 20, strict=False
    ):
        document.answer(item, status=status, note="理由")
        gate.release()
    shown = document.dossier
    saved(qtbot, document)

    def plain(dossier: Dossier) -> object:
        answers = {i: a._replace(at="") for i, a in dossier.answers.items()}
        return answers, sorted((f.item, f.opened_as, f.grade) for f in dossier.findings)

    assert plain(shown) == plain(in_file(sample))


def test_observations_improvements_and_actions(qtbot: QtBot, document: Document) -> None:
    item = next(s.id for s in document.scope.items if not s.is_duty and not s.is_measure)
    seen = document.new_observation("", "仓库门口堆放杂物")
    taken = document.take_up(item)
    action = document.save_action("", taken, measure="补做")
    document.save_action(action, taken, owner="李雪梅")
    assert document.take_up(item) == taken
    saved(qtbot, document)
    dossier = in_file(document.path)
    assert {f.id: f.opened_as for f in dossier.findings}[seen] == "observation"
    assert {a.id: (a.measure, a.owner) for a in dossier.actions}[action] == ("补做", "李雪梅")
    document.remove_finding(taken)
    assert action not in {a.id for a in document.dossier.actions}
    document.undo()
    saved(qtbot, document)
    assert action in {a.id for a in document.dossier.actions}


def test_evidence_is_kept_removed_and_brought_back(qtbot: QtBot, document: Document) -> None:
    item = duty(document)
    before = len(document.dossier.evidence_of(item))
    heard: list[tuple[str, int, int]] = []
    document.evidence_progress.connect(lambda *said: heard.append(said))
    with qtbot.waitSignal(document.evidence_changed):
        document.add_evidence(item, b"hello", "记录.txt", caption="放行记录")
    assert heard[0] == (item, 0, 5)
    assert heard[-1] == (item, 5, 5)
    made = document.dossier.evidence_of(item)[-1]
    assert document.evidence_bytes(made.sha256) == b"hello"
    document.save_evidence(made.id, number="R-7")
    document.remove_evidence(made.id)
    assert len(document.dossier.evidence_of(item)) == before
    document.undo()
    saved(qtbot, document)
    assert document.dossier.evidence_of(item)[-1].number == "R-7"


def test_a_whole_section_is_found_not_applicable_in_one_step(qtbot: QtBot, document: Document) -> None:
    section = document.scope.by_id[duty(document)].section.id
    rated = [s.id for s in document.scope.items if s.section.id == section and not s.is_measure]
    document.answer_many({item: {"status": "unanswered"} for item in rated[:2]})
    kept = {i: document.dossier.answer(i).status for i in rated[2:]}
    assert document.answer_section(section, "没有这类业务") >= 2
    assert {document.dossier.answer(i).status for i in rated[:2]} == {"not_applicable"}
    assert all(document.dossier.answer(i).status in {kept[i], "not_applicable"} for i in kept)
    document.undo()
    saved(qtbot, document)
    assert {document.dossier.answer(i).status for i in rated[:2]} == {"unanswered"}


def test_a_new_file_begins_with_an_open_scope(qtbot: QtBot, tmp_path: Path) -> None:
    document = Document.create(tmp_path / "新企业.zhiping", Profile(), "周敏", "zh")
    assert document.scope.open_facts
    assert not document.can_undo
    close(qtbot, document)


def test_another_language_words_everything_anew(document: Document) -> None:
    document.set_language("en")
    scoped = document.scope.items[0]
    assert scoped.item.ask.isascii() or "“" in scoped.item.ask
    assert document.edition.language == "en"


def test_a_report_is_made_of_what_the_file_holds(qtbot: QtBot, sample: Path, open_document: Open) -> None:
    slow, gate, _ = gated()
    document = open_document(sample, records=slow)
    item = duty(document)
    document.answer(item, note="赶在报告之前")
    seen: list[tuple[int, int]] = []
    task = Task(document.printing("report", "zh"))
    task.progress.connect(lambda *said: seen.append(said))
    with qtbot.waitSignal(task.finished, timeout=60_000) as finished:
        task.start()
        gate.release()
    report = finished.args[0]
    assert report.pdf.startswith(b"%PDF")
    assert report.state == "sample"
    assert report.material.dossier.answer(item).note == "赶在报告之前"
    assert seen[-1][0] == seen[-1][1]
    document.issue(report)
    assert document.unsaved == 0


def test_a_report_that_cannot_be_complete_says_why(qtbot: QtBot, sample: Path, open_document: Open) -> None:
    faulty_records, faults = faulty()
    document = open_document(sample, records=faulty_records)
    faults.append(UserError("disk-full", path=sample))
    document.answer(duty(document), note="x")
    task = Task(document.printing("blank", "zh"))
    with qtbot.waitSignal(task.failed) as told:
        task.start()
    assert told.args == faults


def test_what_was_handed_out_is_kept_and_never_undone(qtbot: QtBot, tmp_path: Path) -> None:
    document = Document.create(tmp_path / "新企业.zhiping", Profile(), "周敏", "zh")
    document.set_profile(Profile(name="某某公司"))

    class Finished(Material):
        state = "final"

    assessment = document.dossier.assessment.id
    document.issue(
        Printed(b"%PDF", "report", Finished(document.edition, document.dossier, date(2026, 11, 22)))
    )
    document.undo()
    saved(qtbot, document)
    assert document.dossier.profile.name == ""
    with Records.open(document.path, write=False) as records:
        assert [i.revision for i in records.issued(assessment)] == [1]
    close(qtbot, document)
