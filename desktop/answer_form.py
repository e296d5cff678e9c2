"""One item: the question and everything that can be answered to it. It knows the item, not the file."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checklists.answering import checked
from checklists.assessment import STATUSES, Status, looks_changed
from checklists.errors import UserError
from checklists.scope import ScopedItem
from desktop.answer_texts import AnswerTexts
from desktop.appearance import Appearance
from desktop.controls.buttons import StatusButton
from desktop.controls.panels import Strip
from desktop.controls.texts import Label
from desktop.evidence_list import EvidenceList
from desktop.flow import EvenRow
from desktop.item_note import Offer, offers
from desktop.keys import status_digit
from desktop.measure_form import Figures, MeasureForm
from desktop.question_head import QuestionHead
from desktop.reading_column import ReadingColumn
from desktop.severity_row import SeverityRow
from desktop.tokens import UNIT
from desktop.translation import translate
from exports.material import Material


class AnswerForm(ReadingColumn):
    """The column of one item. What is answered goes out by signals and shows when `refresh` brings it."""

    #: The item's id and fields of `assessment.Answer`.
    given = Signal(str, dict)
    #: The item's id and the grade, "" as the rules propose.
    graded = Signal(str, str)
    action_wanted = Signal(str)
    #: The item's id and a list of what is to be kept (`item_note.Offer`).
    offered = Signal(str, list)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(gap=12)
        self._scoped: ScopedItem | None = None
        self._material: Material | None = None
        self._locked = False
        self.setAcceptDrops(True)
        self.head = QuestionHead(appearance)
        self.changed = Strip(appearance, "info", "")
        self.rating = QWidget()
        self._hint = Label(size=12, tone="text3")
        self.statuses = {
            status: StatusButton(appearance, status, "", str(key)) for key, status in enumerate(STATUSES, 1)
        }
        self.measure = MeasureForm(appearance)
        self.severity = SeverityRow(appearance)
        self.reason = Strip(appearance, "part", "")
        self.texts = AnswerTexts(appearance)
        self.evidence = EvidenceList(appearance)
        self.missing = Strip(appearance, "part", "")
        self._lay_out()
        self._connect()

    @property
    def item(self) -> str:
        """The id of the item that is shown, "" for none."""
        return self._scoped.id if self._scoped else ""

    def show_item(self, scoped: ScopedItem, material: Material) -> None:
        """Show another item; hand out what was typed for the former one before (`settle`)."""
        self._scoped, self._material = scoped, material
        self.head.show_item(scoped, material)
        for status, button in self.statuses.items():
            button.set_word(material.status_word(scoped, status))
        self.rating.setVisible(not scoped.is_measure)
        self.measure.setVisible(scoped.is_measure)
        if scoped.is_measure:
            self.measure.show_item(scoped, material, self._accepts)
            self.measure.set_locked(self._locked)
        answer = material.answer(scoped)
        for name, typed in self.texts.typed.items():
            typed.show(getattr(answer, name), anew=True)
        people = (a.person for a in material.dossier.answers.values() if a.person)
        self.texts.offer_people(people)
        self.texts.fold.setChecked(bool(answer.internal))
        self._show_answer(scoped, material)
        self.verticalScrollBar().setValue(0)

    def refresh(self, material: Material) -> None:
        """Show the item's answer as it is now; what is being typed stays."""
        scoped = material.scope.by_id.get(self.item)
        if scoped is None:
            return
        self._scoped, self._material = scoped, material
        answer = material.answer(scoped)
        for name, typed in self.texts.typed.items():
            typed.show(getattr(answer, name))
        if scoped.is_measure and scoped.item.measure:
            self.measure.show_answer(answer, scoped.item.measure, material)
        self.head.show_answer(scoped, material)
        self._show_answer(scoped, material)

    def settle(self) -> None:
        """Hand out everything that is being typed."""
        fields: dict[str, object] = {}
        for name, typed in self.texts.typed.items():
            text = typed.take()
            if text is not None:
                fields[name] = text
        if self._scoped and self._scoped.is_measure:
            figures = self.measure.take()
            if figures is not None:
                fields["measure"] = figures
        if fields:
            self.given.emit(self.item, fields)

    def choose(self, status: Status) -> None:
        """Rate the item, with the note that is being typed in the same step."""
        if self._scoped is None or self._scoped.is_measure or self._locked:
            return
        fields: dict[str, object] = {"status": status}
        text = self.texts.typed["note"].take()
        if text is not None:
            fields["note"] = text
        self.given.emit(self.item, fields)
        if status == "not_applicable" and not self.texts.note.toPlainText().strip():
            self.texts.go_to_note()

    def rate(self, digit: int) -> None:
        """Rate the item by the number of a status button."""
        self.choose(STATUSES[digit - 1])

    def go_to_missing(self) -> None:
        """Take the focus to the note where only the reason is missing, else to where the answer is given."""
        if self._scoped and self._material and self._material.answer(self._scoped).lacks_reason:
            self.texts.go_to_note()
        else:
            self.go_to_rating()

    def go_to_rating(self) -> None:
        """Take the focus to where the answer is given."""
        place: QWidget | None = self.measure.first()
        if self._scoped and not self._scoped.is_measure and self._material:
            status = self._material.answer(self._scoped).status
            place = self.statuses[status if status != "unanswered" else "conform"]
        if place:
            place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_locked(self, locked: bool) -> None:
        """Only show: nothing can be changed."""
        self._locked = locked
        self.texts.set_locked(locked)
        for button in self.statuses.values():
            button.set_locked(locked)
        self._hint.setText(_hint(locked))
        self.head.later.setVisible(not locked)
        self.evidence.set_locked(locked)
        self.measure.set_locked(locked)

    def set_low(self, low: bool) -> None:
        """Save height on a low screen."""
        self.texts.set_low(low)
        self.missing.set_compact(low)

    def _lay_out(self) -> None:
        for widget in (self.head, self.changed, self.rating, self.measure, self.severity, self.reason):
            self.column.addWidget(widget)
        for widget in (self.texts, self.evidence, self.missing, self.texts.internal_block):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._rating_block()

    def _rating_block(self) -> None:
        column = QVBoxLayout(self.rating)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(UNIT)
        head = QHBoxLayout()
        head.addWidget(Label(translate("Questions", "评定"), bold=True), 1)
        self._hint.setText(_hint(self._locked))
        head.addWidget(self._hint)
        column.addLayout(head)
        row = EvenRow()
        for button in self.statuses.values():
            row.addWidget(button)
        column.addLayout(row)

    def _connect(self) -> None:
        for status, button in self.statuses.items():
            button.clicked.connect(lambda _=False, chosen=status: self._clicked(chosen))
        for name, typed in self.texts.typed.items():
            typed.settled.connect(lambda text, field=name: self.given.emit(self.item, {field: text}))
        self.measure.given.connect(self._figures_given)
        self.head.put_off.connect(lambda later: self.given.emit(self.item, {"later": later}))
        self.severity.graded.connect(lambda grade: self.graded.emit(self.item, grade))
        self.severity.action_wanted.connect(lambda: self.action_wanted.emit(self.item))
        self.evidence.offered.connect(self._offer)
        self.texts.note.offered.connect(self._offer)
        self.texts.left.connect(self.go_to_rating)
        self.reason.followed.connect(self._take_reason)
        self.changed.followed.connect(self._confirm)

    def _clicked(self, status: Status) -> None:
        self.choose(status)
        # A checkable button has toggled by itself; what counts is the answer.
        if self._scoped and self._material:
            self._show_statuses(self._scoped, self._material)

    def _figures_given(self, figures: Figures) -> None:
        self.given.emit(self.item, {"measure": figures})

    def _offer(self, found: list[Offer]) -> None:
        self.offered.emit(self.item, found)

    def _accepts(self, figures: Figures) -> bool:
        try:
            if self._material and self._scoped:
                checked(self._material.scope, self._scoped.id, {"measure": figures})
        except UserError:
            return False
        return True

    def _show_answer(self, scoped: ScopedItem, material: Material) -> None:
        answer = material.answer(scoped)
        self._show_statuses(scoped, material)
        self.severity.show_answer(scoped, material, locked=self._locked)
        changed = looks_changed(scoped, answer) and not self._locked
        self.changed.setVisible(changed)
        if changed:
            self.changed.set_content(
                "info",
                translate("Questions", "问题的要求变了，再看一遍评定还对不对。"),
                link=translate("Questions", "仍然如此"),
            )
        self._show_reason(scoped, material)
        self.show_evidence(material)

    def _show_statuses(self, scoped: ScopedItem, material: Material) -> None:
        now = material.answer(scoped).status
        for status, button in self.statuses.items():
            button.setChecked(status == now)

    def _show_reason(self, scoped: ScopedItem, material: Material) -> None:
        """What is still to be written for an item that is not applicable."""
        lacks = material.answer(scoped).lacks_reason
        self.reason.setVisible(lacks)
        self.texts.ask(for_reason=lacks)
        if lacks:
            usual = scoped.item.na
            self.reason.set_content(
                "part",
                translate("Questions", "写明不适用的理由才算已评。"),
                detail=translate("Questions", "常见理由：{text}").format(text=usual) if usual else "",
                link=translate("Questions", "用这条理由") if usual and not self._locked else "",
            )

    def show_evidence(self, material: Material) -> None:
        """Show the attachments of the item as they are now, and whether proof is missing."""
        if self._scoped is None:
            return
        self._material = material
        evidence = material.dossier.evidence_of(self.item)
        self.evidence.show_evidence(evidence, material.attachments)
        answer = material.answer(self._scoped)
        lacks = (
            self._scoped.is_duty
            and answer.status == "conform"
            and not evidence
            and not answer.proof_ref.strip()
        )
        self.missing.setVisible(lacks)
        if lacks:
            self.missing.set_content(
                "part",
                translate("Questions", "“{kind}”项选了“{status}”，还没有证据。").format(
                    kind=material.coded("kinds", "duty"), status=self.statuses["conform"].text()
                ),
                detail=translate("Questions", "没有也能保存，交报告前会列出。例如：{proof}").format(
                    proof=material.words.join(self._scoped.item.proof)
                ),
            )

    def _take_reason(self) -> None:
        if self._scoped and not self._locked:
            self.given.emit(self.item, {"note": self._scoped.item.na})

    def _confirm(self) -> None:
        """The question means something else now, but the answer holds."""
        if self._scoped and self._material:
            answer = self._material.answer(self._scoped)
            kept: Mapping[str, object] = (
                {"measure": answer.measure} if self._scoped.is_measure else {"status": answer.status}
            )
            self.given.emit(self.item, dict(kept))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the controls of the item leave: digits rate, what is pasted becomes evidence."""
        digit = status_digit(event)
        if digit:
            self.rate(digit)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.evidence.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._locked and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            self._dragging(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._dragging(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._dragging(False)
        found = offers(event.mimeData())
        if found:
            self._offer(list(found))
            event.acceptProposedAction()

    def _dragging(self, dragging: bool) -> None:
        self.evidence.set_dragging(dragging)
        self.texts.note.set_dragging(dragging)


def _hint(locked: bool) -> str:
    """How to rate by keyboard, or that nothing can be rated."""
    if locked:
        return translate("Questions", "只能看，不能改")
    return translate("Questions", "按 1–5 直接选定；写备注时用 Alt+1–5")
