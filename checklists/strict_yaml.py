"""YAML with file, line and column, and nothing implicit: every value is text, written in one way only.

One UTF-8 document with a mapping at the top; no tags, anchors, aliases, duplicate keys or flow mappings;
values are double-quoted and on one line. Built on the events of PyYAML's C parser, which interprets nothing.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import yaml
from yaml._yaml import Mark as CMark
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from checklists.problems import Both, Place, Problem

#: A path of keys and indices from the top of a file.
Path = Sequence[str | int]
_ParserMark: TypeAlias = yaml.error.Mark | CMark | None
#: Line and column from 0 in one number: objects by the ten thousand would keep the garbage collector busy.
_Mark: TypeAlias = int
_COLUMN_BITS: Final = 32
_Data: TypeAlias = dict[str, Any] | list[Any]

MAX_BYTES: Final = 2_000_000
MAX_DEPTH: Final = 12
MAX_NODES: Final = 200_000

#: What the C parser takes for a line break beside LF: it would shift every place after it.
_OTHER_BREAKS: Final = re.compile("\r\n?|[\x85\u2028\u2029]")
_NOT_TEXT: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})

#: What the YAML parser says most often, in Chinese.
_PARSER_WORDS: Final[Mapping[str, str]] = {
    "could not find expected ':'": "键后面缺冒号",
    "did not find expected ',' or ']'": "方括号里缺逗号或没有闭合",
    "did not find expected '-' indicator": "列表的缩进没有对齐",
    "did not find expected <document start>": "最外层的写法前后不一致",
    "did not find expected key": "缩进没有对齐，或引号后面还有字",
    "found character that cannot start any token": "这个字符不能出现在这里",
    "found unexpected end of stream": "引号或括号没有闭合",
    "found unknown escape character": "引号里的反斜杠要写成 \\\\",
    "mapping values are not allowed in this context": "这里不该有冒号，或上一行没有写完",
}


class _Marked:
    """Where a mapping or list begins, and the marks of its values and keys (a list has no keys)."""

    __slots__ = ("at", "flow", "keys", "values")

    def __init__(self, event: CollectionStartEvent, is_mapping: bool) -> None:
        self.at = _mark(event.start_mark)
        self.flow = bool(event.flow_style)
        self.values: Any = {} if is_mapping else []
        self.keys: dict[str | int, _Mark] = {}


@dataclass(slots=True)
class Loaded:
    """What was read of a file: mappings, lists and texts, and what is wrong with them.

    `name` is the file as printed in places. Where something could not be read its value is "" or is missing.
    """

    name: str
    data: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    marks: _Marked | None = field(default=None, repr=False)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Where the value at that path begins, or with `key` its key.

        Of a path that does not exist: the beginning of the nearest mapping or list around it.
        """
        at: _Marked | _Mark | None = self.marks
        at_key: _Mark | None = None
        for step in path:
            if not isinstance(at, _Marked):
                break
            at_key = at.keys.get(step)
            try:
                at = at.values[step]
            except (KeyError, IndexError, TypeError):
                break
        if key and at_key is not None:
            return _place(self.name, at_key)
        return _place(self.name, at.at if isinstance(at, _Marked) else at or 0)


def load(data: bytes, name: str, *, lenient: bool = False) -> Loaded:
    """Read strict YAML; every problem is collected, only a syntax error or a limit ends the reading.

    `lenient` is for files that users write: values may be unquoted, single-quoted or blocks of several lines,
    and the byte order mark and line ends of Windows are taken. All is text all the same: NO stays "NO".
    """
    loaded = Loaded(name)
    start = Place(name, 1, 1)
    if len(data) > MAX_BYTES:
        loaded.problems.append(Problem(start, "too-large", {"size": len(data), "limit": MAX_BYTES}))
        return loaded
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        loaded.problems.append(Problem(_after(name, data[: error.start]), "not-utf8"))
        return loaded
    if data.startswith(codecs.BOM_UTF8):
        data, text = data[len(codecs.BOM_UTF8) :], text[1:]
        if not lenient:
            loaded.problems.append(Problem(start, "bom"))
    _look_at_characters(loaded, text, lenient)
    _read(loaded, data, lenient)
    loaded.problems.sort(key=lambda p: p.place)
    return loaded


