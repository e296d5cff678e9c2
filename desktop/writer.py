"""The one thread that writes to the open file, with Records of its own. What happens it tells a function.

Changes are written in the order in which they were handed in. A fault of the file (the disk is full, the
stick is gone, somebody else wrote) stops it: the change and all later ones wait for a retry, another place or
to be abandoned. A change that the rules or its source refuse is dropped, and said to be.
"""

from __future__ import annotations

import queue
import shutil
import threading
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final, Literal, NamedTuple

from checklists.assessment import Assessment, Dossier
from checklists.errors import UserError
from checklists.files import beside
from checklists.library import Edition
from checklists.records import Records
from desktop.ahead import Ahead, unchanged

#: Records, and the id of the assessment.
Write = Callable[[Records, str], object]

#: What is written beside the changes of a person and cannot be taken back.
_NO_STEP: Final = frozenset({"file", "person", "subject", "issued"})


class Change:
    """One change: what it makes of the dossier in memory, and how it is written.

    Only a `step` is taken back by undo; of `kept` are a report as issued and a backup.
    """

    def __init__(
        self, ahead: Ahead, write: Write, kind: Literal["step", "undo", "redo", "kept"] = "step"
    ) -> None:
        self.ahead = ahead
        self.write = write
        self.kind = kind


class Opened(NamedTuple):
    """What is known of a file when it has been opened."""

    file_id: str
    assessments: tuple[Assessment, ...]
    dossier: Dossier
    edition: Edition


class Written(NamedTuple):
    """A change is in the file; the dossier was read after it."""

    change: Change
    dossier: Dossier


class Refused(NamedTuple):
    """A change was dropped: the rules or its source refused it."""

    change: Change
    error: UserError


class Stopped(NamedTuple):
    """Nothing is written any more: a fault of the file, or of ours where it is no UserError."""

    error: Exception


class Resumed(NamedTuple):
    """The file was opened anew, here or at another place, and what waits is being written."""

    path: Path
    moved: bool


class Closed(NamedTuple):
    """The file is closed; the error says why there is no backup."""

    error: Exception | None


News = Written | Refused | Stopped | Resumed | Closed


def is_fault_of_file(error: Exception) -> bool:
    """Whether trying again may help, or another place."""
    return isinstance(error, UserError) and (error.code.startswith("file-") or error.code == "disk-full")


def look(records: Records) -> Opened:
    """The newest assessment of a file and its edition."""
    dossier = records.dossier()
    edition = records.edition(dossier.assessment.edition)
    return Opened(records.file_id, records.assessments(), dossier, edition)


