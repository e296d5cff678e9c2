"""What the declarations of the content files are built of: patterns and a word for each shape of a value.

A key that ends in "?" may be absent; the order of the keys is the order in which they are written. Every
value is text: numbers, dates and "yes" are described by patterns. A description is Chinese, " / ", English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

Form = dict[str, Any]

ID: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CLAUSE_ID: Final = r"^[A-Z]{2}-[0-9]{4}(-[0-9]+)?/[0-9A-Z]+(\.[0-9A-Z]+)*$"
ASK_ID: Final = CLAUSE_ID.removesuffix("$") + r"#[1-9][0-9]*$"
DOCUMENT_ID: Final = r"^[A-Z]{2}-[0-9]{4}(-[0-9]+)?$"
_ARTICLE: Final = "第[一二三四五六七八九十百千零]+条(之[一二三四五六七八九十])?"
CITATION: Final = rf"^[a-z0-9-]+( {_ARTICLE}(、{_ARTICLE})*)?$"
DATE: Final = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
DATE_OR_PART: Final = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
YEAR: Final = r"^[0-9]{4}$"
DECIMAL: Final = r"^(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$"
WHOLE: Final = r"^(0|[1-9][0-9]*)$"
EDITION_ID: Final = r"^[0-9]{4}\.[0-9]{2}(\.[1-9][0-9]*)?$"
QUESTION: Final = "^[^？?]+？$"


def text(zh: str, en: str, pattern: str = "", *, most: int = 0, usual: tuple[int, int] = (0, 0)) -> Form:
    """A text; lengths count characters, `usual` is the length outside of which a warning is given."""
    form: Form = {"description": f"{zh} / {en}", "type": "string", "minLength": 1}
    if pattern:
        form["pattern"] = pattern
    if most:
        form["maxLength"] = most
    if usual[1]:
        form["usualLength"] = list(usual)
    return form


def choice(zh: str, en: str, *values: str) -> Form:
    """One of some codes."""
    return {"description": f"{zh} / {en}", "enum": list(values)}


def entries(of: Form, *, least: int = 1, most: int = 0, zh: str = "", en: str = "") -> Form:
    """A list without repetitions; it is described by its entries unless said otherwise."""
    described = f"{zh} / {en}" if zh else of["description"]
    form: Form = {"description": described, "type": "array", "minItems": least, "uniqueItems": True}
    return form | ({"maxItems": most} if most else {}) | {"items": of}


def mapping(zh: str, en: str, keys: Mapping[str, Form]) -> Form:
    """A mapping of named keys in their order."""
    form: Form = {"description": f"{zh} / {en}", "type": "object", "additionalProperties": False}
    form["properties"] = {k.removesuffix("?"): f for k, f in keys.items()}
    if required := [k for k in keys if not k.endswith("?")]:
        form["required"] = required
    return form


def table(zh: str, en: str, keys: str, values: Form) -> Form:
    """A mapping of free keys of one pattern to values of one form."""
    described: Form = {"description": f"{zh} / {en}", "type": "object", "minProperties": 1}
    return described | {"propertyNames": {"pattern": keys}, "additionalProperties": values}


def yes(zh: str, en: str) -> Form:
    return choice(f"{zh}：写“yes”，否则不写", f'{en}: "yes" or absent', "yes")


KIND: Final = choice("程度：必须、应当、鼓励", "how strongly it binds", "duty", "expected", "encouraged")
NAME: Final = text("编号：小写英文和数字，用“-”相连", "an id in kebab-case", ID)
TITLE: Final = text("标题，至多40字", "a title", most=40)
TOPIC: Final = text("主题代码，见 scale.yaml", "a topic of scale.yaml", ID)
CODE: Final = text("代码", "a code", "^[a-z0-9_-]+$")
WORD: Final = text("显示的词，至多60字", "the word shown", most=60)
ALTERNATIVES: Final = entries(
    table(
        "一种情形：列出的每个事实都要成立",
        "every fact named must hold",
        ID,
        entries(text("事实的值，任一个成立即可", "a value of the fact; any one is enough", ID)),
    ),
    zh="适用情形：符合任一种即可",
    en="alternatives: one is enough",
)
ENGLISH: Final = text("英文", "in English", most=400)
