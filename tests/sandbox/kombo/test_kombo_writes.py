"""Applying and the other actions. Source: Kombo documentation, "Creating applications"."""

import base64
import threading
from typing import Any

import httpx
import pytest

from atsdesk.sandbox.kombo import Rules
from tests.sandbox.kombo.conftest import Caller, Start
from tests.sandbox.kombo.contract import fits

INVALID = ("PLATFORM.INPUT_INVALID", 400)
LENA = {"first_name": "Lena", "last_name": "Moreau", "email_address": "lena.moreau@example.com"}
PDF = {
    "name": "Lena CV.pdf",
    "type": "CV",
    "content_type": "application/pdf",
    "data": base64.b64encode(b"%PDF-1.4 Lena").decode(),
}


def open_job(caller: Caller) -> dict[str, Any]:
    return next(
        job
        for job in caller.rows("jobs", statuses="OPEN", visibilities="PUBLIC")
        if job["screening_questions"]
    )


def apply(caller: Caller, job_id: str | None = None, *, candidate: Any = None, **more: Any) -> httpx.Response:
    body = {"candidate": LENA if candidate is None else candidate, **more}
    return caller.client.post(f"/ats/jobs/{job_id or open_job(caller)['id']}/applications", json=body)


def done(answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    assert set(answer.json()) == {"status", "data", "warnings"}
    return dict(answer.json()["data"])


def test_a_new_application_is_answered_whole_and_readable_at_once(fresh: Caller) -> None:
    job = open_job(fresh)
    answer = apply(fresh, job["id"], attachments=[PDF])
    fits("created", answer.json())
    assert answer.headers["concurrency-limit"] == "30"
    created = done(answer)
    assert answer.json()["warnings"] == []
    assert (created["job_id"], created["outcome"]) == (job["id"], "PENDING")
    assert created["current_stage_id"] == job["stages"][0]["id"]
    assert created["candidate"]["source"] == "ATS Desk"
    application = fresh.one("applications", created["id"])
    assert application["candidate"]["first_name"] == "Lena"
    candidate = fresh.one("candidates", created["candidate_id"])
    assert [one["id"] for one in candidate["applications"]] == [created["id"]]
    assert fresh.rows("candidates", email=LENA["email_address"])[0]["id"] == candidate["id"]
    (file,) = fresh.rows("attachments", candidate_ids=candidate["id"])
    assert (file["type"], file["file_name"]) == ("CV", "Lena CV.pdf")


def test_everything_that_can_be_said_about_a_candidate(fresh: Caller) -> None:
    job = open_job(fresh)
    user = fresh.rows("users")[0]
    candidate = {
        **LENA,
        "additional_email_addresses": [{"type": "WORK", "email_address": "lena@work.example"}],
        "company": "Example Works",
        "title": "Engineer",
        "phone_number": "+1 202-555-0142",
        "additional_phone_numbers": [{"type": "OTHER", "phone_number": "+1 202-555-0143"}],
        "location": {"country": "FR", "city": "Lyon"},
        "gender": "OTHER",
        "availability_date": "2026-12-01",
        "salary_expectations": {"period": "YEAR", "amount": 60_000},
        "social_links": [{"url": "https://www.example.com/lena"}],
    }
    created = done(
        apply(
            fresh,
            f"remote:{job['remote_id']}",
            candidate=candidate,
            stage_id=job["stages"][1]["id"],
            source={"name": "Careers page"},
            sourced_by={"user_id": f"remote:{user['remote_id']}"},
            gdpr_consent={"given": True, "expires_at": "2027-01-01"},
            remote_fields={"greenhouse": {"x": 1}},
        )
    )
    assert created["current_stage_id"] == job["stages"][1]["id"]
    assert created["candidate"]["source"] == "Careers page"
    assert created["candidate"]["location"]["city"] == "Lyon"
    assert len(created["candidate"]["email_addresses"]) == len(created["candidate"]["phone_numbers"]) == 2
    assert fresh.rows("candidates", email="lena@work.example")


@pytest.mark.parametrize(
    "change",
    [
        {"first_name": None},
        {"first_name": 17},
        {"last_name": ...},
        {"email_address": "lena"},
        {"email_address": ...},
        {"phone_number": None},
        {"location": {"city": "Lyon"}},
        {"location": {"country": "fr"}},
        {"gender": "UNKNOWN"},
        {"availability_date": "2026-12-01T08:00:00+01:00"},
        {"social_links": [{"url": "lena"}]},
        {"additional_email_addresses": [{"email_address": "a@example.com"}]},
    ],
)
def test_a_candidate_that_does_not_fit_is_refused(kombo: Caller, change: dict[str, Any]) -> None:
    candidate = {name: value for name, value in {**LENA, **change}.items() if value is not ...}
    kombo.refused(apply(kombo, candidate=candidate), *INVALID)
    assert not kombo.rows("candidates", last_name="Moreau", first_name="Lena")


@pytest.mark.parametrize(
    "more",
    [
        {"attachments": None},
        {"attachments": [{**PDF, "data": "§§"}]},
        {"attachments": [{**PDF, "type": "PHOTO"}]},
        {"attachments": [{**PDF, "content_type": "pdf"}]},
        {"attachments": [{name: PDF[name] for name in ("name", "type", "data")}]},
        {"attachments": [{**PDF, "data_url": "https://www.example.com/cv.pdf"}]},
        {"attachments": [{"name": "a.pdf", "type": "CV"}]},
        {"stage_id": "nowhere"},
        {"sourced_by": {"user_id": "nobody"}},
        {"screening_question_answers": [{"question_id": "x"}]},
    ],
)
def test_a_body_that_does_not_fit_is_refused(kombo: Caller, more: dict[str, Any]) -> None:
    kombo.refused(apply(kombo, **more), *INVALID)


def test_unknown_jobs_and_bodies_that_are_no_json(kombo: Caller) -> None:
    kombo.refused(apply(kombo, "nowhere"), *INVALID)
    kombo.refused(apply(kombo, "remote:nowhere"), *INVALID)
    address = f"/ats/jobs/{open_job(kombo)['id']}/applications"
    for content in ("", "[]", "{", '{"candidate": 1}', b"\xff"):
        kombo.refused(kombo.client.post(address, content=content), *INVALID)


def test_closed_deleted_and_confidential_jobs_take_nobody(fresh: Caller) -> None:
    (closed,) = fresh.control.advance(job_closed=1)
    fresh.refused(apply(fresh, closed["id"]), "ATS.JOB_CLOSED", 400)
    (deleted,) = fresh.control.advance(job_deleted=1)
    fresh.refused(apply(fresh, deleted["id"]), "ATS.JOB_CLOSED", 400)
    for one in fresh.rows("jobs", visibilities="CONFIDENTIAL"):
        fresh.refused(apply(fresh, one["id"]), "ATS.JOB_CLOSED", 400)


@pytest.mark.parametrize("status", [400, 409])
def test_the_same_mail_applies_once_for_a_job_and_is_the_same_candidate_elsewhere(
    start: Start, status: int
) -> None:
    caller = start(rules=Rules(rate_requests=0, exists_status=status))
    first, second = [
        job["id"] for job in caller.rows("jobs", statuses="OPEN", visibilities="PUBLIC,INTERNAL")
    ][:2]
    created = done(apply(caller, first))
    again = {**LENA, "email_address": "LENA.Moreau@example.com", "first_name": "Léna"}
    caller.refused(apply(caller, first, candidate=again), "ATS.APPLICATION_ALREADY_EXISTS", status)
    other = done(apply(caller, second, candidate=again, source={"name": "Referral"}))
    assert other["candidate_id"] == created["candidate_id"]
    assert (other["candidate"]["first_name"], other["candidate"]["source"]) == ("Lena", "ATS Desk")
    assert len(caller.one("candidates", created["candidate_id"])["applications"]) == 2


def question(job: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(each for each in job["screening_questions"] if each["format"]["type"] == kind)


def test_answers_are_sent_as_ids_and_read_as_texts(fresh: Caller) -> None:
    jobs = [job for job in fresh.rows("jobs", statuses="OPEN") if job["visibility"] != "CONFIDENTIAL"]
    job = next(job for job in jobs if len(job["screening_questions"]) > 3)
    option = question(job, "SINGLE_SELECT")["format"]["options"][1]
    given = [
        {"question_id": question(job, "NUMBER")["id"], "answer": 6},
        {"question_id": question(job, "SINGLE_SELECT")["id"], "answer": option["id"]},
        {"question_id": question(job, "TEXT")["id"], "answer": "Blue Card"},
        {"question_id": "unknown", "answer": 1},
    ]
    answer = apply(fresh, job["id"], screening_question_answers=given)
    (warning,) = answer.json()["warnings"]
    assert "unknown" in warning["message"]
    said = done(answer)["screening_question_answers"]
    assert [each["answer"] for each in said] == [
        {"number": 6},
        {"choice": option["name"]},
        {"content": "Blue Card"},
    ]
    assert fresh.one("applications", done(answer)["id"])["screening_question_answers"] == said


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("NUMBER", "6"),
        ("NUMBER", 51),
        ("NUMBER", True),
        ("SINGLE_SELECT", "Yes"),
        ("TEXT", 1),
        ("TEXT", "x" * 121),
    ],
)
def test_an_answer_of_the_wrong_form_fails_the_call(kombo: Caller, kind: str, said: Any) -> None:
    job = open_job(kombo)
    given = [{"question_id": question(job, kind)["id"], "answer": said}]
    kombo.refused(apply(kombo, job["id"], screening_question_answers=given), *INVALID)


