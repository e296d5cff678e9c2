"""What every chapter of the report is made from, gathered and counted once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from checklists.assessment import Answer, Dossier, Evidence, Finding, Grade, Point, grade_of, is_draft, points
from checklists.facts import Facts
from checklists.library import Edition
from checklists.reasons import fact_question
from checklists.records import SAMPLE_FILE_ID
from checklists.scope import Scope, ScopedItem, scope
from exports.words import Words

if TYPE_CHECKING:
    from checklists.scoring import Figures, Tally
    from exports.report_model import Cell, Mark, Tag

State = Literal["final", "draft", "sample"]

#: Standing of a regulation -> tag; what is not here is printed as a plain word.
STANDING_TAGS: dict[str, Tag] = {"待核": "check", "待实施": "coming", "即将被代替": "superseded"}


class _MaterialFields(NamedTuple):
    edition: Edition
    dossier: Dossier
    today: date
    internal: bool = False


class Material(_MaterialFields):
    """One assessment with its edition in the report's language, at one day; `internal` is the internal
    copy.
    """

    @cached_property
    def words(self) -> Words:
        """The fixed words in the report's language."""
        return Words(self.edition.language)

    @cached_property
    def scope(self) -> Scope:
        """Which items apply, and why."""
        return scope(self.edition, *self.scoped_by)

    def following(self, dossier: Dossier) -> Material:
        """The same of another state of the dossier; words and scope are handed on where it leaves them
        as they are.
        """
        made = self._replace(dossier=dossier)
        kept = {"words", "scope"} if made.scoped_by == self.scoped_by else {"words"}
        vars(made).update({name: known for name, known in vars(self).items() if name in kept})
        return made

    @property
    def scoped_by(self) -> tuple[Facts, str]:
        """What decides which items apply: the facts that are known, and the selection."""
        facts = self.dossier.profile.known_facts(self.edition.interview)
        return facts, self.dossier.assessment.selection

    @cached_property
    def figures(self) -> Figures:
        """The figures and the grade."""
        from checklists.scoring import figures

        return figures(self.scope, self.dossier)

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """What is still to be done before handing in."""
        return points(self.scope, self.dossier, self.today.isoformat())

    @property
    def state(self) -> State:
        """A sample can never be handed in; a report with a blocking point is a draft."""
        if self.dossier.file_id == SAMPLE_FILE_ID:
            return "sample"
        return "draft" if is_draft(self.points) else "final"

    @property
    def enterprise(self) -> str:
        """The enterprise's name as printed."""
        return self.dossier.profile.name.strip() or self.words("not-given")

    @cached_property
    def attachments(self) -> dict[str, int]:
        """The number of each attachment (附件 1, 2 ...) by the id of the evidence, in the order of the
        items.
        """
        place = {s.id: n for n, s in enumerate(self.scope.items)}
        ordered = sorted(self.dossier.evidence, key=lambda e: (place.get(e.item, len(place)), e.position))
        return {e.id: n for n, e in enumerate(ordered, 1)}

    @cached_property
    def ordered_evidence(self) -> tuple[Evidence, ...]:
        """All evidence by its number."""
        return tuple(sorted(self.dossier.evidence, key=lambda e: self.attachments[e.id]))

    @cached_property
    def findings(self) -> tuple[tuple[Finding, Grade], ...]:
        """The stored findings with the grade in force, gravest first, then as printed."""
        order = {"major": 0, "minor": 1, "observation": 2, "improvement": 3}
        place = {s.id: n for n, s in enumerate(self.scope.items)}
        graded = [(f, grade_of(f, self.scope, self.dossier)) for f in self.dossier.findings]
        return tuple(sorted(graded, key=lambda g: (order[g[1]], place.get(g[0].item, len(place)))))

    def answer(self, scoped: ScopedItem) -> Answer:
        """The answer to an item."""
        return self.dossier.answer(scoped.id)

    def number(self, item: str) -> str:
        """The printed number of an item; its id where it no longer applies."""
        scoped = self.scope.by_id.get(item)
        return scoped.number if scoped else item

    def numbers(self, items: Iterable[ScopedItem]) -> str:
        """The printed numbers of items in a row."""
        return self.words.join(s.number for s in items)

    def status_word(self, scoped: ScopedItem, mark: Mark) -> str:
        """The word of a status, by the item's kind."""
        entry = next(s for s in self.edition.scale["statuses"] if s["code"] == mark)
        return str(entry["duty" if scoped.is_duty else "other"])

    def coded(self, table: str, code: str, key: str = "word") -> str:
        """A word of scale.yaml by its code."""
        return next(str(e[key]) for e in self.edition.scale[table] if e["code"] == code)

    def kind_cell(self, scoped: ScopedItem) -> Cell:
        """How strongly an item binds; a duty says by what, and is bold when it is not met."""
        # The window shows materials too, and starts sooner without all that a report is made of.
        from exports.report_model import Cell

        unmet = self.answer(scoped).status in ("partial", "nonconform")
        kind = self.coded("kinds", scoped.kind)
        if not scoped.is_duty:
            return Cell(kind)
        return Cell(f"{kind}\n{self.words(f'by-{scoped.binding}')}", bold=unmet)

    def ask(self, scoped: ScopedItem) -> str:
        """The question as printed: a critical one begins with a star."""
        return f"★ {scoped.item.ask}" if scoped.critical else scoped.item.ask

    def point_text(self, point: Point) -> str:
        """One line of what is still to be done."""
        detail = point.detail
        if point.code == "profile-missing":
            detail = self.words(f"field-{detail}")
        elif point.code == "fact-open":
            detail = fact_question(detail, self.edition)
        return self.words(f"point-{point.code}", items=self.numbers(point.items), detail=detail)


def rate_text(words: Words, tally: Tally) -> str:
    """The rate of duties behind its fraction, or nothing where none is rated."""
    from checklists.scoring import shown

    return words("key-rate", rate=shown(tally.rate)) if tally.rate is not None else ""


def half_points(tally: Tally) -> str:
    """The points of a tally as text: conform counts 1, partial a half."""
    whole, half = divmod(2 * tally.conform + tally.partial, 2)
    return f"{whole}.5" if half else str(whole)
