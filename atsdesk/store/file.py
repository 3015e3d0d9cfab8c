"""The file: opened safely, refused politely, written by one thread, read by many."""

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from atsdesk import heap
from atsdesk.cancel import ruling
from atsdesk.errors import Bug, BusyError, ConfigError, DamagedError
from atsdesk.store.engine import Connection, sqlite3
from atsdesk.store.tables import APPLICATION_ID, SCHEMA_VERSION, TABLES

T = TypeVar("T")
Version = tuple[int, int]
FILE_NAME = "atsdesk.db"
OLDEST_SQLITE = (3, 51, 3)
"""Older ones can corrupt a file in WAL mode that several connections use."""
BUSY_SECONDS = 30
PATIENCE_SECONDS = 10
"""To wait for those who read, before the file is closed for a while."""
KEPT_READERS = 4
"""Reading connections that are kept open while nobody reads: each holds 16 MB of the file in memory."""
PAGE_BYTES = 16384
"""Records of about 2 KB lie seven to a page instead of one: a first sync writes a third less."""
WAL_PAGES = 4000
"""Pages in the WAL after which it is brought back into the file: 64 MB."""


def check_sqlite(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> None:
    """Refuse to run on an SQLite that can damage the file."""
    if version < OLDEST_SQLITE:
        wanted, found = (".".join(map(str, numbers)) for numbers in (OLDEST_SQLITE, version))
        raise ConfigError(
            f"SQLite {found} is too old to keep your data safe.",
            f"Install ATS Desk again with its own SQLite (pysqlite3), which must be {wanted} or newer.",
        )


STEPS_BETWEEN_LOOKS = 20_000
"""Steps of SQLite, some tenths of a millisecond, after which reading looks whether anybody still waits for it."""


class Store:
    """An open file. `write` runs a function on the writer's thread, `read` lends a reading connection."""

    def __init__(self, folder: Path) -> None:
        check_sqlite()
        self.path = folder / FILE_NAME
        made = _prepare(folder, self.path)
        self._writer = ThreadPoolExecutor(1, "writer")
        self._free: list[Connection] = []
        self._lent = 0
        self._shut = False
        self._opened = 0
        self._watching: Connection | None = None
        self._lock = threading.Condition()
        try:
            self._connection = self._writer.submit(self._open_writer, made).result()
        except BaseException:
            self._writer.shutdown()
            raise

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in one transaction on the only writing connection; all of it counts, or nothing."""
        return self.begin(work).result()

    def begin(self, work: Callable[[Connection], T]) -> Future[T]:
        """As `write`, without waiting for it."""
        return self._writer.submit(self._transaction, work)

    def write_through(self, work: Callable[[Connection], T]) -> T:
        """As `write`; what was written is on the disk before anything else happens, whatever becomes of the power."""

        def through() -> T:
            self._connection.execute("pragma synchronous = full")
            try:
                return self._transaction(work)
            finally:
                self._connection.execute("pragma synchronous = normal")

        return self._writer.submit(through).result()

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that cannot write, of this thread's alone while it lasts."""
        with self._lock:
            self._lock.wait_for(lambda: not self._shut)
            self._lent += 1
            connection = self._free.pop() if self._free else None
        cancel = ruling()
        try:
            connection = connection or open_reader(self.path)
            if cancel:
                cancel.check()
                connection.set_progress_handler(cancel.is_set, STEPS_BETWEEN_LOOKS)
            yield connection
        except sqlite3.Error as error:
            if cancel:
                cancel.check()
            raise explain(error, self.path) from error
        finally:
            if cancel and connection is not None:
                connection.set_progress_handler(None, 0)
            with self._lock:
                self._lent -= 1
                if connection is not None and len(self._free) < KEPT_READERS:
                    self._free.append(connection)
                elif connection is not None:
                    connection.close()
                self._lock.notify_all()

    def version(self) -> Version:
        """Another one after every write to the file, whoever writes, and after another file took its place."""
        with self._lock:
            self._watching = self._watching or open_reader(self.path)
            return self._opened, int(self._watching.execute("pragma data_version").fetchone()[0])

    def settle(self) -> None:
        """Bring the WAL back into the file and empty it, so that what was erased is in neither."""
        self._writer.submit(
            lambda: self._connection.execute("pragma wal_checkpoint(truncate)").fetchall()
        ).result()

    def rest(self) -> None:
        """Let go of the memory that much writing took: pages that are wanted again lie in the system's cache, too."""
        self._writer.submit(lambda: self._connection.execute("pragma shrink_memory").fetchall()).result()
        heap.give_back()

    def rewrite(self) -> None:
        """Write the whole file anew and empty the WAL, so that nothing that was erased is left in either.

        `secure_delete` overwrites what is deleted, but not the copies that stay behind in a page when SQLite moves rows
        out of it. Slow; needs the file's size twice over on the disk. Raises `ConfigError` where there is no room, or
        another program reads on: what was erased is no longer found, and this has to be done again.
        """
        self._writer.submit(self._rewrite).result()

    def _rewrite(self) -> None:
        connection = self._connection
        try:
            connection.execute("pragma temp_store = file")  # it may be larger than the memory
            try:
                connection.execute("vacuum")
            finally:
                connection.execute("pragma temp_store = memory")
            ((blocked, _, _),) = connection.execute("pragma wal_checkpoint(truncate)").fetchall()
        except sqlite3.Error as error:
            raise explain(error, self.path) from error
        if blocked:
            raise explain(sqlite3.OperationalError("busy"), self.path)

    def check(self, *, thoroughly: bool = False) -> str:
        """What SQLite finds wrong with the file, with what to do; "" when nothing. `thoroughly`: in indexes too."""
        look = "integrity_check" if thoroughly else "quick_check"
        with self.read() as connection:
            verdict = str(connection.execute(f"pragma {look}(1)").fetchone()[0])
        return "" if verdict == "ok" else str(_damaged(self.path))

    def close(self) -> None:
        """End the writer's thread and all connections; the WAL goes back into the file."""
        with self._lock:
            self._close_readers()
        self._writer.submit(self._connection.close).result()
        self._writer.shutdown()

    def _transaction(self, work: Callable[[Connection], T]) -> T:
        connection = self._connection
        try:
            connection.execute("begin immediate")
            try:
                result = work(connection)
                connection.execute("commit")
                return result
            except BaseException:
                if connection.in_transaction:
                    connection.execute("rollback")
                raise
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    def while_closed(self, work: Callable[[], T]) -> T:
        """Run `work` while no connection of ours is open; the file is opened again, whatever comes of it.

        Who wants to read or write meanwhile waits. Raises `BusyError` where somebody reads on.
        """
        with self._lock:
            self._shut = True
            try:
                if not self._lock.wait_for(lambda: not self._lent, PATIENCE_SECONDS):
                    raise BusyError("The data file is being read.", "Wait until that is done, and try again.")
                self._close_readers()
                self._opened += 1
                return self._writer.submit(self._reopen_after, work).result()
            finally:
                self._shut = False
                self._lock.notify_all()

    def _close_readers(self) -> None:
        for connection in (*self._free, *filter(None, [self._watching])):
            connection.close()
        self._free, self._watching = [], None

    def _reopen_after(self, work: Callable[[], T]) -> T:
        self._connection.close()
        try:
            return work()
        finally:
            self._connection = self._open_writer()

    def _open_writer(self, made: bool = False) -> Connection:
        """`made`: there was no file until now."""
        from atsdesk.store import replacing

        try:
            with alone(self.path):
                replacing.finish(self.path)
                if not made:
                    _refuse_emptied(self.path)
                connection = sqlite3.connect(
                    self.path, isolation_level=None, timeout=BUSY_SECONDS, cached_statements=1024
                )
                try:
                    check_header(connection, self.path)
                    connection.execute(f"pragma page_size = {PAGE_BYTES}")
                    connection.execute("pragma journal_mode = wal")  # does not wait while another one does it
                    connection.execute("pragma synchronous = normal")
                    connection.execute("pragma foreign_keys = on")
                    connection.execute(
                        "pragma secure_delete = on"
                    )  # what is erased is overwritten, not only let go
                    connection.execute(f"pragma wal_autocheckpoint = {WAL_PAGES}")
                    connection.execute("pragma cache_size = -65536")
                    connection.execute("pragma temp_store = memory")
                    bring_up_to_date(connection, self.path)
                    return connection
                except BaseException:
                    connection.close()
                    raise
        except sqlite3.Error as error:
            raise explain(error, self.path) from error


def alone(path: Path) -> contextlib.AbstractContextManager[object]:
    """No two processes make, open or replace a file, or change its schema, at once."""
    from filelock import FileLock

    return FileLock(path.with_suffix(".lock"), mode=0o600)


def bring_up_to_date(connection: Connection, path: Path) -> None:
    """Give an older or new file the present schema, an older one after a copy of it was made."""
    version = _version(connection)
    if version == SCHEMA_VERSION:
        return
    if version:
        from atsdesk.store import backups

        backups.make(path, f"before-version-{SCHEMA_VERSION}")
    from atsdesk.store.migrations import migrate  # sqlite-utils takes a while to load, and is seldom needed

    migrate(connection)


def open_reader(path: Path) -> Connection:
    """A connection that cannot write."""
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False, timeout=BUSY_SECONDS
        )
        connection.execute("pragma cache_size = -16384")
        return connection
    except sqlite3.Error as error:
        raise explain(error, path) from error


