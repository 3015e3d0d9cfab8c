"""The company itself: its people, places, sources, reasons, fields and questionnaires."""

from typing import Any

from msgspec import UNSET, Struct, UnsetType

from atsdesk.sandbox.greenhouse.model.record import Custom, Named, Record


class User(Record, kw_only=True):
    """An account; service accounts have no `primary_email`."""

    first_name: str | None = None
    last_name: str | None = None
    primary_email: str | UnsetType = UNSET
    job_title: str | None = None
    agency_id: int | None = None
    name: str | None = None
    deactivated: bool = False
    site_admin: bool = False
    employee_id: str | None = None
    linked_candidate_ids: list[int] = []
    office_ids: list[int] = []
    department_ids: list[int] = []
    interviewer_tags: list[Named] = []
    emails: list[str] | None = []
    custom_fields: Custom | None = {}


class UserRole(Record, kw_only=True):
    """A role."""

    role_type: str
    name: str


class UserEmail(Record, kw_only=True):
    """A mail address of a user."""

    user_id: int
    email: str
    verified: bool = True
    verification_token_sent_at: str | None = None


class InterviewerTag(Record, kw_only=True):
    """A tag of users."""

    name: str


class Department(Record, kw_only=True):
    """A department in the tree."""

    name: str
    parent_id: int | None = None
    external_id: str | None = None


class Office(Record, kw_only=True):
    """An office in the tree."""

    name: str
    parent_id: int | None = None
    external_id: str | None = None
    location: str | None = None
    primary_in_house_contact_user_id: int | None = None


class Source(Record, kw_only=True):
    """Where candidates come from; `type` is the sourcing strategy."""

    name: str
    type: Named


class Referrer(Record, kw_only=True):
    """Somebody who refers candidates; not a user's id."""

    user_id: int | None
    name: str


class ReasonType(Struct, gc=False):
    """Who turned whom down."""

    id: int
    key: str
    name: str


class RejectionReason(Record, kw_only=True):
    """A reason; the built-in ones show with `include_defaults=true` only."""

    name: str
    type: ReasonType


class CloseReason(Record, kw_only=True):
    """Why an opening was closed."""

    name: str


class CustomField(Record, kw_only=True):
    """A field that the company defined; archived ones are listed too."""

    field_type: str
    sort_order: int
    name: str
    value_type: str
    private: bool = False
    required: bool = False
    require_approval: bool = False
    trigger_new_version: bool = False
    active: bool | None = True
    updated_by_id: int | None = None
    internal_type: str | None = None
    expose_in_job_board_api: bool = False
    placeholder: str | None = None
    name_key: str
    description: str | None = None
    application_type: str | None = None
    api_only: bool | None = False
    use_for_job_approvals: bool | None = False
    use_for_offer_approvals: bool | None = False
    template_token_string: str | None = None
    default_value: dict[str, Any] | None = None


class CustomFieldOption(Record, kw_only=True):
    """A choice of a select field; schools, degrees and disciplines are choices too."""

    custom_field_id: int
    name: str
    external_id: str | None = None
    sort_order: int = 0
    active: bool = True


class CustomFieldDepartment(Record, kw_only=True):
    """A field that only one department has."""

    custom_field_id: int
    department_id: int


class CustomFieldOffice(Record, kw_only=True):
    """A field that only one office has."""

    custom_field_id: int
    office_id: int


class ProspectPool(Record, kw_only=True):
    """A collection of prospects."""

    name: str
    active: bool = True
    description: str | None = None
    department_ids: list[int] = []
    office_ids: list[int] = []
    job_ids: list[int] = []


class ProspectPoolStage(Record, kw_only=True):
    """A stage within a pool."""

    prospect_pool_id: int
    name: str
    sort_order: int


class DemographicQuestionSet(Record, kw_only=True):
    """A questionnaire."""

    title: str
    description: str | None = None
    active: bool = True
    enabled: bool | None = True


class DemographicQuestion(Record, kw_only=True):
    """A question; cannot be filtered by time."""

    sort_order: int
    active: bool = True
    name: str | None = None
    demographic_question_set_id: int | None = None
    required: bool | None = False
    answer_type: str | None = "multi_value_single_select"


class DemographicAnswerOption(Record, kw_only=True):
    """A possible answer; cannot be filtered by time."""

    demographic_question_id: int
    sort_order: int
    active: bool = True
    free_form: bool = False
    name: str | None = None
    decline_to_answer: bool | None = False
