"""The state of an assessment for the command line: progress, figures, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checklists.scoring import Tally, shown
from exports.material import Material


def overview(material: Material) -> dict[str, Any]:
    """Progress, figures and open points as data for programs; rates are decimal text or null."""
    figures, dossier = material.figures, material.dossier
    return {
        "enterprise": dossier.profile.name,
        "number": dossier.assessment.number,
        "state": material.state,
        "edition": material.edition.id,
        "provisional": figures.provisional,
        "duties": {"law": _tally(figures.law), "policy": _tally(figures.policy), **_tally(figures.duties)},
        "index": _tally(figures.rest)
        | {"index": shown(figures.rest.index) if figures.rest.index is not None else None},
        "grade": figures.grade or None,
        "groups": [
            {"group": g.code, "rate": shown(g.rate) if g.rate is not None else None, **_tally(g.tally)}
            for g in figures.by_group
        ],
        "checklists": [
            {"checklist": g.code, "rate": shown(g.rate) if g.rate is not None else None, **_tally(g.tally)}
            for g in figures.by_checklist
        ],
        "points": [
            {
                "code": p.code,
                "blocks": p.blocks,
                "items": [s.id for s in p.items],
                "text": material.point_text(p),
            }
            for p in material.points
        ],
    }


def _tally(tally: Tally) -> dict[str, Any]:
    counts = {name: getattr(tally, name) for name in tally.__slots__}
    return {**counts, "rated": tally.rated, "applicable": tally.applicable}


def overview_lines(material: Material) -> Iterator[str]:
    """The same for people, line by line."""
    from exports.summary import key_figures, lead

    words = material.words
    number = words("number-alone", number=material.dossier.assessment.number)
    yield f"{material.enterprise}　{number}"
    yield lead(material)
    for figure in key_figures(material).figures:
        yield "　".join(
            p for p in (figure.label, f"{figure.figure} {figure.unit}".strip(), figure.reason) if p
        )
        yield from (f"　　{line}" for line in figure.lines)
    if material.points:
        yield words("points-title", n=len(material.points))
    for point in material.points:
        weight = words("point-blocks" if point.blocks else "point-advises")
        yield f"　　{weight}　{material.point_text(point)}"
