"""What is said when something goes wrong: the way out of a failure, and who shows the report of a crash."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtGui import QGuiApplication

from checklists.errors import UserError
from desktop.translation import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget

    from desktop.crash_report import CrashReport

Way = Literal["look", "restore", "choose", "retry", "copy", "forget", "ok"]


class Remedy(NamedTuple):
    """The way out that is offered beside a sentence: what to do, and the word on its link."""

    way: Way
    word: str


#: What helps when a file cannot be opened.
_OPENING: Final[dict[str, Way]] = {
    "file-locked": "look",
    "file-read-only": "look",
    "file-unwritable": "look",
    "file-damaged": "restore",
    "file-missing": "forget",
    "file-foreign": "choose",
    "file-newer": "choose",
    "file-unreadable": "choose",
    "file-exists": "choose",
}


def opening_remedy(error: UserError) -> Remedy:
    """The way out where a file cannot be opened."""
    way = _OPENING.get(error.code, "ok")
    return Remedy(way, _word(way))


def saving_remedy(error: Exception) -> Remedy:
    """The way out where a change cannot be saved: what somebody else changed is gone on with in a copy."""
    changed = isinstance(error, UserError) and error.code in {"file-changed", "file-read-only"}
    return Remedy("copy" if changed else "retry", _word("copy" if changed else "retry"))


def _word(way: Way) -> str:
    match way:
        case "look":
            return translate("Messages", "只看不改")
        case "restore":
            return translate("Messages", "从备份恢复")
        case "choose":
            return translate("Messages", "选择别的文件")
        case "retry":
            return translate("Messages", "重试")
        case "copy":
            return translate("Messages", "另存一份")
        case "forget":
            return translate("Messages", "从列表移除")
        case "ok":
            return translate("Messages", "知道了")


def ask(parent: QWidget, sentence: str, do: str, leave: str, *, detail: str = "") -> QMessageBox:
    """A question with two answers that say what they do; `accepted` is emitted for the first. It is shown."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setWindowTitle(parent.window().windowTitle())
    box.setText(sentence)
    box.setInformativeText(detail)
    box.addButton(do, QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(leave, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.open()
    return box


def tell(parent: QWidget, sentence: str, word: str) -> QMessageBox:
    """A sentence that has to be seen before going on; `finished` follows. It is shown."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setWindowTitle(parent.window().windowTitle())
    box.setText(sentence)
    box.addButton(word, QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


class CrashReports:
    """Shows one report at a time: faults that follow while it is open are only written to the terminal."""

    def __init__(self) -> None:
        self.shown: CrashReport | None = None

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Meant for `sys.excepthook`. An interrupt from the keyboard ends the program."""
        from desktop.crash_report import CrashReport, crash_text

        text = crash_text(kind, error, trace)
        sys.stderr.write(text + "\n")
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        if self.shown is None:
            self.shown = CrashReport(text)
            self.shown.finished.connect(self._put_away)
            self.shown.open()

    def _put_away(self) -> None:
        if self.shown is not None:
            self.shown.deleteLater()
        self.shown = None
