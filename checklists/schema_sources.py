"""The shape of the files beside the checklists: policy documents, regulations, scale and interview."""

from __future__ import annotations

from typing import Final

from checklists.forms import (
    ALTERNATIVES,
    ASK_ID,
    CLAUSE_ID,
    CODE,
    DATE,
    DATE_OR_PART,
    DECIMAL,
    DOCUMENT_ID,
    ENGLISH,
    ID,
    KIND,
    NAME,
    QUESTION,
    TITLE,
    TOPIC,
    WHOLE,
    WORD,
    YEAR,
    Form,
    choice,
    entries,
    mapping,
    table,
    text,
    yes,
)

STANDINGS: Final = ("现行", "待核", "待实施", "即将被代替")
_POLICY_ASK: Final = mapping(
    "要求点",
    "an ask",
    {
        "id": text("要求点编号", "the id of the ask", ASK_ID),
        "ask": text("要求企业做什么", "what is asked", most=80),
        "kind": KIND,
        "stated": choice("明写或推定", "explicit or implied", "explicit", "implied"),
        "topic": TOPIC,
        "applies?": ALTERNATIVES,
        "products?": entries(text("文中举的产品", "a product that is named", most=30)),
        "vs_national?": choice("与国家要求点的关系", "against the plan", "same", "adapted", "added"),
        "national_ask?": text("对应的国家要求点编号", "the national ask", ASK_ID),
        "waived?": text("为什么没有检查项", "why no item covers it", most=80),
    },
)
CLAUSE: Final = mapping(
    "条款",
    "a clause",
    {
        "id": text("条款编号", "the id of the clause", CLAUSE_ID),
        "heading?": text("条款标题", "the heading", most=60),
        "parent?": text("上级条款编号", "the clause above", CLAUSE_ID),
        "audience": choice("对谁说的", "who is addressed", "enterprise", "both", "government", "other"),
        "domain?": entries(text("产品领域代码", "a product domain", ID)),
        "counterpart?": text("对应的国家条款编号", "the national clause", CLAUSE_ID),
        "inherits?": text("照搬的国家条款编号", "the national clause whose asks hold", CLAUSE_ID),
        "products?": entries(text("文中举的产品", "a product that is named", most=30)),
        "asks?": entries(_POLICY_ASK),
    },
)
_TARGET: Final = mapping(
    "目标数字",
    "a target figure",
    {
        "clause": text("条款编号", "the id of a clause", CLAUSE_ID),
        "indicator": text("指标", "the indicator", most=60),
        "use": choice("企业可比，或仅作背景", "comparable or context", "comparable", "context"),
        "level?": choice("抽查级别", "the level of sampling", "national", "provincial", "local"),
        "comparator": text("比较方式", "how it is compared", most=10),
        "value?": text("数值", "the figure", most=20),
        "unit?": text("单位", "the unit", most=10),
        "year?": text("年份", "a year", YEAR),
        "year_stated?": yes("文中写明年份", "the year is written there"),
        "note?": text("说明", "a note", most=80),
    },
)
DOCUMENT: Final = mapping(
    "政策文件的条款索引",
    "the clauses of a policy document",
    {
        "id": text("文件编号，如 CN-2016-68", "the id of the document", DOCUMENT_ID),
        "title": text("标题", "the title", most=120),
        "issuing_body": text("发文机关", "who issued it", most=60),
        "number?": text("文号", "its number", most=40),
        "date": text("日期，如 2016-09-06", "a date", DATE),
        "level": choice("国家或省", "national or province", "national", "province"),
        "region": text("national 或省级代码", "national or a region", ID),
        "implements?": text("落实的文件编号", "the document it implements", DOCUMENT_ID),
        "forwards?": text("转发的文件编号", "the document it forwards", DOCUMENT_ID),
        "notes?": entries(text("编者说明", "a note of the editors", most=300)),
        "clauses": entries(CLAUSE),
        "targets?": entries(_TARGET),
    },
)
_REGULATION_KINDS: Final = (
    "law",
    "regulation",
    "departmental-rule",
    "mandatory-standard",
    "recommended-standard",
    "catalogue",
)
REGULATIONS: Final = mapping(
    "法规标准及其效力状态",
    "regulations and their standing",
    {
        "as_of": text("核对到哪一天", "looked at up to this day", DATE),
        "check_at": entries(text("核对的网站", "where to look", most=40)),
        "regulations": entries(
            mapping(
                "一部法规或标准",
                "a regulation",
                {
                    "id": NAME,
                    "kind": choice("种类", "its kind", *_REGULATION_KINDS),
                    "rank": text("效力层级", "its rank", most=30),
                    "title": text("名称", "its title", most=120),
                    "number?": text("文号或标准号", "its number", most=60),
                    "issued?": text("公布日期，可只写年或年月", "when issued", DATE_OR_PART),
                    "effective?": text("施行日期，可只写年或年月", "in force from", DATE_OR_PART),
                    "first_issued?": text("首次公布日期", "first issued", DATE_OR_PART),
                    "first_effective?": text("首次施行日期", "first in force", DATE_OR_PART),
                    "replaces?": entries(text("被它代替的文件", "what it replaces", most=120)),
                    "standing": choice("效力状态", "its standing", *STANDINGS),
                    "standing_note?": text("效力说明", "a note on the standing", most=200),
                    "domains?": entries(text("产品领域代码，不写为全部", "domains; absent = all", ID)),
                    "duty": text("编者的话：要求做什么", "what it demands, in our words", most=300),
                    "confidence": choice("把握", "how sure we are", "verified", "sure"),
                    "checked_through?": text("核对到的年月", "checked up to", DATE_OR_PART),
                },
            )
        ),
    },
)

