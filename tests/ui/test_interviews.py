"""The Interviews tab: an agenda of days and weeks beside the table, under the same search and filters."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.store.agenda import Meeting
from atsdesk.ui import agenda
from atsdesk.ui.agenda import DAY, WEEK, AgendaList
from atsdesk.ui.interviews_tab import InterviewsTab
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY
from tests.ui.test_look import nameless

Calm = Callable[[Window], None]
MONDAY = dt.date(2026, 3, 2)
MEETING = Meeting(
    "acme", "x", "y", "1", "Ada", None, None, "done", "2026-03-03T09:00:00Z", "2026-03-03T10:00:00Z", None,
    "2026-03-03T14:30", "Asia/Kolkata", None, (),
)  # fmt: skip


@pytest.fixture
def tab(qtbot: QtBot, window: Window, desk: Desk, calm: Calm) -> InterviewsTab:
    """Two interviews of two people in one week of March 2026, one of them without feedback."""
    people = [
        row[:3]
        for row in desk.reading.rows(window.candidates.model.view, window.candidates.model.query, 0, 2)
    ]

    def meet(connection: object) -> None:
        for number, (account, person, application) in enumerate(people, 1):
            connection.execute(  # type: ignore[attr-defined]
                "insert into interviews (account_id, id, candidate_id, application_id, title, status, starts_at,"
                " ends_at) values (?, ?, ?, ?, 'Phone', 'done', ?, ?)",
                (account, str(number), person, application, f"2026-03-0{2 + number}T12:00:00Z",
                 f"2026-03-0{2 + number}T13:30:00Z"),
            )  # fmt: skip
            connection.execute(  # type: ignore[attr-defined]
                "insert into interviewers (account_id, id, interview_id, name, response, rating)"
                " values (?, ?, ?, ?, 'accepted', ?)",
                (account, str(number), str(number), ("Uri Umber", "Vera Violet")[number - 1],
                 ("strong_yes", None)[number - 1]),
            )  # fmt: skip

    desk._store.write(meet)
    window.show_page(window.interviews)
    found = window.interviews
    found.agenda._today = lambda: MONDAY + dt.timedelta(days=2)
    found.agenda.show_today()
    calm(window)
    qtbot.waitUntil(lambda: "Uri Umber" in texts(found), timeout=SHORTLY)
    return found


def texts(tab: InterviewsTab) -> list[str]:
    widgets: list[QLabel | QPushButton] = [
        *tab.agenda.findChildren(QLabel),
        *tab.agenda.findChildren(QPushButton),
    ]
    return [one.text().strip("\u2068\u2069") for one in widgets if one.isVisible()]


def test_a_week_lists_who_meets_whom_with_feedback_and_load(tab: InterviewsTab) -> None:
    found = texts(tab)
    assert tab.agenda.title.text() == "2 Mar – 8 Mar 2026"
    assert "Wednesday 4 Mar, today" in found
    assert {"Strong yes", "feedback overdue", "Feedback overdue: 1", "1 · 1.5 h"} <= set(found)
    assert found.count("Vera Violet") == 2, "in the meeting and among the loads"
    assert nameless(tab.agenda) == []


def test_days_and_weeks_are_walked_through(
    qtbot: QtBot, tab: InterviewsTab, window: Window, calm: Calm
) -> None:
    tab.agenda.choose_span(DAY)
    calm(window)
    assert tab.agenda.title.text() == "Wed 4 Mar 2026"
    assert "Uri Umber" not in texts(tab)
    tab.agenda.before.click()
    qtbot.waitUntil(lambda: "Uri Umber" in texts(tab), timeout=SHORTLY)
    tab.agenda.walk(-1)
    qtbot.waitUntil(lambda: "No interviews here." in texts(tab), timeout=SHORTLY)
    tab.agenda.choose_span(WEEK)
    calm(window)
    assert tab.agenda.start == MONDAY
    tab.agenda.after.click()
    tab.agenda.today_button.click()
    calm(window)
    assert tab.agenda.start == MONDAY


def test_search_and_filters_rule_the_agenda_too(tab: InterviewsTab, window: Window, calm: Calm) -> None:
    (link,) = (
        one
        for one in tab.agenda.findChildren(QPushButton)
        if "Vera Violet, interviews" in one.accessibleName()
    )
    link.click()
    calm(window)
    assert tab.model.query.chosen == {"interviewer": ("Vera Violet",)}
    assert "Uri Umber" not in texts(tab)
    assert "Interviewer: Vera Violet" in tab.filters.chips["interviewer"].text()


def test_a_meeting_opens_its_candidate(tab: InterviewsTab, window: Window, calm: Calm) -> None:
    (meeting, _) = tab.agenda._shown.meetings if tab.agenda._shown else ()
    (link,) = (
        one
        for one in tab.agenda.findChildren(QPushButton)
        if (meeting.candidate or "-") in one.accessibleName()
    )
    link.click()
    calm(window)
    assert tab.panel.key == (meeting.account, meeting.candidate_id, meeting.application_id)
    assert tab.panel.isVisible()


def test_the_agenda_makes_way_for_the_panel_in_a_narrow_window_and_comes_back(
    tab: InterviewsTab, window: Window, calm: Calm
) -> None:
    window.resize(1280, 800)
    tab.turn_panel()
    calm(window)
    assert tab.agenda.isHidden()
    tab.close_panel()
    assert tab.agenda.isVisible()


def test_a_hidden_agenda_stays_hidden(tab: InterviewsTab, desk: Desk, window: Window, calm: Calm) -> None:
    tab.agenda_button.click()
    assert tab.agenda.isHidden()
    tab.turn_panel()
    calm(window)
    tab.close_panel()
    assert tab.agenda.isHidden()
    window.memory.flush()
    assert desk.remembered("interviews.agenda") is False


def test_new_interviews_appear_while_the_tab_is_open(
    qtbot: QtBot, tab: InterviewsTab, window: Window, desk: Desk
) -> None:
    from atsdesk.sync.books import Changes

    desk._store.write(lambda connection: connection.execute("update interviews set title = 'Renamed'"))
    window.take_changes(Changes(frozenset({"interviews"}), 0, 1, 0))
    qtbot.waitUntil(lambda: any("Renamed" in text for text in texts(tab)), timeout=SHORTLY)


@pytest.fixture
def alone(qtbot: QtBot, desk: Desk, window: Window) -> AgendaList:
    made = AgendaList(desk, window.workers, lambda: MONDAY)
    qtbot.addWidget(made)
    return made


def test_the_time_there_is_told_where_it_is_another(alone: AgendaList) -> None:
    here = dt.datetime(2026, 3, 3, 9, tzinfo=dt.UTC).astimezone()
    there = alone.there(MEETING)
    kolkata = dt.timedelta(hours=5, minutes=30)
    assert there == ("" if here.utcoffset() == kolkata else "14:30 in Asia/Kolkata")
    assert alone.there(replace(MEETING, timezone="Nowhere/Atall")) == "14:30 in Nowhere/Atall"
    assert alone.there(replace(MEETING, timezone=None)) == ""
    assert alone.there(replace(MEETING, starts_at=None)) == ""


def test_a_week_begins_as_the_country_has_it(alone: AgendaList, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, first in (("en_GB", MONDAY), ("he_IL", MONDAY - dt.timedelta(days=1))):
        monkeypatch.setattr(agenda, "QLocale", lambda name=name: QLocale(name))
        assert alone._beginning(MONDAY + dt.timedelta(days=3)) == first
