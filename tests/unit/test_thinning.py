"""Safety copies are thinned with their age: what must hold whatever copies there are."""

import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from atsdesk.store.thinning import Keep, thin

NOW = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)
moments = st.sets(
    st.integers(0, 1150 * 24 * 60).map(lambda minutes: NOW - dt.timedelta(minutes=minutes)), max_size=60
)
numbers = st.integers(0, 14)
keeps = st.builds(Keep, st.integers(0, 7), numbers, numbers, numbers)


@given(made=moments, keep=keeps)
def test_the_newest_and_all_recent_ones_stay_and_never_too_many(made: set[dt.datetime], keep: Keep) -> None:
    kept = thin(made, NOW, keep)
    recent = {one for one in made if NOW - one < dt.timedelta(days=keep.days)}
    assert kept <= made
    assert recent <= kept
    assert not made or max(made) in kept
    assert len(kept - recent) <= keep.daily + keep.weekly + keep.monthly + 1
    assert thin(kept, NOW, keep) == kept


@given(made=moments, more=moments, keep=keeps)
def test_one_more_recent_copy_takes_no_room_of_older_ones_when_all_recent_stay(
    made: set[dt.datetime], more: set[dt.datetime], keep: Keep
) -> None:
    older = {one for one in made if NOW - one > dt.timedelta(days=30)}
    kept = thin(older, NOW, keep)
    assert len(thin(older | {NOW}, NOW, keep)) >= len(kept)


def test_a_copy_a_day_for_two_years_leaves_days_weeks_and_months_without_a_hole() -> None:
    keep = Keep(days=2, daily=12, weekly=10, monthly=9)
    there: set[dt.datetime] = set()
    for day in range(730):
        now = NOW + dt.timedelta(days=day)
        there = thin(there | {now}, now, keep)
    ages = sorted((now - one).days for one in there)
    assert ages[:14] == list(range(14))
    gaps = [after - before for before, after in itertools.pairwise(ages)]
    assert all(gap <= 7 for gap in gaps[:23])
    assert all(gap <= 35 for gap in gaps)
    assert len(ages) == 2 + 12 + 10 + 9
    assert ages[-1] > 330


def test_nothing_is_kept_of_nothing() -> None:
    assert thin([], NOW, Keep()) == set()
