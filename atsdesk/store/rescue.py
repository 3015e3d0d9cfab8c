"""What persons made here, brought from one file into another: no sync would bring it back.

From a damaged file it comes row by row, as far as its rows can be read.
"""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from atsdesk.errors import DeskError
from atsdesk.store import outbox
from atsdesk.store.engine import Connection, sqlite3
from atsdesk.store.file import open_reader
from atsdesk.store.tables import (
    ACCOUNTS,
    DRAFTS,
    EXPORTS,
    EXPOSURE_EVENTS,
    EXPOSURES,
    FORGOTTEN,
    JOB_MATCHES,
    OWN_IMPORTS,
    OWN_JOBS,
    PROFILES,
    PSEUDONYMS,
    PUBLICATIONS,
    PUBLISHED,
    RETENTION,
    STAGE_LIMITS,
    SUBMISSION_FILES,
    SUBMISSION_STEPS,
    SUBMISSIONS,
    VIEWS,
    Table,
)

SENT_FROM_HERE = (SUBMISSIONS, SUBMISSION_STEPS, SUBMISSION_FILES)
MADE_HERE = (
    ACCOUNTS,
    FORGOTTEN,
    *SENT_FROM_HERE,
    DRAFTS,
    EXPOSURES,
    EXPOSURE_EVENTS,
    OWN_JOBS,
    JOB_MATCHES,
    OWN_IMPORTS,
    VIEWS,
    STAGE_LIMITS,
    PROFILES,
    PSEUDONYMS,
    PUBLICATIONS,
    PUBLISHED,
    EXPORTS,
    RETENTION,
)
MOST_PROBED = 20_000
"""Numbers of rows that are asked for one by one, in a stretch of a table that cannot be read through."""

Row = tuple[Any, ...]


@dataclass(slots=True)
class Rescued:
    """What came over."""

    rows: dict[str, int] = field(default_factory=dict)
    """By table, where there were any."""
    partly: list[str] = field(default_factory=list)
    """Tables of which not everything could be read."""


def save(old: Path, new: Connection) -> Rescued:
    """Bring what persons made from a damaged file into a new one, or over that of an older one."""
    done = Rescued()
    try:
        with contextlib.closing(open_reader(old)) as source:
            # Otherwise SQLite refuses a file that is shorter than its first page says.
            source.execute("pragma writable_schema = on")
            for table in MADE_HERE:
                rows, whole = _rows(source, table)
                done.rows |= {table.name: len(rows)} if rows else {}
                done.partly += [] if whole else [table.name]
                _put(new, table, rows)
    except (sqlite3.Error, DeskError):
        done.partly = [table.name for table in MADE_HERE if table.name not in done.rows]
    if {table.name for table in SENT_FROM_HERE} & set(done.partly):
        _ask_first(new)
    return done


def bring(old: Path, new: Connection) -> None:
    """Bring what must not go back to an older state from a file that can be read into a copy that is restored.

    These are the people who were forgotten, and whatever was sent since: an older outbox would send it again. Accounts
    that were added since come too.
    """
    with contextlib.closing(open_reader(old)) as source:
        for table in (FORGOTTEN, *SENT_FROM_HERE):
            new.execute(f"delete from {table.name}")
            _put(new, table, _all(source, table))
        known = {identity for (identity,) in new.execute("select id from accounts")}
        added = [row for row in _all(source, ACCOUNTS) if row[0] not in known]
        _put(new, ACCOUNTS, added)


def _names(table: Table) -> list[str]:
    return [f'"{name}"' for name in table.names()]


def _readable(source: Connection, table: Table) -> str:
    """The columns of a table as the other file has them; "" where it has no such table, as before an update."""
    there = {name for (name,) in source.execute("select name from pragma_table_info(?)", (table.name,))}
    return ", ".join(f'"{name}"' if name in there else "null" for name in table.names()) if there else ""


def _all(source: Connection, table: Table) -> list[Row]:
    columns = _readable(source, table)
    return source.execute(f"select {columns} from {table.name}").fetchall() if columns else []


def _rows(source: Connection, table: Table) -> tuple[list[Row], bool]:
    """The rows of a table as far as they can be read, and whether that is all of them."""
    with contextlib.suppress(sqlite3.DatabaseError):
        return _all(source, table), True
    columns = _readable(source, table)
    found: dict[int, Row] = {}
    for direction in ("asc", "desc"):
        with contextlib.suppress(sqlite3.Error):
            for number, *row in source.execute(
                f"select rowid, {columns} from {table.name} order by rowid {direction}"
            ):
                if number in found:
                    break
                found[number] = tuple(row)
    for number in _between(found):
        with contextlib.suppress(sqlite3.Error):
            row = source.execute(f"select {columns} from {table.name} where rowid = ?", (number,)).fetchone()
            if row is not None:
                found[number] = row
    return [found[number] for number in sorted(found)], False


def _between(found: Iterable[int]) -> Iterator[int]:
    """Numbers of rows that may be there too."""
    known = set(found)
    last = max(known, default=0) + MOST_PROBED // 10
    missing = (number for number in range(1, last) if number not in known)
    for _, number in zip(range(MOST_PROBED), missing, strict=False):
        yield number


def _put(new: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Put rows in; one that the table does not take, as damage makes them, is left out."""
    places = ", ".join("?" * len(table.columns))
    insert = f"insert or replace into {table.name} ({', '.join(_names(table))}) values ({places})"
    for row in rows:
        with contextlib.suppress(sqlite3.IntegrityError):
            new.execute(insert, row)


def _ask_first(new: Connection) -> None:
    """What may have been sent since an older file, or a lost page, was written is looked for before it is sent."""
    new.execute(
        "update submissions set state = ? where state in (?, ?)",
        (outbox.UNKNOWN, outbox.QUEUED, outbox.SENDING),
    )
    new.execute(
        "update submission_steps set state = ? where state in (?, ?) and submission_pk in"
        " (select pk from submissions where state = ?)",
        (outbox.UNKNOWN, outbox.QUEUED, outbox.SENDING, outbox.UNKNOWN),
    )
    new.execute(
        "update submissions set state = ?, title = ?, hint = ? where state not in (?, ?)"
        " and not exists (select 1 from submission_steps t where t.submission_pk = submissions.pk)",
        (
            outbox.FAILED,
            "How far it had come could not be read from the damaged data file.",
            "Look in the ATS whether the candidate is there before you send them again.",
            *outbox.OVER,
        ),
    )
