"""Faults of the machine are told in a sentence and leave the file as it was; so do two writers."""

from __future__ import annotations

import gc
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from checklists.records import Records
from tests.checklists.refusal import refused
from tests.checklists.small_edition import (
    RECALL,
)


def is_open(connection: sqlite3.Connection) -> bool:
    """Whether a connection still holds its file."""
    try:
        connection.execute("select 1")
    except sqlite3.ProgrammingError:
        return False
    except sqlite3.DatabaseError:
        return True
    return True


class TestMachinesFaults:
    def test_a_full_disk(self, records: Records, assessment: str) -> None:
        pages = records._connection.execute("pragma page_count").fetchone()[0]
        records.answer(assessment, RECALL, status="partial")
        before = records.dossier()
        records._connection.execute(f"pragma max_page_count = {pages}")
        with refused("disk-full") as failure:
            records.answer(assessment, RECALL, note="长" * 200_000)
        assert str(records.path) in failure.value.sentence("zh")
        assert records.dossier() == before
        records._connection.execute("pragma max_page_count = 1000000")
        assert records.answer(assessment, RECALL, note="长").note == "长"

    def test_a_file_that_may_only_be_read(self, records: Records, assessment: str) -> None:
        records._connection.execute("pragma query_only = on")
        with refused("file-read-only"):
            records.answer(assessment, RECALL, status="partial")

    def test_a_reader_writes_nothing(self, file: Path) -> None:
        before = file.read_bytes()
        with Records.open(file, write=False) as reader, refused("file-read-only"):
            reader.answer(reader.assessments()[0].id, RECALL, status="partial")
        assert file.read_bytes() == before
        assert sorted(p.name for p in file.parent.iterdir()) == [file.name]

    def test_another_program_that_holds_the_file(self, records: Records, assessment: str) -> None:
        records._connection.execute("pragma busy_timeout = 1")
        with closing(sqlite3.connect(records.path, isolation_level=None)) as other:
            other.execute("begin exclusive")
            with refused("file-busy"):
                records.answer(assessment, RECALL, status="partial")
        assert records.answer(assessment, RECALL, status="partial").status == "partial"

    def test_damage_inside(self, file: Path) -> None:
        data = bytearray(file.read_bytes())
        data[8192:] = b"\x5a" * (len(data) - 8192)
        file.write_bytes(data)
        with refused("file-damaged"), Records.open(file, write=False):
            pass
        with refused("file-damaged"), Records.open(file):
            pass
        assert file.read_bytes() == data

    def test_what_is_no_database_is_let_go_again(self, file: Path) -> None:
        data = file.read_bytes()[:200]
        file.write_bytes(data + bytes(len(data)))
        with refused("file-damaged"), Records.open(file):
            pass
        assert not any(isinstance(x, sqlite3.Connection) and is_open(x) for x in gc.get_objects())

    def test_our_own_mistakes_are_no_sentence(self, records: Records, assessment: str) -> None:
        with pytest.raises(KeyError):
            records.answer(assessment, RECALL, colour="red")
        with pytest.raises(ValueError, match="rules of its own"):
            records.save("answer", "x/y/z", {"status": "conform"})
        with pytest.raises(sqlite3.IntegrityError):
            records.save("action", "", {"finding": "no such finding"})
        assert records.answer(assessment, RECALL, status="conform").status == "conform"


class TestTwoWriters:
    def test_who_comes_second_is_stopped(self, records: Records, assessment: str) -> None:
        with Records.open(records.path, person="乙", confirmed=True) as second:
            second.answer(assessment, RECALL, status="conform")
            with refused("file-changed"):
                records.answer(assessment, RECALL, status="nonconform")
            with refused("file-changed"):
                records.add_evidence(assessment, RECALL, b"x", "a.txt")
            second.answer(assessment, RECALL, note="仍可写")
        with Records.open(records.path, write=False) as read:
            assert read.dossier().answer(RECALL).status == "conform"

    def test_a_file_put_in_its_place(self, records: Records, assessment: str) -> None:
        other = records.path.with_name("copy")
        other.write_bytes(records.path.read_bytes())
        other.replace(records.path)
        with refused("file-changed"):
            records.answer(assessment, RECALL, status="conform")

    def test_a_file_taken_away(self, records: Records, assessment: str) -> None:
        records.path.rename(records.path.with_name("moved"))
        with refused("file-changed"):
            records.answer(assessment, RECALL, status="conform")


class TestCreate:
    def test_never_over_a_file(self, file: Path) -> None:
        before = file.read_bytes()
        with refused("file-exists"):
            Records.create(file, person="甲")
        assert file.read_bytes() == before
        assert sorted(p.name for p in file.parent.iterdir()) == [file.name]

    @pytest.mark.parametrize("name", ["50% #1?.zhiping", "带 空格 &=+.zhiping", "e\u0301🏭.zhiping"])
    def test_under_any_name(self, tmp_path: Path, name: str) -> None:
        with Records.create(tmp_path / name, person="甲"):
            pass
        with Records.open(tmp_path / name, write=False) as read:
            assert read.assessments() == ()
        assert [p.name for p in tmp_path.iterdir()] == [name]

    def test_nowhere(self, tmp_path: Path) -> None:
        with refused("file-unwritable"):
            Records.create(tmp_path / "没有" / "a.zhiping", person="甲")
        assert list(tmp_path.iterdir()) == []

    def test_a_failure_leaves_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "replace", full)
        with refused("file-unwritable"):
            Records.create(tmp_path / "a.zhiping", person="甲")
        assert list(tmp_path.iterdir()) == []
