"""Starting and ending: without a display, on a file, a second time, and when we fail."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checklists.records import Records
from desktop import app, translation
from desktop.appearance import Appearance
from desktop.crash_report import crash_text
from desktop.instance import Claim, handed_over
from desktop.messages import CrashReports
from desktop.seal import seal_icon
from desktop.translation import translate

ROOT = Path(__file__).resolve().parents[2]
START = "import sys; from pathlib import Path; from desktop.app import run; sys.exit(run(Path(sys.argv[1])))"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
def test_without_a_display_one_sentence_and_no_crash(sample: Path) -> None:
    without = {
        n: v for n, v in os.environ.items() if n not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", START, str(sample)],
        cwd=ROOT,
        env=without,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "没有可用的显示器" in done.stderr
    assert "no display" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("variables", "shown"),
    [
        ({}, False),
        ({"DISPLAY": ":1"}, True),
        ({"WAYLAND_DISPLAY": "w"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_display_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], shown: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    assert app.has_display() is shown


@pytest.fixture
def held(sample: Path) -> Iterator[Path]:
    """The sample, open to be written."""
    with Records.open(sample, person="周敏"):
        yield sample


def listening(path: Path) -> Claim:
    claim = Claim(path)
    claim.listen()
    return claim


def test_who_opens_a_file_again_is_handed_to_its_window(qtbot: QtBot, held: Path) -> None:
    assert not handed_over(held)
    claim = listening(held)
    with qtbot.waitSignal(claim.called):
        assert handed_over(held)
    claim.release()
    assert not handed_over(held)


def test_a_file_that_nobody_writes_to_is_nobodys(sample: Path) -> None:
    claim = listening(sample)
    assert not handed_over(sample)
    claim.release()


def test_a_claim_that_was_given_up_does_not_listen_later(held: Path) -> None:
    claim = Claim(held)
    claim.release()
    claim.listen()
    assert not handed_over(held)


def test_a_second_program_ends_at_once(qtbot: QtBot, held: Path) -> None:
    claim = listening(held)
    with qtbot.waitSignal(claim.called, timeout=20_000):
        second = subprocess.Popen([sys.executable, "-c", START, str(held)], cwd=ROOT)
    assert second.wait() == 0
    claim.release()


def test_a_file_claimed_by_a_killed_program_is_free(held: Path) -> None:
    killed = (
        "import sys; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        "from pathlib import Path; from desktop.instance import Claim; c = Claim(Path(sys.argv[1]));"
        "c.listen();"
        "print('held', flush=True); app.exec()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", killed, str(held)], cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8"
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        other.kill()
    assert not handed_over(held)
    claim = listening(held)
    claim.release()


@pytest.fixture
def reports() -> Iterator[CrashReports]:
    made = CrashReports()
    yield made
    if made.shown is not None:
        made.shown.accept()


def crash(reports: CrashReports) -> None:
    try:
        dict[str, str]().pop("no such key")
    except KeyError as error:
        reports.report(type(error), error, error.__traceback__)


def test_a_crash_shows_one_report_to_be_copied(
    qtbot: QtBot, qapp: QApplication, reports: CrashReports, capsys: pytest.CaptureFixture[str]
) -> None:
    crash(reports)
    first = reports.shown
    assert first is not None
    qtbot.addWidget(first)
    crash(reports)
    assert reports.shown is first
    assert [w for w in qapp.topLevelWidgets() if w.isVisible()] == [first]
    first.copy_button.click()
    assert "KeyError: 'no such key'" in QGuiApplication.clipboard().text()
    assert "质评 " in QGuiApplication.clipboard().text()
    first.accept()
    crash(reports)
    assert reports.shown is not None
    assert capsys.readouterr().err.count("KeyError") == 3


def test_a_report_says_where_and_of_which_version() -> None:
    error = ValueError("x")
    text = crash_text(ValueError, error, None)
    assert text.startswith("质评 ")
    assert " · Python 3." in text
    assert text.endswith("ValueError: x")


def test_qt_speaks_the_language_of_the_window(qapp: QApplication) -> None:
    translation.install(qapp, "zh")
    assert translate("QPlatformTheme", "Cancel") == "取消"
    translation.install(qapp, "en")
    assert translate("QPlatformTheme", "Cancel") == "Cancel"
    assert translate("Nowhere", "没有译文") == "没有译文"
    translation.install(qapp, "zh")


def test_the_program_has_an_icon_at_every_usual_size(look: Appearance) -> None:
    icon = seal_icon(look)
    seal, sizes = look.token("seal").rgba(), {size.width() for size in icon.availableSizes()}
    assert sizes >= {16, 32, 48, 256}
    for edge in sizes:
        picture = icon.pixmap(edge, edge).toImage()
        assert picture.pixelColor(0, 0).alpha() < 255, edge
        assert picture.pixelColor(edge // 2, 1).rgba() == seal, edge
        words = [picture.pixelColor(x, edge // 2).rgba() for x in range(edge)]
        assert any(colour != seal for colour in words[edge // 4 : -edge // 4]), edge


def test_the_window_opens_on_a_file_and_gets_its_icon_when_it_is_painted(
    qtbot: QtBot, qapp: QApplication, sample: Path
) -> None:
    qapp.setWindowIcon(QIcon())
    window = app.open_window(qapp, sample)
    assert window.document is not None
    assert str(window.page) == "questions"
    qtbot.waitUntil(lambda: not qapp.windowIcon().isNull())
    with qtbot.waitSignal(window.ended):
        window.close()
    window.finish()
