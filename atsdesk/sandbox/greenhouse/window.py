"""Fixed windows of requests. Source: Harvest documentation, "Rate limits and retry" (SECONDARY [T1][T2][T4])."""

import math
import time
from dataclasses import dataclass

from atsdesk.sandbox.clock import Clock
from atsdesk.sandbox.greenhouse.defaults import UNLIMITED


@dataclass(frozen=True, slots=True)
class Count:
    """How one request stands: `seconds` are left of its window, which ends at `reset` (since 1970)."""

    allowed: bool
    limit: int
    remaining: int
    reset: int
    seconds: int

    def headers(self) -> dict[str, str]:
        """On every answer, errors included (SECONDARY)."""
        return {
            "x-ratelimit-limit": str(self.limit),
            "x-ratelimit-remaining": str(self.remaining),
            "x-ratelimit-reset": str(self.reset),
        }


class Window:
    """At most `requests` of a key within a window of `seconds`, which begins with the first of them.

    `requests=0` switches the limit off.
    """

    def __init__(self, requests: int, seconds: float, clock: Clock) -> None:
        self.requests = requests
        self.seconds = seconds
        self._clock = clock
        self._open: dict[str, tuple[float, int]] = {}  # key: when the window began, requests in it

    def count(self, key: str) -> Count:
        """Counts one request of `key`; a refused one is not counted."""
        now = time.monotonic()
        began, used = self._open.get(key, (now, 0))
        if now >= began + self.seconds:
            began, used = now, 0
        allowed = not self.requests or used < self.requests
        self._open[key] = (began, used + allowed)
        limit = self.requests or UNLIMITED
        left = began + self.seconds - now
        return Count(
            allowed=allowed,
            limit=limit,
            remaining=max(limit - used - 1, 0) if self.requests else limit,
            reset=math.ceil(self._clock.now() + left),
            seconds=max(math.ceil(left), 1),
        )

    def forget(self) -> None:
        """Every key may start afresh."""
        self._open.clear()
