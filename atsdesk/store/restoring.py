"""The data file put back: from a safety copy, or as a new file with what persons made."""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from atsdesk.errors import ConfigError, DamagedError
from atsdesk.store import backups, forgotten, replacing, rescue
from atsdesk.store.engine import Connection
from atsdesk.store.file import PAGE_BYTES
from atsdesk.store.migrations import migrate
from atsdesk.store.rescue import Rescued
from atsdesk.store.tables import SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done."""

    copy: Path | None
    """The safety copy that was put back; None for a new file."""
    kept: Path
    """Where the file is that was there before."""
    rescued: Rescued | None
    """What came over from a damaged file; None where the file was whole."""


def restore(path: Path, copy: Path) -> Restored:
    """Put a safety copy in the place of the data file; slow for large files.

    People who were forgotten since stay forgotten, and what was sent since stays sent. Raises `ConfigError` for a copy
    that cannot be used, and as `replacing.replace` does: then nothing has changed.
    """
    if trouble := backups.examine(copy):
        raise ConfigError(
            f"The copy {copy} cannot be restored: {trouble}",
            "Choose another one; `atsdesk restore --list` shows them.",
            concerns=str(copy),
        )
    rescued: list[Rescued] = []

    def make(kept: Path, making: Path) -> None:
        shutil.copyfile(copy, making)
        with contextlib.closing(backups.connect(making)) as connection:
            connection.execute("pragma journal_mode = delete")
            if connection.execute("pragma user_version").fetchone()[0] < SCHEMA_VERSION:
                migrate(connection)
            if kept.parent.name == replacing.QUARANTINE:
                rescued.append(_save(kept, connection))
            else:
                with _one_step(connection):
                    rescue.bring(kept, connection)
            _refuse_forgotten(copy, connection)
        _assert_whole(making)

    kept = replacing.replace(path, make)
    return Restored(copy, kept, rescued[0] if rescued else None)


def _refuse_forgotten(copy: Path, connection: Connection) -> None:
    accounts = connection.execute("select distinct account_id from forgotten").fetchall()
    if any(forgotten.held_in(copy, connection, account) for (account,) in accounts):
        raise ConfigError(
            f"The copy {copy} holds somebody who was forgotten since.",
            "Choose a newer one; `atsdesk restore --list` shows them.",
            concerns=str(copy),
        )


def start_anew(path: Path) -> Restored:
    """Put a new file with what persons made in the place of a damaged one; raises as `replacing.replace` does."""
    rescued: list[Rescued] = []

    def make(kept: Path, making: Path) -> None:
        with contextlib.closing(backups.connect(making)) as connection:
            connection.execute(f"pragma page_size = {PAGE_BYTES}")
            migrate(connection)
            rescued.append(_save(kept, connection))
        _assert_whole(making)

    kept = replacing.replace(path, make)
    return Restored(None, kept, rescued[0])


def _save(kept: Path, connection: Connection) -> Rescued:
    with _one_step(connection):
        return rescue.save(kept, connection)


@contextlib.contextmanager
def _one_step(connection: Connection) -> Iterator[None]:
    connection.execute("begin")
    yield
    connection.execute("commit")


def _assert_whole(making: Path) -> None:
    if trouble := backups.examine(making):
        raise DamagedError(
            f"The file that was made is not right: {trouble}", "Nothing was changed. Try again."
        )
