"""Chapter 1 of the report: the figures, the charts, the regional figures and what to do first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checklists.assessment import STATUSES, Finding
from checklists.library import Benchmark, Measure
from checklists.reasons import value_words
from checklists.scope import ScopedItem
from checklists.scoring import Group, Tally, shown
from exports.material import Material, half_points, rate_text
from exports.report_model import (
    Bar,
    Block,
    Cell,
    Chapter,
    Charts,
    Count,
    CountsStrip,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Spoke,
    Table,
)

#: A heading and what stands below it; () where there is nothing to say.
_Section = tuple[Heading, *tuple[Table | Paragraph, ...]] | tuple[()]

#: A radar needs so many spokes with a value; below, the bars alone are shown.
_LEAST_SPOKES = 5
#: Rows of the list of what to do first; the rest is in chapter 3.
_FIRST_ROWS = 6


def summary(material: Material) -> Chapter:
    """评估结论."""
    words = material.words
    assessment = material.dossier.assessment
    blocks: list[Block] = [
        Paragraph(lead(material)),
        key_figures(material),
        CountsStrip(_counts(material, material.figures.everything)),
    ]
    if material.figures.everything.rated:
        blocks += [Heading("1.1", words("results-title"), words("results-note")), _charts(material)]
    blocks += _numbered(material, len([b for b in blocks if isinstance(b, Heading)]))
    note = words(
        "summary-period", start=assessment.started_on, end=assessment.ended_on or material.today.isoformat()
    )
    return Chapter("1", words("summary"), note, words("summary"), tuple(blocks))


def _numbered(material: Material, before: int) -> Iterator[Block]:
    """The further sections, numbered on."""
    sections = [s for s in (_benchmarks(material), _first(material)) if s]
    for number, (heading, *rest) in enumerate(sections, before + 1):
        yield heading._replace(number=f"1.{number}")
        yield from rest


def key_figures(material: Material) -> KeyFigures:
    """The three figures of the whole: duties, improvement index, grade."""
    return KeyFigures((_duties(material), _index(material), _grade(material)))


def lead(material: Material) -> str:
    """The result in a few sentences."""
    words, figures = material.words, material.figures
    everything, duties, rest = figures.everything, figures.duties, figures.rest
    if not everything.rated:
        return words("lead-none")
    parts = [
        words("lead-rated", n=everything.rated, m=everything.applicable)
        if everything.unanswered
        else words("lead-all-rated", m=everything.applicable)
    ]
    if duties.rate is not None:
        parts.append(words("lead-duties", n=duties.rated, conform=duties.conform, rate=shown(duties.rate)))
    if rest.index is not None:
        parts.append(words("lead-index", index=shown(rest.index)))
    if figures.provisional:
        parts.append(words("lead-duties-open", n=duties.unanswered))
    major = [f for f, grade in material.findings if grade == "major" and not f.closed_on]
    if major:
        parts.append(words("lead-major", n=len(major), item=material.number(major[0].item)))
    return words.sentences(parts)


def _label(material: Material, key: str) -> str:
    label = material.words(key)
    return material.words("provisional", label=label) if material.figures.provisional else label


def _duties(material: Material) -> KeyFigure:
    words, duties = material.words, material.figures.duties
    return KeyFigure(
        label=_label(material, "key-duties"),
        figure=f"{duties.conform}/{duties.rated}" if duties.rated else words("none"),
        unit=f"{shown(duties.rate)}%" if duties.rate is not None else "",
        lines=tuple(
            words(key, conform=t.conform, rated=t.rated, rate=rate_text(words, t), applicable=t.applicable)
            for key, t in (("key-law", material.figures.law), ("key-policy", material.figures.policy))
        ),
    )


def _index(material: Material) -> KeyFigure:
    words, rest = material.words, material.figures.rest
    return KeyFigure(
        label=_label(material, "key-index"),
        figure=shown(rest.index) if rest.index is not None else words("none"),
        lines=(words("key-full"), words("key-rest", rated=rest.rated, applicable=rest.applicable)),
    )


def _grade(material: Material) -> KeyFigure:
    words, figures = material.words, material.figures
    reason = figures.grade_reason
    named = {
        key: material.coded("grades", str(value)) if isinstance(value, str) else value
        for key, value in reason.values.items()
    }
    # A part that was chosen may well be finished.
    none = words("no-grade-in-part" if reason.code == "grade-selection" else "no-grade")
    return KeyFigure(
        label=words("key-grade"),
        figure=material.coded("grades", figures.grade) if figures.grade else none,
        lines=(words("key-grades"),),
        reason=words(reason.code, **named),
        small=not figures.grade,
    )


def _counts(material: Material, tally: Tally) -> tuple[Count, ...]:
    statuses = {s["code"]: s["duty"] for s in material.edition.scale["statuses"]}
    return tuple(
        Count(code, statuses[code], number, material.words("items-count", n=number))
        for code, number in ((c, getattr(tally, c)) for c in STATUSES)
    )


def _charts(material: Material) -> Charts:
    words, figures = material.words, material.figures
    spokes = [g for g in figures.by_group if g.rate is not None]
    radar = len(spokes) >= _LEAST_SPOKES
    left_out = [g.title for g in figures.by_group if g.rate is None and g.tally.total]
    least = int(material.edition.scale["least_rated"])
    return Charts(
        radar_title=words("radar-title"),
        spokes=tuple(Spoke(g.title, g.rate, _percent(g.rate)) for g in spokes) if radar else (),
        radar_note=words("radar-note", n=least, topics=words.join(left_out)) if left_out and radar else "",
        bars_title=words("bars-title", n=2 if radar else 1),
        bars_column=words("bars-column"),
        bars=tuple(
            _bar(material, g, letter)
            for g, letter in zip(figures.by_checklist, _letters(material), strict=True)
        ),
        legend=_counts(material, figures.everything),
        note=words("bars-note", n=least),
    )


def _letters(material: Material) -> list[str]:
    return list(dict.fromkeys(s.number.rstrip("0123456789") for s in material.scope.items))


def _bar(material: Material, group: Group, letter: str) -> Bar:
    tally = group.tally
    fraction = f"{half_points(tally)}/{tally.rated}" if tally.rated else material.words("none")
    return Bar(
        letter,
        group.title,
        _counts(material, tally),
        shown(group.rate) if group.rate is not None else fraction,
    )


def _percent(rate: Decimal | None) -> str:
    return shown(rate).removesuffix(".0") if rate is not None else ""


def _benchmarks(material: Material) -> _Section:
    """The table of measures, empty where none is in scope."""
    words = material.words
    measures = [s for s in material.scope.items if s.is_measure]
    rows = [row for s in measures for row in _measure_rows(material, s)]
    if not rows:
        return ()
    marks = [b for s in measures for b in s.benchmarks]
    region = value_words("region", (material.dossier.profile.region,), material.edition)
    head = (
        words("head-indicator"),
        words("head-own"),
        words("head-province", region=region),
        words("head-nation"),
        words("head-source"),
    )
    footnote = words(
        "benchmarks-footnote",
        clauses=words.join(dict.fromkeys(b.clause for b in marks)),
        years=words.join(dict.fromkeys(b.year for b in marks)),
    )
    return (
        Heading("", words("benchmarks-title"), words("benchmarks-note")),
        Table("benchmarks", head, tuple(rows), footnote=footnote),
    )


def _measure_rows(material: Material, scoped: ScopedItem) -> Iterator[tuple[Cell, ...]]:
    words, measure, answer = material.words, scoped.item.measure, material.answer(scoped)
    assert measure is not None
    name = f"{measure.counted}／{measure.of}" if measure.counted else scoped.item.ask.rstrip("？?")
    for level in measure.levels or ("",):
        given = answer.measure.get(level, ())
        label = words("indicator-level", name=name, level=words(f"level-{level}")) if level else name
        yield (
            Cell(f"{scoped.number}　{label}"),
            Cell(own_figure(material, given, measure), bold=True),
            _target(material, scoped, level, national=False),
            _target(material, scoped, level, national=True),
            Cell(answer.proof_ref or words("none")),
        )


def own_figure(material: Material, given: tuple[str, ...], measure: Measure) -> str:
    """An own figure as printed: n of m with its percent, or the value with its unit, or 未填报.

    Of nothing there is no percent: that there was no sampling is said as such.
    """
    if not given:
        return material.words("own-missing")
    if len(given) == 1:
        return f"{given[0]}{measure.unit}"
    count, of = Decimal(given[0]), Decimal(given[1])
    if not of:
        return material.words("own-none", of=measure.of)
    return material.words("own-count", count=given[0], of=given[1], rate=shown(100 * count / of))


def _target(material: Material, scoped: ScopedItem, level: str, *, national: bool) -> Cell:
    found = [b for b in scoped.benchmarks if b.level == level and (b.region == "national") == national]
    measure = scoped.item.measure
    assert measure is not None
    key = "benchmark-value" if measure.better == "higher" else "benchmark-at-most"
    return Cell(_best(material, found, key, measure.unit))


def _best(material: Material, found: list[Benchmark], key: str, unit: str) -> str:
    if not found:
        return material.words("none")
    return material.words.join(material.words(key, value=b.value, unit=unit) for b in found)


def _first(material: Material) -> _Section:
    if material.state == "draft":
        return _open_points(material)
    words = material.words
    unmet = [(f, g) for f, g in material.findings if g in ("major", "minor") and not f.closed_on]
    heading = Heading("", words("first-title"), words("first-note", n=len(unmet)) if unmet else "")
    if not unmet:
        return (heading, Paragraph(words("first-none")))
    head = tuple(words(k) for k in ("head-number", "head-matter", "head-owner", "head-due", "head-remark"))
    rows = tuple(_first_row(material, f, g) for f, g in unmet[:_FIRST_ROWS])
    more = words("first-more", n=len(unmet) - _FIRST_ROWS) if len(unmet) > _FIRST_ROWS else ""
    return (heading, Table("first", head, rows, footnote=more))


def _first_row(material: Material, finding: Finding, grade: str) -> tuple[Cell, ...]:
    action = next((a for a in material.dossier.actions if a.finding == finding.id), None)
    scoped = material.scope.by_id.get(finding.item)
    matter = (action.measure if action else "") or (scoped.item.guide if scoped else finding.facts)
    none = material.words("none")
    return (
        Cell(material.number(finding.item), bold=True),
        Cell(matter),
        Cell((action.owner if action else "") or none, unbroken=True),
        Cell((action.due if action else "") or none, unbroken=True),
        Cell(material.coded("severities", grade)),
    )


def _open_points(material: Material) -> _Section:
    words = material.words
    heading = Heading("", words("points-title", n=len(material.points)), words("points-note"))
    head = (words("head-number"), words("head-matter"), words("head-remark"))
    rows = tuple(
        (
            Cell(str(n), bold=point.blocks),
            Cell(material.point_text(point)),
            Cell(words("point-blocks" if point.blocks else "point-advises"), bold=point.blocks),
        )
        for n, point in enumerate(material.points, 1)
    )
    return (heading, Table("points", head, rows))
