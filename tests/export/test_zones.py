"""Days in an account's time zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from atsdesk.export.moment import LocalDays

ZONES = ["UTC", "Asia/Jerusalem", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"]


@pytest.mark.parametrize("name", ZONES)
def test_the_day_is_the_one_the_calendar_in_the_zone_showed(name: str) -> None:
    zone = ZoneInfo(name)
    moments = [datetime(2011, 12, 28, tzinfo=UTC) + timedelta(minutes=17 * number) for number in range(3000)]
    moments += [datetime(2026, 3, 27, tzinfo=UTC) + timedelta(minutes=7 * number) for number in range(1500)]
    found = LocalDays(zone).of([f"{moment:%Y-%m-%dT%H:%M:%SZ}" for moment in moments])
    days = [date(1899, 12, 30) + timedelta(days=int(number)) for number in found]
    assert days == [moment.astimezone(zone).date() for moment in moments]


def test_what_is_no_moment_has_no_day() -> None:
    days = LocalDays(ZoneInfo("Asia/Jerusalem"))
    assert days.of([None, "", "soon", "1800-01-01T00:00:00Z", "2026-03-01T23:30:00+02:00"]) == [
        "",
        "",
        "",
        "",
        "46082",
    ]
    assert days.of([None, "not a moment, no way.", "x" * 20]) == ["", "", ""]
