"""A sliding window of requests per key."""

import time
from collections import deque


class RateLimit:
    """At most `requests` in any `seconds`, counted for each key apart; `requests=0` switches it off."""

    def __init__(self, requests: int, seconds: float) -> None:
        self.requests = requests
        self.seconds = seconds
        self._seen: dict[str, deque[float]] = {}

    def allows(self, key: str) -> bool:
        """Counts one request of `key`; a refused one is not counted."""
        if not self.requests:
            return True
        now = time.monotonic()
        seen = self._seen.setdefault(key, deque())
        while seen and seen[0] <= now - self.seconds:
            seen.popleft()
        if len(seen) >= self.requests:
            return False
        seen.append(now)
        return True

    def left(self, key: str) -> int:
        """How many requests of `key` would be allowed now."""
        since = time.monotonic() - self.seconds
        return max(self.requests - sum(at > since for at in self._seen.get(key, ())), 0)

    def forget(self) -> None:
        """Every key may start afresh."""
        self._seen.clear()
