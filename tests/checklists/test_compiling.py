"""From YAML to one edition: the same bytes everywhere, kept and renewed."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checklists import compiling, places
from checklists.compiling import (
    CONTENT,
    compile_folder,
    current_edition,
    edition_body,
    item_hashes,
    tightening_hashes,
    write_compiled,
)
from checklists.errors import UserError
from checklists.library import Edition
from tests.checklists.editions import checklist, contents, duty, item, measure, tightening

# The body


def shuffled(value: Any, chance: random.Random) -> Any:
    """The same data with the keys of every mapping in another order."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {k: shuffled(value[k], chance) for k in keys}
    return [shuffled(v, chance) for v in value] if isinstance(value, list) else value


FILES = contents(
    checklist("b", duty("x"), measure("m"), order="020"),
    checklist("a", item("y"), tightens=[tightening("x", note="说明")]),
    english={"a": {"title": "A", "items": {}}},
)
BODY = edition_body(FILES)


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_of_files_and_keys_does_not_matter(chance: random.Random) -> None:
    assert edition_body(shuffled(FILES, chance)) == BODY


def test_files_are_in_their_order_and_documents_national_first() -> None:
    province = {**FILES["sources/xx-2016-1"], "id": "AA-2017", "level": "province", "clauses": []}
    made = Edition(edition_body({**FILES, "sources/aa-2017": province}))
    assert [c.id for c in made.checklists] == ["a", "b"]
    assert list(made.documents) == ["XX-2016-1", "AA-2017"]


def test_a_changed_word_is_another_edition() -> None:
    other = {**FILES, "edition": {**FILES["edition"], "title": "另一版"}}
    assert Edition(edition_body(other)).hash != Edition(BODY).hash


# Meanings


MEASURE = measure(
    "m",
    count="合格",
    of="总数",
    levels=["national", "local"],
    benchmarks=[
        {"region": "national", "value": "90", "year": "2020", "use": "comparable", "clause": "XX-2016-1/1"},
        {"region": "hebei", "value": "93", "year": "2020", "use": "comparable", "clause": "XX-2016-1/1"},
    ],
)


def answer(**changes: Any) -> dict[str, Any]:
    return {"answer": {**MEASURE["answer"], **changes}}


@pytest.mark.parametrize(
    "change",
    [
        {"ask": "另一个问题？"},
        {"kind": "duty"},
        {"critical": "yes"},
        {"per": "product"},
        answer(type="other"),
        answer(unit="批"),
        answer(better="lower"),
        answer(count="不合格"),
        answer(levels=["national"]),
        answer(benchmarks=MEASURE["answer"]["benchmarks"][:1]),
        answer(benchmarks=[{**MEASURE["answer"]["benchmarks"][0], "value": "91"}]),
    ],
)
def test_what_changes_the_meaning_of_an_item(change: dict[str, Any]) -> None:
    meaning, text = item_hashes(MEASURE, {})
    changed, same_text = item_hashes({**MEASURE, **change}, {})
    assert (changed != meaning, same_text) == (True, text)


@pytest.mark.parametrize(
    "change",
    [
        {"guide": "明天开始。"},
        {"proof": ["台账"]},
        {"basis": ["XX-2016-1/1#2"]},
        {"demands": ["law-all 第二条"]},
        {"see": ["law-food"]},
        {"applies": [{"size": ["large"]}]},
        {"topic": "recall"},
        {"quick": "yes"},
        {"mode": "readiness"},
        {"na": "没有"},
        {"requires": ["y"]},
    ],
)
def test_what_changes_only_the_text_of_an_item(change: dict[str, Any]) -> None:
    meaning, text = item_hashes(MEASURE, {})
    same_meaning, changed = item_hashes({**MEASURE, **change}, {})
    assert (same_meaning, changed != text) == (meaning, True)


def test_english_is_text_and_history_is_neither() -> None:
    meaning, text = item_hashes(MEASURE, {})
    in_english = item_hashes(MEASURE, {"ask": "How many passed?"})
    assert in_english[0] == meaning
    assert in_english[1] != text
    assert item_hashes({**MEASURE, "id": "renamed", "same_as": [meaning]}, {}) == (meaning, text)


def test_benchmarks_in_another_order_mean_the_same() -> None:
    reversed_ones = answer(benchmarks=MEASURE["answer"]["benchmarks"][::-1])
    assert item_hashes({**MEASURE, **reversed_ones}, {}) == item_hashes(MEASURE, {})


def test_hashes_of_a_tightening() -> None:
    plain = tightening("x", note="说明")
    meaning, text = tightening_hashes(plain, {})
    for change in ({"kind": "duty"}, {"critical": "yes"}, {"benchmarks": MEASURE["answer"]["benchmarks"]}):
        changed = tightening_hashes({**plain, **change}, {})
        assert (changed[0] != meaning, changed[1]) == (True, text)
    for edit in ({"note": "改过"}, {"also": [{"size": ["small"]}]}, {"basis": ["XX-2016-1/1#2"]}):
        edited = tightening_hashes({**plain, **edit}, {})
        assert (edited[0], edited[1] != text) == (meaning, True)
    assert tightening_hashes({**plain, "item": "y"}, {})[0] != meaning


