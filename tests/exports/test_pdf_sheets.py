"""The blank checklist, read back: every item once, whole, boxes and marks where a scanner looks for them."""

from __future__ import annotations

import pytest

from exports import pdf_sheets
from exports.pdf_furniture import qr_rows
from exports.pdf_sheets import ITEMS_A_PAGE, page_count, sheet_payload, write_blank
from exports.report_model import BlankChecklist
from tests.exports.blank_checklists import blank, english_blank
from tests.exports.pdf_reading import boxes, overlapping, squeezed, texts

MM = 72 / 25.4
BOTH = pytest.mark.parametrize("checklist", [blank(), english_blank()], ids=["zh", "en"])


@BOTH
def test_each_item_stands_whole_on_one_page_eight_at_most(checklist: BlankChecklist) -> None:
    pages = [squeezed(text) for text in texts(write_blank(checklist))]
    for sheet in checklist.sheets:
        for item in sheet.items:
            assert sum(squeezed(item.number) + squeezed(item.kind) in page for page in pages) == 1
            assert any(squeezed(item.ask) in page for page in pages)
    assert len(pages) == page_count(checklist)
    assert page_count(checklist) == sum(-(-len(s.items) // ITEMS_A_PAGE) for s in checklist.sheets)


@BOTH
def test_pages_are_numbered_and_name_the_checklist(checklist: BlankChecklist) -> None:
    pages = texts(write_blank(checklist))
    for number, text in enumerate(pages, 1):
        assert squeezed(checklist.furniture.page.format(page=number, total=len(pages))) in squeezed(text)
        assert checklist.title in text


def test_a_second_page_of_a_sheet_says_that_it_continues() -> None:
    pages = texts(write_blank(blank()))
    assert ["（续）" in text for text in pages] == [False, True, True, False]


@BOTH
def test_nothing_overlaps_or_leaves_the_page(checklist: BlankChecklist) -> None:
    for number, found in enumerate(boxes(write_blank(checklist)), 1):
        assert overlapping(found) == [], number
        assert all(
            box.left >= 0 and box.top >= 0 and box.right <= 595.28 and box.bottom <= 841.89 for box in found
        )


def test_corners_boxes_and_timing_marks_stand_where_a_scanner_looks_for_them() -> None:
    first = next(boxes(write_blank(blank())))

    def tops(left: float, width: float, height: float) -> list[float]:
        """In mm from the top: the shapes of this size (in mm) whose left edge stands there."""
        near = [
            box
            for box in first
            if not box.is_text
            and abs(box.left / MM - left) < 0.5
            and abs((box.right - box.left) / MM - width) < 0.8
            and abs((box.bottom - box.top) / MM - height) < 0.8
        ]
        return [round(box.top / MM, 1) for box in near]

    assert tops(12, 5, 5) == tops(197, 5, 5) == [7, 285]
    rows = tops(19, 3, 1.6)
    assert len(rows) == ITEMS_A_PAGE
    for column in range(4):
        assert tops(25 + 98 + 15 * column, 5, 5) == pytest.approx(rows, abs=0.5)


def test_a_measure_has_blanks_in_place_of_boxes() -> None:
    page = texts(write_blank(blank()))[2]
    assert "国家级：合格" in page
    assert "____" not in page


def test_each_page_has_a_code_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def recorded(payload: str) -> tuple[tuple[bool, ...], ...]:
        asked.append(payload)
        return qr_rows(payload)

    monkeypatch.setattr(pdf_sheets, "qr_rows", recorded)
    write_blank(blank())
    assert asked == [sheet_payload(blank(), page, 4) for page in (1, 2, 3, 4)]
    assert asked[0].endswith("/1/4")


@BOTH
def test_the_same_checklist_is_the_same_file(checklist: BlankChecklist) -> None:
    assert write_blank(checklist) == write_blank(checklist)
