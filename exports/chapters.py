"""Chapters 2 to 5 of the report: items, findings, what is not applicable, actions; internal notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from checklists.assessment import Action, Finding, Grade, improvements
from checklists.reasons import reason_of
from checklists.scope import ScopedItem
from checklists.scoring import Group, shown
from exports.material import Material, half_points
from exports.report_model import Band, Block, Cell, Chapter, Heading, Paragraph, Table, Tag
from exports.summary import own_figure
from exports.words import Words

_SEVERITIES: tuple[Grade, ...] = ("major", "minor", "observation", "improvement")


def items(material: Material) -> Chapter:
    """逐项评估."""
    words = material.words
    keys = ("head-number", "head-item", "head-kind", "head-status", "head-note", "head-attachments")
    groups = {g.code: g for g in material.figures.by_checklist}
    bands = tuple(
        _band(material, groups[code], list(scoped))
        for code, scoped in groupby(material.scope.items, key=lambda s: s.checklist.id)
    )
    table = Table("items", tuple(words(k) for k in keys), bands=bands)
    return Chapter("2", words("items"), words("items-note"), words("items"), (table,))


def _band(material: Material, group: Group, scoped: list[ScopedItem]) -> Band:
    words, tally = material.words, group.tally
    kinds = {kind: sum(1 for s in scoped if s.kind == kind) for kind in ("duty", "expected", "encouraged")}
    total = words(
        "band-total",
        conform=tally.conform,
        partial=tally.partial,
        nonconform=tally.nonconform,
        not_applicable=tally.not_applicable,
        unanswered=tally.unanswered,
    )
    if group.rate is not None:
        total += words("band-rate", rate=shown(group.rate))
    elif tally.rated:
        total += words("band-fraction", points=half_points(tally), rated=tally.rated)
    return Band(
        letter=scoped[0].number.rstrip("0123456789"),
        title=group.title,
        note=words("band-note", n=len(scoped), **kinds),
        rows=tuple(_item_row(material, s) for s in scoped),
        total=total if tally.total else "",
    )


def _item_row(material: Material, scoped: ScopedItem) -> tuple[Cell, ...]:
    answer = material.answer(scoped)
    unmet = answer.status in ("partial", "nonconform")
    numbers = [material.attachments[e.id] for e in material.dossier.evidence_of(scoped.id)]
    return (
        Cell(scoped.number, bold=unmet and (scoped.is_duty or answer.status == "nonconform")),
        Cell(material.ask(scoped)),
        material.kind_cell(scoped),
        _status_cell(material, scoped),
        Cell(_note(material, scoped)),
        Cell(material.words.join(str(n) for n in sorted(numbers)) or material.words("none")),
    )


def _status_cell(material: Material, scoped: ScopedItem) -> Cell:
    if scoped.is_measure:
        return Cell(material.words("measure-status"))
    status = material.answer(scoped).status
    return Cell(material.status_word(scoped, status), bold=status == "nonconform", mark=status)


def _note(material: Material, scoped: ScopedItem) -> str:
    words, answer = material.words, material.answer(scoped)
    parts = [answer.note]
    measure = scoped.item.measure
    if measure is not None:
        parts = [_measure_line(material, scoped, level) for level in measure.levels or ("",)] + parts
    if answer.lacks_reason:
        parts.append(words("reason-missing"))
    if answer.proof_ref:
        parts.append(words("proof", proof=answer.proof_ref))
    return "\n".join(p for p in parts if p) or words("none")


def _measure_line(material: Material, scoped: ScopedItem, level: str) -> str:
    measure = scoped.item.measure
    assert measure is not None
    figure = own_figure(material, material.answer(scoped).measure.get(level, ()), measure)
    return f"{material.words(f'level-{level}')} {figure}" if level else figure


def gaps(material: Material) -> Chapter:
    """审核发现; the internal copy adds the improvements."""
    words = material.words
    counts = {g: sum(1 for _, grade in material.findings if grade == g) for g in _SEVERITIES}
    parts = "　".join(f"{material.coded('severities', g)} {n}" for g, n in counts.items() if n)
    note = words("gaps-note", n=len(material.findings), parts=parts) if material.findings else ""
    blocks: list[Block] = []
    if material.findings:
        blocks.append(Paragraph(words("gaps-lead")))
        for grade, found in groupby(material.findings, key=lambda f: f[1]):
            blocks += _severity(material, grade, [f for f, _ in found])
    else:
        blocks.append(Paragraph(words("gaps-none-draft" if material.figures.provisional else "gaps-none")))
    if material.internal:
        blocks += _improvements(material)
    return Chapter("3", words("gaps"), note, words("gaps"), tuple(blocks))


def _gap_head(material: Material) -> tuple[str, ...]:
    return tuple(material.words(k) for k in ("head-number", "head-fact", "head-do-first", "head-proof"))


def _severity(material: Material, grade: Grade, found: list[Finding]) -> list[Block]:
    tag: Tag = grade
    heading = Heading(
        "",
        material.words("items-count", n=len(found)),
        material.words(f"gaps-{grade}-note"),
        tag=tag,
        tag_word=material.coded("severities", grade, "tag"),
        listed=False,
    )
    rows = tuple(_finding_row(material, f, bold=grade in ("major", "minor")) for f in found)
    return [heading, Table("gaps", _gap_head(material), rows)]


def _finding_row(material: Material, finding: Finding, *, bold: bool) -> tuple[Cell, ...]:
    words = material.words
    scoped = material.scope.by_id.get(finding.item)
    answer = material.dossier.answer(finding.item)
    facts = finding.facts or answer.note or (scoped.item.ask if scoped else words("fact-missing"))
    if finding.closed_on:
        facts += "\n" + words("closed", date=finding.closed_on)
    elif scoped and answer.status == "conform":
        facts += "\n" + words("met-by-now")
    return (
        Cell(material.number(finding.item), bold=bold and not finding.closed_on),
        Cell(facts),
        Cell(scoped.item.guide if scoped else words("none")),
        Cell(words("between").join(scoped.item.proof) if scoped else words("none")),
    )


def _improvements(material: Material) -> list[Block]:
    words = material.words
    found = improvements(material.scope, material.dossier)
    if not found:
        return []
    rows = tuple(
        (
            Cell(s.number),
            Cell(material.answer(s).note or s.item.ask),
            Cell(s.item.guide),
            Cell(words("between").join(s.item.proof)),
        )
        for s in found
    )
    return [
        Heading("3.1", words("improvements"), words("improvements-note")),
        Table("gaps", _gap_head(material), rows),
    ]


def not_applicable(material: Material) -> Chapter:
    """不适用的检查项, and what the scope excludes."""
    words = material.words
    found = [s for s in material.scope.items if material.answer(s).status == "not_applicable"]
    excluded = material.scope.excluded
    blocks: list[Block] = []
    if found:
        keys = ("head-number", "head-item", "head-kind", "head-reason", "head-review")
        blocks += [
            Paragraph(words("not-applicable-lead")),
            Table(
                "not_applicable",
                tuple(words(k) for k in keys),
                tuple(
                    (
                        Cell(s.number),
                        Cell(material.ask(s)),
                        material.kind_cell(s),
                        Cell(material.answer(s).note.strip() or words("reason-missing")),
                        Cell(""),
                    )
                    for s in found
                ),
            ),
        ]
    else:
        blocks.append(Paragraph(words("not-applicable-none")))
    if excluded:
        blocks += [Heading("4.1", words("excluded"), words("excluded-note")), _excluded(material, excluded)]
    note = words("not-applicable-note", n=len(found), m=len(excluded))
    return Chapter("4", words("not-applicable"), note, words("not-applicable"), tuple(blocks), new_page=False)


def _excluded(material: Material, excluded: Sequence[ScopedItem]) -> Table:
    """A row for each reason in a checklist: one for a checklist of which nothing applies for one reason."""
    words = material.words
    found: dict[tuple[str, str], list[ScopedItem]] = {}
    for scoped in excluded:
        found.setdefault((scoped.checklist.id, reason_of(scoped, material.edition)), []).append(scoped)
    size = Counter(s.checklist.id for s in material.scope.scoped)
    rows = [
        (Cell(_part(words, items, whole=len(items) == size[file])), Cell(str(len(items))), Cell(why))
        for (file, why), items in found.items()
    ]
    total = (Cell(words("total"), bold=True), Cell(str(len(excluded)), bold=True), Cell(""))
    head = tuple(words(k) for k in ("head-part", "head-count", "head-because"))
    return Table("excluded", head, (*rows, total))


def _part(words: Words, items: Sequence[ScopedItem], *, whole: bool) -> str:
    """The title of a checklist, and of the sections in it where they are not all."""
    title = items[0].checklist.title
    if whole or len(items[0].checklist.sections) == 1:
        return title
    return words("between").join((title, words.join(dict.fromkeys(s.section.title for s in items))))


def actions(material: Material) -> Chapter:
    """整改计划."""
    words, dossier = material.words, material.dossier
    graded = {f.id: (f, g) for f, g in material.findings}
    order = {finding: n for n, finding in enumerate(graded)}
    plan = sorted((a for a in dossier.actions if a.finding in graded), key=lambda a: order[a.finding])
    without = [f for f, g in graded.values() if g in ("major", "minor") and not f.closed_on]
    without = [f for f in without if f.id not in {a.finding for a in plan}]
    blocks: list[Block] = []
    note = ""
    if plan:
        closed = sum(1 for a in plan if a.closed_on)
        running = sum(1 for a in plan if a.progress and not a.closed_on)
        note = words(
            "actions-note", n=len(plan), open=len(plan) - closed - running, running=running, closed=closed
        )
        overdue = sum(1 for a in plan if _days_overdue(a, material.today) > 0)
        late = words("actions-overdue", n=overdue) if overdue else words("actions-on-time")
        today = words.date(material.today.isoformat())
        keys = ("number", "grade", "cause", "action", "owner", "due", "progress")
        rows = tuple(_action_row(material, a, *graded[a.finding]) for a in plan)
        blocks = [
            Paragraph(words("actions-lead", date=today, overdue=late)),
            Table("actions", tuple(words(f"head-{k}") for k in keys), rows),
        ]
    else:
        blocks.append(Paragraph(words("actions-none")))
    if without:
        numbers = words.join(material.number(f.item) for f in without)
        blocks.append(Paragraph(words("actions-none-open", n=len(without), items=numbers)))
    return Chapter("5", words("actions"), note, words("actions"), tuple(blocks))


def _days_overdue(action: Action, today: date) -> int:
    if action.closed_on or not action.due:
        return 0
    return (today - date.fromisoformat(action.due)).days


def _action_row(material: Material, action: Action, finding: Finding, grade: Grade) -> tuple[Cell, ...]:
    words = material.words
    late = _days_overdue(action, material.today)
    due = "\n".join(p for p in (action.due, words("overdue", n=late) if late > 0 else "") if p)
    measure = [action.measure, words("correction", text=action.correction) if action.correction else ""]
    return (
        Cell(material.number(finding.item), bold=not action.closed_on),
        Cell(material.coded("severities", grade, "tag"), tag=grade),
        Cell(action.cause or words("none")),
        Cell("\n".join(p for p in measure if p) or words("none")),
        Cell(action.owner or words("none"), unbroken=True),
        Cell(due or words("none"), bold=late > 0),
        Cell(_progress(material, action)),
    )


def _progress(material: Material, action: Action) -> str:
    words = material.words
    parts = [
        words("action-closed", date=action.closed_on)
        if action.closed_on
        else action.progress or words("not-started")
    ]
    if action.verification:
        parts.append(words("verified", text=action.verification))
    if action.verified_by:
        parts.append(words("verified-by", name=action.verified_by))
    return "\n".join(parts)


def internal_notes(material: Material) -> Chapter:
    """内部备注, of the internal copy only."""
    words = material.words
    noted = [s for s in material.scope.items if material.answer(s).internal.strip()]
    head = tuple(words(k) for k in ("head-number", "head-item", "internal-notes"))
    rows = tuple((Cell(s.number), Cell(s.item.ask), Cell(material.answer(s).internal)) for s in noted)
    block: Block = Table("notes", head, rows) if rows else Paragraph(words("internal-notes-none"))
    return Chapter(
        "6", words("internal-notes"), words("internal-notes-note"), words("internal-notes"), (block,)
    )
