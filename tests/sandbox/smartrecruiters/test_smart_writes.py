"""Creating and changing candidates. Source: vendor documentation, "Create candidate" (C:V16,V17,V19)."""

from typing import Any

import httpx
import pytest

from atsdesk.sandbox.smartrecruiters import Rules
from tests.sandbox.smartrecruiters.conftest import Caller, Start

NOA: dict[str, Any] = {"firstName": "Noa", "lastName": "Example", "email": "noa@example.com"}
PDF = {"file": ("Noa Example.pdf", b"%PDF-1.4 noa", "application/pdf")}


def open_job(caller: Caller) -> str:
    uid: str = caller.all("/jobs", statuses="SOURCING")[0]["id"]
    return uid


def create(caller: Caller, path: str = "/candidates", **changes: Any) -> httpx.Response:
    said = {name: value for name, value in {**NOA, **changes}.items() if value is not None}
    return caller.client.post(path, json=said)


def test_into_the_talent_pool(fresh: Caller) -> None:
    answer = create(fresh, phoneNumber="+1 202-555-0142", tags=["a", "b"])
    assert answer.status_code == 201
    one = answer.json()
    assert fresh.good(f"/candidates/{one['id']}") == one
    assert "primaryAssignment" not in one
    assert (one["firstName"], one["phoneNumber"], one["tags"]) == ("Noa", "+1 202-555-0142", ["a", "b"])
    assert one["id"] in fresh.ids("/candidates", q="noa@example.com", tag="a")
    assert fresh.good(f"/candidates/{one['id']}/status/history") == {"totalFound": 0, "content": []}


def test_onto_a_job_with_everything(fresh: Caller) -> None:
    job = open_job(fresh)
    said = {
        "location": {"country": "Poland", "countryCode": "pl", "city": "Kraków"},
        "web": {"linkedin": "https://www.linkedin.com/in/example-noa"},
        "education": [{"institution": "University of Example", "startDate": "2004", "endDate": "2008-06"}],
        "experience": [{"title": "Engineer", "company": "Contoso Example", "current": True}],
        "sourceDetails": {"sourceTypeId": "AGENCY", "sourceId": "5505"},
        "internal": True,
    }
    one = create(fresh, f"/jobs/{job}/candidates", **said).json()
    primary = one["primaryAssignment"]
    assert (primary["job"]["id"], primary["status"], primary["source"]) == (
        job,
        "NEW",
        "Kestrel & Rowe Search",
    )
    for name in ("location", "web", "internal"):
        assert one[name] == said[name]
    assert one["education"][0]["endDate"] == "2008-06"
    other = create(fresh, f"/jobs/{job}/candidates", email="b@example.com").json()
    assert other["primaryAssignment"]["source"] == "API"


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"firstName": None}, 400),
        ({"lastName": ""}, 400),
        ({"lastName": " "}, 400),
        ({"email": None}, 400),
        ({"email": "noa"}, 400),
        ({"firstName": 7}, 400),
        ({"firstName": "x" * 1001}, 400),
        ({"tags": "a"}, 400),
        ({"tags": [1]}, 400),
        ({"location": "Berlin"}, 400),
        ({"internal": "yes"}, 400),
        ({"education": [{"degree": "MA"}]}, 400),
        ({"education": [{"institution": "x", "startDate": "06/2004"}]}, 400),
        ({"experience": [{"title": "x", "endDate": "2004-13"}]}, 400),
        ({"sourceDetails": {"sourceTypeId": "AGENCY"}}, 400),
        ({"sourceDetails": "AGENCY"}, 400),
        ({"sourceDetails": {"sourceTypeId": "AGENCY", "sourceId": "1"}}, 422),
        ({"sourceDetails": {"sourceTypeId": "SOCIAL", "sourceId": "5505"}}, 422),
    ],
)
def test_bad_values_are_refused_and_nothing_is_made(
    fresh: Caller, changes: dict[str, Any], status: int
) -> None:
    before = fresh.control.truth()
    fresh.refused(create(fresh, **changes), status)
    assert fresh.control.truth() == before


