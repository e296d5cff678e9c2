"""The parts of `bench_window.py`, each for a process of its own: python window_parts.py PART FILE

It prints the figures as one line of JSON. Times are milliseconds, memory is in MB (Linux only).
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QRadioButton, QWidget

    from desktop.pages.questions import QuestionsPage
    from desktop.window import Window

#: The variable with the moment when this process was started, of `time.monotonic_ns`.
STARTED: Final = "ZHIPING_BENCH_STARTED"
CHOICES: Final = 200
ROUTINE: Final = 1000
TYPED: Final = ("routine", "记录", "2 1", "照片", "99", "xyz")
#: The key that gives another status than the one that is given.
_NEXT_KEY: Final = {"conform": "2", "partial": "3"}
#: The largest part of the samples that may be slower than the percentile says.
_P95, _P99 = 0.95, 0.99

Result = dict[str, float]


def bare(_file: Path) -> None:
    """A main window with menus, tool bar, a tree of 300 rows and one form."""
    from PySide6.QtWidgets import QApplication, QRadioButton

    class Answer(QRadioButton):
        """The last of the four, which tells."""

    app = QApplication(sys.argv[:1])
    window = bare_window(Answer)
    tell_first_paint(Answer)
    window.show()
    app.exec()


def bare_window(answer: type[QRadioButton]) -> QMainWindow:
    """What such a window costs in any program."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QMainWindow, QSplitter, QToolBar, QTreeView

    window, tree, tools = QMainWindow(), QTreeView(), QToolBar()
    model = QStandardItemModel(tree)
    for part in range(1, 11):
        heading = QStandardItem(f"{part} 质量主体责任")
        model.appendRow(heading)
        for row in range(1, 30):
            item = QStandardItem(f"{part}.{row} 每批货出厂前是否都有检验合格记录")
            item.setCheckable(True)
            heading.appendRow(item)
    tree.setModel(model)
    tree.setUniformRowHeights(True)
    tree.expandAll()
    for name in ("文件", "编辑", "查看", "帮助"):
        menu = window.menuBar().addMenu(name)
        for n in range(6):
            menu.addAction(f"{name} {n}")
            tools.addAction(f"{name} {n}")
    window.addToolBar(tools)
    split = QSplitter(Qt.Orientation.Horizontal)
    split.addWidget(tree)
    split.addWidget(bare_form(answer))
    window.setCentralWidget(split)
    window.statusBar().showMessage("就绪")
    window.resize(1280, 800)
    return window


def bare_form(answer: type[QRadioButton]) -> QWidget:
    """A question with four answers and two fields."""
    from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

    form = QWidget()
    rows = QFormLayout(form)
    question = QLabel("企业负责人对产品质量负总责，有没有写进本人签字的文件？")
    question.setWordWrap(True)
    rows.addRow(question)
    for word in ("符合", "部分符合", "不符合", "不适用"):
        rows.addRow(answer(word))
    rows.addRow("证据", QLineEdit())
    rows.addRow("备注", QPlainTextEdit())
    return form


def ours(file: Path) -> None:
    """`main.py FILE`, unchanged, until its first item is painted."""

    class Probe:
        """Is put in place when the program itself loads what it needs: the order of that is measured too."""

        @staticmethod
        def find_spec(name: str, _path: object, _target: object = None) -> None:
            if name == "desktop.answer_form":
                sys.meta_path.remove(Probe)
                from desktop.question_head import QuestionHead

                tell_first_paint(QuestionHead)

    sys.meta_path.insert(0, Probe)
    main_file = Path(__file__).resolve().parents[2] / "main.py"
    sys.argv = [str(main_file), str(file)]
    code = compile(main_file.read_bytes(), main_file, "exec")
    exec(code, {"__name__": "__main__", "__file__": str(main_file)})


def tell_first_paint(kind: type[QWidget]) -> None:
    """Print how long it took until a widget of that class was painted, then close the window.

    The class itself is made to tell: a filter of all events would be run thousands of times until then.
    """
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    plain = kind.paintEvent
    painted: list[QWidget] = []

    def paint_and_tell(widget: QWidget, event: QPaintEvent) -> None:
        plain(widget, event)
        if not painted:
            painted.append(widget)
            QTimer.singleShot(0, tell)  # when the whole frame is done

    def tell() -> None:
        painted = (time.monotonic_ns() - int(os.environ[STARTED])) / 1e6
        print(json.dumps({"painted": painted, **memory()}), flush=True)
        QApplication.closeAllWindows()

    # For good: Qt's bindings remember what they have called once, and crash where it is gone.
    kind.paintEvent = paint_and_tell  # type: ignore[method-assign]


