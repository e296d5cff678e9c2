"""Lines of Chinese text: nothing lost, nothing sticking out, nothing torn, no mark at a wrong end."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.pdf_font import Face, Fonts
from exports.typesetting import BLANK_LEFT, BLANK_RIGHT, CLOSING, OPENING, Line, Style, Typesetter

CELL = Style(9.0, 14.0)
BODY = Style(10.5, 17.5)
SETTER = Typesetter(Fonts(system=list), keep=["沈立言", "欧阳文博"])

ANY_TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from("质量，。“”（）《》——…… \n\u3000a1.%-/")), max_size=300
)
WORDS = st.sampled_from(
    [
        "质量",
        "企业主体责任",
        "检验",
        "（见附件 45）",
        "《标准化法》",
        "“领跑者”",
        "2026-11-30",
        "98.5%",
        "12 mm",
        "7 家",
        "GB/T 19001—2016",
        "沈立言",
        "CN-2016-68/2.3.3#2",
        "ISO 9001",
        "第 4 章",
        "≥ 93%",
        "checklist",
        "3,250.00元",
        "国办发〔2016〕68号",
    ]
)
SENTENCES = st.lists(
    st.tuples(WORDS, st.sampled_from(["", "", "，", "。", "、", "；", "：", "？", "……", "——"])),
    min_size=1,
    max_size=60,
)
RUNNING_TEXT = SENTENCES.map(lambda parts: "".join(word + mark for word, mark in parts))


def texts(text: str, width: float, style: Style = CELL) -> list[str]:
    return [line.text for line in SETTER.lines(text, width, style)]


def solid(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(
    ANY_TEXT,
    st.floats(5, 500),
    st.sampled_from([CELL, BODY, Style(9.0, 14.0, bold=True, tracking=2.0)]),
    st.booleans(),
)
def test_no_character_is_lost_and_no_line_sticks_out(
    text: str, width: float, style: Style, justify: bool
) -> None:
    lines = SETTER.lines(text, width, style, justify=justify)
    drawable, _ = SETTER.fonts.prepare(text)
    assert solid("".join(line.text for line in lines)) == solid(drawable)
    assert all(set_width(line) <= width + 0.02 or len(line.text) == 1 for line in lines)


def set_width(line: Line) -> float:
    return line.width + line.spacing * max(len(line.text) - 1, 0)


@given(ANY_TEXT, st.floats(20, 300))
def test_a_line_is_as_wide_as_its_characters_less_what_is_squeezed(text: str, width: float) -> None:
    for line in SETTER.lines(text, width, CELL):
        natural = sum(SETTER.fonts.width(character, bold=False) for character in line.text)
        squeezed = sum(amount for _, amount in line.cuts)
        squeezed += 500 * (line.text[:1] in set(BLANK_LEFT)) + 500 * (line.text[-1:] in set(BLANK_RIGHT))
        assert line.width == pytest.approx((natural - squeezed) * CELL.size / 1000, abs=0.01)
        assert all(0 < place < len(line.text) for place, _ in line.cuts)


@given(RUNNING_TEXT, st.floats(110, 480), st.booleans())
def test_marks_never_stand_at_the_wrong_end(text: str, width: float, justify: bool) -> None:
    lines = [line.text for line in SETTER.lines(text, width, BODY, justify=justify)]
    assert not [line for line in lines[1:] if line[0] in set(CLOSING)]
    assert not [line for line in lines[:-1] if line[-1] in set(OPENING)]


@given(SENTENCES, st.floats(110, 480))
def test_names_numbers_dates_and_codes_are_not_torn(parts: list[tuple[str, str]], width: float) -> None:
    for apart in ("企业", "，"):
        text = apart.join(word for word, _ in parts)
        unbroken = "\n".join(texts(text, width, BODY))
        for word, _ in parts:
            if re.search("[0-9A-Za-z]", word) or word == "沈立言":
                assert word.strip("（见）") in unbroken


@pytest.mark.parametrize(
    "kept",
    [
        "附件 45",
        "第 4 章",
        "第三章",
        "2026 年 11 月 30 日",
        "4 月",
        "7 家",
        "480 台",
        "≥ 93%",
        "98.5 %",
        "37.2 ℃",
        "12 mm",
        "2026 年度",
        "15 个工作日",
        "CN-2016-68/2.3.3#2",
        "ZP-2026-0117",
        "GB 4706.1-2024",
        "国办发〔2016〕68号",
        "欧阳文博",
        "10～20 件",
        "a\u00a0b",
    ],
)
def test_stays_on_one_line_at_every_width_that_it_fits_in(kept: str) -> None:
    text = f"企业应当按时报告，{kept}并留存全部记录"
    for tenth in range(int(SETTER.width(kept, CELL) * 10) + 1, 1500, 7):
        assert kept in "\n".join(texts(text, tenth / 10))


def test_what_is_wider_than_the_column_is_cut_anywhere() -> None:
    assert texts("x" * 40, 60) == ["x" * 13, "x" * 13, "x" * 13, "x"]
    assert texts("2026 年 11 月 30 日", 40) == ["2026 年", "11 月", "30 日"]
    long = SETTER.lines("0" * 10_000, 100, CELL)
    assert "".join(line.text for line in long) == "0" * 10_000
    assert max(line.width for line in long) <= 100


def test_a_cut_word_keeps_its_closing_mark() -> None:
    width = SETTER.width("x" * 10, CELL) + 0.1
    assert texts("x" * 10 + "。", width) == ["x" * 10 + "。"] or texts("x" * 10 + "。", width)[-1] == "x。"


@pytest.mark.parametrize(
    "text", ["，" * 50, "（" * 50, "……" * 30, "——" * 30, "）（" * 40, " " * 99, "\u3000" * 50, "\n" * 5]
)
def test_text_of_marks_or_blanks_alone_comes_to_an_end(text: str) -> None:
    assert solid("".join(texts(text, 60))) == solid(text)


def test_blank_half_of_a_mark_does_not_count_at_either_end_of_a_line() -> None:
    line = SETTER.line("（质量）", CELL)
    assert line.width == pytest.approx(3 * 9)
    assert line.shift == pytest.approx(-4.5)
    assert texts("质量是企业的责任。", 8 * 9 + 4.5) == ["质量是企业的责任。"]


def test_two_marks_share_one_blank() -> None:
    assert SETTER.line("“甲”“乙”", CELL).cuts == ((3, 500.0),)
    assert SETTER.line("《甲》（乙）", CELL).cuts == ((3, 500.0),)
    assert SETTER.line("甲——乙", CELL).cuts == ((2, 89.0),)
    assert SETTER.line("甲，乙", CELL).cuts == ()


def test_last_line_has_two_characters_and_the_line_before_ends_at_a_pause_if_it_can() -> None:
    question = "首席质量官近一年内行使职权的记录是否可查？"
    assert texts(question, 19 * 9) == ["首席质量官近一年内行使职权的记录是否", "可查？"]
    assert texts("总经理已经签发，各部门传阅归档", 14 * 9) == ["总经理已经签发，", "各部门传阅归档"]


def test_only_running_text_is_spread_and_never_the_last_line_of_a_paragraph() -> None:
    text = "本企业声明报告所载企业信息和结论说明和证据真实准确完整" * 4
    width = 30.5 * 10.5
    lines = SETTER.lines(text, width, BODY, justify=True)
    assert [set_width(line) for line in lines[:-1]] == pytest.approx([width] * (len(lines) - 1), abs=0.05)
    assert lines[-1].spacing == 0
    assert all(line.spacing == 0 for line in SETTER.lines(text, width, BODY))
    wide_gap = SETTER.lines("质量" * 8 + "x" * 40 + "质量" * 30, 330, BODY, justify=True)
    assert wide_gap[0].spacing == 0


def test_newline_begins_a_paragraph_with_its_indent() -> None:
    lines = SETTER.lines("甲\n\n乙" + "丙" * 20, 105, BODY, indent=21)
    assert [line.text for line in lines] == ["甲", "", "乙" + "丙" * 7, "丙" * 10, "丙" * 3]
    assert [line.shift for line in lines] == [21, 21, 21, 0, 0]


def test_empty_text_is_one_empty_line() -> None:
    assert SETTER.lines("", 100, CELL) == [Line("", 0.0)]


def test_a_single_line_is_never_broken_and_shows_newlines_as_blanks() -> None:
    assert SETTER.line("质量\n责任" * 50, CELL).text == "质量 责任" * 50


def test_tracking_widens_and_is_heeded_when_lines_are_broken() -> None:
    title = Style(36.0, 49.0, bold=True, tracking=5.0)
    assert SETTER.width("自我评估", title) == pytest.approx(4 * 41)
    assert [line.text for line in SETTER.lines("质量自我评估报告", 4 * 41 + 1, title)] == [
        "质量自我",
        "评估报告",
    ]


@pytest.mark.parametrize("bold", [False, True])
def test_marks_said_to_be_half_blank_are(bold: bool) -> None:
    face = SETTER.fonts.font(bold=bold).face
    for mark in BLANK_LEFT + BLANK_RIGHT:
        left, right = ink(face, mark)
        assert face.widths[mark] == 1000
        assert left >= 500 if mark in BLANK_LEFT else right <= 500


def ink(face: Face, character: str) -> tuple[int, int]:
    """Left and right edge of a glyph's outline, as its header in the glyf table says."""
    ttf = face._ttf
    ttf.seek(ttf.get_table_pos("glyf")[0] + ttf.glyphPos[face.glyphs[ord(character)]] + 2)
    left, _, right = ttf.read_short(), ttf.read_short(), ttf.read_short()
    return left, right
