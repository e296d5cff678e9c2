"""What is shown of an open file: what the file holds and, laid over it, what is still on its way there.

A change is shown at once and handed to the one writer thread (`writer.py`); it counts as saved when the file
holds it. What can be changed is for `document.py`.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from checklists.assessment import Answer, Assessment, Dossier, Point
from checklists.errors import Language, UserError
from checklists.library import Edition
from checklists.records import SAMPLE_FILE_ID, Records
from checklists.scope import Scope
from desktop.ahead import Ahead, unchanged
from desktop.tasks import Task
from desktop.translation import translate
from desktop.writer import (
    Change,
    Closed,
    News,
    Opened,
    Refused,
    Resumed,
    Stopped,
    Write,
    Writer,
    Written,
    look,
)
from exports.material import Material

if TYPE_CHECKING:
    from checklists.scoring import Figures

State = Literal["saved", "saving", "failed"]

#: Milliseconds between the backups of a file that stays open.
_BACKUP_EVERY: Final = 30 * 60 * 1000


class OpenDocument(QObject):
    """One open file, in the thread of the window. `material` is replaced after a change, never changed."""

    answered = Signal(str)
    figures_changed = Signal()
    scope_changed = Signal()
    findings_changed = Signal()
    evidence_changed = Signal(str)
    evidence_progress = Signal(str, int, int)
    profile_changed = Signal()
    language_changed = Signal()
    saving = Signal(str, str)
    refused = Signal(object)
    moved = Signal()
    closed = Signal(object)
    _told = Signal(object)
    _attaching = Signal(str, int, int)

    def __init__(
        self, path: Path, language: Language, writer: Callable[[Callable[[News], None]], Writer] | None
    ) -> None:
        """Meant for `Document.open`: without a writer the file is only read. Raises UserError."""
        super().__init__()
        self.path = path
        self.language: Language = language
        queued = Qt.ConnectionType.QueuedConnection
        self._told.connect(self._take, queued)
        self._attaching.connect(self.evidence_progress, queued)
        self._writer = writer(self._told.emit) if writer else None
        opened = self._writer.opened if self._writer else _only_looked_at(path)
        self.file_id = opened.file_id
        self.assessments: tuple[Assessment, ...] = opened.assessments
        self.material = Material(opened.edition.in_language(language), opened.dossier, local_today())
        self._saved = opened.dossier
        self._saved_at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        self._pending: deque[Change] = deque()
        self._undoable = self._redoable = 0
        self.is_closed = False
        self._failure: Exception | None = None
        self._backup: Task[Path] | None = None
        self._backed_up = datetime.now().astimezone()
        self._timer = QTimer(self, interval=_BACKUP_EVERY)
        self._timer.timeout.connect(self._back_up)
        if self._writer:
            self._timer.start()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._writer is None

    @property
    def is_sample(self) -> bool:
        """Whether this is the sample enterprise, whose report cannot be handed in."""
        return self.file_id == SAMPLE_FILE_ID

    @property
    def dossier(self) -> Dossier:
        """All of the assessment as it is shown."""
        return self.material.dossier

    @property
    def edition(self) -> Edition:
        """The edition in the language of the window."""
        return self.material.edition

    @property
    def scope(self) -> Scope:
        """Which items apply, and why."""
        return self.material.scope

    @property
    def figures(self) -> Figures:
        """The figures and the grade."""
        return self.material.figures

    @property
    def points(self) -> tuple[Point, ...]:
        """What is still to be done before handing in."""
        return self.material.points

    @property
    def can_undo(self) -> bool:
        """Whether there is a step of this session to take back."""
        return self._undoable > 0

    @property
    def can_redo(self) -> bool:
        """Whether an undo was the last thing done."""
        return self._redoable > 0

    @property
    def unsaved(self) -> int:
        """How many changes are not in the file yet."""
        return len(self._pending)

    @property
    def failure(self) -> Exception | None:
        """Why nothing can be saved at present."""
        return self._failure

    @property
    def state(self) -> State:
        """Whether everything shown is in the file."""
        if self._failure:
            return "failed"
        return "saving" if self._pending else "saved"

    @property
    def state_text(self) -> str:
        """The state in words."""
        if isinstance(self._failure, UserError):
            return translate("Document", "没有保存：{reason}").format(
                reason=self._failure.sentence(self.language)
            )
        if self._failure:
            return translate("Document", "没有保存：程序出错了，原有内容完好")
        if self.read_only:
            return translate("Document", "只读")
        if self._pending:
            return translate("Document", "保存中")
        same_day = self._saved_at.date() == local_today()
        when = self._saved_at.strftime("%H:%M" if same_day else "%Y-%m-%d %H:%M")
        return translate("Document", "已保存 {time}").format(time=when)

    def undo(self) -> None:
        """Take the last step of this session back, by new changes."""
        if self._writer and self.can_undo:
            self._undoable, self._redoable = self._undoable - 1, self._redoable + 1
            self._await(self._writer.undo(), self.dossier)

    def redo(self) -> None:
        """Take the last undo back."""
        if self._writer and self.can_redo:
            self._undoable, self._redoable = self._undoable + 1, self._redoable - 1
            self._await(self._writer.redo(), self.dossier)

    def set_language(self, language: Language) -> None:
        """Word everything in another language."""
        self.language = language
        self.material = Material(self.edition.in_language(language), self.dossier, local_today())
        self.language_changed.emit()
        self._say()

    def retry(self) -> None:
        """Go on writing after a failure."""
        if self._writer and self._failure:
            self._writer.retry()

    def move_to(self, path: Path) -> None:
        """Go on in a copy of the file at another place, with what could not be written."""
        if self._writer:
            self._writer.move_to(path)

    def close(self) -> None:
        """Write what is pending, make a backup, give the lock free, then say `closed`; not while `failed`."""
        self._close(abandon=False)

    def abandon(self) -> None:
        """Close without what could not be written."""
        self._close(abandon=True)

    def _close(self, *, abandon: bool) -> None:
        if self._writer:
            self._writer.close(abandon=abandon)
        else:
            self._told.emit(Closed(None))

    def _change(self, ahead: Ahead, write: Write, *, kept: bool = False) -> None:
        """Show a change and hand it to the writer, unless it changes nothing. Raises UserError."""
        if self._writer is None:
            raise UserError("file-read-only", path=self.path)
        step = Change(ahead, write, "kept" if kept else "step")
        shown = ahead(self.dossier)
        if shown == self.dossier and ahead is not unchanged:
            return
        if not kept:
            self._undoable, self._redoable = self._undoable + 1, 0
        self._writer.add(step)
        self._await(step, shown)

    def _await(self, change: Change, shown: Dossier) -> None:
        self._pending.append(change)
        self._show(shown)
        self._say()

    def _take(self, news: News) -> None:
        match news:
            case Written(_, dossier):
                self._pending.popleft()
                self._saved, self._saved_at = dossier, datetime.now().astimezone()
            case Refused(change, error):
                self._pending.popleft()
                self._undoable -= change.kind in {"step", "redo"}
                self._redoable -= change.kind == "undo"
                self.refused.emit(error)
            case Stopped(error):
                self._failure = error
            case Resumed(path, moved):
                self._failure = None
                if moved:
                    self.path, self._undoable, self._redoable = path, 0, 0
                    self.moved.emit()
            case Closed(error):
                if self._writer:
                    self._writer.join()  # its thread is not to be the last to hold an object of Qt
                self._timer.stop()
                self.is_closed = True
                self.closed.emit(error)
                return
        self._show(self._with_pending())
        self._say()
        if isinstance(news, Stopped) and not isinstance(news.error, UserError):
            sys.excepthook(type(news.error), news.error, news.error.__traceback__)

    def _with_pending(self) -> Dossier:
        """What the file holds with what is on its way."""
        dossier = self._saved
        for change in self._pending:
            dossier = change.ahead(dossier)
        return dossier

    def _show(self, dossier: Dossier) -> None:
        """Show another state, and say what is new in it."""
        former = self.material
        if dossier == former.dossier:
            return
        self.material = former.following(dossier)
        if former.scoped_by != self.material.scoped_by:
            self.scope_changed.emit()
        for said in self._differences(former.dossier, dossier):
            said()

    def _differences(self, former: Dossier, now: Dossier) -> Iterator[Callable[[], None]]:
        """The signals that tell what differs; the time of an answer alone does not."""
        stated = (former.profile, former.assessment) != (now.profile, now.assessment)
        if stated:
            yield self.profile_changed.emit
        answered = [i for i in {*former.answers, *now.answers} if _differ(former.answer(i), now.answer(i))]
        yield from (partial(self.answered.emit, item) for item in answered)
        attached = {e.item for e in {*former.evidence} ^ {*now.evidence}}
        yield from (partial(self.evidence_changed.emit, item) for item in attached)
        if (former.findings, former.actions) != (now.findings, now.actions):
            yield self.findings_changed.emit
        if stated or answered or attached:
            yield self.figures_changed.emit

    def _say(self) -> None:
        self.saving.emit(self.state, self.state_text)

    def _back_up(self) -> None:
        """Make the backup that is due, unless nothing was saved since the last."""
        from checklists.backups import back_up

        path, file_id = self.path, self.file_id
        if self._backed_up < self._saved_at and not (self._backup and self._backup.running):
            self._backed_up = self._saved_at
            self._backup = Task(lambda _: back_up(path, file_id))
            self._backup.failed.connect(self._no_backup)
            self._backup.start()

    def _no_backup(self, error: Exception) -> None:
        self.refused.emit(UserError("backup-failed", cause=error))


def local_today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()


def _only_looked_at(path: Path) -> Opened:
    with Records.open(path, write=False) as records:
        return look(records)


def _differ(former: Answer, now: Answer) -> bool:
    return former is not now and former._replace(at="") != now._replace(at="")
