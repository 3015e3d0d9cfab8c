"""Where an imitation keeps its data: one SQLite file of its own, read and changed under one lock."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any


def connect(schema: str = "") -> sqlite3.Connection:
    """An empty data set; its file goes away by itself. Used under a lock, so from any thread."""
    connection = sqlite3.connect("", check_same_thread=False, isolation_level=None)
    connection.execute("PRAGMA page_size = 16384")
    connection.execute("PRAGMA cache_size = -49152")
    connection.execute("PRAGMA journal_mode = MEMORY")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(schema)
    return connection


class Database:
    """What all tenants stand on; every method holds the lock while it works."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.lock = threading.RLock()
        self.db = db

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """The lock and one transaction; inside another one it is part of that."""
        with self.lock:
            if self.db.in_transaction:
                yield self.db
                return
            self.db.execute("BEGIN")
            try:
                yield self.db
                self._settle()
            except BaseException:
                self._forget()
                self.db.execute("ROLLBACK")
                raise
            self.db.execute("COMMIT")

    def _settle(self) -> None:
        """Writes what was put off to the end of the change."""

    def _forget(self) -> None:
        """Forgets what was put off: the change did not happen."""

    def rows(self, statement: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self.lock:
            if self.db.in_transaction:
                self._settle()
            return self.db.execute(statement, tuple(values)).fetchall()

    def row(self, statement: str, *values: Any) -> tuple[Any, ...] | None:
        """The first row of a query."""
        found = self.rows(statement, values)
        return found[0] if found else None

    def close(self) -> None:
        """Drops everything."""
        with self.lock:
            self.db.close()
