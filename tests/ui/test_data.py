"""The data in the window: safety copies, how long things are kept, and a file that is damaged."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.errors import DamagedError
from atsdesk.store import backups, replacing
from atsdesk.store.retention import Outdated
from atsdesk.store.tables import TABLES
from atsdesk.ui import app
from atsdesk.ui.backups_dialog import BackupsDialog
from atsdesk.ui.caretaker import Caretaker
from atsdesk.ui.damage_dialog import DamageDialog
from atsdesk.ui.data_part import DataPart
from atsdesk.ui.retention_dialog import RetentionDialog
from atsdesk.ui.window import Window
from tests.faults.damage import scribbled_in_the_middle
from tests.ui.conftest import SHORTLY

Calm = Callable[[Window], None]


def write(desk: Desk, sql: str) -> None:
    desk._store.write(lambda connection: connection.execute(sql))


def views(desk: Desk) -> int:
    with desk._store.read() as connection:
        return int(connection.execute("select count(*) from views").fetchone()[0])


def click(qtbot: QtBot, dialog: BackupsDialog, text: str) -> None:
    def found() -> list[QPushButton]:
        return [one for one in dialog.findChildren(QPushButton) if one.text() == text and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=SHORTLY)
    found()[0].click()


def test_a_copy_is_made_and_put_back_under_the_open_window(
    qtbot: QtBot, window: Window, desk: Desk, calm: Calm
) -> None:
    dialog = window.dialogs.open_backups()
    assert isinstance(dialog, BackupsDialog)
    calm(window)
    dialog.make_button.click()
    qtbot.waitUntil(lambda: len(dialog.found) == 1, timeout=SHORTLY)
    calm(window)
    assert "verified" in dialog.notice.text()
    write(desk, "insert into views (id, tab, name) values (1, 'jobs', 'since')")
    people = len(desk.reading.rows(window.candidates.model.view, window.candidates.model.query, 0, 9999))
    click(qtbot, dialog, "Restore…")
    with qtbot.waitSignal(window.dialogs.restored, timeout=SHORTLY):
        click(qtbot, dialog, "Restore")
    assert views(desk) == 0
    assert (
        len(desk.reading.rows(window.candidates.model.view, window.candidates.model.query, 0, 9999)) == people
    )
    assert [one.why for one in desk.care.backups()] == ["before-restore", "by-hand"]
    calm(window)


def test_a_copy_that_cannot_be_restored_is_told_in_the_dialog(
    qtbot: QtBot, window: Window, desk: Desk, calm: Calm
) -> None:
    copy = desk.care.back_up()
    copy.path.write_bytes(b"")
    dialog = window.dialogs.open_backups()
    assert isinstance(dialog, BackupsDialog)
    calm(window)
    click(qtbot, dialog, "Restore…")
    click(qtbot, dialog, "Restore")
    qtbot.waitUntil(lambda: "cannot be restored" in dialog.notice.text(), timeout=SHORTLY)
    calm(window)
    assert dialog.isVisible()
    dialog.reject()


def test_the_time_that_is_chosen_is_kept(qtbot: QtBot, window: Window, desk: Desk, calm: Calm) -> None:
    settings = window.dialogs.open_settings()
    (part,) = settings.findChildren(DataPart)
    calm(window)
    assert "without a limit" in part.kept.text()
    part.retention_button.click()
    (dialog,) = window.findChildren(RetentionDialog)
    calm(window)
    assert not dialog.limited.isChecked()
    assert not dialog.look_button.isEnabled()
    dialog.limited.setChecked(True)
    dialog.months.setValue(18)
    dialog.weekly.setValue(3)
    dialog.ok.click()
    calm(window)
    qtbot.waitUntil(lambda: "18" in part.kept.text(), timeout=SHORTLY)
    chosen = desk.care.chosen()
    assert (chosen.months, chosen.by_itself, chosen.copies.weekly) == (18, False, 3)
    settings.close()


def test_nobody_is_erased_before_their_number_is_typed(
    qtbot: QtBot, window: Window, desk: Desk, calm: Calm, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = window.candidates.model.key(0)
    assert key is not None
    chosen = [Outdated("acme", str(key[1]), "Ada Example", "2020-01-01T00:00:00Z")]
    monkeypatch.setattr(desk.retention, "outdated", lambda months: chosen)
    dialog = window.dialogs.open_retention()
    assert isinstance(dialog, RetentionDialog)
    calm(window)
    dialog.limited.setChecked(True)
    dialog.look_button.click()
    qtbot.waitUntil(lambda: bool(dialog.people), timeout=SHORTLY)
    assert not dialog.erase_button.isEnabled()
    dialog.number.setText("2")
    assert not dialog.erase_button.isEnabled()
    dialog.months.setValue(30)
    assert dialog.people == []
    dialog.look_button.click()
    qtbot.waitUntil(lambda: bool(dialog.people), timeout=SHORTLY)
    dialog.number.setText("1")
    with qtbot.waitSignal(dialog.purged, timeout=SHORTLY):
        dialog.erase_button.click()
    calm(window)
    assert desk.reading.candidate("acme", str(key[1])) is None
    assert "1 candidate" in dialog.notice.text()
    dialog.reject()


def test_the_copy_of_the_day_is_made_beside_the_open_window(
    qtbot: QtBot, desk: Desk, show: Callable[[Desk], Window], calm: Calm
) -> None:
    write(desk, "update accounts set created_at = '2020-01-01T00:00:00Z'")
    window = show(desk)
    calm(window)
    assert [one.why for one in desk.care.backups()] == ["daily"]
    (caretaker,) = window.findChildren(Caretaker)
    caretaker.look()
    calm(window)
    assert len(desk.care.backups()) == 1


@pytest.mark.expects_log
def test_damage_that_shows_while_the_window_is_open_offers_a_copy(
    qtbot: QtBot, window: Window, desk: Desk, calm: Calm
) -> None:
    copy = desk.care.back_up()
    desk._store.settle()
    scribbled_in_the_middle(desk.database)
    window.dialogs.show_trouble(DamagedError("The data file is damaged, or it is not a file of ATS Desk."))
    (dialog,) = window.findChildren(DamageDialog)
    calm(window)
    assert dialog.copy == copy
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: dialog.close_button.text() == "Go on", timeout=SHORTLY)
    with qtbot.waitSignal(window.dialogs.restored, timeout=SHORTLY):
        dialog.close_button.click()
    assert desk.care.check() == ""
    assert desk.accounts()
    calm(window)


@pytest.mark.expects_log
def test_a_start_on_a_damaged_file_asks_first_and_opens_what_was_saved(
    qtbot: QtBot, filled: Path, data_dir: Path, dressed: QApplication
) -> None:
    with Desk(data_dir, environ={}) as desk:
        write(desk, "insert into views (id, tab, name) values (1, 'jobs', 'mine')")
        write(desk, "drop table stages")
    assert "stages" in TABLES
    with pytest.raises(DamagedError) as problem:
        Desk(data_dir, environ={})
    before = (data_dir / "atsdesk.db").read_bytes()

    def answer(*ways: Callable[[DamageDialog], object]) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, DamageDialog) or not dialog.close_button.isEnabled():
            QTimer.singleShot(20, lambda: answer(*ways))
            return
        ways[0](dialog)
        if ways[1:]:
            QTimer.singleShot(20, lambda: answer(*ways[1:]))

    QTimer.singleShot(0, lambda: answer(lambda dialog: dialog.close_button.click()))
    assert not app.repair(dressed, data_dir, problem.value)
    assert (data_dir / "atsdesk.db").read_bytes() == before
    ways = (lambda dialog: dialog.anew_button.click(), lambda dialog: dialog.close_button.click())
    QTimer.singleShot(0, lambda: answer(*ways))
    assert app.repair(dressed, data_dir, problem.value)
    with Desk(data_dir, environ={}) as desk:
        assert views(desk) == 1
    assert len(list((data_dir / replacing.QUARANTINE).glob("*.db"))) == 1
    assert backups.backups(data_dir) == []
