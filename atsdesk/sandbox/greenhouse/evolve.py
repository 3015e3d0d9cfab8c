"""The pipeline moves on: what recruiters and candidates do at the sandbox's present moment."""

from collections.abc import Callable, Mapping

from atsdesk.sandbox.greenhouse import acts, catalog, drawing
from atsdesk.sandbox.greenhouse.model import applications as a
from atsdesk.sandbox.greenhouse.model import candidates as c
from atsdesk.sandbox.greenhouse.model import interviews as i
from atsdesk.sandbox.greenhouse.model import jobs as j
from atsdesk.sandbox.greenhouse.tenant import Tenant
from atsdesk.sandbox.greenhouse.times import DAY, HOUR, day, stamp
from atsdesk.sandbox.happening import Event, Impossible, drawn, listed
from atsdesk.sandbox.people import phone

# kind: its share when nobody asks for a particular one
SHARES: dict[str, int] = {
    "new": 22,
    "prospect": 3,
    "converted": 1,
    "moved": 22,
    "scheduled": 8,
    "feedback": 8,
    "offered": 3,
    "hired": 2,
    "rejected": 12,
    "unrejected": 1,
    "noted": 4,
    "tagged": 2,
    "edited": 6,
    "deleted": 1,
    "application_deleted": 1,
    "merged": 1,
    "anonymized": 1,
    "job_edited": 2,
    "job_closed": 1,
    "job_reopened": 1,
}


def advance(tenant: Tenant, events: int) -> list[Event]:
    """So many events of all kinds."""
    happened: list[Event] = []
    for _ in range(events):
        try:
            happened.append(_one(tenant, drawn(tenant.rng, SHARES)))
        except Impossible:
            happened.append(_one(tenant, "new"))
    return happened


def happen(tenant: Tenant, kinds: Mapping[str, int]) -> list[Event]:
    """So many events of each named kind."""
    return [_one(tenant, kind) for kind in listed(SHARES, kinds)]


def _one(tenant: Tenant, kind: str) -> Event:
    with tenant.changing():
        return {"kind": kind, **_HAPPEN[kind](tenant)}


def _event(application: a.Application, **more: str | int) -> Event:
    return {"id": application.id, "candidate_id": application.candidate_id, **more}


_UNDER_WAY = "status = 'in_process' AND prospect = 0"


def _somebody(tenant: Tenant, now: int) -> c.Candidate:
    if tenant.rng.random() < 0.15 and tenant.row("SELECT 1 FROM candidates LIMIT 1"):
        return drawing.candidate(tenant)
    return tenant.crowd.candidate(now)


def _new(tenant: Tenant) -> Event:
    now, plan = tenant.now(), drawing.open_plan(tenant)
    candidate = _somebody(tenant, now)
    application = tenant.crowd.application(candidate, now)
    application.recruiter_id, application.coordinator_id = plan.recruiter_id, plan.coordinator_id
    application.job_post_id = plan.post_id
    acts.arrive(tenant, candidate, plan, application)
    tenant.crowd.papers(application, now)
    tenant.touch(candidate.id)
    return _event(application)


def _prospect(tenant: Tenant) -> Event:
    now, plan = tenant.now(), drawing.open_plan(tenant)
    candidate = tenant.crowd.candidate(now)
    application = tenant.crowd.prospect(candidate, plan, now).application
    tenant.keep(candidate)
    return _event(application)


def _converted(tenant: Tenant) -> Event:
    application = drawing.application(tenant, "prospect = 1 AND status = 'in_process'")
    fresh = acts.convert(tenant, application, drawing.open_plan(tenant))
    return _event(application, into=fresh.id)


def _moved(tenant: Tenant) -> Event:
    last = "stage_name <> 'Offer'"  # every job's last stage has this name
    application = drawing.application(tenant, f"{_UNDER_WAY} AND {last}")
    rows = acts.stages_of(tenant, application)
    acts.move(tenant, application, min(acts.place_of(application, rows) + 1, len(rows) - 1))
    return _event(application)