_CODED: Final = mapping("代码和词", "a code and its word", {"code": CODE, "word": WORD})
_SENTENCE: Final = text("一句话，至多200字", "a sentence", most=200)
SCALE: Final = mapping(
    "评定、程度、等级、主题和分组",
    "statuses, kinds, grades, topics and groups",
    {
        "scoring": text("计分规则版本", "the scoring version", WHOLE),
        "statuses": entries(
            mapping("评定", "a status", {"code": CODE, "duty": WORD, "other": WORD}), least=5, most=5
        ),
        "kinds": entries(_CODED, least=3, most=3),
        "bindings": entries(_CODED, least=2, most=2),
        "modes": entries(_CODED, least=2, most=2),
        "severities": entries(
            mapping("发现的等级", "a grade of findings", {"code": CODE, "word": WORD, "tag": WORD}),
            least=4,
            most=4,
        ),
        "least_rated": text("少于几项只写分数", "below it a fraction is shown", WHOLE),
        "grades": entries(
            mapping(
                "等级，从高到低",
                "a grade, best first",
                {
                    "code": CODE,
                    "word": WORD,
                    "duties?": text("必须项符合率下限", "the lowest rate of duties", DECIMAL),
                    "index?": text("改进指数下限", "the lowest index", DECIMAL),
                    "text": _SENTENCE,
                },
            )
        ),
        "grade_rules": mapping(
            "评级规则",
            "how the grade comes about",
            {
                "best_with_open_critical": CODE,
                "answered_others": text("其余项要评完的百分比", "percent of the rest", DECIMAL),
                "text": _SENTENCE,
            },
        ),
        "groups": entries(mapping("雷达图分组", "a radar group", {"id": NAME, "word": WORD}), least=3),
        "topics": entries(mapping("主题", "a topic", {"code": CODE, "word": WORD, "group": CODE})),
    },
)
_OPTION_KEYS: Final = {"value": text("值", "the value", ID), "words": WORD}
_SIZE_LIMITS: Final = mapping(
    "下限",
    "lower limits",
    {size: text("整数", "a whole number", WHOLE) for size in ("large", "medium", "small")},
)
INTERVIEW: Final = mapping(
    "适用范围问答和企业规模划型",
    "the scope interview and the size classes",
    {
        "yes_no": entries(mapping("是或否", "yes or no", _OPTION_KEYS), least=2, most=2),
        "groups": entries(mapping("问题分组", "a group of questions", {"id": NAME, "title": TITLE})),
        "questions": entries(
            mapping(
                "问题",
                "a question",
                {
                    "id": NAME,
                    "group": NAME,
                    "ask": text("问句", "the question", QUESTION, most=80),
                    "help?": text("一行说明", "one line of help", most=80),
                    "fact": text("事实名", "the fact", ID),
                    "multiple?": yes("可以多选", "several may be chosen"),
                    "least?": text("至少选几个", "at least so many", WHOLE),
                    "applies?": ALTERNATIVES,
                    "options?": entries(
                        mapping(
                            "选项",
                            "an option",
                            _OPTION_KEYS
                            | {
                                "short?": text("简称", "the short name", most=10),
                                "help?": text("一行说明", "one line of help", most=80),
                                "applies?": ALTERNATIVES,
                            },
                        )
                    ),
                },
            )
        ),
        "size_words": entries(_CODED, least=4, most=4),
        "size_source": text("划型标准", "the source of the table", most=80),
        "sizes": entries(
            mapping(
                "行业",
                "a trade",
                {
                    "id": NAME,
                    "word": WORD,
                    "help?": text("一行说明", "one line of help", most=80),
                    "staff?": _SIZE_LIMITS,
                    "turnover?": _SIZE_LIMITS,
                },
            )
        ),
    },
)

