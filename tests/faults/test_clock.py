"""A note of how far was read that cannot be right, and clocks that are far apart: no loss, a clear issue."""

import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.faults.copies import Copy, Office, assert_plain
from tests.faults.servers import Asked, Said, between
from tests.faults.systems import EVERY, across
from tests.faults.whole import ask, meddle

DAY = 86_400.0
FAKETIME = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
TEN_YEARS = 3652 * DAY
WATERMARK = pytest.mark.fault(4, "watermark that cannot be")
CURSOR = pytest.mark.fault(4, "cursor that expired")
CLOCK = pytest.mark.fault(4, "clocks far apart")


def open_kinds(copy: Copy) -> set[str]:
    for issue in copy.issues():
        assert_plain(issue.title, issue.hint)
    return {issue.kind for issue in copy.issues()}


@WATERMARK
@across(
    "watermark",
    ["2999-01-01T00:00:00Z", "garbage", "", "2026-02-30T00:00:00Z"],
    elsewhere=["garbage", "2999-01-01T00:00:00Z"],
)
def test_an_impossible_watermark_loses_nothing_and_is_told(moving: Office, watermark: str) -> None:
    reference = moving.reference()
    copy = moving.keep(reference.twin("data"))
    moving.advance()
    reference.sync(full=bool(moving.system.sync.restless))
    meddle(copy.database, "update checkpoints set watermark = ?", watermark)

    assert copy.sync().state == "SUCCEEDED"
    assert open_kinds(copy) == ({"watermark"} if watermark else set())
    lists = {name for name, one in moving.system.lists.items() if not one.follow}
    assert {issue.resource for issue in copy.issues()} == (lists if watermark else set())
    for issue in copy.issues():
        assert watermark in issue.title

    assert copy.sync().state == "SUCCEEDED"  # the issue is over
    copy.assert_whole(reference, changes=True)


@WATERMARK
@across(
    "column,value",
    [
        ('"pass"', "garbage"),
        ('"pass"', '{"windows": 5}'),
        ('"pass"', "[]"),
        ("swept_at", "garbage"),
        ("swept_at", "2999-01-01T00:00:00Z"),
    ],
)
def test_other_impossible_notes_of_a_checkpoint_lose_nothing(moving: Office, column: str, value: str) -> None:
    reference = moving.reference()
    copy = moving.keep(reference.twin("data"))
    moving.advance()
    reference.sync(full=bool(moving.system.sync.restless))
    meddle(copy.database, f"update checkpoints set {column} = ?", value)

    assert copy.sync().state == "SUCCEEDED"
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@CURSOR
@pytest.mark.parametrize(
    ("refusal", "body"),
    [
        (400, b'{"status":400,"error":"invalid_cursor","message":"Expired."}'),
        (403, b""),
        (404, b""),
        (410, b"Gone"),
    ],
)
def test_an_expired_cursor_loses_nothing(office: Office, refusal: int, body: bytes) -> None:
    reference = office.reference(page_size="2")
    copy = office.copy(page_size="2")
    expired = {_cursor_of_a_page_to_come(copy)}

    def refuse_once(asked: Asked, answer: object) -> object:
        if asked.query.get("cursor") in expired:
            expired.clear()
            return Said(body, refusal)
        return answer

    with between(office.sandbox.base_url, refuse_once) as server:
        meddle(copy.database, "update accounts set base_url = ?", server.base_url)
        meddle(
            copy.database,
            """update checkpoints set "pass" = replace("pass", ?, ?) where "pass" is not null""",
            office.sandbox.base_url,
            server.base_url,
        )
        assert copy.sync().state == "SUCCEEDED"
    assert not expired
    copy.assert_whole(reference, changes=True)


def _cursor_of_a_page_to_come(copy: Copy) -> str:
    """Break off a first load within a window; on which page that is depends on the day of the month."""
    for _ in range(20):
        copy.sync_pages(9)
        ((stored,),) = ask(
            copy.database, """select "pass" ->> 'next' from checkpoints where "pass" is not null"""
        )
        if cursor := dict(parse_qsl(urlsplit(stored).query)).get("cursor"):
            return cursor
    raise AssertionError("every window of the sandbox fits into one page")


