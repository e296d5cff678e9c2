"""Pages as files: the same pages give the same bytes, pictures and links arrive, the paint order holds."""

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import PIL.Image
import pypdf
import pypdfium2
import pytest

from exports.pdf_file import DocumentInfo, image_size
from exports.pdf_font import Fonts
from exports.pdf_page import Frame, Page, Pages, Pen, circle, polyline, rectangle
from exports.typesetting import Style, Typesetter

CHINA = timezone(timedelta(hours=8))
INFO = DocumentInfo(
    "质量自我评估报告", "河北澄川", "自评", "质评", "zh-CN", datetime(2026, 11, 22, 9, 30, tzinfo=CHINA)
)
TEXT = Style(9.0, 14.0)


def pages() -> Pages:
    return Pages(Typesetter(Fonts(system=list)), 200, 100, lambda _: Frame(10, 10, 180, 90))


def saved(made: Pages, **options: Any) -> bytes:
    target = io.BytesIO()
    made.save(target, INFO, **options)
    return target.getvalue()


def reader(made: Pages) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(saved(made)))


def gray_at(made: Pages, x: float, y: float) -> int:
    """How bright the first page is at a point: 0 black, 255 white."""
    picture = pypdfium2.PdfDocument(saved(made))[0].render(scale=4).to_pil().convert("L")
    value = picture.getpixel((int(x * 4), int(y * 4)))
    assert isinstance(value, int)
    return value


def picture_of(format_: str, mode: str = "RGB", color: Any = "red") -> bytes:
    target = io.BytesIO()
    PIL.Image.new(mode, (30, 20), color).save(target, format_)
    return target.getvalue()


def number_pages(page: Page, number: int, total: int) -> None:
    page.paragraph(f"第 {number} 页　共 {total} 页", 10, 70, 100, TEXT)


def sample() -> Pages:
    made = pages()
    page = made.add(number_pages)
    page.write("质量𬱟", 10, 20, TEXT)
    page.image(picture_of("JPEG"), 10, 30, 30, 20)
    made.bookmark("chapter", page, 20, "第一章")
    made.add(None).link(0, 0, 50, 50, "chapter")
    return made


def test_the_same_pages_give_the_same_bytes() -> None:
    assert saved(sample()) == saved(sample())


def test_the_file_says_what_it_is_and_knows_no_other_date() -> None:
    meta = reader(sample()).metadata
    assert meta is not None
    assert (meta.title, meta.author, meta.subject, meta.creator) == (
        "质量自我评估报告",
        "河北澄川",
        "自评",
        "质评",
    )
    assert meta.creation_date == meta.modification_date == INFO.when


def test_a_date_without_time_zone_is_refused() -> None:
    naive = DocumentInfo("", "", "", "", "zh-CN", datetime(2026, 11, 22))  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        sample().save(io.BytesIO(), naive)


def test_furniture_knows_the_number_of_pages() -> None:
    assert "第 1 页　共 2 页" in reader(sample()).pages[0].extract_text()


def test_what_is_drawn_later_knows_where_bookmarks_came_to_stand() -> None:
    made = pages()

    def refer(page: Page) -> None:
        page.write(f"见第 {made.number('far')} 页", 10, 20, TEXT)

    made.add(None).later(refer)
    made.bookmark("far", made.add(None), 50)
    assert "见第 2 页" in reader(made).pages[0].extract_text()


def test_links_lead_to_bookmarks_and_those_to_nowhere_are_left_out() -> None:
    made = sample()
    made.pages[1].link(60, 0, 50, 50, "nowhere")
    annotations: list[Any] = list(reader(made).pages[1].annotations or [])
    links: list[Any] = [annotation.get_object() for annotation in annotations]
    assert [[float(edge) for edge in link["/Rect"]] for link in links] == [[0, 50, 50, 100]]
    assert links[0]["/F"] == 4


def test_the_outline_follows_the_pages_and_skips_no_level() -> None:
    made = pages()
    first, second = made.add(None), made.add(None)
    made.bookmark("b", second, 50, "后", 2)
    made.bookmark("a", first, 10, "前", 1)
    made.bookmark("c", first, 60, "中", 1)
    made.bookmark("silent", first, 30)
    assert depths(reader(made).outline) == [("前", 0), ("中", 1), ("后", 2)]


def depths(outline: list[Any], depth: int = 0) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for entry in outline:
        found += depths(entry, depth + 1) if isinstance(entry, list) else [(entry.title, depth)]
    return found


