"""Candidates, their applications, the steps they took, and what belongs to both (contract, 7.1-7.3, 7.16-7.20)."""

from collections.abc import Iterable
from typing import Any

import msgspec

from atsdesk.ats.greenhouse.members import (
    CUSTOM_SHAPE,
    Form,
    at,
    custom_values,
    flag,
    form,
    ident,
    on,
    part,
    text,
    whole,
)
from atsdesk.ats.moments import moment
from atsdesk.rows import Odd, Rows

APPLICATION_STATUS = {
    "in_process": "active",
    "active": "active",
    "rejected": "rejected",
    "hired": "hired",
    "converted": "withdrawn",
}
"""`in_process` in rows, `active` in the filter (CONFIRMED). A converted prospect goes on as another application, so
that this one is over (INFERRED)."""
LINKEDIN = "linkedin.com"

CANDIDATE_COLUMNS = (
    "id",
    "name",
    "first_name",
    "last_name",
    "preferred_name",
    "headline",
    "company",
    "email",
    "phone",
    "mobile_phone",
    "linkedin_url",
    "website",
    "location",
    "other_contacts",
    "is_private",
    "last_activity_at",
    "created_at",
    "updated_at",
)
APPLICATION_COLUMNS = (
    "id",
    "candidate_id",
    "job_id",
    "status",
    "status_raw",
    "stage_id",
    "stage",
    "source_id",
    "source_contact_id",
    "recruiter_id",
    "coordinator_id",
    "job_post_id",
    "is_prospect",
    "rejected_at",
    "last_activity_at",
    "answers",
    "created_at",
    "updated_at",
)


class Entry(msgspec.Struct, gc=False):
    """One address or number; some have no type."""

    value: str | None = None
    type: str | None = None


class Candidate(msgspec.Struct, gc=False):
    id: int | str
    first_name: str | None = None
    last_name: str | None = None
    preferred_name: str | None = None
    company: str | None = None
    title: str | None = None
    last_activity_at: str | None = None
    private: bool | None = None
    phone_numbers: list[Entry | None] | None = None
    addresses: list[Entry | None] | None = None
    email_addresses: list[Entry | None] | None = None
    website_addresses: list[Entry | None] | None = None
    social_media_addresses: list[Entry | None] | None = None
    custom_fields: dict[str, Any] | None = None
    created_at: str | None = None
    updated_at: str | None = None


class Application(msgspec.Struct, gc=False):
    id: int | str
    candidate_id: int | str | None = None
    job_id: int | str | None = None
    job_post_id: int | str | None = None
    status: str | None = None
    prospect: bool | None = None
    stage_name: str | None = None
    job_interview_stage_id: int | str | None = None
    source_id: int | str | None = None
    referrer_id: int | str | None = None
    recruiter_id: int | str | None = None
    coordinator_id: int | str | None = None
    rejected_at: str | None = None
    last_activity_at: str | None = None
    answers: list[Any] | None = None
    custom_fields: dict[str, Any] | None = None
    created_at: str | None = None
    updated_at: str | None = None


def candidate_rows(one: Candidate, rows: Rows) -> None:
    """One person; the first address of each kind in its column, all others together."""
    identity = str(one.id)
    mails, phones = _values(one.email_addresses), _values(one.phone_numbers)
    mobile = next((e.value for e in one.phone_numbers or () if e and e.type == "mobile" and e.value), None)
    webs = [*_values(one.social_media_addresses), *_values(one.website_addresses)]
    linkedin = next((url for url in webs if LINKEDIN in url.lower()), None)
    website = next((url for url in webs if url != linkedin), None)
    phone = next((number for number in phones if number != mobile), None)
    shown = {*mails[:1], phone, mobile, linkedin, website}
    places = _values(one.addresses)
    names = (one.first_name, one.last_name)
    rows.entities["candidates"][identity] = (
        identity,
        " ".join(filter(None, names)) or None,
        *names,
        one.preferred_name,
        one.title,
        one.company,
        mails[0] if mails else None,
        phone,
        mobile,
        linkedin,
        website,
        places[0] if places else None,
        "\n".join(entry for entry in (*mails, *phones, *webs, *places[1:]) if entry not in shown) or None,
        one.private,
        *_times(one, rows, "candidate", "last_activity_at", "created_at", "updated_at"),
    )
    _candidate_values(one, rows)


def application_rows(one: Application, rows: Rows) -> None:
    """One application, or a prospect (7.18). Its stage is that of the job: `stage_id` is the id of a row of
    application_stages and of no use elsewhere (7.2, CONFIRMED)."""
    identity = str(one.id)
    status = APPLICATION_STATUS.get((one.status or "").lower(), "unknown")
    if one.status and status == "unknown":
        title = f'An application has the status "{one.status}", which ATS Desk does not know.'
        rows.odd.append(Odd(identity, title, "It is kept as it came and shown as unknown."))
    over = status not in ("active", "unknown")
    ids = (one.source_id, one.referrer_id, one.recruiter_id, one.coordinator_id, one.job_post_id)
    rows.entities["applications"][identity] = (
        identity,
        _id(one.candidate_id),
        _id(one.job_id),
        status,
        one.status,
        None if over else _id(one.job_interview_stage_id),
        None if over else one.stage_name,
        *map(_id, ids),
        one.prospect,
        *_times(one, rows, "application", "rejected_at", "last_activity_at"),
        "\n".join(_answers(one.answers)) or None,
        *_times(one, rows, "application", "created_at", "updated_at"),
    )
    _application_values(one, rows)


