"""One writer at a time: who has the file open is said by name; a dead program's lock binds nobody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checklists.errors import UserError
from checklists.file_lock import FileLock, lock_path
from checklists.places import device
from checklists.records import Records
from tests.checklists.refusal import refused

HERE = "11111111-1111-4111-8111-111111111111 办公室"
THERE = "22222222-2222-4222-8222-222222222222 车间"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file to be locked."""
    return tmp_path / "某某电器.zhiping"


@pytest.fixture
def dead_pid() -> int:
    """The id of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def leave(target: Path, **content: object) -> bytes:
    """A lock that somebody left."""
    data = json.dumps(content).encode()
    lock_path(target).write_bytes(data)
    return data


def test_it_says_who_where_and_since_when(target: Path) -> None:
    lock = FileLock.take(target, "沈立言", HERE)
    assert lock.path == target.with_name(".~某某电器.zhiping.lock")
    content = json.loads(lock.path.read_bytes())
    assert (content["person"], content["device"], content["pid"]) == ("沈立言", HERE, os.getpid())
    assert content["at"].startswith("20")
    lock.release()
    assert not lock.path.exists()


def test_a_second_one_is_refused_by_name(target: Path) -> None:
    FileLock.take(target, "沈立言", HERE)
    for device_of_the_second in (HERE, THERE):
        with refused("file-locked") as failure:
            FileLock.take(target, "林", device_of_the_second)
        for language in ("zh", "en"):
            assert "沈立言" in failure.value.sentence(language)
            assert "办公室" in failure.value.sentence(language)


def test_a_dead_programs_lock_is_taken_over(target: Path, dead_pid: int) -> None:
    leave(target, person="甲", device=HERE, pid=dead_pid)
    lock = FileLock.take(target, "乙", HERE)
    assert json.loads(lock.path.read_bytes())["person"] == "乙"
    assert [p.name for p in target.parent.iterdir()] == [lock.path.name]


def test_a_pid_of_another_machine_says_nothing_here(target: Path, dead_pid: int) -> None:
    left = leave(target, person="甲", device=THERE, pid=dead_pid)
    with refused("file-locked"):
        FileLock.take(target, "乙", HERE)
    assert lock_path(target).read_bytes() == left


def test_once_confirmed_it_is_taken_over(target: Path) -> None:
    former = FileLock.take(target, "甲", THERE)
    lock = FileLock.take(target, "乙", HERE, confirmed=True)
    former.release()
    assert json.loads(lock.path.read_bytes())["person"] == "乙"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b'{"pid": "x"}'])
def test_an_unreadable_lock_is_somebodys(target: Path, content: bytes) -> None:
    lock_path(target).write_bytes(content)
    with refused("file-locked"):
        FileLock.take(target, "乙", HERE)
    FileLock.take(target, "乙", HERE, confirmed=True)


def test_a_folder_that_is_not_there(target: Path) -> None:
    with refused("file-unwritable"):
        FileLock.take(target / "more", "乙", HERE)


def test_an_open_file_is_locked_and_can_be_read(records: Records) -> None:
    with refused("file-locked") as failure:
        Records.open(records.path, person="林")
    assert "沈立言" in str(failure.value)
    with Records.open(records.path, write=False) as reader:
        assert reader.dossier().answers == {}
    assert lock_path(records.path).exists()


def test_closing_gives_it_free(file: Path) -> None:
    with Records.open(file, person="甲"):
        assert lock_path(file).exists()
    assert not lock_path(file).exists()


def test_a_file_that_cannot_be_opened_is_not_left_locked(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[8192:] = b"\x5a" * (len(data) - 8192)
    file.write_bytes(data)
    with pytest.raises(UserError):
        Records.open(file, person="甲")
    assert not lock_path(file).exists()


def test_the_device_stays_the_same() -> None:
    assert device() == device()
    assert len(device().split(" ")[0]) == 36
