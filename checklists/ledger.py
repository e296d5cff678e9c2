"""Entering an edition's meanings into ledger.csv: from then on they cannot change inside the edition."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from checklists.check_history import COLUMNS, ledger_rows
from checklists.content import Content, read
from checklists.files import write_file


def release(folder: Path) -> int:
    """Add the rows of the present edition that ledger.csv does not have yet; returns how many.

    The content must be free of errors. Raises UserError (file-unwritable).
    """
    ledger = folder / "ledger.csv"
    kept = [row for row in csv.reader(io.StringIO(_text(ledger))) if row][1:]
    known = {tuple(row[:4]) for row in kept}
    added = [list(row) for row in ledger_rows(Content(read(folder))) if tuple(row[:4]) not in known]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([COLUMNS, *kept, *added])
    write_file(ledger, text.getvalue().encode())
    return len(added)


def _text(ledger: Path) -> str:
    return ledger.read_text(encoding="utf-8") if ledger.is_file() else ""
