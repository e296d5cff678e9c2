"""A YAML file that a user wrote: read leniently, every fault noted with its place, all raised at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from checklists.errors import Language, UserError
from checklists.problems import Place
from checklists.profile import amount
from checklists.strict_yaml import Loaded, load

Steps = tuple[str | int, ...]

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

#: code -> (Chinese, English): what is wrong and what was expected.
_FAULTS: Final[Mapping[str, tuple[str, str]]] = {
    "text": ("这里应当是一段文字", "a text was expected here"),
    "mapping": ("这里应当是“键: 值”，各占一行", "key: value lines were expected here"),
    "list": ("这里应当是列表，每行以“- ”开头", 'a list was expected here, each line beginning with "- "'),
    "key": ("不认识“{value}”；可用 {names}", '"{value}" is not known; use {names}'),
    "value": ("不认识“{value}”；可用 {names}", '"{value}" is not known; use {names}'),
    "one-value": ("这里只能选一个", "only one can be chosen here"),
    "contradiction": (
        "按其他回答，“{ask}”不能答“{value}”",
        'by the other answers "{ask}" cannot be "{value}"',
    ),
    "item": ("没有检查项“{value}”；scope 命令列出全部", 'there is no item "{value}"; scope lists them'),
    "section": ("没有部分“{value}”；scope 命令列出全部", 'there is no section "{value}"; scope lists them'),
    "date": ("“{value}”不是日期；写成 2026-11-30", '"{value}" is no date; write 2026-11-30'),
    "year": ("“{value}”不是年份；写成 2026", '"{value}" is no year; write 2026'),
    "period": ("结束早于开始（{value}）", "the end is before the beginning ({value})"),
    "figure": ("“{value}”不是数；写成 1234 或 1,234.5", '"{value}" is no figure; write 1234 or 1,234.5'),
    "whole": ("“{value}”应当是整数", '"{value}" must be a whole number'),
    "code-length": (
        "统一社会信用代码应为 18 位，这里有 {value} 位",
        "a credit code has 18 signs, here {value}",
    ),
    "code-character": (
        "统一社会信用代码只用数字和大写字母，不用 I、O、S、V、Z",
        "a credit code has digits and capitals, never I, O, S, V or Z",
    ),
    "code-check": (
        "统一社会信用代码的校验码不符，请对照营业执照",
        "the check digit of the credit code does not fit; compare the business licence",
    ),
    "status": ("这是数据项：写 measure，不写 status", "this is a measure: give measure, no status"),
    "measure": ("这不是数据项：写 status，不写 measure", "this is no measure: give status"),
    "level": ("没有“{value}”这一级；可用 {names}", 'there is no level "{value}"; use {names}'),
    "levels": ("按级别分行写：{names}", "give the figures by level: {names}"),
    "count": ("应当写两个数：[{count}, {of}]", "two figures were expected: [{count}, {of}]"),
    "too-many": ("{count}不能多于{of}", "{count} cannot be more than {of}"),
    "one-figure": ("应当写一个数", "one figure was expected"),
    "evidence": ("每件证据要写 file: 文件名", "each piece of evidence needs file: its name"),
    "file": ("找不到证据文件 {value}", "the evidence file {value} does not exist"),
    "facts": ("观察项要写 facts: 看到了什么", "an observation needs facts: what was seen"),
}


class UserFile:
    """The data of a file, asked for by the steps that lead to a value, and the faults found so far."""

    def __init__(self, path: Path, language: Language) -> None:
        """Read the file. Raises UserError where it cannot be, an ExceptionGroup where it is no sound YAML."""
        self.folder = path.parent
        self._language = language
        self._faults: dict[tuple[Place, str], UserError] = {}
        try:
            self._loaded: Loaded = load(path.read_bytes(), path.name, lenient=True)
        except FileNotFoundError as error:
            raise UserError("file-missing", path=path) from error
        except OSError as error:
            raise UserError("file-unreadable", path=path, detail=error.strerror or error) from error
        for problem in self._loaded.problems:
            if problem.code != "empty-value":  # what a user leaves empty was not given
                self._note(problem.place, problem.sentence(language))
        self.finish()

    @property
    def faulty(self) -> bool:
        """Whether a fault was noted."""
        return bool(self._faults)

    def finish(self) -> None:
        """Raise the faults noted so far, if there are any, by their place."""
        if self._faults:
            raise ExceptionGroup("input", [self._faults[key] for key in sorted(self._faults)])

    def fault(self, steps: Steps, code: str, *, at_key: bool = False, **values: object) -> None:
        """Note a fault of the value that these steps lead to, or of its key."""
        words = _FAULTS[code][self._language == "en"]
        self._note(self._loaded.place(steps, key=at_key), words.format(**values))

    def value(self, steps: Steps) -> Any:
        """What stands there, None where nothing does."""
        at: Any = self._loaded.data
        for step in steps:
            try:
                at = at[step]
            except (KeyError, IndexError, TypeError):
                return None
        return at

    def text(self, steps: Steps) -> str:
        """The text there, "" where there is none; without the line end that a block of lines brings along."""
        found = self.value(steps)
        if found is not None and not isinstance(found, str):
            self.fault(steps, "text")
        return found.rstrip("\n") if isinstance(found, str) else ""

    def day(self, steps: Steps) -> str:
        """The date there as ISO text, "" where there is none."""
        found = self.text(steps).strip()
        if found and not _is_date(found):
            self.fault(steps, "date", value=found)
        return found

    def figure(self, steps: Steps, *, whole: bool = False) -> str:
        """The figure there in canonical decimal text, "" where there is none."""
        found = self.text(steps)
        try:
            plain = amount("", found)
        except UserError:
            self.fault(steps, "figure", value=found)
            return ""
        if whole and "." in plain:
            self.fault(steps, "whole", value=found)
        return plain

    def coded(self, steps: Steps, words: Mapping[str, str]) -> str:
        """The code of a value given as its code or as a word that people see, "" where there is none.

        `words` leads from every code and word to the code; of each code the last word is offered.
        """
        found = self.text(steps).strip()
        if found and found not in words:
            offered = {code: word for word, code in words.items()}
            self.fault(steps, "value", value=found, names=" / ".join(offered.values()))
        return words.get(found, "")

    def mapping(self, steps: Steps, names: Sequence[str] = ()) -> Mapping[str, Any]:
        """The mapping there, empty where there is none; with `names` its keys must be among them."""
        found = self.value(steps)
        if found is not None and not isinstance(found, dict) and found != "":
            self.fault(steps, "mapping")
        keys = found if isinstance(found, dict) else {}
        for key in keys:
            if names and key not in names:
                self.fault((*steps, key), "key", at_key=True, value=key, names=" / ".join(names))
        return keys

    def entries(self, steps: Steps) -> Sequence[Steps]:
        """The steps to the entries of the list there; a lone text is a list of one."""
        found = self.value(steps)
        if isinstance(found, str):
            return [steps] if found else []
        if found is not None and not isinstance(found, list):
            self.fault(steps, "list")
        return [(*steps, n) for n in range(len(found))] if isinstance(found, list) else []

    def _note(self, place: Place, problem: str) -> None:
        self._faults.setdefault((place, problem), UserError("input-invalid", place=place, problem=problem))


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False
