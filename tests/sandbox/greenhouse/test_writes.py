"""What can be changed through the API. Source: Harvest documentation, "Writes (v3)"."""

import base64
import dataclasses
from typing import Any

import httpx
import pytest

from tests.sandbox.greenhouse.conftest import UNLIMITED, Caller, Start
from tests.sandbox.greenhouse.test_contract import fits

PERSON = {
    "first_name": "Tomasz",
    "last_name": "Berg",
    "title": "QA analyst",
    "is_private": True,
    "email_addresses": [{"value": "tomasz.berg@example.com", "type": "personal"}],
    "phone_numbers": [{"value": "+49 30 5550100", "type": "mobile"}],
    "social_media_addresses": [{"value": "https://social.example.com/tomasz"}],
    "tags": ["referral-2026", "rehire"],
}


def post(caller: Caller, path: str, body: Any = None, status: int = 201) -> Any:
    answer = caller.client.post(path, json=body)
    assert answer.status_code == status, answer.text
    return answer.json() if answer.content else None


def under_way(caller: Caller, **parameters: Any) -> dict[str, Any]:
    rows = caller.all("/applications", status="active", prospect="false", **parameters)
    return rows[len(rows) // 2]


def plan(caller: Caller, job_id: int) -> list[dict[str, Any]]:
    return sorted(caller.good("/job_interview_stages", job_ids=job_id), key=lambda row: row["sort_order"])


# --- Candidates ----------------------------------------------------------------------------------------------


def test_a_candidate_with_an_application_is_created_and_found_again(fresh: Caller) -> None:
    job = fresh.some_job()
    source = fresh.all("/sources")[0]["id"]
    created = post(
        fresh, "/candidates", {**PERSON, "application": {"job_id": job["id"], "source_id": source}}
    )
    fits("created_candidate", created)
    candidate, application = created["candidate"], created["application"]
    assert (candidate["first_name"], candidate["private"]) == ("Tomasz", True)
    assert (application["job_id"], application["source_id"], application["status"]) == (
        job["id"],
        source,
        "in_process",
    )
    assert application["stage_name"] == plan(fresh, job["id"])[0]["name"]
    assert fresh.good("/candidates", email="tomasz.berg@example.com") == [candidate]
    assert [row["id"] for row in fresh.good("/applications", candidate_ids=candidate["id"])] == [
        application["id"]
    ]
    names = {row["id"]: row["name"] for row in fresh.all("/candidate_tags")}
    applied = fresh.good("/applied_candidate_tags", candidate_ids=candidate["id"])
    assert {names[row["candidate_tag_id"]] for row in applied} == {"referral-2026", "rehire"}


def test_a_candidate_may_come_without_an_application_and_unwrapped(start: Start) -> None:
    caller = start(rules=dataclasses.replace(UNLIMITED, created_wrapped=False))
    created = post(caller, "/candidates", {"first_name": "A", "last_name": "B"})
    fits("candidates", created)
    assert caller.good("/applications", candidate_ids=created["id"]) == []


def test_a_prospect_is_created_with_its_pool(fresh: Caller) -> None:
    pool = fresh.all("/prospect_pools", active="true")[0]["id"]
    stage = fresh.good("/prospect_pool_stages", prospect_pool_ids=pool)[0]["id"]
    body = {"prospect": True, "job_ids": [fresh.some_job()["id"]], "prospect_pool_id": pool}
    created = post(fresh, "/candidates", {**PERSON, "application": {**body, "prospect_pool_stage_id": stage}})
    application = created["application"]
    assert (application["prospect"], application["job_id"], application["stage_id"]) == (True, None, None)
    assert application["prospective_job_ids"] == body["job_ids"]
    (detail,) = fresh.good("/prospect_details", application_ids=application["id"])
    assert (detail["pool_id"], detail["pool_stage_id"]) == (pool, stage)


def test_values_of_custom_fields_are_written_by_id_and_read_by_label(fresh: Caller) -> None:
    options = fresh.good("/custom_field_options", custom_field_key="languages")
    field = fresh.good("/custom_fields", name_key="salary_expectation")[0]["id"]
    entries = [
        {"name_key": "notice_period", "value": "1 month"},
        {"name_key": "languages", "value": [options[0]["id"], options[1]["id"]]},
        {"custom_field_id": field, "value": {"amount": 65000, "currency_code": "EUR"}},
        {"name_key": "open_to_relocation", "value": None},
    ]
    created = post(fresh, "/candidates", {**PERSON, "custom_fields": entries})["candidate"]
    values = {key: one["value"] for key, one in created["custom_fields"].items()}
    assert values == {
        "notice_period": "1 month",
        "languages": [options[0]["name"], options[1]["name"]],
        "salary_expectation": {"amount": 65000, "currency_code": "EUR"},
        "open_to_relocation": None,
    }


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"first_name": None}, "first_name"),
        ({"first_name": "x" * 256}, "first_name"),
        ({"last_name": 7}, "last_name"),
        ({"private": True}, "private"),
        ({"educations": []}, "educations"),
        ({"can_email": "yes"}, "can_email"),
        ({"email_addresses": [{"value": "nobody", "type": "personal"}]}, "email_addresses"),
        ({"email_addresses": [{"value": "a@example.com", "type": "home"}]}, "email_addresses"),
        ({"phone_numbers": [{"value": "+1"}]}, "phone_numbers"),
        ({"social_media_addresses": [{"value": "x", "type": "other"}]}, "social_media_addresses"),
        ({"tags": "rehire"}, "tags"),
        ({"custom_fields": [{"value": 1}]}, "custom_fields"),
        ({"custom_fields": [{"name_key": "no_such_field", "value": 1}]}, "custom_fields"),
        ({"custom_fields": [{"name_key": "old_score", "value": 1}]}, "custom_fields"),
        ({"custom_fields": [{"name_key": "languages", "value": ["English"]}]}, "custom_fields"),
        ({"custom_fields": [{"name_key": "salary_expectation", "value": 65000}]}, "custom_fields"),
        ({"application": {}}, "job_id"),
        ({"application": {"job_id": 1}}, "job_id"),
        ({"application": {"job_id": 1, "prospect": True}}, "job_id"),
        ({"application": {"prospect": True, "source_id": 99}}, "source_id"),
        ({"application": [{"job_id": 1}]}, "application"),
    ],
)
def test_what_is_wrong_with_a_candidate_is_named(greenhouse: Caller, changes: Any, named: str) -> None:
    before = greenhouse.control.state()["rows"]
    answer = greenhouse.client.post("/candidates", json={**PERSON, **changes})
    body = greenhouse.refused(answer, 422)
    assert [list(error) for error in body["errors"]] == [[named]]
    assert greenhouse.control.state()["rows"] == before


