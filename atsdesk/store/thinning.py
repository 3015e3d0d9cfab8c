"""Which safety copies are kept: all of the last days, then one a day, one a week, one a month."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keep:
    """How many copies are kept: all that are younger than so many days, then one of so many days, weeks, months."""

    days: int = 2
    daily: int = 12
    weekly: int = 10
    monthly: int = 9


def thin(made: Iterable[dt.datetime], now: dt.datetime, keep: Keep) -> set[dt.datetime]:
    """Those of these moments whose copies are kept: the newest always, and of each day, week or month its last."""
    kept: set[dt.datetime] = set()
    older: list[dt.datetime] = []
    for moment in sorted(set(made), reverse=True):
        if not kept or now - moment < dt.timedelta(days=keep.days):
            kept.add(moment)
        else:
            older.append(moment)
    last = min(kept, default=now)
    for count, period in ((keep.daily, _day), (keep.weekly, _week), (keep.monthly, _month)):
        left = count
        while older and left:
            moment = older.pop(0)
            if period(moment) != period(last):
                kept.add(moment)
                last = moment
                left -= 1
    return kept


Period = Callable[[dt.datetime], tuple[int, ...]]


def _day(moment: dt.datetime) -> tuple[int, ...]:
    return (moment.toordinal(),)


def _week(moment: dt.datetime) -> tuple[int, ...]:
    return moment.isocalendar()[:2]


def _month(moment: dt.datetime) -> tuple[int, ...]:
    return moment.year, moment.month
