"""From interviews, as rows of a table or as objects of the Interview API, to rows: one a time slot, and one for each
interviewer in it (CONFIRMED, Analytics API: one row is one interviewer in one time slot)."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from atsdesk.ats.moments import spell
from atsdesk.ats.smartrecruiters import cells, records, words
from atsdesk.rows import Odd, Rows

_SLOT = (
    "id", "event_id", "application_id", "candidate_id", "job_id", "title", "type", "status", "status_raw", "starts_at",
    "ends_at", "starts_local", "ends_local", "timezone", "hours", "location", "room", "organizer_id", "organizer",
    "candidate_response", "created_at", "updated_at", "application_uid", "application_stage", "application_step",
    "event_starts_on", "event_hours", "interviewer_count",
)  # fmt: skip
SHAPE = {
    "interviews": _SLOT,
    "interviewers": (
        "id", "interview_id", "user_id", "name", "response", "rating", "review", "feedback_at", "feedback_hours",
    ),
}  # fmt: skip
API_SHAPE = {"interviews": _SLOT, "interviewers": ("id", "interview_id", "user_id", "response")}
OWNS = {"interviewers": "interview_id"}


def slot_id(row: Mapping[str, Any]) -> str:
    """What rows of one slot have in common: the interview and the beginning in UTC (the data holds no slot id)."""
    start, _, _ = _clock(row.get("startTime"), cells.text(row.get("interviewTimeZone")))
    return f"{cells.text(row.get('interviewId'))}:{start or cells.text(row.get('startTime'))}"


def slot_rows(slot: records.Tabular, rows: Rows) -> None:
    """One time slot, from the table's rows for its interviewers."""
    row = cells.Cells(slot.rows[0], slot.id, rows)
    zone = cells.text(row.raw("interviewTimeZone"))
    starts_at, starts_local, zone_name = _clock(row.raw("startTime"), zone)
    ends_at, ends_local, _ = _clock(row.raw("endTime"), zone)
    if zone and zone_name is None:
        rows.odd.append(_no_zone(slot.id, zone))
    _check_clock(row, "startTime", starts_local)
    _check_clock(row, "endTime", ends_local)
    candidate, job = row.text("candidateProfileId"), row.text("jobId")
    canceled = row.flag("interviewCanceled")
    word = "TRUE" if canceled else None if canceled is None else "FALSE"
    rows.entities["interviews"][slot.id] = (
        slot.id,
        row.text("interviewId"),
        f"{candidate}:{job}" if candidate and job else None,
        candidate,
        job,
        None,
        row.word("interviewType"),
        _status(canceled, ends_at),
        word,
        starts_at,
        ends_at,
        starts_local,
        ends_local,
        zone_name or zone,
        row.number("duration"),
        row.text("interviewLocation"),
        row.text("room"),
        row.text("creatorEmployeeId"),
        words.full_name(row.text("creatorFirstName"), row.text("creatorLastName")),
        row.word("candidateStatus"),
        _midnight(row.raw("interviewCreateDate"), zone),
        _midnight(row.raw("interviewUpdateDate"), zone),
        row.text("applicationId"),
        row.text("applicationStage"),
        row.text("applicationStep"),
        _local_day(row.raw("interviewStartDate"), zone),
        row.number("interviewDuration"),
        row.whole("interviewers"),
    )
    for one in slot.rows:
        seat = cells.Cells(one, slot.id, rows)
        user = seat.text("interviewerEmployeeId")
        name = words.full_name(seat.text("interviewerFirstName"), seat.text("interviewerLastName"))
        if not (user or name):
            continue
        hours = seat.number("timeToProvideFeedback")
        identity = f"{slot.id}:{user or name}"
        rating = seat.number("interviewerRating")
        rows.entities["interviewers"][identity] = (
            identity,
            slot.id,
            user,
            name,
            seat.word("interviewerStatus"),
            None if rating is None else f"{rating:g}",
            seat.text("interviewerReview"),
            _later(ends_at, hours),
            hours,
        )


def api_rows(found: records.ApiInterviews, rows: Rows) -> None:
    """Interviews of the Interview API: moments in UTC, words in small letters (CONFIRMED, Interview)."""
    candidate = str(found.id)
    for application in found.jobs:
        for interview in application.content or ():
            if interview:
                _event(interview, candidate, application, rows)


