"""The invented company looks like a real one and consists of nobody."""

import re
from collections import Counter
from typing import Any

import pytest

from tests.sandbox.kombo.conftest import MODELS, Caller, calling

FICTION = re.compile(r"\+1 \d{3}-555-01\d\d|\+44 7700 900\d{3}|\+33 6 39 98 \d\d \d\d")
RESERVED = re.compile(r"@([a-z.-]+\.)?example(\.com|\.org|\.net)?$")
NOW = 1_770_000_000


@pytest.fixture(scope="module")
def many() -> dict[str, list[dict[str, Any]]]:
    with calling(seed=11, candidates=1000) as caller:
        return {model: caller.all(model) for model in MODELS}


def test_the_same_seed_makes_the_same_data() -> None:
    seen = []
    for seed in (3, 3, 4):
        with calling(seed=seed, candidates=40, now=NOW) as caller:
            seen.append([caller.all(model, include_deleted="true") for model in MODELS])
    assert seen[0] == seen[1] != seen[2]


def test_nobody_is_there_with_a_working_address(many: dict[str, list[dict[str, Any]]]) -> None:
    candidates = many["candidates"]
    mails = [mail["email_address"] for one in candidates for mail in one.get("email_addresses") or ()]
    mails += [user["email"] for user in many["users"] if user["email"]]
    phones = [phone["phone_number"] for one in candidates for phone in one.get("phone_numbers") or ()]
    assert all(RESERVED.search(mail) for mail in mails)
    assert all(FICTION.fullmatch(phone) for phone in phones)
    assert any("email_addresses" not in one for one in candidates)
    assert any(one.get("email_addresses", "absent") is None for one in candidates)


def test_most_applications_are_closed_some_pending(many: dict[str, list[dict[str, Any]]]) -> None:
    share = Counter(one["outcome"] for one in many["applications"])
    total = sum(share.values())
    assert set(share) == {"PENDING", "HIRED", "DECLINED"}
    assert share["DECLINED"] > total * 0.6
    assert 0.03 < share["PENDING"] / total < 0.25
    assert all((one["outcome"] == "DECLINED") == bool(one["rejected_at"]) for one in many["applications"])
    assert any(one["job"] is None for one in many["applications"])
    assert 1.05 < total / len(many["candidates"]) < 1.4


def test_nested_parts_point_at_records(many: dict[str, list[dict[str, Any]]]) -> None:
    known = {model: {one["id"] for one in records} for model, records in many.items()}
    stages = {stage["id"] for job in many["jobs"] for stage in job["stages"]}
    assert stages == known["application-stages"]
    for one in many["applications"]:
        assert one["candidate_id"] in known["candidates"]
        assert one["job_id"] is None or one["job_id"] in known["jobs"]
        assert {each["id"] for each in one["interviews"]} <= known["interviews"]
        assert {each["id"] for each in one["offers"]} <= known["offers"]
    for one in many["scorecards"]:
        assert one["interview_id"] in known["interviews"]
        assert one["author"]["id"] == one["author_id"]
    inactive = {
        stage["id"] for job in many["jobs"] for stage in job["stages"] if stage["status"] == "INACTIVE"
    }
    assert inactive & {one["current_stage_id"] for one in many["applications"]}


def test_jobs_have_the_oddities_of_the_contract(kombo: Caller) -> None:
    jobs = kombo.all("jobs")
    assert "Mini-Job" in {job["employment_type"] for job in jobs}
    assert {"OPEN", "CLOSED"} <= {job.get("status") for job in jobs}
    assert {"PUBLIC", "INTERNAL", "UNLISTED"} <= {job.get("visibility") for job in jobs}
    assert None in {job["job_code"] for job in jobs}
    now = kombo.control.state()["now"]
    assert any((job["closed_at"] or "") > now for job in jobs if job.get("status") == "OPEN")
    assert any(not job["job_postings"] for job in jobs)
    assert {
        "TEXT",
        "NUMBER",
        "SINGLE_SELECT",
        "MULTI_SELECT",
        "BOOLEAN",
        "DATE",
        "FILE",
        "INFORMATION",
        "UNKNOWN",
    } <= {question["format"]["type"] for job in jobs for question in job["screening_questions"]}
    conditional = [
        each for job in jobs for each in job["screening_questions"] if each["precondition_question_id"]
    ]
    assert conditional


def test_ids_have_24_base58_characters(many: dict[str, list[dict[str, Any]]]) -> None:
    assert all(
        re.fullmatch(r"[1-9A-HJ-NP-Za-km-z]{24}", one["id"]) for records in many.values() for one in records
    )


def test_an_empty_company_can_be_applied_to() -> None:
    with calling(candidates=0) as caller:
        assert caller.rows("candidates") == []
        assert len(caller.control.advance(5)) == 5
        assert caller.rows("candidates")
