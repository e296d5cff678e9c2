"""What stands before the chapters: cover, statement of truth, legend."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from checklists.assessment import STATUSES
from checklists.profile import Profile, size_class
from checklists.reasons import value_words
from exports.material import Material
from exports.report_model import Cell, Cover, Legend, LegendEntry, Mark, Statement, Tag

#: Content older than this says so.
_FRESH = timedelta(days=365)


def cover(material: Material, number: str, revision: str) -> Cover:
    """The first page."""
    words, profile, assessment = material.words, material.dossier.profile, material.dossier.assessment
    missing = words("not-given")
    optional = (
        (words("cover-products"), profile.products),
        (words("cover-legal"), profile.legal_representative),
    )
    return Cover(
        kicker=words("kicker"),
        enterprise=material.enterprise,
        title=words("title"),
        year=words("year", year=assessment.year),
        rows=(
            (words("cover-code"), profile.credit_code or missing),
            (words("cover-region"), _region(material) or missing),
            (words("cover-size"), _size(material) or missing),
            (words("cover-domains"), _domains(material) or missing),
            *((label, value) for label, value in optional if value.strip()),
            (words("cover-period"), _period(material)),
            (words("cover-in-charge"), _in_charge(material) or missing),
            *_contact(material),
        ),
        small_rows=(
            (words("cover-copy"), words("copy-internal" if material.internal else "copy-handed-in")),
            (words("cover-date"), words.date(material.today.isoformat())),
            (words("cover-revision"), revision),
        ),
        check=words("qr-check"),
        number=words("number-alone", number=number),
    )


def statement(material: Material) -> Statement:
    """Statement of truth; a draft and a sample have no place for a stamp."""
    words = material.words
    final = material.state == "final"
    return Statement(
        title=words("statement"),
        paragraphs=tuple(words(f"statement-{n}") for n in range(1, 5)),
        scope_title=words("scope-title"),
        scope=_scope_rows(material),
        limits_title=words("limits-title"),
        limits=_limits(material),
        sign_title=words("sign-title"),
        roles=tuple(words(f"sign-{role}") for role in ("prepared", "checked", "approved")),
        signature=words("signature"),
        date_label=words("date-label"),
        date_parts=(words("date-year"), words("date-month"), words("date-day")),
        stamp=words("stamp", enterprise=material.enterprise) if final else "",
        stamp_note=words("stamp-note" if final else f"sign-{material.state}"),
    )


def legend(material: Material) -> Legend:
    """怎样读本报告."""
    words, scale = material.words, material.edition.scale
    statuses = tuple(_status_entry(material, s) for s in STATUSES)
    kinds = tuple(
        LegendEntry(Cell(k["word"], bold=k["code"] == "duty"), words(f"legend-{k['code']}"))
        for k in scale["kinds"]
    )
    grades: tuple[Tag, ...] = ("major", "minor", "observation")
    severities = tuple(
        LegendEntry(Cell(material.coded("severities", g, "tag"), tag=g), words(f"legend-{g}")) for g in grades
    )
    standings: tuple[Tag, ...] = ("check", "coming", "superseded")
    standing = tuple(
        LegendEntry(Cell(words(f"standing-{t}"), tag=t), words(f"legend-{t}")) for t in standings
    )
    levels = tuple(LegendEntry(Cell(g["word"], bold=True), _limit(material, g)) for g in scale["grades"])
    numbers = (
        LegendEntry(Cell("A01", bold=True), words("legend-number")),
        LegendEntry(Cell(words("head-attachment"), bold=True), words("legend-attachment")),
        LegendEntry(Cell("★", bold=True), words("legend-star")),
    )
    in_force = LegendEntry(Cell(words("in-force")), words("legend-in-force"))
    return Legend(
        words("legend"),
        (
            (
                (words("legend-status"), statuses),
                (words("legend-kind"), kinds),
                (words("legend-severity"), severities),
            ),
            (
                (words("legend-standing"), (in_force, *standing)),
                (words("legend-grade"), levels),
                (words("legend-numbers"), numbers),
            ),
        ),
    )


def _status_entry(material: Material, status: Mark) -> LegendEntry:
    entry = next(s for s in material.edition.scale["statuses"] if s["code"] == status)
    text = entry["duty"] if entry["duty"] == entry["other"] else f"{entry['duty']}／{entry['other']}"
    return LegendEntry(
        Cell(text, bold=status == "nonconform", mark=status), material.words(f"legend-{status}")
    )


def _limit(material: Material, grade: dict[str, str]) -> str:
    if "duties" not in grade:
        return material.words("legend-grade-rest")
    return material.words("legend-grade-limits", duties=grade["duties"], index=grade["index"])


def _region(material: Material) -> str:
    profile = material.dossier.profile
    if not profile.region:
        return profile.address
    region = value_words("region", (profile.region,), material.edition)
    return f"{region}　{profile.address}" if profile.address else region


def _size(material: Material) -> str:
    words, profile, interview = material.words, material.dossier.profile, material.edition.interview
    computed = size_class(interview, profile.trade, profile.staff, profile.turnover)
    if profile.size:
        stated = value_words("size", (profile.size,), material.edition)
        if not computed:
            return words("size-stated-only", size=stated)
        return words("size-stated", size=stated, computed=value_words("size", (computed,), material.edition))
    if not computed:
        return ""
    size = value_words("size", (computed,), material.edition)
    return words("size-computed", size=size, figures=words.join(_size_figures(material, profile)))


def _size_figures(material: Material, profile: Profile) -> tuple[str, ...]:
    words = material.words
    return (
        words("staff", n=Decimal(profile.staff)) if profile.staff else "",
        words("turnover", amount=f"{Decimal(profile.turnover):,}") if profile.turnover else "",
    )


def _domains(material: Material) -> str:
    facts = material.dossier.profile.facts
    chosen = (
        material.words.join(value_words(fact, (value,), material.edition) for value in facts.get(fact, ()))
        for fact in ("domain", "role")
    )
    return "　".join(words for words in chosen if words)


def _period(material: Material) -> str:
    words, assessment = material.words, material.dossier.assessment
    start = words.date(assessment.started_on)
    if not assessment.ended_on:
        return words("period-open", start=start)
    return words("period", start=start, end=words.date(assessment.ended_on))


def _in_charge(material: Material) -> str:
    profile = material.dossier.profile
    person = profile.person_in_charge
    if person and person == profile.chief_quality_officer.strip():
        return material.words("chief-quality-officer", name=person)
    return person


def _contact(material: Material) -> tuple[tuple[str, str], ...]:
    profile = material.dossier.profile
    text = "　".join(p for p in (profile.contact.strip(), profile.telephone.strip()) if p)
    return ((material.words("cover-contact"), text),) if text else ()


def _scope_rows(material: Material) -> tuple[tuple[str, str], ...]:
    words, dossier = material.words, material.dossier
    titles = words.join(dict.fromkeys(s.checklist.title for s in material.scope.items))
    checklists = words("scope-checklists-text", files=titles, n=len(material.scope.items))
    selection = dossier.assessment.selection.partition(":")[0]
    if selection != "full":
        checklists += words(f"scope-selection-{selection}")
    edition = words(
        "scope-edition-text",
        edition=material.edition.id,
        date=material.edition.date,
        scoring=dossier.assessment.scoring,
    )
    applies = words("between").join(
        p for p in (_domains(material), dossier.profile.products, _region(material)) if p
    )
    rows = (
        (words("scope-applies"), applies),
        (words("scope-checklists"), checklists),
        (words("scope-edition"), edition),
        (words("scope-evidence"), _evidence(material)),
        (words("scope-people"), words.join(dossier.people.values())),
    )
    return tuple((label, value or words("none")) for label, value in rows)


def _evidence(material: Material) -> str:
    count = len(material.dossier.evidence)
    if not count:
        return material.words("scope-evidence-none")
    if count == 1:
        return material.words("scope-evidence-one")
    return material.words("scope-evidence-text", n=count)


def _limits(material: Material) -> tuple[str, ...]:
    words, edition = material.words, material.edition
    sentences = [words("limits-sample"), words("limits-targets")]
    sentences.append(words("limits-standing", date=words.date(edition.regulations_as_of)))
    if material.today - date.fromisoformat(edition.date) > _FRESH:
        sentences.append(words("limits-old"))
    return (words.sentences(sentences),)