def test_lists_of_a_candidate_are_replaced_as_a_whole(fresh: Caller) -> None:
    number = post(fresh, "/candidates", PERSON)["candidate"]["id"]
    phones = [{"value": "+49 30 5550101", "type": "home"}]
    answer = fresh.client.patch(f"/candidates/{number}", json={"phone_numbers": phones, "tags": ["rehire"]})
    assert answer.status_code == 200
    fits("candidates", answer.json())
    assert (answer.json()["phone_numbers"], answer.json()["tags"]) == (phones, ["rehire"])
    assert answer.json()["email_addresses"] == PERSON["email_addresses"]
    assert len(fresh.good("/applied_candidate_tags", candidate_ids=number)) == 1
    assert fresh.client.patch("/candidates/1", json={}).status_code == 404
    assert fresh.client.patch(f"/candidates/{10**30}", json={}).status_code == 404


def test_candidates_are_merged_anonymized_and_deleted(fresh: Caller) -> None:
    kept, gone, other = [row["id"] for row in fresh.good("/candidates", per_page=3)]
    theirs = [row["id"] for row in fresh.good("/applications", candidate_ids=gone)]
    post(fresh, f"/candidates/{kept}/merge", {"secondary_candidate_id": gone}, 200)
    assert fresh.good("/candidates", ids=gone) == []
    assert all(fresh.one("/applications", number)["candidate_id"] == kept for number in theirs)
    fresh.client.patch(f"/candidates/{kept}/anonymize", json={"fields": ["full_name", "email_addresses"]})
    one = fresh.one("/candidates", kept)
    assert (one["first_name"], one["last_name"], one["email_addresses"]) == ("(Anonymous)", None, [])
    answer = fresh.client.delete(f"/candidates/{other}")
    assert answer.status_code == 200
    fits("deleted", answer.json())
    assert fresh.good("/candidates", ids=other) == []


