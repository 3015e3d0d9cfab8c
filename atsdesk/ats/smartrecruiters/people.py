"""From candidates, their histories, files and fields to rows. A candidate on a job is an application, whose id is both
ids joined by a colon (CONFIRMED, Summary: the pair identifies an application)."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from atsdesk.ats.smartrecruiters import records, words
from atsdesk.rows import Row, Rows, Value

_SUMMARY = (
    "id", "name", "first_name", "last_name", "email", "phone", "mobile_phone", "location", "city", "country",
    "average_rating", "is_internal", "created_at", "updated_at",
)  # fmt: skip
_STANDING = ("id", "candidate_id", "job_id", "status", "status_raw", "stage_id", "stage", "is_prospect")
_STAGES = ("id", "name", "type")
CANDIDATE_SHAPE = {
    "stages": _STAGES,
    "candidates": _SUMMARY,
    "applications": _STANDING,
    "candidate_tags": ("id", "candidate_id", "name"),
}
DETAILS_SHAPE = {
    "sources": ("id", "name", "type"),
    "stages": _STAGES,
    "candidates": (*_SUMMARY, "linkedin_url", "website", "other_contacts", "headline", "company"),
    "applications": (*_STANDING, "source_id", "rejection_reason", "starts_on"),
    "educations": (
        "id", "candidate_id", "school", "degree", "discipline", "location", "started", "ended", "is_latest",
        "description",
    ),
    "employments": (
        "id", "candidate_id", "company", "title", "location", "started", "ended", "is_latest", "description",
    ),
}  # fmt: skip
HISTORIES_SHAPE = {
    "stages": _STAGES,
    "applications": (
        "id", "candidate_id", "job_id", "stage_entered_at", "status_changed_at", "rejected_at", "hired_on",
        "created_at",
    ),
    "steps": (
        "id", "application_id", "stage_id", "name", "type", "state", "position", "entered_at", "completed_at",
        "origin",
    ),
}  # fmt: skip
ATTACHMENTS_SHAPE = {"attachments": ("id", "candidate_id", "type", "name", "content_type")}
VALUES_SHAPE = {
    "custom_fields": ("id", "key", "name", "type"),
    "custom_values": ("id", "applies_to", "row_id", "field_id", "key", "value"),
}
LIVING = "active"


def candidate_rows(candidate: records.Candidate, rows: Rows) -> None:
    """A row of the list: it says nothing of the phone, nor how secondary assignments stand (SECONDARY, Objects)."""
    uid = str(candidate.id)
    rows.entities["candidates"][uid] = _summary(candidate, uid, rows)
    rows.unsaid["candidates"][uid] = ("phone",)
    rows.only[uid] = set()
    primary = candidate.primary_assignment
    for assignment in _assignments(candidate):
        identity = _stand(assignment, uid, rows)
        if identity and assignment is not primary and not assignment.status:
            rows.unsaid["applications"][identity] = _STANDING[3:]
    tags = dict.fromkeys(tag for tag in candidate.tags or () if tag)
    rows.owned["candidate_tags"][uid] = [(f"{uid}:{tag}", uid, tag) for tag in tags]


def details_rows(candidate: records.Candidate, rows: Rows) -> None:
    """A candidate's details: contacts, life, and every assignment with its source and reason."""
    uid = str(candidate.id)
    web = candidate.web or records.Web()
    present = next((one for one in candidate.experience or () if one and one.current), None)
    others = (("Skype", web.skype), ("Facebook", web.facebook), ("Twitter", web.twitter))
    rows.entities["candidates"][uid] = (
        *_summary(candidate, uid, rows),
        web.linkedin or web.linked_in,
        web.website,
        "\n".join(f"{name}: {found}" for name, found in others if found) or None,
        present.title if present else None,
        present.company if present else None,
    )
    rows.only[uid] = set()
    for assignment in _assignments(candidate):
        if identity := _stand(assignment, uid, rows):
            reason = assignment.reason_of_rejection or assignment.reason_of_withdrawal
            rows.entities["applications"][identity] += (
                _source(assignment, rows),
                reason.label if reason else None,
                words.on("startsOn", assignment.starts_on, uid, rows),
            )
    for table, lived in (("educations", candidate.education), ("employments", candidate.experience)):
        found = [one for one in lived or () if one]
        for number, one in enumerate(found, 1):
            identity = f"{uid}:{number}"
            rows.entities[table][identity] = (identity, uid, *_lived(one, latest=number == 1))


