"""The settings' part about newer versions."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.ui.newer import DailyLook, NewerPart
from atsdesk.ui.window import Window
from atsdesk.updates import OTHER_ADDRESS, Updates
from tests.ui.conftest import SHORTLY
from tests.unit.test_updates import Home, home_page

__all__ = ["home_page"]

Calm = Callable[[Window], None]


def test_a_newer_version_is_looked_for_when_asked_and_by_itself_only_when_switched_on(
    qtbot: QtBot, window: Window, desk: Desk, calm: Calm, home_page: Home
) -> None:
    desk.updates = Updates(desk.remembered, desk.remember, {OTHER_ADDRESS: home_page.address})
    said: list[str] = []
    daily = DailyLook(desk, window.workers, said.append, window)
    daily.look_if_due()
    calm(window)
    assert home_page.asked == []

    window.dialogs.open_settings()
    (part,) = window.findChildren(NewerPart)
    assert not part.daily.isChecked()
    part.look_button.click()
    qtbot.waitUntil(lambda: part.notice.text() == "ATS Desk 99.1 is out.", timeout=SHORTLY)

    part.daily.click()
    qtbot.waitUntil(lambda: desk.updates.on, timeout=SHORTLY)
    desk.remember("updates.looked_at", "")
    daily.look_if_due()
    qtbot.waitUntil(lambda: bool(said), timeout=SHORTLY)
    assert said[0].startswith("ATS Desk 99.1 is out. You have ")

    home_page.answer = b"<html>"
    part.look_button.click()
    qtbot.waitUntil(lambda: "was not understood" in part.notice.text(), timeout=SHORTLY)
