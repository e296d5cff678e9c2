"""What was released stays: ids never vanish or return, and mean the same within an edition.

`ledger.csv` holds a row for each item and tightening of each released edition; `withdrawn.yaml` names the ids
that are gone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from checklists.compiling import item_hashes, tightening_hashes
from checklists.content import Content, Entry, Question
from checklists.problems import Place, Problem

COLUMNS: Final = ("edition", "kind", "id", "meaning", "text")


class LedgerRow(NamedTuple):
    """One item (`id` as it is) or tightening (`id` is file/id) as released in an edition."""

    edition: str
    kind: str
    id: str
    meaning: str
    text: str


def ledger_rows(content: Content) -> list[LedgerRow]:
    """The rows of the present content, which must be free of errors, in the order of the files."""
    edition = content.top("edition")
    name = edition.id if edition else ""
    return [
        LedgerRow(name, kind, key, *_hashes(content, kind, q)) for (kind, key), q in _present(content).items()
    ]


def check_history(content: Content, folder: Path) -> Iterator[Problem]:
    """Ids that vanished or returned and meanings that changed within an edition."""
    yield from _withdrawn_items(content)
    ledger = folder / "ledger.csv"
    if not ledger.is_file():
        return
    name = f"{folder.name}/ledger.csv"
    rows, problems = _read(ledger, name)
    yield from problems
    present, gone = _present(content), _gone(content)
    last = {(row.kind, row.id): place for row, place in rows}
    for (kind, key), place in last.items():
        if (kind, key) not in present and key not in gone:
            yield Problem(place, "id-vanished", {"id": key})
    for row, _ in rows:
        question = present.get((row.kind, row.id))
        if question is not None:
            yield from _changed(content, row, question)


def _changed(content: Content, row: LedgerRow, question: Question) -> Iterator[Problem]:
    edition = content.top("edition")
    if edition is None or row.edition != edition.id:
        return
    meaning, _ = _hashes(content, row.kind, question)
    if row.meaning not in {meaning, *question.entry.texts("same_as")}:
        yield question.entry.problem("meaning-changed", edition=row.edition, meaning=row.meaning)


def _present(content: Content) -> Mapping[tuple[str, str], Question]:
    items = {("item", q.entry.id): q for q in content.questions if q.entry.id}
    return items | {("tightening", tightening_key(q)): q for q in content.tightenings}


def tightening_key(question: Question) -> str:
    """What a tightening is called in ledger and withdrawn ids: its file and its id, or else the item's."""
    return f"{question.file.id}/{question.entry.id or question.entry.text('item')}"


def _hashes(content: Content, kind: str, question: Question) -> tuple[str, str]:
    path = next(p for p, e in content.checklists.items() if e.loaded is question.file.loaded)
    english = content.top(f"en/{path}")
    key = question.entry.id or question.entry.text("item")
    words = english.entry("items" if kind == "item" else "tightens").entry(key).raw if english else {}
    return (item_hashes if kind == "item" else tightening_hashes)(question.entry.raw, words)


def _gone(content: Content) -> Mapping[str, Entry]:
    withdrawn = content.top("withdrawn")
    return {w.id: w for w in withdrawn.entries("withdrawn")} if withdrawn else {}


def _withdrawn_items(content: Content) -> Iterator[Problem]:
    living = {key for _, key in _present(content)}
    for name, entry in _gone(content).items():
        if name in living:
            yield entry.problem("id-revived", "id", id=name)
        for number, heir in enumerate(entry.texts("replaced_by")):
            if heir not in content.items:
                yield entry.problem("unknown-item", "replaced_by", number, item=heir)


def _read(ledger: Path, name: str) -> tuple[list[tuple[LedgerRow, Place]], list[Problem]]:
    rows: list[tuple[LedgerRow, Place]] = []
    problems: list[Problem] = []
    text = ledger.read_text(encoding="utf-8")
    for number, cells in enumerate(csv.reader(io.StringIO(text)), start=1):
        if tuple(cells) == COLUMNS if number == 1 else len(cells) == len(COLUMNS):
            rows += [(LedgerRow(*cells), Place(name, number, 1))] if number > 1 else []
        else:
            problems.append(Problem(Place(name, number, 1), "ledger-row", {"columns": ",".join(COLUMNS)}))
    return rows, problems