def _look_at_characters(loaded: Loaded, text: str, lenient: bool) -> None:
    """Report tabs and foreign line ends once each: they come by the hundred."""
    tabs = [m.start() for m in re.finditer("\t", text)]
    line_ends = [m.start() for m in _OTHER_BREAKS.finditer(text) if not (lenient and m[0] == "\r\n")]
    for code, offsets in (("tab", tabs), ("line-end", line_ends)):
        if offsets:
            place = _after(loaded.name, text[: offsets[0]].encode())
            loaded.problems.append(Problem(place, code, {"count": len(offsets)}))


def _read(loaded: Loaded, data: bytes, lenient: bool) -> None:
    reader = _Reader(loaded, lenient)
    try:
        for event in yaml.parse(data, yaml.CSafeLoader):
            reader.take(event)
            if reader.ended:
                break
    except yaml.MarkedYAMLError as error:
        place = _place(loaded.name, _mark(error.problem_mark or error.context_mark))
        said = str(error.problem or error.context)
        detail = Both(_PARSER_WORDS.get(said, said), said)
        loaded.problems.append(Problem(place, "syntax", {"detail": detail}))
    except yaml.reader.ReaderError as error:
        place = _after(loaded.name, data[: error.position])
        loaded.problems.append(Problem(place, "control-character", {"sign": f"U+{error.character:04X}"}))
    else:
        if loaded.marks is None:
            loaded.problems.append(Problem(Place(loaded.name, 1, 1), "no-mapping"))


