"""A moment as a person gives it to a command."""

import datetime as dt
import re
from typing import Any

import click

_AGO = re.compile(r"(\d{1,5})\s*(m|min|h|d|w)").fullmatch
_UNITS = {"m": "minutes", "min": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_DAYS = {"today": 0, "yesterday": 1}


class When(click.ParamType[dt.datetime]):
    """A day, a moment, `7d`, `24h`, `today` or `yesterday`; days begin by this computer's clock."""

    name = "when"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.datetime:
        if isinstance(value, dt.datetime):
            return value
        text = str(value).strip().lower()
        now = dt.datetime.now().astimezone()
        try:
            if ago := _AGO(text):
                return now - dt.timedelta(**{_UNITS[ago[2]]: int(ago[1])})
            if text in _DAYS:
                return _midnight(now.date() - dt.timedelta(days=_DAYS[text]))
            at = dt.datetime.fromisoformat(text.upper())
            if not 1 < at.year < 9999:
                raise ValueError(text)
            return at if at.tzinfo else at.astimezone()
        except (ValueError, OverflowError, OSError):
            self.fail(
                f'"{value}" is no moment. Give a day (2026-03-01), a moment (2026-03-01T08:00Z), 7d, 24h or yesterday.',
                param,
                ctx,
            )


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time()).astimezone()
