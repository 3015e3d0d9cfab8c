"""The pipeline moves on: what recruiters and candidates do at the sandbox's present moment."""

from collections.abc import Callable
from typing import Any

from atsdesk.sandbox.happening import Event, Impossible
from atsdesk.sandbox.kombo import times
from atsdesk.sandbox.kombo.catalog import REASONS
from atsdesk.sandbox.kombo.model import Application, Interview, Job, Offer
from atsdesk.sandbox.kombo.organise import ORGANISE
from atsdesk.sandbox.kombo.persons import PERSONS
from atsdesk.sandbox.kombo.picking import event, pick
from atsdesk.sandbox.kombo.tenant import Tenant

OPEN_JOB = "status = 'OPEN'"
PENDING = "outcome = 'PENDING'"
ON_KNOWN_JOB = f"{PENDING} AND job_id IN (SELECT id FROM jobs WHERE deleted_at IS NULL)"
NEXT_OFFER = {"DRAFT": "APPROVED", "APPROVED": "SENT", "SENT": "ACCEPTED"}

# kind: its share when nobody asks for a particular one
SHARES: dict[str, int] = {
    "new": 26,
    "applied": 4,
    "moved": 22,
    "rejected": 14,
    "hired": 3,
    "interview": 8,
    "interview_moved": 2,
    "interview_canceled": 1,
    "feedback": 5,
    "note": 4,
    "offer": 2,
    "offer_moved": 2,
    "edited": 5,
    "tagged": 2,
    "untagged": 1,
    "deleted": 2,
    "application_deleted": 1,
    "restored": 1,
    "merged": 1,
    "job_edited": 2,
    "job_closed": 1,
    "job_reopened": 1,
    "job_deleted": 0,
    "stage_added": 0,
    "stage_renamed": 0,
    "question_changed": 1,
    "posting_changed": 1,
    "team_changed": 1,
    "user_edited": 0,
    "role_assigned": 0,
    "tag_renamed": 0,
    "reason_added": 0,
}
DELETIONS = frozenset(
    ("deleted", "application_deleted", "job_deleted")
)  # only full syncs find these (CONFIRMED)


def happen(tenant: Tenant, kinds: list[str], replace: bool = False) -> list[Event]:
    """One event after the other; `replace` takes a new candidate for what is impossible."""
    happened = []
    with tenant.changing():
        for kind in kinds:
            try:
                happened.append(_HAPPEN[kind](tenant))
            except Impossible:
                if not replace:
                    raise
                happened.append(_new(tenant))
    return happened


def _opening(tenant: Tenant, besides: str = "") -> Any:
    taken = "SELECT job_id FROM applications WHERE candidate_id = ? AND job_id IS NOT NULL"
    job = pick(tenant, "jobs", f"{OPEN_JOB} AND id NOT IN ({taken})", besides)
    opening = tenant.openings[job.id]
    opening.job = job
    return opening


def _new(tenant: Tenant) -> Event:
    entries = tenant.crowd.arrival(_opening(tenant), tenant.now())
    tenant.add(entries)
    return event("new", "candidates", entries[0].record, application=entries[1].record.id)


def _applied(tenant: Tenant) -> Event:
    candidate = pick(tenant, "candidates")
    application = tenant.crowd.application(candidate, _opening(tenant, candidate.id), tenant.now())
    tenant.add([application])
    return event("applied", "applications", application.record, candidate=candidate.id)


def _active(job: Job) -> list[str]:
    return [stage.id for stage in job.stages if stage.status == "ACTIVE"]


def _moved(tenant: Tenant) -> Event:
    for _ in range(50):
        one = pick(tenant, "applications", ON_KNOWN_JOB)
        stages = _active(tenant.get("jobs", one.job_id))
        at = stages.index(one.current_stage_id) if one.current_stage_id in stages else -1
        if at + 2 < len(stages):
            break
    else:
        raise Impossible("There is nobody left who could be moved.")

    def edit(application: Application) -> None:
        application.current_stage_id = stages[at + 1]

    return event("moved", "applications", tenant.edit("applications", one.id, edit), stage=stages[at + 1])


def _rejected(tenant: Tenant) -> Event:
    one = pick(tenant, "applications", PENDING)
    reason = tenant.rng.choice((*REASONS, None))
    return event("rejected", "applications", reject(tenant, one.id, reason))


