"""Which items apply to an enterprise, how strongly, and why.

Reasons are made from the conditions themselves (`facts.py`, `reasons.py`), never written by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, Literal, NamedTuple

from checklists.errors import UserError
from checklists.facts import (
    EVERYONE,
    Condition,
    Facts,
    Known,
    Verdict,
    distinct,
    either,
    every,
    known,
    unless,
)
from checklists.library import (
    KINDS,
    Benchmark,
    Checklist,
    Citation,
    Edition,
    Item,
    Kind,
    Section,
    Tightening,
)

Binding = Literal["law", "policy", ""]
_SECTIONS: Final = "sections:"
#: A quick selection is filled up to so many items with those that are marked `quick`.
QUICK_MOST: Final = 40


class ScopedItem(NamedTuple):
    """An item as it binds this enterprise today.

    `kind` is the strongest of the item's own and of the tightenings that hold; `kind_from` names the file
    that raised it (or ""); `binding` is law when a demand of a regulation is left, else policy, and "" for
    what is no duty. `meaning` holds the meaning hashes of the item and of those holding tightenings that
    change it, `same_as` beside each the former hashes that mean the same. `stricter_if` are the conditions,
    not known yet, on which it binds more strictly, `strongest` the kind that it would have then.
    """

    item: Item
    section: Section
    checklist: Checklist
    verdict: Verdict
    kind: Kind
    kind_from: str
    critical: bool
    binding: Binding
    basis: tuple[str, ...]
    demands: tuple[Citation, ...]
    see: tuple[Citation, ...]
    benchmarks: tuple[Benchmark, ...]
    notes: tuple[str, ...]
    meaning: tuple[str, ...]
    same_as: tuple[tuple[str, ...], ...]
    stricter_if: tuple[Condition, ...]
    strongest: Kind
    number: str = ""

    @property
    def id(self) -> str:
        """The item's id."""
        return self.item.id

    @property
    def mode(self) -> str:
        """Readiness or awareness, while nothing makes more of the item than that; or ""."""
        return self.item.mode if self.kind == "encouraged" else ""

    @property
    def is_duty(self) -> bool:
        """Whether it binds as 必须."""
        return self.kind == "duty"

    @property
    def is_measure(self) -> bool:
        """Whether it asks for figures and not for a status."""
        return self.item.measure is not None


class Scope:
    """All items of an edition against one profile, each with its verdict."""

    def __init__(self, scoping: _Scoping, selection: str) -> None:
        """Meant for `scope`."""
        self.edition = scoping.edition
        self.facts = scoping.known.facts
        self.selection = selection
        self._scoping = scoping

    @cached_property
    def scoped(self) -> tuple[ScopedItem, ...]:
        """Every item of the edition, those of files that do not apply too."""
        return tuple(s for file in self.edition.checklists for s in self._scoping.scoped(file))

    @cached_property
    def _possible(self) -> tuple[ScopedItem, ...]:
        """The items of all files but those that do not apply: with these a file is opened."""
        files = (f for f in self.edition.checklists if self._scoping.of_file(f).applies is not False)
        return tuple(s for file in files for s in self._scoping.scoped(file))

    @cached_property
    def items(self) -> tuple[ScopedItem, ...]:
        """The items that apply and are selected, in printed order and numbered (A01, A02, ... B01)."""
        found = (s for s in self._possible if s.verdict.applies and _selected(s, s.kind, self.selection))
        return tuple(_numbered(_quick(found) if self.selection == "quick" else found))

    @cached_property
    def by_id(self) -> Mapping[str, ScopedItem]:
        """The items of `items` by id."""
        return {s.id: s for s in self.items}

    @property
    def excluded(self) -> tuple[ScopedItem, ...]:
        """The items that do not apply, with the reason in their verdict."""
        return tuple(s for s in self.scoped if s.verdict.applies is False)

    @cached_property
    def undecided(self) -> tuple[ScopedItem, ...]:
        """The items of the selection of which it is not known yet whether they apply."""
        found = (s for s in self._possible if s.verdict.applies is None)
        return tuple(s for s in found if _selected(s, s.strongest, self.selection))

    @cached_property
    def waiting(self) -> Mapping[str, tuple[ScopedItem, ...]]:
        """The facts still to be answered, most asked for first, each with the items that wait for it.

        An item waits where it is not known yet whether it applies or whether it binds more strictly.
        """
        found: dict[str, dict[str, ScopedItem]] = {}
        for scoped in self._possible:
            open_only = scoped.verdict.because if scoped.verdict.applies is None else scoped.stricter_if
            if scoped.verdict.applies is False or not _selected(scoped, scoped.strongest, self.selection):
                continue
            for condition in open_only:
                found.setdefault(condition.fact, {})[scoped.id] = scoped
        ordered = sorted(found.items(), key=lambda one: -len(one[1]))
        return {fact: tuple(items.values()) for fact, items in ordered}

    @property
    def open_facts(self) -> tuple[str, ...]:
        """The facts still to be answered, most asked for first."""
        return tuple(self.waiting)


