"""The ATS refuses: the key, one list, or in the middle. One plain message; the rest goes on, and data stays."""

import pytest

from tests.faults.copies import Office, assert_plain, assert_told
from tests.faults.servers import Asked, Said, between
from tests.faults.systems import COMEET, GREENHOUSE, across
from tests.faults.whole import assert_same, meddle

REVOKED = pytest.mark.fault(8, "key revoked")
REFUSED = pytest.mark.fault(8, "one list refused")
LISTS = pytest.mark.parametrize("place", [0, 1, 2], ids=["first", "people", "gone"])


@REVOKED
@across("request_number", [1, 2, 9], others=2)
def test_a_key_revoked_in_the_middle_ends_the_run_with_one_message(
    office: Office, request_number: int
) -> None:
    reference = office.reference()
    copy = office.copy()
    office.control.fail(f"401%{request_number}x*")

    report = copy.sync()
    assert report.state == "AUTHENTICATION_FAILED"
    assert_plain(report.message, report.message)
    assert office.system.refusal in report.message
    (issue,) = copy.issues()
    assert_plain(issue.title, issue.hint)
    stored = copy.dump()

    again = copy.sync()
    assert again.state == "AUTHENTICATION_FAILED"
    assert sum(one.requests for one in again.resources) <= 2  # it is not tried again and again
    assert_same(copy.dump(), stored)
    assert len(copy.issues()) == 1

    office.control.heal()
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@REVOKED
@pytest.mark.parametrize("system", [COMEET, GREENHOUSE], indirect=True, ids=lambda one: one.ats)
def test_a_token_that_ends_in_the_middle_is_renewed_unseen(office: Office) -> None:
    reference = office.reference()
    copy = office.copy()
    office.control.fail("expired%4", "expired%9")

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@REFUSED
@across("status", [403, 404], elsewhere=[403])
def test_a_refused_list_does_not_stop_the_others_of_any_system(moving: Office, status: int) -> None:
    reference = moving.reference()
    copy = moving.keep(reference.twin("data"))
    moving.advance()
    moving.control.fail(f"{status}@{moving.people_path}x*")

    for full in (False, True):
        report = copy.sync(full=full)
        assert report.state == "PARTIALLY_FAILED"
        assert copy.people(report).state in ("REFUSED", "FAILED")
        assert status != 403 or copy.people(report).state == "REFUSED"
        assert copy.others(report) == {"SUCCEEDED"}
        assert copy.people(report).requests == 1
        (issue,) = copy.issues()
        assert issue.resource == moving.system.people
        assert_plain(issue.title, issue.hint)
        assert copy.people(report).gone == 0

    moving.control.heal()
    assert copy.sync(full=True).state == "SUCCEEDED"
    assert reference.sync(full=True).state == "SUCCEEDED"
    copy.assert_whole(reference)


@REFUSED
@LISTS
@pytest.mark.parametrize("status", [403, 404])
def test_a_refused_list_does_not_stop_the_others(moving: Office, place: int, status: int) -> None:
    path = (moving.system.first, moving.system.people, "deleted-candidates")[place]
    reference = moving.reference()
    copy = moving.keep(reference.twin("data"))
    moving.advance()
    moving.control.fail(f"{status}@{path}x*")

    for _ in range(2):
        report = copy.sync()
        assert report.state == "PARTIALLY_FAILED"
        assert [one.state == "SUCCEEDED" for one in report.resources] == [n != place for n in range(3)]
        (issue,) = copy.issues()
        assert issue.resource == report.resources[place].resource
        assert_plain(issue.title, issue.hint)
        assert report.resources[place].requests == 1

    moving.control.heal()
    assert copy.sync().state == "SUCCEEDED"
    assert reference.sync().state == "SUCCEEDED"
    copy.assert_whole(reference)


@REFUSED
def test_a_permission_taken_away_deletes_nothing_also_with_a_full_read(office: Office) -> None:
    copy = office.reference()
    before = copy.dump()
    office.control.permit(
        without=["retrieve candidates created by other sources", "retrieve candidates created by your app"]
    )

    report = copy.sync(full=True)
    assert report.state == "PARTIALLY_FAILED"
    assert report.resources[1].state == "REFUSED"
    assert "Retrieve candidates created by other sources" in report.message

    office.control.permit()
    assert copy.sync().state == "SUCCEEDED"
    assert_same(copy.dump(), before)


@REFUSED
def test_a_403_in_the_middle_of_a_list_keeps_what_came_before(office: Office) -> None:
    reference = office.reference(page_size="3")
    copy = office.copy(page_size="3")
    office.control.fail(f"403@{office.system.people}%8x*")

    report = copy.sync()
    assert report.resources[1].state == "REFUSED"
    assert report.resources[1].added > 0
    office.control.heal()
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@REVOKED
def test_a_401_about_an_object_is_no_matter_of_the_key(office: Office) -> None:
    def merged_away(asked: Asked, answer: object) -> object:
        if asked.path == f"/{office.system.people}":
            body = b'{"status":401,"error":"duplicate_candidate","message":"Merged."}'
            return Said(body, 401)
        return answer

    copy = office.copy()
    with between(office.sandbox.base_url, merged_away) as server:
        meddle(copy.database, "update accounts set base_url = ?", server.base_url)
        report = copy.sync()
    assert report.state == "PARTIALLY_FAILED"
    assert [one.state for one in report.resources] == ["SUCCEEDED", "FAILED", "SUCCEEDED"]
    assert "API key" not in report.message


@REVOKED
def test_the_command_says_that_the_key_was_refused_and_exits_with_2(office: Office) -> None:
    copy = office.reference()
    before = copy.dump()
    copy.close()
    office.control.fail("401x*")

    told = assert_told(copy.command("sync"), 2, "refused the API key or secret", "Settings > Integrations")
    assert len(told.splitlines()) == 1
    assert_told(copy.command("accounts", "test", "acme"), 2, "refused the API key or secret")
    after = copy.dump()
    del after["issues"], before["issues"]
    assert_same(after, before)


@REFUSED
def test_the_command_says_what_was_refused_and_exits_with_1(office: Office) -> None:
    copy = office.copy()
    copy.close()
    office.control.fail(f"403@{office.system.people}x*")

    assert_told(copy.command("sync"), 1, "does not let this key read", "permission")
    assert copy.command("issues").stdout.count("does not let this key read") == 1
