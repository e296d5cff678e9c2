"""What tests of the core share: a small edition and a file with one assessment of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checklists.library import Edition
from checklists.records import Records
from tests.checklists.small_edition import PROFILE, small_edition


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The small edition (see `small_edition.py`)."""
    return small_edition()


@pytest.fixture
def file(tmp_path: Path, edition: Edition) -> Path:
    """A file with one assessment in which nothing is answered yet."""
    path = tmp_path / "河北某某电器.zhiping"
    with Records.create(path, person="沈立言") as records:
        records.start_assessment(edition, PROFILE, title="年度自评", year="2026", started_on="2026-11-01")
    return path


@pytest.fixture
def records(file: Path) -> Iterator[Records]:
    """That file, open for writing."""
    with Records.open(file, person="沈立言") as opened:
        yield opened


@pytest.fixture
def assessment(records: Records) -> str:
    """The id of its assessment."""
    return records.assessments()[-1].id