def histories_rows(histories: records.Histories, rows: Rows) -> None:
    """The steps of each application."""
    candidate = str(histories.id)
    for history in histories.jobs:
        identity = f"{candidate}:{history.job_id}"
        changes = list(_in_order(history.content, candidate, rows))
        steps = [*_steps(identity, changes, rows)]
        rows.owned["steps"][identity] = steps
        last = changes[-1] if changes else None
        ended = last[0] if last and words.STATUS.get(last[1]) != LIVING else None
        current = next((step for step in steps if step[5] == "current"), None)
        rows.entities["applications"][identity] = (
            identity,
            candidate,
            str(history.job_id),
            current[7] if current else None,
            _status_changed(changes),
            ended if last and words.STATUS.get(last[1]) in ("rejected", "withdrawn") else None,
            ended[:10] if ended and last and words.STATUS.get(last[1]) == "hired" else None,
            changes[0][0] if changes else None,
        )


def attachments_rows(attachments: records.Attachments, rows: Rows) -> None:
    """What is known of a candidate's files; their links need the key and are not kept as data."""
    uid = str(attachments.id)
    rows.owned["attachments"][uid] = [
        (str(one.id), uid, words.FILE_TYPE.get(one.type or "", one.type), one.name, one.content_type)
        for one in attachments.content or ()
        if one and one.id is not None
    ]


def candidate_values_rows(found: records.CandidateValues, rows: Rows) -> None:
    """The customer's fields of a candidate."""
    uid = str(found.id)
    rows.owned["custom_values"][uid] = [*values("candidates", uid, found.content, rows)]


def application_values_rows(found: records.ApplicationValues, rows: Rows) -> None:
    """The customer's fields of each application."""
    for one in found.jobs:
        identity = f"{found.id}:{one.job_id}"
        rows.owned["custom_values"][identity] = [*values("applications", identity, one.content, rows)]


def values(
    table: str, row: str, properties: Iterable[records.Property | None] | None, rows: Rows
) -> Iterator[Row]:
    """The fields of one row that have a value, each with its field."""
    seen: set[str] = set()
    for one in properties or ():
        if one is None or one.id is None or str(one.id) in seen:
            continue
        field = str(one.id)
        seen.add(field)
        if table != "jobs":
            rows.entities["custom_fields"][field] = (field, field, one.label, one.type)
        if (said := _said(one.value)) is not None:
            yield f"{row}:{field}", table, row, field, field, said


