"""Single jobs by what other systems know of them, asked of Kombo directly (Choosing/matching jobs, CONFIRMED)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from atsdesk.ats import reading
from atsdesk.ats.kombo.pages import list_page
from atsdesk.ats.kombo.records import Job
from atsdesk.ats.resource import Page
from atsdesk.errors import DataError
from atsdesk.rows import Item

if TYPE_CHECKING:
    from atsdesk.net.client import Client

MOST_VALUES = 50
"""INFERRED: how many values one filter takes is unknown."""
MOST_CHARACTERS = 4000
"""INFERRED: how long an address may be is unknown."""

By = Literal["ids", "job_codes", "remote_ids", "name_contains", "post_url"]
"""A filter of the list of jobs. The values of one are OR-ed."""


def find_jobs(client: "Client", by: By, values: Iterable[str]) -> Iterator[Page]:
    """The pages of jobs that fit any of the values, many values in one request.

    A filter on a field that the tool does not have finds nothing (CONFIRMED, `ignore_unsupported_filters`). Raises
    what a request may raise.
    """
    wanted = dict.fromkeys(value.strip() for value in values)
    for chunk in _chunks([value for value in wanted if value]):
        read = partial(list_page, what="Jobs")
        page = client.get("/ats/jobs", {by: ",".join(chunk), "page_size": "250"}, read)
        seen: set[str] = set()
        while True:
            yield page
            if not page.next or page.next in seen:
                break
            seen.add(page.next)
            page = client.get(page.next, None, read)


def find_wanted(client: "Client", wanted: Mapping[By, Sequence[str]]) -> Iterator[Page]:
    """The pages of jobs that are named in any of these ways; what one filter has found is not asked by the next."""
    found: set[str] = set()
    for by, values in wanted.items():
        for page in find_jobs(client, by, [one for one in values if one.casefold() not in found]):
            found |= {name.casefold() for item in page.items for name in _names(item)}
            yield page


def _names(item: Item) -> list[str]:
    """The ids and the code of a job; none of one that cannot be read, which is told where it is taken in."""
    try:
        job = reading.decode(Job, item)
    except DataError:
        return []
    assert isinstance(job, Job)
    return [str(one) for one in (job.id, job.remote_id, job.job_code) if one]


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
