"""After a change there is a copy that can be opened: ten per file, far enough apart to reach back."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from checklists import backups as module
from checklists.backups import back_up, backups, restore
from checklists.file_lock import lock_path
from checklists.places import data_folder
from checklists.records import Records
from tests.checklists.refusal import refused
from tests.checklists.small_edition import DRILL, FAILURES, RECALL


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The time that backups see; put the next one at its end."""
    times = [datetime(2026, 11, 22, 8, 0, tzinfo=UTC)]

    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            assert tz is UTC
            return times[-1]

    monkeypatch.setattr(module, "datetime", Clock)
    return times


def test_closing_after_a_change_makes_one(file: Path) -> None:
    with Records.open(file, person="甲") as records:
        assessment = records.assessments()[0].id
        records.answer(assessment, RECALL, status="conform")
        records.answer(assessment, FAILURES, measure={"national": ("0", "4")})
        records.answer(assessment, DRILL, note="还没评")
        dossier = records.dossier()
    newest, *_ = backups(dossier.file_id)
    assert (newest.answers, newest.enterprise) == (2, "河北某某电器有限公司")
    assert newest.path.is_relative_to(data_folder())
    with Records.open(newest.path, write=False) as copy:
        assert copy.dossier() == dossier


def test_closing_without_a_change_makes_none(file: Path) -> None:
    before = backups()
    with Records.open(file, person="甲") as records:
        records.dossier()
    with Records.open(file, write=False) as records:
        records.dossier()
    assert backups() == before


def test_originals_stay_behind_and_print_copies_come_along(records: Records, assessment: str) -> None:
    photo = io.BytesIO()
    Image.effect_noise((1500, 1200), 80).save(photo, "PNG")
    kept = records.add_evidence(assessment, RECALL, photo.getvalue(), "现场.png")
    paper = records.add_evidence(assessment, RECALL, b"%PDF" + bytes(3 << 20), "证书.pdf")
    records.issue(assessment, "a" * 64, b"{}", b"as issued")
    copied = records.back_up()
    assert copied.stat().st_size < 1_000_000
    with Records.open(copied, write=False) as copy:
        assert copy.evidence_bytes(kept.sha256) is None
        assert copy.evidence_bytes(kept.print_sha256) == records.evidence_bytes(kept.print_sha256)
        assert copy.evidence_bytes(paper.sha256) is None
        assert copy.issued_bytes(copy.issued(assessment)[0].pdf_sha256) == b"as issued"
        assert copy.dossier() == records.dossier()
        assert copy.history() == records.history()
        assert copy._connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert copy._connection.execute("pragma foreign_key_check").fetchall() == []
        schema = "select name, sql from sqlite_master order by name"
        for question in ("pragma page_size", "pragma auto_vacuum", schema):
            found = [r._connection.execute(question).fetchall() for r in (copy, records)]
            assert found[0] == found[1]


def test_a_copy_is_made_while_the_file_is_written(records: Records, assessment: str) -> None:
    records.answer(assessment, RECALL, status="conform")
    records.back_up()
    records.answer(assessment, RECALL, status="partial")
    records.back_up()
    assert records.dossier().answer(RECALL).status == "partial"


def test_ten_are_kept(file: Path, clock: list[datetime]) -> None:
    for hour in range(13):
        clock.append(clock[0] + timedelta(hours=hour))
        back_up(file, "the-file")
    found = backups("the-file")
    assert len(found) == 10
    assert (found[0].at, found[-1].at) == ("2026-11-22T20:00:00Z", "2026-11-22T11:00:00Z")


def test_many_in_a_row_do_not_push_the_older_ones_out(file: Path, clock: list[datetime]) -> None:
    for hour in range(5):
        clock.append(clock[0] + timedelta(hours=hour))
        back_up(file, "the-file")
    for minute in range(1, 100):
        clock.append(clock[0] + timedelta(hours=4, minutes=minute))
        back_up(file, "the-file")
    times = [backup.at[11:16] for backup in backups("the-file")]
    assert times[0] == "13:39"
    assert times[-5:] == ["12:00", "11:00", "10:00", "09:00", "08:00"]
    assert len(times) <= 10


def test_into_a_folder_of_any_name(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHIPING_DATA", str(tmp_path / "50% #1?"))
    assert back_up(file, "one").is_relative_to(tmp_path / "50% #1?")
    assert len(backups("one")) == 1


def test_files_are_apart(file: Path) -> None:
    back_up(file, "one")
    back_up(file, "two")
    assert [b.file_id for b in backups("one")] == ["one"]
    assert {"one", "two"} <= {b.file_id for b in backups()}


def test_a_damaged_copy_is_left_out(file: Path) -> None:
    copy = back_up(file, "one")
    copy.write_bytes(b"x")
    (copy.parent / "notes.zhiping").write_bytes(file.read_bytes())
    assert backups("one") == ()


def test_one_is_restored_as_a_new_file(file: Path, tmp_path: Path) -> None:
    copy = back_up(file, "one")
    target = tmp_path / "恢复.zhiping"
    restore(copy, target)
    with Records.open(target, person="甲") as records:
        records.answer(records.assessments()[0].id, RECALL, status="conform")
    with refused("file-exists"):
        restore(copy, target)
    with refused("file-missing"):
        restore(tmp_path / "没有", tmp_path / "新.zhiping")


def test_a_backup_that_fails_says_that_all_is_saved(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = Records.open(file, person="甲")
    records.answer(records.assessments()[0].id, RECALL, status="conform")
    (tmp_path / "blocked").write_bytes(b"")
    monkeypatch.setenv("ZHIPING_DATA", str(tmp_path / "blocked"))
    with refused("backup-failed") as failure:
        records.close()
    assert "已经保存" in failure.value.sentence("zh")
    assert "无法写入" in failure.value.sentence("zh")
    assert "cannot be written" in failure.value.sentence("en")
    assert not lock_path(file).exists()
    with Records.open(file, write=False) as read:
        assert read.dossier().answer(RECALL).status == "conform"


def test_another_failure_is_not_hidden_by_it(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work() -> None:
        with Records.open(file, person="甲") as records:
            records.answer(records.assessments()[0].id, RECALL, status="conform")
            (tmp_path / "blocked").write_bytes(b"")
            monkeypatch.setenv("ZHIPING_DATA", str(tmp_path / "blocked"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
