"""The contract's payloads, word for word in form, through the connector into the file."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from atsdesk.ats.comeet.answers import explain
from atsdesk.ats.comeet.connector import CANDIDATES, POSITIONS, Comeet
from atsdesk.desk import Desk
from atsdesk.errors import AuthError, ConfigError, DataError, DeskError, RefusedError, TransientError
from atsdesk.net.answer import Answer
from atsdesk.rows import Items
from tests.sync.lab import ACCOUNT, QUICK, Lab

PAYLOADS = Path(__file__).parent / "payloads"
Serve = Callable[..., Lab]


def payload(name: str) -> Any:
    return json.loads((PAYLOADS / f"{name}.json").read_text(encoding="utf-8"))


class Lists:
    """A server that answers every request for a list with the same page."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {}
        lists = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                body = json.dumps(lists.answers[self.path.partition("?")[0]], ensure_ascii=False).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base_url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def serve(self, *candidates: Any, deleted: tuple[str, ...] = (), **envelope: Any) -> None:
        self.answers = {
            "/positions": {"positions": [payload("position")], "next_page": None},
            "/candidates": {"candidates": list(candidates), **envelope},
            "/deleted-candidates": list(deleted),
        }


@pytest.fixture
def lists() -> Iterator[Lists]:
    lists = Lists()
    thread = threading.Thread(target=lists.server.serve_forever, args=(0.01,))
    thread.start()
    yield lists
    lists.server.shutdown()
    lists.server.server_close()
    thread.join()


@pytest.fixture
def lab(lists: Lists, data_dir: Path) -> Iterator[Lab]:
    secrets = {"api_key": "key", "secret": "s" * 32}
    environ = {f"ATSDESK_SECRET__ACME__{name.upper()}": text for name, text in secrets.items()}

    class Sandbox:
        control = None

    from tests.sync.comeet import COMEET

    with Desk(data_dir, patience=QUICK, environ=environ) as desk:
        desk.add_account(
            "comeet", ACCOUNT, {}, base_url=lists.base_url, settings={"requests_per_minute": "0"}
        )
        yield Lab(COMEET, Sandbox(), desk)


def steps(lab: Lab, application: str) -> list[tuple[Any, ...]]:
    return lab.select(
        "select stage_id, name, type, state, position, entered_at, scheduled_at, completed_at from steps"
        " where application_id = ? order by position",
        application,
    )


def test_the_sample_candidate_of_the_contract(lists: Lists, lab: Lab) -> None:
    lists.serve(payload("candidate"))
    lab.good_sync()
    assert lab.issues() == []
    person = lab.living("candidates")["77.03B"]
    assert (person["name"], person["email"], person["created_at"]) == (
        "Noa Example",
        "noa@example.com",
        "2026-02-03T09:15:00Z",
    )
    application = lab.living("applications")["C4.1A9E0"]
    assert {
        name: application[name] for name in ("candidate_id", "job_id", "status", "status_raw", "stage")
    } == {
        "candidate_id": "77.03B",
        "job_id": "3D.91A",
        "status": "active",
        "status_raw": "In progress",
        "stage": "Team interview",
    }
    assert application["stage_id"] == "51.00B"
    assert application["stage_entered_at"] == "2026-02-05T10:00:00Z"
    assert application["status_changed_at"] == "2026-02-10T12:00:00Z"
    assert application["prospect_status"] is None
    created, screened = "2026-02-03T09:15:00Z", "2026-02-05T10:00:00Z"
    assert steps(lab, "C4.1A9E0") == [
        ("51.00A", "CV Screen", "Go/No-go", "completed", 1, created, None, screened),
        (
            "51.00B",
            "Team interview",
            "In person Interview",
            "current",
            2,
            screened,
            "2026-02-12T08:30:00Z",
            None,
        ),
        ("51.00C", "Offer", "Offer", "future", 3, None, None, None),
    ]
    assert lab.living("sources")["09.4C1"]["type"] == "Job Board"
    assert {row["job_id"] for row in lab.living("stages").values()} == {"3D.91A"}
    body = lab.one("select body from records where resource = 'candidates'")
    assert json.loads(body) == payload("candidate")


def test_the_answer_of_a_creation(lists: Lists, lab: Lab) -> None:
    lists.serve(payload("created_candidate"))
    lab.good_sync()
    assert lab.issues() == []
    application = lab.living("applications")["C4.1A9E1"]
    assert application["candidate_id"] == "C4.1A9E1", "no person is named: the application stands for one"
    assert (application["status"], application["stage"]) == ("active", "CV Screen")
    (contact,) = lab.living("source_contacts").values()
    assert (contact["name"], contact["email"], contact["phone"]) == (
        "Dana Referrer",
        "dana@agency.example",
        "+972 50 000 0001",
    )
    assert application["source_contact_id"] == contact["id"]
    assert [one[3] for one in steps(lab, "C4.1A9E1")] == ["current"]


