"""Jobs and what belongs to them. Source: vendor documentation, "Jobs" (S:T1,T2)."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from atsdesk.sandbox.smartrecruiters import filters, listing
from atsdesk.sandbox.smartrecruiters.defaults import JOB_STATUSES, POSTING_STATUSES
from atsdesk.sandbox.smartrecruiters.filters import Query
from atsdesk.sandbox.smartrecruiters.jobmodel import read_listed_job
from atsdesk.sandbox.smartrecruiters.jobs import Opening, iso
from atsdesk.sandbox.smartrecruiters.model import encode, link
from atsdesk.sandbox.smartrecruiters.refusals import Refused
from atsdesk.sandbox.smartrecruiters.tenant import Tenant

BY_ID = "job_id"


def jobs(tenant: Tenant, request: Request) -> Response:
    """A page of jobs, without their ads; `pageId` needs `sort=job_id` (S:T2)."""
    parameters = request.query_params
    (sort,) = filters.choices(parameters, "sort", ("default", BY_ID))[-1:] or ["default"]
    if parameters.get("pageId") is not None and sort != BY_ID:
        raise Refused(400, "pageId requires sort=job_id.", "INVALID_PARAMETER")
    query = Query()
    filters.words(query, "words", parameters.get("q"))
    query.require_in("city", parameters.getlist("city"))
    query.require_in("department", parameters.getlist("department"))
    query.require_in("language", parameters.getlist("language"))
    statuses = filters.choices(parameters, "statuses", JOB_STATUSES)
    query.require_in("status", statuses or filters.choices(parameters, "status", JOB_STATUSES))
    query.require_in("posting", filters.choices(parameters, "postingStatus", POSTING_STATUSES))
    members = parameters.getlist("hiringTeamMemberId")
    if members:
        tests = " OR ".join(["instr(team, ?)"] * len(members))
        query.require(f"({tests})", *(f" {user} " for user in members))
    listing.after(tenant, query, "updated", request, "updatedAfter")
    listing.after(tenant, query, "activity", request, "lastActivityAfter")
    found = listing.page(tenant, request, query, "job", "json", tenant.rules.page_size)
    return listing.answer(request, found, [encode(read_listed_job(json)) for _, json in found.rows])


def opening(tenant: Tenant, request: Request) -> Opening:
    """The job in the path; 404 when there is none."""
    found = tenant.openings.get(request.path_params["id"])
    if found is None:
        raise Refused(404, "Job not found.", "JOB_NOT_FOUND")
    return found


def job(tenant: Tenant, request: Request) -> bytes:
    """A job with everything."""
    return encode(opening(tenant, request).job)


def hiring_team(tenant: Tenant, request: Request) -> bytes:
    """Who hires, with their role."""
    team = opening(tenant, request).team
    shown = [
        {"id": user, "role": role, "actions": {"details": link(f"/user-api/v201804/users/{user}")}}
        for user, role in team
    ]
    return listing.counted([encode(one) for one in shown])


def positions(tenant: Tenant, request: Request) -> bytes:
    """The heads that the job may hire."""
    shown: list[bytes] = []
    for one in opening(tenant, request).positions:
        position: dict[str, Any] = {
            "id": one.id,
            "positionId": one.number,
            "type": one.type,
            "positionOpenDate": iso(one.opened),
            "targetStartDate": iso(one.target),
            "status": "OPEN" if one.hired is None else "FILLED",
        }
        if one.incumbent is not None:
            position["incumbentName"] = one.incumbent
        shown.append(encode(position))
    return listing.counted(shown)


def history(tenant: Tenant, request: Request) -> bytes:
    """The status history of a job, oldest first."""
    return listing.counted([encode(change) for change in opening(tenant, request).history])
