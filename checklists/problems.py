"""What is wrong with a YAML file: place, what was expected, how to repair it; in Chinese and in English.

Problems are data: they are collected, never raised, so that one run shows all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from checklists.errors import Language
from checklists.form_problem_words import Grade
from checklists.problem_words import WORDS

_GRADE_WORDS: Final[Mapping[Grade, tuple[str, str]]] = {
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "remark": ("提示", "remark"),
}


class Place(NamedTuple):
    """A place in a file: line and column are counted from 1, columns in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Both(NamedTuple):
    """A value of a problem that is worded in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, by code and values; the grade belongs to the code."""

    place: Place
    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def grade(self) -> Grade:
        """How bad it is."""
        return WORDS[self.code].grade

    def sentence(self, language: Language = "zh") -> str:
        """What is wrong, what was expected and how to repair it."""
        english = language == "en"
        values = {k: v[english] if isinstance(v, Both) else v for k, v in self.values.items()}
        words = WORDS[self.code]
        return (words.en if english else words.zh).format(**values)

    def printed(self, language: Language = "zh") -> str:
        """One line as compilers print it: `file:line:column: 错误: …`."""
        return f"{self.place}: {_GRADE_WORDS[self.grade][language == 'en']}: {self.sentence(language)}"
