"""Report: everything to be printed, worded and ordered. `pdf.py` lays it out."""

from __future__ import annotations

from typing import Any

from checklists.canonical import canonical, fingerprint
from checklists.scope import ScopedItem
from exports import appendices, chapters
from exports.front_matter import cover, legend, statement
from exports.material import Material
from exports.report_model import BlankChecklist, Furniture, Mark, Report, Sheet, SheetItem
from exports.summary import summary

#: The statuses of which the blank checklist has a box, in their order; what is left blank is not assessed.
_BOXES: tuple[Mark, ...] = ("conform", "partial", "nonconform", "not_applicable")


def report(material: Material, revision: int) -> Report:
    """The report of an assessment; `revision` is the one it is or would be issued as."""
    words = material.words
    number = material.dossier.assessment.number
    name = _revision(material, revision)
    made = [summary, chapters.items, chapters.gaps, chapters.not_applicable, chapters.actions]
    if material.internal:
        made.append(chapters.internal_notes)
    made += [appendices.evidence, appendices.basis, appendices.formula]
    return Report(
        language=words.language,
        cover=cover(material, number, name),
        statement=statement(material),
        contents_title=words("contents"),
        legend=legend(material),
        chapters=tuple(make(material) for make in made),
        furniture=_furniture(material, name, revision, words("title")),
        printed_on=material.today,
    )


def body(material: Material) -> bytes:
    """The canonical body of what the copy to be handed in says: no language, layout, print time,
    internals.
    """
    dossier, assessment = material.dossier, material.dossier.assessment
    profile = dossier.profile
    return canonical(
        {
            "edition": assessment.edition,
            "scoring": assessment.scoring,
            "assessment": {
                "kind": assessment.kind,
                "number": assessment.number,
                "year": assessment.year,
                "selection": assessment.selection,
                "started_on": assessment.started_on,
                "ended_on": assessment.ended_on,
                "conclusion": assessment.conclusion,
            },
            "profile": profile._asdict(),
            "people": set(dossier.people.values()),
            "answers": {s.id: _answer_body(material, s) for s in material.scope.items},
            "findings": [_finding_body(material, n) for n in range(len(material.findings))],
        }
    )


def report_fingerprint(material: Material) -> str:
    """The 64 hex digits of the body."""
    return fingerprint("report", body(material))


def blank(material: Material) -> BlankChecklist:
    """The blank checklist of the scope, to be filled in by hand."""
    words = material.words
    by_file: dict[str, list[ScopedItem]] = {}
    for scoped in material.scope.items:
        by_file.setdefault(scoped.checklist.id, []).append(scoped)
    return BlankChecklist(
        language=words.language,
        title=words("blank-title"),
        labels=(words("blank-enterprise"), words("blank-person"), words("date-label")),
        hint=words("blank-hint"),
        head=(words("head-number"), words("blank-head")),
        statuses=tuple(_box(material, mark) for mark in _BOXES),
        note_label=words("blank-note"),
        attachment_label=words("blank-attachment"),
        photo_label=words("blank-photo"),
        sheets=tuple(
            Sheet(
                scoped[0].number.rstrip("0123456789"),
                scoped[0].checklist.title,
                tuple(_sheet_item(material, s) for s in scoped),
            )
            for scoped in by_file.values()
        ),
        furniture=_unmarked(material, _furniture(material, words("blank-running"), 0, words("blank-title"))),
        printed_on=material.today,
    )


def _unmarked(material: Material, furniture: Furniture) -> Furniture:
    """Without watermark, which would be in the way of handwriting; an empty sheet is no draft."""
    return furniture._replace(watermark="", tag=furniture.tag if material.state == "sample" else "")


def _revision(material: Material, revision: int) -> str:
    if material.state == "final":
        return material.words("revision", n=revision)
    return material.words(f"revision-{material.state}")


def _furniture(material: Material, revision: str, count: int, title: str) -> Furniture:
    words, assessment = material.words, material.dossier.assessment
    digits = report_fingerprint(material)[:16].upper()
    state = material.state
    return Furniture(
        head_left=material.enterprise,
        head_right=f"{title}　{words('year', year=assessment.year)}",
        number=words("number", number=assessment.number, revision=revision),
        fingerprint=words("fingerprint", print=" ".join(digits[i : i + 4] for i in range(0, 16, 4))),
        page=words("page", page="{page}", total="{total}"),
        continued=words("continued"),
        overleaf=words("overleaf", name="{name}"),
        qr=f"ZP1/{assessment.number}/{count}/{digits}",
        tag="" if state == "final" else words(f"tag-{state}"),
        watermark="" if state == "final" else words(f"watermark-{state}"),
    )


def _answer_body(material: Material, scoped: ScopedItem) -> dict[str, Any]:
    answer = material.answer(scoped)
    return {
        "kind": scoped.kind,
        "binding": scoped.binding,
        "critical": scoped.critical,
        "status": answer.status,
        "note": answer.note or None,
        "proof_ref": answer.proof_ref or None,
        "measure": answer.measure or None,
        "meaning": answer.meaning or None,
        "evidence": [
            {
                name: getattr(e, name) or None
                for name in ("name", "sha256", "caption", "number", "issuer", "valid_until")
            }
            for e in material.dossier.evidence_of(scoped.id)
        ]
        or None,
    }


def _finding_body(material: Material, place: int) -> dict[str, Any]:
    finding, grade = material.findings[place]
    actions = [a for a in material.dossier.actions if a.finding == finding.id]
    return {
        "item": finding.item or None,
        "grade": grade,
        "facts": finding.facts or None,
        "closed_on": finding.closed_on or None,
        "actions": [
            {n: getattr(a, n) or None for n in a._fields if n not in ("id", "finding")} for a in actions
        ],
    }


def _box(material: Material, mark: Mark) -> tuple[Mark, str, str]:
    entry = next(s for s in material.edition.scale["statuses"] if s["code"] == mark)
    return mark, entry["duty"], entry["other"]


def _sheet_item(material: Material, scoped: ScopedItem) -> SheetItem:
    words, measure = material.words, scoped.item.measure
    blanks: tuple[str, ...] = ()
    if measure is not None:
        named = [(words(f"level-{level}") if level else "", measure) for level in measure.levels or ("",)]
        blanks = tuple(
            words("blank-measure", level=level, count=m.counted, of=m.of) if m.counted else f"____ {m.unit}"
            for level, m in named
        )
    return SheetItem(
        number=scoped.number,
        kind=material.coded("kinds", scoped.kind),
        bold=scoped.is_duty,
        ask=material.ask(scoped),
        look=words("blank-look", proof=words("between").join(scoped.item.proof)),
        blanks=blanks,
    )
