"""The real pages of a PDF as sheets of paper on a desk, to be scrolled and zoomed.

A page is made into a picture beside the window when it comes into sight; until then its sheet is white, and
after a change of zoom the former picture is stretched.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.appearance import Appearance
from desktop.controls.buttons import paint_frame
from desktop.marks import fill
from desktop.pdf_pages import Pages, page_picture
from desktop.sheet_layout import MARGIN, SheetLayout, fitting_zoom, lay_out, next_step
from desktop.tasks import Task
from desktop.translation import translate

#: No picture is wider than this, however large the sheet: 30 MB.
_WIDEST: Final = 2400
#: Pictures out of sight are kept up to this many bytes.
_KEPT_BYTES: Final = 48_000_000
#: The shadow under a sheet: how far it reaches, and how dark it is at its edge.
_SHADOW: Final = 6
_SHADOW_ALPHA: Final = 34


class PdfView(QAbstractScrollArea):
    """The pages of one PDF. `run` starts the tasks that make the pictures, one at a time."""

    #: The current row of pages (numbers from 0: first, last) or the number of pages is another one.
    turned = Signal()
    #: The zoom is another one.
    zoomed = Signal()
    #: The picture of a page has come.
    painted = Signal(int)

    def __init__(self, appearance: Appearance, run: Callable[[Task[Any]], None], name: str) -> None:
        super().__init__()
        self._appearance, self._run, self._name = appearance, run, name
        self._pdf = b""
        self._pages = Pages((), ())
        self._columns, self._fit, self._zoom = 1, True, 1.0
        self._layout = SheetLayout()
        self._pictures: dict[int, QImage] = {}
        self._making: tuple[Task[QImage], int, bytes] | None = None
        self._current: tuple[int, ...] = ()
        self._dragged: QPoint | None = None
        # One that Python knows: to find out what Qt's own is, its bindings load every class of widget.
        self.setViewport(QWidget())
        self.setProperty("ground", "desk")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        # A bar that came and went would change the width that the sheets are fitted to.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        appearance.changed.connect(self.viewport().update)

    @property
    def current(self) -> tuple[int, ...]:
        """The pages of the row in the middle, from 0."""
        return self._current

    @property
    def count(self) -> int:
        """The number of pages."""
        return len(self._pages.sizes)

    @property
    def zoom(self) -> float:
        """How large a sheet is shown: 1.0 is as on paper."""
        return self._zoom

    @property
    def columns(self) -> int:
        """How many sheets lie side by side."""
        return self._columns

    @property
    def fits(self) -> bool:
        """Whether the zoom follows the width of the window."""
        return self._fit

    def show_pdf(self, pdf: bytes, pages: Pages) -> None:
        """Show another PDF; the place is kept if it is a new state of the same pages."""
        place = self.verticalScrollBar().value() if self.count else 0
        self._pdf, self._pages, self._pictures = pdf, pages, {}
        self._lay_out()
        self.verticalScrollBar().setValue(place)
        self._moved()

    def set_columns(self, columns: int) -> None:
        """Lay one or two sheets side by side; the current page stays."""
        if columns != self._columns:
            page = self._current[0] if self._current else 0
            self._columns, self._fit = columns, True
            self._lay_out()
            self.go_to(page)

    def set_zoom(self, zoom: float) -> None:
        """Show the sheets in another size, with what is in the middle kept there."""
        self._fit = False
        self._resize_to(zoom)

    def fit_width(self) -> None:
        """Let the sheets fill the width, now and whenever that changes."""
        self._fit = True
        self._resize_to(self._zoom)

    def zoom_in(self) -> None:
        """Show the sheets a step larger."""
        self.set_zoom(next_step(self._zoom, larger=True))

    def zoom_out(self) -> None:
        """Show the sheets a step smaller."""
        self.set_zoom(next_step(self._zoom, larger=False))

    def go_to(self, page: int) -> None:
        """Bring the top of a page (from 0) to the top of the view."""
        if 0 <= page < self.count:
            self.verticalScrollBar().setValue(round(self._layout.sheets[page].top()) - MARGIN)
            self._moved()

    def next_row(self) -> None:
        """Go to the next page or pair of pages."""
        if self._current and self._current[-1] + 1 < self.count:
            self.go_to(self._current[-1] + 1)

    def previous_row(self) -> None:
        """Go to the previous page or pair of pages."""
        if self._current and self._current[0]:
            self.go_to(self._current[0] - self._columns)

    def sizeHint(self) -> QSize:
        return QSize(832, 600)

    def _resize_to(self, zoom: float) -> None:
        bar = self.verticalScrollBar()
        middle = self.viewport().height() / 2
        part = (bar.value() + middle) / max(self._layout.size.height(), 1)
        self._zoom = zoom
        self._lay_out()
        bar.setValue(round(part * self._layout.size.height() - middle))
        self._moved()

    def _lay_out(self) -> None:
        """Place the sheets for the present width, and set the scroll bars to them."""
        room, before = self.viewport().size(), self._zoom
        sizes = self._pages.sizes
        if self._fit:
            self._zoom = fitting_zoom(sizes, self._columns, room.width())
        self._layout = lay_out(sizes, self._columns, self._zoom, (room.width(), room.height()))
        for bar, content, shown in (
            (self.horizontalScrollBar(), self._layout.size.width(), room.width()),
            (self.verticalScrollBar(), self._layout.size.height(), room.height()),
        ):
            bar.setRange(0, max(0, round(content) - shown))
            bar.setPageStep(shown)
            bar.setSingleStep(40)
        if self._zoom != before:
            self.zoomed.emit()
        self._moved()

    def _moved(self) -> None:
        self.viewport().update()
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        current = self._layout.row_at(top + height / 2)
        self._make_next()
        if current != self._current:
            self._current = current
            self.setAccessibleName(self._described())
        self.turned.emit()

    def _described(self) -> str:
        if not self._current:
            return self._name
        page = translate("Report", "第 {page} 页，共 {pages} 页")
        return f"{self._name} " + page.format(page=self._current[0] + 1, pages=self.count)

    def _wanted(self, page: int) -> QSize:
        """The size of a page's picture in pixels of the screen."""
        sheet, ratio = self._layout.sheets[page], self.devicePixelRatioF()
        width = min(round(sheet.width() * ratio), _WIDEST)
        return QSize(width, max(1, round(sheet.height() * width / max(sheet.width(), 1))))

    def _make_next(self) -> None:
        """Begin the picture of the first page in sight, or next to it, that has none of the right size."""
        if self._making is not None:
            return
        for page in self._in_reach():
            kept, size = self._pictures.get(page), self._wanted(page)
            if kept is None or kept.size() != size:
                self._make(page, size)
                return

    def _in_reach(self) -> list[int]:
        """The pages in sight, then those half a view further on and back."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        seen = self._layout.seen(top, top + height)
        near = self._layout.seen(top - height / 2, top + height * 1.5)
        return [*seen, *(page for page in near if page not in seen)]

    def _make(self, page: int, size: QSize) -> None:
        pdf = self._pdf
        task = Task(lambda _: page_picture(pdf, page, size.width(), size.height()))
        self._making = task, page, pdf
        task.finished.connect(self._take)
        self._run(task)

    def _take(self, picture: QImage) -> None:
        # A page that could not be painted leaves its task in place: what failed once is not tried for ever.
        if self._making is None:
            return
        (_, page, pdf), self._making = self._making, None
        if pdf is self._pdf:
            self._pictures[page] = picture
            self._forget_far()
            self.viewport().update()
            self.painted.emit(page)
        self._make_next()

    def _forget_far(self) -> None:
        near = set(self._in_reach())
        for page in sorted(self._pictures, key=lambda p: abs(p - (self._current or (0,))[0]), reverse=True):
            if sum(picture.sizeInBytes() for picture in self._pictures.values()) <= _KEPT_BYTES:
                return
            if page not in near:
                del self._pictures[page]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        fill(painter, event.rect(), self._appearance.token("desk"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page in self._layout.seen(offset.y(), offset.y() + self.viewport().height()):
            self._paint_sheet(painter, self._layout.sheets[page].translated(-offset), page)
        if self.hasFocus():
            box = QRectF(self.viewport().rect())
            paint_frame(painter, box, 0, None, self._appearance.token("accent"), 2)

    def _paint_sheet(self, painter: QPainter, sheet: QRectF, page: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(_SHADOW, 0, -1):
            shade = QColor(0, 0, 0, round(_SHADOW_ALPHA * (1 - step / (_SHADOW + 1)) ** 2))
            painter.setBrush(shade)
            painter.drawRoundedRect(sheet.adjusted(-step, 1 - step, step, 1 + step), step, step)
        fill(painter, sheet, QColor("white"))
        if picture := self._pictures.get(page):
            as_large = picture.width() == round(sheet.width() * self.devicePixelRatioF())
            painter.drawImage(self._on_pixels(sheet, picture) if as_large else sheet, picture)

    def _on_pixels(self, sheet: QRectF, picture: QImage) -> QRectF:
        """Where a picture in its own size lies on whole pixels of the screen: else it would be blurred."""
        ratio = self.devicePixelRatioF()
        origin = QPointF(self.viewport().mapTo(self.window(), QPoint(0, 0)))
        corner = (sheet.topLeft() + origin) * ratio
        left, top = round(corner.x()) / ratio - origin.x(), round(corner.y()) / ratio - origin.y()
        return QRectF(left, top, picture.width() / ratio, picture.height() / ratio)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fit:
            self._resize_to(self._zoom)
        else:
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.viewport().update()
        super().changeEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        does: dict[int, Callable[[], None]] = {
            Qt.Key.Key_PageDown: self.next_row,
            Qt.Key.Key_PageUp: self.previous_row,
            Qt.Key.Key_Home: partial(self.go_to, 0),
            Qt.Key.Key_End: partial(self.go_to, self.count - 1),
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
        }
        # Ctrl with a digit leads to a page of the window, but there is no page 0.
        if event.key() in does and not (ctrl and event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}):
            does[event.key()]()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y() > 0:
            self.zoom_in()
        elif event.angleDelta().y() < 0:
            self.zoom_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            moved = event.position().toPoint() - self._dragged
            self._dragged = event.position().toPoint()
            for bar, by in (
                (self.horizontalScrollBar(), moved.x()),
                (self.verticalScrollBar(), moved.y()),
            ):
                bar.setValue(bar.value() - by)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragged = None
        self.viewport().unsetCursor()
