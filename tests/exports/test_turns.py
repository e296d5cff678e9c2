"""What is set while a report is made is as before when it is done, whatever happened."""

from __future__ import annotations

import gc
import sys
import threading

import pytest

from exports.turns import short_turns, turns_are_short


def test_turns_are_short_and_nothing_is_collected_meanwhile() -> None:
    turn = sys.getswitchinterval()
    with short_turns():
        assert sys.getswitchinterval() < turn / 5
        assert not gc.isenabled()
        assert turns_are_short()
    assert not turns_are_short()
    assert sys.getswitchinterval() == pytest.approx(turn)
    assert gc.isenabled()


def test_all_is_as_before_after_a_failure() -> None:
    turn = sys.getswitchinterval()
    with pytest.raises(ZeroDivisionError), short_turns():
        raise ZeroDivisionError
    assert sys.getswitchinterval() == pytest.approx(turn)
    assert gc.isenabled()


def test_two_reports_leave_nothing_behind() -> None:
    turn, second = sys.getswitchinterval(), threading.Event()

    def report() -> None:
        with short_turns():
            second.set()

    other = threading.Thread(target=report)
    with short_turns():
        other.start()
        assert not second.is_set()
    other.join()
    assert second.is_set()
    assert sys.getswitchinterval() == pytest.approx(turn)
    assert gc.isenabled()
