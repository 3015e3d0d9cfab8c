"""From the declarations to the SQL schema."""

import re
from collections.abc import Iterator

from atsdesk.store import search
from atsdesk.store.engine import Connection
from atsdesk.store.tables import DESK, SYNCED, Grain, Kind, Table

SQL_TYPES = {
    Kind.INTEGER: "INTEGER",
    Kind.BOOL: "INTEGER",
    Kind.DECIMAL: "REAL",
    Kind.HASH: "BLOB",
    Kind.BYTES: "BLOB",
}


def statements() -> Iterator[str]:
    """The whole present schema."""
    for table in (*DESK, *SYNCED):
        yield create_sql(table)
        yield from indexes_sql(table).values()
    for table in search.SEARCHED:
        yield search.create_sql(table)


def amend(connection: Connection) -> None:
    """Add to an older file what is declared now: tables, columns, indexes, search.

    What has to be moved, renamed or computed is a numbered migration; this never takes anything away but indexes.
    """
    found = dict(connection.execute("select name, sql from sqlite_schema where sql is not null").fetchall())
    for table in (*DESK, *SYNCED):
        if table.name not in found:
            connection.execute(create_sql(table))
        else:
            _add_columns(connection, table)
        indexes = indexes_sql(table)
        for name, sql in found.items():
            if re.fullmatch(rf"{table.name}_\d+", name) and indexes.get(name) != sql:
                connection.execute(f"drop index {name}")
        for name, sql in indexes.items():
            if found.get(name) != sql:
                connection.execute(sql)
    for table in search.SEARCHED:
        if f"{table.name}_search" not in found:
            _make_search(connection, table)


def rebuild_search(connection: Connection) -> int:
    """Make the full-text index anew; for how many rows."""
    rows = 0
    for table in search.SEARCHED:
        connection.execute(f"drop table if exists {table.name}_search")
        rows += _make_search(connection, table)
    return rows


def rebuild_indexes(connection: Connection) -> None:
    """Make all indexes anew from the tables."""
    connection.execute("reindex")


def _make_search(connection: Connection, table: Table) -> int:
    """The full-text index of a table's living rows; their number."""
    connection.execute(search.create_sql(table))
    rows = connection.execute(
        f"select pk, {', '.join(table.search)} from {table.name} where deleted_at is null"
    ).fetchall()
    search.add(connection, table, ((row[0], row[1:]) for row in rows))
    return len(rows)


def _add_columns(connection: Connection, table: Table) -> None:
    there = {name for (name,) in connection.execute("select name from pragma_table_info(?)", (table.name,))}
    for column in table.columns:
        if column.name not in there:
            connection.execute(
                f"alter table {table.name} add column {column.name} {SQL_TYPES.get(column.kind, 'TEXT')}"
            )


def indexes_sql(table: Table) -> dict[str, str]:
    """By name, the statements that create a table's indexes."""
    made = {}
    for number, index in enumerate(table.indexes, 1):
        columns, _, condition = index.partition(" where ")
        where = f" where {condition}" if condition else ""
        name = f"{table.name}_{number}"
        made[name] = f"CREATE INDEX {name} on {table.name} ({columns}){where}"
    return made


def create_sql(table: Table) -> str:
    """The table as declared; vendor ids are unique beside an integer key, which is what rows refer to inside."""
    columns = [f"{column.name} {SQL_TYPES.get(column.kind, 'TEXT')}" for column in table.columns]
    if table.grain is Grain.ENTITY:
        columns = ["pk INTEGER PRIMARY KEY", *columns, "unique (account_id, id)"]
        columns.append("foreign key (account_id) references accounts (id)")
    elif table.grain is Grain.OWNED:
        columns = ["pk INTEGER PRIMARY KEY", *columns]
    elif len(table.key) == 1 and table.column(table.key[0]).kind is Kind.INTEGER:
        columns[0] += " PRIMARY KEY"
    else:
        columns.append(f"primary key ({', '.join(table.key)})")
    body = ",\n  ".join(columns)
    return f"create table {table.name} (\n  {body}\n) strict"