# --- Applications --------------------------------------------------------------------------------------------


def test_somebody_known_applies_once_for_a_job(fresh: Caller) -> None:
    number = post(fresh, "/candidates", PERSON)["candidate"]["id"]
    job = fresh.some_job()["id"]
    stage = plan(fresh, job)[2]
    body = {"candidate_id": number, "job_id": job}
    created = post(fresh, "/applications", {**body, "initial_stage_id": stage["id"]})
    fits("applications", created)
    assert (created["stage_name"], created["job_interview_stage_id"]) == (stage["name"], stage["id"])
    assert len(fresh.good("/application_stages", application_ids=created["id"])) == len(plan(fresh, job))
    fresh.refused(fresh.client.post("/applications", json=body), 422, "active application")


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({}, "candidate_id"),
        ({"candidate_id": 1, "job_id": 1}, "candidate_id"),
        ({"candidate_id": True, "job_id": 1}, "candidate_id"),
        ({"job_id": 1, "attachments": []}, "candidate_id"),
        ({"candidate_id": 1, "prospect": False}, "prospect"),
    ],
)
def test_what_is_wrong_with_an_application_is_named(greenhouse: Caller, body: Any, named: str) -> None:
    answer = greenhouse.refused(greenhouse.client.post("/applications", json=body), 422)
    assert named in [next(iter(error)) for error in answer["errors"]]


def test_nobody_applies_for_a_closed_job(fresh: Caller) -> None:
    number = post(fresh, "/candidates", PERSON)["candidate"]["id"]
    closed = fresh.good("/jobs", status="closed")[0]["id"]
    body = {"candidate_id": number, "job_id": closed}
    fresh.refused(fresh.client.post("/applications", json=body), 422, "not open")


@pytest.mark.parametrize("own", [True, False])
def test_a_move_needs_the_current_stage(start: Start, own: bool) -> None:
    caller = start(rules=dataclasses.replace(UNLIMITED, from_stage_is_own=own))
    one = under_way(caller, stage_name="Application Review")
    number, ids = one["id"], (one["stage_id"], one["job_interview_stage_id"])
    right, wrong = ids if own else ids[::-1]
    stages = plan(caller, one["job_id"])
    stale = caller.client.post(f"/applications/{number}/move", json={"from_stage_id": wrong})
    caller.refused(stale, 422, "from_stage_id")
    post(caller, f"/applications/{number}/move", {"from_stage_id": right}, 204)
    moved = caller.one("/applications", number)
    assert moved["stage_name"] == stages[1]["name"]
    here = moved["stage_id"] if own else moved["job_interview_stage_id"]
    body = {"from_stage_id": here, "to_stage_id": stages[-1]["id"]}
    post(caller, f"/applications/{number}/move", body, 204)
    assert caller.one("/applications", number)["stage_name"] == stages[-1]["name"]


def test_an_application_moves_to_another_job(fresh: Caller) -> None:
    one = under_way(fresh)
    other = next(row["id"] for row in fresh.good("/jobs", status="open") if row["id"] != one["job_id"])
    body = {"from_stage_id": one["stage_id"], "to_job_id": other}
    post(fresh, f"/applications/{one['id']}/move", body, 204)
    moved = fresh.one("/applications", one["id"])
    assert (moved["job_id"], moved["stage_name"]) == (other, plan(fresh, other)[0]["name"])


def test_a_rejection_and_its_end(fresh: Caller) -> None:
    number = under_way(fresh)["id"]
    fresh.refused(fresh.client.post(f"/applications/{number}/reject", json={}), 422, "rejection_reason_id")
    reason = fresh.all("/rejection_reasons")[0]["id"]
    answers = [{"name_key": "keep_in_touch", "value": True}]
    body = {"rejection_reason_id": reason, "notes": "Not now.", "custom_fields": answers}
    post(fresh, f"/applications/{number}/reject", body, 204)
    assert fresh.one("/applications", number)["status"] == "rejected"
    (detail,) = fresh.good("/rejection_details", application_ids=number)
    assert detail["rejection_reason_id"] == reason
    assert detail["question_custom_fields"]["keep_in_touch"]["value"] is True
    assert fresh.one("/notes", detail["rejection_note_id"])["body"] == "Not now."
    fresh.refused(fresh.client.post(f"/applications/{number}/reject", json=body), 422, "rejected")
    post(fresh, f"/applications/{number}/unreject", {}, 204)
    assert fresh.one("/applications", number)["status"] == "in_process"
    fresh.refused(fresh.client.post(f"/applications/{number}/unreject", json={}), 422)


