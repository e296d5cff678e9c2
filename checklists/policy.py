"""What the questions stem from: policy documents with their clauses and asks, and the regulations."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

#: A part of an edition's body as it was read.
Raw = Mapping[str, Any]


class Ask(NamedTuple):
    """One thing that a clause asks of an enterprise, in our words.

    `national` is the national ask that a province's one goes back to; `repeats` says that it asks the same.
    `waived` is the reason, in Chinese, why no item covers it, or "".
    """

    id: str
    ask: str
    kind: str
    stated: str
    topic: str
    national: str
    repeats: bool
    waived: str


class Clause(NamedTuple):
    """A titled unit of a policy document and what it asks."""

    id: str
    document: str
    heading: str
    asks: tuple[Ask, ...]


class Target(NamedTuple):
    """A figure that a clause aims at for a region, never a pass mark: what, how it compares, by when.

    `use` is comparable where an enterprise can count it itself, else context; `value`, `unit`, `year` and
    `level` of sampling may be "".
    """

    clause: str
    indicator: str
    use: str
    level: str
    comparator: str
    value: str
    unit: str
    year: str
    note: str


class PolicyDocument(NamedTuple):
    """A policy document: facts about it, never its text."""

    id: str
    title: str
    original_title: str
    issuing_body: str
    number: str
    date: str
    region: str


class Regulation(NamedTuple):
    """A law, rule or standard with its standing: 现行, 待核, 待实施, 即将被代替.

    Dates are ISO text or ""; without `domains` it rules every one.
    """

    id: str
    kind: str
    rank: str
    title: str
    original_title: str
    number: str
    issued: str
    effective: str
    standing: str
    standing_note: str
    domains: frozenset[str]
    duty: str

    def rules(self, domains: Collection[str]) -> bool:
        """Whether it rules an enterprise of these domains."""
        return not self.domains or not self.domains.isdisjoint(domains)


def document(raw: Raw, words: Raw) -> PolicyDocument:
    """A policy document; `words` is its English."""
    return PolicyDocument(
        id=raw["id"],
        title=words.get("title", raw["title"]),
        original_title=raw["title"],
        issuing_body=words.get("issuing_body", raw["issuing_body"]),
        number=raw.get("number", ""),
        date=raw["date"],
        region=raw["region"],
    )


def clause(raw: Raw, document_id: str) -> Clause:
    """A clause of that document with its asks."""
    asks = tuple(
        Ask(
            id=a["id"],
            ask=a["ask"],
            kind=a["kind"],
            stated=a["stated"],
            topic=a["topic"],
            national=a.get("national_ask", ""),
            repeats=a.get("vs_national") == "same",
            waived=a.get("waived", ""),
        )
        for a in raw.get("asks", ())
    )
    return Clause(raw["id"], document_id, raw.get("heading", ""), asks)


def target(raw: Raw) -> Target:
    """A target figure."""
    optional = {key: raw.get(key, "") for key in ("level", "value", "unit", "year", "note")}
    return Target(
        clause=raw["clause"],
        indicator=raw["indicator"],
        use=raw.get("use", "context"),
        comparator=raw["comparator"],
        **optional,
    )


def regulation(raw: Raw, words: Raw) -> Regulation:
    """A regulation; `words` is its English."""
    return Regulation(
        id=raw["id"],
        kind=raw["kind"],
        rank=raw["rank"],
        title=words.get("title", raw["title"]),
        original_title=raw["title"],
        number=raw.get("number", ""),
        issued=raw.get("issued", ""),
        effective=raw.get("effective", ""),
        standing=raw["standing"],
        standing_note=raw.get("standing_note", ""),
        domains=frozenset(raw.get("domains", ())),
        duty=raw["duty"],
    )
