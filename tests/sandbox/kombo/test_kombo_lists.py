"""Paging and filters of lists. Source: Kombo documentation, "Pagination", "Endpoints"."""

from collections.abc import Callable
from typing import Any

import pytest

from atsdesk.sandbox.kombo import Rules
from tests.sandbox.kombo.conftest import MODELS, UNLIMITED, Caller, Start

INVALID = ("PLATFORM.INPUT_INVALID", 400)


@pytest.mark.parametrize("model", MODELS)
def test_pages_hold_every_record_once(kombo: Caller, model: str) -> None:
    pages = list(kombo.pages(model, page_size=37))
    ids = [record["id"] for page in pages for record in page["results"]]
    assert len(set(ids)) == len(ids)
    assert set(ids) == set(kombo.control.truth()[model.replace("-", "_")]["living"])
    assert all(len(page["results"]) == 37 for page in pages[:-1])
    assert pages[-1]["next"] is None


def test_a_page_has_100_rows_and_at_most_250(kombo: Caller) -> None:
    assert len(kombo.rows("candidates")) == 100
    assert len(kombo.rows("candidates", page_size=250)) == 250


@pytest.mark.parametrize("size", ["0", "251", "-1", "many", "", "1.5", "9" * 30])
def test_other_sizes_are_refused(kombo: Caller, size: str) -> None:
    kombo.refused(kombo.get("/ats/jobs", page_size=size), *INVALID)


@pytest.mark.parametrize("cursor", ["?", "abc", "bnVsbA==", "WzEsMiwzXQ==", "Wy0xLDJd", "==", "ש"])
def test_a_cursor_that_was_not_made_here_is_refused(kombo: Caller, cursor: str) -> None:
    kombo.refused(kombo.get("/ats/jobs", cursor=cursor), *INVALID)


def test_cursors_have_to_be_encoded_and_do_not_carry_the_filters(kombo: Caller) -> None:
    page = kombo.good("/ats/applications", outcomes="DECLINED", page_size=10)
    assert page["next"].endswith("=")
    following = kombo.rows("applications", page_size=250, cursor=page["next"])
    assert {one["outcome"] for one in following} == {"DECLINED", "PENDING", "HIRED"}
    kept = kombo.rows("applications", page_size=250, cursor=page["next"], outcomes="DECLINED")
    assert {one["outcome"] for one in kept} == {"DECLINED"}


@pytest.mark.parametrize("name", ["include_deleted", "ignore_unsupported_filters"])
@pytest.mark.parametrize("text", ["True", "1", "yes", ""])
def test_booleans_are_true_or_false(kombo: Caller, name: str, text: str) -> None:
    kombo.refused(kombo.get("/ats/jobs", **{name: text}), *INVALID)


@pytest.mark.parametrize("name", ["updated_after", "remote_created_after"])
@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01T08:00:00+00:00",
        "2026-03-01T08:00",
        "20260301",
        "yesterday",
        "2026-02-30",
        "2026-03-01T25:00:00Z",
    ],
)
def test_times_with_an_offset_and_other_forms_are_refused(kombo: Caller, name: str, text: str) -> None:
    kombo.refused(kombo.get("/ats/jobs", **{name: text}), *INVALID)


@pytest.mark.parametrize(
    "text", ["2020-01-01", "2020-01-01Z", "2020-01-01T00:00:00", "2020-01-01T00:00:00.123456789Z"]
)
def test_other_spellings_of_a_time_are_taken(kombo: Caller, text: str) -> None:
    assert kombo.rows("jobs", updated_after=text, remote_created_after=text)
    assert not kombo.rows("jobs", updated_after="2999-01-01")


def test_unknown_parameters_are_ignored_or_refused(kombo: Caller, start: Start) -> None:
    assert len(kombo.rows("jobs", included_deleted="true")) == len(kombo.rows("jobs"))
    strict = start(candidates=5, rules=Rules(rate_requests=0, unknown_parameters="refused"))
    strict.refused(strict.get("/ats/jobs", included_deleted="true"), *INVALID)
    assert strict.rows("jobs", include_deleted="true", statuses="OPEN")


@pytest.mark.parametrize("model", MODELS)
def test_ids_and_remote_ids_are_lists(kombo: Caller, model: str) -> None:
    records = kombo.rows(model)[:3]
    for name, member in (("ids", "id"), ("remote_ids", "remote_id")):
        wanted = [record[member] for record in records]
        found = kombo.rows(model, **{name: ", ".join([*wanted, "nobody"])})
        assert [record[member] for record in found] == wanted
    mixed = kombo.rows(model, ids=records[0]["id"], remote_ids=records[1]["remote_id"])
    assert mixed == []  # different filters are and-ed


def test_ids_repeat_across_models(kombo: Caller) -> None:
    """A Kombo id follows from the id in the ATS: only model and id are a key."""
    candidates = {record["id"] for record in kombo.all("candidates")}
    assert candidates & {record["id"] for record in kombo.all("applications")}
    assert candidates & {record["id"] for record in kombo.all("users")}


def jobs(caller: Caller, fits: Callable[[dict[str, Any]], Any]) -> list[str]:
    return [job["id"] for job in caller.all("jobs") if fits(job)]


