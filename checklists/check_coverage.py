"""Every ask of an enterprise is covered by an item that can reach whom it concerns, or waived with a reason.

An ask that is the `same` as a national one follows it by machine: the items and the waiver of that one are
its own too. Clauses that inherit have no asks of their own.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from checklists.content import Content, PolicyAsk
from checklists.problems import Problem
from checklists.reach import Case, cases, item_conditions, tightening_cases

#: An ask of these is an ask of an enterprise.
_ENTERPRISES: Final = frozenset({"enterprise", "both"})
#: So much may be waived at most: of the asks that are only implied, and of all.
_MOST_IMPLIED: Final = Fraction(15, 100)
_MOST: Final = Fraction(5, 100)

#: One enterprise that an ask concerns, as far as the ask says: fact -> value.
_Concerned = Mapping[str, str]


def check_coverage(content: Content) -> Iterator[Problem]:
    """Asks that no item covers, or none that can reach those they concern; waivers that may not be."""
    reached = reach_of_asks(content)
    for ask in enterprise_asks(content).values():
        found = [r for n in names(ask) for r in reached.get(n, ())]
        if _waiver(content, ask):
            yield from _waived(ask, covered=bool(found))
        elif not found:
            yield ask.entry.problem("ask-uncovered", "ask")
        elif missed := next((c for c in _concerned(ask) if not _reaches(content, found, c)), None):
            whom = "、".join(f"{fact} {value}" for fact, value in missed.items() if value) or "national"
            yield ask.entry.problem("ask-unreached", "ask", whom=whom)
    yield from _shares(content)


def enterprise_asks(content: Content) -> Mapping[str, PolicyAsk]:
    """The asks of enterprises by id."""
    return {n: a for n, a in content.asks.items() if a.clause.text("audience") in _ENTERPRISES}


def reach_of_asks(content: Content) -> Mapping[str, Sequence[Sequence[Case]]]:
    """Ask -> the reach of each item or tightening that names it."""
    found: dict[str, list[Sequence[Case]]] = defaultdict(list)
    for question in content.questions:
        reach = cases(content, item_conditions(question))
        for name in question.entry.texts("basis"):
            found[name].append(reach)
    for tightening in content.tightenings:
        if item := content.items.get(tightening.entry.text("item")):
            inside, beyond = tightening_cases(content, tightening, item)
            for name in tightening.entry.texts("basis"):
                found[name].append([*inside, *beyond])
    return found


def names(ask: PolicyAsk) -> tuple[str, ...]:
    """The ids under which an ask is covered: its own, and that of the national ask that it repeats."""
    own, national = ask.entry.id, ask.entry.text("national_ask")
    return (own, national) if ask.entry.text("vs_national") == "same" and national else (own,)


def _waiver(content: Content, ask: PolicyAsk) -> str:
    """The reason why no item covers an ask, or ""."""
    asks = (content.asks.get(name) for name in names(ask))
    return next((reason for a in asks if a and (reason := a.entry.text("waived"))), "")


def _waived(ask: PolicyAsk, *, covered: bool) -> Iterator[Problem]:
    if "waived" not in ask.entry:
        return
    if covered:
        yield ask.entry.problem("waived-needlessly", "waived")
    if ask.entry.text("kind") == "duty" and ask.entry.text("stated") == "explicit":
        yield ask.entry.problem("waived-duty", "waived")


def _concerned(ask: PolicyAsk) -> Iterator[_Concerned]:
    """The enterprises that an ask concerns; outside the provinces of documents the region is ""."""
    region = ask.document.text("region")
    place = {"region": frozenset({"" if region == "national" else region})}
    for alternative in ask.entry.alternatives("applies") or ({},):
        facts = place | dict(alternative)
        for values in itertools.product(*(sorted(v) for v in facts.values())):
            yield dict(zip(facts, values, strict=True))


def _reaches(content: Content, found: Iterable[Sequence[Case]], concerned: _Concerned) -> bool:
    """Whether one case of the items allows for that enterprise; what the ask leaves open may be anything.

    Of a fact with several values at once, as the roles are, an enterprise may have what else the case wants.
    """
    return any(
        all(_allows(content, case, fact, value) for fact, value in concerned.items())
        for reach in found
        for case in reach
    )


def _allows(content: Content, case: Case, fact: str, value: str) -> bool:
    wanted = [values for name, values in case if name == fact]
    several = fact in content.interview and "multiple" in content.interview[fact]
    return not wanted or (any if several else all)(value in values for values in wanted)


def _shares(content: Content) -> Iterator[Problem]:
    asks = enterprise_asks(content)
    implied = [a for a in asks.values() if a.entry.text("stated") == "implied"]
    for among, most, word in ((implied, _MOST_IMPLIED, "implied"), (list(asks.values()), _MOST, "all")):
        waived = [a for a in among if _waiver(content, a)]
        if len(waived) > most * len(among):
            limit = int(most * len(among))
            yield waived[limit].entry.problem("many-waived", count=len(waived), most=limit, among=word)
