"""A report is made in one thread while answers are saved in another: no save waits for it."""

from __future__ import annotations

import threading
import time
from datetime import date
from pathlib import Path

import pytest

from checklists.compiling import current_edition
from checklists.records import Records
from checklists.user_input import read_profile
from exports.material import Material
from exports.pdf import write_pdf
from exports.report import report
from exports.turns import short_turns
from resources import path
from tests.benchmarks.big_report import photo

PHOTOS = 40
SAVES = 200
#: What a person notices; asked for in milliseconds.
LONGEST_SAVE = 100.0


@pytest.fixture
def file(tmp_path: Path) -> Path:
    edition = current_edition()
    profile, _ = read_profile(path("sample/profile.yaml"), edition)
    file = tmp_path / "四十张照片.zhiping"
    with Records.create(file, person="沈立言") as records:
        assessment = records.start_assessment(
            edition, profile, title="", year="2026", started_on="2026-11-01"
        )
        items = [s.id for s in records.scope(assessment).items if not s.is_measure]
        for n in range(PHOTOS):
            records.add_evidence(assessment, items[n % len(items)], photo(n), f"{n}.jpg", caption=f"照片 {n}")
    return file


def test_200_answers_are_saved_while_a_report_with_40_photos_is_made(file: Path) -> None:
    reading, done = threading.Event(), threading.Event()
    made: list[bytes] = []

    def make_reports() -> None:
        reading.set()
        while not done.is_set():
            with short_turns(), Records.open(file, write=False) as reader:
                edition = reader.edition(reader.assessments()[-1].edition)
                material = Material(edition, reader.dossier(), date(2026, 11, 22))
                made.append(write_pdf(report(material, 1), reader.evidence_bytes))

    taken: list[float] = []
    with Records.open(file, person="沈立言") as records:
        assessment = records.assessments()[-1].id
        items = [s.id for s in records.scope(assessment).items if not s.is_measure]
        reporter = threading.Thread(target=make_reports)
        reporter.start()
        reading.wait()
        try:
            for n in range(SAVES):
                start = time.perf_counter()
                records.answer(assessment, items[n % len(items)], status="conform", note=f"第 {n} 次")
                taken.append((time.perf_counter() - start) * 1000)
        finally:
            done.set()
            reporter.join()
        notes = {a.note for a in records.dossier(assessment).answers.values()}
    assert len(made) >= 1
    assert f"第 {SAVES - 1} 次" in notes
    assert max(taken) < LONGEST_SAVE
