"""A small edition for tests: every kind of item, an overlay that tightens, measures, interview and scale.

RECALL                  duty by law, critical; requires `recall-procedure`
PROCEDURE               duty by policy; law too for domain medical; critical where appliances are made
DRILL                   encouraged, readiness
OFFICER                 expected of medium and large enterprises; a duty in Hebei
FAILURES, RETURNS       measures: n of m per level; one figure in percent
PLUG                    duty by law of products/appliances, only with ccc
STANDARD                expected in Hebei only, by provinces/hebei
routine-001 ...         expected of everyone, as many as asked for
"""

from __future__ import annotations

from typing import Any, Final

from checklists.compiling import edition_body
from checklists.library import Edition
from checklists.profile import Profile

RECALL: Final = "recall-stop-sale"
PROCEDURE: Final = "recall-procedure"
DRILL: Final = "recall-drill"
OFFICER: Final = "officer-appointed"
FAILURES: Final = "spot-check-failures"
RETURNS: Final = "returns-rate"
PLUG: Final = "plug-certified"
STANDARD: Final = "provincial-standard"

Raw = dict[str, Any]

#: An enterprise of Hebei that makes appliances: every item applies, and OFFICER is raised to a duty.
PROFILE: Final = Profile(
    name="河北某某电器有限公司",
    credit_code="91130100MA07T00X1A",
    region="hebei",
    trade="industry",
    staff="420",
    turnover="3000",
    chief_quality_officer="沈立言",
    facts={"domain": ("appliances",), "role": ("manufacturer",), "ccc": ("yes",)},
)


def small_edition(routine: int = 5) -> Edition:
    """The edition, with so many routine items."""
    return Edition(small_edition_body(routine))


def small_edition_body(routine: int = 5) -> bytes:
    """Its canonical body."""
    return edition_body(small_contents(routine))


def small_contents(routine: int = 5) -> dict[str, Raw]:
    """Its files by path without suffix, as parsed: change one and compile them with `edition_body`."""
    return {
        "edition": {"id": "2026.01", "date": "2026-01-15", "title": "试验用检查表"},
        "scale": _scale(),
        "interview": _interview(),
        "enterprise/recall": _recall(),
        "enterprise/management": _management(routine),
        "products/appliances": _appliances(),
        "provinces/hebei": _hebei(),
        "sources/xx-2016-1": _document("XX-2016-1", "national", 4),
        "sources/he-2017": _document("HE-2017", "hebei", 1),
        "sources/regulations": _regulations(),
        "en/enterprise/recall": _recall_in_english(),
    }


def _item(key: str, ask: str, kind: str, basis: str, **more: object) -> Raw:
    given: Raw = {"id": key, "ask": ask, "kind": kind, "basis": [basis]}
    return {**given, **more, "proof": ["记录", "照片"], "guide": "指定一人，当天开始做。"}


def _recall() -> Raw:
    items = [
        _item(
            RECALL,
            "发现产品可能伤人，是否当天停售？",
            "duty",
            "XX-2016-1/1#1",
            critical="yes",
            demands=["law-one 第十九条"],
            see=["rule-two"],
            na="近三年没有发现安全缺陷",
            requires=[PROCEDURE],
        ),
        _item(
            PROCEDURE,
            "召回由谁批准、怎样通知，是否写成了制度？",
            "duty",
            "XX-2016-1/1#1",
            demands=["law-devices 第六十七条"],
            contradicts=[f"nonconform {DRILL} conform"],
        ),
        _item(
            DRILL, "近一年是否演练过一次召回？", "encouraged", "XX-2016-1/2#1", mode="readiness", quick="yes"
        ),
    ]
    section = {"id": "recall-main", "title": "停售和召回", "topic": "recall", "items": items}
    return {"id": "recall", "title": "召回", "order": "110", "sections": [section]}


