"""The beginning of a new file: the enterprise's name, its folder, and once per machine who records."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from checklists.errors import Language
from checklists.files import is_there, safe_name
from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.fields import Field, TextField
from desktop.controls.texts import ElidedLabel, Label, WrappedText
from desktop.file_dialogs import start_folder
from desktop.moments import today
from desktop.preferences import Preferences
from desktop.shelf import ENDING, short_name
from desktop.tokens import MARGIN, UNIT
from desktop.translation import translate


class NewFileDialog(QDialog):
    """Asks for what a new file needs; the rest of the profile is filled in on its page.

    `wanted` says that all is there. Who makes the file then accepts the dialog, or has it say why not.
    """

    wanted = Signal()

    def __init__(
        self,
        appearance: Appearance,
        preferences: Preferences,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Start", "新建企业文件"))
        self._appearance, self._preferences = appearance, preferences
        self._above = language == "en"
        settings = preferences.now
        self._folder = Path(start_folder(settings.client_folder))
        self.name = TextField(
            translate("Start", "企业名称"), placeholder=translate("Start", "营业执照上的全称")
        )
        self.person = TextField(
            translate("Start", "记录人"),
            settings.person,
            placeholder=translate("Start", "记在每次改动旁边，本机只问一次"),
        )
        self._place = ElidedLabel(appearance, tone="text2", middle=True)
        self._fault = WrappedText(appearance, tone="bad", size=12)
        self.make = Button(appearance, translate("Start", "新建企业文件"), role="primary", height=36)
        self._build()
        self.name.textChanged.connect(self._show)
        self.name.returnPressed.connect(self._go_to_missing)
        self.person.textChanged.connect(self._show)
        self.make.clicked.connect(self._accept)
        self._show()

    @property
    def enterprise(self) -> str:
        """The name as it goes into the profile."""
        return self.name.text().strip()

    @property
    def title(self) -> str:
        """What the first assessment is called."""
        return translate("Start", "{year} 年度自评").format(year=today().year)

    @property
    def path(self) -> Path:
        """The file to be made."""
        return self._folder / f"{safe_name(short_name(self.enterprise))}{ENDING}"

    def choose_folder(self, folder: Path) -> None:
        """Have the file made in another folder."""
        self._folder = folder
        self._show()

    def refuse(self, sentence: str) -> None:
        """Say why the file cannot be made; what was typed stays, to be mended."""
        self._say(sentence)
        self.name.setFocus()

    def _build(self) -> None:
        look, above = self._appearance, self._above
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(UNIT + 4)
        column.addWidget(Label(translate("Start", "新建企业文件"), size=20, bold=True))
        column.addWidget(
            WrappedText(
                look,
                translate("Start", "一家企业一个文件，概况、评定、证据和报告都在里面。"),
                tone="text2",
            )
        )
        column.addWidget(Field(look, translate("Start", "企业名称"), self.name, above=above))
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._place, 1)
        elsewhere = Button(look, translate("Start", "换文件夹"), icon="folder")
        elsewhere.clicked.connect(self._ask_folder)
        row.addWidget(elsewhere)
        column.addWidget(Field(look, translate("Start", "存放为"), place, above=above))
        if not self._preferences.now.person:
            column.addWidget(Field(look, translate("Start", "记录人"), self.person, above=above))
        column.addWidget(self._fault)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        cancel = Button(look, translate("Start", "取消"), height=36)
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        foot.addWidget(self.make)
        column.addLayout(foot)
        self.make.setDefault(True)
        self.resize(560, 320)

    def _ask_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, translate("Start", "换文件夹"), str(self._folder))
        if found:
            self.choose_folder(Path(found))

    def _show(self) -> None:
        self._place.set_text(str(self.path) if self.enterprise else str(self._folder))
        taken = bool(self.enterprise) and is_there(self.path)
        self.name.set_error(taken)
        self._say(
            translate("Start", "这里已有同名文件，不会覆盖它。换一个名称或文件夹，或者打开它。")
            if taken
            else ""
        )
        missing = not self.enterprise or not self.person.text().strip()
        why = translate("Start", "先填企业名称和记录人") if missing else self._fault.text()
        self.make.allow(not missing and not taken, why)

    def _say(self, fault: str) -> None:
        """Say what is wrong; a long path takes more lines, and the dialog grows by them."""
        self._fault.set_text(fault)
        needed = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))

    def _go_to_missing(self) -> None:
        """Enter goes on to who records where only that is missing."""
        if self.enterprise and not self.person.text().strip():
            self.person.setFocus()

    def _accept(self) -> None:
        if not self._preferences.now.person:
            self._preferences.set(person=self.person.text().strip())
        self.wanted.emit()
