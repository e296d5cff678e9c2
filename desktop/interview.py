"""The interview as the window asks it: which questions are put, what an answer did to the scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from checklists.facts import Known, known
from checklists.library import Alternatives, Edition, conditions
from checklists.profile import Profile
from checklists.reasons import reason_of
from checklists.scope import Scope, ScopedItem

#: A question of interview.yaml.
Question = Mapping[str, Any]
#: An option of a question.
Option = Mapping[str, Any]


class Effect(NamedTuple):
    """What an answer did to the scope: the ids of items that came to apply, and how many no longer do."""

    added: frozenset[str] = frozenset()
    dropped: int = 0


class Entry(NamedTuple):
    """One item in the list of the scope; `reason` is "" where all of its group share one."""

    item: ScopedItem
    reason: str
    new: bool


class EntryGroup(NamedTuple):
    """Items that stand together: a section, those not decided (`open`), those that do not apply (`out`)."""

    id: str
    checklist: str
    section: str
    reason: str
    entries: tuple[Entry, ...]


def questions(edition: Edition) -> tuple[Question, ...]:
    """The questions on which an item of the edition depends, or such a question, in their order."""
    needed = set(_facts_of_items(edition))
    asked: list[Question] = []
    # A question only depends on earlier ones, so that going backwards meets every need before its question.
    for question in reversed(edition.interview["questions"]):
        if question["fact"] in needed:
            needed |= _facts(conditions(question, "applies"))
            for option in question.get("options", ()):
                needed |= _facts(conditions(option, "applies"))
            asked.append(question)
    return tuple(reversed(asked))


def put(edition: Edition, profile: Profile) -> Mapping[str, tuple[Option, ...]]:
    """The facts that the interview asks for with this profile, each with the options that it offers."""
    found = known(edition.interview, profile.known_facts(edition.interview))
    asked = (q for q in edition.interview["questions"] if q["fact"] not in found.not_put)
    return {q["fact"]: tuple(o for o in q.get("options", ()) if _offered(o, found)) for q in asked}


def with_fact(profile: Profile, fact: str, values: tuple[str, ...]) -> Profile:
    """The profile with another answer to a question; no values is no answer."""
    if fact == "region":
        return profile._replace(region=values[0] if values else "")
    rest = {name: kept for name, kept in profile.facts.items() if name != fact}
    return profile._replace(facts={**rest, fact: values} if values else rest)


def with_field(profile: Profile, name: str, value: str) -> Profile:
    """The profile with another text in a field."""
    changed: dict[str, Any] = {name: value}
    return profile._replace(**changed)


def values_of(profile: Profile, fact: str) -> tuple[str, ...]:
    """What was answered to a question, nothing where it is open."""
    if fact == "region":
        return (profile.region,) if profile.region else ()
    return tuple(profile.facts.get(fact, ()))


def _offered(option: Option, found: Known) -> bool:
    return "applies" not in option or found.verdict(conditions(option, "applies")).applies is not False


def effect(before: Scope, after: Scope) -> Effect:
    """What came to apply and what no longer does."""
    added = after.by_id.keys() - before.by_id.keys()
    return Effect(frozenset(added), len(before.by_id.keys() - after.by_id.keys()))


def grouped(scope: Scope, added: frozenset[str] = frozenset(), wanted: str = "") -> tuple[EntryGroup, ...]:
    """The list of the scope: sections, new things first, what is not decided, last what does not apply.

    `wanted` keeps the items whose question or number contains it.
    """
    needle = wanted.strip().casefold()

    def group(key: str, of: Iterable[ScopedItem]) -> EntryGroup | None:
        found = [s for s in of if needle in s.item.ask.casefold() or needle in s.number.casefold()]
        return _group(key, found, scope.edition, added) if found else None

    sections = dict.fromkeys(s.section.id for s in scope.items)
    applying = [group(key, (s for s in scope.items if s.section.id == key)) for key in sections]
    rest = [group("open", scope.undecided), group("out", scope.excluded)]
    fresh = [g for g in applying if g and any(e.new for e in g.entries)]
    return (*fresh, *(g for g in applying if g and g not in fresh), *(g for g in rest if g))


def _group(key: str, items: Sequence[ScopedItem], edition: Edition, added: frozenset[str]) -> EntryGroup:
    reasons = [reason_of(s, edition) for s in items]
    titled = key not in {"open", "out"}
    shared = reasons[0] if titled and len(set(reasons)) == 1 else ""
    entries = tuple(
        Entry(item, "" if shared else reason, item.id in added)
        for item, reason in zip(items, reasons, strict=True)
    )
    first = items[0]
    return EntryGroup(
        key, first.checklist.title if titled else "", first.section.title if titled else "", shared, entries
    )


def _facts_of_items(edition: Edition) -> Iterator[str]:
    """Every fact that decides whether an item applies, how strongly it binds or what stands behind it."""
    yield from ("region", "domain")
    for file in edition.checklists:
        yield from _facts(file.applies)
        for section in file.sections:
            yield from _facts(section.applies)
            for item in section.items:
                yield from _facts(item.applies) | _facts(item.excepted)
                yield from (*item.demands_if, *item.see_if)
        for tightening in file.tightens:
            yield from _facts(tightening.when) | _facts(tightening.also)
            yield from (*tightening.demands_if, *tightening.see_if)


def _facts(alternatives: Alternatives) -> set[str]:
    return {fact for alternative in alternatives for fact in alternative}
