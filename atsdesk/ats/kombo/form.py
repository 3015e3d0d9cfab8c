"""How Kombo takes an application. Facts and their certainty: the Kombo contract, "Creating applications"."""

import msgspec

from atsdesk.ats.form import FileLaw, FilePlace, Form, FormField, Group, Local, Option, Section, Takes
from atsdesk.ats.kombo.questions import questions
from atsdesk.errors import DataError

TOTAL_BYTES = 10_000_000
"""CONFIRMED as advice, for the sum of all files."""
TOOLS = tuple(
    "successfactors personio talentsoft teamtailor greenhouse greenhousev3 lever workable workday zohorecruit bullhorn "
    "smartrecruiters talentadore guidecom dvinci hrworks jobylon avature recruitee rexx umantis piloga pinpoint "
    "covetorest afas recruitcrm".split()
)
"""Tools that understand fields of their own (CONFIRMED, SDK 1.4.0)."""
USES = (Option("PERSONAL", "Personal"), Option("WORK", "Work"), Option("OTHER", "Other"))

FILE_LAW = FileLaw(
    (
        FilePlace("resume", "Resume"),
        FilePlace("cover_letter", "Cover letter", most=0),
        FilePlace("other", "Other files", most=0),
    ),
    total_bytes=TOTAL_BYTES,
    total_is_firm=False,
)


class _Type(msgspec.Struct):
    is_supported: bool | None = None
    min_amount: int | None = None
    max_amount: int | None = None
    max_file_size_bytes: int | None = None
    accepted_mime_types: list[str] | None = None


class _Restrictions(msgspec.Struct):
    total_size_bytes: int | None = None
    types: dict[str, _Type | None] | None = None


class _Action(msgspec.Struct):
    attachment_restrictions: msgspec.Raw


class _Answer(msgspec.Struct):
    data: _Action


KINDS = {"CV": "resume", "COVER_LETTER": "cover_letter", "OTHER": "other"}


def restrictions_in(body: bytes) -> bytes:
    """The `attachment_restrictions` in an answer about the action; raises `DataError` where it has none that can be
    read."""
    try:
        said = bytes(msgspec.json.decode(body, type=_Answer).data.attachment_restrictions)
    except msgspec.DecodeError as error:
        raise DataError("Kombo's limits for files are not as documented.", f"{error}.") from error
    if said == b"null":
        raise DataError("Kombo tells no limits for files.", "What it advises counts.")
    law_of(said)
    return said


def law_of(restrictions: bytes) -> FileLaw:
    """What the tool behind an integration takes, from `attachment_restrictions`; null is unknown there.

    Raises `DataError` where it is not as documented.
    """
    try:
        said = msgspec.json.decode(restrictions, type=_Restrictions)
    except msgspec.DecodeError as error:
        raise DataError("Kombo's limits for files are not as documented.", f"{error}.") from error
    places = []
    for name, kind in KINDS.items():
        usual, one = FILE_LAW.place(kind), (said.types or {}).get(name) or _Type()
        assert usual is not None
        places.append(
            FilePlace(
                kind,
                usual.label,
                media_types=tuple(one.accepted_mime_types or ()),
                least=one.min_amount or 0,
                most=usual.most if one.max_amount is None else one.max_amount,
                each_bytes=one.max_file_size_bytes or 0,
                supported=one.is_supported is not False and one.max_amount != 0,
            )
        )
    total = said.total_size_bytes
    return FileLaw(tuple(places), total or TOTAL_BYTES, total_is_firm=total is not None)


def _more(key: str, label: str, each: str, takes: Takes) -> Group:
    kind = FormField("type", "Kind", Takes.CHOICE, required=True, options=USES)
    return Group(key, label, (FormField("value", each, takes, required=True), kind))


FORM = Form(
    "kombo",
    "Kombo",
    (
        Section(
            "Person",
            (
                FormField("first_name", "First name", required=True),
                FormField("last_name", "Last name", required=True),
                FormField("company", "Company"),
                FormField("title", "Title"),
                FormField(
                    "gender",
                    "Gender",
                    Takes.CHOICE,
                    options=(Option("FEMALE", "Female"), Option("MALE", "Male"), Option("OTHER", "Other")),
                ),
            ),
        ),
        Section(
            "Contact",
            (
                FormField("email", "E-mail", Takes.EMAIL, required=True),
                FormField("phone", "Phone", Takes.PHONE, hint="Some systems behind Kombo ask for it."),
                FormField("linkedin_url", "LinkedIn", Takes.LINKEDIN),
                FormField("links", "Links", Takes.URLS),
                _more("more_emails", "More e-mail addresses", "E-mail", Takes.EMAIL),
                _more("more_phones", "More phone numbers", "Phone", Takes.PHONE),
            ),
        ),
        Section(
            "Location",
            (
                FormField("address.country", "Country", Takes.COUNTRY, required_with="address"),
                FormField("address.state", "State"),
                FormField("address.city", "City"),
                FormField("address.street", "Street"),
                FormField("address.zip", "Postal code"),
            ),
        ),
        Section(
            "Application",
            (
                FormField(
                    "stage_id",
                    "Stage",
                    Takes.CHOICE,
                    local=Local("stages", where={"is_active": 1}, by={"job_id": "job_id"}),
                    hint="Blank is the job's usual first stage.",
                ),
                FormField("available_on", "Available from", Takes.DAY),
                FormField("salary.amount", "Salary expected", Takes.NUMBER, required_with="salary", least=0),
                FormField(
                    "salary.period",
                    "Per",
                    Takes.CHOICE,
                    required_with="salary",
                    options=(Option("MONTH", "Month"), Option("YEAR", "Year")),
                ),
                FormField(
                    "sourced_by_id", "Sourced by", Takes.CHOICE, local=Local("users", where={"is_active": 1})
                ),
            ),
        ),
        Section(
            "Consent",
            (
                FormField("consent.given", "Agreed to be kept", Takes.YES_NO),
                FormField("consent.expires_on", "Until", Takes.DAY),
            ),
        ),
        Section(
            "Other systems",
            (
                FormField(
                    "remote_fields",
                    "Fields of the system behind Kombo",
                    Takes.JSON,
                    options=tuple(Option(one, one) for one in TOOLS),
                    hint='By the system\'s name, like {"workable": {"on_behalf_of_user_remote_id": "12"}}.',
                ),
            ),
        ),
    ),
    FILE_LAW,
    questions=questions,
    told_law=law_of,
)
