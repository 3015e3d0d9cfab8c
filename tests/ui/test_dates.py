"""Ranges of days as filters: chosen in the list or typed, kept in views, told in exports, moved on by the calendar."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.store import days
from atsdesk.store.browse import Query
from atsdesk.store.views import CANDIDATES_VIEW
from atsdesk.ui import browse_tab
from atsdesk.ui.calendar_menu import CalendarMenu
from atsdesk.ui.window import Window
from tests.export.data import by_openpyxl
from tests.ui.conftest import SHORTLY
from tests.ui.test_look import nameless

Calm = Callable[[Window], None]
LONG = 30_000


def applied(desk: Desk, value: str, **besides: tuple[str, ...]) -> int:
    return desk.reading.count(CANDIDATES_VIEW, Query(chosen={"applied": (value,), **besides}))


def test_a_range_is_chosen_by_keyboard_with_its_count_and_combines(
    qtbot: QtBot, window: Window, desk: Desk, calm: Calm
) -> None:
    tab = window.candidates
    tab.filters.open("applied")
    popup = tab.filters.popups["applied"]
    names = [popup.choices.label(choice) for choice in popup.choices.shown]
    assert names[:3] == ["Today", "Last 7 days", "Last 30 days"], "they are there before they are counted"
    assert popup.list.hasFocus()
    calm(window)
    counts = {choice.value: choice.count for choice in popup.choices.shown}
    assert counts["this_year"] == applied(desk, "this_year") > 0
    at = list(counts).index("this_year")
    for _ in range(at):
        QTest.keyClick(popup.list, Qt.Key.Key_Down)
    QTest.keyClick(popup.list, Qt.Key.Key_Space)
    calm(window)
    assert tab.filters.chips["applied"].text() == "Applied: This year"
    assert tab.model.rowCount() == counts["this_year"]
    QTest.keyClick(popup.list, Qt.Key.Key_Down)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert tab.filters.chosen == {"applied": ("older_than_a_year",)}, "one at a time"
    tab.filters.choose({**tab.filters.chosen, "status": ("rejected",)})
    calm(window)
    assert tab.model.rowCount() == applied(desk, "older_than_a_year", status=("rejected",)) > 0
    popup.clear.click()
    assert tab.filters.chosen == {"status": ("rejected",)}
    popup.close()


def test_two_days_are_typed_or_chosen_in_the_calendar(
    qtbot: QtBot, window: Window, desk: Desk, calm: Calm
) -> None:
    tab = window.candidates
    tab.filters.open("applied")
    popup = tab.filters.popups["applied"]
    between = popup.between
    assert between
    assert not between.show_button.isEnabled()
    for first, last in (("2026-02-30", ""), ("2026-03-02", "2026-03-01"), ("March", "2026-03-01")):
        between.first.setText(first)
        between.last.setText(last)
        assert not between.show_button.isEnabled()
    between.first.setText("2025-01-01")
    between.last.setText("")
    assert between.value() == "2025-01-01.."
    (menu,) = between.last.findChildren(CalendarMenu)
    menu.open_below(between.last)
    assert menu.calendar
    assert nameless(window) == []
    menu.calendar.clicked.emit(QDate(2026, 6, 30))
    assert menu.isHidden()
    assert between.last.text() == "2026-06-30"
    QTest.keyClick(between.last, Qt.Key.Key_Return)
    calm(window)
    assert popup.isHidden()
    assert tab.filters.chosen == {"applied": ("2025-01-01..2026-06-30",)}
    assert tab.filters.chips["applied"].text() == "Applied: 1 Jan 2025 – 30 Jun 2026"
    assert tab.model.rowCount() == applied(desk, "2025-01-01..2026-06-30") > 0
    tab.filters.open("applied")
    calm(window)
    assert popup.choices.shown[-1].count == tab.model.rowCount(), "what is chosen is in the list"
    assert between.first.text() == "2025-01-01"
    popup.close()


def test_a_view_keeps_a_range_as_it_was_meant_and_an_export_tells_its_days(
    qtbot: QtBot, window: Window, desk: Desk, calm: Calm, tmp_path: Path
) -> None:
    tab, path = window.candidates, tmp_path / "views.json"
    for name, value in (("Moving", "last_30_days"), ("Fixed", "2026-01-01..")):
        tab.filters.choose({"applied": (value,)})
        tab.views.save(name)
        qtbot.waitUntil(lambda: tab.views.text() == name, timeout=SHORTLY)  # noqa: B023
    tab.views.export_to(path)
    qtbot.waitUntil(path.exists, timeout=SHORTLY)
    calm(window)
    kept = {one["name"]: one["shows"]["filters"] for one in json.loads(path.read_text())["views"]}
    assert kept == {"Moving": {"applied": ["last_30_days"]}, "Fixed": {"applied": ["2026-01-01.."]}}
    tab.views.import_from(path)
    qtbot.waitUntil(lambda: len(tab.views.views) == 4, timeout=SHORTLY)
    tab.filters.clear()
    tab.views.choose(next(one for one in tab.views.views if one.name.startswith("Moving")))
    calm(window)
    assert tab.model.rowCount() == applied(desk, "last_30_days") > 0
    book = tmp_path / "people.xlsx"
    tab.export_to(book)
    qtbot.waitUntil(tab.exporting.open_button.isVisible, timeout=LONG)
    assert len(by_openpyxl(book, "candidates")) - 1 == tab.model.rowCount()
    (told,) = [row[1] for row in by_openpyxl(book, "README") if row[0] == "Filters"]
    assert str(told).startswith("Applied: Last 30 days (")
    assert str(days.this_day().year) in str(told)


def test_at_midnight_the_last_days_become_others(
    window: Window, desk: Desk, calm: Calm, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = window.candidates
    value = "last_7_days"
    tab.filters.choose({"applied": (value,)})
    calm(window)
    assert tab.model.rowCount() == applied(desk, value) > 0
    later = days.this_day() + dt.timedelta(days=40)
    monkeypatch.setattr(days, "this_day", lambda: later)
    monkeypatch.setattr(browse_tab, "this_day", lambda: later)
    tab.look_at_the_day()
    calm(window)
    assert tab.model.rowCount() == 0
