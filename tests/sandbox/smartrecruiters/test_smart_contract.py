"""Every answer of the sandbox fits the contract, written down in contract.json."""

import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from atsdesk.sandbox.smartrecruiters import Rules
from tests.sandbox.smartrecruiters.conftest import INTERVIEWS, REPORTS, USERS, Caller, Start

CONTRACT = json.loads(Path(__file__).with_name("contract.json").read_text(encoding="utf-8"))
SERVICES = ("applications", "interviews", "jobs", "positions", "hiring-team", "job-fields")
LISTS = {
    "/configuration/departments": "Departments",
    "/configuration/hiring-processes": "HiringProcesses",
    "/configuration/job-properties": "JobPropertyDefinitionList",
    "/configuration/candidate-properties": "CandidatePropertyDefinitionList",
    "/configuration/offer-properties": "OfferPropertiesDefinition",
    "/configuration/sources": "SourceTypes",
    "/configuration/sources/JOB_BOARD/values": "Sources",
    "/configuration/sources/JOB_BOARD/values/5501": "Source",
    "/configuration/rejection-reasons": "Properties",
    "/configuration/withdrawal-reasons": "Properties",
    "/configuration/company": "CompanyConfiguration",
    "/offers": "Offers",
    f"{USERS}/me": "UserEntity",
    REPORTS: "Reports",
}

# the composed sample of the contract, as a list row
SAMPLE = {
    "id": "0b7c1d9e-0000-4000-8000-00000000c001",
    "internal": False,
    "firstName": "Omar",
    "lastName": "Example",
    "email": "omar@example.com",
    "createdOn": "2026-01-10T08:00:00.000Z",
    "updatedOn": "2026-02-01T10:30:00.000Z",
    "location": {"country": "Poland", "countryCode": "pl", "city": "Krakow"},
    "averageRating": 4,
    "tags": ["python"],
    "primaryAssignment": {
        "job": {"id": "0b7c1d9e-0000-4000-8000-00000000a001", "title": "Data Engineer"},
        "status": "INTERVIEW",
        "subStatus": "Team interview",
    },
    "secondaryAssignments": [{"job": {"id": "0b7c1d9e-0000-4000-8000-00000000a002"}}],
}


def fits(name: str, value: Any) -> None:
    validator = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": CONTRACT["$defs"]})
    problems = [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(value)]
    assert not problems, "\n".join(problems[:5])


def test_the_description_itself_is_sound() -> None:
    Draft202012Validator.check_schema({"$defs": CONTRACT["$defs"]})
    fits("Candidate", SAMPLE)
    with pytest.raises(AssertionError):
        fits("Candidate", {**SAMPLE, "phoneNumber": "+1 202-555-0142"})


@pytest.mark.parametrize("operation", CONTRACT["operations"])
def test_every_operation_is_there(smart: Caller, operation: str) -> None:
    """A path that nobody knows has another message, a known path with the wrong method answers 405."""
    method, path = operation.split(" ")
    answer = smart.client.request(method, re.sub(r"\{\w+\}", "nobody", path))
    assert answer.status_code != 405
    assert answer.status_code < 500
    assert answer.status_code != 404 or answer.json()["message"] != "The resource was not found."


def test_pages_fit(smart: Caller) -> None:
    for page in smart.pages("/candidates", limit=100):
        fits("CandidatePage", page)
    for page in smart.pages("/jobs", limit=10):
        fits("JobPage", page)
    for page in smart.pages(USERS, limit=10):
        fits("UserPage", page)


@pytest.mark.parametrize(("path", "name"), LISTS.items())
def test_the_setup_fits(smart: Caller, path: str, name: str) -> None:
    fits(name, smart.good(path))


def test_values_of_fields_fit(smart: Caller) -> None:
    for kind, name in (
        ("job", "JobPropertyValueDefinitionList"),
        ("candidate", "CandidatePropertyValueList"),
    ):
        for field in smart.good(f"/configuration/{kind}-properties")["content"]:
            fits(name, smart.good(f"/configuration/{kind}-properties/{field['id']}/values"))


