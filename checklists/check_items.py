"""The rules of items and tightenings: what they name exists, their strength stands on something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from checklists.content import Content, Entry, Question
from checklists.library import KINDS
from checklists.problems import Problem
from checklists.reach import Case, cases, foreign, item_conditions, tightening_cases, ungrounded

#: Only these bind today.
_IN_FORCE: Final = frozenset({"现行", "即将被代替"})
_ARTICLE: Final = re.compile("第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十])?")
_RANGE: Final = re.compile("(第[一二三四五六七八九十百千零]+条)至(第[一二三四五六七八九十百千零]+条)")
_DIGITS: Final = {d: n for n, d in enumerate("零一二三四五六七八九")}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_CRITICAL_MOST: Final = 25
_YES_NO: Final = frozenset({"yes", "no"})


def check_items(content: Content) -> Iterator[Problem]:
    """What is wrong with items and tightenings, apart from their wording."""
    for question in content.questions:
        reach = cases(content, item_conditions(question))
        yield from _facts(content, question.entry, ("applies", "except"))
        yield from _topic(content, question)
        yield from _basis(content, question.entry, same_allowed=False)
        yield from _citations(content, question.entry, reach)
        yield from _ladder(content, question, reach)
        yield from _others(content, question.entry)
        yield from _benchmarks(content, question.entry.entry("answer"))
    for question in content.tightenings:
        yield from _tightening(content, question)
    yield from _cycles(content)
    critical = [q.entry for q in content.questions if "critical" in q.entry]
    for entry in critical[_CRITICAL_MOST:]:
        yield entry.problem("many-critical", "critical", count=len(critical), most=_CRITICAL_MOST)


def check_conditions(content: Content) -> Iterator[Problem]:
    """Facts and values that the interview does not know, in files, sections, asks and itself."""
    for file in content.checklists.values():
        for entry in (file, *file.entries("sections")):
            yield from _facts(content, entry, ("applies",))
    for ask in content.asks.values():
        yield from _facts(content, ask.entry, ("applies",))
    for question in content.interview.values():
        for entry in (question, *question.entries("options")):
            yield from _facts(content, entry, ("applies",))


def _facts(content: Content, entry: Entry, keys: tuple[str, ...]) -> Iterator[Problem]:
    facts = content.facts
    for key in keys:
        for number, alternative in enumerate(entry.alternatives(key)):
            for fact, values in alternative.items():
                if fact not in facts:
                    yield entry.problem("unknown-fact", key, number, fact, fact=fact)
                for value in sorted(values - facts.get(fact, values)):
                    yield entry.problem("unknown-value", key, number, fact, fact=fact, value=value)
    for key in ("demands_if", "see_if"):
        for fact in entry.entry(key).raw:
            if facts.get(fact) != _YES_NO:
                yield entry.problem("not-yes-no", key, fact, fact=fact)


def _topic(content: Content, question: Question) -> Iterator[Problem]:
    topic = question.topic
    if not topic:
        yield question.entry.problem("no-topic")
    elif content.topics and topic not in content.topics:
        holder = question.entry if "topic" in question.entry else question.section or question.entry
        yield holder.problem("unknown-topic", "topic", topic=topic)


def _basis(content: Content, entry: Entry, *, same_allowed: bool) -> Iterator[Problem]:
    for number, name in enumerate(entry.texts("basis")):
        ask = content.asks.get(name)
        if ask is None:
            yield entry.problem("unknown-ask", "basis", number, ask=name)
        elif ask.entry.text("vs_national") == "same" and not same_allowed:
            national = ask.entry.text("national_ask")
            yield entry.problem("same-ask", "basis", number, ask=name, national=national)


def _citations(content: Content, entry: Entry, reach: list[Case]) -> Iterator[Problem]:
    for key in ("demands", "see"):
        for number, citation in enumerate(entry.texts(key)):
            yield from _citation(content, entry, (key, number), citation, reach)
        for fact, citations in entry.lists(f"{key}_if").items():
            for number, citation in enumerate(citations):
                yield from _citation(content, entry, (f"{key}_if", fact, number), citation, reach)


def _citation(
    content: Content, entry: Entry, steps: tuple[str | int, ...], citation: str, reach: list[Case]
) -> Iterator[Problem]:
    name, _, articles = citation.partition(" ")
    regulation = content.regulations.get(name)
    if regulation is None:
        yield entry.problem("unknown-regulation", *steps, regulation=name)
        return
    if str(steps[0]).startswith("demands"):
        standing = regulation.text("standing")
        if standing not in _IN_FORCE:
            yield entry.problem("not-in-force", *steps, regulation=name, standing=standing)
        if regulation.text("confidence") != "verified" and not articles:
            yield entry.problem("not-verified", *steps, regulation=name)
    for article in _ARTICLE.findall(articles):
        if not _named(article, regulation.text("duty")):
            yield entry.problem("unnamed-article", *steps, regulation=name, article=article)
    ruled = frozenset(regulation.texts("domains"))
    if ruled and foreign(ruled, reach):
        yield entry.problem("foreign-regulation", *steps, regulation=name)


def _named(article: str, duty: str) -> bool:
    """Whether a regulation's `duty` names an article, by itself or in a range."""
    ranges = ((_number(first), _number(last)) for first, last in _RANGE.findall(duty))
    return article in _ARTICLE.findall(duty) or any(a <= _number(article) <= b for a, b in ranges)


