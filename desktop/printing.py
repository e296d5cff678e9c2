"""Reports made beside the window: read from the file, laid out in a Task, kept as issued when handed out."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from checklists.assessment import Point
from checklists.errors import Language
from checklists.records import Records
from desktop.tasks import Progress
from exports.material import Material
from exports.turns import short_turns

Kind = Literal["report", "blank"]


class Printed(NamedTuple):
    """A report as PDF, and what it was made of."""

    pdf: bytes
    kind: Kind
    material: Material

    @property
    def state(self) -> Literal["final", "draft", "sample", "blank"]:
        """What it may be used for."""
        return "blank" if self.kind == "blank" else self.material.state

    @property
    def points(self) -> tuple[Point, ...]:
        """What was still to be done."""
        return self.material.points


def printed(
    path: Path, assessment: str, kind: Kind, language: Language, *, internal: bool, progress: Progress
) -> Printed:
    """Make a report of what the file holds now. Raises UserError, and Cancelled when the progress says so."""
    from exports.issuing import blank_pdf, report_pdf

    with short_turns(), Records.open(path, write=False) as records:
        dossier = records.dossier(assessment)
        edition = records.edition(dossier.assessment.edition, language)
        material = Material(edition, dossier, datetime.now().astimezone().date(), internal)
        if kind == "blank":
            return Printed(blank_pdf(material), kind, material)
        return Printed(report_pdf(material, records, progress), kind, material)
