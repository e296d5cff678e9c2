"""Writing files so that a failure leaves the former one; names that every system takes; what is there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from checklists.errors import UserError
from checklists.identifiers import new_id

#: What Windows forbids in a name, besides control characters.
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
#: Names that Windows keeps for devices, whatever their extension.
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
#: File systems count bytes (255) or UTF-16 units (255); this leaves room for what is put before and after.
_NAME_BYTES: Final = 180


def safe_name(text: str, instead: str = "_") -> str:
    """The text as a file name (without its extension) that Windows, macOS and Linux take; never empty."""
    name = _FORBIDDEN.sub(instead, text).strip().rstrip(". ")
    name = name.encode(errors="ignore")[:_NAME_BYTES].decode(errors="ignore").rstrip(". ")
    return f"{instead}{name}" if not name or _RESERVED.fullmatch(name) else name


def is_there(path: Path) -> bool:
    """Whether something is at a path; False where that cannot be told, as of a pulled stick."""
    try:
        return path.exists()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder is at a path; False where that cannot be told."""
    try:
        return path.is_dir()
    except OSError:
        return False


def write_file(path: Path, data: bytes) -> None:
    """Write beside the target, read back, move into place.

    Raises UserError (file-unwritable); then the former file is as it was and nothing is left beside it.
    """
    with beside(path) as new:
        _write_through(new, data)
        if new.read_bytes() != data:
            raise OSError("read back differs")


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A name beside the target for what is to become it: moved into place at the end of the block.

    Whatever is raised inside, the target stays as it was and the new file is gone; OSError becomes UserError.
    """
    target = path.resolve()
    new = target.with_name(f".~{new_id()[-12:]}.tmp")
    try:
        try:
            yield new
            new.replace(target)
            _keep_name(target.parent)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        raise UserError("file-unwritable", path=path, detail=error.strerror or error) from error


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep_name(folder: Path) -> None:
    """Make a new name in a folder outlast a power cut; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
