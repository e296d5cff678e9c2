"""Which items the tree of 检查 shows: what is typed, the chips, a person. Plain data, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from checklists.library import clause_of
from checklists.scope import ScopedItem
from exports.material import Material

Tag = Literal["unanswered", "reason", "later", "nonconform", "critical", "duty"]

#: Tags of the answer: one of those that are asked for is enough. The others narrow further.
_OF_ANSWER: Final[frozenset[Tag]] = frozenset({"unanswered", "reason", "later", "nonconform"})


class Filter(NamedTuple):
    """What is asked for; nothing asked for shows everything."""

    text: str = ""
    tags: frozenset[Tag] = frozenset()
    person: str = ""

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.text.strip() or self.tags or self.person)


class _Entry(NamedTuple):
    tags: frozenset[Tag]
    person: str


class ItemIndex:
    """The items of a scope in printed order with what they are found by, kept in step with the answers."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._entries = {scoped.id: _entry(scoped, material) for scoped in material.scope.items}
        #: What stands in an item and in its answer, put together when it is first searched.
        self._fixed: dict[str, str] = {}
        self._words: dict[str, str] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def update(self, item: str, material: Material) -> None:
        """Take over the answer to an item of this scope."""
        self._material = material
        self._entries[item] = _entry(material.scope.by_id[item], material)
        self._words.pop(item, None)

    def tags(self, item: str) -> frozenset[Tag]:
        """What an item is found by."""
        return self._entries[item].tags

    def is_open(self, item: str) -> bool:
        """Whether there is still something to answer: no status, no figure, or a reason is missing."""
        return "unanswered" in self._entries[item].tags

    def counts(self) -> Mapping[Tag, int]:
        """How many items have each tag."""
        found: dict[Tag, int] = {}
        for entry in self._entries.values():
            for tag in entry.tags:
                found[tag] = found.get(tag, 0) + 1
        return found

    def people(self) -> tuple[str, ...]:
        """Who can answer something, in the order of the items."""
        return tuple(dict.fromkeys(e.person for e in self._entries.values() if e.person))

    def shown(self, wanted: Filter) -> list[str]:
        """The items that fit; every word that was typed has to be found."""
        words = wanted.text.casefold().split()
        states, others = wanted.tags & _OF_ANSWER, wanted.tags - _OF_ANSWER
        return [
            item
            for item, entry in self._entries.items()
            if (not states or entry.tags & states)
            and others <= entry.tags
            and (not wanted.person or entry.person == wanted.person)
            and (not words or self._says(item, words))
        ]

    def next_open(self, order: list[str], current: str, step: int) -> str:
        """The open item of `order` after (step 1) or before (-1) the current one, round the end; "" for none.

        Those put off (稍后) come only when nothing else is open.
        """
        if not order:
            return ""
        outside = -1 if step > 0 else 0
        start = order.index(current) if current in order else outside
        around = [order[(start + step * n) % len(order)] for n in range(1, len(order) + 1)]
        found = [item for item in around if item != current and self.is_open(item)]
        now = (item for item in found if "later" not in self.tags(item))
        return next(now, found[0] if found else "")

    def _says(self, item: str, words: Sequence[str]) -> bool:
        said = self._words.get(item)
        if said is None:
            scoped, answer = self._material.scope.by_id[item], self._material.dossier.answer(item)
            if item not in self._fixed:
                self._fixed[item] = _fixed_words(scoped, self._material)
            told = (self._fixed[item], answer.note, answer.proof_ref, answer.internal, answer.person)
            said = self._words[item] = "\n".join(told).casefold()
        return all(word in said for word in words)


def _entry(scoped: ScopedItem, material: Material) -> _Entry:
    return _Entry(frozenset(_tags(scoped, material)), material.dossier.answer(scoped.id).person.strip())


def _fixed_words(scoped: ScopedItem, material: Material) -> str:
    edition = material.edition
    regulations = (edition.regulations[c.regulation].title for c in (*scoped.demands, *scoped.see))
    parts: Iterable[str] = (
        scoped.number,
        scoped.item.ask,
        scoped.section.title,
        scoped.checklist.title,
        *(clause_of(ask) for ask in scoped.basis),
        *regulations,
    )
    return "\n".join(parts)


def _tags(scoped: ScopedItem, material: Material) -> Iterator[Tag]:
    answer = material.dossier.answer(scoped.id)
    if not answer.measure if scoped.is_measure else answer.counted == "unanswered":
        yield "unanswered"
    if answer.lacks_reason:
        yield "reason"
    if answer.status == "nonconform":
        yield "nonconform"
    if answer.later:
        yield "later"
    if scoped.critical:
        yield "critical"
    if scoped.is_duty:
        yield "duty"
