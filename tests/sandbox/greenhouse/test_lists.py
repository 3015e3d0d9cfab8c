"""Paging, filters and projections. Source: Harvest documentation, "Pagination", "Filtering"."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from atsdesk.sandbox.greenhouse import resources
from tests.sandbox.greenhouse.conftest import NEXT, UNLIMITED, Caller, Start

Row = dict[str, Any]


def ids(rows: list[Row]) -> list[int]:
    return [row["id"] for row in rows]


# --- Pages ---------------------------------------------------------------------------------------------------


def test_a_page_is_a_bare_array_newest_id_first(greenhouse: Caller) -> None:
    rows = greenhouse.good("/candidates")
    assert len(rows) == 100
    assert ids(rows) == sorted(ids(rows), reverse=True)
    assert rows[0]["created_at"] > rows[-1]["created_at"]


def test_pages_join_to_the_whole_list(greenhouse: Caller) -> None:
    whole = ids(greenhouse.all("/application_stages"))
    assert len(whole) > 2000
    assert len(set(whole)) == len(whole)
    assert whole == [
        row["id"] for page in greenhouse.pages("/application_stages", per_page=333) for row in page
    ]
    truth = greenhouse.control.truth("application_stages")["rows"]["application_stages"]
    assert sorted(whole) == list(truth)


def test_the_link_has_the_cursor_and_nothing_else(greenhouse: Caller) -> None:
    answer = greenhouse.get("/candidates", per_page=150, private="true")
    link = NEXT.fullmatch(answer.headers["link"])
    assert link is not None
    address, _, query = link["address"].partition("?")
    assert address == f"{greenhouse.sandbox.base_url}/candidates"
    assert query.startswith("cursor=")
    assert "&" not in query
    assert len(greenhouse.client.get(link["address"]).json()) == 150
    assert "link" not in greenhouse.get("/candidates", per_page=500).headers


def test_a_last_page_that_is_just_full_has_no_link(greenhouse: Caller) -> None:
    assert "link" not in greenhouse.get("/sources", per_page=len(greenhouse.all("/sources"))).headers


def test_a_cursor_keeps_filters_and_fields(greenhouse: Caller) -> None:
    wanted = {row["id"] for row in greenhouse.all("/applications") if row["status"] == "rejected"}
    pages = list(greenhouse.pages("/applications", per_page=50, status="rejected", fields="id,status"))
    assert all(set(row) == {"id", "status"} for page in pages for row in page)
    assert {row["id"] for page in pages for row in page} == wanted


def test_a_cursor_stands_alone(greenhouse: Caller) -> None:
    link = NEXT.fullmatch(greenhouse.get("/jobs", per_page=2).headers["link"])
    assert link is not None
    cursor = link["address"].partition("cursor=")[2]
    body = greenhouse.refused(greenhouse.get("/jobs", cursor=cursor, per_page=2), 422)
    assert body["errors"] == ["When passing a cursor, do not include other query params."]
    greenhouse.refused(greenhouse.get("/openings", cursor=cursor), 422, "cursor")
    greenhouse.refused(greenhouse.get("/jobs", cursor="x"), 422, "cursor")


def test_cursors_can_be_made_to_expire(start: Start) -> None:
    caller = start(rules=dataclasses.replace(UNLIMITED, cursor_seconds=60))
    link = NEXT.fullmatch(caller.get("/jobs", per_page=2).headers["link"])
    assert link is not None
    assert caller.client.get(link["address"]).status_code == 200
    caller.control.set_clock(120)
    caller.refused(caller.client.get(link["address"]), 422, "cursor")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("600", "greater than: 500"),
        ("501", "greater than"),
        ("0", "less than: 1"),
        ("many", "integer"),
        ("-3", "integer"),
    ],
)
def test_a_page_has_1_to_500_rows(greenhouse: Caller, value: str, said: str) -> None:
    body = greenhouse.refused(greenhouse.get("/candidates", per_page=value), 422, said)
    assert list(body["errors"][0]) == ["per_page"]


# --- Refusals ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        ("/candidates", "updated_after", "2026-01-01T00:00:00Z"),
        ("/candidates", "job_id", "1"),
        ("/applications", "candidate_id", "1"),
        ("/applications", "status", "in_process"),
        ("/applications", "ids", ",".join(map(str, range(51)))),
        ("/applications", "job_ids", "one"),
        ("/applications", "ids", str(2**63)),
        ("/applications", "prospect", "yes"),
        ("/jobs", "status", "Open"),
        ("/jobs", "updated_at", "2026-01-01T00:00:00Z"),
        ("/jobs", "updated_at", "after|2026-01-01T00:00:00Z"),
        ("/jobs", "updated_at", "gte|soon"),
        ("/jobs", "updated_at", "gte|2026-02-30T00:00:00Z"),
        ("/jobs", "updated_at[from]", "2026-01-01T00:00:00Z"),
        ("/offers", "sent_on", "gte|2026-01-01T00:00:00Z"),
        ("/candidates", "fields", "id,applications"),
        ("/candidates", "fields", ",".join(f"f{n}" for n in range(51))),
        ("/demographic_questions", "updated_at", "gte|2026-01-01T00:00:00Z"),
        ("/sources", "name", "x"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(
    greenhouse: Caller, path: str, name: str, value: str
) -> None:
    body = greenhouse.refused(greenhouse.get(path, **{name: value}), 422)
    assert list(body["errors"][0]) == [name.partition("[")[0] if "from" in name else name]


# --- Times ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operator", "fits"),
    [
        ("gte", lambda at, bound: at >= bound),
        ("gt", lambda at, bound: at > bound),
        ("lte", lambda at, bound: at <= bound),
        ("lt", lambda at, bound: at < bound),
    ],
)
@pytest.mark.parametrize("name", ["created_at", "updated_at", "last_activity_at"])
def test_operators_on_times(
    greenhouse: Caller, operator: str, fits: Callable[[str, str], bool], name: str
) -> None:
    rows = greenhouse.all("/applications")
    bound = sorted(row[name] for row in rows)[len(rows) // 2]
    wanted = [row["id"] for row in rows if fits(row[name], bound)]
    assert ids(greenhouse.all("/applications", **{name: f"{operator}|{bound}"})) == wanted
    assert ids(greenhouse.all("/applications", **{f"{name}[{operator}]": bound})) == wanted


def test_windows_with_both_ends(greenhouse: Caller) -> None:
    rows = greenhouse.all("/candidates")
    low, high = "2026-01-01T00:00:00Z", "2026-11-01T02:00:00+02:00"
    wanted = [row["id"] for row in rows if low <= row["updated_at"] <= "2026-11-01T00:00:00.000Z"]
    assert ids(greenhouse.all("/candidates", updated_at=f"gte|{low}|lte|{high}", per_page=50)) == wanted
    brackets = {"updated_at[gte]": low, "updated_at[lte]": high}
    assert ids(greenhouse.all("/candidates", **brackets)) == wanted


def test_forms_of_windows_can_be_switched_off(start: Start) -> None:
    caller = start(rules=dataclasses.replace(UNLIMITED, two_sided=False, brackets=False, both_times=False))
    at = "2026-01-01T00:00:00Z"
    assert caller.get("/jobs", updated_at=f"gte|{at}").status_code == 200
    caller.refused(caller.get("/jobs", updated_at=f"gte|{at}|lte|{at}"), 422, "updated_at")
    caller.refused(caller.get("/jobs", **{"updated_at[gte]": at}), 422, "updated_at[gte]")
    caller.refused(caller.get("/jobs", updated_at=f"gte|{at}", created_at=f"gte|{at}"), 422)


def test_days(greenhouse: Caller) -> None:
    offers = greenhouse.all("/offers")
    bound = sorted(row["starts_on"] for row in offers)[len(offers) // 2]
    wanted = [row["id"] for row in offers if row["starts_on"] < bound]
    assert ids(greenhouse.all("/offers", starts_on=f"lt|{bound}")) == wanted


def test_starts_at_skips_interviews_that_take_all_day(greenhouse: Caller) -> None:
    all_day = [row for row in greenhouse.all("/interviews") if row["all_day_start_on"]]
    assert all_day
    timed = greenhouse.all("/interviews", starts_at="gte|2000-01-01T00:00:00Z")
    assert timed
    assert not {row["id"] for row in all_day} & set(ids(timed))


# --- Other filters -------------------------------------------------------------------------------------------


def test_records_by_their_ids(greenhouse: Caller) -> None:
    some = ids(greenhouse.all("/candidates"))[10:60]
    assert ids(greenhouse.good("/candidates", ids=",".join(map(str, some)))) == some
    assert greenhouse.good("/candidates", ids="1") == []


@pytest.mark.parametrize(
    ("path", "parameter", "member"),
    [
        ("/applications", "candidate_ids", "candidate_id"),
        ("/applications", "job_ids", "job_id"),
        ("/applications", "stage_ids", "stage_id"),
        ("/applications", "job_interview_stage_ids", "job_interview_stage_id"),
        ("/applications", "source_ids", "source_id"),
        ("/application_stages", "application_ids", "application_id"),
        ("/interviewers", "interview_ids", "interview_id"),
        ("/scorecards", "submitter_ids", "submitter_id"),
        ("/offers", "application_ids", "application_id"),
        ("/notes", "candidate_ids", "candidate_id"),
        ("/attachments", "application_ids", "application_id"),
        ("/openings", "job_ids", "job_id"),
        ("/job_interview_stages", "job_ids", "job_id"),
        ("/custom_field_options", "custom_field_ids", "custom_field_id"),
        ("/users", "employee_ids", "employee_id"),
        ("/rejection_details", "application_ids", "application_id"),
        ("/prospect_details", "pool_ids", "pool_id"),
        ("/jobs", "department_id", "department_id"),
        ("/departments", "parent_id", "parent_id"),
        ("/jobs", "requisition_id", "requisition_id"),
        ("/applications", "stage_name", "stage_name"),
        ("/interviews", "status", "status"),
        ("/notes", "type", "type"),
        ("/attachments", "type", "type"),
    ],
)
def test_rows_by_a_member(greenhouse: Caller, path: str, parameter: str, member: str) -> None:
    rows = greenhouse.all(path)
    value = next(row[member] for row in rows if row[member] is not None)
    wanted = [row["id"] for row in rows if row[member] == value]
    assert ids(greenhouse.all(path, **{parameter: value})) == wanted


def test_the_filter_says_active_where_rows_say_in_process(greenhouse: Caller) -> None:
    rows = greenhouse.all("/applications")
    wanted = [row["id"] for row in rows if row["status"] == "in_process"]
    assert wanted
    assert ids(greenhouse.all("/applications", status="active")) == wanted


def test_stages_of_a_job_are_no_stages_of_an_application(greenhouse: Caller) -> None:
    stage = greenhouse.all("/job_interview_stages")[0]["id"]
    assert greenhouse.good("/applications", stage_ids=stage) == []


def test_candidates_by_mail_and_tag(greenhouse: Caller) -> None:
    rows = greenhouse.all("/candidates")
    mail = next(row for row in rows if row["email_addresses"])["email_addresses"][0]["value"]
    wanted = [row["id"] for row in rows if mail in [one["value"] for one in row["email_addresses"]]]
    assert ids(greenhouse.good("/candidates", email=mail.upper())) == wanted
    assert greenhouse.good("/candidates", email=mail[:-1]) == []
    tagged = [row["id"] for row in rows if "rehire" in row["tags"]]
    assert ids(greenhouse.good("/candidates", tag="rehire")) == tagged


def test_private_candidates_are_listed_unless_unwanted(greenhouse: Caller) -> None:
    rows = greenhouse.all("/candidates")
    private = [row["id"] for row in rows if row["private"]]
    assert private
    assert set(ids(greenhouse.all("/candidates", private="false"))) == set(ids(rows)) - set(private)
    assert ids(greenhouse.all("/candidates", private="true")) == ids(rows)


def test_jobs_have_many_offices_and_a_filter_for_one(greenhouse: Caller) -> None:
    rows = greenhouse.all("/jobs")
    office = next(row for row in rows if len(row["office_ids"]) == 2)["office_ids"][1]
    assert ids(greenhouse.good("/jobs", office_id=office)) == [
        row["id"] for row in rows if office in row["office_ids"]
    ]


@pytest.mark.parametrize(
    ("path", "key", "single"), [("/jobs", "employment_type", True), ("/candidates", "languages", False)]
)
def test_rows_by_the_option_of_a_custom_field(greenhouse: Caller, path: str, key: str, single: bool) -> None:
    option = greenhouse.good("/custom_field_options", custom_field_key=key)[-1]
    wanted = []
    for row in greenhouse.all(path):
        value = row["custom_fields"].get(key, {}).get("value")
        if option["name"] == value if single else option["name"] in (value or ()):
            wanted.append(row["id"])
    assert wanted
    assert ids(greenhouse.all(path, custom_field_option_id=option["id"])) == wanted


def test_current_offers_are_the_highest_versions(greenhouse: Caller) -> None:
    newest: dict[int, Row] = {}
    rows = greenhouse.all("/offers")
    for row in sorted(rows, key=lambda row: row["version"]):
        newest[row["application_id"]] = row
    assert len(newest) < len(rows)
    current = greenhouse.all("/offers", current_only="true")
    assert set(ids(current)) == {row["id"] for row in newest.values()}
    assert len(greenhouse.all("/offers", current_only="false")) == len(rows)


# --- What is hidden ------------------------------------------------------------------------------------------


def test_hidden_rows_show_when_asked_for(greenhouse: Caller) -> None:
    deleted = greenhouse.all("/job_posts", active="false")
    assert deleted
    assert not any(row["active"] for row in deleted)
    assert all(row["active"] for row in greenhouse.all("/job_posts"))
    users = greenhouse.all("/users")
    service = [row for row in greenhouse.all("/users", show_service_accounts="true") if row not in users]
    assert service
    assert all("primary_email" not in row for row in service)
    reasons = greenhouse.all("/rejection_reasons")
    every = greenhouse.all("/rejection_reasons", include_defaults="true")
    assert 0 < len(reasons) < len(every)


def test_a_rejection_reason_can_be_read_alone(greenhouse: Caller) -> None:
    reason = greenhouse.all("/rejection_reasons", include_defaults="true")[-1]
    assert greenhouse.get(f"/rejection_reasons/{reason['id']}").json() == reason
    assert greenhouse.get("/rejection_reasons/1").status_code == 404


def test_fields_are_projected(greenhouse: Caller) -> None:
    rows = greenhouse.all("/candidates", fields="id,updated_at")
    assert all(set(row) == {"id", "updated_at"} for row in rows)
    assert len(rows) == 400


def test_every_list_takes_all_its_filters(greenhouse: Caller) -> None:
    values = {"id": "1", "ids": "1,2", "text": "x", "texts": "a,b", "flag": "true", "time": "gt|2026-01-01T00:00:00Z",
              "day": "gt|2026-01-01"}  # fmt: skip
    for resource in resources.ALL:
        for name, one in resource.filters.items():
            value = values.get(one.kind) or next(iter(one.words))
            assert greenhouse.get(f"/{resource.name}", **{name: value}).status_code == 200, (
                resource.name,
                name,
            )
