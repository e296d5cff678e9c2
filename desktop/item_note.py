"""The note of an item: text stays text, a picture or file that is pasted or dropped becomes evidence."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QImage

from desktop.controls.fields import NoteField
from desktop.controls.thumbnails import dropped_files
from desktop.translation import translate

#: What is to be kept as evidence: a file or bytes, and the name to keep it by ("" = the file's own).
Offer = tuple[Path | bytes, str]


def offers(data: QMimeData) -> list[Offer]:
    """The files, else the picture, that were pasted or dropped."""
    files: list[Offer] = [(path, "") for path in dropped_files(data) if path.is_file()]
    if files or not data.hasImage():
        return files
    image = QImage(data.imageData())
    return [] if image.isNull() else [image_offer(image)]


def image_offer(image: QImage) -> Offer:
    """A picture as PNG, named by the time."""
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    at = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    name = translate("Questions", "截图 {at}.png").format(at=at)
    return bytes(buffer.data().data()), name


class ItemNote(NoteField):
    """A note that hands on what is no text."""

    offered = Signal(list)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(dropped_files(source)) or source.hasImage() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        # A text processor puts a picture of the words beside the words.
        if source.hasText() and not dropped_files(source):
            super().insertFromMimeData(source)
        elif found := offers(source):
            self.offered.emit(found)
