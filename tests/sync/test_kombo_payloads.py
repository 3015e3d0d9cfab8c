"""The contract's sample objects, and hostile ones, through the connector into the file."""

import copy
import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from atsdesk.desk import Desk
from tests.faults.servers import Asked, Said, serving
from tests.sync.kombo import KOMBO
from tests.sync.lab import ACCOUNT, QUICK, Lab

SAMPLES: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "payloads" / "kombo.json").read_text(encoding="utf-8")
)
Record = dict[str, Any]


class Lists:
    """What a server serves: by list, and how the connection stands."""

    def __init__(self) -> None:
        self.records: dict[str, list[Record]] = {
            name: copy.deepcopy(samples["complete"])
            for name, samples in SAMPLES.items()
            if name != "integration"
        }
        self.integration = copy.deepcopy(SAMPLES["integration"]["active"])
        self.asked: list[Asked] = []

    def answer(self, asked: Asked) -> Said:
        self.asked.append(asked)
        name = asked.path.rpartition("/")[2]
        data = {"next": None, "results": self.records[name]} if "/ats/" in asked.path else self.integration
        return Said(json.dumps({"status": "success", "data": data}, ensure_ascii=False).encode())


@pytest.fixture
def lists() -> Lists:
    return Lists()


@pytest.fixture
def lab(lists: Lists, data_dir: Path) -> Iterator[Lab]:
    @dataclasses.dataclass
    class Sandbox:
        base_url: str
        control: None = None

    with serving(lists.answer) as server:
        base_url = f"{server.base_url}/v1"
        with Desk(data_dir, patience=QUICK, environ={"ATSDESK_SECRET__ACME__API_KEY": "ks_dev_1"}) as desk:
            settings = {**KOMBO.settings, "integration_id": "greenhouse:1", "page_size": "250"}
            desk.add_account("kombo", ACCOUNT, {}, base_url=base_url, settings=settings)
            yield Lab(KOMBO, Sandbox(base_url), desk)


AMIRA, DATA_ENGINEER, SCREEN = (
    "zSfkCz6Ji9g5YKYqzUpbvTFy",
    "eFYwErfSHj47VqPWCCcLqkSH",
    "XwMj5vgUiUnJ2XGNGW2EbbTG",
)
FIRST = "Pt6jv3mWzwhNaAaYY2GyqXrc"


def part(row: Record, **expected: Any) -> bool:
    assert {name: row[name] for name in expected} == expected
    return True


def test_the_request_carries_key_and_integration(lists: Lists, lab: Lab) -> None:
    lab.good_sync()
    headers = [{name.lower(): text for name, text in one.headers.items()} for one in lists.asked]
    assert {one["authorization"] for one in headers} == {"Bearer ks_dev_1"}
    assert {one["x-integration-id"] for one in headers} == {"greenhouse:1"}
    assert lists.asked[0].path == "/v1/integrations/greenhouse:1"


