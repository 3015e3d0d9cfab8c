"""People and what belongs to them."""

from msgspec import Struct

from atsdesk.sandbox.greenhouse.model.record import Custom, Record


class Typed(Struct, gc=False):
    """A mail address, phone number, postal or web address."""

    value: str
    type: str


class Social(Struct, gc=False):
    """An address without a type."""

    value: str


class Candidate(Record, kw_only=True):
    """A person."""

    first_name: str | None
    last_name: str | None
    preferred_name: str | None = None
    company: str | None = None
    title: str | None = None
    last_activity_at: str | None = None
    private: bool | None = False
    can_email: bool = True
    time_zone: str | None = None
    tags: list[str] = []
    linked_user_ids: list[int] = []
    phone_numbers: list[Typed] = []
    addresses: list[Typed] = []
    email_addresses: list[Typed] = []
    website_addresses: list[Typed] = []
    social_media_addresses: list[Social] = []
    custom_fields: Custom | None = {}


class Education(Record, kw_only=True):
    """A school that a candidate went to; school, degree and discipline are custom field options."""

    candidate_id: int
    school_name_custom_field_option_id: int | None = None
    degree_custom_field_option_id: int | None = None
    discipline_custom_field_option_id: int | None = None
    start_at: str | None = None
    end_at: str | None = None
    latest: bool = False
    start_date_month: int | None = None
    start_date_year: int | None = None
    end_date_month: int | None = None
    end_date_year: int | None = None


class Employment(Record, kw_only=True):
    """A job that a candidate has or had."""

    candidate_id: int
    company_name: str
    title: str
    start_date: str
    end_date: str | None = None
    latest: bool | None = None


class CandidateTag(Record, kw_only=True):
    """A tag that exists."""

    name: str


class AppliedTag(Record, kw_only=True):
    """A tag that a candidate has."""

    candidate_tag_id: int
    candidate_id: int


class Note(Record, kw_only=True):
    """A note, an entry of the activity feed, or a mail."""

    candidate_id: int | None
    application_id: int | None = None
    body: str | None = None
    subject: str | None = None
    type: str = "NOTE"
    user_id: int | None = None
    email_from: str | None = None
    email_to: str | None = None
    email_cc: list[str] | None = None
    import_hash: str | None = None
    body_with_tags: str | None = None
    visibility: str | None = "publicly_visible"
    email_attachment_file_names: list[str | None] | None = None


class Attachment(Record, kw_only=True):
    """A file of an application; its link expires."""

    application_id: int
    candidate_id: int | None
    type: str
    filename: str
    url: str
