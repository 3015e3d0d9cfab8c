"""What the customer set up, and their users. Source: vendor documentation, "Configuration" (S:T1,T2)."""

from collections.abc import Iterable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from atsdesk.sandbox.smartrecruiters import catalog, filters, jobs, listing, offers, properties
from atsdesk.sandbox.smartrecruiters.catalog import SourceValue
from atsdesk.sandbox.smartrecruiters.defaults import AGES, COMPANY, COMPANY_ID, OFFER_STATUSES
from atsdesk.sandbox.smartrecruiters.filters import Query
from atsdesk.sandbox.smartrecruiters.model import Labelled, encode, link
from atsdesk.sandbox.smartrecruiters.refusals import Refused
from atsdesk.sandbox.smartrecruiters.tenant import Tenant


def _all(shown: Iterable[Any]) -> bytes:
    return listing.counted([encode(one) for one in shown])


def company(_: Tenant, __: Request) -> bytes:
    """The customer."""
    industry = Labelled("computer_software", "Computer Software")
    return encode({
        "identifier": COMPANY_ID,
        "name": COMPANY,
        "location": jobs.location(catalog.PLACES[0], remote=False),
        "website": "https://northwind.example",
        "industry": industry,
    })  # fmt: skip


def departments(_: Tenant, __: Request) -> bytes:
    """All departments."""
    return _all(map(jobs.department, catalog.DEPARTMENTS))


def department(_: Tenant, request: Request) -> bytes:
    """One department."""
    for name, uid in catalog.DEPARTMENT_IDS.items():
        if uid == request.path_params["id"]:
            return encode(jobs.department(name))
    raise Refused(404, "Department not found.")


def _process(name: str) -> dict[str, Any]:
    subs: dict[str, list[str]] = {"IN_REVIEW": [], "INTERVIEW": [], "OFFERED": []}
    for stage in catalog.FLOWS[name]:
        if stage.sub is not None:
            subs[stage.status].append(stage.sub)
    return {"id": catalog.PROCESS_IDS[name], "name": name, "active": True, "subStatuses": subs}


def hiring_processes(_: Tenant, __: Request) -> bytes:
    """All hiring processes with their sub statuses."""
    return _all(map(_process, catalog.FLOWS))


def hiring_process(_: Tenant, request: Request) -> bytes:
    """One hiring process."""
    for name, uid in catalog.PROCESS_IDS.items():
        if uid == request.path_params["id"]:
            return encode(_process(name))
    raise Refused(404, "Hiring process not found.")


def job_properties(_: Tenant, __: Request) -> bytes:
    """Fields of jobs."""
    return _all(
        {
            "id": uid,
            "label": label,
            "category": category,
            "active": True,
            "visible": True,
            "required": False,
            "actions": {"values": link(f"/configuration/job-properties/{uid}/values")},
        }
        for uid, (label, category, _) in zip(jobs.JOB_FIELD_IDS, jobs.JOB_FIELDS, strict=True)
    )


def job_property_values(_: Tenant, request: Request) -> bytes:
    """The values of a field of jobs."""
    uid = request.path_params["id"]
    if uid not in jobs.JOB_FIELD_IDS:
        raise Refused(404, "Job property not found.")
    number = jobs.JOB_FIELD_IDS.index(uid)
    values = [jobs.job_field_value(number, ordinal) for ordinal in range(len(jobs.JOB_FIELDS[number][2]))]
    return _all({"id": value.id, "label": value.label, "archived": False} for value in values)


def candidate_properties(_: Tenant, __: Request) -> bytes:
    """Fields of candidates and applications."""
    return _all(map(properties.definition, properties.FIELDS))


def _field(request: Request) -> properties.Field:
    found = properties.BY_ID.get(request.path_params["id"])
    if found is None:
        raise Refused(404, "Candidate property not found.")
    return found


def candidate_property(_: Tenant, request: Request) -> bytes:
    """One field of candidates."""
    return encode(properties.definition(_field(request)))


def candidate_property_values(_: Tenant, request: Request) -> bytes:
    """The values of a field of candidates."""
    field = _field(request)
    return _all(properties.option(field, ordinal) for ordinal in range(len(field.options)))


