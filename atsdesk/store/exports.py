"""The exports that were written."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from atsdesk.store.engine import Connection


@dataclass(frozen=True, slots=True)
class ExportEntry:
    """One export: where, when it ended, rows in all sheets, hash of its content, and seconds it took."""

    path: str
    ended_at: str
    rows: int
    hash: str
    seconds: float

    @classmethod
    def now(cls, path: Path, rows: int, content: str, seconds: float) -> Self:
        """An export that has just ended."""
        return cls(str(path), dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), rows, content, seconds)


def add(connection: Connection, entry: ExportEntry) -> None:
    connection.execute(
        "insert into exports (path, ended_at, rows, hash, seconds) values (?, ?, ?, ?, ?)",
        (entry.path, entry.ended_at, entry.rows, entry.hash, entry.seconds),
    )


def last(connection: Connection, limit: int) -> list[ExportEntry]:
    found = connection.execute(
        "select path, ended_at, rows, hash, seconds from exports order by id desc limit ?", (limit,)
    )
    return [ExportEntry(*row) for row in found]


def since(connection: Connection, moment: str) -> list[ExportEntry]:
    """For each file: the export that wrote it last, of those that ended at a moment or later."""
    found = connection.execute(
        """
        select path, ended_at, rows, hash, seconds from exports
        where id in (select max(id) from exports group by path) and ended_at >= ?
        order by ended_at, path
        """,
        (moment,),
    )
    return [ExportEntry(*row) for row in found]
