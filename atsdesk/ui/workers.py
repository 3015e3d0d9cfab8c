"""Work off the GUI thread: one callback shape `(result, error)`, always on the GUI thread."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from shiboken6 import isValid

from atsdesk.cancel import Cancel, ruled_by
from atsdesk.errors import Cancelled

Then = Callable[[Any, BaseException | None], None]

READERS, COUNTERS = 2, 2
WORKERS = 8
GRACE_MS = 5000
"""Longer than what is written by another process may take to stop by itself, or to be ended."""


class Job:
    """One piece of work: can be given up, and knows who is waiting for its answer."""

    __slots__ = ("cancel", "error", "function", "result", "then")

    def __init__(self, function: Callable[[], Any], then: Then | None, cancel: Cancel) -> None:
        self.function = function
        self.then = then
        self.cancel = cancel
        self.result: Any = None
        self.error: BaseException | None = None

    def stop(self) -> None:
        """Ask the work to end; its callback still comes, with `Cancelled`."""
        self.cancel.set()

    def drop(self) -> None:
        """Ask the work to end and forget its answer."""
        self.then = _nobody
        self.cancel.set()


class _Run(QRunnable):
    """Runs one job in a pool. Qt deletes it afterwards: never started twice."""

    def __init__(self, job: Job, finished: Any) -> None:
        super().__init__()
        self._job = job
        self._finished = finished

    def run(self) -> None:
        job = self._job
        try:
            job.cancel.check()
            job.result = job.function()
        except BaseException as error:  # noqa: BLE001 - Qt would lose it: it is delivered to the callback
            job.error = error
        self._finished.emit(job)


class Workers(QObject):
    """The threads of the window: a few that read the store, and some for what takes long.

    The signals belong to this object, which lives on the GUI thread; workers get them bound. An error that no
    callback takes comes out of `trouble`, so it reaches the user.
    """

    trouble = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = QThreadPool(self)
        self._reading.setMaxThreadCount(READERS)
        self._reading.setExpiryTimeout(-1)  # a thread keeps its reading connection
        self._counting = QThreadPool(self)
        self._counting.setMaxThreadCount(COUNTERS)
        self._working = QThreadPool(self)
        self._working.setMaxThreadCount(WORKERS)
        self._jobs: set[Job] = set()
        self._stopped = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def read(self, function: Callable[..., Any], *arguments: object, then: Then | None = None) -> Job:
        """Read from the store; a job that is dropped ends there and then, so that what is asked now does not wait."""
        cancel = Cancel()
        return self._start(self._reading, partial(_ruled, cancel, function, *arguments), then, cancel)

    def count(self, function: Callable[..., Any], *arguments: object, then: Then | None = None) -> Job:
        """As `read`, for what looks at many rows: what is read for the screen does not wait for it."""
        cancel = Cancel()
        return self._start(self._counting, partial(_ruled, cancel, function, *arguments), then, cancel)

    def work(
        self,
        function: Callable[..., Any],
        *arguments: object,
        then: Then | None = None,
        cancel: Cancel | None = None,
    ) -> Job:
        """Do something that may take long: a sync, a keyring, a connection."""
        return self._start(self._working, partial(function, *arguments), then, cancel or Cancel())

    def _start(
        self, pool: QThreadPool, function: Callable[[], Any], then: Then | None, cancel: Cancel
    ) -> Job:
        job = Job(function, then, cancel)
        if self._stopped:
            return job
        self._jobs.add(job)
        pool.start(_Run(job, self._finished))
        return job

    @property
    def busy(self) -> bool:
        return bool(self._jobs)

    def _deliver(self, job: Job) -> None:
        self._jobs.discard(job)
        if job.then is None:
            if job.error is not None and not isinstance(job.error, Cancelled):
                self.trouble.emit(job.error)
            return
        if _alive(job.then):
            job.then(job.result, job.error)

    def stop(self, milliseconds: int = GRACE_MS) -> bool:
        """End everything; false when something still runs after `milliseconds`."""
        self._stopped = True
        for job in self._jobs:
            job.drop()
        end = time.monotonic() + milliseconds / 1000
        done = True
        for pool in (self._reading, self._counting, self._working):
            pool.clear()
            done &= pool.waitForDone(max(1, round((end - time.monotonic()) * 1000)))
        return done


def _ruled(cancel: Cancel, function: Callable[..., Any], *arguments: object) -> Any:
    with ruled_by(cancel):
        return function(*arguments)


def _nobody(_result: object, _error: BaseException | None) -> None:
    """Takes an answer that nobody waits for any more."""


def _alive(then: Then) -> bool:
    """Whether the object a callback belongs to still exists in Qt."""
    function: Any = then.func if isinstance(then, partial) else then
    owner = getattr(function, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
