"""Safety copies of the data file, in the folder `backups` beside it: made while it is in use, verified, thinned."""

import contextlib
import datetime as dt
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError, DamagedError, DeskError
from atsdesk.store.engine import Connection, sqlite3
from atsdesk.store.file import WAYS_OUT, explain, open_reader
from atsdesk.store.tables import APPLICATION_ID, SCHEMA_VERSION, TABLES
from atsdesk.store.thinning import Keep, thin

FOLDER = "backups"
PAGES_AT_ONCE = 2000
"""32 MB are copied between two looks at whether somebody wants to stop."""
UNFINISHED = ".part"
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"atsdesk-(\d{8}T\d{6}Z)(?:\.\d+)?-([a-z0-9-]+)\.db")


@dataclass(frozen=True, slots=True)
class Backup:
    """One safety copy."""

    path: Path
    made_at: dt.datetime
    why: str
    """daily, by-hand, before-restore, or before-version- and a number."""
    size: int


def backups(folder: Path) -> list[Backup]:
    """The safety copies of a data folder, the newest first."""
    found = []
    for path in (folder / FOLDER).glob("*.db"):
        if name := _NAME.fullmatch(path.name):
            made_at = dt.datetime.strptime(name[1], _STAMP).replace(tzinfo=dt.UTC)
            stat = path.stat()
            found.append((made_at, stat.st_mtime_ns, Backup(path, made_at, name[2], stat.st_size)))
    return [one for *_, one in sorted(found, key=lambda one: one[:2], reverse=True)]


def make(path: Path, why: str, cancel: Cancel | None = None) -> Backup:
    """Add a verified copy of the file to its folder `backups`; slow for large files."""
    folder = path.parent / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    for number in range(1, 1000):
        again = f".{number}" if number > 1 else ""
        copy = folder / f"atsdesk-{now.strftime(_STAMP)}{again}-{why}.db"
        if not copy.exists():
            break
    write(path, copy, cancel)
    return Backup(copy, now, why, copy.stat().st_size)


def write(path: Path, copy: Path, cancel: Cancel | None = None) -> None:
    """Write a verified copy of the file, as it is now, in a place of its own; there is a whole one, or none.

    Raises `DamagedError` where the file itself is not whole, `ConfigError` where the copy cannot be written.
    """
    unfinished = copy.with_name(f"{copy.name}{UNFINISHED}")
    try:
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            counts = _copy(path, unfinished, cancel or Cancel())
            if trouble := examine(unfinished, counts):
                raise DamagedError(
                    f"No safety copy can be made of the data file: {trouble}", WAYS_OUT, concerns=str(path)
                )
            with unfinished.open("rb+") as file:
                os.fsync(file.fileno())
            unfinished.replace(copy)
        finally:
            for left in unfinished.parent.glob(f"{unfinished.name}*"):
                left.unlink()
    except OSError as error:
        raise ConfigError(
            f"A safety copy could not be written ({error.strerror}).",
            f"Make sure that there is room, and that you may write to {copy.parent}.",
            concerns=str(copy),
        ) from error


def _copy(path: Path, target: Path, cancel: Cancel) -> dict[str, int]:
    """Copy what the file holds at one moment; its rows by table."""
    try:
        with contextlib.closing(open_reader(path)) as source, contextlib.closing(connect(target)) as copy:
            source.execute("begin")
            counts = _counts(source)
            source.backup(copy, pages=PAGES_AT_ONCE, progress=lambda *_: cancel.check(), sleep=0)
            copy.execute("pragma journal_mode = delete")  # one plain file that can be read anywhere
            return counts
    except sqlite3.Error as error:
        raise explain(error, path) from error


def connect(path: Path) -> Connection:
    """A connection to a file that nobody else knows of."""
    return sqlite3.connect(path, isolation_level=None)


def _counts(connection: Connection) -> dict[str, int]:
    names = {name for (name,) in connection.execute("select name from sqlite_schema where type = 'table'")}
    return {
        table: connection.execute(f"select count(*) from {table}").fetchone()[0]
        for table in TABLES
        if table in names
    }


def examine(copy: Path, counts: Mapping[str, int] | None = None) -> str:
    """What is wrong with a copy, in a sentence; "" when it can be restored. Slow for large files.

    `counts`: the rows that it has to have, by table.
    """
    try:
        with contextlib.closing(open_reader(copy)) as connection:
            (owner,) = connection.execute("pragma application_id").fetchone()
            (version,) = connection.execute("pragma user_version").fetchone()
            if owner != APPLICATION_ID or not version:
                return "it is not a file of ATS Desk."
            if version > SCHEMA_VERSION:
                return "it was made by a newer version of ATS Desk."
            found = _counts(connection)
            expected = TABLES if version == SCHEMA_VERSION else ("accounts", "records", "candidates")
            if lost := [table for table in expected if table not in found]:
                return f"the table {lost[0]} is missing."
            if counts is not None and found != counts:
                return "it has not all rows."
            (verdict,) = connection.execute("pragma integrity_check(1)").fetchone()
            return "" if verdict == "ok" else "it is damaged."
    except (sqlite3.Error, DeskError):
        return "it is damaged, or it is not a file of ATS Desk."


def thin_out(folder: Path, keep: Keep, now: dt.datetime) -> list[Path]:
    """Remove the copies that are no longer to be kept; those that were."""
    found = backups(folder)
    kept = thin([one.made_at for one in found], now, keep)
    gone = [one.path for one in found if one.made_at not in kept]
    for path in gone:
        path.unlink()
    return gone
