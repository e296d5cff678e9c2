"""Widgets that are garbage die in the thread of the window, and not while a report is made."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.garbage import _FEW, GarbageCollector
from exports.turns import short_turns


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[GarbageCollector]:
    """Begins with no garbage and looks only when a test has it look."""
    gc.collect()
    made = GarbageCollector(qapp)
    made._timer.stop()
    yield made
    made.deleteLater()


def cycle() -> tuple[QObject, list[str]]:
    """An object of Qt that holds itself, and where the thread is put down in which it dies."""
    died: list[str] = []
    one = QObject()
    one.holder = {"one": one}  # type: ignore[attr-defined]
    weakref.finalize(one, lambda: died.append(threading.current_thread().name))
    return one, died


def dropped() -> list[str]:
    """The same, with nobody else to hold it."""
    return cycle()[1]


def make_many() -> list[list[int]]:
    """More objects than Python makes without looking for garbage, and few enough to be gone through."""
    many = 7 * gc.get_threshold()[0]
    assert many < _FEW
    return [[n] for n in range(many)]


def test_another_thread_leaves_widgets_alone(collector: GarbageCollector) -> None:
    died = dropped()
    other = threading.Thread(target=make_many, name="writer")
    other.start()
    other.join()
    assert died == []
    kept = make_many()
    collector.look()
    assert died == [threading.main_thread().name]
    assert kept


def test_nothing_is_looked_for_while_a_report_is_made(collector: GarbageCollector) -> None:
    died, kept = dropped(), make_many()
    with short_turns():
        collector.look()
        assert died == []
    collector.look()
    assert len(died) == 1
    assert kept


def test_much_is_gone_through_only_when_nobody_does_anything(collector: GarbageCollector) -> None:
    died, kept = dropped(), [[n] for n in range(2 * _FEW)]
    collector.look()
    assert died == []
    collector.look()
    assert len(died) == 1
    assert kept


def test_old_garbage_goes_when_nobody_does_anything(collector: GarbageCollector) -> None:
    one, died = cycle()
    gc.collect()
    del one
    for _ in range(gc.get_threshold()[1] + 1):
        gc.collect(0)
    assert died == []
    collector.look()
    assert len(died) == 1


def test_who_is_at_work_does_not_wait_for_all_of_it(collector: GarbageCollector) -> None:
    one, died = cycle()
    gc.collect()
    del one
    kept = []
    for _ in range(gc.get_threshold()[1] + 2):
        kept.append(make_many())
        collector.look()
    assert gc.get_count()[1] > gc.get_threshold()[1]
    assert died == []
    collector.look()
    assert len(died) == 1
    assert kept
