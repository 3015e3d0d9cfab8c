"""Creating, changing, erasing.

Source: Comeet's Recruiting API documentation, "Create candidate (validation rules)", "Errors".
"""

import base64
from typing import Any

import pytest

from atsdesk.sandbox.comeet import Rules
from tests.sandbox.conftest import Caller, Start

LIMIT = 6_000_000
VIRUS = b"X5O!...$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def packed(content: bytes) -> str:
    return base64.b64encode(content).decode()


def draft(caller: Caller, **more: Any) -> dict[str, Any]:
    position = caller.good("/positions", status="open")["positions"][0]
    body = {
        "position_uid": position["uid"],
        "partner_candidate_id": "draft-1",
        "first_name": "נועה",
        "last_name": "O'Example",
    }
    return {name: value for name, value in {**body, **more}.items() if value is not ...}


def create(caller: Caller, **more: Any) -> dict[str, Any]:
    answer = caller.client.post("/candidates", json=draft(caller, **more))
    assert answer.status_code == 200, answer.text
    created: dict[str, Any] = answer.json()
    return created


def test_a_created_candidate_is_read_back(fresh: Caller) -> None:
    contact = {"full_name": "Ruth van Example", "email": "ruth@agency.example", "phone": "+1 202-555-0143"}
    created = create(
        fresh,
        email="noa@example.com",
        phone="+1 202-555-0100",
        mobile_phone="+44 7700 900123",
        national_id="X1",
        linkedin_url="https://www.linkedin.com/in/example-noa",
        prospect_status="Interested",
        source_contact=contact,
        address={"country": "IL", "city": "Haifa"},
        links=[{"url": "https://noa.example.com/work"}],
        custom_fields={"Relocation": True},
        note="Speaks three languages",
        salary_expectations="20,000",
        resume={"name": "קורות חיים.PDF", "file": packed(b"%PDF-1.7 resume")},
        picture={"name": "me.png", "file": packed(b"\x89PNG")},
        files=[{"name": "task.zip", "file": packed(b"PK task")}],
    )
    assert set(created) == {
        "uid", "position_uid", "status", "time_created", "time_last_status_changed", "completed_steps",
        "current_steps", "source_contact",
    }  # fmt: skip
    assert created["source_contact"] == contact
    read = fresh.good(f"/candidates/{created['uid']}")
    assert read["id_number"] == "X1"
    assert (read["first_name"], read["email"], read["status"]) == ("נועה", "noa@example.com", "In progress")
    assert read["source_contact"]["first_name"] == "Ruth"
    assert read["source_contact"]["last_name"] == "van Example"
    assert read["custom_fields"] == {"Relocation": True}
    assert len(read["current_steps"]) == 1
    assert read["future_steps"]
    assert read["resume"]["name"] == "קורות חיים.PDF"
    assert fresh.client.get(read["resume"]["url"]).content == b"%PDF-1.7 resume"
    files = fresh.good(f"/candidates/{created['uid']}/files")
    assert [file["name"] for file in files] == ["task.zip"]
    assert fresh.client.get(files[0]["url"]).content == b"PK task"
    assert fresh.all("/candidates")[-1]["uid"] == created["uid"]
    assert created["uid"] in fresh.control.truth()["candidates"]


def test_the_status_of_success_is_a_rule(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=0, created_status=201))
    assert caller.client.post("/candidates", json=draft(caller)).status_code == 201


@pytest.mark.parametrize("field", ["position_uid", "partner_candidate_id", "first_name", "last_name"])
@pytest.mark.parametrize("value", [..., None, "", "  "])
def test_mandatory_fields_are_named_when_missing(strict: Caller, field: str, value: Any) -> None:
    answer = strict.client.post("/candidates", json=draft(strict, **{field: value}))
    assert field in strict.refused(answer, 400, "required_field")["message"]


