"""What the tabs show: search, filter, sort and paging of both views."""

import itertools
import threading
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from atsdesk.cancel import Cancel, ruled_by
from atsdesk.errors import Cancelled
from atsdesk.store import browse, search
from atsdesk.store.browse import Query
from atsdesk.store.browsing import Browsing
from atsdesk.store.engine import Connection
from atsdesk.store.tables import CANDIDATES, CUSTOM_VALUES, span
from atsdesk.store.views import CANDIDATES_VIEW, INTERVIEWS_VIEW, STEPS_VIEW, VIEWS, View
from tests.unit.filled import Filled, candidate, filled, step

POSITIONS = (
    {"uid": "J.1", "name": "Data Engineer", "status": "open"},
    {"uid": "J.2", "name": "Nurse", "status": "closed"},
)
AGENCY = {"uid": "S.2", "name": "Agency", "type": "Agency"}
PEOPLE = (
    candidate("C.1", "Ada", "Alef", time_created="2026-01-01T08:00:00Z"),
    candidate("C.2", "Ben", "Bet", position_uid="J.2", status="Rejected", current_steps=[], source=AGENCY),
    candidate("C.3", "Ada", "Gimel", status="Hired", current_steps=[], future_steps=[], source=None),
    candidate("C.4", "Dora", "Dalet", position_uid="J.2", status="On hold", current_steps=[]),
    candidate("C.5", "Ben", "Bet", person_uid="P.C.2", time_created="2026-02-20T08:00:00Z"),
    candidate("C.6", "Gone", "Away"),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    with filled(tmp_path_factory.mktemp("browse")) as file:
        file.account("other")
        file.positions(*POSITIONS)
        file.candidates(*PEOPLE)
        file.candidates({"uid": "C.6", "deleted": True})
        file.positions({"uid": "J.1", "name": "Baker", "status": "open"}, account="other")
        file.candidates(candidate("C.1", "Ora", "Other"), account="other")
        file.store.write(meet)
        yield file


def meet(connection: Connection) -> None:
    """Interviews of three people, one of them with two interviewers, one with none, one canceled."""
    for identity, application, status, starts_at in (
        ("I.1", "C.1", "scheduled", "2026-01-05T09:00:00Z"),
        ("I.2", "C.2", "scheduled", "2999-01-05T09:00:00Z"),
        ("I.3", "C.5", "canceled", None),
    ):
        connection.execute(
            """
            insert into interviews (account_id, id, application_id, candidate_id, job_id, status, starts_at)
            select account_id, ?, id, candidate_id, job_id, ?, ? from applications
            where account_id = 'acme' and id = ?
            """,
            (identity, status, starts_at, application),
        )
    connection.executemany(
        "insert into interviewers (account_id, id, interview_id, name) values ('acme', ?, ?, ?)",
        [("V.1", "I.1", "Uri Umber"), ("V.2", "I.1", "Vera Violet"), ("V.3", "I.3", "Uri Umber")],
    )


def cells(file: Filled, view: View, key: str, query: Query | None = None, limit: int = 100) -> list[Any]:
    place = len(view.hidden) + [column.key for column in view.columns].index(key)
    rows = file.read(lambda connection: browse.rows(connection, view, query or Query(), 0, limit))
    return [row[place] for row in rows]


def names(file: Filled, **query: Any) -> list[Any]:
    return cells(file, CANDIDATES_VIEW, "name", Query(**query))


@pytest.mark.parametrize("view", [CANDIDATES_VIEW, STEPS_VIEW, INTERVIEWS_VIEW], ids=lambda view: view.name)
def test_rows_begin_with_what_they_stand_for(file: Filled, view: View) -> None:
    rows = file.read(lambda connection: browse.rows(connection, view, Query(), 0, 100))
    assert {len(row) for row in rows} == {len(view.hidden) + len(view.columns)}
    for account, person, application, *_ in rows:
        assert file.select(
            "select 1 from applications where account_id = ? and candidate_id = ? and id = ?",
            account,
            person,
            application,
        )


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query("ada"),
        Query("", "acme"),
        Query("be", "acme", {"status": ("active", "rejected")}),
        Query(chosen={"job": ("acme:J.2",)}),
        Query(chosen={"status": ()}),
        Query("nobody"),
    ],
)
def test_the_count_is_the_number_of_rows(file: Filled, view: View, query: Query) -> None:
    rows = file.read(lambda connection: browse.rows(connection, view, query, 0, 1000))
    assert file.read(lambda connection: browse.count(connection, view, query)) == len(rows)


