"""What is to be done: findings with their state, the next steps in order, where a point is mended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, Literal, NamedTuple

from checklists.assessment import Action, Finding, Grade, Point, improvements
from checklists.scope import ScopedItem
from desktop.pages import PageName
from desktop.translation import translate
from exports.material import Material

State = Literal["open", "running", "closed"]

#: From the gravest on.
GRADES: Final[tuple[Grade, ...]] = ("major", "minor", "observation", "improvement")
#: Sorts after every day.
_NO_DAY: Final = "9999"


class Work(NamedTuple):
    """A finding with what is done about it.

    `scoped` is None where its item does not apply (any more) or it has none; `facts` is what was found, in
    the finding's words or the answer's; `owner` and `due` (ISO text) are those of the open action that is due
    first; `late` is the number of days that it is overdue, negative before it is due, None without a date.
    """

    finding: Finding
    grade: Grade
    number: str
    scoped: ScopedItem | None
    facts: str
    actions: tuple[Action, ...]
    state: State
    owner: str
    due: str
    late: int | None

    @property
    def overdue(self) -> bool:
        """Whether an open action should have been closed before today."""
        return self.late is not None and self.late > 0

    @property
    def title(self) -> str:
        """What it is about in one text: the facts, else the question."""
        return self.facts or (self.scoped.item.ask if self.scoped else "")

    @property
    def order(self) -> tuple[bool, int, str, str]:
        """Sorts: what is closed last, then by grade, by due date, by number."""
        closed = self.state == "closed"
        return (closed, GRADES.index(self.grade), self.due or _NO_DAY, self.number)


class Step(NamedTuple):
    """Something to do next, and the page and place to do it; `due` is ISO text or ""."""

    title: str
    caption: str
    page: PageName
    where: str
    due: str = ""


def work(material: Material) -> tuple[Work, ...]:
    """All findings, in the order in which they want attention."""
    found = (_work(material, finding, grade) for finding, grade in material.findings)
    return tuple(sorted(found, key=lambda one: one.order))


def _work(material: Material, finding: Finding, grade: Grade) -> Work:
    taken = tuple(a for a in material.dossier.actions if a.finding == finding.id)
    ahead = [a for a in taken if not a.closed_on and not finding.closed_on]
    next_one = min(ahead, key=lambda a: a.due or _NO_DAY, default=None) or (taken[-1] if taken else None)
    due = next_one.due if next_one else ""
    return Work(
        finding,
        grade,
        material.number(finding.item),
        material.scope.by_id.get(finding.item),
        finding.facts.strip() or material.dossier.answer(finding.item).note.strip(),
        taken,
        _state(finding, taken),
        next_one.owner if next_one else "",
        due,
        (material.today - date.fromisoformat(due)).days if due and ahead else None,
    )


def _state(finding: Finding, actions: tuple[Action, ...]) -> State:
    if finding.closed_on:
        return "closed"
    begun = any(a.progress.strip() or a.closed_on for a in actions)
    return "running" if begun else "open"


def first_steps(material: Material) -> tuple[Step, ...]:
    """What to do first: unmet duties by grade and due date, critical items not looked at, improvements."""
    return (*_unmet(material), *_critical(material), *_improvements(material))


def _unmet(material: Material) -> Iterator[Step]:
    for one in work(material):
        if one.state != "closed" and one.grade in {"major", "minor"}:
            yield _step(material, one)


def _step(material: Material, one: Work) -> Step:
    """The way to a finding: what has to be done, by its measure or else the item's guide."""
    measure = next((a.measure for a in one.actions if a.measure.strip() and not a.closed_on), "")
    title = measure or (one.scoped.item.guide if one.scoped else "") or one.title
    kind = material.coded("kinds", one.scoped.kind) if one.scoped else ""
    words = (one.number, kind, material.coded("severities", one.grade))
    return Step(title, "·".join(w for w in words if w), "findings", one.finding.id, one.due)


def _critical(material: Material) -> Iterator[Step]:
    rated = [s for s in material.scope.items if s.critical and not s.is_measure]
    blank = [s for s in rated if material.answer(s).counted == "unanswered"]
    if len(blank) == 1:
        yield Step(blank[0].item.ask, _about(material, blank[0]), "questions", blank[0].id)
    elif blank:
        title = translate("Summary", "评完 {n} 项没有评的关键项").format(n=len(blank))
        yield Step(title, material.numbers(blank), "questions", blank[0].id)


def _improvements(material: Material) -> Iterator[Step]:
    """First what was taken up, then what only stands on the list."""
    for one in work(material):
        if one.state != "closed" and one.grade in {"observation", "improvement"}:
            yield _step(material, one)
    for scoped in left_to_improve(material):
        yield Step(scoped.item.guide or scoped.item.ask, _about(material, scoped), "findings", scoped.id)


def left_to_improve(material: Material) -> tuple[ScopedItem, ...]:
    """The list of improvements without those that were taken up."""
    taken_up = {f.item for f in material.dossier.findings}
    return tuple(s for s in improvements(material.scope, material.dossier) if s.id not in taken_up)


def _about(material: Material, scoped: ScopedItem) -> str:
    """An item in a row of words: its number, how strongly it binds, its status."""
    status = material.status_word(scoped, material.answer(scoped).counted)
    return "·".join((scoped.number, material.coded("kinds", scoped.kind), status))


def place_of(point: Point) -> tuple[PageName, str]:
    """The page and the place on it where something that is missing can be given."""
    if point.items:
        return "questions", point.items[0].id
    return "profile", point.detail
