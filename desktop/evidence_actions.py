"""What is done with the evidence of an item: keep it, show its pictures, open it, describe it, remove it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QImage

from checklists.assessment import Evidence
from checklists.errors import UserError
from desktop.document import Document
from desktop.evidence_list import EvidenceList
from desktop.file_dialogs import open_outside
from desktop.item_note import Offer
from desktop.pages import Shell
from desktop.tasks import Progress, Task
from desktop.translation import translate

#: Twice the thumbnail, for screens of 200 %.
_PICTURE: Final = QSize(248, 160)

_WITH_PICTURE: Final = ("image/", "application/pdf")


class EvidenceActions(QObject):
    """Ties the list of evidence to the file."""

    def __init__(self, document: Document, shell: Shell, shown: EvidenceList) -> None:
        super().__init__(shown)
        self._document = document
        self._shell = shell
        self._list = shown
        self._item = ""
        self._pictures: dict[str, QImage] = {}
        shown.opened.connect(self.open)
        shown.described.connect(self.describe)
        shown.removed.connect(self.remove)

    def keep(self, item: str, found: list[Offer]) -> None:
        """Keep files or pictures as evidence of an item."""
        for source, name in found:
            try:
                self._document.add_evidence(item, source, name)
            except UserError as error:
                self._shell.fail(error)

    def show_pictures(self, item: str) -> None:
        """Show the pictures of the item's attachments, as soon as they are read."""
        self._item = item
        wanted: dict[str, str] = {}
        for one in self._document.dossier.evidence_of(item):
            sha256 = one.print_sha256 or (one.sha256 if one.kind.startswith(_WITH_PICTURE) else "")
            if sha256 in self._pictures:
                self._list.set_picture(one.id, self._pictures[sha256])
            elif sha256:
                wanted[one.id] = sha256
        if wanted:
            task: Task[dict[str, QImage]] = Task(
                partial(_read_pictures, self._document.evidence_bytes, wanted)
            )
            task.finished.connect(self._show_read)
            self._shell.run(task)

    def open(self, evidence: str) -> None:
        """Open an attachment in the program that the system has for it."""
        one = self._of(evidence)
        if one is not None:
            task: Task[Path | None] = Task(partial(_unpack, self._document.evidence_bytes, one))
            task.finished.connect(self._open_file)
            self._shell.run(task)

    def describe(self, evidence: str) -> None:
        """Ask for what is said of an attachment."""
        from desktop.evidence_dialog import EvidenceDialog

        one = self._of(evidence)
        if one is None:
            return
        number = self._document.material.attachments[evidence]
        title = translate("Questions", "附件 {number}").format(number=number)
        dialog = EvidenceDialog(self._shell.appearance, one, f"{title}·{one.name}", self._list)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: self._change(self._document.save_evidence, evidence, **dialog.fields())
        )
        dialog.open()

    def remove(self, evidence: str) -> None:
        """Remove an attachment, with a way back."""
        one = self._of(evidence)
        if one is None:
            return
        number = self._document.material.attachments[evidence]
        if self._change(self._document.remove_evidence, evidence):
            said = translate("Questions", "已删除附件 {number}：{name}").format(number=number, name=one.name)
            self._shell.toast(said, self._document.undo)

    def _change(self, change: Callable[..., object], *given: Any, **fields: Any) -> bool:
        try:
            change(*given, **fields)
        except UserError as error:
            self._shell.fail(error)
            return False
        return True

    def _of(self, evidence: str) -> Evidence | None:
        return next((e for e in self._document.dossier.evidence if e.id == evidence), None)

    def _show_read(self, pictures: dict[str, QImage]) -> None:
        self._pictures |= pictures
        for one in self._document.dossier.evidence_of(self._item):
            for sha256 in (one.print_sha256, one.sha256):
                if sha256 in self._pictures:
                    self._list.set_picture(one.id, self._pictures[sha256])

    def _open_file(self, file: Path | None) -> None:
        if file is None:
            self._shell.toast(translate("Questions", "这份文件里没有带原件。"))
        else:
            self._change(open_outside, file)


def _read_pictures(
    read: Callable[[str], bytes | None], wanted: dict[str, str], progress: Progress
) -> dict[str, QImage]:
    """Pictures by hash, in the size of a thumbnail; what cannot be read is left out."""
    found: dict[str, QImage] = {}
    for place, sha256 in enumerate(wanted.values()):
        if not progress(place, len(wanted)):
            break
        image = _picture(read(sha256) or b"")
        if not image.isNull():
            found[sha256] = image
    return found


def _picture(data: bytes) -> QImage:
    """A photo, or the top of a PDF's first page, that fills a thumbnail; a null image of anything else."""
    if data.startswith(b"%PDF-"):
        return _first_page(data)
    fill = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    image = QImage.fromData(data)
    return (
        image if image.isNull() else image.scaled(_PICTURE, fill, Qt.TransformationMode.SmoothTransformation)
    )


def _first_page(pdf: bytes) -> QImage:
    from pypdfium2 import PdfiumError

    from desktop.pdf_pages import page_picture, read_pages

    try:
        width, height = read_pages(pdf).sizes[0]
        tall = round(_PICTURE.width() * height / width)
        return page_picture(pdf, 0, _PICTURE.width(), tall, rows=min(tall, _PICTURE.height()))
    except (PdfiumError, IndexError):
        return QImage()


def _unpack(read: Callable[[str], bytes | None], evidence: Evidence, _progress: Progress) -> Path | None:
    """The attachment as a file in the system's folder for temporary ones."""
    data = read(evidence.sha256)
    if data is None:
        return None
    file = Path(tempfile.mkdtemp(prefix="zhiping-")) / Path(evidence.name).name
    file.write_bytes(data)
    return file