def test_who_is_gone_is_not_shown(file: Filled) -> None:
    assert "Gone Away" not in names(file)
    assert file.select("select count(*) from applications where deleted_at is not null") == [(1,)]
    assert all(name for name in cells(file, STEPS_VIEW, "candidate"))
    assert len(names(file)) == 6


def test_the_newest_application_comes_first_unless_another_order_was_chosen(file: Filled) -> None:
    assert names(file, account="acme")[0] == "Ben Bet"
    assert names(file, account="acme")[-1] == "Ada Alef"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ada", {"Ada Alef", "Ada Gimel"}),
        ("ada gim", {"Ada Gimel"}),
        ("gim ada", {"Ada Gimel"}),
        ("ADA", {"Ada Alef", "Ada Gimel"}),
        ("c.5@example.com", {"Ben Bet"}),
        ("ada bet", set()),
        ("away", set()),
    ],
)
def test_search_finds_all_words_in_any_order(file: Filled, text: str, found: set[str]) -> None:
    assert set(names(file, text=text)) == found
    assert set(cells(file, STEPS_VIEW, "candidate", Query(text))) == found


def test_filters_take_any_of_the_values_ticked_and_all_of_the_filters(file: Filled) -> None:
    assert set(names(file, chosen={"status": ("hired", "on_hold")})) == {"Ada Gimel", "Dora Dalet"}
    assert set(names(file, chosen={"status": ("rejected", "on_hold"), "source": ("acme:S.2",)})) == {
        "Ben Bet"
    }
    assert names(file, chosen={"status": ("hired",), "job": ("acme:J.2",)}) == []
    assert set(names(file, account="other")) == {"Ora Other"}
    assert set(names(file, chosen={"job": ("other:J.1",)})) == {"Ora Other"}, "accounts have ids of their own"


def test_a_filter_s_values_cannot_be_mistaken_for_sql(file: Filled) -> None:
    assert names(file, chosen={"status": ("active') or 1=1 --", '"', "\\", "]")}) == []


def test_steps_are_filtered_by_state_step_job_and_status(file: Filled) -> None:
    assert set(cells(file, STEPS_VIEW, "state", Query(chosen={"state": ("current",)}))) == {"current"}
    assert set(cells(file, STEPS_VIEW, "step", Query(chosen={"step": ("Offer",)}))) == {"Offer"}
    assert set(cells(file, STEPS_VIEW, "job", Query(chosen={"job": ("acme:J.2",)}))) == {"Nurse"}
    assert set(cells(file, STEPS_VIEW, "status", Query(chosen={"status": ("hired",)}))) == {"hired"}


def test_choices_count_the_rows_of_each_value_under_the_other_filters(file: Filled) -> None:
    def counted(
        key: str, query: Query, view: View = CANDIDATES_VIEW, limit: int = 9
    ) -> list[tuple[str, str, int]]:
        found = file.read(lambda connection: browse.choices(connection, view, key, query, limit))
        return [(one.value, one.label, one.count) for one in found]

    everywhere = counted("status", Query())
    assert everywhere == [
        ("active", "active", 3),
        ("hired", "hired", 1),
        ("on_hold", "on_hold", 1),
        ("rejected", "rejected", 1),
    ]
    ticked = counted("status", Query(chosen={"status": ("hired",)}), limit=3)
    assert ticked[0][0] == "hired", "what is ticked is offered, however rare"
    assert set(ticked) < set(everywhere), "its own ticks do not count"
    assert counted("status", Query(chosen={"job": ("acme:J.2",)})) == [
        ("on_hold", "on_hold", 1),
        ("rejected", "rejected", 1),
    ]
    assert counted("job", Query(account="acme")) == [
        ("acme:J.1", "Data Engineer", 3),
        ("acme:J.2", "Nurse", 2),
    ]
    assert counted("source", Query("dora")) == [("acme:S.1", "Board", 1)]
    assert counted("status", Query(), limit=1) == everywhere[:1]
    assert counted("state", Query("dora"), STEPS_VIEW) == [
        ("completed", "completed", 1),
        ("future", "future", 1),
    ]
    assert sum(count for *_, count in counted("step", Query(), STEPS_VIEW)) == len(
        cells(file, STEPS_VIEW, "step")
    )


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_column_sorts_both_ways_with_blanks_last(file: Filled, view: View) -> None:
    for column, descending in itertools.product(view.columns, (False, True)):
        found = cells(file, view, column.key, Query(sort=column.key, descending=descending))
        values = [value for value in found if value is not None]
        assert values == sorted(values, reverse=descending), column.key
        assert found == values + [None] * (len(found) - len(values)), f"{column.key}: blanks last"


