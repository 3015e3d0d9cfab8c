"""Ranges of days: what their names mean on a day, and which rows of a view lie in them."""

import datetime as dt
import time
from collections.abc import Iterator

import pytest

from atsdesk.store import browse, days
from atsdesk.store.browse import Query
from atsdesk.store.days import NAMED, meant
from atsdesk.store.engine import Connection
from atsdesk.store.views import CANDIDATES_VIEW, INTERVIEWS_VIEW, STEPS_VIEW, VIEWS, View
from tests.unit.filled import Filled, candidate, filled


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("today", "name", "first", "last"),
    [
        ("2026-03-01", "today", "2026-03-01", "2026-03-01"),
        ("2026-02-28", "tomorrow", "2026-03-01", "2026-03-01"),
        ("2026-02-28", "next_7_days", "2026-02-28", "2026-03-06"),
        ("2026-03-03", "last_7_days", "2026-02-25", "2026-03-03"),
        ("2026-01-10", "last_30_days", "2025-12-12", "2026-01-10"),
        ("2024-02-15", "this_month", "2024-02-01", "2024-02-29"),
        ("2026-12-31", "this_month", "2026-12-01", "2026-12-31"),
        ("2026-01-31", "last_month", "2025-12-01", "2025-12-31"),
        ("2026-12-31", "this_quarter", "2026-10-01", "2026-12-31"),
        ("2026-02-01", "this_quarter", "2026-01-01", "2026-03-31"),
        ("2026-07-05", "this_year", "2026-01-01", "2026-12-31"),
        ("2024-02-29", "older_than_a_year", "", "2023-02-27"),
        ("2026-11-26", "older_than_a_year", "", "2025-11-25"),
    ],
)
def test_a_name_means_other_days_on_another_day(today: str, name: str, first: str, last: str) -> None:
    found = meant(name, dt.date.fromisoformat(today))
    assert found
    assert (found.first, found.last) == (day(first), day(last))


def test_no_day_is_beyond_a_name() -> None:
    for number in range(1500):
        today = dt.date(2023, 1, 1) + dt.timedelta(days=number)
        assert all(meant(name, today) for name in NAMED)


@pytest.mark.parametrize("value", ["", "..", "sometime", "2026-13-01..", "2026-01-01", "1..2"])
def test_what_is_no_range_means_nothing_and_finds_nothing(value: str) -> None:
    assert meant(value) is None


@pytest.mark.parametrize(
    ("first", "last"), [("2026-03-01", "2026-03-31"), ("2026-03-01", ""), ("", "2026-03-31")]
)
def test_two_days_are_written_and_read_alike(first: str, last: str) -> None:
    found = meant(days.between(day(first), day(last)))
    assert found
    assert (found.first, found.last) == (day(first), day(last))


@pytest.fixture
def in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be changed here")
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    with filled(tmp_path_factory.mktemp("days")) as file:
        file.positions(
            {"uid": "J.1", "name": "Baker", "status": "open", "time_created": "2026-03-08T12:00:00Z"}
        )
        file.candidates(
            candidate("C.1", "Ada", "Before", time_created="2026-03-08T04:59:59Z"),
            candidate("C.2", "Ben", "First", time_created="2026-03-08T05:00:00Z", status="Hired"),
            candidate("C.3", "Dora", "Last", time_created="2026-03-09T03:59:59Z"),
            candidate("C.4", "Eve", "After", time_created="2026-03-09T04:00:00Z"),
        )
        file.store.write(_meet)
        yield file


def _meet(connection: Connection) -> None:
    for identity, starts_at, held_on in (
        ("I.1", "2026-03-09T03:30:00Z", None),
        ("I.2", None, "2026-03-08"),
        ("I.3", "2026-03-09T05:00:00Z", None),
        ("I.4", None, "2026-03-09"),
        ("I.5", None, None),
    ):
        connection.execute(
            "insert into interviews (account_id, id, application_id, candidate_id, status, starts_at, held_on)"
            " values ('acme', ?, 'C.1', 'P.C.1', 'scheduled', ?, ?)",
            (identity, starts_at, held_on),
        )


def count(file: Filled, view: View, query: Query) -> int:
    return file.read(lambda connection: browse.count(connection, view, query))


def people(file: Filled, query: Query) -> set[object]:
    rows = file.read(lambda connection: browse.rows(connection, CANDIDATES_VIEW, query, 0, 100))
    assert count(file, CANDIDATES_VIEW, query) == len(rows)
    return {row[len(CANDIDATES_VIEW.hidden)] for row in rows}


def test_a_day_begins_at_midnight_here_also_where_the_clock_is_put_forward(
    file: Filled, in_new_york: None
) -> None:
    the_day = ("2026-03-08..2026-03-08",)
    assert people(file, Query(chosen={"applied": the_day})) == {"Ben First", "Dora Last"}
    both = {"applied": the_day, "status": ("hired",)}
    assert people(file, Query(chosen=both)) == {"Ben First"}
    assert people(file, Query("dora", chosen={"applied": the_day})) == {"Dora Last"}
    assert len(people(file, Query(chosen={"applied": ("..2026-03-08",)}))) == 3
    assert people(file, Query(chosen={"applied": ("2026-03-09..",)})) == {"Eve After"}
    assert people(file, Query(chosen={"applied": ("nonsense",)})) == set()


def test_an_interview_without_an_hour_lies_on_its_day(file: Filled, in_new_york: None) -> None:
    query = Query(chosen={"starts": ("2026-03-08..2026-03-08",)})
    assert count(file, INTERVIEWS_VIEW, query) == 2
    query = Query(chosen={"starts": ("2026-03-08..9999-12-31",)})
    assert count(file, INTERVIEWS_VIEW, query) == 4


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_range_that_is_offered_is_counted_as_it_filters(file: Filled, view: View) -> None:
    one = next(one for one in view.filters if one.ranges)
    besides = "2026-03-08..2026-03-20"
    query = Query(chosen={one.key: (besides,)})
    offered = file.read(lambda connection: browse.choices(connection, view, one.key, query, 200))
    assert [choice.value for choice in offered] == [*one.ranges, besides]
    for choice in offered:
        assert count(file, view, Query(chosen={one.key: (choice.value,)})) == choice.count
    if view is not STEPS_VIEW:
        assert offered[-1].count > 0


@pytest.mark.parametrize(
    ("view", "chosen", "index"),
    [
        (CANDIDATES_VIEW, {"applied": ("last_7_days",)}, "applications_2"),
        (STEPS_VIEW, {"entered": ("last_30_days",), "state": ("current",)}, "steps_1"),
        (INTERVIEWS_VIEW, {"starts": ("today",)}, "interviews_2"),
    ],
)
def test_a_short_range_is_found_by_an_index(
    file: Filled, view: View, chosen: dict[str, tuple[str, ...]], index: str
) -> None:
    query = Query(chosen=chosen)
    statement, parameters = browse.matching(view, query)
    plan = file.read(
        lambda connection: connection.execute(f"explain query plan {statement}", parameters).fetchall()
    )
    assert any(f"INDEX {index}" in step[3] for step in plan), plan
