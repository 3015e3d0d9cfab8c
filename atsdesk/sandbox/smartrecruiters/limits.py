"""How often and how many at a time. Source: vendor documentation, "Rate limits & retry" (C:V1)."""

import contextlib
from collections import Counter
from collections.abc import Iterator

from atsdesk.sandbox.limit import RateLimit
from atsdesk.sandbox.smartrecruiters.defaults import Rules
from atsdesk.sandbox.smartrecruiters.refusals import Refused

USUAL, CANDIDATES, SLOW = "usual", "candidates", "slow"
UNLIMITED = 1_000  # what headers say where a limit is switched off
Headers = list[tuple[bytes, bytes]]


class Limits:
    """Each credential counts on its own; so do the few calls with a limit of their own. 0 switches a limit off."""

    def __init__(self, rules: Rules) -> None:
        self.rate = RateLimit(rules.rate_requests, rules.rate_seconds)
        self.slow = RateLimit(rules.slow_requests if rules.rate_requests else 0, rules.rate_seconds)
        self.concurrent = {
            USUAL: rules.concurrent,
            CANDIDATES: rules.concurrent_candidates,
            SLOW: rules.concurrent,
        }
        self._under_way: Counter[tuple[str, str]] = Counter()

    def _of(self, lane: str) -> RateLimit:
        return self.slow if lane == SLOW else self.rate

    def set(self, requests: int, seconds: float, concurrent: int) -> None:
        """Other numbers from now on; the one list call at a time stays. Counting starts afresh."""
        for limit in (self.rate, self.slow):
            limit.requests, limit.seconds = requests, seconds
            limit.forget()
        self.concurrent[USUAL] = self.concurrent[SLOW] = concurrent

    @contextlib.contextmanager
    def slot(self, key: str, lane: str) -> Iterator[None]:
        """Holds a place while a request is under way; 429 when there is none."""
        if not self._of(lane).allows(f"{lane if lane == SLOW else USUAL} {key}"):
            raise Refused(429, "The limit of requests per second is exceeded.")
        if 0 < self.concurrent[lane] <= self._under_way[key, lane]:
            raise Refused(429, "The limit of concurrent requests is exceeded.")
        self._under_way[key, lane] += 1
        try:
            yield
        finally:
            self._under_way[key, lane] -= 1

    def headers(self, key: str, lane: str) -> Headers:
        """What every answer tells about the limits."""
        rate, most = self._of(lane), self.concurrent[lane] or UNLIMITED
        left = rate.left(f"{lane if lane == SLOW else USUAL} {key}") if rate.requests else UNLIMITED
        told = {
            b"x-ratelimit-limit": rate.requests or UNLIMITED,
            b"x-ratelimit-remaining": left,
            b"x-ratelimit-concurrent-limit": most,
            b"x-ratelimit-concurrent-remaining": max(most - self._under_way[key, lane], 0),
        }
        return [(name, str(number).encode()) for name, number in told.items()]