def _management(routine: int) -> Raw:
    people = [
        _item(
            OFFICER,
            "是否任命了首席质量官？",
            "expected",
            "XX-2016-1/3#1",
            applies=[{"size": ["medium", "large"]}],
        )
    ]
    figures = [
        _item(
            FAILURES,
            "近一年被抽查几批，几批不合格？",
            "expected",
            "XX-2016-1/4#1",
            answer={
                "type": "measure",
                "unit": "percent",
                "better": "lower",
                "count": "不合格批次",
                "of": "抽查批次",
                "levels": ["national", "provincial"],
                "benchmarks": [_benchmark("national", "national", "10")],
            },
        ),
        _item(
            RETURNS,
            "近一年的退货率是多少？",
            "expected",
            "XX-2016-1/4#1",
            answer={"type": "measure", "unit": "percent", "better": "lower"},
        ),
    ]
    daily = [
        _item(f"routine-{n:03d}", f"第 {n} 道工序是否有作业书？", "expected", "XX-2016-1/3#1")
        for n in range(1, routine + 1)
    ]
    sections = [
        {"id": "people-main", "title": "人员", "topic": "chief-quality-officer", "items": people},
        {"id": "figures-main", "title": "数据", "topic": "supervision-sampling", "items": figures},
        {"id": "routine-main", "title": "工序", "topic": "qms", "items": daily},
    ]
    return {
        "id": "management",
        "title": "管理",
        "order": "030",
        "sections": [s for s in sections if s["items"]],
    }


def _benchmark(region: str, level: str, value: str) -> Raw:
    return {
        "region": region,
        "level": level,
        "value": value,
        "year": "2020",
        "use": "comparable",
        "clause": "XX-2016-1/4",
    }


def _appliances() -> Raw:
    plug = _item(
        PLUG,
        "插头是否通过了强制性认证？",
        "duty",
        "XX-2016-1/2#1",
        critical="yes",
        applies=[{"ccc": ["yes"]}],
        demands=["law-one 第二十八条"],
    )
    return {
        "id": "appliances",
        "title": "家用电器",
        "order": "310",
        "applies": [{"domain": ["appliances"]}],
        "sections": [{"id": "appliances-main", "title": "安全", "topic": "market-access", "items": [plug]}],
        "tightens": [
            {"item": PROCEDURE, "critical": "yes", "basis": ["XX-2016-1/1#1"], "note": "家电制度须含停电通知"}
        ],
    }


def _hebei() -> Raw:
    item = _item(STANDARD, "是否参加了省里的标准比对？", "expected", "HE-2017/1#1")
    return {
        "id": "hebei",
        "title": "河北补充",
        "order": "420",
        "overlay": "hebei",
        "sections": [{"id": "hebei-main", "title": "标准", "topic": "standards", "items": [item]}],
        "tightens": [
            {
                "item": OFFICER,
                "kind": "duty",
                "basis": ["HE-2017/1#1"],
                "note": "河北省的中型以上企业必须任命",
            },
            {
                "item": FAILURES,
                "basis": ["HE-2017/1#1"],
                "benchmarks": [_benchmark("hebei", "provincial", "5")],
            },
        ],
    }


def _document(key: str, region: str, clauses: int) -> Raw:
    return {
        "id": key,
        "title": f"试验用文件{key}",
        "issuing_body": "试验机关",
        "number": f"试发〔2016〕{clauses}号",
        "date": "2016-09-06",
        "level": "national" if region == "national" else "province",
        "region": region,
        "clauses": [
            {
                "id": f"{key}/{n}",
                "heading": f"第 {n} 部分",
                "audience": "enterprise",
                "asks": [
                    {
                        "id": f"{key}/{n}#1",
                        "ask": f"做好第 {n} 件事",
                        "kind": "expected",
                        "stated": "explicit",
                        "topic": "qms",
                    }
                ],
            }
            for n in range(1, clauses + 1)
        ],
    }


def _regulations() -> Raw:
    def one(key: str, title: str, **more: object) -> Raw:
        return {
            "id": key,
            "kind": "law",
            "rank": "法律",
            "title": title,
            "number": "2020年",
            "effective": "2020-01-01",
            "standing": "现行",
            "duty": "把事做对",
            "confidence": "sure",
            **more,
        }

    return {
        "as_of": "2026-01-15",
        "check_at": ["公报"],
        "regulations": [
            one("law-one", "产品法"),
            one("rule-two", "召回办法", kind="departmental-rule", rank="部门规章"),
            one("law-devices", "器械条例", domains=["medical"]),
        ],
    }


