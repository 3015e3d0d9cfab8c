"""Interviews by day: meetings with their interviewers, feedback given and overdue, and everybody's load."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from atsdesk.store import agenda, browse
from atsdesk.store.agenda import Agenda, Load
from atsdesk.store.browse import Query
from atsdesk.store.engine import Connection
from atsdesk.store.views import INTERVIEWS_VIEW
from tests.unit.filled import Filled, candidate, filled

ROWS = {
    "interviews": (
        "id, candidate_id, application_id, title, status, starts_at, ends_at, held_on, starts_local, timezone, hours",
        [
            ("I.1", "P.C.1", "C.1", "Phone", "done", "2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z", None,
             "2026-03-02T11:00", "Asia/Jerusalem", None),
            ("I.2", "P.C.2", "C.2", "On site", "done", "2026-03-03T09:00:00Z", "2026-03-03T11:00:00Z", None, None,
             None, 1.5),
            ("I.3", "P.C.1", "C.1", "Lunch", "canceled", "2026-03-04T09:00:00Z", "2026-03-04T10:00:00Z", None, None,
             None, 1.0),
            ("I.4", "P.C.1", "C.1", "Trial day", "scheduled", None, None, "2026-03-05", None, None, None),
            ("I.5", "P.C.2", "C.2", "Next week", "scheduled", "2026-03-10T09:00:00Z", None, None, None, None, None),
            ("I.6", "P.C.2", "C.2", "Far off", "scheduled", "2999-03-10T09:00:00Z", None, None, None, None, None),
        ],
    ),
    "interviewers": (
        "id, interview_id, name, response, rating, feedback_at, scorecard_id",
        [
            ("V.1", "I.1", "Uri Umber", "accepted", "strong_yes", "2026-03-02T12:00:00Z", None),
            ("V.2", "I.1", "Vera Violet", "accepted", None, None, None),
            ("V.3", "I.2", "Vera Violet", "accepted", None, None, "S.draft"),
            ("V.4", "I.2", "Uri Umber", "declined", None, None, None),
            ("V.5", "I.3", "Uri Umber", "accepted", None, None, None),
            ("V.6", "I.5", "Vera Violet", None, None, None, "S.unread"),
            ("V.7", "I.6", "Vera Violet", None, None, None, None),
        ],
    ),
    "scorecards": ("id, interview_id, status, rating", [("S.draft", "I.2", "draft", "no")]),
}  # fmt: skip
WEEK = (dt.datetime(2026, 3, 2, tzinfo=dt.UTC), dt.datetime(2026, 3, 9, tzinfo=dt.UTC))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    with filled(tmp_path_factory.mktemp("agenda")) as file:
        file.account("silent")
        file.candidates(candidate("C.1", "Ada", "Alef"), candidate("C.2", "Ben", "Bet"))
        file.candidates(candidate("C.9", "Dora", "Dalet"), account="silent")
        file.store.write(meet)
        yield file


def meet(connection: Connection) -> None:
    for table, (columns, rows) in ROWS.items():
        marks = ", ".join("?" * (columns.count(",") + 1))
        connection.executemany(f"insert into {table} (account_id, {columns}) values ('acme', {marks})", rows)
    connection.execute(
        "insert into interviews (account_id, id, candidate_id, status, starts_at)"
        " values ('silent', 'I.1', 'P.C.9', 'done', '2026-03-02T09:00:00Z')"
    )
    connection.execute(
        "insert into interviewers (account_id, id, interview_id, name) values ('silent', 'V.1', 'I.1', 'Zoe')"
    )


def read(
    file: Filled, query: Query | None = None, start: dt.datetime = WEEK[0], end: dt.datetime = WEEK[1]
) -> Agenda:
    return file.read(lambda connection: agenda.agenda(connection, query or Query(), start, end))


def test_the_meetings_of_a_week_come_in_their_order_with_everybody_in_them(file: Filled) -> None:
    found = read(file, Query(account="acme"))
    assert [one.title for one in found.meetings] == ["Phone", "On site", "Lunch", "Trial day"]
    first = found.meetings[0]
    assert (first.candidate, first.account, first.candidate_id, first.application_id) == (
        "Ada Alef", "acme", "P.C.1", "C.1",
    )  # fmt: skip
    assert (first.there, first.timezone) == ("2026-03-02T11:00", "Asia/Jerusalem")
    assert [(one.name, one.response, one.feedback, one.rating) for one in first.interviewers] == [
        ("Uri Umber", "accepted", "given", "strong_yes"),
        ("Vera Violet", "accepted", "overdue", None),
    ]
    assert found.meetings[3].held_on == "2026-03-05"
    assert not found.more


def test_feedback_is_overdue_only_where_somebody_owes_it_and_the_account_tells_of_feedback(
    file: Filled,
) -> None:
    columns = [column.key for column in INTERVIEWS_VIEW.columns]
    place = len(INTERVIEWS_VIEW.hidden) + columns.index("feedback")
    rows = file.read(lambda connection: browse.rows(connection, INTERVIEWS_VIEW, Query(sort="when"), 0, 100))
    who = len(INTERVIEWS_VIEW.hidden) + columns.index("interviewer")
    title = len(INTERVIEWS_VIEW.hidden) + columns.index("interview")
    assert {(row[title], row[who]): row[place] for row in rows} == {
        ("Phone", "Uri Umber"): "given",
        ("Phone", "Vera Violet"): "overdue",
        ("On site", "Vera Violet"): "overdue",  # a draft is no feedback
        ("On site", "Uri Umber"): None,  # declined
        ("Lunch", "Uri Umber"): None,  # canceled
        ("Trial day", None): None,  # nobody interviews
        ("Next week", "Vera Violet"): "given",  # scorecards are not read, but there is one
        ("Far off", "Vera Violet"): None,  # still to come
        (None, "Zoe"): None,  # an account that never tells of feedback
    }


def test_load_counts_hours_and_overdue_feedback_of_what_is_held(file: Filled) -> None:
    assert read(file, Query(account="acme")).loads == [
        Load("Vera Violet", 2, 2.5, 2),
        Load("Uri Umber", 1, 1.0, 0),
    ]


def test_search_and_filters_of_the_tab_rule_the_agenda(file: Filled) -> None:
    assert [one.title for one in read(file, Query(text="ben")).meetings] == ["On site"]
    overdue = read(file, Query(chosen={"feedback": ("overdue",), "starts": ("2020-01-01..2020-01-01",)}))
    assert [(one.title, [who.name for who in one.interviewers]) for one in overdue.meetings] == [
        ("Phone", ["Vera Violet"]),
        ("On site", ["Vera Violet"]),
    ]
    assert (
        read(file, Query(account="silent", sort="stage", descending=True)).meetings[0].candidate
        == "Dora Dalet"
    )


def test_a_day_ends_where_the_next_begins(file: Filled) -> None:
    zone = dt.timezone(dt.timedelta(hours=-9))
    day = dt.datetime(2026, 3, 2, tzinfo=zone), dt.datetime(2026, 3, 3, tzinfo=zone)
    assert [one.title for one in read(file, Query(account="acme"), *day).meetings] == ["Phone"]


def test_more_than_can_be_read_is_said(file: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda, "MOST", 2)
    found = read(file, Query(account="acme"))
    assert found.more
    assert len(found.meetings) == 1


def test_an_empty_file_has_no_meetings(data_dir: Path) -> None:
    with filled(data_dir) as empty:
        assert read(empty) == Agenda([], [], False)
