"""The contract's objects, and hostile ones, through the connector into the file."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from atsdesk.ats.smartrecruiters import answers
from atsdesk.ats.smartrecruiters.connector import SmartRecruiters
from atsdesk.ats.smartrecruiters.resources import CANDIDATE_DETAILS, CANDIDATES
from atsdesk.desk import Desk
from atsdesk.errors import AuthError, DataError, DeskError, GoneError, NotOfferedError, RefusedError
from atsdesk.net.answer import Answer
from tests.sync.lab import ACCOUNT, QUICK, Lab
from tests.sync.smartrecruiters import SMARTRECRUITERS

CANDIDATE = "0b7c1d9e-0000-4000-8000-00000000c001"
JOB, OTHER = "0b7c1d9e-0000-4000-8000-00000000a001", "0b7c1d9e-0000-4000-8000-00000000a002"
ROW: dict[str, Any] = {
    "id": CANDIDATE, "internal": False,
    "firstName": "Omar", "lastName": "Example", "email": "omar@example.com",
    "createdOn": "2026-01-10T08:00:00.000Z", "updatedOn": "2026-02-01T10:30:00.000Z",
    "location": {"country": "Poland", "countryCode": "pl", "city": "Krakow"},
    "averageRating": 4, "tags": ["python"],
    "primaryAssignment": {"job": {"id": JOB, "title": "Data Engineer"},
                          "status": "INTERVIEW", "subStatus": "Team interview"},
    "secondaryAssignments": [{"job": {"id": OTHER}}],
    "actions": {"details": {"url": f"https://api.smartrecruiters.com/candidates/{CANDIDATE}", "method": "GET"}},
}  # fmt: skip
"""The contract's composed sample."""
DETAILS = {
    **ROW,
    "phoneNumber": "+48 22 555 0100",
    "web": {"linkedin": "https://www.linkedin.com/in/example", "skype": "omar.example"},
    "education": [{"institution": "University of Example", "startDate": "2004", "endDate": "2008"}],
    "experience": [{"title": "Engineer", "company": "Contoso Example", "current": True, "startDate": "1996-09"}],
    "secondaryAssignments": [
        {"job": {"id": OTHER}, "status": "REJECTED", "source": "Example Board",
         "reasonOfRejection": {"id": "1", "label": "Skills"}},
    ],
}  # fmt: skip
HISTORY = [
    {"changedOn": "2026-02-01T10:30:00.000Z", "status": "INTERVIEW", "subStatus": "Team interview"},
    {"changedOn": "2026-01-10T08:00:00.000Z", "status": "NEW"},
]


