"""The left side of the report page: the tools, the pages on the desk, what is being done to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.appearance import Appearance
from desktop.controls.buttons import Button, paint_frame
from desktop.controls.panels import Separator, Strip
from desktop.controls.signs import ProgressBar
from desktop.controls.texts import Label
from desktop.pdf_pages import OutlineEntry, Pages
from desktop.pdf_view import PdfView
from desktop.record_table import Column, RecordTable
from desktop.rows import Cell, Row
from desktop.tasks import Task
from desktop.tokens import GAP, LIST_ROW, MARGIN, PADDING, RADIUS_CARD, UNIT
from desktop.translation import translate

_TOOLS: Final = 48
_OUTLINE: Final = (320, 12)
#: Below this width a pair of sheets cannot be read.
_PAIR: Final = 560


class Outline(QFrame):
    """The contents of the report, to go to a chapter; it closes when one is chosen."""

    #: The page that was chosen, from 0.
    chosen = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._appearance = appearance
        self._pages: list[int] = []
        columns = (Column(translate("Report", "章节")), Column(translate("Report", "页"), 48, right=True))
        self.table = RecordTable(
            appearance, translate("Report", "目录"), columns, height=LIST_ROW, head=False
        )
        self.table.clicked.connect(lambda _index: self._choose(self.table.current()))
        self.table.opened.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, UNIT, 1, UNIT)
        column.addWidget(self.table)
        self.setProperty("panel", "card")
        self.setAccessibleName(translate("Report", "目录"))

    @property
    def has_entries(self) -> bool:
        """Whether there is anything to go to."""
        return bool(self._pages)

    def show_entries(self, entries: Sequence[OutlineEntry]) -> None:
        """Offer other contents."""
        self._pages = [entry.page for entry in entries]
        self.table.set_rows([_outline_row(n, entry) for n, entry in enumerate(entries)])

    def open_below(self, button: QWidget, page: int) -> None:
        """Show the contents below a button, at the entry of the page."""
        before = [n for n, start in enumerate(self._pages) if start <= page]
        width, most = _OUTLINE
        rows = min(len(self._pages), most)
        self.resize(self._appearance.measure(width), rows * self._appearance.measure(LIST_ROW) + 2 * UNIT + 2)
        self.move(button.mapToGlobal(QPoint(0, button.height() + 2)))
        self.show()
        self.table.setFocus()
        if before:
            self.table.select(str(before[-1]))

    def _choose(self, entry: str) -> None:
        if entry:
            self.hide()
            self.chosen.emit(self._pages[int(entry)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


def _outline_row(number: int, entry: OutlineEntry) -> Row:
    indent = "　" * entry.level
    title = Cell(indent + entry.title, tone="text2" if entry.level else "text", bold=not entry.level)
    return Row(str(number), (title, Cell(str(entry.page + 1), tone="text3", right=True, whole=True)))


class Working(QWidget):
    """What is being done, how far it is, and a way to stop it; it lies over the desk."""

    #: Somebody wants it stopped.
    stopped = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._words = Label()
        self.bar = ProgressBar(appearance, translate("Report", "进度"))
        self.stop_button = Button(appearance, translate("Report", "取消"), role="quiet")
        self.stop_button.clicked.connect(lambda _checked=False: self.stopped.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, UNIT, UNIT, UNIT)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        self.setFixedSize(360, appearance.measure(48))
        self.hide()

    def begin(self, words: str, *, stoppable: bool) -> None:
        """Say what is begun, and offer to stop it where that is possible."""
        self.stop_button.setVisible(stoppable)
        self._words.setText(words)
        self.bar.set_done(0, 1)
        self.setAccessibleName(words)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        token = self._appearance.token
        paint_frame(QPainter(self), QRectF(self.rect()), RADIUS_CARD, token("surface"), token("grid"))


class ReportDesk(QWidget):
    """The tools over the desk, a strip below them when there is something to say, and the pages."""

    def __init__(self, appearance: Appearance, run: Callable[[Task[Any]], None]) -> None:
        super().__init__()
        self._appearance = appearance
        self._wants_pair = True
        self.view = PdfView(appearance, run, translate("Report", "报告"))
        self.strip = Strip(appearance, "info", "")
        self.working = Working(appearance, self.view)
        self.outline = Outline(appearance, self)
        self._make_tools()
        self._lay_out()
        self.view.turned.connect(self._show_place)
        self.view.zoomed.connect(self._show_place)
        self.outline.chosen.connect(self._go_to)
        self.view.viewport().installEventFilter(self)
        self._show_place()

    def show_pdf(self, pdf: bytes, pages: Pages) -> None:
        """Show another state of the report."""
        self.view.show_pdf(pdf, pages)
        self.outline.show_entries(pages.outline)
        self._show_place()

    def _make_tools(self) -> None:
        def tool(icon: str, name: str, keys: str, does: Callable[[], None]) -> Button:
            button = Button(self._appearance, role="quiet", icon=icon, name=name, tip=f"{name} ({keys})")
            button.clicked.connect(lambda _checked=False: does())
            return button

        view = self.view
        self.back = tool("chevron-left", translate("Report", "上一页"), "PgUp", view.previous_row)
        self.on = tool("chevron-right", translate("Report", "下一页"), "PgDn", view.next_row)
        self.smaller = tool("zoom-out", translate("Report", "缩小"), "-", view.zoom_out)
        self.larger = tool("zoom-in", translate("Report", "放大"), "+", view.zoom_in)
        self.place = Label()
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        fit = translate("Report", "适合宽度")
        self.zoom = Button(self._appearance, "100 %", role="quiet", name=fit, tip=f"{fit} (0)")
        self.zoom.clicked.connect(lambda _checked=False: view.fit_width())
        self.contents = Button(self._appearance, translate("Report", "目录"), role="link")
        self.contents.clicked.connect(lambda _checked=False: self._open_outline())
        self.pair = Button(self._appearance, translate("Report", "双页"), role="link")
        self.pair.clicked.connect(lambda _checked=False: self._change_columns())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(GAP + 2, 0, 12, 0)
        row.setSpacing(4)
        for widget in (self.back, self.place, self.on):
            row.addWidget(widget)
        row.addSpacing(UNIT)
        row.addWidget(self.contents)
        row.addStretch(1)
        for widget in (self.smaller, self.zoom, self.larger):
            row.addWidget(widget)
        row.addSpacing(UNIT)
        row.addWidget(self.pair)
        tools = QWidget()
        tools.setLayout(row)
        tools.setFixedHeight(self._appearance.measure(_TOOLS))
        self._said = QWidget()
        said = QVBoxLayout(self._said)
        said.setContentsMargins(PADDING, 0, PADDING, UNIT)
        said.addWidget(self.strip)
        self._said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(self._said)
        column.addWidget(Separator())
        column.addWidget(self.view, 1)

    def say(self, sentence: str, link: str) -> None:
        """Say a sentence below the tools, with the word of a link."""
        self.strip.set_content("info", sentence, link=link)
        self._said.show()

    def hush(self) -> None:
        """Say nothing any more."""
        self._said.hide()

    def _open_outline(self) -> None:
        self.outline.open_below(self.contents, self.view.current[-1] if self.view.current else 0)

    def _go_to(self, page: int) -> None:
        self.view.go_to(page)
        self.view.setFocus()

    def _change_columns(self) -> None:
        self._wants_pair = self.view.columns == 1
        self.view.set_columns(2 if self._wants_pair else 1)
        self._show_place()

    def _show_place(self) -> None:
        view = self.view
        shown = [str(page + 1) for page in view.current]
        span = shown[0] if len(shown) == 1 else f"{shown[0]}–{shown[-1]}" if shown else "0"
        self.place.setText(translate("Report", "{pages} / {all} 页").format(pages=span, all=view.count))
        self.zoom.setText(f"{round(view.zoom * 100)} %")
        self.pair.setText(translate("Report", "单页") if view.columns == 2 else translate("Report", "双页"))
        self.pair.setAccessibleName(self.pair.text())
        nothing = translate("Report", "没有更多页")
        self.back.allow(bool(view.current) and view.current[0] > 0, nothing)
        self.on.allow(bool(view.current) and view.current[-1] + 1 < view.count, nothing)
        for button in (self.zoom, self.smaller, self.larger, self.pair):
            button.allow(view.count > 0, translate("Report", "报告还没有生成"))
        self.contents.allow(self.outline.has_entries, translate("Report", "没有目录"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.view.viewport():
            room = self.view.viewport().rect()
            self.working.move((room.width() - self.working.width()) // 2, MARGIN)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.set_columns(2 if self._wants_pair and self.width() >= _PAIR else 1)
