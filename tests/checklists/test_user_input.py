"""Profile and answers files, good and bad: every fault at once, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from checklists.errors import Language, UserError
from checklists.library import Edition
from checklists.user_input import EvidenceInput, read_answers, read_profile, status_words
from tests.checklists.editions import FREE, checklist, edition, item, measure

PROFILE = """\
# 企业概况
name: 某某电器有限公司
credit_code: 91130605ma0cx4578r
region: 河北省
trade: 工业
staff: 1,045
turnover: ２６００．５０
products: "空气炸锅"
in_charge: 祁文博
year: 2026
title: 2026 年度自评
started_on: 2026-10-12
ended_on: 2026-11-13
facts:
  domain: [家用电器, food]
  role: manufacturer
  ccc: 是
  paid-service: no
"""

FILES = (
    checklist(
        "a",
        item("x"),
        item("y", "duty"),
        measure("rate", count="合格批次", of="被抽批次", levels=["national", "local"]),
        measure("share"),
        measure("passed", count="合格批次", of="被抽批次"),
    ),
    checklist("b", item("z"), order="020"),
)


def made(language: Language = "zh") -> Edition:
    return edition(*FILES, language=language)


def written(folder: Path, text: str) -> Path:
    path = folder / "input.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(error: pytest.ExceptionInfo[ExceptionGroup[UserError]], language: Language = "zh") -> list[str]:
    """The sentences of a group of faults, without the file's name."""
    found = [e for e in error.value.exceptions if isinstance(e, UserError)]
    assert len(found) == len(error.value.exceptions)
    return [e.sentence(language).removeprefix("input.yaml:") for e in found]


def profile_faults(folder: Path, text: str, language: Language = "zh") -> list[str]:
    with pytest.raises(ExceptionGroup) as error:
        read_profile(written(folder, text), made(language))
    return faults(error, language)


def answer_faults(folder: Path, text: str, language: Language = "zh") -> list[str]:
    with pytest.raises(ExceptionGroup) as error:
        read_answers(written(folder, text), made(language))
    return faults(error, language)


# Profiles


def test_a_profile_in_words_and_codes(tmp_path: Path) -> None:
    profile, round_of = read_profile(written(tmp_path, PROFILE), made())
    assert profile.name == "某某电器有限公司"
    assert profile.credit_code == "91130605MA0CX4578R"
    assert (profile.region, profile.trade, profile.size) == ("hebei", "industry", "")
    assert (profile.staff, profile.turnover) == ("1045", "2600.5")
    assert profile.facts == {
        "domain": ("appliances", "food"),
        "role": ("manufacturer",),
        "ccc": ("yes",),
        "paid-service": ("no",),
    }
    assert round_of == {
        "year": "2026",
        "title": "2026 年度自评",
        "started_on": "2026-10-12",
        "ended_on": "2026-11-13",
    }


def test_an_english_edition_takes_english_words_and_chinese_ones(tmp_path: Path) -> None:
    text = PROFILE.replace("[家用电器, food]", "[Household appliances, 食品及相关产品]").replace(
        "工业", "Industry"
    )
    profile, _ = read_profile(written(tmp_path, text), made("en"))
    assert (profile.region, profile.trade) == ("hebei", "industry")
    assert profile.facts["domain"] == ("appliances", "food")


def test_what_is_left_empty_was_not_given(tmp_path: Path) -> None:
    profile, round_of = read_profile(
        written(tmp_path, "name: 某厂\nsize:\nstaff: \nyear: ''\nfacts:\n"), made()
    )
    assert (profile.name, profile.size, profile.staff, profile.trade, profile.facts, round_of) == (
        "某厂",
        "",
        "",
        "industry",
        {},
        {},
    )


def test_a_size_can_be_stated_in_words(tmp_path: Path) -> None:
    profile, _ = read_profile(written(tmp_path, "size: 中型\n"), made())
    assert profile.size == "medium"


