"""What the printed report costs, against the same strings and photos set by bare drawString.

    python tests/benchmarks/bench_report.py [--runs 7]

300 answered items, 60 findings, 40 photos; both in turns within one run. The aim is a ratio of at most 1.3
for laying out and writing; what counting and wording cost is printed beside it.
"""

from __future__ import annotations

import argparse
import io
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from exports.material import Material
from exports.pdf import write_pdf
from exports.pdf_page import Page
from exports.report import report
from resources import path
from tests.benchmarks.big_report import big_material

Order = tuple[float, float, str, float, bool]
Picture = tuple[bytes, float, float, float, float]


def main() -> None:
    """Print the medians and their ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    material, photos = big_material()
    made = report(material, 1)
    with recorded() as (orders, pictures):
        pages = write_pdf(made, photos.get)
    strings = sum(len(page) for page in orders.values())
    times: tuple[list[float], list[float], list[float]] = ([], [], [])
    for _ in range(runs):
        times[0].append(
            timed(lambda: report(Material(material.edition, material.dossier, material.today, True), 1))
        )
        times[1].append(timed(lambda: write_pdf(made, photos.get)))
        times[2].append(timed(lambda: draw_strings(orders, pictures)))
    worded, laid_out, drawn = (statistics.median(t) for t in times)
    print(f"{len(orders)} pages, {strings} strings, {len(photos)} photos, {len(pages) / 1e6:.1f} MB")
    print(f"counting and wording   median {worded:7.1f} ms")
    print(f"laying out and writing median {laid_out:7.1f} ms")
    print(f"bare drawString        median {drawn:7.1f} ms")
    print(f"ratio {laid_out / drawn:.2f}")


@contextmanager
def recorded() -> Iterator[tuple[dict[int, list[Order]], dict[int, list[Picture]]]]:
    """Keep what is written and drawn on each page meanwhile."""
    orders: dict[int, list[Order]] = {}
    pictures: dict[int, list[Picture]] = {}
    code, image = Page.code, Page.image

    def keep_code(page: Page) -> bytes:
        texts = [(x, y, line.text, style.size, style.bold) for x, y, line, style in page._texts]
        orders[page.index] = texts
        return code(page)

    def keep_image(page: Page, data: bytes, x: float, y: float, w: float, h: float) -> None:
        pictures.setdefault(page.index, []).append((data, x, y, w, h))
        image(page, data, x, y, w, h)

    with mock.patch.object(Page, "code", keep_code), mock.patch.object(Page, "image", keep_image):
        yield orders, pictures


def draw_strings(orders: dict[int, list[Order]], pictures: dict[int, list[Picture]]) -> None:
    """The same strings and photos by ReportLab's own means, nothing laid out."""
    rl_config.useA85 = 0
    for name, file in (("R", "Regular"), ("B", "SemiBold")):
        pdfmetrics.registerFont(TTFont(name, str(path(f"fonts/NotoSansSC-{file}.ttf"))))
    canvas = Canvas(io.BytesIO(), initialFontName="R", pageCompression=1)
    for index, texts in orders.items():
        for data, x, y, w, h in pictures.get(index, ()):
            canvas.drawImage(ImageReader(io.BytesIO(data)), x, 841.89 - y - h, w, h)
        for x, y, text, size, bold in texts:
            canvas.setFont("B" if bold else "R", size)
            canvas.drawString(x, 841.89 - y, text)
        canvas.showPage()
    canvas.save()


def timed(work: Callable[[], object]) -> float:
    """The milliseconds that a piece of work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
