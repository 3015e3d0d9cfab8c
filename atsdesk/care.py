"""The care of the data file: safety copies made and put back, and a damaged file replaced with what can be saved."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from atsdesk.accounts import Accounts
from atsdesk.ats.moments import spell
from atsdesk.cancel import Cancel
from atsdesk.errors import ConfigError, DeskError
from atsdesk.export import sql_views
from atsdesk.store import backups, replacing, restoring, retention, schema
from atsdesk.store.backups import Backup
from atsdesk.store.file import FILE_NAME, Store
from atsdesk.store.restoring import Restored
from atsdesk.store.retention import Retention

A_DAY = dt.timedelta(days=1)


class Care:
    """The safety copies of one open data folder."""

    def __init__(self, store: Store, accounts: Accounts) -> None:
        self._store, self._accounts = store, accounts
        self.folder = store.path.parent

    def backups(self) -> list[Backup]:
        """The newest first."""
        return backups.backups(self.folder)

    def chosen(self) -> Retention:
        """How long things are kept."""
        with self._store.read() as connection:
            return retention.chosen(connection)

    def choose(self, one: Retention) -> None:
        self._store.write(lambda connection: retention.choose(connection, one))

    def back_up(self, cancel: Cancel | None = None) -> Backup:
        """Make a safety copy now. Slow; raises `DamagedError` where the file is not whole, and `ConfigError`."""
        return backups.make(self._store.path, "by-hand", cancel)

    def write_copy(self, place: Path, cancel: Cancel | None = None) -> Path:
        """Write a safety copy in another place, a new file or a folder, where it is thinned out by nobody. Slow."""
        if place.is_dir():
            place /= f"atsdesk-{dt.datetime.now(dt.UTC):%Y%m%dT%H%M%SZ}.db"
        if place.exists():
            raise ConfigError(f"{place} exists already.", "Name another file.", concerns=str(place))
        backups.write(self._store.path, place, cancel)
        return place

    def daily(self, cancel: Cancel | None = None) -> Backup | None:
        """Make the safety copy of the day, where it is due, and let go of what is kept no longer. Slow."""
        from filelock import FileLock, Timeout

        now = dt.datetime.now(dt.UTC)
        if not self._due(now):
            return None
        lock = FileLock(self.folder / "backups.lock", timeout=0, mode=0o600)
        with contextlib.suppress(Timeout), lock:  # whoever has it makes the copy
            made = backups.make(self._store.path, "daily", cancel)
            backups.thin_out(self.folder, self.chosen().copies, now)
            replacing.release(self.folder, now)
            return made
        return None

    def _due(self, now: dt.datetime) -> bool:
        """A day has passed since the last copy; where there is none, since the first account was added."""
        if found := self.backups():
            return now - found[0].made_at >= A_DAY
        return any(account.created_at <= spell(now - A_DAY) for account in self._accounts.all())

    def restore(self, copy: Path) -> Restored:
        """Put a copy in the place of the open file. Slow; raises as `restoring.restore` and `Accounts.alone` do."""
        with self._nobody_at_it():
            return self._store.while_closed(lambda: restoring.restore(self._store.path, copy))

    def start_anew(self) -> Restored:
        """Put a new file with what persons made in the place of the open one, which is damaged; raises as `restore`."""
        return self._store.while_closed(lambda: restoring.start_anew(self._store.path))

    # Repairing what can be made anew from what is in the file

    def check(self) -> str:
        """What is wrong with the file and its indexes, in a sentence; "" when nothing is. Slow."""
        return self._store.check(thoroughly=True)

    def rebuild(self) -> str:
        """Make the indexes anew; what is wrong then, as `check`. Slow."""
        with contextlib.suppress(DeskError):
            self._store.write(schema.rebuild_indexes)
        return self.check()

    def rebuild_search(self) -> int:
        """Make the full-text index anew; for how many rows."""
        return self._store.write(schema.rebuild_search)

    def refresh_views(self) -> None:
        sql_views.refresh(self._store)

    def settle(self) -> None:
        """Bring the WAL back into the file."""
        self._store.settle()

    @contextlib.contextmanager
    def _nobody_at_it(self) -> Iterator[None]:
        """No account is synced or sent to."""
        with contextlib.ExitStack() as stack:
            for account in self._accounts.all():
                stack.enter_context(self._accounts.alone(account.id))
            yield


def find(folder: Path, which: str) -> Path:
    """The copy that somebody means: by its number in the list, its name, or a path; "" is the newest good one."""
    found = backups.backups(folder)
    if not which:
        good = next((one.path for one in found if not backups.examine(one.path)), None)
        if good is None:
            raise ConfigError(
                "There is no safety copy that could be restored.",
                "Save what can be saved with `atsdesk doctor --repair`, and sync again.",
                concerns=str(folder),
            )
        return good
    if which.isdecimal() and 1 <= int(which) <= len(found):
        return found[int(which) - 1].path
    path = next((one.path for one in found if one.path.name == which), Path(which).expanduser())
    if not path.is_file():
        raise ConfigError(
            f'There is no safety copy "{which}".', "`atsdesk restore --list` shows them.", concerns=which
        )
    return path


class ClosedFolder:
    """The data file of a folder that nobody has open, since it cannot be opened or is to be replaced."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.expanduser().absolute()

    def backups(self) -> list[Backup]:
        """The newest first."""
        return backups.backups(self.folder)

    def restore(self, copy: Path) -> Restored:
        """Put a safety copy in the place of the data file; raises as `restoring.restore` does. Slow."""
        return restoring.restore(self.folder / FILE_NAME, copy)

    def start_anew(self) -> Restored:
        """Put a new file with what persons made in the place of the damaged one; raises as `restore` does. Slow."""
        return restoring.start_anew(self.folder / FILE_NAME)
