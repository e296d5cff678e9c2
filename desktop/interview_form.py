"""The questions of the scope interview: tiles where several answers fit, yes or no, a list to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.appearance import Appearance
from desktop.controls.choices import Choice, RadioButton, Tile
from desktop.controls.panels import SectionTitle
from desktop.controls.texts import WrappedText
from desktop.interview import Question
from desktop.tokens import UNIT
from desktop.translation import translate

#: The third answer to a question of yes or no; it is kept as no answer.
UNSURE = ""


class TileQuestion(QWidget):
    """A question with several answers: a tile for each, and below what the one in question means."""

    #: The fact and its values.
    answered = Signal(str, object)

    def __init__(self, appearance: Appearance, question: Question) -> None:
        super().__init__()
        self.fact: str = question["fact"]
        self._help: str = question.get("help", "")
        self._title = SectionTitle(question["ask"])
        self._about = WrappedText(appearance, self._help, size=12, tone="text3")
        self.tiles = [Tile(appearance, o["words"], code=o["value"]) for o in question["options"]]
        self._help_of = {o["value"]: f"{o['words']}：{o['help']}" for o in question["options"] if "help" in o}
        self._grid = QGridLayout()
        self._grid.setSpacing(UNIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self._title)
        column.addLayout(self._grid)
        column.addWidget(self._about)
        for tile in self.tiles:
            tile.setToolTip(self._help_of.get(tile.code, ""))
            tile.setAccessibleDescription(self._help_of.get(tile.code, ""))
            tile.installEventFilter(self)
            tile.clicked.connect(self._tell)
        self._columns = 0
        self.set_columns(3)

    def set_columns(self, columns: int) -> None:
        """Lay the tiles out in so many columns."""
        if columns == self._columns:
            return
        self._columns = columns
        last = len(self.tiles) - 1
        # The last one takes what is left of its row: it may be the longest.
        spans = {last: columns - last % columns}
        widths = [0] * columns
        for number, tile in enumerate(self.tiles):
            column, span = number % columns, spans.get(number, 1)
            self._grid.addWidget(tile, number // columns, column, 1, span)
            widths[column] = max(widths[column], tile.sizeHint().width() if span == 1 else 0)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, widths[column] if column < columns else 0)

    def show_values(self, values: Sequence[str]) -> None:
        """Show what was answered."""
        for tile in self.tiles:
            tile.setChecked(tile.code in values)
        wanted = "" if values else translate("Profile", "至少选 1 项")
        self._title.set_aside(wanted or translate("Profile", "已选 {n} 项").format(n=len(values)))

    def words_of(self, value: str) -> str:
        """The words of an answer."""
        return next(t.text() for t in self.tiles if t.code == value)

    def _tell(self) -> None:
        self.answered.emit(self.fact, tuple(t.code for t in self.tiles if t.isChecked()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Enter, QEvent.Type.FocusIn} and isinstance(watched, Tile):
            self._about.set_text(self._help_of.get(watched.code, self._help))
        elif event.type() in {QEvent.Type.Leave, QEvent.Type.FocusOut}:
            focused = next((t for t in self.tiles if t.hasFocus()), None)
            self._about.set_text(self._help_of.get(focused.code, self._help) if focused else self._help)
        return super().eventFilter(watched, event)


class LineQuestion(QWidget):
    """A question with one answer, its help below it and its answers on the right."""

    #: The fact and its values.
    answered = Signal(str, object)

    def __init__(
        self, appearance: Appearance, question: Question, yes_no: Sequence[Mapping[str, Any]]
    ) -> None:
        super().__init__()
        self.fact: str = question["fact"]
        self.group: str = question["group"]
        self._unsure = False
        self._offered: list[tuple[str, str]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(16)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(WrappedText(appearance, question["ask"]))
        if "help" in question:
            texts.addWidget(WrappedText(appearance, question["help"], size=12, tone="text3"))
        row.addLayout(texts, 1)
        self.choice: Choice | None = None
        self.radios: list[RadioButton] = []
        if "options" in question:
            self.choice = Choice(appearance, question["ask"], width=176)
            self.choice.setPlaceholderText(translate("Profile", "选择"))
            self.choice.chosen.connect(self._chosen)
            row.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignTop)
        else:
            row.addWidget(self._radios(appearance, question["ask"], yes_no), 0, Qt.AlignmentFlag.AlignTop)

    def _radios(self, appearance: Appearance, ask: str, yes_no: Sequence[Mapping[str, Any]]) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        self._buttons = QButtonGroup(holder)
        options = [*((o["value"], o["words"]) for o in yes_no), (UNSURE, translate("Profile", "不确定"))]
        for code, word in options:
            radio = RadioButton(appearance, word, code=code)
            radio.setAccessibleName(f"{ask} {word}")
            radio.clicked.connect(lambda _checked=False, value=code: self._chosen(value))
            self._buttons.addButton(radio)
            self.radios.append(radio)
            row.addWidget(radio)
        return holder

    def set_options(self, options: Sequence[Mapping[str, Any]]) -> None:
        """Offer other answers, where they are chosen from a list."""
        offered = [(o["value"], o["words"]) for o in options]
        if self.choice is not None and offered != self._offered:
            self._offered = offered
            self.choice.set_options(offered)

    def show_values(self, values: Sequence[str]) -> None:
        """Show what was answered; no answer as none, or as 不确定 where that was said here."""
        value = values[0] if values else UNSURE
        if self.choice is not None:
            self.choice.choose(value)
            return
        self._buttons.setExclusive(False)
        for radio in self.radios:
            radio.setChecked(radio.code == value and (bool(value) or self._unsure))
        self._buttons.setExclusive(True)
        # Tab comes to what was answered: by itself it would come to the first, and Space would change it.
        stop = next((radio for radio in self.radios if radio.isChecked()), self.radios[0])
        for radio in self.radios:
            strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            radio.setFocusPolicy(strong if radio is stop else click)

    def words_of(self, value: str) -> str:
        """The words of an answer."""
        if self.choice is not None:
            return self.choice.itemText(self.choice.findData(value))
        return next(r.text() for r in self.radios if r.code == value)

    def focus(self) -> None:
        """Take the focus to the answer, or to the first of those that can be given."""
        if self.choice is not None:
            self.choice.setFocus()
        else:
            next((r for r in self.radios if r.isChecked()), self.radios[0]).setFocus()

    def _chosen(self, value: str) -> None:
        self._unsure = value == UNSURE
        self.answered.emit(self.fact, (value,) if value else ())
