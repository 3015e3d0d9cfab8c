"""The sandbox's own time: the machine's clock plus an offset that tests may change."""

import time
from datetime import UTC, datetime
from email.utils import formatdate

DAY = 86_400


class Clock:
    """Tells the sandbox's time in whole seconds since 1970; it runs on from wherever it is set."""

    def __init__(self, now: int | None = None) -> None:
        self.offset = 0.0 if now is None else now - time.time()

    def now(self) -> int:
        """Seconds since 1970, as the sandbox sees them."""
        return int(time.time() + self.offset)

    def http_date(self) -> bytes:
        """The value of a `Date` header."""
        return formatdate(self.now(), usegmt=True).encode()


_days: dict[int, str] = {}


def stamp(seconds: int) -> str:
    """`2026-03-01T08:00:00Z` for a number of seconds since 1970."""
    day, rest = divmod(seconds, DAY)
    text = _days.get(day)
    if text is None:
        text = datetime.fromtimestamp(day * DAY, UTC).strftime("%Y-%m-%dT")
        _days[day] = text
    minutes, second = divmod(rest, 60)
    return f"{text}{minutes // 60:02d}:{minutes % 60:02d}:{second:02d}Z"


def moment(text: str) -> int:
    """The opposite of `stamp`; `ValueError` for any other form of text."""
    if len(text) != 20 or not text.isascii():
        raise ValueError(text)
    parsed = datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return int(parsed.timestamp())
