"""The export in a process of its own, so that the window stays alive while it runs.

The pipe is the bond between the two: messages come up it, a wish to stop goes down it, and when either end goes
away the other notices. Under PyInstaller the program calls `multiprocessing.freeze_support()` first.
"""

import contextlib
import logging
import multiprocessing
import signal
import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from atsdesk import errors
from atsdesk.cancel import Cancel
from atsdesk.errors import Bug, Cancelled, DeskError, TransientError
from atsdesk.export.place import clear_after
from atsdesk.export.write import Progress, Report, write_workbook

CANCEL_SECONDS = 2.0
"""How long a cancelled export may take to stop by itself before it is ended."""
TELL_SECONDS = 0.05

log = logging.getLogger(__name__)


def export_in_child(
    database: Path, target: Path, *, progress: Callable[[Progress], None], cancel: Cancel, version: str = ""
) -> Report:
    """`write_workbook` in a process of its own; this thread waits, and passes on progress and the wish to stop."""
    with ExportProcess(database, target, version) as export:
        while True:
            if cancel.is_set():
                export.cancel()
            match export.poll(0.1):
                case Progress() as news:
                    progress(news)
                case Report() as report:
                    return report


class ExportProcess:
    """One export in a process of its own. `poll` tells what came of it."""

    def __init__(self, database: Path, target: Path, version: str = "") -> None:
        context = multiprocessing.get_context("spawn")
        self._target = target.absolute()
        self._pipe, theirs = context.Pipe()
        self._cancelled_at: float | None = None
        self._process = context.Process(
            target=_export,
            args=(theirs, database.absolute(), self._target, version),
            name="export",
            daemon=True,
        )
        try:
            self._process.start()
        finally:
            theirs.close()

    def __enter__(self) -> "ExportProcess":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def poll(self, seconds: float = 0) -> Progress | Report | None:
        """The next news within `seconds`, or nothing. Raises what the export failed with."""
        if self._cancelled_at is not None and time.monotonic() - self._cancelled_at > CANCEL_SECONDS:
            self.close()
            raise Cancelled
        try:
            if not self._pipe.poll(seconds):
                return None
            news = self._pipe.recv()
        except (EOFError, OSError):
            self.close()
            if self._cancelled_at is not None:
                raise Cancelled from None
            raise TransientError(
                "The export was ended from outside.", "Export again; the file from before is as it was."
            ) from None
        match news:
            case Progress() | Report():
                return news
            case kind, title, hint, concerns, details:
                self.close()
                raise _failure(kind, title, hint, concerns, details)
        raise Bug("The export sent something unknown.")

    def cancel(self) -> None:
        """Ask the export to stop; `poll` raises `Cancelled` soon, within two seconds at the latest."""
        if self._cancelled_at is None:
            self._cancelled_at = time.monotonic()
            with contextlib.suppress(OSError):
                self._pipe.send("cancel")

    def close(self) -> None:
        """End the process if it still runs, and remove what it had begun."""
        process = self._process
        self._pipe.close()
        process.join(0.2)
        if process.is_alive():
            process.kill()
            process.join()
        clear_after(process.pid or 0, self._target)


def _export(pipe: Connection, database: Path, target: Path, version: str) -> None:
    """The child's part."""
    cancel = Cancel()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when a person pressed Ctrl+C
    signal.signal(signal.SIGTERM, lambda *_: cancel.set())
    threading.Thread(target=_listen, args=(pipe, cancel), daemon=True).start()
    try:
        news: object = write_workbook(
            database, target, progress=_now_and_then(pipe), cancel=cancel, version=version
        )
    except DeskError as error:
        news = (type(error).__name__, error.title, error.hint, error.concerns, "")
    except Exception as error:  # noqa: BLE001  # reported whole to the parent
        news = (Bug.__name__, f"The export failed ({error}).", "", str(target), traceback.format_exc())
    with contextlib.suppress(OSError):
        pipe.send(news)


def _now_and_then(pipe: Connection) -> Callable[[Progress], None]:
    """Progress for eyes: a pipe that nobody reads for a while must not hold up the export."""
    last = 0.0

    def tell(progress: Progress) -> None:
        nonlocal last
        if time.monotonic() - last >= TELL_SECONDS:
            last = time.monotonic()
            pipe.send(progress)

    return tell


def _listen(pipe: Connection, cancel: Cancel) -> None:
    """Wait for the wish to stop, or for the parent's end."""
    with contextlib.suppress(EOFError, OSError):
        pipe.recv()
    cancel.set()


def _failure(kind: str, title: str, hint: str, concerns: str, details: str) -> DeskError:
    """The child's error again, on this side."""
    if details:
        log.error("The export failed.\n%s", details)
    if kind == Cancelled.__name__:
        return Cancelled()
    found: type[DeskError] = getattr(errors, kind)
    return found(title, hint, concerns=concerns)