def page(view: View, query: Query, offset: int, connection: Connection) -> list[Any]:
    return [*browse.rows(connection, view, query, offset, 2)]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize("sort", ["", "job", "status"])
def test_pages_hold_every_row_once(file: Filled, view: View, sort: str) -> None:
    query = Query(sort=sort)
    whole = file.read(lambda connection: browse.rows(connection, view, query, 0, 1000))
    paged: list[Any] = []
    for offset in range(0, len(whole) + 2, 2):
        paged += file.read(partial(page, view, query, offset))
    assert paged == whole
    assert file.read(lambda connection: browse.rows(connection, view, query, 10_000, 5)) == []


def in_order(file: Filled, view: View, query: Query) -> list[Any]:
    """All rows by way of an order that was kept, in pages of two."""
    with closing(file.read(partial(browse.order, view=view, query=query))) as order:
        pages = [order.names(offset, 2) for offset in range(0, order.count, 2)]
        assert order.names(order.count, 2) == []
    return [row for names in pages for row in file.read(partial(browse.named, view=view, names=names))]


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_a_kept_order_has_the_same_rows_in_the_same_order(file: Filled, view: View) -> None:
    sorts = ["", *(column.key for column in view.columns)]
    for sort, descending, text in itertools.product(sorts, (False, True), ("", "ada")):
        query = Query(text, sort=sort, descending=descending)
        assert in_order(file, view, query) == file.read(
            partial(browse.rows, view=view, query=query, offset=0, limit=1000)
        )


def test_an_account_that_only_has_lone_people_is_paged_too(with_lone: Filled) -> None:
    for query in (
        Query(),
        Query(sort="name"),
        Query(sort="job", descending=True),
        Query("lone"),
        Query("", "other"),
    ):
        rows = with_lone.read(partial(browse.rows, view=CANDIDATES_VIEW, query=query, offset=0, limit=1000))
        assert in_order(with_lone, CANDIDATES_VIEW, query) == rows


