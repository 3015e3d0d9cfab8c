"""The log of requests: what a sync asked, how long it took, what came; bounded, and without a name or a secret."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from atsdesk.store.engine import Connection

KEPT = 5000
"""Requests of one account that are kept."""


@dataclass(frozen=True, slots=True)
class RequestEntry:
    """One request; see the table `requests`."""

    resource: str
    method: str
    path: str
    status: int
    milliseconds: int
    size: int
    waited: float
    trouble: str
    ended_at: str


_NAMES = tuple(field.name for field in fields(RequestEntry))


def add(connection: Connection, account: str, run: int, entries: Sequence[RequestEntry]) -> None:
    """Note requests of a run, and let go of the oldest of the account beyond those that are kept."""
    connection.executemany(
        f"insert into requests (account_id, run_id, {', '.join(_NAMES)})"
        f" values (?, ?, {', '.join('?' * len(_NAMES))})",
        [(account, run, *(getattr(entry, name) for name in _NAMES)) for entry in entries],
    )
    connection.execute(
        """
        delete from requests where account_id = :account and id <= (
          select id from requests where account_id = :account order by id desc limit 1 offset :kept)
        """,
        {"account": account, "kept": KEPT},
    )


def of_run(connection: Connection, run: int, limit: int) -> list[RequestEntry]:
    """The last requests of a run, the newest first."""
    found = connection.execute(
        f"select {', '.join(_NAMES)} from requests where run_id = ? order by id desc limit ?", (run, limit)
    )
    return [RequestEntry(*row) for row in found]
