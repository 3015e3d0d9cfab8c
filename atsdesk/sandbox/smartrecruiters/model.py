"""The objects of the Customer API as they go over the wire.

Source: vendor documentation, "Objects" (S:T1,T4,T5; interviews C:V20). A field that is `UNSET` is absent from
the JSON text; a list row is the part of the details that its struct names.
"""

from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType

from atsdesk.sandbox.smartrecruiters.defaults import ORIGIN


class Action(Struct, gc=False):
    """A link to more."""

    url: str
    method: str = "GET"


def link(path: str) -> Action:
    """A link to a path of this API."""
    return Action(ORIGIN + path)


class Labelled(Struct, gc=False):
    """A value of a list that the customer keeps."""

    id: str
    label: str


class JobActions(Struct, gc=False):
    """Links of a job inside an assignment."""

    details: Action


class AssignedJob(Struct, gc=False):
    """The job of an assignment."""

    id: str
    title: str
    actions: JobActions


class AssignmentActions(Struct, rename="camel", gc=False):
    """Links of an assignment."""

    source_details: Action


class Assignment(Struct, rename="camel"):
    """A candidate on a job; with the candidate's id it identifies an application (C:V24)."""

    job: AssignedJob
    status: str
    sub_status: str | UnsetType = UNSET
    starts_on: str | UnsetType = UNSET
    source: str | UnsetType = UNSET
    reason_of_rejection: Labelled | UnsetType = UNSET
    actions: AssignmentActions | UnsetType = UNSET


class CandidateLocation(Struct, rename="camel", gc=False):
    """Where a candidate lives; the country's code in small letters."""

    country: str | UnsetType = UNSET
    country_code: str | UnsetType = UNSET
    region_code: str | UnsetType = UNSET
    region: str | UnsetType = UNSET
    city: str | UnsetType = UNSET
    lat: float | UnsetType = UNSET
    lng: float | UnsetType = UNSET


class Web(Struct, gc=False):
    """Addresses of a candidate; `linkedin` in small letters here (C:V24)."""

    skype: str | UnsetType = UNSET
    linkedin: str | UnsetType = UNSET
    facebook: str | UnsetType = UNSET
    twitter: str | UnsetType = UNSET
    website: str | UnsetType = UNSET


class Education(Struct, rename="camel", gc=False):
    """Dates are “2004” or “1996-09”."""

    institution: str
    degree: str | UnsetType = UNSET
    major: str | UnsetType = UNSET
    current: bool = False
    location: str | UnsetType = UNSET
    start_date: str | UnsetType = UNSET
    end_date: str | UnsetType = UNSET
    description: str | UnsetType = UNSET


class Experience(Struct, rename="camel", gc=False):
    """Dates are “2004” or “1996-09”."""

    title: str
    company: str | UnsetType = UNSET
    current: bool = False
    start_date: str | UnsetType = UNSET
    end_date: str | UnsetType = UNSET
    location: str | UnsetType = UNSET
    description: str | UnsetType = UNSET


class DetailsActions(Struct, gc=False):
    """Links of a candidate's details."""

    properties: Action
    attachments: Action


class Candidate(Struct, rename="camel", kw_only=True):
    """A human, with one primary and any number of secondary assignments."""

    id: str
    internal: bool
    first_name: str
    last_name: str
    email: str | UnsetType = UNSET
    phone_number: str | UnsetType = UNSET
    location: CandidateLocation | UnsetType = UNSET
    web: Web | UnsetType = UNSET
    created_on: str
    updated_on: str
    actions: DetailsActions
    tags: list[str] = []
    average_rating: float | UnsetType = UNSET
    education: list[Education] = []
    experience: list[Experience] = []
    primary_assignment: Assignment | UnsetType = UNSET
    secondary_assignments: list[Assignment] = []

    def assignments(self) -> list[Assignment]:
        """The primary one first."""
        first = [] if self.primary_assignment is UNSET else [self.primary_assignment]
        return [*first, *self.secondary_assignments]


class ListedAssignment(Struct, rename="camel", gc=False):
    """The primary assignment in a list."""

    job: AssignedJob
    status: str
    sub_status: str | UnsetType = UNSET


class OtherJob(Struct, gc=False):
    """A list names only the ids of other jobs."""

    id: str
    actions: JobActions


class OtherAssignment(Struct, gc=False):
    """A secondary assignment in a list."""

    job: OtherJob


class ListedActions(Struct, gc=False):
    """Links of a candidate in a list; the row is read from details that do not have the first one."""

    properties: Action
    details: Action | UnsetType = UNSET


class ListedCandidate(Struct, rename="camel"):
    """A candidate in a list: without phone, links, education, experience and source."""

    id: str
    internal: bool
    first_name: str
    last_name: str
    created_on: str
    updated_on: str
    actions: ListedActions
    email: str | UnsetType = UNSET
    location: CandidateLocation | UnsetType = UNSET
    tags: list[str] = []
    average_rating: float | UnsetType = UNSET
    primary_assignment: ListedAssignment | UnsetType = UNSET
    secondary_assignments: list[OtherAssignment] = []


class Change(Struct, rename="camel", gc=False):
    """One entry of a status history."""

    changed_on: str
    status: str
    sub_status: str | UnsetType = UNSET


class OfferActions(Struct, gc=False):
    """Links of an offer."""

    candidate: Action
    job: Action
    details: Action


class Offer(Struct, rename="camel"):
    """An offer; `properties` is a map of texts."""

    id: str
    status: str
    created_on: str
    updated_on: str
    properties: dict[str, str]
    actions: OfferActions


class Seat(Struct, rename="camel"):
    """An interviewer in a time slot, with the review that followed."""

    user: str
    status: str
    review: str | None = None
    rating: int | None = None
    reviewed: int | None = None


class Slot(Struct, rename="camel"):
    """A time slot of an interview, in seconds since 1970."""

    id: str
    type: str
    title: str
    place: str
    room: str | None
    start: int
    end: int
    seats: list[Seat]
    no_show: bool = False


class Meeting(Struct, rename="camel"):
    """An interview as the sandbox keeps it; the API and the data services show it in their own forms."""

    id: str
    application: str
    candidate: str
    job: str
    status: str
    location: str
    organizer: str
    zone: str
    created: int
    updated: int
    by_api: bool
    slots: list[Slot]
    canceled: bool = False


encode = msgspec.json.encode
read_candidate = msgspec.json.Decoder(Candidate).decode
read_listed = msgspec.json.Decoder(ListedCandidate).decode
read_history = msgspec.json.Decoder(list[Change]).decode
read_meeting = msgspec.json.Decoder(Meeting).decode
read_offer = msgspec.json.Decoder(Offer).decode
read_any = msgspec.json.Decoder(dict[str, Any]).decode
