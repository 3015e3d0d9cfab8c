"""*Export this view*: the rows and columns on screen become a file, in a process of its own."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.ui.browse_tab import BrowseTab
from atsdesk.ui.table_model import PAGE
from atsdesk.ui.window import Window
from tests.export.data import assert_sound, by_openpyxl
from tests.ui.test_table import texts

Calm = Callable[[Window], None]
LONG = 30_000


def arranged(window: Window, calm: Calm) -> BrowseTab:
    tab = window.candidates
    keys = [column.key for column in tab.table.columns]
    tab.table.show_column(keys.index("job"), False)
    tab.table.head.moveSection(tab.table.head.visualIndex(keys.index("status")), 0)
    tab.filters.choose({"status": ("rejected",)})
    tab.table.sort_by("name", True)
    calm(window)
    return tab


def test_what_is_on_screen_is_in_the_workbook(
    qtbot: QtBot, window: Window, desk: Desk, calm: Calm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab, path = arranged(window, calm), tmp_path / "people.xlsx"
    tab.export_to(path)
    assert tab.exporting.cancel_button.isVisible()
    qtbot.waitUntil(tab.exporting.open_button.isVisible, timeout=LONG)
    assert_sound(path)
    rows = by_openpyxl(path, "candidates")
    shown = [tab.table.columns[section] for section in tab.table.shown_columns()]
    assert [title.removesuffix(" (UTC)") for title in rows[0]] == [column.label for column in shown]
    assert len(rows) - 1 == tab.model.rowCount()
    assert [row[0] for row in rows[1 : PAGE + 1]] == texts(tab, "status")
    assert [row[1] for row in rows[1 : PAGE + 1]] == texts(tab, "name")
    assert f"{len(rows) - 1} rows" in tab.exporting.status.text()
    told = [list(row[:2]) for row in by_openpyxl(path, "README")]
    assert ["Filters", "Status: Rejected"] in told
    assert ["Order", "Name, descending"] in told
    qtbot.waitUntil(lambda: bool(desk.reading.exports()), timeout=LONG)
    assert desk.reading.exports()[0].path == str(path)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    tab.exporting.open_button.click()
    tab.exporting.show_button.click()
    assert opened == [str(path), str(path.parent)]


def test_csv_where_the_name_says_so(qtbot: QtBot, window: Window, calm: Calm, tmp_path: Path) -> None:
    tab, path = arranged(window, calm), tmp_path / "people.csv"
    tab.export_to(path)
    qtbot.waitUntil(tab.exporting.open_button.isVisible, timeout=LONG)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) - 1 == tab.model.rowCount()
    assert rows[1][0] == "Rejected"


def test_a_file_that_cannot_be_written_is_told_in_the_strip(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    window.candidates.export_to(tmp_path / "nowhere" / "people.xlsx")
    strip = window.candidates.exporting
    qtbot.waitUntil(lambda: "does not exist" in strip.status.text(), timeout=LONG)
    assert strip.close_button.isVisible()
    assert not strip.open_button.isVisible()
    strip.close_button.click()
    assert strip.isHidden()


def test_it_can_be_cancelled(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.candidates.export_to(tmp_path / "people.xlsx")
    strip = window.candidates.exporting
    strip.cancel_button.click()
    qtbot.waitUntil(lambda: "Cancelled" in strip.status.text(), timeout=LONG)
    assert not list(tmp_path.glob("people*"))


def test_every_tab_offers_it_in_its_menu(window: Window, calm: Calm) -> None:
    for tab in (window.candidates, window.steps, window.jobs, window.interviews):
        window.show_page(tab)
        calm(window)
        assert "Export this view…" in [action.text() for action in tab.row_menu().actions()]
        assert tab.export_button.isVisible()


def test_closing_the_window_ends_an_export(
    qtbot: QtBot, desk: Desk, show: Callable[[Desk], Window], tmp_path: Path
) -> None:
    window = show(desk)
    window.candidates.export_to(tmp_path / "people.xlsx")
    assert not window.candidates.export_button.isEnabled()
    window.close()
    assert window.end()
    assert not list(tmp_path.glob("people*"))
