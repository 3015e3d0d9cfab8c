"""Connecting an ATS: checked while typing, tested before it is kept, and nothing waits on the GUI thread."""

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.sandbox.comeet.running import Sandbox
from atsdesk.ui.accounts_dialog import AccountDialog
from atsdesk.ui.parts import Chip
from atsdesk.ui.settings_dialog import SettingsDialog
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY

Show = Callable[[Desk], Window]
Calm = Callable[[Window], None]


D = TypeVar("D", AccountDialog, SettingsDialog)


def one(window: Window, kind: type[D]) -> D:
    """The dialog of this kind that is open."""
    (found,) = window.findChildren(kind)
    return found


@pytest.fixture
def dialog(qtbot: QtBot, empty_desk: Desk, show: Show, calm: Calm) -> AccountDialog:
    """The dialog as a newcomer opens it: no account, and a computer without a keyring."""
    window = show(empty_desk)
    assert window.stack.currentWidget() is window.welcome
    QTest.mouseClick(window.welcome.connect_button, Qt.MouseButton.LeftButton)
    calm(window)
    return one(window, AccountDialog)


def fill(dialog: AccountDialog, sandbox: Sandbox, **secrets: str) -> None:
    dialog.form.name.edit.setText("acme")
    for key, secret in (sandbox.secrets | secrets).items():
        dialog.form.fields[key].edit.setText(secret)
    dialog.form.base_url.edit.setText(sandbox.base_url)


def told(dialog: AccountDialog) -> str:
    return "\n".join(label.text() for label in dialog.checks.findChildren(QLabel))


def test_every_field_says_where_to_find_it(dialog: AccountDialog) -> None:
    kind = dialog.form.kind
    assert kind is not None
    for part in kind.fields:
        assert dialog.form.fields[part.key].below.text() == part.where_to_find
        assert (
            dialog.form.fields[part.key].edit.echoMode() == dialog.form.name.edit.EchoMode.Password
        ) == part.secret
    assert dialog.form.base_url.isHidden()
    dialog.form.advanced.click()
    assert dialog.form.base_url.isVisible()


@pytest.mark.parametrize("name", ["", "a b", "a/b", "עברית", "x" * 65, "a.b"])
def test_names_that_cannot_be_are_refused_with_a_reason(dialog: AccountDialog, name: str) -> None:
    dialog.form.name.edit.setText(name)
    assert not dialog.form.check(everything=True)
    assert dialog.form.name.below.property("role") == "bad"


def test_a_name_is_used_once(qtbot: QtBot, window: Window) -> None:
    dialog = AccountDialog(window.desk, window.workers, ["acme"], window)
    qtbot.addWidget(dialog)
    dialog.form.name.edit.setText("ACME")
    assert not dialog.form.check(everything=True)
    assert "already" in dialog.form.name.below.text()


def test_empty_secrets_are_asked_for(dialog: AccountDialog) -> None:
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "needed" in dialog.form.fields["api_key"].below.text()


def test_the_test_shows_every_resource(qtbot: QtBot, dialog: AccountDialog, sandbox: Sandbox) -> None:
    fill(dialog, sandbox)
    dialog.test_button.click()
    assert not dialog.test_button.isEnabled()
    qtbot.waitUntil(lambda: len(dialog.checks.findChildren(Chip)) > 1, timeout=SHORTLY)
    assert {chip.text() for chip in dialog.checks.findChildren(Chip)} <= {
        "Readable",
        "Not permitted",
        "Not available",
    }
    assert dialog.outcome.text().startswith("The connection works")
    assert dialog.test_button.isEnabled()


def test_enter_after_a_test_does_not_throw_away_what_was_typed(
    qtbot: QtBot, dialog: AccountDialog, sandbox: Sandbox
) -> None:
    for secret, then in (("0" * 64, dialog.test_button), (sandbox.secrets["secret"], dialog.save_button)):
        fill(dialog, sandbox, secret=secret)
        dialog.test_button.setFocus()
        dialog.test_button.click()
        qtbot.waitUntil(dialog.test_button.isEnabled, timeout=SHORTLY)
        assert dialog.focusWidget() is then