PDF = packed(b"%PDF")
REFUSED: list[tuple[dict[str, Any], int, str]] = [
    ({"position_uid": "00.00000"}, 404, "position_not_found"),
    ({"first_name": "x" * 256}, 400, "string_size_limit"),
    ({"first_name": 7}, 400, "invalid_value"),
    ({"email": "noa"}, 400, "invalid_email"),
    ({"email": "noa@example"}, 400, "invalid_email"),
    ({"email": "a b@example.com"}, 400, "invalid_email"),
    ({"linkedin_url": "https://example.com/in/noa"}, 400, "invalid_linkedin_url"),
    ({"links": [{"url": "ftp://example.com"}]}, 400, "invalid_url"),
    ({"links": [{}]}, 400, "required_field"),
    ({"links": "https://example.com"}, 400, "invalid_value"),
    ({"source_contact": {"email": "a@example.com"}}, 400, "required_field"),
    ({"source_contact": {"full_name": "Ann"}}, 400, "required_field"),
    ({"source_contact": {"full_name": "Ann", "email": "?"}}, 400, "invalid_email"),
    ({"source_contact": []}, 400, "invalid_value"),
    (
        {"source_contact": {"full_name": "Ann", "email": "contact5.0@partner.example"}},
        400,
        "source_contact_conflict",
    ),
    ({"address": {"country": "Israel"}}, 400, "incorrect_country_code"),
    ({"address": {"country": "XX"}}, 400, "incorrect_country_code"),
    ({"custom_fields": {"Shoe size": 40}}, 400, "invalid_custom_candidate_field"),
    ({"prospect_status": "Maybe"}, 400, "invalid_value"),
    ({"resume": {"name": "cv.txt", "file": PDF}}, 400, "invalid_file_type"),
    ({"resume": {"name": "cv", "file": PDF}}, 400, "invalid_file_type"),
    ({"resume": {"name": "cv.pdf", "file": "%%%"}}, 400, "invalid_value"),
    ({"resume": {"name": "cv.pdf"}}, 400, "required_field"),
    ({"resume": {"name": "cv.pdf", "file": packed(VIRUS)}}, 403, "malicious_file"),
    ({"picture": {"name": "me.pdf", "file": PDF}}, 400, "invalid_file_type"),
    ({"files": [{"name": "run.exe", "file": PDF}]}, 400, "invalid_file_type"),
    (
        {"files": [{"name": "a.csv", "file": PDF}, {"name": "b.csv", "file": packed(VIRUS)}]},
        403,
        "malicious_file",
    ),
]


@pytest.mark.parametrize(("change", "status", "error"), REFUSED)
def test_what_is_wrong_is_refused_and_nothing_is_created(
    strict: Caller, change: dict[str, Any], status: int, error: str
) -> None:
    before = len(strict.control.truth()["candidates"])
    strict.refused(strict.client.post("/candidates", json=draft(strict, **change)), status, error)
    assert len(strict.control.truth()["candidates"]) == before


def test_a_file_may_have_6_million_bytes_and_not_one_more(fresh: Caller) -> None:
    create(fresh, resume={"name": "a.pdf", "file": packed(b"x" * LIMIT)})
    body = draft(
        fresh, partner_candidate_id="2", resume={"name": "a.pdf", "file": packed(b"x" * (LIMIT + 1))}
    )
    fresh.refused(fresh.client.post("/candidates", json=body), 403, "file_size_limit")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"text"', b"\xff"])
def test_a_body_that_is_no_object_is_refused(strict: Caller, body: bytes) -> None:
    strict.refused(strict.client.post("/candidates", content=body), 400, "bad_request")


def test_the_same_draft_conflicts_while_in_progress_there(fresh: Caller) -> None:
    created = create(fresh)
    again = fresh.client.post("/candidates", json=draft(fresh))
    assert fresh.refused(again, 409, "candidate_post_conflict")["candidate_uid"] == created["uid"]
    other = fresh.good("/positions", status="open")["positions"][1]["uid"]
    elsewhere = create(fresh, position_uid=other)
    assert elsewhere["uid"] != created["uid"]
    fresh.control.merge(created["uid"], elsewhere["uid"])
    assert create(fresh)["uid"] not in {created["uid"], elsewhere["uid"]}


def test_the_conflict_can_name_a_number(start: Start) -> None:
    caller = start(rules=Rules(rate_requests=0, conflict_names_number=True))
    created = create(caller)
    answer = caller.client.post("/candidates", json=draft(caller))
    number = caller.refused(answer, 409, "candidate_post_conflict")["candidate_uid"]
    read = caller.client.get(f"/candidates/{number}", headers={"IDENTIFIER_TYPE": "REAL_ID"})
    assert read.json()["uid"] == created["uid"]


