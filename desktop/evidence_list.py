"""The evidence of an item: its pictures in rows, ways to add more, and what can be done with one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from checklists.assessment import Evidence
from desktop.appearance import Appearance
from desktop.controls.buttons import Button
from desktop.controls.texts import ElidedLabel, Label
from desktop.controls.thumbnails import DropBox, Thumbnail
from desktop.flow import Flow
from desktop.item_note import image_offer, offers
from desktop.reading_order import tab_as_read
from desktop.tokens import UNIT
from desktop.translation import translate

_ICONS: Final[Mapping[str, str]] = {"image": "image", "text": "file", "application": "file"}


class EvidenceList(QWidget):
    """The attachments of the item that is shown."""

    offered = Signal(list)  # of Offer
    opened = Signal(str)  # id
    described = Signal(str)
    removed = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._thumbnails: dict[str, Thumbnail] = {}
        self._shown: list[tuple[str, str, str]] = []
        self._locked = False
        self._aside = ElidedLabel(appearance, size=12, tone="text3")
        self._add = Button(appearance, translate("Questions", "添加文件"), role="quiet", icon="upload")
        self._add.clicked.connect(self.ask_for_files)
        self._paste = Button(
            appearance,
            translate("Questions", "粘贴"),
            role="quiet",
            icon="paste",
            tip=translate("Questions", "把剪贴板里的图片或文件存为证据 (Ctrl+V)"),
        )
        self._paste.clicked.connect(self.paste)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(translate("Questions", "证据"), bold=True))
        head.addWidget(self._aside, 1)
        head.addWidget(self._add)
        head.addWidget(self._paste)
        self.drop = DropBox(
            appearance, translate("Questions", "拖到这里"), name=translate("Questions", "添加证据文件")
        )
        self.drop.files_dropped.connect(lambda files: self.offered.emit([(file, "") for file in files]))
        self.drop.image_dropped.connect(lambda image: self.offered.emit([image_offer(image)]))
        self.drop.clicked.connect(self.ask_for_files)
        self._grid = Flow(gap=12)
        self._grid.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(head)
        column.addLayout(self._grid)

    def show_evidence(self, evidence: Sequence[Evidence], numbers: Mapping[str, int]) -> None:
        """Show these attachments; `numbers` are those printed, by id."""
        self._aside.set_text(_aside(len(evidence), locked=self._locked))
        wanted = [(e.id, str(numbers.get(e.id, "")), e.name) for e in evidence]
        if wanted == self._shown:
            return
        self._shown = wanted
        for old in self._thumbnails.values():
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._thumbnails = {}
        self._grid.removeWidget(self.drop)
        for one in evidence:
            self._grid.addWidget(self._thumbnail(one, str(numbers.get(one.id, ""))))
        self._grid.addWidget(self.drop)
        tab_as_read(self)
        self.updateGeometry()

    def set_picture(self, evidence: str, image: QImage) -> None:
        """Show the picture of an attachment."""
        if evidence in self._thumbnails:
            self._thumbnails[evidence].set_picture(QPixmap.fromImage(image))

    def set_progress(self, done: int, total: int) -> None:
        """Say how much of a file is in the enterprise's file."""
        share = 100 * done // total if total else 100
        self._aside.set_text(translate("Questions", "正在存入，{share}%").format(share=share))

    def set_locked(self, locked: bool) -> None:
        """Only show the evidence."""
        self._locked = locked
        for widget in (self.drop, self._add, self._paste):
            widget.setVisible(not locked)

    def set_dragging(self, dragging: bool) -> None:
        """Show that what is being dragged may be dropped."""
        self.drop.set_dragging(dragging)

    def paste(self) -> bool:
        """Take the picture or the files of the clipboard; whether there was something to take."""
        if self._locked:
            return False
        # None where the system has no clipboard or does not show it.
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        found = offers(data) if data is not None else []
        if found:
            self.offered.emit(found)
        else:
            self._aside.set_text(translate("Questions", "剪贴板里没有图片或文件，先截图或复制一个"))
        return bool(found)

    def ask_for_files(self) -> None:
        """Let the user choose files."""
        from PySide6.QtWidgets import QFileDialog

        title = translate("Questions", "添加证据文件")
        names, _ = QFileDialog.getOpenFileNames(self, title)
        if names:
            self.offered.emit([(Path(name), "") for name in names])

    def _thumbnail(self, one: Evidence, number: str) -> Thumbnail:
        title = translate("Questions", "附件 {number}").format(number=number)
        icon = _ICONS.get(one.kind.partition("/")[0], "file")
        made = Thumbnail(self._appearance, title, one.name, icon=icon)
        made.setToolTip("\n".join(part for part in (one.name, one.caption) if part))
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(lambda at: self._menu(made, one.id, at))
        made.clicked.connect(lambda _=False: self._menu(made, one.id, made.rect().center()))
        self._thumbnails[one.id] = made
        return made

    def _menu(self, thumbnail: Thumbnail, evidence: str, at: QPoint) -> None:
        menu = QMenu(thumbnail)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("Questions", "打开")).triggered.connect(lambda: self.opened.emit(evidence))
        if not self._locked:
            describe = translate("Questions", "说明、编号与有效期")
            menu.addAction(describe).triggered.connect(lambda: self.described.emit(evidence))
            remove = translate("Questions", "删除{name}").format(name=thumbnail.text())
            menu.addAction(remove).triggered.connect(lambda: self.removed.emit(evidence))
        menu.popup(thumbnail.mapToGlobal(at))


def _aside(count: int, *, locked: bool) -> str:
    if locked:
        return (
            translate("Questions", "{n} 件").format(n=count) if count else translate("Questions", "没有证据")
        )
    if not count:
        return translate("Questions", "还没有证据·拖入、粘贴或添加文件")
    return translate("Questions", "{n} 件·拖入、粘贴或添加文件").format(n=count)
