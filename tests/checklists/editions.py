"""Editions made to measure: a few items with just the conditions that a test is about.

Scale and interview are the real ones. Regulations: `law-all` rules everyone, `law-food` and `law-appliances`
one domain each.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from checklists.assessment import Action, Answer, Assessment, Dossier, Evidence, Finding, Status
from checklists.compiling import CONTENT, edition_body
from checklists.content import read
from checklists.errors import Language
from checklists.library import Edition
from checklists.profile import Profile
from checklists.scope import Scope

Raw = dict[str, Any]

#: A profile with all that must be handed in; its domain and role are answered.
COMPLETE: Final = Profile(
    name="某某电器有限公司",
    credit_code="91130605MA0CX4578R",
    region="anhui",
    staff="45",
    turnover="2600",
    in_charge="祁文博",
    facts={"domain": ("appliances",), "role": ("manufacturer",)},
)


@cache
def _shared() -> dict[str, Raw]:
    """The real scale and interview, in both languages."""
    files = read(CONTENT)
    return {path: files[path].data for path in ("scale", "interview", "en/scale", "en/interview")}


#: Two facts of which the interview asks everyone.
FREE, OTHER_FREE = [
    q["fact"] for q in _shared()["interview"]["questions"] if not {"options", "applies"} & q.keys()
][:2]


def item(key: str, kind: str = "expected", **keys: Any) -> Raw:
    """An item as it is written, with the keys that it must have."""
    given: Raw = {"id": key, "ask": f"{key} 做到了吗？", "kind": kind, "basis": ["XX-2016-1/1#1"]}
    return {**given, **keys, "proof": ["记录", "照片"], "guide": "今天开始做。"}


def duty(key: str, **keys: Any) -> Raw:
    """A duty by law."""
    return item(key, "duty", **{"demands": ["law-all 第一条"], **keys})


def measure(key: str, **answer: Any) -> Raw:
    """An item that asks for figures."""
    return item(key, answer={"type": "measure", "unit": "%", "better": "higher", **answer})


def tightening(key: str, **keys: Any) -> Raw:
    """A tightening of the item of that id."""
    return {"item": key, "basis": ["XX-2016-1/1#1"], **keys}


def checklist(key: str, *items: Raw, order: str = "010", topic: str = "qms", **keys: Any) -> Raw:
    """A file with one section, `<key>-main`, of these items; without items it only tightens."""
    section = {"id": f"{key}-main", "title": f"{key} 部分", "topic": topic, "items": list(items)}
    return {
        "id": key,
        "title": f"{key} 检查表",
        "order": order,
        "sections": [section] if items else [],
    } | keys


def contents(*checklists: Raw, english: Mapping[str, Raw] | None = None) -> dict[str, Raw]:
    """The files of an edition by path, as parsed; English by the id of a file."""
    found = {f"enterprise/{c['id']}": c for c in checklists}
    found |= {f"en/enterprise/{key}": words for key, words in (english or {}).items()}
    return found | {
        "edition": {"id": "2026.01", "date": "2026-01-15", "title": "试验"},
        "sources/xx-2016-1": _document(),
        "sources/regulations": {"as_of": "2026-01-15", "regulations": _regulations()},
        **_shared(),
    }


def edition(*checklists: Raw, language: Language = "zh", english: Mapping[str, Raw] | None = None) -> Edition:
    """The edition of these files."""
    return Edition(edition_body(contents(*checklists, english=english)), language)


def _document() -> Raw:
    asks = [{"id": "XX-2016-1/1#1", "ask": "做好", "kind": "duty", "stated": "explicit", "topic": "qms"}]
    return {
        "id": "XX-2016-1",
        "title": "试验文件",
        "issuing_body": "试验机关",
        "date": "2016-09-06",
        "level": "national",
        "region": "national",
        "clauses": [{"id": "XX-2016-1/1", "heading": "一", "audience": "enterprise", "asks": asks}],
    }


def _regulations() -> list[Raw]:
    ruled: dict[str, Raw] = {
        "law-all": {},
        "law-food": {"domains": ["food"]},
        "law-appliances": {"domains": ["appliances"]},
    }
    shared = {"kind": "law", "rank": "法律", "standing": "现行", "duty": "第一条"}
    return [{"id": key, "title": f"{key} 法", **shared, **more} for key, more in ruled.items()]


def dossier(
    scope: Scope,
    statuses: Mapping[str, Status] | None = None,
    *,
    answers: Mapping[str, Answer] | None = None,
    profile: Profile = COMPLETE,
    findings: tuple[Finding, ...] = (),
    actions: tuple[Action, ...] = (),
    evidence: tuple[Evidence, ...] = (),
) -> Dossier:
    """A dossier with answers that only have a status (and the note that it needs), or with whole answers."""
    given = {i: answer(scope, i, s) for i, s in (statuses or {}).items()} | dict(answers or {})
    return Dossier(
        file_id="file",
        assessment=Assessment(
            id="a",
            kind="self_assessment",
            title="自评",
            number="ZP-2026-0001",
            year="2026",
            edition=scope.edition.hash,
            scoring="1",
            selection=scope.selection,
            subject="s",
            started_on="2026-01-01",
            ended_on="",
        ),
        profile=profile,
        answers=given,
        findings=findings,
        actions=actions,
        evidence=evidence,
    )


def answer(scope: Scope, key: str, status: Status, **fields: Any) -> Answer:
    """An answer to the question as the scope has it today, with a note."""
    fields = {"note": "写明了", **fields}
    return Answer(key, "s", status, meaning=scope.by_id[key].meaning, **fields)


def evidence(key: str, valid_until: str = "") -> Evidence:
    """A piece of evidence of an item."""
    return Evidence(
        id=f"e-{key}",
        assessment="a",
        item=key,
        subject="s",
        name="a.pdf",
        kind="application/pdf",
        sha256="0" * 64,
        size=1,
        valid_until=valid_until,
    )
