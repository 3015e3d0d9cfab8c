"""Syncs as the window sees them: which accounts run, where each resource stands, what changed on the way."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled
from atsdesk.ui.parts import Every
from atsdesk.ui.workers import Job, Workers

if TYPE_CHECKING:
    from atsdesk.desk import Desk
    from atsdesk.store.ledger import RunReport
    from atsdesk.sync.books import Changes
    from atsdesk.sync.driver import Progress

LOOK_MS = 100
RATE_OVER = 5.0
"""Seconds over which the rate is averaged."""


@dataclass(slots=True)
class Standing:
    """A running sync of one account: the last word of every resource, in the order they began."""

    account: str
    started: float
    resources: dict[str, Progress] = field(default_factory=dict)
    rate: float = 0.0
    ending: bool = False
    quiet: bool = False
    """Nobody asked for it: it is not shown until something comes."""
    samples: deque[tuple[float, int]] = field(default_factory=deque)

    @property
    def received(self) -> int:
        return sum(part.received for part in self.resources.values())

    @property
    def requests(self) -> int:
        return sum(part.requests for part in self.resources.values())

    @property
    def waiting(self) -> float:
        return max((part.waiting for part in self.resources.values() if not part.done), default=0.0)

    def measure(self, now: float) -> None:
        self.samples.append((now, self.received))
        while len(self.samples) > 2 and now - self.samples[0][0] > RATE_OVER:
            self.samples.popleft()
        (began, before), (ended, after) = self.samples[0], self.samples[-1]
        self.rate = (after - before) / (ended - began) if ended > began else 0.0


class _Mailbox:
    """Where a worker leaves its latest word. The window looks in; nothing is queued, however fast it comes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._progress: dict[str, Progress] = {}
        self._changes: list[Changes] = []

    def progress(self, progress: Progress) -> None:
        with self._lock:
            self._progress[progress.resource] = progress

    def changed(self, changes: Changes) -> None:
        with self._lock:
            self._changes.append(changes)

    def empty(self) -> tuple[dict[str, Progress], list[Changes]]:
        with self._lock:
            found = self._progress, self._changes
            self._progress, self._changes = {}, []
            return found


class Syncs(QObject):
    """Starts, follows and cancels syncs; one at a time per account."""

    moved = Signal(object)
    """The `Standing` of every running account, ten times a second while any runs."""
    changed = Signal(object)
    """`Changes` in the store since the last word."""
    ended = Signal(object)
    """A `RunReport`: one sync is over."""
    failed = Signal(str, object)
    """The account whose sync could not run, and why."""
    missed = Signal(str, object, object)
    """An account whose sync nobody asked for, saw or had anything of: its `RunReport`, or why it could not run."""
    running_changed = Signal(bool)

    def __init__(self, desk: Desk, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workers = workers
        self._jobs: dict[str, Job] = {}
        self._boxes: dict[str, _Mailbox] = {}
        self.standing: dict[str, Standing] = {}
        self._clock = Every(LOOK_MS, self._look, self)

    @property
    def running(self) -> bool:
        return bool(self._jobs)

    @property
    def shown(self) -> set[str]:
        """The accounts whose sync is to be seen."""
        return {name for name, standing in self.standing.items() if not standing.quiet}

    def start(self, account: str, *, full: bool = False, accept_deletions: bool = False) -> bool:
        """Sync an account; false when it is being synced already."""
        if account in self._jobs:
            self._show(self.standing[account])
            return False
        self._begin(account, full=full, accept_deletions=accept_deletions)
        self.running_changed.emit(True)
        self._look()
        return True

    def start_unseen(self, account: str) -> None:
        """Sync an account that nobody asked for now: unseen until something comes."""
        if account not in self._jobs:
            self._begin(account, quiet=True)

    def _begin(
        self, account: str, *, full: bool = False, accept_deletions: bool = False, quiet: bool = False
    ) -> None:
        from atsdesk.sync.driver import Watcher

        box, cancel = _Mailbox(), Cancel()
        self._boxes[account] = box
        self.standing[account] = Standing(account, time.monotonic(), quiet=quiet)
        work = partial(
            self._desk.sync,
            account,
            full=full,
            accept_deletions=accept_deletions,
            watcher=Watcher(box.progress, box.changed),
            cancel=cancel,
        )
        self._jobs[account] = self._workers.work(work, then=partial(self._end, account), cancel=cancel)
        self._clock.start()

    def _show(self, standing: Standing) -> None:
        if standing.quiet:
            standing.quiet = False
            self.running_changed.emit(True)

    def _tell(self) -> None:
        self.moved.emit([standing for standing in self.standing.values() if not standing.quiet])

    def cancel(self, account: str = "") -> None:
        """Ask one sync, or all of them, to end; what has arrived is kept."""
        for name, job in self._jobs.items():
            if account in {"", name}:
                self.standing[name].ending = True
                job.stop()
        if self._jobs:
            self._tell()

    def _look(self) -> None:
        now = time.monotonic()
        for account in list(self.standing):
            self._take(account, now)
        self._tell()

    def _take(self, account: str, now: float) -> None:
        progress, changes = self._boxes[account].empty()
        standing = self.standing[account]
        standing.resources.update(progress)
        if standing.received:
            self._show(standing)
        standing.measure(now)
        if changes:
            self.changed.emit(_together(changes))

    def _end(self, account: str, report: RunReport | None, error: BaseException | None) -> None:
        self._take(account, time.monotonic())
        quiet = self.standing[account].quiet
        del self._jobs[account], self._boxes[account], self.standing[account]
        if not self._jobs:
            self._clock.stop()
        self._tell()
        if quiet and (report is None or report.state != "SUCCEEDED"):
            self.missed.emit(account, report, error)
        elif report is not None:
            self.ended.emit(report)
        elif error is not None and not isinstance(error, Cancelled):
            self.failed.emit(account, error)
        if all(standing.quiet for standing in self.standing.values()):
            self.running_changed.emit(False)


def _together(changes: list[Changes]) -> Changes:
    from atsdesk.sync.books import Changes

    return Changes(
        frozenset().union(*(one.tables for one in changes)),
        sum(one.added for one in changes),
        sum(one.changed for one in changes),
        sum(one.gone for one in changes),
    )
