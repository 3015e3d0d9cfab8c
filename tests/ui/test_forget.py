"""*Forget this person* in the window: what will go, the name typed, the report, and views that no longer show them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.store.exports import ExportEntry
from atsdesk.store.views import CANDIDATES_VIEW, STEPS_VIEW
from atsdesk.ui.candidate_panel import CandidatePanel
from atsdesk.ui.forget_dialog import ForgetDialog
from atsdesk.ui.window import Window
from tests.faults.whole import meddle
from tests.ui.conftest import SHORTLY
from tests.ui.test_look import nameless

Calm = Callable[[Window], None]


@pytest.fixture
def dialog(window: Window, calm: Calm) -> ForgetDialog:
    """The dialog about the first candidate, opened from the panel's menu."""
    window.candidates.table.selectRow(0)
    window.candidates.turn_panel()
    calm(window)
    return opened(window, calm)


def opened(window: Window, calm: Calm) -> ForgetDialog:
    panel = window.candidates.panel
    assert isinstance(panel, CandidatePanel)
    menu = panel.more_menu()
    (action,) = [one for one in menu.actions() if "Forget" in one.text()]
    action.trigger()
    menu.close()
    (dialog,) = window.findChildren(ForgetDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "it stays while it looks"
    calm(window)
    return dialog


def says(dialog: ForgetDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if not label.isHidden())


def confirm(dialog: ForgetDialog, window: Window, calm: Calm) -> None:
    assert dialog.asked is not None
    dialog.name.insert(dialog.asked.person.name)
    QTest.mouseClick(dialog.forget_button, Qt.MouseButton.LeftButton)
    calm(window)


def test_the_dialog_says_who_it_is_and_what_will_go(dialog: ForgetDialog) -> None:
    assert dialog.asked is not None
    person = dialog.asked.person
    text = says(dialog)
    for word in (person.name, person.email, "Applications", "Steps", "cannot be undone"):
        assert word in text
    assert nameless(dialog) == []
    assert {label.textFormat() for label in dialog.findChildren(QLabel) if label.text()} == {
        Qt.TextFormat.PlainText
    }


def test_only_the_right_name_lets_them_be_forgotten(
    dialog: ForgetDialog, window: Window, desk: Desk, calm: Calm
) -> None:
    assert dialog.asked is not None
    person = dialog.asked.person
    assert not dialog.forget_button.isEnabled()
    dialog.name.insert(person.name[:-1])
    assert not dialog.forget_button.isEnabled()
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    dialog.forget()
    calm(window)
    assert desk.reading.candidate(person.account, person.id) is not None
    dialog.name.insert(person.name[-1].upper())
    assert dialog.forget_button.isEnabled()


def test_who_was_forgotten_is_gone_from_the_views_and_reported(
    dialog: ForgetDialog, window: Window, desk: Desk, calm: Calm, qtbot: QtBot
) -> None:
    assert dialog.asked is not None
    person = dialog.asked.person
    people, steps = desk.reading.total(CANDIDATES_VIEW), desk.reading.total(STEPS_VIEW)
    shown = window.candidates.count.text()

    confirm(dialog, window, calm)

    assert "Nothing of them is left" in dialog.notice.text()
    assert "What was erased" in says(dialog)
    assert dialog.forget_button.isHidden()
    assert desk.reading.candidate(person.account, person.id) is None
    assert desk.reading.total(CANDIDATES_VIEW) < people
    assert desk.reading.total(STEPS_VIEW) < steps
    qtbot.waitUntil(lambda: window.candidates.count.text() != shown, timeout=SHORTLY)
    assert window.candidates.panel.isHidden()
    assert nameless(dialog) == []
    QTest.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_exports_that_still_hold_them_are_named(
    window: Window, desk: Desk, calm: Calm, tmp_path: Path
) -> None:
    there = tmp_path / "hiring.xlsx"
    there.write_bytes(b"a workbook")
    for path in (there, tmp_path / "removed.xlsx"):
        desk.record_export(ExportEntry.now(path, 1, "", 0.1))
    window.candidates.table.selectRow(0)
    window.candidates.turn_panel()
    calm(window)
    dialog = opened(window, calm)
    assert str(there) in says(dialog)
    confirm(dialog, window, calm)
    assert str(there) in says(dialog)
    assert "removed.xlsx" not in says(dialog)


def test_the_same_person_elsewhere_stays_unless_switched_on(window: Window, desk: Desk, calm: Calm) -> None:
    first, second, third = (
        desk.reading.rows(CANDIDATES_VIEW, window.candidates.model.query, n, 1)[0] for n in range(3)
    )
    person = desk.preview_forget(str(first[0]), str(first[1])).person
    others = [str(one[1]) for one in (second, third)]
    for identity in others:
        meddle(desk.database, "update candidates set email = upper(?) where id = ?", person.email, identity)
    window.candidates.table.selectRow(0)
    window.candidates.turn_panel()
    calm(window)
    dialog = opened(window, calm)
    switches = {one.id: switch for one, switch in dialog.others.items()}
    assert set(switches) == set(others)
    assert not any(switch.isChecked() for switch in switches.values())

    switches[others[0]].click()
    confirm(dialog, window, calm)

    assert desk.reading.candidate(person.account, person.id) is None
    assert desk.reading.candidate(person.account, others[0]) is None
    assert desk.reading.candidate(person.account, others[1]) is not None


def test_a_sync_under_way_is_told_of_and_nothing_is_erased(
    dialog: ForgetDialog, window: Window, desk: Desk, calm: Calm
) -> None:
    assert dialog.asked is not None
    person = dialog.asked.person
    with desk._accounts.alone(person.account):
        confirm(dialog, window, calm)
    assert "being synced" in dialog.notice.text()
    assert desk.reading.candidate(person.account, person.id) is not None
    QTest.mouseClick(dialog.forget_button, Qt.MouseButton.LeftButton)
    calm(window)
    assert desk.reading.candidate(person.account, person.id) is None
