"""The content as objects: one edition with its checklists, sections, items and tightenings.

An edition travels as one canonical JSON body (compiled by `compiling.py`, kept whole in every file that uses
it). `Edition` reads such a body in one language: an English wording takes the place of the Chinese one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

from checklists import policy
from checklists.canonical import fingerprint
from checklists.errors import Language
from checklists.policy import Raw

Kind = Literal["duty", "expected", "encouraged"]
Alternatives = tuple[Mapping[str, tuple[str, ...]], ...]

#: From the strongest to the weakest.
KINDS: tuple[Kind, ...] = ("duty", "expected", "encouraged")

_NONE: Final[Mapping[str, tuple[Citation, ...]]] = MappingProxyType({})


class Citation(NamedTuple):
    """A regulation by id and the articles cited of it, as printed (`第十二条`), or "" for the whole."""

    regulation: str
    articles: str


class Benchmark(NamedTuple):
    """A target figure of a region, never a pass mark: `value` is decimal text, `level` of sampling or ""."""

    region: str
    level: str
    value: str
    year: str
    use: str
    clause: str


class Measure(NamedTuple):
    """What an item asks for in figures: `counted` of `of` per level (n of m), or one value in `unit`."""

    unit: str
    better: str
    counted: str
    of: str
    levels: tuple[str, ...]
    benchmarks: tuple[Benchmark, ...]


class Item(NamedTuple):
    """One question, as written in its own file; overlays and profile are applied by `scope.py`."""

    id: str
    ask: str
    kind: Kind
    mode: str
    critical: bool
    quick: bool
    topic: str
    per: str
    applies: Alternatives
    excepted: Alternatives
    basis: tuple[str, ...]
    demands: tuple[Citation, ...]
    demands_if: Mapping[str, tuple[Citation, ...]]
    see: tuple[Citation, ...]
    see_if: Mapping[str, tuple[Citation, ...]]
    measure: Measure | None
    proof: tuple[str, ...]
    guide: str
    na: str
    requires: tuple[str, ...]
    contradicts: tuple[tuple[str, str, str], ...]
    same_as: tuple[str, ...]
    meaning: str
    text: str


class Tightening(NamedTuple):
    """What an overlay or domain file adds to an item of another file; it cannot loosen."""

    id: str
    item: str
    kind: Kind | None
    critical: bool
    also: Alternatives
    when: Alternatives
    basis: tuple[str, ...]
    demands: tuple[Citation, ...]
    demands_if: Mapping[str, tuple[Citation, ...]]
    see: tuple[Citation, ...]
    see_if: Mapping[str, tuple[Citation, ...]]
    benchmarks: tuple[Benchmark, ...]
    note: str
    same_as: tuple[str, ...]
    meaning: str
    text: str


class Section(NamedTuple):
    """A part of a checklist."""

    id: str
    title: str
    applies: Alternatives
    items: tuple[Item, ...]


class Checklist:
    """One file of questions; `overlay` is the region code of a provincial file, else "".

    What stands in it is read when asked for: of many files it is enough to know that they do not apply.
    """

    def __init__(self, raw: Raw, words: Raw) -> None:
        self.id: str = raw["id"]
        self.title: str = words.get("title", raw["title"])
        self.order: str = raw["order"]
        self.overlay: str = raw.get("overlay", "")
        self.applies = conditions(raw, "applies")
        self._raw, self._words = raw, words

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Its parts with the questions."""
        return tuple(_section(s, self._words) for s in self._raw.get("sections", ()))

    @cached_property
    def tightens(self) -> tuple[Tightening, ...]:
        """What it makes of questions of other files."""
        words = self._words.get("tightens", {})
        return tuple(_tightening(t, words) for t in self._raw.get("tightens", ()))


