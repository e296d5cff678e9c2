"""Days and times as people say them: 今天 14:32, 昨天 17:05, 11 月 18 日, 逾期 3 天."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from desktop.translation import translate

#: What is due within so many days is due soon.
SOON: Final = 7


def now() -> datetime:
    """The present moment, in local time."""
    return datetime.now().astimezone()


def today() -> date:
    """The present day, in local time."""
    return now().date()


def moment_text(at: datetime, present: datetime) -> str:
    """A past moment in words; both in local time."""
    time = at.strftime("%H:%M")
    if at.date() == present.date():
        return translate("Moments", "今天 {time}").format(time=time)
    if at.date() == present.date() - timedelta(days=1):
        return translate("Moments", "昨天 {time}").format(time=time)
    return day_text(at.date(), present.date())


def day_text(day: date, present: date) -> str:
    """A day in words, with its year where that is another one."""
    if day.year == present.year:
        return translate("Moments", "{month} 月 {day} 日").format(month=day.month, day=day.day)
    return day.isoformat()


def due_text(due: date, present: date) -> str:
    """How long something is overdue, or when it is due."""
    days = (due - present).days
    if days < 0:
        return translate("Moments", "逾期 {n} 天").format(n=-days)
    if days == 0:
        return translate("Moments", "今天到期")
    if days <= SOON:
        return translate("Moments", "{n} 天后到期").format(n=days)
    return day_text(due, present)
