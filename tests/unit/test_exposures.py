"""The choice of jobs: refused where there is a reason, kept with who, when and why, and taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from atsdesk.store import accounts, exposures
from atsdesk.store.exposures import Act, Done
from atsdesk.store.openness import OPENNESS, openness
from tests.unit.filled import Filled, filled

POSITIONS: tuple[dict[str, Any], ...] = (
    {"uid": "J.1", "name": "Data Engineer", "status": "open", "is_published": True, "department": "R&D"},
    {"uid": "J.2", "name": "Nurse", "status": "open", "is_published": True, "department": "Care"},
    {"uid": "J.3", "name": "Baker", "status": "closed", "is_published": True},
    {"uid": "J.4", "name": "Cook", "status": "open", "is_published": False},
    {"uid": "J.5", "name": "Spy", "status": "open", "is_published": True, "is_discreet": True},
    {"uid": "J.6", "name": "Diver", "status": "on hold", "is_published": True},
    {"uid": "J.7", "name": "Poet", "status": "open"},
)
ADA = Act("ada", "2026-03-01T08:00:00Z", "Our clients.")
BEN = Act("ben", "2026-03-02T08:00:00Z")
LATER = "2026-03-05T08:00:00Z"


@pytest.fixture
def jobs(data_dir: Path) -> Iterator[Filled]:
    with filled(data_dir) as file:
        file.positions(*POSITIONS)
        yield file


def key(number: int) -> tuple[str, str]:
    return ("acme", f"J.{number}")


def expose(file: Filled, *numbers: int, act: Act = ADA) -> Done:
    return file.store.write(lambda connection: exposures.expose(connection, map(key, numbers), act))


def hide(file: Filled, *numbers: int, act: Act = BEN) -> Done:
    return file.store.write(lambda connection: exposures.hide(connection, map(key, numbers), act))


def undo(file: Filled, done: Done, act: Act = BEN) -> Done:
    return file.store.write(lambda connection: exposures.undo(connection, done.batch, act))


def becomes(file: Filled, number: int, **members: Any) -> None:
    """The ATS says something else of a job, and a sync sees it."""
    file.positions({**POSITIONS[number - 1], **members}, at=LATER)
    file.store.write(lambda connection: exposures.watch(connection, "acme", 7, LATER))


def chosen(file: Filled) -> list[tuple[Any, ...]]:
    return file.select("select job_id, exposed_at, exposed_by, why from exposures order by 1")


def alerts(file: Filled) -> list[tuple[str, str, str]]:
    return [(one.job, one.kind, one.openness) for one in file.read(exposures.alerts)]


def refusal(file: Filled, job: str) -> str:
    """Why nobody may be submitted to a job; "" where one may."""
    found = file.read(lambda connection: exposures.refusal(connection, "acme", job))
    assert found is None or found.hint
    return found.title if found else ""


def test_each_job_that_takes_no_candidates_is_refused_with_its_own_reason(jobs: Filled) -> None:
    done = expose(jobs, 1, 2, 3, 4, 5, 6, 7, 8)
    assert done.changed == [key(1), key(2), key(7)]
    assert done.refused == {
        key(3): OPENNESS["closed"],
        key(4): OPENNESS["unpublished"],
        key(5): OPENNESS["confidential"],
        key(6): OPENNESS["on_hold"],
        key(8): "There is no such job.",
    }


def test_who_chose_when_and_why_is_kept(jobs: Filled) -> None:
    expose(jobs, 1)
    assert chosen(jobs) == [("J.1", ADA.at, "ada", "Our clients.")]
    again = expose(jobs, 1, act=BEN)
    assert (again.batch, again.as_before) == (0, [key(1)])
    assert chosen(jobs) == [("J.1", ADA.at, "ada", "Our clients.")]


def test_exposing_and_hiding_are_undone_as_one_and_undoing_is_undone_too(jobs: Filled) -> None:
    done = expose(jobs, 1, 2)
    back = undo(jobs, done)
    assert (chosen(jobs), back.changed) == ([], [key(1), key(2)])
    undo(jobs, back)
    assert [row[:3] for row in chosen(jobs)] == [("J.1", ADA.at, "ada"), ("J.2", ADA.at, "ada")]


def test_hiding_that_is_undone_brings_back_who_had_chosen(jobs: Filled) -> None:
    expose(jobs, 1)
    undo(jobs, hide(jobs, 1))
    assert chosen(jobs) == [("J.1", ADA.at, "ada", "Our clients.")]


def test_what_was_done_since_is_not_undone(jobs: Filled) -> None:
    first = expose(jobs, 1, 2)
    hide(jobs, 1)
    expose(jobs, 1, act=BEN)
    assert undo(jobs, first).changed == [key(2)]
    assert [row[0] for row in chosen(jobs)] == ["J.1"]


@pytest.mark.parametrize(
    ("members", "word"),
    [
        ({"status": "closed"}, "closed"),
        ({"status": "on hold"}, "on_hold"),
        ({"is_published": False}, "unpublished"),
        ({"is_discreet": True}, "confidential"),
    ],
)
def test_a_chosen_job_that_takes_no_more_candidates_is_flagged_with_day_and_reason(
    jobs: Filled, members: dict[str, Any], word: str
) -> None:
    expose(jobs, 1, 2)
    becomes(jobs, 1, **members)
    assert alerts(jobs) == [("J.1", "closed", word)]
    (alert,) = jobs.read(exposures.alerts)
    assert (alert.happened_at, alert.reason) == (LATER, OPENNESS[word])
    refused = refusal(jobs, "J.1")
    assert OPENNESS[word] in refused
    assert "2026-03-05" in refused


def test_an_alert_that_was_taken_note_of_stays_in_the_history(jobs: Filled) -> None:
    expose(jobs, 1)
    becomes(jobs, 1, status="closed")
    jobs.store.write(lambda connection: exposures.acknowledge(connection, [key(1)], BEN))
    assert alerts(jobs) == []
    newest, oldest = jobs.read(lambda connection: exposures.history(connection, "acme", "J.1"))
    assert (newest.kind, newest.acknowledged_at, newest.acknowledged_by) == ("closed", BEN.at, "ben")
    assert oldest.kind == "exposed"
    becomes(jobs, 1, status="closed")
    assert alerts(jobs) == []


def test_a_job_that_opens_again_says_so_in_place_of_having_closed(jobs: Filled) -> None:
    expose(jobs, 1)
    becomes(jobs, 1, status="closed")
    becomes(jobs, 1)
    assert alerts(jobs) == [("J.1", "reopened", "open")]
    assert refusal(jobs, "J.1") == ""


def test_a_job_that_closes_in_another_way_is_flagged_again(jobs: Filled) -> None:
    expose(jobs, 1)
    becomes(jobs, 1, status="on hold")
    jobs.store.write(lambda connection: exposures.acknowledge(connection, [key(1)], BEN))
    becomes(jobs, 1, status="closed")
    assert alerts(jobs) == [("J.1", "closed", "closed")]


def test_a_job_of_which_the_ats_says_nothing_any_more_is_no_alarm(jobs: Filled) -> None:
    expose(jobs, 1)
    becomes(jobs, 1, is_published=None)
    assert alerts(jobs) == []
    assert refusal(jobs, "J.1") == ""


def test_a_job_that_is_hidden_is_not_watched(jobs: Filled) -> None:
    expose(jobs, 1)
    becomes(jobs, 1, status="closed")
    hide(jobs, 1)
    assert alerts(jobs) == []
    becomes(jobs, 1)
    assert alerts(jobs) == []


def test_nobody_is_submitted_to_a_job_that_is_not_exposed_or_not_there(jobs: Filled) -> None:
    assert refusal(jobs, "J.1") == 'The job "J.1" of acme is not exposed.'
    assert refusal(jobs, "J.3") == '"Baker" takes no candidates. It is closed. The ATS\'s word: closed.'
    assert refusal(jobs, "J.9") == 'acme has no job "J.9" here.'
    expose(jobs, 1)
    assert refusal(jobs, "J.1") == ""


def test_jobs_of_a_department_are_found_whatever_its_case(jobs: Filled) -> None:
    assert jobs.read(lambda connection: exposures.like(connection, "acme", department="care")) == [key(2)]


def test_removing_an_account_takes_its_choices_along(jobs: Filled) -> None:
    expose(jobs, 1)
    jobs.store.write(lambda connection: accounts.remove(connection, "acme"))
    assert jobs.select("select count(*) from exposures") == [(0,)]
    assert jobs.select("select count(*) from exposure_events") == [(0,)]


@pytest.mark.parametrize(
    ("columns", "word"),
    [
        ({"status": "open", "visibility": "PUBLIC"}, "open"),
        ({"status": "open", "visibility": "UNLISTED", "is_published": 0}, "open"),
        ({"status": "open", "visibility": "INTERNAL", "is_published": 1}, "internal"),
        ({"status": "open", "visibility": "CONFIDENTIAL"}, "confidential"),
        ({"status": "open", "visibility": "NOT_PUBLISHED", "is_published": 0}, "unpublished"),
        ({"status": "open", "visibility": "Externes Portal", "is_published": 0}, "unknown"),
        ({"status": "open", "visibility": None, "is_published": None}, "unknown"),
        ({"status": "open", "is_published": 1, "is_confidential": 1}, "confidential"),
        ({"status": "unknown", "status_raw": "Wartet", "visibility": "PUBLIC"}, "unknown"),
        ({"status": "closed", "status_raw": "ARCHIVED", "visibility": "PUBLIC"}, "archived"),
        ({"status": "closed", "status_raw": "FILLED", "visibility": "PUBLIC"}, "closed"),
        ({"status": "draft", "visibility": "PUBLIC"}, "draft"),
        ({"status": "open", "is_template": 1}, "template"),
        ({"status": "open", "visibility": "PUBLIC", "deleted_at": LATER}, "deleted"),
    ],
)
def test_status_and_visibility_decide_together(jobs: Filled, columns: dict[str, Any], word: str) -> None:
    blank = dict.fromkeys(
        ("status_raw", "visibility", "is_published", "is_confidential", "is_template", "deleted_at")
    )
    values = {**blank, **columns}
    sets = ", ".join(f"{name} = :{name}" for name in values)
    jobs.store.write(
        lambda connection: connection.execute(f"update jobs set {sets} where id = 'J.1'", values)
    )
    found = {one.job: one.openness for one in jobs.read(exposures.jobs)}
    assert found.get("J.1") == (None if word in ("template", "deleted") else word)
    (shown,) = jobs.select(f"select {openness('j')} from jobs j where id = 'J.1'")
    assert shown == (word,)
