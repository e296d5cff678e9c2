"""The hand-made report in English: same grid, ragged right, its own column widths; cited "
"titles stay Chinese."""

from __future__ import annotations

from decimal import Decimal

from exports.report_model import (
    Bar,
    Cell,
    Chapter,
    Charts,
    CountsStrip,
    Cover,
    Heading,
    KeyFigure,
    KeyFigures,
    Legend,
    LegendEntry,
    Paragraph,
    Report,
    Spoke,
    Statement,
    Table,
)
from tests.exports.report_chapters import (
    bands,
)
from tests.exports.report_parts import (
    ENGLISH_FILES,
    ENGLISH_WORDS,
    MARKS,
    counts,
)
from tests.exports.reports import full

ENGLISH_ASKS = (
    "Is there a written statement of who answers for quality, post by post?",
    "Are key parts checked against their certificates on arrival, and is that recorded?",
    "Are nonconforming goods set apart, marked and decided on by somebody entitled to?",
    "Who releases a product after final inspection?",
    "Are the standards of the products declared on the public platform, in the version in force?",
    "Can a finished product be traced to its batch, its key parts and the inspector?",
)
ENGLISH_NOTES = (
    "Procedure QM-02, revised in March 2026, is known in all workshops.",
    "12 batches sampled, 11 with records; one batch of April lacks the supplier's number.",
    "See attachment.",
    "The platform shows the version of 2023; it was not updated in 2025.",
    "—",
)


def english() -> Report:
    """The English edition: same grid, ragged right, its own column widths; cited titles stay Chinese."""
    report = full()
    return report._replace(
        language="en",
        cover=_cover(),
        statement=_statement(report.statement),
        contents_title="Contents",
        legend=_legend(),
        chapters=(_english_summary(), _english_items(), _english_actions(), _english_basis()),
        furniture=report.furniture._replace(
            head_left="Jizhou Mingxi Appliances Co., Ltd.",
            head_right="Quality Self-Assessment Report　2026",
            number="Report ZP-2026-0117, revision 1",
            fingerprint="Fingerprint 7C1E 93AF 04B2 5D68",
            page="Page {page} of {total}",
            continued=" (continued)",
            overleaf="{name} continued overleaf",
        ),
    )


def _cover() -> Cover:
    return Cover(
        "Consumer-product quality policy · enterprise self-check",
        "Jizhou Mingxi Appliances Co., Ltd.",
        "Quality Self-Assessment Report",
        "2026",
        (
            ("Unified social credit code", "91131181MA0TEST012"),
            ("Location", "Jizhou, Hengshui, Hebei"),
            ("Size", "small (146 employees, by the national size classes)"),
            ("Period", "14 September 2026 to 30 October 2026"),
            ("In charge of quality", "Gu Yanzhi, chief quality officer"),
        ),
        (("Date", "6 November 2026"), ("Revision", "revision 1")),
        "Scan the code to compare paper and data file",
        "Report ZP-2026-0117",
    )


def _statement(chinese: Statement) -> Statement:
    return chinese._replace(
        title="Statement of Truth",
        paragraphs=(
            (
                "This report was made by the enterprise itself against the checklists that apply to it. "
                'What was not examined is recorded as "not assessed" and never counts as conform.'
            ),
            (
                "The enterprise declares that company data, ratings, explanations and evidence "
                "are true, accurate and complete."
            ),
            (
                "This report records a self-assessment. It is not a certificate, a test report or "
                "a finding of an authority."
            ),
        ),
        scope_title="Scope and method",
        scope=(
            ("Scope", "Household appliances; manufacturer, online seller; Hebei"),
            ("Assessed by", "Gu Yanzhi, Bai Ruoxi"),
        ),
        limits_title="Limits",
        limits=("Samples were taken; problems may exist where none was taken.",),
        sign_title="Signatures",
        roles=("Prepared", "Checked", "Approved"),
        signature="Signature",
        date_label="Date",
        date_parts=("Y", "M", "D"),
        stamp="Jizhou Mingxi Appliances Co., Ltd. (company seal)",
        stamp_note="Square of 50 mm × 50 mm for the company seal. Corrections need a new revision.",
    )