class _Reader:
    """Builds the data and the marks of a file from its events, one `take` each."""

    def __init__(self, loaded: Loaded, lenient: bool) -> None:
        self.ended = False
        self._loaded = loaded
        self._lenient = lenient
        self._nodes = 0
        self._documents = 0
        #: What is being filled, its marks, what is around it, and the key that waits for its value.
        self._into: _Data | None = None
        self._marks: _Marked | None = None
        self._around: list[tuple[_Data | None, _Marked | None]] = []
        self._key: str | None = None

    def take(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, CollectionStartEvent):
            self._start(event, isinstance(event, MappingStartEvent))
        elif isinstance(event, CollectionEndEvent):
            self._end(event)
        elif isinstance(event, AliasEvent):
            self._problem(event, "alias")
            if isinstance(self._into, dict) and self._key is None:
                self.ended = True
            self._put("", _mark(event.start_mark))
        elif isinstance(event, DocumentStartEvent | DocumentEndEvent):
            self._document(event)

    def _scalar(self, event: ScalarEvent) -> None:
        value: str = event.value
        if event.tag is not None or event.anchor is not None:
            self._dressed(event)
        if self._key is None and isinstance(self._into, dict):
            self._take_key(event, value)
            return
        if not value:
            self._problem(event, "empty-value")
        else:
            if not self._lenient and (event.style != '"' or _line(event.start_mark) != _line(event.end_mark)):
                code = "unquoted" if event.style in {"", "'"} else "several-lines"
                self._problem(event, code, value=value[:20])
            elif not value.isprintable():
                self._look_at_value(event, value)
        self._put(value, _mark(event.start_mark))

    def _look_at_value(self, event: ScalarEvent, value: str) -> None:
        allowed = "\n" if self._lenient else ""
        bad = next((c for c in value if unicodedata.category(c) in _NOT_TEXT and c not in allowed), "")
        if bad:
            self._problem(event, "control-character", sign=f"U+{ord(bad):04X}")

    def _take_key(self, event: ScalarEvent, value: str) -> None:
        if not (value and value.isascii() and value.isprintable()):
            self._problem(event, "key-form")
        self._key = value
        keys = self._marks.keys if self._marks else {}
        if value in keys:
            self._problem(event, "duplicate-key", key=value, line=(keys[value] >> _COLUMN_BITS) + 1)
        else:
            keys[value] = _mark(event.start_mark)

    def _start(self, event: CollectionStartEvent, is_mapping: bool) -> None:
        if event.tag is not None or event.anchor is not None:
            self._dressed(event)
        if self._marks is not None and self._marks.flow:
            self._problem(event, "flow-list")
        elif is_mapping and event.flow_style:
            self._problem(event, "flow-mapping")
        if self._key is None and isinstance(self._into, dict):
            self._stop(event, "key-form")
        elif len(self._around) >= MAX_DEPTH:
            self._stop(event, "too-deep", limit=MAX_DEPTH)
        else:
            self._open(event, is_mapping)

    def _open(self, event: CollectionStartEvent, is_mapping: bool) -> None:
        new: _Data = {} if is_mapping else []
        marks = _Marked(event, is_mapping)
        if self._into is not None:
            self._put(new, marks)
        elif isinstance(new, dict):
            self._loaded.data, self._loaded.marks = new, marks
        else:
            self.ended = True
        self._around.append((self._into, self._marks))
        self._into, self._marks = new, marks

    def _end(self, event: CollectionEndEvent) -> None:
        marks = self._marks
        if marks is not None and marks.flow and marks.at >> _COLUMN_BITS != _line(event.end_mark):
            self._loaded.problems.append(Problem(_place(self._loaded.name, marks.at), "flow-list"))
        self._into, self._marks = self._around.pop()

    def _put(self, value: str | _Data, marks: _Marked | _Mark) -> None:
        self._nodes += 1
        into, around = self._into, self._marks
        if into is None or around is None:
            self.ended = True
        elif isinstance(into, list):
            into.append(value)
            around.values.append(marks)
        else:
            if self._key is not None and self._key not in into:
                into[self._key] = value
                around.values[self._key] = marks
            self._key = None
        if self._nodes > MAX_NODES:
            place = _place(self._loaded.name, marks.at if isinstance(marks, _Marked) else marks)
            self._loaded.problems.append(Problem(place, "too-many", {"limit": MAX_NODES}))
            self.ended = True

    def _document(self, event: DocumentStartEvent | DocumentEndEvent) -> None:
        self._documents += isinstance(event, DocumentStartEvent)
        if self._documents > 1 or (event.explicit and isinstance(event, DocumentEndEvent)):
            self._stop(event, "second-document")
        elif event.explicit:
            self._problem(event, "directive")

    def _dressed(self, event: ScalarEvent | CollectionStartEvent) -> None:
        if event.tag is not None:
            self._problem(event, "tag")
        if event.anchor is not None:
            self._problem(event, "anchor")

    def _stop(self, event: Event, code: str, **values: object) -> None:
        self._problem(event, code, **values)
        self.ended = True

    def _problem(self, event: Event, code: str, **values: object) -> None:
        self._loaded.problems.append(
            Problem(_place(self._loaded.name, _mark(event.start_mark)), code, values)
        )


def _mark(mark: _ParserMark) -> _Mark:
    return 0 if mark is None else mark.line << _COLUMN_BITS | mark.column


def _line(mark: _ParserMark) -> int:
    return 0 if mark is None else mark.line


def _place(name: str, mark: _Mark) -> Place:
    return Place(name, (mark >> _COLUMN_BITS) + 1, (mark & (1 << _COLUMN_BITS) - 1) + 1)


def _after(name: str, before: bytes) -> Place:
    """The place of what follows those bytes."""
    text = before.decode()
    return Place(name, text.count("\n") + 1, len(text) - text.rfind("\n"))
