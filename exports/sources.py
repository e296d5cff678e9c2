"""How items, clauses and regulations hang together, both ways: for the library page and `coverage`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal, NamedTuple

from checklists.library import Checklist, Citation, Edition, Item, Section, Tightening, clause_of
from checklists.policy import Ask, Clause, PolicyDocument, Regulation
from checklists.scope import Scope, ScopedItem
from exports.words import Words

#: What a regulation is to an item: it demands this of the enterprise, or it is only to be looked up.
Bond = Literal["demands", "see"]
#: Whether an item applies, does not, or is not known yet.
Applies = Literal["yes", "no", "open"]


class Stem(NamedTuple):
    """An ask that an item stems from; `origin` is the title of the overlay that brings it in, or ""."""

    ask: str
    origin: str


class Cited(NamedTuple):
    """A regulation that an item cites; `origin` as in Stem, `conditional` where only some must meet it."""

    regulation: str
    articles: str
    bond: Bond
    origin: str
    conditional: bool


class Placed(NamedTuple):
    """An item with the section and the checklist that it stands in."""

    item: Item
    section: Section
    checklist: Checklist


class Sources:
    """The sources of an edition; with a scope it is known which items apply to the open file."""

    def __init__(self, edition: Edition, scope: Scope | None) -> None:
        self.edition = edition
        self.scope = scope
        self.words = Words(edition.language)

    @cached_property
    def items(self) -> Mapping[str, Placed]:
        """Every item of every checklist, by id and in order."""
        return {
            item.id: Placed(item, section, checklist)
            for checklist in self.edition.checklists
            for section in checklist.sections
            for item in section.items
        }

    @cached_property
    def stems(self) -> Mapping[str, tuple[Stem, ...]]:
        """Item -> the asks that it stems from, its own first."""
        found: dict[str, dict[str, Stem]] = {item: {} for item in self.items}
        for item, origin, part in self._parts():
            for ask in part.basis:
                found[item].setdefault(ask, Stem(ask, origin))
        return {item: tuple(stems.values()) for item, stems in found.items()}

    @cached_property
    def covering(self) -> Mapping[str, tuple[str, ...]]:
        """Ask -> the items that cover it; an ask that no item covers is not in it.

        What repeats a national ask is covered by the items of that one too.
        """
        found: dict[str, list[str]] = {}
        for item, stems in self.stems.items():
            for stem in stems:
                found.setdefault(stem.ask, []).append(item)
        for ask in self.edition.asks.values():
            if ask.repeats and ask.national in found:
                found[ask.id] = list(dict.fromkeys((*found.get(ask.id, ()), *found[ask.national])))
        return {ask: tuple(items) for ask, items in found.items()}

    @cached_property
    def cited(self) -> Mapping[str, tuple[Cited, ...]]:
        """Item -> the regulations that it cites, those that demand it first."""
        found: dict[str, dict[tuple[str, str], Cited]] = {item: {} for item in self.items}
        bonds: tuple[Bond, ...] = ("demands", "see")
        for bond in bonds:
            for item, origin, part in self._parts():
                for citation, conditional in _citations(part, bond):
                    made = Cited(citation.regulation, citation.articles, bond, origin, conditional)
                    found[item].setdefault((citation.regulation, citation.articles), made)
        return {item: tuple(cited.values()) for item, cited in found.items()}

    @cached_property
    def citing(self) -> Mapping[str, tuple[tuple[str, Cited], ...]]:
        """Regulation -> the items that cite it; one that no item cites is not in it."""
        found: dict[str, list[tuple[str, Cited]]] = {}
        for item, citations in self.cited.items():
            for cited in citations:
                found.setdefault(cited.regulation, []).append((item, cited))
        return {regulation: tuple(items) for regulation, items in found.items()}

    def waiver(self, ask: Ask) -> str:
        """The reason why no item covers an ask, its own or that of the national ask it repeats; or ""."""
        return ask.waived or (self.edition.asks[ask.national].waived if ask.repeats else "")

    def open_asks(self, clause: Clause) -> tuple[Ask, ...]:
        """The asks of a clause that no item covers and that are not waived."""
        return tuple(a for a in clause.asks if a.id not in self.covering and not self.waiver(a))

    def covered(self, clause: Clause) -> int:
        """How many of a clause's asks some item covers."""
        return sum(1 for ask in clause.asks if ask.id in self.covering)

    def items_of(self, clause: Clause) -> tuple[str, ...]:
        """The items that stem from any ask of a clause."""
        return tuple(dict.fromkeys(item for ask in clause.asks for item in self.covering.get(ask.id, ())))

    def document_of(self, clause: Clause) -> PolicyDocument:
        """The policy document that a clause stands in."""
        return self.edition.documents[clause.document]

    def clause_of(self, ask: str) -> Clause:
        """The clause that an ask belongs to."""
        return self.edition.clauses[clause_of(ask)]

    def regulation(self, name: str) -> Regulation:
        """A regulation by its id."""
        return self.edition.regulations[name]

    def scoped(self, item: str) -> ScopedItem | None:
        """An item as it binds the enterprise of the open file, with its number where it applies."""
        return self._scoped.get(item)

    def applies(self, item: str) -> Applies | None:
        """Whether an item applies to the enterprise of the open file; None without one."""
        scoped = self.scoped(item)
        if scoped is None:
            return None
        return {True: "yes", False: "no", None: "open"}[scoped.verdict.applies]  # type: ignore[return-value]

    def number(self, item: str) -> str:
        """The number of an item in the open file, "" where it has none."""
        scoped = self.scoped(item)
        return scoped.number if scoped else ""

    @cached_property
    def _scoped(self) -> Mapping[str, ScopedItem]:
        if self.scope is None:
            return {}
        return {**{s.id: s for s in self.scope.scoped}, **self.scope.by_id}

    def _parts(self) -> Iterator[tuple[str, str, Item | Tightening]]:
        """Every item itself, then what overlays and other files add to items: item, origin, part."""
        for name, placed in self.items.items():
            yield name, "", placed.item
        for checklist in self.edition.checklists:
            for tightening in checklist.tightens:
                yield tightening.item, checklist.title, tightening


def _citations(part: Item | Tightening, bond: Bond) -> Iterator[tuple[Citation, bool]]:
    always, conditional = (part.demands, part.demands_if) if bond == "demands" else (part.see, part.see_if)
    yield from ((citation, False) for citation in always)
    for citations in conditional.values():
        yield from ((citation, True) for citation in citations)