@pytest.mark.parametrize(
    ("parameters", "fits"),
    [
        ({"statuses": "OPEN,DRAFT"}, lambda job: job.get("status") in ("OPEN", "DRAFT")),
        ({"status": "CLOSED"}, lambda job: job.get("status") == "CLOSED"),
        ({"visibilities": "INTERNAL,UNLISTED"}, lambda job: job.get("visibility") in ("INTERNAL", "UNLISTED")),
        ({"employment_types": "PART_TIME"}, lambda job: job["employment_type"] == "PART_TIME"),
        ({"name_contains": "engineer"}, lambda job: "engineer" in job["name"].lower()),
        ({"name_contains": "Backend Developer, Payments"}, lambda job: job["name"].startswith("Backend Dev")),
        ({"name_contains": "office,WAREHOUSE"}, lambda job: job["name"].startswith(("Office", "Warehouse"))),
        ({"name_contains": "מנהל/ת"}, lambda job: job["name"].startswith("מנהל")),
        ({"statuses": "OPEN", "visibilities": "PUBLIC"},
         lambda job: (job.get("status"), job.get("visibility")) == ("OPEN", "PUBLIC")),
    ],
)  # fmt: skip
def test_filters_of_jobs(
    kombo: Caller, parameters: dict[str, str], fits: Callable[[dict[str, Any]], Any]
) -> None:
    found = [job["id"] for job in kombo.rows("jobs", **parameters)]
    assert found == jobs(kombo, fits)
    assert found


def test_jobs_by_several_codes_and_addresses(kombo: Caller) -> None:
    known = kombo.all("jobs")
    codes = sorted({job["job_code"] for job in known if job["job_code"]})[:2]
    assert {job["job_code"] for job in kombo.rows("jobs", job_codes=",".join(codes))} == set(codes)
    links = [job["post_url"] for job in known if job["post_url"]][:2]
    assert {job["post_url"] for job in kombo.rows("jobs", post_url=links[0])} == {links[0]}
    assert {job["post_url"] for job in kombo.rows("jobs", post_url=",".join(links))} == set(links)


@pytest.mark.parametrize(
    ("model", "parameters"),
    [
        ("jobs", {"statuses": "OPEN,MAYBE"}),
        ("jobs", {"status": "OPEN,CLOSED"}),
        ("jobs", {"visibilities": "public"}),
        ("applications", {"outcomes": "WON"}),
        ("applications", {"outcome": "PENDING,HIRED"}),
        ("roles", {"scopes": "GLOBAL"}),
        ("candidates", {"email": "nobody"}),
    ],
)
def test_values_that_a_filter_does_not_know_are_refused(
    kombo: Caller, model: str, parameters: dict[str, str]
) -> None:
    kombo.refused(kombo.get(f"/ats/{model}", **parameters), *INVALID)


def test_filters_of_candidates(kombo: Caller) -> None:
    candidates = kombo.all("candidates")
    one = next(each for each in candidates if len(each.get("email_addresses") or ()) == 2)
    for mail in one["email_addresses"]:
        assert one["id"] in [
            found["id"] for found in kombo.rows("candidates", email=mail["email_address"].upper())
        ]
    names = {"first_name": one["first_name"].upper(), "last_name": one["last_name"].lower()}
    assert one["id"] in [found["id"] for found in kombo.rows("candidates", **names)]
    assert not kombo.rows("candidates", first_name=one["first_name"][:-1] + "§")
    job = one["applications"][0]["job"]["id"]
    there = kombo.all("candidates", job_ids=f"{job},nobody")
    assert {each["id"] for each in there} == {
        each["id"]
        for each in candidates
        if job in [own["job"]["id"] for own in each["applications"] if own["job"]]
    }


def test_filters_of_applications(kombo: Caller) -> None:
    one = kombo.rows("applications", outcomes="PENDING")[0]
    job = kombo.one("jobs", one["job_id"])
    for parameters in (
        {"job_ids": one["job_id"]},
        {"job_remote_ids": job["remote_id"]},
    ):
        found = kombo.all("applications", **parameters)
        assert {each["job_id"] for each in found} == {one["job_id"]}
        assert one["id"] in {each["id"] for each in found}
    found = kombo.all("applications", current_stage_ids=one["current_stage_id"])
    assert {each["current_stage_id"] for each in found} == {one["current_stage_id"]}
    since = sorted(each["remote_created_at"] for each in kombo.all("applications"))[-20]
    found = kombo.all("applications", remote_created_after=since)
    assert len(found) == 20


def test_filters_of_the_smaller_lists(kombo: Caller) -> None:
    users = [user["email"] for user in kombo.rows("users") if user["email"]][:2]
    assert [user["email"] for user in kombo.rows("users", emails=",".join(users).upper())] == users
    assert {role["scope"] for role in kombo.rows("roles", scopes="SYSTEM")} == {"SYSTEM"}
    assert len(kombo.rows("roles", scopes="SYSTEM,JOB")) == len(kombo.rows("roles"))
    job = kombo.rows("interviews")[0]["application"]["job"]["id"]
    assert {each["application"]["job"]["id"] for each in kombo.all("interviews", job_ids=job)} == {job}
    for model in ("notes", "scorecards", "attachments"):
        one = next(each for each in kombo.all(model) if each["application_id"])
        for name in ("candidate_id", "application_id"):
            found = kombo.rows(model, **{f"{name}s": one[name]})
            assert one["id"] in {each["id"] for each in found}
            assert {each[name] for each in found} == {one[name]}


def test_filters_on_fields_that_the_tool_lacks(start: Start) -> None:
    """Without `ignore_unsupported_filters` the list is empty (CONFIRMED)."""
    caller = start(candidates=20, lacking=["jobs.status", "candidates.email_addresses"], rules=UNLIMITED)
    everything = caller.rows("jobs")
    assert {job["status"] for job in everything if "status" in job} == {None}
    assert caller.rows("jobs", statuses="OPEN") == []
    assert caller.rows("jobs", statuses="OPEN", ignore_unsupported_filters="true") == everything
    assert caller.rows("candidates", email="a@example.com") == []
    assert caller.rows("jobs", name_contains="engineer")
