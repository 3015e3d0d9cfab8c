"""The calendar spans the data, and every day is in it once."""

import datetime as dt
from pathlib import Path

from tests.export.data import Data, table


def test_it_has_every_day_of_the_years_in_the_data_once(data: Data, target: Path) -> None:
    application = data.add("applications", id="A1", created_at="2023-06-01T08:00:00Z", starts_on="2024-02-29")
    data.step(application, 0, application_id="A1", entered_at="2023-06-02T08:00:00Z")
    report = data.export(target)
    days = [row["calendar_date"].date() for row in table(target, "calendar")]
    assert days == [dt.date(2023, 1, 1) + dt.timedelta(days=number) for number in range(365 + 366)]
    assert report.rows["calendar"] == len(days)


def test_it_says_of_a_day_what_python_says(data: Data, target: Path) -> None:
    data.add("applications", id="A1", created_at="2020-12-30T08:00:00Z")
    data.add("applications", id="A2", created_at="2021-01-02T08:00:00Z")
    data.export(target)
    for row in table(target, "calendar"):
        day = row["calendar_date"].date()
        iso = day.isocalendar()
        assert (row["year"], row["month"], row["quarter"]) == (day.year, day.month, (day.month + 2) // 3)
        assert (row["iso_year"], row["iso_week"], row["weekday"]) == (iso.year, iso.week, iso.weekday)
        assert row["month_name"] == _MONTHS[day.month - 1]
        assert row["weekday_name"] == _WEEKDAYS[day.weekday()]
        assert row["year_month"] == day.isoformat()[:7]


_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def test_a_day_that_is_in_another_year_in_the_account_s_zone_is_in_it(data: Data, target: Path) -> None:
    data.add("applications", id="A1", created_at="2025-12-31T23:30:00Z")
    data.export(target)
    (application,) = table(target, "applications")
    days = {row["calendar_date"] for row in table(target, "calendar")}
    assert application["created_date"] == dt.datetime(2026, 1, 1)  # noqa: DTZ001
    assert application["created_date"] in days


def test_absurd_dates_and_rows_that_are_gone_do_not_stretch_it(data: Data, target: Path) -> None:
    data.add("applications", id="A1", created_at="2023-06-01T08:00:00Z")
    data.add("applications", id="A2", created_at="1970-01-01T00:00:00Z", starts_on="9999-12-31")
    data.add("applications", id="A3", created_at="2015-01-01T00:00:00Z", deleted_at="2023-01-01T00:00:00Z")
    assert data.export(target).rows["calendar"] == 365
