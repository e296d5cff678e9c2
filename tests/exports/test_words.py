"""The fixed words: complete in both languages, none unused, none missing."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import exports
from exports.words import Words, _entries

#: Keys that are put together in the code: what the variable part may be stands beside.
PUT_TOGETHER = (
    r"statement-[1-4]", r"revision-(draft|sample)", r"tag-(draft|sample)", r"watermark-(draft|sample)",
    r"sign-(draft|sample|prepared|checked|approved)", r"scope-selection-(quick|sections)", r"legend-.*",
    r"standing-.*", r"by-(law|policy)", r"level-(national|provincial|local)",
    r"gaps-(major|minor|observation|improvement)-note",
    r"said-.*", r"point-.*", r"field-.*", r"record-.*", r"change-.*", r"grade-.*", r"head-.*",
)  # fmt: skip


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_fill_in_the_same_names() -> None:
    uneven = {
        key: entry
        for key, entry in _entries().items()
        if placeholders(entry["zh"])
        != placeholders(entry["en"]) - {"n"} | (placeholders(entry["zh"]) & {"n"})
    }
    assert uneven == {}


def test_every_key_is_used_and_exists() -> None:
    code = "\n".join(p.read_text(encoding="utf-8") for p in Path(exports.__file__).parent.glob("*.py"))
    literals = set(re.findall(r"\"([a-z0-9]+(?:[-_][a-z0-9_]+)*)\"", code))
    unused = [
        k for k in _entries() if k not in literals and not any(re.fullmatch(p, k) for p in PUT_TOGETHER)
    ]
    assert unused == []
    asked = set(re.findall(r"(?<!\w)words\(\s*\"([^\"]+)\"", code))
    assert asked <= set(_entries())


def test_plural_and_dates() -> None:
    english, chinese = Words("en"), Words("zh")
    assert english("overdue", n=1) == "1 day overdue"
    assert english("overdue", n=2) == "2 days overdue"
    assert chinese("overdue", n=2) == "逾期 2 天"
    assert english.date("2026-11-30") == "30 November 2026"
    assert chinese.date("2026-11-30") == "2026 年 11 月 30 日"
    assert chinese.date("") == ""