def _meeting(tenant: Tenant) -> a.Application:
    """Somebody whose stage has interviews."""
    staged = (
        "job_interview_stage_id IN (SELECT job_interview_stage_id FROM job_interviews WHERE duration > 0)"
    )
    return drawing.application(tenant, f"{_UNDER_WAY} AND {staged}")


def _scheduled(tenant: Tenant) -> Event:
    application = _meeting(tenant)
    plan = acts.plan_of(tenant, application)
    step = next(step for step in plan.steps if step.stage.id == application.job_interview_stage_id)
    starts = tenant.now() + int((1 + tenant.rng.random() * 8) * DAY)
    slot = tenant.rng.choice(step.slots)
    meetings = tenant.crowd.journeys.meetings
    interview = meetings.planned(application, plan, slot, tenant.now(), starts, "scheduled")
    tenant.touch(application.candidate_id, application.id)
    return _event(application, interview_id=interview.id)


def _feedback(tenant: Tenant) -> Event:
    """An interview took place, or was waited for, and one of its panel writes what they think."""
    condition = "status IN ('scheduled', 'awaiting_feedback')"
    number = drawing.drawn(
        tenant, "interviews", f"{condition} AND application_id IN (SELECT id FROM applications)", "interview"
    )
    interview = tenant.get(i.Interview, number)
    application = tenant.get(a.Application, interview.application_id)
    plan = tenant.plans[interview.job_id]
    slot = next(
        one for step in plan.steps for one in step.slots if one.interview.id == interview.job_interview_id
    )
    now = tenant.now()
    if interview.starts_at is not None and interview.starts_at > stamp(now):
        interview.starts_at, interview.ends_at = stamp(now - HOUR), stamp(now)
    elif interview.all_day_start_on:
        interview.all_day_start_on = interview.all_day_end_on = day(now)
    interview.status = "complete"
    tenant.change(interview)
    for member in tenant.find(i.Interviewer, "interview_id = ? AND scorecard_id IS NULL", interview.id):
        if member.user_id is not None:
            journeys, good = tenant.crowd.journeys, tenant.rng.random() < 0.5
            card = journeys.meetings.scorecard(
                application, slot, member.user_id, now - HOUR, now, good=good, sent=True
            )
            card.created_at = stamp(now)
            tenant.keep(card)
            member.scorecard_id = card.id
            tenant.change(member)
    tenant.touch(application.candidate_id, application.id)
    return _event(application, interview_id=interview.id)


def _offered(tenant: Tenant) -> Event:
    """A first version, or a further one that replaces it; who is not so far yet is moved there."""
    try:
        application = drawing.application(tenant, f"{_UNDER_WAY} AND stage_name = 'Offer'")
    except Impossible:
        application = drawing.application(tenant, _UNDER_WAY)
        acts.move(tenant, application, len(acts.stages_of(tenant, application)) - 1)
    plan, now = acts.plan_of(tenant, application), tenant.now()
    known = tenant.find(a.Offer, "application_id = ?", application.id)
    for offer in known:
        if offer.status == "Created":
            offer.status = "Deprecated"
            tenant.change(offer)
    tenant.keep(tenant.crowd.journeys.offer(application, plan, now, len(known) + 1))
    tenant.touch(application.candidate_id, application.id)
    return _event(application)


def _hired(tenant: Tenant) -> Event:
    application = drawing.application(tenant, _UNDER_WAY)
    seats = tenant.find(j.Opening, "job_id = ? AND open = 1", application.job_id)
    if len(seats) == 1 and tenant.rng.random() < 0.7:  # mostly somebody else is wanted too
        tenant.new(j.Opening, job_id=seats[0].job_id, opened_at=stamp(tenant.now()), sort_order=9)
    acts.hire(tenant, application, seats[0] if seats else None, tenant.company.close_reasons[0].id)
    return _event(application)


