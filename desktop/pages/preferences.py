"""设置: who records, how the window looks, where files lie, what the program is. Each is applied at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from checklists import places
from checklists.compiling import current_edition
from checklists.errors import UserError
from checklists.files import is_folder
from checklists.preferences import person
from desktop.about import font_licence, program_licence, program_version, show_licence
from desktop.controls.buttons import Button
from desktop.controls.choices import RadioButton
from desktop.controls.fields import TextField
from desktop.controls.panels import Card
from desktop.controls.texts import ElidedLabel, Label, WrappedText
from desktop.document import Document
from desktop.file_dialogs import open_outside, start_folder
from desktop.pages import Page, Shell
from desktop.tokens import GAP, MARGIN, UNIT
from desktop.translation import translate

_LABEL: Final = 104
_CARD: Final = 560
#: Below this width the cards stand one below the other.
_BESIDE: Final = 1000


class PreferencesPage(Page):
    """Two columns of cards: the person and the window, the folders and the program."""

    def __init__(self, document: Document | None, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(document, shell, parent)
        self.groups: dict[str, QButtonGroup] = {}
        self.folders: dict[str, ElidedLabel] = {}
        self.buttons: dict[str, Button] = {}
        self._dialog: QFileDialog | None = None
        self.name = TextField(
            translate("Preferences", "姓名"),
            shell.preferences.now.person,
            placeholder=person(),
        )
        self.name.setMaxLength(60)
        self.name.editingFinished.connect(self._name_person)
        self._lay_out()
        shell.preferences.changed.connect(self._changed)

    def enter(self, where: str = "") -> None:  # noqa: ARG002 - there is only one place
        """Be shown, with the focus in the first field."""
        self.name.setFocus()

    def leave(self) -> None:
        """Take the name that is being typed."""
        self._name_person()

    def panes(self) -> tuple[QWidget, ...]:
        return tuple(self._cards)

    # What stands there

    def _lay_out(self) -> None:
        whole, scroll = QVBoxLayout(self), QScrollArea()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        scroll.setWidget(inside)
        around = QHBoxLayout(inside)
        around.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._inside = QWidget()
        # All the width that they may have is for the cards, the rest stays on their right.
        around.addWidget(self._inside, 1000, Qt.AlignmentFlag.AlignTop)
        around.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inside)
        self._columns.setSpacing(GAP)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._cards = (self._person_card(), self._look_card(), self._folder_card(), self._about_card())
        for cards in (self._cards[:2], self._cards[2:]):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            self._columns.addLayout(column, 1)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)

    def _person_card(self) -> Card:
        card = Card(translate("Preferences", "记录人"))
        self._add(card, translate("Preferences", "姓名"), self.name)
        self._remark(
            card, translate("Preferences", "记在每一次改动里。已经打开的文件，下次打开时用新的姓名。")
        )
        return card

    def _look_card(self) -> Card:
        card, now = Card(translate("Preferences", "界面")), self.shell.preferences.now
        follow = translate("Preferences", "跟随系统")
        self._choice(
            card,
            translate("Preferences", "语言"),
            "language",
            (("system", follow), ("zh", "中文"), ("en", "English")),
            now.language,
        )
        self._choice(
            card,
            translate("Preferences", "主题"),
            "theme",
            (
                ("system", follow),
                ("light", translate("Preferences", "浅色")),
                ("dark", translate("Preferences", "深色")),
            ),
            now.theme,
        )
        self._choice(
            card,
            translate("Preferences", "字号"),
            "text_size",
            (
                ("small", translate("Preferences", "小")),
                ("normal", translate("Preferences", "标准")),
                ("large", translate("Preferences", "大")),
            ),
            now.text_size,
        )
        return card

    def _folder_card(self) -> Card:
        card, now = Card(translate("Preferences", "文件夹")), self.shell.preferences.now
        self._folder(card, "client_folder", translate("Preferences", "企业文件"), now.client_folder)
        self._folder(card, "report_folder", translate("Preferences", "报告"), now.report_folder)
        self._folder(card, "", translate("Preferences", "备份"), str(places.data_folder() / "backups"))
        self._remark(
            card,
            translate("Preferences", "文件改动后，关闭时自动备份，一个文件留十份，不含证据原件。"),
        )
        return card

    def _about_card(self) -> Card:
        card = Card(translate("Preferences", "关于"))
        edition = self.document.edition if self.has_document else current_edition(self.shell.language)
        facts = (
            (translate("Preferences", "程序"), f"质评 Zhiping {program_version()}".strip()),
            (
                translate("Preferences", "检查表"),
                translate("Preferences", "{id} 版，{date}").format(id=edition.id, date=edition.date),
            ),
            (
                translate("Preferences", "法规状态"),
                translate("Preferences", "截至 {date}，使用前须到官方平台核对").format(
                    date=edition.regulations_as_of
                ),
            ),
        )
        for label, text in facts:
            self._add(card, label, WrappedText(self.shell.appearance, text))
        self._remark(card, translate("Preferences", "程序不联网；填写的内容只在本机的文件里。"))
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        for code, words, read in (
            ("program", translate("Preferences", "程序许可证（MIT）"), program_licence),
            ("font", translate("Preferences", "字体许可证（OFL）"), font_licence),
        ):
            button = Button(self.shell.appearance, words)
            button.clicked.connect(partial(self._show_licence, words, read))
            self.buttons[f"licence-{code}"] = button
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    # Parts

    def _add(self, card: Card, label: str, *widgets: QWidget) -> None:
        """A line of a card: its label left, or above where words are long."""
        named = Label(label, tone="text2")
        named.setBuddy(widgets[0])
        line = QBoxLayout(
            QBoxLayout.Direction.TopToBottom
            if self.shell.language == "en"
            else QBoxLayout.Direction.LeftToRight
        )
        line.setSpacing(4 if self.shell.language == "en" else 0)
        if self.shell.language == "zh":
            named.setFixedWidth(self.shell.appearance.measure(_LABEL))
        line.addWidget(named)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        for widget in widgets:
            row.addWidget(widget)
        line.addLayout(row, 1)
        card.body.addLayout(line)

    def _remark(self, card: Card, text: str) -> None:
        card.body.addWidget(WrappedText(self.shell.appearance, text, tone="text3", size=12))

    def _choice(
        self, card: Card, label: str, setting: str, options: Sequence[tuple[str, str]], now: str
    ) -> None:
        """A few answers that exclude each other; the one that is clicked is applied."""
        group = self.groups[setting] = QButtonGroup(self)
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        for code, words in options:
            button = RadioButton(self.shell.appearance, words, code=code)
            button.setAccessibleName(f"{label} {words}")
            button.setChecked(code == now)
            button.toggled.connect(partial(self._choose, setting, code))
            group.addButton(button)
            inside.addWidget(button)
        inside.addStretch(1)
        self._add(card, label, row)

    def _folder(self, card: Card, setting: str, label: str, path: str) -> None:
        """A folder: where it is, and buttons to take another one (if it is a setting) and to open it."""
        shown = ElidedLabel(self.shell.appearance, path, middle=True)
        widgets: list[QWidget] = [shown]
        if setting:
            change = Button(self.shell.appearance, translate("Preferences", "更改"), role="link")
            change.setAccessibleName(f"{change.text()} {label}")
            change.clicked.connect(partial(self._ask_folder, setting, label))
            self.buttons[f"change-{setting}"] = change
            widgets.append(change)
        opener = Button(self.shell.appearance, translate("Preferences", "打开"), role="link")
        opener.setAccessibleName(f"{opener.text()} {label}")
        name = setting or "backups"
        opener.clicked.connect(partial(self._open_folder, name))
        self.buttons[f"open-{name}"] = opener
        self.folders[name] = shown
        self._add(card, label, *widgets, opener)
        shown.setSizePolicy(shown.sizePolicy().Policy.Expanding, shown.sizePolicy().Policy.Fixed)
        self._show_folder(name, path)

    # What is done

    def _name_person(self) -> None:
        self.shell.preferences.set(person=self.name.text().strip())

    def _choose(self, setting: str, code: str, on: bool) -> None:
        if on:
            self.shell.preferences.set(**{setting: code})

    def _ask_folder(self, setting: str, label: str, _checked: bool = False) -> None:
        folder = start_folder(getattr(self.shell.preferences.now, setting))
        dialog = self._dialog = QFileDialog(self, label, folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.shell.preferences.set(**{setting: chosen}))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_folder(self, name: str, _checked: bool = False) -> None:
        try:
            open_outside(Path(self.folders[name].text()))
        except UserError as error:
            self.shell.fail(error)

    def _show_licence(self, title: str, read: Callable[[], str], _checked: bool = False) -> None:
        show_licence(self, title, read())

    def _changed(self, name: str) -> None:
        """Show a setting that was changed here or elsewhere."""
        now = self.shell.preferences.now
        if name in self.folders:
            self._show_folder(name, getattr(now, name))
        elif name == "person" and not self.name.hasFocus():
            self.name.setText(now.person)
        elif name in self.groups:
            for button in self.groups[name].buttons():
                if isinstance(button, RadioButton) and button.code == getattr(now, name):
                    button.setChecked(True)

    def _show_folder(self, name: str, path: str) -> None:
        """Name a folder; one that is not there cannot be opened."""
        unset = (
            translate("Preferences", "放在企业文件旁边")
            if name == "report_folder"
            else translate("Preferences", "未指定")
        )
        self.folders[name].set_text(path or unset)
        self.folders[name].set_tone("text" if path else "text3")
        there = bool(path) and is_folder(Path(path))
        self.buttons[f"open-{name}"].allow(there, translate("Preferences", "文件夹还不存在"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        card = self.shell.appearance.measure(_CARD)
        self._inside.setMaximumWidth(2 * card + GAP if beside else card)