def scope(edition: Edition, facts: Facts, selection: str = "full") -> Scope:
    """Evaluate every item of the edition against the facts.

    `selection` is full, quick (duties and critical items, and as many of those marked `quick` as fit below
    `QUICK_MOST`) or `sections:` and section ids joined by commas; see `checked_selection`.
    """
    return Scope(_Scoping(edition, known(edition.interview, facts)), selection)


def checked_selection(edition: Edition, selection: str) -> str:
    """The selection without blanks. Raises UserError (unknown-selection) where it names nothing there is."""
    plain = "".join(selection.split())
    sections = {s.id: s for c in edition.checklists for s in c.sections}
    wrong = [plain] if plain not in {"full", "quick"} else []
    if plain.startswith(_SECTIONS):
        wrong = [name for name in plain.removeprefix(_SECTIONS).split(",") if name not in sections]
    if wrong:
        raise UserError("unknown-selection", selection=", ".join(wrong), choices=", ".join(sections))
    return plain


class _Held(NamedTuple):
    """A tightening that holds here, or of which that is not known yet, with its file and the reasons."""

    file: Checklist
    tightening: Tightening
    limits: Verdict


class _Scoping:
    """Evaluates the items of an edition one by one against what is known."""

    def __init__(self, edition: Edition, facts: Known) -> None:
        self.edition = edition
        self.known = facts
        self._regulations = edition.regulations
        domains = facts.facts.get("domain", ())
        self._ruling = {r.id for r in edition.regulations.values() if r.rules(domains)}
        here = {"national", *facts.facts.get("region", ())}
        self._elsewhere = {d.id for d in edition.documents.values() if d.region not in here}
        self._files: dict[str, Verdict] = {}
        self._sections: dict[str, Verdict] = {}
        self._scoped: dict[str, tuple[ScopedItem, ...]] = {}
        self._held: dict[str, list[_Held]] = {}
        for file in edition.checklists:
            of_file = self.of_file(file)
            for tightening in file.tightens if of_file.applies is not False else ():
                limits = every(of_file, facts.verdict(tightening.when, file.id))
                if limits.applies is not False:
                    self._held.setdefault(tightening.item, []).append(_Held(file, tightening, limits))

    def scoped(self, file: Checklist) -> tuple[ScopedItem, ...]:
        """The items of a file as they bind."""
        if file.id not in self._scoped:
            found = (self._item(file, section, item) for section in file.sections for item in section.items)
            self._scoped[file.id] = tuple(found)
        return self._scoped[file.id]

    def of_file(self, file: Checklist) -> Verdict:
        """Whether a file applies at all."""
        if file.id not in self._files:
            own = self.known.verdict(file.applies, file.id)
            place = self.known.verdict(({"region": (file.overlay,)},) if file.overlay else (), file.id)
            self._files[file.id] = every(place, own)
        return self._files[file.id]

    def _item(self, file: Checklist, section: Section, item: Item) -> ScopedItem:
        held = self._held.get(item.id, [])
        holding = [h for h in held if h.limits.applies]
        parts: tuple[Item | Tightening, ...] = (item, *(h.tightening for h in holding))
        meaning = [p for p in parts if isinstance(p, Item) or _means_something(p)]
        kind, kind_from = _raised(item.kind, holding)
        strongest, _ = _raised(item.kind, held)
        demands = self._left(c for p in parts for c in self._cited(p.demands, p.demands_if))
        see = self._left(c for p in parts for c in self._cited(p.see, p.see_if))
        grounds = () if demands or strongest != "duty" else self._open_demands(file, parts)
        return ScopedItem(
            item=item,
            section=section,
            checklist=file,
            verdict=self._verdict(file, section, item, held),
            kind=kind,
            kind_from=kind_from,
            critical=any(p.critical for p in parts),
            binding="" if kind != "duty" else "law" if demands else "policy",
            basis=self._basis(parts),
            demands=demands,
            see=tuple(c for c in see if c.regulation not in {d.regulation for d in demands}),
            benchmarks=(
                *(item.measure.benchmarks if item.measure else ()),
                *(b for h in holding for b in h.tightening.benchmarks),
            ),
            notes=tuple(h.tightening.note for h in holding if h.tightening.note),
            meaning=tuple(p.meaning for p in meaning),
            same_as=tuple(p.same_as for p in meaning),
            stricter_if=distinct((*_open_tightenings(held), *grounds)),
            strongest=strongest,
        )

    def _verdict(self, file: Checklist, section: Section, item: Item, held: Sequence[_Held]) -> Verdict:
        of_section = self._of_section(file, section)
        if of_section.applies is False or not (item.applies or item.excepted):
            return of_section
        widened = (
            every(h.limits, self.known.verdict(h.tightening.also, h.file.id))
            for h in held
            if h.tightening.also
        )
        return every(
            of_section,
            either(self.known.verdict(item.applies, file.id), *widened),
            unless(self.known.verdict(item.excepted, file.id)) if item.excepted else EVERYONE,
        )

    def _of_section(self, file: Checklist, section: Section) -> Verdict:
        if section.id not in self._sections:
            own = self.known.verdict(section.applies, file.id)
            self._sections[section.id] = every(self.of_file(file), own)
        return self._sections[section.id]

    def _cited(
        self, always: tuple[Citation, ...], conditional: Mapping[str, tuple[Citation, ...]]
    ) -> Iterator[Citation]:
        yield from always
        for fact, citations in conditional.items():
            if "yes" in self.known.facts.get(fact, ()):
                yield from citations

    def _basis(self, parts: Iterable[Item | Tightening]) -> tuple[str, ...]:
        """The asks behind an item; those of other provinces only where there is no other."""
        asks = dict.fromkeys(ask for p in parts for ask in p.basis)
        here = [ask for ask in asks if ask.partition("/")[0] not in self._elsewhere]
        return tuple(here or asks)

    def _left(self, citations: Iterable[Citation]) -> tuple[Citation, ...]:
        """The citations of regulations that rule one of the enterprise's domains, each once."""
        rules = self._ruling
        return tuple(dict.fromkeys(c for c in citations if c.regulation in rules))

    def _open_demands(self, file: Checklist, parts: Iterable[Item | Tightening]) -> Iterator[Condition]:
        """What has to be known before it is sure that no regulation demands this."""
        for part in parts:
            wanted: dict[str, tuple[str, ...]] = {
                f: ("yes",) for f in part.demands_if if f not in self.known.facts
            }
            if part.demands and "domain" not in self.known.facts:
                ruled = {d for c in part.demands for d in self._regulations[c.regulation].domains}
                wanted["domain"] = tuple(sorted(ruled))
            for fact, values in wanted.items():
                yield from self.known.verdict(({fact: values},), file.id).because


