"""Ranges of days to filter by: some have a name and move on with the calendar, others are two days.

A day is the person's own, from midnight to midnight by the clock of this computer.
"""

import contextlib
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

BETWEEN = ".."
"""Stands between the two days of a range that has no name; either of them may be left out."""
SHORT = dt.timedelta(days=100)
"""A range of no more days than these holds few of all rows."""


@dataclass(frozen=True, slots=True)
class Days:
    """From a day to a day, both in it; None is open."""

    first: dt.date | None
    last: dt.date | None

    @property
    def short(self) -> bool:
        return self.first is not None and self.last is not None and self.last - self.first < SHORT


def _around(before: int, after: int) -> Callable[[dt.date], Days]:
    return lambda today: Days(today - dt.timedelta(days=before), today + dt.timedelta(days=after))


def _months(back: int, count: int) -> Callable[[dt.date], Days]:
    """`count` months, the first of which is `back` months before this one."""

    def days(today: dt.date) -> Days:
        return Days(_month(today, -back), _month(today, count - back) - dt.timedelta(days=1))

    return days


def _month(day: dt.date, further: int) -> dt.date:
    """The first day of a month that is so many months further on."""
    years, month = divmod(day.month - 1 + further, 12)
    return dt.date(day.year + years, month + 1, 1)


def _older(today: dt.date) -> Days:
    year_ago = dt.date(today.year - 1, today.month, min(today.day, 28 if today.month == 2 else 31))
    return Days(None, year_ago - dt.timedelta(days=1))


NAMED: Mapping[str, Callable[[dt.date], Days]] = {
    "today": _around(0, 0),
    "tomorrow": _around(-1, 1),
    "next_7_days": _around(0, 6),
    "last_7_days": _around(6, 0),
    "last_30_days": _around(29, 0),
    "this_month": _months(0, 1),
    "last_month": _months(1, 1),
    "this_quarter": lambda today: _months((today.month - 1) % 3, 3)(today),
    "this_year": lambda today: _months(today.month - 1, 12)(today),
    "older_than_a_year": _older,
}
"""By name, the days that it means on a day. Today is one of seven and of thirty."""
PAST = (
    "today",
    "last_7_days",
    "last_30_days",
    "this_month",
    "last_month",
    "this_quarter",
    "this_year",
    "older_than_a_year",
)
"""What is offered for what has been."""
PLANNED = (
    "today",
    "tomorrow",
    "next_7_days",
    "last_7_days",
    "last_30_days",
    "this_month",
    "last_month",
    "this_year",
)
"""What is offered for what may be still to come."""


def this_day() -> dt.date:
    """Today, by the clock of this computer."""
    return dt.datetime.now().astimezone().date()


def between(first: dt.date | None, last: dt.date | None) -> str:
    """The range from a day to a day, as a filter's value."""
    return BETWEEN.join(day.isoformat() if day else "" for day in (first, last))


def meant(value: str, today: dt.date | None = None) -> Days | None:
    """What a filter's value means today; None where it is no range."""
    if value in NAMED:
        return NAMED[value](today or this_day())
    first, apart, last = value.partition(BETWEEN)
    try:
        found = Days(*(dt.date.fromisoformat(text) if text else None for text in (first, last)))
    except ValueError:
        return None
    return found if apart and (first or last) else None


def condition(found: Days, moment: str, day: str = "", *, looked_at: bool = False) -> str:
    """SQL for rows whose moment lies in these days; where it is blank, whose `day` does.

    With `looked_at`, rows are looked at one by one, instead of being found by an index.
    """
    plus = "+" if looked_at else ""
    sql = _within(plus + moment, _midnight(found.first), _midnight(_next(found.last)))
    if not day:
        return sql
    first, after = (one.isoformat() if one else "" for one in (found.first, _next(found.last)))
    return f"({sql} or {plus}{moment} is null and {_within(plus + day, first, after)})"


def _within(sql: str, first: str, after: str) -> str:
    parts = [f"{sql} >= '{first}'"] if first else []
    parts += [f"{sql} < '{after}'"] if after else []
    return f"({' and '.join(parts) or f'{sql} is not null'})"


def _next(day: dt.date | None) -> dt.date | None:
    return day + dt.timedelta(days=1) if day and day < dt.date.max else None


def _midnight(day: dt.date | None) -> str:
    """The moment at which a day begins here, in UTC; "" for none, and for one that no clock here can tell."""
    if day is None:
        return ""
    here = dt.datetime.combine(day, dt.time())
    with contextlib.suppress(OverflowError, OSError, ValueError):
        here = here.astimezone(dt.UTC).replace(tzinfo=None)
    return f"{here.isoformat()}Z"
