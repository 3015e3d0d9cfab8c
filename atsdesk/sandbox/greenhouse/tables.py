"""Where the imitation keeps its data: a temporary SQLite file that nobody else sees.

Each list has a table: the object as the JSON text that goes over the wire, and before it
the values that filters need. What was deleted is remembered for tests only: the API has no sign of it.
"""

import sqlite3

from atsdesk.sandbox import database
from atsdesk.sandbox.greenhouse import resources
from atsdesk.sandbox.greenhouse.resources import OWNERS, Resource

INDEXED = frozenset((*OWNERS, "stage_id", "interview_id", "custom_field_id"))
GONE = (
    "CREATE TABLE gone (resource TEXT, id INTEGER, at TEXT, merged_into INTEGER, PRIMARY KEY (resource, id))"
)
FILES = "CREATE TABLE file (attachment_id INTEGER PRIMARY KEY, content BLOB)"


def create(resource: Resource) -> str:
    """The table of one list."""
    columns = "".join(f', "{name}"' for name in resource.columns)
    return (
        f"CREATE TABLE {resource.name} (id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, "
        f"updated_at TEXT NOT NULL{columns}, json BLOB NOT NULL)"
    )


def indexes(resource: Resource) -> list[str]:
    """By time, and by the objects that rows are asked for most."""
    known = [name for name in resource.columns if name in INDEXED]
    return [
        f"CREATE INDEX {resource.name}_{name} ON {resource.name} ({name})" for name in ("updated_at", *known)
    ]


def insert(resource: Resource) -> str:
    """Adds a row or replaces it."""
    marks = ", ".join("?" * (4 + len(resource.columns)))
    return f"INSERT OR REPLACE INTO {resource.name} VALUES ({marks})"


def connect() -> sqlite3.Connection:
    """An empty data set with all tables."""
    connection = database.connect()
    run(connection, [GONE, FILES, *(create(resource) for resource in resources.ALL)])
    return connection


def run(connection: sqlite3.Connection, statements: list[str]) -> None:
    """Many statements at once."""
    connection.executescript("BEGIN; " + "; ".join(statements) + "; COMMIT")
