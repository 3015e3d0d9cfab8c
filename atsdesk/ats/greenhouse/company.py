"""Jobs and how the company hires (contract, 7.4-7.15, 7.21, 7.22)."""

from typing import Any

from atsdesk.ats.greenhouse.members import (
    CUSTOM_MEMBER,
    CUSTOM_SHAPE,
    at,
    custom_values,
    denied,
    first_of,
    flag,
    form,
    ident,
    inside,
    on,
    text,
    whole,
    word,
    word_or_own,
)
from atsdesk.rows import Rows

JOB_STATUS = {"open": "open", "draft": "draft", "closed": "closed"}
OFFER_STATUS = {"created": "sent", "accepted": "accepted", "rejected": "declined", "deprecated": "abandoned"}
"""Capitalised words (7.10, CONFIRMED); that a created offer was sent is INFERRED, `sent_on` says when."""
INTERVIEW_STATUS = {
    "to_be_scheduled": "scheduled",
    "to_be_sent": "scheduled",
    "sent": "scheduled",
    "scheduled": "scheduled",
    "awaiting_feedback": "done",
    "collect_feedback": "done",
    "received": "done",
    "complete": "done",
    "skipped": "canceled",
}
APPLIES_TO = {
    "job": "jobs",
    "opening": "openings",
    "offer": "offers",
    "candidate": "candidates",
    "application": "applications",
    "user_attribute": "users",
}
"""Kinds of fields whose values stand on rows of ours (7.14)."""

