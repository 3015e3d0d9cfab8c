"""The numbered steps that bring an older file to the present schema, each in a transaction of its own."""

from sqlite_utils import Database, Migrations

from atsdesk.store import schema
from atsdesk.store.engine import Connection
from atsdesk.store.tables import APPLICATION_ID, SCHEMA_VERSION

migrations = Migrations("atsdesk")


@migrations(name="1")
def _first(db: Database) -> None:
    for statement in schema.statements():
        db.conn.execute(statement)


def migrate(connection: Connection) -> None:
    """Take the steps that are still to be taken."""
    db = Database(connection, execute_plugins=False)
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    migrations.apply(db)
    connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