def test_all_faults_of_a_profile_at_once(tmp_path: Path) -> None:
    text = """\
name: [某厂]
credit_code: 91130605MA0CX4578T
region: 火星
staff: 四十五
turnover: 12,34
nmae: 某厂
year: 今年
started_on: 2026-02-30
facts:
  domain: [家电, food]
  ccc: [yes, no]
  toys: yes
"""
    found = profile_faults(tmp_path, text)
    assert [f.split("：")[0] for f in found] == [
        "1:7",
        "2:14",
        "3:9",
        "4:8",
        "5:11",
        "6:1",
        "7:7",
        "8:13",
        "10:12",
        "11:8",
        "12:3",
    ]
    assert found[0].endswith("这里应当是一段文字")
    assert "校验码不符" in found[1]
    assert "“火星”" in found[2]
    assert "河北省 / " in found[2]
    assert found[3].endswith("“四十五”不是数；写成 1234 或 1,234.5")
    assert "可用 name / credit_code / region" in found[5]
    assert found[6].endswith("写成 2026")
    assert found[7].endswith("“2026-02-30”不是日期；写成 2026-11-30")
    assert "家用电器" in found[8]
    assert found[9].endswith("只能选一个")
    assert f"/ {FREE}" in found[10]


def test_faults_in_english(tmp_path: Path) -> None:
    found = profile_faults(tmp_path, "staff: many\nnmae: x\n", "en")
    assert found[0] == '1:8: "many" is no figure; write 1234 or 1,234.5'
    assert found[1].startswith('2:1: "nmae" is not known; use name / credit_code')


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("credit_code: 9113", "应为 18 位，这里有 4 位"),
        ("credit_code: 9113060OMA0CX4578R", "不用 I、O、S、V、Z"),
        ("credit_code: 91130605MA0CX4578T", "校验码不符"),
        ("staff: 4.5", "“4.5”应当是整数"),
        ("staff: -4", "“-4”不是数"),
        ("trade: 制衣", "工业 / 批发业"),
        ("size: 巨型", "大型 / 中型 / 小型 / 微型"),
        ("facts: [domain]", "“键: 值”"),
        ("facts:\n  domain:\n    food: yes", "这里应当是列表"),
        ("facts:\n  region: hebei", "不认识“region”"),
        ("ended_on: 2026/11/13", "“2026/11/13”不是日期"),
        ("started_on: 2026-11-13\nended_on: 2026-11-12", "结束早于开始"),
    ],
)
def test_each_fault_of_a_profile(tmp_path: Path, line: str, fault: str) -> None:
    (found,) = profile_faults(tmp_path, line + "\n")
    assert fault in found


@pytest.mark.parametrize(
    ("facts", "fault"),
    [
        ("  domain: food\n  toy: yes\n", "不能答“是”"),
        ("  domain: special-groups\n  children: no\n  toy: 是\n", "不能答“是”"),
        ("  city: 厦门市\n", "不能答“厦门市”"),
    ],
)
def test_answers_that_exclude_each_other_are_a_fault(tmp_path: Path, facts: str, fault: str) -> None:
    (found,) = profile_faults(tmp_path, f"region: jiangxi\nfacts:\n{facts}")
    assert fault in found


@pytest.mark.parametrize(
    "facts", ["  domain: food\n  toy: no\n", "  city: other\n", "  toy: yes\n", "  city: 樟树市\n"]
)
def test_answers_that_only_say_no_or_are_not_asked_for_yet_are_none(tmp_path: Path, facts: str) -> None:
    profile, _ = read_profile(written(tmp_path, f"region: jiangxi\nfacts:\n{facts}"), made())
    assert profile.region == "jiangxi"


def test_a_file_that_is_not_there_or_no_yaml(tmp_path: Path) -> None:
    with pytest.raises(UserError) as missing:
        read_profile(tmp_path / "no.yaml", made())
    assert missing.value.code == "file-missing"
    with pytest.raises(UserError) as folder:
        read_profile(tmp_path, made())
    assert folder.value.code == "file-unreadable"
    assert profile_faults(tmp_path, "- name\n")
    (found,) = profile_faults(tmp_path, "name: 某厂\nname: 另一厂\n")
    assert found.startswith("2:1：")


# Answers


ANSWERS = """\
sections:
  b-main:
    status: 不适用
    note: 本企业没有这项业务
answers:
  x:
    status: 已做到
    note: |
      第一行
      第二行
    proof_ref: QM-01
    later: 是
    evidence:
      - file: photo.jpg
        caption: 现场
        valid_until: 2027-01-01
  y:
    status: nonconform
  rate:
    measure:
      national: [1, 2]
      local: ["1,045", １０４５]
  share:
    measure: 98.50
    note: 估算
  passed:
    measure: [3, 4]
findings:
  y:
    grade: 一般
    facts: 看到了
    actions:
      - cause: 没有人管
        due: 2026-12-01
      - measure: 定一个人
observations:
  - facts: 通道堆货
  - item: x
    facts: 标识不清
"""