def test_hiring_fills_an_opening_and_the_last_one_closes_the_job(fresh: Caller) -> None:
    for _ in range(9):
        one = under_way(fresh)
        seats = fresh.good("/openings", job_ids=one["job_id"], open="true")
        address = f"/applications/{one['id']}/hire"
        if len(seats) > 1:
            fresh.refused(fresh.client.post(address, json={}), 422, "opening_id")
        body = {"opening_id": seats[0]["id"], "start_date": "2027-01-04T00:00:00Z"}
        post(fresh, address, body, 204)
        assert fresh.one("/applications", one["id"])["status"] == "hired"
        seat = fresh.one("/openings", seats[0]["id"])
        assert (seat["open"], seat["application_id"]) == (False, one["id"])
        (offer,) = fresh.good("/offers", application_ids=one["id"], current_only="true")
        assert (offer["status"], offer["starts_on"]) == ("Accepted", "2027-01-04")
        if len(seats) == 1:
            assert fresh.one("/jobs", one["job_id"])["status"] == "closed"
            return


def test_a_prospect_is_converted(fresh: Caller) -> None:
    prospect = fresh.all("/applications", prospect="true", status="active")[0]
    job = fresh.some_job()["id"]
    made = post(fresh, f"/applications/{prospect['id']}/convert_to_candidate", {"job_id": job}, 200)
    fits("applications", made)
    assert (made["job_id"], made["prospect"]) == (job, False)
    assert fresh.one("/applications", prospect["id"])["status"] == "converted"
    other = under_way(fresh)["id"]
    answer = fresh.client.post(f"/applications/{other}/convert_to_candidate", json={"job_id": job})
    fresh.refused(answer, 422, "not a prospect")


def test_applications_are_edited_and_deleted(fresh: Caller) -> None:
    number = under_way(fresh)["id"]
    user = fresh.all("/users")[0]["id"]
    answer = fresh.client.patch(f"/applications/{number}", json={"recruiter_id": user})
    fits("applications", answer.json())
    assert answer.json()["recruiter_id"] == user
    fresh.refused(fresh.client.patch(f"/applications/{number}", json={"job_id": 1}), 422, "job_id")
    fits("deleted", fresh.client.delete(f"/applications/{number}").json())
    assert fresh.client.delete(f"/applications/{number}").status_code == 404


# --- What belongs to them ------------------------------------------------------------------------------------


def test_a_note_is_read_in_other_words_than_written(fresh: Caller) -> None:
    one = under_way(fresh)
    body = {
        "candidate_id": one["candidate_id"],
        "application_id": one["id"],
        "note_type": "NOTE",
        "body": "Prefers a start in January.",
        "visibility": "public",
    }
    note = post(fresh, "/notes", body)
    fits("notes", note)
    assert (note["type"], note["visibility"]) == ("NOTE", "publicly_visible")
    assert note["user_id"]
    assert fresh.one("/notes", note["id"]) == note
    assert fresh.one("/candidates", one["candidate_id"])["last_activity_at"] >= note["created_at"]
    mail = {**body, "note_type": "EMAIL", "subject": "Hello", "email_from": ["jobs@northwind.example"],
            "email_to": ["a@example.com", "b@example.com"], "email_cc": []}  # fmt: skip
    assert post(fresh, "/notes", mail)["email_to"] == "a@example.com, b@example.com"
    orphan = post(fresh, "/notes", {**body, "candidate_id": 1, "application_id": None})
    assert fresh.good("/notes", candidate_ids=1) == [orphan]


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"body": ""}, "body"),
        ({"note_type": "note"}, "note_type"),
        ({"visibility": "publicly_visible"}, "visibility"),
        ({"email_to": ["a@example.com"]}, "email_to"),
        ({"note_type": "EMAIL", "subject": "x", "email_from": ["a"], "email_to": ["b"]}, "email_cc"),
    ],
)
def test_what_is_wrong_with_a_note_is_named(greenhouse: Caller, changes: Any, named: str) -> None:
    body = {"candidate_id": 1, "note_type": "NOTE", "body": "x", "visibility": "public", **changes}
    greenhouse.refused(greenhouse.client.post("/notes", json=body), 422, named)