def _legend() -> Legend:
    return Legend(
        "How to Read This Report",
        (
            (
                (
                    "Rating",
                    tuple(
                        LegendEntry(
                            Cell(w, mark=m, bold=m == "nonconform"),
                            "never counts as conform" if m == "unanswered" else "counts",
                        )
                        for m, w in zip(MARKS, ENGLISH_WORDS, strict=True)
                    ),
                ),
                (
                    "Strength",
                    (
                        LegendEntry(Cell("Must", bold=True), "required by law or policy"),
                        LegendEntry(Cell("Encouraged"), "counts in the index"),
                    ),
                ),
                (
                    "Findings",
                    (
                        LegendEntry(Cell("Major", tag="major"), "critical or by law, nonconform"),
                        LegendEntry(Cell("Observation", tag="observation"), "written by hand"),
                    ),
                ),
            ),
        ),
    )


def _english_summary() -> Chapter:
    blocks = (
        Paragraph(
            "All 91 applicable items are rated. Of 25 rated duties, 22 are met (88.0 %). The "
            "improvement index is 81.8. 1 major finding is open; deal with E03 first."
        ),
        Paragraph("A second paragraph follows, to show the white between two of them."),
        _figures(),
        CountsStrip(counts((72, 16, 8, 8, 4), ENGLISH_WORDS, "")),
        Heading(
            "1.1",
            "By topic and by checklist",
            "fulfilment in %; partial counts half; not assessed and not applicable left out",
        ),
        _charts(),
    )
    return Chapter("1", "Results", "Period 2026-09-14 to 2026-10-30", "Results", blocks)


def _charts() -> Charts:
    labels = (
        "Responsibility",
        "Improvement and people",
        "Standards",
        "Safety and recall",
        "Testing",
        "Supply",
        "Design",
        "Brand",
        "Service",
    )
    return Charts(
        "Figure 1  Fulfilment by topic",
        tuple(Spoke(label, Decimal(60 + 4 * n), str(60 + 4 * n)) for n, label in enumerate(labels)),
        "Topics with fewer than 5 rated items are left out: credit",
        "Figure 2  Ratings and fulfilment by checklist",
        "Rate",
        tuple(
            Bar("ABCDEFGH"[n], title, counts((9, 2, 1, 1, n % 2), ENGLISH_WORDS, ""), f"{80 + n}")
            for n, (title, _) in enumerate(ENGLISH_FILES)
        ),
        counts((72, 16, 8, 8, 4), ENGLISH_WORDS, ""),
        "Figures in bars count items",
    )


def _figures() -> KeyFigures:
    return KeyFigures(
        (
            KeyFigure(
                "Duties (met / rated)",
                "22/25",
                "88.0%",
                ("By law 14/15 (93.3 %); rated 15 of 15", "By policy 8/10 (80.0 %); rated 10 of 10"),
            ),
            KeyFigure(
                "Improvement index", "81.8", "", ("100 at most", "Should and encouraged: rated 66 of 66")
            ),
            KeyFigure(
                "Grade",
                "Level 3",
                "",
                ("four grades, one is best; rules in Appendix 3",),
                "The index allows level 2; one critical item is not met, so level 3 at best.",
            ),
        )
    )


def _english_items() -> Chapter:
    head = ("No.", "Item", "Strength", "Rating", "Explanation", "Attachments")
    made = bands(ENGLISH_FILES, ENGLISH_WORDS, ENGLISH_ASKS, ENGLISH_NOTES)
    return Chapter(
        "2", "Item by Item", "in the order of the checklists", "Items", (Table("items", head, bands=made),)
    )


def _english_actions() -> Chapter:
    row = (
        Cell("E03", bold=True),
        Cell("Observation", tag="observation"),
        Cell("First time that a whole batch failed; no procedure"),
        Cell("Write and issue a recall procedure; assess the risk of the April batch"),
        Cell("Gu Yanzhi", unbroken=True),
        Cell("2026-11-30", unbroken=True),
        Cell("Draft written, to be approved"),
    )
    head = ("No.", "Grade", "Cause", "Action", "Owner", "Due", "Progress")
    return Chapter("5", "Corrective Actions", "1 action", "Actions", (Table("actions", head, (row, row)),))


def _english_basis() -> Chapter:
    row = (
        Cell("CN-2016-68", unbroken=True),
        Cell(
            "国务院办公厅关于印发消费品标准和质量提升规划（2016—2020年）的通知\n(Plan for "
            "raising the standards and quality of consumer products)\n国办发〔2016〕68号"
        ),
        Cell("2016-09-06", unbroken=True),
        Cell("historical"),
        Cell("31 clauses"),
    )
    table = Table("documents", ("Code", "Document", "Date", "Standing", "Clauses cited"), (row,))
    return Chapter("Appendix 2", "Basis", "", "Basis", (Heading("", "Policy documents"), table))
