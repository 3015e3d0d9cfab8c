"""The systems the faults are tried on: what each calls its lists, and how its sandbox is started."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from atsdesk.sandbox import comeet
from atsdesk.sandbox.comeet import Sandbox

SECRETS = ("api_key", "secret")


@dataclass(frozen=True)
class System:
    """One ATS. `first`, `people` and `gone` are its lists as the sync calls them, in the order of the sync."""

    ats: str
    running: Callable[..., AbstractContextManager[Sandbox]]
    unlimited: Any
    settings: dict[str, str]
    """Of an account without a limit on our side; `page_size` is set by each test."""
    first: str
    people: str
    gone: str
    table: str
    """Where the records of `people` go."""
    event: dict[str, int]
    """What happens in the sandbox between two syncs."""


SYSTEMS = (
    System(
        ats="comeet",
        running=comeet.running,
        unlimited=comeet.Rules(rate_requests=0),
        settings={"requests_per_minute": "0"},
        first="positions",
        people="candidates",
        gone="deleted-candidates",
        table="applications",
        event={
            "new": 12,
            "moved": 14,
            "rejected": 6,
            "hired": 2,
            "edited": 4,
            "deleted": 3,
            "position_edited": 2,
        },
    ),
)
