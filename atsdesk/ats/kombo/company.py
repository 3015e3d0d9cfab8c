"""From Kombo's jobs, users, stages, tags and reasons to rows."""

from collections.abc import Iterable

from atsdesk.ats.kombo.records import Job, JobStage, Member, Named, Posting, Stage, User
from atsdesk.ats.kombo.texts import (
    FIELD_SHAPE,
    VALUE_SHAPE,
    Times,
    custom_values,
    full_name,
    is_gone,
    place_of,
    text_of,
)
from atsdesk.rows import Rows

USER_SHAPE = {"users": ("id", "name", "first_name", "last_name", "email", "role", "is_active", "is_admin")}
STAGE_SHAPE = {"stages": ("id", "name", "is_active")}
TAG_SHAPE = {"tags": ("id", "name")}
REASON_SHAPE = {"rejection_reasons": ("id", "name")}
JOB_SHAPE = {
    "custom_fields": FIELD_SHAPE,
    "jobs": (
        "id",
        "name",
        "internal_name",
        "status",
        "status_raw",
        "code",
        "department",
        "location",
        "city",
        "state",
        "country",
        "workplace_type",
        "employment_type",
        "experience_level",
        "visibility",
        "is_published",
        "is_confidential",
        "recruiter",
        "hiring_manager",
        "salary_min",
        "salary_max",
        "salary_currency",
        "salary_period",
        "url",
        "careers_url",
        "description",
        "opened_at",
        "closed_at",
        "created_at",
        "updated_at",
    ),
    "stages": ("id", "name", "job_id", "position", "is_active"),
    "hiring_team": ("id", "job_id", "user_id", "name", "role"),
    "job_posts": ("id", "job_id", "title", "is_live", "is_internal", "status", "url", "content"),
    "custom_values": VALUE_SHAPE,
}
JOB_OWNS = {"hiring_team": "job_id", "job_posts": "job_id"}

JOB_STATUS = {"OPEN": "open", "CLOSED": "closed", "ARCHIVED": "closed", "DRAFT": "draft"}
UNMAPPED_STATUS = {"ON HOLD": "on_hold", "ON_HOLD": "on_hold", "PAUSED": "on_hold"}
"""INFERRED: any original text may come where Kombo cannot map it (CONFIRMED); these need no explanation."""
SALARY_PERIOD = {
    "YEAR": "annually",
    "MONTH": "monthly",
    "TWO_WEEKS": "every two weeks",
    "WEEK": "weekly",
    "DAY": "daily",
    "HOUR": "hourly",
}
ACTIVE = {"ACTIVE": True, "INACTIVE": False}
SHOWN_TO_ALL = "PUBLIC"
"""Open alone is not on show: the visibility has to say so too (CONFIRMED, Choosing jobs)."""


def user_rows(user: User, rows: Rows) -> None:
    """A colleague, with the system roles as words."""
    if is_gone(user, rows):
        return
    roles = [role for role in user.system_roles or () if role]
    identity = str(user.id)
    rows.entities["users"][identity] = (
        identity,
        full_name(user.first_name, user.last_name) or user.email,
        user.first_name,
        user.last_name,
        user.email,
        ", ".join(filter(None, (role.remote_label or role.unified_type for role in roles))) or None,
        ACTIVE.get((user.status or "").upper()),
        any(role.unified_type == "ADMIN" for role in roles) if roles else None,
    )


def stage_rows(stage: Stage, rows: Rows) -> None:
    """A stage's own name; the jobs say where it stands. The list is deprecated, and only it tells of a new name."""
    if is_gone(stage, rows):
        return
    identity = str(stage.id)
    rows.entities["stages"][identity] = (identity, stage.name, ACTIVE.get((stage.status or "").upper()))


def tag_rows(tag: Named, rows: Rows) -> None:
    if not is_gone(tag, rows):
        rows.entities["tags"][str(tag.id)] = (str(tag.id), tag.name)