@CURSOR
@across("refusal", [400, 404, 410, 422])
def test_a_load_that_was_broken_off_goes_on_where_its_page_is_served_no_more(
    office: Office, refusal: int
) -> None:
    reference = office.reference(page_size="3")
    copy = office.copy(page_size="3")
    at_the_stored_page = """select 1 from checkpoints where resource = ? and "pass" ->> 'next' <> ''"""
    ticks = 1
    while not ask(copy.database, at_the_stored_page, office.system.people):
        assert copy.sync_pages(ticks).state == "CANCELLED"
        ticks += 1
    office.control.fail(f"{refusal}@{office.people_path}")

    assert copy.sync().state == "SUCCEEDED"
    assert office.control.faults() == []
    copy.assert_whole(reference, changes=True)


@CURSOR
@EVERY
def test_a_cursor_that_expires_within_a_run_is_read_again_by_the_next(office: Office) -> None:
    reference = office.reference(page_size="3")
    copy = office.copy(page_size="3")
    office.control.fail(f"400@{office.people_path}#2")

    report = copy.sync()
    assert report.state == "PARTIALLY_FAILED"
    assert_plain(report.message, report.message)

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@CLOCK
@across("offset", [DAY, -DAY, TEN_YEARS, -TEN_YEARS], others=2)
def test_nothing_is_lost_while_this_computers_clock_is_wrong(
    open_office: Callable[..., Office], offset: float
) -> None:
    """`offset` is how far the ATS is ahead; its tokens end by its own clock."""
    office = open_office(now=int(time.time() + offset))
    copy = office.copy(page_size=office.system.largest_page)
    requests = []
    for _ in range(3):
        report = copy.sync()
        assert report.state == "SUCCEEDED"
        copy.assert_complete()
        assert open_kinds(copy) == {"clock"}
        requests.append(copy.people(report).requests)
        office.advance()
    assert requests[-1] == 1  # an increment, as under a right clock
    (issue,) = copy.issues()
    assert ("ahead" in issue.hint) == (offset > 0)


@CLOCK
@across("offset", [DAY, -DAY, TEN_YEARS, -TEN_YEARS], elsewhere=[-DAY, TEN_YEARS, -TEN_YEARS])
def test_deletions_without_a_word_are_found_while_this_computers_clock_is_wrong(
    open_office: Callable[..., Office], offset: float
) -> None:
    office = open_office(now=int(time.time() + offset))
    copy = office.copy()
    copy.sync()
    office.control.advance(new=3, **office.system.unsaid)

    assert copy.sync(full=True).state == "SUCCEEDED"
    copy.assert_complete(merged=True)


@CLOCK
@across("ahead", [DAY, TEN_YEARS])
def test_a_clock_that_is_set_right_leaves_no_gap(open_office: Callable[..., Office], ahead: float) -> None:
    """The watermark is the ATS's time: what happened while this computer lived in the future is read."""
    office = open_office(now=int(time.time() - ahead))
    copy = office.copy()
    copy.sync()
    office.advance()
    office.control.set_clock(0)
    office.advance()

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_complete()
    assert copy.issues() == []


@CLOCK
@pytest.mark.skipif(not FAKETIME, reason="needs libfaketime (Debian package faketime)")
@pytest.mark.parametrize("jump", ["-1d", "+3650d"])
def test_nothing_is_lost_when_the_clock_jumps_in_the_middle_of_a_sync(moving: Office, jump: str) -> None:
    """Of this computer, as when it asks a time server after a sleep: from one request to the next."""
    copy, clock = moving.reference(page_size=moving.system.largest_page), moving.folder / "clock"
    copy.close()
    moving.environment |= {
        "LD_PRELOAD": str(FAKETIME[0]),
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_CACHE_DURATION": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "NO_FAKE_STAT": "1",
    }
    moving.advance()
    moving.control.clear_requests()
    moving.control.fail(f"slow=1.5@{moving.first_path}")
    clock.write_text("+0")
    with copy.start("sync") as process:
        while not moving.control.requests() and process.poll() is None:
            time.sleep(0.01)
        clock.write_text(jump)
        told = "".join(process.communicate(timeout=60))
    assert process.returncode == 0, told
    ((began, ended),) = ask(copy.database, "select started_at, ended_at from runs order by id desc limit 1")
    assert began[:10] != ended[:10]
    copy.assert_complete()
    moving.advance()

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_complete()
    assert copy.issues() == []
