"""Which lists an account reads: chosen in Settings, each with its reason and how its last reading went."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.sandbox.greenhouse.defaults import Rules
from atsdesk.sandbox.greenhouse.running import running as greenhouse_running
from atsdesk.sandbox.smartrecruiters.running import running as smart_running
from atsdesk.ui.parts import Chip
from atsdesk.ui.resources_dialog import ResourcesDialog
from atsdesk.ui.settings_dialog import SettingsDialog
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY
from tests.ui.test_look import nameless

Show = Callable[[Desk], Window]
Calm = Callable[[Window], None]


@pytest.fixture
def hiring(data_dir: Path, show: Show) -> Iterator[Window]:
    """A window on a Greenhouse account whose key may not read offers."""
    rules = Rules(rate_requests=0, token_requests=0, one_live_token=False)
    with greenhouse_running(5, 20, rules=rules) as sandbox, Desk(data_dir, environ={}) as desk:
        sandbox.control.permit(without=["offers"])
        desk.add_account(
            "greenhouse",
            "acme",
            sandbox.secrets,
            base_url=sandbox.base_url,
            settings={**sandbox.settings, "requests_per_minute": "0"},
            for_session=True,
        )
        desk.sync("acme")
        window = show(desk)
        yield window
        window.close()
        window.end()


def opened(window: Window, calm: Calm) -> ResourcesDialog:
    settings = window.dialogs.open_settings()
    assert isinstance(settings, SettingsDialog)
    by_name = {one.accessibleName(): one for one in settings.findChildren(QPushButton)}
    QTest.mouseClick(by_name["Lists of acme"], Qt.MouseButton.LeftButton)
    calm(window)
    (dialog,) = settings.findChildren(ResourcesDialog)
    return dialog


def says(dialog: ResourcesDialog, name: str) -> str:
    return "\n".join(label.text() for label in dialog.rows[name].findChildren(QLabel))


def chip(dialog: ResourcesDialog, name: str) -> str:
    return " ".join(one.text() for one in dialog.rows[name].findChildren(Chip))


def test_sensitive_lists_are_off_and_say_why(hiring: Window, calm: Calm) -> None:
    dialog = opened(hiring, calm)
    assert not dialog.rows["eeoc"].switch.isChecked()
    assert "Off unless you switch it on" in says(dialog, "eeoc")
    assert dialog.rows["candidates"].switch.isChecked()
    assert nameless(dialog) == []


def test_each_list_says_how_its_last_reading_went(hiring: Window, calm: Calm) -> None:
    dialog = opened(hiring, calm)
    assert chip(dialog, "candidates") == "Readable"
    assert chip(dialog, "offers") == "Not permitted"
    assert "offers" in says(dialog, "offers").lower()
    assert chip(dialog, "eeoc") == ""


def test_what_is_switched_is_saved_and_holds_for_the_next_sync(
    qtbot: QtBot, hiring: Window, calm: Calm
) -> None:
    dialog = opened(hiring, calm)
    assert not dialog.save_button.isEnabled()
    dialog.rows["notes"].switch.click()
    dialog.rows["offices"].switch.click()
    with qtbot.waitSignal(dialog.saved, timeout=SHORTLY):
        QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    settings = hiring.desk.account("acme").settings
    assert (settings["include"], settings["leave_out"]) == ("notes", "offices")
    read = {report.resource for report in hiring.desk.sync("acme").resources}
    assert "notes" in read
    assert "offices" not in read
    calm(hiring)


def test_how_far_back_is_changed_later(qtbot: QtBot, hiring: Window, calm: Calm) -> None:
    dialog = opened(hiring, calm)
    assert "by their creation" in dialog.far_back.means.text()
    dialog.far_back.edit.setText("2999-01-01")
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "not a day that has been" in dialog.notice.text(), timeout=SHORTLY)
    dialog.far_back.edit.setText("2024-01-31")
    dialog.rows["notes"].switch.click()
    with qtbot.waitSignal(dialog.saved, timeout=SHORTLY):
        QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    settings = hiring.desk.account("acme").settings
    assert (settings["since"], settings["include"]) == ("2024-01-31", "notes")
    dialog = ResourcesDialog(hiring.desk, hiring.workers, "acme", hiring)
    dialog.open()
    calm(hiring)
    assert dialog.far_back.value() == "2024-01-31"
    assert not dialog.save_button.isEnabled()
    dialog.far_back.edit.clear()
    with qtbot.waitSignal(dialog.saved, timeout=SHORTLY):
        QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "since" not in hiring.desk.account("acme").settings


def test_what_is_switched_back_leaves_no_trace(qtbot: QtBot, hiring: Window, calm: Calm) -> None:
    hiring.desk.choose_resources("acme", {"notes": True, "offices": False})
    dialog = opened(hiring, calm)
    dialog.rows["notes"].switch.click()
    dialog.rows["offices"].switch.click()
    with qtbot.waitSignal(dialog.saved, timeout=SHORTLY):
        dialog.save()
    assert {"include", "leave_out"}.isdisjoint(hiring.desk.account("acme").settings)


def test_a_list_that_follows_another_goes_and_comes_with_it(
    qtbot: QtBot, empty_desk: Desk, show: Show, calm: Calm
) -> None:
    with smart_running(seed=5, candidates=5) as sandbox:
        empty_desk.add_account(
            "smartrecruiters",
            "acme",
            sandbox.secrets,
            base_url=sandbox.base_url,
            settings=sandbox.settings,
            for_session=True,
        )
    window = show(empty_desk)
    dialog = opened(window, calm)
    follower = next(shown for shown in dialog.rows.values() if shown.choice.follows == "candidates")
    name = follower.choice.name
    assert "Comes record by record with Candidates" in says(dialog, name)
    follower.switch.click()
    dialog.rows["candidates"].switch.click()
    assert not follower.switch.isEnabled()
    dialog.rows["candidates"].switch.click()
    assert follower.switch.isEnabled()
    assert not follower.switch.isChecked()
    assert dict(dialog.changed()) == {name: False}


def test_the_space_bar_switches(hiring: Window, calm: Calm) -> None:
    dialog = opened(hiring, calm)
    switch = dialog.rows["candidates"].switch
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert dict(dialog.changed()) == {"candidates": False}
