"""Jobs, departments and users as they go over the wire. Source: vendor documentation, "Job" (S:T1,T2,T11)."""

import msgspec
from msgspec import UNSET, Struct, UnsetType

from atsdesk.sandbox.smartrecruiters.model import Action, JobActions, Labelled


class Department(Struct, gc=False):
    """A department as the customer keeps it."""

    id: str
    label: str
    description: str | UnsetType = UNSET


class JobLocation(Struct, rename="camel"):
    """Where a job is; longitude and latitude are text."""

    country: str
    country_code: str
    city: str
    longitude: str
    latitude: str
    region_code: str | UnsetType = UNSET
    region: str | UnsetType = UNSET
    address: str | UnsetType = UNSET
    postal_code: str | UnsetType = UNSET
    manual: bool = False
    remote: bool = False


class Language(Struct, gc=False):
    """The language of a job ad."""

    code: str


class UserName(Struct, rename="camel", gc=False):
    """A colleague inside another object."""

    id: str
    first_name: str
    last_name: str


class Compensation(Struct, gc=False):
    """What a job pays a year."""

    min: int
    max: int
    currency: str


class Section(Struct, gc=False):
    """A part of a job ad, as HTML."""

    title: str
    text: str


class Sections(Struct, rename="camel"):
    """The parts of a job ad."""

    company_description: Section
    job_description: Section
    qualifications: Section
    additional_information: Section


class JobAd(Struct):
    """What is published."""

    sections: Sections
    language: Language


class JobProperty(Struct, gc=False):
    """The value of a field that the customer defined."""

    id: str
    label: str
    value: Labelled


class JobDetailsActions(Struct, rename="camel", gc=False):
    """Links of a job."""

    details: Action
    hiring_team: Action
    positions: Action


class Job(Struct, rename="camel", kw_only=True):
    """A job with everything."""

    id: str
    title: str
    ref_number: str
    created_on: str
    updated_on: str
    last_activity_on: str
    department: Department | UnsetType = UNSET
    location: JobLocation
    status: str
    posting_status: str
    language: Language
    target_hiring_date: str | UnsetType = UNSET
    industry: Labelled
    function: Labelled
    type_of_employment: Labelled
    experience_level: Labelled
    eeo_category: Labelled | UnsetType = UNSET
    creator: UserName
    compensation: Compensation | UnsetType = UNSET
    job_ad: JobAd
    actions: JobDetailsActions
    template: bool = False
    properties: list[JobProperty] = []


class ListedJob(Struct, rename="camel"):
    """A job in a list: without the ad."""

    id: str
    title: str
    ref_number: str
    created_on: str
    updated_on: str
    last_activity_on: str
    location: JobLocation
    status: str
    posting_status: str
    language: Language
    actions: JobActions
    department: Department | UnsetType = UNSET


class User(Struct, rename="camel"):
    """A colleague."""

    id: str
    email: str
    first_name: str
    last_name: str
    role: str
    active: bool
    updated_on: str
    language: Language
    external_data: str | UnsetType = UNSET
    location: JobLocation | UnsetType = UNSET


read_listed_job = msgspec.json.Decoder(ListedJob).decode
