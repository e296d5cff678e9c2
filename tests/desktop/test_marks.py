"""The marks: each code looks different, in grey too; badges and bars show what they are given."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from checklists.compiling import current_edition
from desktop.appearance import Appearance
from desktop.marks import (
    BADGES,
    SEVERITY_TOKENS,
    STATUS_TOKENS,
    badge_width,
    mark_tint,
    mark_token,
    paint_badge,
    paint_mark,
    paint_progress,
    status_parts,
)
from desktop.tokens import Token
from tests.desktop.pictures import WHITE, colours, grey, ink_box, painted

MARKS = [*STATUS_TOKENS, *SEVERITY_TOKENS]
BLACK = QColor("black")


def mark_picture(look: Appearance, mark: str, color: QColor | None = None) -> QImage:
    return painted(lambda p: paint_mark(p, QRectF(0, 0, 16, 16), mark, look, color=color), 16, 16)


def difference(first: QImage, second: QImage) -> int:
    """How many pixels of two grey pictures differ clearly."""
    return sum(abs(a - b) > 60 for a, b in zip(grey(first), grey(second), strict=True))


def test_every_status_and_severity_of_the_scale_has_a_mark() -> None:
    scale = current_edition().scale
    assert {status["code"] for status in scale["statuses"]} == set(STATUS_TOKENS)
    assert {severity["code"] for severity in scale["severities"]} == set(SEVERITY_TOKENS)


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_has_the_colour_of_its_meaning(look: Appearance, mark: str) -> None:
    for theme in ("light", "dark"):
        look.choose(theme=theme)
        assert look.token(mark_token(mark)).name() in colours(mark_picture(look, mark))


@pytest.mark.parametrize(("first", "second"), list(itertools.combinations(MARKS, 2)))
def test_marks_differ_in_shape_alone(look: Appearance, first: str, second: str) -> None:
    assert difference(mark_picture(look, first, BLACK), mark_picture(look, second, BLACK)) >= 6


@pytest.mark.parametrize("mark", [*MARKS, "clock/part", "warning/bad"])
@pytest.mark.parametrize("size", [12, 16, 24])
def test_a_mark_stays_in_its_box(look: Appearance, mark: str, size: int) -> None:
    image = painted(lambda p: paint_mark(p, QRectF(20, 20, size, size), mark, look))
    left, top, right, bottom = ink_box(image)
    assert min(left, top) >= 20
    assert max(right, bottom) < 20 + size


def test_an_icon_serves_as_mark_in_the_colour_named(look: Appearance) -> None:
    assert look.token("part").name() in colours(mark_picture(look, "clock/part"))
    assert mark_token("clock/part") == "part"


@pytest.mark.parametrize(
    ("mark", "tint"), [("conform", "okTint"), ("major", "badTint"), ("unanswered", "naTint")]
)
def test_the_tint_goes_with_the_mark(mark: str, tint: Token) -> None:
    assert mark_tint(mark) == tint


@pytest.mark.parametrize("mark", ["", "no-such-mark", "no-such-icon/ok"])
def test_an_unknown_mark_is_an_error(look: Appearance, mark: str) -> None:
    with pytest.raises(KeyError):
        mark_picture(look, mark)


def test_a_mark_follows_the_theme(look: Appearance) -> None:
    light = mark_picture(look, "conform")
    look.choose(theme="dark")
    assert mark_picture(look, "conform") != light


def badge_picture(look: Appearance, code: str) -> QImage:
    return painted(lambda p: paint_badge(p, 2, 16, code, "必须", look), 80, 32)


@pytest.mark.parametrize("code", BADGES)
def test_a_badge_takes_the_width_that_it_announces(look: Appearance, code: str) -> None:
    image = painted(lambda p: paint_badge(p, 10, 32, code, "即将被代替", look), 160, 64)
    left, top, right, bottom = ink_box(image)
    assert left >= 10
    assert right < 10 + badge_width(code, "即将被代替", look)
    assert bottom - top < 20


def test_kinds_differ_by_fill(look: Appearance) -> None:
    inside = {
        code: badge_picture(look, code).pixelColor(6, 16) for code in ("duty", "expected", "encouraged")
    }
    grounds = {"duty": look.token("text"), "expected": WHITE, "encouraged": look.token("naTint")}
    assert inside == grounds
    assert look.token("control").name() in colours(badge_picture(look, "expected"))


@pytest.mark.parametrize("standing", ["现行", "待核", "待实施", "即将被代替"])
def test_every_standing_has_a_badge(look: Appearance, standing: str) -> None:
    assert badge_width(standing, standing, look) > 24


def bar(parts: list[tuple[Token, float]], total: float, look: Appearance) -> QImage:
    return painted(lambda p: paint_progress(p, QRectF(0, 0, 100, 6), parts, total, look), 100, 6)


def length(image: QImage, colour: QColor) -> int:
    return sum(image.pixelColor(x, 3).rgb() == colour.rgb() for x in range(image.width()))


def test_parts_stand_in_order_with_gaps_and_the_rest_is_empty(look: Appearance) -> None:
    counts = {"unanswered": 20, "not_applicable": 10, "nonconform": 20, "partial": 10, "conform": 40}
    image = bar(status_parts(counts), 100, look)
    row = [image.pixelColor(x, 3).name() for x in range(100)]
    seen = [name for name, _ in itertools.groupby(row)]
    ordered = [look.token(token).name() for token in ("ok", "part", "bad", "na", "track")]
    assert [name for name in seen if name in ordered] == ordered
    assert length(image, look.token("ok")) == pytest.approx(38, abs=1)
    assert length(image, look.token("track")) == pytest.approx(20, abs=1)
    assert "#ffffff" in row


def test_a_bar_without_anything_is_empty_and_a_full_one_is_full(look: Appearance) -> None:
    assert length(bar([], 0, look), look.token("track")) >= 98
    assert length(bar([("accent", 0)], 10, look), look.token("track")) >= 98
    assert length(bar([("ok", 10)], 10, look), look.token("ok")) >= 98


def test_the_smallest_part_can_be_seen(look: Appearance) -> None:
    assert length(bar([("accent", 1)], 10_000, look), look.token("accent")) >= 1


@given(st.dictionaries(st.sampled_from(list(STATUS_TOKENS)), st.integers(0, 2000)))
def test_parts_never_count_what_is_not_assessed(counts: dict[str, int]) -> None:
    parts = status_parts(counts)
    assert sum(amount for _, amount in parts) == sum(counts.values()) - counts.get("unanswered", 0)


def test_painting_a_mark_leaves_the_painter_as_it_was(look: Appearance) -> None:
    def paint(painter: QPainter) -> None:
        before = painter.worldTransform()
        paint_mark(painter, QRectF(3, 3, 24, 24), "partial", look)
        paint_progress(painter, QRectF(0, 40, 60, 6), [("ok", 1)], 2, look)
        assert painter.worldTransform() == before
        assert not painter.hasClipping()

    painted(paint)