def test_a_jpeg_is_embedded_as_it_is_and_once_however_often_it_is_shown() -> None:
    data = picture_of("JPEG")
    made = pages()
    for _ in range(2):
        page = made.add(None)
        page.image(data, 10, 10, 30, 20)
        page.image(data, 50, 10, 30, 20)
    pdf = saved(made)
    assert pdf.count(data) == 1
    assert all(len(page.images) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize(
    ("data", "least", "most"),
    [
        (picture_of("PNG", "RGBA", (0, 0, 0, 0)), 255, 255),
        (picture_of("PNG", "L", 100), 98, 102),
        (picture_of("PNG", "P", 0), 0, 0),
        (picture_of("JPEG", "L", 100), 98, 102),
        (picture_of("JPEG", "CMYK", (0, 0, 0, 255)), 0, 40),
    ],
)
def test_pictures_of_other_kinds_are_seen_as_they_are(data: bytes, least: int, most: int) -> None:
    made = pages()
    made.add(None).image(data, 10, 10, 30, 20)
    assert image_size(data) == (30, 20)
    assert least <= gray_at(made, 25, 20) <= most


def test_progress_is_told_and_can_stop_the_saving() -> None:
    told: list[tuple[int, int]] = []
    saved(sample(), progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]

    def cancel(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        saved(sample(), progress=cancel)


def test_the_last_word_before_writing_is_the_callers() -> None:
    pdf = saved(sample(), finish=lambda canvas: canvas.setKeywords("质量"))
    meta = pypdf.PdfReader(io.BytesIO(pdf)).metadata
    assert meta is not None
    assert meta.keywords == "质量"


BLACK_BOX = (20, 20, 40, 20, 0.0)
BOX = rectangle(20, 20, 40, 20)


@pytest.mark.parametrize(
    ("draw", "middle"),
    [
        (lambda page: page.fill(*BLACK_BOX), 0),
        (lambda page: page.path(BOX, fill=0.0), 0),
        (lambda page: page.path(BOX, pen=Pen(2.0)), 255),
        (lambda page: page.rule(20, 30, 60, 30, Pen(4.0)), 0),
        (lambda page: page.path(circle(40, 30, 10), fill=0.0), 0),
        (lambda page: page.path(polyline([(20, 30), (60, 30)]), pen=Pen(4.0, round=True)), 0),
        (lambda page: page.path(BOX + rectangle(30, 25, 20, 10), fill=0.0), 255),
    ],
)
def test_shapes(draw: Callable[[Page], None], middle: int) -> None:
    made = pages()
    draw(made.add(None))
    assert gray_at(made, 40, 30) == middle


def test_later_shapes_cover_earlier_ones_text_covers_shapes_and_shapes_cover_watermarks() -> None:
    made = pages()
    page = made.add(None)
    page.write("■", 40, 44, Style(40.0, 40.0, gray=0.0), "center")
    page.fill(20, 20, 40, 20, 1.0)
    assert gray_at(made, 40, 30) == 0
    page.fill(100, 20, 40, 20, 0.0)
    page.fill(100, 20, 40, 20, 1.0)
    page.watermark("■", 120, 30, Style(60.0, 60.0), 52)
    assert gray_at(made, 120, 30) == 255
    assert gray_at(made, 120, 45) == 0


def test_a_watermark_is_centred() -> None:
    made = pages()
    made.add(None).watermark("■", 100, 50, Style(40.0, 40.0, gray=0.0), 45)
    assert gray_at(made, 100, 50) == 0
    assert gray_at(made, 100, 10) == 255


def test_hatching_stays_in_its_box() -> None:
    made = pages()
    made.add(None).hatch(50, 30, 60, 40, Pen(0.6), 2.4)
    picture = pypdfium2.PdfDocument(saved(made))[0].render(scale=4).to_pil().convert("L")
    box = picture.point(lambda value: 255 if value < 250 else 0).getbbox()
    assert box == pytest.approx((200, 120, 440, 280), abs=2)


def test_a_paragraph_ends_where_the_next_may_begin_and_can_be_centred() -> None:
    page: Page = pages().add(None)
    assert page.paragraph("质量" * 10, 10, 20, 90, TEXT, align="center") == 20 + 2 * 14
    assert page.paragraph("质量", 10, 20, 90, TEXT, align="right") == 34
    assert [x for x, *_ in page._texts] == pytest.approx([10, 10, 82])


def test_text_can_be_anchored_at_its_middle_or_right_edge() -> None:
    page = pages().add(None)
    assert page.write("质量", 100, 20, TEXT, "right") == 18
    page.write("质量", 100, 20, TEXT, "center")
    assert [x for x, *_ in page._texts] == [82, 91]


def test_the_time_is_written_with_its_zone() -> None:
    assert b"D:20261122093000+08'00'" in saved(sample())
    utc = DocumentInfo("", "", "", "", "zh-CN", datetime(2026, 11, 22, tzinfo=UTC))
    target = io.BytesIO()
    sample().save(target, utc)
    assert b"D:20261122000000+00'00'" in target.getvalue()
