"""The requests that arrived, for tests that count them."""

import threading
from collections import deque
from typing import Any

import msgspec

KEPT = 200_000


class Request(msgspec.Struct):
    """One request as it arrived; `status` 0 means that no whole answer left."""

    at: float
    method: str
    path: str
    query: str
    credential: bool
    status: int = 0
    seconds: float = 0.0
    fault: str | None = None


class Journal:
    """Keeps the newest requests; safe to read from other threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: deque[Request] = deque(maxlen=KEPT)

    def add(self, request: Request) -> None:
        """The request is listed from its arrival, so that one without an answer shows too."""
        with self._lock:
            self._requests.append(request)

    def requests(self) -> list[dict[str, Any]]:
        """All kept requests in order of arrival."""
        with self._lock:
            return [msgspec.structs.asdict(request) for request in self._requests]

    def clear(self) -> None:
        """Forgets what arrived so far."""
        with self._lock:
            self._requests.clear()
