"""What was sent appears in the local copy at once: a candidate and an application, until a sync brings them whole."""

from collections.abc import Mapping

from atsdesk.rows import Value
from atsdesk.store import bulk, forgotten, search
from atsdesk.store.engine import Connection
from atsdesk.store.tables import APPLICATIONS, CANDIDATES, Table
from atsdesk.store.upsert import highest


def appear(
    connection: Connection,
    account: str,
    candidate: Mapping[str, Value],
    application: Mapping[str, Value],
    at: str,
) -> None:
    """Add rows that are not there yet; those that are stay as they are. Nothing comes of who was forgotten here."""
    names = ((CANDIDATES.name, candidate.get("id")), (APPLICATIONS.name, application.get("id")))
    if forgotten.knows(
        connection, account, [(table, str(identity)) for table, identity in names if identity]
    ):
        return
    if candidate.get("id"):
        _add(connection, CANDIDATES, account, candidate, at)
    if application.get("id"):
        _add(connection, APPLICATIONS, account, application, at)


def _add(connection: Connection, table: Table, account: str, row: Mapping[str, Value], at: str) -> None:
    there = connection.execute(
        f"select 1 from {table.name} where account_id = ? and id = ?", (account, row["id"])
    ).fetchone()
    if there:
        return
    pk = highest(connection, table.name) + 1
    shared: dict[str, Value] = {"account_id": account, "first_seen_at": at, "last_changed_at": at}
    bulk.insert(
        connection, table.name, shared, ("pk", *row), [pk, *(value or None for value in row.values())]
    )
    if table.search:
        search.add(connection, table, [(pk, [row.get(name) for name in table.search])])
