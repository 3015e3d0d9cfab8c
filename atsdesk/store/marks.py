"""Rows that the ATS marks as deleted: what they held last stays, and comes back with them."""

from collections.abc import Mapping, Sequence

from atsdesk.rows import Rows, Shape
from atsdesk.store.engine import Connection
from atsdesk.store.tables import Table, owned_by, owner_table, span


def leave(table: str, shape: Shape, owns: Mapping[str, str], rows: Rows, ids: set[str]) -> None:
    """Take nothing of these records, which are known and marked; `owns` as a resource declares it."""
    if not ids:
        return
    for identity in ids:
        rows.entities[table].pop(identity, None)
        rows.standings.pop(identity, None)
        for owned in rows.owned.values():
            owned.pop(identity, None)
        for parts_of in rows.parts[table].values():
            parts_of.pop(identity, None)
    left = {table: ids}
    for owned_table, column in owns.items():
        place = shape[owned_table].index(column)
        owners = left.get(owner_table(owned_table, column), set())
        found = rows.entities[owned_table]
        left[owned_table] = {identity for identity, row in found.items() if row[place] in owners}
        for identity in left[owned_table]:
            del found[identity]


def bring_back(connection: Connection, table: Table, shape: Shape, back: Sequence[tuple[int, str]]) -> None:
    """What had come in other lists and went with these rows, by pk and moment, is there again."""
    for owned in owned_by(table.name) if back else ():
        if owned.name not in shape:
            connection.executemany(
                f"update {owned.name} set deleted_at = null where pk between ? and ? and deleted_at = ?",
                [(*span(owned, table.name, pk), deleted_at) for pk, deleted_at in back],
            )
