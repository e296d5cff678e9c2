"""The wording: words to avoid, marks and blanks, and characters that the font lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from checklists.content import Content, Entry, texts
from checklists.problems import Problem
from checklists.strict_yaml import Loaded

#: Authorities, standards and lists of yesterday.
_DEAD: Final = re.compile("质监局|质量技术监督局|工商局|检验检疫局|12365|OHSAS ?18000|质量黑名单")
#: Words that say nothing; the look-arounds let proper names and harmless compounds pass.
_EMPTY: Final = re.compile(
    "大力|积极|深入|切实|着力|进一步|不断(?![电货供线])|加强(?!筋)|推动|推进|健全|完善"
    "|及时|定期(?!存)|有效(?![期版])|适当|必要|相关|有关|其他|确保|落实到位|贵公司"
    "|(?<![同高中相均平优初头])等(?![级待于候次分])"
    "|(?<!管理)体系(?!认证)|机制|(?<!服务)(?<!信息)(?<!电商)(?<!交易)(?<!公开)(?<!商务)平台"
)
#: Strength is said by `kind`.
_STRENGTH: Final = re.compile("必须|应当")
_QUESTION: Final = re.compile("是否|能否|有没有")
_HAN: Final = "[\u3400-\u4dbf\u4e00-\u9fff]"
_HALF_MARK: Final = re.compile(f"{_HAN}[,;?:!]|[,;?:!]{_HAN}")
_BLANK: Final = re.compile(f"{_HAN} | {_HAN}")
#: Codes, and words of others: their blanks and marks are not ours to mend.
_NOT_OURS: Final = frozenset(
    {
        "demands",
        "demands_if",
        "see",
        "see_if",
        "contradicts",
        "title",
        "number",
        "heading",
        "replaces",
        "notes",
    }
)
_TITLE: Final = re.compile("《[^》]*》")
_SENTENCES: Final = 3


def check_words(content: Content) -> Iterator[Problem]:
    """Words to avoid, questions that do not ask, guides that are too long."""
    for file in content.checklists.values():
        yield from _avoided(file, ("title",))
        for section in file.entries("sections"):
            yield from _avoided(section, ("title",))
    for question in content.questions:
        yield from _avoided(question.entry, ("ask", "guide", "na"), lists=("proof",))
        yield from _question(question.entry)
    for question in content.tightenings:
        yield from _avoided(question.entry, ("note",))


def check_marks(content: Content) -> Iterator[Problem]:
    """Half-width marks and blanks in Chinese text."""
    for path, loaded in content.files.items():
        if path.startswith("en/"):
            continue
        for steps, written in texts(loaded.data):
            text = _TITLE.sub("《》", written)
            if _NOT_OURS.isdisjoint(map(str, steps)):
                if found := _HALF_MARK.search(text):
                    yield Problem(loaded.place(steps), "half-width", {"found": found[0]})
                if found := _BLANK.search(text):
                    yield Problem(loaded.place(steps), "blank", {"found": found[0]})


def check_glyphs(content: Content, glyphs: frozenset[int]) -> Iterator[Problem]:
    """Characters that the shipped font cannot print; `glyphs` are the code points it has."""
    for loaded in content.files.values():
        yield from _unprintable(loaded, glyphs)


def _unprintable(loaded: Loaded, glyphs: frozenset[int]) -> Iterator[Problem]:
    found = list(texts(loaded.data))
    if set(map(ord, set("".join(t for _, t in found)))) <= glyphs:
        return
    for steps, text in found:
        if missing := sorted({c for c in text if ord(c) not in glyphs}):
            codes = " ".join(f"{c}（U+{ord(c):04X}）" for c in missing)
            yield Problem(loaded.place(steps), "no-glyph", {"characters": codes})


def _avoided(entry: Entry, keys: tuple[str, ...], lists: tuple[str, ...] = ()) -> Iterator[Problem]:
    found: list[tuple[tuple[str | int, ...], str]] = [((key,), entry.text(key)) for key in keys]
    found += [((key, n), text) for key in lists for n, text in enumerate(entry.texts(key))]
    for steps, text in found:
        if dead := _DEAD.search(text):
            yield entry.problem("dead-name", *steps, word=dead[0])
        for word in dict.fromkeys(_EMPTY.findall(text)):
            yield entry.problem("empty-word", *steps, word=word)


def _question(entry: Entry) -> Iterator[Problem]:
    ask, guide = entry.text("ask"), entry.text("guide")
    if word := _STRENGTH.search(ask):
        yield entry.problem("strength-in-ask", "ask", word=word[0])
    if "answer" not in entry and not _QUESTION.search(ask):
        yield entry.problem("no-question", "ask")
    if (sentences := len(re.findall("[。！]", guide))) > _SENTENCES:
        yield entry.problem("long-guide", "guide", count=sentences, most=_SENTENCES)
