"""What is sent to Greenhouse, from a draft. Facts and their certainty: section 8 of the Greenhouse contract."""

from typing import Any

from atsdesk.ats.draft import Contact, Draft
from atsdesk.ats.submitting import Body, Parcel, as_json, said

FILE_TYPES = {"resume": "resume", "cover_letter": "cover_letter"}
"""CONFIRMED words; all other files are `other`."""
EMAIL_TYPE, PHONE_TYPE = "personal", "mobile"
"""Of an address or number whose kind nobody said; there has to be one (8.2)."""


def number(text: str) -> int | str | None:
    """An id as Greenhouse has it."""
    return int(text) if text.isdecimal() else text or None


def person(parcel: Parcel, part: int) -> Body:
    """A person with a first application, in the order of the contract (8.2)."""
    draft = parcel.draft
    emails = [Contact(draft.email, draft.email_type or EMAIL_TYPE)] if draft.email else []
    phones = [Contact(draft.phone, draft.phone_type or PHONE_TYPE)] if draft.phone else []
    socials = [one for one in (draft.linkedin_url, *draft.links) if one]
    return as_json(
        said(
            first_name=draft.first_name,
            last_name=draft.last_name,
            preferred_name=draft.preferred_name,
            company=draft.company,
            title=draft.title,
            time_zone=draft.time_zone,
            is_private=draft.is_private,
            can_email=draft.can_email,
            email_addresses=_typed(*emails, *draft.more_emails),
            phone_numbers=_typed(*phones, *draft.more_phones),
            addresses=_typed(*draft.addresses),
            website_addresses=_typed(*draft.websites),
            social_media_addresses=[{"value": one} for one in socials],
            tags=list(draft.tags),
            custom_fields=_values(draft.custom_fields),
            application=_application(draft),
        )
    )


def application(parcel: Parcel, part: int) -> Body:
    """One more application of a person whom Greenhouse has (8.3)."""
    return as_json({"candidate_id": number(parcel.draft.candidate_id), **_application(parcel.draft)})


def _typed(*contacts: Contact) -> list[dict[str, str]]:
    return [{"value": one.value, "type": one.type} for one in contacts]


def _values(fields: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"custom_field_id": int(key), "value": value}
        if key.isdecimal()
        else {"name_key": key, "value": value}
        for key, value in fields.items()
    ]


def _application(draft: Draft) -> dict[str, Any]:
    """Whoever goes to no job is a prospect."""
    if is_prospect(draft):
        prospect = draft.prospect
        arm: dict[str, Any] = {"prospect": True} | said(
            job_ids=[number(one) for one in prospect.job_ids],
            prospect_pool_id=number(prospect.pool_id),
            prospect_pool_stage_id=number(prospect.pool_stage_id),
            prospect_owner_id=number(prospect.owner_id),
            prospective_department_id=number(prospect.department_id),
            prospective_office_id=number(prospect.office_id),
        )
    else:
        arm = said(job_id=number(draft.job_id), initial_stage_id=number(draft.stage_id))
    return arm | said(
        source_id=number(draft.source.id),
        recruiter_id=number(draft.recruiter_id),
        coordinator_id=number(draft.coordinator_id),
        referrer_id=number(draft.referrer_id),
        custom_fields=_values(draft.application_fields),
    )


def is_prospect(draft: Draft) -> bool:
    """Whether the draft is of somebody who applies for nothing."""
    return draft.as_prospect or not draft.job_id


def attachment(parcel: Parcel, part: int) -> Body:
    """A file of the application (8.6)."""
    one = parcel.files[part]
    return as_json(
        {
            "application_id": number(parcel.application_id),
            "filename": one.name,
            "type": file_type(parcel, part),
            "content": one.packed,
            "visibility": "public",
        }
    )


def file_type(parcel: Parcel, part: int) -> str:
    """A second resume would take the first one's place (SECONDARY), so that it goes as another file."""
    kind = FILE_TYPES.get(parcel.files[part].kind, "other")
    return "other" if kind in (FILE_TYPES.get(one.kind) for one in parcel.files[:part]) else kind


def note(parcel: Parcel, part: int) -> Body:
    """A note about the application (8.5)."""
    given = parcel.draft.note
    return as_json(
        said(
            candidate_id=number(parcel.candidate_id),
            application_id=number(parcel.application_id),
            note_type="NOTE",
            body=given.text,
            visibility=given.visibility or "public",
            user_id=number(given.author_id),
        )
    )


def education(parcel: Parcel, part: int) -> Body:
    """A school, by the options that Greenhouse has for it (8.7)."""
    one = parcel.draft.educations[part]
    return as_json(
        said(
            candidate_id=number(parcel.candidate_id),
            school_name_custom_field_option_id=number(one.school_id),
            degree_custom_field_option_id=number(one.degree_id),
            discipline_custom_field_option_id=number(one.discipline_id),
            **_when("start_date", one.started),
            **_when("end_date", one.ended),
        )
    )


def _when(name: str, text: str) -> dict[str, Any]:
    """A whole day, or month and year."""
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    if day:
        return {name: text}
    return said(
        **{f"{name}_month": int(month) if month else None, f"{name}_year": int(year) if year else None}
    )


def employment(parcel: Parcel, part: int) -> Body:
    """A job held elsewhere (8.7)."""
    one = parcel.draft.employments[part]
    return as_json(
        said(
            candidate_id=number(parcel.candidate_id),
            company_name=one.company,
            title=one.title,
            start_date=one.started,
            end_date=one.ended,
        )
    )
