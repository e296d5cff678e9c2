"""The YAML files of a content folder, read strictly, and a view of them for the check.

The view is forgiving: what has the wrong shape is left out (`shape.py` reports it), so that one fault
in a file does not hide the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from checklists.problems import Place, Problem
from checklists.strict_yaml import Loaded, load

#: The folders of checklists, in the order of the paper.
GROUPS: Final = ("enterprise", "products", "provinces")

Alternative = Mapping[str, frozenset[str]]


def read(folder: Path) -> dict[str, Loaded]:
    """Every YAML file of the folder by its path without suffix (`enterprise/recall`), in the order of paths.

    Places name a file with the folder before it (`checklists/enterprise/recall.yaml`). Raises OSError.
    """
    paths = sorted(p.relative_to(folder) for p in folder.rglob("*.yaml"))
    return {
        p.with_suffix("").as_posix(): load((folder / p).read_bytes(), f"{folder.name}/{p.as_posix()}")
        for p in paths
    }


@dataclass(frozen=True, slots=True)
class Entry:
    """A mapping somewhere in a file, with its place; what is missing or of the wrong type reads as empty."""

    loaded: Loaded
    path: tuple[str | int, ...]
    raw: Mapping[str, Any]

    def __contains__(self, key: str) -> bool:
        return key in self.raw

    @property
    def id(self) -> str:
        """Its id, or ""."""
        return self.text("id")

    def text(self, key: str) -> str:
        """A text."""
        value = self.raw.get(key)
        return value if isinstance(value, str) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        return _texts(self.raw.get(key))

    def entries(self, key: str) -> tuple[Entry, ...]:
        """A list of mappings, or the mappings in a mapping."""
        value = self.raw.get(key)
        pairs = (
            enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
        )
        return tuple(Entry(self.loaded, (*self.path, key, k), v) for k, v in pairs if isinstance(v, dict))

    def entry(self, key: str) -> Entry:
        """A mapping; an empty one where it is missing."""
        value = self.raw.get(key)
        return Entry(self.loaded, (*self.path, key), value if isinstance(value, dict) else {})

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """A mapping to lists of texts."""
        return {k: _texts(v) for k, v in self.entry(key).raw.items()}

    def alternatives(self, key: str) -> tuple[Alternative, ...]:
        """A condition: alternatives of fact -> values; without any it holds for everyone."""
        found = self.entries(key)
        return tuple({f: frozenset(_texts(v)) for f, v in e.raw.items()} for e in found)

    def place(self, *steps: str | int, key: bool = False) -> Place:
        """Where it begins, or what those steps lead to."""
        return self.loaded.place((*self.path, *steps), key=key)

    def problem(self, code: str, *steps: str | int, **values: object) -> Problem:
        """A problem at the place that those steps lead to."""
        return Problem(self.place(*steps), code, values)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()


@dataclass(frozen=True, slots=True)
class Question:
    """An item or a tightening with what it stands in; a tightening stands in no section."""

    entry: Entry
    section: Entry | None
    file: Entry

    @property
    def topic(self) -> str:
        """Its own topic, else that of its section."""
        return self.entry.text("topic") or (self.section.text("topic") if self.section else "")


@dataclass(frozen=True, slots=True)
class PolicyAsk:
    """An ask with the clause and the document it stands in."""

    entry: Entry
    clause: Entry
    document: Entry


class Content:
    """All files of a content folder by what they say."""

    def __init__(self, files: Mapping[str, Loaded]) -> None:
        self.files = files

    def top(self, path: str) -> Entry | None:
        """A whole file, where it exists and holds a mapping."""
        loaded = self.files.get(path)
        return Entry(loaded, (), loaded.data) if loaded and loaded.marks else None

    @cached_property
    def checklists(self) -> Mapping[str, Entry]:
        """The checklist files by path."""
        return {p: e for p in self.files if p.partition("/")[0] in GROUPS and (e := self.top(p))}

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every item in the order of the files."""
        return tuple(
            Question(item, section, file)
            for file in self.checklists.values()
            for section in file.entries("sections")
            for item in section.entries("items")
        )

    @cached_property
    def items(self) -> Mapping[str, Question]:
        """The items by id; of an id that is used twice, the first."""
        return {q.entry.id: q for q in reversed(self.questions) if q.entry.id}

    @cached_property
    def tightenings(self) -> tuple[Question, ...]:
        """Every tightening in the order of the files."""
        return tuple(Question(t, None, f) for f in self.checklists.values() for t in f.entries("tightens"))

    @cached_property
    def documents(self) -> Mapping[str, Entry]:
        """The policy documents by id."""
        paths = [p for p in self.files if p.startswith("sources/") and p != "sources/regulations"]
        return {e.id: e for p in paths if (e := self.top(p))}

    @cached_property
    def clauses(self) -> Mapping[str, Entry]:
        """The clauses of all documents by id."""
        return {c.id: c for d in self.documents.values() for c in d.entries("clauses")}

    @cached_property
    def asks(self) -> Mapping[str, PolicyAsk]:
        """The asks of all documents by id."""
        return {
            ask.id: PolicyAsk(ask, clause, document)
            for document in self.documents.values()
            for clause in document.entries("clauses")
            for ask in clause.entries("asks")
        }

    @cached_property
    def regulations(self) -> Mapping[str, Entry]:
        """The regulations by id."""
        top = self.top("sources/regulations")
        return {r.id: r for r in top.entries("regulations")} if top else {}

    @cached_property
    def topics(self) -> frozenset[str]:
        """The codes of the topics."""
        top = self.top("scale")
        return frozenset(t.text("code") for t in top.entries("topics")) if top else frozenset()

    @cached_property
    def interview(self) -> Mapping[str, Entry]:
        """The questions of the scope interview by the fact that they settle."""
        top = self.top("interview")
        return {q.text("fact"): q for q in top.entries("questions")} if top else {}

    @cached_property
    def facts(self) -> Mapping[str, frozenset[str]]:
        """Every fact and its values."""
        top = self.top("interview")
        if top is None:
            return {}
        sizes = frozenset(s.text("code") for s in top.entries("size_words"))
        return {"size": sizes} | {
            fact: frozenset(o.text("value") for o in q.entries("options")) or frozenset({"yes", "no"})
            for fact, q in self.interview.items()
        }

    @property
    def regions(self) -> frozenset[str]:
        """The codes of the regions."""
        return self.facts.get("region", frozenset())

    @property
    def domains(self) -> frozenset[str]:
        """The codes of the product domains."""
        return self.facts.get("domain", frozenset())


def texts(value: Any, steps: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text in some data with its path."""
    if isinstance(value, str):
        yield steps, value
        return
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield from texts(inner, (*steps, step))
