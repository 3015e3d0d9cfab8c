"""Notes, files, schools, jobs and tags of people. Source: Harvest documentation, "Note" to "Other writes"."""

import base64
import binascii
from typing import Any

from atsdesk.sandbox.greenhouse.files import unsigned
from atsdesk.sandbox.greenhouse.model import applications as a
from atsdesk.sandbox.greenhouse.model import candidates as c
from atsdesk.sandbox.greenhouse.model import organization as o
from atsdesk.sandbox.greenhouse.refusals import Refused, wrong
from atsdesk.sandbox.greenhouse.resources import ATTACHMENT_TYPES
from atsdesk.sandbox.greenhouse.rules import (
    Check,
    addressed,
    checked,
    day,
    deleted,
    integer,
    known,
    moment,
    one_of,
    several,
    text,
)
from atsdesk.sandbox.greenhouse.tenant import Tenant
from atsdesk.sandbox.greenhouse.times import canonical

Body = dict[str, Any]
VISIBILITY = {
    "admin_only": "admin_only_visible",
    "private": "privately_visible",
    "public": "publicly_visible",
}
NOTE: dict[str, Check] = {
    "candidate_id": integer, "application_id": integer, "user_id": integer, "body": text(100_000),
    "note_type": one_of("NOTE", "ACTIVITY", "EMAIL"), "visibility": one_of(*VISIBILITY),
}  # fmt: skip
MAIL: dict[str, Check] = {
    "subject": text(),
    **dict.fromkeys(("email_from", "email_to", "email_cc"), several(text())),
}
WRITABLE = tuple(
    kind for kind in ATTACHMENT_TYPES if "agreement" not in kind
)  # SECONDARY: the exact set is unknown
FILE: dict[str, Check] = {
    "application_id": integer, "filename": text(), "type": one_of(*WRITABLE), "content": text(2**40),
    "url": text(2_000), "visibility": one_of(*VISIBILITY),
}  # fmt: skip
SCHOOL: dict[str, Check] = {
    "candidate_id": integer,
    **dict.fromkeys(
        (f"{key}_custom_field_option_id" for key in ("school_name", "degree", "discipline")), integer
    ),
    **dict.fromkeys(("start_date", "end_date"), moment),
    **dict.fromkeys(("start_date_month", "start_date_year", "end_date_month", "end_date_year"), integer),
}
WORK: dict[str, Check] = {
    "candidate_id": integer, "company_name": text(), "title": text(), "start_date": day, "end_date": day,
}  # fmt: skip


def create_note(tenant: Tenant, user: o.User, _: int, body: Body) -> c.Note:
    """A note; whether the candidate exists is not checked (SECONDARY [T5])."""
    mail = body.get("note_type") == "EMAIL"
    required = (
        "candidate_id",
        "note_type",
        "body",
        "visibility",
        *(("subject", "email_from", "email_to") if mail else ()),
    )
    checked(body, {**NOTE, **(MAIL if mail else {"subject": text()})}, required)
    if mail and body.get("email_cc") is None:
        raise wrong("email_cc", "is required")  # it may be empty
    note = tenant.new(
        c.Note,
        candidate_id=body["candidate_id"],
        application_id=body.get("application_id"),
        body=body["body"],
        body_with_tags=body["body"],
        subject=body.get("subject"),
        type=body["note_type"],
        user_id=body.get("user_id") or user.id,
        visibility=VISIBILITY[body["visibility"]],
    )
    if mail:
        note.email_from, note.email_to = ", ".join(body["email_from"]), ", ".join(body["email_to"])
        note.email_cc = body["email_cc"]
    tenant.touch(note.candidate_id, note.application_id)
    return note


