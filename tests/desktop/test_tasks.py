"""A task tells its end once, in the thread that made it."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from desktop.tasks import Progress, Task


def test_it_runs_in_another_thread_and_tells_in_this_one(qtbot: QtBot) -> None:
    task = Task(lambda _: threading.current_thread())
    heard: list[threading.Thread] = []
    alive: list[bool] = []
    task.finished.connect(lambda _: heard.append(threading.current_thread()))
    task.finished.connect(lambda thread: alive.append(thread.is_alive()))
    with qtbot.waitSignal(task.finished) as finished:
        task.start()
        assert task.running
    assert heard == [threading.current_thread()]
    assert alive == [False], "the thread may be the last to hold the task"
    assert finished.args[0] is not threading.current_thread()
    assert not task.running


def test_progress_is_told_in_order(qtbot: QtBot) -> None:
    task: Task[list[bool]] = Task(lambda progress: [progress(n, 3) for n in range(4)])
    heard: list[tuple[int, int]] = []
    task.progress.connect(lambda *said: heard.append(said))
    with qtbot.waitSignal(task.finished) as finished:
        task.start()
    assert heard == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert finished.args == [[True] * 4]


def test_what_is_raised_is_told(qtbot: QtBot) -> None:
    task: Task[float] = Task(lambda _: 1 / 0)
    with qtbot.waitSignal(task.failed) as failed, qtbot.assertNotEmitted(task.finished):
        task.start()
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_a_cancelled_task_never_finishes(qtbot: QtBot) -> None:
    began, cancelled = threading.Event(), threading.Event()
    heard: list[bool] = []

    def work(progress: Progress) -> str:
        heard.append(progress(1, 2))
        began.set()
        cancelled.wait()
        heard.append(progress(2, 2))
        return "done all the same"

    task = Task(work)
    with qtbot.waitSignal(task.cancelled), qtbot.assertNotEmitted(task.finished):
        task.start()
        began.wait()
        task.cancel()
        cancelled.set()
    assert heard == [True, False]


def test_what_is_raised_after_cancelling_is_not_told(qtbot: QtBot) -> None:
    go = threading.Event()

    def work(_progress: Progress) -> None:
        go.wait()
        raise OSError

    task = Task(work)
    with qtbot.waitSignal(task.cancelled), qtbot.assertNotEmitted(task.failed):
        task.start()
        task.cancel()
        go.set()