def test_a_source_contact_as_lists_spell_it(lists: Lists, lab: Lab) -> None:
    lists.serve(payload("listed_source_contact"))
    lab.good_sync()
    contact = lab.living("source_contacts")["0A.111"]
    assert (contact["name"], contact["email"], contact["source_id"]) == (
        "Dana Referrer",
        "dana@agency.example",
        "09.4C2",
    )
    person = lab.living("candidates")["77.03C"]
    assert (person["name"], person["national_id"]) == ("Omer Bar Example", "000000018")
    application = lab.living("applications")["C4.1A9E2"]
    assert (application["status"], application["stage"], application["prospect_status"]) == (
        "rejected",
        "CV Screen",
        "Interested",
    )
    assert sorted(row["name"] for row in lab.living("candidate_tags").values()) == ["Fast track", "resume"]
    assert {row["field_id"]: row["value"] for row in lab.living("custom_values").values()} == {
        "Notice period": "30 days",
        "Languages": "Hebrew, French",
    }
    assert [row["name"] for row in lab.living("attachments").values()] == ["omer.pdf"]


@pytest.mark.parametrize("name", ["listed_source_contact", "hired_candidate"])
def test_a_resume_s_link_is_never_kept(lists: Lists, lab: Lab, name: str) -> None:
    lists.serve(payload(name))
    lab.good_sync()
    body = lab.one("select body from records where resource = 'candidates'")
    assert "dies-in-15-minutes" not in body
    expected = payload(name)
    expected["resume"]["url"] = None
    assert json.loads(body) == expected


def test_a_resume_s_new_link_is_no_change(lists: Lists, lab: Lab) -> None:
    lists.serve(payload("hired_candidate"))
    lab.good_sync()
    again = payload("hired_candidate")
    again["resume"]["url"] = "https://files.comeet.example/zoe.pdf?signature=another"
    lists.serve(again)
    report = lab.good_sync()
    assert [one.changed for one in report.resources] == [0, 0, 0]


def test_a_hire_has_the_real_day(lists: Lists, lab: Lab) -> None:
    lists.serve(payload("hired_candidate"))
    lab.good_sync()
    application = lab.living("applications")["C4.1A9E3"]
    assert (application["status"], application["hired_on"], application["starts_on"]) == (
        "hired",
        "2026-03-02",
        "2026-04-01",
    )
    assert application["stage"] is None
    opening = lab.living("openings")["0C.001"]
    assert (opening["hired_application_id"], opening["job_id"]) == ("C4.1A9E3", "3D.91A")
    assert [one[5:] for one in steps(lab, "C4.1A9E3")] == [
        ("2026-01-10T09:00:00Z", None, "2026-01-12T10:00:00Z"),
        ("2026-01-12T10:00:00Z", None, "2026-03-01T10:00:00Z"),
    ]


def test_stubs_in_the_list_are_nobody(lists: Lists, lab: Lab) -> None:
    lists.serve(payload("stub"), payload("candidate"), deleted=("C4.1A9E9",))
    lab.good_sync()
    assert lab.table("applications").keys() == {"C4.1A9E0"}
    assert lab.one("select deleted_at from records where id = 'C4.1A9E9'")


def test_a_stub_in_place_of_a_candidate_erases(lists: Lists, lab: Lab) -> None:
    lists.serve(payload("candidate"))
    lab.good_sync()
    lists.serve({"uid": "C4.1A9E0", "deleted": True})
    report = lab.good_sync()
    assert sum(one.gone for one in report.resources) == 1
    assert lab.living("candidates") == lab.living("applications") == lab.living("steps") == {}
    assert lab.table("candidates")["77.03B"]["name"] is None
    lists.serve(payload("candidate"))
    lab.good_sync()
    assert lab.living("candidates")["77.03B"]["name"] == "Noa Example"
    assert len(steps(lab, "C4.1A9E0")) == len(lab.living("steps")) == 3


def test_deleted_ids_may_come_as_objects(lists: Lists, lab: Lab) -> None:
    lists.serve(payload("candidate"))
    lab.good_sync()
    lists.serve()
    lists.answers["/deleted-candidates"] = [{"uid": "C4.1A9E0"}]
    lab.good_sync()
    assert lab.living("candidates") == {}


