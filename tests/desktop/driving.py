"""What tests of the window share: waiting by signals, a shell that only remembers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from checklists.assessment import Answer, Dossier
from checklists.errors import Language, UserError
from checklists.records import Records
from desktop.action_form import ActionForm
from desktop.appearance import Appearance
from desktop.document import Document
from desktop.pages import Page, PageName, Shell
from desktop.preferences import Preferences
from desktop.tasks import Task
from desktop.window import Window
from exports.material import Material


def saved(qtbot: QtBot, document: Document) -> None:
    """Wait until everything is in the file."""
    while document.unsaved and document.failure is None:
        with qtbot.waitSignal(document.saving):
            pass


def close(qtbot: QtBot, document: Document) -> None:
    """Close a document, without what cannot be saved."""
    if document.is_closed:
        return
    with qtbot.waitSignal(document.closed):
        document.abandon()


class StandInShell:
    """A shell that only remembers what it was asked."""

    def __init__(self, appearance: Appearance, preferences: Preferences) -> None:
        self.appearance = appearance
        self.preferences = preferences
        self.went: list[tuple[PageName, str]] = []
        self.said: list[str] = []
        self.failed: list[UserError] = []
        self.tasks: list[Task[Any]] = []
        self.asked: list[tuple[str, Path | None]] = []

    @property
    def language(self) -> Language:
        return self.preferences.language

    def go(self, page: PageName, where: str = "") -> None:
        self.went.append((page, where))

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:  # noqa: ARG002
        self.said.append(text)

    def fail(self, error: UserError) -> None:
        self.failed.append(error)

    def run(self, task: Task[Any]) -> None:
        self.tasks.append(task)
        task.start()

    def open_file(self, path: Path, page: PageName | None = None, where: str = "") -> None:
        self.asked.append(("open", path))
        if page is not None:
            self.went.append((page, where))

    def choose_file(self) -> None:
        self.asked.append(("choose", None))

    def new_file(self) -> None:
        self.asked.append(("new", None))

    def open_sample(self) -> None:
        self.asked.append(("sample", None))

    def restore_backup(self, backup: Path | None = None) -> None:
        self.asked.append(("restore", backup))


def failed(state: str, _text: str) -> bool:
    """Whether saving has stopped."""
    return state == "failed"


def all_saved(state: str, _text: str) -> bool:
    """Whether everything is in the file."""
    return state == "saved"


def in_file(path: Path) -> Dossier:
    """What the file itself holds."""
    with Records.open(path, write=False) as records:
        return records.dossier()


#: The findings of the sample enterprise: a major one and two minor ones.
LABEL: Final = "label-complete"
PROCEDURE: Final = "recall-procedure"
PUBLISHED: Final = "standards-published"


def numbered(material: Material, *items: str) -> list[str]:
    """The printed numbers of items, which change with the content."""
    return [material.number(item) for item in items]


def duties(document: Document) -> list[str]:
    return [s.id for s in document.scope.items if s.is_duty and not s.is_measure]


def duty(document: Document) -> str:
    """A duty that is met and has no finding."""
    return next(i for i in duties(document) if document.dossier.answer(i).status == "conform")


def gated() -> tuple[type[Records], threading.Semaphore, list[str]]:
    """Records that commit an answer only when the semaphore is released, and the items in that order."""
    gate, order = threading.Semaphore(0), list[str]()

    class Gated(Records):
        def answers(
            self, assessment_id: str, given: Mapping[str, Mapping[str, object]]
        ) -> tuple[Answer, ...]:
            gate.acquire()
            order.extend(given)
            return super().answers(assessment_id, given)

    return Gated, gate, order


def faulty() -> tuple[type[Records], list[Exception]]:
    """Records that raise what is in the list instead of recording an answer."""
    faults: list[Exception] = []

    class Faulty(Records):
        def answers(
            self, assessment_id: str, given: Mapping[str, Mapping[str, object]]
        ) -> tuple[Answer, ...]:
            if faults:
                raise faults[0]
            return super().answers(assessment_id, given)

    return Faulty, faults


class StandInPage(Page):
    """A page with two fields that remembers what happened to it."""

    def __init__(
        self, name: PageName, document: Document | None, shell: Shell, parent: QWidget | None
    ) -> None:
        super().__init__(document, shell, parent)
        self.name = name
        self.entered: list[str] = []
        self.left = 0
        self.fields = (QLineEdit(self), QLineEdit(self))
        column = QVBoxLayout(self)
        for field in self.fields:
            field.setAccessibleName(name)
            column.addWidget(field)

    def enter(self, where: str = "") -> None:
        self.entered.append(where)
        self.fields[0].setFocus()

    def leave(self) -> None:
        self.left += 1

    def filter_field(self) -> QWidget | None:
        return self.fields[1] if self.name == "questions" else None

    def panes(self) -> tuple[QWidget, ...]:
        return self.fields


class Pages(dict[PageName, StandInPage]):
    """The pages that were built, the latest of each name."""

    def make(self, name: PageName, document: Document | None, shell: Shell, parent: QWidget) -> Page:
        self[name] = StandInPage(name, document, shell, parent)
        return self[name]


def opened_document(window: Window) -> Document:
    assert window.document is not None
    return window.document


def written(form: ActionForm, name: str) -> str:
    """What stands in a field of an action."""
    field = form.field(name)
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def write(form: ActionForm, name: str, text: str) -> None:
    """Type a text into a field of an action and leave it."""
    field = form.field(name)
    field.setFocus()
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    else:
        field.setText(text)
    form.due.setFocus()
