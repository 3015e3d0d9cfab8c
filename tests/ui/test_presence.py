"""Tray, close, messages and the settings of all that."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from atsdesk import autostart
from atsdesk.desk import Desk
from atsdesk.sandbox.comeet.running import Sandbox
from atsdesk.ui import geometry
from atsdesk.ui.closing import QUIT, TRAY, CloseQuestion
from atsdesk.ui.notify import Notices
from atsdesk.ui.routine import Routine
from atsdesk.ui.tray import BADGES, badged
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY


@pytest.fixture
def trayed(desk: Desk, show: Callable[..., Window]) -> Window:
    """A window on a desktop that has a tray."""
    return show(desk, tray_there=lambda: True)


def person_closes(window: Window) -> bool:
    """What a click on the window's cross comes to; whether the window is left as it is."""
    return window.presence.stays()


def test_without_a_sync_closing_quits(trayed: Window) -> None:
    assert not person_closes(trayed)


def test_without_a_tray_closing_quits_whatever_was_chosen(window: Window, sandbox: Sandbox) -> None:
    window.presence.choose_on_close(TRAY)
    window.sync()
    assert not person_closes(window)


def test_closing_in_a_sync_asks_and_the_answer_is_remembered(qtbot: QtBot, trayed: Window) -> None:
    trayed.sync()
    assert person_closes(trayed)
    (question,) = trayed.findChildren(CloseQuestion)
    assert question.isVisible()
    question.tray_button.click()
    assert trayed.isHidden()
    assert trayed.syncs.running
    trayed.presence.tray.open_action.trigger()
    assert trayed.isVisible()
    assert trayed.presence.on_close == TRAY
    assert person_closes(trayed)
    assert trayed.isHidden()
    trayed.memory.flush()
    assert trayed.desk.remembered("close") == TRAY


@pytest.mark.fault(28, "closed in the middle of work")
def test_stop_and_quit_cancels_and_closes(qtbot: QtBot, trayed: Window) -> None:
    trayed.sync()
    assert person_closes(trayed)
    (question,) = trayed.findChildren(CloseQuestion)
    with qtbot.waitSignal(trayed.closed, timeout=SHORTLY):
        question.quit_button.click()
    assert all(standing.ending for standing in trayed.syncs.standing.values())
    assert trayed.presence.on_close == QUIT


def test_to_leave_the_question_leaves_the_window(trayed: Window) -> None:
    trayed.sync()
    assert person_closes(trayed)
    (question,) = trayed.findChildren(CloseQuestion)
    question.reject()
    assert trayed.isVisible()
    assert trayed.presence.on_close == "ask"


def test_the_menu_quits_from_the_tray(qtbot: QtBot, trayed: Window) -> None:
    trayed.presence.choose_on_close(TRAY)
    assert person_closes(trayed)
    with qtbot.waitSignal(trayed.closed, timeout=SHORTLY):
        trayed.presence.tray.quit_action.trigger()


def test_the_tray_shows_what_goes_on(trayed: Window, calm: Callable[[Window], None]) -> None:
    tray = trayed.presence.tray
    assert tray.state == "idle"
    tray.sync_action.trigger()
    assert tray.state == "syncing"
    assert "acme" in tray.icon.toolTip()
    calm(trayed)
    assert tray.state == "idle"
    tray.pause_action.trigger()
    assert trayed.presence.schedule.paused
    assert tray.state == "paused"
    tray.pause_action.trigger()
    assert tray.state == "idle"
    failed = [replace(account, last_state="FAILED") for account in trayed.accounts]
    trayed.accounts_known.emit(failed)
    assert tray.state == "trouble"
    assert "acme" in tray.icon.toolTip()


def test_every_state_has_an_icon_of_its_own(dressed: object) -> None:
    pictures = [badged(state).pixmap(32, 32).toImage() for state in BADGES]
    for number, picture in enumerate(pictures):
        assert picture not in pictures[:number]