def test_answers(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    found = read_answers(written(tmp_path, ANSWERS), made())
    assert found.sections == {"b-main": {"status": "not_applicable", "note": "本企业没有这项业务"}}
    assert found.answers == {
        "x": {"status": "conform", "note": "第一行\n第二行", "proof_ref": "QM-01", "later": True},
        "y": {"status": "nonconform"},
        "rate": {"measure": {"national": ("1", "2"), "local": ("1045", "1045")}},
        "share": {"measure": {"": ("98.5",)}, "note": "估算"},
        "passed": {"measure": {"": ("3", "4")}},
    }
    words = {"caption": "现场", "valid_until": "2027-01-01"}
    assert found.evidence["x"] == [EvidenceInput(tmp_path / "photo.jpg", words)]
    assert found.findings == {"y": {"grade": "minor", "facts": "看到了"}}
    assert found.actions == {"y": [{"cause": "没有人管", "due": "2026-12-01"}, {"measure": "定一个人"}]}
    assert found.observations == [{"item": "", "facts": "通道堆货"}, {"item": "x", "facts": "标识不清"}]


def test_a_field_that_is_given_empty_is_emptied(tmp_path: Path) -> None:
    found = read_answers(written(tmp_path, "answers:\n  x:\n    note:\n    later: no\n"), made())
    assert found.answers == {"x": {"note": "", "later": False}}


def test_a_level_without_sampling_may_be_left_empty(tmp_path: Path) -> None:
    text = "answers:\n  rate:\n    measure:\n      national:\n      local: [0, 0]\n"
    found = read_answers(written(tmp_path, text), made())
    assert found.answers == {"rate": {"measure": {"national": (), "local": ("0", "0")}}}


def test_all_faults_of_answers_at_once(tmp_path: Path) -> None:
    text = """\
answer:
  x: conform
sections:
  c-main:
    status: 不适用
  b-main:
    status: 不适用
    evidence: [a.jpg]
answers:
  nothing:
    status: 符合
  x:
    status: 很好
    result: 符合
    evidence:
      - caption: 没有文件
      - file: missing.jpg
        valid_until: 明年
  rate:
    status: 符合
findings:
  unknown:
    facts: 看到了
  y:
    grade: 小事
    actions:
      - due: 2026-13-01
        who: 祁文博
observations:
  - item: gone
"""
    found = answer_faults(tmp_path, text)
    assert [f.split("：")[0] for f in found] == [
        "1:1",
        "4:3",
        "8:5",
        "10:3",
        "13:13",
        "14:5",
        "16:9",
        "17:15",
        "18:22",
        "20:13",
        "22:3",
        "25:12",
        "27:14",
        "28:9",
        "30:5",
        "30:11",
    ]
    assert "没有部分“c-main”" in found[1]
    assert "没有检查项“nothing”" in found[3]
    assert "符合" in found[4]
    assert "missing.jpg" in found[7]
    assert "写 measure，不写 status" in found[9]
    assert "严重不符合" in found[11]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("x:\n    measure: 5", "这不是数据项"),
        ("share:\n    measure: 很多", "“很多”不是数"),
        ("share:\n    measure: [1, 2]", "应当写一个数"),
        ("passed:\n    measure: 5", "[合格批次, 被抽批次]"),
        ("passed:\n    measure: [5, 4]", "合格批次不能多于被抽批次"),
        ("passed:\n    measure: [1.5, 4]", "“1.5”应当是整数"),
        ("rate:\n    measure: [1, 2]", "按级别分行写：national / local"),
        ("rate:\n    measure:\n      city: [1, 2]", "没有“city”这一级；可用 national / local"),
        ("x: 符合", "“键: 值”"),
        ("x:\n    later: 也许", "“也许”"),
        ("x:\n    note: [a]", "一段文字"),
    ],
)
def test_each_fault_of_an_answer(tmp_path: Path, line: str, fault: str) -> None:
    (found,) = answer_faults(tmp_path, f"answers:\n  {line}\n")
    assert fault in found


def test_status_words_of_both_languages() -> None:
    words = status_words(made("en"))
    for word in ("partial", "部分符合", "部分做到", "Partial", "Partly done"):
        assert words[word] == "partial"
    assert "Partial" not in status_words(made())
    assert set(words.values()) == {"conform", "partial", "nonconform", "not_applicable", "unanswered"}
