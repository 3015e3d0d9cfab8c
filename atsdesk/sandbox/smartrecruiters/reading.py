"""Candidates and what belongs to them. Source: vendor documentation, "Candidates" (S:T1,T2)."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from atsdesk.sandbox.smartrecruiters import catalog, filters, listing, questions
from atsdesk.sandbox.smartrecruiters.candidates import assignment
from atsdesk.sandbox.smartrecruiters.defaults import CONSENT_STATUSES, ONBOARDING_STATUSES, STATUSES
from atsdesk.sandbox.smartrecruiters.filters import Query
from atsdesk.sandbox.smartrecruiters.model import (
    ListedActions,
    encode,
    link,
    read_any,
    read_listed,
)
from atsdesk.sandbox.smartrecruiters.properties import OF_CANDIDATE
from atsdesk.sandbox.smartrecruiters.refusals import Refused
from atsdesk.sandbox.smartrecruiters.tenant import Tenant


def candidates(tenant: Tenant, request: Request) -> Response:
    """A page of candidates: summaries only."""
    query = _asked(tenant, request)
    rules = tenant.rules
    with tenant.lock:
        found = listing.page(tenant, request, query, "candidate", "id", rules.page_size)
        numbers = [row[1] for row in found.rows]
        marks = ", ".join("?" * len(numbers))
        kept = dict(tenant.rows(f"SELECT id, json FROM body WHERE id IN ({marks})", numbers))
    return listing.answer(request, found, [_row(kept[number]) for number in numbers])


def _row(body: bytes) -> bytes:
    row = read_listed(body)
    row.actions = ListedActions(details=link(f"/candidates/{row.id}"), properties=row.actions.properties)
    return encode(row)


def _asked(tenant: Tenant, request: Request) -> Query:
    parameters = request.query_params
    query = Query()
    filters.words(query, "words", parameters.get("q"))
    places = [text.lower() for text in parameters.getlist("location")]
    if places:
        query.require(f"({' OR '.join(['instr(place, ?)'] * len(places))})", *places)
    filters.whole(parameters, "averageRating", 0, 0, 5)
    query.require_in("rating", parameters.getlist("averageRating"))
    query.require_in("consent", filters.choices(parameters, "consentStatus", CONSENT_STATUSES))
    query.require_in("onboarding", filters.choices(parameters, "onboardingStatus", ONBOARDING_STATUSES))
    listing.after(tenant, query, "updated", request, "updatedAfter")
    tags = Query()
    tags.require_in("name", parameters.getlist("tag"))
    if tags.values:
        query.require(f"id IN (SELECT candidate FROM tag WHERE {tags.where()})", *tags.values)
    values = Query()
    values.require_in("property", parameters.getlist("propertyId"))
    values.require_in("value", parameters.getlist("propertyValueId"))
    if values.values:
        query.require(f"id IN (SELECT candidate FROM property WHERE {values.where()})", *values.values)
    applications = _applications(request)
    if applications.values:
        found = f"SELECT candidate FROM application WHERE {applications.where()}"
        query.require(f"id IN ({found})", *applications.values)
    return query


def _applications(request: Request) -> Query:
    """Conditions that one and the same application has to fulfil."""
    parameters = request.query_params
    query = Query()
    statuses = filters.choices(parameters, "status", STATUSES)
    if parameters.get("subStatus") is not None and not statuses:
        raise Refused(400, "subStatus requires status.", "INVALID_PARAMETER")
    query.require_in("status", statuses)
    query.require_in("sub", parameters.getlist("subStatus"))
    query.require_in("job", parameters.getlist("jobId"))
    known = catalog.SOURCE_BY_ID.values()
    for name, words in (
        ("sourceType", {one.id: one.type for one in known}),
        ("sourceSubType", {one.id: one.sub_type for one in known}),
        ("sourceValueId", {one.id: one.id for one in known}),
    ):
        asked = parameters.getlist(name)
        if asked:
            query.require_in("source", [uid for uid, word in words.items() if word in asked] or ["-"])
    answers = questions.answers(
        parameters.getlist("questionCategory"),
        parameters.getlist("questionFieldId"),
        parameters.getlist("questionFieldValueId"),
    )
    if answers is not None:
        query.require_in("answer", [str(number) for number in answers] or ["-1"])
    return query


def number(tenant: Tenant, request: Request) -> int:
    """The number of the candidate in the path; 404 when there is none."""
    try:
        return tenant.number(request.path_params["id"])
    except KeyError:
        raise Refused(404, "Candidate not found.", "CANDIDATE_NOT_FOUND") from None


def application(tenant: Tenant, request: Request) -> int:
    """The number of the application in the path, a candidate on a job; 404 when there is none."""
    found = tenant.row(
        "SELECT id FROM application WHERE candidate = ? AND job = ?",
        number(tenant, request),
        request.path_params["job"],
    )
    if found is None:
        raise Refused(404, "The candidate is not assigned to this job.", "ASSIGNMENT_NOT_FOUND")
    return int(found[0])


def primary(tenant: Tenant, request: Request) -> int | None:
    """The number of the primary application, if there is one."""
    found = tenant.row("SELECT id FROM application WHERE candidate = ? AND main", number(tenant, request))
    return None if found is None else int(found[0])


def candidate(tenant: Tenant, request: Request) -> bytes:
    """The details of a candidate."""
    found = tenant.row("SELECT json FROM body WHERE id = ?", number(tenant, request))
    assert found is not None
    return bytes(found[0])


def pair(tenant: Tenant, request: Request) -> bytes:
    """One application, as an assignment."""
    one = tenant.applied(application(tenant, request))
    shown = encode(assignment(one))
    if tenant.rules.application_id_in_pair:
        return b'{"applicationId":"%s",%s' % (one.uid.encode(), shown[1:])
    return shown


def history(tenant: Tenant, application_number: int | None) -> bytes:
    """The status history of an application, oldest first."""
    if application_number is None:
        return listing.counted([])
    found = tenant.row("SELECT history FROM application WHERE id = ?", application_number)
    assert found is not None
    changes = bytes(found[0])
    return b'{"totalFound":%d,"content":%s}' % (changes.count(b'"changedOn"'), changes)


def properties(tenant: Tenant, candidate_number: int, application_number: int) -> bytes:
    """Values of the customer's fields."""
    found = tenant.rows(
        "SELECT json FROM property WHERE candidate = ? AND application = ? ORDER BY property",
        (candidate_number, application_number),
    )
    return b"{%s}" % listing.content([json for (json,) in found])


