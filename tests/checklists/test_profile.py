"""企业概况: credit codes, size classes and figures as people type them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.errors import UserError
from checklists.profile import Profile, amount, credit_code_fault, plain_credit_code, size_class
from tests.checklists.editions import COMPLETE, checklist, edition

CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
INTERVIEW: Any = edition(checklist("a")).interview

#: GB 32100-2015 worked out by hand: value x weight over 17 places; 31 minus the remainder is the check.
#: 9x1 + 1x3 = 12, 31 - 12 = 19 = K. 9x1 + 1x3 + 1x9 + 3x27 = 102 = 3x31 + 9, 31 - 9 = 22 = N.
SOUND = ("91000000000000000K", "91130000000000000N", "000000000000000000", "10000000000000000Y")


@pytest.mark.parametrize("code", SOUND)
def test_codes_worked_out_by_hand_are_sound(code: str) -> None:
    assert credit_code_fault(code) == ""


def test_the_weights_of_all_places() -> None:
    weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    for place, weight in enumerate(weights):
        first = "0" * place + "1" + "0" * (16 - place)
        assert credit_code_fault(first + CHARACTERS[31 - weight]) == ""


bodies = st.text(alphabet=CHARACTERS, min_size=17, max_size=17)


def sound(body: str) -> str:
    """The code of which these are the first 17 signs."""
    (check,) = (c for c in CHARACTERS if credit_code_fault(body + c) == "")
    return body + check


@given(bodies)
def test_exactly_one_check_character_fits(body: str) -> None:
    assert len(sound(body)) == 18


@given(bodies, st.integers(0, 17), st.sampled_from(CHARACTERS))
def test_any_single_changed_character_is_noticed(body: str, place: int, other: str) -> None:
    code = sound(body)
    changed = code[:place] + other + code[place + 1 :]
    assert (credit_code_fault(changed) == "check") is (changed != code)


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("", "length"),
        ("91000000000000000", "length"),
        ("91000000000000000KK", "length"),
        ("9100000000000000OK", "character"),
        ("91000000000000000k", "character"),
        ("9100000000000000０K", "character"),
        ("91000000000000000L", "check"),
    ],
)
def test_unsound_codes(code: str, fault: str) -> None:
    assert credit_code_fault(code) == fault


def test_a_code_is_taken_as_people_type_it() -> None:
    assert plain_credit_code(" 91130605 ma0cx4578r\n") == "91130605MA0CX4578R"
    assert plain_credit_code("９１１３０６０５ＭＡ０ＣＸ４５７８Ｒ") == "91130605MA0CX4578R"


#: The national table as the issue gives it: trade -> large, medium, small, each staff and turnover.
LIMITS: dict[str, tuple[tuple[str, str], ...]] = {
    "industry": (("1000", "40000"), ("300", "2000"), ("20", "300")),
    "wholesale": (("200", "40000"), ("20", "5000"), ("5", "1000")),
    "retail": (("300", "20000"), ("50", "500"), ("10", "100")),
    "software": (("300", "10000"), ("100", "1000"), ("10", "50")),
    "information": (("2000", "100000"), ("100", "1000"), ("10", "100")),
    "transport": (("1000", "30000"), ("300", "3000"), ("20", "200")),
    "warehousing": (("200", "30000"), ("100", "1000"), ("20", "100")),
    "farming": (("", "20000"), ("", "500"), ("", "50")),
    "other": (("300", ""), ("100", ""), ("10", "")),
}
CLASSES = ("large", "medium", "small", "micro")
CASES = [(trade, n, *limit) for trade, limits in LIMITS.items() for n, limit in enumerate(limits)]


def below(figure: str, step: str) -> str:
    """Just below a figure; "" stays."""
    return str(Decimal(figure) - Decimal(step)) if figure else ""


def test_the_table_has_no_other_trades() -> None:
    assert [s["id"] for s in INTERVIEW["sizes"]] == list(LIMITS)


@pytest.mark.parametrize(("trade", "n", "staff", "turnover"), CASES)
def test_size_at_and_just_below_each_limit(trade: str, n: int, staff: str, turnover: str) -> None:
    assert size_class(INTERVIEW, trade, staff, turnover) == CLASSES[n]
    assert size_class(INTERVIEW, trade, below(staff, "1"), below(turnover, "0.01")) == CLASSES[n + 1]


@pytest.mark.parametrize(("trade", "n", "staff", "turnover"), [c for c in CASES if c[2] and c[3]])
def test_both_figures_are_needed(trade: str, n: int, staff: str, turnover: str) -> None:
    assert size_class(INTERVIEW, trade, below(staff, "1"), turnover) == CLASSES[n + 1]
    assert size_class(INTERVIEW, trade, staff, below(turnover, "0.01")) == CLASSES[n + 1]
    assert size_class(INTERVIEW, trade, staff, "") == ""
    assert size_class(INTERVIEW, trade, "", turnover) == ""


def test_a_great_figure_does_not_outweigh_a_small_one() -> None:
    assert size_class(INTERVIEW, "industry", "5000", "299") == "micro"
    assert size_class(INTERVIEW, "industry", "19", "900000") == "micro"


def test_trades_of_one_figure_need_only_that() -> None:
    assert size_class(INTERVIEW, "farming", "", "500") == "medium"
    assert size_class(INTERVIEW, "other", "10", "") == "small"
    assert size_class(INTERVIEW, "farming", "1000", "") == ""


def test_a_size_that_is_stated_overrules() -> None:
    assert COMPLETE.size_class(INTERVIEW) == "small"
    assert COMPLETE._replace(size="large").size_class(INTERVIEW) == "large"
    assert COMPLETE._replace(size="large", staff="").size_class(INTERVIEW) == "large"


def test_known_facts() -> None:
    assert COMPLETE.known_facts(INTERVIEW) == {
        "domain": ("appliances",),
        "role": ("manufacturer",),
        "region": ("anhui",),
        "size": ("small",),
    }
    assert Profile(facts={"domain": (), "able": ("no",)}).known_facts(INTERVIEW) == {"able": ("no",)}


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, ()),
        ({"name": " "}, ("name",)),
        ({"credit_code": ""}, ("credit_code",)),
        ({"credit_code": "91130605MA0CX4578T"}, ("credit_code",)),
        ({"region": ""}, ("region",)),
        ({"in_charge": " "}, ("in_charge",)),
        ({"in_charge": "", "chief_quality_officer": "沈立言"}, ()),
    ],
)
def test_what_is_missing(changes: dict[str, str], missing: tuple[str, ...]) -> None:
    assert COMPLETE._replace(**changes).missing() == missing  # type: ignore[arg-type]


def test_an_empty_profile_lacks_all_four() -> None:
    assert Profile().missing() == ("name", "credit_code", "region", "in_charge")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("  ", ""),
        ("45", "45"),
        ("045", "45"),
        ("0", "0"),
        ("0.0", "0"),
        ("1,234", "1234"),
        ("1,234,567.50", "1234567.5"),
        (" 2600 ", "2600"),
        ("１，２３４．５", "1234.5"),
        ("98.5", "98.5"),
    ],
)
def test_figures_as_typed(typed: str, kept: str) -> None:
    assert amount("staff", typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["-1", "+1", "1,5", "12,34", "1,2345", ",123", "1e5", "1_000", "NaN", "Infinity", "四十五", "45人"],
)
def test_what_is_no_figure_is_refused(typed: str) -> None:
    with pytest.raises(UserError) as raised:
        amount("staff", typed)
    assert (raised.value.code, raised.value.values) == (
        "profile-invalid",
        {"field": "staff", "detail": typed},
    )


@pytest.mark.parametrize("typed", ["1.", ".5", "1 2", "٤", "9" * 16, "0.1234567"])
def test_what_only_nearly_is_a_figure_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        amount("staff", typed)


@given(st.decimals(min_value=0, max_value=10**15 - 1, places=6))
def test_figures_keep_their_value(value: Decimal) -> None:
    kept = amount("turnover", f"{value:,f}")
    assert Decimal(kept) == value
    assert amount("turnover", kept) == kept
