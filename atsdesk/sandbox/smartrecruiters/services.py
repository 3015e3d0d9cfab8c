"""The rows of the six data services, from the same data as everything else.

Source: vendor documentation, "Analytics API" (C:V9,V10; S:T1). A moment is a `datetime` with its zone; the
services write it without, in the interview's own zone or in UTC.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import UNSET

from atsdesk.sandbox.smartrecruiters import catalog
from atsdesk.sandbox.smartrecruiters.defaults import ANALYTICS_STAGE
from atsdesk.sandbox.smartrecruiters.model import Meeting, Seat, Slot, read_candidate, read_meeting
from atsdesk.sandbox.smartrecruiters.tenant import Tenant

Values = tuple[Any, ...]
_CHUNK = 500
_POSITION_TYPES = {"NEW": "NEW_HEADCOUNT", "REPLACEMENT": "REPLACEMENT"}
_zone = lru_cache(ZoneInfo)


def _utc(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _midnight(seconds: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(seconds, zone).replace(hour=0, minute=0, second=0)


def _chunks(tenant: Tenant, statement: str) -> Iterator[Values]:
    """All rows by their id, a few at a time, so that nothing else waits; `WHERE` and `LIMIT` are added."""
    last = -1
    while found := tenant.rows(f"{statement} > ? ORDER BY 1 LIMIT {_CHUNK}", (last,)):
        yield from found
        last = found[-1][0]


def interviews(tenant: Tenant) -> Iterator[Values]:
    """One row for each interviewer in each time slot (C:V9)."""
    statement = (
        "SELECT meeting.id, meeting.json, application.uid, application.status, application.sub FROM meeting "
        "JOIN application ON application = application.id WHERE meeting.id"
    )
    for _, json, application, status, sub in _chunks(tenant, statement):
        meeting = read_meeting(json)
        stage = (application, ANALYTICS_STAGE[status], sub)
        for slot in meeting.slots:
            for seat in slot.seats:
                yield _interview(tenant, meeting, slot, seat, stage)


def _interview(
    tenant: Tenant, meeting: Meeting, slot: Slot, seat: Seat, stage: tuple[str, str, str | None]
) -> Values:
    zone = _zone(meeting.zone)
    creator, interviewer = tenant.user[meeting.organizer], tenant.user[seat.user]
    waited = None if seat.reviewed is None else round((seat.reviewed - slot.end) / 3600, 2)
    return (
        meeting.id,
        *stage,
        meeting.candidate,
        meeting.status,
        meeting.job,
        slot.type,
        meeting.location,
        _midnight(meeting.created, zone),
        _midnight(meeting.updated, zone),
        _midnight(meeting.slots[0].start, zone),
        meeting.zone.replace("_", " ") if tenant.rules.zone_with_space else meeting.zone,
        sum(one.end - one.start for one in meeting.slots) / 3600,
        meeting.canceled,
        creator.id,
        creator.first_name,
        creator.last_name,
        interviewer.id,
        interviewer.first_name,
        interviewer.last_name,
        seat.status,
        seat.review,
        seat.rating,
        datetime.fromtimestamp(slot.start, zone),
        datetime.fromtimestamp(slot.end, zone),
        (slot.end - slot.start) / 3600,
        slot.room,
        len(slot.seats),
        waited,
    )


def applications(tenant: Tenant) -> Iterator[Values]:
    """One row for each application."""
    statement = (
        "SELECT application.id, application.uid, application.created, application.updated, application.status, sub, "
        "reason, ended_after, job, source, position, candidate, json FROM application "
        "JOIN body ON candidate = body.id WHERE application.id"
    )
    for _, uid, created, updated, status, sub, reason, after, job, source, position, number, json in _chunks(
        tenant, statement
    ):
        candidate = read_candidate(json)
        known = catalog.SOURCE_BY_ID[source]
        rejected, withdrawn = status == "REJECTED", status == "WITHDRAWN"
        before = ANALYTICS_STAGE[after] if after else None
        place = candidate.location
        yield (
            uid,
            _utc(created),
            _utc(updated),
            ANALYTICS_STAGE[status],
            sub,
            reason if rejected else None,
            reason if withdrawn else None,
            before if rejected else None,
            before if withdrawn else None,
            job,
            tenant.openings[job].job.title,
            known.label,
            catalog.SOURCE_TYPES[known.type],
            candidate.id,
            candidate.first_name,
            candidate.last_name,
            _known(candidate.email),
            _known(candidate.phone_number),
            None
            if place is UNSET
            else ", ".join(str(part) for part in (place.city, place.country) if part is not UNSET),
            None if place is UNSET else _known(place.lat),
            None if place is UNSET else _known(place.lng),
            candidate.internal,
            ("MALE", "FEMALE", "DECLINE", None)[number % 4],
            ("DECLINE", None, "OTHER", None)[number % 4],
            known.via,
            position,
        )


def _known(value: Any) -> Any:
    return None if value is UNSET else value


def jobs(tenant: Tenant) -> Iterator[Values]:
    """One row for each job, with its candidates counted."""
    counted: dict[str, dict[str, int]] = {}
    for job, status, times in tenant.rows("SELECT job, status, count(*) FROM application GROUP BY 1, 2"):
        counted.setdefault(job, {})[status] = times
    for opening in list(tenant.openings.values()):
        job, place = opening.job, opening.job.location
        by = counted.get(job.id, {})
        yield (
            job.id,
            job.ref_number,
            job.title,
            _utc(opening.opened),
            None if job.department is UNSET else job.department.label,
            job.status,
            sum(position.hired is None for position in opening.positions),
            *(by.get(status, 0) for status in ("REJECTED", "WITHDRAWN", "IN_REVIEW", "INTERVIEW", "OFFERED")),
            sum(by.values()),
            by.get("HIRED", 0),
            place.country,
            _known(place.region),
            place.city,
            float(place.latitude),
            float(place.longitude),
        )


def positions(tenant: Tenant) -> Iterator[Values]:
    """One row for each position of each job."""
    for opening in list(tenant.openings.values()):
        for position in opening.positions:
            yield (
                position.id,
                opening.job.id,
                opening.job.ref_number,
                opening.job.title,
                _utc(opening.opened),
                _utc(position.created),
                _utc(position.opened),
                _utc(position.target),
                _utc(position.hired),
                _utc(position.started),
                _POSITION_TYPES[position.type],
                position.incumbent,
            )


def hiring_team(tenant: Tenant) -> Iterator[Values]:
    """One row for each member of each hiring team."""
    for opening in list(tenant.openings.values()):
        for uid, role in opening.team:
            user = tenant.user[uid]
            yield (user.id, user.first_name, user.last_name, opening.job.id, opening.job.title, role)


def job_fields(tenant: Tenant) -> Iterator[Values]:
    """One row for each value of a field that the customer defined."""
    for opening in list(tenant.openings.values()):
        for field in opening.job.properties:
            yield (opening.job.id, field.label, field.value.label)


ROWS: dict[str, Callable[[Tenant], Iterator[Values]]] = {
    "interviews": interviews,
    "applications": applications,
    "jobs": jobs,
    "positions": positions,
    "hiring-team": hiring_team,
    "job-fields": job_fields,
}
