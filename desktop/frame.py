"""What stands around a page: the rail, the header, the status bar. They show and tell; `window.py` acts."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from checklists.errors import Language
from desktop.actions import PLACES
from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.fields import SearchField
from desktop.controls.navigation import RailButton
from desktop.controls.panels import Separator
from desktop.controls.signs import MarkView
from desktop.controls.texts import ElidedLabel, Label
from desktop.pages import PageName
from desktop.seal import Seal
from desktop.tokens import MARGIN, PADDING, UNIT
from desktop.translation import translate

_RAIL: Final[dict[Language, int]] = {"zh": 72, "en": 80}
_HEADER: Final = 56
_STATUS: Final = 28
_SEAL: Final = 32
_SEARCH: Final = 232
#: Marks of the saved state.
_STATES: Final = {"saved": "check/ok", "saving": "clock/text2", "failed": "warning/bad"}


class Rail(QWidget):
    """The places of the window, from top to bottom; start and preferences at its foot."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, language: Language) -> None:
        super().__init__()
        self.setProperty("ground", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_RAIL[language])
        self.setAccessibleName(translate("Window", "页面"))
        self.buttons: dict[PageName, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 4)
        column.setSpacing(4)
        column.addWidget(Seal(appearance, "质", size=_SEAL), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(PADDING)
        for place in PLACES:
            if place.foot and not any(p.foot and p.page in self.buttons for p in PLACES):
                column.addStretch(1)
            word = translate("Window", place.word)
            tip = f"{word} ({place.keys})" if place.keys else word
            button = RailButton(appearance, place.icon, word, tip=tip, code=place.page)
            button.clicked.connect(self._choose)
            self.buttons[place.page] = button
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_place(self, page: PageName) -> None:
        """Mark the page that is shown."""
        for name, button in self.buttons.items():
            button.setChecked(name == page)

    def allow(self, pages: Collection[PageName]) -> None:
        """Offer these pages only; the others say that a file has to be open."""
        reason = translate("Window", "先打开或新建企业文件")
        for name, button in self.buttons.items():
            button.allow(name in pages, reason)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            button.setChecked(True)
            self.chosen.emit(button.code)


class Header(QWidget):
    """Title of the page, enterprise and assessment with the menu of the file, search, undo, export."""

    undone = Signal()
    searched = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(appearance.measure(_HEADER))
        self._title = Label("", size=20, bold=True)
        self._line = Separator(vertical=True)
        self._line.setFixedHeight(20)
        self.file_button = Button(
            appearance, role="quiet", trailing="chevron-down", name=translate("Window", "文件")
        )
        self.file_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.file_menu = QMenu(self)
        self.search = SearchField(
            appearance,
            translate("Window", "全部搜索"),
            placeholder=translate("Window", "搜索检查项、条款、附件"),
            clear_name=translate("Window", "清除"),
            width=_SEARCH,
        )
        self.undo_button = Button(appearance, role="quiet", icon="undo", name=translate("Window", "撤销"))
        self.undo_button.set_tip(translate("Window", "撤销 (Ctrl+Z)"))
        self.undo_button.clicked.connect(self.undone)
        self.export_button = Button(appearance, translate("Window", "导出"), role="quiet")
        self.export_menu = QMenu(self)
        self.file_button.setMenu(self.file_menu)
        self.export_button.setMenu(self.export_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, PADDING, 0)
        row.setSpacing(UNIT)
        row.addWidget(self._title)
        row.addSpacing(UNIT)
        row.addWidget(self._line, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.file_button)
        row.addStretch(1)
        for widget in (self.search, self.undo_button, self.export_button):
            row.addWidget(widget)

    def show_title(self, title: str) -> None:
        """Show the word of the page."""
        self._title.setText(title)

    def show_file(self, words: str) -> None:
        """Show enterprise and assessment, or that no file is open ("")."""
        self.file_button.setText(words)
        self.file_button.setAccessibleName(words)
        for widget in (self._line, self.file_button, self.undo_button, self.export_button):
            widget.setVisible(bool(words))

    def allow_undo(self, on: bool) -> None:
        """Offer undo, or say that there is nothing to take back."""
        self.undo_button.allow(on, translate("Window", "没有可撤销的改动"))


class StatusBar(QWidget):
    """Whether everything is saved, and in which file; on the right the edition and the scope."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setProperty("ground", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(appearance.measure(_STATUS))
        self._mark = MarkView(appearance, "check/ok", "")
        self._state = ElidedLabel(appearance, "", size=12, tone="text2")
        self._file = ElidedLabel(appearance, "", size=12, tone="text3", middle=True)
        self._scope = ElidedLabel(appearance, "", size=12, tone="text3")
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, PADDING, 0)
        row.setSpacing(UNIT)
        row.addWidget(self._mark)
        row.addWidget(self._state)
        row.addSpacing(PADDING)
        row.addWidget(self._file)
        row.addStretch(1)
        row.addWidget(self._scope)

    def show_state(self, state: str, text: str) -> None:
        """Show the state of saving in words; the sentence of a failure stands in a strip."""
        shown = text if state != "failed" else translate("Window", "没有保存")
        self._mark.set_mark(_STATES[state], shown)
        self._state.set_text(shown)
        self._state.set_tone("bad" if state == "failed" else "text2")

    def show_file(self, path: Path, scope: str) -> None:
        """Show the name of the file, and edition and scope."""
        self._file.set_text(path.name)
        self._file.set_tip(str(path))
        self._scope.set_text(scope)


def add_action(menu: QMenu, word: str, does: object, *, keys: str = "") -> QAction:
    """Add an entry to a menu; its keys are shown there and act by the window's own commands."""
    action = QAction(f"{word}\t{keys}" if keys else word, menu)
    action.triggered.connect(does)
    menu.addAction(action)
    return action