def _number(article: str) -> int:
    """The number of an article, as 1203 of 第一千二百零三条."""
    total, digit = 0, 0
    for sign in article[1 : article.index("条")]:
        if sign in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[sign], 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def _ladder(content: Content, question: Question, reach: list[Case]) -> Iterator[Problem]:
    """The ladder of `kind`: strongest explicit ask, implied ones only as duties, `demands` make a duty."""
    entry = question.entry
    kind, mode = entry.text("kind"), entry.text("mode")
    asks = [content.asks[a].entry for a in entry.texts("basis") if a in content.asks]
    explicit = [a.text("kind") for a in asks if a.text("stated") == "explicit"]
    duty_asked = any(a.text("kind") == "duty" for a in asks)
    if mode and kind != "encouraged":
        yield entry.problem("mode-of-stronger", "mode")
    if "demands" in entry and kind != "duty":
        yield entry.problem("demands-of-weaker", "kind")
    elif "duty" in explicit and kind != "duty" and not mode:
        yield entry.problem("duty-ask-weakened", "kind")
    elif kind != "duty" and asks and not explicit and not duty_asked and not mode:
        yield entry.problem("implied-without-mode", "kind")
    elif kind == "expected" and explicit and set(explicit) == {"encouraged"}:
        yield entry.problem("kind-above-ask", "kind")
    if kind == "duty":
        yield from _ground(content, entry, reach, (entry,))


def _ground(
    content: Content, entry: Entry, reach: list[Case], sources: tuple[Entry, ...]
) -> Iterator[Problem]:
    for case in reach:
        if found := ungrounded(content, case, sources):
            domains, region = "、".join(sorted(found.domains)), found.region or "national"
            yield entry.problem("ungrounded-duty", "kind", domains=domains, region=region)
            return


def _others(content: Content, entry: Entry) -> Iterator[Problem]:
    """What an item says about other items."""
    for number, name in enumerate(entry.texts("requires")):
        yield from _other(content, entry, ("requires", number), name)
    for number, pair in enumerate(entry.texts("contradicts")):
        here, name, there = [*pair.split(" "), "", ""][:3]
        yield from _other(content, entry, ("contradicts", number), name)
        if here == there == "conform" and name in entry.texts("requires"):
            yield entry.problem("contradicts-required", "contradicts", number, item=name)
    for number, name in enumerate(entry.texts("replaces")):
        if name in content.items:
            yield entry.problem("replaces-living", "replaces", number, item=name)


def _other(content: Content, entry: Entry, steps: tuple[str | int, ...], name: str) -> Iterator[Problem]:
    if name not in content.items:
        yield entry.problem("unknown-item", *steps, item=name)
    elif name == entry.id:
        yield entry.problem("names-itself", *steps)
    elif "answer" in content.items[name].entry:
        yield entry.problem("names-measure", *steps, item=name)


def _benchmarks(content: Content, holder: Entry) -> Iterator[Problem]:
    for benchmark in holder.entries("benchmarks"):
        if benchmark.text("clause") not in content.clauses:
            yield benchmark.problem("unknown-clause", "clause", clause=benchmark.text("clause"))
        if benchmark.text("region") not in content.regions | {"national"}:
            yield benchmark.problem("unknown-region", "region", region=benchmark.text("region"))


def _tightening(content: Content, question: Question) -> Iterator[Problem]:
    entry = question.entry
    item = content.items.get(entry.text("item"))
    yield from _facts(content, entry, ("also", "when"))
    yield from _basis(content, entry, same_allowed=True)
    yield from _benchmarks(content, entry)
    if item is None:
        yield entry.problem("unknown-item", "item", item=entry.text("item"))
        yield from _citations(content, entry, cases(content, item_conditions(question)))
        return
    reach, widened = tightening_cases(content, question, item)
    yield from _citations(content, entry, [*reach, *widened])
    yield from _raises(question, item, also="also" in entry)
    kind = entry.text("kind") or item.entry.text("kind")
    if kind == "duty" and (widened or "kind" in entry):
        limits = widened + (reach if "kind" in entry else [])
        yield from _ground(content, entry, limits, (entry, item.entry))


def _raises(question: Question, item: Question, *, also: bool) -> Iterator[Problem]:
    """A tightening may only raise, and only an item of another file."""
    entry, tightened = question.entry, item.entry
    if item.file.id == question.file.id:
        yield entry.problem("tightens-own", "item", item=tightened.id)
    kind, former = entry.text("kind"), tightened.text("kind")
    if kind in KINDS and former in KINDS and KINDS.index(kind) >= KINDS.index(former):
        yield entry.problem("not-stricter", "kind", kind=kind, former=former)
    if "critical" in entry and "critical" in tightened:
        yield entry.problem("already-critical", "critical")
    if also and not tightened.alternatives("applies"):
        yield entry.problem("needless-also", "also", item=tightened.id)
    if "benchmarks" in entry and "answer" not in tightened:
        yield entry.problem("benchmark-without-measure", "benchmarks", item=tightened.id)
    if "demands" in entry and "duty" not in {kind, former}:
        yield entry.problem("demands-of-weaker", "demands")


def _cycles(content: Content) -> Iterator[Problem]:
    """Items that require each other in a circle; each circle is reported once."""
    required: Mapping[str, tuple[str, ...]] = {
        name: tuple(r for r in q.entry.texts("requires") if r in content.items)
        for name, q in content.items.items()
    }
    done: set[str] = set()
    for start in required:
        trail = [start]
        while trail:
            following = [r for r in required[trail[-1]] if r not in done and r != trail[-1]]
            circle = next((r for r in following if r in trail), "")
            if circle:
                names = trail[trail.index(circle) :]
                place = content.items[names[-1]].entry
                yield place.problem("circle", "requires", items=" → ".join([*names, circle]))
                done.add(trail.pop())
            elif following:
                trail.append(following[0])
            else:
                done.add(trail.pop())
