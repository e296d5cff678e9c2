"""The cards of the summary: what each shows of the material, and where a click on it leads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from checklists.assessment import STATUSES, is_draft
from desktop.appearance import Appearance
from desktop.benchmarks import benchmark_figures
from desktop.controls.buttons import Button, PaintedButton
from desktop.controls.navigation import RowButton
from desktop.controls.panels import Card
from desktop.controls.signs import Badge, MarkView, ProgressBar
from desktop.controls.texts import Figure, Label, WrappedText
from desktop.due_work import GRADES, Step, Work, first_steps, place_of, work
from desktop.flow import Flow
from desktop.screen_charts import (
    BenchmarkLine,
    GroupBars,
    Radar,
    counts_of,
    left_out,
    spokes_of,
)
from desktop.summary_rows import GapRow, SeverityTile, StepRow
from desktop.tokens import PADDING, UNIT
from desktop.translation import translate
from exports.material import Material

_STEPS: Final = 5
_POINTS: Final = 3
_GAP_ROWS: Final = 6


class SummaryCard(Card):
    """A card of the summary. `went` says page and place."""

    went = Signal(str, str)

    def __init__(self, appearance: Appearance, title: str = "") -> None:
        super().__init__(title)
        self.body.setContentsMargins(PADDING, 12, PADDING, 12)
        self._appearance = appearance
        #: Whether there is anything to show.
        self.wanted = True

    def _fill(self, column: QBoxLayout, rows: Sequence[QWidget]) -> None:
        """Put other rows into a column."""
        while column.count():
            item = column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            column.addWidget(row)
            row.show()

    def _leads(self, button: PaintedButton, page: str, where: str) -> PaintedButton:
        button.clicked.connect(lambda _checked=False: self.went.emit(page, where))
        return button

    def _foot(self, word: str, page: str) -> Button:
        """A button at the lower right that leads to a whole page."""
        button = Button(self._appearance, word, trailing="arrow-right")
        self._leads(button, page, "")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button)
        self.body.addStretch(1)
        self.body.addLayout(row)
        return button


class KeyCard(SummaryCard):
    """One key figure: label, figure, and small lines below it."""

    def __init__(self, appearance: Appearance, label: str) -> None:
        super().__init__(appearance)
        self.body.setContentsMargins(PADDING, 10, PADDING, 10)
        self.body.setSpacing(0)
        self.badge = Badge(appearance, "provisional", translate("Summary", "暂计"))
        self._label = label
        self._figure = Figure(appearance)
        self._word = WrappedText(appearance, size=16, bold=True)
        self._lines = WrappedText(appearance, size=12, tone="text2")
        self._head = QHBoxLayout()
        self._head.setSpacing(UNIT)
        self._head.addWidget(Label(label, tone="text2"))
        self._head.addStretch(1)
        self._head.addWidget(self.badge)
        self.body.addLayout(self._head)
        self.body.addWidget(self._figure)
        self.body.addWidget(self._word)
        self.body.addWidget(self._lines)
        self.body.addStretch(1)

    def show_figure(
        self, figure: str, unit: str, lines: Sequence[str], *, small: bool = False, provisional: bool = False
    ) -> None:
        """Show another figure; `small` is for a word in its place."""
        self._figure.setVisible(not small)
        self._word.setVisible(small)
        self._figure.set_figure(figure, unit)
        self._word.set_text(figure)
        self._lines.set_text("\n".join(lines))
        self.badge.setVisible(provisional)
        told = (self._label, self.badge.accessibleName() if provisional else "", figure, unit, *lines)
        self.setAccessibleName(" ".join(t for t in told if t))


class ProgressCard(SummaryCard):
    """How many items are rated, by status."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self.body.setContentsMargins(PADDING, 10, PADDING, 10)
        self.body.setSpacing(0)
        self._figure = Figure(appearance)
        self._left = Label(size=12, tone="text2")
        self.bar = ProgressBar(appearance, translate("Summary", "进度"))
        self._legend: dict[str, Label] = {}
        self._measures = Label(size=12, tone="text2")
        row = QHBoxLayout()
        row.addWidget(self._figure)
        row.addStretch(1)
        row.addWidget(self._left, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addWidget(Label(translate("Summary", "进度"), tone="text2"))
        self.body.addLayout(row)
        self.body.addSpacing(6)
        self.body.addWidget(self.bar)
        self.body.addSpacing(UNIT)
        self._flow = Flow(gap=UNIT)
        self.body.addLayout(self._flow)
        self.body.addStretch(1)

    def show_material(self, material: Material) -> None:
        """Show the counts of a material."""
        tally = material.figures.everything
        answered = material.figures.answered
        self._figure.set_figure(
            str(answered.done), translate("Summary", "/ {m} 项已评").format(m=answered.total)
        )
        self._left.setText(_left_text(material))
        self.bar.set_counts(counts_of(tally))
        words = {s["code"]: s["duty"] for s in material.edition.scale["statuses"]}
        for status in STATUSES:
            if status not in self._legend:
                self._legend[status] = self._entry(status, words[status])
            self._legend[status].setText(f"{words[status]} {getattr(tally, status)}")
        self._show_measures(answered.total - tally.total, answered.total - answered.done - tally.unanswered)

    def _show_measures(self, count: int, left: int) -> None:
        """The items that ask for a figure have no status; without them the counts would not add up."""
        if self._flow.indexOf(self._measures) < 0:
            self._flow.addWidget(self._measures)
        self._measures.setVisible(count > 0)
        self._measures.setText(
            translate("Summary", "数据项 {n}，未填 {left}").format(n=count, left=left)
            if left
            else translate("Summary", "数据项 {n}").format(n=count)
        )

    def _entry(self, status: str, word: str) -> Label:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(MarkView(self._appearance, status, word, 14))
        label = Label(size=12, tone="text2")
        row.addWidget(label)
        self._flow.addWidget(entry)
        return label


def _left_text(material: Material) -> str:
    """How much is left to rate."""
    answered = material.figures.answered
    left = answered.total - answered.done
    if not left:
        return translate("Summary", "全部评完")
    critical = [s for s in material.scope.items if s.critical and not s.is_measure]
    blank = sum(1 for s in critical if material.answer(s).counted == "unanswered")
    if blank:
        return translate("Summary", "还有 {n} 项，其中关键 {k} 项").format(n=left, k=blank)
    return translate("Summary", "还有 {n} 项").format(n=left)


class TopicsCard(SummaryCard):
    """The rate of each topic: a radar, or bars where it would have too few spokes."""

    def __init__(self, appearance: Appearance) -> None:
        title = translate("Summary", "各主题落实率")
        super().__init__(appearance, title)
        self.radar = Radar(appearance, title)
        self.bars = GroupBars(appearance, title)
        self.note = WrappedText(appearance, size=12, tone="text3")
        self.body.addWidget(self.radar, 1)
        self.body.addWidget(self.bars)
        self.body.addWidget(self.note)
        self.body.addStretch(0)

    def show_material(self, material: Material) -> None:
        """Show the groups of a material."""
        words, figures = material.words, material.figures
        spokes, few = spokes_of(figures), left_out(figures)
        self.radar.show_groups(spokes)
        self.bars.show_groups([g for g in figures.by_group if g.tally.total])
        self.radar.setVisible(bool(spokes))
        self.bars.setVisible(not spokes)
        self.body.setStretch(self.body.count() - 1, 0 if spokes else 1)
        least = int(material.edition.scale["least_rated"])
        topics = words.join(g.title for g in few)
        fractions = translate("Summary", "已评不足 {n} 项的主题只列分数。").format(n=least)
        self.note.set_text(words("radar-note", n=least, topics=topics) if spokes else fractions)
        self.note.setVisible(bool(few))
        self.setToolTip(words("results-note"))


class GapsCard(SummaryCard):
    """The open findings by grade and by checklist."""

    def __init__(self, appearance: Appearance, title: str) -> None:
        super().__init__(appearance, title)
        self.heading.set_aside(translate("Summary", "没有关闭的"))
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(6)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._none = WrappedText(appearance, tone="text2")
        self.body.addLayout(self._tiles)
        self.body.addSpacing(4)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._none)
        self.body.addStretch(1)

    def show_material(self, material: Material) -> None:
        """Show the findings of a material."""
        still_open = [one for one in work(material) if one.state != "closed"]
        tiles = []
        for grade in GRADES[:3]:
            found = [one for one in still_open if one.grade == grade]
            word = material.coded("severities", grade, "tag")
            tile = SeverityTile(self._appearance, grade, word, len(found))
            tiles.append(self._leads(tile, "findings", found[0].finding.id if found else ""))
        self._fill(self._tiles, tiles)
        self._fill(self._rows, self._gap_rows(material, _by_checklist(still_open)))
        nothing = material.words("gaps-none-draft" if material.figures.provisional else "gaps-none")
        self._none.set_text("" if still_open else nothing)
        self._none.setVisible(not still_open)

    def _gap_rows(self, material: Material, found: Sequence[tuple[str, list[Work]]]) -> list[QWidget]:
        """A row for each checklist; the last ones share one."""
        shown = found if len(found) <= _GAP_ROWS else found[: _GAP_ROWS - 1]
        rows: list[QWidget] = [self._row(material, title, some) for title, some in shown]
        if rest := found[len(shown) :]:
            word = translate("Summary", "另有 {n} 张检查表").format(n=len(rest))
            rows.append(self._row(material, word, [one for _, some in rest for one in some]))
        return rows

    def _row(self, material: Material, title: str, found: Sequence[Work]) -> QWidget:
        count = {g: sum(1 for one in found if one.grade == g) for g in GRADES}
        told = material.words.join(f"{material.coded('severities', g)} {n}" for g, n in count.items() if n)
        marks = [one.grade for one in found]
        row = GapRow(self._appearance, title or translate("Summary", "不属于检查项"), marks, told)
        return self._leads(row, "findings", found[0].finding.id)


