"""Paging, filters and order of lists. Source: vendor documentation, "Pagination", "Endpoints"."""

import re
from collections import Counter
from typing import Any

import pytest

from atsdesk.sandbox.smartrecruiters import Rules
from tests.sandbox.smartrecruiters.conftest import USERS, Caller, Start

LISTS = ["/candidates", "/jobs", USERS]


@pytest.mark.parametrize(("path", "size"), [("/candidates", 10), ("/jobs", 10), (USERS, 26)])
def test_a_page_has_its_own_default(smart: Caller, path: str, size: int) -> None:
    assert len(smart.good(path)["content"]) == size


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("limit", ["101", "0", "-1", "many", "1.5", ""])
def test_a_limit_out_of_bounds_is_refused(smart: Caller, path: str, limit: str) -> None:
    smart.refused(smart.get(path, limit=limit), 400)


@pytest.mark.parametrize("path", LISTS)
def test_pages_are_walked_with_next_page_id_and_hold_everything_once(smart: Caller, path: str) -> None:
    size = 40 if path == "/candidates" else 6
    pages = list(smart.pages(path, limit=size))
    seen = [record["id"] for page in pages for record in page["content"]]
    assert len(set(seen)) == len(seen)
    assert {len(page["content"]) for page in pages[:-1]} == {size}
    assert "nextPageId" not in pages[-1]
    assert set(seen) == smart.ids(path)
    counted = {page.get("totalFound") for page in pages}
    assert counted == ({None} if path == USERS else {len(seen)})


def test_the_link_header_leads_to_the_next_page_with_the_filters(smart: Caller) -> None:
    seen = 0
    answer = smart.get("/candidates", limit=50, status=["REJECTED", "HIRED"])
    while True:
        seen += len(answer.json()["content"])
        if "link" not in answer.headers:
            break
        found = re.fullmatch(r'<(.+)>; rel="next"', answer.headers["link"])
        assert found
        assert found[1].startswith(
            smart.sandbox.base_url + "/candidates?limit=50&status=REJECTED&status=HIRED"
        )
        assert answer.json()["nextPageId"] in found[1]
        answer = smart.client.get(found[1])
    assert seen == answer.json()["totalFound"]


@pytest.mark.parametrize("path", ["/candidates", "/jobs"])
def test_paging_by_offset_has_ended(smart: Caller, path: str, start: Start) -> None:
    smart.refused(smart.get(path, offset=10), 400, "OFFSET_NOT_SUPPORTED")
    lenient = start(rules=Rules(rate_requests=0, offset="ignored"))
    assert lenient.good(path, offset=10)["content"] == lenient.good(path)["content"]


def test_a_page_id_of_jobs_needs_the_order_by_id(smart: Caller) -> None:
    following = smart.good("/jobs", limit=5)["nextPageId"]
    smart.refused(smart.get("/jobs", limit=5, pageId=following), 400)
    smart.refused(smart.get("/jobs", limit=5, pageId=following, sort="default"), 400)
    smart.refused(smart.get("/jobs", sort="title"), 400)
    assert smart.get("/jobs", limit=5, pageId=following, sort="job_id").status_code == 200


@pytest.mark.parametrize("page_id", ["x", "%", "bm90IGpzb24"])
def test_a_page_id_that_was_not_given_out_is_refused(smart: Caller, page_id: str) -> None:
    smart.refused(smart.get("/candidates", pageId=page_id), 400, "INVALID_PAGE_ID")


def test_rows_that_change_while_pages_are_walked_are_neither_lost_nor_doubled(fresh: Caller) -> None:
    before = fresh.ids("/candidates")
    seen: list[str] = []
    gone: set[str] = set()
    for page in fresh.pages("/candidates", limit=20):
        seen += [record["id"] for record in page["content"]]
        events = fresh.control.advance(new=1, edited=2, moved=1, deleted=1)
        gone.add(events[-1]["candidate"])
    assert len(set(seen)) == len(seen)
    assert before - gone <= set(seen)


def test_filters_by_status_are_about_one_application(smart: Caller) -> None:
    everybody = smart.details()
    wanted = {
        one["id"]
        for one in everybody
        for shown in [one.get("primaryAssignment"), *one["secondaryAssignments"]]
        if shown and shown["status"] in ("HIRED", "INTERVIEW")
    }
    assert smart.ids("/candidates", status=["HIRED", "INTERVIEW"]) == wanted
    job = Counter(one["primaryAssignment"]["job"]["id"] for one in everybody if "primaryAssignment" in one)
    uid = job.most_common(1)[0][0]
    of_job = smart.ids("/candidates", jobId=uid)
    assert of_job == {
        one["id"]
        for one in everybody
        for shown in [one.get("primaryAssignment"), *one["secondaryAssignments"]]
        if shown and shown["job"]["id"] == uid
    }
    assert smart.ids("/candidates", jobId=uid, status="REJECTED") < of_job
    both = smart.ids("/candidates", jobId=[uid, job.most_common(2)[1][0]])
    assert of_job < both


