"""A pass: the reading of one resource from its first window to its last page. It survives a crash as plain data."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from atsdesk.ats.moments import spell
from atsdesk.ats.resource import Resource, Whole, Window
from atsdesk.store.ledger import Checkpoint

TOLERANCE = dt.timedelta(minutes=2)
"""A watermark may lie so far ahead of the ATS's clock."""
SEAM = dt.timedelta(seconds=1)
"""Windows share a second, since no vendor says whether its bounds are inclusive."""
MONTHS_APART = 24
"""Months that a first load reads one by one, newest first; all before comes as one window."""
SWEEP_AFTER = dt.timedelta(days=7)
"""A full pass comes by itself after this long, to find what is gone without a word from the ATS."""


@dataclass(frozen=True, slots=True)
class Pass:
    """`windows` are still to be read, the first one from page `next` on ("" is its beginning)."""

    started_at: str
    full: bool
    by_creation: bool
    windows: tuple[Window, ...]
    next: str = ""
    sweeping: bool = False
    """There were records before this pass, so that what it does not see is gone."""
    first_day: str = ""
    """What is older is left out, and nothing is known of it."""
    resumed: bool = False
    """It was begun by an earlier run; what changed since is read in a second pass."""

    def to_json(self) -> dict[str, Any]:
        return {
            "started_at": self.started_at,
            "full": self.full,
            "by_creation": self.by_creation,
            "windows": [[window.after, window.before] for window in self.windows],
            "next": self.next,
            "sweeping": self.sweeping,
            "first_day": self.first_day,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Raises `KeyError`, `TypeError` or `ValueError` for what is no pass."""
        windows = tuple(Window(after, before) for after, before in data["windows"])
        read_moment(data["started_at"])
        return cls(
            data["started_at"],
            bool(data["full"]),
            bool(data["by_creation"]),
            windows,
            str(data["next"]),
            bool(data["sweeping"]),
            str(data.get("first_day", "")),
            resumed=True,
        )

    def after_page(self, following: str) -> Self:
        """The pass once a page is in: at its next page, or at the next window."""
        return (
            replace(self, next=following) if following else replace(self, windows=self.windows[1:], next="")
        )


def plan(
    resource: Resource,
    point: Checkpoint,
    now: dt.datetime,
    full: bool,
    overlap: dt.timedelta,
    first_day: str = "",
) -> Pass:
    """The pass that is due: the one that was broken off, a full one, or what changed since the watermark.

    A list that knows no filter is read whole each time, which is a full pass. Of one that can leave out what is older
    than `first_day`, what of that has come nevertheless, as it changed, is not swept away.

    The watermark is the start of the last pass that was read whole, never the newest time seen. One that is
    unreadable or lies in the future is worth nothing: everything is read again. Raises nothing.
    """
    since = watermark(point, now)
    full = full or isinstance(resource.changed, Whole)
    left = broken_off(point, now)
    if left and (left.full or (since and not full)):
        return left
    if resource.ids_only and not since:
        return Pass(spell(now), False, False, (Window("", spell(now)),))
    if since and (resource.ids_only or not full):
        return Pass(spell(now), False, False, (Window(spell(since - overlap), spell(now)),))
    limit = first_day if resource.reach else ""
    by_creation = resource.created is not None
    windows = months(now, limit) if by_creation else (Window(_beginning(limit, now), spell(now)),)
    sweeping = resource.swept and since is not None
    return Pass(spell(now), True, by_creation, windows, sweeping=sweeping, first_day=limit)


def sweep_is_due(point: Checkpoint, now: dt.datetime) -> bool:
    """Whether the last full pass is so long ago, or its time so impossible, that one is due by itself."""
    if point.swept_at is None:
        return False
    try:
        return not -TOLERANCE <= now - read_moment(point.swept_at) <= SWEEP_AFTER
    except ValueError:
        return True


def is_early(
    resource: Resource, point: Checkpoint, now: dt.datetime, settings: Mapping[str, str] | None = None
) -> bool:
    """Whether the list was read so lately that it has to wait (`Resource.every`)."""
    since = watermark(point, now)
    every = resource.every if isinstance(resource.every, dt.timedelta) else resource.every(settings or {})
    return bool(since and not point.reading and now - since < every)


def months(now: dt.datetime, first_day: str = "") -> tuple[Window, ...]:
    """Windows that cover all time up to `now`: this month, the ones before it, and all before those.

    None begins before `first_day`, where there is one.
    """
    first = _beginning(first_day, now)
    windows: list[Window] = []
    end = now
    start = now.replace(day=1, hour=0, minute=0, second=0)
    for _ in range(MONTHS_APART):
        if first and spell(start - SEAM) <= first:
            break
        windows.append(Window(spell(start - SEAM), spell(end)))
        end, start = start, (start - dt.timedelta(days=1)).replace(day=1)
    return (*windows, Window(min(first, spell(end)), spell(end)))


def _beginning(first_day: str, now: dt.datetime) -> str:
    return min(f"{first_day}T00:00:00Z", spell(now)) if first_day else ""


def read_moment(text: str) -> dt.datetime:
    """A moment of our own spelling; raises `ValueError` for anything else."""
    return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.UTC)


def watermark(point: Checkpoint, now: dt.datetime) -> dt.datetime | None:
    """The watermark, where it is a moment that has been."""
    try:
        since = read_moment(point.watermark or "")
    except ValueError:
        return None
    return since if since <= now + TOLERANCE else None


def broken_off(point: Checkpoint, now: dt.datetime) -> Pass | None:
    """The pass that an earlier run left, where it can go on."""
    try:
        found = Pass.from_json(point.reading or {})
        return found if read_moment(found.started_at) <= now + TOLERANCE and found.windows else None
    except (KeyError, TypeError, ValueError):
        return None
