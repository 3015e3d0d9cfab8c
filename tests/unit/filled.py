"""A data file filled from objects as Comeet sends them, without a server."""

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from atsdesk.ats import reading
from atsdesk.ats.comeet.connector import CANDIDATES, POSITIONS, Comeet
from atsdesk.ats.resource import Resource
from atsdesk.net.answer import Answer
from atsdesk.rows import Items, Rejected, Rows
from atsdesk.store import accounts, ledger, pages
from atsdesk.store.accounts import Account
from atsdesk.store.engine import Connection
from atsdesk.store.file import Store

T = TypeVar("T")
ADDED = "2026-01-01T00:00:00Z"


class Filled:
    """An open file with accounts, and ways to fill and read it."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder)

    def account(self, name: str = "acme") -> None:
        new = Account(name, "comeet", "https://api.comeet.example", {}, ADDED)
        self.store.write(lambda connection: accounts.add(connection, new))

    def candidates(
        self, *records: Any, account: str = "acme", at: str = "2026-03-01T08:00:00Z"
    ) -> pages.Outcome:
        return self._page(CANDIDATES, records, account, at)

    def positions(
        self, *records: Any, account: str = "acme", at: str = "2026-03-01T08:00:00Z"
    ) -> pages.Outcome:
        return self._page(POSITIONS, records, account, at)

    def read(self, question: Callable[[Connection], T]) -> T:
        with self.store.read() as connection:
            return question(connection)

    def select(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self.read(lambda connection: list(connection.execute(statement, values)))

    def _page(self, resource: Resource, records: Any, account: str, at: str) -> pages.Outcome:
        body = json.dumps({resource.envelope: list(records)}, ensure_ascii=False).encode()
        page = Comeet().read(resource, Answer(200, {}, body))

        def take(items: Items) -> tuple[Rows, list[Rejected]]:
            rows = Rows()
            for item in items:
                resource.rows(reading.decode(resource.record, item), rows)
            return rows, []

        def work(connection: Connection) -> pages.Outcome:
            run = ledger.begin_run(connection, account, False, at)
            return pages.write(
                connection,
                pages.Page(
                    account=account,
                    run=run,
                    resource=resource.name,
                    table=resource.table,
                    shape=resource.shape,
                    items=page.items,
                    take=take,
                    seen_at=at,
                    brings_people=resource.brings_people,
                ),
            )

        return self.store.write(work)


def step(name: str, key: str, **members: Any) -> dict[str, Any]:
    return {"name": name, "type": "Interview", "position_step_uid": key, **members}


def candidate(uid: str, first: str, last: str, **members: Any) -> dict[str, Any]:
    """A hiring process in progress at its first interview."""
    usual = {
        "uid": uid,
        "person_uid": f"P.{uid}",
        "position_uid": "J.1",
        "first_name": first,
        "last_name": last,
        "email": f"{uid.lower()}@example.com",
        "status": "In progress",
        "source": {"uid": "S.1", "name": "Board", "type": "Job Board"},
        "time_created": "2026-02-01T08:00:00Z",
        "time_last_status_changed": "2026-02-01T08:00:00Z",
        "completed_steps": [step("Screen", "T.1", time_completed="2026-02-03T08:00:00Z")],
        "current_steps": [step("Interview", "T.2")],
        "future_steps": [step("Offer", "T.3")],
    }
    return usual | members


@contextlib.contextmanager
def filled(folder: Path) -> Any:
    one = Filled(folder)
    one.account()
    try:
        yield one
    finally:
        one.store.close()
