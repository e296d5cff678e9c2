"""Pages of a PDF on the desk: which are painted, how large, where one is in them."""

from __future__ import annotations

from io import BytesIO

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.appearance import Appearance
from desktop.pdf_pages import OutlineEntry, page_picture, read_pages
from desktop.pdf_view import PdfView
from desktop.sheet_layout import GAP, MARGIN, STEPS, fitting_zoom, lay_out, next_step
from tests.desktop.driving import StandInShell

A4 = (595.0, 842.0)
INKS = ("#ff0000", "#00aa00", "#0000ff", "#aa00aa", "#00aaaa")


def coloured(pages: int = 5) -> bytes:
    """A PDF of A4 pages, each all in one colour, with one line of contents for each."""
    from reportlab.lib.colors import HexColor
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for number in range(pages):
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(f"第 {number + 1} 章", f"p{number}", 0 if number % 2 == 0 else 1)
        canvas.setFillColor(HexColor(INKS[number % len(INKS)]))
        canvas.rect(0, 0, *A4, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return coloured()


@pytest.fixture
def view(qtbot: QtBot, look: Appearance, shell: StandInShell, pdf: bytes) -> PdfView:
    """The view of five pages, two side by side, with the pages in sight painted."""
    made = PdfView(look, shell.run, "报告")
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.show_pdf(pdf, read_pages(pdf))
    with qtbot.waitSignal(made.painted):
        made.set_columns(2)
    return made


def settle(qtbot: QtBot, view: PdfView) -> None:
    """Wait until all that is in reach is painted in its size."""
    while view._making is not None:
        with qtbot.waitSignal(view.painted):
            pass


def test_pages_are_measured_and_the_contents_read(pdf: bytes) -> None:
    pages = read_pages(pdf)
    assert [(round(w), round(h)) for w, h in pages.sizes] == [(595, 842)] * 5
    assert pages.outline[:2] == (OutlineEntry("第 1 章", 0, 0), OutlineEntry("第 2 章", 1, 1))


def test_a_band_is_that_part_of_the_page() -> None:
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.rect(0, 421, 595, 421, stroke=0, fill=1)
    canvas.save()
    band = page_picture(target.getvalue(), 0, 100, 142, top=60, rows=22)
    assert (band.width(), band.height()) == (100, 22)
    assert (band.pixelColor(50, 0), band.pixelColor(50, 21)) == (QColor("black"), QColor("white"))


def test_the_pages_in_sight_are_painted_and_no_others(qtbot: QtBot, view: PdfView) -> None:
    settle(qtbot, view)
    assert set(view._pictures) == {0, 1, 2, 3}
    picture = view.viewport().grab().toImage()
    left, right = (view._layout.sheets[n].center().toPoint() for n in (0, 1))
    assert picture.pixelColor(left * picture.devicePixelRatio()).name() == INKS[0]
    assert picture.pixelColor(right * picture.devicePixelRatio()).name() == INKS[1]


def test_scrolling_paints_what_comes_into_sight(qtbot: QtBot, view: PdfView) -> None:
    settle(qtbot, view)
    with qtbot.waitSignal(view.painted, check_params_cb=lambda page: page == 4):
        view.go_to(4)
    assert view.current == (4,)


def test_keys_turn_the_pages(view: PdfView) -> None:
    assert view.current == (0, 1)
    for key, there in (
        (Qt.Key.Key_PageDown, (2, 3)),
        (Qt.Key.Key_PageUp, (0, 1)),
        (Qt.Key.Key_End, (4,)),
        (Qt.Key.Key_Home, (0, 1)),
    ):
        QTest.keyClick(view, key)
        assert view.current == there
    assert view.accessibleName() == "报告 第 1 页，共 5 页"


def test_keys_zoom_and_fit_again(view: PdfView) -> None:
    fitting = view.zoom
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom == next(step for step in STEPS if step > fitting)
    assert not view.fits
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom < fitting
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.zoom == fitting


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(view: PdfView) -> None:
    def turn(modifiers: Qt.KeyboardModifier) -> None:
        middle = QPointF(view.viewport().rect().center())
        event = QWheelEvent(
            middle,
            view.viewport().mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)

    zoom = view.zoom
    turn(Qt.KeyboardModifier.NoModifier)
    assert (view.zoom, view.verticalScrollBar().value() > 0) == (zoom, True)
    turn(Qt.KeyboardModifier.ControlModifier)
    assert view.zoom < zoom


def test_zooming_keeps_what_is_in_the_middle(view: PdfView) -> None:
    view.go_to(2)
    view.zoom_in()
    assert view.current == (2, 3)


def test_after_a_zoom_the_pictures_are_made_anew_in_the_new_size(qtbot: QtBot, view: PdfView) -> None:
    settle(qtbot, view)
    before = view._pictures[0].width()
    with qtbot.waitSignal(view.painted):
        view.set_zoom(1.0)
    settle(qtbot, view)
    assert view._pictures[view.current[0]].width() > before
    assert view._layout.sheets[0].width() == round(A4[0] * 96 / 72)


def test_the_width_of_the_window_is_followed_until_somebody_zooms(view: PdfView) -> None:
    fitting = view.zoom
    view.resize(1000, 600)
    assert view.zoom > fitting
    view.set_zoom(0.5)
    view.resize(700, 600)
    assert view.zoom == 0.5


def test_another_state_of_the_report_keeps_the_place(qtbot: QtBot, view: PdfView) -> None:
    view.go_to(2)
    longer = coloured(7)
    with qtbot.waitSignal(view.painted):
        view.show_pdf(longer, read_pages(longer))
    assert (view.current, view.count) == ((2, 3), 7)


def test_an_empty_desk_takes_every_key(qtbot: QtBot, look: Appearance, shell: StandInShell) -> None:
    view = PdfView(look, shell.run, "报告")
    qtbot.addWidget(view)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Plus, Qt.Key.Key_0):
        QTest.keyClick(view, key)
    assert (view.current, view.count) == ((), 0)
    view.grab()


def test_sheets_lie_in_rows_and_a_last_one_below_the_first() -> None:
    layout = lay_out([A4] * 3, 2, 0.5, (1000, 300))
    first, second, third = layout.sheets
    assert second.left() == first.right() + GAP
    assert (third.left(), third.top()) == (first.left(), first.bottom() + MARGIN)
    assert first.left() == pytest.approx(1000 - second.right(), abs=1)
    assert layout.row_at(third.center().y()) == (2,)
    assert layout.seen(first.bottom() + 1, third.top() - 1) == ()


def test_the_fitting_zoom_fills_the_width() -> None:
    zoom = fitting_zoom([A4] * 4, 2, 832)
    layout = lay_out([A4] * 4, 2, zoom, (832, 600))
    assert layout.sheets[1].right() == pytest.approx(832 - MARGIN, abs=2)


def test_the_steps_of_the_zoom_end() -> None:
    assert next_step(STEPS[-1], larger=True) == STEPS[-1]
    assert next_step(STEPS[0], larger=False) == STEPS[0]
    assert next_step(0.68, larger=True) == 0.75
    assert next_step(0.68, larger=False) == 0.67