def test_the_edition_holds_the_hashes_of_items_and_tightenings() -> None:
    made = Edition(BODY)
    assert (made.items["x"].meaning, made.items["x"].text) == item_hashes(duty("x"), {})
    (tightened,) = made.checklists[0].tightens
    assert (tightened.meaning, tightened.text) == tightening_hashes(tightening("x", note="说明"), {})


# Keeping and renewing


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder of which only the names, sizes and times matter here."""
    made = tmp_path / "content"
    (made / "enterprise").mkdir(parents=True)
    (made / "edition.yaml").write_text("1")
    (made / "enterprise" / "a.yaml").write_text("1")
    return made


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """How often a folder was compiled."""
    calls: list[Path] = []

    def counting(folder: Path) -> bytes:
        calls.append(folder)
        return BODY

    monkeypatch.setattr(compiling, "compile_folder", counting)
    return calls


def test_the_compiled_edition_is_kept_beside_the_content(folder: Path, compiled: list[Path]) -> None:
    first, second = current_edition("zh", folder), current_edition("en", folder)
    assert (first.body, second.body, second.language) == (BODY, BODY, "en")
    assert compiled == [folder]
    assert (folder / "edition.json").is_file()


def change_yaml(folder: Path) -> None:
    (folder / "edition.yaml").write_text("22")


def add_yaml(folder: Path) -> None:
    (folder / "enterprise" / "b.yaml").write_text("1")


def remove_yaml(folder: Path) -> None:
    (folder / "enterprise" / "a.yaml").unlink()


def rename_yaml(folder: Path) -> None:
    (folder / "enterprise" / "a.yaml").rename(folder / "enterprise" / "c.yaml")


@pytest.mark.parametrize("change", [change_yaml, add_yaml, remove_yaml, rename_yaml])
def test_it_is_compiled_anew_when_the_yaml_changed(folder: Path, compiled: list[Path], change: Any) -> None:
    current_edition(folder=folder)
    change(folder)
    current_edition(folder=folder)
    current_edition(folder=folder)
    assert compiled == [folder, folder]


def test_other_files_do_not_matter(folder: Path, compiled: list[Path]) -> None:
    current_edition(folder=folder)
    (folder / "ledger.csv").write_text("x")
    current_edition(folder=folder)
    assert compiled == [folder]


@pytest.mark.parametrize(
    "damage",
    [
        lambda b: b[:-2],
        lambda b: b.replace("试验文件".encode(), "换了文件".encode()),
        lambda b: b.partition(b"\n")[2],
        lambda _: b"",
        lambda _: b"[]\n",
        lambda _: b"\xff\xfe",
    ],
)
def test_a_damaged_one_is_ignored_and_mended(folder: Path, compiled: list[Path], damage: Any) -> None:
    current_edition(folder=folder)
    kept = folder / "edition.json"
    sound = kept.read_bytes()
    assert damage(sound) != sound
    kept.write_bytes(damage(sound))
    assert current_edition(folder=folder).body == BODY
    assert compiled == [folder, folder]
    assert kept.read_bytes() == sound


def refuse(monkeypatch: pytest.MonkeyPatch, *refused: Path) -> None:
    """Let nothing be written into these folders."""
    from checklists import files

    write = files.write_file

    def refusing(path: Path, data: bytes) -> None:
        if path.parent in refused:
            raise UserError("file-unwritable", path=path, detail="read-only")
        write(path, data)

    monkeypatch.setattr(files, "write_file", refusing)


def test_where_the_content_cannot_be_written_the_data_folder_is_used(
    folder: Path, compiled: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, folder)
    current_edition(folder=folder)
    assert current_edition(folder=folder).body == BODY
    assert compiled == [folder]
    assert not (folder / "edition.json").exists()
    assert write_compiled(BODY, folder) == places.data_folder() / "edition.json"
    change_yaml(folder)
    current_edition(folder=folder)
    assert compiled == [folder, folder]


def test_where_nothing_can_be_written_it_is_compiled_each_time(
    folder: Path, compiled: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, folder, places.data_folder())
    for _ in range(2):
        assert current_edition(folder=folder).body == BODY
    assert compiled == [folder, folder]
    with pytest.raises(UserError):
        write_compiled(BODY, folder)


# The real content


def test_the_shipped_content_compiles_to_the_same_bytes_twice(tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere"
    shutil.copytree(CONTENT, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__", "edition.json"))
    assert compile_folder(copy) == compile_folder()


def test_content_with_an_error_is_not_compiled(tmp_path: Path) -> None:
    (tmp_path / "edition.yaml").write_text('id: "2026.01"\n')
    with pytest.raises(UserError) as raised:
        compile_folder(tmp_path)
    assert raised.value.code == "content-invalid"
