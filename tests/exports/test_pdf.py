"""The printed report, read back: all of it is there, nothing runs into anything, and it can be made again."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from exports import pdf_furniture
from exports.pdf import Cancelled, write_pdf
from exports.pdf_furniture import qr_payload, qr_rows
from exports.report_model import Cell, Report, Table
from tests.exports import report_parts, reports
from tests.exports.pdf_reading import (
    boxes,
    fonts,
    language,
    link_targets,
    outline_titles,
    overlapping,
    reader,
    squeezed,
    texts,
)

Made = dict[str, tuple[Report, bytes]]

ALL = ("full", "draft", "sample", "sparse", "extreme", "english")
REFERENCE = Path(__file__).parent / "reference"
PAGE = (595.28, 841.89)
TEXT_ENDS, FOOT_BEGINS = 777.0, 784.4


def cells(report: Report) -> list[Cell]:
    """All cells of all tables."""
    tables = [block for chapter in report.chapters for block in chapter.blocks if isinstance(block, Table)]
    rows = [row for table in tables for row in (*table.rows, *(r for band in table.bands for r in band.rows))]
    return [cell for row in rows for cell in row]


@pytest.mark.parametrize("name", ALL)
def test_every_page_says_which_of_how_many_it_is(made: Made, name: str) -> None:
    report, data = made[name]
    pages = texts(data)
    for number, text in enumerate(pages, 1):
        assert squeezed(report.furniture.page.format(page=number, total=len(pages))) in squeezed(text)


@pytest.mark.parametrize("name", ["full", "draft", "sample", "english"])
def test_every_word_of_every_table_is_printed(made: Made, name: str) -> None:
    report, data = made[name]
    printed = squeezed("".join(texts(data)))
    for cell in cells(report):
        assert squeezed(cell.text) in printed


def test_an_endless_note_is_printed_to_its_end(made: Made) -> None:
    report, data = made["extreme"]
    printed = "".join(texts(data))
    expected = sum(cell.text.count("停顿") for cell in cells(report))
    assert expected >= 1430
    assert printed.count("顿") == sum(cell.text.count("顿") for cell in cells(report))


def test_markup_and_control_characters_are_printed_and_not_obeyed(made: Made) -> None:
    printed = squeezed("".join(texts(made["extreme"][1])))
    assert "<imgsrc=xonerror=alert(1)>&&amp;</para><fontcolor=red>" in printed
    assert "控制字符" in printed
    assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u202e]", printed)


def test_a_split_row_says_its_number_again(made: Made) -> None:
    pages = [squeezed(text) for text in texts(made["extreme"][1])]
    assert sum("A01（续）" in page for page in pages) >= 10


def test_contents_name_the_page_of_each_chapter_and_lead_to_it(made: Made) -> None:
    report, data = made["full"]
    pages = [squeezed(text) for text in texts(data)]
    targets = link_targets(data, page=3)
    assert targets[:3] == [2, 4, 4]
    assert targets == sorted(targets)
    assert len(targets) == 27
    for chapter in report.chapters:
        place = next(n for n, text in enumerate(pages, 1) if n > 3 and squeezed(chapter.title) in text)
        assert place in targets
        assert f"{squeezed(chapter.number + chapter.title)}" in pages[2]


def test_the_outline_has_chapters_and_their_sections(made: Made) -> None:
    titles = outline_titles(made["full"][1])
    assert titles[:5] == [
        "质量自我评估报告",
        "真实性声明",
        "目次",
        "1　评估结论",
        ["1.1　分主题与分类结果", "1.2　区域指标对照", "1.3　首先要办的事"],
    ]
    names = [name for name, _ in report_parts.FILES]
    assert titles[6] == [f"{letter}　{name}" for letter, name in zip("ABCDEFGH", names, strict=True)]


@pytest.mark.parametrize("name", ALL)
def test_only_the_two_shipped_fonts_are_named_and_both_are_embedded(made: Made, name: str) -> None:
    found = fonts(made[name][1])
    assert all(found.values())
    weights = {font.rpartition("-")[2] for font in found if font.startswith("NotoSansSC")}
    assert weights == {"Regular", "SemiBold"}
    assert not any("Helvetica" in font for font in found)


@pytest.mark.parametrize("name", ALL)
def test_nothing_stands_outside_the_page(made: Made, name: str) -> None:
    for number, found in enumerate(boxes(made[name][1]), 1):
        for box in found:
            assert box.left >= 0, (number, box)
            assert box.top >= 0, (number, box)
            assert box.right <= PAGE[0], (number, box)
            assert box.bottom <= PAGE[1], (number, box)


@pytest.mark.parametrize("name", ALL)
def test_no_text_runs_into_the_foot_or_into_other_text(made: Made, name: str) -> None:
    for number, found in enumerate(boxes(made[name][1]), 1):
        words = [box for box in found if box.is_text and box.bottom - box.top < 60]
        assert [box for box in words if box.bottom > TEXT_ENDS + 1 and box.top < FOOT_BEGINS] == [], number
        assert overlapping(found) == [], number


@pytest.mark.parametrize("name", ["full", "extreme", "english"])
def test_no_heading_is_left_at_the_foot_of_a_page(made: Made, name: str) -> None:
    document = reader(made[name][1])
    for mark in document.named_destinations.values():
        assert PAGE[1] - float(mark.top or 0) < TEXT_ENDS - 45


def test_the_code_says_which_report_and_how_many_pages(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def recorded(payload: str) -> tuple[tuple[bool, ...], ...]:
        asked.append(payload)
        return qr_rows(payload)

    monkeypatch.setattr(pdf_furniture, "qr_rows", recorded)
    report, data = made["full"]
    assert write_pdf(report, report_parts.photo_source(3)) == data
    assert asked == [f"ZP1/ZP-2026-0117/1/7C1E93AF04B25D68/{len(reader(data).pages)}"]


def test_the_code_is_small_unless_its_text_is_long() -> None:
    usual = qr_payload(report_parts.furniture(), 28)
    assert len(qr_rows(usual)) == 29
    assert len(qr_rows(usual + "0" * 40)) > 29


def test_a_draft_and_a_sample_say_so_on_every_page_and_have_no_place_for_a_stamp(made: Made) -> None:
    for name, tag, mark in (("draft", "草稿　不得签章", "草　稿"), ("sample", "样例　不得签章", "样　例")):
        pages = texts(made[name][1])
        assert all(squeezed(tag) in squeezed(text) and squeezed(mark) in squeezed(text) for text in pages)
        assert "盖章" not in squeezed(pages[1])
    assert "冀州明溪小家电有限公司（盖章）" in texts(made["full"][1])[1]


def test_a_photo_that_is_not_in_this_copy_is_said_to_be_missing(made: Made) -> None:
    _, data = made["full"]
    assert "".join(texts(data)).count("本副本不含此照片") == 1
    assert data.count(b"/Subtype /Image") == len(report_parts.PICTURES) - 1


def test_the_file_tells_whose_report_it_is(made: Made) -> None:
    document = reader(made["full"][1])
    assert document.metadata is not None
    assert document.metadata.author == "冀州明溪小家电有限公司"
    assert document.metadata.title == "冀州明溪小家电有限公司　质量自我评估报告　2026 年度"
    assert document.metadata.creation_date is not None
    assert document.metadata.creation_date.date() == reports.full().printed_on
    assert language(made["full"][1]) == "zh-CN"
    assert language(made["english"][1]) == "en"


@pytest.mark.parametrize("name", ["sparse", "extreme"])
def test_the_same_report_is_the_same_file(made: Made, name: str) -> None:
    report, data = made[name]
    assert write_pdf(report, report_parts.photo_source(3)) == data


def test_progress_is_told_for_each_page_and_can_cancel() -> None:
    told = []

    def follow(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    data = write_pdf(reports.sparse(), report_parts.photo_source(), follow)
    total = len(reader(data).pages)
    assert told == [(done, total) for done in range(1, total + 1)]
    with pytest.raises(Cancelled):
        write_pdf(reports.sparse(), report_parts.photo_source(), lambda done, _total: done < 3)


@pytest.mark.parametrize("name", ["full", "draft", "english"])
def test_the_pages_read_as_before(made: Made, name: str) -> None:
    """Set ZHIPING_REFERENCE=write to keep what is printed now as the reference, after looking at it."""
    pages = texts(made[name][1])
    printed = "".join(f"--- {number}\n{text.rstrip()}\n" for number, text in enumerate(pages, 1))
    kept = REFERENCE / f"{name}.txt"
    if os.environ.get("ZHIPING_REFERENCE") == "write":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(printed, encoding="utf-8", newline="\n")
    assert kept.read_text(encoding="utf-8") == printed
