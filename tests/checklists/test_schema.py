"""The shape of content files: refused with place and repair, and published for editors as it is checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checklists.compiling import CONTENT
from checklists.schema import FORMS, form_of, publish, published
from checklists.shape import shape_problems
from checklists.strict_yaml import load
from tests.checklists.content_folder import SOUND, changed

RECALL = "enterprise/recall.yaml"
HEBEI = "provinces/hebei.yaml"
PLAN = "sources/cn-2016-68.yaml"
LONG = "很" * 61

#: name -> file, old text, new text, code, what stands at the place.
REFUSED: dict[str, tuple[str, str, str, str, str]] = {
    "no id": (RECALL, '  - id: "recall-main"\n    title', "  - title", "missing-key", 'title: "停售'),
    "no guide": (RECALL, '        guide: "写明谁有权叫停出货。"\n', "", "missing-key", 'id: "stop-sale"'),
    "foreign key": (RECALL, 'kind: "duty"', 'kind: "duty"\n        sort: "x"', "unknown-key", "sort:"),
    "mistyped key": (RECALL, "guide:", "giude:", "unknown-key", "giude:"),
    "order of keys": (
        RECALL,
        'id: "recall"\ntitle: "缺陷产品召回"',
        'title: "召回"\nid: "recall"',
        "key-order",
        "title:",
    ),
    "text for a list": (
        RECALL,
        'proof: ["缺陷判定记录", "停售通知和客户回执"]',
        'proof: "记录"',
        "wrong-type",
        '"记录"',
    ),
    "list for a text": (RECALL, 'kind: "duty"', 'kind: ["duty"]', "not-a-choice", '["duty"]'),
    "other kind": (RECALL, 'kind: "duty"', 'kind: "must"', "not-a-choice", '"must"'),
    "critical: no": (RECALL, 'critical: "yes"', 'critical: "no"', "not-a-choice", '"no"'),
    "two questions": (RECALL, "并召回？", "？召回？", "bad-value", '"发现'),
    "no question mark": (RECALL, "并召回？", "并召回", "bad-value", '"发现'),
    "id in capitals": (RECALL, 'id: "drill"', 'id: "Drill"', "bad-value", '"Drill"'),
    "order of two digits": (RECALL, '"110"', '"11"', "bad-value", '"11"'),
    "ask id": (RECALL, "CN-2016-68/2.7.1#1", "CN-2016-68/2.7.1", "bad-value", '"CN-2016-68/2.7.1"'),
    "article in digits": (RECALL, "第十九条", "第19条", "bad-value", '"law-consumer'),
    "decimal": (RECALL, 'value: "90"', 'value: "90%"', "bad-value", '"90%"'),
    "date": (PLAN, '"2016-09-06"', '"2016-13-06"', "bad-value", '"2016-13-06"'),
    "date with slashes": ("edition.yaml", '"2026-11-22"', '"2026/11/22"', "bad-value", '"2026/11/22"'),
    "long question": (RECALL, "发现产品", LONG, "too-long", f'"{LONG}'),
    "rather long question": (RECALL, "发现产品", LONG[:35], "unusual-length", f'"{LONG[:35]}'),
    "short question": (RECALL, "发现产品可能伤人后，", "", "unusual-length", '"是否'),
    "one proof": (RECALL, '"缺陷判定记录", ', "", "wrong-count", '["停售'),
    "empty list": (RECALL, '["law-consumer 第十九条"]', "[]", "wrong-count", "[]"),
    "repeated proof": (RECALL, '"停售通知和客户回执"', '"缺陷判定记录"', "repeated", '"缺陷判定记录"]'),
    "count without of": (RECALL, '          of: "被抽批次"\n', "", "incomplete-pair", 'type: "measure"'),
    "neither": (RECALL, "sections:\n", "parts:\n", "no-questions", 'id: "recall"'),
    "region in capitals": (HEBEI, 'overlay: "hebei"', 'overlay: "河北"', "bad-value", '"河北"'),
    "fact in capitals": ("products/toys.yaml", '- toy: ["yes"]', '- Toy: ["yes"]', "bad-key", "Toy:"),
    "English option": ("en/scale.yaml", "kinds:", "sorts:", "unknown-key", "sorts:"),
}


@pytest.mark.parametrize("name", SOUND)
def test_sound_files_are_accepted(name: str) -> None:
    path = name.removesuffix(".yaml")
    assert shape_problems(load(SOUND[name].encode(), name), FORMS[form_of(path)]) == []


@pytest.mark.parametrize(("file", "old", "new", "code", "stands"), REFUSED.values(), ids=REFUSED)
def test_refused_with_its_place(file: str, old: str, new: str, code: str, stands: str) -> None:
    text = changed(file, old, new)
    loaded = load(text.encode(), file)
    found = [p for p in shape_problems(loaded, FORMS[form_of(file.removesuffix(".yaml"))]) if p.code == code]
    assert loaded.problems == []
    assert len(found) == 1
    assert text.splitlines()[found[0].place.line - 1][found[0].place.column - 1 :].startswith(stands)
    assert found[0].sentence("zh")
    assert found[0].sentence("en")


def test_every_problem_at_once() -> None:
    text = changed(
        RECALL, 'kind: "duty"\n        critical: "yes"', 'kind: "must"\n        critical: "no"'
    ).replace('guide: "写两页纸，各写岗位和时限。"\n', "")
    found = shape_problems(load(text.encode(), RECALL), FORMS["checklist"])
    assert [p.code for p in found] == ["not-a-choice", "not-a-choice", "missing-key"]


def test_a_mistyped_key_is_told_its_likeness() -> None:
    loaded = load(changed(RECALL, "guide:", "giude:").encode(), RECALL)
    unknown = next(p for p in shape_problems(loaded, FORMS["checklist"]) if p.code == "unknown-key")
    assert unknown.sentence("zh") == "这里没有“giude”这个键，可用的是：guide；改键名或删去。"


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("enterprise/recall", "checklist"),
        ("provinces/hebei", "checklist"),
        ("sources/regulations", "regulations"),
        ("sources/he-2017", "document"),
        ("en/sources/he-2017", "english-document"),
        ("en/products/food", "english-checklist"),
        ("scale", "scale"),
        ("checklist", ""),
        ("other/recall", ""),
        ("en/withdrawn", ""),
    ],
)
def test_the_form_of_a_file_follows_from_its_folder(path: str, form: str) -> None:
    assert form_of(path) == form


def test_published_schemas_are_sound_and_committed(tmp_path: Path) -> None:
    publish(tmp_path / "schema")
    written = {p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "schema").iterdir()}
    committed = {p.name: p.read_text(encoding="utf-8") for p in (CONTENT / "schema").iterdir()}
    assert written == published() == committed, "run checklists.schema.publish on checklists/schema"
    for text in written.values():
        Draft202012Validator.check_schema(json.loads(text))


def test_an_editor_finds_what_the_check_finds() -> None:
    schema = json.loads(published()["checklist.json"])
    sound = load(SOUND[RECALL].encode(), RECALL).data
    faulty = load(changed(RECALL, 'kind: "duty"', 'kind: "must"').encode(), RECALL).data
    assert Draft202012Validator(schema).is_valid(sound)
    assert not Draft202012Validator(schema).is_valid(faulty)
