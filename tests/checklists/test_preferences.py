"""The name of who records: given, remembered, or the system's."""

from __future__ import annotations

import getpass
import platform
from pathlib import Path

import pytest

from checklists import places
from checklists.preferences import person


@pytest.fixture(autouse=True)
def system_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "pc-user")


def test_the_first_name_given_is_remembered() -> None:
    assert person() == "pc-user"
    assert person(" 沈立言 ") == "沈立言"
    assert person() == "沈立言"
    assert person("祁文博") == "祁文博"
    assert person() == "沈立言"


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"person": null}', '{"person": ""}'])
def test_damaged_preferences_are_as_none(damage: str) -> None:
    path = places.data_folder() / "preferences.json"
    path.parent.mkdir(parents=True)
    path.write_text(damage)
    assert person() == "pc-user"
    assert person("沈立言") == "沈立言"
    assert person() == "沈立言"


def test_a_name_that_cannot_be_kept_is_used_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ZHIPING_DATA", str(tmp_path / "file" / "folder"))
    assert person("沈立言") == "沈立言"
    assert person() == "pc-user"


def test_where_the_system_knows_no_user_the_machine_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_user() -> str:
        raise KeyError("uid")

    monkeypatch.setattr(getpass, "getuser", no_user)
    assert person() == platform.node()
