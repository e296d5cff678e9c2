"""The scope of an enterprise for the command line: every item, whether it applies, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checklists.reasons import fact_question, reason_of
from exports.material import Material


def scope_data(material: Material, *, everything: bool) -> dict[str, Any]:
    """The items that apply or are not known yet as data for programs; with `everything` the others too."""
    scope = material.scope
    shown = [*scope.items, *scope.undecided, *(scope.excluded if everything else ())]
    items = [
        {
            "number": s.number,
            "item": s.id,
            "section": s.section.id,
            "applies": {True: "yes", False: "no", None: "unknown"}[s.verdict.applies],
            "kind": s.kind,
            "binding": s.binding,
            "critical": s.critical,
            "ask": s.item.ask,
            "reason": reason_of(s, material.edition),
        }
        for s in shown
    ]
    return {"items": items, "open_facts": list(scope.open_facts)}


def scope_lines(material: Material, *, everything: bool) -> Iterator[str]:
    """The same for people, line by line."""
    data = scope_data(material, everything=everything)
    for row in data["items"]:
        sign = {"yes": row["number"], "no": "—", "unknown": "？"}[row["applies"]]
        yield f"{sign:<4} {row['item']}  {_kind(material, row)}  {row['ask']}  〔{row['reason']}〕"
    for fact in data["open_facts"]:
        yield material.words("said-to-answer", fact=fact, question=fact_question(fact, material.edition))


def _kind(material: Material, row: dict[str, Any]) -> str:
    kind = material.coded("kinds", row["kind"])
    return f"{kind}·{material.coded('bindings', row['binding'])}" if row["binding"] else kind
