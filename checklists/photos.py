"""A photo's print copy: upright, without EXIF, RGB, at most 300 dpi as printed. The original stays."""

from __future__ import annotations

import io
import warnings
from datetime import UTC, datetime
from typing import IO, Final, NamedTuple

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

#: The frame on paper in mm (six to a page) and the resolution at which a photo fills it.
FRAME_MM: Final = (83.0, 56.4)
DPI: Final = 300
#: 83 x 56.4 mm at 300 dpi.
FRAME_PIXELS: Final = (980, 666)
#: More would take over half a gigabyte to unpack; such a file is kept, but not printed as a photo.
MOST_PIXELS: Final = 150_000_000
_QUALITY: Final = 85


class Photo(NamedTuple):
    """What a photo gives: its media type, the JPEG bytes of its print copy, and when it was taken (UTC text
    or "").
    """

    kind: str
    print_copy: bytes
    taken_at: str


def read_photo(file: IO[bytes]) -> Photo | None:
    """Read a photo; None for what is no image, is damaged or too large: then it is a plain file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # Pillow warns of size and of odd metadata; the limit here is our own.
            with Image.open(file) as image:
                if image.width * image.height > MOST_PIXELS:
                    return None
                kind = Image.MIME.get(image.format or "", "application/octet-stream")
                return Photo(kind, _print_copy(image), _taken_at(image))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError):
        return None


def _print_copy(image: Image.Image) -> bytes:
    exif = image.getexif()
    image.draft("RGB", FRAME_PIXELS[::-1] if exif.get(ExifTags.Base.Orientation, 1) >= 5 else FRAME_PIXELS)
    upright = _flat(ImageOps.exif_transpose(image))
    upright.thumbnail(FRAME_PIXELS, Image.Resampling.LANCZOS, reducing_gap=3.0)
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=_QUALITY, dpi=(DPI, DPI), exif=b"", icc_profile=None)
    return out.getvalue()


def _flat(image: Image.Image) -> Image.Image:
    """The image in RGB, on white where it is transparent."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    ground = Image.new("RGB", layer.size, "white")
    ground.paste(layer, mask=layer.getchannel("A"))
    return ground


def _taken_at(image: Image.Image) -> str:
    """When the camera says it was taken; one that knows no zone is taken to be in this machine's."""
    exif = image.getexif().get_ifd(ExifTags.IFD.Exif)
    taken = str(exif.get(ExifTags.Base.DateTimeOriginal, "")).strip("\0 ")
    zone = str(exif.get(ExifTags.Base.OffsetTimeOriginal, "")).strip("\0 ")
    for text, form in ((taken + zone, "%Y:%m:%d %H:%M:%S%z"), (taken, "%Y:%m:%d %H:%M:%S")):
        try:
            return datetime.strptime(text, form).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        except (ValueError, OverflowError, OSError):
            continue
    return ""