def test_what_the_key_may_not_read_is_shown_with_the_reason(
    qtbot: QtBot, dialog: AccountDialog, sandbox: Sandbox
) -> None:
    sandbox.control.permit(without=["include source"])
    try:
        fill(dialog, sandbox)
        dialog.test_button.click()
        qtbot.waitUntil(lambda: bool(told(dialog)), timeout=SHORTLY)
        assert "source" in told(dialog)
    finally:
        sandbox.control.permit()


def test_a_wrong_key_is_told_and_can_be_corrected(
    qtbot: QtBot, dialog: AccountDialog, sandbox: Sandbox
) -> None:
    fill(dialog, sandbox, secret="0" * 64)
    dialog.test_button.click()
    qtbot.waitUntil(lambda: dialog.outcome.property("tone") == "bad", timeout=SHORTLY)
    assert dialog.outcome.text()
    fill(dialog, sandbox)
    dialog.test_button.click()
    qtbot.waitUntil(lambda: dialog.outcome.text().startswith("The connection works"), timeout=SHORTLY)


def test_a_test_under_way_can_be_stopped(qtbot: QtBot, dialog: AccountDialog, sandbox: Sandbox) -> None:
    sandbox.control.fail("slow=3@*x*")
    try:
        fill(dialog, sandbox)
        dialog.test_button.click()
        QTest.mouseClick(dialog.stop_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(dialog.test_button.isEnabled, timeout=1500)
        assert dialog.isVisible()
    finally:
        sandbox.control.heal()


def test_without_a_keyring_the_key_is_kept_for_the_session(
    qtbot: QtBot, dialog: AccountDialog, sandbox: Sandbox, empty_desk: Desk
) -> None:
    qtbot.waitUntil(lambda: bool(dialog.keyring.text()), timeout=SHORTLY)
    assert dialog.for_session.isVisible()
    assert dialog.for_session.isChecked()
    window = dialog.parentWidget()
    assert isinstance(window, Window)
    fill(dialog, sandbox)
    with qtbot.waitSignal(window.syncs.ended, timeout=SHORTLY):
        dialog.save_button.click()
    assert [account.id for account in empty_desk.accounts()] == ["acme"]
    qtbot.waitUntil(lambda: window.candidates.model.rowCount() > 100, timeout=SHORTLY)
    assert window.stack.currentWidget() is not window.welcome
    assert window.side.picker.text() == "acme"


def test_a_keyring_that_fails_is_told_and_the_account_is_not_kept(
    qtbot: QtBot, dialog: AccountDialog, sandbox: Sandbox, empty_desk: Desk
) -> None:
    qtbot.waitUntil(dialog.for_session.isVisible, timeout=SHORTLY)
    dialog.for_session.setChecked(False)
    fill(dialog, sandbox)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.outcome.property("tone") == "bad", timeout=SHORTLY)
    assert empty_desk.accounts() == []
    qtbot.waitUntil(dialog.for_session.isChecked, timeout=SHORTLY)


def test_settings_test_and_remove_an_account(qtbot: QtBot, window: Window, desk: Desk, calm: Calm) -> None:
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    calm(window)
    dialog = one(window, SettingsDialog)
    by_name: dict[str, Any] = {found.accessibleName(): found for found in dialog.findChildren(QPushButton)}
    by_name["Test acme"].click()
    qtbot.waitUntil(lambda: len(dialog.checks.findChildren(Chip)) > 1, timeout=SHORTLY)
    dialog._ask_remove("acme")
    assert desk.accounts()
    dialog._ask_remove("")
    assert [account.id for account in desk.accounts()] == ["acme"]
    dialog.accept()


