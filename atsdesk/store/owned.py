"""Rows that come with their owner: all that it has, each time."""

from atsdesk.rows import Row, Value
from atsdesk.store import bulk
from atsdesk.store.engine import Connection
from atsdesk.store.history import History
from atsdesk.store.parts import Parts
from atsdesk.store.tables import span


def replace(
    connection: Connection,
    lot: Parts,
    owned: dict[str, list[Row]],
    owners: dict[str, int],
    new_owners: list[str],
    history: History,
) -> bool:
    """The rows of each owner become the given ones; owners whose rows are as before cost no write."""
    names = ", ".join(lot.columns)
    values: list[Value | bytes] = []
    for owner in new_owners:
        for pk, row in enumerate(owned.get(owner, ()), span(lot.table, lot.owner, owners[owner])[0]):
            values.append(pk)
            values += row
    shared: dict[str, Value] = {"account_id": lot.account}
    seen: dict[str, Value] = {"first_seen_at": lot.seen_at, "last_changed_at": lot.seen_at}
    bulk.insert(connection, lot.table.name, shared | seen, ("pk", *lot.columns), values)
    changed: list[Value | bytes] = []
    wrote = bool(new_owners)
    for owner in owned.keys() - set(new_owners):
        place = span(lot.table, lot.owner, owners[owner])
        stored = {
            row[3]: row
            for row in connection.execute(
                f"select first_seen_at, last_changed_at, deleted_at, {names} from {lot.table.name}"
                " where pk between ? and ? order by pk",
                place,
            )
        }
        rows = owned[owner]
        if [row[3:] for row in stored.values()] == rows and not any(row[2] for row in stored.values()):
            continue
        wrote = True
        connection.execute(f"delete from {lot.table.name} where pk between ? and ?", place)
        for pk, row in enumerate(rows, place[0]):
            before = stored.pop(row[0], None)
            if before is None:
                history.event(lot.table, str(row[0]), owner, "added")
                changed += (lot.seen_at, lot.seen_at, pk, *row)
                continue
            history.row(lot.table, str(row[0]), owner, lot.columns, before[3:], row)
            same = before[3:] == row and not before[2]
            changed += (before[0], before[1] if same else lot.seen_at, pk, *row)
        for identity in stored:
            history.event(lot.table, str(identity), owner, "gone")
    bulk.insert(
        connection, lot.table.name, shared, ("first_seen_at", "last_changed_at", "pk", *lot.columns), changed
    )
    return wrote
