"""The Export tab: what is in it, how far it is, and what happens when the file cannot be written."""

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.export.plan import Keys, data_sheets
from atsdesk.store.profiles import Disclosure, Profile, Selection
from atsdesk.store.views import CANDIDATES_VIEW
from atsdesk.ui.assets import RESOURCES
from atsdesk.ui.export_tab import ExportTab
from atsdesk.ui.profile_dialog import ProfileDialog
from atsdesk.ui.window import Window
from tests.keyring_daemon import KeyringDaemon
from tests.postgres_server import OWNERS_PASSWORD, Server

LONG = 30_000


@pytest.fixture
def tab(qtbot: QtBot, window: Window, tmp_path: Path) -> ExportTab:
    window.show_page(window.export)
    qtbot.waitUntil(lambda: not window.workers.busy)
    window.export.path.setText(str(tmp_path / "out.xlsx"))
    return window.export


def test_the_sheets_are_listed_with_their_rows(tab: ExportTab, desk: Desk) -> None:
    counts = {name: label.text() for name, (_, label) in tab._sheets.items()}
    assert list(counts)[:3] == ["candidates", "applications", "steps"]
    assert counts["applications"] == f"{desk.reading.total(CANDIDATES_VIEW):,}"


def test_an_export_writes_the_workbook_and_is_remembered(
    qtbot: QtBot, window: Window, tab: ExportTab, desk: Desk, tmp_path: Path
) -> None:
    with qtbot.waitSignal(tab.exporting.ended, timeout=LONG):
        tab.export_button.click()
        assert tab.cancel_button.isVisible()
        assert tab.bar.isVisible()
    assert zipfile.is_zipfile(tmp_path / "out.xlsx")
    assert tab.notice.property("tone") == "good"
    assert tab.open_button.isVisible()
    assert tab.show_button.isVisible()
    qtbot.waitUntil(lambda: bool(desk.reading.exports()))
    assert desk.reading.exports()[0].path == str(tmp_path / "out.xlsx")
    qtbot.waitUntil(lambda: any(label.text() == "out.xlsx" for label in tab.findChildren(QLabel)))
    window.memory.flush()
    kept = json.loads((desk.folder / "window.json").read_text(encoding="utf-8"))
    assert kept["export.path"] == str(tmp_path / "out.xlsx")


