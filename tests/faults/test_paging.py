"""Lists that do not hold still, pages that lead nowhere, and a page that cannot be read."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from atsdesk.desk import Watcher
from tests.faults.copies import Copy, Office, assert_plain
from tests.faults.servers import Asked, between
from tests.faults.whole import ask, assert_same, meddle, unfinished


def through(office: Office, base_url: str, name: str = "data") -> Copy:
    """A copy that reads through a server in between."""
    copy = office.keep(Copy(office, office.folder / name))
    return copy.connect({"page_size": "5"}, base_url=base_url)


@pytest.mark.fault(5)
def test_records_that_repeat_between_and_within_pages_count_once(office: Office) -> None:
    people = office.system.people
    reference = office.reference()
    earlier: list[Any] = []

    def repeat(asked: Asked, answer: Any) -> Any:
        if people in answer:
            again = earlier[-7:] + answer[people][:2]
            earlier.extend(answer[people])
            answer[people] = again + answer[people]
        return answer

    with between(office.sandbox.base_url, repeat) as server:
        copy = through(office, server.base_url)
        assert copy.sync().state == "SUCCEEDED"
        copy.assert_whole(reference, changes=True)
        assert copy.sync(full=True).state == "SUCCEEDED"
        copy.assert_whole(reference, changes=True)


@pytest.mark.fault(5)
def test_records_in_any_order_make_the_same_copy(office: Office) -> None:
    rng = random.Random(5)
    reference = office.reference()

    def shuffle(asked: Asked, answer: Any) -> Any:
        for member in (office.system.people, office.system.first):
            if isinstance(answer, dict) and member in answer:
                rng.shuffle(answer[member])
        return answer

    with between(office.sandbox.base_url, shuffle) as server:
        copy = through(office, server.base_url)
        assert copy.sync().state == "SUCCEEDED"
        copy.assert_whole(reference, changes=True)


@pytest.mark.fault(5)
def test_records_that_change_and_move_while_they_are_read_arrive_as_they_are_now(moving: Office) -> None:
    """Each page is followed by an event: what moves to the end of the list is met again or read next time."""
    copy = moving.copy(page_size="4")

    def happen() -> None:
        moving.control.advance(1, moved=1, edited=1)

    for full in (False, True):
        watcher = Watcher(progress=lambda _: happen())
        assert copy.sync(watcher=watcher, full=full).state == "SUCCEEDED"
        assert copy.sync().state == "SUCCEEDED"
        copy.assert_complete()


@pytest.mark.fault(5)
@pytest.mark.parametrize("page_size", ["1", "7"])
def test_equal_timestamps_lose_nothing(open_office: Callable[..., Office], page_size: str) -> None:
    office = open_office(candidates=80)
    copy = office.copy(page_size=page_size)
    copy.sync()
    office.control.advance(moved=6, rejected=4, edited=8, new=8)  # within one second of the ATS's clock

    for _ in range(2):
        assert copy.sync().state == "SUCCEEDED"
        copy.assert_complete()


@pytest.mark.fault(5)
@pytest.mark.parametrize("full", [False, True], ids=["increment", "full"])
def test_pages_that_lead_in_a_circle_end_and_are_told(moving: Office, full: bool) -> None:
    reference = moving.reference(page_size="3")
    copy = moving.keep(reference.twin("data"))
    moving.advance()
    moving.control.fail(f"loop@{moving.system.people}x*")

    report = copy.sync(full=full)
    moving.control.heal()
    assert report.state == "PARTIALLY_FAILED"
    people = report.resources[1]
    assert (people.state, people.gone) == ("FAILED", 0)
    assert people.requests < 8
    (issue,) = [issue for issue in copy.issues() if issue.resource == people.resource]
    assert_plain(issue.title, issue.hint)
    assert "circle" in issue.title

    reference.sync()
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@pytest.mark.fault(5)
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


@pytest.mark.fault(5)
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


@pytest.mark.fault(6)
@pytest.mark.parametrize(
    ("full", "page"),
    [(False, 1), (False, 2), (False, 7), (False, 12), (True, 1), (True, 7)],
    ids=lambda value: {False: "increment", True: "full"}[value] if isinstance(value, bool) else str(value),
)
def test_a_page_that_fails_for_good_costs_no_more_than_itself(moving: Office, page: int, full: bool) -> None:
    people = moving.system.people
    reference = moving.reference(page_size="3")
    copy = moving.keep(reference.twin("data"))
    watermarks = "select watermark from checkpoints where resource = ?"
    before = ask(copy.database, watermarks, people)
    moving.control.advance(new=40, moved=20, merged=3)
    moving.control.clear_requests()
    moving.control.fail(f"503@{people}%{page}x*")

    report = copy.sync(full=full)
    failed = report.resources[1]
    assert report.state == "PARTIALLY_FAILED"
    assert failed.state == "FAILED"
    assert failed.gone == 0
    assert_plain(failed.message, failed.message)
    assert ask(copy.database, watermarks, people) == before
    assert ask(copy.database, "select count(*) from applications where deleted_at is not null") == [(0,)]
    assert (people in unfinished(copy.database)) == (page > 1)
    served = [
        one for one in moving.control.requests() if one["path"] == f"/{people}" and one["status"] == 200
    ]
    assert len(served) == page - 1
    if page > 2 and not full:
        assert failed.added + failed.changed > 0
    assert report.resources[0].state == report.resources[2].state == "SUCCEEDED"
    assert {issue.kind for issue in copy.issues()} == {"failed"}

    moving.control.heal()
    assert copy.sync(full=full).state == "SUCCEEDED"
    assert reference.sync(full=full).state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@pytest.mark.fault(6)
def test_a_first_load_that_fails_on_a_page_keeps_the_pages_before(office: Office) -> None:
    people = office.system.people
    reference = office.reference(page_size="3")
    copy = office.copy(page_size="3")
    office.control.fail(f"500@{people}%12x*")

    report = copy.sync()
    assert report.state == "PARTIALLY_FAILED"
    assert report.resources[1].added > 0
    assert report.resources[1].watermark is None
    (kept,) = ask(copy.database, "select count(*) from applications")
    assert kept == (report.resources[1].added,)

    office.control.heal()
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@pytest.mark.fault(6)
def test_lists_that_come_back_empty_delete_nobody(office: Office) -> None:
    """A broken API that says that there is nothing: a full read stops and asks."""
    copy = office.reference()
    before = copy.dump()
    office.control.fail(f"nothing@{office.system.people}x*", f"nothing@{office.system.first}x*")

    report = copy.sync(full=True)
    assert report.resources[1].gone == 0
    held = [issue for issue in copy.issues() if issue.kind == "deletions_held"]
    assert {issue.resource for issue in held} == {office.system.people, office.system.first}
    for issue in held:
        assert_plain(issue.title, issue.hint)

    office.control.heal()
    assert copy.sync(full=True).state == "SUCCEEDED"
    assert_same(copy.dump(), before)
