"""Details that a list leaves out: read record by record, the newest first, from wherever the last run stopped."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import xxhash

from atsdesk.ats.moments import spell
from atsdesk.ats.resource import Connector, Resource
from atsdesk.errors import DataError, GoneError, OfflineError, TransientError
from atsdesk.rows import Item, Rejected
from atsdesk.store import ledger, pages
from atsdesk.store.file import Store
from atsdesk.store.ledger import Checkpoint
from atsdesk.sync.ahead import take
from atsdesk.sync.books import Books
from atsdesk.sync.passes import watermark

if TYPE_CHECKING:
    from atsdesk.net.client import Client


HOT = dt.timedelta(seconds=2)
"""What changed so lately may change again within the same second, and its record would look the same: it is read once
more by the next sync."""
MOST_IN_A_ROW = 3
"""Records that cannot be read, one after the other, before the fault is taken to be the ATS's."""


class Following:
    """The details of one account."""

    def __init__(
        self, store: Store, connector: Connector, account: str, client: "Client", books: Books
    ) -> None:
        self._store = store
        self._connector = connector
        self._account = account
        self._client = client
        self._books = books
        self._in_a_row = 0

    def read(
        self, resource: Resource, resources: Sequence[Resource], told: Callable[[], None], *, full: bool
    ) -> None:
        """Read what is missing or older than the record it belongs to; `told` is called after each batch."""
        assert resource.follow
        leader = next(one for one in resources if one.name == resource.follow.of)
        started_at = spell(self._client.now())
        self._ask_again(resource, leader, full=full)
        with self._store.read() as connection:
            point = ledger.checkpoint(connection, self._account, resource.name)
            due = pages.unfollowed(connection, self._account, leader.name, leader.table, resource.name)
        self._books.report.watermark = point.watermark
        for start in range(0, len(due), resource.follow.batch):
            self.read_some(resource, leader, due[start : start + resource.follow.batch], point)
            told()
        if resource.follow.gone_is_final:
            self._books.bury_doomed(leader)
        done = Checkpoint(started_at, None, point.swept_at)
        self._store.write(
            lambda connection: ledger.save_checkpoint(connection, self._account, resource.name, done)
        )
        self._books.report.watermark = started_at

    def _ask_again(self, resource: Resource, leader: Resource, *, full: bool) -> None:
        """Let those be due of which nothing tells when they change: after a while, or in a full sync."""
        assert resource.follow
        follow, now = resource.follow, self._client.now()
        with self._store.read() as connection:
            since = watermark(ledger.checkpoint(connection, self._account, resource.name), now)
        if follow.again_while and since and (full or now - since >= follow.again):
            self._store.write(
                lambda connection: pages.forget(
                    connection, self._account, leader.table, resource.name, follow.again_while
                )
            )

    def read_some(self, resource: Resource, leader: Resource, due: Sequence[int], point: Checkpoint) -> None:
        """Read those of these records of the leader, by pk; what is gone is noted."""
        assert resource.follow
        since = spell(self._client.now() - HOT)
        with self._store.read() as connection:
            leading = pages.records(connection, due)
        found: list[Item] = []
        gone: list[str] = []
        aside: list[Rejected] = []
        for item in leading:
            try:
                body = resource.follow.fetch(item, partial(self._get, resource))
            except GoneError:
                gone.append(item.id)
                continue
            except OfflineError:
                raise
            except (DataError, TransientError) as error:
                self._in_a_row += 1
                if self._in_a_row >= MOST_IN_A_ROW:
                    raise
                aside.append(Rejected(item.id, error.title, item.body.decode(errors="replace")))
                continue
            self._in_a_row = 0
            found.append(Item(item.id, xxhash.xxh3_128_digest(body), body))
        hashes = {item.id: item.hash for item in leading}
        with self._store.read() as connection:
            hot = pages.changed_since(connection, self._account, leader.table, list(hashes), since)
            known = pages.ids_known(connection, self._account, resource.name, [item.id for item in found])
        for filling in (True, False):
            lot = [item for item in found if (item.id in known) is not filling]
            if not lot and (filling or not aside):
                continue
            self._books.page(
                resource,
                lot,
                lambda items: take(resource, items),
                rejected=[] if filling else aside,
                following=None,
                point=point,
                parent_hashes={item.id: hashes[item.id] for item in lot if item.id not in hot},
                filling=filling,
            )
            self._books.settle()  # what is looked up next may depend on it
        if gone and resource.follow.gone_is_final:
            self._books.doom(leader, gone)

    def _get(self, resource: Resource, path: str, query: Mapping[str, str] | None) -> bytes:
        return self._client.get(path, query, partial(self._connector.body, resource))
