"""The appendices of the report: evidence, basis and regulations, how the figures come about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from checklists.assessment import Evidence
from checklists.library import Citation, clause_of
from checklists.scoring import shown
from exports.material import STANDING_TAGS, Material
from exports.report_model import Block, Cell, Chapter, Heading, Paragraph, Photo, Photos, Table, Tag

_STANDING_WORDS: Mapping[Tag, str] = {
    "check": "standing-check",
    "coming": "standing-coming",
    "superseded": "standing-superseded",
}


def evidence(material: Material) -> Chapter:
    """附录一 证据: the list of attachments, then the photos."""
    words = material.words
    kept = material.ordered_evidence
    if not kept:
        nothing = (Paragraph(words("evidence-none")),)
        return Chapter(words("appendix-1"), words("evidence"), "", words("evidence"), nothing)
    keys = ("head-attachment", "head-number", "head-name", "head-issuer", "head-sha")
    rows = tuple(_evidence_row(material, e) for e in kept)
    blocks: tuple[Block, ...] = (
        Heading("", words("evidence-list"), listed=False),
        Table("attachments", tuple(words(k) for k in keys), rows),
    )
    photos = tuple(_photo(material, e) for e in kept if e.print_sha256)
    if photos:
        blocks += (Heading("", words("evidence-photos"), listed=False), Photos(photos))
    note = words("evidence-note", n=len(kept))
    return Chapter(words("appendix-1"), words("evidence"), note, words("evidence"), blocks)


def _evidence_row(material: Material, kept: Evidence) -> tuple[Cell, ...]:
    words = material.words
    name = "\n".join(p for p in (kept.name, kept.caption) if p)
    validity = words("valid-until", date=kept.valid_until) if kept.valid_until else ""
    origin = "\n".join(p for p in (kept.number, kept.issuer, validity) if p)
    return (
        Cell(words("attachment", n=material.attachments[kept.id]), unbroken=True),
        Cell(material.number(kept.item)),
        Cell(name),
        Cell(
            origin or words("none"),
            bold=bool(kept.valid_until) and kept.valid_until < material.today.isoformat(),
        ),
        Cell(kept.sha256[:16]),
    )


def _photo(material: Material, kept: Evidence) -> Photo:
    words = material.words
    person = material.dossier.people.get(kept.person, kept.person)
    at = datetime.fromisoformat(kept.taken_at).astimezone().strftime("%Y-%m-%d %H:%M")
    return Photo(
        sha256=kept.print_sha256,
        number=words("attachment", n=material.attachments[kept.id]),
        caption=kept.caption or kept.name,
        lines=(
            words("photo-item", item=material.number(kept.item), at=at, person=person).strip(" ,　"),
            words("photo-sha", sha=f"{kept.sha256[:8]} {kept.sha256[8:16]}"),
        ),
        missing=words("photo-missing"),
    )


def basis(material: Material) -> Chapter:
    """附录二: documents, clauses with what they ask, regulations with their standing."""
    words, edition = material.words, material.edition
    cited: dict[str, list[str]] = {}
    asked: dict[str, list[str]] = {}
    for scoped in material.scope.items:
        for ask in scoped.basis:
            clause = clause_of(ask)
            cited.setdefault(clause, []).append(scoped.number)
            asked.setdefault(clause, []).append(ask)
    blocks: list[Block] = [
        Paragraph(words("basis-lead")),
        Heading("", words("documents"), words("documents-note"), listed=False),
        _documents(material, list(cited)),
        Heading("", words("clauses"), words("clauses-note"), listed=False),
        Table(
            "clauses",
            tuple(words(k) for k in ("head-clause", "head-heading", "head-items")),
            tuple(_clause_row(material, c, cited[c], asked[c]) for c in edition.clauses if c in cited),
        ),
        Heading(
            "", words("regulations"), words("regulations-note", date=edition.regulations_as_of), listed=False
        ),
        _regulations(material),
    ]
    return Chapter(words("appendix-2"), words("basis"), "", words("basis"), tuple(blocks))


def _documents(material: Material, clauses: list[str]) -> Table:
    words, edition = material.words, material.edition
    keys = ("head-code", "head-document", "head-date", "head-nature", "head-cited")
    rows = []
    for document in edition.documents.values():
        count = sum(1 for c in clauses if edition.clauses[c].document == document.id)
        if not count:
            continue
        title = document.original_title
        if document.title != title:
            title += f"\n({document.title})"
        if document.number:
            title += f"\n{document.number}"
        date = Cell(document.date, unbroken=True)
        nature = Cell(words("nature-past"))
        rows.append(
            (Cell(document.id, unbroken=True), Cell(title), date, nature, Cell(words("cited-count", n=count)))
        )
    return Table("documents", tuple(words(k) for k in keys), tuple(rows))


def _clause_row(material: Material, clause: str, numbers: list[str], asks: list[str]) -> tuple[Cell, ...]:
    heading = material.edition.clauses[clause].heading
    said = (material.edition.asks[a].ask for a in dict.fromkeys(asks))
    text = "\n".join(p for p in (heading, material.words("between").join(said)) if p)
    return (Cell(clause, unbroken=True), Cell(text), Cell(material.words.join(dict.fromkeys(numbers))))


def _regulations(material: Material) -> Table:
    words, edition = material.words, material.edition
    demanded = _citing(material, "demands")
    seen = _citing(material, "see")
    keys = ("head-regulation", "head-reg-number", "head-effective", "head-standing")
    rows = []
    for regulation in edition.regulations.values():
        if regulation.id not in demanded and regulation.id not in seen:
            continue
        title = regulation.original_title
        if regulation.title != title:
            title += f"\n({regulation.title})"
        use = []
        if regulation.id in demanded:
            use.append(words("demanded-by", items=words.join(demanded[regulation.id])))
        if regulation.id in seen:
            use.append(words("seen-by", items=words.join(seen[regulation.id])))
        none = words("none")
        rows.append(
            (
                Cell(f"{title}\n{words('between').join(use)}"),
                Cell(regulation.number or none),
                Cell(regulation.effective or none, unbroken=True),
                _standing(material, regulation.standing),
            )
        )
    return Table("regulations", tuple(words(k) for k in keys), tuple(rows))


def _citing(material: Material, key: str) -> dict[str, list[str]]:
    """The numbers of the items that cite each regulation, with the articles where they are named."""
    found: dict[str, list[str]] = {}
    for scoped in material.scope.items:
        citations: tuple[Citation, ...] = getattr(scoped, key)
        for citation in citations:
            articles = f"（{citation.articles}）" if citation.articles else ""
            found.setdefault(citation.regulation, []).append(f"{scoped.number}{articles}")
    return found


def _standing(material: Material, standing: str) -> Cell:
    tag = STANDING_TAGS.get(standing, "")
    return Cell(material.words(_STANDING_WORDS[tag] if tag else "in-force"), tag=tag)


def formula(material: Material) -> Chapter:
    """附录三 数字怎样得出."""
    words, figures, scale = material.words, material.figures, material.edition.scale
    duties, rest, rules = figures.duties, figures.rest, scale["grade_rules"]
    rate = f"{shown(duties.rate)}%" if duties.rate is not None else ""
    index = shown(rest.index) if rest.index is not None else ""
    cap = material.coded("grades", rules["best_with_open_critical"])
    sentences = (
        words("formula-counted"),
        words("formula-duties", conform=duties.conform, rated=duties.rated, result=_result(material, rate)),
        words(
            "formula-index",
            conform=rest.conform,
            partial=rest.partial,
            rated=rest.rated,
            result=_result(material, index),
        ),
        words("formula-rate", least=scale["least_rated"]),
        words("formula-provisional"),
        words("formula-grade", share=rules["answered_others"], cap=cap),
        words("formula-severity"),
        words("formula-fingerprint", kind="zhiping/report/1"),
    )
    blocks: tuple[Block, ...] = (
        *(Paragraph(s, indented=True) for s in sentences),
        Heading("", words("formula-grades"), listed=False),
        _grades(material),
    )
    note = words("formula-note", version=material.dossier.assessment.scoring)
    return Chapter(words("appendix-3"), words("formula"), note, words("formula"), blocks)


def _result(material: Material, value: str) -> str:
    return material.words("formula-result", value=value) if value else ""


def _grades(material: Material) -> Table:
    words = material.words
    rows = tuple(
        (
            Cell(grade["word"], bold=True),
            Cell(
                words("at-least", value=f"{grade['duties']}%")
                if "duties" in grade
                else words("legend-grade-rest")
            ),
            Cell(words("at-least", value=grade["index"]) if "index" in grade else words("legend-grade-rest")),
        )
        for grade in material.edition.scale["grades"]
    )
    head = tuple(words(k) for k in ("key-grade", "head-duties-limit", "head-index-limit"))
    return Table("formula", head, rows)
