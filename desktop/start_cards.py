"""The cards of the start page: the brand, the file to go on with, files opened lately."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checklists.errors import Language, UserError
from desktop.appearance import Appearance
from desktop.controls.buttons import Button, PaintedButton, paint_frame
from desktop.controls.panels import Card, Strip
from desktop.controls.signs import ProgressBar
from desktop.controls.texts import ElidedLabel, Label
from desktop.marks import paint_mark, paint_progress
from desktop.moments import moment_text
from desktop.shelf import Seen
from desktop.tokens import PADDING, RADIUS_CARD, UNIT, Token
from desktop.translation import translate

_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def fault_text(fault: UserError, language: Language) -> str:
    """Why a file cannot be opened, as short as a row needs it."""
    words = {
        "file-missing": translate("Start", "文件不在原处"),
        "file-foreign": translate("Start", "不是质评文件"),
        "file-newer": translate("Start", "由更新版本的质评写成"),
        "file-damaged": translate("Start", "文件已损坏"),
        "file-busy": translate("Start", "正被别的程序占用"),
        "file-unreadable": translate("Start", "读不出来"),
    }
    return words.get(fault.code) or fault.sentence(language)


def assessment_text(seen: Seen) -> str:
    """What the assessment is called."""
    kinds = {"self_assessment": translate("Start", "自评"), "audit": translate("Start", "审核")}
    return seen.title or f"{seen.year} {kinds[seen.kind]}"


def progress_text(seen: Seen) -> str:
    """How many items are rated, of how many."""
    return f"{seen.answered.done}/{seen.answered.total}"


class FileCard(PaintedButton):
    """A file that was opened lately, with its progress or with what is wrong with it; a click opens it."""

    #: The file is not to be offered any more.
    forgotten = Signal()

    def __init__(self, appearance: Appearance, seen: Seen, now: datetime, language: Language) -> None:
        super().__init__(appearance, seen.enterprise or seen.path.stem)
        self.seen = seen
        self._fault = fault_text(seen.fault, language) if seen.fault else ""
        self._when = moment_text(seen.changed, now) if seen.changed and not self._fault else ""
        self._what = str(seen.path.parent) if self._fault else assessment_text(seen)
        said = [self.text(), self._what, self._fault or progress_text(seen), self._when]
        self.setAccessibleName("，".join(part for part in said if part))
        told = seen.fault.sentence(language) if seen.fault else f"{self.text()}\n{seen.path}"
        self.setToolTip(told)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        forget = QAction(translate("Start", "从列表移除"), self)
        forget.setShortcut(Qt.Key.Key_Delete)
        forget.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        forget.triggered.connect(self.forgotten)
        self.addAction(forget)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def sizeHint(self) -> QSize:
        return QSize(200, self._appearance.measure(96))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_frame(
            painter,
            QRectF(self.rect()),
            RADIUS_CARD,
            self._ground("surface"),
            self._appearance.token("line"),
        )
        line = self.height() / 4
        box = QRectF(PADDING, 8, self.width() - 2 * PADDING, line)
        self._write(painter, box, self.text(), "text", bold=True)
        self._paint_second(painter, box.translated(0, line + 2))
        self._paint_third(painter, box.translated(0, 2 * line + 8))
        self._focus_ring(painter, RADIUS_CARD)

    def _paint_second(self, painter: QPainter, box: QRectF) -> None:
        right = translate("Start", "可能正在别处使用") if self.seen.busy else self._when
        width = self._advance(right, 12) if right else 0
        self._write(painter, box, right, "text3", size=12, place=_RIGHT)
        if self.seen.busy:
            place = QRectF(box.right() - width - 22, box.center().y() - 8, 16, 16)
            paint_mark(painter, place, "lock/text2", self._appearance)
            width += 22
        self._write(painter, box.adjusted(0, 0, -width - 8, 0), self._what, "text2", size=12)

    def _paint_third(self, painter: QPainter, box: QRectF) -> None:
        middle = box.center().y()
        if self._fault:
            place = QRectF(box.left(), middle - 8, 16, 16)
            paint_mark(painter, place, "warning/part", self._appearance)
            self._write(painter, box.adjusted(24, 0, 0, 0), self._fault, "part", size=12)
            return
        seen, figure = self.seen, progress_text(self.seen)
        complete = seen.answered.complete
        ink: Token = "ok" if complete else "text2"
        self._write(painter, box, figure, ink, size=12, place=_RIGHT)
        room = self._advance(figure, 12) + (24 if complete else 0)
        if complete:
            place = QRectF(box.right() - room, middle - 8, 16, 16)
            paint_mark(painter, place, "conform", self._appearance)
        bar = QRectF(box.left(), middle - 3, box.width() - max(room, 48) - 8, 6)
        part: Token = "ok" if complete else "accent"
        paint_progress(
            painter, bar, [(part, seen.answered.done)], max(seen.answered.total, 1), self._appearance
        )


class ResumeCard(Card):
    """The file that was open last: where it stands, and on to the next item."""

    resumed = Signal()
    summary = Signal()
    forgotten = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._name = ElidedLabel(appearance, size=16, bold=True)
        self._about = ElidedLabel(appearance, tone="text2")
        self._bar = ProgressBar(appearance, translate("Start", "进度"))
        self._count = Label(bold=True)
        self._when = Label(size=12, tone="text3")
        self._fault = Strip(appearance, "part", "", link=translate("Start", "从列表移除"))
        self.look = Button(appearance, translate("Start", "看总览"), height=36)
        self.resume = Button(
            appearance, translate("Start", "继续填写"), role="primary", trailing="arrow-right", height=36
        )
        self.resume.clicked.connect(self.resumed)
        self.look.clicked.connect(self.summary)
        self._fault.followed.connect(self.forgotten)
        self._state = QWidget()
        state = QVBoxLayout(self._state)
        state.setContentsMargins(0, 4, 0, 0)
        state.setSpacing(16)
        state.addWidget(self._bar)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self._count)
        row.addWidget(self._when)
        row.addStretch(1)
        row.addWidget(self.look)
        row.addWidget(self.resume)
        state.addLayout(row)
        self.body.setSpacing(6)
        for widget in (self._name, self._about, self._state, self._fault):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_seen(self, seen: Seen, now: datetime, language: Language) -> None:
        """Show a file."""
        self._name.set_text(seen.enterprise or seen.path.stem)
        sample = translate("Start", "样例") if seen.sample else ""
        about = [sample, assessment_text(seen), seen.region, seen.domains, seen.size]
        self._about.set_text(str(seen.path) if seen.fault else "·".join(part for part in about if part))
        self._state.setVisible(not seen.fault)
        self._fault.setVisible(bool(seen.fault))
        if seen.fault:
            link = translate("Start", "从列表移除")
            self._fault.set_content("part", fault_text(seen.fault, language), link=link)
            self._fault.setToolTip(seen.fault.sentence(language))
            return
        self._bar.set_counts(seen.counts)
        self._count.setText(translate("Start", "{count} 项").format(count=progress_text(seen)))
        busy = translate("Start", "可能正在别处使用")
        self._when.setText(busy if seen.busy else moment_text(seen.changed, now) if seen.changed else "")
