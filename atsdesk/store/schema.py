"""From the declarations to the SQL schema."""

from collections.abc import Iterator

from atsdesk.store import search
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
        for number, index in enumerate(table.indexes, 1):
            columns, _, condition = index.partition(" where ")
            where = f" where {condition}" if condition else ""
            yield f"create index {table.name}_{number} on {table.name} ({columns}){where}"
    yield from search.tables_sql()


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