def test_a_cancelled_export_leaves_the_file_from_before(qtbot: QtBot, tab: ExportTab, tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    target.write_bytes(b"from before")
    with qtbot.waitSignal(tab.exporting.failed, timeout=LONG):
        tab.export()
        tab.cancel_button.click()
    assert "Cancelled" in tab.notice.text()
    assert target.read_bytes() == b"from before"
    assert tab.export_button.isVisible()


def test_a_file_that_cannot_be_written_is_told(qtbot: QtBot, tab: ExportTab, tmp_path: Path) -> None:
    (tmp_path / "out.xlsx").mkdir()
    with qtbot.waitSignal(tab.exporting.failed, timeout=LONG):
        tab.export()
    assert tab.notice.property("tone") == "bad"
    assert tab.notice.text()


def test_no_file_is_asked_for(tab: ExportTab) -> None:
    tab.path.clear()
    tab.export()
    assert not tab.exporting.running
    assert tab.notice.isVisible()


def test_a_chosen_file_is_a_workbook(tab: ExportTab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    chosen: Callable[..., tuple[str, str]] = lambda *_: (str(tmp_path / "weekly"), "")  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    tab.path.choose()
    assert tab.path.text() == str(tmp_path / "weekly.xlsx")


def test_what_would_break_reports_is_told_and_can_be_accepted(
    qtbot: QtBot, tab: ExportTab, tmp_path: Path
) -> None:
    promised = {"out.xlsx": {"candidates": {"shoe_size": "text"}}}
    (tmp_path / "contract.json").write_text(json.dumps(promised))
    with qtbot.waitSignal(tab.exporting.failed, timeout=LONG):
        tab.export_button.click()
    assert "shoe_size of candidates would disappear" in tab.notice.text()
    assert not (tmp_path / "out.xlsx").exists()
    with qtbot.waitSignal(tab.exporting.ended, timeout=LONG):
        tab.anyway_button.click()
    assert zipfile.is_zipfile(tmp_path / "out.xlsx")
    assert not tab.anyway_button.isVisible()


def test_the_text_for_power_query_is_copied(qtbot: QtBot, tab: ExportTab, tmp_path: Path) -> None:
    with qtbot.waitSignal(tab.said):
        tab.copy_power_query("jobs")
    text = QGuiApplication.clipboard().text()
    assert str(tmp_path / "out.xlsx") in text
    assert '[Item = "jobs", Kind = "Table"]' in text


@pytest.fixture
def weekly(tab: ExportTab, desk: Desk, tmp_path: Path) -> Profile:
    made = Profile(
        "Weekly",
        str(tmp_path / "weekly.xlsx"),
        "excel",
        Selection(("candidates", "jobs"), disclosure=Disclosure.PSEUDONYMOUS),
        after_sync=True,
    )
    desk.profiles.save(made)
    tab.reread()
    return made


def test_a_profile_is_made_in_the_window_and_written_with_one_click(
    qtbot: QtBot, tab: ExportTab, desk: Desk, tmp_path: Path
) -> None:
    tab.profiles.new_button.click()
    (dialog,) = tab.window().findChildren(ProfileDialog)
    dialog.name.setText("People without names")
    dialog.place.setText(str(tmp_path / "nameless"))
    dialog.format.setCurrentIndex(dialog.format.findData("csv"))
    assert dialog.guarded.isEnabled()
    assert dialog.guarded.isChecked()
    dialog.guarded.setChecked(False)
    dialog.privacy.setCurrentIndex(dialog.privacy.findData("none"))
    dialog.status.setCurrentIndex(dialog.status.findData("active"))
    for number in range(2, dialog.tables.count()):
        dialog.tables.item(number).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.waitSignal(dialog.saved, timeout=LONG):
        dialog.save_button.click()
    (kept,) = desk.profiles.all()
    assert kept.selection.tables == ("candidates", "applications")
    assert kept.selection.query.chosen == {"status": ("active",)}
    assert kept.selection.disclosure is Disclosure.NONE
    assert not kept.selection.guarded
    qtbot.waitUntil(lambda: "People without names" in tab.profiles.run_buttons, timeout=LONG)
    with qtbot.waitSignal(tab.exporting.ended, timeout=LONG):
        tab.profiles.run_buttons["People without names"].click()
    assert list((tmp_path / "nameless").rglob("*.csv"))
    assert desk.reading.exports()[0].profile == "People without names"


def test_a_profile_publishes_with_the_password_that_the_keyring_keeps(
    qtbot: QtBot, real_keyring: KeyringDaemon, postgres: Server, tab: ExportTab, desk: Desk
) -> None:
    database = postgres.database()
    tab.profiles.new_button.click()
    (dialog,) = tab.window().findChildren(ProfileDialog)
    assert dialog.password.isHidden()
    dialog.name.setText("Shared")
    dialog.format.setCurrentIndex(dialog.format.findData("publish"))
    assert not dialog.password.isHidden()
    assert dialog.place.choose_button.isHidden()
    dialog.place.setText(postgres.url(database, schema="recruiting"))
    dialog.password.setText(OWNERS_PASSWORD)
    with qtbot.waitSignal(dialog.saved, timeout=LONG):
        dialog.save_button.click()
    qtbot.waitUntil(lambda: "Shared" in tab.profiles.run_buttons, timeout=LONG)
    assert tab.profiles.run_buttons["Shared"].text() == "Publish"
    with qtbot.waitSignal(tab.exporting.ended, timeout=LONG):
        tab.profiles.run_buttons["Shared"].click()
    ((rows,),) = postgres.run(database, "select count(*) from recruiting.candidates")
    assert rows == desk.reading.exports()[0].tables["candidates"] > 0
    assert tab.notice.text().startswith("Published: ")
    assert not tab.open_button.isVisible()


def test_a_profile_that_cannot_be_kept_says_why(qtbot: QtBot, tab: ExportTab, desk: Desk) -> None:
    tab.profiles.new_button.click()
    (dialog,) = tab.window().findChildren(ProfileDialog)
    dialog.save_button.click()
    assert dialog.notice.text()
    dialog.name.setText("/")
    dialog.place.setText("x.xlsx")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "cannot be a profile's name" in dialog.notice.text(), timeout=LONG)
    assert desk.profiles.all() == []
    dialog.reject()


def test_a_profile_is_changed_under_another_name_and_removed(
    qtbot: QtBot, tab: ExportTab, desk: Desk, weekly: Profile
) -> None:
    qtbot.waitUntil(lambda: "Weekly" in tab.profiles.run_buttons, timeout=LONG)
    tab.profiles.open("Weekly")
    (dialog,) = tab.window().findChildren(ProfileDialog)
    assert dialog.profile() == weekly
    dialog.name.setText("Monthly")
    with qtbot.waitSignal(dialog.saved, timeout=LONG):
        dialog.save_button.click()
    assert [one.name for one in desk.profiles.all()] == ["Monthly"]
    tab.profiles.remove("Monthly")
    qtbot.waitUntil(lambda: not desk.profiles.all(), timeout=LONG)
    qtbot.waitUntil(lambda: not tab.profiles.run_buttons, timeout=LONG)


def test_a_sync_is_followed_by_the_profiles_that_want_it(
    qtbot: QtBot, window: Window, tab: ExportTab, desk: Desk, weekly: Profile
) -> None:
    with qtbot.waitSignal(tab.exporting.ended, timeout=LONG):
        window.syncs.start_unseen("acme")
    assert zipfile.is_zipfile(weekly.path)
    assert desk.reading.exports()[0].profile == "Weekly"


def test_a_profile_that_could_not_follow_a_sync_is_told(
    qtbot: QtBot, window: Window, tab: ExportTab, weekly: Profile
) -> None:
    Path(weekly.path).mkdir()
    said: list[str] = []
    tab.said.connect(said.append)
    report = next(iter(window.desk.reading.runs()))
    with qtbot.waitSignal(tab.exporting.failed, timeout=LONG):
        tab.sync_ended(report)
    assert said
    assert said[0].startswith("Weekly was not written.")


def test_the_format_and_the_place_of_each_are_remembered(tab: ExportTab, window: Window, desk: Desk) -> None:
    workbook = tab.path.text()
    tab.format.setCurrentIndex(tab.format.findData("csv"))
    tab.format.activated.emit(tab.format.currentIndex())
    assert tab.path.text() != workbook
    window.memory.flush()
    kept = json.loads((desk.folder / "window.json").read_text(encoding="utf-8"))
    assert kept["export.format"] == "csv"


def test_the_guide_is_shown_and_names_what_there_is(tab: ExportTab, window: Window, desk: Desk) -> None:
    tab.guide_button.click()
    assert window.dialogs.open_help("build").page.toPlainText()
    named = set(re.findall(r"\b(?:export_)?(\w+)\.(\w+_(?:key|date))\b", guide_text()))
    every = {(sheet.name, column.name) for sheet in data_sheets(Keys()) for column in sheet.columns}
    assert len(named) > 5
    assert named <= every


def guide_text() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (RESOURCES / "guide").glob("*/*.md"))
