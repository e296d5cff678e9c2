"""A file is written whole or not at all, under a name that every system takes."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists import files
from checklists.files import is_folder, is_there, safe_name, write_file
from tests.checklists.refusal import refused


def test_new_and_over_a_former_one(tmp_path: Path) -> None:
    target = tmp_path / "报告.pdf"
    for data in (b"first", b"", b"second" * 100_000):
        write_file(target, data)
        assert target.read_bytes() == data
        assert list(tmp_path.iterdir()) == [target]


def test_through_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real" / "报告.pdf"
    real.parent.mkdir()
    real.write_bytes(b"former")
    link = tmp_path / "报告.pdf"
    link.symlink_to(real)
    write_file(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.parametrize("place", ["没有/报告.pdf", "folder"])
def test_where_nothing_can_be_written(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    with refused("file-unwritable") as failure:
        write_file(tmp_path / place, b"x")
    assert str(tmp_path / place) in failure.value.sentence("zh")
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("name", ["fsync", "read_bytes", "replace"])
def test_a_failure_on_the_way_leaves_the_former_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    target = tmp_path / "报告.pdf"
    target.write_bytes(b"former")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os if name == "fsync" else Path, name, full)
        with refused("file-unwritable"):
            write_file(target, b"new")
    assert target.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [target]


def test_what_reads_back_otherwise_is_not_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path, data: bytes) -> None:
        path.write_bytes(data[:-1])

    monkeypatch.setattr(files, "_write_through", broken)
    with refused("file-unwritable"):
        write_file(tmp_path / "报告.pdf", b"data")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("河北某某电器有限公司", "河北某某电器有限公司"),
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("  名称. . ", "名称"),
        ("CON", "_CON"),
        ("com1.txt", "_com1.txt"),
        ("console", "console"),
        ("", "_"),
        ("..", "_"),
        ("半\ud83c个", "半个"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text(st.characters(), max_size=300))
def test_every_text_gives_a_name(text: str) -> None:
    name = safe_name(text)
    assert 0 < len(name.encode()) <= 181
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable() or not any(ord(c) < 32 or ord(c) == 127 for c in name)
    assert name == name.strip().rstrip(".")
    assert safe_name(name) == name


def test_what_is_there_and_what_cannot_be_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    assert (is_there(tmp_path), is_folder(tmp_path)) == (True, True)
    assert (is_there(tmp_path / "file"), is_folder(tmp_path / "file")) == (True, False)
    assert (is_there(tmp_path / "no"), is_folder(tmp_path / "no")) == (False, False)

    def pulled_out(_path: Path, **_options: bool) -> os.stat_result:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "stat", pulled_out)
    assert (is_there(tmp_path), is_folder(tmp_path)) == (False, False)
