"""Passes: windows leave no moment out, and what was broken off is taken up or given up rightly."""

import datetime as dt
import itertools
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atsdesk.ats.comeet.connector import CANDIDATES, DELETED, OVERLAP, POSITIONS
from atsdesk.ats.moments import spell
from atsdesk.ats.resource import Resource
from atsdesk.store.ledger import Checkpoint
from atsdesk.sync.passes import (
    MONTHS_APART,
    SEAM,
    SWEEP_AFTER,
    Pass,
    months,
    plan,
    read_moment,
    sweep_is_due,
)

NOW = dt.datetime(2026, 3, 31, 12, 30, 15, tzinfo=dt.UTC)
NOWS = st.integers(800_000_000, 3_700_000_000).map(lambda seconds: dt.datetime.fromtimestamp(seconds, dt.UTC))
ALL = pytest.mark.parametrize("resource", [POSITIONS, CANDIDATES, DELETED], ids=lambda one: one.name)


@given(NOWS | st.just(dt.datetime(2024, 3, 1, tzinfo=dt.UTC)))
def test_months_cover_all_time_up_to_now_and_share_a_second(now: dt.datetime) -> None:
    windows = months(now)
    assert len(windows) == MONTHS_APART + 1
    assert windows[0].before == spell(now)
    assert windows[-1].after == ""
    for later, earlier in itertools.pairwise(windows):
        assert read_moment(earlier.before) - read_moment(later.after) == SEAM
        assert earlier.before <= later.before
    for window in windows[:-1]:
        start = read_moment(window.after) + SEAM
        assert (start.day, start.hour, start.minute, start.second) == (1, 0, 0, 0)


@given(NOWS, st.integers(0, 3 * 366 * 86400), st.booleans(), st.booleans())
def test_every_moment_is_in_a_window_whether_bounds_are_inclusive_or_not(
    now: dt.datetime, ago: int, after_inclusive: bool, before_inclusive: bool
) -> None:
    at = spell(now - dt.timedelta(seconds=max(ago, 0 if before_inclusive else 1)))
    assert any(
        (window.after < at or (after_inclusive and window.after == at))
        and (at < window.before or (before_inclusive and at == window.before))
        for window in months(now)
    )


@ALL
def test_a_first_pass_reads_everything(resource: Resource) -> None:
    going = plan(resource, Checkpoint(), NOW, full=False, overlap=OVERLAP)
    assert going.windows[-1].after == ""
    assert going.windows[0].before == going.started_at == spell(NOW)
    assert going.by_creation == (resource is CANDIDATES)
    assert not going.sweeping, "there is nothing yet that could be gone"


@ALL
@given(NOWS, st.integers(0, 10**8))
def test_an_increment_begins_before_the_last_one(resource: Resource, now: dt.datetime, ago: int) -> None:
    since = now - dt.timedelta(seconds=ago)
    going = plan(resource, Checkpoint(spell(since)), now, full=False, overlap=OVERLAP)
    ((after, before),) = [(window.after, window.before) for window in going.windows]
    assert read_moment(after) == since - OVERLAP
    assert before == going.started_at == spell(now)
    assert not going.full


@pytest.mark.parametrize("resource", [POSITIONS, CANDIDATES], ids=lambda one: one.name)
def test_a_full_pass_reads_everything_and_sweeps(resource: Resource) -> None:
    going = plan(resource, Checkpoint(spell(NOW - dt.timedelta(hours=1))), NOW, full=True, overlap=OVERLAP)
    assert going.full
    assert going.sweeping
    assert going.windows[-1].after == ""


@ALL
@pytest.mark.parametrize("watermark", ["", "yesterday", "2026-03-01", spell(NOW + dt.timedelta(days=1))])
def test_a_watermark_that_cannot_be_right_is_worth_nothing(resource: Resource, watermark: str) -> None:
    assert plan(resource, Checkpoint(watermark), NOW, full=False, overlap=OVERLAP).windows[-1].after == ""


