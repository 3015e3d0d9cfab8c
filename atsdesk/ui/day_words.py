"""Ranges of days in words."""

import datetime as dt

from PySide6.QtCore import QCoreApplication

from atsdesk.store.days import NAMED, meant
from atsdesk.ui import formats


def _tr(text: str) -> str:
    return QCoreApplication.translate("days", text)


def word(value: str) -> str:
    """What a range is called; the days of one that has no name."""
    known = {
        "today": _tr("Today"),
        "tomorrow": _tr("Tomorrow"),
        "next_7_days": _tr("Next 7 days"),
        "last_7_days": _tr("Last 7 days"),
        "last_30_days": _tr("Last 30 days"),
        "this_month": _tr("This month"),
        "last_month": _tr("Last month"),
        "this_quarter": _tr("This quarter"),
        "this_year": _tr("This year"),
        "older_than_a_year": _tr("Older than a year"),
    }
    return known.get(value) or days(value)


def days(value: str, today: dt.date | None = None) -> str:
    """The days that a range means today: `1 Mar 2026 – 31 Mar 2026`."""
    found = meant(value, today)
    if found is None:
        return value
    first, last = (formats.day(day.isoformat()) if day else "" for day in (found.first, found.last))
    if not last:
        return _tr("From {}").format(first)
    if not first:
        return _tr("Until {}").format(last)
    return first if first == last else _tr("{} – {}").format(first, last)


def told(value: str) -> str:
    """A range with the days that it means today, for what outlives today."""
    return _tr("{} ({})").format(word(value), days(value)) if value in NAMED else word(value)
