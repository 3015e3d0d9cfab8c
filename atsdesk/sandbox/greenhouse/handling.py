"""What can be done to applications and candidates. Source: Harvest documentation, "Application actions"."""

from typing import Any

from atsdesk.sandbox.greenhouse import acts
from atsdesk.sandbox.greenhouse.belongings import no_body
from atsdesk.sandbox.greenhouse.creating import update_candidate
from atsdesk.sandbox.greenhouse.custom import MEMBER, written
from atsdesk.sandbox.greenhouse.model import applications as a
from atsdesk.sandbox.greenhouse.model import candidates as c
from atsdesk.sandbox.greenhouse.model import jobs as j
from atsdesk.sandbox.greenhouse.model import organization as o
from atsdesk.sandbox.greenhouse.model.record import Record
from atsdesk.sandbox.greenhouse.refusals import Refused, wrong
from atsdesk.sandbox.greenhouse.rules import (
    Check,
    addressed,
    anything,
    checked,
    deleted,
    integer,
    known,
    moment,
    several,
    text,
)
from atsdesk.sandbox.greenhouse.tenant import Tenant
from atsdesk.sandbox.greenhouse.times import canonical, day, milliseconds

Body = dict[str, Any]
CHANGES: dict[str, Check] = {
    **dict.fromkeys(("source_id", "referrer_id", "recruiter_id", "coordinator_id"), integer),
    **dict.fromkeys(("prospect_pool_id", "prospect_stage_id"), integer),
    **dict.fromkeys(("rejected_at", "created_at"), moment),
    MEMBER: anything,
}
_MODELS: dict[str, type[Record]] = {
    "source_id": o.Source,
    "referrer_id": o.Referrer,
    "recruiter_id": o.User,
    "coordinator_id": o.User,
}


def _under_way(tenant: Tenant, number: int, *, status: str = "in_process") -> a.Application:
    application = addressed(tenant, a.Application, number)
    if application.status != status:
        raise Refused(422, f"The application is {application.status}.")
    return application


def update_application(tenant: Tenant, _: o.User, number: int, body: Body) -> a.Application:
    """Who looks after it, where it came from, and the like."""
    application = addressed(tenant, a.Application, number)
    checked(body, CHANGES)
    for name, model in _MODELS.items():
        if name in body:
            known(tenant, model, body, name)
            setattr(application, name, body[name])
    for name in ("rejected_at", "created_at"):
        if body.get(name):
            setattr(application, name, canonical(body[name]))
    if MEMBER in body:
        changed = written(tenant, "application", body[MEMBER])
        application.custom_fields = {**(application.custom_fields or {}), **changed}
    pool = known(tenant, o.ProspectPool, body, "prospect_pool_id")
    stage = known(tenant, o.ProspectPoolStage, body, "prospect_stage_id")
    for detail in tenant.find(a.ProspectDetail, "application_id = ?", number):
        detail.pool_id = pool.id if pool else detail.pool_id
        detail.pool_stage_id = stage.id if stage else detail.pool_stage_id
        tenant.change(detail)
    acts.changed(tenant, application)
    return application


def move(tenant: Tenant, _: o.User, number: int, body: Body) -> None:
    """To another stage of the job, or of another job; `from_stage_id` refuses a stale move."""
    names = ("from_stage_id", "to_stage_id", "to_job_id", "email_from_user_id")
    checked(body, dict.fromkeys(names, integer), ("from_stage_id",))
    application = _under_way(tenant, number)
    if application.job_id is None:
        raise Refused(422, "A prospect has no stage.")
    own = tenant.rules.from_stage_is_own
    if body["from_stage_id"] != (application.stage_id if own else application.job_interview_stage_id):
        raise wrong("from_stage_id", "is not the current stage")
    job = known(tenant, j.Job, body, "to_job_id")
    if job is not None and job.id != application.job_id:
        acts.transfer(tenant, application, tenant.plans[job.id])
    if body.get("to_stage_id") is not None:
        place = acts.place_in(tenant, application, body["to_stage_id"], "to_stage_id")
    elif job is not None:
        return
    else:
        rows = acts.stages_of(tenant, application)
        place = acts.place_of(application, rows) + 1
        if place >= len(rows):
            raise Refused(422, "There is no stage after this one.")
    acts.move(tenant, application, place)


