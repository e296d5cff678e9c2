"""A report leaves the window: its file name, the file, the printer. Plain functions, meant for a Task."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from checklists.errors import UserError
from checklists.files import safe_name, write_file
from desktop.pdf_pages import page_picture, read_pages
from desktop.printing import Printed
from desktop.tasks import Progress
from desktop.translation import translate

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: Dots per inch beyond which a printed page gains nothing, and rows that are made at a time (20 MB of A4).
_DPI: Final = 600
_ROWS: Final = 1000

#: What the system says of a target that cannot be written -> code of the failure; Windows lacks some.
_CODES: Final[Mapping[str, str]] = {
    "ENOSPC": "disk-full",
    "EDQUOT": "disk-full",
    "EROFS": "file-read-only",
    "EBUSY": "file-busy",
    "ETXTBSY": "file-busy",
}
#: Windows' numbers for a file that is open in another program: access denied, sharing violation, locked.
_OPEN_ELSEWHERE: Final = frozenset({5, 32, 33})


def file_name(report: Printed) -> str:
    """The name proposed for a report's file: enterprise, year, what it is, and whether it is only a draft."""
    material = report.material
    words = {
        "blank": translate("Report", "空白检查表"),
        "draft": translate("Report", "自评报告（草稿）"),
        "sample": translate("Report", "自评报告（样例）"),
        "final": translate("Report", "自评报告"),
    }
    parts = [material.enterprise, material.dossier.assessment.year, words[report.state]]
    if material.internal:
        parts.append(translate("Report", "内部版"))
    return safe_name("-".join(part for part in parts if part)) + ".pdf"


def save_pdf(path: Path, pdf: bytes) -> Path:
    """Write a PDF beside the target, read it back, move it into place; returns where it is.

    Raises UserError: disk-full, file-busy, file-read-only, file-unwritable; a former file is then as it was.
    """
    # Moving a file into place would replace one that somebody has protected.
    if path.exists() and not path.stat().st_mode & 0o200:
        raise UserError("file-read-only", path=path)
    try:
        write_file(path, pdf)
    except UserError as error:
        cause = error.__cause__
        if not isinstance(cause, OSError):
            raise
        code = _CODES.get(errno.errorcode.get(cause.errno or 0, ""), error.code)
        if path.exists() and getattr(cause, "winerror", None) in _OPEN_ELSEWHERE:
            code = "file-busy"
        raise UserError(code, **error.values) from cause
    return path


def set_up(printer: QPrinter) -> None:
    """Set a printer to A4 without margins of its own: the report brings them."""
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(0, 0, 0, 0),
    )
    printer.setPageLayout(layout)
    printer.setFullPage(True)


def print_pdf(pdf: bytes, printer: QPrinter, progress: Progress) -> bool:
    """Print the pages asked for at the printer's own resolution; returns whether it took them all."""
    sizes = read_pages(pdf).sizes
    first, last = printer.fromPage() or 1, printer.toPage() or len(sizes)
    pages = list(range(first - 1, min(last, len(sizes))))
    # Where the printer itself makes the copies, they are asked for already.
    pages *= 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for number, page in enumerate(pages):
            if not progress(number, len(pages)):
                printer.abort()
                return False
            if number and not printer.newPage():
                return False
            _print_page(painter, printer, pdf, page, sizes[page])
    finally:
        painter.end()
    progress(len(pages), len(pages))
    return True


def _print_page(
    painter: QPainter, printer: QPrinter, pdf: bytes, page: int, size: tuple[float, float]
) -> None:
    """Print a page as large as the paper takes, in the middle, band after band."""
    paper = printer.paperRect(printer.Unit.DevicePixel)
    target = QSizeF(*size).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (paper.width() - target.width()) / 2, (paper.height() - target.height()) / 2
    fine = min(1.0, _DPI / max(printer.resolution(), 1))
    width, height = round(target.width() * fine), round(target.height() * fine)
    scale = target.height() / height
    for start in range(0, height, _ROWS):
        rows = min(_ROWS, height - start)
        band = page_picture(pdf, page, width, height, top=start, rows=rows)
        painter.drawImage(QRectF(left, top + start * scale, target.width(), rows * scale), band)
