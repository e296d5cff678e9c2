"""检查: the items one by one, each with its question, its answer and what it stems from."""

from __future__ import annotations

from functools import cached_property, partial
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from checklists.errors import UserError
from checklists.scope import ScopedItem
from desktop.answer_form import AnswerForm
from desktop.controls.panels import EmptyState
from desktop.document import Document
from desktop.evidence_actions import EvidenceActions
from desktop.pages import A_MOMENT, Page, Shell
from desktop.part_form import PartForm
from desktop.questions_footer import QuestionsFooter
from desktop.questions_layout import LOW, QuestionsLayout
from desktop.reference_panel import ReferencePanel
from desktop.tasks import Progress, Task
from desktop.tokens import MARGIN
from desktop.translation import translate
from desktop.tree_panel import CHECKLIST, TreePanel
from exports.material import Material

#: Keys of this page and the method that each calls.
KEYS: Final = (
    ("F8", "go_to_next_open"),
    ("F7", "go_to_previous_open"),
    ("Alt+Down", "go_to_next"),
    ("Alt+Up", "go_to_previous"),
    ("Ctrl+Return", "go_to_next_open"),
    ("Ctrl+Enter", "go_to_next_open"),
    ("F2", "go_to_note"),
)


class QuestionsPage(Page):
    """The heart of the window."""

    def __init__(self, document: Document | None, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(document, shell, parent)
        look = shell.appearance
        self._item = ""
        self._part = ""
        self.tree = TreePanel(look, self._material)
        self.form = AnswerForm(look)
        self.part = PartForm(look)
        self.reference = ReferencePanel(look)
        self.footer = QuestionsFooter(look)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.form)
        self.middle.addWidget(self.part)
        self.parts = QuestionsLayout(look, self.tree, self.middle, self.reference, self.footer)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.parts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._stack)
        self.evidence = EvidenceActions(self.document, shell, self.form.evidence)
        # Counting waits until the choice itself has been painted.
        self._count_soon = QTimer(self, singleShot=True, interval=0)
        self._count_soon.timeout.connect(self._count)
        # What stands beside an item can wait until the page itself has been painted, and the way of Tab too.
        self._reference_waits = False
        self.form.set_locked(self.document.read_only)
        self._connect()
        self._add_keys()
        self._show_scope()
        self.footer.show_open(*self.tree.open_items())
        self.footer.show_state(self.document.state, self.document.state_text)

    @cached_property
    def empty(self) -> EmptyState:
        """What is said while no item applies."""
        sentence = translate("Questions", "还没有适用的检查项。先填企业概况，就知道要答哪些。")
        button = translate("Questions", "去填概况")
        empty = EmptyState(self.shell.appearance, "checklist", sentence, button, margin=MARGIN)
        empty.pressed.connect(self._go_to_profile)
        self._stack.addWidget(empty)
        return empty

    def enter(self, where: str = "") -> None:
        """Show an item, or go on where one was; the focus goes to its rating."""
        if self._stack.currentIndex():
            self.empty.focusNextChild()
            return
        if where:
            self.tree.clear()
        if where and where in self._material.scope.by_id:
            self.show_item(where)
        elif not self._item:
            self.show_item(self.tree.next_open("", 1) or self._material.scope.items[0].id)
        self._focus_item()
        if where == self._item:  # Not after F8: a digit pressed to rate would become the reason.
            self.form.go_to_missing()

    def leave(self) -> None:
        """Hand in what is being typed."""
        self.form.settle()

    def filter_field(self) -> QWidget | None:
        """The filter of the tree."""
        self.parts.show_tree(True)
        return self.tree.search

    def panes(self) -> tuple[QWidget, ...]:
        """Tree, item, reference, footer; where one is folded, its strip."""
        tree = self.tree if self.tree.isVisible() else self.parts.tree_strip
        reference = self.reference if self.reference.isVisible() else self.parts.reference_strip
        return tree, self.middle, reference, self.footer

    def show_item(self, item: str) -> None:
        """Show an item of the scope."""
        self.form.settle()
        self.tree.keep(item)
        self.tree.tree.select(item)
        # The tree says nothing where the item was its current one already.
        if item != self._item or self._part:
            self._show(item)

    def go_to_next_open(self) -> None:
        """To the next item that is still open."""
        self._go_to_open(1)

    def go_to_previous_open(self) -> None:
        """To the previous item that is still open."""
        self._go_to_open(-1)

    def go_to_next(self) -> None:
        """To the next item of any kind."""
        self._go_beside(1)

    def go_to_previous(self) -> None:
        """To the previous item of any kind."""
        self._go_beside(-1)

    def go_to_note(self) -> None:
        """Into the note of the item."""
        if self.middle.currentWidget() is self.form:
            self.form.texts.go_to_note()

    @property
    def _material(self) -> Material:
        return self.document.material

    @property
    def _scoped(self) -> ScopedItem | None:
        return self._material.scope.by_id.get(self._item)

    def _connect(self) -> None:
        document, form = self.document, self.form
        document.answered.connect(self._answered)
        document.figures_changed.connect(self._figures_changed)
        document.scope_changed.connect(self._scope_changed)
        document.findings_changed.connect(self._findings_changed)
        document.evidence_changed.connect(self._evidence_changed)
        document.evidence_progress.connect(self._evidence_progress)
        document.saving.connect(self.footer.show_state)
        form.given.connect(self._give)
        form.graded.connect(self._grade)
        form.action_wanted.connect(self._take_action)
        form.offered.connect(self.evidence.keep)
        self.tree.tree.chosen.connect(self._chosen)
        self.tree.tree.part_chosen.connect(self._part_chosen)
        self.tree.tree.rated.connect(self._rate)
        self.tree.tree.entered.connect(self._focus_item)
        self.part.not_applicable.connect(self._section_not_applicable)
        self.reference.followed.connect(self._follow)
        self.reference.history_wanted.connect(self._read_history)
        self.footer.previous.connect(self.go_to_previous_open)
        self.footer.following.connect(self.go_to_next_open)
        self.footer.retried.connect(document.retry)
        self.shell.appearance.changed.connect(self._fit)

    def _add_keys(self) -> None:
        for keys, does in KEYS:
            self._add_key(keys, getattr(self, does))
        for digit in range(1, 6):
            self._add_key(f"Alt+{digit}", partial(self._rate, digit))

    def _add_key(self, keys: str, does: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(does)

    def _scope_changed(self) -> None:
        """Other items apply now."""
        self.tree.load(self._material)
        self._show_scope()
        self._count()

    def _show_scope(self) -> None:
        """Show an item of those that apply, the one that was shown if it still does."""
        material = self._material
        self._stack.setCurrentWidget(self.parts if material.scope.items else self.empty)
        former, self._item = self._item, ""
        if not material.scope.items:
            return
        still = former if former in material.scope.by_id else ""
        self.show_item(still or self.tree.next_open("", 1) or material.scope.items[0].id)

    def _show(self, item: str) -> None:
        scoped = self._material.scope.by_id.get(item)
        if scoped is None:
            return
        self._item, self._part = item, ""
        self.middle.setCurrentWidget(self.form)
        self.form.show_item(scoped, self._material)
        self.evidence.show_pictures(item)
        if self.isVisible():
            self._show_reference()
        else:
            self._reference_waits = True

    def _show_reference(self) -> None:
        if (scoped := self._scoped) is not None and not self._part:
            self.reference.show_item(scoped, self._material)

    def _chosen(self, item: str) -> None:
        """An item has become current in the tree."""
        if item != self._item or self._part:
            self.form.settle()
            self.tree.keep(item)
            self._show(item)

    def _part_chosen(self, part: str) -> None:
        """A checklist or section has become current in the tree."""
        self.form.settle()
        self._part = part
        items = self._part_items()
        if not items:
            return
        title = items[0].checklist.title if part.startswith(CHECKLIST) else items[0].section.title
        self.part.show_part(title, items, self._material, locked=self.document.read_only)
        self.middle.setCurrentWidget(self.part)
        self.reference.clear()

    def _part_items(self) -> list[ScopedItem]:
        """The items of the checklist or section that is shown."""
        kind, _, part = self._part.partition(" ")
        if kind == CHECKLIST.strip():
            return [s for s in self._material.scope.items if s.checklist.id == part]
        return [s for s in self._material.scope.items if s.section.id == part]

    def _focus_item(self) -> None:
        if self.parts.tree_folded:
            self.parts.show_tree(False)
        self.form.go_to_rating()

    def _go_to_open(self, step: int) -> None:
        self.form.settle()
        found = self.tree.next_open(self._item, step)
        if found:
            self.show_item(found)
            self._focus_item()
        elif self._scoped and self._is_open(self._scoped):
            self.shell.toast(translate("Questions", "只剩这一项未评。"))
        elif self.tree.filtered():
            self.shell.toast(translate("Questions", "筛选出的项都评过了。"))
        else:
            self.shell.toast(translate("Questions", "全部评完。到“报告”看看还缺什么。"))

    def _is_open(self, scoped: ScopedItem) -> bool:
        answer = self._material.answer(scoped)
        return not answer.measure if scoped.is_measure else answer.counted == "unanswered"

    def _go_beside(self, step: int) -> None:
        self.form.settle()
        found = self.tree.beside(self._item, step)
        if found:
            self.show_item(found)
            self._focus_item()

    def _rate(self, digit: int) -> None:
        if self.middle.currentWidget() is self.form:
            self.form.rate(digit)

    def _give(self, item: str, fields: dict[str, object]) -> None:
        try:
            self.document.answer(item, **fields)
        except UserError as error:
            self.shell.fail(error)
            self.form.refresh(self._material)

    def _grade(self, item: str, grade: str) -> None:
        try:
            self.document.grade(item, grade)
        except UserError as error:
            self.shell.fail(error)

    def _take_action(self, item: str) -> None:
        """To the finding of the item; one that is no duty is taken up first."""
        self.form.settle()
        finding = self.document.dossier.finding_of(item)
        try:
            self.shell.go("findings", finding.id if finding else self.document.take_up(item))
        except UserError as error:
            self.shell.fail(error)

    def _section_not_applicable(self, section: str, note: str) -> None:
        title = next(s.section.title for s in self._material.scope.items if s.section.id == section)
        try:
            count = self.document.answer_section(section, note)
        except UserError as error:
            self.shell.fail(error)
            return
        said = translate("Questions", "“{title}”{n} 项已评为不适用。").format(title=title, n=count)
        self.shell.toast(said, self.document.undo)

    def _answered(self, item: str) -> None:
        if item == self._item:
            self.form.refresh(self._material)
            if self._scoped:
                self.reference.show_last_change(self._scoped, self._material)
        self.tree.update_item(item, self._material)

    def _figures_changed(self) -> None:
        self._count_soon.start()

    def _count(self) -> None:
        self.tree.refresh_figures()
        self.footer.show_open(*self.tree.open_items())
        if self._part:
            self.part.refresh(self._part_items(), self._material, locked=self.document.read_only)

    def _findings_changed(self) -> None:
        self.form.refresh(self._material)

    def _evidence_changed(self, item: str) -> None:
        if item == self._item:
            self.form.show_evidence(self._material)
            self.evidence.show_pictures(item)

    def _evidence_progress(self, item: str, done: int, total: int) -> None:
        if item == self._item and done < total:
            self.form.evidence.set_progress(done, total)

    def _follow(self, where: str) -> None:
        self.form.settle()
        self.shell.go("library", where)

    def _go_to_profile(self) -> None:
        self.shell.go("profile")

    def _read_history(self) -> None:
        """Show the changes to the item as soon as they are read."""
        item, read = self._item, self.document.history

        def work(_progress: Progress) -> tuple[str, tuple[str, ...]]:
            return item, read(item)

        task: Task[tuple[str, tuple[str, ...]]] = Task(work)
        task.finished.connect(self._show_history)
        self.shell.run(task)

    def _show_history(self, read: tuple[str, tuple[str, ...]]) -> None:
        item, lines = read
        if item == self._item:
            self.reference.show_history(lines)

    def _escape(self) -> None:
        """Close what is open over the item; from everywhere else back to the rating."""
        if not self.parts.close_over() and self.middle.currentWidget() is self.form:
            self.form.go_to_rating()

    def _fit(self) -> None:
        self.form.set_low(self.height() < LOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._reference_waits:
            self._reference_waits = False
            QTimer.singleShot(A_MOMENT, self, self._complete)

    def _complete(self) -> None:
        self.parts.order_tabs()
        self._show_reference()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