def reject(tenant: Tenant, application_id: str, reason: str | None) -> Application:
    """The application ends; its stage stays."""

    def edit(application: Application) -> None:
        application.outcome, application.rejection_reason_name = "DECLINED", reason
        application.rejected_at = times.stamp(tenant.now())

    rejected: Application = tenant.edit("applications", application_id, edit)
    return rejected


def _hired(tenant: Tenant) -> Event:
    one = pick(tenant, "applications", ON_KNOWN_JOB)
    stages = _active(tenant.get("jobs", one.job_id))

    def edit(application: Application) -> None:
        application.outcome, application.current_stage_id = "HIRED", stages[-1]

    return event("hired", "applications", tenant.edit("applications", one.id, edit))


def _interview(tenant: Tenant) -> Event:
    one = pick(tenant, "applications", ON_KNOWN_JOB)
    opening = tenant.openings[one.job_id]
    now = tenant.now()
    starts = now + int((1 + tenant.rng.random() * 9) * times.DAY)
    stage = int(tenant.rng.random() * len(opening.flow))
    entry, *_ = tenant.crowd.papers.meeting(one, opening, stage, starts, now, now)
    entry.record.remote_id = f"{one.remote_id}:{now}.{int(tenant.rng.random() * 1_000_000)}"
    entry.record.id = tenant.id_of(entry.record.remote_id)
    entry.record.canceled = False
    tenant.add([entry])
    return event("interview", "interviews", entry.record, application=one.id)


def _interview_changed(kind: str) -> Callable[[Tenant], Event]:
    def turn(tenant: Tenant) -> Event:
        shift = int((1 + tenant.rng.random() * 3) * times.DAY)

        def edit(interview: Interview) -> None:
            if kind == "interview_canceled":
                interview.canceled = True
                return
            for name in ("starting_at", "ending_at"):
                setattr(interview, name, times.stamp(times.read(getattr(interview, name)) + shift))

        one = pick(tenant, "interviews", "NOT purged")
        return event(kind, "interviews", tenant.edit("interviews", one.id, edit))

    return turn


def _feedback(tenant: Tenant) -> Event:
    living = "application_id IN (SELECT id FROM applications WHERE deleted_at IS NULL)"
    meeting = pick(tenant, "interviews", f"users > '' AND {living}")
    application = tenant.get("applications", meeting.application_id)
    entry = tenant.crowd.papers.scorecard(application, meeting, tenant.now())
    tenant.add([entry])
    return event("feedback", "scorecards", entry.record, interview=meeting.id)


def _note(tenant: Tenant) -> Event:
    one = pick(tenant, "applications")
    entry = tenant.crowd.papers.note(one, tenant.now(), tenant.now())
    tenant.add([entry])
    return event("note", "notes", entry.record, application=one.id)


def _offer(tenant: Tenant) -> Event:
    one = pick(tenant, "applications", f"{PENDING} AND id NOT IN (SELECT application_id FROM offers)")
    now = tenant.now()
    entry = tenant.crowd.papers.offer(one, now, "DRAFT", now)
    tenant.add([entry])
    return event("offer", "offers", entry.record, application=one.id)


def _offer_moved(tenant: Tenant) -> Event:
    def edit(offer: Offer) -> None:
        offer.status = NEXT_OFFER.get(str(offer.status), "ABANDONED")

    waiting = f"application_id IN (SELECT id FROM applications WHERE {PENDING})"
    try:
        one = pick(tenant, "offers", waiting)
    except Impossible:  # one that was accepted can still be withdrawn
        one = pick(tenant, "offers")
    return event("offer_moved", "offers", tenant.edit("offers", one.id, edit))


_HAPPEN: dict[str, Callable[[Tenant], Event]] = {
    "new": _new,
    "applied": _applied,
    "moved": _moved,
    "rejected": _rejected,
    "hired": _hired,
    "interview": _interview,
    "interview_moved": _interview_changed("interview_moved"),
    "interview_canceled": _interview_changed("interview_canceled"),
    "feedback": _feedback,
    "note": _note,
    "offer": _offer,
    "offer_moved": _offer_moved,
    **PERSONS,
    **ORGANISE,
}
assert set(_HAPPEN) == set(SHARES)