def create_attachment(tenant: Tenant, _: o.User, __: int, body: Body) -> c.Attachment:
    """A file of an application; a second resume takes the first one's place (SECONDARY [T7])."""
    checked(body, FILE, ("application_id", "filename", "type"))
    application = known(tenant, a.Application, body, "application_id")
    assert application is not None
    if (body.get("content") is None) == (body.get("url") is None):
        raise wrong("content", "exactly one of content and url is required")
    content = None
    if body.get("content") is not None:
        try:
            content = base64.b64decode(body["content"], validate=True)
        except (binascii.Error, ValueError):
            raise wrong("content", "is not base64") from None
        if len(content) > tenant.rules.file_bytes:
            raise wrong("content", f"is larger than {tenant.rules.file_bytes} bytes")
    if body["type"] == "resume":
        tenant.remove(c.Attachment, "application_id = ? AND type = 'resume'", application.id)
    file = tenant.new(
        c.Attachment,
        application_id=application.id,
        candidate_id=application.candidate_id,
        type=body["type"],
        filename=body["filename"],
        url="",
    )
    file.url = unsigned(file.id, file.filename)
    tenant.keep(file)
    if content is not None:
        tenant.db.execute("INSERT INTO file VALUES (?, ?)", (file.id, content))
    tenant.touch(application.candidate_id, application.id)
    return file


def delete_attachment(tenant: Tenant, _: o.User, number: int, body: Body) -> Body:
    """A file less."""
    file = addressed(tenant, c.Attachment, number)
    tenant.remove(c.Attachment, "id = ?", number)
    return deleted(file, "Attachment")


def create_education(tenant: Tenant, _: o.User, __: int, body: Body) -> c.Education:
    """A school; its parts are options of custom fields."""
    checked(body, SCHOOL, ("candidate_id",))
    candidate = known(tenant, c.Candidate, body, "candidate_id")
    assert candidate is not None
    for name in body:
        if name.endswith("_option_id"):
            known(tenant, o.CustomFieldOption, body, name)
    plain = {name: value for name, value in body.items() if name not in ("start_date", "end_date")}
    for name, member in (("start_date", "start_at"), ("end_date", "end_at")):
        plain[member] = canonical(body[name]) if body.get(name) else None
    tenant.touch(candidate.id)
    return tenant.new(c.Education, **plain)


def create_employment(tenant: Tenant, _: o.User, __: int, body: Body) -> c.Employment:
    """A job somebody has or had."""
    checked(body, WORK, ("candidate_id", "company_name", "title", "start_date"))
    known(tenant, c.Candidate, body, "candidate_id")
    tenant.touch(body["candidate_id"])
    return tenant.new(c.Employment, **body)


def create_tag(tenant: Tenant, _: o.User, __: int, body: Body) -> c.CandidateTag:
    """A tag that did not exist."""
    checked(body, {"name": text()}, ("name",))
    if any(tag.name == body["name"] for tag in tenant.find(c.CandidateTag, "1")):
        raise wrong("name", "has already been taken")
    return tenant.new(c.CandidateTag, name=body["name"])


def apply_tag(tenant: Tenant, _: o.User, __: int, body: Body) -> c.AppliedTag:
    """A tag on a candidate."""
    names = ("candidate_id", "candidate_tag_id")
    checked(body, dict.fromkeys(names, integer), names)
    candidate = known(tenant, c.Candidate, body, "candidate_id")
    tag = known(tenant, c.CandidateTag, body, "candidate_tag_id")
    assert candidate is not None
    assert tag is not None
    if tag.name in candidate.tags:
        raise wrong("candidate_tag_id", "has already been applied")
    candidate.tags = [*candidate.tags, tag.name]
    tenant.change(candidate)
    return tenant.new(c.AppliedTag, candidate_tag_id=tag.id, candidate_id=candidate.id)


def remove_tag(tenant: Tenant, _: o.User, number: int, body: Body) -> Body:
    """A tag less, by the id of its row."""
    applied = addressed(tenant, c.AppliedTag, number)
    tag = tenant.get(c.CandidateTag, applied.candidate_tag_id)
    for candidate in tenant.find(c.Candidate, "id = ?", applied.candidate_id):
        candidate.tags = [name for name in candidate.tags if name != tag.name]
        tenant.change(candidate)
    tenant.remove(c.AppliedTag, "id = ?", number)
    return deleted(applied, "Applied candidate tag")


def no_body(body: Body) -> None:
    """Refuses members where none are known."""
    if body:
        raise Refused(422, *({name: "is not a known member"} for name in body))
