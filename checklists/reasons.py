"""The reason why an item applies or not, in one sentence: made from the conditions, never written by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from checklists.facts import Condition, Verdict
from checklists.library import Edition
from checklists.scope import ScopedItem

#: fact -> language -> (holds, does not hold) with {values}.
_PLAIN: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "region": {
        "zh": ("在{values}", "不在{values}"),
        "en": ("located in {values}", "not located in {values}"),
    },
    "city": {"zh": ("在{values}", "不在{values}"), "en": ("located in {values}", "not located in {values}")},
    "domain": {
        "zh": ("产品属于{values}", "产品不属于{values}"),
        "en": ("products belong to {values}", "no products of {values}"),
    },
    "role": {
        "zh": ("业务包括{values}", "业务不包括{values}"),
        "en": ("business: {values}", "not its business: {values}"),
    },
    "size": {
        "zh": ("规模为{values}", "规模不是{values}"),
        "en": ("size is {values}", "size is not {values}"),
    },
}
_YES_NO: Final = {"zh": ("“{ask}”答“是”", "“{ask}”答“否”"), "en": ('"{ask}" yes', '"{ask}" no')}
_OPEN: Final = {"zh": "还没有回答“{ask}”", "en": 'not answered yet: "{ask}"'}
_EXCEPT: Final = {"zh": "例外：{text}", "en": "exception: {text}"}
_SIZE_ASK: Final = {"zh": "从业人员和营业收入", "en": "staff and turnover"}
_EVERYONE: Final = {"zh": "所有企业", "en": "every enterprise"}
_OR: Final = {"zh": "、", "en": " or "}
_BETWEEN: Final = {"zh": "；", "en": "; "}
_FILE: Final = {"zh": "{text}（{file}）", "en": "{text} ({file})"}
_RAISED: Final = {"zh": "“{kind}”出自{file}", "en": '"{kind}" by {file}'}


def reason(verdict: Verdict, edition: Edition, own: str = "") -> str:
    """The conditions of a verdict in words; `own` is the item's checklist, another origin is named."""
    words = []
    for condition in verdict.because:
        text = _condition(condition, edition)
        if condition.origin not in {"", own}:
            text = _FILE[edition.language].format(text=text, file=_title(condition.origin, edition))
        words.append(text)
    return _BETWEEN[edition.language].join(dict.fromkeys(words)) or _EVERYONE[edition.language]


def reason_of(scoped: ScopedItem, edition: Edition) -> str:
    """Why an item applies, does not, or is not known yet, and by which file it binds more than it would.

    The words are those of the edition's language.
    """
    found = reason(scoped.verdict, edition, scoped.checklist.id)
    if not scoped.verdict.applies or not scoped.kind_from:
        return found
    kind = next(k["word"] for k in edition.scale["kinds"] if k["code"] == scoped.kind)
    raised = _RAISED[edition.language].format(kind=kind, file=_title(scoped.kind_from, edition))
    return _BETWEEN[edition.language].join((found, raised))


def fact_question(fact: str, edition: Edition) -> str:
    """What to answer for a fact to be known: the interview's question; of the size, what it follows from."""
    question = _question(fact, edition)
    return str(question["ask"]) if question else _SIZE_ASK[edition.language] if fact == "size" else fact


def value_words(fact: str, values: Sequence[str], edition: Edition) -> str:
    """Values of a fact as people read them, joined."""
    words = _options(fact, edition)
    return _OR[edition.language].join(words.get(v, v) for v in values)


def _condition(condition: Condition, edition: Edition) -> str:
    ask = fact_question(condition.fact, edition)
    if condition.holds is None:
        return _OPEN[edition.language].format(ask=ask)
    if condition.fact in _PLAIN:
        template = _PLAIN[condition.fact][edition.language][not condition.holds]
        text = template.format(values=value_words(condition.fact, _meant(condition), edition))
    else:
        answered_yes = condition.holds == ("yes" in condition.values)
        text = _YES_NO[edition.language][not answered_yes].format(ask=ask)
    return text if condition.wanted else _EXCEPT[edition.language].format(text=text)


def _meant(condition: Condition) -> tuple[str, ...]:
    """The values that made it hold, or all that were wanted; who wants small ones wants micro ones too."""
    values = condition.true or condition.values
    with_micro = condition.fact == "size" and "small" in values and "micro" not in values
    return (*values, "micro") if with_micro else values


def _title(file: str, edition: Edition) -> str:
    return next((c.title for c in edition.checklists if c.id == file), file)


def _question(fact: str, edition: Edition) -> Mapping[str, Any] | None:
    return next((q for q in edition.interview["questions"] if q["fact"] == fact), None)


def _options(fact: str, edition: Edition) -> Mapping[str, str]:
    if fact == "size":
        return {s["code"]: s["word"] for s in edition.interview["size_words"]}
    question = _question(fact, edition) or {}
    options = question.get("options", edition.interview["yes_no"])
    return {o["value"]: o.get("short", o["words"]) for o in options}
