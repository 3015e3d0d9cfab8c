"""How many requests may be made: never more than the ATS allows in any window of its length."""

import functools
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence

from atsdesk.cancel import Cancel
from atsdesk.net.answer import Pace

REPORT_EVERY = 0.5
"""Seconds between two reports of a wait."""
OUR_SHARE = 0.9
"""Of a limit that the ATS tells; other programs may use the same key."""


class Spent:
    """When requests were made with one key. One run after another, and accounts that share a key, share this."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: deque[float] = deque()
        self._rest_until = 0.0

    def rest(self, seconds: float) -> None:
        """The ATS wants no request for so long."""
        with self._lock:
            self._rest_until = max(self._rest_until, time.monotonic() + seconds)

    def assume(self, ages: Sequence[float]) -> None:
        """Requests of a process that is gone, so many seconds ago each; nothing where this one has made any."""
        with self._lock:
            if not self._made:
                now = time.monotonic()
                self._made.extend(sorted(now - age for age in ages))

    def spend(self, requests: int, seconds: float) -> float:
        """Note one more request and return 0, or return how long to wait before it is allowed; 0 is no limit."""
        with self._lock:
            now = time.monotonic()
            if now < self._rest_until:
                return self._rest_until - now
            while self._made and self._made[0] <= now - seconds:
                self._made.popleft()
            if requests and len(self._made) >= requests:
                return self._made[-requests] + seconds - now
            self._made.append(now)
            return 0.0


@functools.cache
def spent_with(base_url: str, key: str) -> Spent:
    """What was spent with a key at an address, by this process: each vendor counts by key."""
    return Spent()


class Budget:
    """At most `requests` in any `seconds`; 0 requests means no limit. Waits are reported and can be cancelled."""

    def __init__(
        self,
        requests: int,
        seconds: float,
        waiting: Callable[[float], None] = lambda left: None,
        spent: Spent | None = None,
    ) -> None:
        self.requests = requests
        self.seconds = seconds
        self.waited = 0.0
        self._waiting = waiting
        self._spent = spent or Spent()

    def take(self, cancel: Cancel) -> None:
        """Wait until one more request is allowed."""
        while (left := self._spent.spend(self.requests, self.seconds)) > 0:
            self.wait(left, cancel)

    def assume(self, ages: Sequence[float]) -> None:
        """Count requests that were made before this process began; see `Spent.assume`."""
        self._spent.assume(ages)

    def learn(self, pace: Pace) -> None:
        """Keep to what an answer told of the limit; an account without a limit on our side stays so."""
        if pace.limit and self.requests:
            self.requests = max(1, int(pace.limit * OUR_SHARE))
        if pace.rest > 0 and self.requests:
            self._spent.rest(pace.rest)

    def wait(self, seconds: float, cancel: Cancel) -> None:
        """Wait, saying how long it will still take."""
        end = time.monotonic() + seconds
        try:
            while (left := end - time.monotonic()) > 0:
                self._waiting(left)
                cancel.sleep(min(left, REPORT_EVERY))
                self.waited += min(left, REPORT_EVERY)
        finally:
            self._waiting(0.0)