def test_some_tools_demand_a_phone_number_and_answers(start: Start) -> None:
    strict = start(candidates=20, rules=Rules(rate_requests=0, phone_required=True, answers_required=True))
    job = open_job(strict)
    strict.refused(apply(strict, job["id"]), "REMOTE.INPUT_INVALID", 400)
    candidate = {**LENA, "phone_number": "+1 202-555-0142"}
    error = strict.refused(apply(strict, job["id"], candidate=candidate), "REMOTE.INPUT_INVALID", 400)
    assert "answer" in error["message"]


def test_files_that_the_tool_does_not_take_are_a_warning_and_too_much_an_error(start: Start) -> None:
    caller = start(candidates=20, rules=Rules(rate_requests=0, attachment_bytes=100))
    photo = {**PDF, "name": "me.png", "content_type": "image/png"}
    answer = apply(caller, attachments=[photo, PDF, {**PDF, "name": "second.pdf"}])
    assert len(answer.json()["warnings"]) == 2
    (file,) = caller.rows("attachments", candidate_ids=done(answer)["candidate_id"])
    assert file["file_name"] == PDF["name"]
    big = {**PDF, "data": base64.b64encode(b"x" * 101).decode()}
    other = {**LENA, "email_address": "other@example.com"}
    caller.refused(apply(caller, candidate=other, attachments=[big]), "REMOTE.INPUT_INVALID", 400)
    rules = caller.good("/ats/actions/ats_create_application")
    fits("restrictions", {"status": "success", "data": rules})
    assert rules["attachment_restrictions"]["total_size_bytes"] == 100


