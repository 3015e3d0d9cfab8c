"""Objects of Qt die on the GUI thread, whoever makes work for Python's collector."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atsdesk.ui.collector import Collector


class Tied(QObject):
    """Lies in a cycle, and tells on which thread it died."""

    def __init__(self, died: list[str]) -> None:
        super().__init__()
        self._myself = self
        self._died = died

    def __del__(self) -> None:
        self._died.append(threading.current_thread().name)


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    before = gc.get_threshold()
    gc.enable()
    gc.set_threshold(50, 2, 2)
    collector = Collector(qapp)
    yield collector
    collector.end()
    gc.set_threshold(*before)


def test_a_worker_that_makes_many_objects_destroys_none_of_qts(qtbot: QtBot, collector: Collector) -> None:
    died: list[str] = []
    Tied(died)
    made: list[list[int]] = []
    worker = threading.Thread(target=lambda: made.extend([] for _ in range(10_000)))
    worker.start()
    worker.join()
    assert died == []
    qtbot.waitUntil(lambda: bool(died))
    assert died == ["MainThread"]


def test_what_is_kept_is_no_longer_searched(collector: Collector) -> None:
    collector.keep()
    assert gc.get_freeze_count() > 10_000
    assert len(gc.get_objects()) < 1_000


def test_after_its_end_python_collects_by_itself_again(collector: Collector) -> None:
    collector.keep()
    collector.end()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    assert collector.findChildren(QTimer)[0].isActive() is False
