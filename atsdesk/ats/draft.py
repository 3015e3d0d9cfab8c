"""A draft: everything that can be said of a candidate on the way into an ATS, whichever it is.

A form (see `form`) says which of it an ATS takes. As JSON, a draft has the same names, and no blanks:

    {"job_id": "3D.91A", "first_name": "Noa", "last_name": "Example", "email": "noa@example.com",
     "address": {"country": "IL"}, "files": [{"kind": "resume", "path": "cv.pdf"}]}
"""

import difflib
import re
from typing import Any, TypeVar

import msgspec

from atsdesk.errors import DataError


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A piece of a draft; a blank is "", None or nothing in a list."""


D = TypeVar("D", bound=Part)


class Contact(Part, frozen=True):
    """An address or number with its kind in the ATS's word: personal, work, mobile and the like."""

    value: str = ""
    type: str = ""


class Address(Part, frozen=True):
    """Where somebody lives."""

    country: str = ""
    """ISO 3166 alpha-2, in capital letters."""
    state: str = ""
    city: str = ""
    zip: str = ""
    street: str = ""


class Salary(Part, frozen=True):
    """What is expected: in words, or as an amount for a period (MONTH or YEAR)."""

    text: str = ""
    amount: float | None = None
    period: str = ""


class Source(Part, frozen=True):
    """Where a candidate comes from, by the ids the ATS has for it."""

    id: str = ""
    type_id: str = ""
    subtype_id: str = ""


class SourceContact(Part, frozen=True):
    """The agency's contact or referrer who brings a candidate."""

    full_name: str = ""
    email: str = ""
    phone: str = ""


class Prospect(Part, frozen=True):
    """What is known of somebody who has not applied."""

    job_ids: tuple[str, ...] = ()
    pool_id: str = ""
    pool_stage_id: str = ""
    owner_id: str = ""
    department_id: str = ""
    office_id: str = ""


class Education(Part, frozen=True):
    """One education; `*_id` are choices of the ATS's lists, where it keeps some. Times are days, months or years."""

    school: str = ""
    degree: str = ""
    discipline: str = ""
    school_id: str = ""
    degree_id: str = ""
    discipline_id: str = ""
    location: str = ""
    started: str = ""
    ended: str = ""
    is_current: bool | None = None
    description: str = ""


class Employment(Part, frozen=True):
    """One job held elsewhere."""

    company: str = ""
    title: str = ""
    location: str = ""
    started: str = ""
    ended: str = ""
    is_current: bool | None = None
    description: str = ""


class Note(Part, frozen=True):
    """A note for colleagues; who may read it, in the ATS's word, and who wrote it."""

    text: str = ""
    visibility: str = ""
    author_id: str = ""


class Consent(Part, frozen=True):
    """Whether the candidate agreed to be kept, and until which day."""

    given: bool | None = None
    expires_on: str = ""


class File(Part, frozen=True):
    """A file to send: what it is (resume, picture, cover_letter, other, answer) and where it lies.

    `name` is what the ATS is told; blank means the file's own. `question` is the question an answer is for.
    """

    path: str
    kind: str = "other"
    name: str = ""
    question: str = ""


class Draft(Part, frozen=True, kw_only=True):
    """A candidate on the way into an ATS."""

    account: str = ""
    job_id: str = ""
    """The job in the ATS; blank for those who go into a pool."""
    stage_id: str = ""
    candidate_id: str = ""
    """A candidate whom the ATS has already and who gets one more application; blank for a new one."""

    first_name: str = ""
    middle_name: str = ""
    last_name: str = ""
    preferred_name: str = ""
    email: str = ""
    email_type: str = ""
    more_emails: tuple[Contact, ...] = ()
    phone: str = ""
    phone_type: str = ""
    mobile_phone: str = ""
    more_phones: tuple[Contact, ...] = ()
    linkedin_url: str = ""
    links: tuple[str, ...] = ()
    websites: tuple[Contact, ...] = ()
    website: str = ""
    skype: str = ""
    facebook: str = ""
    twitter: str = ""
    national_id: str = ""
    company: str = ""
    title: str = ""
    time_zone: str = ""
    address: Address = Address()
    addresses: tuple[Contact, ...] = ()
    """Whole addresses in one text each."""
    gender: str = ""
    available_on: str = ""
    salary: Salary = Salary()
    tags: tuple[str, ...] = ()
    is_internal: bool | None = None
    is_private: bool | None = None
    can_email: bool | None = None

    prospect_status: str = ""
    as_prospect: bool = False
    prospect: Prospect = Prospect()
    source: Source = Source()
    source_contact: SourceContact = SourceContact()
    recruiter_id: str = ""
    coordinator_id: str = ""
    referrer_id: str = ""
    sourced_by_id: str = ""

    educations: tuple[Education, ...] = ()
    employments: tuple[Employment, ...] = ()
    note: Note = Note()
    consent: Consent = Consent()
    custom_fields: dict[str, Any] = {}
    """Values of the candidate's custom fields, by key."""
    application_fields: dict[str, Any] = {}
    """Values of the application's custom fields, by key."""
    answers: dict[str, Any] = {}
    """Answers to screening questions, by the question's id: text, number, yes or no, option ids."""
    remote_fields: dict[str, dict[str, Any]] = {}
    """What only one tool behind a unified API understands, by the tool's name."""
    files: tuple[File, ...] = ()

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.first_name, self.middle_name, self.last_name) if part)


