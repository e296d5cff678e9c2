"""The lock beside an open file: `.~名称.zhiping.lock`, which says who writes to it, where, and since when."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from checklists.errors import UserError
from checklists.identifiers import new_id


class FileLock:
    """The lock that this program holds on a file."""

    def __init__(self, path: Path, content: bytes) -> None:
        self.path = path
        self._content = content

    @classmethod
    def take(cls, target: Path, person: str, device: str, *, confirmed: bool = False) -> FileLock:
        """Lock a file.

        The lock of a program that has ended on this machine is taken over. Any other lock is refused with
        UserError (file-locked) until a person has `confirmed` that nobody writes any more.
        """
        path = lock_path(target)
        content = json.dumps(
            {
                "person": person,
                "device": device,
                "pid": os.getpid(),
                "at": datetime.now(UTC).isoformat(timespec="seconds"),
            },
            ensure_ascii=False,
        ).encode()
        try:
            if not _made(path, content):
                _set_aside(path, target, device, confirmed=confirmed)
                if not _made(path, content):
                    raise _locked(target, path.read_bytes())
        except OSError as error:
            raise UserError("file-unwritable", path=target, detail=error.strerror or error) from error
        return cls(path, content)

    def release(self) -> None:
        """Give the file free, unless somebody has taken the lock over."""
        try:
            if self.path.read_bytes() == self._content:
                self.path.unlink()
        except OSError:
            return  # The drive is gone, or somebody took the lock away: then there is nothing to give free.


def lock_path(target: Path) -> Path:
    """Where the lock of a file stands."""
    return target.with_name(f".~{target.name}.lock")


def _made(path: Path, content: bytes) -> bool:
    """Make the lock; False where there is one."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    except FileExistsError:
        return False
    try:
        os.write(handle, content)
    finally:
        os.close(handle)
    return True


def _set_aside(path: Path, target: Path, device: str, *, confirmed: bool) -> None:
    """Remove a lock that binds nobody. Others may try at once: what is removed must be what was judged."""
    try:
        found = path.read_bytes()
        if not confirmed and not _is_dead(_holder(found), device):
            raise _locked(target, found)
        aside = path.with_name(f"{path.name}.{new_id()[:8]}")
        path.rename(aside)
        if aside.read_bytes() == found:
            aside.unlink()
            return
        aside.rename(path)
    except FileNotFoundError:
        return  # Its holder has just given it free.
    raise _locked(target, path.read_bytes())


def _holder(content: bytes) -> dict[str, object]:
    try:
        holder = json.loads(content)
    except ValueError:
        return {}
    return holder if isinstance(holder, dict) else {}


def _is_dead(holder: dict[str, object], device: str) -> bool:
    pid = holder.get("pid")
    return holder.get("device") == device and isinstance(pid, int) and not _runs(pid)


def _locked(target: Path, content: bytes) -> UserError:
    holder = _holder(content)
    machine = str(holder.get("device", "")).partition(" ")[2]
    return UserError("file-locked", path=target, person=holder.get("person") or "?", machine=machine or "?")


if sys.platform == "win32":

    def _runs(pid: int) -> bool:
        """Whether a process of this machine runs; `os.kill` would end it here."""
        import ctypes

        query, still_active = 0x1000, 259
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(query, False, pid)
        if not handle:
            return bool(kernel.GetLastError() == 5)  # access denied: it runs, as somebody else
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == still_active

else:

    def _runs(pid: int) -> bool:
        """Whether a process of this machine runs."""
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True
