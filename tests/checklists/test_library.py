"""An edition as objects: in both languages, with one hash."""

from __future__ import annotations

from typing import Any

import pytest

from checklists.canonical import fingerprint
from checklists.compiling import edition_body
from checklists.errors import Language
from checklists.library import Citation, Edition, clause_of
from tests.checklists.editions import checklist, contents, duty, item, measure, tightening

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def files() -> dict[str, Any]:
    """One file with an English one beside it, and one without."""
    english = {
        "title": "File A",
        "sections": {"a-main": "Part A"},
        "items": {
            "x": {"ask": "Is x done?", "proof": ["Record", "Photo"], "guide": "Begin.", "na": "No x"},
            "m": {
                "ask": "How many?",
                "count": "passed",
                "of": "sampled",
                "proof": ["a", "b"],
                "guide": "Count.",
            },
        },
        "tightens": {"y": {"note": "In English"}},
    }
    figures = {"count": "合格批次", "of": "被抽批次", "levels": ["national", "local"]}
    return contents(
        checklist(
            "a", duty("x", na="没有 x"), measure("m", **figures), tightens=[tightening("y", note="中文")]
        ),
        checklist("b", item("y") | {"except": [{"size": ["large"]}]}, order="005"),
        english={"a": english},
    )


BODY = edition_body(files())
CHINESE, ENGLISH = (Edition(BODY, language) for language in LANGUAGES)


def test_the_hash_is_that_of_the_body_in_every_language() -> None:
    assert CHINESE.hash == ENGLISH.hash == fingerprint("edition", BODY)
    assert CHINESE.body == ENGLISH.body == BODY


def test_structure_hashes_and_conditions_are_the_same_in_every_language() -> None:
    assert list(CHINESE.items) == list(ENGLISH.items) == ["y", "x", "m"]
    for key, one in CHINESE.items.items():
        other = ENGLISH.items[key]
        assert (one.meaning, one.text, one.applies) == (other.meaning, other.text, other.applies)
    assert [c.order for c in CHINESE.checklists] == ["005", "010"]


def test_words_of_a_file_in_both_languages() -> None:
    chinese, english = CHINESE.checklists[1], ENGLISH.checklists[1]
    assert (chinese.title, english.title) == ("a 检查表", "File A")
    assert (chinese.sections[0].title, english.sections[0].title) == ("a 部分", "Part A")
    assert (chinese.tightens[0].note, english.tightens[0].note) == ("中文", "In English")
    one, other = CHINESE.items["x"], ENGLISH.items["x"]
    assert (one.ask, one.na, one.proof) == ("x 做到了吗？", "没有 x", ("记录", "照片"))
    assert (other.ask, other.na, other.proof, other.guide) == (
        "Is x done?",
        "No x",
        ("Record", "Photo"),
        "Begin.",
    )


def test_what_has_no_english_stays_chinese() -> None:
    assert ENGLISH.checklists[0].title == "b 检查表"
    assert ENGLISH.items["y"].ask == "y 做到了吗？"
    assert ENGLISH.documents["XX-2016-1"].title == "试验文件"


def test_a_measure_is_counted_in_words_of_the_language() -> None:
    one, other = CHINESE.items["m"].measure, ENGLISH.items["m"].measure
    assert one is not None
    assert other is not None
    assert (one.counted, one.of) == ("合格批次", "被抽批次")
    assert (other.counted, other.of) == ("passed", "sampled")
    assert one.levels == other.levels == ("national", "local")
    assert CHINESE.items["x"].measure is None


def test_defaults_of_absent_keys() -> None:
    one = CHINESE.items["y"]
    assert (one.per, one.topic, one.mode, one.critical, one.quick) == ("enterprise", "qms", "", False, False)
    assert (one.applies, one.demands, one.requires) == ((), (), ())
    assert one.excepted == ({"size": ("large",)},)


def test_citations_with_and_without_articles() -> None:
    assert CHINESE.items["x"].demands == (Citation("law-all", "第一条"),)
    body = edition_body(contents(checklist("a", item("x", see=["law-all"]))))
    assert Edition(body).items["x"].see == (Citation("law-all", ""),)


@pytest.mark.parametrize(
    ("language", "status", "topic", "region", "yes"),
    [("zh", "符合", "缺陷召回", "河北省", "是"), ("en", "Conform", "", "Hebei", "Yes")],
)
def test_scale_and_interview_are_worded(
    language: Language, status: str, topic: str, region: str, yes: str
) -> None:
    made = Edition(BODY, language)
    assert made.scale["statuses"][0]["duty"] == status
    assert next(t["word"] for t in made.scale["topics"] if t["code"] == "recall").startswith(topic)
    options = {o["value"]: o["words"] for o in made.interview["questions"][0]["options"]}
    assert options["hebei"] == region
    assert made.interview["yes_no"][0]["words"] == yes


def test_no_chinese_is_left_in_the_english_scale_and_interview() -> None:
    def texts(value: Any) -> list[str]:
        if isinstance(value, str):
            return [value]
        inner = value.values() if isinstance(value, dict) else value
        return [t for v in inner for t in texts(v)]

    interview = {k: v for k, v in ENGLISH.interview.items() if k != "size_source"}
    left = [t for t in (*texts(ENGLISH.scale), *texts(interview)) if any("一" <= c <= "鿿" for c in t)]
    assert left == []


def test_codes_and_limits_are_the_same_in_every_language() -> None:
    assert CHINESE.interview["sizes"][0]["staff"] == ENGLISH.interview["sizes"][0]["staff"]
    assert [g["code"] for g in CHINESE.scale["grades"]] == [g["code"] for g in ENGLISH.scale["grades"]]
    assert CHINESE.scale["least_rated"] == ENGLISH.scale["least_rated"]


def test_sources() -> None:
    assert CHINESE.asks["XX-2016-1/1#1"].kind == "duty"
    assert CHINESE.clauses[clause_of("XX-2016-1/1#1")].document == "XX-2016-1"
    food = CHINESE.regulations["law-food"]
    assert (food.rules(("food", "apparel")), food.rules(("apparel",)), food.rules(())) == (True, False, False)
    assert CHINESE.regulations["law-all"].rules(())
    assert (CHINESE.id, CHINESE.date, CHINESE.regulations_as_of) == ("2026.01", "2026-01-15", "2026-01-15")
    assert CHINESE.scoring == "1"
