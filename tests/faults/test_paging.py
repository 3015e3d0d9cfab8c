"""Lists that do not hold still, pages that lead nowhere, and a page that cannot be read."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from atsdesk.sync.driver import Progress, Watcher
from tests.faults.copies import Copy, Office, assert_plain
from tests.faults.servers import Asked, between
from tests.faults.systems import COMEET, EVERY, across
from tests.faults.whole import ask, meddle, unfinished


def through(office: Office, base_url: str, name: str = "data") -> Copy:
    """A copy that reads through a server in between."""
    copy = office.keep(Copy(office, office.folder / name))
    return copy.connect({"page_size": "5"}, base_url=base_url)


MOVING = pytest.mark.fault(5, "records move and repeat")
CIRCLE = pytest.mark.fault(5, "pages in a circle")
FAILING = pytest.mark.fault(6, "a page fails for good")


@MOVING
@EVERY
def test_records_that_repeat_between_and_within_pages_count_once(office: Office) -> None:
    reference = office.reference()
    earlier: list[Any] = []

    def repeat(asked: Asked, answer: Any) -> Any:
        people = office.people_in(asked, answer)
        again = earlier[-7:] + people[:2]
        earlier.extend(people)
        people[:0] = again
        return answer

    with between(office.sandbox.base_url, repeat) as server:
        copy = through(office, server.base_url)
        assert copy.sync().state == "SUCCEEDED"
        copy.assert_whole(reference, changes=True)
        assert copy.sync(full=True).state == "SUCCEEDED"
        copy.assert_whole(reference, changes=True)


@MOVING
@EVERY
def test_records_in_any_order_make_the_same_copy(office: Office) -> None:
    rng = random.Random(5)
    reference = office.reference()

    def shuffle(asked: Asked, answer: Any) -> Any:
        for name in (office.system.people, office.system.first):
            rng.shuffle(office.system.records(office.sandbox.base_url, asked.path, answer, name) or [])
        return answer

    with between(office.sandbox.base_url, shuffle) as server:
        copy = through(office, server.base_url)
        assert copy.sync().state == "SUCCEEDED"
        copy.assert_whole(reference, changes=True)


@MOVING
@EVERY
def test_records_that_change_and_move_while_they_are_read_arrive_as_they_are_now(moving: Office) -> None:
    """Each page is followed by events: what moves to the end of the list is met again or read next time."""
    copy = moving.copy(page_size="4")
    eventful = {moving.system.first, moving.system.people}

    def happen(progress: Progress) -> None:
        if progress.resource in eventful:
            moving.control.advance(new=1, moved=1, edited=1)

    for full in (False, True):
        watcher = Watcher(progress=happen)
        assert copy.sync(watcher=watcher, full=full).state == "SUCCEEDED"
        assert copy.sync().state == "SUCCEEDED"
        copy.assert_complete()


@MOVING
@across("page_size", ["1", "7"])
def test_equal_timestamps_lose_nothing(open_office: Callable[..., Office], page_size: str) -> None:
    office = open_office(candidates=80)
    copy = office.copy(page_size=page_size)
    copy.sync()
    office.control.advance(moved=4, rejected=2, edited=8, new=8)  # within one second of the ATS's clock

    for _ in range(2):
        assert copy.sync().state == "SUCCEEDED"
        copy.assert_complete()


@CIRCLE
@across("full", [False, True])
def test_pages_that_lead_in_a_circle_end_and_are_told(moving: Office, full: bool) -> None:
    reference = moving.reference(page_size="3")
    copy = moving.keep(reference.twin("data"))
    moving.advance()
    moving.control.fail(f"loop@{moving.people_path}x*")

    report = copy.sync(full=full)
    moving.control.heal()
    assert report.state == "PARTIALLY_FAILED"
    people = copy.people(report)
    assert (people.state, people.gone) == ("FAILED", 0)
    assert people.requests < 8
    assert copy.others(report) == {"SUCCEEDED"}
    (issue,) = [issue for issue in copy.issues() if issue.resource == people.resource]
    assert_plain(issue.title, issue.hint)
    assert "circle" in issue.title

    reference.sync(full=full)
    assert copy.sync(full=full).state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@CIRCLE
def test_a_circle_of_several_pages_ends_too(moving: Office) -> None:
    people = moving.system.people
    pages: list[str] = []

    def lead_back(asked: Asked, answer: Any) -> Any:
        if people in answer and answer["next_page"]:
            pages.append(answer["next_page"])
            if len(pages) > 3:
                answer["next_page"] = pages[0]
        return answer

    copy = moving.reference(page_size="3")
    with between(moving.sandbox.base_url, lead_back) as server:
        moving.control.advance(new=20)
        looped = through(moving, server.base_url, "looped")
        report = looped.sync()
    assert report.resources[1].state == "FAILED"
    assert report.resources[1].requests < 40
    assert copy.sync().state == "SUCCEEDED"


@CIRCLE
@pytest.mark.parametrize(
    "next_page", ["", 17, "not an address", "http://[", "//", "javascript:alert(1)", "/nowhere"]
)
def test_a_next_page_that_is_no_page_is_told_or_is_the_end(office: Office, next_page: Any) -> None:
    people = office.system.people

    def mislead(asked: Asked, answer: Any) -> Any:
        if people in answer:
            answer["next_page"] = next_page
        return answer

    reference = office.reference()
    with between(office.sandbox.base_url, mislead) as server:
        copy = through(office, server.base_url)
        report = copy.sync()
        assert report.resources[0].state == "SUCCEEDED"
        assert (report.resources[1].state == "SUCCEEDED") == (next_page in ("", 17))
        assert report.resources[2].state == "SUCCEEDED"
        for issue in copy.issues():
            assert_plain(issue.title, issue.hint)
    if next_page not in ("", 17):
        meddle(copy.database, "update accounts set base_url = ?", office.sandbox.base_url)
        assert copy.sync().state == "SUCCEEDED"
        copy.assert_whole(reference)


@FAILING
@across(
    "full,page",
    [(False, 1), (False, 2), (False, 7), (False, 12), (True, 1), (True, 7)],
    elsewhere=[(False, 3), (True, 2)],
    others=2,
)
def test_a_page_that_fails_for_good_costs_no_more_than_itself(moving: Office, page: int, full: bool) -> None:
    people = moving.system.people
    size = "3" if moving.system is COMEET else "8"
    reference = moving.reference(page_size=size)
    copy = moving.keep(reference.twin("data"))
    watermarks = "select watermark from checkpoints where resource = ?"
    before, before_gone = ask(copy.database, watermarks, people), copy.gone_from(people)
    moved = 20 if moving.system is COMEET else 4
    moving.control.advance(new=40, moved=moved, **(moving.system.unsaid if full else {}))
    moving.control.clear_requests()
    moving.control.fail(f"503@{moving.people_path}%{page}x*")

    report = copy.sync(full=full)
    failed = copy.people(report)
    assert report.state == "PARTIALLY_FAILED"
    assert failed.state == "FAILED"
    assert failed.gone == 0
    assert_plain(failed.message, failed.message)
    assert ask(copy.database, watermarks, people) == before
    assert copy.gone_from(people) == before_gone
    assert (people in unfinished(copy.database)) == (page > 1)
    served = [
        one
        for one in moving.control.requests()
        if one["path"].endswith(f"/{moving.people_path}") and one["status"] == 200
    ]
    assert len(served) == page - 1
    if page > 2 and not full:
        assert failed.added + failed.changed > 0
    assert copy.others(report) == {"SUCCEEDED"}
    assert {issue.kind for issue in copy.issues()} == {"failed"}

    moving.control.heal()
    assert copy.sync(full=full).state == "SUCCEEDED"
    assert reference.sync(full=full).state == "SUCCEEDED"
    # Where it was a full read, others may have gone first: what is gone stays as it was then.
    copy.assert_whole(reference, changes=not full, living=full)


@FAILING
@EVERY
def test_a_first_load_that_fails_on_a_page_keeps_the_pages_before(office: Office) -> None:
    reference = office.reference(page_size="3")
    copy = office.copy(page_size="3")
    office.control.fail(f"500@{office.people_path}%{12 if office.system is COMEET else 3}x*")

    report = copy.sync()
    assert report.state == "PARTIALLY_FAILED"
    failed = copy.people(report)
    assert failed.added > 0
    assert failed.watermark is None
    (kept,) = ask(copy.database, "select count(*) from records where resource = ?", office.system.people)
    assert kept == (failed.added,)

    office.control.heal()
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)