class Writer:
    """Writes changes one after the other. Its methods may be called from any thread and, but `wait` and
    `join`, return at once.
    """

    def __init__(
        self,
        records: type[Records],
        path: Path,
        person: str,
        tell: Callable[[News], None],
        *,
        confirmed: bool,
    ) -> None:
        """Open the file as `Records.open` does and wait until it is; `tell` is called in its thread."""
        self._class = records
        self._person = person
        self._tell = tell
        self._orders: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._waiting: deque[Change] = deque()
        self._known: Dossier | None = None
        self._failure: Exception | None = None
        self._ended = False
        first: queue.SimpleQueue[Opened | BaseException] = queue.SimpleQueue()
        self._thread = threading.Thread(
            target=self._run, args=(first, path, confirmed), name="writer", daemon=True
        )
        self._thread.start()
        found = first.get()
        if isinstance(found, BaseException):
            self.join()
            raise found
        self.opened = found

    def add(self, change: Change) -> None:
        """Hand in a change."""
        self._orders.put(partial(self._add, change))

    def undo(self) -> Change:
        """Take the last step of this session back, by new changes."""
        change = Change(unchanged, lambda records, _: self._steps.undo(records), "undo")
        self.add(change)
        return change

    def redo(self) -> Change:
        """Take the last undo back."""
        change = Change(unchanged, lambda records, _: self._steps.redo(records), "redo")
        self.add(change)
        return change

    def retry(self) -> None:
        """Go on after a failure, with the file opened anew."""
        self._orders.put(partial(self._resume, None))

    def move_to(self, path: Path) -> None:
        """Copy the file as it is now to another place and go on there."""
        self._orders.put(partial(self._resume, path))

    def close(self, *, abandon: bool = False) -> None:
        """Close the file; not while changes wait for a retry, unless to abandon them."""
        self._orders.put(partial(self._close, abandon=abandon))

    def wait(self) -> None:
        """Wait until all that was handed in so far is in the file. Raises the failure that stopped it."""
        reached = threading.Event()
        self._orders.put(reached.set)
        while not reached.wait(0.1) and self._thread.is_alive():
            pass
        if self._failure:
            raise self._failure

    def join(self) -> None:
        """Wait until the file is closed and the thread has ended."""
        self._thread.join()

    def _run(self, first: queue.SimpleQueue[Opened | BaseException], path: Path, confirmed: bool) -> None:
        try:
            self._records = self._class.open(path, person=self._person, confirmed=confirmed)
            try:
                found = look(self._records)
                self._steps = _Steps(self._records)
            except BaseException:
                self._records.close()
                raise
        except BaseException as error:
            first.put(error)
            return
        self._known = found.dossier
        self._assessment = found.dossier.assessment.id
        first.put(found)
        while not self._ended:
            self._orders.get()()

    def _add(self, change: Change) -> None:
        self._waiting.append(change)
        if self._failure is None:
            self._write()

    def _write(self) -> None:
        try:
            while self._waiting:
                self._write_one(self._waiting[0])
        except Exception as error:
            self._stop(error)

    def _stop(self, error: Exception) -> None:
        if isinstance(error, UserError) and error.code == "file-changed" and not self._records.path.exists():
            error = UserError("file-missing", path=self._records.path)
        self._failure = error
        self._tell(Stopped(error))

    def _write_one(self, change: Change) -> None:
        try:
            change.write(self._records, self._assessment)
        except UserError as error:
            if is_fault_of_file(error):
                raise
            self._waiting.popleft()
            self._tell(Refused(change, error))
            return
        self._waiting.popleft()
        self._known = None
        self._known = self._records.dossier(self._assessment)
        self._tell(Written(change, self._known))

    def _resume(self, path: Path | None) -> None:
        if path is None and self._failure is None:
            return
        try:
            now = self._opened_anew(path)
        except Exception as error:
            self._stop(error)
            return
        self._known, self._failure = now, None
        self._tell(Resumed(self._records.path, path is not None))
        self._write()

    def _opened_anew(self, path: Path | None) -> Dossier:
        """Open the file again, or a copy at another path; what others changed is only gone on with in a copy.

        Raises UserError.
        """
        old = self._records.path
        if path is not None and path.exists():
            raise UserError("file-exists", path=path)
        with suppress(UserError):
            self._records.close()
        if path is not None:
            with beside(path) as new:
                shutil.copyfile(old, new)
        self._records = self._class.open(path or old, person=self._person)
        now = self._records.dossier(self._assessment)
        if path is not None:
            self._steps = _Steps(self._records)
        elif self._known is not None and now != self._known:
            raise UserError("file-changed", path=old)
        return now

    def _close(self, *, abandon: bool) -> None:
        if self._failure is not None and not abandon:
            return
        error: Exception | None = None
        try:
            self._records.close()
        except Exception as raised:
            error = raised
        self._ended = True
        self._tell(Closed(error))


class _Steps:
    """The steps of this session, named by their clocks: all that came into the file since it was opened is
    ours, because we hold its lock.
    """

    def __init__(self, records: Records) -> None:
        self._done: list[int] = []
        self._undone: list[int] = []
        self._seen = records.clock

    def undo(self, records: Records) -> None:
        """Take the last step back, if there is one."""
        self._take_back(records, self._done, self._undone)

    def redo(self, records: Records) -> None:
        """Take the last undo back, if nothing was changed since."""
        self._take_back(records, self._undone, self._done)

    def _take_back(self, records: Records, taken: list[int], made: list[int]) -> None:
        known = records.history()
        steps = {change.clock: change.id for change in known if change.entity not in _NO_STEP}
        self._look(steps)
        if taken:
            records.undo(steps[taken[-1]])
            taken.pop()
            # What takes a step back is a step of its own, the next in the file.
            self._seen = known[-1].clock + 1
            made.append(self._seen)

    def _look(self, steps: Mapping[int, str]) -> None:
        """Take in the steps made since the last look: they end what could be redone."""
        new = [clock for clock in steps if clock > self._seen]
        if new:
            self._undone.clear()
            self._done += new
            self._seen = new[-1]
