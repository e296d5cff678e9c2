"""Checks a content folder: every problem at once, nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from checklists.check_coverage import check_coverage
from checklists.check_english import check_english
from checklists.check_history import check_history
from checklists.check_items import check_conditions, check_items
from checklists.check_likeness import check_copying, check_likeness
from checklists.check_sources import check_sources, twice
from checklists.check_words import check_glyphs, check_marks, check_words
from checklists.content import Content, Entry, read
from checklists.glyphs import code_points
from checklists.problems import Place, Problem
from checklists.schema import FORMS, form_of
from checklists.shape import shape_problems

_NEEDED: Final = ("edition", "interview", "scale", "sources/regulations")
#: An item of an overlay bears the sign of its region, no other item does.
_PREFIXES: Final = {"hebei": "he-", "jiangxi": "jx-", "fujian": "fj-", "guangdong": "gd-"}


def check(folder: Path, font: Path | None = None, texts: Path | None = None) -> list[Problem]:
    """Every problem of the content, by file and line; with a font, the characters that it lacks too; with
    the folder of the documents' texts, what was copied from them.

    Raises OSError where a file cannot be read, ValueError where the font is none.
    """
    content = Content(read(folder))
    problems = [*_form(content, folder.name), *_files(content), *check_sources(content)]
    problems += [
        *check_conditions(content),
        *check_items(content),
        *check_words(content),
        *check_marks(content),
        *check_likeness(content),
    ]
    problems += [*check_english(content), *check_history(content, folder), *check_coverage(content)]
    if font is not None:
        problems += check_glyphs(content, code_points(font))
    if texts is not None:
        problems += check_copying(content, texts)
    return sorted(problems, key=lambda p: (p.place, p.code, str(p.values)))


def _form(content: Content, folder: str) -> Iterator[Problem]:
    """Text and shape of every file; where the text is wrong, the shape is not blamed for it."""
    for path in _NEEDED:
        if path not in content.files:
            yield Problem(Place(folder, 1, 1), "missing-file", {"file": f"{path}.yaml"})
    for path, loaded in content.files.items():
        yield from loaded.problems
        places = {p.place for p in loaded.problems}
        if form := form_of(path):
            yield from (p for p in shape_problems(loaded, FORMS[form]) if p.place not in places)
        else:
            yield Problem(loaded.place(()), "unknown-file")


def _files(content: Content) -> Iterator[Problem]:
    """Ids across the whole library, and what the folder of a file demands of it."""
    files = content.checklists.values()
    yield from twice(files)
    yield from twice(files, "order")
    yield from twice(s for f in files for s in f.entries("sections"))
    yield from twice(q.entry for q in content.questions)
    yield from twice(t.entry for t in content.tightenings)
    for path, file in content.checklists.items():
        folder, _, name = path.rpartition("/")
        if file.id and file.id != name:
            yield file.problem("file-name", "id", id=file.id)
        yield from _tightening_ids(content, file)
        yield from _group(content, folder, file)
        yield from _prefixes(file)


def _tightening_ids(content: Content, file: Entry) -> Iterator[Problem]:
    """A tightening without an id goes by the item's, which it may do once in a file and no other may bear."""
    seen: set[str] = set()
    for entry in file.entries("tightens"):
        key = entry.id or entry.text("item")
        if key in (content.items if entry.id else seen):
            yield entry.problem("tightening-id-twice", "id" if entry.id else "item", id=key)
        seen.add(key)


def _group(content: Content, folder: str, file: Entry) -> Iterator[Problem]:
    overlay = file.text("overlay")
    if (folder == "provinces") != bool(overlay):
        yield file.problem("overlay-place")
    if overlay and overlay not in content.regions:
        yield file.problem("unknown-region", "overlay", region=overlay)
    if folder == "products" and not any("domain" in a for a in file.alternatives("applies")):
        yield file.problem("no-domain")


def _prefixes(file: Entry) -> Iterator[Problem]:
    wanted = _PREFIXES.get(file.text("overlay"), "")
    for section in file.entries("sections"):
        for entry in (section, *section.entries("items")):
            if wanted and not entry.id.startswith(wanted):
                yield entry.problem("no-prefix", "id", prefix=wanted)
            elif not wanted and entry.id.startswith(tuple(_PREFIXES.values())):
                yield entry.problem("foreign-prefix", "id", id=entry.id)
