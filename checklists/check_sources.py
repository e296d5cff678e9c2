"""The policy documents, regulations, scale and interview: their ids and what they point at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checklists.content import Content, Entry
from checklists.problems import Place, Problem


def check_sources(content: Content) -> Iterator[Problem]:
    """What is wrong in the files beside the checklists."""
    for path, document in ((p, content.top(p)) for p in content.files if p.startswith("sources/")):
        if document is not None and document.id:
            yield from _document(content, path, document)
    clauses = [c for d in content.documents.values() for c in d.entries("clauses")]
    yield from twice(clauses)
    yield from twice(a for c in clauses for a in c.entries("asks"))
    if regulations := content.top("sources/regulations"):
        yield from twice(regulations.entries("regulations"))
        for regulation in regulations.entries("regulations"):
            yield from _domains(content, regulation, "domains")
    yield from _scale(content)


def twice(entries: Iterable[Entry], key: str = "id") -> Iterator[Problem]:
    """Ids that are used by more than one of the entries."""
    first: dict[str, Place] = {}
    for entry in entries:
        name = entry.text(key)
        if name in first:
            yield entry.problem("id-twice", key, id=name, first=str(first[name]))
        elif name:
            first[name] = entry.place(key)


def _document(content: Content, path: str, document: Entry) -> Iterator[Problem]:
    if path != f"sources/{document.id.lower()}":
        yield document.problem("file-name", "id", id=document.id)
    if document.text("region") not in content.regions | {"national"}:
        yield document.problem("unknown-region", "region", region=document.text("region"))
    for key in ("implements", "forwards"):
        if key in document and document.text(key) not in content.documents:
            yield document.problem("unknown-document", key, document=document.text(key))
    for clause in document.entries("clauses"):
        yield from _clause(content, document, clause)
    for target in document.entries("targets"):
        yield from _known_clause(content, target, "clause")
        yield from _benchmark(content, target)


def _clause(content: Content, document: Entry, clause: Entry) -> Iterator[Problem]:
    if not clause.id.startswith(f"{document.id}/"):
        yield clause.problem("foreign-id", "id", id=clause.id, holder=document.id)
    for key in ("parent", "counterpart", "inherits"):
        if key in clause:
            yield from _known_clause(content, clause, key)
    yield from _domains(content, clause, "domain")
    for ask in clause.entries("asks"):
        if not ask.id.startswith(f"{clause.id}#"):
            yield ask.problem("foreign-id", "id", id=ask.id, holder=clause.id)
        if content.topics and ask.text("topic") not in content.topics:
            yield ask.problem("unknown-topic", "topic", topic=ask.text("topic"))
        if "national_ask" in ask and ask.text("national_ask") not in content.asks:
            yield ask.problem("unknown-ask", "national_ask", ask=ask.text("national_ask"))
        if ask.text("vs_national") == "same" and "national_ask" not in ask:
            yield ask.problem("same-as-nothing", "vs_national")


def _benchmark(content: Content, target: Entry) -> Iterator[Problem]:
    """What an enterprise can count itself stands beside its own figure; one inherited does so already."""
    clause = content.clauses.get(target.text("clause"))
    if clause is None or target.text("use") != "comparable":
        return
    holders = [q.entry.entry("answer") for q in content.questions] + [t.entry for t in content.tightenings]
    known = {
        (b.text("clause"), b.text("level"), b.text("value")) for h in holders for b in h.entries("benchmarks")
    }
    places = {clause.id, clause.text("inherits")}
    if not any((p, target.text("level"), target.text("value")) in known for p in places):
        yield target.problem("target-without-benchmark", "indicator", clause=clause.id)


def _known_clause(content: Content, entry: Entry, key: str) -> Iterator[Problem]:
    if entry.text(key) not in content.clauses:
        yield entry.problem("unknown-clause", key, clause=entry.text(key))


def _domains(content: Content, entry: Entry, key: str) -> Iterator[Problem]:
    for number, domain in enumerate(entry.texts(key)):
        if domain not in content.domains:
            yield entry.problem("unknown-value", key, number, fact="domain", value=domain)


def _scale(content: Content) -> Iterator[Problem]:
    """Codes of scale and interview that are used twice or point at nothing."""
    scale, interview = content.top("scale"), content.top("interview")
    if scale is not None:
        groups = {g.id for g in scale.entries("groups")}
        yield from twice(scale.entries("groups"))
        yield from twice(scale.entries("topics"), "code")
        for topic in scale.entries("topics"):
            if topic.text("group") not in groups:
                yield topic.problem("unknown-group", "group", group=topic.text("group"))
    if interview is not None:
        groups = {g.id for g in interview.entries("groups")}
        yield from twice(interview.entries("questions"))
        yield from twice(interview.entries("questions"), "fact")
        for question in interview.entries("questions"):
            yield from twice(question.entries("options"), "value")
            if question.text("group") not in groups:
                yield question.problem("unknown-group", "group", group=question.text("group"))
