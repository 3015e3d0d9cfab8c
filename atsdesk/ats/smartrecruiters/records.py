"""SmartRecruiters' objects as they come over the wire (contract: Objects). Members the contract does not know are
ignored here and kept in the record."""

from typing import Annotated, Any

import msgspec


class Camel(msgspec.Struct, rename="camel", gc=False):
    """Members are spelt as in `createdOn`."""


class Link(Camel):
    url: str | None = None


class Labelled(Camel):
    id: str | int | None = None
    label: str | None = None


class Location(Camel):
    """Of a candidate or a job; a job's coordinates are text, and nobody asks for them."""

    country: str | None = None
    country_code: str | None = None
    region: str | None = None
    region_code: str | None = None
    city: str | None = None
    address: str | None = None
    postal_code: str | None = None
    remote: bool | None = None


class JobOf(Camel):
    id: str | int | None = None
    title: str | None = None


class AssignmentActions(Camel):
    source_details: Link | None = None


class Assignment(Camel):
    """A candidate on a job. In a list the primary one has no source, and the others have their job only."""

    job: JobOf | None = None
    status: str | None = None
    sub_status: str | None = None
    starts_on: str | None = None
    source: str | None = None
    reason_of_rejection: Labelled | None = None
    reason_of_withdrawal: Labelled | None = None
    actions: AssignmentActions | None = None


class Web(msgspec.Struct, gc=False):
    """`linkedin` in small letters; another API of the vendor writes `linkedIn` (CONFIRMED, Candidate details)."""

    linkedin: str | None = None
    linked_in: str | None = msgspec.field(name="linkedIn", default=None)
    website: str | None = None
    skype: str | None = None
    facebook: str | None = None
    twitter: str | None = None


class Education(Camel):
    institution: str | None = None
    degree: str | None = None
    major: str | None = None
    current: bool | None = None
    location: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    description: str | None = None


class Experience(Camel):
    title: str | None = None
    company: str | None = None
    current: bool | None = None
    location: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    description: str | None = None


class Candidate(Camel):
    """A person; a row of a list is the part that the vendor calls a summary."""

    id: str | int
    internal: bool | None = None
    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    phone_number: str | None = None
    location: Location | None = None
    web: Web | None = None
    created_on: str | None = None
    updated_on: str | None = None
    tags: list[str | None] | None = None
    average_rating: float | None = None
    education: list[Education | None] | None = None
    experience: list[Experience | None] | None = None
    primary_assignment: Assignment | None = None
    secondary_assignments: list[Assignment | None] | None = None


class Change(Camel):
    changed_on: str | None = None
    status: str | None = None
    sub_status: str | None = None


class History(Camel):
    job_id: str | int
    content: list[Change | None] | None = None


class Histories(Camel):
    """Put together here: the status history of each of a candidate's assignments."""

    id: str | int
    jobs: list[History] = []


class Attachment(Camel):
    id: str | int | None = None
    name: str | None = None
    type: str | None = None
    content_type: str | None = None


class Attachments(Camel):
    """Put together here: the files of a candidate."""

    id: str | int
    content: list[Attachment | None] | None = None


class Property(Camel):
    id: str | int | None = None
    label: str | None = None
    type: str | None = None
    value: Any = None


class CandidateValues(Camel):
    """Put together here: the customer's fields of a candidate."""

    id: str | int
    content: list[Property | None] | None = None


class JobValues(Camel):
    job_id: str | int
    content: list[Property | None] | None = None


class ApplicationValues(Camel):
    """Put together here: the customer's fields of each of a candidate's assignments."""

    id: str | int
    jobs: list[JobValues] = []


class Department(Camel):
    id: str | int | None = None
    label: str | None = None


class Language(Camel):
    code: str | None = None


class Job(Camel):
    id: str | int
    title: str | None = None
    ref_number: str | None = None
    created_on: str | None = None
    updated_on: str | None = None
    last_activity_on: str | None = None
    department: Department | None = None
    location: Location | None = None
    status: str | None = None
    posting_status: str | None = None
    type_of_employment: Labelled | None = None
    experience_level: Labelled | None = None
    template: bool | None = None
    compensation: "Compensation | None" = None
    job_ad: "JobAd | None" = None
    properties: list[Property | None] | None = None


class Compensation(Camel):
    min: float | None = None
    max: float | None = None
    currency: str | None = None


class Section(Camel):
    title: str | None = None
    text: str | None = None


class Sections(Camel):
    company_description: Section | None = None
    job_description: Section | None = None
    qualifications: Section | None = None
    additional_information: Section | None = None


class JobAd(Camel):
    sections: Sections | None = None


class Member(Camel):
    id: str | int | None = None
    role: str | None = None


class Seat(Camel):
    id: str | int | None = None
    position_id: str | int | None = None
    status: str | None = None
    position_open_date: str | None = None
    target_start_date: str | None = None


class JobDetails(Camel):
    """Put together here: a job's details, its hiring team and its positions."""

    id: str | int
    job: Job
    hiring_team: list[Member | None] | None = None
    positions: list[Seat | None] | None = None


class User(Camel):
    id: str | int
    email: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    role: str | None = None
    active: bool | None = None
    updated_on: str | None = None


class OfferActions(Camel):
    candidate: Link | None = None
    job: Link | None = None


class Offer(Camel):
    id: str | int
    status: str | None = None
    created_on: str | None = None
    updated_on: str | None = None
    properties: dict[str, Any] | None = None
    actions: OfferActions | None = None


class Named(Camel):
    """A department, or a reason."""

    id: str | int
    label: str | None = None


class Source(Camel):
    """A source with the type it was listed under; `id` is both, since values are numbered within a type."""

    id: str
    type: str
    value: Labelled


class Availability(Camel):
    context: str | None = None


class Definition(Camel):
    """A field that the customer added to candidates or jobs."""

    id: str | int
    label: str | None = None
    type: str | None = None
    category: str | None = None
    active: bool | None = None
    required: bool | None = None
    availability: Availability | None = None


class Option(Camel):
    """A choice with the field it was listed under; `id` is both."""

    id: str
    field: str
    value: "OptionValue"


class OptionValue(Camel):
    id: str | int | None = None
    label: str | None = None
    archived: bool | None = None


class Attendee(Camel):
    id: str | int | None = None
    status: str | None = None


class Timeslot(Camel):
    id: str | int | None = None
    interview_type: str | None = None
    title: str | None = None
    place: str | None = None
    starts_on: str | None = None
    ends_on: str | None = None
    interviewers: list[Attendee | None] | None = None


class Interview(Camel):
    id: str | int
    candidate: Attendee | None = None
    location: str | None = None
    organizer_id: str | int | None = None
    timezone: str | None = None
    timeslots: list[Timeslot | None] | None = None
    created_on: str | None = None


class Interviewed(Camel):
    job_id: str | int
    application_id: str | int | None = None
    content: list[Interview | None] | None = None


class ApiInterviews(Camel):
    """Put together here: the interviews of each of a candidate's assignments that were made through the API."""

    id: str | int
    jobs: list[Interviewed] = []


class Tabular(Camel):
    """Put together here: the rows of a table that tell of one thing, by the keys of the data services."""

    id: str
    rows: Annotated[list[dict[str, Any]], msgspec.Meta(min_length=1)]