class Edition:
    """One dated state of all the content, worded in one language."""

    def __init__(self, body: bytes, language: Language = "zh", raw: Raw | None = None) -> None:
        self.body = body
        self.language: Language = language
        self._raw: Raw = json.loads(body.decode()) if raw is None else raw

    def in_language(self, language: Language) -> Edition:
        """The same edition in a language; its body is not read again."""
        return self if language == self.language else Edition(self.body, language, self._raw)

    @cached_property
    def hash(self) -> str:
        """The fingerprint of the body: the same for every language."""
        return fingerprint("edition", self.body)

    @property
    def id(self) -> str:
        """The name of the edition, as 2026.11."""
        return str(self._raw["edition"]["id"])

    @property
    def date(self) -> str:
        """The day of the edition, ISO text."""
        return str(self._raw["edition"]["date"])

    @property
    def regulations_as_of(self) -> str:
        """The day up to which the standing of regulations was looked at, ISO text."""
        return str(self._raw["regulations"]["as_of"])

    @property
    def scoring(self) -> str:
        """The version of the scoring rules."""
        return str(self._raw["scale"]["scoring"])

    @cached_property
    def scale(self) -> Raw:
        """Statuses, kinds, grades, topics and radar groups with their words, as in scale.yaml."""
        return self._worded("scale")

    @cached_property
    def interview(self) -> Raw:
        """The scope interview and the size classes, as in interview.yaml."""
        return self._worded("interview")

    @cached_property
    def checklists(self) -> tuple[Checklist, ...]:
        """All files of questions, by their order."""
        return tuple(Checklist(c, self._english(c["path"])) for c in self._raw["checklists"])

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every item by id, in the order of the files."""
        return {i.id: i for c in self.checklists for s in c.sections for i in s.items}

    @cached_property
    def documents(self) -> Mapping[str, policy.PolicyDocument]:
        """The policy documents by id."""
        return {d["id"]: self._document(d) for d in self._raw["documents"]}

    @cached_property
    def clauses(self) -> Mapping[str, policy.Clause]:
        """Every clause of every policy document by id."""
        return {c["id"]: policy.clause(c, d["id"]) for d in self._raw["documents"] for c in d["clauses"]}

    @cached_property
    def asks(self) -> Mapping[str, policy.Ask]:
        """Every ask by id."""
        return {a.id: a for c in self.clauses.values() for a in c.asks}

    @cached_property
    def targets(self) -> Mapping[str, tuple[policy.Target, ...]]:
        """Clause -> the target figures it names; a clause without any is not in it."""
        found: dict[str, list[policy.Target]] = {}
        for raw in (t for d in self._raw["documents"] for t in d.get("targets", ())):
            found.setdefault(raw["clause"], []).append(policy.target(raw))
        return {clause: tuple(targets) for clause, targets in found.items()}

    @cached_property
    def regulations(self) -> Mapping[str, policy.Regulation]:
        """Every law, rule and standard by id."""
        english = self._english("sources/regulations").get("regulations", {})
        raw = self._raw["regulations"]["regulations"]
        return {r["id"]: policy.regulation(r, english.get(r["id"], {})) for r in raw}

    def _document(self, raw: Raw) -> policy.PolicyDocument:
        return policy.document(raw, self._english(f"sources/{raw['id'].lower()}"))

    def _english(self, path: str) -> Raw:
        if self.language == "zh":
            return {}
        found: Raw = self._raw["english"].get(path, {})
        return found

    def _worded(self, path: str) -> Raw:
        raw: Raw = self._raw[path]
        worded: Raw = _overlaid(raw, self._english(path))
        return worded


def clause_of(ask: str) -> str:
    """The id of the clause that an ask belongs to."""
    return ask.partition("#")[0]


def conditions(raw: Raw, key: str) -> Alternatives:
    """The condition that stands under a key, as tuples; none where there is no such key."""
    if key not in raw:
        return ()
    return tuple({fact: tuple(values) for fact, values in a.items()} for a in raw[key])


def _overlaid(base: Any, words: Any) -> Any:
    """The Chinese structure with the English words laid over it.

    By key, and lists of coded entries by their code; a lone text is the entry's main word.
    """
    if isinstance(base, Mapping) and isinstance(words, Mapping):
        return {k: _overlaid(v, words[k]) if k in words else v for k, v in base.items()}
    if isinstance(base, list) and isinstance(words, Mapping):
        return [_overlaid(e, words.get(_code(e), {})) for e in base]
    if isinstance(base, Mapping) and isinstance(words, str):
        return {**base, next(k for k in ("word", "words", "title") if k in base): words}
    return words or base


def _code(entry: Any) -> str:
    if not isinstance(entry, Mapping):
        return ""
    return str(entry.get("id") or entry.get("code") or entry.get("value") or "")


def _citations(raw: Raw, key: str) -> tuple[Citation, ...]:
    return _cited(raw[key]) if key in raw else ()


def _cited(entries: Sequence[str]) -> tuple[Citation, ...]:
    return tuple(Citation(*e.partition(" ")[::2]) for e in entries)


def _conditional(raw: Raw, key: str) -> Mapping[str, tuple[Citation, ...]]:
    return {fact: _cited(entries) for fact, entries in raw[key].items()} if key in raw else _NONE


def _benchmarks(raw: Raw) -> tuple[Benchmark, ...]:
    if "benchmarks" not in raw:
        return ()
    return tuple(
        Benchmark(b["region"], b.get("level", ""), b["value"], b["year"], b["use"], b["clause"])
        for b in raw["benchmarks"]
    )


def _measure(raw: Raw | None, words: Raw) -> Measure | None:
    if raw is None:
        return None
    return Measure(
        unit=raw["unit"],
        better=raw["better"],
        counted=words.get("count", raw.get("count", "")),
        of=words.get("of", raw.get("of", "")),
        levels=tuple(raw.get("levels", ())),
        benchmarks=_benchmarks(raw),
    )


def _section(raw: Raw, words: Raw) -> Section:
    items = words.get("items", {})
    return Section(
        id=raw["id"],
        title=words.get("sections", {}).get(raw["id"], raw["title"]),
        applies=conditions(raw, "applies"),
        items=tuple(_item(i, items.get(i["id"], {}), raw.get("topic", "")) for i in raw["items"]),
    )


def _item(raw: Raw, words: Raw, topic: str) -> Item:
    return Item(
        id=raw["id"],
        ask=words.get("ask", raw["ask"]),
        kind=raw["kind"],
        mode=raw.get("mode", ""),
        critical="critical" in raw,
        quick="quick" in raw,
        topic=raw.get("topic", topic),
        per=raw.get("per", "enterprise"),
        applies=conditions(raw, "applies"),
        excepted=conditions(raw, "except"),
        basis=tuple(raw["basis"]),
        demands=_citations(raw, "demands"),
        demands_if=_conditional(raw, "demands_if"),
        see=_citations(raw, "see"),
        see_if=_conditional(raw, "see_if"),
        measure=_measure(raw.get("answer"), words),
        proof=tuple(words.get("proof", raw["proof"])),
        guide=words.get("guide", raw["guide"]),
        na=words.get("na", raw.get("na", "")),
        requires=tuple(raw.get("requires", ())),
        contradicts=tuple((c[0], c[1], c[2]) for c in (e.split(" ") for e in raw.get("contradicts", ()))),
        same_as=tuple(raw.get("same_as", ())),
        meaning=raw["meaning"],
        text=raw["text"],
    )


def _tightening(raw: Raw, words: Raw) -> Tightening:
    key = raw.get("id", raw["item"])
    return Tightening(
        id=key,
        item=raw["item"],
        kind=raw.get("kind"),
        critical="critical" in raw,
        also=conditions(raw, "also"),
        when=conditions(raw, "when"),
        basis=tuple(raw["basis"]),
        demands=_citations(raw, "demands"),
        demands_if=_conditional(raw, "demands_if"),
        see=_citations(raw, "see"),
        see_if=_conditional(raw, "see_if"),
        benchmarks=_benchmarks(raw),
        note=words.get(key, {}).get("note", raw.get("note", "")),
        same_as=tuple(raw.get("same_as", ())),
        meaning=raw["meaning"],
        text=raw["text"],
    )
