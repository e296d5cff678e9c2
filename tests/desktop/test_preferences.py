"""What this machine remembers: one table, written at every change, read again, and never in the way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from pytestqt.qtbot import QtBot

from checklists.places import data_folder
from checklists.preferences import person
from desktop.preferences import RECENT, Preferences, Settings


def test_every_setting_has_a_default_of_its_own_type(qtbot: QtBot) -> None:  # noqa: ARG001
    hints = get_type_hints(Settings)
    preferences = Preferences()
    assert set(Settings._field_defaults) == set(Settings._fields)
    for name, default in Settings._field_defaults.items():
        choices = get_args(hints[name])
        if choices and Ellipsis not in choices:
            assert default in choices
        else:
            assert isinstance(default, (str, tuple))
        preferences.set(**{name: default})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "dark"),
        ("language", "en"),
        ("text_size", "large"),
        ("person", "周敏"),
        ("recent", ("a", "b")),
    ],
)
def test_a_change_is_told_once_and_kept(qtbot: QtBot, name: str, value: object) -> None:
    preferences = Preferences()
    with qtbot.waitSignal(preferences.changed) as changed:
        preferences.set(**{name: value})
    assert changed.args == [name]
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.set(**{name: value})
    assert getattr(Preferences().now, name) == value


def test_what_no_setting_can_be_is_refused() -> None:
    preferences = Preferences()
    with pytest.raises(ValueError, match="theme"):
        preferences.set(theme="pink")
    with pytest.raises(ValueError, match="recent"):
        preferences.set(recent=(1, 2))
    with pytest.raises(TypeError, match="colour"):
        preferences.set(colour="red")
    assert preferences.now == Settings()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"theme": "pink", "recent": "x", "window": 7, "later": 1}'])
def test_a_file_that_cannot_be_used_gives_the_defaults(text: str) -> None:
    data_folder().mkdir(parents=True)
    (data_folder() / "preferences.json").write_text(text, encoding="utf-8")
    assert Preferences().now == Settings()


def test_what_others_wrote_into_the_file_stays() -> None:
    first, second = Preferences(), Preferences()
    person("周敏")
    first.set(theme="dark")
    second.set(text_size="large")
    kept = json.loads((data_folder() / "preferences.json").read_text(encoding="utf-8"))
    assert kept == {"person": "周敏", "theme": "dark", "text_size": "large"}


def test_a_folder_that_cannot_be_written_is_no_hindrance(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("ZHIPING_DATA", str(tmp_path / "file"))
    preferences = Preferences()
    preferences.set(theme="dark")
    assert preferences.now.theme == "dark"


def test_recent_files_are_few_and_the_last_comes_first(tmp_path: Path) -> None:
    preferences = Preferences()
    for n in range(RECENT + 3):
        preferences.opened(tmp_path / f"{n}.zhiping")
    preferences.opened(tmp_path / "5.zhiping")
    assert len(preferences.now.recent) == RECENT
    assert preferences.now.recent[0] == str(tmp_path / "5.zhiping")
    preferences.forget(tmp_path / "5.zhiping")
    assert str(tmp_path / "5.zhiping") not in preferences.now.recent
