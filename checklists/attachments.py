"""Looking at a file that is to be kept as evidence: its hash, its kind, and the copy for print of a photo."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from checklists.errors import UserError
from checklists.stored_bytes import sha256_and_size


class Attachment(NamedTuple):
    """What is known of a file: media type, UTC text or "" for when it was taken, b"" where it is no photo."""

    sha256: str
    size: int
    kind: str
    taken_at: str
    print_copy: bytes

    @property
    def print_sha256(self) -> str:
        """The hash of the print copy, "" where there is none."""
        return sha256_and_size(io.BytesIO(self.print_copy))[0] if self.print_copy else ""


@contextmanager
def opened(source: Path | bytes, name: str) -> Iterator[IO[bytes]]:
    """The bytes of a source as a file. Raises UserError (evidence-unreadable)."""
    try:
        with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file:
            yield file
    except OSError as error:
        raise UserError("evidence-unreadable", path=name, detail=error.strerror or error) from error


def must_be_readable(path: Path) -> None:
    """Raises UserError (evidence-unreadable) for a file that cannot be kept as evidence."""
    with opened(path, str(path)) as file:
        file.read(1)


def look_at(file: IO[bytes], name: str) -> Attachment:
    """Read a file from its beginning; an image that cannot be read is a plain file."""
    import mimetypes

    from checklists.photos import read_photo

    sha256, size = sha256_and_size(file)
    file.seek(0)
    if photo := read_photo(file):
        return Attachment(sha256, size, photo.kind, photo.taken_at, photo.print_copy)
    return Attachment(sha256, size, mimetypes.guess_type(name)[0] or "application/octet-stream", "", b"")
