"""From the declarations to the SQL schema, and the numbered steps that bring an older file to it."""

from collections.abc import Iterator

from sqlite_utils import Database, Migrations

from atsdesk.store import search
from atsdesk.store.tables import APPLICATION_ID, DESK, SCHEMA_VERSION, SYNCED, Grain, Kind, Table

SQL_TYPES = {
    Kind.INTEGER: "INTEGER",
    Kind.BOOL: "INTEGER",
    Kind.DECIMAL: "REAL",
    Kind.HASH: "BLOB",
}

migrations = Migrations("atsdesk")


@migrations(name="1")
def _first(db: Database) -> None:
    for statement in statements():
        db.conn.execute(statement)


def migrate(db: Database) -> None:
    """Bring the file to the present version, each step in its own transaction."""
    db.conn.execute(f"pragma application_id = {APPLICATION_ID}")
    migrations.apply(db)
    db.conn.execute(f"pragma user_version = {SCHEMA_VERSION}")


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
