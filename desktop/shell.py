"""The frame of the window with the pages in it, and what its keys do; the file is for `window.py`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from checklists.errors import Language, UserError
from desktop.actions import COMMANDS, PLACES, place
from desktop.appearance import Appearance
from desktop.controls.panels import Separator, Toast
from desktop.document import Document
from desktop.file_dialogs import SUFFIX
from desktop.frame import Header, Rail, StatusBar
from desktop.notices import Matter, Notices
from desktop.pages import A_MOMENT, Page, PageMaker, PageName, Shell
from desktop.preferences import Preferences
from desktop.tasks import Task
from desktop.translation import translate

if TYPE_CHECKING:
    from desktop.search import SearchList

_LEAST: Final = (840, 520)
_USUAL: Final = (1280, 800)


class ShellWindow(QMainWindow):
    """A window with its pages; `pages.Shell` says what they may ask of it. What files need is left open."""

    def __init__(self, appearance: Appearance, preferences: Preferences, make: PageMaker) -> None:
        super().__init__()
        self.appearance = appearance
        self.preferences = preferences
        self._make = make
        self._document: Document | None = None
        self._tasks: set[Task[Any]] = set()
        self._pages: dict[PageName, Page] = {}
        self._page: PageName = "start"
        self._after_paint: list[Callable[[], object]] = []
        self._toast: Toast | None = None
        self.setMinimumSize(*_LEAST)
        self.resize(QSize(*_USUAL).boundedTo(self.screen().availableSize()))
        self.setAcceptDrops(True)
        self._add_commands()

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self.preferences.language

    @property
    def document(self) -> Document | None:
        """The open file."""
        return self._document

    @property
    def page(self) -> PageName:
        """The name of the page that is shown."""
        return self._page

    def go(self, page: PageName, where: str = "") -> None:
        """Show a page, the start page where it would need a file."""
        if place(page).needs_file and self._document is None:
            page = "start"
        if page != self._page:
            self._leave_page()
        shown = self._pages.get(page)
        if shown is None:
            shown = self._pages[page] = self._make(page, self._document, cast(Shell, self), self._stack)
            self._stack.addWidget(shown)
        self._page = page
        self._stack.setCurrentWidget(shown)
        self._rail.show_place(page)
        self._header.show_title(translate("Window", place(page).word))
        self._rail.setVisible(page != "start")
        self._header.setVisible(page != "start")
        self._line.setVisible(page != "start")
        self._status.setVisible(page not in {"start", "questions"} and self._document is not None)
        shown.enter(where)

    def after_paint(self, does: Callable[[], object]) -> None:
        """Do something when what is shown now has been painted: what nobody waits for must not delay it."""
        self._after_paint.append(does)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._after_paint:
            QTimer.singleShot(A_MOMENT, self, self._do_after_paint)

    def _do_after_paint(self) -> None:
        waiting, self._after_paint = self._after_paint, []
        for does in waiting:
            does()

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say in passing what was done."""
        self._toast = self._toast or Toast(self.appearance, self._whole)
        self._toast.say(text, translate("Window", "撤销"), undo)

    def fail(self, error: UserError) -> None:
        """Say what went wrong until it is put away."""
        word = translate("Window", "知道了")
        self._notices.show_notice("failure", "bad", error.sentence(self.language), "ok", word)

    def notice(self, matter: Matter) -> str:
        """What is said on a matter under the header, "" for nothing."""
        return self._notices.said(matter)

    def run(self, task: Task[Any]) -> None:
        """Start a task and keep it until its end; what it raises is shown."""
        self._tasks.add(task)
        task.failed.connect(self._task_failed)
        for end in (task.finished, task.failed, task.cancelled):
            end.connect(self._task_over)
        task.start()

    def _task_over(self) -> None:
        """Let a task go, once its signal has been delivered."""
        QTimer.singleShot(0, self, partial(self._tasks.discard, self.sender()))

    def open_file(self, path: Path, page: PageName | None = None, where: str = "") -> None:
        """Open another file in place of this one, at a page if one is named."""
        raise NotImplementedError

    def find_here(self) -> None:
        """Go to the filter of the page, or to the search of everything."""
        field = self._pages[self._page].filter_field()
        if field is None:
            self.search()
        else:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def search(self) -> None:
        """Go to the search of everything."""
        if self._page == "start":
            self.go("library")
        self._header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._header.search.selectAll()

    def print_report(self) -> None:
        """Go to the report."""
        self.go("report")

    def next_pane(self, step: int = 1) -> None:
        """Go to the next part of the window."""
        panes = [p for p in (self._rail, *self._pages[self._page].panes()) if p.isVisible()]
        focus = QApplication.focusWidget()
        here = next((n for n, p in enumerate(panes) if focus and (p is focus or p.isAncestorOf(focus))), -1)
        if panes:
            _focus_first(panes[(here + step) % len(panes) if here >= 0 or step > 0 else -1])

    def previous_pane(self) -> None:
        """Go to the part of the window before this one."""
        self.next_pane(-1)

    def come_to_front(self) -> None:
        """Be seen, also when minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _add_commands(self) -> None:
        for command in COMMANDS:
            action = QAction(self)
            action.setShortcut(command.keys)
            action.triggered.connect(partial(self._do, command.does))
            self.addAction(action)
        for spot in PLACES:
            if spot.keys:
                action = QAction(self)
                action.setShortcut(spot.keys)
                action.triggered.connect(partial(self._go, spot.page))
                self.addAction(action)

    def _do(self, name: str, _checked: bool = False) -> None:
        getattr(self, name)()

    def _go(self, page: PageName, _checked: bool = False) -> None:
        self.go(page)

    def _build(self) -> None:
        """Build the frame in the language of the window; the pages follow when they are shown."""
        self._pages = {}
        self._rail = Rail(self.appearance, self.language)
        self._rail.chosen.connect(self.go)
        self._header = Header(self.appearance)
        self._notices = Notices(self.appearance, self._header.export_button)
        self._notices.left.connect(self._back_to_page)
        self._stack = QStackedWidget()
        self._status = StatusBar(self.appearance)
        self._line = Separator()
        right, column = QWidget(), QVBoxLayout()
        for widget, stretch in (
            (self._header, 0),
            (self._line, 0),
            (self._notices, 0),
            (self._stack, 1),
            (self._status, 0),
        ):
            column.addWidget(widget, stretch)
        right.setLayout(column)
        self._whole, row = QWidget(), QHBoxLayout()
        row.addWidget(self._rail)
        row.addWidget(right, 1)
        self._whole.setLayout(row)
        for layout in (column, row):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.setCentralWidget(self._whole)
        self._toast = None
        self._hits: SearchList | None = None
        self._header.search.textEdited.connect(self._search)

    def _drop_pages(self) -> None:
        """Throw the pages away; each is built anew when it is shown. What was said of their file goes too."""
        if self._toast is not None:
            self._toast.put_away()
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages = {}

    def _search(self, wanted: str) -> None:
        from desktop.search import SearchList

        if self._document is None:
            return
        if self._hits is None:
            none_word = translate("Window", "“{text}”没有找到")
            self._hits = SearchList(self._header.search, none_word)
            self._hits.opened.connect(self.go)
        self._hits.show_hits(self._document.material, wanted)

    def _back_to_page(self) -> None:
        """Give the focus back to the page, where it was before a strip took it."""
        if self._page in self._pages:
            self._pages[self._page].enter()

    def _task_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.fail(error)

    def _leave_page(self) -> None:
        if self._page in self._pages:
            self._pages[self._page].leave()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := _dropped_file(event):
            event.acceptProposedAction()
            self.open_file(path)


def _dropped_file(event: QDropEvent) -> Path | None:
    """The file of ours that is dragged, if it is one."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() == SUFFIX else None


def _focus_first(pane: QWidget) -> None:
    """Give the focus to a pane, or to the first thing in it that takes it."""
    inside = [pane, *pane.findChildren(QWidget)]
    takes = (
        w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled()
    )
    if (first := next(takes, None)) is not None:
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