def test_the_samples_of_the_contract(lab: Lab) -> None:
    lab.good_sync()
    assert lab.issues() == []
    assert part(
        lab.living("jobs")[DATA_ENGINEER],
        name="Data Engineer",
        code="DE-2026-07",
        status="open",
        status_raw="OPEN",
        visibility="PUBLIC",
        is_published=1,
        salary_min=62000.0,
        salary_max=78000.0,
        salary_period="annually",
        location="Leipzig, Saxony, Germany",
        country="DE",
        workplace_type="HYBRID",
        opened_at="2026-09-01T00:00:00Z",
        created_at="2026-08-28T09:12:44Z",
        updated_at="2026-11-02T15:40:10Z",
    )
    stages = lab.living("stages").values()
    assert {one["job_id"] for one in stages} == {None}, "the jobs of the samples share their stages"
    assert [(one["name"], one["position"], one["is_active"]) for one in stages] == [
        ("New applications", 1, 1),
        ("Phone screen", 2, 1),
        ("Onsite", 3, 1),
        ("Take-home (retired)", None, 0),
    ]
    assert part(
        lab.living("candidates")[AMIRA],
        name="Amira Haddad",
        email="amira.haddad@example.com",
        mobile_phone="+49 30 5550 0142",
        phone=None,
        linkedin_url="https://www.example.com/in/amira-haddad",
        company="Northwind Sample GmbH",
        headline="Analytics Engineer",
        city="Leipzig",
    )
    assert part(
        lab.living("applications")[FIRST],
        candidate_id=AMIRA,
        job_id=DATA_ENGINEER,
        status="active",
        status_raw="PENDING",
        stage_id=SCREEN,
        stage="Phone screen",
        stage_entered_at="2026-11-10T08:41:17Z",
        source_id="name:Example Job Board",
        answers="How many years have you worked with SQL?: 6\nDo you need visa sponsorship?: No",
        created_at="2026-10-03T10:02:11Z",
    )
    assert {one["status"] for one in lab.living("applications").values()} == {"active", "hired", "rejected"}
    (tag,) = [one for one in lab.living("candidate_tags").values() if one["candidate_id"] == AMIRA]
    assert tag["name"] == "Silver medalist"
    (interview,) = lab.living("interviews").values()
    assert part(
        interview,
        application_id=FIRST,
        candidate_id=AMIRA,
        job_id=DATA_ENGINEER,
        stage="Phone screen",
        type="video",
        status="scheduled",
        starts_at="2026-11-24T09:00:00Z",
        hours=0.5,
    )
    (interviewer,) = lab.living("interviewers").values()
    assert part(interviewer, name="Nora Lindqvist", interview_id=interview["id"])
    (note,) = lab.living("notes").values()
    assert part(note, body="Invented note.", author="Nora Lindqvist", visibility="public", candidate_id=AMIRA)
    (card,) = lab.living("scorecards").values()
    assert part(card, rating="Hire", notes="Overall: Hire\nComment: Solid fundamentals.")
    (file,) = [one for one in lab.living("attachments").values() if one["candidate_id"] == AMIRA]
    assert part(file, type="resume", name="Amira_Haddad_CV.pdf", application_id=None)


def test_records_are_kept_whole_but_for_links_to_files(lists: Lists, lab: Lab) -> None:
    link = 'https://files.example.com/secret?sig=\\"1'
    lists.records["attachments"][0]["data_url"] = link
    lab.good_sync()
    for name, records in lists.records.items():
        kept = {
            identity: json.loads(body)
            for identity, body in lab.select("select id, body from records where resource = ?", name)
        }
        expected = {one["id"]: one for one in records}
        if name == "attachments":
            expected[records[0]["id"]]["data_url"] = None
        assert kept == expected
    assert "files.example.com" not in str(lab.data())


def test_a_deleted_job_of_the_samples_is_a_tombstone(lists: Lists, lab: Lab) -> None:
    lists.records["jobs"] = SAMPLES["jobs"]["with_deleted"]
    lab.good_sync()
    marked = {one["id"] for one in lists.records["jobs"] if one["remote_deleted_at"]}
    assert marked
    assert {key for key, row in lab.table("jobs").items() if row["deleted_at"]} <= marked
    assert not marked & lab.living("jobs").keys()


def test_without_a_connection_that_works_the_rest_goes_in(lists: Lists, lab: Lab) -> None:
    lists.integration = copy.deepcopy(SAMPLES["integration"]["credentials_invalid"])
    lab.good_sync()
    assert "connect again" in lab.desk.account(ACCOUNT).health["connection"]
    assert FIRST in lab.living("applications")


@pytest.mark.parametrize(
    "integration",
    [
        {},
        [],
        "x",
        None,
        {"status": "NOVEL", "setup_status": 7},
        {"read_models": [None, {"id": None}, {"id": "ats_jobs", "fields": None}]},
    ],
)
def test_a_connection_of_another_shape_is_no_hindrance(lists: Lists, lab: Lab, integration: Any) -> None:
    lists.integration = integration
    lab.good_sync()
    assert FIRST in lab.living("applications")


# --- Hostile values ---------------------------------------------------------------------------------------------


def nulled(value: Record, keep: tuple[str, ...] = ("id",)) -> Record:
    return {name: value[name] if name in keep else None for name in value}


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "integration"])
def test_nulls_everywhere_are_a_tombstone_or_a_bare_row(lists: Lists, lab: Lab, name: str) -> None:
    lab.good_sync()
    before = lab.facts()
    table = KOMBO_TABLES[name]
    kept = len(lab.table(table))
    lists.records[name] = [nulled(one) for one in lists.records[name]]
    report = lab.sync(full=True)
    assert report.state == "SUCCEEDED"
    filled = lab.table(table)
    assert len(filled) == kept
    for identity, row in before[table].items():
        assert {key: filled[identity][key] for key in row} == row, (
            "an object that was wiped keeps its last content"
        )


