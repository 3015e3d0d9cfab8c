"""From jobs, offers, users and what the customer set up to rows."""

from atsdesk.ats.smartrecruiters import people, records, words
from atsdesk.rows import Row, Rows, Value

OF_APPLICATIONS = frozenset({"OFFER_MANAGEMENT"})
"""INFERRED: the contexts of candidate properties that each application has values of its own for."""

_SUMMARY = (
    "id", "name", "internal_name", "code", "department", "department_id", "location", "city", "state", "country",
    "workplace_type", "status", "status_raw", "is_published", "visibility", "last_activity_at", "created_at",
    "updated_at",
)  # fmt: skip
JOB_SHAPE = {"jobs": _SUMMARY}
JOB_DETAILS_SHAPE = {
    "jobs": (
        *_SUMMARY, "employment_type", "experience_level", "salary_min", "salary_max", "salary_currency", "is_template",
        "description",
    ),
    "hiring_team": ("id", "job_id", "user_id", "role"),
    "openings": ("id", "job_id", "name", "code", "status", "is_open", "opened_at", "target_start_on"),
    "custom_values": ("id", "applies_to", "row_id", "field_id", "key", "value"),
}  # fmt: skip
USER_SHAPE = {
    "users": ("id", "name", "first_name", "last_name", "email", "role", "is_active", "is_admin", "updated_at")
}
OFFER_SHAPE = {
    "offers": (
        "id",
        "application_id",
        "candidate_id",
        "job_id",
        "status",
        "status_raw",
        "created_at",
        "updated_at",
    ),
    "custom_fields": ("id", "key", "name", "applies_to"),
    "custom_values": ("id", "applies_to", "row_id", "field_id", "key", "value"),
}
DEPARTMENT_SHAPE = {"departments": ("id", "name")}
SOURCE_SHAPE = {"sources": ("id", "name", "type")}
REASON_SHAPE = {"rejection_reasons": ("id", "name", "type")}
FIELD_SHAPE = {"custom_fields": ("id", "key", "name", "applies_to", "type", "is_active", "is_required")}
OPTION_SHAPE = {"custom_options": ("id", "field_id", "name", "code", "is_active", "position")}


def job_rows(job: records.Job, rows: Rows) -> None:
    """A row of the list."""
    rows.entities["jobs"][str(job.id)] = _summary(job, rows)


def job_details_rows(details: records.JobDetails, rows: Rows) -> None:
    """A job with its advertisement, its pay, its hiring team and its seats."""
    job, uid = details.job, str(details.id)
    pay = job.compensation or records.Compensation()
    rows.entities["jobs"][uid] = (
        *_summary(job, rows),
        job.type_of_employment.label if job.type_of_employment else None,
        job.experience_level.label if job.experience_level else None,
        pay.min,
        pay.max,
        pay.currency,
        job.template,
        _advertisement(job),
    )
    for member in details.hiring_team or ():
        if member and (user := words.text(member.id)):
            role = member.role.strip().lower() if member.role else None
            identity = f"{uid}:{user}:{role}"
            rows.entities["hiring_team"][identity] = (identity, uid, user, role)
    for seat in details.positions or ():
        if seat and (identity := words.text(seat.id) or ""):
            code = words.text(seat.position_id)
            rows.entities["openings"][identity] = (
                identity,
                uid,
                code,
                code,
                seat.status,
                seat.status.strip().upper() == "OPEN" if seat.status else None,
                words.at("positionOpenDate", seat.position_open_date, uid, rows),
                words.on("targetStartDate", seat.target_start_date, uid, rows),
            )
    rows.owned["custom_values"][uid] = [*people.values("jobs", uid, job.properties, rows)]


def user_rows(user: records.User, rows: Rows) -> None:
    """A user; the role is the vendor's word."""
    uid = str(user.id)
    rows.entities["users"][uid] = (
        uid,
        words.full_name(user.first_name, user.last_name),
        user.first_name,
        user.last_name,
        user.email,
        user.role,
        user.active,
        "ADMIN" in user.role.upper() if user.role else None,
        words.at("updatedOn", user.updated_on, uid, rows),
    )


