"""The left pane of 检查: what to filter by, how far it is, and the tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from checklists.scope import ScopedItem
from desktop.appearance import Appearance
from desktop.controls.buttons import Chip
from desktop.controls.fields import SearchField
from desktop.controls.panels import EmptyState, Ground
from desktop.controls.signs import ProgressBar
from desktop.controls.texts import Label
from desktop.flow import Flow
from desktop.item_filter import Filter, ItemIndex, Tag
from desktop.item_tree import Branch, ItemTree
from desktop.rows import Node
from desktop.tokens import PADDING, UNIT
from desktop.translation import translate
from exports.material import Material

#: A chip that would find nothing is not shown, but these always are.
_ALWAYS: Final[frozenset[Tag]] = frozenset({"unanswered", "critical", "duty"})
CHECKLIST: Final = "checklist "
SECTION: Final = "section "


class TreePanel(Ground):
    """Filter, progress and tree of the items of a scope."""

    def __init__(self, appearance: Appearance, material: Material) -> None:
        super().__init__("chrome")
        self._kept = ""
        self._person = ""
        self.search = SearchField(
            appearance,
            translate("Questions", "筛选检查项"),
            placeholder="",
            clear_name=translate("Questions", "清除"),
        )
        self.chips: dict[Tag, Chip] = {
            tag: Chip(appearance, word, code=tag) for tag, word in _chip_words(material).items()
        }
        self.person_chip = Chip(appearance, translate("Questions", "谁来答"))
        self._progress = Label(size=12, bold=True, tone="text2")
        self._share = Label(size=12, tone="text2")
        self._bar = ProgressBar(appearance, translate("Questions", "进度"))
        self.tree = ItemTree(appearance, translate("Questions", "检查项"))
        self.no_hit = EmptyState(appearance, "search", "", translate("Questions", "清除筛选"))
        self._lay_out()
        self.search.textChanged.connect(lambda _: self._filter())
        self.search.cleared.connect(self._filter)
        self.search.returnPressed.connect(self._open_hit)
        for chip in self.chips.values():
            chip.toggled.connect(lambda _: self._filter())
        self.person_chip.clicked.connect(lambda _=False: self._ask_person())
        self.no_hit.pressed.connect(self.clear)
        self.load(material)

    def load(self, material: Material) -> None:
        """Show the items of another scope."""
        self._material = material
        self._index = ItemIndex(material)
        self.search.setPlaceholderText(translate("Questions", "在 {n} 项中筛选").format(n=len(self._index)))
        self.tree.set_branches(self._branches())
        self.refresh_figures()

    def update_item(self, item: str, material: Material) -> None:
        """Show the answer to an item as it is now."""
        self._material = material
        scoped = material.scope.by_id.get(item)
        if scoped is None:
            return
        self._index.update(item, material)
        checklist = [s for s in material.scope.items if s.checklist.id == scoped.checklist.id]
        section = [s for s in checklist if s.section.id == scoped.section.id]
        self.tree.update_nodes(
            self._item_node(scoped),
            self._part_node(CHECKLIST + scoped.checklist.id, scoped.checklist.title, checklist),
            self._part_node(SECTION + scoped.section.id, scoped.section.title, section),
        )

    def refresh_figures(self) -> None:
        """Count anew for the chips and the progress, and filter anew."""
        counts = self._index.counts()
        for tag, chip in self.chips.items():
            chip.set_count(counts.get(tag, 0))
            chip.setVisible(tag in _ALWAYS or chip.isChecked() or counts.get(tag, 0) > 0)
        people = self._index.people()
        self.person_chip.setVisible(bool(people))
        total = len(self._index)
        done = total - counts.get("unanswered", 0)
        self._progress.setText(
            translate("Questions", "{done} / {total} 项已评").format(done=done, total=total)
        )
        self._share.setText(f"{100 * done // total if total else 0} %")
        self._bar.set_counts(self._statuses())
        self._filter()

    def keep(self, item: str) -> None:
        """Go on showing this item, also when it no longer fits the filter."""
        self._kept = item
        if self.filtered():
            self._filter()

    def clear(self) -> None:
        """Show everything again."""
        for chip in (*self.chips.values(), self.person_chip):
            chip.blockSignals(True)
            chip.setChecked(False)
            chip.blockSignals(False)
            chip.update()
        self._person = ""
        self.person_chip.setText(translate("Questions", "谁来答"))
        self.search.clear()
        self._filter()

    def filtered(self) -> bool:
        """Whether something is asked for."""
        return bool(self._wanted())

    def next_open(self, current: str, step: int) -> str:
        """The next open item of those shown; "" for none."""
        return self._index.next_open(self.tree.order(), current, step)

    def beside(self, current: str, step: int) -> str:
        """The item after or before another among those shown; "" at the ends."""
        order = self.tree.order()
        place = order.index(current) + step if current in order else 0
        return order[place] if 0 <= place < len(order) else ""

    def open_items(self) -> tuple[int, int]:
        """How many items are open, and how many critical ones of them."""
        still = [item for item in self._index if self._index.is_open(item)]
        return len(still), sum("critical" in self._index.tags(item) for item in still)

    def _lay_out(self) -> None:
        chips = Flow()
        for chip in (*self.chips.values(), self.person_chip):
            chips.addWidget(chip)
        figures = QHBoxLayout()
        figures.addWidget(self._progress, 1)
        figures.addWidget(self._share)
        head = QVBoxLayout()
        head.setContentsMargins(PADDING, PADDING - 1, PADDING, 10)
        head.setSpacing(UNIT)
        head.addWidget(self.search)
        head.addLayout(chips)
        head.addSpacing(12)
        head.addLayout(figures)
        head.addWidget(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        around = QVBoxLayout()
        around.setContentsMargins(UNIT, 0, UNIT, 0)
        around.addWidget(self.tree, 1)
        column.addLayout(around, 1)
        beside = QVBoxLayout()
        beside.setContentsMargins(PADDING, UNIT, PADDING, 0)
        beside.addWidget(self.no_hit)
        column.addLayout(beside, 1)

    def _wanted(self) -> Filter:
        tags = frozenset(tag for tag, chip in self.chips.items() if chip.isChecked())
        return Filter(self.search.text(), tags, self._person)

    def _filter(self) -> None:
        wanted = self._wanted()
        found = self._index.shown(wanted)
        if not wanted:
            self.tree.set_shown(None)
        else:
            # The item that is being answered stays in sight when its answer takes it out of the filter.
            kept = {self._kept} if found or not wanted.text.strip() else set()
            self.tree.set_shown({*found, *kept})
        nothing = bool(wanted) and not found
        if nothing:
            sentence = _nothing_found(self.search.text().strip())
            self.no_hit.set_content("search", sentence, translate("Questions", "清除筛选"))
        self.no_hit.setVisible(nothing)
        self.tree.setVisible(not nothing)

    def _open_hit(self) -> None:
        """Enter in the filter: to the first item that fits."""
        order = self._index.shown(self._wanted())
        if order:
            self.tree.select(order[0])
            self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_person(self) -> None:
        self.person_chip.setChecked(bool(self._person))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        everyone = menu.addAction(translate("Questions", "所有人"))
        everyone.triggered.connect(lambda: self.choose_person(""))
        for person in self._index.people():
            menu.addAction(person).triggered.connect(lambda _=False, who=person: self.choose_person(who))
        menu.popup(self.person_chip.mapToGlobal(self.person_chip.rect().bottomLeft()))

    def choose_person(self, person: str) -> None:
        """Show only what this person can answer, or with "" everybody's."""
        self._person = person
        self.person_chip.setText(person or translate("Questions", "谁来答"))
        self.person_chip.setChecked(bool(person))
        self.person_chip.updateGeometry()
        self._filter()

    def _statuses(self) -> Mapping[str, int]:
        """How often each status was given; a measure that is filled in counts as done."""
        return Counter(self._counted(scoped) for scoped in self._material.scope.items)

    def _counted(self, scoped: ScopedItem) -> str:
        answer = self._material.answer(scoped)
        if scoped.is_measure:
            return "conform" if answer.measure else "unanswered"
        return answer.counted

    def _branches(self) -> list[Branch]:
        return [
            self._branch(list(items))
            for _, items in groupby(self._material.scope.items, key=lambda s: s.checklist.id)
        ]

    def _branch(self, items: list[ScopedItem]) -> Branch:
        checklist = items[0].checklist
        sections = [list(group) for _, group in groupby(items, key=lambda s: s.section.id)]
        rows: list[Node] = []
        for section in sections:
            # A checklist of one section needs no heading for it.
            if len(sections) > 1:
                part = section[0].section
                rows.append(self._part_node(SECTION + part.id, part.title, section))
            rows += (self._item_node(scoped) for scoped in section)
        return Branch(self._part_node(CHECKLIST + checklist.id, checklist.title, items), tuple(rows))

    def _part_node(self, node_id: str, title: str, items: list[ScopedItem]) -> Node:
        answered = sum(not self._index.is_open(s.id) for s in items)
        return Node(node_id, title, answered=answered, total=len(items), section=True)

    def _item_node(self, scoped: ScopedItem) -> Node:
        material, answer = self._material, self._material.answer(scoped)
        tags = self._index.tags(scoped.id)
        if scoped.is_measure:
            mark = "check/ok" if answer.measure else "unanswered"
            word = material.words("measure-status")
        else:
            mark, word = answer.status, material.status_word(scoped, answer.status)
        if "reason" in tags:
            mark, word = "warning/part", translate("Questions", "待补理由")
        elif "later" in tags and "unanswered" in tags:
            mark, word = "clock/part", translate("Questions", "稍后")
        return Node(
            scoped.id,
            scoped.item.ask,
            mark=mark,
            word=word,
            star=scoped.critical,
            done=not self._index.is_open(scoped.id),
        )


def _nothing_found(text: str) -> str:
    if text:
        return translate("Questions", "“{text}”没有找到。").format(text=text)
    return translate("Questions", "没有这样的检查项。")


def _chip_words(material: Material) -> Mapping[Tag, str]:
    statuses = {s["code"]: str(s["duty"]) for s in material.edition.scale["statuses"]}
    return {
        "unanswered": statuses["unanswered"],
        "nonconform": statuses["nonconform"],
        "critical": translate("Questions", "关键"),
        "duty": material.coded("kinds", "duty"),
        "reason": translate("Questions", "待补理由"),
        "later": translate("Questions", "稍后"),
    }
