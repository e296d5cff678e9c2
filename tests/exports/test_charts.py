"""The charts: what they show follows from the figures, and labels leave each other room."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.charts import bar_parts, draw_charts, spoke_labels, spoke_point
from exports.key_figures import draw_key_figures, draw_strip
from exports.page_layout import Flow
from exports.pdf_font import Fonts
from exports.pdf_page import Pages
from exports.pdf_style import NOTE, NOTE_BOLD, PAGE_HEIGHT, PAGE_WIDTH, RADAR_RADIUS, UNIT, frame
from exports.report_model import CountsStrip, KeyFigure, KeyFigures, Spoke
from exports.typesetting import Typesetter
from tests.exports.report_parts import MARKS, charts, counts

LABELS = (
    "主体责任",
    "改进人才",
    "标准标识",
    "安全召回",
    "检测认证",
    "供销贸易",
    "设计创新",
    "品牌产权",
    "服务维权",
    "质量信用",
)
ENGLISH = (
    "Quality responsibility",
    "Improvement and people",
    "Standards and labelling",
    "Safety and recall",
    "Testing and certification",
    "Supply and trade",
    "Design and innovation",
    "Brand and property",
    "Service and rights",
    "Credit",
)


@pytest.fixture
def typesetter() -> Typesetter:
    return Typesetter(Fonts())


def spokes(labels: tuple[str, ...], count: int) -> list[Spoke]:
    return [Spoke(label, Decimal(100), "100") for label in labels[:count]]


@pytest.mark.parametrize("labels", [LABELS, ENGLISH])
@pytest.mark.parametrize("count", [5, 6, 7, 8, 9, 10])
def test_labels_of_spokes_stand_outside_the_ring_and_apart(
    typesetter: Typesetter, labels: tuple[str, ...], count: int
) -> None:
    found = []
    for label in spoke_labels(spokes(labels, count), typesetter):
        for place, line in enumerate(label.lines):
            width = typesetter.width(line, NOTE)
            if place == len(label.lines) - 1:
                width += typesetter.width(label.value, NOTE_BOLD) + 2
            left = label.x - {"left": 0.0, "center": width / 2, "right": width}[label.align]
            base = label.baseline + place * NOTE.leading
            found.append((left, base - 0.88 * NOTE.size, left + width, base + 0.12 * NOTE.size))
    for left, top, right, bottom in found:
        nearest = max(left, min(0.0, right)) ** 2 + max(top, min(0.0, bottom)) ** 2
        assert nearest > (RADAR_RADIUS * 0.8) ** 2
    for one, other in combinations(found, 2):
        apart = (
            one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 0.1 or other[3] <= one[1] + 0.1
        )
        assert apart, (one, other)


def test_the_first_spoke_points_up_and_the_next_to_the_right() -> None:
    assert spoke_point(0, 8, 10.0) == pytest.approx((0.0, -10.0))
    assert spoke_point(2, 8, 10.0) == pytest.approx((10.0, 0.0))


@given(st.lists(st.integers(0, 400), min_size=5, max_size=5))
def test_parts_of_a_bar_are_shares_of_what_applies(numbers: list[int]) -> None:
    parts = bar_parts(counts(numbers), 90.0)
    shown = {str(mark): number for mark, number in zip(MARKS, numbers, strict=True) if number}
    shown.pop("not_applicable", None)
    assert [count.mark for count, _, _ in parts] == list(shown)
    assert sum(share for _, _, share in parts) == pytest.approx(90.0 if shown else 0.0)
    for count, _, share in parts:
        assert share == pytest.approx(90.0 * shown[count.mark] / sum(shown.values()))


def printed_page(drawing_of: object, typesetter: Typesetter) -> list[str]:
    """The texts that a drawing puts on a page."""
    pages = Pages(typesetter, PAGE_WIDTH, PAGE_HEIGHT, frame)
    flow = Flow(pages, None)
    drawing = drawing_of
    flow.block(drawing.height, drawing.draw)  # type: ignore[attr-defined]
    return [line.text for _, _, line, _ in flow.page._texts]


def test_with_fewer_than_five_values_there_is_no_radar(typesetter: Typesetter) -> None:
    full = charts()
    few = full._replace(
        spokes=tuple(s._replace(value=None, text="未评") for s in full.spokes[4:]) + full.spokes[:4]
    )
    assert full.radar_title in printed_page(draw_charts(full, typesetter, 700), typesetter)
    printed = printed_page(draw_charts(few, typesetter, 700), typesetter)
    assert full.radar_title not in printed
    assert {bar.title for bar in full.bars} <= set(printed)


def test_a_topic_that_was_not_assessed_says_so(typesetter: Typesetter) -> None:
    assert "未评" in printed_page(draw_charts(charts(), typesetter, 700), typesetter)


@pytest.mark.parametrize("bars", [0, 1, 8, 40])
def test_charts_keep_to_the_grid_and_to_one_page(typesetter: Typesetter, bars: int) -> None:
    full = charts()
    drawing = draw_charts(full._replace(bars=(full.bars * 5)[:bars]), typesetter, 700)
    assert drawing.height / UNIT == pytest.approx(round(drawing.height / UNIT))
    assert drawing.height < 680


@pytest.mark.parametrize(("room", "fits"), [(430, True), (600, True), (300, False)])
def test_many_bars_stand_closer_where_they_then_fit_on_the_page(
    typesetter: Typesetter, room: float, fits: bool
) -> None:
    full = charts()
    many = full._replace(bars=(full.bars * 3)[:22])
    usual = draw_charts(many, typesetter, 0)
    drawing = draw_charts(many, typesetter, room)
    assert (drawing.height <= room) == fits
    assert drawing.height <= usual.height
    if not fits:
        assert drawing.height == usual.height


def test_the_strip_shows_every_status_in_its_legend_even_if_none_has_it(typesetter: Typesetter) -> None:
    printed = printed_page(draw_strip(CountsStrip(counts((0, 0, 0, 0, 0))), typesetter), typesetter)
    assert printed == ["符合", "0 项", "部分符合", "0 项", "不符合", "0 项", "不适用", "0 项", "未评", "0 项"]


def test_a_part_of_the_strip_too_narrow_for_its_number_goes_without(typesetter: Typesetter) -> None:
    printed = printed_page(draw_strip(CountsStrip(counts((990, 2, 0, 0, 0))), typesetter), typesetter)
    assert "990" in printed
    assert "2" not in printed


def test_key_figures_grow_with_their_lines(typesetter: Typesetter) -> None:
    short = KeyFigures((KeyFigure("甲", "1"), KeyFigure("乙", "2"), KeyFigure("丙", "三级", reason="因为。")))
    many = tuple(f"第 {n} 行" for n in range(6))
    long = KeyFigures((KeyFigure("甲", "1", lines=many), *short.figures[1:]))
    assert draw_key_figures(short, typesetter).height == 88.0
    assert draw_key_figures(long, typesetter).height > 88.0 + 3 * NOTE.leading
    assert set(many) <= set(printed_page(draw_key_figures(long, typesetter), typesetter))
