"""Strange records of Comeet: what is kept, what is left blank, what is set aside, and what a person is told."""

import json
from typing import Any

import pytest

from atsdesk.sandbox.comeet.model import Candidate
from atsdesk.sandbox.distort import DEEP
from atsdesk.sync.probe import ResourceCheck
from tests.sync.comeet import all_of
from tests.sync.lab import ACCOUNT, Lab, of
from tests.sync.standard import same_as_truth


def somebody(lab: Lab) -> str:
    """An application with a step that waits and steps ahead."""
    found: str = next(
        uid
        for uid, one in lab.control.truth()["candidates"].items()
        if one["current"] and one["future"] and one["completed"]
    )
    return found


def edit(lab: Lab, uid: str, **changes: Any) -> None:
    """Change an application in the sandbox, as if by a recruiter now."""

    def change(candidate: Candidate) -> None:
        for name, value in changes.items():
            setattr(candidate, name, value)

    lab.control._tenant.change(uid, change)


def test_a_record_with_wrong_types_keeps_its_earlier_rows(synced: Lab) -> None:
    before = synced.facts()
    uid = somebody(synced)
    edit(synced, uid, email=17)
    # The sandbox would not read its own mistake back.
    synced.control._tenant.candidate = lambda _: pytest.fail("no more events")
    report = synced.sync()
    assert report.state == "PARTIALLY_FAILED"
    assert of(report, "candidates").rejected == 1
    (issue,) = synced.issues()
    assert (issue.kind, issue.resource, issue.record_id) == ("rejected_record", "candidates", uid)
    assert '"email" should be str or null, but it is int.' in issue.title
    assert issue.body is not None
    assert json.loads(issue.body)["email"] == 17
    assert synced.facts() == before


def test_the_issue_counts_its_times_and_closes_when_the_record_is_mended(lab: Lab) -> None:
    lab.control.fail("wrong-types@candidates#1x1")
    lab.sync()
    (issue,) = lab.issues()
    assert (issue.times, issue.kind) == (1, "rejected_record")
    assert issue.record_id not in lab.living("applications")
    lab.good_sync(full=True)
    assert lab.issues() == []
    assert issue.record_id in lab.living("applications")
    assert lab.one("select closed_at from issues where id = ?", issue.id)
    assert lab.one("select body from issues where id = ?", issue.id) is None, "nothing personal stays in it"
    same_as_truth(lab)


def test_an_unknown_status_is_kept_as_it_came_and_told_once(synced: Lab) -> None:
    uid = somebody(synced)
    edit(synced, uid, status="Quantum hold")
    report = synced.good_sync()
    assert of(report, "candidates").rejected == 0
    row = synced.living("applications")[uid]
    assert (row["status"], row["status_raw"]) == ("unknown", "Quantum hold")
    (issue,) = synced.issues()
    assert (issue.kind, issue.record_id) == ("odd_value", uid)
    assert "Quantum hold" in issue.title
    synced.good_sync()
    assert [one.times for one in synced.issues()] == [1]
    edit(synced, uid, status="On hold")
    synced.good_sync()
    assert synced.issues() == []
    assert synced.living("applications")[uid]["status"] == "on_hold"


@pytest.mark.parametrize("word", ["IN PROGRESS", "in progress", " In Progress "])
def test_a_status_is_known_in_any_case(synced: Lab, word: str) -> None:
    uid = somebody(synced)
    edit(synced, uid, status=word)
    synced.good_sync()
    row = synced.living("applications")[uid]
    assert (row["status"], row["status_raw"]) == ("active", word)
    assert synced.issues() == []


def test_a_step_without_its_key_gets_one_of_our_own(lab: Lab) -> None:
    lab.control.fail("no-step-uid@candidatesx*")
    lab.good_sync()
    steps = lab.select("select id, stage_id, name, state from steps where stage_id is null")
    assert steps
    assert all(name and f"{state}-" in identity for identity, _, name, state in steps)
    before = lab.data()
    lab.good_sync(full=True)
    assert lab.data() == before, "the key of our own stays the same"
    lab.control.heal()
    lab.good_sync(full=True)
    same_as_truth(lab)


