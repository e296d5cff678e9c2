"""Where things go: nothing is lost between pages, and what belongs together stays together."""

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.page_layout import Flow
from exports.pdf_file import DocumentInfo
from exports.pdf_font import Fonts
from exports.pdf_page import Frame, Page, Pages
from exports.table_layout import Band, Cell, Column, Row, StripText, Sum, Table, TableStyle
from exports.typesetting import Style, Typesetter

TEXT = Style(9.0, 14.0)
SMALL = Style(7.5, 10.5)
STYLE = TableStyle(
    text=TEXT,
    head=SMALL,
    pad=3.5,
    rule_top=1.0,
    rule_head=0.6,
    rule_row=0.3,
    rule_end=0.6,
    head_height=17.5,
    overleaf=SMALL,
    overleaf_height=17.5,
    max_lines=8,
    again="（续）",
    rows_after_head=2,
    rows_before_sum=2,
    rows_on_last_page=3,
)
COLUMNS = [Column(20, gap=8.5), Column(60)]
TOP, BOTTOM = 20.0, 321.0  # room for 13 rows of one line, head and overleaf line


def flow() -> Flow:
    pages = Pages(Typesetter(Fonts(system=list)), 300, 341, lambda _: Frame(10, TOP, 280, BOTTOM))
    return Flow(pages, None)


def texts(page: Page) -> list[str]:
    """The lines on a page from top to bottom, then from left to right."""
    return [line.text for _, _, line, _ in sorted(page._texts, key=lambda text: (round(text[1], 1), text[0]))]


def pages_of(made: Flow) -> list[list[str]]:
    made.finish()
    return [texts(page) for page in made.pages.pages]


def rows(count: int, letter: str = "A") -> list[Row]:
    return [Row([f"{letter}{number:02d}", "质量"]) for number in range(1, count + 1)]


def band(letter: str) -> Band:
    title = StripText(f"{letter} 类", 0, TEXT)
    again = StripText(f"{letter} 类（续）", 0, TEXT)
    return Band([title], [again], f"{letter} 续下页", 21, 0.89, anchor=f"band-{letter}", title=letter)


def sum_of(letter: str) -> Sum:
    return Sum([StripText(f"{letter} 小计", 0, SMALL)], 17.5, 1.0)


def table(entries: list[Row | Band | Sum], overleaf: str = "续下页") -> Table:
    return Table(COLUMNS, ["编号", "说明"], entries, STYLE, overleaf)


def laid_out(entries: list[Row | Band | Sum], before: float = 0.0) -> list[list[str]]:
    made = flow()
    if before:
        made.block(before, lambda *_: None)
    made.table(table(entries))
    return pages_of(made)


HEAD = ["编号", "说明"]


def test_a_table_that_fits_stands_on_one_page_without_an_overleaf_line() -> None:
    (page,) = laid_out([*rows(13)])
    assert page[:4] == [*HEAD, "A01", "质量"]
    assert page[-2:] == ["A13", "质量"]


def test_a_long_table_says_so_and_repeats_its_head() -> None:
    first, second = laid_out([*rows(15)])
    assert first[-1] == "续下页"
    assert first[-3] == "A12"
    assert second == [*HEAD, "A13", "质量", "A14", "质量", "A15", "质量"]


def test_the_last_page_has_three_rows() -> None:
    _, second = laid_out([*rows(14)])
    assert [text for text in second if text.startswith("A")] == ["A12", "A13", "A14"]


def test_a_section_goes_on_under_its_band() -> None:
    first, second = laid_out([band("A"), *rows(15)])
    assert first[2] == "A 类"
    assert first[-1] == "A 续下页"
    assert second[2] == "A 类（续）"


