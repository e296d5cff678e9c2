"""The head of an item: its number and badges, the question in large type, how to judge it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checklists.reasons import reason_of
from checklists.scope import ScopedItem
from desktop.appearance import Appearance
from desktop.controls.buttons import Chip
from desktop.controls.signs import Badge
from desktop.controls.texts import ElidedLabel, Label, WrappedText
from desktop.tokens import UNIT
from desktop.translation import translate
from exports.material import Material


class QuestionHead(QWidget):
    """What is asked; `later` is the one thing that can be changed here (稍后)."""

    put_off = Signal(bool)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.number = Label(size=14, tone="text2")
        self._kind = Badge(appearance, "duty", "")
        self._binding = Badge(appearance, "neutral", "")
        self._critical = Badge(appearance, "critical", translate("Questions", "关键"))
        self._mode = Badge(appearance, "neutral", "")
        self._place = ElidedLabel(appearance, size=12, tone="text3")
        self.later = Chip(appearance, translate("Questions", "稍后"))
        self.later.set_tip(translate("Questions", "先放一放，别的都评完再看"))
        self.later.clicked.connect(self.put_off)
        self.question = WrappedText(appearance, size=20, bold=True)
        self._judge = WrappedText(appearance, tone="text2")
        self._notes = WrappedText(appearance, tone="text2")
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        middle = Qt.AlignmentFlag.AlignVCenter
        for widget in (self.number, self._kind, self._binding, self._critical, self._mode):
            row.addWidget(widget, 0, middle)
        row.addWidget(self._place, 1, middle)
        row.addWidget(self.later, 0, middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.question)
        column.addWidget(self._judge)
        column.addWidget(self._notes)

    def show_item(self, scoped: ScopedItem, material: Material) -> None:
        """Show an item of the scope."""
        item = scoped.item
        self.number.setText(scoped.number)
        self._kind.set_badge(scoped.kind, material.coded("kinds", scoped.kind))
        self._kind.setToolTip(reason_of(scoped, material.edition))
        binding = material.coded("bindings", scoped.binding) if scoped.binding else ""
        self._binding.set_badge("neutral", binding)
        self._binding.setVisible(bool(binding))
        self._critical.setVisible(scoped.critical)
        mode = material.coded("modes", scoped.mode) if scoped.mode else ""
        self._mode.set_badge("neutral", mode)
        self._mode.setVisible(bool(mode))
        self._place.set_text(_place(scoped, material))
        self.question.set_text(item.ask)
        self._judge.set_text(_judge(scoped, material))
        self._notes.set_text("\n".join(scoped.notes))
        self._notes.setVisible(bool(scoped.notes))
        self.show_answer(scoped, material)

    def show_answer(self, scoped: ScopedItem, material: Material) -> None:
        """Show whether the item is put off."""
        self.later.setChecked(material.answer(scoped).later)


def _place(scoped: ScopedItem, material: Material) -> str:
    """Section and place in it."""
    section = [s.id for s in material.scope.items if s.section.id == scoped.section.id]
    return translate("Questions", "{section}·第 {n} 项，共 {total} 项").format(
        section=scoped.section.title, n=section.index(scoped.id) + 1, total=len(section)
    )


def _judge(scoped: ScopedItem, material: Material) -> str:
    """How to judge: the same for every item of a kind."""
    if scoped.is_measure:
        return translate("Questions", "只填数字，不作评定；没有发生过的一行填 0 和 0，不清楚的留空。")
    met, partly = (material.status_word(scoped, status) for status in ("conform", "partial"))
    return translate(
        "Questions", "做到了，并且拿得出记录或实物，选“{met}”；只做到一部分，选“{partly}”。"
    ).format(met=met, partly=partly)
