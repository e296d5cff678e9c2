"""The last step of the profile: what is still missing, with a way there, and the assessment itself."""

from __future__ import annotations

from collections import Counter
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checklists.assessment import Assessment
from checklists.library import Edition
from checklists.profile import Profile
from checklists.reasons import fact_question
from checklists.scope import Scope
from desktop.appearance import Appearance
from desktop.controls.choices import Choice
from desktop.controls.fields import Field, TextField
from desktop.controls.navigation import RowButton
from desktop.controls.panels import SectionTitle
from desktop.controls.texts import WrappedText
from desktop.tokens import GAP, UNIT
from desktop.translation import translate
from desktop.typed_text import TypedText


class ConfirmStep(QWidget):
    """Rows that lead to what is missing, and the fields of the assessment."""

    #: The field of the profile or the fact to go to.
    wanted = Signal(str)
    #: The field of the assessment and its new value.
    edited = Signal(str, str)

    def __init__(self, appearance: Appearance, edition: Edition) -> None:
        super().__init__()
        self._appearance = appearance
        self._edition = edition
        self._assessment: Assessment | None = None
        self._typed: dict[str, TypedText] = {}
        self.rows: list[RowButton] = []
        self._summary = WrappedText(appearance)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(SectionTitle(translate("Profile", "确认")))
        column.addWidget(self._summary)
        column.addLayout(self._list)
        column.addSpacing(UNIT)
        column.addWidget(SectionTitle(translate("Profile", "这次评估")))
        self._build(column)
        column.addStretch(1)

    def _build(self, column: QVBoxLayout) -> None:
        kinds = [
            ("self_assessment", translate("Profile", "自评")),
            ("audit", translate("Profile", "审核")),
        ]
        self.kind = Choice(self._appearance, translate("Profile", "评估方式"), kinds)
        self.selection = Choice(self._appearance, translate("Profile", "检查范围"), _selections("full"))
        column.addWidget(self._field(translate("Profile", "评估名称"), self._text("title")))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._field(translate("Profile", "评估方式"), self.kind))
        row.addWidget(self._field(translate("Profile", "检查范围"), self.selection, second=True))
        column.addLayout(row)
        self._days = {
            "started_on": self._field(translate("Profile", "开始日期"), self._text("started_on")),
            "ended_on": self._field(translate("Profile", "完成日期"), self._text("ended_on"), second=True),
        }
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for field in self._days.values():
            row.addWidget(field)
        column.addLayout(row)
        self.kind.chosen.connect(lambda code: self.edited.emit("kind", code))
        self.selection.chosen.connect(lambda code: self.edited.emit("selection", code))

    def _field(self, label: str, control: QWidget, *, second: bool = False) -> Field:
        control.setAccessibleName(label)
        above = self._edition.language == "en"
        return Field(self._appearance, label, control, label_width=72 if second else 104, above=above)

    def _text(self, name: str) -> TextField:
        day = name.endswith("_on")
        field = TextField(name, placeholder=translate("Profile", "年-月-日") if day else "")
        self._typed[name] = TypedText(field)
        self._typed[name].settled.connect(lambda text, of=name: self._settled(of, text))
        return field

    def show_state(self, profile: Profile, assessment: Assessment, scope: Scope) -> None:
        """Show what is missing now and the assessment as it is."""
        self._assessment = assessment
        count = Counter(str(s.kind) for s in scope.items)
        words = [f"{k['word']} {count[k['code']]}" for k in self._edition.scale["kinds"]]
        between = "、" if self._edition.language == "zh" else ", "
        told = translate("Profile", "适用 {n} 项：{kinds}；不适用 {out} 项。")
        if scope.selection != "full":
            told = translate("Profile", "适用 {all} 项，这次检查其中 {n} 项：{kinds}；不适用 {out} 项。")
        text = told.format(
            all=sum(1 for s in scope.scoped if s.verdict.applies),
            n=len(scope.items),
            kinds=between.join(words),
            out=len(scope.excluded),
        )
        self._summary.set_text(text)
        self._show_rows(profile, scope)
        for name, typed in self._typed.items():
            if not self._fault(name):
                typed.show(getattr(assessment, name))
        self.kind.choose(assessment.kind)
        self.selection.set_options(_selections(assessment.selection))
        self.selection.choose(assessment.selection)

    def _show_rows(self, profile: Profile, scope: Scope) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        missing, waiting = profile.missing(), scope.waiting
        self.rows = []
        for name in missing:
            self._add(name, _missing_words()[name], "warning/bad", translate("Profile", "去填写"))
        for fact, items in waiting.items():
            if fact not in missing:
                note = translate("Profile", "{n} 项待定").format(n=len(items))
                ask = fact_question(fact, self._edition)
                self._add(fact, ask, "unanswered", translate("Profile", "去回答"), note)
        if not self.rows:
            done = translate("Profile", "企业资料齐全，该回答的都回答了。")
            row = RowButton(self._appearance, done, mark="conform")
            self.rows = [row]
            self._list.addWidget(row)

    def _add(self, where: str, text: str, mark: str, link: str, note: str = "") -> None:
        row = RowButton(self._appearance, text, mark=mark, link=link, note=note)
        row.clicked.connect(lambda: self.wanted.emit(where))
        self.rows.append(row)
        self._list.addWidget(row)

    def flush(self) -> None:
        """Hand out what was typed last."""
        for name, typed in self._typed.items():
            text = typed.take()
            if text is not None:
                self._settled(name, text)

    def lock(self) -> None:
        """Make the texts readable only."""
        for typed in self._typed.values():
            typed.field.setReadOnly(True)

    def _settled(self, name: str, text: str) -> None:
        fault = self._fault(name)
        if name in self._days:
            self._days[name].show_result("nonconform" if fault else "", fault)
        if not fault and self._assessment and getattr(self._assessment, name) != text.strip():
            self.edited.emit(name, text.strip())

    def _fault(self, name: str) -> str:
        """What is wrong with a day, "" for nothing."""
        text = self._typed[name].text().strip()
        if name not in self._days or not text:
            return ""
        try:
            date.fromisoformat(text)
        except ValueError:
            return translate("Profile", "写成 2026-11-30")
        start = self._typed["started_on"].text().strip()
        early = name == "ended_on" and bool(start) and text < start
        return translate("Profile", "早于开始") if early else ""


def _selections(now: str) -> list[tuple[str, str]]:
    known = [
        ("full", translate("Profile", "全部检查项")),
        ("quick", translate("Profile", "快速（只查最要紧的）")),
    ]
    return known if now in dict(known) else [*known, (now, translate("Profile", "选定的部分"))]


def _missing_words() -> dict[str, str]:
    return {
        "name": translate("Profile", "缺企业名称"),
        "credit_code": translate("Profile", "信用代码缺或不对"),
        "region": translate("Profile", "缺所在地区"),
        "in_charge": translate("Profile", "缺质量负责人或首席质量官"),
    }
