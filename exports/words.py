"""The fixed words of everything printed, from words.yaml, in one language."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from checklists.errors import Language, UserError
from checklists.files import write_file

_ENGLISH_MONTHS: Final = (
    "January February March April May June July August September October November December"
).split()


class Words:
    """Looks up and fills in fixed words; raises KeyError for a key that words.yaml does not have."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._words: Mapping[str, str] = {key: entry[language] for key, entry in _entries().items()}

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key, with the values filled in. In English `one|many` is chosen by the value `n`."""
        template = self._words[key]
        if "|" in template and "n" in values:
            one, _, many = template.partition("|")
            template = one if values["n"] == 1 else many
        return template.format(**values) if values else template

    def __contains__(self, key: str) -> bool:
        """Whether there are words for a key."""
        return key in self._words

    def join(self, parts: Iterable[str]) -> str:
        """Names or words in a row."""
        return self._words["join"].join(p for p in parts if p)

    def sentences(self, parts: Iterable[str]) -> str:
        """Sentences one after the other."""
        return ("" if self.language == "zh" else " ").join(p for p in parts if p)

    def date(self, iso: str) -> str:
        """A date of running text (2026 年 11 月 30 日, 30 November 2026) from ISO text; "" stays empty."""
        if not iso:
            return ""
        day = date.fromisoformat(iso)
        if self.language == "zh":
            return f"{day.year} 年 {day.month} 月 {day.day} 日"
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"


@cache
def _entries() -> Mapping[str, Any]:
    """The words of both languages, from a copy in JSON that is made anew when words.yaml changed: YAML takes
    so long to read that one would see it at each start.
    """
    path = Path(__file__).with_name("words.yaml")
    state = path.stat()
    copy, known = path.with_suffix(".json"), [state.st_size, state.st_mtime_ns]
    with suppress(OSError, ValueError):
        kept = json.loads(copy.read_bytes())
        if kept["of"] == known:
            return dict(kept["words"])
    words = _parsed(path)
    with suppress(UserError):
        write_file(copy, json.dumps({"of": known, "words": words}, ensure_ascii=False).encode())
    return words


def _parsed(path: Path) -> Mapping[str, Any]:
    from checklists.strict_yaml import load

    loaded = load(path.read_bytes(), path.name)
    if loaded.problems:
        raise ValueError(f"words.yaml: {loaded.problems[0]}")
    return loaded.data
