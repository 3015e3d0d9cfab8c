"""Rows that come one by one, in another list than the row they belong to: they find their place among its rows."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from atsdesk.rows import Row, Value
from atsdesk.store import bulk
from atsdesk.store.engine import Connection
from atsdesk.store.history import History
from atsdesk.store.tables import OWNED_PER_OWNER, Table, span


@dataclass(frozen=True, slots=True)
class Parts:
    """Where a page's parts go: rows of the owned `table` that belong to rows of `owner`."""

    account: str
    seen_at: str
    news: bool
    table: Table
    owner: str
    columns: tuple[str, ...]


def write(
    connection: Connection, lot: Parts, by_owner: Mapping[str, Mapping[str, Row]], history: History
) -> tuple[bool, set[str]]:
    """Put the rows beside those that their owners have; whether anything changed, and the ids without an owner."""
    owners = _owners(connection, lot, list(by_owner))
    stored = _stored(connection, lot, list(owners.values()))
    fresh: list[Value | bytes] = []
    changed: list[tuple[Value, ...]] = []
    lone: set[str] = set()
    for owner, rows in by_owner.items():
        if owner not in owners:
            lone |= rows.keys()
            continue
        first, _ = span(lot.table, lot.owner, owners[owner])
        there = stored.get(first, {})
        free = max((pk for pk, _ in there.values()), default=first - 1) + 1
        for identity, row in rows.items():
            if identity not in there:
                fresh.append(free)
                fresh += row
                free += 1
                if lot.news:
                    history.event(lot.table, identity, owner, "added")
                continue
            pk, (deleted_at, *before) = there[identity]
            if tuple(before) != row or deleted_at:
                history.row(lot.table, identity, owner, lot.columns, before, row)
                if deleted_at:
                    history.event(lot.table, identity, owner, "back")
                changed.append((pk, lot.seen_at, *row))
    shared: dict[str, Value] = {"account_id": lot.account}
    seen: dict[str, Value] = {"first_seen_at": lot.seen_at, "last_changed_at": lot.seen_at}
    bulk.insert(connection, lot.table.name, shared | seen, ("pk", *lot.columns), fresh)
    assignments = ", ".join(f"{name} = ?{place}" for place, name in enumerate(lot.columns, 3))
    connection.executemany(
        f"update {lot.table.name} set {assignments}, last_changed_at = ?2, deleted_at = null where pk = ?1",
        changed,
    )
    return bool(fresh or changed), lone


def _owners(connection: Connection, lot: Parts, ids: list[str]) -> dict[str, int]:
    found = connection.execute(
        f"select id, pk from {lot.owner} where account_id = ? and id in (select value from json_each(?))",
        (lot.account, json.dumps(ids)),
    )
    return dict(found.fetchall())


def _stored(connection: Connection, lot: Parts, owners: list[int]) -> dict[int, dict[str, tuple[int, Row]]]:
    """What the owners have already, as pk and row: by the first pk of each owner's span, and by id."""
    firsts = [span(lot.table, lot.owner, pk)[0] for pk in owners]
    found: dict[int, dict[str, tuple[int, Row]]] = {}
    for first, pk, *row in connection.execute(
        f"""
        select o.value, t.pk, t.deleted_at, {", ".join(f"t.{name}" for name in lot.columns)}
        from json_each(?) o cross join {lot.table.name} t
          on t.pk between o.value and o.value + {OWNED_PER_OWNER - 1}
        """,
        (json.dumps(firsts),),
    ):
        found.setdefault(first, {})[str(row[1])] = pk, tuple(row)
    return found
