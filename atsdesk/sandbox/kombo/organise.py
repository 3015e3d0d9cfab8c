"""What happens to the company itself: its jobs, stages, colleagues, tags and reasons."""

from collections.abc import Callable
from typing import Any

from atsdesk.sandbox.happening import Event, Impossible
from atsdesk.sandbox.kombo import catalog, times
from atsdesk.sandbox.kombo.company import role
from atsdesk.sandbox.kombo.model import ApplicationStage, Job, NamedRecord, User
from atsdesk.sandbox.kombo.papers import Entry
from atsdesk.sandbox.kombo.parts import JobStage, Member, Posting
from atsdesk.sandbox.kombo.picking import event, pick
from atsdesk.sandbox.kombo.tenant import Tenant


def _fresh(tenant: Tenant, prefix: str) -> str:
    """An id of the ATS that nothing has yet."""
    return f"{prefix}{tenant.now()}.{int(tenant.rng.random() * 1_000_000)}"


def _keep_open(tenant: Tenant) -> None:
    """There is always something to apply for."""
    if len(tenant.rows("SELECT 1 FROM jobs WHERE deleted_at IS NULL AND status = 'OPEN'")) < 3:
        raise Impossible("The last open jobs stay.")


def _job_turned(kind: str, before: str, status: str) -> Callable[[Tenant], Event]:
    def turn(tenant: Tenant) -> Event:
        def edit(job: Job) -> None:
            job.status = status
            if kind == "job_edited":
                job.job_code = f"REQ-{int(tenant.rng.random() * 100_000)}"
                job.weekly_hours = tenant.rng.choice((20, 32, 40))
            elif kind == "job_closed":
                job.closed_at = times.stamp(tenant.now())
            else:
                job.closed_at = None

        if kind == "job_closed":
            _keep_open(tenant)
        one = pick(tenant, "jobs", "status = ?", before)
        return event(kind, "jobs", tenant.edit("jobs", one.id, edit))

    return turn


def _job_deleted(tenant: Tenant) -> Event:
    """Its applications stay: they show a job that is not served any more."""
    _keep_open(tenant)
    one = pick(tenant, "jobs")
    tenant.delete("jobs", one.id)
    return event("job_deleted", "jobs", one)


def _stage_added(tenant: Tenant) -> Event:
    """The job matches `updated_after`, its `changed_at` stays (CONFIRMED)."""
    one = pick(tenant, "jobs", "status = 'OPEN'")
    key = _fresh(tenant, f"{one.remote_id}:")
    stage = JobStage(tenant.id_of(key), key, "One more talk", "ACTIVE", {}, len(one.stages))
    now = tenant.now()
    listed = ApplicationStage(
        id=stage.id, remote_id=key, name=stage.name, status="ACTIVE", custom_fields={}, changed_at=times.stamp(now)
    )  # fmt: skip

    def edit(job: Job) -> None:
        job.stages = [*job.stages, stage]

    tenant.add([Entry("application_stages", listed, now, now)])
    return event("stage_added", "jobs", tenant.edit("jobs", one.id, edit, own=False), stage=stage.id)


def _stage_renamed(tenant: Tenant) -> Event:
    """Neither its job nor its applications match (CONFIRMED): nested names go stale."""

    def edit(stage: ApplicationStage) -> None:
        stage.name = f"{stage.name} (new)"

    one = pick(tenant, "application_stages", "id IN (SELECT stage_id FROM applications)")
    return event("stage_renamed", "application_stages", tenant.edit("application_stages", one.id, edit))


def _question_changed(tenant: Tenant) -> Event:
    for _ in range(50):
        one = pick(tenant, "jobs")
        if one.screening_questions:
            break
    else:
        raise Impossible("There is no job with a screening question.")

    def edit(job: Job) -> None:
        job.screening_questions[0].title = f"{job.screening_questions[0].title} Please be exact."

    touches = tenant.rules.question_change_touches
    return event("question_changed", "jobs", tenant.edit("jobs", one.id, edit, own=False, matches=touches))


def _posting_changed(tenant: Tenant) -> Event:
    one = pick(tenant, "jobs", "status = 'OPEN'")
    key = _fresh(tenant, "p")

    def edit(job: Job) -> None:
        if job.job_postings:
            job.job_postings[0].title = f"{job.name} (all genders)"
        else:
            made = Posting(
                tenant.id_of(key), key, job.name, "<p>Apply.</p>", "ACTIVE", "PUBLIC", job.post_url
            )
            job.job_postings = [made]

    return event("posting_changed", "jobs", tenant.edit("jobs", one.id, edit, own=False))


def _team_changed(tenant: Tenant) -> Event:
    one = pick(tenant, "jobs")
    user: User = pick(tenant, "users", f"id NOT IN ({', '.join('?' * len(one.hiring_team))})",
                      *(member.id for member in one.hiring_team))  # fmt: skip
    has = role(tenant.company.roles[5])
    mail = user.email if isinstance(user.email, str) else None

    def edit(job: Job) -> None:
        joins = Member(user.id, user.remote_id, user.first_name, user.last_name, mail, ["SOURCER"], [has])
        job.hiring_team = [*job.hiring_team[:2], joins]

    return event("team_changed", "jobs", tenant.edit("jobs", one.id, edit, own=False), user=user.id)


def _user_edited(tenant: Tenant) -> Event:
    def edit(user: User) -> None:
        user.last_name = f"{user.last_name}-Newname"
        user.status = "ACTIVE" if user.status == "INACTIVE" else "INACTIVE"

    return event("user_edited", "users", tenant.edit("users", pick(tenant, "users").id, edit))


def _role_assigned(tenant: Tenant) -> Event:
    def edit(user: User) -> None:
        user.system_roles = [role(tenant.company.roles[0 if not user.system_roles else 1])]

    return event("role_assigned", "users", tenant.edit("users", pick(tenant, "users").id, edit, own=False))


def _tag_renamed(tenant: Tenant) -> Event:
    def edit(tag: NamedRecord) -> None:
        tag.name = f"{tag.name} (new)"

    return event("tag_renamed", "tags", tenant.edit("tags", pick(tenant, "tags").id, edit))


def add_named(tenant: Tenant, model: str, prefix: str, name: str) -> Any:
    """One more tag or rejection reason."""
    key, now = _fresh(tenant, prefix), tenant.now()
    record = NamedRecord(id=tenant.id_of(key), remote_id=key, name=name, changed_at=times.stamp(now))
    tenant.add([Entry(model, record, now, now)])
    return record


def _reason_added(tenant: Tenant) -> Event:
    name = f"{tenant.rng.choice(catalog.REASONS)} (second round)"
    return event("reason_added", "rejection_reasons", add_named(tenant, "rejection_reasons", "r-", name))


ORGANISE: dict[str, Callable[[Tenant], Event]] = {
    "job_edited": _job_turned("job_edited", "OPEN", "OPEN"),
    "job_closed": _job_turned("job_closed", "OPEN", "CLOSED"),
    "job_reopened": _job_turned("job_reopened", "CLOSED", "OPEN"),
    "job_deleted": _job_deleted,
    "stage_added": _stage_added,
    "stage_renamed": _stage_renamed,
    "question_changed": _question_changed,
    "posting_changed": _posting_changed,
    "team_changed": _team_changed,
    "user_edited": _user_edited,
    "role_assigned": _role_assigned,
    "tag_renamed": _tag_renamed,
    "reason_added": _reason_added,
}