def test_a_step_in_two_lists_is_two_rows_with_their_states(lab: Lab) -> None:
    lab.control.fail("step-twice@candidatesx*")
    lab.good_sync()
    doubled = lab.select(
        """
        select application_id, stage_id, group_concat(state, ' ' order by position), count(distinct id)
        from steps group by 1, 2 having count(*) > 1
        """
    )
    assert doubled
    assert all(ids == len(states.split()) == 2 for _, _, states, ids in doubled)
    before = lab.data()
    lab.good_sync(full=True)
    assert lab.data() == before
    lab.control.heal()
    lab.good_sync(full=True)
    same_as_truth(lab)


def test_a_candidate_twice_in_a_page_counts_as_it_came_last(lab: Lab) -> None:
    lab.control.fail("twice@candidatesx*")
    report = lab.good_sync()
    one = of(report, "candidates")
    assert (
        one.received
        > one.added
        == len(lab.table("applications"))
        + lab.one("select count(*) from records where body like '%\"deleted\":true%'")
    )
    same_as_truth(lab)


def test_absurd_dates_are_left_blank_and_told(lab: Lab) -> None:
    lab.control.fail("absurd-dates@candidates#1x1")
    lab.good_sync()
    issues = lab.issues("odd_value")
    assert {issue.title for issue in issues} == {
        "A candidate has a time_created that is no usable date.",
        "A candidate has a time_last_status_changed that is no usable date.",
    }
    assert {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"} == {issue.hint.split('"')[1] for issue in issues}
    row = lab.living("applications")[issues[0].record_id]
    assert (row["created_at"], row["status_changed_at"]) == (None, None)
    assert row["candidate_id"] in lab.living("candidates")
    lab.good_sync(full=True)
    assert lab.issues() == []
    same_as_truth(lab)


def test_dates_in_steps_may_be_absurd_too(synced: Lab) -> None:
    uid = somebody(synced)
    found = next(one for one in all_of(synced.sandbox, "candidates", limit="1000") if one["uid"] == uid)
    assert found["completed_steps"]

    def change(candidate: Candidate) -> None:
        candidate.completed_steps[0].time_completed = "2026-02-30T25:61:00Z"
        candidate.current_steps[0].time_scheduled = "soon"

    synced.control._tenant.change(uid, change)
    synced.good_sync()
    assert {issue.title for issue in synced.issues()} == {
        "A candidate has a time_completed that is no usable date.",
        "A candidate has a time_scheduled that is no usable date.",
    }
    same_as_truth(synced)


def test_a_record_of_nothing_but_nulls_is_not_lost(lab: Lab) -> None:
    lab.control.fail("nulls@candidates#1x1")
    lab.good_sync()
    rows = [row for row in lab.living("applications").values() if row["status_raw"] is None]
    assert [row["status"] for row in rows] == ["unknown"]
    assert rows[0]["candidate_id"] == rows[0]["id"], "without a person the application stands for one"
    lab.good_sync(full=True)
    same_as_truth(lab)


@pytest.mark.parametrize(
    "text", [DEEP, "long " * 20_000, "\u202eשָׁלוֹם\u202c", "Robert'); drop table candidates;--", "=1+1"]
)
def test_odd_texts_go_in_as_they_are(synced: Lab, text: str) -> None:
    uid = synced.lone_application()
    edit(synced, uid, first_name=text)
    synced.good_sync()
    row = synced.living("applications")[uid]
    assert synced.living("candidates")[row["candidate_id"]]["first_name"] == text
    same_as_truth(synced)


# --- Permissions ----------------------------------------------------------------------------------------------


def test_fields_that_a_permission_hides_are_blank_and_the_rest_goes_in(lab: Lab) -> None:
    lab.control.permit(
        ["include source", "include source contact personal details", "include source contact id only",
         "include future steps", "resume access", "include step interviewers/assignees", "retrieve openings",
         "read position salary range", "read position internal name", "retrieve locations",
         "include lead recruiter in position", "include hiring manager in position"]
    )  # fmt: skip
    lab.good_sync()
    assert lab.issues() == []
    assert lab.living("sources") == lab.living("source_contacts") == lab.living("attachments") == {}
    assert lab.one("select count(*) from steps where state = 'future' or assignees is not null") == 0
    assert (
        lab.one(
            "select count(*) from jobs where coalesce(internal_name, salary_min, location, recruiter, hiring_manager)"
            " is not null"
        )
        == 0
    )
    assert lab.truth().applications.keys() == lab.living("applications").keys()


def test_a_list_that_a_missing_permission_empties_names_it(lab: Lab) -> None:
    lab.control.permit(["retrieve candidates created by other sources"])
    lab.good_sync()
    (issue,) = lab.issues()
    assert (issue.kind, issue.resource) == ("empty", "candidates")
    assert '"Retrieve candidates created by other sources" is missing' in issue.hint
    checks = {one.resource: one for one in lab.desk.test_account(ACCOUNT)}
    assert "It is empty." in checks["candidates"].message
    assert not checks["positions"].message
    lab.control.permit()
    lab.good_sync(full=True)
    assert lab.issues() == []


def test_fields_appear_once_they_are_permitted(lab: Lab) -> None:
    lab.control.permit(["include source", "include future steps"])
    lab.good_sync()
    lab.control.permit()
    lab.good_sync(full=True)
    same_as_truth(lab)
    assert lab.living("sources")


def test_a_source_contact_with_only_an_id_is_a_row_without_name(lab: Lab) -> None:
    lab.control.permit(["include source contact personal details"])
    lab.good_sync()
    contacts = lab.living("source_contacts").values()
    assert contacts
    assert {(one["name"], one["email"]) for one in contacts} == {(None, None)}


def test_a_list_that_is_refused_does_not_stop_the_others(lab: Lab) -> None:
    lab.control.permit(["retrieve positions"])
    report = lab.sync()
    assert report.state == "PARTIALLY_FAILED"
    assert of(report, "positions").state == "REFUSED"
    assert of(report, "candidates").state == "SUCCEEDED"
    (issue,) = lab.issues()
    assert (issue.kind, issue.resource) == ("refused", "positions")
    assert "Retrieve positions" in issue.hint
    lab.control.permit()
    lab.good_sync()
    assert lab.issues() == []
    same_as_truth(lab)


def test_the_account_test_says_what_may_be_read(lab: Lab) -> None:
    assert [(one.resource, one.state, one.missing_fields) for one in lab.desk.test_account(ACCOUNT)] == [
        ("positions", "readable", ()),
        ("candidates", "readable", ()),
        ("deleted-candidates", "readable", ()),
    ]
    assert len(lab.requests()) == 3
    assert lab.select("select * from records") == [], "a test stores nothing"


def test_the_account_test_says_what_is_not_permitted_and_which_fields_are_missing(lab: Lab) -> None:
    lab.control.permit(
        ["retrieve positions", "include source", "include future steps", "resume access",
         "include source contact personal details", "include source contact id only"]
    )  # fmt: skip
    checks = {one.resource: one for one in lab.desk.test_account(ACCOUNT)}
    assert checks["positions"].state == "not_permitted"
    assert "Retrieve positions" in checks["positions"].message
    assert missing(checks["candidates"]) == {"source", "source_contact", "future_steps", "resume"}
    assert all("(" in field for field in checks["candidates"].missing_fields), "each with its permission"


def test_the_account_test_sees_fields_of_positions_that_are_missing(lab: Lab) -> None:
    lab.control.permit(
        ["read position salary range", "read position internal name", "retrieve locations",
         "include lead recruiter in position", "include hiring manager in position"]
    )  # fmt: skip
    checks = {one.resource: one for one in lab.desk.test_account(ACCOUNT)}
    assert missing(checks["positions"]) == {"internal_name", "salary_range", "users", "location"}


def test_the_account_test_tells_an_address_without_the_api(lab: Lab) -> None:
    lab.control.fail("404@positions", "html@candidates")
    checks = {one.resource: one for one in lab.desk.test_account(ACCOUNT)}
    assert {name: one.state for name, one in checks.items()} == {
        "positions": "not_available",
        "candidates": "failed",
        "deleted-candidates": "readable",
    }
    assert "web page" in checks["candidates"].message


def missing(check: ResourceCheck) -> set[str]:
    assert check.state == "readable"
    return {field.split(" (")[0] for field in check.missing_fields}
