"""Records that are gone, or only seem to be: what the ATS says, what a full read does not see, when to ask first."""

from typing import Any

import pytest

from tests.faults.copies import Copy, Office, assert_plain
from tests.faults.servers import Asked, between
from tests.faults.systems import COMEET, EVERY, KOMBO, SMARTRECRUITERS
from tests.faults.whole import ask, assert_same, meddle

SIGNAL = pytest.mark.fault(7, "deletions by signal")
SWEEP = pytest.mark.fault(7, "deletions by sweep")
MASS = pytest.mark.fault(7, "mass deletion asks")
EMPTY = pytest.mark.fault(7, "empty answer, broken API")


def held(copy: Copy) -> set[str]:
    """The lists whose deletions wait for an answer."""
    found = [issue for issue in copy.issues() if issue.kind == "deletions_held"]
    for issue in found:
        assert_plain(issue.title, issue.hint)
        assert "--accept-deletions" in issue.hint
    return {issue.resource for issue in found}


@SIGNAL
@pytest.mark.parametrize("system", [COMEET, KOMBO], indirect=True, ids=lambda system: system.ats)
def test_what_the_ats_says_is_gone_goes_with_the_next_increment(moving: Office) -> None:
    copy = moving.reference()
    moving.control.advance(deleted=3, new=2)

    report = copy.sync()
    assert report.state == "SUCCEEDED"
    assert sum(one.gone for one in report.resources) >= 3
    assert copy.people(report).requests <= 2
    copy.assert_complete()
    assert held(copy) == set()


@SIGNAL
@pytest.mark.parametrize("system", [SMARTRECRUITERS], indirect=True, ids=lambda system: system.ats)
def test_who_is_no_longer_there_when_asked_for_is_gone(moving: Office) -> None:
    """The list was read, and somebody is deleted before their details are asked for."""
    copy = moving.copy()
    at_the_details = "select 1 from checkpoints where resource = 'candidates' and watermark is not null"
    ticks = 1
    while not ask(copy.database, at_the_details):
        assert copy.sync_pages(ticks).state == "CANCELLED"
        ticks += 1
    moving.control.advance(deleted=2)

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_complete(merged=True)


@SWEEP
@EVERY
def test_who_goes_without_a_word_goes_with_the_next_full_read(moving: Office) -> None:
    copy = moving.reference()
    moving.control.advance(new=2, **moving.system.unsaid)

    report = copy.sync(full=True)
    assert report.state == "SUCCEEDED"
    assert sum(one.gone for one in report.resources) >= 2
    copy.assert_complete(merged=True)
    assert held(copy) == set()


@MASS
@EVERY
def test_a_full_read_that_misses_half_of_a_list_deletes_nobody_unless_it_may(office: Office) -> None:
    def halve(asked: Asked, answer: Any) -> Any:
        del office.people_in(asked, answer)[::2]
        return answer

    copy = office.reference()
    before = copy.dump()
    with between(office.sandbox.base_url, halve) as server:
        meddle(copy.database, "update accounts set base_url = ?", server.base_url)
        report = copy.sync(full=True)
        assert copy.people(report).gone == 0
        assert held(copy) == {office.system.people}
        accepted = copy.sync(full=True, accept_deletions=True)
        assert copy.people(accepted).gone > 3
        assert held(copy) == set()
    meddle(copy.database, "update accounts set base_url = ?", office.sandbox.base_url)
    assert copy.sync(full=True).state == "SUCCEEDED"
    assert_same(copy.dump(), before)


@MASS
@pytest.mark.parametrize("system", [KOMBO], indirect=True, ids=lambda system: system.ats)
@pytest.mark.parametrize("model", ["candidates", "applications"])
def test_a_mark_on_half_of_a_list_deletes_nobody(moving: Office, model: str) -> None:
    """`remote_deleted_at`, as a model that is switched off or a filter brings it."""
    copy = moving.reference()
    before = copy.dump(living=True)
    moving.control.lose(model, 0.5)

    for full in (False, True):
        report = copy.sync(full=full)
        assert sum(one.gone for one in report.resources) == 0
        assert held(copy) == {model}
    moving.control.regain(model)
    assert copy.sync().state == "SUCCEEDED"
    assert held(copy) == set()
    after = copy.dump(living=True)
    del before["records"], after["records"]  # their `changed_at` is another
    assert_same(after, before)


@EMPTY
@EVERY
def test_lists_that_come_back_empty_delete_nobody(office: Office) -> None:
    """A broken API that says that there is nothing: a full read stops and asks."""
    copy = office.reference()
    before = copy.dump()
    office.control.fail(f"nothing@{office.people_path}x*", f"nothing@{office.first_path}x*")

    report = copy.sync(full=True)
    assert copy.people(report).gone == 0
    assert held(copy) == {office.system.people, office.system.first}

    office.control.heal()
    assert copy.sync(full=True).state == "SUCCEEDED"
    assert_same(copy.dump(), before)


@EMPTY
@EVERY
def test_a_first_load_from_a_broken_api_that_says_nothing_is_made_up_for(office: Office) -> None:
    reference = office.reference()
    copy = office.copy()
    office.control.fail(f"nothing@{office.people_path}x*")
    copy.sync()
    assert copy.gone_from(office.system.people) == 0

    office.control.heal()
    assert copy.sync(full=True).state == "SUCCEEDED"
    copy.assert_whole(reference)
