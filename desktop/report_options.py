"""The right side of the report page: what to make, what is missing, and the buttons that hand it out."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from checklists.errors import Language, UserError
from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.choices import Choice
from desktop.controls.fields import Field
from desktop.controls.panels import SectionTitle, Separator, Strip
from desktop.controls.signs import MarkView
from desktop.controls.texts import ElidedLabel, WrappedText
from desktop.file_dialogs import open_outside
from desktop.report_checks import ReportChecks
from desktop.tokens import PADDING, UNIT
from desktop.translation import translate
from exports.material import Material

#: What can be made of a file: the copy to be handed in, the internal copy, the blank checklist.
Copy = Literal["report", "internal", "blank"]

_LABEL: Final = 56


class SavedFile(QWidget):
    """The file that was written last, to be opened or to be found."""

    #: The system has no program for it; brings the UserError.
    not_opened = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.path = Path()
        self._name = ElidedLabel(appearance, "", middle=True)
        self.open_button = Button(appearance, translate("Report", "打开"), role="link")
        self.folder_button = Button(appearance, translate("Report", "打开文件夹"), role="link")
        self.open_button.clicked.connect(lambda _checked=False: self._open(self.path))
        self.folder_button.clicked.connect(lambda _checked=False: self._open(self.path.parent))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(MarkView(appearance, "conform", translate("Report", "已保存")))
        row.addWidget(self._name, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.folder_button)
        self.hide()

    def show_file(self, path: Path) -> None:
        """Name a file."""
        self.path = path
        self._name.set_text(path.name)
        self.show()

    def _open(self, path: Path) -> None:
        try:
            open_outside(path)
        except UserError as error:
            self.not_opened.emit(error)


class ReportOptions(QWidget):
    """The choices, the checks, and the foot with the one PDF button."""

    #: Another copy or language is wanted.
    changed = Signal()

    def __init__(self, appearance: Appearance, language: Language, shown_in: Language) -> None:
        """`language` is that of the report, `shown_in` that of the window."""
        super().__init__()
        self._appearance = appearance
        copies = (
            ("report", translate("Report", "报送版")),
            ("internal", translate("Report", "内部版")),
            ("blank", translate("Report", "空白检查表")),
        )
        self.copies = Choice(appearance, translate("Report", "类型"), copies)
        self.languages = Choice(appearance, translate("Report", "语言"), (("zh", "中文"), ("en", "English")))
        self.copies.choose("report")
        self.languages.choose(language)
        self.hint = WrappedText(appearance, size=12, tone="text3")
        self.sample = Strip(
            appearance,
            "info",
            translate("Report", "样例企业的报告只供查看，不能签章送交。"),
            link=translate("Report", "新建企业文件"),
        )
        self.checks = ReportChecks(appearance)
        self.saved = SavedFile(appearance)
        self.pdf_button = Button(appearance, role="primary", height=40, name="PDF")
        self.pdf_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.print_button = Button(
            appearance,
            translate("Report", "打印"),
            icon="printer",
            height=40,
            tip=translate("Report", "打印 (Ctrl+P)"),
        )
        for choice in (self.copies, self.languages):
            choice.chosen.connect(lambda _code: self._choose())
        self._lay_out(above=shown_in == "en")
        self._choose_hint()

    @property
    def copy(self) -> Copy:
        """What is to be made."""
        return cast(Copy, self.copies.code())

    @property
    def language(self) -> Language:
        """In which language."""
        return cast(Language, self.languages.code())

    def choose(self, copy: Copy) -> None:
        """Choose what is to be made, as the user would."""
        if copy != self.copy:
            self.copies.choose(copy)
            self._choose()

    def show_material(self, material: Material) -> None:
        """Show what the file lacks now, and what the button would make of it."""
        blank = self.copy == "blank"
        state = "blank" if blank else material.state
        self.checks.show_points(material)
        self.checks.setVisible(not blank)
        self.sample.setVisible(state == "sample")
        words = {
            "draft": translate("Report", "生成 PDF（草稿）"),
            "sample": translate("Report", "生成 PDF（样例）"),
        }
        self.pdf_button.setText(words.get(state, translate("Report", "生成 PDF")))
        self.pdf_button.setAccessibleName(self.pdf_button.text())
        self.pdf_button.updateGeometry()

    def allow(self, on: bool) -> None:
        """Offer the buttons of the foot, or say that a report is on its way out."""
        for button in (self.pdf_button, self.print_button):
            button.allow(on, translate("Report", "上一份还没有完成"))

    def _choose(self) -> None:
        self._choose_hint()
        self.changed.emit()

    def _choose_hint(self) -> None:
        hints: dict[Copy, str] = {
            "report": translate("Report", "打印后签字盖章，交给要报告的一方；不含内部备注。"),
            "internal": translate("Report", "另附内部备注和改进机会，留在企业里用。"),
            "blank": translate("Report", "适用的检查项，印出来到现场用笔填。"),
        }
        self.hint.set_text(hints[self.copy])

    def _lay_out(self, *, above: bool) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.body = QScrollArea()
        self.body.setWidgetResizable(True)
        self.body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addWidget(self.body, 1)
        whole.addWidget(Separator())
        whole.addWidget(self._foot())
        inside = QWidget()
        self.body.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        options, below = QVBoxLayout(), QVBoxLayout()
        column.addLayout(options)
        column.addWidget(Separator())
        column.addLayout(below, 1)
        options.setContentsMargins(PADDING, 12, PADDING, PADDING)
        options.setSpacing(UNIT)
        options.addWidget(SectionTitle(translate("Report", "内容")))
        for label, choice in (
            (translate("Report", "类型"), self.copies),
            (translate("Report", "语言"), self.languages),
        ):
            options.addWidget(Field(self._appearance, label, choice, label_width=_LABEL, above=above))
        options.addWidget(self.hint)
        below.setContentsMargins(4, 12, 4, 12)
        below.setSpacing(12)
        sample = QVBoxLayout()
        sample.setContentsMargins(12, 0, 12, 0)
        sample.addWidget(self.sample)
        below.addLayout(sample)
        below.addWidget(self.checks)
        below.addStretch(1)

    def _foot(self) -> QWidget:
        self.foot = QWidget()
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(UNIT)
        column.addWidget(self.saved)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.pdf_button, 1)
        row.addWidget(self.print_button)
        column.addLayout(row)
        return self.foot