ENGLISH_DOCUMENT: Final = mapping(
    "政策文件的英文", "the English of a document", {"title": ENGLISH, "issuing_body": ENGLISH}
)
ENGLISH_REGULATIONS: Final = mapping(
    "法规标准的英文",
    "the English of the regulations",
    {
        "regulations": table(
            "编号 -> 英文",
            "id -> its English",
            ID,
            mapping("英文名称", "the title in English", {"title": ENGLISH}),
        )
    },
)


def _words(*keys: str) -> Form:
    """An entry's English: a mapping of its words, or the main word alone."""
    words = mapping("英文", "in English", {f"{k}?": ENGLISH for k in keys})
    return words | {"type": ["string", "object"], "minLength": 1}


_ANY_CODE: Final = "^[a-z0-9_-]+$"
ENGLISH_SCALE: Final = mapping(
    "评定、程度、等级、主题和分组的英文",
    "the English of the scale",
    {
        "statuses": table("评定 -> 英文", "status -> English", _ANY_CODE, _words("duty", "other")),
        "kinds": table("程度 -> 英文", "kind -> English", _ANY_CODE, ENGLISH),
        "bindings": table("依据 -> 英文", "binding -> English", _ANY_CODE, ENGLISH),
        "modes": table("方式 -> 英文", "mode -> English", _ANY_CODE, ENGLISH),
        "severities": table("发现 -> 英文", "severity -> English", _ANY_CODE, _words("word", "tag")),
        "grades": table("等级 -> 英文", "grade -> English", _ANY_CODE, _words("word", "text")),
        "grade_rules": mapping("评级规则", "how the grade comes about", {"text": ENGLISH}),
        "groups": table("分组 -> 英文", "group -> English", _ANY_CODE, ENGLISH),
        "topics": table("主题 -> 英文", "topic -> English", _ANY_CODE, ENGLISH),
    },
)
_QUESTION_WORDS: Final = mapping(
    "问题的英文",
    "the English of a question",
    {
        "ask": ENGLISH,
        "help?": ENGLISH,
        "options?": table("选项 -> 英文", "option -> English", _ANY_CODE, _words("words", "short", "help")),
    },
)
ENGLISH_INTERVIEW: Final = mapping(
    "问答的英文",
    "the English of the interview",
    {
        "yes_no": table("是非 -> 英文", "yes and no", _ANY_CODE, ENGLISH),
        "groups": table("分组 -> 英文", "group -> English", _ANY_CODE, ENGLISH),
        "questions": table("问题 -> 英文", "question -> English", _ANY_CODE, _QUESTION_WORDS),
        "size_words": table("规模 -> 英文", "size -> English", _ANY_CODE, ENGLISH),
        "size_source?": ENGLISH,
        "sizes": table("行业 -> 英文", "trade -> English", _ANY_CODE, _words("word", "help")),
    },
)