def test_a_missing_next_page_is_the_end(lists: Lists, lab: Lab) -> None:
    lists.serve(payload("candidate"))
    assert "next_page" not in lists.answers["/candidates"]
    lab.good_sync()


def test_numbers_are_taken_for_ids(lists: Lists, lab: Lab) -> None:
    lists.serve({**payload("candidate"), "uid": 41000014, "person_uid": 7})
    lab.good_sync()
    assert lab.living("applications").keys() == {"41000014"}
    assert lab.living("candidates").keys() == {"7"}


def test_a_record_with_an_empty_id_is_set_aside(lists: Lists, lab: Lab) -> None:
    lists.serve({**payload("candidate"), "uid": ""}, payload("hired_candidate"))
    report = lab.sync()
    assert report.state == "PARTIALLY_FAILED"
    assert lab.table("applications").keys() == {"C4.1A9E3"}
    assert lab.issues("rejected_record")


def test_the_position(lists: Lists, lab: Lab) -> None:
    lists.serve()
    lab.good_sync()
    job = lab.living("jobs")["3D.91A"]
    assert {name: value for name, value in job.items() if value is not None and not name.endswith("_at")} == {
        "account_id": ACCOUNT,
        "id": "3D.91A",
        "name": "Data Engineer",
        "status": "on_hold",
        "status_raw": "on hold",
        "code": "4711",
        "department": "Research",
        "location": "Tel Aviv",
        "city": "Tel Aviv",
        "country": "IL",
        "timezone": "Asia/Jerusalem",
        "is_published": 1,
        "is_confidential": 0,
        "recruiter": "Ruth Recruiter",
        "salary_min": 20000.0,
        "salary_max": 30000.5,
        "salary_currency": "ILS",
        "salary_period": "monthly",
        "careers_url": "https://jobs.comeet.example/3D.91A",
        "description": "<h3>Requirements</h3><ul><li>SQL</li></ul>",
    }
    assert job["updated_at"] == "2026-02-01T10:00:00Z"


# --- Answers that are no list ---------------------------------------------------------------------------------


def answer(status: int, code: str | None = None, body: bytes | None = None) -> Answer:
    told = {"status": status, "error": code, "message": "..."} if code else {}
    return Answer(status, {}, json.dumps(told).encode() if body is None else body)


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (401, None, AuthError),
        (401, "unauthorized", AuthError),
        (401, "duplicate_candidate", DataError),
        (403, "file_size_limit", DataError),
        (403, "malicious_file", DataError),
        (403, "no_permission", RefusedError),
        (403, None, RefusedError),
        (404, None, ConfigError),
        (404, "position_not_found", RefusedError),
        (400, "invalid_datetime", DataError),
        (409, "candidate_post_conflict", DataError),
        (418, None, DataError),
    ],
)
def test_what_an_answer_means(status: int, code: str | None, kind: type[DeskError]) -> None:
    error = explain(CANDIDATES, answer(status, code))
    assert type(error) is kind or (kind is RefusedError and isinstance(error, kind))
    assert error.title.endswith(".")
    assert error.hint


def test_a_merged_candidate_is_no_failed_sign_in() -> None:
    merged = answer(401, body=(PAYLOADS / "duplicate_candidate.json").read_bytes())
    assert not isinstance(explain(CANDIDATES, merged), AuthError)
    with pytest.raises(DataError, match="duplicate_candidate"):
        Comeet().read(CANDIDATES, merged)


@pytest.mark.parametrize(
    "body",
    [
        b"<html>Bandwidth quota exceeded</html>",
        b'{"error": "Rate of data transfer is too high"}',
        b"<!DOCTYPE html>",
        b"",
        b'{"candidates": 7}',
        b'{"positions": []}',
        b'{"candidates": [{"uid": "A"}',
        b"[]",
    ],
)
def test_an_answer_that_is_not_the_list_is_asked_for_again(body: bytes) -> None:
    with pytest.raises(TransientError):
        Comeet().read(CANDIDATES, Answer(200, {}, body))


def test_the_key_of_a_record_may_stand_anywhere() -> None:
    body = b'{"positions": [{"name": "A", "uid": "1.A"}, { "uid" :"2.B"}, {"uid": 3}], "next_page": null}'
    page = Comeet().read(POSITIONS, Answer(200, {}, body))
    found: Items = page.items
    assert [item.id for item in found] == ["1.A", "2.B", "3"]
    assert len({item.hash for item in found}) == 3
