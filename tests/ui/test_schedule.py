"""Accounts that sync by themselves: due, never twice, later after failures, calm after a sleep."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest
from filelock import FileLock
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.sandbox.comeet.running import Sandbox
from atsdesk.store.accounts import Account
from atsdesk.ui.formats import moment
from atsdesk.ui.memory import Memory
from atsdesk.ui.schedule import Schedule, Surroundings
from atsdesk.ui.syncing import Syncs
from atsdesk.ui.workers import Workers
from tests.ui.conftest import SHORTLY

HOUR, MINUTE = 3600.0, 60.0


@dataclass
class World:
    """Clocks that a test moves, a network that it cuts, and no chance."""

    awake: float = 1_000.0
    slept: float = 0.0
    connected: bool = True
    now: float = 1_800_000_000.0

    def surroundings(self) -> Surroundings:
        return Surroundings(
            wall=lambda: self.now + self.awake + self.slept,
            steady=lambda: self.awake,
            between=lambda least, _most: least,
            online=lambda: self.connected,
        )


class Table(QObject):
    """A schedule on a desk, its clock in the test's hand; keeps what began."""

    def __init__(self, desk: Desk, world: World, qtbot: QtBot) -> None:
        super().__init__()
        self.desk, self.world, self.qtbot = desk, world, qtbot
        self.workers = Workers()
        self.memory = Memory(desk, self.workers, self)
        self.syncs = Syncs(desk, self.workers, self)
        self.schedule = Schedule(self.syncs, self.memory, self, world.surroundings())
        self.told: list[tuple[str, int, str]] = []
        self.schedule.failed.connect(lambda *what: self.told.append(what))
        self.schedule.show_accounts(desk.accounts())
        self.schedule.clock.stop()

    def tick(self, *, awake: float = 0.0, asleep: float = 0.0) -> bool:
        """Let time go by and the clock tick once; whether a sync began. Waits until it is over."""
        self.world.awake += awake
        self.world.slept += asleep
        self.schedule.clock.timeout.emit()
        began = self.syncs.running
        self.qtbot.waitUntil(lambda: not self.workers.busy, timeout=SHORTLY)
        return began

    def awake(self, seconds: float) -> list[float]:
        """Tick every 5 seconds; when syncs began, in seconds from now."""
        return [at * 5.0 for at in range(1, round(seconds / 5) + 1) if self.tick(awake=5.0)]


@pytest.fixture
def world() -> World:
    return World()


Lay = Callable[[Desk], Table]


@pytest.fixture
def lay(qtbot: QtBot, world: World) -> Iterator[Lay]:
    laid: list[Table] = []

    def on(desk: Desk) -> Table:
        laid.append(Table(desk, world, qtbot))
        return laid[-1]

    yield on
    for table in laid:
        table.schedule.stop()
        assert table.workers.stop()


def test_an_account_syncs_shortly_after_the_start_and_then_every_five_minutes(desk: Desk, lay: Lay) -> None:
    assert lay(desk).awake(11 * MINUTE) == [5.0, 305.0, 605.0]
    assert {run.state for run in desk.reading.runs()} == {"SUCCEEDED"}


def test_what_was_synced_just_now_waits_for_its_turn(desk: Desk, lay: Lay, world: World) -> None:
    last = desk.account("acme").last_success_at
    assert last is not None
    synced = moment(last)
    assert synced is not None
    world.now = synced.timestamp() - world.awake
    assert lay(desk).awake(4 * MINUTE) == []


@pytest.mark.parametrize(("minutes", "began"), [(0, []), (15, [5.0, 905.0]), (60, [5.0])])
def test_each_account_has_its_interval_and_it_is_remembered(
    desk: Desk, lay: Lay, minutes: int, began: list[float]
) -> None:
    table = lay(desk)
    table.schedule.choose("acme", minutes)
    assert table.awake(16 * MINUTE) == began
    table.memory.flush()
    assert lay(desk).schedule.minutes("acme") == minutes


def test_a_paused_schedule_begins_nothing_until_it_goes_on(desk: Desk, lay: Lay) -> None:
    table = lay(desk)
    table.schedule.pause(True)
    assert table.awake(MINUTE) == []
    table.schedule.pause(False)
    assert table.awake(10.0) == [5.0]


def test_it_never_begins_what_runs_already(qtbot: QtBot, desk: Desk, lay: Lay, sandbox: Sandbox) -> None:
    sandbox.control.fail("slow=0.2@candidates*")
    try:
        table = lay(desk)
        table.syncs.start("acme")
        table.world.awake += 20.0
        table.schedule.clock.timeout.emit()
        qtbot.waitUntil(lambda: not table.workers.busy, timeout=SHORTLY)
        assert len(desk.reading.runs()) == 2  # that of the fixture, and one
        assert table.told == []
    finally:
        sandbox.control.heal()


def test_a_sync_of_another_program_is_no_failure(desk: Desk, lay: Lay) -> None:
    table = lay(desk)
    with FileLock(desk.folder / "sync-acme.lock"):
        assert table.tick(awake=10.0)
    assert table.told == []
    assert table.schedule.failures == {}


@pytest.mark.fault(31, "no network, sleep and wake")
def test_after_a_sleep_comes_one_sync_and_a_little_later(desk: Desk, lay: Lay) -> None:
    table = lay(desk)
    table.tick(awake=10.0)
    assert not table.tick(awake=5.0, asleep=9 * HOUR), "the network needs a moment"
    assert table.awake(2 * MINUTE) == [5.0]


def test_a_short_sleep_brings_nothing_that_is_not_due(desk: Desk, lay: Lay) -> None:
    table = lay(desk)
    table.schedule.choose("acme", 60)
    table.tick(awake=10.0)
    assert not table.tick(awake=5.0, asleep=20 * MINUTE)
    assert table.awake(MINUTE) == []


def test_a_clock_that_is_set_back_stops_nothing(desk: Desk, lay: Lay, world: World) -> None:
    table = lay(desk)
    table.tick(awake=10.0)
    world.now -= 30 * HOUR
    assert table.awake(5 * MINUTE + 5) == [300.0]


def keyless(desk: Desk, sandbox: Sandbox) -> None:
    desk.add_account("comeet", "keyless", {}, base_url=sandbox.base_url)


def test_an_account_that_fails_is_tried_ever_later(empty_desk: Desk, sandbox: Sandbox, lay: Lay) -> None:
    keyless(empty_desk, sandbox)
    table = lay(empty_desk)
    began = table.awake(3.5 * HOUR)
    gaps = [later - sooner for sooner, later in pairwise(began)]
    assert gaps == [600.0, 1200.0, 2400.0, 3600.0, 3600.0]
    assert [count for _, count, _ in table.told] == [1, 2, 3, 4, 5, 6]
    assert all(account == "keyless" and says for account, _, says in table.told)


@pytest.mark.fault(31, "no network, sleep and wake")
def test_without_a_network_there_is_one_try_until_it_is_back(
    empty_desk: Desk, sandbox: Sandbox, lay: Lay, world: World
) -> None:
    keyless(empty_desk, sandbox)
    world.connected = False
    table = lay(empty_desk)
    assert table.awake(2 * HOUR) == [5.0]
    world.connected = True
    assert table.awake(10.0) == [5.0]


def test_an_ats_that_is_not_ready_is_left_to_who_waits_for_it(desk: Desk, lay: Lay) -> None:
    table = lay(desk)
    one = desk.account("acme")
    table.schedule.show_accounts(
        [Account(one.id, one.ats, one.base_url, one.settings, one.created_at, last_state="WAITING")]
    )
    assert table.awake(MINUTE) == []