_candidate_values, _application_values = custom_values("candidates"), custom_values("applications")

CANDIDATES = Form({"candidates": CANDIDATE_COLUMNS, "custom_values": CUSTOM_SHAPE}, Candidate, candidate_rows)
APPLICATIONS = Form(
    {"applications": APPLICATION_COLUMNS, "custom_values": CUSTOM_SHAPE}, Application, application_rows
)


class Stage(msgspec.Struct, gc=False):
    """A row for every stage of the job; never entered ones have no times (7.3, SECONDARY)."""

    id: int | str
    application_id: int | str | None = None
    job_interview_stage_id: int | str | None = None
    entered_at: str | None = None
    exited_at: str | None = None
    current: bool | None = None


def step_rows(one: Stage, rows: Rows) -> None:
    """A stage that was never entered is a step to come, or one that was skipped: no history. `current` survives the
    end of the application, but then the step has an exit (7.3, SECONDARY)."""
    if one.application_id is None:
        return
    entered, left = _times(one, rows, "step", "entered_at", "exited_at")
    here = bool(one.current) and left is None
    state = "current" if here else "completed" if entered else "future"
    identity, owner = str(one.id), str(one.application_id)
    rows.parts["steps"].setdefault(owner, {})[identity] = (
        identity, owner, _id(one.job_interview_stage_id), state, entered, left, "ats"
    )  # fmt: skip


STEPS = Form(
    {"steps": ("id", "application_id", "stage_id", "state", "entered_at", "completed_at", "origin")},
    Stage,
    step_rows,
)
ATTACHMENTS = part(
    "attachments",
    "application_id",
    {
        "application_id": ident("application_id"),
        "candidate_id": ident("candidate_id"),
        "type": text("type"),
        "name": text("filename"),
    },
)
APPLIED_TAGS = part(
    "candidate_tags",
    "candidate_id",
    {"candidate_id": ident("candidate_id"), "tag_id": ident("candidate_tag_id")},
)
EDUCATIONS = form(
    "educations",
    {
        "candidate_id": ident("candidate_id"),
        "school_id": ident("school_name_custom_field_option_id"),
        "degree_id": ident("degree_custom_field_option_id"),
        "discipline_id": ident("discipline_custom_field_option_id"),
        "started": on("start_at"),
        "ended": on("end_at"),
        "is_latest": flag("latest"),
    },
)
EMPLOYMENTS = form(
    "employments",
    {
        "candidate_id": ident("candidate_id"),
        "company": text("company_name"),
        "title": text("title"),
        "started": text("start_date"),
        "ended": text("end_date"),
        "is_latest": flag("latest"),
    },
)
NOTES = form(
    "notes",
    {
        "candidate_id": ident("candidate_id"),
        "application_id": ident("application_id"),
        "author_id": ident("user_id"),
        "type": text("type"),
        "subject": text("subject"),
        "body": text("body"),
        "visibility": text("visibility"),
    },
)
PROSPECTS = form(
    "prospects",
    {
        "application_id": ident("application_id"),
        "pool_id": ident("pool_id"),
        "pool_stage_id": ident("pool_stage_id"),
        "owner_id": ident("prospect_owner_id"),
        "department_id": ident("department_id"),
        "office_id": ident("office_id"),
    },
)
POOL_STAGES = form(
    "prospect_pool_stages",
    {"pool_id": ident("prospect_pool_id"), "name": text("name"), "position": whole("sort_order", 1)},
)
REJECTIONS = form(
    "rejections",
    {
        "application_id": ident("application_id"),
        "reason_id": ident("rejection_reason_id"),
        "by_id": ident("rejected_by_id"),
        "note_id": ident("rejection_note_id"),
        "rejected_at": at("rejected_at"),
    },
)


def _values(entries: Iterable[Entry | None] | None) -> list[str]:
    return [entry.value for entry in entries or () if entry and entry.value]


def _id(value: int | str | None) -> str | None:
    return None if value is None or value == "" else str(value)


def _answers(given: Iterable[Any] | None) -> Iterable[str]:
    """Question and answer; the text of an answer may be null (7.2)."""
    for one in given or ():
        if isinstance(one, dict) and one.get("answer") is not None:
            yield f"{one.get('question') or 'Question'}: {one['answer']}"


def _times(one: Any, rows: Rows, what: str, *members: str) -> list[str | None]:
    found: list[str | None] = []
    for member in members:
        try:
            found.append(moment(getattr(one, member)))
        except ValueError:
            title = f"A {what} has a {member} that is no usable date."
            hint = f'"{getattr(one, member)}" was left blank; correct it in Greenhouse.'
            rows.odd.append(Odd(str(one.id), title, hint))
            found.append(None)
    return found
