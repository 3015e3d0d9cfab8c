"""Moments: every spelling a vendor uses becomes ours, and what cannot be right is refused."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atsdesk.ats.moments import day, is_usual, moment, spell

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
MOMENTS = st.datetimes(timezones=ZONES).filter(lambda at: 1970 < at.year < 2099)


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("2026-03-01T08:00:00Z", "2026-03-01T08:00:00Z"),
        ("2026-03-01T08:00:00.123Z", "2026-03-01T08:00:00Z"),
        ("2026-03-01T10:00:00+02:00", "2026-03-01T08:00:00Z"),
        ("2026-03-01T10:00:00.5+0200", "2026-03-01T08:00:00Z"),
        ("2026-02-28T23:30:00-08:30", "2026-03-01T08:00:00Z"),
        ("2026-03-01 08:00:00", "2026-03-01T08:00:00Z"),
        ("2026-03-01", "2026-03-01T00:00:00Z"),
        (" 2026-03-01T08:00:00Z ", "2026-03-01T08:00:00Z"),
        ("", None),
        (None, None),
    ],
)
def test_every_spelling_becomes_ours(text: str | None, ours: str | None) -> None:
    assert moment(text) == ours
    assert day(text) == (ours[:10] if ours else None)


@pytest.mark.parametrize(
    "text",
    ["soon", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-02-30T08:00:00Z", "2026-13-01T08:00:00Z",
     "2026-03-01T25:61:00Z", "1969-12-31T23:59:59Z", "2100-01-01T00:00:00Z", "17", "2026-03-01T08:00:00Q",
     "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-02-29", "1970-01-01T00:00:00+02:00",
     "2099-12-31T23:59:59-02:00"],
)  # fmt: skip
def test_what_cannot_be_right_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        moment(text)


@given(MOMENTS)
def test_a_moment_of_any_zone_is_the_same_moment(at: dt.datetime) -> None:
    text = moment(at.isoformat())
    assert text is not None
    assert is_usual(text) or "-02-29T" in text
    assert dt.datetime.fromisoformat(text) == at.astimezone(dt.UTC).replace(microsecond=0)
    assert moment(text) == text == spell(at)


@given(st.text(max_size=30))
def test_any_other_text_is_refused_or_spelt_right(text: str) -> None:
    try:
        found = moment(text)
    except ValueError:
        return
    assert found is None or moment(found) == found


@given(st.dates(dt.date(1970, 1, 1), dt.date(2099, 12, 31)), st.times())
def test_what_passes_quickly_is_a_real_day_or_is_refused(date: dt.date, time: dt.time) -> None:
    assert moment(f"{date.isoformat()}T{time.replace(microsecond=0).isoformat()}Z")
