"""The page 检查 as it stands in a window."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.document import Document
from desktop.pages import Shell
from desktop.pages.questions import QuestionsPage


def shown_page(qtbot: QtBot, document: Document, shell: Shell) -> QuestionsPage:
    """The page on a document, shown and entered as in a window of 1280 x 800."""
    page = QuestionsPage(document, shell)
    page.resize(1208, 744)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.enter()
    return page
