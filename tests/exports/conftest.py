"""Hand-made reports as PDF files, each made once."""

from __future__ import annotations

import pytest

from exports.pdf import write_pdf
from exports.report_model import Report
from tests.exports import report_parts, reports, reports_english

REPORTS = {
    "full": reports.full,
    "draft": reports.draft,
    "sample": reports.sample,
    "sparse": reports.sparse,
    "extreme": reports.extreme,
    "english": reports_english.english,
}


@pytest.fixture(scope="session")
def made() -> dict[str, tuple[Report, bytes]]:
    """Each hand-made report and its PDF; one photo is not at hand."""
    found = {}
    for name, make in REPORTS.items():
        report = make()
        found[name] = (report, write_pdf(report, report_parts.photo_source(3)))
    return found
