"""The two steps of the interview: products and roles as tiles, and what is to be said of the products."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checklists.library import Edition
from checklists.profile import Profile
from desktop.appearance import Appearance
from desktop.controls.panels import SectionTitle
from desktop.interview import Option, Question, values_of
from desktop.interview_form import LineQuestion, TileQuestion
from desktop.tokens import GAP, UNIT

#: Tiles stand two beside each other below this width.
_NARROW = 460


class ProductsStep(QWidget):
    """The questions with several answers."""

    #: The fact and its values.
    answered = Signal(str, object)

    def __init__(self, appearance: Appearance, asked: Sequence[Question], *, most: int) -> None:
        """At most `most` tiles stand beside each other."""
        super().__init__()
        self._most = most
        self.questions = [TileQuestion(appearance, question) for question in asked]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for question in self.questions:
            question.answered.connect(self.answered)
            column.addWidget(question)
        column.addStretch(1)

    def show_profile(self, profile: Profile, _put: Mapping[str, tuple[Option, ...]]) -> None:
        """Show what was answered."""
        for question in self.questions:
            question.show_values(values_of(profile, question.fact))

    def question(self, fact: str) -> TileQuestion:
        """The question about a fact; raises StopIteration if it is not here."""
        return next(q for q in self.questions if q.fact == fact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for question in self.questions:
            question.set_columns(self._most if event.size().width() >= _NARROW else 2)


class DetailsStep(QWidget):
    """The questions with one answer, in groups; only those that the profile puts are to be seen."""

    #: The fact and its values.
    answered = Signal(str, object)

    def __init__(self, appearance: Appearance, asked: Sequence[Question], edition: Edition) -> None:
        super().__init__()
        yes_no = edition.interview["yes_no"]
        self.questions = [LineQuestion(appearance, question, yes_no) for question in asked]
        self._titles: dict[str, SectionTitle] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for group in edition.interview["groups"]:
            title = self._titles[group["id"]] = SectionTitle(group["title"])
            title.setContentsMargins(0, UNIT, 0, 4)
            column.addWidget(title)
            for question in (q for q in self.questions if q.group == group["id"]):
                question.answered.connect(self.answered)
                column.addWidget(question)
        column.addStretch(1)

    def show_profile(self, profile: Profile, put: Mapping[str, tuple[Option, ...]]) -> None:
        """Show what was answered, and the questions that are put with it."""
        for question in self.questions:
            question.set_options(put.get(question.fact, ()))
            question.show_values(values_of(profile, question.fact))
            question.setVisible(question.fact in put)
        for group, title in self._titles.items():
            title.setVisible(any(q.group == group and q.fact in put for q in self.questions))

    def question(self, fact: str) -> LineQuestion:
        """The question about a fact; raises StopIteration if it is not here."""
        return next(q for q in self.questions if q.fact == fact)
