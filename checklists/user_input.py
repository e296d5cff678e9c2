"""Files that users write for the command line: profile.yaml and answers.yaml.

They are read like the content, with file, line and column, but values need no quotes. Codes and the words
that people see are both understood (`conform` or 符合, `hebei` or 河北省). All faults of a file are raised
at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from checklists.assessment import STATUSES, Action
from checklists.facts import known
from checklists.library import Edition, Item, Measure
from checklists.profile import Profile, credit_code_fault, plain_credit_code
from checklists.reasons import value_words
from checklists.user_file import Steps, UserFile

_DAYS: Final = frozenset({"due", "closed_on", "valid_until", "started_on", "ended_on"})
_ROUND: Final = ("year", "title", "started_on", "ended_on")
_PROFILE: Final = tuple(name for name in Profile._fields if name != "facts")
_ANSWER: Final = ("status", "note", "proof_ref", "internal", "person", "later")
_EVIDENCE: Final = ("caption", "number", "issuer", "valid_until")
_FINDING: Final = ("grade", "facts", "closed_on")
_ACTION: Final = tuple(name for name in Action._fields if name not in {"id", "finding"})
_YES_NO: Final = {"yes": "yes", "no": "no", "是": "yes", "否": "no"}
#: What may be stated although the interview does not ask for it.
_NOTHING: Final = frozenset({"no", "other"})


@dataclass(frozen=True, slots=True)
class EvidenceInput:
    """A file to be kept as evidence, with what is known of it."""

    path: Path
    words: Mapping[str, str]


@dataclass(slots=True)
class AnswersInput:
    """What an answers file holds: fields of answers by section and by item, where an item's own come first.

    Evidence, findings and actions are by item, too; an observation need not have one.
    """

    sections: dict[str, dict[str, Any]] = field(default_factory=dict)
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    evidence: dict[str, list[EvidenceInput]] = field(default_factory=dict)
    findings: dict[str, dict[str, str]] = field(default_factory=dict)
    actions: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    observations: list[dict[str, str]] = field(default_factory=list)


def read_profile(path: Path, edition: Edition) -> tuple[Profile, dict[str, str]]:
    """The profile in a file, and what it says of the round: year, title, started_on, ended_on.

    Raises an ExceptionGroup of UserError, one for each fault; UserError where the file cannot be read.
    """
    file = UserFile(path, edition.language)
    file.mapping((), (*_PROFILE, "facts", *_ROUND))
    given = {name: file.text((name,)) for name in _PROFILE}
    given["region"] = file.coded(("region",), _option_words(edition, "region"))
    given["trade"] = (
        file.coded(("trade",), _table_words(edition, "sizes", "id")) or edition.interview["sizes"][0]["id"]
    )
    given["size"] = file.coded(("size",), _table_words(edition, "size_words", "code"))
    given["staff"] = file.figure(("staff",), whole=True)
    given["turnover"] = file.figure(("turnover",))
    given["credit_code"] = _credit_code(file)
    profile = Profile(**given, facts=_facts(file, edition))
    round_of = _round(file)
    if not file.faulty:
        _look_for_contradictions(file, edition, profile)
    file.finish()
    return profile, round_of


def read_answers(path: Path, edition: Edition) -> AnswersInput:
    """The answers in a file. Raises as `read_profile` does."""
    file = UserFile(path, edition.language)
    file.mapping((), ("answers", "sections", "findings", "observations"))
    found = AnswersInput()
    sections = {s.id for c in edition.checklists for s in c.sections}
    for section in _ids(file, "sections", sections, "section"):
        file.mapping(("sections", section), _ANSWER)
        found.sections[section] = _answer(file, ("sections", section), edition)
    for item in _ids(file, "answers", edition.items, "item"):
        at = ("answers", item)
        file.mapping(at, (*_ANSWER, "measure", "evidence"))
        found.answers[item] = _answer(file, at, edition) | _figures(file, at, edition.items[item])
        found.evidence[item] = list(_evidence(file, at))
    for item in _ids(file, "findings", edition.items, "item"):
        at = ("findings", item)
        file.mapping(at, (*_FINDING, "actions"))
        found.findings[item] = _finding(file, at, edition)
        found.actions[item] = [_action(file, entry) for entry in file.entries((*at, "actions"))]
    for at_entry in file.entries(("observations",)):
        found.observations.append(_observation(file, at_entry, edition))
    file.finish()
    return found


def status_words(edition: Edition) -> dict[str, str]:
    """Every word of a status and its code, in Chinese and in the edition's language, with the code."""
    words: dict[str, str] = {s: s for s in STATUSES}
    for one in _worded(edition):
        words |= {s[k]: s["code"] for k in ("other", "duty") for s in one.scale["statuses"]}
    return words


