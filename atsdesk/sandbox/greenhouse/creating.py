"""New candidates and applications. Source: Harvest documentation, "Create candidate", "Create application"."""

from typing import Any

from atsdesk.sandbox.greenhouse import acts
from atsdesk.sandbox.greenhouse.custom import MEMBER, written
from atsdesk.sandbox.greenhouse.model import applications as a
from atsdesk.sandbox.greenhouse.model import candidates as c
from atsdesk.sandbox.greenhouse.model import jobs as j
from atsdesk.sandbox.greenhouse.model import organization as o
from atsdesk.sandbox.greenhouse.model.record import Record
from atsdesk.sandbox.greenhouse.refusals import wrong
from atsdesk.sandbox.greenhouse.rules import (
    Body,
    Check,
    anything,
    boolean,
    checked,
    contact,
    integer,
    known,
    moment,
    several,
    text,
    true,
)
from atsdesk.sandbox.greenhouse.tenant import Tenant
from atsdesk.sandbox.greenhouse.times import canonical, stamp

NAME = text(255)
PERSON: dict[str, Check] = {
    "first_name": NAME,
    "last_name": NAME,
    "preferred_name": NAME,
    "company": NAME,
    "title": NAME,
    "time_zone": NAME,
    "is_private": boolean,
    "can_email": boolean,
    "email_addresses": contact("personal", "work", "other", mail=True),
    "phone_numbers": contact("home", "work", "mobile", "skype", "other"),
    "addresses": contact("home", "work", "other"),
    "website_addresses": contact("personal", "company", "portfolio", "blog", "other"),
    "social_media_addresses": contact(),
    "tags": several(NAME),
    "linked_user_ids": several(integer),
    MEMBER: anything,
}
BOTH: dict[str, Check] = {
    "source_id": integer,
    "recruiter_id": integer,
    "coordinator_id": integer,
    "referrer_id": integer,
    "created_at": moment,
    MEMBER: anything,
}
CANDIDATE_ARM: dict[str, Check] = {**BOTH, "job_id": integer, "initial_stage_id": integer}
PROSPECT_ARM: dict[str, Check] = {
    **BOTH,
    "prospect": true,
    "job_ids": several(integer),
    "prospect_pool_id": integer,
    "prospect_pool_stage_id": integer,
    "prospect_owner_id": integer,
    "prospective_department_id": integer,
    "prospective_office_id": integer,
}
_NULLABLE = frozenset(("preferred_name", "company", "title", "time_zone"))
_RENAMED = {"is_private": "private"}  # written by another name than read


def create_candidate(tenant: Tenant, _: o.User, __: int, body: dict[str, Any]) -> Any:
    """A person, with at most one application."""
    checked(body, {**PERSON, "application": anything}, ("first_name", "last_name"))
    nested = body.get("application")
    if nested is not None and not isinstance(nested, dict):
        raise wrong("application", "is not an object")
    candidate = tenant.new(c.Candidate, first_name=body["first_name"], last_name=body["last_name"])
    candidate.last_activity_at = candidate.created_at
    describe(tenant, candidate, {name: value for name, value in body.items() if name != "application"})
    tenant.keep(candidate)
    application = None if nested is None else _apply(tenant, candidate, nested)
    candidate = tenant.get(c.Candidate, candidate.id)
    return {"candidate": candidate, "application": application} if tenant.rules.created_wrapped else candidate


def describe(tenant: Tenant, candidate: c.Candidate, body: Body) -> None:
    """Takes over what is said about a person; lists replace the whole list (SECONDARY [T1][T2])."""
    kinds: dict[str, type] = {"social_media_addresses": c.Social}
    for name, value in body.items():
        if name == MEMBER:
            candidate.custom_fields = written(tenant, "candidate", value)
        elif name == "tags":
            _tag(tenant, candidate, value or [])
        elif name.endswith(("addresses", "numbers")):
            kind = kinds.get(name, c.Typed)
            setattr(candidate, name, [kind(**one) for one in value or []])
        elif value is not None or name in _NULLABLE:
            setattr(candidate, _RENAMED.get(name, name), value)