def is_blank(value: object) -> bool:
    """Whether nothing is said; no and 0 are something."""
    return value is None or value in ("", (), [], {}) or (isinstance(value, Part) and not plain(value))


def value(draft: Part, key: str) -> Any:
    """What a draft holds at a path (`address.country`, `custom_fields.Notice period`); None for nothing there."""
    name, _, rest = key.partition(".")
    found = getattr(draft, name)
    if not rest:
        return found
    return value(found, rest) if isinstance(found, Part) else found.get(rest)


def put(draft: D, key: str, what: Any) -> D:
    """The draft with something else at a path."""
    name, _, rest = key.partition(".")
    before = getattr(draft, name)
    if not rest:
        after = what
    elif isinstance(before, Part):
        after = put(before, rest, what)
    else:
        after = {**before, rest: what}
        if is_blank(what):
            del after[rest]
    return msgspec.structs.replace(draft, **{name: after})


_FAULT = re.compile(r"(?P<what>.*?)(?: - at `\$?(?:\.)?(?P<where>[^`]*)`)?", re.DOTALL)
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<name>.*)`", re.DOTALL)
_LACKING = re.compile(r"Object missing required field `(?P<name>.*)`", re.DOTALL)
_WORDS = {
    "`str`": "a text",
    "`int`": "a whole number",
    "`float`": "a number",
    "`float | null`": "a number",
    "`bool`": "true or false",
    "`bool | null`": "true or false",
    "`null`": "nothing",
    "`array`": "a list",
    "`object`": "an object",
}


def read(text: str | bytes) -> Draft:
    """A draft from its JSON; raises `DataError` that says what is wrong, and where."""
    try:
        return of_values(msgspec.json.decode(text))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataError("The draft is not JSON.", f"{error}.".replace("..", ".")) from None


def of_values(values: Any) -> Draft:
    """A draft from plain values; raises `DataError` that says what is wrong, and where."""
    try:
        return msgspec.convert(values, Draft)
    except msgspec.ValidationError as error:
        raise _told(str(error)) from None


def plain(draft: Part) -> dict[str, Any]:
    """The plain values of a draft, without its blanks."""
    values: dict[str, Any] = msgspec.to_builtins(draft)
    return {key: value for key, value in values.items() if value not in ("", None, [], {})}


def write(draft: Draft) -> bytes:
    """A draft as JSON; the same draft gives the same bytes."""
    return msgspec.json.encode(plain(draft), order="deterministic")


def _told(said: str) -> DataError:
    fault = _FAULT.fullmatch(said)
    what, where = (fault["what"], fault["where"] or "") if fault else (said, "")
    if found := _UNKNOWN.fullmatch(what):
        return _unknown(found["name"], where)
    if found := _LACKING.fullmatch(what):
        name = f"{where}.{found['name']}".lstrip(".")
        return DataError(f'The draft lacks "{name}".', "Fill it in.", concerns=name)
    for word, plainly in _WORDS.items():
        what = what.replace(word, plainly)
    place = f'"{where}" in the draft' if where else "The draft"
    return DataError(
        f"{place} has a value of the wrong kind.", f"{what[:1].upper()}{what[1:]}.", concerns=where
    )


def _unknown(name: str, where: str) -> DataError:
    names = _names(where)
    near = difflib.get_close_matches(name, names, 1)
    place = f' in "{where}"' if where else ""
    hint = f'Did you mean "{near[0]}"?' if near else f"The fields are: {', '.join(names)}."
    return DataError(f'The draft has an unknown field "{name}"{place}.', hint, concerns=name)


def _names(where: str) -> tuple[str, ...]:
    parts = {
        "address": Address,
        "salary": Salary,
        "source": Source,
        "source_contact": SourceContact,
        "prospect": Prospect,
        "note": Note,
        "consent": Consent,
        "educations": Education,
        "employments": Employment,
        "files": File,
    }
    return parts.get(where.partition("[")[0], Contact if where else Draft).__struct_fields__
