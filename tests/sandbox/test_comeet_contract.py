"""Every answer of the sandbox fits the contract, written down in comeet.schema.json."""

import base64
import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from atsdesk.sandbox.comeet.permissions import ALL
from tests.sandbox.conftest import Caller, Start

SCHEMA = json.loads(Path(__file__).with_name("comeet.schema.json").read_text(encoding="utf-8"))

# the composed sample of the contract, with the marks of a whole candidate that it leaves out
SAMPLE = {
    "uid": "C4.1A9E0",
    "person_uid": "77.03B",
    "position_uid": "3D.91A",
    "first_name": "Noa",
    "last_name": "Example",
    "email": "noa@example.com",
    "status": "In progress",
    "prospect_status": None,
    "deleted": False,
    "source": {"uid": "09.4C1", "name": "Example Board", "type": "Job Board"},
    "time_created": "2026-02-03T09:15:00Z",
    "time_last_status_changed": "2026-02-10T12:00:00Z",
    "URL": "https://app.comeet.example/candidates/1",
    "completed_steps": [
        {
            "name": "CV Screen",
            "type": "Go/No-go",
            "time_scheduled": None,
            "time_completed": "2026-02-05T10:00:00Z",
            "position_step_uid": "51.00A",
        }
    ],
    "current_steps": [
        {
            "name": "Team interview",
            "type": "In person Interview",
            "time_scheduled": "2026-02-12T08:30:00Z",
            "position_step_uid": "51.00B",
        }
    ],
    "future_steps": [{"name": "Offer", "type": "Offer", "position_step_uid": "51.00C"}],
    "custom_fields": {},
}


def fits(name: str, value: Any) -> None:
    validator = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})
    problems = [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(value)]
    assert not problems, "\n".join(problems[:5])


def test_the_description_itself_is_sound() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    fits("candidate", SAMPLE)
    with pytest.raises(AssertionError):
        fits("candidate", {**SAMPLE, "status": "Maybe"})


def test_lists_and_single_objects_fit(comeet: Caller) -> None:
    for page in comeet.pages("/candidates", limit=200):
        fits("candidates", page)
    for page in comeet.pages("/positions", limit=5):
        fits("positions", page)
    candidate = comeet.good("/candidates", status="Hired")["candidates"][0]
    fits("candidate", comeet.good(f"/candidates/{candidate['uid']}"))
    fits("position", comeet.good(f"/positions/{candidate['position_uid']}"))
    fits("candidates", comeet.good(f"/positions/{candidate['position_uid']}/candidates"))
    deleted = comeet.good("/deleted-candidates")
    fits("deleted_candidates", deleted)
    fits("stub", comeet.good(f"/candidates/{deleted[0]}"))
    fits("files", comeet.good(f"/candidates/{candidate['uid']}/files"))


@pytest.mark.parametrize("permission", [None, *sorted(ALL)])
def test_lists_fit_with_and_without_each_permission(start: Start, permission: str | None) -> None:
    caller = start(candidates=60, without=[permission] if permission else [])
    for path in ("candidates", "positions"):
        answer = caller.get(f"/{path}", limit=1000)
        fits(path if answer.status_code == 200 else "error", answer.json())


def test_lists_fit_after_much_has_happened(fresh: Caller) -> None:
    fresh.control.advance(200)
    fits("candidates", fresh.good("/candidates", limit=1000))
    fits("positions", fresh.good("/positions"))
    fits("deleted_candidates", fresh.good("/deleted-candidates"))


def test_answers_to_writes_fit(fresh: Caller) -> None:
    position = fresh.good("/positions", status="open")["positions"][0]["uid"]
    file = {"name": "a.pdf", "file": base64.b64encode(b"%PDF").decode()}
    body = {
        "position_uid": position,
        "partner_candidate_id": "1",
        "first_name": "Noa",
        "last_name": "Example",
        "resume": file,
        "source_contact": {"full_name": "Ruth Example", "email": "ruth@example.org"},
    }
    created = fresh.client.post("/candidates", json=body).json()
    fits("created", created)
    fits("candidate", fresh.good(f"/candidates/{created['uid']}"))
    address = f"/candidates/{created['uid']}"
    fits("created", fresh.client.patch(address, json={"phone": "+1 202-555-0142"}).json())
    fits("files", fresh.client.post(f"{address}/files", json=file).json())
    fits("note", fresh.client.post(f"{address}/notes", json={"text": "Hello"}).json())
    fits("opening", fresh.client.post("/openings/", json={"position_uid": position, "name": "One"}).json())
    fits("error", fresh.client.post("/candidates", json=body).json())


def test_refusals_fit(fresh: Caller) -> None:
    answers: list[httpx.Response] = [
        fresh.get("/candidates", time_created__after="x"),
        fresh.get("/candidates/00.00000"),
        fresh.get("/no-such-path"),
        fresh.get("/candidates/00.00000/notes"),
        fresh.client.post("/candidates", json={}),
        fresh.client.get("/candidates", headers={"Authorization": "Bearer x"}),
        fresh.client.delete("/person/00.00000"),
    ]
    fresh.control.fail("401", "403", "429", "500", "503", "expired")
    answers += [fresh.get("/candidates") for _ in range(6)]
    for answer in answers:
        assert answer.status_code >= 400
        assert answer.json()["status"] == answer.status_code
        fits("error", answer.json())
