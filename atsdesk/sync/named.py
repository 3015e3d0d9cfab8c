"""Where an account leaves out what is older: older records that newer ones name are asked for by their ids."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from atsdesk.ats.resource import Connector, Resource
from atsdesk.errors import GoneError
from atsdesk.store import ledger, pages
from atsdesk.store.file import Store
from atsdesk.sync.ahead import take
from atsdesk.sync.books import Books

if TYPE_CHECKING:
    from atsdesk.net.client import Client


class Named:
    """The named records of one account. They count with the list whose rows name them."""

    def __init__(
        self,
        store: Store,
        connector: Connector,
        account: str,
        client: "Client",
        books: Books,
        resources: Sequence[Resource],
    ) -> None:
        self._store, self._connector, self._account = store, connector, account
        self._client, self._books = client, books
        self._resources = {one.name: one for one in resources}

    def bring(self, resource: Resource) -> None:
        """Read what the rows of a list name and is not here, and what that names in turn. Raises what a request may
        raise."""
        for column, name in resource.brings.items():
            if older := self._resources.get(name):
                with self._store.read() as connection:
                    ids = pages.lacking(connection, self._account, resource.table, column, older.table)
                for start in range(0, len(ids), older.most_ids):
                    self._read(older, ids[start : start + older.most_ids])
                if ids:
                    self.bring(older)

    def _read(self, resource: Resource, ids: Sequence[str]) -> None:
        assert resource.single
        path, query = resource.single(ids)
        try:
            page = self._client.get(path, query, partial(self._connector.one, resource))
        except GoneError:
            return
        with self._store.read() as connection:
            point = ledger.checkpoint(connection, self._account, resource.name)
        self._books.page(
            resource,
            page.items,
            lambda items: take(resource, items),
            rejected=list(page.rejected),
            following=None,
            point=point,
        )
        self._books.settle()
