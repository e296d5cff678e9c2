"""The upper part of a finding's form: which item it is of, how grave it is, until when something is due."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checklists.assessment import Grade, proposed_grade
from desktop.appearance import Appearance
from desktop.controls.buttons import Button, MarkButton
from desktop.controls.panels import Strip
from desktop.controls.signs import Badge, MarkView
from desktop.controls.texts import Label, WrappedText
from desktop.due_work import GRADES, Work
from desktop.flow import Flow
from desktop.marks import mark_token
from desktop.moments import SOON
from desktop.tokens import UNIT
from desktop.translation import translate
from exports.material import Material


class FindingHead(QWidget):
    """Which item a finding is of, how grave it is, and until when something is due."""

    #: To the item that the finding comes from.
    followed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._number = Label(tone="text2")
        self._mark = MarkView(appearance, "observation", "")
        self._grade = Label(bold=True)
        self._kind = Badge(appearance, "duty", "")
        self._critical = Badge(appearance, "critical", translate("Findings", "关键"))
        self.source = Button(appearance, role="link")
        self.source.clicked.connect(self._follow)
        self.title = WrappedText(appearance, size=16, bold=True)
        self.due = Strip(appearance, "bad", "")
        self.met = Strip(appearance, "ok", "")
        line = QHBoxLayout()
        line.setSpacing(UNIT)
        for part in (self._number, self._mark, self._grade, self._kind, self._critical):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(line)
        for below in (self.title, self.due, self.met):
            column.addWidget(below)

    def _follow(self) -> None:
        self.followed.emit()

    def show_work(self, work: Work, material: Material) -> None:
        """Show the head of another finding."""
        scoped, words = work.scoped, material.words
        self._number.setText(work.number or words("none"))
        word = material.coded("severities", work.grade)
        self._mark.set_mark(work.grade, word)
        self._grade.setText(material.coded("severities", work.grade, "tag"))
        self._grade.set_tone(mark_token(work.grade))
        if scoped:
            self._kind.set_badge(scoped.kind, material.coded("kinds", scoped.kind))
            self.source.setText(translate("Findings", "来自 {item}").format(item=scoped.number))
            self.source.setAccessibleName(self.source.text())
        for part in (self._kind, self.source):
            part.setVisible(scoped is not None)
        self._critical.setVisible(scoped is not None and scoped.critical)
        title = scoped.item.ask if scoped else material.coded("severities", "observation")
        self.title.set_text(title)
        self._show_due(work)
        met = scoped is not None and material.dossier.answer(scoped.id).status == "conform"
        self.met.set_content("ok", words("met-by-now"))
        self.met.setVisible(met and work.state != "closed")
        if work.state == "closed":
            self.met.set_content("ok", words("closed", date=words.date(work.finding.closed_on)))
            self.met.show()

    def _show_due(self, work: Work) -> None:
        late = work.late
        self.due.setVisible(late is not None and late >= -SOON)
        if late is None:
            return
        if late > 0:
            text = translate("Findings", "期限 {day}，已逾期 {n} 天").format(day=work.due, n=late)
        elif late == 0:
            text = translate("Findings", "期限 {day}，今天到期").format(day=work.due)
        else:
            text = translate("Findings", "期限 {day}，还有 {n} 天").format(day=work.due, n=-late)
        self.due.set_content("bad" if late > 0 else "part", text)


class GradeRow(QWidget):
    """The grade that the rules propose and the one that a person sets instead."""

    #: A grade, or "" for the one of the rules.
    chosen = Signal(str)

    def __init__(self, appearance: Appearance, material: Material) -> None:
        super().__init__()
        self._proposed = ""
        self._buttons = {
            grade: MarkButton(appearance, grade, material.coded("severities", grade, "tag"))
            for grade in GRADES
        }
        self.note = WrappedText(appearance, size=12, tone="text3")
        row = Flow(gap=6)
        for grade, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, grade=grade: self._choose(grade))
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(material.words("head-grade"), bold=True))
        column.addLayout(row)
        column.addWidget(self.note)

    def button(self, grade: Grade) -> MarkButton:
        """The button of a grade."""
        return self._buttons[grade]

    def show_work(self, work: Work, material: Material, *, locked: bool) -> None:
        """Show the grade of a finding."""
        finding, scoped = work.finding, work.scoped
        by_rule = scoped is not None and finding.opened_as != "observation"
        status = material.dossier.answer(finding.item).status
        self._proposed = (proposed_grade(scoped, status) if scoped and by_rule else None) or finding.opened_as
        for grade, button in self._buttons.items():
            button.setChecked(grade == work.grade)
            button.setEnabled(not locked)
            button.setVisible(grade != "improvement" or grade in {work.grade, self._proposed})
        word = material.coded("severities", self._proposed)
        if finding.grade and finding.grade != self._proposed:
            self.note.set_text(
                translate("Findings", "已由人改定。规则提出的是{grade}，点它即改回。").format(grade=word)
            )
        else:
            self.note.set_text(translate("Findings", "按规则是{grade}，可以改定。").format(grade=word))
        self.note.setVisible(by_rule)

    def _choose(self, grade: str) -> None:
        for code, button in self._buttons.items():
            button.setChecked(code == grade)
        self.chosen.emit("" if grade == self._proposed else grade)