@pytest.mark.parametrize("content", [b"", b"[]", b'"x"', b"{", b"\xff"])
def test_a_body_that_is_no_object_is_refused(fresh: Caller, content: bytes) -> None:
    fresh.refused(fresh.client.post("/candidates", content=content), 400)


def test_jobs_that_are_not_there_or_closed_take_nobody(fresh: Caller) -> None:
    fresh.refused(create(fresh, "/jobs/nothing/candidates"), 404, "JOB_NOT_FOUND")
    closed = fresh.all("/jobs", statuses=["FILLED", "CANCELLED"])[0]["id"]
    fresh.refused(create(fresh, f"/jobs/{closed}/candidates"), 422, "JOB_CLOSED")


def test_a_known_mail_address_answers_with_its_profile_unless_told_otherwise(
    fresh: Caller, start: Start
) -> None:
    job = open_job(fresh)
    first = create(fresh).json()
    again = create(fresh, f"/jobs/{job}/candidates", firstName="Other", email="NOA@example.com").json()
    assert (again["id"], again["firstName"]) == (first["id"], "Noa")
    assert again["primaryAssignment"]["job"]["id"] == job
    create(fresh, f"/jobs/{job}/candidates")
    assert len(fresh.control.truth()["candidates"]) == 151
    two = start(rules=Rules(rate_requests=0, duplicate_returns_existing=False, created_status=200))
    answers = [create(two) for _ in range(2)]
    assert {answer.status_code for answer in answers} == {200}
    assert answers[0].json()["id"] != answers[1].json()["id"]


def test_a_resume_makes_a_candidate(fresh: Caller) -> None:
    job = open_job(fresh)
    form = {"sourceTypeId": "SOCIAL", "sourceId": "5503"}
    answer = fresh.client.post(f"/jobs/{job}/candidates/cv", files=PDF, data=form)
    assert answer.status_code == 201
    one = answer.json()
    assert (one["firstName"], one["lastName"]) == ("Noa", "Example")
    assert one["primaryAssignment"]["source"] == "Northlight Social"
    (file,) = fresh.good(f"/candidates/{one['id']}/attachments")["content"]
    assert file["type"] == "RESUME"
    assert fresh.client.get(file["actions"]["download"]["url"]).content == b"%PDF-1.4 noa"
    assert fresh.client.post("/candidates/cv", files=PDF).status_code == 201


def test_files_are_attached(fresh: Caller) -> None:
    job = open_job(fresh)
    uid = create(fresh, f"/jobs/{job}/candidates").json()["id"]
    base = f"/candidates/{uid}"
    kind = {"attachmentType": "RESUME"}
    resume = fresh.client.post(f"{base}/jobs/{job}/attachments", files=PDF, data=kind)
    assert (resume.status_code, resume.json()["type"]) == (201, "RESUME")
    name = "קורות חיים.pdf"
    other = fresh.client.post(f"{base}/attachments", files={"file": (name, b"x" * 3, "text/plain")}).json()
    assert (other["type"], other["name"], other["contentType"]) == ("GENERIC_FILE", name, "text/plain")
    assert len(fresh.good(f"{base}/jobs/{job}/attachments")["content"]) == 2
    assert fresh.client.get(other["actions"]["download"]["url"]).content == b"xxx"


def test_bad_files_are_refused(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=0, upload_bytes=100))
    base = f"/candidates/{create(caller).json()['id']}/attachments"
    caller.refused(caller.client.post(base, files={"file": ("a.pdf", b"x" * 101)}), 413)
    caller.refused(caller.client.post(base, files={"file": ("a.pdf", b"")}), 400)
    caller.refused(caller.client.post(base, files={"other": ("a.pdf", b"x")}), 400)
    caller.refused(caller.client.post(base, files=PDF, data={"attachmentType": "PHOTO"}), 400)
    caller.refused(caller.client.post(base, json={}), 400)
    caller.refused(caller.client.post("/candidates/nobody/attachments", files=PDF), 404)


def test_personal_details_change(fresh: Caller) -> None:
    base = f"/candidates/{create(fresh, phoneNumber='1').json()['id']}"
    one = fresh.client.patch(base, json={"lastName": "Sample", "phoneNumber": None}).json()
    assert (one["firstName"], one["lastName"], "phoneNumber" in one) == ("Noa", "Sample", False)
    fresh.refused(fresh.client.patch(base, json={"lastName": ""}), 400)
    fresh.refused(fresh.client.patch("/candidates/nobody", json={"lastName": "x"}), 404)