JOBS = form(
    "jobs",
    {
        "name": text("name"),
        "internal_name": text("name"),
        "status": word("status", JOB_STATUS),
        "status_raw": text("status"),
        "code": text("requisition_id"),
        "is_confidential": flag("confidential"),
        "department_id": ident("department_id"),
        "office_id": first_of("office_ids"),
        "opened_at": at("opened_at"),
        "closed_at": at("closed_at"),
        "is_template": flag("is_template"),
        "notes": text("notes"),
    },
    extra={"custom_values": CUSTOM_SHAPE},
    more=custom_values("jobs"),
    members=CUSTOM_MEMBER,
)
JOB_POSTS = form(
    "job_posts",
    {
        "job_id": ident("job_id"),
        "title": text("title"),
        "is_live": flag("live"),
        "is_internal": flag("internal"),
        "is_active": flag("active"),
        "language": text("language"),
        "url": text("public_url"),
        "published_at": at("first_published_at"),
        "content": text("content"),
    },
)
OPENINGS = form(
    "openings",
    {
        "job_id": ident("job_id"),
        "hired_application_id": ident("application_id"),
        "code": text("opening_id"),
        "is_open": flag("open"),
        "opened_at": at("opened_at"),
        "closed_at": at("closed_at"),
        "target_start_on": on("target_start_on"),
        "close_reason_id": ident("close_reason_id"),
    },
    extra={"custom_values": CUSTOM_SHAPE},
    more=custom_values("openings"),
    members=CUSTOM_MEMBER,
)
STAGES = form(
    "stages",
    {
        "job_id": ident("job_id"),
        "name": text("name"),
        "position": whole("sort_order", 1),
        "is_active": flag("active"),
    },
)
INTERVIEWS = form(
    "interviews",
    {
        "event_id": ident("id"),
        "application_id": ident("application_id"),
        "job_id": ident("job_id"),
        "status": word("status", INTERVIEW_STATUS),
        "status_raw": text("status"),
        "starts_at": at("starts_at"),
        "ends_at": at("ends_at"),
        "held_on": on("all_day_start_on"),
        "location": text("location"),
        "video_url": text("video_conferencing_url"),
        "organizer_id": ident("organizer_id"),
    },
)
INTERVIEWERS = form(
    "interviewers",
    {
        "interview_id": ident("interview_id"),
        "user_id": ident("user_id"),
        "email": text("email"),
        "response": text("response_status"),
        "scorecard_id": ident("scorecard_id"),
    },
)
SCORECARDS = form(
    "scorecards",
    {
        "application_id": ident("application_id"),
        "interviewer_id": ident("interviewer_id"),
        "submitter_id": ident("submitter_id"),
        "status": text("status"),
        "rating": text("candidate_rating"),
        "notes": text("notes"),
        "interviewed_at": at("interviewed_at"),
        "submitted_at": at("submitted_at"),
    },
)
OFFERS = form(
    "offers",
    {
        "application_id": ident("application_id"),
        "candidate_id": ident("candidate_id"),
        "job_id": ident("job_id"),
        "opening_id": ident("opening_id"),
        "version": whole("version"),
        "status": word("status", OFFER_STATUS),
        "status_raw": text("status"),
        "starts_on": on("starts_on"),
        "sent_on": on("sent_on"),
        "resolved_at": at("resolved_at"),
    },
    extra={"custom_values": CUSTOM_SHAPE},
    more=custom_values("offers"),
    members=CUSTOM_MEMBER,
)
SOURCES = form("sources", {"name": text("name"), "type": inside("type", "name")})
REFERRERS = form("source_contacts", {"name": text("name"), "user_id": ident("user_id")})
USERS = form(
    "users",
    {
        "name": text("name"),
        "first_name": text("first_name"),
        "last_name": text("last_name"),
        "email": text("primary_email"),
        "title": text("job_title"),
        "employee_id": text("employee_id"),
        "is_active": denied("deactivated"),
        "is_admin": flag("site_admin"),
    },
    extra={"custom_values": CUSTOM_SHAPE},
    more=custom_values("users"),
    members=CUSTOM_MEMBER,
)
DEPARTMENTS = form(
    "departments", {"name": text("name"), "parent_id": ident("parent_id"), "code": text("external_id")}
)
OFFICES = form(
    "offices",
    {
        "name": text("name"),
        "parent_id": ident("parent_id"),
        "location": text("location"),
        "code": text("external_id"),
        "contact_id": ident("primary_in_house_contact_user_id"),
    },
)
CUSTOM_FIELDS = form(
    "custom_fields",
    {
        "key": text("name_key"),
        "name": text("name"),
        "applies_to": word_or_own("field_type", APPLIES_TO),
        "type": text("value_type"),
        "is_required": flag("required"),
        "is_private": flag("private"),
        "is_active": flag("active"),
        "position": whole("sort_order", 1),
        "description": text("description"),
    },
)
CUSTOM_OPTIONS = form(
    "custom_options",
    {
        "field_id": ident("custom_field_id"),
        "name": text("name"),
        "code": text("external_id"),
        "is_active": flag("active"),
        "position": whole("sort_order", 1),
    },
)
REJECTION_REASONS = form("rejection_reasons", {"name": text("name"), "type": inside("type", "name")})
CLOSE_REASONS = form("close_reasons", {"name": text("name")})
TAGS = form("tags", {"name": text("name")})
POOLS = form(
    "prospect_pools",
    {"name": text("name"), "description": text("description"), "is_active": flag("active")},
)
OWNERS = form(
    "hiring_team",
    {
        "job_id": ident("job_id"),
        "user_id": ident("user_id"),
        "role": text("type"),
        "is_responsible": flag("responsible"),
    },
)
EEOC = form(
    "eeoc",
    {
        "application_id": ident("application_id"),
        "candidate_id": ident("candidate_id"),
        "gender": inside("gender", "description"),
        "race": inside("race", "description"),
        "veteran_status": inside("veteran_status", "description"),
        "disability_status": inside("disability_status", "description"),
        "submitted_at": at("submitted_at"),
    },
)
DEMOGRAPHICS = form(
    "demographics",
    {
        "application_id": ident("application_id"),
        "question_id": ident("demographic_question_id"),
        "option_id": ident("demographic_answer_option_id"),
        "answer": text("free_form_text"),
    },
)


OF_MANAGER = "manager:"
"""What sets a hiring manager's id apart from an owner's."""


def manager_rows(one: Any, rows: Rows) -> None:
    """Hiring managers have a list and ids of their own (7.21): the ids are kept apart from the owners'."""
    identity = f"{OF_MANAGER}{one.id}"
    rows.entities["hiring_team"][identity] = (
        identity,
        *(None if value is None else str(value) for value in (one.job_id, one.user_id)),
        "hiring_manager",
    )
