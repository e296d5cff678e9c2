"""The figures of a measure: n of m for each level, or one value, beside the target figures of regions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from checklists.assessment import Answer
from checklists.library import Measure
from checklists.reasons import value_words
from checklists.scope import ScopedItem
from desktop.appearance import Appearance
from desktop.controls.fields import TextField
from desktop.controls.texts import ElidedLabel, Label, WrappedText
from desktop.tokens import UNIT
from desktop.translation import translate
from desktop.typed_text import TypedText
from exports.material import Material

Figures = dict[str, tuple[str, ...]]
#: Whether figures can be kept.
Accepts = Callable[[Figures], bool]

_WIDTH: Final = 112


class _Row:
    """The fields of one level, and what they come to."""

    def __init__(self, appearance: Appearance, level: str, names: list[str]) -> None:
        self.level = level
        self.fields = [TextField(name, width=_WIDTH) for name in names]
        for field in self.fields:
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.typed = [TypedText(field) for field in self.fields]
        self.result = ElidedLabel(appearance, size=14)
        self.target = ElidedLabel(appearance, size=12, tone="text3")

    def figures(self) -> tuple[str, ...]:
        """The figures as written; () where nothing is."""
        texts = tuple(typed.text().strip() for typed in self.typed)
        return texts if any(texts) else ()

    def say(self, text: str, *, wrong: bool) -> None:
        """Show what the figures come to, or what is wrong with them."""
        self.result.set_text(text)
        self.result.set_tone("bad" if wrong else "text")
        for field in self.fields:
            field.set_error(wrong)
            field.setAccessibleDescription(text)


class MeasureForm(QWidget):
    """Fields for the figures of one measure; `given` brings those that can be kept."""

    given = Signal(dict)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._accepts: Accepts = lambda _: True
        self._rows: list[_Row] = []
        self._body: QWidget | None = None
        self._note = WrappedText(
            appearance,
            translate("Questions", "目标是地区的规划数字，只作参考，不是合格线。"),
            size=12,
            tone="text3",
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT)
        self._column.addWidget(self._note)

    def show_item(self, scoped: ScopedItem, material: Material, accepts: Accepts) -> None:
        """Show the fields of another measure; `accepts` tells whether figures can be kept."""
        self._accepts = accepts
        measure = scoped.item.measure
        assert measure is not None
        if self._body:
            self._body.deleteLater()
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(UNIT)
        heads = [measure.counted, measure.of] if measure.of else [measure.unit]
        self._rows = []
        for place, head in enumerate(heads):
            grid.addWidget(Label(head, size=12, tone="text3"), 0, 1 + place)
        for line, level in enumerate(measure.levels or ("",), 1):
            self._add_row(grid, line, level, heads, material)
        grid.setColumnStretch(3, 1)
        self._column.insertWidget(0, self._body)
        for row in self._rows:
            row.target.set_text(_targets(scoped, material, measure, row.level))
        self._note.setVisible(any(row.target.text() for row in self._rows))
        self.show_answer(material.answer(scoped), measure, material)

    def show_answer(self, answer: Answer, measure: Measure, material: Material) -> None:
        """Show the figures that are kept, but leave alone what is being typed."""
        from exports.summary import own_figure

        for row in self._rows:
            kept = answer.measure.get(row.level, ("",) * len(row.fields))
            for typed, figure in zip(row.typed, kept, strict=True):
                typed.show(figure)
            if row.figures() == tuple(kept):
                row.say(own_figure(material, answer.measure[row.level], measure), wrong=False)
            elif not row.figures():
                row.say("", wrong=False)

    def set_locked(self, locked: bool) -> None:
        """Only show the figures."""
        for row in self._rows:
            for field in row.fields:
                field.setReadOnly(locked)

    def first(self) -> QWidget | None:
        """The field to begin with."""
        return self._rows[0].fields[0] if self._rows else None

    def take(self) -> Figures | None:
        """The figures that have to be saved; None where nothing was typed, or only what cannot be kept."""
        taken = [typed.take() for row in self._rows for typed in row.typed]
        return self._checked() if any(text is not None for text in taken) else None

    def _add_row(
        self, grid: QGridLayout, line: int, level: str, heads: list[str], material: Material
    ) -> None:
        word = material.words(f"level-{level}") if level else ""
        row = _Row(self._appearance, level, [f"{word} {head}".strip() for head in heads])
        if word:
            grid.addWidget(Label(word, tone="text2"), line, 0)
        for place, field in enumerate(row.fields):
            grid.addWidget(field, line, 1 + place)
        for typed in row.typed:
            typed.settled.connect(lambda _: self._settle())
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(row.result)
        beside.addWidget(row.target)
        grid.addLayout(beside, line, 3)
        self._rows.append(row)

    def _settle(self) -> None:
        figures = self._checked()
        if figures is not None:
            self.given.emit(figures)

    def _checked(self) -> Figures | None:
        """The figures of all rows; None, and said at the row, where one cannot be kept."""
        figures: Figures = {}
        for row in self._rows:
            texts = row.figures()
            if not texts:
                continue
            figures[row.level] = texts
            if not all(texts):
                row.say(translate("Questions", "两个数都要填"), wrong=False)
            elif not self._accepts({row.level: texts}):
                row.say(_what_is_wanted(len(texts)), wrong=True)
        complete = all(all(texts) and self._accepts({level: texts}) for level, texts in figures.items())
        return figures if complete else None


def _what_is_wanted(count: int) -> str:
    if count == 2:
        return translate("Questions", "要填整数，前一个不大于后一个")
    return translate("Questions", "要填数字，例如 3.5")


def _targets(scoped: ScopedItem, material: Material, measure: Measure, level: str) -> str:
    """The target figures for a level, with region and year."""
    words = material.words
    key = "benchmark-value" if measure.better == "higher" else "benchmark-at-most"

    def one(region: str, value: str, year: str) -> str:
        own: Mapping[str, str] = {"region": value_words("region", (region,), material.edition)}
        whose = words("head-nation") if region == "national" else words("head-province", **own)
        return f"{whose} {words(key, value=value, unit=measure.unit)} ({year})"

    found = [one(b.region, b.value, b.year) for b in scoped.benchmarks if b.level == level]
    return words.join(found)
