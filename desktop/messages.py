"""What is said when something goes wrong: the way out of a failure, and the report of a crash."""

from __future__ import annotations

import platform
import sys
import traceback
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Literal

import PySide6
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from checklists.errors import UserError
from desktop.translation import translate

Way = Literal["look", "restore", "choose", "retry", "copy", "forget", "ok"]


@dataclass(frozen=True, slots=True)
class Remedy:
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
    box = QMessageBox(parent)
    box.setWindowTitle(parent.window().windowTitle())
    box.setText(sentence)
    box.addButton(word, QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def crash_text(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What we need to know of a fault of ours: versions and where it happened."""
    about = f"质评 {_version()} · Python {platform.python_version()} · PySide6 {PySide6.__version__}"
    system = f"{platform.system()} {platform.release()} · {QGuiApplication.platformName()}"
    return "\n".join(
        [about, system, "", *(s.rstrip() for s in traceback.format_exception(kind, error, trace))]
    )


def _version() -> str:
    """The version that is installed; only a crash needs it, and looking it up is slow."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("zhiping")
    except PackageNotFoundError:
        return "?"


class CrashReport(QDialog):
    """A fault of ours: what is safe, and the report to be copied and sent to us."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Messages", "程序出错"))
        self.setMinimumSize(640, 400)
        self._report = report
        said = QLabel(
            translate(
                "Messages",
                "程序出错了，问题在我们；已保存的内容完好，可以继续使用。把下面的内容发给我们。",
            )
        )
        said.setWordWrap(True)
        self._text = QPlainTextEdit(report)
        self._text.setReadOnly(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setAccessibleName(translate("Messages", "出错报告"))
        buttons = QDialogButtonBox()
        self.copy_button = QPushButton(translate("Messages", "复制"))
        self.copy_button.clicked.connect(self._copy)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        go_on = buttons.addButton(translate("Messages", "继续使用"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        for widget in (said, self._text, buttons):
            column.addWidget(widget)
        self.copy_button.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy_button.setText(translate("Messages", "已复制"))


class CrashReports:
    """Shows one report at a time: faults that follow while it is open are only written to the terminal."""

    def __init__(self) -> None:
        self.shown: CrashReport | None = None

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Meant for `sys.excepthook`. An interrupt from the keyboard ends the program."""
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
