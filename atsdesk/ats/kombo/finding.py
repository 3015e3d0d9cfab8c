"""Single jobs by what other systems know of them, asked of Kombo directly (Choosing/matching jobs, CONFIRMED)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Literal

from atsdesk.ats import reading
from atsdesk.ats.kombo.pages import list_page
from atsdesk.ats.kombo.records import Job
from atsdesk.errors import DataError
from atsdesk.rows import Rejected

if TYPE_CHECKING:
    from atsdesk.net.client import Client

MOST_VALUES = 50
"""INFERRED: how many values one filter takes is unknown."""
MOST_CHARACTERS = 4000
"""INFERRED: how long an address may be is unknown."""

By = Literal["ids", "remote_ids", "job_codes", "name_contains", "post_url"]
"""A filter of the list of jobs. The values of one are OR-ed."""


@dataclass(frozen=True, slots=True)
class FoundJobs:
    """Jobs as Kombo tells them now, each once, and what could not be read."""

    jobs: list[Job] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


def find_jobs(client: "Client", by: By, values: Iterable[str], *, include_deleted: bool = False) -> FoundJobs:
    """All jobs that fit any of the values, many values in one request.

    A filter on a field that the tool does not have finds nothing (CONFIRMED, `ignore_unsupported_filters`). Raises
    what a request may raise.
    """
    found = FoundJobs()
    seen: set[str] = set()
    wanted = dict.fromkeys(value.strip() for value in values)
    for chunk in _chunks([value for value in wanted if value]):
        query = {by: ",".join(chunk), "page_size": "250"} | (
            {"include_deleted": "true"} if include_deleted else {}
        )
        address, asked = "/ats/jobs", True
        while address:
            page = client.get(address, query if asked else None, partial(list_page, what="Jobs"))
            found.rejected.extend(page.rejected)
            for item in page.items:
                if item.id in seen:
                    continue
                seen.add(item.id)
                try:
                    job = reading.decode(Job, item)
                except DataError as error:
                    found.rejected.append(Rejected(item.id, error.title, item.body.decode(errors="replace")))
                else:
                    assert isinstance(job, Job)
                    found.jobs.append(job)
            if page.next == address:
                break
            address, asked = page.next, False
    return found


def _chunks(values: Sequence[str]) -> Iterator[list[str]]:
    """Values that fit into one request; one with a comma of its own goes alone (INFERRED: nothing escapes commas)."""
    chunk: list[str] = []
    for value in values:
        if "," in value:
            yield [value]
            continue
        length = sum(len(one) + 1 for one in chunk) + len(value)
        if chunk and (len(chunk) == MOST_VALUES or length > MOST_CHARACTERS):
            yield chunk
            chunk = []
        chunk.append(value)
    if chunk:
        yield chunk
