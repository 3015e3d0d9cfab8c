"""Hours in minutes: the window on a desk with four accounts, its own schedule on a clock that is put forward."""

import logging
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    Qt,
    QThreadPool,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest

from atsdesk.desk import Desk
from atsdesk.net.answer import Patience
from atsdesk.store.profiles import Profile
from atsdesk.ui.app import Alarm, prepare
from atsdesk.ui.browse_tab import BrowseTab
from atsdesk.ui.collector import Collector
from atsdesk.ui.schedule import Surroundings
from atsdesk.ui.theme import Appearance
from atsdesk.ui.trouble import TroubleDialog
from atsdesk.ui.window import Window
from tests.soak.comparing import lost_of_truth
from tests.soak.measures import MEGABYTE, Measures, measure
from tests.soak.mischief import Mischief
from tests.soak.person import Person
from tests.soak.sandboxes import Sandbox

ROUND_SECONDS, STEP_SECONDS = 300.0, 30.0
AN_HOUR = round(3600 / ROUND_SECONDS)
"""Rounds in an hour."""
PATIENCE = Patience(
    connect=1, read=1, whole_answer=2, tries=3, tries_offline=2, first_pause=0.02, longest_pause=0.1
)
"""Seconds shrink as the hours do."""
POOLS_REST_MS = 400
"""After which an idle thread of the window ends; Qt's 30 s, shrunk alike."""
PRESSED = 1 / 6
"""Share of the rounds in which somebody presses F5 besides."""
LONGEST_WAIT = 300.0
LACKING = "This plugin does not support"
"""What Qt says of a screen that nobody looks at."""
NEVER_MS = 2**31 - 1
Tell = Callable[[str], None]


class Hours:
    """A clock that goes only when it is put forward."""

    def __init__(self) -> None:
        self._began, self._passed = time.time(), 0.0

    def put_forward(self, seconds: float) -> None:
        self._passed += seconds

    def surroundings(self) -> Surroundings:
        return Surroundings(
            wall=lambda: self._began + self._passed,
            steady=lambda: self._passed,
            between=lambda least, _most: least,  # so that every account is due once a round
        )


@dataclass
class Outcome:
    """What came of it."""

    rounds: list[Measures] = field(default_factory=list)
    exports: int = 0
    wrong: list[str] = field(default_factory=list)
    """What must not be: troubles, failed exports, words in the log."""
    lost: list[str] = field(default_factory=list)
    """What the file lacks, or has otherwise."""


