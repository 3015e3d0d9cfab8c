"""The calendar sheet: every day of the years that the data speaks of, for reports that need days without events too."""

from atsdesk.export.cell import As
from atsdesk.export.shape import Sheet, SheetColumn

_MOMENTS = (
    ("applications", "created_at"),
    ("applications", "status_changed_at"),
    ("applications", "hired_on"),
    ("applications", "starts_on"),
    ("steps", "entered_at"),
    ("steps", "completed_at"),
    ("interviews", "starts_at"),
)
"""What spans the calendar."""
_FIRST, _LAST = "2000-01-01", "2100-01-01"
"""A date beyond these is a slip of the pen, which must not make a calendar of centuries."""

_SPAN = "\n      union all ".join(
    f"select min({column}) as first, max({column}) as last from {table}"
    f" where deleted_at is null and {column} >= '{_FIRST}' and {column} < '{_LAST}'"
    for table, column in _MOMENTS
)

CALENDAR = Sheet(
    "calendar",
    "One row is one day, from the first year in the data to the last. Answers: how anything went by day, week or month."
    " Join any *_date column to calendar_date.",
    (
        SheetColumn("calendar_date", "calendar.day", As.DAY, "The day."),
        SheetColumn("year", "cast(strftime('%Y', calendar.day) as integer)", As.WHOLE, "Its year."),
        SheetColumn(
            "quarter",
            "(cast(strftime('%m', calendar.day) as integer) + 2) / 3",
            As.WHOLE,
            "Its quarter, 1 to 4.",
        ),
        SheetColumn(
            "month", "cast(strftime('%m', calendar.day) as integer)", As.WHOLE, "Its month, 1 to 12."
        ),
        SheetColumn(
            "month_name",
            "substr('JanFebMarAprMayJunJulAugSepOctNovDec', strftime('%m', calendar.day) * 3 - 2, 3)",
            As.TEXT,
            "Its month's name; sort it by month.",
        ),
        SheetColumn("year_month", "strftime('%Y-%m', calendar.day)", As.TEXT, "Year and month, as 2026-03."),
        SheetColumn(
            "iso_year", "cast(strftime('%G', calendar.day) as integer)", As.WHOLE, "The year of its ISO week."
        ),
        SheetColumn(
            "iso_week", "cast(strftime('%V', calendar.day) as integer)", As.WHOLE, "Its ISO week, 1 to 53."
        ),
        SheetColumn(
            "weekday", "cast(strftime('%u', calendar.day) as integer)", As.WHOLE, "1 is Monday, 7 is Sunday."
        ),
        SheetColumn(
            "weekday_name",
            "substr('MonTueWedThuFriSatSun', strftime('%u', calendar.day) * 3 - 2, 3)",
            As.TEXT,
            "Its weekday's name; sort it by weekday.",
        ),
    ),
    # a day in the account's time zone can be a day beside the one in UTC
    source=f"""\
from (
  with recursive
    span (first, last) as (
      select
        date(min(first), '-1 day', 'start of year'),
        date(max(last), '+1 day', 'start of year', '+1 year', '-1 day')
      from ({_SPAN})
    ),
    days (day) as (
      select first from span where first is not null
      union all select date(day, '+1 day') from days, span where day < last
    )
  select day from days
) as calendar""",
    order="order by calendar.day",
)
