"""What was said before: by another item, or word for word by the policy documents."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from pathlib import Path
from typing import Final

from checklists.content import Content, Entry, Question
from checklists.problems import Problem

#: From this share of common pairs of neighbouring characters on, two texts say nearly the same.
_ALIKE: Final = {"ask": 0.8, "guide": 0.6}
#: So many characters in a row, without blanks and marks, are the document's words and not our own.
_RUN: Final = 14
#: Shorter titles and headings are words that everybody uses.
_TITLE_LEAST: Final = 6
_MARKS: Final = re.compile("[^0-9A-Za-z\u3400-\u4dbf\u4e00-\u9fff]")
_TITLE: Final = re.compile("《[^》]*》")


def check_likeness(content: Content) -> Iterator[Problem]:
    """Pairs of items whose questions or guides are alike or that share over half of their proof."""
    for key, limit in _ALIKE.items():
        yield from _alike(content.questions, key, limit)
    yield from _shared_proof(content)


def check_copying(content: Content, texts: Path) -> Iterator[Problem]:
    """Runs of characters that stand in the documents too; `texts` is the folder of their texts (`*.txt`).

    Titles in 《》 and registered titles, headings and products are facts and may be the same. Raises OSError.
    """
    runs = {
        r for path in sorted(texts.glob("*.txt")) for r in _runs(_plain(path.read_text(encoding="utf-8")))
    }
    facts = _facts(content)
    for question in (*content.questions, *content.tightenings):
        for steps, text in _words(question.entry):
            own = _plain(facts.sub("\n", _plain(_TITLE.sub("\n", text), keep="\n")), keep="\n")
            if found := next((r for part in own.split("\n") for r in _runs(part) if r in runs), ""):
                yield question.entry.problem("copied", *steps, run=found)


def _alike(questions: Sequence[Question], key: str, limit: float) -> Iterator[Problem]:
    """Pairs of items that say nearly the same under a key, each reported at the later one."""
    pairs = [(q.entry, _pairs(q.entry.text(key))) for q in questions]
    for (first, a), (second, b) in combinations(pairs, 2):
        if 2 * len(a & b) > limit * (len(a) + len(b)):
            yield second.problem("alike" if key == "ask" else "alike-guide", key, item=first.id)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(a + b for a, b in pairwise(_plain(text)))


def _shared_proof(content: Content) -> Iterator[Problem]:
    """Pairs of items that share more than half of their proof."""
    by_text: dict[str, list[str]] = defaultdict(list)
    for question in content.questions:
        for proof in question.entry.texts("proof"):
            by_text[proof].append(question.entry.id)
    shared = Counter(pair for holders in by_text.values() for pair in combinations(holders, 2))
    for (first, second), count in shared.items():
        entries = [content.items[name].entry for name in (first, second)]
        if first != second and count * 2 > min(len(e.texts("proof")) for e in entries):
            yield entries[1].problem("shared-proof", "proof", item=first, count=count)


def _plain(text: str, keep: str = "") -> str:
    """A text without blanks and marks, save those to keep."""
    return _MARKS.sub(lambda mark: mark[0] if mark[0] in keep else "", text)


def _runs(text: str) -> Iterator[str]:
    return (text[n : n + _RUN] for n in range(len(text) - _RUN + 1))


def _words(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts of an item or tightening in our own words, with their places."""
    for key in ("ask", "guide", "na", "note"):
        yield (key,), entry.text(key)
    for number, proof in enumerate(entry.texts("proof")):
        yield ("proof", number), proof


def _facts(content: Content) -> re.Pattern[str]:
    """Registered titles, headings and names of products, as they are written without blanks and marks."""
    holders = (*content.regulations.values(), *content.documents.values())
    clauses = content.clauses.values()
    asks = [a.entry for a in content.asks.values()]
    titles = [e.text("title") for e in holders] + [c.text("heading") for c in clauses]
    products = [p for e in (*clauses, *asks) for p in e.texts("products")]
    long = {t for t in map(_plain, (*titles, *products)) if len(t) >= _TITLE_LEAST}
    return re.compile("|".join(map(re.escape, sorted(long, key=len, reverse=True))) or "(?!)")
