"""How objects become rows of the imitation's tables."""

from collections.abc import Iterator
from typing import Any

from msgspec import UNSET

from atsdesk.sandbox.clock import moment
from atsdesk.sandbox.smartrecruiters import properties
from atsdesk.sandbox.smartrecruiters.candidates import Applied, Process
from atsdesk.sandbox.smartrecruiters.jobmodel import User
from atsdesk.sandbox.smartrecruiters.jobs import Opening
from atsdesk.sandbox.smartrecruiters.model import Candidate, Meeting, Offer, encode

Row = tuple[Any, ...]

CANDIDATE = "INSERT INTO candidate VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
APPLICATION = "INSERT INTO application VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
MEETING = "INSERT INTO meeting (uid, application, by_api, canceled, ends, json) VALUES (?, ?, ?, ?, ?, ?)"
MEETING_SET = "uid = ?, application = ?, by_api = ?, canceled = ?, ends = ?, json = ?"
OFFER = "INSERT INTO offer (uid, application, status, created, updated, json) VALUES (?, ?, ?, ?, ?, ?)"
JOB = "INSERT OR REPLACE INTO job VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def seconds(text: str) -> int:
    """The opposite of `iso`."""
    return moment(f"{text[:19]}Z")


def found_by(candidate: Candidate) -> Row:
    """The words, the place and the rating that filters look at; in small letters, since SQLite knows only ASCII's."""
    said = (candidate.first_name, candidate.last_name, candidate.email)
    place = candidate.location
    where = () if place is UNSET else (place.city, place.region, place.country)
    rating = None if candidate.average_rating is UNSET else int(candidate.average_rating + 0.5)
    return (
        " ".join(str(text) for text in said if text is not UNSET).lower(),
        " ".join(str(text) for text in where if text is not UNSET).lower(),
        rating,
    )


def candidate_row(number: int, process: Process) -> Row:
    """A candidate."""
    one = process.candidate
    found = found_by(one)
    return (number, one.id, process.created, process.updated, *found, process.consent, process.onboarding)


def application_row(candidate: int, one: Applied, primary: bool) -> Row:
    """An application."""
    return (
        one.number,
        one.uid,
        candidate,
        one.opening.job.id,
        primary,
        one.status,
        one.sub,
        one.stage,
        one.created,
        one.updated,
        one.source.id,
        one.reason,
        one.ended_after,
        one.answer,
        None if one.position is None else one.position.id,
        one.starts,
        encode(one.history),
    )


def meeting_row(application: int, meeting: Meeting) -> Row:
    """An interview."""
    ends = max(slot.end for slot in meeting.slots)
    return (meeting.id, application, meeting.by_api, meeting.canceled, ends, encode(meeting))


def offer_row(application: int, offer: Offer) -> Row:
    """An offer; it was just written, so that its times are those of its text."""
    return (
        offer.id, application, offer.status, seconds(offer.created_on), seconds(offer.updated_on), encode(offer),
    )  # fmt: skip


def property_rows(number: int, process: Process) -> Iterator[Row]:
    """The values of the customer's fields, of the candidate and of the primary application."""
    first = process.applied[0].number if process.applied else None
    for one in properties.values(number):
        at = first if one.of_application else properties.OF_CANDIDATE
        if at is not None:
            yield (number, at, one.id, one.value_id, one.json)


def job_row(opening: Opening) -> Row:
    """A job."""
    job = opening.job
    department = None if job.department is UNSET else job.department.label
    team = f" {' '.join(user for user, _ in opening.team)} "
    return (
        job.id,
        opening.opened,
        opening.updated,
        opening.activity,
        job.status,
        job.posting_status,
        job.location.city,
        department,
        job.language.code,
        f"{job.title} {job.ref_number} {department or ''} {job.location.city}".lower(),
        team,
        encode(job),
    )


def user_row(user: User) -> Row:
    """A colleague."""
    words = f"{user.first_name} {user.last_name} {user.email}".lower()
    return (user.id, seconds(user.updated_on), words, encode(user))
