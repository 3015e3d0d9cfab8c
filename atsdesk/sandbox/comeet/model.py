"""The objects of the Recruiting API as they go over the wire.

Source: Comeet's Recruiting API documentation, "Objects". A field that is `UNSET` is absent from the JSON text.
"""

from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType, field

from atsdesk.sandbox.comeet.defaults import STEP_ASSIGNEES


class Assignee(Struct, gc=False):
    """Who does a step. INFERRED: the shape was seen nowhere."""

    first_name: str
    last_name: str
    email: str
    uid: str | UnsetType = UNSET


class Step(Struct, gc=False):
    """One stage of one hiring process; its list tells whether it is completed, current or future."""

    name: str
    type: str
    position_step_uid: str
    time_scheduled: str | None | UnsetType = UNSET
    time_completed: str | UnsetType = UNSET
    assignees: list[Assignee] | UnsetType = field(default=UNSET, name=STEP_ASSIGNEES)


class Source(Struct, gc=False):
    """Where a candidate came from."""

    uid: str
    name: str
    type: str


class SourceContact(Struct, gc=False):
    """The person at the source, as read; with `include source contact id only` it has just its uid."""

    uid: str
    first_name: str | None | UnsetType = UNSET
    last_name: str | None | UnsetType = UNSET
    email: str | None | UnsetType = UNSET


class FilledOpening(Struct, gc=False):
    """The opening inside a hired candidate."""

    uid: str
    time_start_to_work: str
    hired_candidate_hire_date: str


class File(Struct, gc=False):
    """A file and the link that serves it for a quarter of an hour."""

    name: str
    url: str


class Tag(Struct, gc=False):
    """INFERRED: the inner fields of a tag were seen nowhere."""

    uid: str
    name: str


class Candidate(Struct):
    """One hiring process of one person."""

    uid: str
    person_uid: str
    first_name: str
    middle_name: str | None
    last_name: str
    email: str | None
    phone: str | None
    mobile_phone: str | None
    id_number: str | None
    linkedin_url: str | None
    position_uid: str
    status: str
    time_created: str
    time_last_status_changed: str
    url: str = field(name="URL")
    deleted: bool = False
    prospect_status: str | None = None
    source: Source | UnsetType = UNSET
    source_contact: SourceContact | None | UnsetType = UNSET
    completed_steps: list[Step] = []
    current_steps: list[Step] = []
    future_steps: list[Step] | UnsetType = UNSET
    opening: FilledOpening | UnsetType = UNSET
    resume: File | UnsetType = UNSET
    tags: list[Tag] = []
    custom_fields: dict[str, Any] = {}


class Stub(Struct):
    """What is left of a deleted candidate."""

    uid: str
    deleted: bool = True


class Location(Struct):
    """Where a position is."""

    uid: str
    name: str
    country: str
    city: str | None
    state: str | None
    postal_code: str | None
    street_name: str | None
    street_number: str | None
    arrival_instructions: str | None
    timezone: str


class SalaryRange(Struct):
    """What a position pays; `period` is hourly, weekly, monthly or annually."""

    min: int
    max: int
    currency_code: str
    period: str


class NameValue(Struct):
    """A category, or a section of the description as HTML."""

    name: str
    value: str


class User(Struct):
    """A colleague named in a position."""

    first_name: str
    last_name: str


class Users(Struct):
    """The people who look after a position."""

    lead_recruiter: User | UnsetType = UNSET
    hiring_manager: User | UnsetType = UNSET


class Position(Struct):
    """A job. `url_comeet_hosted_page` has a newer name in newer documentation; the older one is served."""

    uid: str
    name: str
    status: str
    is_discreet: bool
    is_published: bool
    department: str
    email: str
    url: str = field(name="URL")
    url_comeet_hosted_page: str
    url_active_page: str
    experience_level: str | None
    employment_type: str
    internal_use_custom_id: str | None
    picture_url: str | None
    time_updated: str
    company_name: str
    position_url: str
    is_talent_pool: bool
    workplace_type: str
    categories: list[NameValue]
    details: list[NameValue]
    internal_name: str | UnsetType = UNSET
    location: Location | UnsetType = UNSET
    salary_range: SalaryRange | None | UnsetType = UNSET
    users: Users | UnsetType = UNSET


encode = msgspec.json.encode
read_candidate = msgspec.json.Decoder(Candidate).decode
read_position = msgspec.json.Decoder(Position).decode
