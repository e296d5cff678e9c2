"""What the system does with files for us: asking for one, and opening one in another program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from checklists.errors import UserError
from checklists.files import is_folder
from desktop.translation import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SUFFIX: Final = ".zhiping"


def start_folder(wished: str) -> str:
    """Where a dialog begins: the folder wished for while it is there, the user's documents, or home."""
    from PySide6.QtCore import QStandardPaths

    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((f for f in (wished, documents) if f and is_folder(Path(f))), str(Path.home()))


def ask_for_file(parent: QWidget, folder: str) -> Path | None:
    """The file that the user wants to open."""
    from PySide6.QtWidgets import QFileDialog

    title, kind = translate("Opening", "打开企业文件"), translate("Opening", "质评文件")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, start_folder(folder), f"{kind} (*{SUFFIX})")
    return Path(chosen) if chosen else None


def ask_for_new_file(parent: QWidget, folder: str, title: str, name: str) -> Path | None:
    """The file that the user wants to make; its name ends as it should."""
    from PySide6.QtWidgets import QFileDialog

    kind = translate("Opening", "质评文件")
    proposal = str(Path(start_folder(folder)) / f"{name}{SUFFIX}")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, proposal, f"{kind} (*{SUFFIX})")
    if not chosen:
        return None
    return Path(chosen if chosen.lower().endswith(SUFFIX) else chosen + SUFFIX)


def open_outside(path: Path) -> None:
    """Open a file or folder in the program that the system has for it. Raises UserError (not-opened)."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise UserError("not-opened", path=path)
