"""Somebody applies through Kombo. Source: Kombo documentation, "Creating applications"."""

from typing import Any

import msgspec
from msgspec import UNSET

from atsdesk.sandbox.kombo import bodies, nested, times
from atsdesk.sandbox.kombo.answering import answer
from atsdesk.sandbox.kombo.bodies import Applicant, NewApplication, Upload
from atsdesk.sandbox.kombo.crowd import FIRST
from atsdesk.sandbox.kombo.defaults import OWN_SOURCE, WEB
from atsdesk.sandbox.kombo.listing import WAITING
from atsdesk.sandbox.kombo.model import Application, Candidate, Job, encode
from atsdesk.sandbox.kombo.papers import Entry
from atsdesk.sandbox.kombo.parts import Answer, Email, Location, Phone, Social
from atsdesk.sandbox.kombo.refusals import Refused, invalid
from atsdesk.sandbox.kombo.tables import folded
from atsdesk.sandbox.kombo.tenant import Tenant

# what the tool takes; CONFIRMED is only that it says so
MIME_TYPES = (
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
_ANY_MIME: dict[str, Any] = {"is_supported": True, "min_amount": 0, "accepted_mime_types": None}


def restrictions(tenant: Tenant) -> dict[str, Any]:
    """What `GET /ats/actions/ats_create_application` says about files."""
    size = tenant.rules.attachment_bytes
    cv = {**_ANY_MIME, "max_amount": 1, "max_file_size_bytes": size, "accepted_mime_types": list(MIME_TYPES)}
    other = {**_ANY_MIME, "max_amount": None, "max_file_size_bytes": None}
    return {"total_size_bytes": size, "types": {"CV": cv, "COVER_LETTER": other, "OTHER": other}}


def find(tenant: Tenant, model: str, name: str) -> Any:
    """A record by its Kombo id, or by `remote:` and its id in the ATS; deleted ones too, wiped ones not."""
    column, wanted = ("remote_id", name[7:]) if name.startswith("remote:") else ("id", name)
    found = tenant.row(f"SELECT id FROM {model} WHERE {column} = ? AND NOT purged", wanted)
    if found is None:
        raise invalid(f"There is nothing with the id {name} among the {model.replace('_', ' ')}.")
    return tenant.find(model, found[0])


def living(tenant: Tenant, model: str, name: str) -> Any:
    """One that is not deleted."""
    record = find(tenant, model, name)
    if record.remote_deleted_at is not None:
        raise invalid(f"The record {name} among the {model.replace('_', ' ')} has been deleted.")
    return record


def files(tenant: Tenant, uploads: list[Upload], warnings: list[str]) -> list[tuple[Upload, bytes]]:
    """The files that the tool takes; one it refuses is a warning (SECONDARY), too much of them an error."""
    contents = [(one, one.content()) for one in uploads]
    if sum(len(content) for _, content in contents) > tenant.rules.attachment_bytes:
        raise Refused("REMOTE.INPUT_INVALID", "The attachments are too large for the ATS.")
    taken: list[tuple[Upload, bytes]] = []
    for one, content in contents:
        cvs = [known for known, _ in taken if known.type == "CV"]
        if one.type == "CV" and one.content_type is not UNSET and one.content_type not in MIME_TYPES:
            warnings.append(
                f"The attachment {one.name} has a type that the ATS does not take and was skipped."
            )
        elif one.type == "CV" and cvs:
            warnings.append(f"The ATS takes one CV: the attachment {one.name} was skipped.")
        else:
            taken.append((one, content))
    return taken


def keep(tenant: Tenant, owner: tuple[str, str | None], upload: Upload, content: bytes) -> Entry:
    """A file more; its bytes are kept for whoever reads it live."""
    now = tenant.now()
    entry = tenant.crowd.papers.file(*owner, upload.type, upload.name, now, now)
    tenant.db.execute("INSERT INTO content VALUES (?, ?)", (entry.record.id, content))
    return entry


def create(
    tenant: Tenant, job_id: str, wanted: NewApplication, stage_id: Any = UNSET
) -> tuple[Application, list[str]]:
    """A new application, and a new candidate unless one with this mail address is there."""
    warnings: list[str] = []
    with tenant.changing():
        job: Job = find(tenant, "jobs", job_id)
        uploads = files(tenant, wanted.attachments, warnings)
        given = _answers(tenant, job, wanted, warnings)
        if wanted.sourced_by is not UNSET:
            living(tenant, "users", wanted.sourced_by.user_id)
        _check_open(job)
        if tenant.rules.phone_required and wanted.candidate.phone_number is UNSET:
            raise Refused("REMOTE.INPUT_INVALID", "The ATS requires a phone number.")
        candidate = _known(tenant, wanted.candidate.email_address, job)
        made: list[Entry] = []
        if candidate is None:
            candidate = _candidate(tenant, wanted)
            now = times.read(candidate.changed_at)
            made.append(Entry("candidates", candidate, now, now))
        application = _application(
            tenant, candidate, job, stage_id if wanted.stage_id is UNSET else wanted.stage_id
        )
        application.screening_question_answers = given
        now = times.read(application.changed_at)
        made.append(Entry("applications", application, now, now))
        made += [keep(tenant, (candidate.id, application.id), *one) for one in uploads]
        tenant.add(made, ours=1 if tenant.rules.created_readable else WAITING)
        tenant.db.execute("UPDATE candidates SET ours = 1 WHERE id = ? AND NOT ours", (candidate.id,))
    return application, warnings


def _check_open(job: Job) -> None:
    if (
        job.remote_deleted_at is not None
        or job.status in ("CLOSED", "ARCHIVED", "DRAFT")
        or job.visibility == "CONFIDENTIAL"
    ):
        raise Refused("ATS.JOB_CLOSED", "Applications are no longer accepted for this job.")


def _answers(tenant: Tenant, job: Job, wanted: NewApplication, warnings: list[str]) -> list[Answer]:
    questions = {question.id: question for question in job.screening_questions}
    given = []
    for one in wanted.screening_question_answers:
        question = questions.pop(one.question_id, None)
        if question is None:
            warnings.append(f"The question {one.question_id} was not found on the job and was skipped.")
            continue
        said = bodies.answered(question, one.answer)
        if said is not None:
            given.append(answer(question, said))
    missing = [question.title for question in questions.values() if question.required]
    if missing and tenant.rules.answers_required:
        raise Refused("REMOTE.INPUT_INVALID", f"The ATS requires an answer to “{missing[0]}”.")
    return given


def _known(tenant: Tenant, mail: str, job: Job) -> Candidate | None:
    """INFERRED: the mail address decides who is the same."""
    found = tenant.row(
        "SELECT id FROM candidates WHERE instr(emails, ',' || ? || ',') AND deleted_at IS NULL ORDER BY number",
        folded(mail),
    )
    if found is None:
        return None
    there = "SELECT 1 FROM applications WHERE candidate_id = ? AND job_id = ? AND deleted_at IS NULL"
    if tenant.row(there, found[0], job.id):
        message = f"{mail} already has an application for this job."
        raise Refused("ATS.APPLICATION_ALREADY_EXISTS", message, tenant.rules.exists_status)
    known: Candidate = tenant.get("candidates", found[0])
    return known


def _candidate(tenant: Tenant, wanted: NewApplication) -> Candidate:
    said: Applicant = wanted.candidate
    key = str(FIRST + tenant.crowd.papers.number("candidates"))
    now = times.stamp(tenant.now())
    phones = [Phone(said.phone_number, "MOBILE")] if said.phone_number is not UNSET else []
    place = said.location
    source = wanted.source.name if wanted.source is not UNSET else UNSET
    return Candidate(
        id=tenant.id_of(key),
        remote_id=key,
        first_name=said.first_name,
        last_name=said.last_name,
        company=said.company or None,
        title=said.title or None,
        confidential=None,
        source=OWN_SOURCE if source is UNSET else source,
        custom_fields={},
        remote_url=f"{WEB}/people/{key}",
        phone_numbers=[
            *phones,
            *(Phone(one.phone_number, one.type) for one in said.additional_phone_numbers),
        ],
        email_addresses=[
            Email(said.email_address, "PERSONAL"),
            *(Email(one.email_address, one.type) for one in said.additional_email_addresses),
        ],
        social_media=[Social(link.url, None, None) for link in said.social_links],
        location=None
        if place is UNSET
        else Location(
            place.city or None,
            place.country,
            None,
            place.state or None,
            place.street_1,
            UNSET,
            place.zip_code,
        ),
        remote_created_at=now,
        changed_at=now,
    )


def _application(tenant: Tenant, candidate: Candidate, job: Job, stage_id: Any) -> Application:
    stages = [stage for stage in job.stages if stage.status == "ACTIVE"]
    stage = next((one for one in stages if stage_id in (UNSET, one.id, f"remote:{one.remote_id}")), None)
    if stage is None:
        raise invalid(f"The stage {stage_id} is not one of this job.")
    key = str(FIRST + tenant.crowd.papers.number("applications"))
    now = times.stamp(tenant.now())
    return Application(
        id=tenant.id_of(key),
        remote_id=key,
        outcome="PENDING",
        rejection_reason_name=None,
        rejected_at=None,
        current_stage_id=stage.id,
        job_id=job.id,
        candidate_id=candidate.id,
        screening_question_answers=[],
        custom_fields={},
        remote_url=f"{WEB}/applications/{key}",
        candidate=nested.of_candidate(candidate),
        current_stage=nested.of_stage(stage),
        job=nested.of_job(job),
        remote_created_at=now,
        changed_at=now,
    )


def shown(tenant: Tenant, application: Application) -> dict[str, Any]:
    """What creating answers: an application without interviews and offers, with its whole candidate (CONFIRMED)."""
    said: dict[str, Any] = msgspec.json.decode(encode(application))
    del said["interviews"], said["offers"]
    said["current_stage"] = {
        name: said["current_stage"][name] for name in ("id", "name", "remote_id", "index")
    }
    said["candidate"] = msgspec.json.decode(encode(tenant.find("candidates", application.candidate_id)))
    del said["candidate"]["applications"]
    return said
