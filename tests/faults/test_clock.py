"""A note of how far was read that cannot be right, and clocks that are far apart: no loss, a clear issue."""

from collections.abc import Callable

import pytest

from tests.faults.copies import Copy, Office, assert_plain
from tests.faults.servers import Asked, Said, between, body_of
from tests.faults.whole import ask, meddle

DAY = 86_400.0
TEN_YEARS = 3652 * DAY
pytestmark = pytest.mark.fault(4)

OFFSETS = pytest.mark.parametrize(
    "offset", [DAY, -DAY, TEN_YEARS, -TEN_YEARS], ids=["day ahead", "day behind", "decade ahead", "decade behind"]
)


def open_kinds(copy: Copy) -> set[str]:
    for issue in copy.issues():
        assert_plain(issue.title, issue.hint)
    return {issue.kind for issue in copy.issues()}


@pytest.mark.parametrize("watermark", ["2999-01-01T00:00:00Z", "garbage", "", "2026-02-30T00:00:00Z"])
def test_an_impossible_watermark_loses_nothing_and_is_told(office: Office, watermark: str) -> None:
    reference = office.reference()
    copy = office.keep(reference.twin("data"))
    office.advance()
    reference.sync()
    meddle(copy.database, "update checkpoints set watermark = ?", watermark)

    assert copy.sync().state == "SUCCEEDED"
    assert open_kinds(copy) == ({"watermark"} if watermark else set())
    for issue in copy.issues():
        assert watermark in issue.title

    assert copy.sync().state == "SUCCEEDED"  # the issue is over
    copy.assert_whole(reference, changes=True)


@pytest.mark.parametrize("column", ['"pass"', "swept_at"])
@pytest.mark.parametrize("value", ["garbage", "2999-01-01T00:00:00Z", '{"windows": 5}', "[]"])
def test_other_impossible_notes_of_a_checkpoint_lose_nothing(office: Office, column: str, value: str) -> None:
    reference = office.reference()
    copy = office.keep(reference.twin("data"))
    office.advance()
    reference.sync()
    meddle(copy.database, f"update checkpoints set {column} = ?", value)

    assert copy.sync().state == "SUCCEEDED"
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@pytest.mark.parametrize("refusal", [400, 403, 404, 410, 422])
@pytest.mark.parametrize("body", [b"", b'{"status":400,"error":"invalid_cursor","message":"Expired."}'])
def test_an_expired_cursor_loses_nothing(office: Office, refusal: int, body: bytes) -> None:
    reference = office.reference()
    copy = office.copy()
    copy.sync_pages(9)
    at = ask(copy.database, """select "pass" ->> 'next' from checkpoints where "pass" is not null""")

    def expired(asked: Asked, answer: object) -> object:
        return Said(body, refusal) if asked.query.get("cursor") in old else answer

    old = {dict(pair.split("=", 1) for pair in next_.split("?")[1].split("&"))["cursor"] for (next_,) in at if next_}
    with between(office.sandbox.base_url, expired) as server:
        meddle(copy.database, "update accounts set base_url = ?", server.base_url)
        meddle(
            copy.database,
            """update checkpoints set "pass" = replace("pass", ?, ?) where "pass" is not null""",
            office.sandbox.base_url,
            server.base_url,
        )
        assert copy.sync().state == "SUCCEEDED"
        copy.assert_whole(reference, changes=True)
        assert not old or any(asked.query.get("cursor") in old for asked in server.asked)


def test_a_cursor_that_expires_within_a_run_is_read_again_by_the_next(office: Office) -> None:
    reference = office.reference(page_size="3")
    copy = office.copy(page_size="3")
    office.control.fail(f"400@{office.system.people}#2")

    report = copy.sync()
    assert report.state == "PARTIALLY_FAILED"
    assert_plain(report.message, report.message)

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@OFFSETS
def test_a_wrong_clock_of_this_computer_stops_no_first_load(
    open_office: Callable[..., Office], offset: float
) -> None:
    office = open_office(candidates=60)
    reference = office.reference()
    office.control.set_clock(offset)
    copy = office.copy()

    for _ in range(2):
        report = copy.sync()
        assert report.state == "SUCCEEDED"
        assert open_kinds(copy) == {"clock"}
    assert report.resources[1].requests == 1  # an increment, as with a right clock
    (issue,) = copy.issues()
    assert "ahead" in issue.hint if offset > 0 else "behind" in issue.hint

    office.control.set_clock(0)
    copy.sync()
    copy.sync()
    if offset < 0:  # the ATS could not serve what was still to come then
        reference.sync()
    copy.assert_whole(reference)


@OFFSETS
def test_changes_and_deletions_are_found_under_a_wrong_clock(
    open_office: Callable[..., Office], offset: float
) -> None:
    office = open_office(candidates=60)
    office.control.set_clock(max(offset, 0))
    if offset < 0:  # the sandbox's people live in the present: move their present instead
        office.control.set_clock(0)
    copy = office.copy()
    assert copy.sync().state == "SUCCEEDED"
    for _ in range(2):
        office.advance()
        assert copy.sync().state == "SUCCEEDED"
        living = {i for (i,) in ask(copy.database, "select id from applications where deleted_at is null")}
        truth = office.control.truth()
        assert living - set(truth["merged"]) == set(truth["candidates"])
    body_of(None)


@pytest.mark.parametrize("offset", [DAY, TEN_YEARS], ids=["day", "decade"])
def test_a_clock_that_was_wrong_during_one_sync_loses_nothing(office: Office, offset: float) -> None:
    """The watermark is the ATS's time, so a clock set right in between makes no gap."""
    reference = office.reference()
    copy = office.keep(reference.twin("data"))
    office.control.set_clock(offset)
    office.advance()
    assert copy.sync().state == "SUCCEEDED"
    assert reference.sync().state == "SUCCEEDED"
    office.advance()

    assert copy.sync().state == "SUCCEEDED"
    assert reference.sync().state == "SUCCEEDED"
    copy.assert_whole(reference)
