"""Days and times as people say them."""

from __future__ import annotations

from datetime import date, timedelta

from desktop import moments

TODAY = date(2026, 11, 22)


def test_days_are_said_as_people_do() -> None:
    present = moments.now().replace(year=2026, month=11, day=22, hour=15)
    said = [moments.moment_text(present - timedelta(days=n), present)[:2] for n in (0, 1)]
    assert said == ["今天", "昨天"]
    assert moments.day_text(date(2025, 3, 2), TODAY) == "2025-03-02"
    due = [moments.due_text(TODAY + timedelta(days=n), TODAY) for n in (-1, 0, 7, 8)]
    assert due == ["逾期 1 天", "今天到期", "7 天后到期", "11 月 30 日"]
