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
from dataclasses import dataclass
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
_LAST_SECONDS = 2.0
"""How long a child that has told its last may take to go."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Failure:
    """A child's error on its way to the parent."""

    kind: str
    title: str
    hint: str
    concerns: str
    details: str = ""

    def error(self) -> DeskError:
        if self.details:
            log.error("The export failed.\n%s", self.details)
        if self.kind == Cancelled.__name__:
            return Cancelled()
        kind: type[DeskError] = getattr(errors, self.kind)
        return kind(self.title, self.hint, concerns=self.concerns)


Write = Callable[..., Report]
"""What the process does: a function that can be pickled and is called as `write_workbook` is."""


def export_in_child(
    database: Path,
    target: Path,
    *,
    progress: Callable[[Progress], None],
    cancel: Cancel,
    version: str = "",
    write: Write = write_workbook,
) -> Report:
    """`write` in a process of its own; this thread waits, and passes on progress and the wish to stop."""
    with ExportProcess(database, target, version, write) as export:
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

    def __init__(
        self, database: Path, target: Path, version: str = "", write: Write = write_workbook
    ) -> None:
        context = multiprocessing.get_context("spawn")
        self._target = target.absolute()
        self._pipe, theirs = context.Pipe()
        self._cancelled_at: float | None = None
        self._done = False
        self._process = context.Process(
            target=_export,
            args=(theirs, write, database.absolute(), self._target, version),
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
            news = self._latest()
        except (EOFError, OSError):
            self._done = True
            self.close()
            if self._cancelled_at is not None:
                raise Cancelled from None
            raise TransientError(
                "The export was ended from outside.", "Export again; the file from before is as it was."
            ) from None
        match news:
            case Progress():
                return news
            case Report():
                self._done = True
                return news
            case _Failure():
                self._done = True
                self.close()
                raise news.error()
        raise Bug("The export sent something unknown.")

    def _latest(self) -> object:
        """The news, without the progress that newer progress has overtaken."""
        news = self._pipe.recv()
        while isinstance(news, Progress) and self._pipe.poll():
            news = self._pipe.recv()
        return news

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
        process.join(_LAST_SECONDS if self._done else 0)
        if process.is_alive():
            process.kill()
            process.join()
        clear_after(process.pid or 0, self._target)


def _export(pipe: Connection, write: Write, database: Path, target: Path, version: str) -> None:
    """The child's part."""
    cancel = Cancel()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when a person pressed Ctrl+C
    signal.signal(signal.SIGTERM, lambda *_: cancel.set())
    threading.Thread(target=_listen, args=(pipe, cancel), daemon=True).start()
    try:
        news: object = write(database, target, progress=_now_and_then(pipe), cancel=cancel, version=version)
    except DeskError as error:
        news = _Failure(type(error).__name__, error.title, error.hint, error.concerns)
    except Exception as error:  # noqa: BLE001  # reported whole to the parent
        news = _Failure(
            Bug.__name__, f"The export failed ({error}).", "", str(target), traceback.format_exc()
        )
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