def whole_candidate(caller: Caller, uid: str) -> None:
    base = f"/candidates/{uid}"
    one = caller.good(base)
    fits("CandidateDetails", one)
    fits("CandidateStatusHistoryList", caller.good(f"{base}/status/history"))
    fits("Attachments", caller.good(f"{base}/attachments"))
    fits("CandidateProperties", caller.good(f"{base}/properties"))
    fits("CandidateTags", caller.good(f"{base}/tags"))
    for shown in [one.get("primaryAssignment"), *one["secondaryAssignments"]]:
        if shown:
            pair = f"{base}/jobs/{shown['job']['id']}"
            fits("Pair", caller.good(pair))
            fits("CandidateStatusHistoryList", caller.good(f"{pair}/status/history"))
            fits("CandidateProperties", caller.good(f"{pair}/properties"))
            fits("ScreeningAnswers", caller.good(f"{pair}/screening-answers"))
            fits("Attachments", caller.good(f"{pair}/attachments"))
            fits("Offers", caller.good(f"{pair}/offers"))


def test_what_belongs_to_candidates_fits(smart: Caller) -> None:
    for one in smart.all("/candidates")[::9]:
        whole_candidate(smart, one["id"])
    hired = smart.all("/candidates", onboardingStatus="READY_TO_ONBOARD")[0]
    fits("OnboardingStatus", smart.good(f"/candidates/{hired['id']}/onboardingStatus"))


def test_what_belongs_to_jobs_fits(smart: Caller) -> None:
    for job in smart.all("/jobs"):
        base = f"/jobs/{job['id']}"
        fits("JobDetails", smart.good(base))
        fits("HiringTeamMembers", smart.good(f"{base}/hiring-team"))
        fits("JobPositions", smart.good(f"{base}/positions"))
        fits("JobStatusHistory", smart.good(f"{base}/status/history"))


@pytest.mark.parametrize("service", SERVICES)
def test_data_services_fit(smart: Caller, service: str) -> None:
    table = smart.good(f"/analytics/{service}")
    assert table["content"]
    fits(f"analytics-{service}", table)


def test_interviews_fit(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=0, interviews_visible="all"))
    rows = caller.good("/analytics/interviews")["content"]
    shown = 0
    for application in {row["applicationId"] for row in rows}:
        found = caller.good(INTERVIEWS, applicationId=application)
        fits("Interviews", found)
        shown += found["totalFound"]
        for interview in found["content"][:1]:
            fits("Interview", caller.good(f"{INTERVIEWS}/{interview['id']}"))
    assert shown == len({row["interviewId"] for row in rows if not row["interviewCanceled"]})


def test_reports_fit(fresh: Caller) -> None:
    base = f"{REPORTS}/{fresh.sandbox.settings['report_id']}"
    started = fresh.client.post(f"{base}/files")
    fits("ReportFile", started.json())
    for _ in range(4):
        fits("ReportFiles", fresh.good(f"{base}/files"))
    fits("ReportFile", fresh.good(f"{base}/files/recent"))


def test_everything_fits_after_much_has_happened(fresh: Caller) -> None:
    fresh.control.advance(250)
    for page in fresh.pages("/candidates", limit=100):
        fits("CandidatePage", page)
    for page in fresh.pages("/jobs", limit=100):
        fits("JobPage", page)
    for service in SERVICES:
        fits(f"analytics-{service}", fresh.good(f"/analytics/{service}"))
    for one in fresh.all("/candidates")[::11]:
        whole_candidate(fresh, one["id"])
    fits("Offers", fresh.good("/offers", limit=100))


def test_answers_to_writes_fit(fresh: Caller) -> None:
    body = {"firstName": "Noa", "lastName": "Example", "email": "noa@example.com"}
    created = fresh.client.post("/candidates", json=body)
    fits("CandidateDetails", created.json())
    base = f"/candidates/{created.json()['id']}"
    fits("CandidateDetails", fresh.client.patch(base, json={"phoneNumber": "+1 202-555-0142"}).json())
    fits("CandidateTags", fresh.client.post(f"{base}/tags", json={"tags": ["x"]}).json())
    file = {"file": ("cv.pdf", b"%PDF-1.4", "application/pdf")}
    fits("Attachment", fresh.client.post(f"{base}/attachments", files=file).json())
    whole_candidate(fresh, created.json()["id"])


def test_refusals_fit(fresh: Caller) -> None:
    answers: list[httpx.Response] = [
        fresh.get("/candidates", limit=1000),
        fresh.get("/candidates/nobody"),
        fresh.get("/no-such-path"),
        fresh.client.put("/jobs"),
        fresh.get(INTERVIEWS),
        fresh.client.post("/candidates", json={}),
        httpx.get(fresh.sandbox.base_url + "/jobs"),
    ]
    fresh.control.fail("401", "403", "429", "500", "503", "expired")
    answers += [fresh.get("/jobs") for _ in range(6)]
    for answer in answers:
        assert answer.status_code >= 400
        fits("ErrorResponse", answer.json())
