"""Columns that one list leaves to another: filled in from the other table once a run has brought both."""

from collections.abc import Iterable

from atsdesk.rows import OWNER, Fill
from atsdesk.store import search
from atsdesk.store.engine import Connection
from atsdesk.store.tables import OWNED_PER_OWNER, OWNER_TABLES, TABLES


def fill(connection: Connection, account: str, fills: Iterable[Fill], touched: set[str]) -> set[str]:
    """Fill in what the tables touched may have changed; the names of the tables that were written.

    A column that is filled in says nothing new, so that it leaves no history.
    """
    written: set[str] = set()
    for one in fills:
        if {one.table, one.other} & (touched | written) and _fill(connection, account, one):
            written.add(one.table)
    return written


def _fill(connection: Connection, account: str, one: Fill) -> bool:
    where = f" and {one.where}" if one.where else ""
    order = f" order by {one.order}" if one.order else ""
    found = f"""
        select {one.value} from {one.other} o
        where {_meeting(one)} and o.deleted_at is null{where}{order} limit 1"""
    said = f"x.value is not null or {one.table}.deleted_at is null" if one.clears else "x.value is not null"
    changed = connection.execute(
        f"""
        update {one.table} set {one.column} = x.value
        from (select t.pk, ({found}) as value from {one.table} t where t.account_id = :account) x
        where x.pk = {one.table}.pk and ({said}) and {one.table}.{one.column} is not x.value
        returning {one.table}.pk
        """,
        {"account": account},
    ).fetchall()
    if changed and one.column in TABLES[one.table].search:
        _index_again(connection, one.table, [pk for (pk,) in changed])
    return bool(changed)


def _meeting(one: Fill) -> str:
    """How the rows `o` are found that belong to a row `t`: owner and owned by their keys, others by their ids."""
    if one.match == OWNER:
        first = TABLES[one.other].owners.index(one.table) * OWNER_TABLES
        first_pk = f"{first} + t.pk * {OWNED_PER_OWNER}"
        return f"o.pk between {first_pk} and {first_pk} + {OWNED_PER_OWNER - 1}"
    if one.by == OWNER:
        return f"o.pk = t.pk / {OWNED_PER_OWNER}"
    return f"o.account_id = t.account_id and o.{one.match} = t.{one.by}"


def _index_again(connection: Connection, name: str, pks: list[int]) -> None:
    table = TABLES[name]
    search.forget(connection, table, pks)
    rows = [
        connection.execute(
            f"select pk, {', '.join(table.search)} from {name} where pk = ? and deleted_at is null", (pk,)
        ).fetchone()
        for pk in pks
    ]
    search.add(connection, table, ((row[0], row[1:]) for row in rows if row))