def test_a_lost_answer_leaves_exactly_one_candidate(fresh: Caller) -> None:
    before = set(fresh.control.truth()["candidates"])
    fresh.control.fail("lost@POST:candidates", "lost=502@POST:candidates")
    with pytest.raises(Exception, match="disconnected"):
        fresh.client.post("/candidates", json=draft(fresh))
    answer = fresh.client.post("/candidates", json=draft(fresh, partner_candidate_id="draft-2"))
    assert answer.status_code == 502
    (lost, other) = set(fresh.control.truth()["candidates"]) - before
    again = fresh.client.post("/candidates", json=draft(fresh))
    assert fresh.refused(again, 409, "candidate_post_conflict")["candidate_uid"] in {lost, other}


def test_contact_details_change_in_every_hiring_process_of_the_person(fresh: Caller) -> None:
    first = create(fresh, custom_fields={"Relocation": True})
    people = fresh.control.truth()["candidates"]
    shared = next(uid for uid, one in people.items() if _count(people, one["person_uid"]) > 1)
    person = people[shared]["person_uid"]
    change = {"email": "new@example.org", "updated_by": {"type": "user", "name": "Dana"}}
    answer = fresh.client.patch(f"/candidates/{shared}", json=change)
    assert answer.status_code == 200
    assert answer.json()["uid"] == shared
    for uid, one in people.items():
        if one["person_uid"] == person:
            assert fresh.good(f"/candidates/{uid}")["email"] == "new@example.org"
    fresh.client.patch(f"/candidates/{first['uid']}", json={"custom_fields": {"Notice period": "1 month"}})
    read = fresh.good(f"/candidates/{first['uid']}")
    assert read["custom_fields"] == {"Relocation": True, "Notice period": "1 month"}
    assert read["last_name"] == "O'Example"


def _count(people: dict[str, Any], person_uid: str) -> int:
    return sum(one["person_uid"] == person_uid for one in people.values())


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"first_name": ""}, "required_field"),
        ({"email": "x"}, "invalid_email"),
        ({"linkedin_url": "x"}, "invalid_linkedin_url"),
        ({"custom_fields": {"x": 1}}, "invalid_custom_candidate_field"),
        ({"updated_by": {"name": "Dana"}}, "required_field"),
        ({"updated_by": {"type": "user"}}, "required_field"),
        ({"updated_by": {"type": "ghost", "name": "Dana"}}, "invalid_value"),
        ({"phone": "1" * 300}, "string_size_limit"),
    ],
)
def test_wrong_changes_are_refused(strict: Caller, change: dict[str, Any], error: str) -> None:
    uid = next(iter(strict.control.truth()["candidates"]))
    strict.refused(strict.client.patch(f"/candidates/{uid}", json=change), 400, error)


@pytest.mark.parametrize(
    ("method", "path"),
    [("PATCH", ""), ("POST", "/notes"), ("POST", "/files"), ("POST", "/resume")],
)
def test_nobody_else_can_be_changed(fresh: Caller, method: str, path: str) -> None:
    body = {"text": "Hello", "name": "a.pdf", "file": PDF}
    gone = fresh.control.advance(deleted=1)[0]["uid"]
    for uid in ("00.00000", gone):
        answer = fresh.client.request(method, f"/candidates/{uid}{path}", json=body)
        fresh.refused(answer, 404, "candidate_not_found")
    merged = fresh.control.advance(merged=1)[0]["uid"]
    answer = fresh.client.request(method, f"/candidates/{merged}{path}", json=body)
    fresh.refused(answer, 401, "duplicate_candidate")


def test_notes_keep_bold_italics_and_underline(fresh: Caller) -> None:
    uid = create(fresh)["uid"]
    text = '<b>Good</b> <i>and</i> <u>kind</u><script>x</script> <a href="https://example.com">link</a>'
    details = [{"title": "Level", "text": "Senior"}]
    body = {"text": text, "created_by": {"type": "user", "uid": "1"}, "details": details}
    note = fresh.client.post(f"/candidates/{uid}/notes", json=body).json()
    assert note["text"] == "<b>Good</b> <i>and</i> <u>kind</u>x link"
    assert note["created_by"] == {"type": "user", "uid": "1"}
    assert note["details"] == details
    fresh.refused(fresh.client.post(f"/candidates/{uid}/notes", json={"text": ""}), 400, "required_field")
    fresh.refused(fresh.get(f"/candidates/{uid}/notes"), 405, "method_not_allowed")