def test_live_files_have_links_that_work_for_a_while(fresh: Caller) -> None:
    created = done(apply(fresh, attachments=[PDF]))
    listed = fresh.get(f"/ats/candidates/{created['candidate_id']}/attachments")
    fits("files_of_candidate", listed.json())
    assert listed.headers["concurrency-remaining"] == "29"
    (file,) = done(listed)["results"]
    assert httpx.get(file["data_url"]).content == b"%PDF-1.4 Lena"
    of_application = fresh.get(f"/ats/applications/{created['id']}/attachments")
    fits("files_of_application", of_application.json())
    assert [one["id"] for one in done(of_application)["results"]] == [file["id"]]
    other = fresh.rows("attachments")[0]["candidate_id"]
    (made_up, *_) = done(fresh.get(f"/ats/candidates/{other}/attachments"))["results"]
    assert httpx.get(made_up["data_url"]).content.startswith(b"%PDF")
    fresh.control.set_clock(3600)
    assert httpx.get(file["data_url"]).status_code == 403
    fresh.refused(fresh.get("/ats/candidates/nobody/attachments"), *INVALID)


def test_moving_rejecting_and_notes(fresh: Caller) -> None:
    job = open_job(fresh)
    created = done(apply(fresh, job["id"]))
    address = f"/ats/applications/{created['id']}"
    done(fresh.client.put(f"{address}/stage", json={"stage_id": job["stages"][2]["id"]}))
    assert fresh.one("applications", created["id"])["current_stage"]["name"] == job["stages"][2]["name"]
    foreign = next(
        one for one in fresh.rows("application-stages") if not one["remote_id"].startswith(job["remote_id"])
    )
    fresh.refused(fresh.client.put(f"{address}/stage", json={"stage_id": foreign["id"]}), *INVALID)
    note = done(
        fresh.client.post(f"{address}/notes", json={"content": "a < b", "content_type": "PLAIN_TEXT"})
    )
    assert fresh.one("notes", note["id"])["content_html"] == "<p>a &lt; b</p>"
    fresh.refused(
        fresh.client.post(f"{address}/notes", json={"content": "x", "content_type": "HTML"}), *INVALID
    )
    reason = fresh.rows("rejection-reasons")[0]
    body = {"rejection_reason_id": reason["id"], "note": "Sorry."}
    done(fresh.client.post(f"{address}/reject", json=body))
    rejected = fresh.one("applications", created["id"])
    assert (rejected["outcome"], rejected["rejection_reason_name"]) == ("DECLINED", reason["name"])
    assert rejected["rejected_at"]
    assert len(fresh.rows("notes", application_ids=created["id"])) == 2
    fresh.refused(fresh.client.post(f"{address}/reject", json={"rejection_reason_id": "x"}), *INVALID)


