"""The vendors' spellings of a moment, brought to `2026-03-01T08:00:00Z`."""

import datetime as dt
import re

EARLIEST, LATEST = 1970, 2099
"""Years outside are mistakes of whoever typed them; BI tools choke on them."""

is_usual = re.compile(
    r"(?:19[7-9]\d|20\d\d)-"
    r"(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ"
).fullmatch
"""Whether a text is a moment spelt as we spell it, but for 29 February; asked a million times in a first sync."""


def moment(text: str | None) -> str | None:
    """A moment as UTC text; blank stays blank. Raises `ValueError` for what is no moment between 1970 and 2099.

    Takes ISO 8601 with or without fractions and offsets (none means UTC), and a bare day (its midnight).
    """
    if not text:
        return None
    if is_usual(text):
        return text
    if text[19:20] == "." and text[20:-1].isdecimal() and is_usual(whole := text[:19] + text[-1:]):
        return whole
    parsed = dt.datetime.fromisoformat(text.strip())
    if EARLIEST <= parsed.year <= LATEST:
        parsed = parsed.astimezone(dt.UTC) if parsed.tzinfo else parsed.replace(tzinfo=dt.UTC)
    if not EARLIEST <= parsed.year <= LATEST:
        raise ValueError(f"the year {parsed.year} cannot be right")
    return spell(parsed)


def day(text: str | None) -> str | None:
    """The day of a moment or of a bare day."""
    at = moment(text)
    return at[:10] if at else None


def spell(at: dt.datetime) -> str:
    """An aware moment as UTC text, to the second."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
