"""What changed: one row for each field of each row that became another."""

from collections.abc import Sequence

from atsdesk.rows import Row, Value
from atsdesk.store.engine import Connection
from atsdesk.store.tables import Column, Table

NOT_KNOWN = (None, "unknown")


def _tells(column: Column) -> bool:
    return not (column.derived or column.keep_earliest)


class History:
    """The changes of one page, written together."""

    def __init__(self, account: str, run: int, seen_at: str, *, filling: bool = False) -> None:
        """`filling`: what was blank was only not known yet, so that its coming is no change."""
        self._filling = filling
        self._account, self._run, self._seen_at = account, run, seen_at
        self._rows: list[Row] = []

    def row(
        self,
        table: Table,
        identity: str,
        owner: str | None,
        columns: Sequence[str],
        before: Sequence[Value],
        after: Sequence[Value],
    ) -> None:
        """Note every field that differs, those that follow from others left out."""
        for name, old, new in zip(columns, before, after, strict=True):
            if self._filling and old in NOT_KNOWN:
                continue
            if old != new and _tells(table.column(name)):
                self._note(table, identity, owner, name, old, new)

    def event(self, table: Table, identity: str, owner: str | None, what: str) -> None:
        """Note that a row as a whole was added, is gone, or is back."""
        if not (self._filling and what == "added"):
            self._note(table, identity, owner, what, None, None)

    def former(self, table: Table, field: str) -> list[str]:
        """The values that a field of a table had until now."""
        return [
            str(row[5])
            for row in self._rows
            if (row[1], row[4]) == (table.name, field) and row[5] is not None
        ]

    def write(self, connection: Connection) -> None:
        connection.executemany(
            "insert into changes (account_id, table_name, row_id, owner_id, field, old, new, seen_at, run_id)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            self._rows,
        )

    def _note(
        self, table: Table, identity: str, owner: str | None, field: str, old: Value, new: Value
    ) -> None:
        texts = (
            None if value is None else str(int(value) if value is True or value is False else value)
            for value in (old, new)
        )
        self._rows.append(
            (self._account, table.name, identity, owner, field, *texts, self._seen_at, self._run)
        )
