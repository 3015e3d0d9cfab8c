"""How many requests may be made: never more than the ATS allows in any window of its length."""

import time
from collections import deque
from collections.abc import Callable

from atsdesk.cancel import Cancel

REPORT_EVERY = 0.5
"""Seconds between two reports of a wait."""


class Budget:
    """At most `requests` in any `seconds`; 0 requests means no limit. Waits are reported and can be cancelled."""

    def __init__(
        self, requests: int, seconds: float, waiting: Callable[[float], None] = lambda left: None
    ) -> None:
        self.requests = requests
        self.seconds = seconds
        self.waited = 0.0
        self._waiting = waiting
        self._made: deque[float] = deque()

    def take(self, cancel: Cancel) -> None:
        """Wait until one more request is allowed."""
        if not self.requests:
            return
        now = time.monotonic()
        while self._made and self._made[0] <= now - self.seconds:
            self._made.popleft()
        if len(self._made) >= self.requests:
            self.wait(self._made[0] + self.seconds - now, cancel)
            self._made.popleft()
        self._made.append(time.monotonic())

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
