"""The change log for people: one line for each change, in the edition's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from checklists.history import Change
from checklists.library import Edition
from exports.words import Words

#: What the program keeps for itself and no person wrote.
_SILENT: Final = frozenset({"meaning", "subject", "assessment", "finding", "item", "position", "opened_as"})
_WORDED: Final = ("answer", "finding", "action", "evidence")


def change_lines(changes: Iterable[Change], edition: Edition) -> Iterator[str]:
    """When (local time), who, what record and field, from what to what."""
    words = Words(edition.language)
    shown = [c for c in changes if c.entity in _WORDED and c.field not in _SILENT and _is_worded(words, c)]
    for change in shown:
        common = {
            "at": datetime.fromisoformat(change.at).astimezone().strftime("%Y-%m-%d %H:%M"),
            "person": change.person,
            "record": _record(change, words),
        }
        if change.kind == "remove":
            yield words("history-removed", **common)
            continue
        former, value = (_value(v, change.field, edition, words) for v in (change.former, change.value))
        yield words(
            "history-line", **common, field=words(_field_key(words, change)), former=former, value=value
        )
    if not shown:
        yield words("history-none")


def change_data(change: Change) -> dict[str, Any]:
    """A change as data for programs."""
    return {"item": change.item, **change._asdict()}


def _is_worded(words: Words, change: Change) -> bool:
    return change.kind == "remove" or _field_key(words, change) in words


def _field_key(words: Words, change: Change) -> str:
    """The key of a field's word: its record's own, where the same field means something else elsewhere."""
    own = f"change-{change.entity}-{change.field}"
    return own if own in words else f"change-{change.field}"


def _record(change: Change, words: Words) -> str:
    return words(f"record-{change.entity}", item=change.item)


def _value(value: Any, field: str, edition: Edition, words: Words) -> str:
    if not value and value is not False:
        return words("empty")
    match value:
        case bool():
            return words("yes" if value else "no")
        case dict():
            return words.join(f"{level} {'/'.join(figures)}".strip() for level, figures in value.items())
        case list():
            return words.join(str(v) for v in value)
    if field == "status":
        return next(str(s["duty"]) for s in edition.scale["statuses"] if s["code"] == value)
    return str(value)
