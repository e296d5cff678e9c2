"""The content that is shipped: sound, whole, printable, in our own words, true to what was released."""

from __future__ import annotations

from pathlib import Path

import pytest

from checklists.check import check
from checklists.compiling import CONTENT
from resources import path

#: The texts of the policy documents lie beside the project, not in it.
TEXTS = Path(__file__).resolve().parents[2] / "shared" / "sources"


def test_no_error_and_no_warning() -> None:
    """Ids, basis, coverage, regulations, wording, English, history, the font: see checklists/check.py."""
    problems = check(CONTENT, path("fonts/NotoSansSC-Regular.ttf"))
    assert [p.printed() for p in problems if p.grade != "remark"] == []


def test_nothing_is_copied_from_the_documents() -> None:
    if not TEXTS.is_dir():
        pytest.skip(f"the texts of the documents are not beside the project ({TEXTS.name})")
    assert [p.printed() for p in check(CONTENT, texts=TEXTS) if p.code == "copied"] == []
