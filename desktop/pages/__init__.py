"""The pages of the window, a module each, built when first shown: what a page is given and has to give."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Literal, Protocol, cast

from PySide6.QtWidgets import QWidget

from checklists.errors import Language, UserError
from desktop.appearance import Appearance
from desktop.document import Document
from desktop.preferences import Preferences
from desktop.tasks import Task

#: So long after a window or page begins to show, what nobody waits for is done, in milliseconds.
A_MOMENT: Final = 20

PageName = Literal["start", "profile", "questions", "summary", "findings", "library", "report", "preferences"]


class Shell(Protocol):
    """What a page may ask of the window around it."""

    @property
    def appearance(self) -> Appearance:
        """How everything looks."""

    @property
    def preferences(self) -> Preferences:
        """What this machine remembers."""

    @property
    def language(self) -> Language:
        """The language of the window."""

    def go(self, page: PageName, where: str = "") -> None:
        """Show a page, at the item, finding or field named by `where`."""

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say in passing what was done, with a way back."""

    def fail(self, error: UserError) -> None:
        """Say under the header what went wrong and what to do, until it is solved or put away."""

    def run(self, task: Task[Any]) -> None:
        """Start a task and keep it until its end; what it raises is shown."""

    def open_file(self, path: Path, page: PageName | None = None, where: str = "") -> None:
        """Open another file in place of this one, at a page if one is named."""

    def choose_file(self) -> None:
        """Ask for a file and open it."""

    def new_file(self) -> None:
        """Ask for a place and begin a new file there."""

    def open_sample(self) -> None:
        """Open the sample enterprise."""

    def restore_backup(self, backup: Path | None = None) -> None:
        """Make a backup, or one that is chosen from a list, a file again and open it."""


class Page(QWidget):
    """One page. It is built once per document and language and thrown away with them."""

    def __init__(self, document: Document | None, shell: Shell, parent: QWidget | None = None) -> None:
        """With its parent a page is in the window before it is filled: Qt restyles all that is moved."""
        super().__init__(parent)
        self._document = document
        self.shell = shell

    @property
    def document(self) -> Document:
        """The open file, for the pages that are only built with one."""
        if self._document is None:
            raise LookupError(f"{type(self).__name__} has no document")
        return self._document

    @property
    def has_document(self) -> bool:
        """Whether a file is open; start, library and preferences are shown without one too."""
        return self._document is not None

    def enter(self, where: str = "") -> None:
        """Be shown, at the item, finding or field named by `where`, or as it was; take the focus."""

    def leave(self) -> None:
        """Be covered by another page or closed: hand in what is being typed."""

    def filter_field(self) -> QWidget | None:
        """The field that filters this page, for Ctrl+F."""
        return None

    def panes(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through, in reading order."""
        return ()


#: Makes the page of a name.
PageMaker = Callable[[PageName, Document | None, Shell, QWidget], Page]


def make_page(name: PageName, document: Document | None, shell: Shell, parent: QWidget | None = None) -> Page:
    """Build a page: class `QuestionsPage` of the module `desktop.pages.questions`, and so on."""
    module = import_module(f"desktop.pages.{name}")
    return cast(Page, getattr(module, f"{name.capitalize()}Page")(document, shell, parent))
