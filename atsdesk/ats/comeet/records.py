"""Comeet's objects as they come over the wire (contract: Objects). Members the contract does not know are ignored
here and kept in the record."""

from typing import Any

import msgspec


class Named(msgspec.Struct, gc=False):
    uid: str | None = None
    name: str | None = None
    type: str | None = None


class SourceContact(msgspec.Struct, gc=False):
    """`first_name`/`last_name` in lists, `full_name`/`phone` in answers to writing (both CONFIRMED)."""

    uid: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    full_name: str | None = None
    email: str | None = None
    phone: str | None = None


class Step(msgspec.Struct, gc=False):
    name: str | None = None
    type: str | None = None
    time_scheduled: str | None = None
    time_completed: str | None = None
    position_step_uid: str | None = None
    assignees: msgspec.Raw = msgspec.Raw()
    interviewers: msgspec.Raw = msgspec.Raw()


class Opening(msgspec.Struct, gc=False):
    uid: str | None = None
    name: str | None = None
    status: str | None = None
    time_start_to_work: str | None = None
    hired_candidate_hire_date: str | None = None


class File(msgspec.Struct, gc=False):
    name: str | None = None


class Candidate(msgspec.Struct, gc=False):
    """One hiring process; the human is `person_uid`."""

    uid: str | int
    deleted: bool | None = None
    person_uid: str | int | None = None
    first_name: str | None = None
    middle_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    phone: str | None = None
    mobile_phone: str | None = None
    id_number: str | None = None
    linkedin_url: str | None = None
    position_uid: str | None = None
    source: Named | None = None
    source_contact: SourceContact | None = None
    time_created: str | None = None
    time_last_status_changed: str | None = None
    url: str | None = msgspec.field(name="URL", default=None)
    status: str | None = None
    prospect_status: str | None = None
    completed_steps: list[Step | None] | None = None
    current_steps: list[Step | None] | None = None
    future_steps: list[Step | None] | None = None
    opening: Opening | None = None
    resume: File | None = None
    tags: list[Any] | None = None
    custom_fields: dict[str, Any] | None = None


class Location(msgspec.Struct, gc=False):
    name: str | None = None
    city: str | None = None
    state: str | None = None
    country: str | None = None
    timezone: str | None = None


class SalaryRange(msgspec.Struct, gc=False):
    min: float | None = None
    max: float | None = None
    currency_code: str | None = None
    period: str | None = None


class Detail(msgspec.Struct, gc=False):
    name: str | None = None
    value: str | None = None


class Position(msgspec.Struct, gc=False):
    uid: str | int
    name: str | None = None
    internal_name: str | None = None
    status: str | None = None
    is_discreet: bool | None = None
    is_published: bool | None = None
    is_talent_pool: bool | None = None
    department: str | None = None
    email: str | None = None
    url: str | None = msgspec.field(name="URL", default=None)
    url_active_page: str | None = None
    url_comeet_hosted_page: str | None = None
    url_recruit_hosted_page: str | None = None
    experience_level: str | None = None
    employment_type: str | None = None
    workplace_type: str | None = None
    internal_use_custom_id: str | int | None = None
    time_created: str | None = None
    time_updated: str | None = None
    company_name: str | None = None
    location: Location | None = None
    salary_range: SalaryRange | None = None
    details: list[Detail | None] | None = None
    users: Any = None


class DeletedId(msgspec.Struct, gc=False):
    """`/deleted-candidates` answers bare ids; see `atsdesk.ats.comeet.connector`."""

    uid: str | int