def _worded(edition: Edition) -> tuple[Edition, ...]:
    """The edition in Chinese, which is always understood, and in its own language."""
    return (edition,) if edition.language == "zh" else (Edition(edition.body), edition)


def _option_words(edition: Edition, fact: str) -> dict[str, str]:
    """Every word of the options of an interview question, with its value."""
    words: dict[str, str] = {}
    for one in _worded(edition):
        question = next(q for q in one.interview["questions"] if q["fact"] == fact)
        for option in question.get("options", one.interview["yes_no"]):
            value = option["value"]
            words |= {value: value, option.get("short", value): value, option["words"]: value}
    return words


def _table_words(edition: Edition, table: str, key: str) -> dict[str, str]:
    return {
        w: row[key]
        for one in _worded(edition)
        for row in one.interview[table]
        for w in (row[key], row["word"])
    }


def _credit_code(file: UserFile) -> str:
    code = plain_credit_code(file.text(("credit_code",)))
    if code and (fault := credit_code_fault(code)):
        file.fault(("credit_code",), f"code-{fault}", value=len(code))
    return code


def _round(file: UserFile) -> dict[str, str]:
    found = _texts(file, (), _ROUND)
    if found.get("year") and not re.fullmatch("[0-9]{4}", found["year"]):
        file.fault(("year",), "year", value=found["year"])
    start, end = found.get("started_on", ""), found.get("ended_on", "")
    if start and end and end < start:
        file.fault(("ended_on",), "period", value=f"{start}, {end}")
    return {name: value for name, value in found.items() if value}


def _facts(file: UserFile, edition: Edition) -> dict[str, tuple[str, ...]]:
    questions = {q["fact"]: q for q in edition.interview["questions"] if q["fact"] != "region"}
    facts: dict[str, tuple[str, ...]] = {}
    for fact in file.mapping(("facts",), tuple(questions)):
        if fact not in questions:
            continue
        places = file.entries(("facts", fact))
        words = _option_words(edition, fact)
        facts[fact] = tuple(dict.fromkeys(file.coded(place, words) for place in places))
        if len(facts[fact]) > 1 and "multiple" not in questions[fact]:
            file.fault(("facts", fact), "one-value")
    return {fact: values for fact, values in facts.items() if values}


def _look_for_contradictions(file: UserFile, edition: Edition, profile: Profile) -> None:
    """Facts that cannot be as stated, since by the other answers the interview does not ask for them."""
    found = known(edition.interview, profile.known_facts(edition.interview))
    for question in edition.interview["questions"]:
        fact = question["fact"]
        counted = found.facts.get(fact, ())
        if not counted and fact in found.not_put:
            continue
        wrong = [v for v in profile.facts.get(fact, ()) if v not in {*counted, *_NOTHING}]
        if wrong:
            words = value_words(fact, wrong, edition)
            file.fault(("facts", fact), "contradiction", ask=question["ask"], value=words)


def _ids(file: UserFile, part: str, ids: Iterable[str], code: str) -> Iterator[str]:
    """The keys of a part of the file that there are; the others are faults."""
    for key in file.mapping((part,)):
        if key in ids:
            yield key
        else:
            file.fault((part, key), code, at_key=True, value=key)


