"""提交前检查: what is still to be done before handing in, each with a click to its place, and what passed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checklists.assessment import Point
from desktop.appearance import Appearance
from desktop.controls.navigation import RowButton
from desktop.controls.panels import SectionTitle, Separator
from desktop.controls.signs import MarkView
from desktop.controls.texts import ElidedLabel
from desktop.pages import PageName
from desktop.tokens import LIST_ROW, UNIT
from desktop.translation import translate
from exports.material import Material

#: The checks of which the place is the profile; all others are about items.
_OF_PROFILE: Final = frozenset({"profile-missing", "fact-open"})


def passed_words() -> Mapping[str, str]:
    """What to say of each check when it finds nothing, by its code, in the order of `assessment.points`."""
    return {
        "profile-missing": translate("Report", "企业名称、代码、地区和负责人齐全"),
        "fact-open": translate("Report", "适用范围已经确定"),
        "duty-unanswered": translate("Report", "必须项全部评完"),
        "reason-missing": translate("Report", "“不适用”都写了理由"),
        "contradiction": translate("Report", "评定之间没有矛盾"),
        "proof-missing": translate("Report", "评为“符合”的必须项都有证明"),
        "unanswered": translate("Report", "应当项、鼓励项全部评完"),
        "measure-empty": translate("Report", "数据项都已填报"),
        "proof-expired": translate("Report", "证据都在有效期内"),
        "look-again": translate("Report", "评过的题目没有修订"),
    }


def place_of(point: Point) -> tuple[PageName, str]:
    """Where a point is mended: the page, and the item, field or fact."""
    if point.code in _OF_PROFILE:
        return "profile", point.detail
    return "questions", point.items[0].id


class ReportChecks(QWidget):
    """The list of checks: blocking points, advice, what passed."""

    #: The page and the place of a point that was clicked.
    followed = Signal(str, str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._said: tuple[str, ...] = ()
        self._title = SectionTitle(translate("Report", "提交前检查"))
        self._rows = QWidget()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        # The rows reach further out than the heading: their ground shows under the pointer.
        self._title.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self._title)
        column.addWidget(self._rows)

    def show_points(self, material: Material) -> None:
        """Show what the material lacks now."""
        points = [(point, material.point_text(point)) for point in material.points]
        found = {point.code for point, _ in points}
        passed = [words for code, words in passed_words().items() if code not in found]
        every = translate("Report", "{n} 项中 {passed} 项通过")
        self._title.set_aside(every.format(n=len(passed_words()), passed=len(passed)))
        said = (*(text for _, text in points), *passed)
        if said == self._said:
            return
        self._said = said
        former, self._rows = self._rows, QWidget()
        self._fill(points, passed)
        self._column.replaceWidget(former, self._rows)
        former.hide()
        former.deleteLater()

    def _fill(self, points: list[tuple[Point, str]], passed: list[str]) -> None:
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for point, text in points:
            column.addWidget(self._point(point, text))
        if points and passed:
            column.addWidget(Separator())
        for words in passed:
            column.addWidget(_Passed(self._appearance, words))

    def _point(self, point: Point, text: str) -> RowButton:
        page, where = place_of(point)
        link = translate("Report", "概况") if page == "profile" else translate("Report", "检查")
        mark = "nonconform" if point.blocks else "warning/part"
        count = len(point.items) if point.code != "contradiction" else 0
        note = translate("Report", "{n} 项").format(n=count) if count > 1 else ""
        row = RowButton(self._appearance, text, mark=mark, note=note, link=link)
        kind = translate("Report", "必须补") if point.blocks else translate("Report", "建议补")
        row.setAccessibleName(f"{kind}：{text} {link}")
        row.set_tip(f"{kind}：{text}")
        row.clicked.connect(lambda _checked=False: self.followed.emit(page, where))
        return row


class _Passed(QWidget):
    """A check that found nothing."""

    def __init__(self, appearance: Appearance, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(MarkView(appearance, "conform", translate("Report", "通过")))
        row.addWidget(ElidedLabel(appearance, words, tone="text2"), 1)
        self.setFixedHeight(appearance.measure(LIST_ROW))