def _scale() -> Raw:
    topics = ("recall", "chief-quality-officer", "supervision-sampling", "qms", "market-access", "standards")
    return {
        "scoring": "1",
        "statuses": [
            {"code": "conform", "duty": "符合", "other": "已做到"},
            {"code": "partial", "duty": "部分符合", "other": "部分做到"},
            {"code": "nonconform", "duty": "不符合", "other": "尚未做到"},
            {"code": "not_applicable", "duty": "不适用", "other": "不适用"},
            {"code": "unanswered", "duty": "未评", "other": "未评"},
        ],
        "kinds": _coded(duty="必须", expected="应当", encouraged="鼓励"),
        "bindings": _coded(law="法律法规", policy="政策"),
        "modes": _coded(readiness="应对准备", awareness="知情与权利"),
        "severities": [
            {**one, "tag": one["word"][:2]}
            for one in _coded(
                major="严重不符合", minor="一般不符合", observation="观察项", improvement="改进机会"
            )
        ],
        "least_rated": "5",
        "grades": [
            {"code": "one", "word": "一级", "duties": "100", "index": "85", "text": "必须项全部符合。"},
            {"code": "two", "word": "二级", "duties": "90", "index": "75", "text": "必须项符合九成。"},
            {"code": "three", "word": "三级", "duties": "75", "index": "60", "text": "必须项符合四分之三。"},
            {"code": "four", "word": "四级", "text": "先补必须项。"},
        ],
        "grade_rules": {
            "best_with_open_critical": "three",
            "answered_others": "80",
            "text": "取较低的一级。",
        },
        "groups": [{"id": "responsibility", "word": "主体责任"}, {"id": "safety", "word": "安全召回"}],
        "topics": [
            {"code": code, "word": code, "group": "safety" if code == "recall" else "responsibility"}
            for code in topics
        ],
    }


def _coded(**words: str) -> list[Raw]:
    return [{"code": code, "word": word} for code, word in words.items()]


def _interview() -> Raw:
    def question(fact: str, group: str, ask: str, **more: object) -> Raw:
        return {"id": fact, "group": group, "ask": ask, "fact": fact, **more}

    def options(**words: str) -> list[Raw]:
        return [{"value": value, "words": word} for value, word in words.items()]

    return {
        "yes_no": options(yes="是", no="否"),
        "groups": [{"id": "place", "title": "所在地"}, {"id": "products", "title": "产品"}],
        "questions": [
            question(
                "region",
                "place",
                "企业登记在哪个省？",
                options=[
                    {"value": "hebei", "words": "河北省", "short": "河北"},
                    {"value": "anhui", "words": "安徽省", "short": "安徽"},
                ],
            ),
            question(
                "domain",
                "products",
                "生产哪几类产品？",
                multiple="yes",
                least="1",
                options=options(appliances="家用电器", apparel="服装", medical="医疗器械"),
            ),
            question(
                "role",
                "products",
                "企业做什么？",
                multiple="yes",
                options=options(manufacturer="生产", importer="进口"),
            ),
            question("ccc", "products", "有没有须强制认证的产品？", applies=[{"domain": ["appliances"]}]),
        ],
        "size_words": _coded(large="大型", medium="中型", small="小型", micro="微型"),
        "size_source": "试验用",
        "sizes": [
            {
                "id": "industry",
                "word": "工业",
                "staff": {"large": "1000", "medium": "300", "small": "20"},
                "turnover": {"large": "40000", "medium": "2000", "small": "300"},
            },
            {"id": "other", "word": "其他", "staff": {"large": "300", "medium": "100", "small": "10"}},
        ],
    }


def _recall_in_english() -> Raw:
    return {
        "title": "Recall",
        "sections": {"recall-main": "Stopping sale and recall"},
        "items": {
            RECALL: {
                "ask": "Is sale stopped on the day a product is found to be dangerous?",
                "proof": ["Record", "Photo"],
                "guide": "Name one person and begin today.",
                "na": "No safety defect was found in three years",
            }
        },
    }