def test_a_frequent_word_finds_the_same_rows_as_a_rare_one_would(
    with_lone: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    queries = [Query("a"), Query("a", chosen={"status": ("active",)}), Query("a", sort="name"), Query("lone")]

    def found() -> list[Any]:
        return [
            (
                with_lone.read(
                    partial(browse.rows, view=CANDIDATES_VIEW, query=query, offset=0, limit=limit)
                ),
                with_lone.read(partial(browse.count, view=CANDIDATES_VIEW, query=query)),
                in_order(with_lone, CANDIDATES_VIEW, query),
            )
            for query in queries
            for limit in (1, 2, 100)
        ]

    rare = found()
    monkeypatch.setattr(browse, "FREQUENT", 0)
    assert found() == rare


def test_far_pages_follow_what_is_written(file: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browse, "FAR", 1)
    browsing, query = Browsing(file.store), Query(sort="name")
    names = [row[3] for offset in range(6) for row in browsing.rows(CANDIDATES_VIEW, query, offset, 1)]
    assert names == sorted(names, key=str)
    assert browsing.count(CANDIDATES_VIEW, query) == len(names) == 6
    file.store.write(
        lambda connection: connection.execute("update candidates set name = '~' where name = ?", names[:1])
    )
    again = [row[3] for offset in range(2, 6) for row in browsing.rows(CANDIDATES_VIEW, query, offset, 1)]
    file.store.write(
        lambda connection: connection.execute("update candidates set name = ? where name = '~'", names[:1])
    )
    browsing.close()
    assert again[-1] == "~"


def test_reading_ends_when_nobody_waits_for_it_any_more(file: Filled) -> None:
    cancel = Cancel()
    counted = "with n(i) as (select 1 union all select i + 1 from n limit 1000000000) select count(*) from n"
    threading.Timer(0.1, cancel.set).start()
    with pytest.raises(Cancelled), ruled_by(cancel), file.store.read() as connection:
        connection.execute(counted).fetchone()
    assert names(file), "the connection can be used again"


def test_the_interviews_nearest_to_now_come_first(tmp_path: Path) -> None:
    days = {
        "tomorrow": "+1 day",
        "next month": "+30 days",
        "today": "+0 days",
        "yesterday": "-1 day",
        "last year": "-300 days",
    }
    with filled(tmp_path) as file:

        def add(connection: Connection) -> None:
            for name, away in days.items():
                connection.execute(
                    "insert into interviews (account_id, id, title, starts_at)"
                    " values ('acme', ?1, ?1, strftime('%Y-%m-%dT00:00:00Z', 'now', ?2))",
                    (name, away),
                )
            connection.execute(
                "insert into interviews (account_id, id, title) values ('acme', 'when?', 'when?')"
            )
            connection.execute("insert into candidates (account_id, id, name) values ('acme', 'C', 'Cleo')")
            connection.execute("update interviews set candidate_id = 'C'")

        file.store.write(add)
        found = cells(file, INTERVIEWS_VIEW, "interview")
    assert found == ["today", "tomorrow", "next month", "yesterday", "last year", "when?"]


def test_the_recruiter_is_that_of_the_application_or_else_of_the_job(tmp_path: Path) -> None:
    with filled(tmp_path) as file:

        def add(connection: Connection) -> None:
            connection.execute(
                "insert into users (account_id, id, name) values ('acme', 'U.1', 'Rhea Recruiter')"
            )
            connection.execute(
                "insert into jobs (account_id, id, recruiter) values ('acme', 'J.1', 'Jo Joblead')"
            )
            for number, recruiter in enumerate(("U.1", None)):
                connection.execute(
                    "insert into candidates (account_id, id, name) values ('acme', ?1, ?1)", (f"C.{number}",)
                )
                connection.execute(
                    "insert into applications (account_id, id, candidate_id, job_id, recruiter_id)"
                    " values ('acme', ?1, ?1, 'J.1', ?2)",
                    (f"C.{number}", recruiter),
                )

        file.store.write(add)
        chosen = Query(chosen={"recruiter": ("Rhea Recruiter",)})
        assert cells(file, CANDIDATES_VIEW, "name", chosen) == ["C.0"]
        offered = file.read(
            lambda connection: browse.choices(connection, CANDIDATES_VIEW, "recruiter", Query(), 9)
        )
    assert {choice.value for choice in offered} == {"Rhea Recruiter", "Jo Joblead"}


def test_an_interview_is_shown_for_each_interviewer_and_without_any(file: Filled) -> None:
    shown = zip(
        cells(file, INTERVIEWS_VIEW, "candidate"),
        cells(file, INTERVIEWS_VIEW, "interviewer"),
        cells(file, INTERVIEWS_VIEW, "when"),
        strict=True,
    )
    assert sorted(shown, key=str) == sorted(
        [
            ("Ada Alef", "Uri Umber", "past"),
            ("Ada Alef", "Vera Violet", "past"),
            ("Ben Bet", None, "upcoming"),
            ("Ben Bet", "Uri Umber", "canceled"),
        ],
        key=str,
    )
    chosen = Query(chosen={"when": ("upcoming",)})
    assert cells(file, INTERVIEWS_VIEW, "candidate", chosen) == ["Ben Bet"]


def test_a_sort_that_is_no_column_is_the_usual_order(file: Filled) -> None:
    assert names(file, sort="pk; drop table candidates") == names(file)


def test_days_in_step_end_with_the_step_or_the_application(file: Filled) -> None:
    rows = file.read(lambda connection: browse.rows(connection, STEPS_VIEW, Query("alef"), 0, 10))
    keys = [*STEPS_VIEW.hidden, *(column.key for column in STEPS_VIEW.columns)]
    days: dict[Any, Any] = {row[keys.index("step")]: row[keys.index("days_in_step")] for row in rows}
    assert days["Screen"] == 33.0
    assert days["Interview"] > 0
    assert days["Offer"] is None


def test_days_in_a_step_stop_when_the_application_is_over(data_dir: Any) -> None:
    with filled(data_dir) as file:
        file.candidates(
            candidate("C.1", "Ada", "Alef", status="Rejected", time_last_status_changed="2026-02-07T08:00:00Z",
                      current_steps=[step("Interview", "T.2")])
        )  # fmt: skip
        assert cells(file, STEPS_VIEW, "days_in_step", Query(chosen={"state": ("current",)})) == [4.0]


@pytest.fixture(scope="module")
def with_lone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    """Five applications of four people, one person whose only application is gone, and two without one."""
    with filled(tmp_path_factory.mktemp("lone")) as file:
        file.account("other")
        file.positions(*POSITIONS)
        file.candidates(*PEOPLE)

        def add(connection: Connection) -> None:
            connection.execute("update applications set deleted_at = '2026-03-02T08:00:00Z' where id = 'C.6'")
            connection.executemany(
                "insert into candidates (account_id, id, name, deleted_at) values (?, ?, ?, ?)",
                [
                    ("acme", "L.1", "Lone Ada", None),
                    ("other", "L.2", "Zoe Lone", None),
                    ("acme", "L.3", "X", "2026"),
                ],
            )
            lone = connection.execute("select pk, name from candidates where id like 'L.%'").fetchall()
            search.add(connection, CANDIDATES, [(pk, [name]) for pk, name in lone])

        file.store.write(add)
        yield file


LONE = {"Gone Away", "Lone Ada", "Zoe Lone"}


def test_who_has_no_application_has_one_row_and_comes_last(with_lone: Filled) -> None:
    found = names(with_lone)
    assert len(found) == 8
    assert set(found[5:]) == LONE
    rows = with_lone.read(lambda connection: browse.rows(connection, CANDIDATES_VIEW, Query(), 5, 10))
    assert [row[2] for row in rows] == [None, None, None]
    keys = [column.key for column in CANDIDATES_VIEW.columns]
    for row in rows:
        told = dict(zip(keys, row[3:], strict=True))
        assert not any(told[key] for key in ("job", "stage", "status", "source", "applied_at"))
    assert {row[0] for row in rows} == {"acme", "other"}


def test_who_has_no_application_is_sorted_among_the_others_by_name(with_lone: Filled) -> None:
    for descending in (False, True):
        found = names(with_lone, sort="name", descending=descending)
        assert found == sorted(found, reverse=descending)
        assert set(found) >= LONE
    assert set(names(with_lone, sort="applied_at", descending=False)[5:]) == LONE
    assert set(names(with_lone, sort="job", descending=True)[5:]) == LONE


@pytest.mark.parametrize("sort", ["", "name", "status", "applied_at"])
def test_pages_hold_every_row_once_with_those_who_have_no_application(with_lone: Filled, sort: str) -> None:
    query = Query(sort=sort)
    pages = [
        with_lone.read(partial(browse.rows, view=CANDIDATES_VIEW, query=query, offset=offset, limit=3))
        for offset in (0, 3, 6, 9)
    ]
    found = [row[:3] for page in pages for row in page]
    assert [len(page) for page in pages] == [3, 3, 2, 0]
    assert len(set(found)) == 8
    assert with_lone.read(partial(browse.count, view=CANDIDATES_VIEW, query=query)) == 8


def test_search_and_account_find_who_has_no_application_and_filters_do_not(with_lone: Filled) -> None:
    assert sorted(names(with_lone, text="lone")) == ["Lone Ada", "Zoe Lone"]
    assert names(with_lone, account="other") == ["Zoe Lone"]
    assert LONE.isdisjoint(names(with_lone, chosen={"status": ("active", "rejected")}))


@pytest.fixture(scope="module")
def with_fields(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    """Three applications, one person without any, and custom fields of both tables, typed."""
    with filled(tmp_path_factory.mktemp("fields")) as file:
        file.positions(*POSITIONS)
        file.candidates(*PEOPLE[:3])

        def add(connection: Connection) -> None:
            connection.execute("insert into candidates (account_id, id, name) values ('acme', 'L.1', 'Lone')")
            fields = [
                ("F.1", "years", "Years", "candidates", "NUMBER"),
                ("F.2", "free", "Free", "applications", "yes_no"),
                ("F.3", "tongues", "Languages", "candidates", "multi_select"),
                ("F.4", "rank", "Rank", "jobs", "number"),
                ("F.5", "job", "Job", "applications", "text"),
            ]
            connection.executemany(
                "insert into custom_fields (account_id, id, key, name, applies_to, type)"
                " values ('acme', ?, ?, ?, ?, ?)",
                fields,
            )
            place = itertools.count()
            for table, row_id, field_id, value in (
                ("candidates", "P.C.1", "F.1", "9"),
                ("candidates", "P.C.2", "F.1", "10"),
                ("candidates", "L.1", "F.1", "9.5"),
                ("candidates", "P.C.3", "F.1", "a few"),
                ("candidates", "P.C.1", "F.3", "Hebrew"),
                ("candidates", "P.C.1", "F.3", "English"),
                ("applications", "C.1", "F.2", "yes"),
                ("applications", "C.2", "F.2", "no"),
            ):
                (pk,) = connection.execute(f"select pk from {table} where id = ?", (row_id,)).fetchone()
                first, _ = span(CUSTOM_VALUES, table, pk)
                connection.execute(
                    "insert into custom_values (pk, account_id, id, field_id, value) values (?, 'acme', ?, ?, ?)",
                    (first + 100 + next(place), f"V.{first}.{field_id}.{value}", field_id, value),
                )

        file.store.write(add)
        yield file


def fields_of(file: Filled, **query: Any) -> dict[str, dict[str, Any]]:
    """Custom cells by label, by name of the person."""
    view = file.read(lambda connection: browse.with_custom_fields(connection, CANDIDATES_VIEW))
    rows = file.read(lambda connection: browse.rows(connection, view, Query(**query), 0, 100))
    assert {len(row) for row in rows} == {len(view.hidden) + len(view.columns)}
    labels = [column.label for column in view.columns]
    told = [dict(zip(labels, row[len(view.hidden) :], strict=True)) for row in rows]
    own = {column.label for column in CANDIDATES_VIEW.columns} - {"Name"}
    return {str(one.pop("Name")): {key: one[key] for key in one if key not in own} for one in told}


def test_custom_fields_are_typed_columns_behind_the_view_s_own(with_fields: Filled) -> None:
    assert fields_of(with_fields) == {
        "Ada Alef": {"Years": 9.0, "Free": 1, "Languages": "Hebrew; English", "Job (application)": None},
        "Ben Bet": {"Years": 10.0, "Free": 0, "Languages": None, "Job (application)": None},
        "Ada Gimel": {"Years": "a few", "Free": None, "Languages": None, "Job (application)": None},
        "Lone": {"Years": 9.5, "Free": None, "Languages": None, "Job (application)": None},
    }


def test_custom_columns_have_keys_that_stay_and_sort_by_value(with_fields: Filled) -> None:
    view = with_fields.read(lambda connection: browse.with_custom_fields(connection, CANDIDATES_VIEW))
    keys = [column.key for column in view.columns[len(CANDIDATES_VIEW.columns) :]]
    assert keys[:3] == ["custom.candidates.years", "custom.applications.free", "custom.candidates.tongues"]
    assert list(fields_of(with_fields, sort=keys[0], descending=True))[:3] == ["Ben Bet", "Lone", "Ada Alef"]
    assert list(fields_of(with_fields, sort=keys[1]))[:2] == ["Ben Bet", "Ada Alef"]


def test_the_steps_have_no_custom_columns(with_fields: Filled) -> None:
    assert (
        with_fields.read(lambda connection: browse.with_custom_fields(connection, STEPS_VIEW)) == STEPS_VIEW
    )


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize("text", ["", "ada"])
def test_a_stream_has_the_rows_of_all_pages_in_their_order(file: Filled, view: View, text: str) -> None:
    text = "" if view.subject == "jobs" else text
    for sort, descending in itertools.product(["", *(column.key for column in view.columns)], (False, True)):
        query = Query(text=text, sort=sort, descending=descending)
        paged = file.read(partial(browse.rows, view=view, query=query, offset=0, limit=1000))
        streamed = file.read(lambda connection: list(browse.stream(connection, view, query, 2)))  # noqa: B023
        assert [row for piece in streamed for row in piece] == paged, sort
        assert all(len(piece) <= 2 for piece in streamed)