def _said(value: Any) -> str | None:
    """A value as text. Its form is INFERRED: a text, number or flag, an object with a label, an amount, or a list."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        label, amount = value.get("label"), value.get("value")
        if isinstance(label, str):
            return label or None
        if amount is not None:
            return " ".join(str(part) for part in (amount, value.get("code")) if part is not None)
        return msgspec.json.encode(value).decode()
    if isinstance(value, list):
        return ", ".join(filter(None, map(_said, value))) or None
    return None if value is None or value == "" else str(value)


def _summary(candidate: records.Candidate, uid: str, rows: Rows) -> tuple[Value, ...]:
    place = candidate.location or records.Location()
    return (
        uid,
        words.full_name(candidate.first_name, candidate.last_name),
        candidate.first_name,
        candidate.last_name,
        candidate.email,
        candidate.phone_number,
        None,
        ", ".join(part for part in (place.city, place.region, place.country) if part) or None,
        place.city,
        place.country or place.country_code,
        candidate.average_rating,
        candidate.internal,
        words.at("createdOn", candidate.created_on, uid, rows),
        words.at("updatedOn", candidate.updated_on, uid, rows),
    )


def _assignments(candidate: records.Candidate) -> list[records.Assignment]:
    """The primary one first; a job counts once."""
    found: dict[str, records.Assignment] = {}
    for one in (candidate.primary_assignment, *(candidate.secondary_assignments or ())):
        if one and one.job and (job := words.text(one.job.id)):
            found.setdefault(job, one)
    return list(found.values())


def job_ids(candidate: records.Candidate) -> list[str]:
    """The jobs a candidate is assigned to."""
    return [str(one.job.id) for one in _assignments(candidate) if one.job]


def _stand(assignment: records.Assignment, uid: str, rows: Rows) -> str:
    assert assignment.job
    job = str(assignment.job.id)
    identity = f"{uid}:{job}"
    rows.only[uid].add(identity)
    status = words.known(assignment.status, words.STATUS, "An application", uid, rows)
    found = words.stage(assignment.status, assignment.sub_status)
    if found:
        rows.entities["stages"][found[0]] = found
    waits = found if status == LIVING else None
    rows.entities["applications"][identity] = (
        identity,
        uid,
        job,
        status,
        assignment.status,
        waits[0] if waits else None,
        waits[1] if waits else None,
        words.state(assignment.status) == "LEAD",
    )
    return identity


def _source(assignment: records.Assignment, rows: Rows) -> str | None:
    """The source's id is in a link, `/configuration/sources/{type}/values/{id}`; its label alone will do too."""
    link = assignment.actions.source_details if assignment.actions else None
    kind, _, value = ((link.url if link else None) or "").partition("/sources/")[2].partition("/values/")
    if kind and value:
        identity = f"{kind}:{value}"
        rows.entities["sources"][identity] = (identity, assignment.source, kind)
        return identity
    if not assignment.source:
        return None
    identity = f"name:{assignment.source}"
    rows.entities["sources"][identity] = (identity, assignment.source, None)
    return identity


def _lived(one: records.Education | records.Experience, *, latest: bool) -> tuple[Value, ...]:
    what = (
        (one.institution, one.degree, one.major)
        if isinstance(one, records.Education)
        else (one.company, one.title)
    )
    return *what, one.location, one.start_date, one.end_date, latest, one.description


_Change = tuple[str, str, str | None]
"""When, the status in the candidates' spelling, and the sub status."""


def _in_order(changes: Iterable[records.Change | None] | None, candidate: str, rows: Rows) -> list[_Change]:
    """The changes by time, the earliest first, however they came."""
    found: list[_Change] = []
    for change in changes or ():
        status = words.state(change.status) if change else None
        moment = words.at("changedOn", change.changed_on, candidate, rows) if change else None
        if change and status and moment:
            found.append((moment, status, change.sub_status))
    if found and found[0][0] > found[-1][0]:
        found.reverse()
    return sorted(found, key=lambda change: change[0])


def _steps(application: str, changes: list[_Change], rows: Rows) -> Iterator[Row]:
    """Each status that is waited in is a step until the next change; an end (hired, rejected ...) only ends one."""
    place = 0
    for number, (entered, status, sub) in enumerate(changes):
        found = words.stage(status, sub)
        if found is None or words.STATUS.get(status, LIVING) != LIVING:
            continue
        rows.entities["stages"][found[0]] = found
        place += 1
        left = changes[number + 1][0] if number + 1 < len(changes) else None
        identity = f"{application}:{place}"
        state = "completed" if left else "current"
        yield identity, application, *found, state, place, entered, left, "ats"


def _status_changed(changes: list[_Change]) -> str | None:
    """When the standing became what it is: active, hired, rejected ..."""
    at = None
    before = None
    for moment, status, _ in changes:
        if (now := words.STATUS.get(status, status)) != before:
            at, before = moment, now
    return at