class Api:
    """Answers each path with what it was given; lists are empty, and so are histories, files and fields."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {}
        api = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                path = self.path.partition("?")[0]
                given = api.answers.get(path, {"totalFound": 0, "content": []})
                status, given = (given, {"message": "No."}) if isinstance(given, int) else (200, given)
                body = given if isinstance(given, bytes) else json.dumps(given, ensure_ascii=False).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base_url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def people(self, *rows: dict[str, Any], details: dict[str, Any] | None = None) -> None:
        self.answers["/candidates"] = {"content": list(rows), "totalFound": len(rows)}
        for row in rows:
            self.answers[f"/candidates/{row['id']}"] = {**row, **(details or {})}


@pytest.fixture
def api() -> Iterator[Api]:
    api = Api()
    thread = threading.Thread(target=api.server.serve_forever, args=(0.01,))
    thread.start()
    yield api
    api.server.shutdown()
    api.server.server_close()
    thread.join()


@pytest.fixture
def lab(api: Api, data_dir: Path) -> Iterator[Lab]:
    class Sandbox:
        control = None

    environ = {"ATSDESK_SECRET__ACME__API_KEY": "key"}
    with Desk(data_dir, patience=QUICK, environ=environ) as desk:
        settings = {"requests_per_second": "0"}
        desk.add_account("smartrecruiters", ACCOUNT, {}, base_url=api.base_url, settings=settings)
        yield Lab(SMARTRECRUITERS, Sandbox(), desk)


def test_the_contract_s_candidate_arrives_with_both_applications(api: Api, lab: Lab) -> None:
    api.people(ROW, details=DETAILS)
    api.answers[f"/candidates/{CANDIDATE}/jobs/{JOB}/status/history"] = {"content": HISTORY}
    lab.good_sync()
    (person,) = lab.living("candidates").values()
    assert (person["name"], person["phone"], person["average_rating"]) == (
        "Omar Example",
        "+48 22 555 0100",
        4.0,
    )
    assert (person["headline"], person["company"], person["other_contacts"]) == (
        "Engineer",
        "Contoso Example",
        "Skype: omar.example",
    )
    first, second = (lab.living("applications")[f"{CANDIDATE}:{job}"] for job in (JOB, OTHER))
    assert (first["status"], first["stage"], first["created_at"]) == (
        "active",
        "Interview: Team interview",
        "2026-01-10T08:00:00Z",
    )
    assert (second["status"], second["rejection_reason"], second["source_id"]) == (
        "rejected",
        "Skills",
        "name:Example Board",
    )
    steps = lab.select("select name, state, entered_at, completed_at from steps order by position")
    assert steps == [
        ("New", "completed", "2026-01-10T08:00:00Z", "2026-02-01T10:30:00Z"),
        ("Interview: Team interview", "current", "2026-02-01T10:30:00Z", None),
    ]
    assert [row["started"] for row in lab.living("employments").values()] == ["1996-09"]
    assert lab.select("select count(*) from changes") == [(0,)], "a first load is no change"


def test_the_list_says_nothing_of_what_only_details_know(api: Api, lab: Lab) -> None:
    api.people(ROW, details=DETAILS)
    lab.good_sync()
    before = lab.facts()
    api.people({**ROW, "lastName": "Changed"}, details={**DETAILS, "lastName": "Changed"})
    api.answers[f"/candidates/{CANDIDATE}"] = 503
    report = lab.sync()
    assert report.state == "PARTIALLY_FAILED"
    (person,) = lab.living("candidates").values()
    assert (person["last_name"], person["phone"]) == ("Changed", "+48 22 555 0100")
    assert lab.facts()["applications"] == before["applications"]


def test_what_a_candidate_no_longer_has_is_gone(api: Api, lab: Lab) -> None:
    api.people(ROW, details=DETAILS)
    lab.good_sync()
    less = {"updatedOn": "2026-03-01T10:30:00.000Z", "secondaryAssignments": [], "education": [], "tags": []}
    api.people({**ROW, **less}, details={**DETAILS, **less})
    lab.good_sync()
    assert lab.living("applications").keys() == {f"{CANDIDATE}:{JOB}"}
    assert lab.living("educations") == lab.living("candidate_tags") == {}
    assert len(lab.living("employments")) == 1


def test_a_candidate_who_is_gone_takes_everything_along_and_comes_back_with_it(api: Api, lab: Lab) -> None:
    others = [{**ROW, "id": f"other-{number}", "secondaryAssignments": []} for number in range(9)]
    api.people(ROW, *others, details=None)
    api.answers[f"/candidates/{CANDIDATE}"] = DETAILS
    lab.good_sync()
    everything = lab.facts()
    api.people(*others)
    lab.good_sync(full=True)
    for table in ("candidates", "applications", "educations", "employments", "candidate_tags", "steps"):
        assert not [identity for identity in lab.living(table) if CANDIDATE in identity], table
    api.people(ROW, *others)
    api.answers[f"/candidates/{CANDIDATE}"] = DETAILS
    lab.good_sync(full=True)
    assert lab.facts() == everything


def test_a_404_on_details_buries_the_person(api: Api, lab: Lab) -> None:
    people = [{**ROW, "id": f"person-{number}"} for number in range(9)]
    api.people(*people)
    api.answers["/candidates/person-4"] = 404
    lab.good_sync()
    assert lab.living("candidates").keys() == {one["id"] for one in people} - {"person-4"}
    assert not [one for one in lab.living("applications") if one.startswith("person-4:")]


def test_many_404s_stop_and_ask(api: Api, lab: Lab) -> None:
    people = [{**ROW, "id": f"person-{number}"} for number in range(9)]
    api.people(*people)
    for one in people:
        api.answers[f"/candidates/{one['id']}"] = 404
    lab.sync()
    assert len(lab.living("candidates")) == 9
    assert [issue.kind for issue in lab.issues("deletions_held")] == ["deletions_held"]


def test_one_candidate_who_cannot_be_read_does_not_stop_the_others(api: Api, lab: Lab) -> None:
    people = [{**ROW, "id": f"person-{number}"} for number in range(6)]
    api.people(*people)
    api.answers["/candidates/person-2"] = b'{"id": "person-2", "firstName": '
    api.answers["/candidates/person-3"] = 422
    report = lab.sync()
    details = next(one for one in report.resources if one.resource == "candidate_details")
    assert (details.received, details.rejected, details.state) == (6, 2, "PARTIALLY_FAILED")
    api.people(*people)
    lab.good_sync()
    assert [issue for issue in lab.issues() if issue.kind != "empty"] == []


def nothing(value: Any) -> Any:
    """The same object with null everywhere but in ids."""
    if isinstance(value, dict):
        return {key: one if key == "id" else nothing(one) for key, one in value.items()}
    return [nothing(one) for one in value] if isinstance(value, list) else None


def test_nulls_everywhere_are_blank(api: Api, lab: Lab) -> None:
    api.people(nothing(DETAILS))
    api.answers["/jobs"] = {"content": [{"id": JOB, "title": None, "location": None, "status": None}]}
    api.answers[f"/jobs/{JOB}"] = {
        "id": JOB,
        "jobAd": {"sections": None},
        "properties": [None],
        "compensation": None,
    }
    api.answers[f"/jobs/{JOB}/hiring-team"] = {"content": [None, {"id": None, "role": None}]}
    api.answers[f"/candidates/{CANDIDATE}/jobs/{JOB}/status/history"] = {"content": [None, {"status": None}]}
    api.answers[f"/candidates/{CANDIDATE}/attachments"] = {"content": [None, {"id": None}]}
    api.answers[f"/candidates/{CANDIDATE}/properties"] = {
        "content": [None, {"id": None}, {"id": "f", "value": None}]
    }
    lab.good_sync()
    assert lab.living("candidates").keys() == {CANDIDATE}
    assert {row["status"] for row in lab.living("applications").values()} == {"unknown"}
    assert lab.issues("odd_value") == []


def test_unknown_words_and_members_are_kept_and_told(api: Api, lab: Lab) -> None:
    strange = {
        **ROW,
        "primaryAssignment": {"job": {"id": JOB}, "status": "PONDERED", "mood": "good"},
        "new": {"x": [1]},
    }
    api.people(strange)
    api.answers["/offers"] = {"content": [{"id": "o", "status": "HAGGLED"}], "totalFound": 1}
    report = lab.sync()
    assert report.state == "SUCCEEDED"
    row = lab.living("applications")[f"{CANDIDATE}:{JOB}"]
    assert (row["status"], row["status_raw"]) == ("unknown", "PONDERED")
    assert {issue.kind for issue in lab.issues()} - {"empty"} == {"odd_value"}
    (body,) = lab.select("select body from records where resource = 'candidates'")
    assert json.loads(body[0])["new"] == {"x": [1]}


@pytest.mark.parametrize(
    ("spelt", "status"),
    [
        ("OFFER", "active"),
        ("IN-REVIEW", "active"),
        ("HIRE", "hired"),
        ("hired", "hired"),
        ("In Review", "active"),
    ],
)
def test_other_spellings_of_a_status_are_understood(api: Api, lab: Lab, spelt: str, status: str) -> None:
    api.people({**ROW, "primaryAssignment": {"job": {"id": JOB}, "status": spelt}})
    lab.good_sync()
    assert lab.living("applications")[f"{CANDIDATE}:{JOB}"]["status"] == status


@pytest.mark.parametrize(
    ("spelt", "moment"),
    [
        ("2026-02-01T10:30:00.000Z", "2026-02-01T10:30:00Z"),
        ("2026-02-01T12:30:00+02:00", "2026-02-01T10:30:00Z"),
        ("2026-02-01T10:30:00", "2026-02-01T10:30:00Z"),
        ("2026-02-01", "2026-02-01T00:00:00Z"),
        ("0001-01-01T00:00:00Z", None),
        ("yesterday", None),
    ],
)
def test_every_spelling_of_a_moment_is_utc_or_blank(
    api: Api, lab: Lab, spelt: str, moment: str | None
) -> None:
    api.people({**ROW, "updatedOn": spelt})
    lab.good_sync()
    assert lab.living("candidates")[CANDIDATE]["updated_at"] == moment
    assert bool(lab.issues("odd_value")) == (moment is None)


def test_big_ids_and_ids_that_differ_in_case_stay_apart(api: Api, lab: Lab) -> None:
    big = 9_007_199_254_740_993
    rows = [{**ROW, "id": identity, "secondaryAssignments": []} for identity in (big, "AbC", "aBc")]
    api.people(*rows)
    lab.good_sync()
    assert lab.living("candidates").keys() == {str(big), "AbC", "aBc"}


def test_html_in_texts_is_kept_as_it_is(api: Api, lab: Lab) -> None:
    text = '<script>alert("x")</script><b>bold</b> &amp; more'
    api.answers["/jobs"] = {"content": [{"id": JOB, "title": text}]}
    api.answers[f"/jobs/{JOB}"] = {
        "id": JOB, "title": text, "jobAd": {"sections": {"jobDescription": {"title": "What", "text": text}}}
    }  # fmt: skip
    lab.good_sync()
    job = lab.living("jobs")[JOB]
    assert (job["name"], job["description"]) == (text, f"<h3>What</h3>{text}")


def answer(status: int, body: Any = None) -> Answer:
    return Answer(status, {}, json.dumps(body).encode() if body is not None else b"")


@pytest.mark.parametrize(
    ("status", "body", "kind", "words"),
    [
        (401, None, AuthError, "refused the API key"),
        (403, {"message": "Not yours."}, RefusedError, "candidates_read"),
        (404, {"message": "Gone."}, NotOfferedError, "does not offer"),
        (422, {"message": "Bad", "errors": [{"code": "X", "message": "worse"}]}, DataError, "Bad; worse"),
    ],
)
def test_answers_are_explained(status: int, body: Any, kind: type[DeskError], words: str) -> None:
    error = answers.explain(CANDIDATES, answer(status, body))
    assert type(error) is kind
    assert words in str(error)


def test_a_404_of_a_followed_record_means_that_it_is_gone() -> None:
    assert isinstance(answers.explain(CANDIDATE_DETAILS, answer(404, {"message": "x"})), GoneError)


def test_the_next_page_is_found_in_the_body_or_in_the_link_header() -> None:
    url = "https://api.example.com/jobs?limit=100&sort=job_id&pageId=a"
    page = SmartRecruiters().read(CANDIDATES, Answer(200, {}, b'{"content": [], "nextPageId": "b+/="}', url))
    assert page.next == "https://api.example.com/jobs?limit=100&sort=job_id&pageId=b%2B%2F%3D"
    link = {"link": '<https://api.example.com/jobs?pageId=c>; rel="next"'}
    assert SmartRecruiters().read(CANDIDATES, Answer(200, link, b'{"content": []}', url)).next.endswith("=c")
    assert SmartRecruiters().read(CANDIDATES, Answer(200, {}, b'{"content": []}', url)).next == ""