def own_properties(tenant: Tenant, request: Request) -> bytes:
    """Those of the candidate."""
    return properties(tenant, number(tenant, request), OF_CANDIDATE)


def pair_properties(tenant: Tenant, request: Request) -> bytes:
    """Those of one application."""
    return properties(tenant, number(tenant, request), application(tenant, request))


def screening(tenant: Tenant, request: Request) -> bytes:
    """What the candidate answered when they applied."""
    one = tenant.applied(application(tenant, request))
    return listing.counted([encode(shown) for shown in questions.answered(one.answer)])


def tags(tenant: Tenant, request: Request) -> bytes:
    """The tags of a candidate."""
    return encode({"tags": tenant.candidate(number(tenant, request)).tags})


def onboarding(tenant: Tenant, request: Request) -> bytes:
    """How far a hired candidate is; 404 for others."""
    found = tenant.row("SELECT onboarding FROM candidate WHERE id = ?", number(tenant, request))
    if found is None or found[0] is None:
        raise Refused(404, "The candidate is not being onboarded.")
    return encode({"onboardingStatus": found[0]})


def offers(tenant: Tenant, request: Request) -> bytes:
    """The offers of one application."""
    query = Query()
    query.require("application = ?", application(tenant, request))
    return listing.sliced(tenant, request, query, "SELECT json FROM offer WHERE {where} ORDER BY id")


def offer(tenant: Tenant, request: Request) -> bytes:
    """One offer of an application."""
    uid, of = request.path_params["offer"], application(tenant, request)
    found = tenant.row("SELECT json FROM offer WHERE uid = ? AND application = ?", uid, of)
    if found is None:
        raise Refused(404, "Offer not found.")
    return bytes(found[0])


def job_application(tenant: Tenant, request: Request) -> bytes:
    """An application by its own id. INFERRED: the body was not seen."""
    found = tenant.row(
        "SELECT application.id, candidate.uid FROM application JOIN candidate ON candidate = candidate.id "
        "WHERE application.uid = ?",
        request.path_params["id"],
    )
    if found is None:
        raise Refused(404, "Job application not found.")
    one = tenant.applied(found[0])
    shown: dict[str, Any] = {"id": one.uid, "candidateId": found[1], "jobId": one.opening.job.id}
    return encode({**shown, **read_any(encode(assignment(one)))})
