"""The report of a crash: what is safe, and what we need to know of a fault of ours."""

from __future__ import annotations

import platform
import traceback
from types import TracebackType

import PySide6
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.translation import translate


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