def test_a_sub_status_needs_a_status(smart: Caller) -> None:
    smart.refused(smart.get("/candidates", subStatus="Phone screen"), 400)
    for one in smart.details(status="IN_REVIEW", subStatus="Phone screen"):
        shown = [one["primaryAssignment"], *one["secondaryAssignments"]]
        assert any(each.get("subStatus") == "Phone screen" for each in shown)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("status", "OFFER"),
        ("status", "new"),
        ("consentStatus", "YES"),
        ("onboardingStatus", "DONE"),
        ("averageRating", "9"),
        ("updatedAfter", "yesterday"),
        ("updatedAfter", "2026-03-01"),
        ("updatedAfter", "2026-03-01T00:00:00.000 00:00"),  # a plus sign that was not encoded
        ("updatedAfter", "2026-13-01T00:00:00.000Z"),
    ],
)
def test_values_that_make_no_sense_are_refused(smart: Caller, name: str, value: str) -> None:
    smart.refused(smart.get("/candidates", **{name: value}), 400, "INVALID_PARAMETER")


@pytest.mark.parametrize("zone", ["Z", "+00:00", "+0000"])
def test_changes_after_a_moment(fresh: Caller, zone: str) -> None:
    low = fresh.later()[:-1] + zone
    assert fresh.all("/candidates", updatedAfter=low) == []
    events = fresh.control.advance(new=2, edited=2, rejected=1)
    assert fresh.ids("/candidates", updatedAfter=low) == {event["candidate"] for event in events}
    assert fresh.all("/candidates", updatedAfter="2999-01-01T00:00:00.000Z") == []
    assert len(fresh.ids("/candidates", updatedAfter="1999-01-01T02:00:00.000+02:00")) == 152


def test_a_change_of_status_may_pass_without_an_update(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=0, status_touches_updated=False))
    low = caller.later()
    (event,) = caller.control.advance(rejected=1)
    assert event["candidate"] not in caller.ids("/candidates", updatedAfter=low)
    assert caller.control.truth()["applications"][event["application"]]["status"] == "REJECTED"


def test_candidates_are_found_by_words(smart: Caller) -> None:
    everybody = smart.all("/candidates")
    one = next(each for each in everybody if "email" in each)
    assert one["id"] in smart.ids("/candidates", q=one["email"].upper())
    assert one["id"] in smart.ids("/candidates", q=f"{one['firstName']} {one['lastName']}")
    assert smart.ids("/candidates", q="100%_") == set()


def test_candidates_are_found_by_what_belongs_to_them(smart: Caller) -> None:
    everybody = smart.all("/candidates")
    tagged = {one["id"] for one in everybody if set(one["tags"]) & {"python", "VIP"}}
    assert smart.ids("/candidates", tag=["python", "VIP"]) == tagged != set()
    places = {one["id"] for one in everybody if one.get("location", {}).get("city") == "Berlin"}
    assert smart.ids("/candidates", location="berlin") == places != set()
    assert smart.ids("/candidates", location=["berlin", "london"]) > places
    rated = {one["id"] for one in everybody if int(one.get("averageRating", 0) + 0.5) == 4}
    assert smart.ids("/candidates", averageRating=4) == rated != set()
    by_source = smart.details(sourceType="AGENCY")
    assert by_source
    for one in by_source:
        shown = [one["primaryAssignment"], *one["secondaryAssignments"]]
        assert {each["source"] for each in shown} & {"Kestrel & Rowe Search", "גיוסים לדוגמה בע״מ"}
    assert smart.ids("/candidates", sourceType="AGENCY", sourceValueId="5505") < {
        one["id"] for one in by_source
    }
    assert smart.ids("/candidates", sourceSubType="PAID")
    shares = [smart.ids("/candidates", consentStatus=word) for word in ("REQUIRED", "PENDING", "ACQUIRED")]
    assert sum(map(len, shares)) == len(everybody)
    assert smart.ids("/candidates", onboardingStatus="READY_TO_ONBOARD")


