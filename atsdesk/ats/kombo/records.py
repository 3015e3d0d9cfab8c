"""Objects of Kombo's unified API, as far as ATS Desk shows them; the rest is kept in the record.

Everything may be absent or null but for the id. Open enums are texts (Objects, CONFIRMED). Lists are checked only to be
lists of objects, so that one strange entry does not set the whole record aside.
"""

from typing import Any

import msgspec

from atsdesk.ats.reading import Whole


class Synced(msgspec.Struct, gc=False):
    """What every object has; ids are unique within a model, not across models (CONFIRMED)."""

    id: str | int
    changed_at: str | None = None
    remote_deleted_at: str | None = None


class Dated(Synced, gc=False):
    """One with the ATS's own times."""

    remote_created_at: str | None = None
    remote_updated_at: str | None = None


class Location(msgspec.Struct, gc=False):
    city: str | None = None
    country: str | None = None
    raw: str | None = None
    state: str | None = None
    street_1: str | None = None
    street_2: str | None = None
    zip_code: str | None = None


class Ref(msgspec.Struct, gc=False):
    """A tag inside something else."""

    id: str | int | None = None
    name: str | None = None


class StageRef(msgspec.Struct, gc=False):
    id: str | int | None = None
    name: str | None = None


class Person(msgspec.Struct, gc=False):
    """A user or candidate inside something else."""

    id: str | int | None = None
    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    source: str | None = None


class Role(msgspec.Struct, gc=False):
    remote_label: str | None = None
    unified_type: str | None = None


class Phone(msgspec.Struct, gc=False):
    phone_number: str | None = None
    type: str | None = None


class Email(msgspec.Struct, gc=False):
    email_address: str | None = None
    type: str | None = None


class Social(msgspec.Struct, gc=False):
    link: str | None = None
    type: str | None = None
    username: str | None = None


class User(Synced, gc=False):
    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    status: str | None = None
    system_roles: list[Role | None] | None = None


class Named(Synced, gc=False):
    """A tag or a rejection reason."""

    name: str | None = None


class Stage(Synced, gc=False):
    """A stage in the deprecated list of all stages."""

    name: str | None = None
    status: str | None = None


class JobStage(msgspec.Struct, gc=False):
    id: str | int | None = None
    name: str | None = None
    status: str | None = None
    index: Whole | float | None = None


class Posting(msgspec.Struct, gc=False):
    id: str | int | None = None
    title: str | None = None
    description_html: str | None = None
    status: str | None = None
    visibility: str | None = None
    url: str | None = None


class Member(msgspec.Struct, gc=False):
    id: str | int | None = None
    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    job_roles: list[Role | None] | None = None


class Job(Dated, gc=False):
    remote_id: str | int | None = None
    name: str | None = None
    job_code: str | None = None
    description: str | None = None
    confidential: bool | None = None
    employment_type: str | None = None
    status: str | None = None
    visibility: str | None = None
    department: str | None = None
    post_url: str | None = None
    experience_level: str | None = None
    remote_work_status: str | None = None
    salary_amount: float | None = None
    salary_amount_from: float | None = None
    salary_amount_to: float | None = None
    salary_currency: str | None = None
    salary_period: str | None = None
    location: Location | None = None
    remote_url: str | None = None
    opened_at: str | None = None
    closed_at: str | None = None
    custom_fields: dict[str, Any] | None = None
    stages: list[JobStage | None] | None = None
    job_postings: list[Posting | None] | None = None
    hiring_team: list[Member | None] | None = None


class Candidate(Dated, gc=False):
    first_name: str | None = None
    last_name: str | None = None
    company: str | None = None
    title: str | None = None
    confidential: bool | None = None
    remote_url: str | None = None
    phone_numbers: list[Phone | None] | None = None
    email_addresses: list[Email | None] | None = None
    social_media: list[Social | None] | None = None
    location: Location | None = None
    custom_fields: dict[str, Any] | None = None
    tags: list[Ref | None] | None = None


class Application(Dated, gc=False):
    outcome: str | None = None
    rejection_reason_name: str | None = None
    rejected_at: str | None = None
    current_stage_id: str | int | None = None
    job_id: str | int | None = None
    candidate_id: str | int | None = None
    screening_question_answers: list[Any] | None = None
    remote_url: str | None = None
    candidate: Person | None = None
    current_stage: StageRef | None = None
    custom_fields: dict[str, Any] | None = None


class Interview(Dated, gc=False):
    title: str | None = None
    starting_at: str | None = None
    ending_at: str | None = None
    location: Location | None = None
    video_conferencing_url: str | None = None
    application_id: str | int | None = None
    stage_id: str | int | None = None
    canceled: bool | None = None
    users: list[Person | None] | None = None


class Offer(Dated, gc=False):
    status: str | None = None
    employment_start_date: str | None = None
    application_id: str | int | None = None
    custom_fields: dict[str, Any] | None = None


class Note(Dated, gc=False):
    candidate_id: str | int | None = None
    application_id: str | int | None = None
    author_id: str | int | None = None
    author: Person | None = None
    title: str | None = None
    content_html: str | None = None
    is_private: bool | None = None


class Scorecard(Dated, gc=False):
    application_id: str | int | None = None
    interview_id: str | int | None = None
    author_id: str | int | None = None
    responses: list[Any] | None = None


class Attachment(Dated, gc=False):
    candidate_id: str | int | None = None
    application_id: str | int | None = None
    type: str | None = None
    file_name: str | None = None
