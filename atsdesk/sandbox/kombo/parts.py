"""What stands inside the objects of the unified API. Source: Kombo documentation, "Objects" (CONFIRMED)."""

from typing import Any

from msgspec import UNSET, Struct, UnsetType


class Location(Struct, gc=False):
    """A place; the country is a code, or the original text."""

    city: str | None = None
    country: str | None = None
    raw: str | None = None
    state: str | None = None
    street_1: str | None | UnsetType = UNSET
    street_2: str | None | UnsetType = UNSET
    zip_code: str | None | UnsetType = UNSET


class Email(Struct, gc=False):
    """A mail address and its kind."""

    email_address: str | None
    type: str | None


class Phone(Struct, gc=False):
    """A number and its kind."""

    phone_number: str
    type: str | None


class Social(Struct, gc=False):
    """A profile elsewhere."""

    link: str | None
    type: str | None
    username: str | None


class UserRef(Struct, gc=False):
    """A colleague inside something else."""

    id: str
    remote_id: str | None
    first_name: str | None
    last_name: str | None
    email: str | None


class Named(Struct, gc=False):
    """A tag or a job inside something else."""

    id: str
    remote_id: str
    name: str | None


class Role(Struct, gc=False):
    """A role inside a user or a hiring team; `scope` is SYSTEM or JOB."""

    remote_id: str | None
    remote_label: str | None
    unified_type: str | None
    scope: str


class StageRef(Struct, gc=False):
    """A stage inside an application of a candidate."""

    id: str
    name: str | None
    remote_id: str | None
    index: int | None


class CurrentStage(Struct, gc=False):
    """A stage inside an application."""

    id: str
    remote_id: str | None
    name: str | None
    status: str | None
    custom_fields: dict[str, Any] | None
    index: int | None


class JobStage(Struct):
    """A stage inside its job."""

    id: str
    remote_id: str | None
    name: str | None
    status: str | None
    custom_fields: dict[str, Any] | None
    index: int | None = None
    remote_data: dict[str, Any] | None = None


class Question(Struct):
    """A screening question; `format` has other members for each type."""

    id: str
    remote_id: str | None
    title: str | None
    description: str | None
    category: str | None
    required: bool | None
    format: dict[str, Any] | None
    index: int | None = None
    precondition_question_id: str | None = None
    precondition_options: list[Any] | None = None


class Posting(Struct):
    """A posting of a job."""

    id: str
    remote_id: str | None
    title: str | None
    description_html: str | None
    status: str | None
    visibility: str | None
    url: str | None
    remote_data: dict[str, Any] | None = None


class Member(Struct):
    """Somebody of a hiring team."""

    id: str
    remote_id: str | None
    first_name: str | None
    last_name: str | None
    email: str | None
    hiring_team_roles: list[str]
    job_roles: list[Role]


class CandidateApplication(Struct, gc=False):
    """An application inside its candidate."""

    id: str
    remote_id: str | None
    outcome: str | None
    rejection_reason_name: str | None
    rejected_at: str | None
    remote_url: str | None
    changed_at: str
    remote_created_at: str | None
    remote_updated_at: str | None
    current_stage: StageRef | None
    job: Named | None


class CandidateRef(Struct, gc=False):
    """A candidate inside an interview or offer."""

    id: str
    remote_id: str
    first_name: str | None
    last_name: str | None
    email_addresses: list[Email] | None | UnsetType = UNSET


class ApplicationCandidate(Struct):
    """A candidate inside an application."""

    id: str
    remote_id: str
    first_name: str | None
    last_name: str | None
    source: str | None
    remote_url: str | None
    tags: list[Named]
    email_addresses: list[Email] | None | UnsetType = UNSET
    phone_numbers: list[Phone] | None | UnsetType = UNSET
    social_media: list[Social] | None | UnsetType = UNSET


class ApplicationInterview(Struct, gc=False):
    """An interview inside its application."""

    id: str
    remote_id: str | None
    title: str | None
    starting_at: str | None
    ending_at: str | None
    location: Location | None
    canceled: bool | None


class ApplicationOffer(Struct, gc=False):
    """An offer inside its application."""

    id: str
    remote_id: str | None
    status: str | None


class Answer(Struct):
    """The answer to a screening question, with other members for each type."""

    answer: dict[str, Any]
    question: dict[str, Any]


class OfferApplication(Struct):
    """The application inside an offer."""

    candidate: CandidateRef | None
    job: Named | None


class InterviewApplication(Struct):
    """The application inside an interview."""

    id: str
    remote_id: str | None
    outcome: str | None
    rejection_reason_name: str | None
    candidate: CandidateRef | None
    job: Named | None