@pytest.mark.parametrize("count", range(6, 14))
def test_a_band_has_two_rows_under_it_and_a_sum_two_above(count: int) -> None:
    for page in laid_out([band("A"), *rows(count), sum_of("A"), band("B"), *rows(6, "B"), sum_of("B")]):
        kinds = [text for text in page if text not in {"编号", "说明", "质量"} and not text.endswith("下页")]
        for place, text in enumerate(kinds):
            if text in {"A 类", "B 类"}:
                assert [each[0] for each in kinds[place + 1 : place + 3]] == [text[0]] * 2
            if text.endswith("小计"):
                assert [each[0] for each in kinds[place - 2 : place]] == [text[0]] * 2
        assert not kinds[-1].endswith("类")


def test_a_new_section_on_a_new_page_does_not_repeat_the_finished_one() -> None:
    pages = laid_out([band("A"), *rows(10), band("B"), *rows(9, "B")])
    assert pages[1][:3] == [*HEAD, "B 类"]
    assert "A 类（续）" not in pages[1]
    assert pages[0][-1] == "续下页"


def test_a_table_begins_on_a_page_with_head_and_two_rows() -> None:
    first, second = laid_out([*rows(12)], before=301 - 17.5 - 2 * 21)
    assert first == []
    assert second[:3] == [*HEAD, "A01"]
    assert laid_out([*rows(12)], before=301 - 17.5 - 2 * 21 - 17.5)[0][2] == "A01"


def test_a_heading_goes_to_the_next_page_with_its_table() -> None:
    made = flow()
    made.block(220, lambda *_: None)
    made.skip(14)
    made.block(
        20,
        lambda page, x, top: page.put(made.pages.typesetter.line("标题", TEXT), x, top + 10, TEXT),
        keep_with_next=True,
    )
    made.table(table([*rows(9)]))
    first, second = pages_of(made)
    assert first == []
    assert second[:2] == ["标题", "编号"]
    assert made.pages.pages[1]._texts[0][1] == TOP + 10  # the white space before it is gone


def test_a_heading_with_nothing_after_it_is_still_printed() -> None:
    made = flow()
    made.block(
        20,
        lambda page, x, top: page.put(made.pages.typesetter.line("标题", TEXT), x, top, TEXT),
        keep_with_next=True,
    )
    assert pages_of(made) == [["标题"]]


def long_row(lines: int) -> Row:
    return Row(["A02", "\n".join(f"第{number}" for number in range(1, lines + 1))])


def test_a_row_of_eight_lines_is_not_cut() -> None:
    first, second = laid_out([*rows(8), long_row(8), *rows(3, "B")])
    assert "第1" not in first
    assert [text for text in second if text.startswith("第")] == [f"第{number}" for number in range(1, 9)]
    assert "A02（续）" not in second


def test_a_taller_row_is_cut_where_the_page_ends_and_says_its_number_again() -> None:
    first, second = laid_out([*rows(8), long_row(9), *rows(3, "B")])
    assert first[-1] == "续下页"
    assert [text for text in first if text.startswith("第")] == [f"第{number}" for number in range(1, 7)]
    assert second[2] == "A02（续）"
    assert [text for text in second if text.startswith("第")] == ["第7", "第8", "第9"]


def test_a_row_taller_than_many_pages_is_printed_whole() -> None:
    pages = laid_out([Row(["A01", "质量"]), long_row(70), Row(["A03", "质量"])])
    assert [text for page in pages for text in page if text.startswith("第")] == [
        f"第{n}" for n in range(1, 71)
    ]
    assert len(pages) == 4
    assert [page[2] for page in pages[1:]] == ["A02（续）"] * 3


def test_symbols_links_and_anchors_of_a_row() -> None:
    drawn: list[tuple[float, float]] = []
    made = flow()
    cell = Cell(
        "符合",
        symbol=lambda _, x, y: drawn.append((x, y)),
        indent=10,
        link="target",
        below=Cell("见附件", SMALL),
    )
    made.table(table([Row(["A01", cell], anchor="target")]))
    (page,) = made.pages.pages
    status = next(text for text in page._texts if text[2].text == "符合")
    assert drawn == [(status[0] - 10, status[1])]
    assert "见附件" in texts(page)
    assert [link[-1] for link in page.links] == ["target"]
    assert made.pages.number("target") == 1


