"""A photo is kept twice: the original untouched, and a small upright copy for print without EXIF."""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import ExifTags, Image

from checklists import photos
from checklists.photos import FRAME_PIXELS, Photo, read_photo
from checklists.records import Records
from tests.checklists.small_edition import RECALL

RED, BLUE = (200, 20, 20), (20, 20, 200)


def picture(size: tuple[int, int], form: str = "JPEG", mode: str = "RGB", **save: Any) -> bytes:
    """An image whose left half is red and right half blue."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    out = io.BytesIO()
    image.convert(mode).save(out, form, **save)
    return out.getvalue()


def exif(**tags: Any) -> Image.Exif:
    """EXIF data with these tags: those of the camera go where cameras put them."""
    found = Image.Exif()
    if "Orientation" in tags:
        found[ExifTags.Base.Orientation] = tags.pop("Orientation")
    for name, value in tags.items():
        found.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base[name]] = value
    return found


def read(data: bytes) -> Photo:
    """The photo in these bytes."""
    photo = read_photo(io.BytesIO(data))
    assert photo
    return photo


def opened(photo: Photo) -> Image.Image:
    """Its print copy."""
    return Image.open(io.BytesIO(photo.print_copy))


def near(pixel: Any, colour: tuple[int, int, int]) -> bool:
    """Whether a pixel has about that colour."""
    return all(abs(a - b) < 30 for a, b in zip(pixel, colour, strict=True))


def test_the_frame_is_that_of_the_paper() -> None:
    assert tuple(round(mm / 25.4 * photos.DPI) for mm in photos.FRAME_MM) == FRAME_PIXELS


@pytest.mark.parametrize(
    ("size", "printed"),
    [
        ((4000, 3000), (888, 666)),
        ((3000, 4000), (500, 666)),
        ((4000, 1000), (980, 245)),
        ((300, 200), (300, 200)),
    ],
)
def test_it_fills_the_frame_and_is_never_enlarged(size: tuple[int, int], printed: tuple[int, int]) -> None:
    copy = opened(read(picture(size)))
    assert copy.format == "JPEG"
    assert copy.mode == "RGB"
    assert all(abs(a - b) <= 1 for a, b in zip(copy.size, printed, strict=True))


def test_it_stands_upright_and_says_nothing_of_the_camera() -> None:
    data = picture(
        (1200, 800), exif=exif(Orientation=6, DateTimeOriginal="2026:11:22 10:32:00", MakerNote=b"me")
    )
    copy = opened(read(data))
    assert copy.height > copy.width
    assert near(copy.getpixel((copy.width // 2, 10)), RED)
    assert near(copy.getpixel((copy.width // 2, copy.height - 10)), BLUE)
    assert not copy.getexif()
    assert b"Exif" not in read(data).print_copy


@pytest.mark.parametrize(
    ("tags", "taken_at"),
    [
        ({"DateTimeOriginal": "2026:11:22 10:32:05", "OffsetTimeOriginal": "+08:00"}, "2026-11-22T02:32:05Z"),
        ({"DateTimeOriginal": "0000:00:00 00:00:00"}, ""),
        ({"DateTimeOriginal": "yesterday", "OffsetTimeOriginal": "+08:00"}, ""),
        ({}, ""),
    ],
)
def test_when_it_was_taken(tags: dict[str, str], taken_at: str) -> None:
    assert read(picture((60, 40), exif=exif(**tags))).taken_at == taken_at


@pytest.fixture
def in_china(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose clock is eight hours ahead of UTC."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "CST-8")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of this system cannot be changed")
@pytest.mark.usefixtures("in_china")
def test_a_camera_without_a_zone_is_in_that_of_this_machine() -> None:
    data = picture((60, 40), exif=exif(DateTimeOriginal="2026:11:22 10:32:05"))
    assert read(data).taken_at == "2026-11-22T02:32:05Z"


@pytest.mark.parametrize(
    ("form", "mode", "kind"),
    [
        ("JPEG", "CMYK", "image/jpeg"),
        ("JPEG", "L", "image/jpeg"),
        ("PNG", "RGBA", "image/png"),
        ("PNG", "P", "image/png"),
        ("PNG", "1", "image/png"),
        ("PNG", "I;16", "image/png"),
        ("GIF", "P", "image/gif"),
        ("BMP", "RGB", "image/bmp"),
        ("TIFF", "RGB", "image/tiff"),
        ("WEBP", "RGBA", "image/webp"),
    ],
)
def test_every_usual_kind_is_printed_in_rgb(form: str, mode: str, kind: str) -> None:
    source = "L" if mode == "I;16" else mode
    photo = read(picture((400, 300), form, source))
    assert photo.kind == kind
    assert opened(photo).mode == "RGB"


def test_transparent_becomes_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(out, "PNG")
    assert near(opened(read(out.getvalue())).getpixel((25, 25)), (255, 255, 255))


def test_the_same_photo_gives_the_same_copy() -> None:
    data = picture((2000, 1500))
    assert read(data) == read(data)


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7 a certificate", b"\xff\xd8\xff\xe0 broken", picture((900, 600))[:2000], b"GIF89a"],
)
def test_what_is_no_sound_image(data: bytes) -> None:
    assert read_photo(io.BytesIO(data)) is None


def test_what_is_too_large_to_unpack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "MOST_PIXELS", 60 * 40 - 1)
    assert read_photo(io.BytesIO(picture((60, 40)))) is None
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    assert read_photo(io.BytesIO(picture((60, 40)))) is None


def test_original_and_copy_are_kept(records: Records, assessment: str) -> None:
    data = picture((1600, 1200), exif=exif(Orientation=3))
    kept = records.add_evidence(assessment, RECALL, data, "IMG_0117.JPG", caption="出货区")
    assert (kept.kind, kept.size, kept.caption) == ("image/jpeg", len(data), "出货区")
    assert records.evidence_bytes(kept.sha256) == data
    copy = records.evidence_bytes(kept.print_sha256)
    assert copy is not None
    assert hashlib.sha256(copy).hexdigest() == kept.print_sha256
    assert Image.open(io.BytesIO(copy)).size == (888, 666)


def test_an_unreadable_photo_is_a_plain_file(records: Records, assessment: str) -> None:
    data = picture((900, 600))[:2000]
    kept = records.add_evidence(assessment, RECALL, data, "坏.jpg")
    assert (kept.kind, kept.print_sha256) == ("image/jpeg", "")
    assert records.evidence_bytes(kept.sha256) == data