def _raised(kind: Kind, held: Iterable[_Held]) -> tuple[Kind, str]:
    """The strongest kind, and the file that raised it to that ("" where it is the item's own)."""
    raised_by = ""
    for file, tightening, _ in held:
        if tightening.kind and KINDS.index(tightening.kind) < KINDS.index(kind):
            kind, raised_by = tightening.kind, file.id
    return kind, raised_by


def _open_tightenings(held: Iterable[_Held]) -> Iterator[Condition]:
    """What has to be known before it is sure that these tightenings do not hold."""
    for _, tightening, limits in held:
        stricter = tightening.kind or tightening.critical or tightening.demands or tightening.demands_if
        if stricter and limits.applies is None:
            yield from limits.because


def _means_something(tightening: Tightening) -> bool:
    """Whether it changes what the question means: one that only cites, notes or widens does not."""
    return bool(tightening.kind or tightening.critical or tightening.benchmarks)


def _selected(scoped: ScopedItem, kind: Kind, selection: str) -> bool:
    if selection == "quick":
        return kind == "duty" or scoped.critical or scoped.item.quick
    if selection.startswith(_SECTIONS):
        return scoped.section.id in selection.removeprefix(_SECTIONS).split(",")
    return True


def _quick(found: Iterable[ScopedItem]) -> Iterator[ScopedItem]:
    """All duties and critical items, in their order with the first of the others that there is room for."""
    candidates = list(found)
    needed = {s.id for s in candidates if s.is_duty or s.critical}
    room = max(0, QUICK_MOST - len(needed))
    marked = [s.id for s in candidates if s.id not in needed][:room]
    return (s for s in candidates if s.id in needed or s.id in marked)


def _numbered(scoped: Iterable[ScopedItem]) -> Iterator[ScopedItem]:
    """Letter of the checklist file among those in scope (A to Z, AA, AB ...), two digits counting in it."""
    letters: dict[str, str] = {}
    count: dict[str, int] = {}
    for one in scoped:
        name = one.checklist.id
        letter = letters.setdefault(name, _letter(len(letters)))
        count[name] = count.get(name, 0) + 1
        yield one._replace(number=f"{letter}{count[name]:02d}")


def _letter(index: int) -> str:
    rest, last = divmod(index, 26)
    return (_letter(rest - 1) if rest else "") + chr(ord("A") + last)
