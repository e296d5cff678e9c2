"""The coverage of the policy documents for the command line: clause -> items and item -> clauses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checklists.errors import UserError
from checklists.library import Edition
from checklists.policy import Ask, Clause, PolicyDocument
from exports.sources import Sources
from exports.words import Words


def coverage_data(edition: Edition, document: str = "") -> dict[str, Any]:
    """Each ask with the items that cover it or the reason why none does, then each item with its asks.

    With a document only its asks, and the items that stem from them. Raises UserError (unknown-document).
    """
    sources = Sources(edition, None)
    shown = [d for d in edition.documents.values() if document in {"", d.id}]
    if not shown:
        raise UserError("unknown-document", document=document, choices="、".join(edition.documents))
    documents = [_document(sources, d) for d in shown]
    asks = {a["ask"] for d in documents for c in d["clauses"] for a in c["asks"]}
    items = [
        {"item": name, "text": sources.items[name].item.ask, "asks": found}
        for name, stems in sources.stems.items()
        if (found := [s.ask for s in stems if s.ask in asks])
    ]
    return {"documents": documents, "items": items}


def coverage_lines(edition: Edition, document: str = "") -> Iterator[str]:
    """The same for people, line by line."""
    words, data = Words(edition.language), coverage_data(edition, document)
    kinds = {k["code"]: k["word"] for k in edition.scale["kinds"]}
    for found in data["documents"]:
        yield words("coverage-document", **{k: v for k, v in found.items() if k != "clauses"})
        for clause in found["clauses"]:
            yield f"  {clause['clause']}  {clause['heading']}".rstrip()
            for ask in clause["asks"]:
                by = words.join(ask["items"]) or _uncovered(ask["waived"], words)
                yield f"    {ask['ask']}  {kinds[ask['kind']]}  {ask['text']}  → {by}"
    yield words("coverage-items")
    for item in data["items"]:
        yield f"  {item['item']}  {item['text']}  ← {words.join(item['asks'])}"


def _uncovered(waived: str, words: Words) -> str:
    return words("coverage-waived", reason=waived) if waived else words("coverage-open")


def _document(sources: Sources, document: PolicyDocument) -> dict[str, Any]:
    clauses = [c for c in sources.edition.clauses.values() if c.document == document.id and c.asks]
    asks = [a for c in clauses for a in c.asks]
    covered = sum(map(sources.covered, clauses))
    left = sum(len(sources.open_asks(c)) for c in clauses)
    return {
        "document": document.id,
        "title": document.title,
        "n": len(asks),
        "covered": covered,
        "waived": len(asks) - covered - left,
        "open": left,
        "clauses": [_clause(sources, c) for c in clauses],
    }


def _clause(sources: Sources, clause: Clause) -> dict[str, Any]:
    return {
        "clause": clause.id,
        "heading": clause.heading,
        "asks": [_ask(sources, a) for a in clause.asks],
    }


def _ask(sources: Sources, ask: Ask) -> dict[str, Any]:
    return {
        "ask": ask.id,
        "text": ask.ask,
        "kind": ask.kind,
        "stated": ask.stated,
        "items": list(sources.covering.get(ask.id, ())),
        "waived": sources.waiver(ask),
    }
