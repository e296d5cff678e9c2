"""Making the PDF of a report and keeping it as issued."""

from __future__ import annotations

from collections.abc import Callable

from checklists.records import Records
from exports.material import Material
from exports.report import blank, body, report, report_fingerprint

Progress = Callable[[int, int], bool]


def report_pdf(material: Material, records: Records, progress: Progress | None = None) -> bytes:
    """The PDF of an assessment.

    The copy to be handed in of a finished one is kept as issued: the same content keeps its revision, changed
    content becomes the next. A draft or a sample is only printed.
    """
    from exports.pdf import write_pdf

    print_of = report_fingerprint(material)
    assessment = material.dossier.assessment.id
    issued = records.issued(assessment)
    same = next((i for i in issued if i.fingerprint == print_of), None)
    revision = same.revision if same else len(issued) + 1
    pdf = write_pdf(report(material, revision), records.evidence_bytes, progress)
    if material.state == "final" and not material.internal and same is None:
        records.issue(assessment, print_of, body(material), pdf)
    return pdf


def blank_pdf(material: Material) -> bytes:
    """The PDF of the blank checklist of a scope."""
    from exports.pdf_sheets import write_blank

    return write_blank(blank(material))