def test_a_file_belongs_to_an_application_and_a_new_resume_takes_its_place(fresh: Caller) -> None:
    one = under_way(fresh)
    content = b"%PDF-1.4 example"
    body = {"application_id": one["id"], "filename": "cv.pdf", "type": "resume",
            "content": base64.b64encode(content).decode(), "visibility": "public"}  # fmt: skip
    file = post(fresh, "/attachments", body)
    fits("attachments", file)
    assert file["candidate_id"] == one["candidate_id"]
    assert httpx.get(file["url"]).content == content
    again = post(fresh, "/attachments", {**body, "filename": "cv2.pdf"})
    resumes = fresh.good("/attachments", application_ids=one["id"], type="resume")
    assert [row["id"] for row in resumes] == [again["id"]]
    fits("deleted", fresh.client.delete(f"/attachments/{again['id']}").json())


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"application_id": 1}, "application_id"),
        ({"content": None}, "content"),
        ({"url": "https://files.example.com/cv.pdf"}, "content"),
        ({"content": "not base64!"}, "content"),
        ({"type": "automated_agreement"}, "type"),
        ({"content_type": "application/pdf"}, "content_type"),
    ],
)
def test_what_is_wrong_with_a_file_is_named(greenhouse: Caller, changes: Any, named: str) -> None:
    number = greenhouse.good("/applications", per_page=1)[0]["id"]
    body = {
        "application_id": number,
        "filename": "cv.pdf",
        "type": "resume",
        "content": "JVBERi0=",
        **changes,
    }
    greenhouse.refused(greenhouse.client.post("/attachments", json=body), 422, named)


def test_schools_jobs_and_tags(fresh: Caller) -> None:
    number = post(fresh, "/candidates", {**PERSON, "tags": []})["candidate"]["id"]
    degree = fresh.good("/custom_field_options", custom_field_key="degree")[0]["id"]
    school = {"candidate_id": number, "degree_custom_field_option_id": degree, "start_date_year": 2019}
    fits("candidate_educations", post(fresh, "/candidate_educations", school))
    work = {
        "candidate_id": number,
        "company_name": "Lanternworks",
        "title": "Tester",
        "start_date": "2020-05-01",
    }
    fits("candidate_employments", post(fresh, "/candidate_employments", work))
    wrong = fresh.client.post("/candidate_employments", json={**work, "start_date": "May 2020"})
    fresh.refused(wrong, 422, "start_date")
    tag = post(fresh, "/candidate_tags", {"name": "night shift"})
    fits("candidate_tags", tag)
    fresh.refused(fresh.client.post("/candidate_tags", json={"name": "night shift"}), 422, "taken")
    applied = post(fresh, "/applied_candidate_tags", {"candidate_id": number, "candidate_tag_id": tag["id"]})
    fits("applied_candidate_tags", applied)
    assert fresh.one("/candidates", number)["tags"] == ["night shift"]
    fits("deleted", fresh.client.delete(f"/applied_candidate_tags/{applied['id']}").json())
    assert fresh.one("/candidates", number)["tags"] == []


def test_writes_need_their_scopes(fresh: Caller) -> None:
    fresh.control.permit(["candidates:create", "applications:move"])
    fresh.refused(fresh.client.post("/candidates", json=PERSON), 403, "harvest:candidates:create")
    number = under_way(fresh)["id"]
    fresh.refused(fresh.client.post(f"/applications/{number}/move", json={}), 403)
    assert fresh.client.post("/notes", json={}).status_code == 422


def test_an_answer_that_is_lost_was_carried_out_all_the_same(fresh: Caller) -> None:
    fresh.control.fail("lost@POST:candidates", "lost=500@POST:candidates")
    with pytest.raises(httpx.RemoteProtocolError):
        fresh.client.post("/candidates", json=PERSON)
    assert fresh.client.post("/candidates", json=PERSON).status_code == 500
    assert len(fresh.good("/candidates", email="tomasz.berg@example.com")) == 2


def test_a_body_that_is_no_json_object(greenhouse: Caller) -> None:
    for content in (b"[", b"[]", b"\xff"):
        assert greenhouse.client.post("/candidates", content=content).status_code == 400