WAYS_OUT = (
    "Go back to the newest safety copy with `atsdesk restore`, or save what can be saved with `atsdesk doctor --repair`"
    " and sync again. Either way the file as it is now is kept aside for 14 days."
)


def explain(error: Exception, path: Path) -> ConfigError | Bug:
    """What an SQLite error means for a person."""
    text = str(error).lower()
    if any(word in text for word in ("malformed", "not a database", "file is encrypted")):
        return _damaged(path)
    for words, title, hint in _MEANINGS:
        if any(word in text for word in words):
            return ConfigError(title, hint.format(path=path), concerns=str(path))
    return Bug(f"The data file did not do what was expected ({error}).", concerns=str(path))


def _damaged(path: Path) -> DamagedError:
    return DamagedError(
        "The data file is damaged, or it is not a file of ATS Desk.",
        WAYS_OUT,
        concerns=str(path),
    )


_MEANINGS = (
    (
        ("full",),
        "The disk is full.",
        "Free some space and try again; what was stored before is whole.",
    ),
    (
        ("readonly", "read-only", "unable to open"),
        "The data file cannot be written.",
        "Check that you may write to {path} and its folder, or choose another folder with --data-dir.",
    ),
    (
        ("locked", "busy"),
        "Another program keeps the data file busy.",
        "Close other programs that have {path} open, and try again.",
    ),
    (
        ("disk i/o",),
        "The disk reported an error.",
        "Check the disk that holds {path}; network drives and cloud-synced folders are not safe for it.",
    ),
)


