"""What is known of an enterprise, and whether a condition on it holds.

A condition is data: a list of alternatives, each fact -> values. Every fact named must hold; a fact holds
when any one of its values is true of the enterprise. Evaluation has three values: it applies, it does not, or
it is not known yet because a fact was not answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from checklists.library import Alternatives, conditions

#: Facts by name: the values that are true of the enterprise; a name that is missing was not answered yet.
Facts = Mapping[str, tuple[str, ...]]
#: True: holds; False: does not; None: not known yet.
Truth = bool | None


class Condition(NamedTuple):
    """One fact as it was asked for: `values` wanted, whether it `holds`, and whose condition it is.

    `wanted` is False for an exception: then the fact excludes. `origin` is the checklist file that says so;
    `true` are those of the values that are true of the enterprise.
    """

    fact: str
    values: tuple[str, ...]
    holds: Truth
    origin: str
    wanted: bool = True
    true: tuple[str, ...] = ()


class Verdict(NamedTuple):
    """Whether something applies, and the conditions that decided it."""

    applies: Truth
    because: tuple[Condition, ...] = ()


#: The verdict of what has no condition.
EVERYONE: Final = Verdict(True)


class Known(NamedTuple):
    """The facts that count, and why a question of the interview is not put or may not be.

    One that is not put is answered with no, one of which that is open is not answered, whatever was stated.
    """

    facts: Facts
    not_put: Mapping[str, tuple[Condition, ...]]

    def verdict(self, alternatives: Alternatives, origin: str = "") -> Verdict:
        """The verdict of a condition of that file; the reasons are answers to questions that are put."""
        if not alternatives:
            return EVERYONE
        found = evaluate(alternatives, self.facts, origin)
        if self.not_put.keys().isdisjoint(c.fact for c in found.because):
            return found
        return Verdict(found.applies, distinct(r for c in found.because for r in self._explained(c)))

    def _explained(self, condition: Condition) -> Iterable[Condition]:
        because = self.not_put.get(condition.fact)
        return [c._replace(origin=condition.origin) for c in because] if because else [condition]


def known(interview: Mapping[str, Any], facts: Facts) -> Known:
    """The facts completed by the interview, whose questions stand behind those that they depend on.

    A micro enterprise counts as small too, since the sources know only three sizes.
    """
    completed = dict(facts)
    if completed.get("size") == ("micro",):
        completed["size"] = ("micro", "small")
    not_put: dict[str, tuple[Condition, ...]] = {}
    so_far = Known(completed, not_put)
    for question in interview["questions"]:
        fact = question["fact"]
        put = so_far.verdict(conditions(question, "applies"))
        stated = completed.pop(fact, ())
        if put.applies:
            stated = tuple(v for v in stated if _offered(question, v, so_far))
        else:
            not_put[fact] = put.because
            stated = () if put.applies is None else ("other",) if "options" in question else ("no",)
        if stated:
            completed[fact] = stated
    return so_far


def _offered(question: Mapping[str, Any], value: str, so_far: Known) -> bool:
    """Whether an option is offered to this enterprise, as a city only in its province."""
    option: Mapping[str, Any] = next((o for o in question.get("options", ()) if o["value"] == value), {})
    return so_far.verdict(conditions(option, "applies")).applies is not False


def evaluate(alternatives: Alternatives, facts: Facts, origin: str) -> Verdict:
    """The verdict of a list of alternatives; none at all means everyone.

    When it applies, the reason is the first alternative that holds; when it does not, the first failing
    condition of each alternative; when it is not known, the conditions that wait for an answer.
    """
    if not alternatives:
        return EVERYONE
    failed: list[Condition] = []
    waiting: list[Condition] = []
    for alternative in alternatives:
        found = [_condition(fact, values, facts, origin) for fact, values in alternative.items()]
        missing = [c for c in found if c.holds is False]
        unknown = [c for c in found if c.holds is None]
        if missing:
            failed.append(missing[0])
        elif unknown:
            waiting += unknown
        else:
            return Verdict(True, tuple(found))
    return Verdict(None, distinct(waiting)) if waiting else Verdict(False, distinct(failed))


def _condition(fact: str, values: tuple[str, ...], facts: Facts, origin: str) -> Condition:
    stated = facts.get(fact)
    if stated is None:
        return Condition(fact, values, None, origin)
    true = tuple(v for v in values if v in stated)
    return Condition(fact, values, bool(true), origin, true=true)


def every(*verdicts: Verdict) -> Verdict:
    """All of them must apply; the reason is the first that does not, else all that wait, else all of them."""
    failed = next((v for v in verdicts if v.applies is False), None)
    if failed:
        return failed
    waiting = [v for v in verdicts if v.applies is None]
    return Verdict(None if waiting else True, _reasons(waiting or verdicts))


def either(*verdicts: Verdict) -> Verdict:
    """One that applies is enough; the reason is the first that does, else all that wait, else all of them."""
    holding = next((v for v in verdicts if v.applies), None)
    if holding:
        return holding
    waiting = [v for v in verdicts if v.applies is None]
    return Verdict(None if waiting else False, _reasons(waiting or verdicts))


def unless(excepted: Verdict) -> Verdict:
    """The verdict of an exception turned round: where it holds, the item does not apply.

    An exception that does not hold is no reason for anything.
    """
    if excepted.applies is False:
        return EVERYONE
    turned = tuple(c._replace(wanted=False) for c in excepted.because)
    return Verdict(None if excepted.applies is None else False, turned)


def distinct(found: Iterable[Condition]) -> tuple[Condition, ...]:
    """Each condition once, in their order."""
    return tuple(dict.fromkeys(found))


def _reasons(verdicts: Iterable[Verdict]) -> tuple[Condition, ...]:
    return distinct(c for v in verdicts for c in v.because)