def test_what_was_broken_off_is_taken_up_where_it_stood() -> None:
    begun = (
        plan(CANDIDATES, Checkpoint(), NOW, full=False, overlap=OVERLAP)
        .after_page("")
        .after_page("https://next.example")
    )
    stored = json.loads(json.dumps(begun.to_json()))
    later = NOW + dt.timedelta(hours=3)
    assert plan(CANDIDATES, Checkpoint(None, stored), later, full=False, overlap=OVERLAP) == replace(
        begun, resumed=True
    )
    assert plan(CANDIDATES, Checkpoint(None, stored), later, full=True, overlap=OVERLAP) == replace(
        begun, resumed=True
    )


def test_a_broken_off_increment_gives_way_to_a_full_pass() -> None:
    point = Checkpoint(spell(NOW))
    point = replace(point, reading=plan(CANDIDATES, point, NOW, full=False, overlap=OVERLAP).to_json())
    assert plan(CANDIDATES, point, NOW, full=False, overlap=OVERLAP).resumed
    assert plan(CANDIDATES, point, NOW, full=True, overlap=OVERLAP).full


@pytest.mark.parametrize(
    "change",
    [
        {"started_at": "soon"},
        {"started_at": spell(NOW + dt.timedelta(days=2))},
        {"windows": []},
        {"windows": 7},
        {"windows": [["only one end"]]},
        {"next": None, "windows": None},
        {"started_at": None},
    ],
)
def test_a_note_of_a_pass_that_makes_no_sense_is_given_up(change: dict[str, Any]) -> None:
    reading = plan(CANDIDATES, Checkpoint(), NOW, full=False, overlap=OVERLAP).to_json() | change
    going = plan(CANDIDATES, Checkpoint(None, reading), NOW, full=False, overlap=OVERLAP)
    assert not going.resumed
    assert len(going.windows) == MONTHS_APART + 1


def test_a_pass_is_over_after_its_last_page() -> None:
    going: Pass = plan(POSITIONS, Checkpoint(), NOW, full=False, overlap=OVERLAP)
    assert going.after_page("https://two.example").windows == going.windows
    assert going.after_page("https://two.example").after_page("").windows == ()


def test_a_full_pass_is_due_after_a_week() -> None:
    assert not sweep_is_due(Checkpoint(), NOW)
    assert not sweep_is_due(Checkpoint(swept_at=spell(NOW - SWEEP_AFTER)), NOW)
    assert sweep_is_due(Checkpoint(swept_at=spell(NOW - SWEEP_AFTER - SEAM)), NOW)


@pytest.mark.parametrize("day", ["2026-02-28", "2026-03-01", "2025-11-15", "2020-01-01"])
def test_a_first_day_cuts_off_what_is_older(day: str) -> None:
    now = dt.datetime(2026, 3, 10, 12, tzinfo=dt.UTC)
    windows = months(now, day)
    assert windows[0].before == "2026-03-10T12:00:00Z"
    assert windows[-1].after == f"{day}T00:00:00Z"
    for later, earlier in itertools.pairwise(windows):
        assert later.after < earlier.before
    assert all(window.after < window.before for window in windows)


def test_a_first_day_in_the_last_second_is_one_window() -> None:
    now = dt.datetime(2026, 3, 1, 0, 0, 0, tzinfo=dt.UTC)
    assert [(window.after, window.before) for window in months(now, "2026-03-01")] == [
        ("2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z")
    ]


def test_what_a_first_day_leaves_out_is_not_taken_for_gone() -> None:
    now = dt.datetime(2026, 3, 10, tzinfo=dt.UTC)
    point = Checkpoint("2026-03-01T00:00:00Z", None, "2026-03-01T00:00:00Z")
    for resource in (CANDIDATES, POSITIONS):
        going = plan(resource, point, now, True, dt.timedelta(minutes=2), "2025-01-01")
        assert going.full
        assert going.sweeping
        assert going.first_day == ("2025-01-01" if resource.reach else "")
        assert Pass.from_json(going.to_json()) == replace(going, resumed=True)
        assert plan(resource, point, now, True, dt.timedelta(minutes=2)).first_day == ""
