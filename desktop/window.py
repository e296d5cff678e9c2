"""The window with its file: opening, saving, closing, and what is said of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from checklists.errors import UserError
from checklists.files import beside
from desktop import messages, translation
from desktop.actions import PLACES
from desktop.appearance import Appearance
from desktop.document import Document
from desktop.file_dialogs import ask_for_new_file, open_outside
from desktop.file_words import enterprise, heading, overdue, scope_line
from desktop.frame import add_action
from desktop.instance import Claim
from desktop.notices import Matter
from desktop.opening import Opener
from desktop.pages import PageMaker, PageName, make_page
from desktop.preferences import Preferences
from desktop.shell import ShellWindow
from desktop.translation import translate

#: How many files of before the menu offers.
_RECENT: Final = 6


class Window(ShellWindow):
    """One window, with one file or none."""

    #: It is closed, and with it its file.
    ended = Signal()

    def __init__(
        self, app: QApplication, appearance: Appearance, preferences: Preferences, make: PageMaker = make_page
    ) -> None:
        super().__init__(appearance, preferences, make)
        self._app = app
        self._claim: Claim | None = None
        self._after: Callable[[], None] | None = None
        self._first: tuple[PageName | None, str] = (None, "")
        self._wanted: Path | None = None
        self._reason: UserError | None = None
        self._opener = Opener(self, appearance, preferences)
        self._opener.opened.connect(self._opened)
        self._opener.failed.connect(self._not_opened)
        self._opener.taken.connect(self._taken)
        preferences.changed.connect(self._preference_changed)
        self.restoreGeometry(QByteArray.fromBase64(preferences.now.window.encode()))
        self._build()

    def open_file(self, path: Path, page: PageName | None = None, where: str = "") -> None:
        """Open another file in place of this one, at a page if one is named."""
        if self._document and path.absolute() == self._document.path.absolute():
            self.come_to_front()
            self.go(page or self._page, where)
            return
        self._first = page, where
        self._opener.open(path, self.language)

    def choose_file(self) -> None:
        """Ask for a file and open it."""
        self._opener.choose(self.language)

    def new_file(self) -> None:
        """Ask for a place and begin a new file there."""
        self._opener.new(self.language)

    def open_sample(self) -> None:
        """Open the sample enterprise."""
        self.run(self._opener.sample(self.language))

    def restore_backup(self, backup: Path | None = None) -> None:
        """Make a backup a file again and open it."""
        self._opener.restore(self.language, backup)

    def undo(self) -> None:
        """Take the last change back."""
        if self._document:
            self._document.undo()

    def redo(self) -> None:
        """Take the last undo back."""
        if self._document:
            self._document.redo()

    def _build(self) -> None:
        super()._build()
        self._header.undone.connect(self.undo)
        self._notices.followed.connect(self._follow)
        self._header.file_menu.aboutToShow.connect(self._fill_file_menu)
        self._header.export_menu.aboutToShow.connect(self._fill_export_menu)
        self._show_file()

    # Opening

    def _opened(self, document: Document, claim: Claim, new: bool) -> None:
        self._close_then(partial(self._take_over, document, claim, new))

    def _take_over(self, document: Document, claim: Claim, new: bool) -> None:
        self._drop_pages()
        self._document, self._claim = document, claim
        claim.called.connect(self.come_to_front)
        self.after_paint(claim.listen)
        self.after_paint(partial(self.preferences.opened, document.path))
        document.saving.connect(self._saving)
        document.refused.connect(self.fail)
        document.profile_changed.connect(self._show_file)
        document.scope_changed.connect(self._show_file)
        document.findings_changed.connect(self._count_overdue)
        document.moved.connect(self._moved)
        document.closed.connect(self._closed)
        self._notices.put_away("failure")
        self._show_file()
        (page, where), self._first = self._first, (None, "")
        started = bool(document.dossier.answers) and not document.dossier.profile.missing()
        self.go(page or ("questions" if started and not new else "profile"), where)

    def _not_opened(self, error: UserError, path: Path) -> None:
        self._wanted, self._reason = path, error
        remedy = messages.opening_remedy(error)
        self._notices.show_notice("failure", "bad", error.sentence(self.language), remedy.way, remedy.word)

    def _taken(self, path: Path) -> None:
        sentence = translate("Window", "{file} 已在另一个窗口打开。").format(file=path.name)
        self._notices.show_notice("failure", "info", sentence, "ok", translate("Window", "知道了"))

    def follow_notice(self, matter: Matter) -> None:
        """Go the way that the strip on a matter offers, as its link does."""
        self._follow(matter, self._notices.way(matter))

    def _follow(self, matter: Matter, way: str) -> None:
        """Go the way that a strip offers."""
        path = self._wanted
        if matter != "saving":
            self._notices.put_away(matter)
        match way:
            case "look" if path:
                self._opener.open(path, self.language, write=False)
            case "write":
                self._write_anyway()
            case "forget" if path:
                self.preferences.forget(path)
            case "restore":
                self.restore_backup()
            case "choose":
                self.choose_file()
            case "copy":
                self._copy()
            case "retry" if self._document:
                self._document.retry()

    def _write_anyway(self) -> None:
        """Take over a file that another person or machine may have open, once that is out of the question."""
        if self._document is None:
            return
        path = self._document.path
        box = messages.ask(
            self,
            translate("Window", "确认没有别人正在使用 {file}").format(file=path.name),
            translate("Window", "没有人在用，改为可写"),
            translate("Window", "继续只看"),
            detail=translate("Window", "两处同时写入会丢失改动。"),
        )
        box.accepted.connect(
            lambda: self._close_then(lambda: self._opener.open(path, self.language, confirmed=True))
        )

    # Saving

    def _saving(self, state: str, text: str) -> None:
        document = self._document
        if document is None:
            return
        self._status.show_state(state, text)
        self._header.allow_undo(document.can_undo)
        if document.failure is None:
            if self._after is None:
                self._notices.put_away("saving")
            return
        remedy = messages.saving_remedy(document.failure)
        self._notices.show_notice("saving", "bad", text, remedy.way, remedy.word)
        if self._after is not None:
            self._ask_to_abandon(document)

    def _copy(self) -> None:
        """Go on in a copy at another place."""
        document = self._document
        title = translate("Window", "另存一份")
        if document is None:
            return
        path = ask_for_new_file(self, str(document.path.parent), title, document.path.stem)
        if path is None:
            return
        if document.read_only:
            try:
                with beside(path) as new:
                    shutil.copyfile(document.path, new)
            except UserError as error:
                self.fail(error)
                return
            self.open_file(path)
        else:
            document.move_to(path)

    def _moved(self) -> None:
        if self._document and self._claim:
            self._claim.release()
            self._claim = Claim(self._document.path)
            self._claim.called.connect(self.come_to_front)
            self._claim.listen()
            self.preferences.opened(self._document.path)
            self._show_file()

    # Closing

    def _close_then(self, then: Callable[[], None]) -> None:
        """Close the file that is open, if one is, and go on; ask first where something cannot be saved."""
        self._leave_page()
        document = self._document
        if document is None:
            then()
            return
        self._after = then
        if document.failure is not None:
            self._ask_to_abandon(document)
            return
        if document.unsaved:
            said = translate("Window", "正在保存，写完就关闭。")
            self._notices.show_notice("saving", "info", said, "ok", "")
        self._whole.setEnabled(False)
        document.close()

    def _ask_to_abandon(self, document: Document) -> None:
        self._whole.setEnabled(True)
        box = messages.ask(
            self,
            translate("Window", "还有 {n} 处改动没有保存").format(n=document.unsaved),
            translate("Window", "放弃这些改动并关闭"),
            translate("Window", "返回"),
            detail=document.state_text,
        )
        box.accepted.connect(document.abandon)
        box.rejected.connect(self._stay)

    def _stay(self) -> None:
        self._after = None

    def _closed(self, error: Exception | None) -> None:
        self._drop_pages()  # before their document: what dies last may still be spoken to
        if self._document:
            self._document.deleteLater()
        if self._claim:
            self._claim.release()
        self._document = self._claim = None
        then, self._after = self._after, None
        self._whole.setEnabled(True)
        for matter in ("saving", "reading"):
            self._notices.put_away(matter)
        self._show_file()
        if isinstance(error, UserError):
            box = messages.tell(self, error.sentence(self.language), translate("Window", "知道了"))
            box.finished.connect(lambda _result: then() if then else None)
        elif then is not None:
            then()
        if error is not None and not isinstance(error, UserError):
            raise error

    def _end(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._document is not None:
            event.ignore()
            self._close_then(self._end)
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.preferences.set(window=geometry)
        event.accept()
        self.ended.emit()

    def finish(self) -> None:
        """Wait for what still runs in other threads, for the end of the program."""
        for task in self._tasks:
            task.cancel()
            task.join()

    # What is shown of the file

    def _show_file(self) -> None:
        document = self._document
        self._rail.allow([p.page for p in PLACES if document is not None or not p.needs_file])
        if document is None:
            self._header.show_file("")
            self.setWindowTitle(translate("Window", "质评"))
            return
        self._header.show_file(heading(document))
        self._header.allow_undo(document.can_undo)
        self._status.show_file(document.path, scope_line(document))
        self._status.show_state(document.state, document.state_text)
        self.setWindowTitle(f"{enterprise(document)} – {translate('Window', '质评')}")
        self._count_overdue()
        if document.read_only:
            self._show_read_only(document)

    def _show_read_only(self, document: Document) -> None:
        said = translate("Window", "{file} 只能看，不能改。").format(file=document.path.name)
        locked = self._reason is not None and self._reason.code == "file-locked"
        word = translate("Window", "改为可写") if locked else translate("Window", "另存一份")
        self._notices.show_notice("reading", "lock", said, "write" if locked else "copy", word)

    def _count_overdue(self) -> None:
        if self._document:
            self._rail.buttons["findings"].set_count(overdue(self._document))

    def _fill_file_menu(self) -> None:
        menu = self._header.file_menu
        menu.clear()
        add_action(menu, translate("Window", "打开文件…"), self.choose_file, keys="Ctrl+O")
        add_action(menu, translate("Window", "新建企业文件…"), self.new_file, keys="Ctrl+N")
        add_action(menu, translate("Window", "从备份恢复…"), self._restore)
        menu.addSeparator()
        for recent in self.preferences.now.recent[:_RECENT]:
            add_action(menu, Path(recent).name, partial(self._open_recent, recent))
        menu.addSeparator()
        add_action(menu, translate("Window", "打开所在文件夹"), self._show_folder)
        add_action(menu, translate("Window", "关闭文件"), self.close_file)

    def _fill_export_menu(self) -> None:
        menu = self._header.export_menu
        menu.clear()
        add_action(menu, translate("Window", "评估报告 PDF"), self.print_report, keys="Ctrl+P")
        add_action(menu, translate("Window", "空白检查表 PDF"), self._print_blank)

    def _restore(self) -> None:
        self.restore_backup()

    def _open_recent(self, path: str, _checked: bool = False) -> None:
        self.open_file(Path(path))

    def _print_blank(self) -> None:
        self.go("report", "blank")

    def _show_folder(self) -> None:
        if self._document is None:
            return
        try:
            open_outside(self._document.path.parent)
        except UserError as error:
            self.fail(error)

    def close_file(self) -> None:
        """Close the file and show the start page."""
        self._close_then(partial(self.go, "start"))

    def _preference_changed(self, name: str) -> None:
        now = self.preferences.now
        if name == "theme":
            self.appearance.choose(theme=now.theme)
        elif name == "text_size":
            self.appearance.choose(size=now.text_size)
        elif name == "language":
            translation.install(self._app, self.language)
            if self._document:
                self._document.set_language(self.language)
            self._leave_page()
            self._build()
            self.go(self._page)
