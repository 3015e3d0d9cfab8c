"""The form in which an ATS takes a candidate, described as data: from it come the window's form and the live checks.

A field's key is its path in the draft (see `draft`): `address.country`, `custom_fields.notice_period`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from atsdesk.ats.kind import Setting, counting_number
from atsdesk.ats.resource import names_in
from atsdesk.rows import Value


class Takes(StrEnum):
    """What a field takes."""

    TEXT = "text"
    LONG_TEXT = "long text"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    LINKEDIN = "linkedin"
    COUNTRY = "country"
    DAY = "day"
    PERIOD = "period"
    """A year, or a year and a month; a day where the ATS takes days (`FormField.whole_days`)."""
    NUMBER = "number"
    YES_NO = "yes or no"
    CHOICE = "choice"
    MULTI = "multi"
    """Several choices."""
    TEXTS = "texts"
    """Several short texts, like tags."""
    URLS = "urls"
    JSON = "json"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: what is sent, and what is shown."""

    value: str | bool
    label: str


@dataclass(frozen=True, slots=True)
class Local:
    """Choices that are rows of a table of the local copy, of the draft's account."""

    table: str
    value: str = "id"
    label: str = "name"
    where: Mapping[str, Value] = field(default_factory=dict)
    """Columns and what has to be in them; a blank cell will do as well."""
    by: Mapping[str, str] = field(default_factory=dict)
    """Columns that have to hold what another field, by its key, holds."""
    of_field: str = ""
    """Of `custom_options`: the key of the custom field whose options they are."""


@dataclass(frozen=True, slots=True)
class When:
    """A field is asked for while another one holds one of these values."""

    key: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class FilePlace:
    """Files of one kind (see `draft.File`): how many, and what they may be. Blank limits are not known."""

    kind: str
    label: str
    extensions: tuple[str, ...] = ()
    """In small letters with their dot; none means any."""
    firm: bool = True
    """The list is the vendor's word; otherwise other files only get a warning."""
    media_types: tuple[str, ...] = ()
    """The same as content types, where the ATS tells those; a file has to fit both."""
    least: int = 0
    most: int = 1
    """0 is any number."""
    each_bytes: int = 0
    supported: bool = True


@dataclass(frozen=True, slots=True)
class FormField:
    """One thing that an ATS takes."""

    key: str
    label: str
    takes: Takes = Takes.TEXT
    required: bool = False
    demanded: bool = True
    """Without what is required the ATS takes nobody; otherwise only some systems behind it do: a warning."""
    required_with: str = ""
    """It is required once anything is said in this part of the draft."""
    needs: str = ""
    """The key of a field that has to be filled in as well when this one is."""
    limit: int = 0
    """Most characters; 0 where the ATS tells none."""
    firm: bool = True
    """The limit is the vendor's word; otherwise a guess, and too long a text is a warning."""
    least: float | None = None
    most: float | None = None
    options: tuple[Option, ...] = ()
    local: Local | None = None
    open: bool = False
    """Something else than the choices will do too."""
    whole_days: bool = False
    file: FilePlace | None = None
    """What a file that answers a question may be."""
    when: tuple[When, ...] = ()
    """All of these have to hold."""
    hint: str = ""
    """Said below the field."""


@dataclass(frozen=True, slots=True)
class Group:
    """Parts of a draft that may come several times: educations, further addresses."""

    key: str
    label: str
    fields: tuple[FormField, ...]
    """Their keys are those within one part."""
    when: tuple[When, ...] = ()
    most: int = 0
    """How many there may be; 0 is any number."""


@dataclass(frozen=True, slots=True)
class Section:
    """What stands together under a heading."""

    label: str
    fields: tuple[FormField | Group, ...]
    when: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True)
class FileLaw:
    """What an ATS takes in files."""

    places: tuple[FilePlace, ...]
    total_bytes: int = 0
    total_is_firm: bool = True
    """Otherwise the vendor only advises it, and more is a warning."""
    warn_bytes: int = 0
    """A file above this may be refused: a warning."""
    unknown: str = ""
    """What is not known of the ATS's limits, in a sentence; shown with the files."""

    def place(self, kind: str) -> FilePlace | None:
        return next((one for one in self.places if one.kind == kind), None)

    def changed(self, settings: Mapping[str, str]) -> "FileLaw":
        """The law with what an account's settings say otherwise; see `file_settings`."""
        places = []
        for place in self.places:
            extensions = sorted(names_in(settings.get(f"{place.kind}_extensions", "")))
            each = settings.get("file_bytes", "")
            places.append(
                replace(
                    place,
                    extensions=tuple(dotted(one) for one in extensions) or place.extensions,
                    media_types=() if extensions else place.media_types,
                    each_bytes=int(each) if each else place.each_bytes,
                )
            )
        total = settings.get("files_total_bytes", "")
        return replace(self, places=tuple(places), total_bytes=int(total) if total else self.total_bytes)


@dataclass(frozen=True, slots=True)
class Form:
    """How one ATS takes a candidate."""

    ats: str
    label: str
    """The name of the ATS."""
    sections: tuple[Section, ...]
    files: FileLaw
    job: tuple[When, ...] | None = ()
    """A job has to be chosen while all of these hold; None where a candidate may go into a pool without one."""
    known_candidates: bool = False
    """A candidate it has can get one more application."""
    without_application: tuple[str, ...] = ()
    """What can be added to a candidate it has without one more application."""
    custom: Mapping[str, str] = field(default_factory=dict)
    """What custom fields may be sent: where they lie in the draft, by the table they extend."""
    custom_types: Mapping[str, Takes] = field(default_factory=dict)
    """What custom fields take, by the ATS's word for their type; others cannot be sent."""
    custom_hints: Mapping[str, str] = field(default_factory=dict)
    """What to write into custom fields that say nothing of it themselves, by the ATS's word for their type."""
    questions: Callable[[bytes], tuple[FormField, ...]] | None = None
    """The questions that a job asks, from its record."""
    told_law: Callable[[bytes], FileLaw] | None = None
    """What the ATS takes in files, from what it tells of it (see `Readiness.files`)."""

    def fields(self) -> list[FormField | Group]:
        return [one for section in self.sections for one in section.fields]


def dotted(extension: str) -> str:
    """An extension in small letters, with its dot."""
    return "." + extension.strip().lower().removeprefix(".")


def file_settings(law: FileLaw) -> tuple[Setting, ...]:
    """The settings with which an account says what its ATS takes in files."""
    lists = tuple(
        Setting(
            f"{place.kind}_extensions",
            f"Extensions of files that are sent as {place.label.lower()}, separated by commas; "
            f"usually {', '.join(place.extensions) or 'any'}.",
        )
        for place in law.places
    )
    return (
        *lists,
        Setting("file_bytes", "Most bytes in one file that is sent.", counting_number),
        Setting("files_total_bytes", "Most bytes in all files of one candidate.", counting_number),
    )
