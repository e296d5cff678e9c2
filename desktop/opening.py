"""Opening files: one that there is, a new one, the sample, a backup; or saying why it cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checklists import preferences
from checklists.errors import Language, UserError
from checklists.places import data_folder
from checklists.profile import Profile
from desktop.appearance import Appearance
from desktop.document import Document
from desktop.file_dialogs import SUFFIX, ask_for_file, ask_for_new_file
from desktop.instance import Claim, handed_over
from desktop.preferences import Preferences
from desktop.tasks import Progress, Task
from desktop.translation import translate

if TYPE_CHECKING:
    from desktop.new_file import NewFileDialog


class Opener(QObject):
    """Opens files for a window.

    `opened` brings the document, the claim on its file and whether it is new; `failed` the reason and path;
    `taken` the path of a file that another window has come to the front with.
    """

    opened = Signal(object, object, bool)
    failed = Signal(object, object)
    taken = Signal(object)

    def __init__(self, window: QWidget, appearance: Appearance, settings: Preferences) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._window = window
        self._settings = settings

    def open(self, path: Path, language: Language, *, write: bool = True, confirmed: bool = False) -> None:
        """Open a file; `opened`, `failed` or `taken` comes at once."""
        if handed_over(path):
            self.taken.emit(path)
            return
        person = preferences.person(self._settings.now.person)
        try:
            document = Document.open(path, person, language, write=write, confirmed=confirmed)
        except UserError as error:
            self.failed.emit(error, path)
            return
        self._succeed(document, new=False)

    def choose(self, language: Language) -> None:
        """Ask for a file and open it."""
        path = ask_for_file(self._window, self._settings.now.client_folder)
        if path is not None:
            self.open(path, language)

    def new(self, language: Language) -> None:
        """Ask for the name of the enterprise and make its file."""
        from desktop.new_file import NewFileDialog

        dialog = NewFileDialog(self._appearance, self._settings, language, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.wanted.connect(lambda: self._make(dialog, language))
        dialog.open()

    def sample(self, language: Language) -> Task[Path]:
        """A task that makes the sample enterprise, if need be; then it is opened."""
        task = Task(sample_file)
        task.finished.connect(lambda path: self.open(path, language))
        return task

    def restore(self, language: Language, backup: Path | None) -> None:
        """Make a backup a file of its own again, chosen from a list if none is named, and open it."""
        if backup is not None:
            self._restore(backup, language)
            return
        from desktop.backup_dialog import BackupDialog

        dialog = BackupDialog(self._appearance, self._settings, language, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.accepted.connect(lambda: self._open_restored(dialog.path, language))
        dialog.open()

    def _make(self, dialog: NewFileDialog, language: Language) -> None:
        person = preferences.person(self._settings.now.person)
        profile = Profile(name=dialog.enterprise)
        try:
            document = Document.create(dialog.path, profile, person, language, title=dialog.title)
        except UserError as error:
            dialog.refuse(error.sentence(language))
            return
        dialog.accept()
        self._succeed(document, new=True)

    def _open_restored(self, path: Path | None, language: Language) -> None:
        if path is not None:
            self.open(path, language)

    def _restore(self, backup: Path, language: Language) -> None:
        title, name = translate("Opening", "恢复为新文件"), translate("Opening", "从备份恢复")
        path = ask_for_new_file(self._window, self._settings.now.client_folder, title, name)
        if path is None:
            return
        from checklists.backups import restore

        try:
            restore(backup, path)
        except UserError as error:
            self.failed.emit(error, path)
            return
        self.open(path, language)

    def _succeed(self, document: Document, *, new: bool) -> None:
        self.opened.emit(document, Claim(document.path), new)


def sample_file(_progress: Progress) -> Path:
    """The file of the sample enterprise, made if it is not there. Raises UserError."""
    from checklists.recording import make_sample
    from resources import path

    file = data_folder() / "sample" / f"样例{SUFFIX}"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        make_sample(file, path("sample/profile.yaml").parent)
    return file