def memory() -> Result:
    """Memory of this process: all of it, and what no file stands behind."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    kib = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.endswith("kB")}
    return {"memory": kib["VmRSS"] / 1024, "private": kib["RssAnon"] / 1024}


def choice(file: Path) -> None:
    """One item after the other rated by its key in the real window, until the frame is painted."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    window = our_window(file)
    page = questions(window)
    items = [s.id for s in page.document.scope.items if not s.is_measure]
    painted, counted = [], []
    for n in range(CHOICES):
        page.enter(items[n % len(items)])
        settle()
        now = page.document.dossier.answer(items[n % len(items)]).status
        key = _NEXT_KEY.get(now, "1")
        begun = time.perf_counter()
        focus = QApplication.focusWidget()
        assert focus
        painted.append(frame_after(window, partial(QTest.keyClicks, focus, key)))
        settle_now()
        counted.append((time.perf_counter() - begun) * 1000)
    answered = sum(1 for item in items if page.document.dossier.answer(item).status != "unanswered")
    assert answered == len(items)
    tell(
        choices=CHOICES,
        median=percentile(painted, 0.5),
        p95=percentile(painted, _P95),
        counted=percentile(counted, _P95),
    )
    end(window)


def filter_(file: Path) -> None:
    """Every key of some words typed into the filter of the tree, and every one taken back."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from checklists.records import Records
    from tests.checklists.small_edition import PROFILE, small_edition

    with Records.create(file, person="甲") as records:
        made = records.start_assessment(
            small_edition(ROUTINE), PROFILE, title="", year="2026", started_on="2026-01-01"
        )
        records.answer(made, "routine-001", status="conform")
    window = our_window(file)
    page = questions(window)
    field = page.tree.search
    times = []
    for word in TYPED:
        for end_of in [*range(1, len(word) + 1), *range(len(word) - 1, -1, -1)]:
            field.setFocus()
            settle()
            times.append(frame_after(window, partial(field.setText, word[:end_of])))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    tell(items=len(page.document.scope.items), median=percentile(times, 0.5), worst=max(times))
    end(window)


def report(file: Path) -> None:
    """The gaps between two beats of a timer while the first report is made, and shown."""
    from PySide6.QtCore import Qt, QTimer

    from desktop.pages.report import ReportPage

    window = our_window(file)
    beats: list[float] = []
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    window.go("report")
    page = window.findChild(ReportPage)
    assert page
    settle_now()
    assert page.making
    timer.start()
    wait_until(lambda: not page.making)
    settle()
    timer.stop()
    gaps = [(b - a) * 1000 for a, b in pairwise(beats)]
    tell(seconds=beats[-1] - beats[0], p99=percentile(gaps, _P99), worst=max(gaps))
    end(window)


def our_window(file: Path) -> Window:
    """The window on a file, shown."""
    from PySide6.QtWidgets import QApplication

    from desktop.app import open_window
    from desktop.appearance import ARGUMENTS

    app = QApplication([*sys.argv[:1], *ARGUMENTS])
    window = open_window(app, file)
    window.resize(1280, 800)
    window.go("questions")
    settle()
    return window


def questions(window: Window) -> QuestionsPage:
    """The page of items."""
    from desktop.pages.questions import QuestionsPage

    page = window.findChild(QuestionsPage)
    assert page
    return page


def frame_after(window: Window, do: Callable[[], object]) -> float:
    """How long it takes from doing something until the next frame of the window is painted."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    class Probe(QObject):
        painted = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() != QEvent.Type.UpdateRequest or self.painted:
                return False
            watched.event(event)
            self.painted = time.perf_counter()
            return True

    probe = Probe()
    window.installEventFilter(probe)
    begun = time.perf_counter()
    do()
    while not probe.painted:
        QApplication.processEvents()
    window.removeEventFilter(probe)
    return (probe.painted - begun) * 1000


def settle_now() -> None:
    """Do all that is due at once."""
    from PySide6.QtWidgets import QApplication

    for _ in range(3):
        QApplication.processEvents()


def settle() -> None:
    """Wait until nothing more happens by itself, in any thread."""
    until = time.monotonic() + 0.05
    while time.monotonic() < until:
        settle_now()


def wait_until(done: Callable[[], bool]) -> None:
    """Let the window live until something has happened."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    looks = QTimer(interval=5)
    looks.timeout.connect(lambda: loop.quit() if done() else None)
    looks.start()
    loop.exec()


def end(window: Window) -> None:
    """Close the window and let go of its file."""
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    window.ended.connect(loop.quit)
    window.close()
    loop.exec()
    window.finish()


def percentile(values: list[float], share: float) -> float:
    """The value that so large a share does not exceed."""
    return sorted(values)[int(len(values) * share)]


def tell(**figures: float) -> None:
    """Print the figures."""
    print(json.dumps(figures), flush=True)


PARTS: Final = {"bare": bare, "ours": ours, "choice": choice, "filter": filter_, "report": report}

if __name__ == "__main__":
    PARTS[sys.argv[1]](Path(sys.argv[2]))