def test_right_aligned_text_ends_at_the_gap() -> None:
    made = flow()
    columns = [Column(40, "right", 10.0), Column(20, "center"), Column(20)]
    made.table(Table(columns, ["甲", "乙", "丙"], [Row(["12", "34", "56"])], STYLE))
    placed = {line.text: (x, line.width) for x, _, line, _ in made.page._texts}
    mm = 72 / 25.4
    assert sum(placed["12"]) == pytest.approx(10 + 40 * mm - 10)
    assert placed["34"][0] + placed["34"][1] / 2 == pytest.approx(10 + 50 * mm)
    assert placed["56"][0] == pytest.approx(10 + 60 * mm)


def test_a_table_without_rows_is_its_head() -> None:
    assert laid_out([]) == [HEAD]


ENTRIES = st.lists(st.tuples(st.integers(1, 14), st.booleans(), st.integers(1, 40)), min_size=1, max_size=6)


@given(ENTRIES, st.floats(0, 290))
def test_every_table_is_printed_in_order_within_the_frame(
    sections: list[tuple[int, bool, int]], before: float
) -> None:
    entries: list[Row | Band | Sum] = []
    expected = []
    for number, (count, summed, lines) in enumerate(sections):
        letter = "ABCDEF"[number]
        entries += [
            band(letter),
            *rows(count, letter),
            Row(["长", "\n".join(f"第{k}" for k in range(lines))]),
        ]
        expected += [f"{letter}{n:02d}" for n in range(1, count + 1)] + [f"第{k}" for k in range(lines)]
        entries += [sum_of(letter)] if summed else []
    made = flow()
    made.block(before, lambda *_: None)
    made.table(table(entries))
    found = [text for page in pages_of(made) for text in page]
    assert [text for text in found if text in set(expected)] == expected
    for page in made.pages.pages:
        assert all(TOP < y < BOTTOM for _, y, _, _ in page._texts)


@given(st.integers(1, 80), st.floats(0, 300))
def test_a_paragraph_leaves_two_lines_on_either_side_of_a_page_end(count: int, before: float) -> None:
    made = flow()
    made.block(before, lambda *_: None)
    made.paragraph("\n".join(f"第{number}" for number in range(count)), TEXT)
    pages = [page for page in pages_of(made) if page]
    assert [text for page in pages for text in page] == [f"第{number}" for number in range(count)]
    if len(pages) > 1:
        assert min(map(len, pages)) >= 2


def test_a_block_is_never_cut_and_refused_if_higher_than_a_page() -> None:
    made = flow()
    tops: list[tuple[int, float]] = []
    for _ in range(3):
        made.block(150, lambda page, _, top: tops.append((page.index, top)))
    assert tops == [(0, 20), (0, 170), (1, 20)]
    with pytest.raises(ValueError, match="higher than the page"):
        made.block(302, lambda *_: None)


def test_new_page_is_empty_and_turning_to_the_front_makes_its_number_odd() -> None:
    made = flow()
    assert made.new_page().index == 0
    assert made.new_page().index == 0
    made.block(10, lambda *_: None)
    assert made.new_page().index == 1
    made.turn_to_front()
    assert made.page.index == 2
    assert made.at_top


def test_furniture_is_that_of_the_time_when_the_page_was_opened() -> None:
    drawn: list[tuple[str, int]] = []
    pages = Pages(Typesetter(Fonts(system=list)), 300, 341, lambda _: Frame(10, TOP, 280, BOTTOM))
    made = Flow(pages, lambda _, number, __: drawn.append(("甲", number)))
    made.block(10, lambda *_: None)
    made.new_page(lambda _, number, __: drawn.append(("乙", number)))
    made.new_page(lambda _, number, __: drawn.append(("丙", number)))
    made.block(200, lambda *_: None)
    made.block(200, lambda *_: None)
    pages.save(io.BytesIO(), DocumentInfo("", "", "", "", "zh-CN", datetime(2026, 11, 22, tzinfo=UTC)))
    assert drawn == [("甲", 1), ("丙", 2), ("丙", 3)]