def _by_checklist(found: Sequence[Work]) -> list[tuple[str, list[Work]]]:
    """Findings by the title of their checklist, the one with the gravest first; "" for those of no item."""
    rows: dict[str, list[Work]] = {}
    for one in found:
        rows.setdefault(one.scoped.checklist.title if one.scoped else "", []).append(one)
    return list(rows.items())


class FirstCard(SummaryCard):
    """What to do first."""

    def __init__(self, appearance: Appearance, title: str) -> None:
        super().__init__(appearance, title)
        self._shown: tuple[Step, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._none = WrappedText(appearance, tone="text2")
        self.body.addLayout(self._rows)
        self.body.addWidget(self._none)
        self._foot(translate("Summary", "全部整改事项"), "findings")

    def show_material(self, material: Material) -> None:
        """Show the steps of a material."""
        steps = first_steps(material)
        if steps[:_STEPS] != self._shown or not steps:
            self._shown = steps[:_STEPS]
            rows = [StepRow(self._appearance, n, s, material.today) for n, s in enumerate(self._shown, 1)]
            self._fill(self._rows, rows)
            for row, step in zip(rows, self._shown, strict=True):
                self._leads(row, step.page, step.where)
        aside = translate("Summary", "共 {n} 件，按轻重和期限").format(n=len(steps))
        self.heading.set_aside(aside if steps else "")
        self._none.set_text("" if steps else material.words("first-none"))
        self._none.setVisible(not steps)


class BenchmarkCard(SummaryCard):
    """Own figures beside the targets of regions, which are no pass marks."""

    def __init__(self, appearance: Appearance, title: str, note: str) -> None:
        super().__init__(appearance, title)
        self.heading.set_aside(note)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_material(self, material: Material) -> None:
        """Show the measures of a material; it is not wanted where there is none in scope."""
        found = benchmark_figures(material)
        none, between = translate("Summary", "没有数据"), material.words("join")
        lines = [BenchmarkLine(self._appearance, one, none, between=between) for one in found]
        self._fill(self._rows, [self._leads(line, "questions", line.figure.item) for line in lines])
        self.wanted = bool(found)


class PointsCard(SummaryCard):
    """What is missing before the report can be handed in."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, " ")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._none = WrappedText(appearance, translate("Summary", "没有要补的，可以生成报告。"), tone="text2")
        self.body.addLayout(self._rows)
        self.body.addWidget(self._none)
        self._foot(translate("Summary", "去报告"), "report")

    def show_material(self, material: Material) -> None:
        """Show the points of a material, those that block first."""
        words, points = material.words, material.points
        rows: list[QWidget] = []
        for point in points[:_POINTS]:
            mark = "warning/bad" if point.blocks else "info/text3"
            row = RowButton(self._appearance, material.point_text(point), mark=mark)
            row.set_tip(material.point_text(point))
            rows.append(self._leads(row, *place_of(point)))
        self._fill(self._rows, rows)
        self.heading.set_title(words("points-title", n=len(points)))
        self.heading.set_aside(words("points-note") if is_draft(points) else "")
        self._none.setVisible(not points)
