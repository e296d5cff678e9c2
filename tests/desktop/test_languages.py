"""Every page in Chinese and in English: no word of the other language, and no text that is cut off."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from checklists.compiling import current_edition
from checklists.errors import Language
from desktop import translation
from desktop.appearance import Appearance
from desktop.controls.texts import Figure, WrappedText
from desktop.document import Document
from desktop.messages import ask
from desktop.rows import CELL, NODE, Cell, Node
from desktop.window import Window
from tests.desktop.whole_window import every_page, visible, whole_window

_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
#: What of an edition is worded in both languages, so that its Chinese does not belong into an English window.
_TERMS = ("scale", "interview")
#: The name in the seal, and the name of a language in itself.
_AS_THEY_ARE = ("质", "质评", "中文")
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@pytest.fixture(params=["with a file", "without one"])
def english(
    request: pytest.FixtureRequest, qtbot: QtBot, appearance: Appearance, sample: Path
) -> Iterator[Window]:
    """The window in English, with the sample and without a file."""
    file = sample if request.param == "with a file" else None
    with whole_window(qtbot, appearance, "en", file) as window:
        yield window


def test_the_dialog_for_files_is_in_chinese(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    """Qt's own, which is shown where the system has none; its catalogue is not whole."""
    translation.install(qapp, "zh")
    dialog = QFileDialog(None, "打开企业文件", str(tmp_path), "质评文件 (*.zhiping)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    words = [w.text() for w in dialog.findChildren(QWidget) if isinstance(w, QLabel | QAbstractButton)]
    assert "位置(&L)：" in words
    assert [w for w in words if re.search("[A-Za-z]{2}", w)] == []


def test_the_english_window_has_no_chinese_words_of_ours(
    qtbot: QtBot, english: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = painted_words(monkeypatch)
    data = data_of(english.document)
    found = set()
    for page in every_page(qtbot, english):
        painted.clear()
        english.grab()
        shown = words(english)
        # A line of several is a part of a text that is found anyway.
        shown |= {text for text in painted if not any(text in whole for whole in shown)}
        found |= {f"{page}: {text}" for text in shown if _CHINESE.search(without(text, data))}
    assert not found


def painted_words(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """What is painted from now on by code of ours, but for texts that are cut short."""
    painted: set[str] = set()
    original = QPainter.drawText

    def draw_text(painter: QPainter, *given: Any) -> Any:
        painted.update(part for part in given if isinstance(part, str) and not part.endswith("…"))
        return original(painter, *given)

    monkeypatch.setattr(QPainter, "drawText", draw_text)
    return painted


def data_of(document: Document | None) -> list[str]:
    """What a user wrote, and what only exists in Chinese: laws, policies, what they ask. Longest first."""
    found = set(_AS_THEY_ARE)
    edition = document.edition if document else current_edition()
    body: Mapping[str, Any] = json.loads(edition.body)
    if document:
        found |= set(strings(document.dossier))
        found |= {document.path.name, document.path.stem, str(document.path)}
    for part, content in body.items():
        if part not in _TERMS:
            found |= set(strings(content))
    return sorted((text for text in found if _CHINESE.search(text)), key=len, reverse=True)


def strings(value: object) -> Iterator[str]:
    """Every text in a tree of data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list | tuple | set | frozenset):
        for inner in value:
            yield from strings(inner)


def without(text: str, data: list[str]) -> str:
    for known in data:
        if not _CHINESE.search(text):
            break
        text = text.replace(known, "")
    return text


def words(window: Window) -> set[str]:
    """Everything that can be read or heard on the page that is shown."""
    found = {window.windowTitle()}
    for widget in visible(window):
        found |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
        found |= set(own_words(widget))
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    found |= {action.text() for action in window.findChildren(QAction)}
    return found - {""}


def own_words(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield from (widget.text(), widget.placeholderText())
        case QPlainTextEdit():
            yield from (widget.toPlainText(), widget.placeholderText())
        case QComboBox():
            yield from (widget.itemText(n) for n in range(widget.count()))
        case QAbstractItemView() if widget.model() is not None:
            yield from rows_of(widget)


def rows_of(view: QAbstractItemView) -> Iterator[str]:
    """The words of heads, cells and nodes."""
    model = view.model()
    # A list keeps to itself that it has one column.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    parents = [view.rootIndex()]
    for parent in parents:
        for row in range(model.rowCount(parent)):
            for column in range(columns):
                index = model.index(row, column, parent)
                yield from cell_words(index.data(CELL))
                yield from cell_words(index.data(NODE))
                yield from (str(index.data(role) or "") for role in (0, 3, 11))
            parents.append(model.index(row, 0, parent))


def cell_words(cell: object) -> Iterator[str]:
    match cell:
        case Cell():
            yield from (cell.text, cell.badge[1], cell.after, cell.caption, cell.name)
        case Node():
            yield from (cell.title, cell.word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_off(
    qtbot: QtBot,
    appearance: Appearance,
    sample: Path,
    language: Language,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shortened = Shortened(monkeypatch)
    with whole_window(qtbot, appearance, language, sample) as window:
        found = set()
        for page in every_page(qtbot, window):
            shortened.found.clear()
            window.grab()
            found |= {f"{page}: {described(w)}" for w in visible(window) if not has_room(w)}
            found |= {f"{page}: {text}" for w, text in list(shortened.found) if text not in told(w)}
        assert not found


class Shortened:
    """The texts that widgets shorten with an ellipsis while they are painted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.found: list[tuple[QWidget, str]] = []
        original = QFontMetricsF.elidedText

        def elided(metrics: QFontMetricsF, text: str, *how: Any) -> str:
            shown = original(metrics, text, *how)
            if shown != text:
                self._note(text)
            return shown

        monkeypatch.setattr(QFontMetricsF, "elidedText", elided)

    def _note(self, text: str) -> None:
        """Find out who paints; rows tell their own way (see the tests of rows)."""
        frame = sys._getframe(2)
        while frame.f_back and not isinstance(frame.f_locals.get("self"), QWidget):
            frame = frame.f_back
        widget = frame.f_locals.get("self")
        if isinstance(widget, QWidget) and not isinstance(widget, QAbstractItemView):
            self.found.append((widget, text))


def told(widget: QWidget) -> str:
    """What a widget says when the pointer rests on it."""
    middle = QPoint(widget.width() // 2, widget.height() // 2)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, middle, widget.mapToGlobal(middle)))
    return widget.toolTip()


def has_room(widget: QWidget) -> bool:
    """Whether a widget is large enough for all its text."""
    match widget:
        case WrappedText():
            return widget.height() >= widget.heightForWidth(widget.width()) and widget.width() >= 24
        case QLabel() if not widget.wordWrap():
            needed = widget.fontMetrics().horizontalAdvance(widget.text())
            return widget.contentsRect().width() >= needed and widget.contentsRect().height() >= (
                widget.fontMetrics().ascent() if widget.text() else 0
            )
        case QPushButton() | Figure():
            return widget.width() >= widget.minimumSizeHint().width()
        case QAbstractButton():
            return widget.width() >= widget.sizeHint().width() or not widget.text()
        case QComboBox():
            needed = widget.fontMetrics().horizontalAdvance(widget.currentText())
            return widget.width() >= needed + 32
        case QLineEdit():
            return widget.width() >= widget.fontMetrics().horizontalAdvance(widget.placeholderText()) + 16
        case _:
            return True


def described(widget: QWidget) -> str:
    said = next((text for text in own_words(widget) if text), widget.accessibleName())
    above = widget.parentWidget()
    return f"{type(widget).__name__} {said!r} {widget.width()}x{widget.height()} in {type(above).__name__}"


@pytest.mark.usefixtures("look")
def test_a_question_shows_its_answers_whole(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    box = ask(window, "还有 1 处改动没有保存", "放弃这些改动并关闭", "返回", detail="没有保存：磁盘已满。")
    QApplication.processEvents()
    widths = {b.text(): b.width() - b.fontMetrics().horizontalAdvance(b.text()) for b in box.buttons()}
    box.reject()
    assert min(widths.values()) >= 24, widths
