"""How a value reads: moments relative to now with the exact time at hand, days, numbers, text for one line."""

import re
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
ISOLATE, POP = "\u2068", "\u2069"
"""Around text of unknown direction inside a sentence, so that a Hebrew name does not turn its neighbours around."""
DASH = "–"
_LINKED = re.compile(r"[^.!?]*https?://\S+")


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("formats", text, None, count)


def moment(value: object) -> datetime | None:
    """A moment from the store (`2026-03-01T08:00:00Z`), or None where there is none or it cannot be read."""
    if not isinstance(value, str) or len(value) < len("2026-03-01"):
        return None
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _day_text(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def day(value: object) -> str:
    """A day of the store (`2026-03-01`) as `1 Mar 2026`."""
    read = moment(value)
    return _day_text(read.date(), _tr("d MMM yyyy")) if read else ("" if value is None else str(value))


def relative(value: object, now: datetime | None = None) -> str:
    """A moment as a person says it: `5 min ago`, `yesterday`, `12 days ago`, `in 3 days`, `1 Mar 2024`."""
    read = moment(value)
    if read is None:
        return "" if value is None else str(value)
    now = now or datetime.now(UTC)
    gone = (now - read).total_seconds()
    try:
        here, today = read.astimezone(), now.astimezone().date()
    except (OverflowError, OSError):
        return str(value)
    days = (today - here.date()).days
    if 0 <= gone < MINUTE:
        return _tr("just now")
    if 0 <= gone < HOUR:
        minutes = int(gone // MINUTE)
        return _tr("{} min ago", minutes).format(minutes)
    if days == 0:
        return _tr("today {}").format(here.strftime("%H:%M"))
    if days in {1, -1}:
        return _tr("yesterday") if days == 1 else _tr("tomorrow {}").format(here.strftime("%H:%M"))
    if 1 < days <= 30:
        return _tr("{} days ago", days).format(days)
    if -30 <= days < -1:
        return _tr("in {} days", -days).format(-days)
    return _day_text(here.date(), _tr("d MMM yyyy"))


def exact(value: object) -> str:
    """A moment in full, in the zone of this computer and in UTC."""
    read = moment(value)
    if read is None:
        return ""
    try:
        here = read.astimezone()
    except (OverflowError, OSError):
        return str(value)
    local = f"{_day_text(here.date(), _tr('ddd d MMM yyyy'))}, {here:%H:%M}"
    if here.utcoffset() == timedelta():
        return _tr("{} UTC").format(local)
    return _tr("{} ({} UTC)").format(local, read.astimezone(UTC).strftime("%H:%M"))


def plain_moment(value: object) -> str:
    """A moment for a spreadsheet: local date and time that sort as text."""
    read = moment(value)
    return read.astimezone().strftime("%Y-%m-%d %H:%M") if read else ("" if value is None else str(value))


def short_day(value: object, now: datetime | None = None) -> str:
    """A moment's day without a year that goes without saying: `12 Mar`."""
    read = moment(value)
    if read is None:
        return ""
    here = read.astimezone()
    this_year = (now or datetime.now(UTC)).astimezone().year
    return _day_text(here.date(), _tr("d MMM") if here.year == this_year else _tr("d MMM yyyy"))


def number(value: int | float) -> str:
    return QLocale().toString(value) if isinstance(value, int) else QLocale().toString(value, "f", 1)


def days(value: object) -> str:
    """A duration in days for a narrow column: `0.4`, `6.5`, `32`."""
    if not isinstance(value, int | float):
        return ""
    return QLocale().toString(float(value), "f", 1 if abs(value) < 10 else 0)


def duration(value: float | None) -> str:
    """A duration in days as words: `40 min`, `10 h`, `6 d`."""
    if value is None:
        return ""
    if value * DAY < HOUR:
        minutes = max(0, round(value * DAY / MINUTE))
        return _tr("{} min", minutes).format(minutes)
    if value < 1:
        hours = round(value * 24)
        return _tr("{} h", hours).format(hours)
    return _tr("{} d", 1 if value == 1 else 2).format(days(value))


def seconds(value: float) -> str:
    if value < 60:
        return _tr("{} s").format(round(value) if value >= 10 else round(value, 1))
    return _tr("{} min {} s").format(int(value // 60), int(value % 60))


def size(value: int) -> str:
    """Bytes as a person says them: `812 B`, `14.2 kB`, `3.1 MB`."""
    return QLocale().formattedDataSize(value, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def isolated(text: str) -> str:
    return f"{ISOLATE}{text}{POP}"


def one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text or "\t" in text or "\r" in text else text


def tip(text: str) -> str:
    """A tooltip that shows text as it is: Qt would take anything that looks like HTML for HTML."""
    if "<" in text or "&" in text:
        import html

        return "<qt>" + html.escape(text).replace("\n", "<br>") + "</qt>"
    return text


def button_text(text: str) -> str:
    """Text on a button or in a menu, where an ampersand would become an underline."""
    return text.replace("&", "&&")


def without_links(text: str) -> str:
    """A message for reading: sentences that only lead to a web page are left to *Copy details*."""
    return _LINKED.sub("", text).strip()
