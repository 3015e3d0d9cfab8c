"""What may be sent, as types: whatever does not fit is refused, null instead of an optional value included.

Source: Kombo documentation, "Creating applications" (CONFIRMED).
"""

import base64
import binascii
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from atsdesk.sandbox.kombo.parts import Question
from atsdesk.sandbox.kombo.refusals import invalid

Mail = Annotated[str, Meta(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?)?Z?$")]
Kind = Annotated[str, Meta(pattern=r"^[\w.-]+/[\w.-]+$")]
Url = Annotated[str, Meta(pattern=r"^https?://[^\s/]+")]
Use = Literal["PERSONAL", "WORK", "OTHER"]
Files = Literal["CV", "COVER_LETTER", "OTHER"]


class MoreMail(Struct):
    """One more mail address."""

    type: Use
    email_address: Mail


class MorePhone(Struct):
    """One more number."""

    type: Use
    phone_number: str


class Place(Struct):
    """A location; its country is a code in capital letters."""

    country: Annotated[str, Meta(pattern="^[A-Z]{2}$")]
    city: str | UnsetType = UNSET
    state: str | UnsetType = UNSET
    street_1: str | UnsetType = UNSET
    zip_code: str | UnsetType = UNSET


class Salary(Struct):
    """What is expected."""

    period: Literal["MONTH", "YEAR"]
    amount: float


class Link(Struct):
    """A profile elsewhere."""

    url: Url


class Applicant(Struct):
    """The candidate of an application."""

    first_name: str
    last_name: str
    email_address: Mail
    additional_email_addresses: list[MoreMail] = []
    company: str | UnsetType = UNSET
    title: str | UnsetType = UNSET
    phone_number: str | UnsetType = UNSET
    additional_phone_numbers: list[MorePhone] = []
    location: Place | UnsetType = UNSET
    gender: Literal["MALE", "FEMALE", "OTHER"] | UnsetType = UNSET
    availability_date: Day | UnsetType = UNSET
    salary_expectations: Salary | UnsetType = UNSET
    social_links: list[Link] = []


class Upload(Struct):
    """A file: its bytes, or where they can be fetched."""

    name: str
    type: Files = "OTHER"
    content_type: Kind | UnsetType = UNSET
    data: str | UnsetType = UNSET
    data_url: Url | UnsetType = UNSET

    def content(self) -> bytes:
        """The bytes that were sent; none for a link, which the sandbox does not follow."""
        if (self.data is UNSET) == (self.data_url is UNSET):
            raise invalid(f"The attachment {self.name} needs either data or data_url.")
        if self.data is UNSET:
            return b""
        if self.content_type is UNSET:
            raise invalid(f"The attachment {self.name} needs a content_type beside its data.")
        try:
            return base64.b64decode(self.data, validate=True)
        except (binascii.Error, ValueError):
            raise invalid(f"The data of the attachment {self.name} are not base64.") from None


class Given(Struct):
    """The answer to a screening question; its form follows from the question."""

    question_id: str
    answer: Any


class Origin(Struct):
    """Where the candidate comes from (deprecated)."""

    name: str | UnsetType = UNSET
    unified_key: str | UnsetType = UNSET
    id: str | UnsetType = UNSET


class Sourcer(Struct):
    """Who is credited."""

    user_id: str


class Consent(Struct):
    """Until when data may be kept."""

    expires_at: Day | UnsetType = UNSET
    given: bool | UnsetType = UNSET


class NewApplication(Struct):
    """The body of `POST /ats/jobs/{job_id}/applications`."""

    candidate: Applicant
    stage_id: str | UnsetType = UNSET
    attachments: list[Upload] = []
    source: Origin | UnsetType = UNSET
    sourced_by: Sourcer | UnsetType = UNSET
    gdpr_consent: Consent | UnsetType = UNSET
    screening_question_answers: list[Given] = []
    remote_fields: dict[str, dict[str, Any]] = {}


class Target(Struct):
    """The job inside a new candidate. INFERRED: the older twin was seen nowhere."""

    job_id: str
    stage_id: str | UnsetType = UNSET


class NewCandidate(NewApplication, kw_only=True):
    """The body of `POST /ats/candidates`."""

    application: Target


class Stage(Struct):
    """The body of `PUT /ats/applications/{id}/stage`."""

    stage_id: str
    remote_fields: dict[str, Any] = {}


class Rejection(Struct):
    """The body of `POST /ats/applications/{id}/reject`."""

    rejection_reason_id: str
    note: str | UnsetType = UNSET
    remote_fields: dict[str, Any] = {}


class NewNote(Struct):
    """The body of `POST /ats/applications/{id}/notes`."""

    content: str
    content_type: Literal["PLAIN_TEXT"]
    remote_fields: dict[str, Any] = {}


class NewAttachment(Struct):
    """The body of `POST /ats/.../attachments`."""

    attachment: Upload
    remote_fields: dict[str, Any] = {}


class TagName(Struct):
    """A tag by its name."""

    name: Annotated[str, Meta(min_length=1)]


class NewTag(Struct):
    """The body of `POST` and `DELETE /ats/candidates/{id}/tags`."""

    tag: TagName
    remote_fields: dict[str, Any] = {}


class Switch(Struct):
    """The body of `PUT /integrations/{id}/enabled`."""

    value: bool


Shape = TypeVar("Shape")


def read(body: dict[str, Any], shape: type[Shape]) -> Shape:
    """The body as its type; refused with what is wrong with it."""
    try:
        return msgspec.convert(body, shape)
    except msgspec.ValidationError as error:
        raise invalid(f"{error}.") from None


def answered(question: Question, said: Any) -> dict[str, Any] | None:
    """An answer as it is read back: texts instead of the ids of options; None for a file.

    Refused when it does not fit the question.
    """
    shape = question.format or {"type": "UNKNOWN"}
    names = {option["id"]: option["name"] for option in shape.get("options", ())}
    kind = shape["type"]
    if kind == "TEXT" and isinstance(said, str) and len(said) <= (shape.get("max_length") or 10**6):
        return {"content": said}
    if kind == "NUMBER" and isinstance(said, int | float) and not isinstance(said, bool):
        lowest, highest = shape.get("min"), shape.get("max")
        if (lowest is None or said >= lowest) and (highest is None or said <= highest):
            return {"number": said}
    if kind == "SINGLE_SELECT" and isinstance(said, str) and said in names:
        return {"choice": names[said]}
    if (
        kind == "MULTI_SELECT"
        and isinstance(said, list)
        and all(isinstance(one, str) and one in names for one in said)
    ):
        return {"choices": [names[one] for one in said]}
    if kind == "BOOLEAN" and isinstance(said, bool):
        return {"checked": said}
    if kind == "DATE" and isinstance(said, str):
        return {"date": f"{read({'date': said}, _Dated).date[:10]}T00:00:00.000Z"}
    if kind == "FILE" and isinstance(said, dict):
        read({"type": "OTHER", **said}, Upload).content()
        return None
    raise invalid(f"The answer to the question {question.id} does not fit its format {kind}.")


class _Dated(Struct):
    date: Day
