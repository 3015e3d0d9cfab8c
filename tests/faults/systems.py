"""The systems the faults are tried on: what each calls its lists, and what happens in its sandbox."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import pytest

from atsdesk.ats.resource import Resource, chosen
from tests.sync import lab
from tests.sync.comeet import COMEET as COMEET_SYNC
from tests.sync.greenhouse import GREENHOUSE as GREENHOUSE_SYNC
from tests.sync.kombo import KOMBO as KOMBO_SYNC
from tests.sync.smartrecruiters import SMARTRECRUITERS as SMARTRECRUITERS_SYNC


@dataclass(frozen=True)
class Names:
    """What members of a record of `people` are called: its id, whom or what it points to, and when it was created."""

    id: str
    other: tuple[str, ...]
    other_column: str
    """Where that id goes, in `applications`."""
    created: str


@dataclass(frozen=True)
class System:
    """One ATS. `first` and `people` are two of its lists, in the order of the sync; both have pages and are swept."""

    sync: lab.System
    names: Names
    first: str
    people: str
    table: str
    """Where the records of `people` go."""
    event: Mapping[str, int]
    """What happens in the sandbox between two syncs; whoever reads afterwards has missed nothing."""
    unsaid: Mapping[str, int]
    """Deletions of which no list tells."""
    settings: Mapping[str, str]
    """Of an account without a limit on our side; `page_size` is set by each test."""
    candidates: int = 40
    depth: int = 4
    """Places at which a run is broken off, where a test could choose any."""
    largest_page: str = "100"
    refusal: str = ""
    """Where its message about a refused key sends a person."""
    alone: Mapping[str, str] = field(default_factory=dict)
    """Settings with which nothing is asked for by the ids in `people`."""
    absent: Mapping[str, str] = field(default_factory=dict)
    """Faults that it cannot have, by their row in the table, and why."""

    @property
    def ats(self) -> str:
        return self.sync.connector.kind.key

    def running(self, **options: Any) -> AbstractContextManager[Any]:
        """Starts its sandbox, without limits unless `rules` has some."""
        return self.sync.start(**options)

    @cached_property
    def lists(self) -> Mapping[str, Resource]:
        """The lists that an account reads, by name."""
        resources = chosen(self.sync.connector.resources, self.settings)
        return {one.name: one for one in resources}

    def path(self, name: str) -> str:
        """The path of a list, as faults name it."""
        return str(self.lists[name].path).strip("/")

    def records(self, base_url: str, path: str, answer: Any, name: str) -> list[Any] | None:
        """The records of a list in a decoded answer; None for an answer to anything else."""
        if path != f"{urlsplit(base_url).path.rstrip('/')}{self.lists[name].path}":
            return None
        data = answer.get("data", answer) if isinstance(answer, dict) else answer
        found = data[self.lists[name].envelope] if self.lists[name].envelope else data
        assert isinstance(found, list)
        return found


COMEET = System(
    sync=COMEET_SYNC,
    names=Names("uid", ("person_uid",), "candidate_id", "time_created"),
    first="positions",
    people="candidates",
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
    unsaid={"merged": 2},
    settings={"requests_per_minute": "0"},
    candidates=120,
    depth=9,
    largest_page="500",
    refusal="Settings > Integrations",
)
GREENHOUSE = System(
    sync=GREENHOUSE_SYNC,
    names=Names("id", ("candidate_id",), "candidate_id", "created_at"),
    first="jobs",
    people="applications",
    table="applications",
    event={"new": 8, "moved": 9, "rejected": 3, "edited": 3, "scheduled": 2, "job_edited": 2},
    unsaid={"deleted": 2},
    settings={"requests_per_minute": "0", "include": "notes"},
    refusal="Dev Center",
    absent={
        "deletions by signal": "Harvest has no list and no mark of what was deleted; only a full read tells.",
        "ids that differ by case": "Harvest's ids are numbers.",
    },
)
KOMBO = System(
    sync=KOMBO_SYNC,
    names=Names("id", ("candidate_id",), "candidate_id", "remote_created_at"),
    first="jobs",
    people="applications",
    table="applications",
    event={"new": 8, "moved": 6, "rejected": 3, "edited": 3, "deleted": 2, "job_edited": 1},
    unsaid={"merged": 2},
    settings={"requests_per_minute": "0", "include": "notes"},
    refusal="Development > API keys",
)
SMARTRECRUITERS = System(
    sync=SMARTRECRUITERS_SYNC,
    names=Names("id", ("primaryAssignment", "job", "id"), "job_id", "createdOn"),
    first="jobs",
    people="candidates",
    table="candidates",
    event={"new": 6, "moved": 6, "rejected": 3, "edited": 3, "job_edited": 1},
    unsaid={"deleted": 2},
    settings={
        "requests_per_second": "0",
        "interviews_mode": "analytics",  # a report would be waited for
        "leave_out": "attachments,candidate_values,application_values,sources,candidate_options,job_options",
    },
    candidates=30,
    depth=3,
    alone={"leave_out": "candidate_details,status_histories,attachments,candidate_values,application_values"},
    refusal="Credential Manager",
)
SYSTEMS = (COMEET, GREENHOUSE, KOMBO, SMARTRECRUITERS)

EVERY = pytest.mark.parametrize("system", SYSTEMS, indirect=True, ids=lambda system: system.ats)
"""The test runs on every system; one without this, or `across`, runs on Comeet."""


def across(
    names: str,
    values: Sequence[Any],
    *,
    others: int = 1,
    elsewhere: Sequence[Any] = (),
    marks: Callable[[Any], Any] = lambda value: (),
) -> pytest.MarkDecorator:
    """The test runs on Comeet with each of the values, and on each of the others with a few: of `elsewhere`, or of the
    same ones, in turn, so that between them they meet many. With several `names` a value is a tuple."""
    several = "," in names
    given = []
    for place, system in enumerate(SYSTEMS):
        pool = values if system is COMEET else elsewhere or values
        count = len(values) if system is COMEET else min(others, len(pool))
        for number in range(count):
            value = pool[(place * count + number) % len(pool)]
            every = value if several else (value,)
            words = "-".join(str(one) for one in every)
            given.append(pytest.param(system, *every, marks=marks(value), id=f"{system.ats}-{words}"))
    return pytest.mark.parametrize(f"system,{names}", given, indirect=["system"])
