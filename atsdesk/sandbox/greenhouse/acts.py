"""What can be done to people and applications: by the pipeline as time passes, and through the API."""

from typing import Any

from atsdesk.sandbox.greenhouse.journeys import enter, leave, resolve
from atsdesk.sandbox.greenhouse.model import applications as a
from atsdesk.sandbox.greenhouse.model import candidates as c
from atsdesk.sandbox.greenhouse.model import interviews as i
from atsdesk.sandbox.greenhouse.model import jobs as j
from atsdesk.sandbox.greenhouse.plans import Plan
from atsdesk.sandbox.greenhouse.refusals import wrong
from atsdesk.sandbox.greenhouse.tenant import Tenant
from atsdesk.sandbox.greenhouse.times import milliseconds, stamp

OF_APPLICATION = (
    a.ApplicationStage, a.RejectionDetail, a.ProspectDetail, a.Offer, a.Eeoc, a.DemographicAnswer,
    i.Scorecard, c.Attachment, c.Note,
)  # fmt: skip
OF_CANDIDATE = (c.Education, c.Employment, c.AppliedTag, c.Note)
EMPTIED: dict[str, Any] = {
    "phone_numbers": [], "email_addresses": [], "addresses": [], "website_addresses": [],
    "social_media_addresses": [], "company": None, "title": None, "preferred_name": None, "custom_fields": {},
}  # fmt: skip


def plan_of(tenant: Tenant, application: a.Application) -> Plan:
    """The plan of the job applied for; `KeyError` for a prospect."""
    if application.job_id is None:
        raise KeyError(application.id)
    return tenant.plans[application.job_id]


def stages_of(tenant: Tenant, application: a.Application) -> list[a.ApplicationStage]:
    """The stages of an application in the order of its job."""
    rows = tenant.find(a.ApplicationStage, "application_id = ?", application.id)
    order = {step.stage.id: place for place, step in enumerate(plan_of(tenant, application).steps)}
    return sorted(rows, key=lambda row: order.get(row.job_interview_stage_id, len(order)))


def place_of(application: a.Application, rows: list[a.ApplicationStage]) -> int:
    """Which of the stages is the current one."""
    return next(place for place, row in enumerate(rows) if row.id == application.stage_id or row.current)


def place_in(tenant: Tenant, application: a.Application, stage_id: int, name: str) -> int:
    """Which of the stages has this job interview stage; 422 that names the member when none has."""
    for place, step in enumerate(plan_of(tenant, application).steps):
        if step.stage.id == stage_id:
            return place
    raise wrong(name, f"`{stage_id}` is not a stage of the job")


def changed(tenant: Tenant, application: a.Application) -> None:
    """Keeps an application that was changed now, and the time of its candidate's last activity."""
    tenant.change(application)
    tenant.touch(application.candidate_id, application.id)


def move(tenant: Tenant, application: a.Application, to: int) -> None:
    """To the stage in that place."""
    now, rows, plan = tenant.now(), stages_of(tenant, application), plan_of(tenant, application)
    here = rows[place_of(application, rows)]
    leave(here, now)
    enter(application, rows[to], plan.steps[to], now)
    application.needs_decision = False
    for row in (here, rows[to]):
        tenant.change(row)
    changed(tenant, application)


def transfer(tenant: Tenant, application: a.Application, plan: Plan) -> None:
    """To the first stage of another job."""
    tenant.remove(a.ApplicationStage, "application_id = ?", application.id)
    application.job_id, application.job_post_id = plan.job.id, None
    for row in tenant.crowd.journeys.begin(application, plan, tenant.now()):
        tenant.keep(row)
    changed(tenant, application)


def end(tenant: Tenant, application: a.Application) -> None:
    """The current stage is left for good; whether the application still shows it is not certain."""
    if application.job_id is not None:
        rows = stages_of(tenant, application)
        row = rows[place_of(application, rows)]
        leave(row, tenant.now(), current=True)
        tenant.change(row)
    if not tenant.rules.stage_after_end:
        application.stage_id = application.stage_name = application.job_interview_stage_id = None


def resume(tenant: Tenant, application: a.Application) -> None:
    """A rejection is taken back: the application is where it was."""
    application.status, application.rejected_at = "in_process", None
    tenant.remove(a.RejectionDetail, "application_id = ?", application.id)
    if application.job_id is not None:
        rows, plan = stages_of(tenant, application), plan_of(tenant, application)
        place = place_of(application, rows)
        entered = rows[place].entered_at
        enter(application, rows[place], plan.steps[place], tenant.now())
        rows[place].entered_at = entered
        tenant.change(rows[place])
    changed(tenant, application)


def arrive(tenant: Tenant, candidate: c.Candidate, plan: Plan, application: a.Application) -> None:
    """An application begins at the first stage of its job."""
    application.job_id = plan.job.id
    for row in tenant.crowd.journeys.begin(application, plan, milliseconds(application.created_at)):
        tenant.keep(row)
    tenant.keep(application)
    tenant.keep(candidate)


