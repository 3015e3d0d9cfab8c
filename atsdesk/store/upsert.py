"""Rows of one entity table on their way in: the new ones, the changed ones, and what is found of them by search."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from atsdesk.rows import Row, Value
from atsdesk.store import bulk, marks, search
from atsdesk.store.engine import Connection
from atsdesk.store.history import History
from atsdesk.store.tables import Table

if TYPE_CHECKING:
    from atsdesk.store.pages import Page


class Upsert:
    """New and changed rows of one entity table."""

    def __init__(
        self, connection: Connection, page: "Page", table: Table, columns: tuple[str, ...], history: History
    ) -> None:
        self._connection, self._page, self._table = connection, page, table
        self._columns, self._history = columns, history
        self._earliest = [place for place, name in enumerate(columns) if table.column(name).keep_earliest]
        self._unsaid: Mapping[str, Collection[str]] = {}
        self._searched = [columns.index(name) for name in table.search if name in columns]
        self._partly = len(self._searched) < len(table.search)
        """Another list fills in some of the searched columns."""
        self._only_completed: set[str] = set()
        self.wrote = False

    def write(
        self, rows: dict[str, Row], unsaid: Mapping[str, Collection[str]]
    ) -> tuple[dict[str, int], list[str]]:
        """Write; return every id's pk, and the ids that are new, in the order of their pks.

        Columns that are `unsaid` of a row stay as they are.
        """
        table, names = self._table.name, ", ".join(self._columns)
        stored = {
            row[2]: row
            for row in self._connection.execute(
                f"select pk, deleted_at, {names} from {table}"
                " where account_id = ? and id in (select value from json_each(?))",
                (self._page.account, json.dumps(list(rows))),
            )
        }
        pk = highest(self._connection, table)
        new = [row for identity, row in rows.items() if identity not in stored]
        pks = {identity: row[0] for identity, row in stored.items()}
        added = {str(row[0]): place for place, row in enumerate(new, pk + 1)}
        self._unsaid = unsaid
        self._only_completed = self._known_better(rows) if self._table.name in self._page.completes else set()
        self._insert(new, pk + 1)
        self._update(rows, stored)
        return pks | added, list(added)

    def _insert(self, new: list[Row], first_pk: int) -> None:
        if not new:
            return
        self.wrote = True
        values: list[Value | bytes] = []
        for pk, row in enumerate(new, first_pk):
            values.append(pk)
            values += row
        bulk.insert(
            self._connection,
            self._table.name,
            {"account_id": self._page.account} | seen(self._page),
            ("pk", *self._columns),
            values,
        )
        self._index(enumerate(new, first_pk))

    def _update(self, rows: dict[str, Row], stored: dict[str, Row]) -> None:
        changed: list[Row] = []
        found_otherwise: list[Row] = []
        back: list[tuple[int, str]] = []
        for identity, (pk, deleted_at, *before) in stored.items():
            after = list(rows[identity])
            if identity in self._unsaid:
                for name in self._unsaid[identity]:
                    after[self._columns.index(name)] = before[self._columns.index(name)]
            if identity in self._only_completed:
                if deleted_at:
                    continue
                after = [new if old is None else old for old, new in zip(before, after, strict=True)]
            for place in self._earliest:
                if before[place] is not None and (
                    after[place] is None or str(before[place]) < str(after[place])
                ):
                    after[place] = before[place]
            if before != after or deleted_at:
                self._history.row(self._table, identity, None, self._columns, before, after)
                if deleted_at:
                    self._history.event(self._table, identity, None, "back")
                    back.append((int(str(pk)), str(deleted_at)))
                changed.append((pk, *after))
                if deleted_at or any(before[place] != after[place] for place in self._searched):
                    found_otherwise.append(changed[-1])
        if not changed:
            return
        self.wrote = True
        assignments = ", ".join(f"{name} = ?{place}" for place, name in enumerate(self._columns, 3))
        self._connection.executemany(
            f"update {self._table.name} set {assignments}, last_changed_at = ?2, deleted_at = null where pk = ?1",
            [(pk, self._page.seen_at, *row) for pk, *row in changed],
        )
        marks.bring_back(self._connection, self._table, self._page.shape, back)
        if found_otherwise and self._searched:
            search.forget(self._connection, self._table, [row[0] for row in found_otherwise])
            self._index((row[0], row[1:]) for row in found_otherwise)

    def _known_better(self, rows: dict[str, Row]) -> set[str]:
        """The rows that another resource knows."""
        resource, column = self._page.completes[self._table.name]
        place = self._columns.index(column)
        named = {identity: str(row[place]) for identity, row in rows.items() if row[place]}
        found = known(self._connection, self._page.account, resource, list(set(named.values())))
        return {identity for identity, owner in named.items() if owner in found}

    def _index(self, rows: Iterable[tuple[object, Row]]) -> None:
        if self._partly and self._searched:
            names, table = ", ".join(self._table.search), self._table.name
            whole = [
                (pk, self._connection.execute(f"select {names} from {table} where pk = ?", (pk,)).fetchone())
                for pk, _ in rows
            ]
            search.add(self._connection, self._table, whole)
        elif self._searched:
            texts = ((pk, [row[place] for place in self._searched]) for pk, row in rows)
            search.add(self._connection, self._table, texts)


def known(
    connection: Connection, account: str, resource: str, ids: Sequence[str]
) -> dict[str, tuple[int, bytes]]:
    """Pk and hash of the records of a resource that are in the file, by id."""
    found = connection.execute(
        """
        select id, pk, hash from records
        where account_id = ? and resource = ? and id in (select value from json_each(?))
        """,
        (account, resource, json.dumps(ids)),
    )
    return {identity: (pk, hashed) for identity, pk, hashed in found}


def highest(connection: Connection, table: str) -> int:
    """The highest pk in a table; 0 for an empty one."""
    return int(connection.execute(f"select coalesce(max(pk), 0) from {table}").fetchone()[0])


def seen(page: "Page") -> dict[str, Value]:
    """What rows that are new in a page have in common."""
    return {"first_seen_at": page.seen_at, "last_changed_at": page.seen_at}
