"""Saving: in order however slow, never pretended, gone on with after a failure, waited for when closing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from checklists.backups import backups
from checklists.errors import UserError
from checklists.records import Records
from desktop.document import Document
from tests.desktop.driving import all_saved, close, duties, duty, failed, faulty, gated, in_file, saved

Open = Callable[..., Document]


def test_a_slow_file_neither_loses_nor_reorders_quick_answers(
    qtbot: QtBot, sample: Path, open_document: Open
) -> None:
    slow, gate, order = gated()
    document = open_document(sample, records=slow)
    items = duties(document)[:10]
    for n, item in enumerate(items):
        document.answer(item, note=f"说明 {n}")
        assert document.dossier.answer(item).note == f"说明 {n}"
    assert document.unsaved == 10
    assert str(document.state) == "saving"
    for left in range(9, -1, -1):
        with qtbot.waitSignal(document.saving):
            gate.release()
        assert document.unsaved == left
        assert [document.dossier.answer(i).note for i in items] == [f"说明 {n}" for n in range(10)]
    assert order == items
    assert str(document.state) == "saved"
    assert [in_file(sample).answer(i).note for i in items] == [f"说明 {n}" for n in range(10)]


def test_a_full_disk_stops_saving_and_retry_goes_on_in_order(
    qtbot: QtBot, sample: Path, open_document: Open
) -> None:
    faulty_records, faults = faulty()
    document = open_document(sample, records=faulty_records)
    first, second = duties(document)[:2]
    faults.append(UserError("disk-full", path=sample))
    with qtbot.waitSignal(document.saving, check_params_cb=failed) as said:
        document.answer(first, note="甲")
        document.answer(second, note="乙")
    assert "磁盘已满" in said.args[1]
    assert document.unsaved == 2
    assert document.dossier.answer(second).note == "乙"
    assert in_file(sample).answer(first).note != "甲"
    document.retry()
    with qtbot.waitSignal(document.saving, check_params_cb=failed):
        pass
    faults.clear()
    document.retry()
    saved_again(qtbot, document)
    assert [in_file(sample).answer(i).note for i in (first, second)] == ["甲", "乙"]


def saved_again(qtbot: QtBot, document: Document) -> None:
    """Wait until a retry has brought everything into the file."""
    with qtbot.waitSignal(document.saving, check_params_cb=all_saved):
        pass


def test_a_stick_that_is_gone_and_comes_back(
    qtbot: QtBot, tmp_path: Path, sample: Path, open_document: Open
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    file = sample.rename(stick / sample.name)
    document = open_document(file)
    item = duty(document)
    stick.rename(tmp_path / "pocket")
    with qtbot.waitSignal(document.saving, check_params_cb=failed) as said:
        document.answer(item, note="拔掉以后")
    assert "找不到文件" in said.args[1]
    (tmp_path / "pocket").rename(stick)
    document.retry()
    saved_again(qtbot, document)
    assert in_file(file).answer(item).note == "拔掉以后"


def test_what_somebody_else_changed_is_gone_on_with_in_a_copy(
    qtbot: QtBot, sample: Path, document: Document, tmp_path: Path
) -> None:
    mine, theirs = duties(document)[:2]
    with Records.open(sample, person="别人", confirmed=True) as records:
        records.answer(document.dossier.assessment.id, theirs, note="别人写的")
    with qtbot.waitSignal(document.saving, check_params_cb=failed) as said:
        document.answer(mine, note="我写的")
    assert "被别人改过" in said.args[1]
    with qtbot.waitSignal(document.saving, check_params_cb=failed):
        document.retry()
    copy = tmp_path / "另存.zhiping"
    with qtbot.waitSignal(document.moved):
        document.move_to(copy)
    saved(qtbot, document)
    assert document.path == copy
    assert [in_file(copy).answer(i).note for i in (mine, theirs)] == ["我写的", "别人写的"]
    assert in_file(sample).answer(mine).note != "我写的"


def test_nothing_is_written_over_by_moving(qtbot: QtBot, document: Document, tmp_path: Path) -> None:
    there = tmp_path / "there.zhiping"
    there.write_bytes(b"")
    with qtbot.waitSignal(document.saving, check_params_cb=failed):
        document.move_to(there)
    assert there.read_bytes() == b""


def test_a_fault_of_ours_pretends_nothing_and_is_reported(
    qtbot: QtBot, sample: Path, open_document: Open
) -> None:
    faulty_records, faults = faulty()
    document = open_document(sample, records=faulty_records)
    faults.append(ZeroDivisionError())
    with (
        qtbot.capture_exceptions() as reported,
        qtbot.waitSignal(document.saving, check_params_cb=failed),
    ):
        document.answer(duty(document), note="x")
    assert [kind for kind, *_ in reported] == [ZeroDivisionError]
    assert document.unsaved == 1


def test_what_its_source_refuses_is_taken_back_and_said(
    qtbot: QtBot, sample: Path, open_document: Open, tmp_path: Path
) -> None:
    slow, gate, _ = gated()
    document = open_document(sample, records=slow)
    item, photo = duty(document), tmp_path / "photo.jpg"
    photo.write_bytes(b"not a photo")
    document.answer(item, note="先写的")
    document.add_evidence(item, photo)
    photo.unlink()
    with qtbot.waitSignal(document.refused) as refused:
        gate.release()
    assert refused.args[0].code == "evidence-unreadable"
    assert str(document.state) == "saved"
    assert document.dossier.answer(item).note == "先写的"


def test_closing_waits_for_what_is_not_written_yet(qtbot: QtBot, sample: Path, open_document: Open) -> None:
    slow, gate, _ = gated()
    document = open_document(sample, records=slow)
    item = duty(document)
    document.answer(item, note="最后一句")
    document.close()
    assert not document.is_closed
    assert document._writer
    writing = document._writer._thread
    with qtbot.waitSignal(document.closed) as closed:
        gate.release()
    assert closed.args == [None]
    assert not writing.is_alive()
    assert in_file(sample).answer(item).note == "最后一句"
    assert list(sample.parent.glob(".~*")) == []


def test_closing_is_refused_while_something_cannot_be_saved(
    qtbot: QtBot, sample: Path, open_document: Open
) -> None:
    faulty_records, faults = faulty()
    document = open_document(sample, records=faulty_records)
    faults.append(UserError("disk-full", path=sample))
    document.answer(duty(document), note="x")
    with qtbot.waitSignal(document.saving, check_params_cb=failed):
        document.close()
    faults.clear()
    document.retry()
    saved_again(qtbot, document)
    assert not document.is_closed
    with qtbot.waitSignal(document.closed):
        document.close()


def test_looking_changes_nothing(sample: Path, open_document: Open, document: Document) -> None:
    looking = open_document(sample, write=False)
    assert looking.read_only
    with pytest.raises(UserError) as refused:
        looking.answer(duty(looking), note="x")
    assert refused.value.code == "file-read-only"
    assert str(document.state) == "saved"


def test_a_file_that_is_open_elsewhere_is_not_opened(sample: Path, document: Document) -> None:
    assert not document.read_only
    with pytest.raises(UserError) as refused:
        Document.open(sample, "别人", "zh")
    assert refused.value.code == "file-locked"


def test_a_deleted_document_is_told_nothing_more(qtbot: QtBot, sample: Path) -> None:
    document = Document.open(sample, "周敏", "zh")
    document.answer(duty(document), note="x")
    close(qtbot, document)
    told: list[str] = []
    document.answered.connect(told.append)
    document.deleteLater()
    QCoreApplication.sendPostedEvents(None, 0)
    assert told == []


def test_a_backup_is_made_now_and_then_after_changes(qtbot: QtBot, document: Document) -> None:
    timer = document._timer
    timer.timeout.emit()
    assert document._backup is None
    document.answer(duty(document), note="x")
    saved(qtbot, document)
    timer.timeout.emit()
    made = document._backup
    assert made is not None
    with qtbot.waitSignal(made.finished):
        pass
    assert len(backups(document.file_id)) == 1
