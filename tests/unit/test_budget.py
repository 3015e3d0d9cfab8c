"""The limit on requests holds in every window of its length; waits are told and end when asked."""

import itertools
import threading
import time

import pytest

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled
from atsdesk.net.budget import Budget, Spent

LENGTH = 0.2


def most_in_a_window(moments: list[float], seconds: float) -> int:
    return max(sum(start <= at < start + seconds for at in moments) for start in moments)


@pytest.mark.parametrize("requests", [1, 3, 7])
def test_no_window_holds_more_than_is_allowed(requests: int) -> None:
    budget, cancel = Budget(requests, LENGTH), Cancel()
    moments = []
    for number in range(requests * 4):
        budget.take(cancel)
        moments.append(time.monotonic())
        if number % 5 == 2:
            time.sleep(0.02)
    # A request is made a little after its permission: the window is that much shorter.
    assert most_in_a_window(moments, LENGTH - 0.02) <= requests
    assert moments == sorted(moments)
    assert budget.waited > LENGTH


def test_what_is_allowed_is_not_waited_for() -> None:
    budget, cancel = Budget(50, 60.0), Cancel()
    started = time.monotonic()
    for _ in range(50):
        budget.take(cancel)
    assert time.monotonic() - started < 0.5
    assert budget.waited == 0


def test_no_limit_never_waits() -> None:
    told: list[float] = []
    budget = Budget(0, 60.0, told.append)
    for _ in range(1000):
        budget.take(Cancel())
    assert told == []


def test_runs_that_share_a_key_share_the_limit() -> None:
    spent, cancel = Spent(), Cancel()
    moments: list[float] = []
    for _ in range(6):
        budget = Budget(4, LENGTH, spent=spent)
        for _ in range(3):
            budget.take(cancel)
            moments.append(time.monotonic())
    assert most_in_a_window(moments, LENGTH - 0.02) <= 4


def test_threads_that_share_a_key_share_the_limit() -> None:
    spent, lock = Spent(), threading.Lock()
    moments: list[float] = []

    def work() -> None:
        budget = Budget(5, LENGTH, spent=spent)
        for _ in range(6):
            budget.take(Cancel())
            with lock:
                moments.append(time.monotonic())

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most_in_a_window(moments, LENGTH - 0.05) <= 5


def test_a_wait_is_told_with_the_seconds_left_and_its_end() -> None:
    told: list[float] = []
    budget, cancel = Budget(1, 0.7, told.append), Cancel()
    budget.take(cancel)
    budget.take(cancel)
    *waits, end = told
    assert end == 0
    assert 0.5 < waits[0] <= 0.7
    assert all(later < earlier for earlier, later in itertools.pairwise(waits))
    assert len(waits) >= 2


def test_a_wait_ends_within_a_second_of_the_wish() -> None:
    told: list[float] = []
    budget, cancel = Budget(1, 60.0, told.append), Cancel()
    budget.take(cancel)
    timer = threading.Timer(0.1, cancel.set)
    timer.start()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        budget.take(cancel)
    timer.join()
    assert time.monotonic() - started < 1.0
    assert told[-1] == 0, "whoever shows the wait is told that it is over"
