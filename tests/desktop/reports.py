"""A report page that is shown, and a file whose report can be finished."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from checklists.records import Records
from desktop.document import Document
from desktop.pages.report import ReportPage
from tests.desktop.driving import StandInShell


def shown(qtbot: QtBot, shell: StandInShell, document: Document) -> ReportPage:
    """The page of a document, with its report made."""
    page = ReportPage(document, shell)
    qtbot.addWidget(page)
    page.resize(1208, 716)
    with qtbot.waitExposed(page):
        page.show()
    page.enter()
    made(qtbot, page)
    return page


def made(qtbot: QtBot, page: ReportPage) -> None:
    """Wait until nothing is being made, saved or printed."""
    while (task := page._task) is not None:
        with qtbot.waitCallback() as ended:
            for end in (task.finished, task.failed, task.cancelled):
                end.connect(ended)


def make_own(sample: Path, path: Path) -> Path:
    """Make a file with the answers of the sample that is not the sample: its report can be finished."""
    with Records.open(sample, write=False) as records:
        kept = records.dossier()
        edition = records.edition(kept.assessment.edition, "zh")
    with Records.create(path, person="周敏") as records:
        made = records.start_assessment(edition, kept.profile, title="", year="2026", started_on="2026-11-01")
        records.answers(
            made,
            {
                name: {"status": a.status, "note": a.note, "proof_ref": "台账"}
                for name, a in kept.answers.items()
                if not a.measure
            },
        )
    return path


def open_duty(document: Document) -> str:
    """Leave a duty unanswered: then the report is a draft."""
    duty = next(s.id for s in document.scope.items if s.is_duty and not s.is_measure)
    document.answer(duty, status="unanswered")
    return duty
