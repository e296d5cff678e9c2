"""The interview without a window: which questions matter, and the list with its reasons."""

from __future__ import annotations

from checklists.scope import scope
from desktop.document import Document
from desktop.interview import EntryGroup, grouped, put, questions
from desktop.scope_list import lines


def test_questions_on_which_nothing_depends_are_left_out(document: Document) -> None:
    edition = document.edition
    asked = [q["fact"] for q in questions(edition)]
    assert {"region", "domain", "role", "ccc"} <= set(asked)
    profile = document.dossier.profile
    left_out = {q["fact"] for q in edition.interview["questions"]} - set(asked)
    for fact in left_out & set(put(edition, profile)):
        verdicts = [
            [(s.verdict.applies, s.kind, s.demands) for s in scope(edition, facts).scoped]
            for facts in (
                {**profile.known_facts(edition.interview), fact: ("yes",)},
                {**profile.known_facts(edition.interview), fact: ("no",)},
            )
        ]
        assert verdicts[0] == verdicts[1], fact


def test_every_item_is_in_the_list_with_a_reason(document: Document) -> None:
    groups = grouped(document.scope)
    shown_items = [e.item.id for g in groups for e in g.entries]
    assert sorted(shown_items) == sorted(s.id for s in document.scope.scoped)
    assert groups[-1].id == "out"
    assert all(entry.reason or group.reason for group in groups for entry in group.entries)


def test_a_group_shows_its_first_items_until_all_are_asked_for(document: Document) -> None:
    group = max(grouped(document.scope), key=lambda g: len(g.entries))
    assert [x.kind for x in lines([group], set(), set())] == ["head", "item", "item", "item", "more"]
    assert len(list(lines([group], set(), {group.id}))) == 1 + len(group.entries)
    assert [x.kind for x in lines([group], {group.id}, set())] == ["head"]


def test_none_is_hidden_where_hiding_saves_nothing(document: Document) -> None:
    group = max(grouped(document.scope), key=lambda g: len(g.entries))
    four = EntryGroup("x", "", "", "", group.entries[:4])
    assert [x.kind for x in lines([four], set(), set())] == ["head", *["item"] * 4]
