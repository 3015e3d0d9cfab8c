"""What the ATS no longer has: a tombstone hides a row and keeps it; an erasure also removes what points to a person."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atsdesk.store import search
from atsdesk.store.file import Connection
from atsdesk.store.history import History
from atsdesk.store.tables import CANDIDATES, OWNED_PER_OWNER, TABLES, Privacy, Table, owned_by


@dataclass(frozen=True, slots=True)
class Loss:
    """What was found to be gone: rows of `table`, whose records came in `resource`."""

    account: str
    table: str
    resource: str
    at: str
    run: int


def bury(connection: Connection, loss: Loss, ids: Sequence[str]) -> int:
    """Give the rows, and what they own, a `deleted_at`; a candidate goes with the last application.

    Returns how many were there until now.
    """
    return len(_bury(connection, loss, ids)[loss.table])


def erase(connection: Connection, loss: Loss, ids: Sequence[str]) -> int:
    """Bury, and remove every personal value of the rows, of what they own, of their history and their records.

    Comeet obliges its integrations to do so (Incremental sync recipe, 4). What is not personal stays, so that
    counts and durations remain right. Returns how many were there until now.
    """
    buried = _bury(connection, loss, ids)
    for table, rows in buried.items():
        _scrub(connection, loss.account, TABLES[table], rows)
    gone = list(buried[loss.table].values())
    connection.execute(
        "update records set body = '{}'"
        " where account_id = ? and resource = ? and id in (select value from json_each(?))",
        (loss.account, loss.resource, json.dumps(gone)),
    )
    connection.execute(
        "update issues set body = null where account_id = ? and resource = ?"
        " and record_id in (select value from json_each(?))",
        (loss.account, loss.resource, json.dumps(list(ids))),
    )
    return len(gone)


Buried = dict[str, dict[int, str]]
"""Ids by pk, by table."""


def _bury(connection: Connection, loss: Loss, ids: Sequence[str]) -> Buried:
    history = History(loss.account, loss.run, loss.at)
    living = connection.execute(
        f"select pk, id from {loss.table} where account_id = ? and deleted_at is null"
        " and id in (select value from json_each(?))",
        (loss.account, json.dumps(ids)),
    )
    buried: Buried = {loss.table: dict(living.fetchall())}
    _mark(connection, TABLES[loss.table], buried[loss.table], loss.at)
    if loss.table == "applications":
        buried["candidates"] = _left_alone(connection, loss.account, list(buried["applications"].values()))
        _mark(connection, CANDIDATES, buried["candidates"], loss.at)
    connection.execute(
        "update records set deleted_at = ?, hash = null"
        " where account_id = ? and resource = ? and id in (select value from json_each(?))",
        (loss.at, loss.account, loss.resource, json.dumps(list(buried[loss.table].values()))),
    )
    for table, rows in buried.items():
        for identity in rows.values():
            history.event(TABLES[table], identity, None, "gone")
    history.write(connection)
    return buried


def _mark(connection: Connection, table: Table, pks: Iterable[int], at: str) -> None:
    connection.executemany(f"update {table.name} set deleted_at = ? where pk = ?", [(at, pk) for pk in pks])
    for owned in owned_by(table.name):
        connection.executemany(
            f"update {owned.name} set deleted_at = ? where pk between ? and ?",
            [(at, *_range(pk)) for pk in pks],
        )
    if table.search:
        search.forget(connection, table, list(pks))


def _left_alone(connection: Connection, account: str, applications: Sequence[str]) -> dict[int, str]:
    """The candidates of these applications that have no other."""
    found = connection.execute(
        """
        select c.pk, c.id from candidates c
        where c.account_id = :account and c.deleted_at is null
          and c.id in (
            select candidate_id from applications
            where account_id = :account and id in (select value from json_each(:ids))
          )
          and not exists (
            select 1 from applications a
            where a.account_id = c.account_id and a.candidate_id = c.id and a.deleted_at is null
          )
        """,
        {"account": account, "ids": json.dumps(applications)},
    )
    return dict(found.fetchall())


def _scrub(connection: Connection, account: str, table: Table, rows: dict[int, str]) -> None:
    if personal := _personal(table):
        blank = ", ".join(f"{name} = null" for name in personal)
        connection.executemany(f"update {table.name} set {blank} where pk = ?", [(pk,) for pk in rows])
    for owned in owned_by(table.name):
        if personal := _personal(owned):
            blank = ", ".join(f"{name} = null" for name in personal)
            connection.executemany(
                f"update {owned.name} set {blank} where pk between ? and ?", [_range(pk) for pk in rows]
            )
    ids = json.dumps(list(rows.values()))
    for condition in ("table_name = :table and row_id", "owner_id"):
        connection.execute(
            "update changes set old = null, new = null"
            f" where account_id = :account and {condition} in (select value from json_each(:ids))",
            {"account": account, "table": table.name, "ids": ids},
        )


def _personal(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.privacy is not Privacy.OPEN]


def _range(owner_pk: int) -> tuple[int, int]:
    return owner_pk * OWNED_PER_OWNER, owner_pk * OWNED_PER_OWNER + OWNED_PER_OWNER - 1
