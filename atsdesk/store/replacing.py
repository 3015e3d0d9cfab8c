"""Another file in the place of the data file: the old one or the new one, whatever happens, and the old one kept.

The new file is made beside the old one. Once it is whole it gets the name that says so, which decides: whoever opens
the folder next finishes what was begun.
"""

import contextlib
import datetime as dt
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from atsdesk.errors import BusyError, ConfigError, DamagedError, DeskError
from atsdesk.store import backups
from atsdesk.store.engine import sqlite3
from atsdesk.store.file import alone, foreign, open_reader
from atsdesk.store.tables import APPLICATION_ID

QUARANTINE = "quarantine"
QUARANTINE_DAYS = 14
BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file."""
_LOCKED_FROM, _LOCKED_BYTES = 0x40000000, 512
"""Where every connection of SQLite has a lock on its file."""


def replace(path: Path, make: Callable[[Path, Path], None]) -> Path:
    """Put a file that `make` writes in the place of the data file; where the old one is kept.

    `make` gets the kept one and the place of the new one, which has to be whole and without a WAL at its end. Raises
    `BusyError` where another program has the file open, and what `make` raises: then nothing has changed.
    """
    with alone(path):
        finish(path)
        if in_use(path):
            raise BusyError(
                "Another program has the data folder open.",
                "Close the window of ATS Desk and other commands that use the folder, and try again.",
                concerns=str(path.parent),
            )
        _refuse_foreign(path)
        making = path.with_name(f"{path.name}.making")
        try:
            kept = keep(path)
            _remove(making)
            os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            make(kept, making)
            _flush(making)
            making.replace(_ready(path))
            finish(path)
        except OSError as error:
            raise ConfigError(
                f"The data file could not be replaced ({error.strerror}).",
                "Make sure that the disk has room and that no other program uses the folder, and try again.",
                concerns=str(path),
            ) from error
        finally:
            with contextlib.suppress(OSError):
                _remove(making)
        return kept


def _refuse_foreign(path: Path) -> None:
    """What somebody else has put there is not ours to move away; one that is damaged or newer may have been ours."""
    try:
        with contextlib.closing(open_reader(path)) as connection:
            (owner,) = connection.execute("pragma application_id").fetchone()
            (tables,) = connection.execute("select count(*) from sqlite_schema").fetchone()
    except (sqlite3.Error, DeskError):
        return
    if tables and owner != APPLICATION_ID:
        raise foreign(path)


def finish(path: Path) -> None:
    """Finish the replacing that was broken off after it was decided; by whoever is `alone` with the file."""
    ready = _ready(path)
    if ready.exists():
        for ending in BESIDE:  # the old file's: SQLite would apply it to the new one
            path.with_name(path.name + ending).unlink(missing_ok=True)
        ready.replace(path)
        _flush(path.parent)


def leftovers(folder: Path) -> list[Path]:
    """What was being made when the program was killed, and nobody goes on with."""
    found = [*folder.glob("*.making*"), *(folder / backups.FOLDER).glob(f"*{backups.UNFINISHED}*")]
    return sorted(found)


def keep(path: Path) -> Path:
    """A copy of the file as it is: among the safety copies where it can be read, else in quarantine."""
    try:
        return backups.make(path, "before-restore").path
    except DamagedError:
        return quarantine(path)


def quarantine(path: Path) -> Path:
    """Keep a file that cannot be read, with what lies beside it, in the folder `quarantine`."""
    folder = path.parent / QUARANTINE
    folder.mkdir(mode=0o700, exist_ok=True)
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S%fZ")
    kept = folder / f"atsdesk-{stamp}.db"
    for ending in ("-wal", ""):
        source = path.with_name(path.name + ending)
        if source.exists():
            target = kept.with_name(kept.name + ending)
            shutil.copyfile(source, target)
            target.chmod(0o600)
    return kept


def set_aside(path: Path) -> Path:
    """Move a safety copy that cannot be used into quarantine, and forget how old it is."""
    folder = path.parent.parent / QUARANTINE
    folder.mkdir(mode=0o700, exist_ok=True)
    kept = path.replace(folder / path.name)
    os.utime(kept)
    return kept


def release(folder: Path, now: dt.datetime) -> list[Path]:
    """Remove what has been in quarantine for long enough; the files that were."""
    oldest = now.timestamp() - QUARANTINE_DAYS * 86400
    gone = [path for path in (folder / QUARANTINE).glob("*.db*") if path.stat().st_mtime < oldest]
    for path in gone:
        path.unlink()
    return gone


def in_use(path: Path) -> bool:
    """Whether another process has the file open in SQLite, also a damaged one. Ours must not have."""
    if not path.exists():
        return False
    with path.open("r+b") as file:
        try:
            _lock(file.fileno())
        except OSError:
            return True
    return False


if sys.platform == "win32":
    import msvcrt

    def _lock(number: int) -> None:
        os.lseek(number, _LOCKED_FROM, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_NBLCK, _LOCKED_BYTES)
        os.lseek(number, _LOCKED_FROM, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_UNLCK, _LOCKED_BYTES)

else:
    import fcntl

    def _lock(number: int) -> None:
        fcntl.lockf(number, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCKED_BYTES, _LOCKED_FROM)


def _ready(path: Path) -> Path:
    return path.with_name(f"{path.name}.ready")


def _remove(making: Path) -> None:
    for left in making.parent.glob(f"{making.name}*"):
        left.unlink()


def _flush(path: Path) -> None:
    """What was written to a file, or the names in a folder, are on the disk."""
    if path.is_dir() and os.name == "nt":
        return
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)
