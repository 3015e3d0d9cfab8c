"""A run that is broken off, and the same run twice."""

import pytest

from atsdesk.sandbox.comeet import Rules
from atsdesk.sync.driver import Progress, Watcher
from tests.faults.copies import Office
from tests.faults.systems import EVERY, across
from tests.faults.whole import ask, every_row, meddle, unfinished

TOO_MANY_RUNS = 60


TWICE = pytest.mark.fault(2, "the same sync twice")
RESUMED = pytest.mark.fault(3, "broken off and resumed")


def pages_of(office: Office, name: str) -> int:
    """Pages that a first load has."""
    ticks: list[Progress] = []
    office.copy(name).sync(watcher=Watcher(progress=ticks.append))
    return sum(not one.done for one in ticks)


def places(office: Office, pages: int, step: int = 1) -> range:
    """Pages after which to break off: every so manieth, or as many as the system allows for."""
    return range(1, pages, max(step, pages // office.system.depth))


@TWICE
@EVERY
def test_the_same_sync_twice_changes_no_row(office: Office) -> None:
    copy = office.reference()
    before = every_row(copy.database)

    for again in (copy.sync(), copy.sync(full=True)):
        assert again.state == "SUCCEEDED"
        for one in again.resources:
            assert (one.added, one.changed, one.gone, one.rejected) == (0, 0, 0, 0)

    assert every_row(copy.database) == before


@TWICE
@EVERY
def test_the_same_sync_twice_after_changes_changes_no_row(moving: Office) -> None:
    copy = moving.reference()
    moving.advance()
    copy.sync()
    before = every_row(copy.database)

    copy.sync()
    assert every_row(copy.database) == before


@RESUMED
@EVERY
def test_a_first_load_cancelled_again_and_again_is_whole(office: Office) -> None:
    reference = office.reference()
    lists = len(office.system.lists)  # each run looks again at those that were read already
    step = lists + max(1, pages_of(office, "counted") // 6)
    copy = office.copy()
    runs = 1
    while (report := copy.sync_pages(step)).state == "CANCELLED":
        assert report.message
        runs += 1
        assert runs < TOO_MANY_RUNS

    assert report.state == "SUCCEEDED"
    assert runs > 1
    copy.assert_whole(reference, changes=True)


@RESUMED
@EVERY
def test_a_first_load_resumes_from_each_checkpoint(office: Office) -> None:
    reference = office.reference()
    pages = pages_of(office, "counted")
    assert pages > 10
    for place in places(office, pages, 3):
        copy = office.copy(f"after-{place}")
        assert copy.sync_pages(place).state == "CANCELLED"
        assert copy.sync().state == "SUCCEEDED"
        copy.assert_whole(reference, changes=True)
        copy.close()


@RESUMED
@across("full", [False, True])
def test_a_later_sync_resumes_from_each_checkpoint(moving: Office, full: bool) -> None:
    reference = moving.reference(page_size="5")
    moving.advance()
    before = reference.twin("before")
    ticks: list[Progress] = []
    reference.sync(full=full, watcher=Watcher(progress=ticks.append))
    pages = sum(not one.done for one in ticks)
    assert pages > 5

    for place in places(moving, pages, 6 if full else 1):
        copy = moving.keep(before.twin(f"after-{place}"))
        assert copy.sync_pages(place, full=full).state == "CANCELLED"
        assert copy.sync(full=full and bool(moving.system.sync.restless)).state == "SUCCEEDED"
        copy.assert_whole(reference, changes=True)
        copy.close()


@RESUMED
@EVERY
def test_a_resumed_run_also_brings_what_happened_since(moving: Office) -> None:
    copy = moving.copy()
    copy.sync_pages(9)
    moving.advance()

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_complete()


@RESUMED
def test_a_deletion_during_a_first_load_that_was_broken_off_is_not_lost(open_office) -> None:
    """Also where the ATS keeps no stubs in its list, so that only the list of the deleted tells."""
    office = open_office(rules=Rules(rate_requests=0, stubs_in_list=False))
    copy = office.copy()
    copy.sync_pages(25)
    known = {identity for (identity,) in ask(copy.database, "select id from applications")}
    assert known
    office.control.set_clock(0)
    while not known & set(office.control.truth()["deleted"]):
        office.control.advance(deleted=5)
    office.control.set_clock(3600)  # the load goes on an hour later

    copy.sync()
    truth = office.control.truth()
    living = {
        identity for (identity,) in ask(copy.database, "select id from applications where deleted_at is null")
    }
    assert living == set(truth["candidates"])


@RESUMED
def test_what_a_full_read_that_was_given_up_had_seen_hides_no_deletion(moving: Office) -> None:
    copy = moving.reference()
    copy.sync_pages(20, full=True)
    assert unfinished(copy.database)
    meddle(copy.database, """update checkpoints set "pass" = 'lost'""")
    moving.control.advance(merged=4)

    assert copy.sync(full=True).state == "SUCCEEDED"
    copy.assert_complete(merged=True)
