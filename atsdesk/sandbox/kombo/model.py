"""The objects of the unified API as they go over the wire.

Source: Kombo documentation, "Objects" (CONFIRMED). A field that is `UNSET` is absent from the JSON text.
"""

from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType

from atsdesk.sandbox.kombo.parts import (
    Answer,
    ApplicationCandidate,
    ApplicationInterview,
    ApplicationOffer,
    CandidateApplication,
    CurrentStage,
    Email,
    InterviewApplication,
    JobStage,
    Location,
    Member,
    Named,
    OfferApplication,
    Phone,
    Posting,
    Question,
    Role,
    Social,
    UserRef,
)


class Record(Struct, kw_only=True):
    """What every synced object has."""

    id: str
    remote_id: str | None
    changed_at: str
    remote_deleted_at: str | None = None


class Plain(Record, kw_only=True):
    """One with the ATS's own payload, which only some plans have."""

    remote_data: dict[str, Any] | None = None


class Dated(Record, kw_only=True):
    """One with the ATS's own times."""

    remote_created_at: str | None = None
    remote_updated_at: str | None = None


class Rich(Dated, kw_only=True):
    """One with the ATS's own times, payload and custom fields."""

    remote_data: dict[str, Any] | None = None


class Job(Rich, kw_only=True):
    """A job. The open enums may hold any original text."""

    name: str | None
    job_code: str | None
    description: str | None
    confidential: bool | None
    weekly_hours: float | None
    employment_type: str | None | UnsetType = UNSET
    status: str | None | UnsetType = UNSET
    visibility: str | None | UnsetType = UNSET
    category: str | None
    department: str | None
    post_url: str | None
    experience_level: str | None
    remote_work_status: str | None | UnsetType = UNSET
    salary_amount: float | None
    salary_amount_from: float | None
    salary_amount_to: float | None
    salary_currency: str | None
    salary_period: str | None | UnsetType = UNSET
    location: Location | None | UnsetType = UNSET
    custom_fields: dict[str, Any] | None
    remote_url: str | None
    opened_at: str | None
    closed_at: str | None
    contact_id: str | None
    stages: list[JobStage]
    screening_questions: list[Question]
    job_postings: list[Posting]
    hiring_team: list[Member]
    integration_fields: list[dict[str, Any]] = []


class Candidate(Rich, kw_only=True):
    """A person. The lists of addresses may be empty, null or absent."""

    first_name: str | None
    last_name: str | None
    company: str | None
    title: str | None
    confidential: bool | None
    source: str | None
    custom_fields: dict[str, Any] | None
    remote_url: str | None
    phone_numbers: list[Phone] | None | UnsetType = UNSET
    email_addresses: list[Email] | None | UnsetType = UNSET
    social_media: list[Social] | None | UnsetType = UNSET
    location: Location | None | UnsetType = UNSET
    applications: list[CandidateApplication] | UnsetType = []
    tags: list[Named] = []
    integration_fields: list[dict[str, Any]] = []


class Application(Rich, kw_only=True):
    """A candidate on a job. There is neither a history of stages nor a time of applying."""

    outcome: str | None
    rejection_reason_name: str | None
    rejected_at: str | None
    current_stage_id: str | None
    job_id: str | None
    candidate_id: str | None
    screening_question_answers: list[Answer] | None | UnsetType = UNSET
    custom_fields: dict[str, Any] | None
    remote_url: str | None
    candidate: ApplicationCandidate | None = None
    current_stage: CurrentStage | None = None
    job: Named | None = None
    interviews: list[ApplicationInterview] = []
    offers: list[ApplicationOffer] = []
    integration_fields: list[dict[str, Any]] = []


class ApplicationStage(Plain, kw_only=True):
    """A stage in the deprecated list of all stages."""

    name: str | None
    status: str | None
    custom_fields: dict[str, Any] | None


class User(Plain, kw_only=True):
    """A colleague."""

    first_name: str | None
    last_name: str | None
    email: str | None | UnsetType = UNSET
    status: str | None
    system_roles: list[Role]


class RoleRecord(Plain, kw_only=True):
    """A role that colleagues can have."""

    remote_label: str | None
    scope: str | None
    unified_type: str | None


class NamedRecord(Plain, kw_only=True):
    """A tag or a rejection reason."""

    name: str | None


class Offer(Rich, kw_only=True):
    """An offer; there is no salary in it."""

    status: str | None
    employment_start_date: str | None
    application_id: str | None
    custom_fields: dict[str, Any] | None
    application: OfferApplication | None = None
    integration_fields: list[dict[str, Any]] = []


class Interview(Rich, kw_only=True):
    """An appointment with a candidate; `canceled` is null where the tool does not say."""

    title: str | None
    starting_at: str | None
    ending_at: str | None
    location: Location | None | UnsetType = UNSET
    video_conferencing_url: str | None
    application_id: str | None
    stage_id: str | None
    canceled: bool | None
    users: list[UserRef]
    application: InterviewApplication | None = None


class Note(Dated, kw_only=True):
    """A note about a candidate."""

    candidate_id: str
    application_id: str | None
    author_id: str | None
    title: str | None
    content_html: str | None
    is_private: bool | None
    author: UserRef | None = None


class Scorecard(Dated, kw_only=True):
    """What somebody thought of a candidate."""

    candidate_id: str | None
    application_id: str | None
    interview_id: str | None
    author_id: str | None
    author: UserRef | None = None
    responses: list[dict[str, Any]] | None | UnsetType = UNSET


class Attachment(Dated, kw_only=True):
    """A file, which lies elsewhere."""

    candidate_id: str
    application_id: str | None
    type: str | None
    file_name: str | None
    content_ref: dict[str, str] | None | UnsetType = UNSET


encode = msgspec.json.encode

MODELS: dict[str, type[Record]] = {
    "jobs": Job,
    "candidates": Candidate,
    "applications": Application,
    "application_stages": ApplicationStage,
    "users": User,
    "roles": RoleRecord,
    "offers": Offer,
    "rejection_reasons": NamedRecord,
    "interviews": Interview,
    "tags": NamedRecord,
    "notes": Note,
    "scorecards": Scorecard,
    "attachments": Attachment,
}
"""What the lists hold; the path has dashes instead of underscores."""