KOMBO_TABLES = {one.name: one.table for one in KOMBO.connector.resources}


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "integration"])
def test_nulls_inside_lists_and_absent_members_are_survived(lists: Lists, lab: Lab, name: str) -> None:
    for one in lists.records[name]:
        for member, value in list(one.items()):
            if isinstance(value, list):
                one[member] = [
                    None,
                    *[dict.fromkeys(part) if isinstance(part, dict) else part for part in value],
                ]
            elif isinstance(value, dict):
                one[member] = dict.fromkeys(value)
    lab.good_sync()
    for one in lists.records[name]:
        for member in list(one):
            if member not in ("id", "candidate_id"):
                del one[member]
    lab.good_sync(full=True)


def hostile(lists: Lists, name: str, **members: Any) -> None:
    lists.records[name][0] |= members


def test_unknown_words_are_kept(lists: Lists, lab: Lab) -> None:
    hostile(
        lists, "jobs", status="Ruht", employment_type="Mini-Job", visibility="Partners", salary_period="EON"
    )
    hostile(lists, "applications", outcome="LIMBO")
    hostile(lists, "offers", status="HAGGLING")
    hostile(lists, "attachments", type="PORTFOLIO")
    lab.good_sync()
    job = lab.living("jobs")[lists.records["jobs"][0]["id"]]
    assert part(
        job,
        status="unknown",
        status_raw="Ruht",
        employment_type="Mini-Job",
        visibility="Partners",
        salary_period="EON",
    )
    application = lab.living("applications")[lists.records["applications"][0]["id"]]
    assert part(application, status="unknown", status_raw="LIMBO")
    assert lab.living("attachments")[lists.records["attachments"][0]["id"]]["type"] == "PORTFOLIO"
    assert {(issue.kind, issue.resource) for issue in lab.issues()} == {
        ("odd_value", "applications"),
        ("odd_value", "offers"),
    }, "any word may stand for a job's status"


def test_unknown_members_are_kept_in_the_record(lists: Lists, lab: Lab) -> None:
    hostile(lists, "jobs", novelty={"since": [1, 2.5, None]})
    lab.good_sync()
    body = lab.one(
        "select body from records where resource = 'jobs' and id = ?", lists.records["jobs"][0]["id"]
    )
    assert json.loads(body)["novelty"] == {"since": [1, 2.5, None]}


