"""When each account syncs by itself: never two at once, later after failures, calmly after the computer slept."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from atsdesk.errors import BusyError, Cancelled
from atsdesk.store.accounts import Account
from atsdesk.store.ledger import RunReport
from atsdesk.ui import formats
from atsdesk.ui.memory import Memory
from atsdesk.ui.parts import Every
from atsdesk.ui.syncing import Syncs

CHOICES = (0, 5, 15, 60)
"""Minutes between two syncs of an account; 0 is off."""
USUAL = 5
KEY = "schedule"

TICK_MS = 5_000
SLEPT = 60.0
"""Seconds without a tick after which the computer must have slept."""
SOON = (5.0, 20.0)
"""Seconds, drawn by lot, before what is due begins at the start and after a sleep: the network has to come back first,
and accounts should not all begin at once."""
LONGEST = 3600.0
"""Seconds between two tries of an account that keeps failing, unless it has a longer interval."""
FAILED = frozenset({"FAILED", "TIMED_OUT", "AUTHENTICATION_FAILED"})
WAITING = "WAITING"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the schedule asks the world: the clocks, in seconds, chance, and whether there is a network."""

    wall: Callable[[], float] = time.time
    steady: Callable[[], float] = time.monotonic
    between: Callable[[float, float], float] = random.uniform
    online: Callable[[], bool] = lambda: True


class Schedule(QObject):
    """Starts due syncs while the program runs, unseen until they bring something."""

    failed = Signal(str, int, str)
    """An account, how many of its syncs failed in a row, and what the last one says."""
    paused_changed = Signal(bool)

    def __init__(
        self, syncs: Syncs, memory: Memory, parent: QObject | None = None, world: Surroundings | None = None
    ) -> None:
        super().__init__(parent)
        self._syncs, self._memory, self._world = syncs, memory, world or Surroundings()
        self._minutes = _minutes(memory.mapping(KEY))
        self._accounts: dict[str, Account] = {}
        self._due: dict[str, float] = {}
        self.failures: dict[str, int] = {}
        self.paused = False
        self._wall, self._steady = self._world.wall(), self._world.steady()
        self._now = 0.0
        self.clock = Every(TICK_MS, self._tick, self)
        syncs.ended.connect(lambda report: self._take_report(report.account, report, None))
        syncs.failed.connect(lambda account, error: self._take_report(account, None, error))
        syncs.missed.connect(self._take_report)

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """The accounts there are. One that is new here is due an interval after it was synced, or soon."""
        self._accounts = {account.id: account for account in accounts}
        self._due = {name: due for name, due in self._due.items() if name in self._accounts}
        for name in self._accounts.keys() - self._due.keys():
            self._due[name] = max(self._after_last_success(name), self._soon())
        if accounts and not self.clock.isActive():
            self._look()
            self.clock.start()

    def minutes(self, account: str) -> int:
        """The interval of an account; 0 is off."""
        return self._minutes.get(account, USUAL)

    def choose(self, account: str, minutes: int) -> None:
        """Sync an account every so many minutes from now on, or with 0 only when asked."""
        self._minutes[account] = minutes
        self._memory.put(KEY, dict(self._minutes))
        if account in self._accounts:
            self._due[account] = max(self._after_last_success(account), self._soon())

    def pause(self, paused: bool) -> None:
        """Begin nothing by itself until told to go on; what runs goes on."""
        if paused != self.paused:
            self.paused = paused
            self.paused_changed.emit(paused)

    def stop(self) -> None:
        """Begin nothing any more: the program ends."""
        self._accounts = {}
        self.clock.stop()

    def _tick(self) -> None:
        """Begin what is due."""
        if self._look() > SLEPT:
            for name, due in self._due.items():
                self._due[name] = max(due, self._soon())
        if self.paused:
            return
        for name, account in self._accounts.items():
            if self._due[name] <= self._now and self.minutes(name) and account.last_state != WAITING:
                self._begin(name)

    def _begin(self, name: str) -> None:
        if self.failures.get(name) and not self._world.online():
            return
        self._due[name] = self._now + self._interval(name)
        self._syncs.start_unseen(name)

    def _look(self) -> float:
        """Put the own clock forward, and how far. It goes on while the computer sleeps, and never back."""
        wall, steady = self._world.wall(), self._world.steady()
        passed = max(wall - self._wall, steady - self._steady)
        self._wall, self._steady = wall, steady
        self._now += passed
        return passed

    def _take_report(self, account: str, report: RunReport | None, error: BaseException | None) -> None:
        self._look()
        if isinstance(error, BusyError | Cancelled):
            return
        if error is not None or (report is not None and report.state in FAILED):
            count = self.failures[account] = self.failures.get(account, 0) + 1
            says = report.message if report is not None else str(error)
            self.failed.emit(account, count, says)
        elif report is not None and report.state != "CANCELLED":
            self.failures.pop(account, None)
        if account in self._due:
            self._due[account] = self._now + self._interval(account)

    def _interval(self, account: str) -> float:
        """Seconds until the next try: doubled with each failure in a row, and a little by lot."""
        usual = self.minutes(account) * 60.0
        doubled = min(usual * 2 ** min(self.failures.get(account, 0), 10), max(LONGEST, usual))
        return doubled + self._world.between(0.0, usual / 20)

    def _soon(self) -> float:
        return self._now + self._world.between(*SOON)

    def _after_last_success(self, name: str) -> float:
        """When an account is due by the time of its last success, on the own clock."""
        at = formats.moment(self._accounts[name].last_success_at)
        if at is None:
            return self._now
        ago = self._world.wall() - at.timestamp()
        return self._now + min(self._interval(name), self.minutes(name) * 60.0 - ago)


def _minutes(kept: dict[str, object]) -> dict[str, int]:
    """What was remembered, without what somebody wrote into the file by hand."""
    return {name: value for name, value in kept.items() if isinstance(value, int) and value in CHOICES}