def _tag(tenant: Tenant, candidate: c.Candidate, names: list[str]) -> None:
    """INFERRED: a name that is new becomes a tag."""
    tenant.remove(c.AppliedTag, "candidate_id = ?", candidate.id)
    tags = {tag.name: tag for tag in tenant.find(c.CandidateTag, "1")}
    candidate.tags = list(dict.fromkeys(names))
    for name in candidate.tags:
        tag = tags.get(name) or tenant.new(c.CandidateTag, name=name)
        tenant.new(c.AppliedTag, candidate_tag_id=tag.id, candidate_id=candidate.id)


def create_application(tenant: Tenant, _: o.User, __: int, body: dict[str, Any]) -> a.Application:
    """An application, or a prospect, of a person who is known."""
    arm = PROSPECT_ARM if "prospect" in body else CANDIDATE_ARM
    checked(body, {"candidate_id": integer, **arm}, ("candidate_id",))
    candidate = known(tenant, c.Candidate, body, "candidate_id")
    assert candidate is not None
    return _apply(tenant, candidate, {name: value for name, value in body.items() if name != "candidate_id"})


def _apply(tenant: Tenant, candidate: c.Candidate, body: Body) -> a.Application:
    prospect = "prospect" in body
    arm, required = (PROSPECT_ARM, ("prospect",)) if prospect else (CANDIDATE_ARM, ("job_id",))
    checked(body, arm, required)
    given = {name: body.get(name) for name in ("source_id", "recruiter_id", "coordinator_id", "referrer_id")}
    models: dict[str, type[Record]] = {"source_id": o.Source, "referrer_id": o.Referrer}
    for name in given:
        known(tenant, models.get(name, o.User), body, name)
    application = tenant.new(a.Application, candidate_id=candidate.id, **given)
    if body.get("created_at"):
        application.created_at = canonical(body["created_at"])
    application.last_activity_at = application.updated_at
    application.custom_fields = written(tenant, "application", body.get(MEMBER))
    if prospect:
        _prospect(tenant, application, body)
    else:
        _begin(tenant, application, candidate, body)
    tenant.keep(application)
    tenant.touch(candidate.id)
    return application


def _begin(tenant: Tenant, application: a.Application, candidate: c.Candidate, body: Body) -> None:
    job = known(tenant, j.Job, body, "job_id")
    assert job is not None
    if job.status != "open":
        raise wrong("job_id", f"`{job.id}` is not open")  # INFERRED
    same = "candidate_id = ? AND job_id = ? AND status = 'in_process'"
    if tenant.rules.refuse_double and tenant.find(a.Application, same, candidate.id, job.id):
        raise wrong("job_id", "the candidate has an active application on this job")
    acts.arrive(tenant, candidate, tenant.plans[job.id], application)
    stage = body.get("initial_stage_id")
    if stage is not None:
        acts.move(tenant, application, acts.place_in(tenant, application, stage, "initial_stage_id"))


def _prospect(tenant: Tenant, application: a.Application, body: Body) -> None:
    for number in body.get("job_ids") or []:
        known(tenant, j.Job, {"job_ids": number}, "job_ids")
    pool = known(tenant, o.ProspectPool, body, "prospect_pool_id")
    stage = known(tenant, o.ProspectPoolStage, body, "prospect_pool_stage_id")
    if stage is not None and (pool is None or stage.prospect_pool_id != pool.id):
        raise wrong("prospect_pool_stage_id", "does not belong to the pool")  # INFERRED from v1
    department = known(tenant, o.Department, body, "prospective_department_id")
    office = known(tenant, o.Office, body, "prospective_office_id")
    if office is not None and department is None:
        raise wrong("prospective_office_id", "needs a department")  # INFERRED from v1
    owner = known(tenant, o.User, body, "prospect_owner_id")
    application.prospect = True
    application.prospective_job_ids = body.get("job_ids") or []
    tenant.new(
        a.ProspectDetail,
        application_id=application.id,
        pool_id=pool.id if pool else None,
        pool_stage_id=stage.id if stage else None,
        prospect_owner_id=owner.id if owner else None,
        department_id=department.id if department else None,
        office_id=office.id if office else None,
    )


def update_candidate(tenant: Tenant, candidate: c.Candidate, body: Body) -> c.Candidate:
    """Only what is sent changes, but lists as a whole."""
    describe(tenant, candidate, checked(body, PERSON))
    candidate.last_activity_at = stamp(tenant.now())
    tenant.change(candidate)
    return candidate
