"""From Kombo's candidates, applications, attachments and notes to rows."""

from atsdesk.ats.kombo.records import Application, Attachment, Candidate, Note, Person
from atsdesk.ats.kombo.texts import (
    FIELD_SHAPE,
    VALUE_SHAPE,
    Times,
    answers,
    custom_values,
    full_name,
    is_gone,
    place_of,
    status_of,
    text_of,
    without_markup,
)
from atsdesk.rows import Rows, Standing

CANDIDATE_SHAPE = {
    "custom_fields": FIELD_SHAPE,
    "candidates": (
        "id",
        "name",
        "first_name",
        "last_name",
        "email",
        "phone",
        "mobile_phone",
        "linkedin_url",
        "headline",
        "company",
        "location",
        "city",
        "country",
        "website",
        "other_contacts",
        "is_private",
        "url",
        "created_at",
        "updated_at",
    ),
    "candidate_tags": ("id", "candidate_id", "tag_id", "name"),
    "custom_values": VALUE_SHAPE,
}
APPLICATION_SHAPE = {
    "sources": ("id", "name"),
    "custom_fields": FIELD_SHAPE,
    "applications": (
        "id",
        "candidate_id",
        "job_id",
        "status",
        "status_raw",
        "stage_id",
        "stage",
        "source_id",
        "rejection_reason",
        "rejected_at",
        "answers",
        "url",
        "created_at",
        "updated_at",
    ),
    "steps": (
        "id",
        "application_id",
        "stage_id",
        "name",
        "state",
        "position",
        "entered_at",
        "completed_at",
        "origin",
    ),
    "custom_values": VALUE_SHAPE,
}
ATTACHMENT_SHAPE = {"attachments": ("id", "application_id", "candidate_id", "type", "name")}
NOTE_SHAPE = {
    "notes": (
        "id",
        "candidate_id",
        "application_id",
        "author_id",
        "author",
        "subject",
        "body",
        "visibility",
        "created_at",
        "updated_at",
    )
}

OUTCOME = {"PENDING": "active", "HIRED": "hired", "DECLINED": "rejected"}
"""`DECLINED` covers rejected and withdrawn (CONFIRMED, Application)."""
MOBILE = "MOBILE"
"""INFERRED: the types of phone numbers are not listed (Unknowns, 12)."""
LINKEDIN = "linkedin"
"""INFERRED: as a type of social media, or within a link."""
ATTACHMENT_TYPE = {"CV": "resume", "COVER_LETTER": "cover_letter", "OTHER": "other"}


def candidate_rows(one: Candidate, rows: Rows) -> None:
    """A person with tags; the applications come in a list of their own."""
    if is_gone(one, rows):
        return
    identity = str(one.id)
    mails = [mail.email_address for mail in one.email_addresses or () if mail and mail.email_address]
    numbers = [number for number in one.phone_numbers or () if number and number.phone_number]
    mobile = [number.phone_number for number in numbers if (number.type or "").upper() == MOBILE]
    fixed = [number.phone_number for number in numbers if (number.type or "").upper() != MOBILE]
    links = [(link.link, link.type or "") for link in one.social_media or () if link and link.link]
    linkedin = [link for link, kind in links if link and LINKEDIN in f"{kind} {link}".lower()]
    sites = [link for link, _ in links if link not in linkedin]
    others = [*mails[1:], *fixed[1:], *mobile[1:], *linkedin[1:], *sites[1:]]
    place = one.location
    rows.entities["candidates"][identity] = (
        identity,
        full_name(one.first_name, one.last_name),
        one.first_name,
        one.last_name,
        mails[0] if mails else None,
        fixed[0] if fixed else None,
        mobile[0] if mobile else None,
        linkedin[0] if linkedin else None,
        one.title,
        one.company,
        place_of(place),
        place.city if place else None,
        place.country if place else None,
        sites[0] if sites else None,
        "\n".join(filter(None, others)) or None,
        one.confidential,
        one.remote_url,
        *Times("A candidate", identity, rows).both(one),
    )
    tags = {text_of(tag.id) or f"name:{tag.name}": tag for tag in one.tags or () if tag}
    rows.owned["candidate_tags"][identity] = [
        (f"{identity}:{key}", identity, text_of(tag.id), tag.name) for key, tag in tags.items()
    ]
    custom_values(one.custom_fields, "candidates", identity, rows)


def application_rows(one: Application, rows: Rows) -> None:
    """A candidate on a job, and the stage it is in: Kombo keeps no history of stages (CONFIRMED by absence)."""
    if is_gone(one, rows):
        return
    identity = str(one.id)
    times = Times("An application", identity, rows)
    status = status_of(one.outcome, OUTCOME, "An application", identity, rows)
    rejected = times.at("rejected_at", one.rejected_at)
    over = status in ("hired", "rejected")
    stage_id = text_of(one.current_stage_id)
    stage = one.current_stage.name if one.current_stage else None
    rows.entities["applications"][identity] = (
        identity,
        text_of(one.candidate_id),
        text_of(one.job_id),
        status,
        one.outcome,
        None if over else stage_id,
        None if over else stage,
        _source(one.candidate, rows),
        one.rejection_reason_name,
        rejected,
        answers(one.screening_question_answers),
        one.remote_url,
        *times.both(one),
    )
    changed = times.at("changed_at", one.changed_at)
    at = (rejected or changed) if over else changed
    rows.standings[identity] = Standing(stage_id, stage, at, over)
    custom_values(one.custom_fields, "applications", identity, rows)


def _source(candidate: Person | None, rows: Rows) -> str | None:
    """The source of the candidate, which is a text without id."""
    if candidate is None or not candidate.source:
        return None
    identity = f"name:{candidate.source}"
    rows.entities["sources"][identity] = (identity, candidate.source)
    return identity


def attachment_rows(one: Attachment, rows: Rows) -> None:
    """That there is a file; it lies elsewhere."""
    if is_gone(one, rows):
        return
    identity, candidate = str(one.id), text_of(one.candidate_id)
    kind = ATTACHMENT_TYPE.get((one.type or "").upper(), one.type)
    row = (identity, text_of(one.application_id), candidate, kind, one.file_name)
    rows.parts["attachments"].setdefault(candidate or "", {})[identity] = row


def note_rows(one: Note, rows: Rows) -> None:
    if is_gone(one, rows):
        return
    identity, author = str(one.id), one.author
    rows.entities["notes"][identity] = (
        identity,
        text_of(one.candidate_id),
        text_of(one.application_id),
        text_of(one.author_id),
        full_name(author.first_name, author.last_name) or author.email if author else None,
        one.title,
        without_markup(one.content_html),
        None if one.is_private is None else "private" if one.is_private else "public",
        *Times("A note", identity, rows).both(one),
    )
