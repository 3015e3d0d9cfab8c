"""From the text of a moment to the number Excel counts days with (1 is 1900-01-01, a fraction is the time of day).

Days and times of day are few where moments are many, so both halves of a text are looked up and joined
as text: no moment is parsed twice, and no floating point number is formatted.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import cast

_EPOCH = date(1899, 12, 30).toordinal()
_FIRST = date(1900, 3, 1).toordinal() - _EPOCH  # Excel believes in 1900-02-29, so earlier days are off by one
_SECONDS = 86_400
_CLOCK = re.compile(r"T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)Z")
_REMEMBERED = 100_000
FIRST_LOCAL = datetime(1, 1, 2, tzinfo=UTC)
"""The first moment that has a day in every time zone."""


class TooEarly(ValueError):
    """A day before 1900-03-01, which readers do not agree about."""


def _serial(day: date) -> str:
    number = day.toordinal() - _EPOCH
    if number < _FIRST:
        raise TooEarly
    return str(number)


def _fraction(seconds: float) -> str:
    """The time of day as the digits behind the day's number, point included; nothing at midnight."""
    return f"{seconds / _SECONDS:.12f}".rstrip("0").removeprefix("0").removesuffix(".")


class _Days(dict[str, str]):
    """`2026-03-01` -> its number."""

    def __missing__(self, day: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[day] = _serial(date.fromisoformat(day))
        return found


class _Clock(dict[str, str]):
    """`T08:00:00Z` -> its fraction of a day."""

    def __missing__(self, clock: str) -> str:
        parts = _CLOCK.fullmatch(clock)
        if parts is None:
            raise ValueError(clock)
        hours, minutes, seconds = map(int, parts.groups())
        found = self[clock] = _fraction(hours * 3600 + minutes * 60 + seconds)
        return found


DAYS = _Days()
CLOCK = _Clock()


def fast_times(values: Sequence[str | None]) -> list[str]:
    """Numbers of moments written as ATS Desk stores them; `ValueError` or `TypeError` when one is not."""
    return [DAYS[value[:10]] + CLOCK[value[10:]] if value else "" for value in values]


def fast_days(values: Sequence[str | None]) -> list[str]:
    """Numbers of days written as ATS Desk stores them; `ValueError` or `TypeError` when one is not."""
    return [DAYS[value] if value else "" for value in values]


def parsed(value: object) -> datetime:
    """The moment that any value stands for, in UTC; `ValueError` when it stands for none."""
    match value:
        case datetime():
            moment = value
        case date():
            moment = datetime(value.year, value.month, value.day, tzinfo=UTC)
        case str():
            moment = datetime.fromisoformat(value)
        case _:
            raise ValueError(value)
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError as error:
        raise ValueError(value) from error


def one_time(value: object) -> str:
    """The number of one moment in any form; an aware one is brought to UTC."""
    moment = parsed(value)
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return _serial(moment.date()) + _fraction((moment - midnight) / timedelta(seconds=1))


def one_day(value: object) -> str:
    """The number of one day in any form."""
    return _serial(date.fromisoformat(value) if isinstance(value, str) else parsed(value).date())


def of_number(number: str) -> datetime:
    """The moment, to the second, that one of our numbers stands for."""
    days, _, fraction = number.partition(".")
    seconds = round(float(f"0.{fraction or 0}") * _SECONDS)
    return datetime.combine(date.fromordinal(_EPOCH + int(days)), datetime.min.time()) + timedelta(
        seconds=seconds
    )


class LocalDays(dict[str, str]):
    """The day it was in a time zone, by a moment's hour (`2026-03-01T08`); blank where that hour saw two days."""

    def __init__(self, zone: tzinfo) -> None:
        super().__init__()
        self.zone = zone

    def __missing__(self, hour: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        first = self._day(f"{hour}:00:00Z")
        last = self._day(f"{hour}:59:59Z")
        found = self[hour] = first if first == last else ""
        return found

    def _day(self, moment: object) -> str:
        try:
            return _serial(parsed(moment).astimezone(self.zone).date())
        except (ValueError, OverflowError):
            return ""

    def early(self, moment: object) -> str:
        """The text of a moment's day in the zone where it is too early for a number; blank for any other moment."""
        try:
            known = parsed(moment)
            day = known.astimezone(self.zone).date()
        except (ValueError, OverflowError):
            return ""
        return day.isoformat() if known >= FIRST_LOCAL and day.toordinal() - _EPOCH < _FIRST else ""

    def of(self, moments: Sequence[object]) -> list[str]:
        """The numbers of the moments' days in the zone; blank where there is none to tell."""
        if set(map(len, filter(None, cast("Sequence[str]", moments)))) <= {len("2026-03-01T08:00:00Z")}:
            usual = cast("Sequence[str | None]", moments)
            return [(self[moment[:13]] or self._day(moment)) if moment else "" for moment in usual]
        return [self._day(moment) if moment else "" for moment in moments]
