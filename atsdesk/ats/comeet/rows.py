"""From a Comeet object to rows. A candidate of Comeet is one hiring process: an application of a person."""

import functools
from collections.abc import Iterable
from typing import Any

import msgspec

from atsdesk.ats.comeet.records import Candidate, Position, SourceContact
from atsdesk.ats.moments import is_usual, moment
from atsdesk.rows import Odd, Row, Rows, Value

CANDIDATE_SHAPE = {
    "sources": ("id", "name", "type"),
    "source_contacts": ("id", "name", "email", "phone", "source_id"),
    "stages": ("id", "name", "type", "job_id"),
    "custom_fields": ("id", "key", "name", "applies_to", "type"),
    "candidates": (
        "id",
        "name",
        "first_name",
        "middle_name",
        "last_name",
        "email",
        "phone",
        "mobile_phone",
        "linkedin_url",
        "national_id",
        "created_at",
    ),
    "applications": (
        "id",
        "candidate_id",
        "job_id",
        "status",
        "status_raw",
        "prospect_status",
        "status_changed_at",
        "stage_id",
        "stage",
        "stage_entered_at",
        "source_id",
        "source_contact_id",
        "opening_id",
        "hired_on",
        "starts_on",
        "url",
        "created_at",
    ),
    "openings": ("id", "job_id", "name", "status", "hired_application_id", "starts_on"),
    "steps": (
        "id",
        "application_id",
        "stage_id",
        "name",
        "type",
        "state",
        "position",
        "entered_at",
        "scheduled_at",
        "completed_at",
        "assignees",
        "origin",
    ),
    "candidate_tags": ("id", "application_id", "candidate_id", "name"),
    "custom_values": ("id", "applies_to", "row_id", "field_id", "key", "value"),
    "attachments": ("id", "application_id", "type", "name"),
}
POSITION_SHAPE = {
    "jobs": (
        "id",
        "name",
        "internal_name",
        "status",
        "status_raw",
        "code",
        "department",
        "location",
        "city",
        "state",
        "country",
        "timezone",
        "workplace_type",
        "employment_type",
        "experience_level",
        "is_published",
        "is_confidential",
        "is_talent_pool",
        "recruiter",
        "hiring_manager",
        "salary_min",
        "salary_max",
        "salary_currency",
        "salary_period",
        "company_name",
        "email",
        "url",
        "careers_url",
        "description",
        "created_at",
        "updated_at",
    ),
}

CANDIDATE_STATUS = {
    "in progress": "active",
    "awaiting decision": "active",
    "on hold": "on_hold",
    "rejected": "rejected",
    "withdrawn": "withdrawn",
    "hired": "hired",
}
POSITION_STATUS = {"open": "open", "on hold": "on_hold", "closed": "closed"}
SALARY_PERIOD = {"monhtly": "monthly"}
"""The vendor's documentation misspells one period; both spellings are taken."""


