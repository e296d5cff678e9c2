"""What is said of one attachment: caption, number, issuer, how long it is valid."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from checklists.assessment import Evidence
from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.fields import Field, TextField
from desktop.tokens import MARGIN, UNIT
from desktop.translation import translate

_DAY = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D?")


def read_day(text: str) -> str | None:
    """A day as people write it (2026-5-1, 2026年5月1日) as ISO text; "" for nothing, None if it is none."""
    if not text.strip():
        return ""
    found = _DAY.fullmatch(text.strip())
    try:
        return date(*map(int, found.groups())).isoformat() if found else None
    except ValueError:
        return None


class EvidenceDialog(QDialog):
    """Asks for what is said of an attachment; `fields` are those of `assessment.Evidence`."""

    def __init__(self, appearance: Appearance, evidence: Evidence, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        self.caption = TextField(translate("Questions", "说明"), evidence.caption)
        self.number = TextField(translate("Questions", "编号"), evidence.number)
        self.issuer = TextField(translate("Questions", "出具单位"), evidence.issuer)
        self.valid_until = TextField(
            translate("Questions", "有效期至"), evidence.valid_until, placeholder="2026-12-31", width=140
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(UNIT + 4)
        for field in (self.caption, self.number, self.issuer):
            column.addWidget(Field(appearance, field.accessibleName(), field))
        self._day = Field(appearance, self.valid_until.accessibleName(), self.valid_until, stretch=False)
        column.addWidget(self._day)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel = Button(appearance, translate("Questions", "取消"))
        cancel.clicked.connect(self.reject)
        self.save = Button(appearance, translate("Questions", "保存说明"), role="primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        column.addSpacing(UNIT)
        column.addLayout(buttons)
        self.valid_until.textChanged.connect(lambda _: self._check())

    def fields(self) -> dict[str, str]:
        """What was written; the day as ISO text."""
        return {
            "caption": self.caption.text().strip(),
            "number": self.number.text().strip(),
            "issuer": self.issuer.text().strip(),
            "valid_until": read_day(self.valid_until.text()) or "",
        }

    def accept(self) -> None:
        if self._check():
            super().accept()

    def _check(self) -> bool:
        good = read_day(self.valid_until.text()) is not None
        if good:
            self._day.show_result()
        else:
            self._day.show_result("nonconform", translate("Questions", "写成 2026-12-31"))
        return good
