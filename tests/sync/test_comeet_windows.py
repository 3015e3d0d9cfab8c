"""Which requests a sync of Comeet makes: windows, months, what is asked again and what never is."""

import datetime as dt
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from atsdesk.ats.comeet.connector import OVERLAP
from atsdesk.ats.moments import spell
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sync.passes import MONTHS_APART, months, read_moment
from tests.sync.comeet import all_of
from tests.sync.lab import Lab, connected, of

CREATED = ("time_created:after", "time_created:before")
UPDATED = ("time_hiring_process_updated:after", "time_hiring_process_updated:before")
POSITIONS = ("time_last_updated:after", "time_last_updated:before")
DELETED = ("time_deleted:after", "time_deleted:before")


def firsts(queries: list[dict[str, str]]) -> list[dict[str, str]]:
    """The requests that begin a window."""
    return [query for query in queries if "cursor" not in query]


def test_a_first_load_goes_month_by_month_and_then_to_the_beginning(lab: Lab) -> None:
    report = lab.good_sync()
    windows = firsts(lab.requests("candidates"))
    assert len(windows) == MONTHS_APART + 1
    start = of(report, "candidates").watermark
    assert start is not None
    planned = months(read_moment(start))
    assert [(one.get(CREATED[0], ""), one[CREATED[1]]) for one in windows] == [
        (one.after, one.before) for one in planned
    ]
    assert all(not set(UPDATED) & one.keys() for one in windows)
    for later, earlier in itertools.pairwise(windows):
        assert earlier[CREATED[1]] > later[CREATED[0]], "no moment between two windows"


def test_every_page_of_a_month_is_asked_once(lab: Lab) -> None:
    per_month: dict[str, int] = {}
    created = [
        one["time_created"] for one in all_of(lab.sandbox, "candidates", limit="1000", deleted="False")
    ]
    lab.control.clear_requests()
    report = lab.good_sync()
    start = of(report, "candidates").watermark
    assert start is not None
    for window in months(read_moment(start)):
        inside = sum(window.after < moment <= window.before for moment in created)
        per_month[window.before] = max(1, -(-inside // 25))
    asked = lab.requests("candidates")
    assert {before: sum(one[CREATED[1]] == before for one in asked) for before in per_month} == per_month


def test_increments_have_both_ends_and_look_two_minutes_back(synced: Lab) -> None:
    marks = {
        resource: read_moment(watermark)
        for resource, watermark in synced.select("select resource, watermark from checkpoints")
    }
    synced.control.clear_requests()
    report = synced.good_sync()
    for resource, (after, before) in (
        ("positions", POSITIONS),
        ("candidates", UPDATED),
        ("deleted-candidates", DELETED),
    ):
        (query,) = synced.requests(resource)
        assert query[after] == spell(marks[resource] - OVERLAP)
        assert query[before] == of(report, resource).watermark


def test_the_first_look_for_deletions_goes_back_to_the_beginning(lab: Lab) -> None:
    lab.good_sync()
    (query,) = lab.requests("deleted-candidates")
    assert DELETED[0] not in query


def test_the_watermark_is_not_the_newest_time_seen(synced: Lab) -> None:
    newest = max(one["updated"] for one in synced.control.truth()["candidates"].values())
    before = dt.datetime.now(dt.UTC).replace(microsecond=0)
    report = synced.good_sync()
    watermark = of(report, "candidates").watermark
    assert watermark is not None
    assert read_moment(watermark) >= before
    assert watermark >= newest


def test_lists_with_inclusive_or_exclusive_bounds_give_the_same(start: Callable[..., Lab]) -> None:
    facts = []
    now = int(dt.datetime.now(dt.UTC).timestamp())
    for after in (False, True):
        for before in (False, True):
            rules = Rules(rate_requests=0, after_inclusive=after, before_inclusive=before)
            lab = start(f"data-{after}-{before}", rules=rules, candidates=60, now=now - 5)
            lab.good_sync()
            found = lab.facts()
            for application in found["applications"].values():
                del application["url"]
            facts.append(found)
    assert facts[1:] == facts[:1] * 3


def test_page_size_is_a_setting(start: Callable[..., Lab]) -> None:
    lab = start(settings={"page_size": "7"})
    lab.good_sync()
    assert {query["limit"] for query in lab.requests("candidates")} == {"7"}


@pytest.mark.parametrize("pages", [2, 6])
def test_a_broken_off_load_reads_no_month_again(lab: Lab, pages: int) -> None:
    lab.cancelled_sync(pages)
    first = firsts(lab.requests("candidates"))
    lab.control.clear_requests()
    lab.good_sync()
    again = [one for one in firsts(lab.requests("candidates")) if CREATED[1] in one]
    read_twice = {one[CREATED[1]] for one in first} & {one[CREATED[1]] for one in again}
    assert len(read_twice) <= 2, "the month in flight, and the one asked for ahead"
    assert {one[CREATED[1]] for one in (*first, *again)} == {
        window.before for window in months(read_moment(first[0][CREATED[1]]))
    }


def test_after_a_resumed_load_one_request_brings_what_changed_since(lab: Lab) -> None:
    lab.cancelled_sync(4)
    began = firsts(lab.requests("candidates"))[0][CREATED[1]]
    lab.control.advance(20)
    lab.control.clear_requests()
    lab.good_sync()
    increments = [one for one in firsts(lab.requests("candidates")) if UPDATED[1] in one]
    assert [one[UPDATED[0]] for one in increments] == [spell(read_moment(began) - OVERLAP)]


def test_a_full_sync_that_was_broken_off_is_not_begun_twice(synced: Lab) -> None:
    synced.cancelled_sync(3, full=True)
    synced.control.clear_requests()
    synced.good_sync(full=True)
    by_creation = [one for one in firsts(synced.requests("candidates")) if CREATED[1] in one]
    assert len(by_creation) <= MONTHS_APART + 1


def test_two_folders_read_one_account_alike(synced: Lab, tmp_path: Path) -> None:
    with connected(synced.system, synced.sandbox, tmp_path / "other") as other:
        other.good_sync()
        assert other.facts() == synced.facts()
