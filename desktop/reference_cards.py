"""What an item stems from, piece by piece: a clause with what it asks, a regulation with its standing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from checklists.library import Edition
from checklists.policy import Ask, Clause, Regulation
from desktop.appearance import Appearance
from desktop.controls.buttons import Button, PaintedButton, paint_frame
from desktop.controls.panels import Card
from desktop.controls.signs import Badge
from desktop.controls.texts import ElidedLabel, Label, WrappedText
from desktop.marks import badge_width, paint_badge
from desktop.tokens import RADIUS
from desktop.translation import translate

_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class ClauseCard(Card):
    """A clause: number, heading, what it asks here, document and date. `link` leads to it in the library."""

    def __init__(self, appearance: Appearance, clause: Clause, asks: list[Ask], edition: Edition) -> None:
        super().__init__(padding=12)
        document = edition.documents[clause.document]
        self.body.setSpacing(4)
        number = clause.id.partition("/")[2]
        self.link = Button(
            appearance,
            number,
            role="link",
            height=20,
            name=f"{document.title} {number}",
            tip=translate("Questions", "在依据里看这一条"),
        )
        head = QHBoxLayout()
        # A link has a margin of its own, for its focus.
        head.setContentsMargins(-4, 0, 0, 0)
        head.addWidget(self.link)
        head.addStretch(1)
        badge = Badge(appearance, "plan", translate("Questions", "规划期至 2020"))
        badge.setToolTip(translate("Questions", "规划说明要求的由来；今天有约束力的是所列法规标准。"))
        head.addWidget(badge)
        self.body.addLayout(head)
        self.body.addWidget(WrappedText(appearance, clause.heading, bold=False))
        asked = "；".join(ask.ask for ask in asked_once(asks))
        self.body.addWidget(
            WrappedText(
                appearance, translate("Questions", "要求：{asked}").format(asked=asked), size=12, tone="text2"
            )
        )
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        name = ElidedLabel(appearance, document.number or document.title, size=12, tone="text3")
        name.set_tip(document.title)
        foot.addWidget(name, 1)
        foot.addWidget(Label(document.date, size=12, tone="text3"))
        self.body.addLayout(foot)


def asked_once(asks: list[Ask]) -> list[Ask]:
    """The asks without those that say the same in another document."""
    return list({ask.ask: ask for ask in asks}.values())


class RegulationRow(PaintedButton):
    """A regulation: title and standing, articles and number, since when; a click leads to the library."""

    def __init__(
        self, appearance: Appearance, regulation: Regulation, articles: str, standing_word: str
    ) -> None:
        since = translate("Questions", "{date} 起").format(date=regulation.effective)
        self._standing, self._word = regulation.standing, standing_word
        self._note = regulation.standing_note if regulation.standing == "待核" else ""
        self._since = since if regulation.effective and not self._note else ""
        self._cited = " ".join(part for part in (articles, regulation.number) if part)
        tip = "\n".join(p for p in (regulation.title, regulation.duty, regulation.standing_note) if p)
        name = " ".join((regulation.title, standing_word, self._cited, self._since or self._note))
        super().__init__(appearance, regulation.title, name=name, tip=tip)
        self.regulation = regulation.id
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(280, self._appearance.measure(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._appearance.measure(52))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_frame(painter, box.adjusted(-4, 0, 4, 0), RADIUS, self._ground(None), None)
        line = self._appearance.measure(22)
        top = (box.height() - 2 * line) / 2
        badge = badge_width(self._standing, self._word, self._appearance)
        paint_badge(
            painter, box.right() - badge, top + line / 2, self._standing, self._word, self._appearance
        )
        title = QRectF(0, top, box.width() - badge - 8, line)
        self._write(painter, title, self.text(), "text")
        # The date is never cut; a note may take half of the row.
        aside = self._since or self._note
        needed = self._advance(aside, 12)
        room = needed if self._since else min(needed, int(box.width() / 2))
        lower = QRectF(box.width() - room, top + line, room, line)
        self._write(painter, lower, aside, "text3" if self._since else "part", size=12, place=_RIGHT)
        cited = QRectF(0, top + line, box.width() - room - (8 if aside else 0), line)
        self._write(painter, cited, self._cited, "text2", size=12)
        self._focus_ring(painter, RADIUS)
