"""The exports that were written, and who is in them."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from xxhash import xxh3_64_digest

from atsdesk.store.engine import Connection

MARK_BYTES = 8


@dataclass(frozen=True, slots=True)
class ExportEntry:
    """One export: where, when it ended, rows in all sheets, hash of its content, and seconds it took."""

    path: str
    ended_at: str
    rows: int
    hash: str
    seconds: float
    profile: str = ""
    format: str = ""
    privacy: str = ""
    tables: Mapping[str, int] = field(default_factory=dict)
    """Rows by sheet."""

    @classmethod
    def now(cls, path: Path | str, rows: int, content: str, seconds: float) -> Self:
        """An export that has just ended."""
        return cls(str(path), dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), rows, content, seconds)


def mark(account: str, candidate: str) -> bytes:
    """What a candidate is noted as among those in an export."""
    return xxh3_64_digest(f"{account}\0{candidate}".encode())


def marks(connection: Connection, account: str, candidate: str, source: str) -> bytes:
    """The marks of all candidates whom a source names by these two expressions, as often as it does."""
    # as one value: handing over a row for each takes longer than all else; no text in UTF-8 has the byte ff in it
    together = f"cast(group_concat({account} || char(0) || {candidate}, x'ff') as blob)"
    ((names,),) = connection.execute(f"select {together} {source}").fetchall()
    return b"".join(map(xxh3_64_digest, names.split(b"\xff"))) if names else b""


def add(connection: Connection, entry: ExportEntry, people: bytes | None = None) -> None:
    """Note an export with the marks of those in it; what was in the file before is in it no more."""
    connection.execute("update exports set people = null where path = ?", (entry.path,))
    connection.execute(
        "insert into exports (path, ended_at, rows, hash, seconds, profile, format, privacy, tables, people)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(entry.path, entry.ended_at, entry.rows, entry.hash, entry.seconds),
            *(entry.profile, entry.format, entry.privacy, json.dumps(dict(entry.tables)), people),
        ),
    )


_COLUMNS = """path, ended_at, rows, hash, seconds, coalesce(profile, ''), coalesce(format, ''), coalesce(privacy, ''),
  coalesce(tables, '{}')"""


def last(connection: Connection, limit: int) -> list[ExportEntry]:
    found = connection.execute(f"select {_COLUMNS} from exports order by id desc limit ?", (limit,))
    return [_entry(row) for row in found]


def holding(connection: Connection, account: str, candidate: str, since: str) -> list[ExportEntry]:
    """For each file: the export that wrote it last, if the candidate is in it.

    Of one that does not say who is in it, all who were here by then, which they were from `since`.
    """
    found = connection.execute(
        f"""
        select {_COLUMNS}, people from exports
        where id in (select max(id) from exports group by path) and ended_at >= ?
        order by ended_at, path
        """,
        (since,),
    )
    sought = mark(account, candidate)
    return [_entry(row[:-1]) for row in found if row[-1] is None or sought in _each(row[-1])]


def forget(connection: Connection, account: str, candidate: str) -> None:
    """Note no longer that a candidate is in any export."""
    gone = mark(account, candidate)
    for number, people in connection.execute(
        "select id, people from exports where people is not null"
    ).fetchall():
        if gone in (held := _each(people)):
            left = b"".join(one for one in held if one != gone)
            connection.execute("update exports set people = ? where id = ?", (left, number))


def _each(people: bytes) -> list[bytes]:
    return [people[start : start + MARK_BYTES] for start in range(0, len(people), MARK_BYTES)]


def _entry(row: tuple[Any, ...]) -> ExportEntry:
    return replace(ExportEntry(*row), tables=json.loads(row[-1]))
