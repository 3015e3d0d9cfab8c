"""Times as Kombo writes and reads them, in milliseconds since 1970.

Source: Kombo documentation, "Objects" and "updated_after" (CONFIRMED pattern: no numeric offset).
"""

import re
import time
from datetime import UTC, datetime

from atsdesk.sandbox.clock import Clock

SECOND = 1000
HOUR = 3_600_000
DAY = 24 * HOUR
_PATTERN = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?)?Z?", re.ASCII)


def now(clock: Clock) -> int:
    """The sandbox's present moment."""
    return int((time.time() + clock.offset) * SECOND)


_days: dict[int, str] = {}


def stamp(moment: int) -> str:
    """`2026-03-01T08:00:00.250Z`."""
    number, rest = divmod(moment, DAY)
    text = _days.get(number)
    if text is None:
        text = datetime.fromtimestamp(number * DAY // SECOND, UTC).strftime("%Y-%m-%dT")
        _days[number] = text
    seconds, parts = divmod(rest, SECOND)
    minutes, second = divmod(seconds, 60)
    return f"{text}{minutes // 60:02d}:{minutes % 60:02d}:{second:02d}.{parts:03d}Z"


def day(moment: int) -> str:
    """Midnight of the day."""
    return stamp(moment - moment % DAY)


def read(text: str) -> int:
    """The moment a parameter names; `ValueError` for any other form of text."""
    if not _PATTERN.fullmatch(text):
        raise ValueError(text)
    parsed = datetime.fromisoformat(text.rstrip("Z")[:26]).replace(tzinfo=UTC)
    return round(parsed.timestamp() * SECOND)
