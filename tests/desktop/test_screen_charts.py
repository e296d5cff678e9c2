"""The charts of the window: the same figures as on paper, labels that neither overlap nor leave the chart."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from checklists.scoring import Group, Tally
from desktop.appearance import Appearance
from desktop.document import Document
from desktop.screen_charts import (
    BenchmarkFigure,
    BenchmarkLine,
    GroupBars,
    Radar,
    axis,
    left_out,
    merged,
    rate_text,
    spoke_point,
    spokes_of,
    spread,
)
from exports.report_model import Charts
from exports.summary import summary

PERCENT = st.decimals(min_value=0, max_value=100, places=1)


def group(title: str, conform: int, nonconform: int = 0, partial: int = 0) -> Group:
    return Group(title, title, Tally(conform, partial, nonconform), 5)


def groups(count: int) -> tuple[Group, ...]:
    return tuple(group(f"主题之{n}", 3 + n, 5) for n in range(count))


def test_spokes_and_their_values_are_those_of_the_paper(document: Document) -> None:
    charts = next(b for b in summary(document.material).blocks if isinstance(b, Charts))
    shown = [(g.title, rate_text(g)) for g in spokes_of(document.figures)]
    assert shown == [(s.label, s.text.removesuffix(".0")) for s in charts.spokes]
    assert len(shown) == len([g for g in document.figures.by_group if g.tally.total])
    assert left_out(document.figures) == ()


def test_fewer_than_five_rated_items_are_a_fraction_and_no_spoke() -> None:
    few, none, enough = group("甲", 3, 0, 1), group("乙", 0), group("丙", 4, 1)
    assert [rate_text(g) for g in (few, none, enough)] == ["3.5/4", "", "80"]


def test_first_spoke_points_up_and_the_others_follow_clockwise() -> None:
    up, right = spoke_point(0, 4, 10), spoke_point(1, 4, 10)
    assert (round(up.x()), round(up.y())) == (0, -10)
    assert (round(right.x()), round(right.y())) == (10, 0)


@pytest.mark.parametrize("count", range(5, 10))
@pytest.mark.parametrize("width", [240, 344, 520])
def test_labels_stay_inside_and_apart(qtbot: QtBot, look: Appearance, count: int, width: int) -> None:
    radar = Radar(look, "各主题落实率")
    qtbot.addWidget(radar)
    radar.resize(width, 240)
    radar.show_groups(groups(count))
    middle = QRectF(radar.rect()).center()
    boxes = [label.title.united(label.value).translated(middle) for label in radar.labels()]
    assert all(QRectF(radar.rect()).adjusted(-1, -1, 1, 1).contains(box) for box in boxes)
    inner = [box.adjusted(1, 1, -1, -1) for box in boxes]
    assert not any(a.intersects(b) for n, a in enumerate(inner) for b in inner[n + 1 :])


def test_labels_stand_outside_the_ring(qtbot: QtBot, look: Appearance) -> None:
    radar = Radar(look, "")
    qtbot.addWidget(radar)
    radar.resize(344, 240)
    radar.show_groups(groups(6))
    for label in radar.labels():
        for box in (label.title, label.value):
            nearest = QPointF(
                min(max(0.0, box.left()), box.right()), min(max(0.0, box.top() + 4), box.bottom() - 4)
            )
            assert (nearest.x() ** 2 + nearest.y() ** 2) ** 0.5 > radar.radius() * 0.87


def test_screen_reader_hears_every_figure(qtbot: QtBot, look: Appearance) -> None:
    for made in (Radar(look, "各主题落实率"), GroupBars(look, "各主题落实率")):
        qtbot.addWidget(made)
        made.show_groups([group("主体责任", 4, 1), group("检测认证", 1)])
        assert made.accessibleName() == "各主题落实率 主体责任 80, 检测认证 1/1"


@given(own=PERCENT, targets=st.lists(PERCENT, max_size=4))
def test_axis_holds_every_value_and_ends_at_whole_tens(own: Decimal, targets: list[Decimal]) -> None:
    low, high = axis(BenchmarkFigure("", "", own, "", tuple(("", t) for t in targets)))
    assert all(low <= value <= high for value in (own, *targets))
    assert high == 100
    assert low % 10 == 0
    assert high - low >= 20


def test_axis_of_what_is_no_percentage_follows_its_values() -> None:
    low, high = axis(BenchmarkFigure("", "", Decimal(340), "", (("国家", Decimal(200)),), percent=False))
    assert low <= 200
    assert 340 <= high < 400


def test_regions_with_one_target_share_a_tick() -> None:
    targets = (("国家", Decimal(90)), ("河北省", Decimal(93)), ("广东省", Decimal(90)))
    assert merged(targets, "、") == [("国家、广东省", Decimal(90)), ("河北省", Decimal(93))]


@given(
    places=st.lists(st.floats(0, 300), min_size=1, max_size=4).map(sorted),
    width=st.floats(10, 70),
)
def test_labels_of_ticks_never_overlap_nor_leave_the_line(places: list[float], width: float) -> None:
    edges = spread(places, [width] * len(places), 0, 320, 8)
    assert all(a + width + 8 <= b + 0.001 for a, b in pairwise(edges))
    assert edges[-1] + width <= 320.001
    assert edges[0] >= -0.001


def test_line_puts_values_in_proportion_and_says_when_there_are_none(qtbot: QtBot, look: Appearance) -> None:
    figure = BenchmarkFigure("合格率（省级）", "sampling-pass-rate", None, "", (("河北省", Decimal(93)),))
    line = BenchmarkLine(look, figure, "没有数据")
    qtbot.addWidget(line)
    line.resize(700, 48)
    low, high = line.position(Decimal(80)), line.position(Decimal(100))
    assert line.position(Decimal(90)) == pytest.approx((low + high) / 2)
    assert line.accessibleName() == "合格率（省级） 没有数据 河北省 93"