def reason_rows(reason: Named, rows: Rows) -> None:
    if not is_gone(reason, rows):
        rows.entities["rejection_reasons"][str(reason.id)] = (str(reason.id), reason.name)


def job_rows(job: Job, rows: Rows) -> None:
    """A job with its stages, posts and team. Screening questions are kept in the record."""
    if is_gone(job, rows):
        return
    identity = str(job.id)
    times, place = Times("A job", identity, rows), job.location
    posts = [post for post in job.job_postings or () if post and post.id is not None]
    visibility = (job.visibility or "").upper()
    status = (JOB_STATUS | UNMAPPED_STATUS).get((job.status or "").strip().upper(), "unknown")
    rows.entities["jobs"][identity] = (
        identity,
        job.name,
        None,
        status,
        job.status,
        job.job_code,
        job.department,
        place_of(place),
        place.city if place else None,
        place.state if place else None,
        place.country if place else None,
        job.remote_work_status,
        job.employment_type,
        job.experience_level,
        job.visibility,
        (status == "open" and visibility == SHOWN_TO_ALL) if visibility and job.status else None,
        visibility == "CONFIDENTIAL" if visibility else job.confidential,
        _of_role(job, "RECRUITER"),
        _of_role(job, "HIRING_MANAGER"),
        job.salary_amount if job.salary_amount_from is None else job.salary_amount_from,
        job.salary_amount if job.salary_amount_to is None else job.salary_amount_to,
        job.salary_currency,
        SALARY_PERIOD.get((job.salary_period or "").upper(), job.salary_period),
        job.remote_url,
        job.post_url or next((post.url for post in posts if post.url), None),
        job.description or None,
        times.at("opened_at", job.opened_at),
        times.at("closed_at", job.closed_at),
        *times.both(job),
    )
    _stages(job.stages or (), identity, rows)
    for post in posts:
        _post(post, identity, rows)
    for member in job.hiring_team or ():
        if member:
            _member(member, identity, rows)
    custom_values(job.custom_fields, "jobs", identity, rows)


def _of_role(job: Job, wanted: str) -> str | None:
    """The names of those of the team who have a role on the job."""
    names = [
        full_name(member.first_name, member.last_name) or member.email
        for member in job.hiring_team or ()
        if member and any(role and role.unified_type == wanted for role in member.job_roles or ())
    ]
    return ", ".join(filter(None, names)) or None


def _stages(stages: Iterable[JobStage | None], job: str, rows: Rows) -> None:
    """The stages of a job; those without an index, as retired ones, have no place.

    Stages are a job's own in most tools (CONFIRMED); one that several jobs of a page share is said to be of none.
    """
    known = [stage for stage in stages if stage and stage.id is not None]
    order = sorted({stage.index for stage in known if stage.index is not None})
    for stage in known:
        identity = str(stage.id)
        before = rows.entities["stages"].get(identity)
        rows.entities["stages"][identity] = (
            identity,
            stage.name,
            job if before is None or before[2] == job else None,
            None if stage.index is None else order.index(stage.index) + 1,
            ACTIVE.get((stage.status or "").upper()),
        )


def _post(post: Posting, job: str, rows: Rows) -> None:
    status, visibility = (post.status or "").upper(), (post.visibility or "").upper()
    rows.entities["job_posts"][str(post.id)] = (
        str(post.id),
        job,
        post.title,
        status == "ACTIVE" if status else None,
        visibility == "INTERNAL" if visibility else None,
        post.status,
        post.url,
        post.description_html or None,
    )


def _member(member: Member, job: str, rows: Rows) -> None:
    """One row for each role of a member; one without role where none is told."""
    user = text_of(member.id)
    name = full_name(member.first_name, member.last_name) or member.email
    roles = [
        (role.unified_type or "").lower() or role.remote_label for role in member.job_roles or () if role
    ]
    for role in dict.fromkeys(roles or [None]):
        identity = f"{job}:{user or name}:{role or ''}"
        rows.entities["hiring_team"][identity] = (identity, job, user, name, role)
