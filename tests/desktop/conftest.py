"""What every test of the window gets: an application, the sample file, a stand-in shell, and a clean end."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checklists.errors import Language
from checklists.recording import make_sample
from desktop.appearance import ARGUMENTS, Appearance
from desktop.document import Document
from desktop.preferences import Preferences
from desktop.window import Window
from resources import path as resource
from tests.desktop.driving import Pages, StandInShell, close


@pytest.fixture(autouse=True)
def garbage_of_the_window() -> Iterator[None]:
    """Look for garbage after each test, in no thread of one, as the program does (`desktop.garbage`)."""
    gc.disable()
    yield
    gc.unfreeze()
    gc.collect(1)
    gc.enable()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The arguments of the application, those that the program makes its own with."""
    return ["zhiping", *ARGUMENTS]


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window or a dialog open, and give the next one an empty clipboard."""
    QGuiApplication.clipboard().clear()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [w for w in qapp.topLevelWidgets() if w.isVisible()]
    for widget in left:
        widget.hide()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert left == [], f"still open: {[type(w).__name__ for w in left]}"


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample enterprise, made once; tests change a copy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZHIPING_DATA", str(tmp_path_factory.mktemp("data-of-sample")))
        file = tmp_path_factory.mktemp("made") / "sample.zhiping"
        make_sample(file, resource("sample/profile.yaml").parent)
    return file


@pytest.fixture
def sample(made_sample: Path, tmp_path: Path) -> Path:
    """A fresh copy of the sample file."""
    return Path(shutil.copy(made_sample, tmp_path / "样例.zhiping"))


@pytest.fixture
def open_document(qtbot: QtBot) -> Iterator[Callable[..., Document]]:
    """Opens documents as `Document.open` does, and closes them at the end of the test."""
    opened: list[Document] = []

    def open_it(path: Path, person: str = "周敏", language: Language = "zh", **options: Any) -> Document:
        opened.append(Document.open(path, person, language, **options))
        return opened[-1]

    yield open_it
    for document in opened:
        close(qtbot, document)


@pytest.fixture
def document(sample: Path, open_document: Callable[..., Document]) -> Document:
    """The sample file, open."""
    return open_document(sample)


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    """How everything looks."""
    return Appearance(qapp)


@pytest.fixture
def look(appearance: Appearance) -> Appearance:
    """How everything looks: light and in the normal font size, whatever the test before chose."""
    appearance.choose(theme="light", size="normal")
    return appearance


@pytest.fixture
def shell(appearance: Appearance) -> Iterator[StandInShell]:
    """A shell that only remembers what it was asked; its tasks are waited for."""
    made = StandInShell(appearance, Preferences())
    yield made
    for task in made.tasks:
        task.join()


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, appearance: Appearance, pages: Pages) -> Iterator[Window]:
    """A window with stand-in pages and no file, shown; closed at the end."""
    made = Window(qapp, appearance, Preferences(), pages.make)
    made.go("start")
    with qtbot.waitExposed(made):
        made.show()
    yield made
    if made.isVisible():
        document = made.document
        if document and document.failure:
            with qtbot.waitSignal(document.closed):
                document.abandon()
        with qtbot.waitSignal(made.ended):
            made.close()
    made.finish()
    made.deleteLater()


@pytest.fixture
def opened(window: Window, sample: Path) -> Window:
    """The window with the sample file."""
    window.open_file(sample)
    return window
