"""Syncing from the window: progress, rows that arrive, cancelling, and closing in the middle."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.running import Sandbox, running
from atsdesk.sync.driver import Progress
from atsdesk.ui.syncing import Standing
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY

Show = Callable[[Desk], Window]


@pytest.fixture
def slow() -> Iterator[Sandbox]:
    """A sandbox of its own in which every page of candidates takes its time."""
    with running(seed=3, candidates=150, rules=Rules(rate_requests=0, page_size=10)) as sandbox:
        sandbox.control.fail("slow=0.4@candidatesx*")
        yield sandbox


@pytest.fixture
def slow_desk(slow: Sandbox, data_dir: Path) -> Iterator[Desk]:
    """A desk with one account that was never synced."""
    environ = {f"ATSDESK_SECRET__SLOW__{field.upper()}": secret for field, secret in slow.secrets.items()}
    with Desk(data_dir, environ=environ) as desk:
        desk.add_account("comeet", "slow", {}, base_url=slow.base_url, settings=slow.settings)
        yield desk


def test_f5_syncs_and_new_rows_appear(qtbot: QtBot, desk: Desk, show: Show, sandbox: Sandbox) -> None:
    window = show(desk)
    before = window.candidates.model.rowCount()
    sandbox.control.advance(new=3)
    with qtbot.waitSignal(window.syncs.ended, timeout=SHORTLY) as ended:
        QTest.keyClick(window, Qt.Key.Key_F5)
        assert not window.header.sync.isEnabled()
    assert ended.args[0].state == "SUCCEEDED"
    qtbot.waitUntil(lambda: window.candidates.model.rowCount() >= before + 3, timeout=SHORTLY)
    assert window.header.sync.isEnabled()
    assert "Synced" in window.header.fresh.text()
    assert window.strip.isHidden()


def test_an_account_that_was_never_synced_offers_to(
    qtbot: QtBot, slow_desk: Desk, slow: Sandbox, show: Show
) -> None:
    slow.control.heal()
    window = show(slow_desk)
    qtbot.waitUntil(lambda: window.candidates.empty.isVisible(), timeout=SHORTLY)
    assert window.candidates.empty.title.text() == "Nothing synced yet"
    with qtbot.waitSignal(window.syncs.ended, timeout=SHORTLY):
        window.candidates.sync_wanted.emit()
    qtbot.waitUntil(lambda: window.candidates.model.rowCount() > 100, timeout=SHORTLY)


def test_rows_are_there_while_the_rest_arrives(qtbot: QtBot, slow_desk: Desk, show: Show) -> None:
    window = show(slow_desk)
    window.sync()
    qtbot.waitUntil(lambda: window.candidates.model.rowCount() > 0, timeout=SHORTLY)
    assert window.syncs.running
    assert window.strip.isVisible()
    assert "slow" in window.strip.summary.text()
    window.strip.open()
    assert ("slow", "candidates") in window.strip._cells


def test_cancel_ends_the_sync_soon_and_keeps_what_came(qtbot: QtBot, slow_desk: Desk, show: Show) -> None:
    window = show(slow_desk)
    window.sync()
    qtbot.waitUntil(lambda: window.candidates.model.rowCount() > 0, timeout=SHORTLY)
    started = time.monotonic()
    with qtbot.waitSignal(window.syncs.ended, timeout=SHORTLY) as ended:
        QTest.mouseClick(window.strip.cancel, Qt.MouseButton.LeftButton)
        assert window.strip.cancel.text() == "Stopping…"
    assert time.monotonic() - started < 1.5
    assert ended.args[0].state == "CANCELLED"
    assert window.candidates.model.rowCount() > 0


@pytest.mark.fault(28, "closed in the middle of work")
def test_closing_during_a_sync_is_quick_and_the_next_one_goes_on(
    qtbot: QtBot, slow_desk: Desk, slow: Sandbox, show: Show
) -> None:
    window = show(slow_desk)
    window.sync()
    qtbot.waitUntil(lambda: window.candidates.model.rowCount() > 0, timeout=SHORTLY)
    started = time.monotonic()
    window.close()
    assert window.end()
    assert time.monotonic() - started < 2
    slow.control.heal()
    slow.control.clear_requests()
    report = slow_desk.sync("slow")
    assert report.state == "SUCCEEDED"
    again = show(slow_desk)
    assert again.candidates.model.rowCount() == len(slow.control.truth()["candidates"])


@pytest.mark.expects_log
def test_a_sync_that_cannot_begin_is_told_calmly(
    qtbot: QtBot, empty_desk: Desk, sandbox: Sandbox, show: Show, expect_trouble: Callable[[Window], str]
) -> None:
    empty_desk.add_account("comeet", "keyless", {}, base_url=sandbox.base_url)
    window = show(empty_desk)
    window.sync()
    assert expect_trouble(window)
    assert not window.syncs.running


def test_refused_credentials_are_told_in_words(
    qtbot: QtBot, data_dir: Path, sandbox: Sandbox, show: Show
) -> None:
    environ = {"ATSDESK_SECRET__ACME__API_KEY": "wrong", "ATSDESK_SECRET__ACME__SECRET": "0" * 64}
    with Desk(data_dir, environ=environ) as desk:
        desk.add_account("comeet", "acme", {}, base_url=sandbox.base_url)
        window = show(desk)
        with qtbot.waitSignal(window.syncs.ended, timeout=SHORTLY) as ended:
            window.sync()
        assert ended.args[0].state == "AUTHENTICATION_FAILED"
        assert "acme" in window.toast.text()
        qtbot.waitUntil(lambda: not window.workers.busy, timeout=SHORTLY)
        window.close()
        assert window.end()


def test_waiting_for_the_limit_is_visible(window: Window) -> None:
    standing = Standing("acme", 0.0, rate=40.0)
    standing.resources["candidates"] = Progress("acme", "candidates", 100, 9_000, 12, 3, 18.0)
    window.strip.show_standing([standing])
    assert window.strip.waiting.isVisible()
    assert window.strip.waiting.text() == "Waiting 18 s (limit of the ATS)"
    assert "9,000 rows received" in window.strip.summary.text()
    assert "40 rows/s" in window.strip.summary.text()
    window.strip.show_standing([])
    assert window.strip.isHidden()


def test_the_rate_is_that_of_the_last_seconds() -> None:
    standing = Standing("acme", 0.0)
    for second in range(20):
        standing.resources["candidates"] = Progress("acme", "candidates", second, second * 50, 0, 0, 0.0)
        standing.measure(float(second))
    assert standing.rate == pytest.approx(50)


def test_selected_people_stay_selected_when_rows_arrive(
    qtbot: QtBot, desk: Desk, show: Show, sandbox: Sandbox
) -> None:
    window = show(desk)
    table, model = window.candidates.table, window.candidates.model
    table.selectRow(2)
    chosen = model.key(2)
    sandbox.control.advance(new=2)
    count = model.rowCount()
    with qtbot.waitSignal(window.syncs.ended, timeout=SHORTLY):
        window.sync()
    qtbot.waitUntil(lambda: model.rowCount() > count, timeout=SHORTLY)
    (first, last), *more = table.selected_ranges()
    assert not more
    assert first == last
    assert model.key(first) == chosen