def convert(tenant: Tenant, application: a.Application, plan: Plan) -> a.Application:
    """INFERRED: the prospect's application ends as converted and a new one begins on the job."""
    now = tenant.now()
    candidate = tenant.get(c.Candidate, application.candidate_id)
    fresh = tenant.crowd.application(candidate, now)
    fresh.source_id, fresh.referrer_id = application.source_id, application.referrer_id
    fresh.recruiter_id, fresh.coordinator_id = plan.recruiter_id, plan.coordinator_id
    arrive(tenant, candidate, plan, fresh)
    application.status = "converted"
    changed(tenant, application)
    return fresh


def hire(tenant: Tenant, application: a.Application, opening: j.Opening | None, reason_id: int) -> None:
    """The application is hired into a seat."""
    rows, plan = stages_of(tenant, application), plan_of(tenant, application)
    if place_of(application, rows) != len(rows) - 1:
        move(tenant, application, len(rows) - 1)
    application.status, application.needs_decision = "hired", False
    end(tenant, application)
    offers = tenant.find(a.Offer, "application_id = ? AND status = 'Created'", application.id)
    if not offers:
        offers = [tenant.crowd.journeys.offer(application, plan, tenant.now(), 1)]
    resolve(offers[-1], application, tenant.now())
    tenant.keep(offers[-1])
    if opening is not None:
        close_opening(tenant, opening, application, reason_id)
    changed(tenant, application)


def reject(tenant: Tenant, application: a.Application) -> a.RejectionDetail:
    """The application is rejected now; an offer that is open is withdrawn."""
    plan = tenant.plans.get(application.job_id or 0)
    detail = tenant.crowd.journeys.reject(application, plan, tenant.now())
    end(tenant, application)
    tenant.keep(detail)
    for offer in tenant.find(a.Offer, "application_id = ? AND status = 'Created'", application.id):
        resolve(offer, application, tenant.now())
        tenant.keep(offer)
    changed(tenant, application)
    return detail


def close_opening(
    tenant: Tenant, opening: j.Opening, application: a.Application | None, reason_id: int
) -> None:
    """A seat is taken or given up; closing the last one closes the job (CONFIRMED [V7])."""
    opening.open, opening.closed_at = False, stamp(tenant.now())
    opening.application_id = application.id if application else None
    opening.close_reason_id = reason_id
    tenant.change(opening)
    if not tenant.find(j.Opening, "job_id = ? AND open = 1", opening.job_id):
        close_job(tenant, tenant.get(j.Job, opening.job_id))


def close_job(tenant: Tenant, job: j.Job) -> None:
    """The job, its seats and its posts."""
    job.status, job.closed_at = "closed", stamp(tenant.now())
    tenant.change(job)
    for opening in tenant.find(j.Opening, "job_id = ? AND open = 1", job.id):
        opening.open, opening.closed_at = False, job.closed_at
        opening.close_reason_id = tenant.company.close_reasons[3].id
        tenant.change(opening)
    for post in tenant.find(j.JobPost, "job_id = ? AND live = 1", job.id):
        post.live = False
        tenant.change(post)


def delete_application(tenant: Tenant, number: int) -> None:
    """An application with all that hangs on it."""
    for interview in tenant.find(i.Interview, "application_id = ?", number):
        tenant.remove(i.Interviewer, "interview_id = ?", interview.id)
    tenant.remove(i.Interview, "application_id = ?", number)
    for model in OF_APPLICATION:
        tenant.remove(model, "application_id = ?", number)
    tenant.remove(a.Application, "id = ?", number)


def delete_candidate(tenant: Tenant, number: int) -> None:
    """A person with all that hangs on it."""
    for application in tenant.find(a.Application, "candidate_id = ?", number):
        delete_application(tenant, application.id)
    for model in OF_CANDIDATE:
        tenant.remove(model, "candidate_id = ?", number)
    tenant.remove(c.Candidate, "id = ?", number)


def merge(tenant: Tenant, kept: c.Candidate, gone: c.Candidate) -> None:
    """Two profiles turn out to be one human: one goes, what it had moves to the other."""
    for model in (
        a.Application,
        a.Offer,
        a.Eeoc,
        c.Note,
        c.Attachment,
        c.Education,
        c.Employment,
        c.AppliedTag,
    ):
        moved: list[Any] = tenant.find(model, "candidate_id = ?", gone.id)
        for record in moved:
            record.candidate_id = kept.id
            tenant.change(record)
    tenant.remove(c.Candidate, "id = ?", gone.id, into=kept.id)
    known = {mail.value.lower() for mail in kept.email_addresses}
    kept.email_addresses = [
        *kept.email_addresses,
        *(mail for mail in gone.email_addresses if mail.value.lower() not in known),
    ]
    kept.tags = list(dict.fromkeys((*kept.tags, *gone.tags)))
    tenant.change(kept)
    tenant.touch(kept.id)


def anonymize(tenant: Tenant, candidate: c.Candidate, fields: list[str]) -> None:
    """The person cannot be recognised any more; the record stays."""
    if "full_name" in fields:
        candidate.first_name, candidate.last_name = "(Anonymous)", None
    for name in fields:
        if name in EMPTIED:
            setattr(candidate, name, EMPTIED[name])
    tenant.change(candidate)