def candidate_rows(candidate: Candidate, rows: Rows) -> None:
    """One hiring process: the person, the application, its steps and all that hangs on them."""
    uid = str(candidate.uid)
    if candidate.deleted:
        rows.gone.append(uid)
        return
    person = str(candidate.person_uid or uid)
    times = _Times("candidate", uid, rows)
    created = times.at("time_created", candidate.time_created)
    position, opening, resume = candidate.position_uid, candidate.opening, candidate.resume
    names = (candidate.first_name, candidate.middle_name, candidate.last_name)
    people = rows.entities["candidates"]
    before = people.get(person)
    people[person] = (
        person,
        " ".join(filter(None, names)) or None,
        *names,
        candidate.email,
        candidate.phone,
        candidate.mobile_phone,
        candidate.linkedin_url,
        candidate.id_number,
        _earlier(created, before[-1]) if before else created,
    )
    steps, waiting = _steps(candidate, uid, created, times, rows)
    rows.owned["steps"][uid] = steps
    starts_on = times.on("time_start_to_work", opening.time_start_to_work) if opening else None
    if opening and opening.uid:
        rows.entities["openings"][opening.uid] = (
            opening.uid,
            position,
            opening.name,
            opening.status,
            uid,
            starts_on,
        )
    rows.entities["applications"][uid] = (
        uid,
        person,
        position,
        _status(candidate.status, CANDIDATE_STATUS, "candidate", uid, rows),
        candidate.status,
        candidate.prospect_status,
        times.at("time_last_status_changed", candidate.time_last_status_changed),
        *(waiting or (None, None, None)),
        _source(candidate, rows),
        _source_contact(candidate.source_contact, candidate, rows),
        opening.uid if opening else None,
        times.on("hired_candidate_hire_date", opening.hired_candidate_hire_date) if opening else None,
        starts_on,
        candidate.url,
        created,
    )
    tags = dict.fromkeys(_labels(candidate.tags)) if candidate.tags else ()
    rows.owned["candidate_tags"][uid] = [(f"{uid}:{tag}", uid, person, tag) for tag in tags]
    rows.owned["custom_values"][uid] = _custom_values(candidate.custom_fields, uid, rows)
    rows.owned["attachments"][uid] = (
        [(f"{uid}:resume", uid, "resume", resume.name)] if resume and resume.name else []
    )


def _earlier(one: str | None, other: Value) -> str | None:
    """A person is as old as the first of the applications."""
    return min((at for at in (one, other) if isinstance(at, str)), default=None)


def _steps(
    candidate: Candidate, uid: str, created: str | None, times: "_Times", rows: Rows
) -> tuple[list[Row], tuple[str | None, str | None, str | None] | None]:
    """The steps in order, and stage id, name and entry of the first current one.

    Comeet does not say when a step began: it is taken to begin when the step before it was completed, the
    first one when the hiring process was created (INFERRED). A step may be in two lists (SECONDARY): each
    occurrence is a row, told apart by its number.
    """
    found: list[Row] = []
    waiting = None
    seen: set[str] = set()
    stages = rows.entities["stages"]
    entered = created
    for state, steps in (
        ("completed", candidate.completed_steps),
        ("current", candidate.current_steps),
        ("future", candidate.future_steps),
    ):
        for step in steps or ():
            if step is None:
                continue
            place = len(found) + 1
            stage, name, kind = step.position_step_uid, step.name, step.type
            identity = f"{uid}:{stage}" if stage else f"{uid}:{state}-{place}"
            if identity in seen:
                identity = f"{identity}:{place}"
            seen.add(identity)
            if stage and stage not in stages:
                stages[stage] = (stage, name, kind, candidate.position_uid)
            scheduled, completed = step.time_scheduled, step.time_completed
            if scheduled is not None and not is_usual(scheduled):
                scheduled = times.at("time_scheduled", scheduled)
            if completed is not None and not is_usual(completed):
                completed = times.at("time_completed", completed)
            if state == "current" and waiting is None:
                waiting = (stage, name, entered)
            began = None if state == "future" else entered
            people = step.assignees or step.interviewers
            who = _assignees(bytes(people)) if people else None
            found.append(
                (identity, uid, stage, name, kind, state, place, began, scheduled, completed, who, "ats")
            )
            if completed and state == "completed":
                entered = completed
    return found, waiting


@functools.lru_cache(maxsize=4096)
def _assignees(people: bytes) -> str | None:
    """Who is to act, from the JSON of the member. Its name and shape are unknown (Unknowns, 4): any list will do."""
    try:
        found = msgspec.json.decode(people)
    except msgspec.DecodeError:  # a number that no float can hold
        return None
    return ", ".join(_labels(found if isinstance(found, list) else [found])) or None


def _labels(things: Iterable[Any]) -> Iterable[str]:
    """What to call objects whose members are not documented (tags, assignees)."""
    for thing in things:
        name: Any = thing
        if isinstance(thing, dict):
            name = thing.get("name") or thing.get("label") or thing.get("full_name") or _full_name(thing)
            name = name or thing.get("email")
        if isinstance(name, str) and name:
            yield name


