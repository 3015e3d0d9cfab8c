"""The stamp in the header: how every account stands, one by one, and what can be done about it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.sandbox.kombo import Rules, Sandbox, running
from atsdesk.ui.freshness import AccountStamp
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY
from tests.ui.test_look import nameless

Show = Callable[[Desk], Window]
Calm = Callable[[Window], None]


@pytest.fixture
def kombo() -> Iterator[Sandbox]:
    with running(seed=4, candidates=20, rules=Rules(rate_requests=0)) as sandbox:
        yield sandbox


@pytest.fixture
def window(desk: Desk, kombo: Sandbox, show: Show) -> Window:
    """A window on a Comeet account that was synced, and a Kombo account that was not."""
    desk.add_account(
        "kombo",
        "hub",
        kombo.secrets,
        base_url=kombo.base_url,
        settings={**kombo.settings, "requests_per_minute": "0"},
        for_session=True,
    )
    return show(desk)


def texts(stamp: AccountStamp) -> str:
    return "\n".join(label.text() for label in stamp.findChildren(QLabel) if label.isVisible())


def sync_hub(qtbot: QtBot, window: Window, calm: Calm) -> AccountStamp:
    stamp = window.fresh.stamps["hub"]
    with qtbot.waitSignal(window.syncs.ended, timeout=SHORTLY):
        QTest.mouseClick(stamp.sync, Qt.MouseButton.LeftButton)
        assert stamp.state.text() == "Running"
        assert not stamp.sync.isEnabled()
        assert window.fresh.stamps["acme"].sync.isEnabled()
    calm(window)
    return stamp


def test_the_stamp_opens_every_account(window: Window) -> None:
    assert window.header.fresh.text() == "Not all synced yet"
    QTest.mouseClick(window.header.fresh, Qt.MouseButton.LeftButton)
    assert window.fresh.isVisible()
    assert list(window.fresh.stamps) == ["acme", "hub"]
    assert "Comeet" in texts(window.fresh.stamps["acme"])
    assert "Synced" in texts(window.fresh.stamps["acme"])
    assert "Not synced yet" in texts(window.fresh.stamps["hub"])
    assert nameless(window.fresh) == []
    QTest.keyClick(window.fresh, Qt.Key.Key_Escape)
    assert not window.fresh.isVisible()


def test_one_account_is_synced_alone(qtbot: QtBot, window: Window, desk: Desk, calm: Calm) -> None:
    window.open_freshness()
    before = len([run for run in desk.reading.runs() if run.account == "acme"])
    stamp = sync_hub(qtbot, window, calm)
    assert stamp.state.text() == "Succeeded"
    assert stamp.sync.isEnabled()
    assert len([run for run in desk.reading.runs() if run.account == "acme"]) == before
    assert window.header.fresh.text().startswith("Synced")


def test_the_health_of_a_connection_is_shown(
    qtbot: QtBot, window: Window, kombo: Sandbox, calm: Calm
) -> None:
    kombo.control.set_health(status="INVALID")
    window.open_freshness()
    stamp = sync_hub(qtbot, window, calm)
    qtbot.waitUntil(lambda: "the ATS no longer lets Kombo in" in texts(stamp), timeout=SHORTLY)
    assert "Setup" in texts(stamp)


def test_what_the_last_sync_could_not_do_is_told(
    qtbot: QtBot, window: Window, kombo: Sandbox, calm: Calm
) -> None:
    kombo.control.expire_key()
    window.open_freshness()
    stamp = sync_hub(qtbot, window, calm)
    assert stamp.state.text() == "Sign-in refused"
    assert "key" in stamp.message.text()


def test_only_an_ats_that_is_a_cache_is_asked_to_refresh(
    qtbot: QtBot, window: Window, kombo: Sandbox, calm: Calm
) -> None:
    window.open_freshness()
    assert window.fresh.stamps["acme"].ask.isHidden()
    stamp = window.fresh.stamps["hub"]
    QTest.mouseClick(stamp.ask, Qt.MouseButton.LeftButton)
    assert not stamp.ask.isEnabled()
    qtbot.waitUntil(lambda: "Kombo was asked" in stamp.answer.text(), timeout=SHORTLY)
    assert stamp.ask.isEnabled()
    assert [one for one in kombo.control.requests() if one["method"] == "POST"]


def test_an_ats_that_refuses_to_be_asked_is_quoted(qtbot: QtBot, window: Window, kombo: Sandbox) -> None:
    kombo.control.expire_key()
    window.open_freshness()
    stamp = window.fresh.stamps["hub"]
    stamp.ask.click()
    qtbot.waitUntil(lambda: stamp.answer.property("tone") == "bad", timeout=SHORTLY)
    assert stamp.answer.text()


def test_the_picker_names_the_system_of_each_account(window: Window) -> None:
    assert [action.text() for action in window.side.menu.actions() if action.text()] == [
        "All accounts",
        "acme\tComeet",
        "hub\tKombo",
        "Manage accounts…",
    ]
    window.side.menu.actions()[2].trigger()
    assert window.side.picker.text() == "hub"
    assert window.header.fresh.text() == "Not synced yet"
