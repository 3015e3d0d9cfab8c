"""Work off the GUI thread: answers and errors arrive on it, and the end is quick."""

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, ConfigError
from atsdesk.ui.workers import Workers


@pytest.fixture
def workers(qtbot: QtBot) -> Iterator[Workers]:
    workers = Workers()
    yield workers
    workers.stop()


def test_answers_arrive_on_the_gui_thread(qtbot: QtBot, workers: Workers) -> None:
    seen: list[object] = []

    def answered(result: object, error: BaseException | None) -> None:
        seen.append((result, error, threading.current_thread() is threading.main_thread()))

    workers.read(lambda: threading.current_thread() is threading.main_thread(), then=answered)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(False, None, True)]


def test_an_error_reaches_the_callback(qtbot: QtBot, workers: Workers) -> None:
    seen: list[BaseException | None] = []
    problem = ConfigError("No.", "Do something.")

    def fail() -> None:
        raise problem

    workers.work(fail, then=lambda _result, error: seen.append(error))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [problem]


def test_an_error_that_no_callback_takes_is_trouble(qtbot: QtBot, workers: Workers) -> None:
    def fail() -> None:
        raise ValueError

    with qtbot.waitSignal(workers.trouble) as told:
        workers.work(fail)
    assert isinstance(told.args[0], ValueError)


def test_cancelled_work_is_no_trouble(qtbot: QtBot, workers: Workers) -> None:
    cancel = Cancel()
    with qtbot.assertNotEmitted(workers.trouble, wait=50):
        workers.work(cancel.sleep, 60, cancel=cancel).stop()
        qtbot.waitUntil(lambda: not workers.busy)


def test_stopped_work_answers_with_cancelled(qtbot: QtBot, workers: Workers) -> None:
    seen: list[BaseException | None] = []
    cancel = Cancel()
    job = workers.work(cancel.sleep, 60, then=lambda _result, error: seen.append(error), cancel=cancel)
    job.stop()
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], Cancelled)


def test_a_dropped_answer_never_arrives(qtbot: QtBot, workers: Workers) -> None:
    seen: list[object] = []
    workers.read(lambda: 1, then=lambda result, _error: seen.append(result)).drop()
    qtbot.waitUntil(lambda: not workers.busy)
    assert seen == []


def test_an_answer_for_an_object_that_is_gone_is_lost(qtbot: QtBot, workers: Workers) -> None:
    class Listener(QObject):
        def take(self, _result: object, _error: BaseException | None) -> None:
            raise AssertionError

    listener = Listener()
    workers.read(lambda: 1, then=listener.take)
    delete(listener)
    qtbot.waitUntil(lambda: not workers.busy)


def test_the_end_comes_within_two_seconds(workers: Workers) -> None:
    cancel = Cancel()
    workers.work(cancel.sleep, 60, cancel=cancel)
    started = time.monotonic()
    assert workers.stop()
    assert time.monotonic() - started < 2


def test_work_that_hangs_is_told(workers: Workers) -> None:
    begun, release = threading.Event(), threading.Event()

    def hang() -> None:
        begun.set()
        release.wait(5)

    workers.work(hang)
    assert begun.wait(5)
    assert not workers.stop(100)
    release.set()
    assert workers.stop()


class Emitter(QObject):
    signal = Signal(object)
    nothing = Signal()
    truth = Signal(bool)


def test_ten_thousand_emits_do_no_harm(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference per emit until the process aborts: guards the pin."""
    emitter, seen = Emitter(), [0]

    def count(*_: object) -> None:
        seen[0] += 1

    emitter.signal.connect(count)
    emitter.nothing.connect(count)
    emitter.truth.connect(count)
    for number in range(10_000):
        emitter.signal.emit(number)
        emitter.nothing.emit()
        emitter.truth.emit(True)
    assert seen == [30_000]


def test_large_numbers_pass_through_signals(qtbot: QtBot, workers: Workers) -> None:
    seen: list[object] = []
    workers.read(lambda: 2**40, then=lambda result, _error: seen.append(result))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [2**40]