class Soak:
    """One window on a desk, until it is closed."""

    def __init__(
        self, desk: Desk, sandboxes: Sequence[Sandbox], exports: Path, seed: int, tell: Tell = print
    ) -> None:
        app = prepare()
        self.outcome = Outcome()
        self.mischief = Mischief(sandboxes, seed)
        self._desk, self._sandboxes, self._tell = desk, sandboxes, tell
        self._followed = Profile("After each sync", str(exports / "synced.xlsx"), "excel", after_sync=True)
        self._rng, self._hours = random.Random(f"soak {seed}"), Hours()
        self._collector, self._alarm = Collector(app), Alarm(self._rang)
        self._noted = Noted(self.outcome.wrong)
        appearance = Appearance(app)
        self.window = Window(desk, appearance, world=self._hours.surroundings)
        self.window.presence.schedule.clock.setInterval(NEVER_MS)
        for pool in self.window.workers.findChildren(QThreadPool):
            if pool.expiryTimeout() > 0:
                pool.setExpiryTimeout(POOLS_REST_MS)
        appearance.choose("light")
        self._exports, self._seed = exports, seed

    def __enter__(self) -> Self:
        self._alarm.install()
        logging.getLogger("atsdesk").addHandler(self._noted)
        qInstallMessageHandler(self._qt_said)
        whole = QSignalSpy(self.window.pages.whole)
        self.window.show()
        self._until(lambda: whole.count() > 0, "the tabs")
        self.person = Person(self.window, self._exports, self._seed, self._calm)
        for one in (self.window.export.exporting, *(tab.exporting.exporting for tab in self._browsed())):
            one.ended.connect(self._exported)
            one.failed.connect(lambda error: self.outcome.wrong.append(f"export: {error}"))
        return self

    def first_sync(self) -> None:
        """Everything arrives, and the program begins to wait for changes."""
        self._calm("the accounts")
        self.window.sync()
        self._synced()
        self._desk.profiles.save(self._followed)
        self._collector.keep()

    def hours(self, rounds: int) -> None:
        """So many rounds of five minutes; in the first half the sandboxes lie, and a full read sets that right."""
        lying = rounds // 4 * 2
        for number in range(rounds):
            began = time.monotonic()
            self._round(rounds - number - 1, lying=number < lying)
            self.outcome.rounds.append(measure(self._desk.database))
            self._tell(_line(number + 1, rounds, time.monotonic() - began, self.outcome.rounds[-1]))
            if number + 1 == lying:
                self.read_whole()
                self._compare("half-way", swept=True)

    def end(self) -> None:
        """All is well again: what the last increments bring is everything that was not deleted unsaid; then all."""
        self._desk.profiles.remove(self._followed.name)
        self.mischief.stop()
        self.window.sync_all()
        self._synced()
        self._compare("after the last increments", swept=False)
        self.read_whole()
        self._compare("at the end", swept=True)

    def __exit__(self, *exc: object) -> None:
        self.window.close()
        if not self.window.end():
            self.outcome.wrong.append("work did not stop in time")
        self.window.deleteLater()
        # The offscreen platform keeps what was copied beyond the end of Python, which then cannot let go of it.
        QGuiApplication.clipboard().clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._collector.end()
        self._alarm.remove()
        logging.getLogger("atsdesk").removeHandler(self._noted)
        qInstallMessageHandler(None)

    def read_whole(self) -> None:
        """Read everything of every account again, without any fault."""
        self.mischief.stop()
        for sandbox in self._sandboxes:
            self.window.syncs.start(sandbox.ats, full=True)
        self._synced()

    def _round(self, to_come: int, *, lying: bool) -> None:
        self.mischief.set_clocks(to_come * ROUND_SECONDS)
        self.mischief.let_things_happen()
        self.mischief.spoil(lying=lying)
        if self._rng.random() < PRESSED:
            QTest.keyClick(self.window, Qt.Key.Key_F5)
        for _ in range(round(ROUND_SECONDS / STEP_SECONDS)):
            self._hours.put_forward(STEP_SECONDS)
            self.window.presence.schedule.clock.timeout.emit()
            while self.window.syncs.running:
                self.person.act()
                QTest.qWait(50)
        self._synced()
        self.person.rest()
        self._calm("rest")
        QTest.qWait(2 * POOLS_REST_MS)

    def _compare(self, when: str, *, swept: bool) -> None:
        lost = lost_of_truth(self._sandboxes, self._desk, swept=swept)
        self.outcome.lost += [f"{when}: {one}" for one in lost]

    def _browsed(self) -> list[BrowseTab]:
        return list(self.window.pages.browsed())

    def _synced(self) -> None:
        """Until nothing is synced or exported."""
        self._until(lambda: not self.window.syncs.running, "the syncs")
        self._calm("the exports")

    def _calm(self, what: str) -> None:
        """Until no worker works for the window but those that sync, and no trouble is told."""
        busy = [one.exporting.exporting for one in self._browsed()]
        self._until(lambda: not any(tab.model.waiting for tab in self._browsed() if tab.isVisible()), what)
        if not self.window.syncs.running:
            QTest.qWait(100)  # what waits for a moment of calm begins
            self._until(lambda: not self.window.workers.busy and not any(one.running for one in busy), what)
        for dialog in self.window.findChildren(TroubleDialog):
            if dialog.isVisible():
                self.outcome.wrong.append(f"trouble: {dialog.trouble.says} {dialog.trouble.details}")
                dialog.accept()

    def _until(self, ready: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + LONGEST_WAIT
        while not ready():
            assert time.monotonic() < end, f"waited too long for {what}"
            QTest.qWait(10)

    def _exported(self, _report: object) -> None:
        self.outcome.exports += 1

    def _qt_said(self, _kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if not text.startswith(LACKING):
            self.outcome.wrong.append(f"Qt: {text}")

    def _rang(self, error: BaseException) -> None:
        self.outcome.wrong.append(f"nobody caught: {type(error).__name__}: {error}")


class Noted(logging.Handler):
    """What the program logs as a warning or worse."""

    def __init__(self, wrong: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._wrong = wrong

    def emit(self, record: logging.LogRecord) -> None:
        self._wrong.append(f"log: {record.levelname} {record.getMessage()}")


def _line(number: int, rounds: int, took: float, now: Measures) -> str:
    return (
        f"{number:4}/{rounds}  {took:4.0f} s  {now.memory / MEGABYTE:7.1f} MB  descriptors {now.descriptors:3}"
        f"  threads {now.threads:2}  children {now.children}  objects {now.objects:,}  widgets {now.widgets}"
        f"  WAL {now.wal / MEGABYTE:.1f} MB"
    )
