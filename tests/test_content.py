"""The content that is shipped: sound, printable, true to what was released."""

from __future__ import annotations

from checklists.check import check
from checklists.compiling import CONTENT
from resources import path


def test_no_error_and_no_warning() -> None:
    """Ids, basis, regulations, wording, English, history, characters of the font: see checklists/check.py."""
    problems = check(CONTENT, path("fonts/NotoSansSC-Regular.ttf"))
    assert [p.printed() for p in problems if p.grade != "remark"] == []