def test_tags_are_added_by_name_made_when_missing_and_taken_off(fresh: Caller) -> None:
    candidate = done(apply(fresh))["candidate_id"]
    known = fresh.rows("tags")[0]
    address = f"/ats/candidates/{candidate}/tags"
    for name in (known["name"].upper(), "Brand new"):
        done(fresh.client.post(address, json={"tag": {"name": name}}))
    assert [tag["name"] for tag in fresh.one("candidates", candidate)["tags"]] == [known["name"], "Brand new"]
    answer = fresh.client.request("DELETE", address, json={"tag": {"name": "Brand new"}})
    assert answer.json()["warnings"] == []
    assert fresh.client.request("DELETE", address, json={"tag": {"name": "Brand new"}}).json()["warnings"]
    assert [tag["name"] for tag in fresh.one("candidates", candidate)["tags"]] == [known["name"]]


def test_more_files_and_the_older_way_to_apply(fresh: Caller) -> None:
    body = {"candidate": LENA, "application": {"job_id": open_job(fresh)["id"]}}
    candidate = done(fresh.client.post("/ats/candidates", json=body))
    application = fresh.one("candidates", candidate["id"])["applications"][0]["id"]
    for address in (f"candidates/{candidate['id']}", f"applications/{application}"):
        done(fresh.client.post(f"/ats/{address}/attachments", json={"attachment": PDF}))
    assert len(fresh.rows("attachments", candidate_ids=candidate["id"])) == 2


def test_actions_that_the_tool_lacks_or_that_are_off_and_bad_credentials(fresh: Caller) -> None:
    job = open_job(fresh)["id"]
    fresh.control.scope(unavailable=["ats_create_application"], disabled=["ats_read_attachments"])
    fresh.refused(apply(fresh, job), "INTEGRATION.ACTION_NOT_AVAILABLE", 400)
    fresh.refused(fresh.get("/ats/candidates/x/attachments"), "INTEGRATION.ACTION_DISABLED", 403)
    fresh.control.scope()
    fresh.control.set_health(status="INVALID")
    fresh.refused(apply(fresh, job), "INTEGRATION.AUTHENTICATION_INVALID", 401)
    fresh.control.set_health(setup="SETUP_INCOMPLETE")
    fresh.refused(apply(fresh, job), "INTEGRATION.SETUP_INCOMPLETE", 409)


def test_too_many_actions_at_the_same_time(start: Start) -> None:
    caller = start(candidates=20, rules=Rules(rate_requests=0, action_limit=1, action_seconds=0.5))
    job = open_job(caller)["id"]
    answers: list[httpx.Response] = []
    threads = [
        threading.Thread(
            target=lambda mail: answers.append(apply(caller, job, candidate={**LENA, "email_address": mail})),
            args=(f"lena{number}@example.com",),
        )
        for number in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    good, refused = sorted(answers, key=lambda answer: answer.status_code)
    assert good.status_code == 200
    caller.refused(refused, "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", 429)
    assert refused.headers["concurrency-limit"] == "1"


def test_a_lost_answer_leaves_the_application(fresh: Caller) -> None:
    job = open_job(fresh)["id"]
    fresh.control.fail("lost@POST:ats/jobs/*")
    with pytest.raises(httpx.RemoteProtocolError):
        apply(fresh, job)
    assert fresh.rows("candidates", email=LENA["email_address"])
    fresh.refused(apply(fresh, job), "ATS.APPLICATION_ALREADY_EXISTS", 400)


def test_created_records_may_wait_for_the_next_sync(start: Start) -> None:
    caller = start(candidates=20, rules=Rules(rate_requests=0, created_readable=False, tracking="created"))
    created = done(apply(caller))
    assert caller.rows("candidates") == caller.rows("applications") == []
    caller.control.sync()
    assert [one["id"] for one in caller.rows("applications")] == [created["id"]]
    assert [one["id"] for one in caller.rows("candidates")] == [created["candidate_id"]]


def test_an_integration_is_switched_off_and_on(fresh: Caller) -> None:
    address = f"/integrations/{fresh.integration}/enabled"
    assert fresh.client.put(address, json={"value": False}).status_code == 200
    fresh.refused(fresh.get("/ats/jobs"), "INTEGRATION.INACTIVE", 403)
    assert fresh.client.put(address, json={"value": True}).status_code == 200
    assert fresh.rows("jobs")
    fresh.refused(fresh.client.put(address, json={"value": "yes"}), *INVALID)


def test_what_is_enabled_on_request_only(kombo: Caller) -> None:
    for path in ("/passthrough/exampleats/api", "/ats/import-tracked-application"):
        kombo.refused(kombo.client.post(path, json={}), "INTEGRATION.ACTION_NOT_AVAILABLE", 400)
    assert kombo.good("/tools/ats")["tools"][0]["id"] == "exampleats"
    kombo.refused(kombo.get("/tools/crm"), *INVALID)
