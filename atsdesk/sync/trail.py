"""Keeps what a run asked of its ATS: noted as it happens, written some at a time."""

import datetime as dt
import threading
from collections.abc import Callable

from atsdesk.ats.moments import spell
from atsdesk.net.trail import Exchange
from atsdesk.store import requests
from atsdesk.store.file import Store
from atsdesk.store.requests import RequestEntry

AT_ONCE = 200
"""Requests that are written together; a crash loses no more of the log."""


class Trail:
    """The requests of one run; `resource` says for which list they are made now."""

    def __init__(self, store: Store, account: str, run: int, resource: Callable[[], str]) -> None:
        self._store, self._account, self._run, self._resource = store, account, run, resource
        self._lock = threading.Lock()
        self._noted: list[RequestEntry] = []

    def note(self, exchange: Exchange) -> None:
        """Note one request, on whichever thread made it."""
        entry = RequestEntry(
            self._resource(),
            exchange.method,
            exchange.path,
            exchange.status,
            exchange.milliseconds,
            exchange.size,
            exchange.waited,
            exchange.trouble,
            spell(dt.datetime.now(dt.UTC)),
        )
        with self._lock:
            self._noted.append(entry)
            full = len(self._noted) >= AT_ONCE
        if full:
            self.write()

    def write(self) -> None:
        """Write what was noted."""
        with self._lock:
            noted, self._noted = self._noted, []
        if noted:
            self._store.write(lambda connection: requests.add(connection, self._account, self._run, noted))
