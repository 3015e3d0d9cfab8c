"""How an older file comes to the present schema, in one transaction: numbered steps, then what was only added.

A table, column or index that is new needs a new `SCHEMA_VERSION` and nothing here: `schema.amend` adds it.
"""

from sqlite_utils import Database, Migrations

from atsdesk.errors import ConfigError
from atsdesk.store import schema
from atsdesk.store.engine import Connection
from atsdesk.store.tables import APPLICATION_ID, SCHEMA_VERSION
from atsdesk.store.unfinished import EXPORT_VIEW

migrations = Migrations("atsdesk")


@migrations(name="1")
def _first(db: Database) -> None:
    for statement in schema.statements():
        db.conn.execute(statement)


def _drop_views(connection: Connection) -> None:
    """They stand in the way of changes to what they read, and are made again when the folder is opened."""
    for (name,) in connection.execute("select name from sqlite_schema where type = 'view'").fetchall():
        if name.startswith(EXPORT_VIEW):
            connection.execute(f"drop view {name}")


def migrate(connection: Connection) -> None:
    """Take the steps that are still to be taken; raises `ConfigError` where an older file cannot take them."""
    older = int(connection.execute("pragma user_version").fetchone()[0])
    db = Database(connection, execute_plugins=False)
    try:
        with db.atomic():
            connection.execute(f"pragma application_id = {APPLICATION_ID}")
            _drop_views(connection)
            migrations.apply(db)
            schema.amend(connection)
            connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
    except Exception as error:
        if not older:
            raise
        raise ConfigError(
            f"The data file could not be brought up to date ({error}).",
            "It is as it was, and a copy of it is in the folder backups beside it. Make sure that the disk has room"
            " and that no other program uses the file, and start again; if it stays so, use the version of ATS Desk"
            " that you had before, and report this.",
        ) from error