def test_two_failures_in_a_row_are_told_once_and_can_be_switched_off(window: Window) -> None:
    said: list[tuple[str, str]] = []
    notices = Notices(window.memory, lambda title, text: said.append((title, text)), window)
    for count in (1, 2, 3):
        notices.sync_failed("acme", count, "The ATS did not answer.")
    assert said == [("acme: two syncs failed in a row", "The ATS did not answer.")]
    notices.sync_failed("other", 2, "")
    assert len(said) == 2
    notices.switch(False)
    notices.sync_failed("acme", 2, "")
    assert len(said) == 2


@pytest.mark.expects_log
def test_an_unseen_sync_that_fails_troubles_nobody(
    qtbot: QtBot, empty_desk: Desk, sandbox: Sandbox, show: Callable[[Desk], Window]
) -> None:
    empty_desk.add_account("comeet", "keyless", {}, base_url=sandbox.base_url)
    window = show(empty_desk)
    with qtbot.waitSignal(window.presence.schedule.failed, timeout=SHORTLY):
        window.syncs.start_unseen("keyless")
    qtbot.waitUntil(lambda: not window.workers.busy, timeout=SHORTLY)
    assert not window.toast.isVisible()
    assert window.strip.isHidden()


def settings(window: Window) -> Routine:
    (found,) = window.dialogs.open_settings().findChildren(Routine)
    return found


def test_the_settings_choose_the_interval(window: Window) -> None:
    part = settings(window)
    buttons = part.intervals["acme"].buttons()
    assert [button.text() for button in buttons if button.isChecked()] == ["5 min"]
    buttons[-1].click()
    assert window.presence.schedule.minutes("acme") == 60
    assert not part.messages.isEnabled(), "there is no tray here"


def test_the_settings_choose_what_closing_means(trayed: Window) -> None:
    part = settings(trayed)
    part.closing.buttons()[-1].click()
    assert trayed.presence.on_close == QUIT
    part.messages.click()
    assert not trayed.presence.notices.on


def test_the_settings_start_it_with_the_computer(qtbot: QtBot, window: Window, home: Path) -> None:
    part = settings(window)
    qtbot.waitUntil(part.start.isEnabled, timeout=SHORTLY)
    assert not part.start.isChecked()
    for on in (True, False):
        part.start.click()
        qtbot.waitUntil(part.start.isEnabled, timeout=SHORTLY)
        assert part.start.isChecked() is on
        assert autostart.switched_on(part._entry, part._command) is on


def test_what_the_system_refuses_is_told_beside_the_switch(qtbot: QtBot, window: Window, home: Path) -> None:
    (home / ".config").rename(home / "away") if (home / ".config").exists() else None
    (home / ".config").write_text("")
    part = settings(window)
    qtbot.waitUntil(lambda: not window.workers.busy, timeout=SHORTLY)
    part._switch_start(True)
    qtbot.waitUntil(lambda: bool(part.notice.text()), timeout=SHORTLY)
    assert "could not be changed" in part.notice.text()
    assert not part.start.isChecked()


@pytest.mark.parametrize("place", [(9_000, 100), (-3_000, 0), (100, -700), (0, 5_000)])
def test_a_window_is_never_where_no_screen_is(qtbot: QtBot, place: tuple[int, int]) -> None:
    before, after = QWidget(), QWidget()
    for widget in (before, after):
        qtbot.addWidget(widget)
        widget.resize(600, 400)
    before.move(*place)
    before.show()
    geometry.restore(after, geometry.kept(before))
    after.show()
    seen = after.screen().availableGeometry().intersected(after.frameGeometry())
    hidden = after.frameGeometry().size() - seen.size()
    assert max(hidden.width(), hidden.height()) <= 1, "Qt rounds"
    after.move(*place)
    geometry.bring_back(after)
    assert after.screen().availableGeometry().contains(after.frameGeometry())


def test_a_window_that_can_be_reached_stays_where_it_was(qtbot: QtBot) -> None:
    before, after = QWidget(), QWidget()
    for widget in (before, after):
        qtbot.addWidget(widget)
    before.setGeometry(40, 60, 500, 300)
    before.show()
    geometry.restore(after, geometry.kept(before))
    assert after.geometry() == before.geometry()
