"""Making the PDF of a report, and keeping it as issued when it is handed out."""

from __future__ import annotations

from collections.abc import Callable

from checklists.records import Records
from exports.material import Material
from exports.report import blank, body, report, report_fingerprint

Progress = Callable[[int, int], bool]


def report_pdf(material: Material, records: Records, progress: Progress | None = None) -> bytes:
    """The PDF of an assessment; nothing is kept. Raises `exports.pdf.Cancelled` when the progress says so."""
    from exports.pdf import write_pdf

    issued = records.issued(material.dossier.assessment.id)
    print_of = report_fingerprint(material)
    same = next((i for i in issued if i.fingerprint == print_of), None)
    revision = same.revision if same else len(issued) + 1
    return write_pdf(report(material, revision), records.evidence_bytes, progress)


def keep_issued(material: Material, pdf: bytes, records: Records) -> None:
    """Keep a report as it is handed out; the same content keeps its revision, changed content is the next.

    Of a draft, a sample and an internal copy nothing is kept: they are not handed in.
    """
    if material.state == "final" and not material.internal:
        records.issue(material.dossier.assessment.id, report_fingerprint(material), body(material), pdf)


def blank_pdf(material: Material) -> bytes:
    """The PDF of the blank checklist of a scope."""
    from exports.pdf_sheets import write_blank

    return write_blank(blank(material))
