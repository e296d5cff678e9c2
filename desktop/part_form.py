"""A checklist or section as a whole: how far it is, and that it does not apply at all, with one reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from checklists.scope import ScopedItem
from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.fields import NoteField
from desktop.controls.panels import Card
from desktop.controls.signs import ProgressBar
from desktop.controls.texts import Label, WrappedText
from desktop.reading_column import ReadingColumn
from desktop.tokens import GAP, UNIT
from desktop.translation import translate
from exports.material import Material


class SectionCard(Card):
    """One section: its progress, and the reason why the rest of it does not apply."""

    def __init__(self, appearance: Appearance, title: str) -> None:
        super().__init__(title)
        self._bar = ProgressBar(appearance, title)
        self._what = WrappedText(appearance, tone="text2")
        self.reason = NoteField(
            translate("Questions", "整个部分不适用的理由"),
            placeholder=translate("Questions", "例如：本企业不做进口，也不代销进口货"),
            height=56,
        )
        self.button = Button(appearance, "")
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        for widget in (self._bar, self._what, self.reason):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self._open = 0
        self._locked = False
        self.reason.textChanged.connect(self._show_button)

    def show_items(self, items: Sequence[ScopedItem], material: Material, *, locked: bool) -> None:
        """Show how far the section is."""
        counts: Counter[str] = Counter(material.answer(s).counted for s in items if not s.is_measure)
        self._open, self._locked = counts["unanswered"], locked
        total = counts.total()
        self.heading.set_aside(
            translate("Questions", "{done} / {total} 项已评").format(done=total - self._open, total=total)
        )
        self._bar.set_counts(counts)
        to_do = self._open > 0 and not locked
        self._what.set_text(
            translate(
                "Questions",
                "整个部分都与本企业无关时，写一条理由：未评的 {n} 项一起评为“{word}”，已评的不变。",
            ).format(n=self._open, word=_word(material))
            if to_do
            else translate("Questions", "这一部分没有未评的项。")
        )
        for widget in (self.reason, self.button):
            widget.setVisible(to_do)
        self.button.setText(
            translate("Questions", "{n} 项评为“{word}”").format(n=self._open, word=_word(material))
        )
        self.button.setAccessibleName(self.button.text())
        self._show_button()

    def _show_button(self) -> None:
        written = bool(self.reason.toPlainText().strip())
        self.button.allow(written, translate("Questions", "先写理由"))


class PartForm(ReadingColumn):
    """A checklist with its sections, or one section."""

    #: The section's id and the reason.
    not_applicable = Signal(str, str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(gap=GAP)
        self._appearance = appearance
        self._cards: dict[str, SectionCard] = {}
        self._title = WrappedText(appearance, size=20, bold=True)
        self._sums = Label(tone="text2")
        head = QVBoxLayout()
        head.setSpacing(UNIT)
        head.addWidget(self._title)
        head.addWidget(self._sums)
        self.column.addLayout(head)
        self.column.addStretch(1)

    def show_part(self, title: str, items: Sequence[ScopedItem], material: Material, *, locked: bool) -> None:
        """Show a checklist or section with these items."""
        self._title.set_text(title)
        for card in self._cards.values():
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = {}
        for section in dict.fromkeys(s.section.id for s in items):
            card = SectionCard(
                self._appearance, next(s.section.title for s in items if s.section.id == section)
            )
            card.button.clicked.connect(lambda _=False, of=section: self._give(of))
            self._cards[section] = card
            self.column.insertWidget(self.column.count() - 1, card)
        self.refresh(items, material, locked=locked)

    def refresh(self, items: Sequence[ScopedItem], material: Material, *, locked: bool) -> None:
        """Show how far it is now; a reason being written stays."""
        duties = sum(s.is_duty for s in items)
        self._sums.setText(
            translate("Questions", "共 {n} 项，其中{kind} {duties} 项").format(
                n=len(items), kind=material.coded("kinds", "duty"), duties=duties
            )
        )
        for section, card in self._cards.items():
            card.show_items([s for s in items if s.section.id == section], material, locked=locked)

    def cards(self) -> dict[str, SectionCard]:
        """The cards by the id of their section."""
        return self._cards

    def _give(self, section: str) -> None:
        self.not_applicable.emit(section, self._cards[section].reason.toPlainText().strip())


def _word(material: Material) -> str:
    return next(str(s["other"]) for s in material.edition.scale["statuses"] if s["code"] == "not_applicable")
