"""The rows of the tabs, page by page; what was counted and put in order is kept until something is written."""

import threading
from collections import OrderedDict
from contextlib import ExitStack

from atsdesk.rows import Value
from atsdesk.store import browse, days
from atsdesk.store.browse import Query
from atsdesk.store.engine import Connection
from atsdesk.store.file import Store, Version
from atsdesk.store.order import Name, Order
from atsdesk.store.views import View

ORDERS_KEPT, COUNTS_KEPT = 4, 200
Asked = tuple[str, str]
"""A view and a query, to be found again by; what a range of days means depends on the day."""


class Browsing:
    """Pages and counts of views, on any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._ordering = threading.Lock()
        self._counts: OrderedDict[Asked, tuple[Version, int]] = OrderedDict()
        self._orders: OrderedDict[Asked, tuple[Version, Order]] = OrderedDict()

    def rows(self, view: View, query: Query, offset: int, limit: int) -> list[tuple[Value, ...]]:
        with self._store.read() as connection:
            if not browse.far(connection, view, query, offset):
                return browse.rows(connection, view, query, offset, limit)
            return browse.named(connection, view, self._names(connection, view, query, offset, limit))

    def count(self, view: View, query: Query) -> int:
        version, asked = self._store.version(), _asked(view, query)
        with self._lock:
            kept = self._counts.get(asked)
        if kept and kept[0] == version:
            return kept[1]
        with self._store.read() as connection:
            counted = browse.count(connection, view, query)
        with self._lock:
            self._counts[asked] = (version, counted)
            self._counts.move_to_end(asked)
            while len(self._counts) > COUNTS_KEPT:
                self._counts.popitem(last=False)
        return counted

    def close(self) -> None:
        with self._lock:
            orders, self._orders = self._orders, OrderedDict()
        for _, order in orders.values():
            order.close()

    def _names(self, connection: Connection, view: View, query: Query, offset: int, limit: int) -> list[Name]:
        asked = _asked(view, query)
        with self._ordering:  # whoever waits here most likely waits for the same
            version = self._store.version()
            with self._lock:
                kept = self._orders.get(asked)
                if kept and kept[0] == version:
                    return kept[1].names(offset, limit)
            order = browse.order(connection, view, query)
            names = order.names(offset, limit)
            self._keep(asked, version, order)
            return names

    def _keep(self, asked: Asked, version: Version, order: Order) -> None:
        with self._lock, ExitStack() as given_up:
            if before := self._orders.pop(asked, None):
                given_up.callback(before[1].close)
            self._orders[asked] = (version, order)
            while len(self._orders) > ORDERS_KEPT:
                given_up.callback(self._orders.popitem(last=False)[1][1].close)


def _asked(view: View, query: Query) -> Asked:
    chosen = sorted((key, values) for key, values in query.chosen.items() if values)
    sort = (query.sort, query.descending) if query.sort else ()
    return view.name, repr((query.text, query.account, chosen, sort, days.this_day()))