def _event(
    interview: records.Interview, candidate: str, application: records.Interviewed, rows: Rows
) -> None:
    zone, event = interview.timezone, str(interview.id)
    slots = [one for one in interview.timeslots or () if one]
    if zone and _zone(zone) is None:
        rows.odd.append(_no_zone(event, zone))
    for slot in slots:
        starts_at = words.at("startsOn", slot.starts_on, event, rows)
        ends_at = words.at("endsOn", slot.ends_on, event, rows)
        identity = f"{event}:{starts_at or slot.id}"
        _, starts_local, zone_name = _clock(starts_at, zone)
        _, ends_local, _ = _clock(ends_at, zone)
        hours = _hours(starts_at, ends_at)
        seats = [one for one in slot.interviewers or () if one]
        rows.entities["interviews"][identity] = (
            identity,
            event,
            f"{candidate}:{application.job_id}",
            candidate,
            str(application.job_id),
            slot.title,
            slot.interview_type.lower() if slot.interview_type else None,
            _status(False, ends_at),
            None,
            starts_at,
            ends_at,
            starts_local,
            ends_local,
            zone_name or zone,
            hours,
            slot.place or interview.location,
            None,
            words.text(interview.organizer_id),
            None,
            interview.candidate.status.lower()
            if interview.candidate and interview.candidate.status
            else None,
            words.at("createdOn", interview.created_on, event, rows),
            None,
            words.text(application.application_id),
            None,
            None,
            None,
            None,
            len(seats),
        )
        for seat in seats:
            if user := words.text(seat.id):
                response = seat.status.lower() if seat.status else None
                rows.entities["interviewers"][f"{identity}:{user}"] = (
                    f"{identity}:{user}",
                    identity,
                    user,
                    response,
                )


def _status(canceled: bool | None, ends_at: str | None) -> str:
    if canceled:
        return "canceled"
    if ends_at is None:
        return "unknown"
    return "done" if ends_at <= spell(dt.datetime.now(dt.UTC)) else "scheduled"


def _zone(name: str) -> ZoneInfo | None:
    """A time zone, also of a name with a space in it (CONFIRMED, Known quirks)."""
    try:
        return ZoneInfo(name.strip().replace(" ", "_"))
    except (ValueError, OSError, LookupError):
        return None


def _clock(value: Any, zone_name: str | None) -> tuple[str | None, str | None, str | None]:
    """UTC, the clock of the zone, and the zone's proper name, of a moment that is local or says its offset.

    Without a zone that is known, a local moment has no UTC.
    """
    moment = cells.moment_of(value)
    zone = _zone(zone_name) if zone_name else None
    if moment is None:
        return None, None, str(zone) if zone else None
    if moment.tzinfo is None:
        local = moment
        aware = moment.replace(tzinfo=zone) if zone else None
    else:
        aware = moment
        local = moment.astimezone(zone).replace(tzinfo=None) if zone else moment.replace(tzinfo=None)
    try:
        universal = spell(aware) if aware else None
    except OverflowError:
        return None, None, str(zone) if zone else None
    return universal, local.strftime("%Y-%m-%dT%H:%M:%S"), str(zone) if zone else None


def _check_clock(row: cells.Cells, key: str, local: str | None) -> None:
    if local is None and row.text(key):
        row.odd(key, "no usable time")


def _midnight(value: Any, zone: str | None) -> str | None:
    """A day of the interview's zone, as the moment it began; without a zone as UTC."""
    return _clock(value, zone if zone and _zone(zone) else "UTC")[0]


def _local_day(value: Any, zone: str | None) -> str | None:
    local = _clock(value, zone)[1]
    return local[:10] if local else None


def _later(at: str | None, hours: float | None) -> str | None:
    if at is None or hours is None or not 0 <= hours < 100_000:
        return None
    return spell(dt.datetime.fromisoformat(at) + dt.timedelta(hours=hours))


def _hours(start: str | None, end: str | None) -> float | None:
    if start is None or end is None:
        return None
    return (dt.datetime.fromisoformat(end) - dt.datetime.fromisoformat(start)).total_seconds() / 3600


def _no_zone(identity: str, zone: str) -> Odd:
    return Odd(
        identity,
        f'An interview is in the time zone "{zone}", which ATS Desk does not know.',
        "Its times are kept by its own clock; correct the zone in the ATS to have them in UTC.",
    )
