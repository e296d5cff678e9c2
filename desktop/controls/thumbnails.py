"""Pictures of evidence, and the place to drop more."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy

from desktop.appearance import Appearance
from desktop.controls.buttons import PaintedButton, paint_frame
from desktop.tokens import RADIUS

_LARGE: Final = QSize(124, 80)
_SMALL: Final = QSize(92, 64)
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


def dropped_files(data: QMimeData) -> list[Path]:
    """The files of this machine among what is dragged or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class Thumbnail(PaintedButton):
    """One piece of evidence: its picture (or an icon), its title and its file name below."""

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        file_name: str,
        picture: QPixmap | None = None,
        *,
        small: bool = False,
        icon: str = "file",
    ) -> None:
        """`icon` stands where there is no picture; `small` is for the detail column."""
        super().__init__(appearance, title, name=f"{title} {file_name}", tip=file_name)
        self._file_name, self._picture, self._icon = file_name, picture, icon
        self._box = _SMALL if small else _LARGE
        self._small = small
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_picture(self, picture: QPixmap | None) -> None:
        """Show another picture."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        lines = 18 if self._small else 38
        return QSize(self._box.width(), self._box.height() + 6 + self._appearance.measure(lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        token = self._appearance.token
        box = QRectF(0, 0, self._box.width(), self._box.height())
        paint_frame(painter, box, RADIUS, self._ground("sunken"), None)
        if self._picture is None:
            place = QRectF(box.center().x() - 10, box.center().y() - 10, 20, 20)
            self._appearance.icons.paint(painter, place, self._icon, token("text3"))
        else:
            self._paint_picture(painter, box, self._picture)
        focused = self.hasFocus()
        border = token("accent" if focused else "control" if self.underMouse() else "grid")
        paint_frame(painter, box, RADIUS, None, border, 2 if focused else 1)
        line = self._appearance.measure(18)
        title = QRectF(0, box.bottom() + 6, box.width(), line)
        self._write(painter, title, self.text(), self._ink("text"), size=12, bold=not self._small)
        if not self._small:
            metrics = self._appearance.metrics(12)
            name = metrics.elidedText(self._file_name, Qt.TextElideMode.ElideMiddle, box.width())
            self._write(painter, title.translated(0, line), name, "text2", size=12)

    def _paint_picture(self, painter: QPainter, box: QRectF, picture: QPixmap) -> None:
        """Fill the box with the middle of the picture."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QPainterPath()
        frame.addRoundedRect(box, RADIUS, RADIUS)
        painter.setClipPath(frame)
        scale = max(box.width() / picture.width(), box.height() / picture.height())
        width, height = box.width() / scale, box.height() / scale
        part = QRectF((picture.width() - width) / 2, (picture.height() - height) / 2, width, height)
        painter.drawPixmap(box, picture, part)
        painter.restore()


class DropBox(PaintedButton):
    """The last place of a row of evidence: files and pictures can be dropped here; a click adds files."""

    files_dropped = Signal(list)
    image_dropped = Signal(QImage)

    def __init__(self, appearance: Appearance, text: str, *, small: bool = False, name: str = "") -> None:
        super().__init__(appearance, text, name=name)
        self._box = _SMALL if small else _LARGE
        self._dragging = False
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_dragging(self, dragging: bool) -> None:
        """Show that what is being dragged may be dropped here."""
        self._dragging = dragging
        self.update()

    def sizeHint(self) -> QSize:
        return self._box

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()) or event.mimeData().hasImage():
            self.set_dragging(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.set_dragging(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.set_dragging(False)
        files = dropped_files(event.mimeData())
        if files:
            self.files_dropped.emit(files)
        elif event.mimeData().hasImage():
            self.image_dropped.emit(QImage(event.mimeData().imageData()))
        event.acceptProposedAction()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        token, box = self._appearance.token, QRectF(self.rect())
        strong = self._dragging or self.hasFocus()
        ground = token("accentTint") if self._dragging else self._ground(None)
        paint_frame(painter, box, RADIUS, ground, None)
        pen = QPen(token("accent" if strong else "control"), 2 if strong else 1)
        if not self.hasFocus():
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = pen.widthF() / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), RADIUS, RADIUS)
        middle = box.center().y() - (12 if self.text() else 0)
        plus = QRectF(box.center().x() - 10, middle - 10, 20, 20)
        self._appearance.icons.paint(painter, plus, "plus", token(self._ink("text2")))
        self._write(
            painter,
            QRectF(4, middle + 12, box.width() - 8, 20),
            self.text(),
            self._ink("text2"),
            size=12,
            place=_CENTRE,
        )
