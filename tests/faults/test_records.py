"""Bad records and bad values in good pages: what can be used goes in, what cannot is set aside and shown."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from atsdesk.store.browse import Query
from atsdesk.store.views import CANDIDATES_VIEW, STEPS_VIEW
from tests.faults.copies import Copy, Office, assert_plain
from tests.faults.servers import Asked, between
from tests.faults.systems import across
from tests.faults.whole import ask, assert_same, assert_sound, meddle

# What one record becomes, by the sandbox's fault.
SET_ASIDE = ["nan", "wrong-types", "surrogate", "no-key", "not-objects"]
BLANK_AND_TOLD = ["absurd-dates", "unknown-status"]
TAKEN = ["nulls", "all-nulls", "unknown-members", "deep-unicode", "long-text", "big-numbers", "duplicate-keys", "twice",
         "no-step-uid", "step-twice"]  # fmt: skip
ASIDE = pytest.mark.fault(13, "bad record set aside")
LISTS = pytest.mark.parametrize("place", ["people", "first"])


def one_page(office: Office, name: str = "data") -> Copy:
    """A copy with everything in one page, which the fault of a record spoils."""
    return office.copy(name, page_size=office.system.largest_page)


def path(office: Office, place: str) -> str:
    return office.people_path if place == "people" else office.first_path


@ASIDE
@across(
    "place,fault",
    [(place, fault) for place in ("people", "first") for fault in SET_ASIDE],
    others=4,
)
def test_a_bad_record_is_set_aside_and_the_page_goes_in(office: Office, place: str, fault: str) -> None:
    reference = office.reference()
    copy = one_page(office)
    office.control.fail(f"{fault}@{path(office, place)}")

    report = copy.sync()
    assert office.control.faults() == []
    assert report.state == "PARTIALLY_FAILED"
    name = office.system.people if place == "people" else office.system.first
    (bad,) = [one for one in report.resources if one.resource == name]
    assert bad.rejected == (3 if fault == "not-objects" else 1)
    assert "set aside" in bad.message
    issues = copy.issues()
    assert len(issues) == bad.rejected
    for issue in issues:
        assert issue.kind == "rejected_record"
        assert_plain(issue.title.replace("null", ""), issue.hint)
        assert issue.body
    held, there = copy.dump(), reference.dump()
    missing = {row[1] for row in (there["records"] - held["records"])}
    assert len(missing) == (0 if fault == "not-objects" else 1)
    assert_sound(copy.database)

    # What was set aside is read again by a full pass at the latest.
    assert copy.sync(full=True).state == "SUCCEEDED"
    assert copy.issues() == []
    copy.assert_whole(reference)


@ASIDE
@pytest.mark.parametrize("fault", ["nan", "wrong-types", "no-key"])
def test_a_known_record_that_turns_bad_keeps_its_rows(moving: Office, fault: str) -> None:
    reference = moving.reference()
    copy = moving.keep(reference.twin("data"))
    moving.control.advance(new=2, moved=4, edited=2)
    reference.sync()
    moving.control.fail(f"{fault}@{moving.system.people}")

    report = copy.sync()
    assert report.resources[1].rejected >= 1
    assert report.resources[1].gone == 0
    assert ask(copy.database, "select count(*) from applications where deleted_at is not null") == [(0,)]
    assert copy.sync().state == "SUCCEEDED"  # within the overlap of the windows
    copy.sync(full=True)
    copy.assert_whole(reference)


@LISTS
@pytest.mark.parametrize("fault", BLANK_AND_TOLD)
def test_a_value_that_cannot_be_right_is_left_blank_and_told(office: Office, place: str, fault: str) -> None:
    reference = office.reference()
    copy = one_page(office)
    office.control.fail(f"{fault}@{path(office, place)}")

    report = copy.sync()
    assert report.state == "SUCCEEDED"
    issues = copy.issues()
    assert issues
    for issue in issues:
        assert issue.kind == "odd_value"
        assert issue.record_id
        assert_plain(issue.title, issue.hint)
    if fault == "unknown-status":
        table = "applications" if place == "people" else "jobs"
        sql = f"select status_raw from {table} where status = 'unknown'"
        assert ask(copy.database, sql) == [("Quantum hold",)]
    for table in ("applications", "candidates", "jobs"):
        years = ask(copy.database, f"select min(created_at), max(created_at) from {table}")
        assert all(year is None or "1970" <= year < "2100" for year in years[0])

    assert copy.sync(full=True).state == "SUCCEEDED"
    copy.assert_whole(reference)


@LISTS
@pytest.mark.parametrize("fault", TAKEN)
def test_a_strange_record_goes_in(office: Office, place: str, fault: str) -> None:
    reference = office.reference()
    copy = one_page(office)
    office.control.fail(f"{fault}@{path(office, place)}")

    report = copy.sync()
    assert report.state == "SUCCEEDED", report.message
    assert sum(one.rejected for one in report.resources) == 0
    assert_sound(copy.database)
    people = ask(copy.database, "select count(*) from applications")
    assert people == ask(reference.database, "select count(*) from applications")
    for view in (CANDIDATES_VIEW, STEPS_VIEW):
        assert copy.desk.reading.rows(view, Query(), 0, 500)

    assert copy.sync(full=True).state == "SUCCEEDED"
    copy.assert_whole(reference, living=True)  # whoever had no person for a while was one of their own


def test_a_step_without_its_key_and_one_in_two_lists_are_rows_of_their_own(office: Office) -> None:
    for fault in ("no-step-uid", "step-twice"):
        copy = one_page(office, fault)
        office.control.fail(f"{fault}@{office.system.people}")
        copy.sync()
        doubled = "select count(*), count(distinct id) from steps where account_id = 'acme'"
        ((rows, ids),) = ask(copy.database, doubled)
        assert rows == ids
        in_records = ask(
            copy.database,
            """
            select sum(coalesce(json_array_length(body, '$.completed_steps'), 0)
                     + coalesce(json_array_length(body, '$.current_steps'), 0)
                     + coalesce(json_array_length(body, '$.future_steps'), 0))
            from records where resource = ?
            """,
            office.system.people,
        )
        assert in_records == [(rows,)]
        assert copy.issues() == []


def test_a_long_text_is_kept_whole_and_can_be_found(office: Office) -> None:
    copy = one_page(office)
    office.control.fail(f"long-text=100@{office.system.people}")
    copy.sync()

    ((length,),) = ask(copy.database, "select max(length(first_name)) from candidates")
    assert length == 100_000


# Records that the sandbox itself never sends.


def edited(office: Office, edit: Callable[[dict[str, Any]], object]) -> tuple[Copy, Any, set[str]]:
    """A first sync in which every fifth person was edited; the copy, its report, and whose records they are."""
    touched: set[str] = set()

    def change(asked: Asked, answer: Any) -> Any:
        if office.system.people in answer:
            for record in answer[office.system.people][::5]:
                if not record.get("deleted"):
                    touched.add(record["uid"])
                    edit(record)
        return answer

    copy = office.copy(page_size="500")
    with between(office.sandbox.base_url, change) as server:
        meddle(copy.database, "update accounts set base_url = ?", server.base_url)
        report = copy.sync()
    meddle(copy.database, "update accounts set base_url = ?", office.sandbox.base_url)
    return copy, report, touched


def test_ids_as_numbers_are_the_same_ids_as_text(office: Office) -> None:
    def number(record: dict[str, Any]) -> None:
        record["uid"], record["person_uid"] = int(record["uid"].split(".")[1], 16), 2**70

    copy, report, _ = edited(office, number)
    assert report.state == "SUCCEEDED"
    ids = ask(copy.database, "select id, typeof(id) from applications where id not like '%.%'")
    assert ids
    assert {kind for _, kind in ids} == {"text"}
    assert ask(copy.database, "select count(*) from candidates where id = ?", str(2**70)) == [(1,)]


@ASIDE
@pytest.mark.parametrize(
    "value", ["", None, True, 1.5, [], {}], ids=["empty", "null", "true", "fraction", "list", "object"]
)
def test_an_id_that_is_none_is_set_aside(office: Office, value: Any) -> None:
    copy, report, _ = edited(office, lambda record: record.__setitem__("uid", value))
    people = report.resources[1]
    assert people.state == "PARTIALLY_FAILED"
    assert people.rejected == people.received - people.added
    assert ask(copy.database, "select count(*) from applications where length(id) not between 1 and 60") == [
        (0,)
    ]
    assert copy.sync(full=True).state == "SUCCEEDED"
    copy.assert_complete(merged=True)
    assert copy.issues() == []


@ASIDE
@pytest.mark.parametrize(
    "members",
    [
        {"assignees": 5, "interviewers": "?"},
        {"assignees": [[1], None, {"name": {"a": 1}}, {"email": 7}]},
        {"assignees": {"name": None, "first_name": 3}},
        {"time_completed": "0000-00-00T00:00:00Z", "time_scheduled": "tomorrow"},
        {"time_completed": "2026-01-01T10:00:00+23:59", "time_scheduled": "1969-12-31T23:59:59-00:01"},
        {"time_completed": "２０２６-01-01T00:00:00Z", "time_scheduled": " "},
        {"name": None, "type": None, "position_step_uid": None},
    ],
)
def test_strange_steps_stop_nothing(office: Office, members: dict[str, Any]) -> None:
    def edit(record: dict[str, Any]) -> None:
        for kind in ("completed_steps", "current_steps", "future_steps"):
            record[kind] = [None, *({**step, **members} for step in record.get(kind) or [])]

    copy, report, _ = edited(office, edit)
    assert report.state == "SUCCEEDED"
    assert sum(one.rejected for one in report.resources) == 0
    for issue in copy.issues():
        assert_plain(issue.title, issue.hint)
    reference = office.reference()
    assert copy.sync(full=True).state == "SUCCEEDED"
    copy.assert_whole(reference)


@ASIDE
@pytest.mark.parametrize(
    "members",
    [
        {"tags": [1, None, {"name": 5}, {"name": ""}, "same", "same", {"label": "same"}, [[]]]},
        {"custom_fields": {"": "", "a" * 3000: {"b": [1, {"c": None}]}, "x:y": 1.0, "zero": 0, "no": False}},
        {"source": {"uid": None, "name": None, "type": None}, "source_contact": {"uid": "", "email": ""}},
        {"source": {"uid": "", "name": "Board"}, "source_contact": {"email": "a@b.example"}},
        {"opening": {"uid": None, "time_start_to_work": "someday"}, "resume": {"name": None, "url": None}},
        {"resume": {"url": 'https://u.example/a"b', "name": "a\u202efdp.exe"}},
        {"position_uid": None, "person_uid": None, "status": "", "time_created": ""},
        {"first_name": None, "last_name": "\u0000", "email": "=1+1", "phone": "\ud7ff"},
    ],
)
def test_strange_values_stop_nothing(office: Office, members: dict[str, Any]) -> None:
    copy, report, touched = edited(office, lambda record: record.update(members))
    assert report.state == "SUCCEEDED", [issue.title for issue in copy.issues()]
    assert touched <= {i for (i,) in ask(copy.database, "select id from applications")}
    assert_sound(copy.database)
    assert copy.sync(full=True).state == "SUCCEEDED"
    assert copy.issues() == []


def raw(office: Office, spoil: Callable[[bytes], bytes]) -> tuple[Copy, Any]:
    """A first sync in which the bytes of every page of people were spoiled."""

    def change(asked: Asked, answer: Any) -> Any:
        return spoil(json.dumps(answer).encode()) if office.system.people in answer else answer

    copy = office.copy(page_size="500")
    with between(office.sandbox.base_url, change) as server:
        meddle(copy.database, "update accounts set base_url = ?", server.base_url)
        report = copy.sync()
    meddle(copy.database, "update accounts set base_url = ?", office.sandbox.base_url)
    return copy, report


@ASIDE
@pytest.mark.parametrize(
    ("member", "state"),
    [
        (b'"first_name": "a\xff\xfe b",', "SUCCEEDED"),
        (b'"unknown": "a\xff\xfe b",', "SUCCEEDED"),
        (b'"first_name": "a\x01\x1f b",', "SUCCEEDED"),
        (b'"unknown": NaN, "more": -Infinity,', "PARTIALLY_FAILED"),
        (b'"custom_fields": {"a": 1e999},', "PARTIALLY_FAILED"),
        (b'"custom_fields": {"a": ' + b"9" * 400 + b"},", "SUCCEEDED"),
    ],
    ids=[
        "not utf-8",
        "not utf-8, unknown",
        "control characters",
        "NaN",
        "beyond a float",
        "beyond an integer",
    ],
)
def test_bytes_that_are_not_quite_json_stop_nothing(office: Office, member: bytes, state: str) -> None:
    copy, report = raw(office, lambda body: body.replace(b'"first_name": ', member + b'"first": ', 1))
    people = report.resources[1]
    assert people.state == state, people.message
    for issue in copy.issues():
        assert_plain(issue.title, issue.hint)
    assert_sound(copy.database)
    for (body,) in ask(copy.database, "select body from records"):
        json.loads(body)

    reference = office.reference()
    assert copy.sync(full=True).state == "SUCCEEDED"
    copy.assert_whole(reference)


@ASIDE
@pytest.mark.parametrize(
    "spoil",
    [
        lambda body: body.replace(
            b'"first_name": ', b'"deep": ' + b"[" * 5000 + b"]" * 5000 + b', "first": ', 1
        ),
        lambda body: body.decode().encode("utf-16"),
        lambda body: b"\xef\xbb\xbf" + body[:-1],
        lambda body: body.replace(b'"candidates"', b'"people"'),
        lambda body: b'{"candidates": {"a": 1}, "next_page": null}',
        lambda body: b'{"candidates": null}',
        lambda body: b"[]",
        lambda body: b"null",
    ],
    ids=["nested", "utf-16", "cut with a mark", "renamed", "object", "null list", "bare list", "null"],
)
def test_a_page_that_cannot_be_read_at_all_fails_its_list_only(
    office: Office, spoil: Callable[[bytes], bytes]
) -> None:
    copy, report = raw(office, spoil)
    assert [one.state for one in report.resources] == ["SUCCEEDED", "FAILED", "SUCCEEDED"]
    assert_plain(report.message, report.resources[1].message)

    reference = office.reference()
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference)


@pytest.mark.parametrize(
    "answer", [b'[1, null, {}, {"uid": null}, "", [], "unknown"]', b"{}", b"[NaN]", b"null", b'[{"uid": 5}]']
)
def test_a_strange_list_of_the_deleted_deletes_nobody(office: Office, answer: bytes) -> None:
    def change(asked: Asked, body: Any) -> Any:
        return answer if asked.path == "/deleted-candidates" else body

    copy = office.reference()
    before = copy.dump()
    with between(office.sandbox.base_url, change) as server:
        meddle(copy.database, "update accounts set base_url = ?", server.base_url)
        report = copy.sync()
        assert report.resources[2].gone == 0
        for issue in copy.issues():
            assert_plain(issue.title, issue.hint)
    meddle(copy.database, "update accounts set base_url = ?", office.sandbox.base_url)
    copy.sync()
    assert_same(copy.dump(), before)
