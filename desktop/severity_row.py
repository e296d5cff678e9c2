"""What an unmet item leads to: the grade of its finding, as the rules propose or overruled."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checklists.assessment import UNMET, Grade, grade_of, proposed_grade
from checklists.scope import ScopedItem
from desktop.appearance import Appearance
from desktop.controls.buttons import Button, MarkButton
from desktop.controls.texts import ElidedLabel, Label
from desktop.flow import Flow
from desktop.tokens import UNIT
from desktop.translation import translate
from exports.material import Material

_GRADES: Final[tuple[Grade, ...]] = ("major", "minor", "observation")

#: That of the buttons: the texts beside them stand on their line.
_HEIGHT: Final = 28


class SeverityRow(QWidget):
    """Shown while the item is unmet; `graded` brings "" where the choice is what the rules propose."""

    graded = Signal(str)
    action_wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._proposed = ""
        self._title = Label(translate("Questions", "不符合程度"), tone="text2")
        self.buttons = {grade: MarkButton(appearance, grade, "") for grade in _GRADES}
        self.remark = ElidedLabel(appearance, size=12, tone="text3")
        self.action = Button(
            appearance, translate("Questions", "转为整改措施"), role="link", icon="flag", height=_HEIGHT
        )
        choices = Flow()
        choices.addWidget(self._title)
        for grade, button in self.buttons.items():
            button.clicked.connect(lambda _=False, chosen=grade: self._choose(chosen))
            choices.addWidget(button)
        choices.addWidget(self.remark)
        for text in (self._title, self.remark):
            text.setMinimumHeight(appearance.measure(_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addLayout(choices, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignTop)
        self.action.clicked.connect(lambda _=False: self.action_wanted.emit())

    def show_answer(self, scoped: ScopedItem, material: Material, *, locked: bool) -> None:
        """Show what the answer leads to; nothing where it leads to nothing."""
        status = material.answer(scoped).status
        self.setVisible(not scoped.is_measure and status in UNMET)
        proposed = proposed_grade(scoped, status)
        finding = material.dossier.finding_of(scoped.id)
        graded = finding is not None and proposed is not None
        now = grade_of(finding, material.scope, material.dossier) if finding and graded else proposed or ""
        self._proposed = proposed or ""
        self._title.setVisible(proposed is not None)
        for grade, button in self.buttons.items():
            button.setText(material.coded("severities", grade, "tag"))
            button.setAccessibleName(material.coded("severities", grade))
            button.setVisible(proposed is not None)
            button.setChecked(grade == now)
            button.setEnabled(not locked)
        self.remark.set_text(_remark(material, proposed or "", now))
        self.action.setVisible(not locked or finding is not None)
        has_action = finding is not None and any(a.finding == finding.id for a in material.dossier.actions)
        self.action.setText(
            translate("Questions", "看整改措施") if has_action else translate("Questions", "转为整改措施")
        )
        self.action.setAccessibleName(self.action.text())

    def _choose(self, grade: Grade) -> None:
        for one, button in self.buttons.items():
            button.setChecked(one == grade)
        self.graded.emit("" if grade == self._proposed else grade)


def _remark(material: Material, proposed: str, now: str) -> str:
    if not proposed:
        return translate("Questions", "不是必须项，列入改进清单。")
    if proposed == now:
        return translate("Questions", "按规则")
    word = material.coded("severities", proposed, "tag")
    return translate("Questions", "按规则是{word}").format(word=word)
