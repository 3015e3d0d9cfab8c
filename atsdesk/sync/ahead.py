"""Reading ahead: while one page is written and the next one decoded, the one after that is on its way."""

import logging
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Self

from atsdesk.ats import reading
from atsdesk.ats.resource import Connector, Line, Page, Resource
from atsdesk.errors import DataError
from atsdesk.rows import Item, Items, Rejected, Rows
from atsdesk.store import pages
from atsdesk.store.file import Store
from atsdesk.sync.asking import first_page
from atsdesk.sync.passes import Pass

if TYPE_CHECKING:
    from atsdesk.net.client import Client

log = logging.getLogger(__name__)

LOOK_AT_CANCEL = 0.2
"""Seconds between two looks at the cancel while an answer is awaited."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The records of a page that seemed new or changed when they were looked up, as rows."""

    resource: Resource
    decoded: Sequence[str]
    rows: Rows
    rejected: list[Rejected]

    def take(self, items: Items) -> tuple[Rows, list[Rejected]]:
        """Rows of these records, and what had to be set aside. Decoded already, unless the file has moved on since."""
        if [item.id for item in items] == self.decoded:
            return self.rows, self.rejected
        return take(self.resource, items)


class Ahead:
    """The line of one account, a page ahead."""

    def __init__(self, store: Store, connector: Connector, account: str, line: Line) -> None:
        self._store = store
        self._connector = connector
        self._account = account
        self._line = line
        self.client: Client = connector.client(line)
        self._thread = ThreadPoolExecutor(1, f"fetch-{account}")
        self._answer: Future[Page] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)
        self.client.close()

    def fetch(self, resource: Resource, going: Pass) -> None:
        """Begin to fetch the page where a pass stands."""
        self._answer = self._thread.submit(self._fetch, resource, going)

    def page(self) -> Page:
        """The page last asked for, once it is there; a wish to cancel does not wait for it."""
        assert self._answer
        while True:
            self._line.cancel.check()
            try:
                return self._answer.result(timeout=LOOK_AT_CANCEL)
            except TimeoutError:
                if self._answer.done():
                    return self._answer.result()

    def decode(self, resource: Resource, page: Page) -> Decoded:
        """What of a page is worth decoding, decoded."""
        if resource.ids_only:
            return Decoded(resource, [], Rows(), [])
        with self._store.read() as connection:
            fresh = pages.fresh(connection, self._account, resource.name, page.items)
        return Decoded(resource, [item.id for item in fresh], *take(resource, fresh))

    def _fetch(self, resource: Resource, going: Pass) -> Page:
        if resource.load:
            return resource.load(self.client, self._line)
        if going.next:
            return self.client.get(going.next, None, partial(self._connector.read, resource))
        bounds = resource.created if going.by_creation and resource.created else resource.changed
        if going.first_day and resource.reach:
            bounds = resource.reach.asked
        return first_page(self.client, self._connector, self._line, resource, going.windows[0], bounds)


def take(resource: Resource, items: Items) -> tuple[Rows, list[Rejected]]:
    """The rows of records, and those that had to be set aside."""
    rows, rejected = Rows(), []
    for item in items:
        try:
            resource.rows(reading.decode(resource.record, item), rows)
        except DataError as error:
            rejected.append(_rejected(item, error.title))
        except Exception:
            log.exception("A record of %s stands in the way; looking for it", resource.name)
            return _take_one_by_one(resource, items)
    return rows, rejected


def _take_one_by_one(resource: Resource, items: Items) -> tuple[Rows, list[Rejected]]:
    """Every record is tried by itself first, so that one we stumble over leaves no half of its rows behind."""
    good, rejected = [], []
    for item in items:
        try:
            resource.rows(reading.decode(resource.record, item), Rows())
            good.append(item)
        except Exception as error:  # noqa: BLE001  logged by `take`
            stumbled = f"ATS Desk stumbled over it ({type(error).__name__})."
            reason = error.title if isinstance(error, DataError) else stumbled
            rejected.append(_rejected(item, reason))
    return take(resource, good)[0], rejected


def _rejected(item: Item, reason: str) -> Rejected:
    return Rejected(item.id, reason, item.body.decode(errors="replace"))
