"""From the YAML of the content folder to one edition: canonical JSON, the same bytes on every machine.

The application reads the compiled edition; it is compiled anew by itself when a YAML file changed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from checklists import files, places
from checklists.canonical import Kind, canonical, fingerprint
from checklists.errors import Language, UserError
from checklists.library import Edition
from checklists.policy import Raw

#: Name, size and time of each content file.
_State = list[list[str | int]]

#: The folder of the content: this package.
CONTENT: Final = Path(__file__).parent
_GROUPS: Final = ("enterprise", "products", "provinces")
#: What changes the meaning of an answer when it changes: see `item_hashes`.
_MEANING_KEYS: Final = ("ask", "kind", "critical", "per")
_ANSWER_KEYS: Final = ("type", "unit", "better", "count", "of", "levels")
_TIGHTENING_KEYS: Final = ("item", "kind", "critical")


def edition_body(contents: Mapping[str, Raw]) -> bytes:
    """The canonical body of an edition from its parsed files by path without suffix (`enterprise/recall`)."""
    english = {path.removeprefix("en/"): data for path, data in contents.items() if path.startswith("en/")}
    checklists = [
        _compiled(path, data, english.get(path, {}))
        for path, data in contents.items()
        if path.partition("/")[0] in _GROUPS
    ]
    documents = [
        d for path, d in contents.items() if path.startswith("sources/") and path != "sources/regulations"
    ]
    checklists.sort(key=lambda c: (c["order"], c["id"]))
    documents.sort(key=lambda d: (d["level"] != "national", d["id"]))
    return canonical(
        {
            "edition": contents["edition"],
            "checklists": checklists,
            "documents": documents,
            "regulations": contents["sources/regulations"],
            "scale": contents["scale"],
            "interview": contents["interview"],
            "english": english,
        }
    )


def item_hashes(item: Raw, english: Raw) -> tuple[str, str]:
    """The meaning and text hashes of an item as written in its own file.

    Meaning: question, kind, critical, per and, for a measure, type, unit, better, count, of, levels and
    benchmarks, in Chinese. Text: all the rest, the English too; of neither: its id and `same_as`.
    """
    answer = item.get("answer", {})
    meaning: dict[str, object] = {k: item[k] for k in _MEANING_KEYS if k in item}
    meaning |= {k: answer[k] for k in _ANSWER_KEYS if k in answer}
    meaning |= _meant_benchmarks(answer)
    rest = {k: v for k, v in item.items() if k not in (*_MEANING_KEYS, "answer", "id", "same_as")}
    return _hash("meaning", meaning), _hash("text", {**rest, "english": english})


def tightening_hashes(tightening: Raw, english: Raw) -> tuple[str, str]:
    """The meaning (what kind, critical, benchmarks it sets on which item) and text hashes of a tightening."""
    meaning: dict[str, object] = {k: tightening[k] for k in _TIGHTENING_KEYS if k in tightening}
    meaning |= _meant_benchmarks(tightening)
    rest = {
        k: v for k, v in tightening.items() if k not in (*_TIGHTENING_KEYS, "benchmarks", "id", "same_as")
    }
    return _hash("meaning", meaning), _hash("text", {**rest, "english": english})


def compile_folder(folder: Path = CONTENT) -> bytes:
    """Check and compile a content folder. Raises UserError (content-invalid) where there are errors."""
    from checklists.check import check
    from checklists.content import read

    if errors := [p for p in check(folder) if p.grade == "error"]:
        raise UserError("content-invalid", count=len(errors))
    return edition_body({path: loaded.data for path, loaded in read(folder).items()})


def current_edition(language: Language = "zh", folder: Path = CONTENT) -> Edition:
    """The shipped edition: the compiled body, made anew when a YAML file was added, removed or changed.

    Where it can be kept nowhere it is compiled at each start. Raises UserError (content-invalid).
    """
    state = _state(folder)
    kept = (_read_kept(place, state) for place in _places(folder))
    body = next((b for b in kept if b is not None), None)
    if body is None:
        body = compile_folder(folder)
        with suppress(UserError):
            _keep(body, state, folder)
    return Edition(body, language)


def write_compiled(body: bytes, folder: Path = CONTENT) -> Path:
    """Keep the compiled edition beside the content, or where that fails in the user's data folder.

    Returns the file. Raises UserError (file-unwritable) where neither can.
    """
    return _keep(body, _state(folder), folder)


def _keep(body: bytes, state: _State, folder: Path) -> Path:
    head = json.dumps({"state": state, "hash": fingerprint("edition", body)}).encode()
    beside, own = _places(folder)
    try:
        files.write_file(beside, head + b"\n" + body)
    except UserError:
        _make(own.parent)
        files.write_file(own, head + b"\n" + body)
        return own
    return beside


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("file-unwritable", path=folder, detail=error.strerror or error) from error


def _places(folder: Path) -> tuple[Path, Path]:
    return folder / "edition.json", places.data_folder() / "edition.json"


def _compiled(path: str, data: Raw, english: Raw) -> dict[str, Any]:
    sections = [
        {
            **s,
            "items": [_hashed(i, english.get("items", {}).get(i["id"], {}), item_hashes) for i in s["items"]],
        }
        for s in data.get("sections", ())
    ]
    notes = english.get("tightens", {})
    tightens = [
        _hashed(t, notes.get(t.get("id", t["item"]), {}), tightening_hashes) for t in data.get("tightens", ())
    ]
    return {**data, "path": path, "sections": sections, "tightens": tightens}


def _hashed(entry: Raw, english: Raw, hashes: Callable[[Raw, Raw], tuple[str, str]]) -> dict[str, Any]:
    meaning, text = hashes(entry, english)
    return {**entry, "meaning": meaning, "text": text}


def _meant_benchmarks(holder: Raw) -> dict[str, object]:
    if "benchmarks" not in holder:
        return {}
    return {"benchmarks": sorted(holder["benchmarks"], key=canonical)}


def _hash(kind: Kind, value: object) -> str:
    return fingerprint(kind, canonical(value))


def _state(folder: Path) -> _State:
    """Name, size and time of every YAML file: cheap to look at on each start."""
    stats = ((path, path.stat()) for path in sorted(folder.rglob("*.yaml")))
    return [[path.relative_to(folder).as_posix(), s.st_size, s.st_mtime_ns] for path, s in stats]


def _read_kept(place: Path, state: _State) -> bytes | None:
    """The body kept there, if it is sound and of that state of the content."""
    try:
        head, _, body = place.read_bytes().partition(b"\n")
        sound = json.loads(head) == {"state": state, "hash": fingerprint("edition", body)}
    except (OSError, ValueError):
        return None
    return body if sound else None
