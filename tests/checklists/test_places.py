"""What belongs to the machine is kept where its system keeps such things, or where the user says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from checklists import places
from tests.checklists.refusal import refused


def test_a_folder_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ZHIPING_DATA", str(tmp_path / "U盘"))
    assert places.data_folder() == tmp_path / "U盘"
    first = places.device()
    assert (tmp_path / "U盘" / "device").exists()
    assert places.device() == first


@pytest.mark.parametrize(
    ("system", "variable", "expected"),
    [
        ("win32", "APPDATA", "Zhiping"),
        ("linux", "XDG_DATA_HOME", "zhiping"),
    ],
)
def test_the_folder_of_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str, variable: str, expected: str
) -> None:
    monkeypatch.delenv("ZHIPING_DATA", raising=False)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setenv(variable, str(tmp_path))
    assert places.data_folder() == tmp_path / expected


def test_the_folder_on_a_mac(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ZHIPING_DATA", raising=False)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert places.data_folder() == tmp_path / "Library" / "Application Support" / "Zhiping"


def test_a_folder_that_cannot_be_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("ZHIPING_DATA", str(tmp_path / "file"))
    with refused("file-unwritable"):
        places.device()