def test_a_status_is_set(fresh: Caller) -> None:
    job = open_job(fresh)
    base = f"/candidates/{create(fresh, f'/jobs/{job}/candidates').json()['id']}"
    pair = f"{base}/jobs/{job}"
    answer = fresh.client.put(f"{pair}/status", json={"status": "IN_REVIEW"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert fresh.good(pair)["subStatus"]
    reason = fresh.good("/configuration/rejection-reasons")["content"][1]
    fresh.client.put(f"{base}/status", json={"status": "REJECTED", "reason": reason["id"]})
    assert fresh.good(pair)["reasonOfRejection"] == reason
    history = fresh.good(f"{pair}/status/history")["content"]
    assert [change["status"] for change in history] == ["NEW", "IN_REVIEW", "REJECTED"]
    hired = {"status": "HIRED", "startsOn": "2026-12-01T00:00:00.000Z"}
    assert fresh.client.put(f"{pair}/status", json=hired).status_code == 204
    assert fresh.good(pair)["startsOn"] == "2026-12-01T00:00:00.000Z"
    assert fresh.good(base)["primaryAssignment"]["startsOn"] == "2026-12-01T00:00:00.000Z"
    for body, status in (
        ({}, 400),
        ({"status": "HIRED", "startsOn": "soon"}, 400),
        ({"status": "OFFER"}, 400),
        ({"status": "INTERVIEW", "subStatus": "Dance"}, 422),
        ({"status": "REJECTED", "reason": "x"}, 422),
    ):
        fresh.refused(fresh.client.put(f"{pair}/status", json=body), status)
    fresh.refused(fresh.client.put(f"{base}/jobs/x/status", json={"status": "NEW"}), 404)


def test_source_and_tags_are_set(fresh: Caller) -> None:
    job = open_job(fresh)
    base = f"/candidates/{create(fresh, f'/jobs/{job}/candidates').json()['id']}"
    source = {"sourceTypeId": "SOCIAL", "sourceId": "5503"}
    assert fresh.client.put(f"{base}/jobs/{job}/source", json=source).status_code == 204
    assert fresh.good(f"{base}/jobs/{job}")["source"] == "Northlight Social"
    assert fresh.client.post(f"{base}/tags", json={"tags": ["a", "b"]}).status_code == 201
    assert fresh.client.post(f"{base}/tags", json={"tags": ["b", "c"]}).json() == {"tags": ["a", "b", "c"]}
    assert fresh.client.put(f"{base}/tags", json={"tags": ["z"]}).json() == {"tags": ["z"]}
    assert fresh.client.delete(f"{base}/tags").status_code == 204
    assert fresh.good(f"{base}/tags") == {"tags": []}
    fresh.refused(fresh.client.put(f"{base}/tags", json={}), 400)


def test_a_candidate_is_deleted(fresh: Caller) -> None:
    uid = create(fresh).json()["id"]
    assert fresh.client.delete(f"/candidates/{uid}").status_code == 204
    fresh.refused(fresh.get(f"/candidates/{uid}"), 404)
    fresh.refused(fresh.client.delete(f"/candidates/{uid}"), 404)
    assert uid in fresh.control.truth()["deleted"]


@pytest.mark.parametrize("scope", ["candidates_create", "candidates_manage"])
def test_writing_needs_its_scope(start: Start, scope: str) -> None:
    caller = start(without=[scope], candidates=20)
    uid = caller.all("/candidates")[0]["id"]
    answers = {
        "candidates_create": create(caller),
        "candidates_manage": caller.client.patch(f"/candidates/{uid}", json={}),
    }
    caller.refused(answers[scope], 403)


def test_a_lost_answer_leaves_one_candidate(fresh: Caller) -> None:
    fresh.control.fail("lost@POST:candidates")
    with pytest.raises(httpx.RemoteProtocolError):
        create(fresh)
    assert len(fresh.ids("/candidates", q="noa@example.com")) == 1