def _full_name(person: Any) -> str | None:
    """First and last name of an object of unknown make."""
    if not isinstance(person, dict):
        return None
    parts = (person.get("first_name"), person.get("last_name"))
    return " ".join(part for part in parts if isinstance(part, str) and part) or None


def _source(candidate: Candidate, rows: Rows) -> str | None:
    source = candidate.source
    if source is None or not (source.uid or source.name):
        return None
    identity = source.uid or f"name:{source.name}"
    rows.entities["sources"][identity] = (identity, source.name, source.type)
    return identity


def _source_contact(contact: SourceContact | None, candidate: Candidate, rows: Rows) -> str | None:
    if contact is None or not (contact.uid or contact.email):
        return None
    identity = contact.uid or f"mail:{contact.email}"
    name = contact.full_name or " ".join(part for part in (contact.first_name, contact.last_name) if part)
    source = candidate.source.uid if candidate.source else None
    rows.entities["source_contacts"][identity] = (
        identity,
        name or None,
        contact.email,
        contact.phone,
        source,
    )
    return identity


def _custom_values(fields: dict[str, Any] | None, uid: str, rows: Rows) -> list[Row]:
    found: list[Row] = []
    definitions = rows.entities["custom_fields"]
    for key, value in (fields or {}).items():
        if key not in definitions:
            definitions[key] = (key, key, key.replace("_", " "), "applications", "text")
        if value not in (None, "", [], {}):
            found.append((f"{uid}:{key}", "applications", uid, key, key, _text(value)))
    return found


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    return msgspec.json.encode(value).decode()


def position_rows(position: Position, rows: Rows) -> None:
    """One position, with its people as names (Comeet gives no ids for them)."""
    uid = str(position.uid)
    times = _Times("position", uid, rows)
    place, salary = position.location, position.salary_range
    users = position.users if isinstance(position.users, dict) else {}
    code = position.internal_use_custom_id
    rows.entities["jobs"][uid] = (
        uid,
        position.name,
        position.internal_name,
        _status(position.status, POSITION_STATUS, "position", uid, rows),
        position.status,
        None if code is None else str(code),
        position.department,
        (place.name or place.city or place.country) if place else None,
        place.city if place else None,
        place.state if place else None,
        place.country if place else None,
        place.timezone if place else None,
        position.workplace_type,
        position.employment_type,
        position.experience_level,
        position.is_published,
        position.is_discreet,
        position.is_talent_pool,
        _full_name(users.get("lead_recruiter")),
        _full_name(users.get("hiring_manager")),
        salary.min if salary else None,
        salary.max if salary else None,
        salary.currency_code if salary else None,
        SALARY_PERIOD.get(salary.period or "", salary.period) if salary else None,
        position.company_name,
        position.email,
        position.url,
        position.url_active_page or position.url_recruit_hosted_page or position.url_comeet_hosted_page,
        "".join(f"<h3>{part.name or ''}</h3>{part.value or ''}" for part in position.details or () if part)
        or None,
        times.at("time_created", position.time_created),
        times.at("time_updated", position.time_updated),
    )


def _status(word: str | None, known: dict[str, str], what: str, uid: str, rows: Rows) -> str:
    status = known.get(word.strip().lower()) if word else None
    if status is None and word:
        title = f'A {what} has the status "{word}", which ATS Desk does not know.'
        rows.odd.append(Odd(uid, title, "It is kept as it came and shown as unknown. An update may know it."))
    return status or "unknown"


class _Times:
    """Reads the times of one record; what cannot be right is left blank and noted."""

    def __init__(self, what: str, uid: str, rows: Rows) -> None:
        self._what, self._uid, self._rows = what, uid, rows

    def at(self, member: str, text: str | None) -> str | None:
        try:
            return moment(text)
        except ValueError:
            title = f"A {self._what} has a {member} that is no usable date."
            hint = f'"{text}" was left blank; correct it in the ATS.'
            self._rows.odd.append(Odd(self._uid, title, hint))
            return None

    def on(self, member: str, text: str | None) -> str | None:
        at = self.at(member, text)
        return at[:10] if at else None
