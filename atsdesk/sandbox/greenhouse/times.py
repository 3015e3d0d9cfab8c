"""Moments and days as this API writes them: UTC with milliseconds (CONFIRMED [V4]); as text they sort by time."""

import re
import time
from datetime import UTC, date, datetime

from atsdesk.sandbox import clock
from atsdesk.sandbox.clock import Clock

SECOND = 1000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?")


def present(watch: Clock) -> int:
    """The sandbox's time in milliseconds since 1970."""
    return int((time.time() + watch.offset) * SECOND)


# joined rather than formatted: making a large data set spends much of its time here
_days: dict[int, str] = {}
_MINUTES = [f"{minute // 60:02d}:{minute % 60:02d}:" for minute in range(24 * 60)]
_SECONDS = [f"{second:02d}." for second in range(60)]
_REST = [f"{rest:03d}Z" for rest in range(SECOND)]


def stamp(at: int) -> str:
    """`2026-03-01T08:00:00.000Z` for a number of milliseconds since 1970."""
    number, rest = divmod(at, DAY)
    text = _days.get(number)
    if text is None:
        text = _days[number] = clock.stamp(number * clock.DAY)[:11]
    minutes, rest = divmod(rest, MINUTE)
    return text + _MINUTES[minutes] + _SECONDS[rest // SECOND] + _REST[rest % SECOND]


def day(at: int) -> str:
    """`2026-03-01`."""
    return stamp(at)[:10]


def canonical(text: str) -> str:
    """A moment in any ISO 8601 form as `stamp` would write it; `ValueError` for anything else."""
    if not _MOMENT.fullmatch(text):
        raise ValueError(text)
    read = datetime.fromisoformat(text)
    known = read if read.tzinfo else read.replace(tzinfo=UTC)
    return f"{known.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def canonical_day(text: str) -> str:
    """A day as it stands; `ValueError` for anything else."""
    if len(text) != 10:
        raise ValueError(text)
    return date.fromisoformat(text).isoformat()


def milliseconds(text: str) -> int:
    """The opposite of `stamp`."""
    return int(datetime.fromisoformat(text).timestamp() * SECOND + 0.5)
