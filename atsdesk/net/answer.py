"""What a request may cost, and what comes back."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to try. Seconds, and counts of tries for one GET."""

    connect: float = 10.0
    read: float = 60.0
    whole_answer: float = 180.0
    tries: int = 6
    tries_offline: int = 3
    """Tries when no connection comes about at all."""
    first_pause: float = 2.0
    longest_pause: float = 60.0
    settling: float = 60.0
    """At most so long is waited until an ATS shows what may have been created."""
    largest_answer: int = 50_000_000
    """Bytes after decoding; more is not an answer but an accident."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What an answer told of the ATS's limit: requests allowed in a window (0 is not said), and seconds to rest now."""

    limit: int = 0
    rest: float = 0.0


Heed = Callable[["Answer", dt.datetime], Pace]
"""Reads the limit off an answer, at a moment of the ATS's clock."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str = ""
    """What was asked."""

    @property
    def looks_like_json(self) -> bool:
        return self.body.lstrip()[:1] in (b"{", b"[")