def _prepare(folder: Path, path: Path) -> bool:
    """The folder and the file exist and are private; whether the file did not until now."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        missing = not path.exists()
        if missing:
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        if not os.access(folder, os.W_OK) or not os.access(path, os.W_OK):
            raise PermissionError(13, "not writable")
        return missing
    except OSError as error:
        raise ConfigError(
            f"The data folder {folder} cannot be used ({(error.strerror or str(error)).lower()}).",
            "Choose a folder you may write to with --data-dir, or change the folder's permissions.",
            concerns=str(folder),
        ) from error


def _refuse_emptied(path: Path) -> None:
    """SQLite takes a file without content for a new one; where there was one before, something has emptied it."""
    if path.stat().st_size:
        return
    folder = path.parent
    if any((folder / "backups").glob("*.db")) or any(folder.glob("sync-*.lock")):
        raise DamagedError(
            "The data file is empty, though it was in use before.", WAYS_OUT, concerns=str(path)
        )


def check_header(connection: Connection, path: Path) -> None:
    """Refuse a file that is newer, or not ours."""
    owner = connection.execute("pragma application_id").fetchone()[0]
    version = _version(connection)
    if owner == APPLICATION_ID and version > SCHEMA_VERSION:
        raise ConfigError(
            "The data file was made by a newer version of ATS Desk.",
            "Install the newest version; the file was not touched.",
            concerns=str(path),
        )
    tables = {
        name
        for (name,) in connection.execute("select name from sqlite_schema where type = 'table'").fetchall()
    }
    if tables and owner != APPLICATION_ID:
        raise foreign(path)
    if version == SCHEMA_VERSION and any(table not in tables for table in TABLES):
        raise _damaged(path)


def foreign(path: Path) -> ConfigError:
    return ConfigError(
        f"{path.name} is not a file of ATS Desk.",
        "Choose another folder with --data-dir; the file was not touched.",
        concerns=str(path),
    )


def _version(connection: Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])
