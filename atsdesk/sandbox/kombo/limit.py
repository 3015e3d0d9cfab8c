"""How much is allowed: requests in a window of time, and actions at the same time.

Source: Kombo documentation, "Rate limits & retry". The headers are CONFIRMED, the window is INFERRED from a sample.
"""

import contextlib
import math
import time
from collections.abc import Iterator

from atsdesk.sandbox.kombo.refusals import Refused


class Window:
    """At most `requests` in a window of `seconds` that begins with a key's first request; 0 switches it off."""

    def __init__(self, requests: int, seconds: float) -> None:
        self.requests = requests
        self.seconds = seconds
        self._seen: dict[str, tuple[float, int]] = {}

    def take(self, key: str) -> tuple[bool, dict[str, str]]:
        """Whether one more request of `key` is allowed, and the headers that go with every answer."""
        if not self.requests:
            return True, {}
        now = time.monotonic()
        began, count = self._seen.get(key, (now, 0))
        if now >= began + self.seconds:
            began, count = now, 0
        allowed = count < self.requests
        self._seen[key] = began, count + allowed
        headers = {
            "ratelimit-limit": str(self.requests),
            "ratelimit-remaining": str(self.requests - count - allowed),
            "ratelimit-reset": str(math.ceil(began + self.seconds - now)),
        }
        return allowed, headers

    def forget(self) -> None:
        """Every key may start afresh."""
        self._seen.clear()


class Crossing:
    """At most so many actions at the same time."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._under_way = 0

    @property
    def headers(self) -> dict[str, str]:
        """What answers to actions say."""
        left = max(self.limit - self._under_way, 0)
        return {"concurrency-limit": str(self.limit), "concurrency-remaining": str(left)}

    @contextlib.contextmanager
    def one_more(self) -> Iterator[None]:
        """Counts an action; refused when there are too many."""
        if self._under_way >= self.limit:
            raise Refused("PLATFORM.CONCURRENCY_LIMIT_EXCEEDED")
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
