"""Qt's bindings explain a wrong call, whether their explanations were there from the start or came for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]

WRONG_CALLS: Final = """
import sys
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
early = "shibokensupport.signature.parser" in sys.modules
calls = (
    lambda: QSize("wide"), lambda: QLabel().setText(3), lambda: QLabel(tip="x"), lambda: QLabel(toolTip=1),
    lambda: QLabel("a", "b"), lambda: QLabel().resize(1, 2, 3), lambda: QObject(1, 2, 3), lambda: Signal(),
    lambda: app.setFont(3), lambda: QLabel.resize("x"),
)
for call in calls:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(QLabel.setText.__doc__)
from PySide6.QtSvg import QSvgRenderer
try:
    QSvgRenderer().load(3)
except TypeError as error:
    print(error)
print(early)
"""


def said(beginning: str) -> list[str]:
    """What the bindings say to wrong calls in a process that begins so; last whether they were ready to."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", beginning + WRONG_CALLS],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_explanations_come_when_needed_and_say_the_same() -> None:
    late, usual = said("import desktop\n"), said("")
    assert late[:-1] == usual[:-1]
    assert "Supported signatures:" in late
    assert (late[-1], usual[-1]) == ("False", "True")


def test_bindings_that_are_loaded_already_stay_as_they_are() -> None:
    assert said("import PySide6.QtWidgets\nimport desktop\n")[-1] == "True"


def test_imports_are_pythons_own_and_are_not_looked_through() -> None:
    looked = "import sys, builtins, desktop, PySide6.QtWidgets\nprint(hasattr(builtins, '__orig_import__'))\n"
    assert said(looked)[0] == "False"