def test_files_and_resumes_are_added(fresh: Caller) -> None:
    uid = create(fresh)["uid"]
    answer = fresh.client.post(
        f"/candidates/{uid}/files", json={"name": "a b/ç.docx", "file": packed(b"one")}
    )
    assert [file["name"] for file in answer.json()] == ["a b/ç.docx"]
    assert fresh.client.get(answer.json()[0]["url"]).content == b"one"
    resume = fresh.client.post(f"/candidates/{uid}/resume", json={"name": "cv.docx", "file": packed(b"two")})
    assert fresh.client.get(resume.json()["url"]).content == b"two"
    assert fresh.good(f"/candidates/{uid}")["resume"]["name"] == "cv.docx"
    assert len(fresh.good(f"/candidates/{uid}/files")) == 1


def test_duplicates_are_found_by_mail_phone_profile_and_name(fresh: Caller) -> None:
    uid = create(fresh, email="Noa@Example.com", phone="+1 202-555-0100",
                 linkedin_url="https://linkedin.com/in/noa", first_name="Éva", last_name="כהן-לוי")["uid"]  # fmt: skip
    path = "/sourcing/candidates/find_duplicates"
    for query in (
        {"email": "noa@example.COM"},
        {"phone_number": "+1 202-555-0100"},
        {"linkedin_url": "https://LinkedIn.com/in/noa"},
        {"first_name": "éva", "last_name": "כהן-לוי"},
    ):
        assert [one["uid"] for one in fresh.good(path, **query)] == [uid]
    assert fresh.good(path, email="nobody@example.com") == []
    for query in ({}, {"first_name": "Éva"}, {"email": " "}):
        fresh.refused(fresh.get(path, **query), 400, "required_field")
    fresh.client.patch(f"/candidates/{uid}", json={"email": "other@example.com"})
    assert [one["uid"] for one in fresh.good(path, email="other@example.com")] == [uid]
    assert fresh.good(path, email="noa@example.com") == []


def test_erasing_a_person_leaves_stubs(fresh: Caller) -> None:
    uid = create(fresh, email="gone@example.com")["uid"]
    person = fresh.good(f"/candidates/{uid}")["person_uid"]
    assert fresh.client.delete(f"/person/{person}").status_code == 200
    assert fresh.good(f"/candidates/{uid}") == {"uid": uid, "deleted": True}
    assert uid in fresh.good("/deleted-candidates")
    assert fresh.good("/sourcing/candidates/find_duplicates", email="gone@example.com") == []
    fresh.refused(fresh.client.delete(f"/person/{person}"), 404, "not_found")


def test_a_person_with_an_interview_ahead_is_not_erased(start: Start) -> None:
    caller = start(candidates=400, seed=2)
    now = caller.control.state()["now"]
    busy = next(
        one
        for one in caller.all("/candidates", status="In progress")
        if any(step["time_scheduled"] and step["time_scheduled"] > now for step in one["current_steps"])
    )
    answer = caller.client.delete(f"/person/{busy['person_uid']}")
    caller.refused(answer, 400, "person_has_pending_interviews")
    assert caller.good(f"/candidates/{busy['uid']}")["deleted"] is False


def test_openings_are_created(fresh: Caller) -> None:
    position = fresh.good("/positions", status="open")["positions"][0]["uid"]
    body = {"position_uid": position, "name": "Replacement", "headcount": 2, "reason": "Replacement hire"}
    for path in ("/openings/", "/openings"):
        opening = fresh.client.post(path, json=body).json()
        assert {name: opening[name] for name in body} == body
        assert opening["hired_candidate_uid"] is None
    fresh.refused(fresh.client.post("/openings/", json={**body, "name": ""}), 400, "required_field")
    fresh.refused(fresh.client.post("/openings/", json={**body, "headcount": 0}), 400, "invalid_value")
    fresh.refused(fresh.client.post("/openings/", json={**body, "reason": "Whim"}), 400, "invalid_value")
    answer = fresh.client.post("/openings/", json={**body, "position_uid": "00.00000"})
    fresh.refused(answer, 404, "position_not_found")
