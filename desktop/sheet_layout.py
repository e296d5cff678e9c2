"""Where the sheets of a PDF lie on the desk: side by side in rows, at any zoom. Geometry only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSizeF

#: White round the sheets and between two of a row, in logical pixels.
MARGIN: Final = 24
GAP: Final = 12
#: A sheet at 100 % has its size on paper: 96 logical pixels an inch, 72 points an inch.
_PIXELS_A_POINT: Final = 96 / 72
#: The steps of the zoom.
STEPS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0)


class SheetLayout(NamedTuple):
    """The sheets in content coordinates, row after row, and the size of it all."""

    sheets: tuple[QRectF, ...] = ()
    size: QSizeF = QSizeF()
    columns: int = 1

    def seen(self, top: float, bottom: float) -> tuple[int, ...]:
        """The sheets of which something lies between two heights."""
        return tuple(
            n for n, sheet in enumerate(self.sheets) if sheet.bottom() >= top and sheet.top() <= bottom
        )

    def row_at(self, middle: float) -> tuple[int, ...]:
        """The sheets of the row that is nearest to a height."""
        if not self.sheets:
            return ()
        nearest = min(
            range(0, len(self.sheets), self.columns),
            key=lambda n: abs(self.sheets[n].center().y() - middle),
        )
        return tuple(range(nearest, min(nearest + self.columns, len(self.sheets))))


def lay_out(
    sizes: Sequence[tuple[float, float]], columns: int, zoom: float, room: tuple[float, float]
) -> SheetLayout:
    """Lay the sheets (sizes in points) out, centred where the room (width, height) is larger."""
    scale = zoom * _PIXELS_A_POINT
    scaled = [(round(width * scale), round(height * scale)) for width, height in sizes]
    rows = [scaled[start : start + columns] for start in range(0, len(scaled), columns)]
    widths = [sum(w for w, _ in row) + GAP * (len(row) - 1) for row in rows]
    full = max((max(widths, default=0)) + 2 * MARGIN, room[0])
    heights = [max(h for _, h in row) for row in rows]
    total = sum(heights) + MARGIN * (len(rows) + 1)
    top = MARGIN + max(0.0, room[1] - total) // 2
    sheets: list[QRectF] = []
    for row, width, height in zip(rows, widths, heights, strict=True):
        # A last sheet alone lies on the left, below the others.
        left = (full - (width if len(row) == columns else max(widths))) // 2
        for w, h in row:
            sheets.append(QRectF(left, top, w, h))
            left += w + GAP
        top += height + MARGIN
    return SheetLayout(tuple(sheets), QSizeF(full, max(total, room[1])), columns)


def fitting_zoom(sizes: Sequence[tuple[float, float]], columns: int, width: float) -> float:
    """The zoom at which the widest row just fills a width."""
    shown = min(columns, len(sizes))
    widest = max((w for w, _ in sizes), default=0.0) * _PIXELS_A_POINT * shown
    # Sheets have whole pixels: each may be rounded up.
    room = width - 2 * MARGIN - GAP * (shown - 1) - shown
    return min(max(room / widest, STEPS[0]), STEPS[-1]) if widest else 1.0


def next_step(zoom: float, *, larger: bool) -> float:
    """The next step of the zoom above or below; the last one stays."""
    if larger:
        return next((step for step in STEPS if step > zoom * 1.01), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < zoom / 1.01), STEPS[0])
