"""Importing a downloaded file: looked at first, its columns mapped, taken in whole, and remembered."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.ui.import_dialog import ImportDialog
from atsdesk.ui.person import LtrLabel
from atsdesk.ui.settings_dialog import SettingsDialog
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY
from tests.ui.test_look import nameless

Show = Callable[[Desk], Window]
Calm = Callable[[Window], None]

HEADER = "Interview ID,Begins,Interviewer First Name,Interviewer Last Name,Colour of the room"
ROWS = (
    "11111111-0000-4000-8000-000000000001,2026-03-01 10:00,Vera,Violet,green",
    "11111111-0000-4000-8000-000000000002,2026-03-02 11:30,Uri,Umber,blue",
)


@pytest.fixture
def window(empty_desk: Desk, show: Show) -> Window:
    """A window on a Comeet account, which takes no files, and a SmartRecruiters account, which does."""
    for kind in empty_desk.kinds():
        if kind.key in {"comeet", "smartrecruiters"}:
            secrets = dict.fromkeys(kind.ways_in[0], "x" * 20)
            name = "acme" if kind.key == "smartrecruiters" else "first"
            empty_desk.add_account(kind.key, name, secrets, for_session=True)
    return show(empty_desk)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "my interviews.csv"
    path.write_text("\n".join((HEADER, *ROWS)), encoding="utf-8")
    return path


@pytest.fixture
def dialog(qtbot: QtBot, window: Window, table: Path) -> Iterator[ImportDialog]:
    opened = window.dialogs.open_import(table)
    assert isinstance(opened, ImportDialog)
    qtbot.waitUntil(lambda: bool(opened.mapping.boxes), timeout=SHORTLY)
    yield opened
    opened.close()


def pick(dialog: ImportDialog, header: str, key: str) -> None:
    box = dialog.mapping.boxes[header]
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def ready(qtbot: QtBot, dialog: ImportDialog) -> None:
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=SHORTLY)


def test_a_file_is_looked_at_before_anything_is_written(dialog: ImportDialog, window: Window) -> None:
    assert "Rows of Interviews: 2" in dialog.notice.text()
    assert "3 of 5" in dialog.notice.text()
    assert "“Start time”" in dialog.problems.text()
    assert not dialog.import_button.isEnabled()
    assert window.interviews.model.rowCount() == 0
    assert list(dialog.mapping.boxes)[:2] == ["Begins", "Colour of the room"]
    assert nameless(dialog) == []


def test_headers_are_shown_with_some_of_their_values(dialog: ImportDialog) -> None:
    shown = [label.accessibleName() for label in dialog.mapping.findChildren(LtrLabel)]
    assert "green · blue" in shown

    assert "Vera · Uri" in shown


def test_what_is_mapped_is_imported_and_remembered(
    qtbot: QtBot, dialog: ImportDialog, window: Window, table: Path, calm: Calm
) -> None:
    pick(dialog, "Begins", "startTime")
    ready(qtbot, dialog)
    assert dialog.problems.text() == ""
    with qtbot.waitSignal(dialog.imported, timeout=SHORTLY):
        dialog.import_button.click()
        assert not dialog.close_button.isEnabled()
    assert dialog.notice.text().startswith("Imported. New: 2")
    assert dialog.close_button.text() == "Close"
    window.show_page(window.interviews)
    qtbot.waitUntil(lambda: window.interviews.model.rowCount() == 2, timeout=SHORTLY)
    assert "Begins" in window.desk.preview_import("acme", table).columns
    calm(window)


def test_a_recognised_column_can_be_left_out(qtbot: QtBot, dialog: ImportDialog) -> None:
    pick(dialog, "Begins", "startTime")
    pick(dialog, "Interviewer First Name", "")
    ready(qtbot, dialog)
    assert dialog.mapping.said() == {"Begins": "startTime", "Interviewer First Name": ""}
    assert "3 of 4" in dialog.notice.text()


def test_a_file_that_is_no_table_is_refused_in_words(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"content": [', encoding="utf-8")
    dialog.look_at(broken)
    qtbot.waitUntil(lambda: "no whole JSON" in dialog.problems.text(), timeout=SHORTLY)
    assert not dialog.import_button.isEnabled()
    assert dialog.mapping.boxes == {}


def test_another_table_is_chosen_where_it_was_taken_for_the_wrong_one(
    qtbot: QtBot, dialog: ImportDialog
) -> None:
    dialog.table.setCurrentIndex(dialog.table.findData("jobs"))
    dialog.table.activated.emit(dialog.table.currentIndex())
    qtbot.waitUntil(lambda: "Rows of Jobs" in dialog.notice.text(), timeout=SHORTLY)
    assert "“Job id”" in dialog.problems.text()


def drag(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def test_a_file_dropped_on_the_interviews_opens_the_dialog(
    qtbot: QtBot, window: Window, table: Path, tmp_path: Path, calm: Calm
) -> None:
    window.show_page(window.interviews)
    calm(window)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    picture = drag(tmp_path / "me.png")
    entering = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, picture, buttons, keys)
    entering.setAccepted(False)
    assert window.interviews.acceptDrops()
    window.interviews.dragEnterEvent(entering)
    assert not entering.isAccepted()
    data = drag(table)
    entering = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    entering.setAccepted(False)
    window.interviews.dragEnterEvent(entering)
    assert entering.isAccepted()
    dropping = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    window.interviews.dropEvent(dropping)
    (dialog,) = window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: bool(dialog.mapping.boxes), timeout=SHORTLY)
    assert [dialog.account.itemText(at) for at in range(dialog.account.count())] == ["acme"]
    dialog.close()


def test_settings_offer_it_to_accounts_that_take_files(window: Window) -> None:
    settings = window.dialogs.open_settings()
    assert isinstance(settings, SettingsDialog)
    menus = {
        account.id: [action.text() for action in settings.account_menu(account).actions()]
        for account in window.accounts
    }
    assert "Import a file…" in menus["acme"]
    assert "Import a file…" not in menus["first"]
    settings.import_wanted.emit("acme")
    (dialog,) = window.findChildren(ImportDialog)
    assert dialog.file.text() == "No file yet"
    dialog.close()
    settings.close()
