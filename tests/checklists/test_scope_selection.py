"""Which of the items that apply are selected, and their printed numbers."""

from __future__ import annotations

import pytest

from checklists.errors import UserError
from checklists.facts import Facts
from checklists.scope import checked_selection, scope
from tests.checklists.editions import FREE, OTHER_FREE, checklist, duty, edition, item, measure, tightening

HEBEI: Facts = {"region": ("hebei",)}
ANHUI: Facts = {"region": ("anhui",)}


def chosen(selection: str, facts: Facts) -> list[str]:
    files = (
        checklist("a", duty("must"), item("critical", critical="yes"), item("quick", quick="yes"), item("x")),
        checklist("b", item("y"), order="020"),
        checklist("hebei", overlay="hebei", order="420", tightens=[tightening("y", kind="duty")]),
    )
    return [s.id for s in scope(edition(*files), facts, selection).items]


def test_selections() -> None:
    assert chosen("full", ANHUI) == ["must", "critical", "quick", "x", "y"]
    assert chosen("quick", ANHUI) == ["must", "critical", "quick"]
    assert chosen("quick", HEBEI) == ["must", "critical", "quick", "y"]
    assert chosen("sections:b-main", ANHUI) == ["y"]
    assert chosen("sections:b-main,a-main", ANHUI) == ["must", "critical", "quick", "x", "y"]


def test_what_is_not_selected_is_not_waited_for() -> None:
    files = (
        checklist("a", item("x", applies=[{FREE: ["yes"]}])),
        checklist("b", duty("y", applies=[{OTHER_FREE: ["yes"]}]), order="020"),
    )
    assert scope(edition(*files), {}, "quick").open_facts == (OTHER_FREE,)
    assert scope(edition(*files), {}, "sections:a-main").open_facts == (FREE,)
    assert [s.id for s in scope(edition(*files), {}, "sections:a-main").undecided] == ["x"]


def test_a_selection_that_names_nothing_is_refused() -> None:
    made = edition(checklist("a", item("x")), checklist("b", item("y"), order="020"))
    assert checked_selection(made, " sections: a-main, b-main ") == "sections:a-main,b-main"
    assert checked_selection(made, "quick") == "quick"
    for wrong in ("all", "", "sections:", "sections:a-main,c-main"):
        with pytest.raises(UserError) as raised:
            checked_selection(made, wrong)
        assert raised.value.code == "unknown-selection"


def test_numbers_run_through_each_file_in_scope() -> None:
    first = checklist("a", *(item(f"a{n}") for n in range(11)), order="010")
    out = checklist("b", item("b0", applies=[{FREE: ["yes"]}]), order="020")
    last = checklist("c", item("c0"), measure("c1"), order="030")
    found = scope(edition(last, out, first), {FREE: ("no",)})
    assert [s.number for s in found.items][8:] == ["A09", "A10", "A11", "B01", "B02"]
    assert {s.number for s in found.excluded} == {""}


def test_letters_go_on_after_z() -> None:
    files = [checklist(f"f{n:03d}", item(f"i{n:03d}"), order=f"{n:03d}") for n in range(704)]
    numbers = [s.number for s in scope(edition(*files), {}).items]
    places = {0: "A", 25: "Z", 26: "AA", 27: "AB", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA", 703: "AAB"}
    assert {n: numbers[n] for n in places} == {n: f"{letter}01" for n, letter in places.items()}
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize(("duties", "marked", "shown"), [(10, 50, 40), (38, 5, 40), (45, 5, 45), (20, 5, 25)])
def test_a_quick_selection_is_filled_up_with_what_is_marked(duties: int, marked: int, shown: int) -> None:
    made = checklist(
        "a",
        *(item(f"q{n}", quick="yes") for n in range(marked)),
        *(duty(f"d{n}") for n in range(duties)),
        *(item(f"x{n}") for n in range(5)),
    )
    found = [s.id for s in scope(edition(made), {}, "quick").items]
    assert len(found) == shown
    assert [i for i in found if i[0] == "d"] == [f"d{n}" for n in range(duties)]
    assert [i for i in found if i[0] == "q"] == [f"q{n}" for n in range(max(0, shown - duties))]
    assert not [i for i in found if i[0] == "x"]