def test_ids_are_texts_whatever_their_size_and_case(lists: Lists, lab: Lab) -> None:
    first, second = lists.records["tags"][0], copy.deepcopy(lists.records["tags"][0])
    huge = 2**63 + 1
    first["id"], second["id"], second["name"] = "aBc", "AbC", "Other"
    lists.records["tags"] = [first, second, {**second, "id": huge}]
    hostile(lists, "applications", candidate_id=huge, current_stage_id=2**53 + 1)
    lists.records["candidates"][0]["id"] = huge
    lab.good_sync()
    assert lab.living("tags").keys() == {"aBc", "AbC", str(huge)}
    application = lab.living("applications")[lists.records["applications"][0]["id"]]
    assert part(application, candidate_id=str(huge), stage_id=str(2**53 + 1))
    assert str(huge) in lab.living("candidates")
    lab.good_sync(full=True)
    assert lab.one("select count(*) from changes") == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-10T08:41:17.530Z", "2026-11-10T08:41:17Z"),
        ("2026-11-10T08:41:17Z", "2026-11-10T08:41:17Z"),
        ("2026-11-10T10:41:17+02:00", "2026-11-10T08:41:17Z"),
        ("2026-11-10", "2026-11-10T00:00:00Z"),
        ("2026-11-10T08:41:17", "2026-11-10T08:41:17Z"),
        ("2024-02-29T08:41:17.000Z", "2024-02-29T08:41:17Z"),
    ],
)
def test_times_in_every_spelling(lists: Lists, lab: Lab, text: str, expected: str) -> None:
    hostile(lists, "candidates", remote_created_at=text)
    lab.good_sync()
    assert lab.living("candidates")[lists.records["candidates"][0]["id"]]["created_at"] == expected
    assert lab.issues() == []


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00.000Z", "9999-12-31", "2026-02-30T25:61:00Z", "soon"])
def test_times_that_cannot_be_are_left_blank_and_told(lists: Lists, lab: Lab, text: str) -> None:
    hostile(lists, "jobs", opened_at=text)
    lab.good_sync()
    assert lab.living("jobs")[lists.records["jobs"][0]["id"]]["opened_at"] is None
    (issue,) = lab.issues()
    assert issue.kind == "odd_value"
    assert "opened_at" in issue.title


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two &amp; <b>three</b><br>four</p>", "One\nTwo & three\nfour"),
        ("<script>alert(1)</script>Words", "Words"),
        ("5 < 6 and <unclosed", "5 < 6 and"),
        ("<div>שלום</div>", "שלום"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_notes_are_read_without_their_markup(lists: Lists, lab: Lab, html: str, text: str) -> None:
    hostile(lists, "notes", content_html=html)
    lab.good_sync()
    (note,) = lab.living("notes").values()
    assert (note["body"] or "").startswith(text)
    assert "<p>" not in (note["body"] or "")


def test_long_answers_and_strange_ones_are_texts(lists: Lists, lab: Lab) -> None:
    asked = {"remote_id": "1", "title": "Q", "type": "?"}
    given = [{"content": "word"}, {"choices": ["a", "b"]}, {"checked": True}, {"number": 2.5}, {"date": "2026-01-01"},
             {"raw": {"rows": [1]}}, {"novel": 1}, None, "bare", {"checked": None}]  # fmt: skip
    hostile(
        lists,
        "applications",
        screening_question_answers=[*({"question": asked, "answer": one} for one in given), 7, {}],
    )
    lab.good_sync()
    answers = lab.living("applications")[lists.records["applications"][0]["id"]]["answers"]
    assert answers.splitlines() == [
        "Q: word", "Q: a, b", "Q: yes", "Q: 2.5", "Q: 2026-01-01", 'Q: {"rows":[1]}', 'Q: {"novel":1}', "Q: bare",
    ]  # fmt: skip


def test_custom_fields_of_every_kind_are_values(lists: Lists, lab: Lab) -> None:
    for name in ("jobs", "candidates", "applications", "offers"):
        hostile(lists, name, custom_fields={"text": "x", "number": 7, "yes": False, "many": ["a", "b"], "none": None,
                                            "deep": {"a": [1]}, "": "blank key"})  # fmt: skip
    lab.good_sync()
    for name in ("jobs", "candidates", "applications", "offers"):
        identity = lists.records[name][0]["id"]
        values = {
            one["key"]: one["value"]
            for one in lab.living("custom_values").values()
            if (one["applies_to"], one["row_id"]) == (name, identity)
        }
        assert values == {
            "text": "x", "number": "7", "yes": "no", "many": "a, b", "deep": '{"a":[1]}', "": "blank key",
        }, name  # fmt: skip
    fields = lab.living("custom_fields")
    assert all(one["field_id"] in fields for one in lab.living("custom_values").values())


def test_a_file_whose_candidate_is_not_known_waits_for_it(lists: Lists, lab: Lab) -> None:
    waiting: Callable[[], int] = lambda: lab.one("select count(*) from records where hash is null")  # noqa: E731
    people = lists.records["candidates"]
    lists.records["candidates"] = []
    lab.good_sync()
    assert lab.living("attachments") == {}
    assert waiting() == len(lists.records["attachments"])
    lists.records["candidates"] = people
    lab.good_sync()
    assert lab.living("attachments").keys() == {one["id"] for one in lists.records["attachments"]}
    assert waiting() == 0


def test_a_page_that_strict_json_refuses_gives_its_good_records(lists: Lists, lab: Lab) -> None:
    hostile(lists, "jobs", salary_amount=float("nan"))
    report = lab.sync()
    assert report.state == "PARTIALLY_FAILED"
    assert len(lab.living("jobs")) == len(lists.records["jobs"]) - 1
    (issue,) = lab.issues()
    assert issue.record_id == lists.records["jobs"][0]["id"]