def reject(tenant: Tenant, user: o.User, number: int, body: Body) -> None:
    """With a reason; a mail to the person goes nowhere here."""
    members: dict[str, Check] = {
        "rejection_reason_id": integer, "notes": text(100_000), "rejection_email": anything, MEMBER: anything,
    }  # fmt: skip
    checked(body, members, ("rejection_reason_id",))
    application = _under_way(tenant, number)
    reason = known(tenant, o.RejectionReason, body, "rejection_reason_id")
    assert reason is not None
    answers = written(tenant, "rejection_question", body.get(MEMBER))
    detail = acts.reject(tenant, application)
    detail.rejected_by_id, detail.rejection_reason_id = user.id, reason.id
    detail.rejection_note_id, detail.question_custom_fields = None, answers
    if body.get("notes"):
        journeys = tenant.crowd.journeys
        detail.rejection_note_id = journeys.note(application, tenant.now(), body["notes"], "NOTE")
    tenant.keep(detail)


def unreject(tenant: Tenant, _: o.User, number: int, body: Body) -> None:
    """Takes a rejection back."""
    no_body(body)
    acts.resume(tenant, _under_way(tenant, number, status="rejected"))


def hire(tenant: Tenant, _: o.User, number: int, body: Body) -> None:
    """Into an opening, which has to be named when several are open."""
    members = {"start_date": moment, "opening_id": integer, "close_reason_id": integer}
    checked(body, members)
    application = _under_way(tenant, number)
    if application.job_id is None:
        raise Refused(422, "A prospect cannot be hired.")
    seats = tenant.find(j.Opening, "job_id = ? AND open = 1", application.job_id)
    wanted = body.get("opening_id")
    if wanted is None and len(seats) > 1:
        raise wrong("opening_id", "is required: the job has several open openings")
    chosen = [seat for seat in seats if wanted in (None, seat.id)]
    if not chosen:
        raise wrong("opening_id", "is not an open opening of the job")
    known(tenant, o.CloseReason, body, "close_reason_id")
    reason = body.get("close_reason_id") or tenant.company.close_reasons[0].id
    acts.hire(tenant, application, chosen[0], reason)
    if body.get("start_date"):
        offer = tenant.find(a.Offer, "application_id = ?", number)[-1]
        offer.starts_on = day(milliseconds(canonical(body["start_date"])))
        tenant.change(offer)


def convert(tenant: Tenant, _: o.User, number: int, body: Body) -> a.Application:
    """A prospect becomes a candidate of a job."""
    checked(body, {"job_id": integer, "to_job_interview_stage_id": integer}, ("job_id",))
    application = _under_way(tenant, number)
    if not application.prospect:
        raise Refused(422, "The application is not a prospect.")
    job = known(tenant, j.Job, body, "job_id")
    assert job is not None
    fresh = acts.convert(tenant, application, tenant.plans[job.id])
    stage = body.get("to_job_interview_stage_id")
    if stage is not None:
        acts.move(tenant, fresh, acts.place_in(tenant, fresh, stage, "to_job_interview_stage_id"))
    return tenant.get(a.Application, fresh.id)


def delete_application(tenant: Tenant, _: o.User, number: int, body: Body) -> Body:
    """An application less."""
    application = addressed(tenant, a.Application, number)
    acts.delete_application(tenant, number)
    return deleted(application, "Application")


def edit_candidate(tenant: Tenant, _: o.User, number: int, body: Body) -> c.Candidate:
    """Members of a person."""
    return update_candidate(tenant, addressed(tenant, c.Candidate, number), body)


def delete_candidate(tenant: Tenant, _: o.User, number: int, body: Body) -> Body:
    """A person less."""
    candidate = addressed(tenant, c.Candidate, number)
    acts.delete_candidate(tenant, number)
    return deleted(candidate, "Candidate")


def merge(tenant: Tenant, _: o.User, number: int, body: Body) -> c.Candidate:
    """Another profile goes, what it had comes here."""
    checked(body, {"secondary_candidate_id": integer}, ("secondary_candidate_id",))
    kept = addressed(tenant, c.Candidate, number)
    gone = known(tenant, c.Candidate, body, "secondary_candidate_id")
    if gone is None or gone.id == kept.id:
        raise wrong("secondary_candidate_id", "is the same candidate")
    acts.merge(tenant, kept, gone)
    return tenant.get(c.Candidate, number)


def anonymize(tenant: Tenant, _: o.User, number: int, body: Body) -> c.Candidate:
    """What is named is taken away for good."""
    checked(body, {"fields": several(text())}, ("fields",))
    candidate = addressed(tenant, c.Candidate, number)
    acts.anonymize(tenant, candidate, body["fields"])
    return candidate
