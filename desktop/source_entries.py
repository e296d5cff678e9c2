"""The three lists of the library: what stands in a row of each, what is searched, what narrows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from checklists.policy import Ask, Clause, Regulation, Target
from desktop.record_table import Column
from desktop.rows import Cell, Row
from desktop.source_list import Entry, Shape
from desktop.tokens import TWO_LINE_ROW
from desktop.translation import translate
from exports.sources import Placed, Sources

#: Standings as the sources name them, in the order of how much one can rely on them, each with the key of its
#: words on paper.
STANDINGS: Final[Mapping[str, str]] = {
    "现行": "in-force",
    "待实施": "standing-coming",
    "即将被代替": "standing-superseded",
    "待核": "standing-check",
}


def standing_word(sources: Sources, standing: str) -> str:
    """The standing of a regulation, in the words of the report."""
    return sources.words(STANDINGS[standing])


def kind_word(sources: Sources, kind: str) -> str:
    """The word of a kind: 必须, 应当, 鼓励."""
    return next(str(k["word"]) for k in sources.edition.scale["kinds"] if k["code"] == kind)


def item_shape(sources: Sources) -> Shape:
    """How the list of items looks; with a file open it can be narrowed to what applies."""
    traits = (
        ("yes", translate("Library", "适用")),
        ("no", translate("Library", "不适用")),
        ("open", translate("Library", "待定")),
    )
    return Shape(
        translate("Library", "检查项"),
        (
            Column(translate("Library", "编号"), 64),
            Column(translate("Library", "检查项")),
            Column(translate("Library", "强度"), 96),
            Column(translate("Library", "适用"), 80),
        ),
        (
            ("", translate("Library", "全部检查表")),
            *((c.id, c.title) for c in sources.edition.checklists if c.sections),
        ),
        traits if sources.scope else (),
        TWO_LINE_ROW,
    )


def item_entries(sources: Sources) -> Iterator[Entry]:
    """Every item, whether it applies or not."""
    for name, placed in sources.items.items():
        item = placed.item
        applies = sources.applies(name)
        cited = (sources.regulation(c.regulation).title for c in sources.cited[name])
        said = (sources.number(name), name, item.ask, item.guide, *item.proof, placed.checklist.title, *cited)
        yield Entry(
            name,
            placed.checklist.id,
            frozenset({applies} if applies else ()),
            "\n".join(said).casefold(),
            partial(_item_row, sources, placed),
        )


def _item_row(sources: Sources, placed: Placed, _words: Sequence[str]) -> Row:
    item, scoped = placed.item, sources.scoped(placed.item.id)
    kind = scoped.kind if scoped else item.kind
    critical = scoped.critical if scoped else item.critical
    applies = sources.applies(item.id)
    words = {
        "yes": translate("Library", "适用"),
        "no": translate("Library", "不适用"),
        "open": translate("Library", "待定"),
    }
    ask = f"★ {item.ask}" if critical else item.ask
    return Row(
        item.id,
        (
            Cell(sources.number(item.id) or "—", tone="text2", whole=True),
            Cell(ask, caption=f"{placed.checklist.title}　{placed.section.title}", main=True),
            Cell(badge=(kind, kind_word(sources, kind)), name=kind_word(sources, kind), key=kind),
            Cell(words[applies] if applies else "—", tone="text2" if applies == "yes" else "text3"),
        ),
        muted=applies == "no",
    )


def clause_shape(sources: Sources) -> Shape:
    """How the list of policy clauses looks."""
    return Shape(
        translate("Library", "政策条款"),
        (
            Column(translate("Library", "条款"), 140),
            Column(translate("Library", "标题和要求点")),
            Column(translate("Library", "要求点"), 72, right=True),
            Column(translate("Library", "已覆盖"), 116),
        ),
        (
            ("", translate("Library", "全部文件")),
            *((d.id, d.number or d.title) for d in sources.edition.documents.values()),
        ),
        (("open", translate("Library", "有未覆盖的")), ("asks", translate("Library", "对企业有要求"))),
        TWO_LINE_ROW,
    )


def clause_entries(sources: Sources) -> Iterator[Entry]:
    """Every clause of every policy document, with what it asks."""
    for name, clause in sources.edition.clauses.items():
        traits = {"asks"} if clause.asks else set()
        if sources.open_asks(clause):
            traits.add("open")
        document = sources.document_of(clause)
        said = (name, clause.heading, document.number, document.original_title, *(a.ask for a in clause.asks))
        yield Entry(
            name,
            clause.document,
            frozenset(traits),
            "\n".join(said).casefold(),
            partial(_clause_row, sources, clause),
        )


def _clause_row(sources: Sources, clause: Clause, words: Sequence[str]) -> Row:
    shown = _ask_shown(clause, words)
    asks, covered = len(clause.asks), sources.covered(clause)
    done = translate("Library", "已覆盖 {covered} 个，共 {asks} 个").format(covered=covered, asks=asks)
    return Row(
        clause.id,
        (
            Cell(clause.id, tone="text2", whole=True),
            Cell(clause.heading or clause.id, caption=shown.ask if shown else "", main=True),
            Cell(str(asks) if asks else "—", right=True, tone="text" if asks else "text3", key=asks),
            Cell(f"{covered}/{asks}", bar=(covered, asks), name=done, key=covered / asks)
            if asks
            else Cell("—", tone="text3", key=-1),
        ),
        muted=not asks,
    )


def _ask_shown(clause: Clause, words: Sequence[str]) -> Ask | None:
    """The ask that holds what is searched for, else the first."""
    for ask in clause.asks:
        if words and any(word in ask.ask.casefold() for word in words):
            return ask
    return clause.asks[0] if clause.asks else None


def regulation_shape(sources: Sources) -> Shape:
    """How the list of laws, rules and standards looks."""
    ranks = dict.fromkeys(r.rank for r in sources.edition.regulations.values())
    return Shape(
        translate("Library", "法规标准"),
        (
            Column(translate("Library", "名称和编号")),
            Column(translate("Library", "状态"), 104),
            Column(translate("Library", "施行"), 104),
            Column(translate("Library", "检查项"), 72, right=True),
        ),
        (("", translate("Library", "全部层级")), *((rank, rank) for rank in ranks)),
        (
            *((standing, standing_word(sources, standing)) for standing in STANDINGS),
            ("unused", translate("Library", "没有检查项引用")),
        ),
        TWO_LINE_ROW,
    )


def regulation_entries(sources: Sources) -> Iterator[Entry]:
    """Every law, rule and standard."""
    for name, regulation in sources.edition.regulations.items():
        said = (
            regulation.title,
            regulation.original_title,
            regulation.number,
            regulation.rank,
            regulation.standing,
            regulation.standing_note,
            regulation.duty,
        )
        traits = {regulation.standing} if name in sources.citing else {regulation.standing, "unused"}
        yield Entry(
            name,
            regulation.rank,
            frozenset(traits),
            "\n".join(said).casefold(),
            partial(_regulation_row, sources, regulation),
        )


def _regulation_row(sources: Sources, regulation: Regulation, _words: Sequence[str]) -> Row:
    items = len(dict.fromkeys(item for item, _ in sources.citing.get(regulation.id, ())))
    word = standing_word(sources, regulation.standing)
    caption = "　".join(part for part in (regulation.number, regulation.rank) if part)
    return Row(
        regulation.id,
        (
            Cell(regulation.title, caption=caption, main=True),
            Cell(
                badge=(regulation.standing, word), name=word, key=list(STANDINGS).index(regulation.standing)
            ),
            Cell(regulation.effective or "—", tone="text2", whole=True, key=regulation.effective),
            Cell(str(items) if items else "—", right=True, tone="text" if items else "text3", key=items),
        ),
    )


def target_line(target: Target) -> str:
    """A target figure in one line: the indicator, the figure with its unit, by when, and a note."""
    compared = {">=": "≥ ", "=": ""}.get(target.comparator, f"{target.comparator} ")
    figure = f"{compared}{target.value}{'' if target.unit == '%' else ' '}{target.unit}".strip()
    parts = [figure, translate("Library", "{year} 年").format(year=target.year) if target.year else ""]
    parts.append(target.note)
    return f"{target.indicator}：{'，'.join(p for p in parts if p)}"
