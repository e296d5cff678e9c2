"""The English beside the Chinese: whole, in step, and of nothing that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from checklists.content import Content, Entry, texts
from checklists.problems import Problem
from checklists.strict_yaml import Loaded

_HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
#: The keys whose values are words, by file; what else stands in a file is the same in every language.
_ITEM_WORDS: Final = ("ask", "guide", "na")
_MEASURE_WORDS: Final = ("count", "of")
_WORDS: Final = frozenset(
    {"word", "words", "title", "duty", "other", "tag", "text", "ask", "help", "short", "issuing_body"}
)
_MAIN: Final = ("word", "words", "title")


def check_english(content: Content) -> Iterator[Problem]:
    """What is missing in English, what is of too much, and Chinese that was left in it."""
    for path, loaded in content.files.items():
        chinese = content.top(path)
        if path.startswith("en/"):
            yield from _english_file(content, path, loaded)
        elif chinese is not None and path != "withdrawn":
            english = content.top(f"en/{path}")
            if english is None:
                yield chinese.problem("english-file-missing", file=f"en/{path}.yaml")
            elif path in content.checklists:
                yield from _checklist(chinese, english)
            else:
                yield from _coded(_worded(path, chinese), english.raw, english.loaded, ())


def _english_file(content: Content, path: str, loaded: Loaded) -> Iterator[Problem]:
    if path.removeprefix("en/") not in content.files:
        yield Problem(loaded.place(()), "english-of-nothing")
    for steps, text in texts(loaded.data):
        if found := _HAN.search(text):
            yield Problem(loaded.place(steps), "chinese-in-english", {"found": found[0]})


def _worded(path: str, chinese: Entry) -> dict[str, Any]:
    """What of a file is worded in English: of sources only names, of the rest everything that is a word."""
    if not path.startswith("sources/"):
        return dict(chinese.raw)
    if "regulations" in chinese:
        named = [{"id": r.id, "title": r.text("title")} for r in chinese.entries("regulations")]
        return {"regulations": named}
    return {k: chinese.text(k) for k in ("title", "issuing_body")}


def _checklist(file: Entry, english: Entry) -> Iterator[Problem]:
    yield from _missing(file, english, ("title",))
    titles = english.entry("sections").raw
    for section in file.entries("sections"):
        if section.id not in titles:
            yield section.problem("english-missing", "title", words=f"sections.{section.id}")
        for item in section.entries("items"):
            yield from _item(item, english.entry("items"))
    known = {
        "sections": {s.id for s in file.entries("sections")},
        "items": {i.id for s in file.entries("sections") for i in s.entries("items")},
        "tightens": {_key(t) for t in file.entries("tightens") if "note" in t},
    }
    for key, names in known.items():
        for name in english.entry(key).raw:
            if name not in names:
                yield Problem(english.place(key, name, key=True), "english-unknown", {"name": name})
    for tightening in file.entries("tightens"):
        if "note" in tightening and _key(tightening) not in english.entry("tightens").raw:
            yield tightening.problem("english-missing", "note", words=f"tightens.{_key(tightening)}.note")


def _key(tightening: Entry) -> str:
    return tightening.id or tightening.text("item")


def _item(item: Entry, all_english: Entry) -> Iterator[Problem]:
    if item.id not in all_english.raw:
        yield item.problem("english-missing", "id", words=f"items.{item.id}")
        return
    english = all_english.entry(item.id)
    yield from _missing(item, english, _ITEM_WORDS)
    yield from _missing(item.entry("answer"), english, _MEASURE_WORDS)
    chinese_count, count = len(item.texts("proof")), len(english.texts("proof"))
    if chinese_count != count:
        yield english.problem("english-proof", "proof", count=count, chinese=chinese_count)


def _missing(chinese: Entry, english: Entry, keys: tuple[str, ...]) -> Iterator[Problem]:
    """Words that stand in one of the two only."""
    for key in keys:
        if key in chinese and key not in english:
            yield english.problem("english-missing", words=key)
        elif key in english and key not in chinese:
            yield Problem(english.place(key, key=True), "english-unknown", {"name": key})


def _coded(chinese: Any, english: Any, loaded: Loaded, steps: tuple[str | int, ...]) -> Iterator[Problem]:
    """Compares all the way down.

    A list of coded entries is a mapping by code in English; an entry's English may be its main word alone.
    """
    if isinstance(chinese, list):
        chinese = {_code(e): e for e in chinese if isinstance(e, dict)}
    elif isinstance(english, str):
        main = next((k for k in _MAIN if k in chinese), "")
        english = {main: english}
    words = english if isinstance(english, dict) else {}
    for key, value in chinese.items():
        if isinstance(value, str):
            if key in _WORDS and key not in words:
                yield Problem(loaded.place(steps), "english-missing", {"words": key})
        elif _has_words(value):
            if key in words:
                yield from _coded(value, words[key], loaded, (*steps, key))
            else:
                yield Problem(loaded.place(steps), "english-missing", {"words": key})
    for key in words:
        if key not in chinese:
            yield Problem(loaded.place((*steps, key), key=True), "english-unknown", {"name": key})


def _has_words(value: Any) -> bool:
    if isinstance(value, dict):
        return any(
            k in _WORDS or _has_words(v) for k, v in value.items() if not isinstance(v, str) or k in _WORDS
        )
    return isinstance(value, list) and any(_has_words(e) for e in value)


def _code(entry: dict[str, Any]) -> str:
    return str(entry.get("id") or entry.get("code") or entry.get("value") or "")
