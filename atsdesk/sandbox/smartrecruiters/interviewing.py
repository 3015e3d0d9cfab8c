"""Interviews and reviews through their own interfaces.

Source: vendor documentation, "Interviews and reviews" (C:V20; S:T2). The envelope of the list and the
form of a review are INFERRED.
"""

from typing import Any

from starlette.requests import Request

from atsdesk.sandbox.smartrecruiters import ids, listing
from atsdesk.sandbox.smartrecruiters.defaults import ORIGIN
from atsdesk.sandbox.smartrecruiters.jobs import iso
from atsdesk.sandbox.smartrecruiters.model import Meeting, encode, read_meeting
from atsdesk.sandbox.smartrecruiters.refusals import Refused
from atsdesk.sandbox.smartrecruiters.tenant import Tenant

INTERVIEWS = "/interviews-api/v201904"
REVIEWS = "/reviews-api/v201910"
TYPES = ("ONSITE", "PHONE", "VIDEO", "OTHER")


def _required(request: Request, name: str) -> str:
    value = request.query_params.get(name)
    if not value:
        raise Refused(400, f"The parameter {name} is required.", "MISSING_PARAMETER")
    return value


def shown(meeting: Meeting) -> dict[str, Any]:
    """An interview as the API shows it: moments in UTC, status words in small letters (C:V20)."""
    slots = [
        {
            "id": slot.id,
            "interviewType": slot.type,
            "title": slot.title,
            "place": slot.place,
            "startsOn": iso(slot.start),
            "endsOn": iso(slot.end),
            "interviewers": [{"id": seat.user, "status": seat.status.lower()} for seat in slot.seats],
        }
        for slot in meeting.slots
    ]
    return {
        "id": meeting.id,
        "candidate": {"id": meeting.candidate, "status": meeting.status.lower()},
        "jobId": meeting.job,
        "location": meeting.location,
        "organizerId": meeting.organizer,
        "timezone": meeting.zone,
        "timeslots": slots,
        "createdOn": iso(meeting.created),
        "refUrl": f"{ORIGIN}{INTERVIEWS}/interviews/{meeting.id}",
    }


def _visible(tenant: Tenant) -> str:
    return "canceled = 0" if tenant.rules.interviews_visible == "all" else "by_api AND canceled = 0"


def interviews(tenant: Tenant, request: Request) -> bytes:
    """The interviews of an application, as far as the API shows them."""
    found = tenant.rows(
        "SELECT meeting.json FROM meeting JOIN application ON application = application.id "
        f"WHERE application.uid = ? AND {_visible(tenant)} ORDER BY meeting.id",
        (_required(request, "applicationId"),),
    )
    return listing.counted([encode(shown(read_meeting(json))) for (json,) in found])


def interview(tenant: Tenant, request: Request) -> bytes:
    """One interview."""
    uid = request.path_params["id"]
    found = tenant.row(f"SELECT json FROM meeting WHERE uid = ? AND {_visible(tenant)}", uid)
    if found is None:
        raise Refused(404, "Interview not found.")
    return encode(shown(read_meeting(found[0])))


def interview_types(_: Tenant, __: Request) -> bytes:
    """What kinds of interviews there are."""
    return listing.counted([encode({"id": name, "name": name.capitalize()}) for name in TYPES])


def reviews(tenant: Tenant, request: Request) -> bytes:
    """What interviewers wrote about a candidate on a job."""
    candidate, job = _required(request, "candidateId"), _required(request, "jobId")
    found = tenant.rows(
        "SELECT meeting.json FROM meeting JOIN application ON application = application.id "
        "JOIN candidate ON candidate = candidate.id WHERE candidate.uid = ? AND job = ? ORDER BY meeting.id",
        (candidate, job),
    )
    return listing.counted([encode(one) for (json,) in found for one in _reviews(read_meeting(json))])


def _reviews(meeting: Meeting) -> list[dict[str, Any]]:
    made = []
    for slot in meeting.slots:
        for seat in slot.seats:
            if seat.reviewed is not None:
                one = {
                    "id": ids.uuid("review", f"{slot.id} {seat.user}"),
                    "candidateId": meeting.candidate,
                    "jobId": meeting.job,
                    "reviewerId": seat.user,
                    "rating": seat.rating,
                    "comment": seat.review,
                    "createdOn": iso(seat.reviewed),
                }
                made.append({name: value for name, value in one.items() if value is not None})
    return made