def offer_properties(_: Tenant, __: Request) -> bytes:
    """Fields of offers."""
    fields = [
        {"key": key, "label": label, "required": required, "type": kind}
        for key, label, kind, required in offers.FIELDS
    ]
    return encode({"categories": [{"id": "general", "properties": fields}]})


def sources(_: Tenant, __: Request) -> bytes:
    """Types of sources with their sub types."""
    shown = []
    for uid, label in catalog.SOURCE_TYPES.items():
        subs = {one.sub_type for one in catalog.SOURCES if one.type == uid and one.sub_type}
        actions = {"values": link(f"/configuration/sources/{uid}/values")}
        shown.append(
            {"id": uid, "label": label, "actions": actions, "subtypes": [{"id": sub} for sub in sorted(subs)]}
        )
    return _all(shown)


def _source(one: SourceValue) -> dict[str, Any]:
    details = link(f"/configuration/sources/{one.type}/values/{one.id}")
    sub_type = {"id": one.sub_type or "NONE"}
    return {
        "id": one.id,
        "label": one.label,
        "sourceSubType": sub_type,
        "actions": {"sourceDetails": details},
    }


def _sources_of(request: Request) -> list[SourceValue]:
    kind, sub = request.path_params["type"], request.query_params.get("sourceSubType")
    if kind not in catalog.SOURCE_TYPES:
        raise Refused(404, "Source type not found.")
    known = catalog.SOURCE_BY_ID.values()
    return [one for one in known if one.type == kind and (sub is None or one.sub_type == sub)]


def source_values(tenant: Tenant, request: Request) -> bytes:
    """Sources of one type, by `limit` and `offset`."""
    found = _sources_of(request)
    limit = filters.whole(request.query_params, "limit", tenant.rules.page_size, 1, tenant.rules.page_cap)
    offset = filters.whole(request.query_params, "offset", 0, 0, 2**31)
    shown = [_source(one) for one in found[offset : offset + limit]]
    return encode({"totalFound": len(found), "limit": limit, "offset": offset, "content": shown})


def source_value(_: Tenant, request: Request) -> bytes:
    """One source."""
    for one in _sources_of(request):
        if one.id == request.path_params["id"]:
            return encode(_source(one))
    raise Refused(404, "Source not found.")


def _reasons(listed: Mapping[str, str]) -> bytes:
    return _all(Labelled(uid, label) for label, uid in listed.items())


def rejection_reasons(_: Tenant, __: Request) -> bytes:
    """Why candidates are rejected."""
    return _reasons(catalog.REJECTION_IDS)


def withdrawal_reasons(_: Tenant, __: Request) -> bytes:
    """Why candidates withdraw."""
    return _reasons(catalog.WITHDRAWAL_IDS)


def all_offers(tenant: Tenant, request: Request) -> bytes:
    """Offers by `limit` and `offset`; `age` overrides the dates."""
    parameters = request.query_params
    query = Query()
    query.require_in("status", filters.choices(parameters, "status", OFFER_STATUSES))
    age = filters.choices(parameters, "age", tuple(AGES))
    if age:
        query.require("created > ?", tenant.clock.now() - AGES[age[-1]] * 86_400)
    else:
        listing.after(tenant, query, "created", request, "createdAfter")
        high = filters.moment(parameters, "createdBefore")
        if high is not None:
            query.require("created < ?", high)
    return listing.sliced(tenant, request, query, "SELECT json FROM offer WHERE {where} ORDER BY created, id")


def users(tenant: Tenant, request: Request) -> Response:
    """A page of users."""
    query = Query()
    filters.words(query, "words", request.query_params.get("q"))
    listing.after(tenant, query, "updated", request, "updatedAfter")
    found = listing.page(tenant, request, query, "user", "json", tenant.rules.users_page_size)
    return listing.answer(request, found, [json for _, json in found.rows], counted=False)


def user(tenant: Tenant, request: Request) -> bytes:
    """One user; `me` is the one that the credential acts as (C:V5)."""
    uid = request.path_params["id"]
    found = tenant.user.get(tenant.staff[0].id if uid == "me" else uid)
    if found is None:
        raise Refused(404, "User not found.", "USER_NOT_FOUND")
    return encode(found)
