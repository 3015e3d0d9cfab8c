"""An ATS that is not ready: waited for and looked at again, never an error."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.sandbox.kombo import Rules, Sandbox, running
from atsdesk.ui.trouble import TroubleDialog
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY

Show = Callable[[Desk], Window]


@pytest.fixture
def kombo() -> Iterator[Sandbox]:
    with running(seed=4, candidates=20, rules=Rules(rate_requests=0)) as sandbox:
        sandbox.control.set_health(setup="SETUP_SYNC_PENDING")
        yield sandbox


@pytest.fixture
def waiting(qtbot: QtBot, kombo: Sandbox, data_dir: Path, show: Show) -> Iterator[Window]:
    """A window on an account whose first sync found Kombo not ready."""
    environ = {f"ATSDESK_SECRET__ACME__{field.upper()}": secret for field, secret in kombo.secrets.items()}
    settings = {**kombo.settings, "requests_per_minute": "0"}
    with Desk(data_dir, environ=environ) as desk:
        desk.add_account("kombo", "acme", {}, base_url=kombo.base_url, settings=settings)
        assert desk.sync("acme").state == "WAITING"
        window = show(desk)
        qtbot.waitUntil(window.candidates.empty.isVisible, timeout=SHORTLY)
        yield window
        window.close()
        window.end()


def test_the_window_says_what_it_waits_for(waiting: Window) -> None:
    assert waiting.candidates.empty.title.text() == "Waiting for the ATS"
    assert "still reading the ATS for the first time" in waiting.candidates.empty.hint.text()


def test_it_looks_again_unseen_and_leaves_one_run(qtbot: QtBot, waiting: Window) -> None:
    for _ in range(3):
        with qtbot.waitSignal(waiting.syncs.missed, timeout=SHORTLY):
            waiting.waiting.clock.timeout.emit()
            assert waiting.strip.isHidden()
            assert waiting.header.sync.isEnabled()
    qtbot.waitUntil(lambda: not waiting.workers.busy, timeout=SHORTLY)
    assert [run.state for run in waiting.desk.reading.runs()] == ["WAITING"]
    assert waiting.desk.reading.issues() == []
    assert not [one for one in waiting.findChildren(TroubleDialog) if one.isVisible()]
    assert not waiting.toast.isVisible()


def test_once_the_ats_is_ready_the_rows_come_by_themselves(
    qtbot: QtBot, kombo: Sandbox, waiting: Window
) -> None:
    assert waiting.waiting.clock.isActive()
    kombo.control.set_health(setup="COMPLETED")
    waiting.waiting.clock.setInterval(20)
    with qtbot.waitSignal(waiting.syncs.ended, timeout=SHORTLY) as ended:
        pass
    assert ended.args[0].state == "SUCCEEDED"
    qtbot.waitUntil(lambda: waiting.candidates.model.rowCount() > 0, timeout=SHORTLY)
    qtbot.waitUntil(lambda: not waiting.waiting.clock.isActive(), timeout=SHORTLY)


def test_who_asks_while_it_looks_sees_that_it_syncs(qtbot: QtBot, kombo: Sandbox, waiting: Window) -> None:
    kombo.control.fail("slow=0.5@integrations/*")
    with qtbot.waitSignal(waiting.syncs.ended, timeout=SHORTLY):
        waiting.waiting.clock.timeout.emit()
        assert waiting.header.sync.isEnabled()
        waiting.sync()
        assert not waiting.header.sync.isEnabled()


def test_a_closed_window_asks_no_more(waiting: Window) -> None:
    waiting.close()
    assert not waiting.waiting.clock.isActive()