def _rejected(tenant: Tenant) -> Event:
    application = drawing.application(tenant, _UNDER_WAY)
    acts.reject(tenant, application)
    return _event(application)


def _unrejected(tenant: Tenant) -> Event:
    application = drawing.application(tenant, "status = 'rejected'")
    acts.resume(tenant, application)
    return _event(application)


def _noted(tenant: Tenant) -> Event:
    application = drawing.application(tenant, "1")
    note = tenant.crowd.journeys.note(application, tenant.now(), tenant.rng.choice(catalog.REMARKS))
    tenant.touch(application.candidate_id, application.id)
    return _event(application, note_id=note)


def _tagged(tenant: Tenant) -> Event:
    candidate = drawing.candidate(tenant)
    tenant.crowd.tag(candidate, tenant.now())
    tenant.change(candidate)
    return {"id": candidate.id}


def _edited(tenant: Tenant) -> Event:
    candidate = drawing.candidate(tenant)
    candidate.phone_numbers = [c.Typed(phone(tenant.rng), "mobile")]
    if tenant.rng.random() < 0.5:
        mail = f"new.address{int(tenant.rng.random() * 1_000_000)}@example.org"
        candidate.email_addresses = [*candidate.email_addresses, c.Typed(mail, "other")]
    if tenant.rng.random() < 0.2:
        candidate.last_name = f"{candidate.last_name}-Newname"
    tenant.change(candidate)
    return {"id": candidate.id}


def _deleted(tenant: Tenant) -> Event:
    number = drawing.candidate(tenant).id
    acts.delete_candidate(tenant, number)
    return {"id": number}


def _application_deleted(tenant: Tenant) -> Event:
    application = drawing.application(tenant, "1")
    acts.delete_application(tenant, application.id)
    return _event(application)


def _merged(tenant: Tenant) -> Event:
    gone = drawing.candidate(tenant)
    kept = drawing.candidate(tenant, f"id <> {gone.id}")
    acts.merge(tenant, kept, gone)
    return {"id": gone.id, "into": kept.id}


def _anonymized(tenant: Tenant) -> Event:
    candidate = drawing.candidate(tenant)
    acts.anonymize(tenant, candidate, ["full_name", *acts.EMPTIED])
    return {"id": candidate.id}


def _job_edited(tenant: Tenant) -> Event:
    job = drawing.job(tenant, "status = 'open'")
    job.requisition_id = f"REQ-{int(tenant.rng.random() * 100_000)}"
    job.custom_fields = {
        **(job.custom_fields or {}),
        "employment_type": tenant.company.choice(tenant.rng, "employment_type"),
    }
    tenant.change(job)
    return {"id": job.id}


def _job_closed(tenant: Tenant) -> Event:
    job = drawing.job(tenant, "status = 'open'")
    acts.close_job(tenant, job)
    return {"id": job.id}


def _job_reopened(tenant: Tenant) -> Event:
    job = drawing.job(tenant, "status = 'closed'")
    job.status, job.closed_at = "open", None
    tenant.change(job)
    tenant.new(j.Opening, job_id=job.id, opened_at=stamp(tenant.now()), sort_order=9)
    for post in tenant.find(j.JobPost, "job_id = ? AND active = 1", job.id):
        post.live = True
        tenant.change(post)
    return {"id": job.id}


_HAPPEN: dict[str, Callable[[Tenant], Event]] = {
    "new": _new,
    "prospect": _prospect,
    "converted": _converted,
    "moved": _moved,
    "scheduled": _scheduled,
    "feedback": _feedback,
    "offered": _offered,
    "hired": _hired,
    "rejected": _rejected,
    "unrejected": _unrejected,
    "noted": _noted,
    "tagged": _tagged,
    "edited": _edited,
    "deleted": _deleted,
    "application_deleted": _application_deleted,
    "merged": _merged,
    "anonymized": _anonymized,
    "job_edited": _job_edited,
    "job_closed": _job_closed,
    "job_reopened": _job_reopened,
}
assert set(_HAPPEN) == set(SHARES)