def test_the_key_of_an_account_can_be_entered_again(
    qtbot: QtBot, window: Window, desk: Desk, calm: Calm
) -> None:
    account = desk.account("acme")
    dialog = AccountDialog(desk, window.workers, [], window, account=account)
    qtbot.addWidget(dialog)
    assert dialog.form.name.isHidden()
    qtbot.waitUntil(lambda: dialog.for_session.isChecked(), timeout=SHORTLY)
    for field in dialog.form.fields.values():
        field.edit.setText("0" * 40)
    with qtbot.waitSignal(dialog.added, timeout=SHORTLY) as added:
        dialog.save()
    assert added.args[0].id == "acme"


def test_the_theme_is_chosen_in_settings(qtbot: QtBot, window: Window) -> None:
    window.dialogs.open_settings()
    dialog = one(window, SettingsDialog)
    dialog.look.themes.button(2).click()
    assert window.appearance.choice == "dark"
    assert window.palette().window().color().lightness() < 128
    dialog.look.themes.button(1).click()
    assert window.palette().window().color().lightness() > 128
    dialog.accept()


def test_a_closed_dialog_is_not_told_of_accounts(qtbot: QtBot, window: Window, calm: Calm) -> None:
    dialog = window.dialogs.open_settings()
    with qtbot.waitSignal(dialog.destroyed, timeout=SHORTLY):
        dialog.close()
    with qtbot.captureExceptions() as raised:
        window.reread_accounts()
        calm(window)
    assert not raised


def test_what_is_left_out_and_how_far_back_is_chosen_before_the_first_sync(
    qtbot: QtBot, dialog: AccountDialog, sandbox: Sandbox
) -> None:
    desk = dialog._desk
    fill(dialog, sandbox)
    assert dialog.reading.back.isVisibleTo(dialog)
    button(dialog, "How far back: 2 years").click()
    dialog.reading.turn_lists()
    dialog.reading.lists.rows["positions"].switch.click()
    assert "Positions" in dialog.reading.told.text()
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(desk.accounts()), timeout=SHORTLY)
    settings = desk.accounts()[0].settings
    assert settings["leave_out"] == "positions"
    assert QDate.fromString(settings["since"], Qt.DateFormat.ISODate).addYears(2) == QDate.currentDate()


def test_the_usual_choice_leaves_no_trace(qtbot: QtBot, dialog: AccountDialog, sandbox: Sandbox) -> None:
    fill(dialog, sandbox)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(dialog._desk.accounts()), timeout=SHORTLY)
    assert dialog._desk.accounts()[0].settings == {}


def test_what_is_off_by_itself_is_told_for_each_system(dialog: AccountDialog) -> None:
    dialog.kind_buttons.button(1).click()
    assert dialog.form.kind is not None
    assert dialog.form.kind.key == "greenhouse"
    assert "Equal opportunity answers" in dialog.reading.told.text()
    assert dialog.form.name.text() == "greenhouse"
    assert "auth.greenhouse.io" in dialog.under.text()


def test_what_how_far_back_means_is_told_for_each_system(dialog: AccountDialog) -> None:
    for number, kind in enumerate(dialog._kinds):
        dialog.kind_buttons.button(number).click()
        assert dialog.reading.back.isVisibleTo(dialog) == kind.dated == (kind.key != "kombo")
        assert dialog.reading.means.text() == kind.far_back
    dialog.reading.years = 2
    dialog.reading.show_kind(next(kind for kind in dialog._kinds if not kind.dated))
    assert dialog.reading.settings() == {}


def test_a_name_that_was_typed_stays_when_another_system_is_chosen(dialog: AccountDialog) -> None:
    QTest.keyClicks(dialog.form.name.edit, "-mine")
    dialog.kind_buttons.button(2).click()
    assert dialog.form.name.text() == "comeet-mine"


def test_the_welcome_names_whom_the_program_talks_to(empty_desk: Desk, show: Show) -> None:
    window = show(empty_desk)
    told = " ".join(label.text() for label in window.welcome.findChildren(QLabel))
    for kind in empty_desk.kinds():
        for host in kind.hosts:
            assert host in told


def button(dialog: AccountDialog, name: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.accessibleName() == name)
