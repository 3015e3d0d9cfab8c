"""Saved views in the window: what was searched, filtered, sorted and arranged comes back with one click."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.store.browse import Query
from atsdesk.store.saved_views import Arrangement
from atsdesk.store.views import CANDIDATES_VIEW
from atsdesk.ui.browse_tab import BrowseTab
from atsdesk.ui.saved_views import NameDialog
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY

Calm = Callable[[Window], None]
Show = Callable[[Desk], Window]


def columns(tab: BrowseTab) -> list[str]:
    return [tab.table.columns[section].key for section in tab.table.shown_columns()]


def arranged(window: Window, desk: Desk, calm: Calm) -> BrowseTab:
    """The candidates of one job, searched, filtered, sorted, with other columns than usual."""
    tab = window.candidates
    job = desk.reading.choices(CANDIDATES_VIEW, "job", tab.model.query)[0].value
    tab.filters.choose({"job": (job,)})
    tab.table.sort_by("name", True)
    keys = [column.key for column in tab.table.columns]
    tab.table.show_column(keys.index("phone"), False)
    tab.table.head.moveSection(tab.table.head.visualIndex(keys.index("email")), 0)
    tab.table.setColumnWidth(keys.index("stage"), 222)
    window.header.search.setText("a")
    calm(window)
    return tab


def named(window: Window, name: str) -> None:
    (dialog,) = (one for one in window.findChildren(NameDialog) if one.isVisible())
    dialog.name.setText(name)
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)


def test_a_saved_view_brings_everything_back(qtbot: QtBot, window: Window, desk: Desk, calm: Calm) -> None:
    tab = arranged(window, desk, calm)
    qtbot.waitUntil(lambda: tab.model.query.text == "a", timeout=SHORTLY)
    calm(window)
    before, rows = tab.arrangement(), tab.model.rowCount()
    tab.views.ask_new()
    named(window, "One job")
    qtbot.waitUntil(lambda: tab.views.text() == "One job", timeout=SHORTLY)
    tab.show_everything()
    tab.table.reset_columns()
    tab.table.sort_by("", False)
    qtbot.waitUntil(lambda: tab.views.text() == "One job (changed)", timeout=SHORTLY)
    calm(window)
    assert tab.model.rowCount() != rows
    tab.views.choose(tab.views.views[0])
    qtbot.waitUntil(lambda: tab.arrangement() == before and tab.model.rowCount() == rows, timeout=SHORTLY)
    calm(window)
    assert window.header.search.text() == "a"
    assert columns(tab)[0] == "email"
    assert "phone" not in columns(tab)
    assert tab.views.text() == "One job"


def test_the_default_is_shown_at_the_start_with_names_on_its_chips(
    qtbot: QtBot, desk: Desk, show: Show, calm: Calm
) -> None:
    choice = desk.reading.choices(CANDIDATES_VIEW, "job", Query())[0]
    shows = Arrangement("", {"job": (choice.value,)}, "name", False, ("job", "name"), {"job": 250})
    desk.views.make_default("candidates", desk.views.save("candidates", "Mine", shows))
    window = show(desk)
    tab = window.candidates
    qtbot.waitUntil(lambda: tab.model.rowCount() == choice.count, timeout=SHORTLY)
    qtbot.waitUntil(lambda: choice.label[:20] in tab.filters.chips["job"].text(), timeout=SHORTLY)
    assert columns(tab) == ["job", "name"]
    assert tab.views.text() == "Mine"


def test_a_view_keeps_its_name_while_custom_columns_are_still_to_come(
    qtbot: QtBot, desk: Desk, show: Show
) -> None:
    shows = Arrangement("", {}, "", False, ("name", "custom.candidates.nowhere"), {})
    desk.views.make_default("candidates", desk.views.save("candidates", "Mine", shows))
    window = show(desk)
    assert columns(window.candidates) == ["name"]
    assert window.candidates.views.text() == "Mine"


def test_a_view_is_renamed_deleted_and_brought_back(qtbot: QtBot, window: Window, desk: Desk) -> None:
    picker = window.steps.views
    window.show_page(window.steps)
    qtbot.waitUntil(lambda: not window.workers.busy, timeout=SHORTLY)
    picker.save("Old")
    qtbot.waitUntil(lambda: picker.text() == "Old", timeout=SHORTLY)
    picker.ask_name()
    named(window, "New")
    qtbot.waitUntil(lambda: picker.text() == "New", timeout=SHORTLY)
    picker.delete()
    qtbot.waitUntil(lambda: not picker.views, timeout=SHORTLY)
    assert picker.text() == "Views"
    assert "Bring back “New”" in [action.text() for action in picker.menu_of_views().actions()]
    picker.bring_back()
    qtbot.waitUntil(lambda: [view.name for view in picker.views] == ["New"], timeout=SHORTLY)
    assert desk.views.of("steps")[0].shows.filters == {"state": ("current",), "status": ("active",)}


def test_the_menu_turns_the_default_on_and_off(qtbot: QtBot, window: Window, desk: Desk) -> None:
    picker = window.candidates.views
    picker.save("Mine")
    qtbot.waitUntil(lambda: bool(picker.views), timeout=SHORTLY)
    for wanted in (True, False):
        (action,) = (one for one in picker.menu_of_views().actions() if one.text() == "Show at the start")
        action.trigger()
        qtbot.waitUntil(lambda: desk.views.of("candidates")[0].is_default is wanted, timeout=SHORTLY)  # noqa: B023
        qtbot.waitUntil(lambda: picker.views[0].is_default is wanted, timeout=SHORTLY)  # noqa: B023


def test_views_are_written_to_a_file_and_read_from_it(
    qtbot: QtBot, window: Window, desk: Desk, tmp_path: Path
) -> None:
    picker, path = window.candidates.views, tmp_path / "views.json"
    picker.save("Mine")
    qtbot.waitUntil(lambda: bool(picker.views), timeout=SHORTLY)
    picker.export_to(path)
    qtbot.waitUntil(lambda: window.toast.text() == "Written: views.json", timeout=SHORTLY)
    assert json.loads(path.read_text(encoding="utf-8"))["views"][0]["name"] == "Mine"
    picker.import_from(path)
    qtbot.waitUntil(lambda: [view.name for view in picker.views] == ["Mine", "Mine (2)"], timeout=SHORTLY)


@pytest.mark.expects_log
def test_a_file_that_holds_no_views_is_told_calmly(
    window: Window, tmp_path: Path, expect_trouble: Callable[[Window], str]
) -> None:
    path = tmp_path / "views.json"
    path.write_text("{}")
    window.candidates.views.import_from(path)
    assert "This is no file of saved views." in expect_trouble(window)


def test_a_view_needs_a_name(qtbot: QtBot, window: Window) -> None:
    dialog = window.candidates.views.ask_new()
    assert isinstance(dialog, NameDialog)
    assert not dialog.ok.isEnabled()
    QTest.keyClicks(dialog.name, " x")
    assert dialog.ok.isEnabled()
    dialog.reject()