def test_candidates_are_found_by_fields_and_answers(smart: Caller) -> None:
    fields = smart.good("/configuration/candidate-properties")["content"]
    field = next(one for one in fields if one["type"] == "SINGLE_SELECT")
    with_field = smart.ids("/candidates", propertyId=field["id"])
    value = smart.good(f"/configuration/candidate-properties/{field['id']}/values")["content"][0]
    with_value = smart.ids("/candidates", propertyId=field["id"], propertyValueId=value["id"])
    assert set() < with_value < with_field < smart.ids("/candidates")
    uid = sorted(with_value)[0]
    shown = smart.good(f"/candidates/{uid}/properties")["content"]
    assert value in [one["value"] for one in shown]
    assert smart.ids("/candidates", questionCategory="preliminary", questionFieldId="authorised")
    assert smart.ids("/candidates", questionFieldValueId="authorised-1") < smart.ids("/candidates")
    assert smart.ids("/candidates", questionCategory="nothing") == set()


def test_jobs_are_filtered(smart: Caller) -> None:
    jobs = smart.all("/jobs")

    def fitting(**test: Any) -> set[str]:
        return {job["id"] for job in jobs if all(value in str(job.get(name)) for name, value in test.items())}

    assert smart.ids("/jobs", city="Berlin") == fitting(location="Berlin")
    label = next(job["department"]["label"] for job in jobs if "department" in job)
    assert smart.ids("/jobs", department=label) >= {
        job["id"] for job in jobs if job.get("department", {}).get("label") == label
    }
    assert smart.ids("/jobs", department=label.lower()) == set()
    assert smart.ids("/jobs", language="he") == fitting(language="he")
    assert smart.ids("/jobs", statuses=["FILLED", "CANCELLED"], status="SOURCING") == {
        job["id"] for job in jobs if job["status"] in ("FILLED", "CANCELLED")
    }
    assert smart.ids("/jobs", status="SOURCING") == fitting(status="SOURCING")
    assert smart.ids("/jobs", postingStatus="PUBLIC") == {
        job["id"] for job in jobs if job["postingStatus"] == "PUBLIC"
    }
    assert jobs[0]["id"] in smart.ids("/jobs", q=jobs[0]["title"])
    member = smart.good(f"/jobs/{jobs[0]['id']}/hiring-team")["content"][0]["id"]
    assert jobs[0]["id"] in smart.ids("/jobs", hiringTeamMemberId=member)
    smart.refused(smart.get("/jobs", statuses="OPEN"), 400)


def test_a_new_applicant_is_activity_on_a_job_and_no_update(fresh: Caller) -> None:
    low = fresh.later()
    (applied,) = fresh.control.advance(applied=1)
    assert fresh.ids("/jobs", lastActivityAfter=low) == {applied["job"]}
    assert fresh.ids("/jobs", updatedAfter=low) == set()
    (edited,) = fresh.control.advance(job_edited=1)
    assert fresh.ids("/jobs", updatedAfter=low) == {edited["job"]}


def test_users_are_found(smart: Caller) -> None:
    users = smart.all(USERS)
    assert {user["active"] for user in users} == {True, False}
    assert users[3]["id"] in smart.ids(USERS, q=users[3]["email"])
    assert smart.ids(USERS, updatedAfter=max(user["updatedOn"] for user in users)) == set()
    assert smart.good(f"{USERS}/{users[3]['id']}") == users[3]
    assert smart.good(f"{USERS}/me")["role"] == "ADMINISTRATOR"
    smart.refused(smart.get(f"{USERS}/nobody"), 404)


def test_offers_are_sliced_and_filtered(smart: Caller) -> None:
    whole = smart.good("/offers", limit=100)
    assert whole["totalFound"] == len(whole["content"]) > 5
    assert smart.good("/offers", limit=3, offset=2)["content"] == whole["content"][2:5]
    accepted = smart.good("/offers", limit=100, status="ACCEPTED")["content"]
    assert accepted == [offer for offer in whole["content"] if offer["status"] == "ACCEPTED"]
    middle = whole["content"][3]["createdOn"]
    early = smart.good("/offers", limit=100, createdBefore=middle)["totalFound"]
    late = smart.good("/offers", limit=100, createdAfter=middle)["totalFound"]
    assert early + late == whole["totalFound"] - 1
    assert smart.good("/offers", age="LAST_DAY", createdAfter="1999-01-01T00:00:00.000Z")["totalFound"] <= 1
    smart.refused(smart.get("/offers", age="ANCIENT"), 400)
    smart.refused(smart.get("/offers", status="GONE"), 400)


def test_sources_of_a_type_are_sliced(smart: Caller) -> None:
    base = "/configuration/sources/AGENCY/values"
    assert [one["id"] for one in smart.good(base)["content"]] == ["5505", "5506"]
    assert [one["id"] for one in smart.good(base, limit=1, offset=1)["content"]] == ["5506"]
    assert smart.good(f"{base}/5506")["label"] == "גיוסים לדוגמה בע״מ"
    smart.refused(smart.get("/configuration/sources/NONE/values"), 404)
