"""What the program is: its version, and under which licences it and its fonts stand."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

import resources
from desktop.translation import translate

_PROGRAM: Final = "zhiping"
_LICENCE: Final = "LICENSE"


def program_version() -> str:
    """The version that is installed, "" where the program only lies there."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(_PROGRAM)
    except PackageNotFoundError:
        return ""


def program_licence() -> str:
    """The licence of the program: as installed, else as it lies beside the packages."""
    from importlib.metadata import PackageNotFoundError, files

    try:
        kept = [file for file in files(_PROGRAM) or () if file.name == _LICENCE]
    except PackageNotFoundError:
        kept = []
    place = Path(__file__).resolve().parent.parent / _LICENCE
    return kept[0].read_text() if kept else place.read_text(encoding="utf-8") if place.is_file() else ""


def font_licence() -> str:
    """The licence of the fonts."""
    return resources.path("fonts/OFL.txt").read_text(encoding="utf-8")


def show_licence(parent: QWidget, title: str, text: str) -> QDialog:
    """Show a licence to be read; returns the dialog, which is shown already."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setMinimumSize(640, 440)
    shown = QPlainTextEdit(text)
    shown.setReadOnly(True)
    shown.setAccessibleName(title)
    buttons = QDialogButtonBox()
    close = buttons.addButton(translate("Preferences", "关闭"), QDialogButtonBox.ButtonRole.RejectRole)
    close.clicked.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 24, 24, 16)
    column.setSpacing(16)
    column.addWidget(shown)
    column.addWidget(buttons)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
