"""The figures of an assessment and its grade: how each comes about.

Rate of duties = conform / (conform + partial + nonconform), by law and by policy apart. Improvement index =
100 x the mean of 1, 0.5 and 0 over the expected and encouraged items, unweighted. 落实率 per checklist file
and per radar group = 100 x the same mean over rated items of every kind. Blanks, not-applicable items and
measures are in none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Any, Final, NamedTuple

from checklists.assessment import UNMET, Dossier, Status
from checklists.scope import Scope, ScopedItem

_TENTH = Decimal("0.1")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items have each status, and the rates: from 0 to 100, None where nothing is rated."""

    conform: int = 0
    partial: int = 0
    nonconform: int = 0
    not_applicable: int = 0
    unanswered: int = 0

    @property
    def rated(self) -> int:
        """已评 n: the items that count in rates."""
        return self.conform + self.partial + self.nonconform

    @property
    def applicable(self) -> int:
        """适用 m: rated and blank ones; what was found not applicable is left out."""
        return self.rated + self.unanswered

    @property
    def total(self) -> int:
        """All items, the not-applicable ones too."""
        return self.applicable + self.not_applicable

    @property
    def rate(self) -> Decimal | None:
        """The share of conform ones among the rated."""
        return _HUNDRED * self.conform / self.rated if self.rated else None

    @property
    def index(self) -> Decimal | None:
        """100 x the mean of 1 (conform), 0.5 (partial) and 0 (nonconform) over the rated."""
        return _HUNDRED * (self.conform + Decimal(self.partial) / 2) / self.rated if self.rated else None

    @property
    def answered_share(self) -> Decimal:
        """The share of rated items among the applicable, 100 where there is none."""
        return _HUNDRED * self.rated / self.applicable if self.applicable else _HUNDRED


class Answered(NamedTuple):
    """So many of all the items that apply have an answer: a rating, 不适用 with its reason, or a figure."""

    done: int
    total: int

    @property
    def complete(self) -> bool:
        """Whether every item has its answer."""
        return self.done >= self.total > 0


#: Of a file that could not be read.
NOTHING_ANSWERED: Final = Answered(0, 0)


class Group(NamedTuple):
    """The tally of a checklist file or a radar group; `least` rated items are needed for a rate."""

    code: str
    title: str
    tally: Tally
    least: int

    @property
    def rate(self) -> Decimal | None:
        """落实率, or None where too few items are rated: then a fraction is shown."""
        return self.tally.index if self.tally.rated >= self.least else None


class GradeReason(NamedTuple):
    """Why the grade is what it is: a code of `words.yaml` and its values."""

    code: str
    values: Mapping[str, str | int]


