"""Fingerprints are printed on paper that was handed out: the vectors here never change."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.canonical import Kind, canonical, fingerprint

VECTORS: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("canonical_vectors.json").read_text(encoding="utf-8")
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(max_codepoint=127)), inner),
    max_leaves=20,
)


def typed(value: Any) -> Any:
    """A vector's input, in which JSON has no word for decimals, dates, times and sets."""
    match value:
        case {"$decimal": text}:
            return Decimal(text)
        case {"$date": text}:
            return date.fromisoformat(text)
        case {"$time": text}:
            return datetime.fromisoformat(text)
        case {"$set": members}:
            return {typed(member) for member in members}
        case dict():
            return {key: typed(inner) for key, inner in value.items()}
        case list():
            return [typed(inner) for inner in value]
    return value


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["name"]))
def test_vectors_never_change(vector: Mapping[str, Any]) -> None:
    body = canonical(typed(vector["value"]))
    assert body == vector["canonical"].encode()
    assert {kind: fingerprint(kind, body) for kind in get_args(Kind)} == vector["fingerprints"]


def test_fingerprint_covers_kind_and_form() -> None:
    assert fingerprint("report", b"{}") == hashlib.sha256(b"zhiping/report/1\n{}").hexdigest()


@given(PLAIN)
def test_what_was_read_back_is_written_the_same(value: object) -> None:
    body = canonical(value)
    assert canonical(json.loads(body)) == body


@given(st.dictionaries(st.text(st.characters(max_codepoint=127)), PLAIN), st.randoms())
def test_order_of_keys_is_irrelevant(value: dict[str, object], chance: Any) -> None:
    shuffled = list(value.items())
    chance.shuffle(shuffled)
    assert canonical(dict(shuffled)) == canonical(value)


@given(TEXT)
def test_text_is_never_normalised(text: str) -> None:
    kept = json.loads(canonical(text))
    assert kept == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3), st.integers(1, 60))
def test_decimals_depend_on_their_value_alone(value: Decimal, precision: int) -> None:
    with localcontext() as context:
        context.prec = precision
        text = json.loads(canonical(value))
        assert canonical(Decimal(f"{value:f}00")) == canonical(value)
    assert Decimal(text) == value
    assert text == "0" or not text.startswith("-0") or "." in text


@given(
    st.datetimes(min_value=datetime(1, 1, 3), max_value=datetime(9999, 12, 29)),  # noqa: DTZ001 - zones follow
    st.integers(-23 * 60, 23 * 60),
)
def test_a_moment_is_the_same_in_every_zone(moment: datetime, minutes: int) -> None:
    there = moment.replace(tzinfo=UTC).astimezone(timezone(timedelta(minutes=minutes)))
    assert canonical(there) == canonical(moment.replace(tzinfo=UTC))


@pytest.mark.parametrize(
    "value",
    [1.5, {"a": 2.0}, {"长": 1}, {1: "a"}, datetime(2026, 1, 1), b"bytes", object()],  # noqa: DTZ001
)
def test_what_has_no_canonical_form(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("-Infinity"), "half \ud800"])
def test_what_cannot_be_written(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - Python's own for text, ours for decimals
        canonical(value)
