"""The invented company looks like a real one and consists of nobody."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.sandbox.smartrecruiters.conftest import USERS, Caller, calling

FICTION = re.compile(r"\+1 \d{3}-555-01\d\d|\+44 7700 900\d{3}|\+33 6 39 98 \d\d \d\d")
RESERVED = re.compile(r"@([a-z.-]+\.)?example(\.com|\.org|\.net)?$")


@pytest.fixture(scope="module")
def big() -> Iterator[Caller]:
    with calling(seed=11, candidates=2000) as caller:
        yield caller


@pytest.fixture(scope="module")
def rows(big: Caller) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = big.good("/analytics/applications")["content"]
    return found


def test_mails_and_phones_belong_to_nobody(big: Caller, rows: list[dict[str, Any]]) -> None:
    for name, pattern in (("candidateEmail", RESERVED), ("candidatePhone", FICTION)):
        values = {row[name] for row in rows}
        assert None in values
        assert all(pattern.search(value) for value in values - {None})
    assert all(RESERVED.search(user["email"]) for user in big.all(USERS))


def test_most_have_ended_some_are_under_way(rows: list[dict[str, Any]]) -> None:
    share = Counter(row["applicationStage"] for row in rows)
    assert share["REJECTED"] > len(rows) * 0.5
    active = sum(share[stage] for stage in ("LEAD", "NEW", "IN_REVIEW", "INTERVIEW", "OFFER"))
    assert len(rows) * 0.02 < active < len(rows) * 0.15
    assert share["HIRED"] > 10


def test_some_candidates_have_several_jobs_and_some_none(big: Caller) -> None:
    jobs = [one["jobs"] for one in big.control.truth()["candidates"].values()]
    share = Counter(map(len, jobs))
    assert set(share) == {0, 1, 2, 3}
    assert 0.05 < share[2] / len(jobs) < 0.2
    assert all(len(set(listed)) == len(listed) for listed in jobs)


def test_list_rows_lack_what_only_details_have(smart: Caller) -> None:
    listed = smart.all("/candidates")
    details = {one["id"]: one for one in (smart.good(f"/candidates/{row['id']}") for row in listed[:120])}
    for row in listed[:120]:
        for name in ("phoneNumber", "web", "education", "experience"):
            assert name not in row
        for name in ("firstName", "lastName", "updatedOn", "tags"):
            assert row[name] == details[row["id"]][name]
    for name in ("phoneNumber", "web", "location", "email", "averageRating", "primaryAssignment"):
        assert {name in one for one in details.values()} == {True, False}, name
    for name in ("education", "experience", "tags", "secondaryAssignments"):
        assert {bool(one[name]) for one in details.values()} == {True, False}, name


def test_history_begins_with_the_application_and_ends_with_the_status(big: Caller) -> None:
    for one in list(big.control.truth()["applications"].values())[::25]:
        pair = f"/candidates/{one['candidate']}/jobs/{one['job']}"
        changes = big.good(f"{pair}/status/history")["content"]
        assert changes[0]["status"] in ("NEW", "LEAD")
        assert changes[-1]["status"] == one["status"]
        times = [change["changedOn"] for change in changes]
        assert times == sorted(times)
        if one["primary"]:
            assert big.good(f"/candidates/{one['candidate']}/status/history")["content"] == changes


def test_assignments_say_where_from_and_why(big: Caller, rows: list[dict[str, Any]]) -> None:
    reasons = {one["label"]: one["id"] for one in big.good("/configuration/rejection-reasons")["content"]}
    for row in [row for row in rows if row["applicationReasonOfRejection"]][::60]:
        shown = big.good(f"/candidates/{row['candidateProfileId']}/jobs/{row['jobId']}")
        label = row["applicationReasonOfRejection"]
        assert shown["reasonOfRejection"] == {"id": reasons[label], "label": label}
        assert shown["source"] == row["source"]
    hired = next(row for row in rows if row["positionId"])
    assert "startsOn" in big.good(f"/candidates/{hired['candidateProfileId']}/jobs/{hired['jobId']}")


def test_jobs_cover_every_case(big: Caller) -> None:
    jobs = [big.good(f"/jobs/{job['id']}") for job in big.all("/jobs")]
    assert len(jobs) == 2000 // 60
    assert {"SOURCING", "FILLED", "CANCELLED", "ON_HOLD"} <= {job["status"] for job in jobs}
    assert {job["language"]["code"] for job in jobs} == {"en", "he", "fr", "de"}
    for name in ("department", "compensation", "targetHiringDate"):
        assert {name in job for job in jobs} == {True, False}
    assert {job["location"]["remote"] for job in jobs} == {True, False}
    assert all(isinstance(job["location"]["latitude"], str) for job in jobs)


def test_resumes_can_be_downloaded_with_the_credential(smart: Caller) -> None:
    uid, files = next(
        (one["id"], files)
        for one in smart.all("/candidates")
        if (files := smart.good(f"/candidates/{one['id']}/attachments")["content"])
    )
    answer = smart.client.get(files[0]["actions"]["download"]["url"])
    assert (answer.content[:5], answer.headers["content-type"]) == (b"%PDF-", files[0]["contentType"])
    strange = smart.client.get(files[0]["actions"]["download"]["url"], headers={"X-SmartToken": "x"})
    assert strange.status_code == 401
    smart.refused(smart.get(f"/candidates/{uid}/attachments/none"), 404)


def test_links_lead_to_this_sandbox(smart: Caller) -> None:
    row = next(one for one in smart.all("/candidates") if "primaryAssignment" in one)
    for link in (
        row["actions"]["details"],
        row["actions"]["properties"],
        row["primaryAssignment"]["job"]["actions"]["details"],
    ):
        assert link["url"].startswith(smart.sandbox.base_url)
        assert smart.client.request(link["method"], link["url"]).status_code == 200
    source = smart.good(f"/candidates/{row['id']}")["primaryAssignment"]["actions"]["sourceDetails"]["url"]
    assert smart.client.get(source).json()["label"]
