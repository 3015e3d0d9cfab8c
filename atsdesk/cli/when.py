"""A moment as a person gives it to a command."""

import datetime as dt
import re
from typing import Any

import click

from atsdesk.ats.moments import EARLIEST, LATEST

_AGO = re.compile(r"(\d{1,5})\s*(m|min|h|d|w)").fullmatch
_UNITS = {"m": "minutes", "min": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_DAYS = {"today": 0, "yesterday": 1}


class When(click.ParamType[dt.datetime]):
    """A day, a moment, `7d`, `24h`, `today` or `yesterday`; days begin by this computer's clock."""

    name = "when"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.datetime:
        if isinstance(value, dt.datetime):
            return value
        try:
            at = _moment(str(value).strip().lower())
            if not EARLIEST <= at.year <= LATEST:
                raise ValueError(value)
            return at
        except (ValueError, OverflowError, OSError):
            self.fail(
                f'"{value}" is no moment. Give a day (2026-03-01), a moment (2026-03-01T08:00Z), 7d, 24h or yesterday.',
                param,
                ctx,
            )


def _moment(text: str) -> dt.datetime:
    """Raises `ValueError` or `OverflowError` for what is none."""
    now = dt.datetime.now().astimezone()
    if ago := _AGO(text):
        return now - dt.timedelta(**{_UNITS[ago[2]]: int(ago[1])})
    if text in _DAYS:
        return dt.datetime.combine(now.date() - dt.timedelta(days=_DAYS[text]), dt.time()).astimezone()
    at = dt.datetime.fromisoformat(text.upper())
    return at if at.tzinfo else at.astimezone()
