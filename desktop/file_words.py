"""What the frame says of the open file: enterprise and assessment, edition and scope, what is overdue."""

from __future__ import annotations

from checklists.reasons import value_words
from desktop import due_work
from desktop.document import Document
from desktop.translation import translate


def heading(document: Document) -> str:
    """The enterprise and its assessment."""
    of = document.dossier.assessment
    title = of.title.strip() or translate("Window", "{year} 年度自评").format(year=of.year)
    return f"{enterprise(document)}·{title}"


def enterprise(document: Document) -> str:
    """The name of the enterprise, or that it has none yet."""
    return document.dossier.profile.name.strip() or translate("Window", "未填企业名称")


def scope_line(document: Document) -> str:
    """The edition, and region, domains and size of the enterprise as far as they are known."""
    edition, facts = document.edition, document.scope.facts
    parts = [translate("Window", "检查表 {edition} 版").format(edition=edition.id)]
    for fact in ("region", "domain", "size"):
        parts += [value_words(fact, (value,), edition) for value in facts.get(fact, ())]
    return "·".join(parts)


def overdue(document: Document) -> int:
    """How many findings have an action that is past its day: the number that the page of findings shows."""
    return sum(w.overdue for w in due_work.work(document.material))
