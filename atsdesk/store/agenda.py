"""Interviews by day: who is met when, by whom, whose feedback is missing, and how much everybody interviews."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from atsdesk.rows import Value
from atsdesk.store import browse
from atsdesk.store.browse import Query
from atsdesk.store.engine import Connection
from atsdesk.store.tables import Kind
from atsdesk.store.views import INTERVIEWS_VIEW, OWED, RATING, View, ViewColumn

MOST = 600
"""Interviewers in slots that are read for one stretch of time."""


@dataclass(frozen=True, slots=True)
class Attending:
    """An interviewer in a meeting; `feedback` is given, overdue or blank."""

    name: str
    response: str | None
    feedback: str | None
    rating: str | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One slot of one interview; `there` is its beginning by the clock of its own time zone."""

    account: str
    candidate_id: str
    application_id: str
    id: str
    candidate: str | None
    title: str | None
    job: str | None
    status: str
    starts_at: str | None
    ends_at: str | None
    held_on: str | None
    there: str | None
    timezone: str | None
    hours: float | None
    interviewers: Sequence[Attending]


@dataclass(frozen=True, slots=True)
class Load:
    """How much somebody interviews in a stretch of time, canceled slots and declined ones left out."""

    name: str
    meetings: int
    hours: float
    overdue: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """The meetings of a stretch of time in their order, and the load of everybody in them; `more` are not shown."""

    meetings: Sequence[Meeting]
    loads: Sequence[Load]
    more: bool


def agenda(connection: Connection, query: Query, start: dt.datetime, end: dt.datetime) -> Agenda:
    """The meetings that begin within `start` and `end`, under the search and filters of the Interviews tab.

    The days that the tab is filtered by are left to it: an agenda has days of its own.
    """
    view = _between(start, end)
    dated = {one.key for one in view.filters if one.ranges}
    chosen = {key: values for key, values in query.chosen.items() if key not in dated}
    asked = replace(query, sort="", descending=False, chosen=chosen)
    rows = browse.rows(connection, view, asked, 0, MOST + 1)
    meetings = list(_meetings(view, rows[:MOST]))
    return Agenda(meetings, loads(meetings), len(rows) > MOST)


def loads(meetings: Iterable[Meeting]) -> list[Load]:
    """Who interviews how much, the busiest first."""
    found: dict[str, Load] = {}
    for meeting in meetings:
        for one in meeting.interviewers:
            if not one.name or meeting.status == "canceled" or one.response == "declined":
                continue
            before = found.get(one.name, Load(one.name, 0, 0.0, 0))
            found[one.name] = Load(
                one.name,
                before.meetings + 1,
                before.hours + (_hours(meeting) or 0.0),
                before.overdue + (one.feedback == "overdue"),
            )
    return sorted(found.values(), key=lambda one: (-one.hours, -one.meetings, one.name.casefold()))


def _hours(meeting: Meeting) -> float | None:
    if meeting.hours is not None or not meeting.starts_at or not meeting.ends_at:
        return meeting.hours
    try:
        length = dt.datetime.fromisoformat(meeting.ends_at) - dt.datetime.fromisoformat(meeting.starts_at)
    except (ValueError, TypeError):
        return None
    return max(0.0, length.total_seconds() / 3600)


def _plain(key: str, sql: str) -> ViewColumn:
    return ViewColumn(key, key, Kind.TEXT, "", sql)


_MEETING = (
    "i.id",
    "c.name",
    "coalesce(i.title, i.stage)",
    "j.name",
    "coalesce(i.status, 'unknown')",
    "i.starts_at",
    "i.ends_at",
    "i.held_on",
    "i.starts_local",
    "i.timezone",
    "i.hours",
)
_ATTENDING = ("coalesce(v.name, v.email, v.user_id)", "v.response", OWED.sql, RATING.sql)


def _between(start: dt.datetime, end: dt.datetime) -> View:
    first, last = (moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ") for moment in (start, end))
    day, day_after = start.date().isoformat(), end.date().isoformat()
    return replace(
        INTERVIEWS_VIEW,
        columns=tuple(_plain(f"c{place}", sql) for place, sql in enumerate((*_MEETING, *_ATTENDING))),
        where=f"""{INTERVIEWS_VIEW.where} and (
          i.starts_at >= '{first}' and i.starts_at < '{last}'
          or i.starts_at is null and i.held_on >= '{day}' and i.held_on < '{day_after}')""",
        order=("coalesce(i.starts_at, i.held_on)", "i.account_id", "i.id", "v.name"),
    )


def _meetings(view: View, rows: Iterable[tuple[Value, ...]]) -> Iterable[Meeting]:
    hidden, own = len(view.hidden), len(_MEETING)
    for _, slot in groupby(rows, lambda row: (row[0], row[hidden])):
        people = list(slot)
        *texts, hours = people[0][: hidden + own]
        account, candidate, application, identity, *more = map(_text, texts)
        name, title, job, status, starts_at, ends_at, held_on, there, timezone = more
        attending = [
            Attending(who, response, feedback, rating)
            for person in people
            for who, response, feedback, rating in [map(_text, person[hidden + own :])]
            if who
        ]
        yield Meeting(
            account or "",
            candidate or "",
            application or "",
            identity or "",
            name,
            title,
            job,
            status or "unknown",
            starts_at,
            ends_at,
            held_on,
            there,
            timezone,
            float(hours) if isinstance(hours, int | float) else None,
            attending,
        )


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
