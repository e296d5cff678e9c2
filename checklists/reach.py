"""Whom an item reaches, and whether its duty stands on something for each of them.

The reach is a list of cases. In a case every condition holds; a condition is a fact and the values of which
one is true. A condition on a fact brings the conditions under which the interview asks for it. Exceptions
are not looked at: they only make the reach smaller. Against each case the weakest enterprises are held, which
have no domain beyond what the case needs.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from checklists.content import Alternative, Content, Entry, PolicyAsk, Question

Case = tuple[tuple[str, frozenset[str]], ...]
_NOT_PUT = frozenset({"no", "other"})


class Weakest(NamedTuple):
    """An enterprise with just these domains; `region` is "" where no province's document rules."""

    domains: frozenset[str]
    region: str


def cases(content: Content, conditions: Iterable[Sequence[Alternative]]) -> list[Case]:
    """The cases in which all those conditions hold; one without alternatives always does."""
    parts = [alternatives for alternatives in conditions if alternatives]
    chosen = (tuple(c for a in one for c in a.items()) for one in itertools.product(*parts))
    return [found for case in chosen for found in _asked(content, case)]


def item_conditions(question: Question) -> list[Sequence[Alternative]]:
    """The conditions of file, section and item, or of file and tightening (without its `also`)."""
    own = (question.entry.alternatives("applies"), question.entry.alternatives("when"))
    return [*_around(question), *own]


def tightening_cases(content: Content, tightening: Question, item: Question) -> tuple[list[Case], list[Case]]:
    """The cases in which a tightening holds of its item, and those that its `also` adds to them."""
    own, also = item_conditions(tightening), tightening.entry.alternatives("also")
    inside = cases(content, [*own, *item_conditions(item)])
    return inside, cases(content, [*own, also, *_around(item)]) if also else []


def foreign(domains: frozenset[str], reach: Sequence[Case]) -> bool:
    """Whether every case is about other domains than these."""
    return bool(reach) and all(
        any(f == "domain" and v.isdisjoint(domains) for f, v in case) for case in reach
    )


def ungrounded(content: Content, case: Case, sources: Iterable[Entry]) -> Weakest | None:
    """An enterprise that the case reaches, but no demand and no duty ask of those items or tightenings."""
    held = list(sources)
    demands = [r for s in held for r in _demanded(content, case, s)]
    if any("domains" not in r for r in demands):
        return None
    asks = [a for s in held for i in s.texts("basis") if (a := content.asks.get(i)) and _duty(a)]
    asks = [a for a in asks if _asked_of(a, case)]
    for weakest in _weakest(content, case):
        ruled = any(not weakest.domains.isdisjoint(r.texts("domains")) for r in demands)
        if not ruled and not any(_covers(a, weakest, case) for a in asks):
            return weakest
    return None


def _around(question: Question) -> list[Sequence[Alternative]]:
    """The conditions of the file and the section that an item or tightening stands in."""
    overlay = question.file.text("overlay")
    found: list[Sequence[Alternative]] = [[{"region": frozenset({overlay})}]] if overlay else []
    found.append(question.file.alternatives("applies"))
    if question.section is not None:
        found.append(question.section.alternatives("applies"))
    return found


def _asked(content: Content, case: Case, settled: frozenset[str] = frozenset()) -> list[Case]:
    """A case with what follows from the interview: who gives an answer other than no was asked."""
    put = (f for f, v in case if f not in settled and v - _NOT_PUT and f in content.interview)
    fact = next(put, None)
    if fact is None:
        return [case]
    alternatives: Sequence[Alternative] = content.interview[fact].alternatives("applies") or ({},)
    return [found for a in alternatives for found in _asked(content, (*case, *a.items()), settled | {fact})]


def _demanded(content: Content, case: Case, source: Entry) -> Iterator[Entry]:
    true = {fact for fact, values in case if values == {"yes"}}
    citations = [*source.texts("demands")]
    for fact, cited in source.lists("demands_if").items():
        citations += cited if fact in true else ()
    for citation in citations:
        if regulation := content.regulations.get(citation.partition(" ")[0]):
            yield regulation


def _duty(ask: PolicyAsk) -> bool:
    return ask.entry.text("kind") == "duty"


def _asked_of(ask: PolicyAsk, case: Case) -> bool:
    """Whether the facts of an ask beside domain and region are true in the case."""
    return not ask.entry.alternatives("applies") or any(
        all(_sure(fact, values, case) for fact, values in alternative.items())
        for alternative in ask.entry.alternatives("applies")
    )


def _sure(fact: str, values: frozenset[str], case: Case) -> bool:
    return fact in {"domain", "region"} or any(f == fact and v <= values for f, v in case)


def _covers(ask: PolicyAsk, weakest: Weakest, case: Case) -> bool:
    region = ask.document.text("region")
    if region not in {"national", weakest.region}:
        return False
    alternatives: tuple[Mapping[str, frozenset[str]], ...] = ask.entry.alternatives("applies")
    return not alternatives or any(
        not a.get("domain", weakest.domains).isdisjoint(weakest.domains)
        and weakest.region in a.get("region", {weakest.region})
        and all(_sure(f, v, case) for f, v in a.items())
        for a in alternatives
    )


def _weakest(content: Content, case: Case) -> Iterator[Weakest]:
    wanted = [values for fact, values in case if fact == "domain"] or [content.domains]
    regions = content.regions
    for fact, values in case:
        regions = regions & values if fact == "region" else regions
    ruled = {d.text("region") for d in content.documents.values()}
    named = sorted({r if r in ruled else "" for r in regions})
    sets = {frozenset(chosen) for chosen in itertools.product(*wanted)}
    for domains in sorted(sets, key=lambda d: (len(d), sorted(d))):
        for region in named:
            yield Weakest(domains, region)