def _texts(file: UserFile, steps: Steps, names: Iterable[str]) -> dict[str, str]:
    """Those of the named texts that are given there."""
    read: dict[bool, Callable[[Steps], str]] = {True: file.day, False: file.text}
    given = file.mapping(steps)
    return {name: read[name in _DAYS]((*steps, name)) for name in names if name in given}


def _answer(file: UserFile, steps: Steps, edition: Edition) -> dict[str, Any]:
    found: dict[str, Any] = {**_texts(file, steps, _ANSWER)}
    if "status" in found:
        found["status"] = file.coded((*steps, "status"), status_words(edition)) or "unanswered"
    if "later" in found:
        found["later"] = file.coded((*steps, "later"), _YES_NO) == "yes"
    return found


def _figures(file: UserFile, steps: Steps, item: Item) -> dict[str, dict[str, tuple[str, ...]]]:
    """What an item's answer says under `measure`, and that it says status or measure as the item asks."""
    given = file.mapping(steps)
    at = (*steps, "measure")
    if item.measure and "status" in given:
        file.fault((*steps, "status"), "status")
    if "measure" not in given:
        return {}
    if item.measure is None:
        file.fault(at, "measure")
        return {}
    if not item.measure.levels:
        return {"measure": {"": _figure(file, at, item.measure)}}
    names = " / ".join(item.measure.levels)
    if not isinstance(file.value(at), dict):
        file.fault(at, "levels", names=names)
    levels = file.mapping(at) if isinstance(file.value(at), dict) else {}
    for level in levels:
        if level not in item.measure.levels:
            file.fault((*at, level), "level", at_key=True, value=level, names=names)
    return {"measure": {level: _figure(file, (*at, level), item.measure) for level in levels}}


def _figure(file: UserFile, steps: Steps, measure: Measure) -> tuple[str, ...]:
    """One figure, or n of m; () where none is given."""
    places = file.entries(steps)
    figures = tuple(file.figure(place, whole=bool(measure.of)) for place in places)
    if not places:
        return ()
    if not measure.of:
        if len(figures) != 1:
            file.fault(steps, "one-figure")
    elif len(figures) != 2:
        file.fault(steps, "count", count=measure.counted, of=measure.of)
    elif all(f.isdecimal() for f in figures) and int(figures[0]) > int(figures[1]):
        file.fault(steps, "too-many", count=measure.counted, of=measure.of)
    return figures


def _evidence(file: UserFile, steps: Steps) -> Iterator[EvidenceInput]:
    for entry in file.entries((*steps, "evidence")):
        given = file.mapping(entry, ("file", *_EVIDENCE))
        name = file.text((*entry, "file")) if given else ""
        path = file.folder / name
        if given and not name:
            file.fault(entry, "evidence")
        elif name and not path.is_file():
            file.fault((*entry, "file"), "file", value=name)
        words = {k: v for k, v in _texts(file, entry, _EVIDENCE).items() if v}
        yield EvidenceInput(path, words)


def _finding(file: UserFile, steps: Steps, edition: Edition) -> dict[str, str]:
    found = _texts(file, steps, _FINDING)
    if found.get("grade"):
        words = {
            w: s["code"]
            for one in _worded(edition)
            for s in one.scale["severities"]
            for w in (s["code"], s["tag"], s["word"])
        }
        found["grade"] = file.coded((*steps, "grade"), words)
    return found


def _action(file: UserFile, steps: Steps) -> dict[str, str]:
    file.mapping(steps, _ACTION)
    return _texts(file, steps, _ACTION)


def _observation(file: UserFile, steps: Steps, edition: Edition) -> dict[str, str]:
    file.mapping(steps, ("item", "facts"))
    item, facts = file.text((*steps, "item")), file.text((*steps, "facts"))
    if item and item not in edition.items:
        file.fault((*steps, "item"), "item", value=item)
    if not facts.strip():
        file.fault(steps, "facts")
    return {"item": item, "facts": facts}
