"""What a file keeps: its entities and their fields. This one declaration applies changes, rebuilds tables
and reads them.

A record is named by its entity and an id: the key columns joined by "/". A field's value stands in `changes`
as canonical JSON and in its table as its form says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

from checklists.canonical import canonical
from checklists.profile import Profile

#: text: text as typed; flag: true or false; whole: a whole number; words: a tuple of texts; figures: name ->
#: texts.
Form = Literal["text", "flag", "whole", "words", "figures"]
Column = str | int

_EMPTY: Final[Mapping[Form, Any]] = {"text": "", "flag": False, "whole": 0, "words": (), "figures": {}}
#: What SQLite cannot keep or UTF-8 cannot write: NUL and halves of surrogate pairs.
_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")
_LINE_END: Final = re.compile("\r\n?")


class Entity(NamedTuple):
    """A kind of record: its table, its key columns, the form of each field, and which columns name other
    records.

    `defaults` are those that differ from the empty value of the form; `stamp` is the column, if any, that
    takes the time of the record's last change.
    """

    name: str
    table: str
    forms: Mapping[str, Form]
    key: tuple[str, ...] = ("id",)
    refers: Mapping[str, str] = MappingProxyType({})
    defaults: Mapping[str, str] = MappingProxyType({})
    stamp: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns of the table that this version knows."""
        return (*self.key, *self.forms, *([self.stamp] if self.stamp else []))

    def keys(self, entity_id: str) -> dict[str, str]:
        """The key columns of the record with that id."""
        return dict(zip(self.key, entity_id.split("/"), strict=True))

    def read(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row of the table as Python values by column."""
        return {c: _read(self.forms[c], row[c]) if c in self.forms else row[c] for c in self.columns}

    def default(self, name: str) -> str:
        """The value of a field that was never set, as it would stand in `changes`."""
        return written(self.defaults.get(name, _EMPTY[self.forms[name]]))

    def column(self, name: str, value: str | None) -> Column:
        """The column of a field from its value in `changes`; null stands for the default."""
        form = self.forms[name]
        if value is None:
            value = self.default(name)
        if form in {"words", "figures"}:
            return value
        loaded = json.loads(value)
        return loaded if form == "text" else int(loaded)


def written(value: object) -> str:
    """A value as it stands in `changes`.

    Text is kept as typed, but for what cannot be kept: NUL and lone surrogates become U+FFFD, CR LF and CR
    become LF.
    """
    return canonical(storable(value)).decode()


def storable(value: object) -> object:
    """The value with its text freed of what cannot be kept."""
    match value:
        case str():
            return _LINE_END.sub("\n", _UNSTORABLE.sub("\ufffd", value))
        case Mapping():
            return {key: storable(inner) for key, inner in value.items()}
        case list() | tuple():
            return [storable(inner) for inner in value]
    return value


def _read(form: Form, column: Column) -> Any:
    match form:
        case "flag":
            return bool(column)
        case "words":
            return tuple(json.loads(str(column)))
        case "figures":
            return {name: tuple(texts) for name, texts in json.loads(str(column)).items()}
    return column


def _texts(*names: str) -> dict[str, Form]:
    return dict.fromkeys(names, "text")


FILE = Entity("file", "file", _texts("created_at"))
PERSON = Entity("person", "people", _texts("name"))
SUBJECT = Entity("subject", "subjects", _texts("kind", "name"))
ASSESSMENT = Entity(
    "assessment",
    "assessments",
    _texts(
        "kind", "title", "number", "year", "edition", "scoring", "selection", "subject",
        "started_on", "ended_on", "conclusion",
    ),
    refers={"subject": "subject"},
)  # fmt: skip
PROFILE = Entity(
    "profile",
    "profiles",
    {name: "figures" if name == "facts" else "text" for name in Profile._fields},
    key=("assessment",),
    refers={"assessment": "assessment"},
    defaults={"trade": "industry"},
)
ANSWER = Entity(
    "answer",
    "answers",
    {
        **_texts("status", "note", "proof_ref", "internal", "person"),
        "later": "flag",
        "measure": "figures",
        "meaning": "words",
    },
    key=("assessment", "item", "subject"),
    refers={"assessment": "assessment", "subject": "subject"},
    defaults={"status": "unanswered"},
    stamp="at",
)
FINDING = Entity(
    "finding",
    "findings",
    _texts("assessment", "item", "subject", "opened_as", "grade", "facts", "closed_on"),
    refers={"assessment": "assessment", "subject": "subject"},
)
ACTION = Entity(
    "action",
    "actions",
    _texts(
        "finding", "cause", "correction", "measure", "owner", "due",
        "progress", "verification", "verified_by", "closed_on",
    ),
    refers={"finding": "finding"},
)  # fmt: skip
EVIDENCE = Entity(
    "evidence",
    "evidence",
    {
        **_texts("assessment", "item", "subject", "name", "kind", "sha256"),
        "size": "whole",
        **_texts("caption", "person", "taken_at", "number", "issuer", "valid_until", "print_sha256"),
        "position": "whole",
    },
    refers={"assessment": "assessment", "subject": "subject"},
)
ISSUED = Entity(
    "issued",
    "issued",
    {
        **_texts("assessment", "number"),
        "revision": "whole",
        **_texts("fingerprint", "body_sha256", "pdf_sha256", "at", "person"),
    },
    refers={"assessment": "assessment", "person": "person"},
)

ENTITIES: Final[Mapping[str, Entity]] = {
    e.name: e for e in (FILE, PERSON, SUBJECT, ASSESSMENT, PROFILE, ANSWER, FINDING, ACTION, EVIDENCE, ISSUED)
}
