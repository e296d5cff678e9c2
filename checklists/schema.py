"""The shape of every content file: one declaration, used by the check (`shape.py`) and published for editors.

Checklists are declared here, the policy documents, regulations, scale and interview in `schema_sources.py`;
both are built of `forms.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from checklists.content import GROUPS
from checklists.forms import (
    ALTERNATIVES,
    ASK_ID,
    CITATION,
    CLAUSE_ID,
    DATE,
    DECIMAL,
    EDITION_ID,
    ENGLISH,
    ID,
    KIND,
    NAME,
    QUESTION,
    TITLE,
    TOPIC,
    YEAR,
    Form,
    choice,
    entries,
    mapping,
    table,
    text,
    yes,
)
from checklists.schema_sources import (
    DOCUMENT,
    ENGLISH_DOCUMENT,
    ENGLISH_INTERVIEW,
    ENGLISH_REGULATIONS,
    ENGLISH_SCALE,
    INTERVIEW,
    REGULATIONS,
    SCALE,
)

#: An ask is a question of this many characters; above `ASK_MOST` it does not fit its line on paper.
ASK_USUAL: Final = (12, 45)
ASK_MOST: Final = 60

_ORDER: Final = text("次序：三位数字", "three digits", "^[0-9]{3}$")
_STATUS: Final = "(conform|partial|nonconform|not_applicable)"

_BASIS: Final = entries(text("要求点编号，如 CN-2016-68/2.7.1#5", "the id of an ask", ASK_ID), most=4)
_CITED: Final = text(
    "法规标准编号，需要时空一格写条号，如“law-consumer 第十九条、第二十条”",
    "the id of a regulation, with a blank and the articles where needed",
    CITATION,
)
_CITATIONS: Final = entries(_CITED)
_CITATIONS_IF: Final = table("是非事实 -> 法规标准", "yes/no fact -> citations", ID, _CITATIONS)
_HASH: Final = text("内容指纹：64位十六进制", "a fingerprint: 64 hex digits", "^[0-9a-f]{64}$")
_BENCHMARKS: Final = entries(
    mapping(
        "参照值：不是及格线",
        "a benchmark: never a pass mark",
        {
            "region": text("national 或省级代码", "national or a region", ID),
            "level?": choice("抽查级别", "the level of sampling", "national", "provincial", "local"),
            "value": text("数值，如 90 或 82.8", "a decimal", DECIMAL),
            "year": text("年份", "a year", YEAR),
            "use": choice("可比或仅作背景", "comparable or context", "comparable", "context"),
            "clause": text("条款编号", "the id of a clause", CLAUSE_ID),
        },
    )
)
_MEASURE: Final = mapping(
    "数据项：只填数字，不评定",
    "a measure: figures, never scored",
    {
        "type": choice("measure", "the only type so far", "measure"),
        "unit": text("单位", "the unit", most=10),
        "better": choice("越高越好或越低越好", "which way is better", "higher", "lower"),
        "count?": text("分子：数的是什么", "what is counted", most=20),
        "of?": text("分母：总数是什么", "of how many", most=20),
        "levels?": entries(choice("抽查级别", "levels of sampling", "national", "provincial", "local")),
        "benchmarks?": _BENCHMARKS,
    },
) | {"dependentRequired": {"count": ["of"], "of": ["count"]}}

_ITEM: Final = mapping(
    "检查项：问质量负责人的一个问题",
    "an item: one question",
    {
        "id": NAME,
        "ask": text(
            "一个问句，以“？”结尾，12至45字",
            "one question of 12 to 45 characters",
            QUESTION,
            most=ASK_MOST,
            usual=ASK_USUAL,
        ),
        "kind": KIND,
        "mode?": choice("应对准备，或知情与权利", "readiness or awareness", "readiness", "awareness"),
        "critical?": yes("关键项", "critical"),
        "quick?": yes("快速自评也问", "asked in the quick selection too"),
        "topic?": TOPIC,
        "per?": choice("按场所或产品线评（默认按企业）", "asked per", "site", "product"),
        "applies?": ALTERNATIVES,
        "except?": ALTERNATIVES,
        "basis": _BASIS,
        "demands?": _CITATIONS,
        "demands_if?": _CITATIONS_IF,
        "see?": _CITATIONS,
        "see_if?": _CITATIONS_IF,
        "answer?": _MEASURE,
        "proof": entries(text("一件证明材料，至多40字", "a document or thing", most=40), least=2, most=5),
        "guide": text("怎样做，一至三句", "how to begin, one to three sentences", most=200),
        "na?": text("什么时候可以答不适用", "when not applicable is honest", most=80),
        "requires?": entries(text("检查项编号", "the id of an item", ID)),
        "contradicts?": entries(
            text(
                "“本项评定 另一项 其评定”，如 conform recall-drill nonconform",
                "status here, the other item, status there",
                rf"^{_STATUS} [a-z0-9-]+ {_STATUS}$",
            )
        ),
        "since?": text("哪个版本起有，如 2027.03", "the edition in which it appeared", EDITION_ID),
        "replaces?": entries(text("原检查项编号", "the id of a former item", ID)),
        "same_as?": entries(_HASH),
    },
)
_SECTION: Final = mapping(
    "部分",
    "a section",
    {"id": NAME, "title": TITLE, "topic?": TOPIC, "applies?": ALTERNATIVES, "items": entries(_ITEM)},
)
_TIGHTENING: Final = mapping(
    "加严：只能更严，不能放宽",
    "a tightening: it cannot loosen",
    {
        "id?": NAME,
        "item": text("被加严的检查项编号", "the id of the item", ID),
        "kind?": KIND,
        "critical?": yes("关键项", "critical"),
        "also?": ALTERNATIVES,
        "when?": ALTERNATIVES,
        "basis": _BASIS,
        "demands?": _CITATIONS,
        "demands_if?": _CITATIONS_IF,
        "see?": _CITATIONS,
        "see_if?": _CITATIONS_IF,
        "benchmarks?": _BENCHMARKS,
        "note?": text("说明，至多120字", "a note", most=120),
        "same_as?": entries(_HASH),
    },
)
CHECKLIST: Final = mapping(
    "检查表",
    "a checklist",
    {
        "id": NAME,
        "title": TITLE,
        "order": _ORDER,
        "overlay?": text("地方补充所属的省级代码", "the region of an overlay", ID),
        "applies?": ALTERNATIVES,
        "sections?": entries(_SECTION),
        "tightens?": entries(_TIGHTENING),
    },
) | {"anyOf": [{"required": ["sections"]}, {"required": ["tightens"]}]}

EDITION: Final = mapping(
    "版本",
    "which edition this is",
    {
        "id": text("版本号，如 2026.11", "the edition, as 2026.11", EDITION_ID),
        "date": text("日期，如 2026-11-22", "a date", DATE),
        "title": TITLE,
    },
)
WITHDRAWN: Final = mapping(
    "已撤销的编号",
    "ids that are gone",
    {
        "withdrawn": entries(
            mapping(
                "一个撤销的编号",
                "an id that is gone",
                {
                    "id": text(
                        "检查项编号，或“文件/加严编号”", "an item, or file/tightening", r"^[a-z0-9/-]+$"
                    ),
                    "edition": text("从哪个版本起没有", "the first edition without it", EDITION_ID),
                    "reason": text("为什么", "why", most=120),
                    "replaced_by?": entries(text("现检查项编号", "the id of an item", ID)),
                },
            )
        )
    },
)

ENGLISH_CHECKLIST: Final = mapping(
    "检查表的英文",
    "the English of a checklist",
    {
        "title": ENGLISH,
        "sections?": table("部分编号 -> 标题", "section -> title", ID, ENGLISH),
        "items?": table(
            "检查项编号 -> 英文",
            "item -> its English",
            ID,
            mapping(
                "检查项的英文",
                "the English of an item",
                {
                    "ask": ENGLISH,
                    "count?": ENGLISH,
                    "of?": ENGLISH,
                    "proof": entries(ENGLISH),
                    "guide": ENGLISH,
                    "na?": ENGLISH,
                },
            ),
        ),
        "tightens?": table(
            "加严编号 -> 英文",
            "tightening -> its English",
            ID,
            mapping("加严的英文", "the English of a tightening", {"note": ENGLISH}),
        ),
    },
)
ENGLISH_EDITION: Final = mapping("版本的英文", "the English of the edition", {"title": ENGLISH})

#: The forms by name: each is published as a schema file of that name.
FORMS: Final[Mapping[str, Form]] = {
    "checklist": CHECKLIST,
    "document": DOCUMENT,
    "edition": EDITION,
    "english-checklist": ENGLISH_CHECKLIST,
    "english-document": ENGLISH_DOCUMENT,
    "english-edition": ENGLISH_EDITION,
    "english-interview": ENGLISH_INTERVIEW,
    "english-regulations": ENGLISH_REGULATIONS,
    "english-scale": ENGLISH_SCALE,
    "interview": INTERVIEW,
    "regulations": REGULATIONS,
    "scale": SCALE,
    "withdrawn": WITHDRAWN,
}
_SINGLE: Final = frozenset({"edition", "interview", "scale", "withdrawn"})


def form_of(path: str) -> str:
    """The name of the form of a content file by its path without suffix; "" where nothing reads it."""
    folder, _, name = path.removeprefix("en/").rpartition("/")
    if folder in GROUPS:
        form = "checklist"
    elif folder == "sources":
        form = "regulations" if name == "regulations" else "document"
    else:
        form = name if not folder and name in _SINGLE else ""
    form = f"english-{form}" if path.startswith("en/") else form
    return form if form in FORMS else ""


def published() -> dict[str, str]:
    """The schema files for editors (JSON Schema, draft 2020-12) by name: the same text on every machine."""
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {
        f"{name}.json": json.dumps({"$schema": draft} | form, ensure_ascii=False, indent=2) + "\n"
        for name, form in FORMS.items()
    }


def publish(folder: Path) -> None:
    """Write the schema files into a folder, which is made where it is missing. Raises OSError."""
    folder.mkdir(exist_ok=True)
    for name, content in published().items():
        (folder / name).write_text(content, encoding="utf-8", newline="\n")