@dataclass(frozen=True)
class Figures:
    """The figures of one dossier against its scope.

    `undecided` duties are not known yet to apply; `whole` is False where only a selection is assessed.
    `answered` counts the measures too, which are in no tally.
    """

    law: Tally
    policy: Tally
    rest: Tally
    everything: Tally
    by_checklist: tuple[Group, ...]
    by_group: tuple[Group, ...]
    critical_unmet: int
    scale: Mapping[str, Any]
    answered: Answered
    undecided: int = 0
    whole: bool = True

    @cached_property
    def duties(self) -> Tally:
        """Duties by law and by policy together."""
        return _sum((self.law, self.policy))

    @property
    def provisional(self) -> bool:
        """暂计: a duty is still unanswered, or it is still open whether it applies."""
        return self.duties.unanswered + self.undecided > 0

    @cached_property
    def grade(self) -> str:
        """The code of the grade ("one" best), or "" while it cannot be given."""
        return self._graded[0]

    @property
    def grade_reason(self) -> GradeReason:
        """Why, in one sentence's code and values."""
        return self._graded[1]

    @cached_property
    def _graded(self) -> tuple[str, GradeReason]:
        if not self.whole:
            return "", GradeReason("grade-selection", {})
        if self.provisional:
            return "", GradeReason("grade-duties-open", {"count": self.duties.unanswered + self.undecided})
        if not self.everything.rated:
            return "", GradeReason("grade-nothing-rated", {})
        if self.rest.answered_share < Decimal(self._rules["answered_others"]):
            return "", GradeReason("grade-rest-open", {"count": self.rest.unanswered})
        levels = [g["code"] for g in self.scale["grades"]]
        by_index = self._allowed(self.rest.index, "index")
        by_duties = self._allowed(self.duties.rate, "duties")
        cap = levels.index(self._rules["best_with_open_critical"]) if self.critical_unmet else 0
        place = max(by_index, by_duties, cap)
        return levels[place], self._reason(by_index, by_duties, cap, levels)

    @property
    def _rules(self) -> Mapping[str, str]:
        rules: Mapping[str, str] = self.scale["grade_rules"]
        return rules

    def _allowed(self, figure: Decimal | None, key: str) -> int:
        """The place of the best grade that a figure allows; a figure that does not exist limits nothing."""
        if figure is None:
            return 0
        grades = self.scale["grades"]
        return next((n for n, g in enumerate(grades) if figure >= Decimal(g.get(key, "0"))), len(grades) - 1)

    def _reason(self, by_index: int, by_duties: int, cap: int, levels: list[str]) -> GradeReason:
        values: dict[str, str | int] = {
            "index_grade": levels[by_index],
            "duties_grade": levels[by_duties],
            "cap": levels[cap],
            "count": self.critical_unmet,
        }
        if cap > max(by_index, by_duties):
            return GradeReason("grade-capped", values)
        if by_index == by_duties:
            return GradeReason("grade-both", values)
        return GradeReason("grade-by-duties" if by_duties > by_index else "grade-by-index", values)


def figures(scope: Scope, dossier: Dossier) -> Figures:
    """Count the answers of a dossier over the items of its scope."""
    rated = [s for s in scope.items if not s.is_measure]
    status: dict[str, Status] = {s.id: dossier.answer(s.id).counted for s in rated}
    scale = scope.edition.scale
    least = int(scale["least_rated"])
    group_of = {t["code"]: t["group"] for t in scale["topics"]}

    def tally(items: Iterable[ScopedItem]) -> Tally:
        count: dict[str, int] = {}
        for one in items:
            count[status[one.id]] = count.get(status[one.id], 0) + 1
        return Tally(**count)

    everything = tally(rated)
    measures = [s for s in scope.items if s.is_measure]
    filled = sum(1 for s in measures if dossier.answer(s.id).measure)
    checklists = dict.fromkeys((s.checklist.id, s.checklist.title) for s in scope.items)
    return Figures(
        law=tally(s for s in rated if s.binding == "law"),
        policy=tally(s for s in rated if s.binding == "policy"),
        rest=tally(s for s in rated if not s.is_duty),
        everything=everything,
        by_checklist=tuple(
            Group(code, title, tally(s for s in rated if s.checklist.id == code), least)
            for code, title in checklists
        ),
        by_group=tuple(
            Group(g["id"], g["word"], tally(s for s in rated if group_of[s.item.topic] == g["id"]), least)
            for g in scale["groups"]
        ),
        critical_unmet=sum(1 for s in rated if s.critical and status[s.id] in UNMET),
        scale=scale,
        answered=Answered(
            everything.total - everything.unanswered + filled, everything.total + len(measures)
        ),
        undecided=sum(1 for s in scope.undecided if s.strongest == "duty" and not s.is_measure),
        whole=scope.selection == "full",
    )


def shown(figure: Decimal) -> str:
    """A rate with one decimal, half up; but what falls short of a whole number, as the limits of the grades
    are and 100, never shows as that number.
    """
    rounded = figure.quantize(_TENTH, ROUND_HALF_UP)
    too_much = rounded > figure and rounded == rounded.to_integral_value()
    return str(rounded - _TENTH if too_much else rounded)


def _sum(tallies: Iterable[Tally]) -> Tally:
    parts = list(tallies)
    return Tally(
        conform=sum(t.conform for t in parts),
        partial=sum(t.partial for t in parts),
        nonconform=sum(t.nonconform for t in parts),
        not_applicable=sum(t.not_applicable for t in parts),
        unanswered=sum(t.unanswered for t in parts),
    )
