"""A real file of the small edition, for pages that need items of every kind."""

from __future__ import annotations

from pathlib import Path

from checklists.profile import Profile
from checklists.records import Records
from tests.checklists.small_edition import PROFILE, small_edition


def make_small_file(path: Path, profile: Profile = PROFILE, routine: int = 5) -> Path:
    """Make the file: one assessment in which nothing is answered yet."""
    with Records.create(path, person="沈立言") as records:
        records.start_assessment(
            small_edition(routine), profile, title="年度自评", year="2026", started_on="2026-11-01"
        )
    return path