def offer_rows(offer: records.Offer, rows: Rows) -> None:
    """An offer; whose it is stands in its links."""
    uid = str(offer.id)
    actions = offer.actions or records.OfferActions()
    candidate, job = _last_part(actions.candidate, "candidates"), _last_part(actions.job, "jobs")
    rows.entities["offers"][uid] = (
        uid,
        f"{candidate}:{job}" if candidate and job else None,
        candidate,
        job,
        words.known(offer.status, words.OFFER_STATUS, "An offer", uid, rows),
        offer.status,
        words.at("createdOn", offer.created_on, uid, rows),
        words.at("updatedOn", offer.updated_on, uid, rows),
    )
    found: list[Row] = []
    for key, value in (offer.properties or {}).items():
        field = f"offers:{key}"
        rows.entities["custom_fields"][field] = (field, key, key.replace("_", " "), "offers")
        if value not in (None, ""):
            found.append((f"{uid}:{key}", "offers", uid, field, key, str(value)))
    rows.owned["custom_values"][uid] = found


def department_rows(department: records.Named, rows: Rows) -> None:
    rows.entities["departments"][str(department.id)] = (str(department.id), department.label)


def source_rows(source: records.Source, rows: Rows) -> None:
    rows.entities["sources"][source.id] = (source.id, source.value.label, source.type)


def rejection_reason_rows(reason: records.Named, rows: Rows) -> None:
    rows.entities["rejection_reasons"][str(reason.id)] = (str(reason.id), reason.label, "rejection")


def withdrawal_reason_rows(reason: records.Named, rows: Rows) -> None:
    rows.entities["rejection_reasons"][str(reason.id)] = (str(reason.id), reason.label, "withdrawal")


def candidate_field_rows(field: records.Definition, rows: Rows) -> None:
    """A field of candidates or of applications."""
    context = (field.availability.context if field.availability else None) or ""
    _field(field, "applications" if context.upper() in OF_APPLICATIONS else "candidates", field.type, rows)


def job_field_rows(field: records.Definition, rows: Rows) -> None:
    """A field of jobs; what it holds is always one of a list (SECONDARY, Objects)."""
    _field(field, "jobs", field.type or "SINGLE_SELECT", rows)


def option_rows(option: records.Option, rows: Rows) -> None:
    value = option.value
    active = None if value.archived is None else not value.archived
    row = (option.id, option.field, value.label, words.text(value.id), active, None)
    rows.entities["custom_options"][option.id] = row


def _field(field: records.Definition, table: str, kind: str | None, rows: Rows) -> None:
    uid = str(field.id)
    rows.entities["custom_fields"][uid] = (uid, uid, field.label, table, kind, field.active, field.required)


def _summary(job: records.Job, rows: Rows) -> tuple[Value, ...]:
    uid = str(job.id)
    place, department = job.location or records.Location(), job.department or records.Department()
    return (
        uid,
        job.title,
        None,
        job.ref_number,
        department.label,
        words.text(department.id),
        ", ".join(part for part in (place.city, place.region, place.country) if part) or None,
        place.city,
        place.region or place.region_code,
        place.country or place.country_code,
        "Remote" if place.remote else None,
        words.known(job.status, words.JOB_STATUS, "A job", uid, rows),
        job.status,
        job.posting_status.upper() in words.PUBLISHED if job.posting_status else None,
        job.posting_status,
        words.at("lastActivityOn", job.last_activity_on, uid, rows),
        words.at("createdOn", job.created_on, uid, rows),
        words.at("updatedOn", job.updated_on, uid, rows),
    )


def _advertisement(job: records.Job) -> str | None:
    sections = job.job_ad.sections if job.job_ad else None
    if sections is None:
        return None
    parts = (
        sections.company_description,
        sections.job_description,
        sections.qualifications,
        sections.additional_information,
    )
    return "".join(f"<h3>{part.title or ''}</h3>{part.text}" for part in parts if part and part.text) or None


def _last_part(link: records.Link | None, after: str) -> str | None:
    """The id in a link such as `/candidates/{id}`."""
    found = ((link.url if link else None) or "").partition(f"/{after}/")[2]
    return found.partition("/")[0].partition("?")[0] or None
