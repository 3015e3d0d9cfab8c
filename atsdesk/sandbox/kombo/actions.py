"""What is done in the ATS through Kombo. Source: Kombo documentation, "Endpoints".

Bodies are CONFIRMED; what most of these answer, beside `data` and `warnings`, is INFERRED.
"""

import html
from collections.abc import Callable
from typing import Any

from atsdesk.sandbox.kombo import applying, bodies, evolve, persons
from atsdesk.sandbox.kombo.applying import living
from atsdesk.sandbox.kombo.model import Application
from atsdesk.sandbox.kombo.organise import add_named
from atsdesk.sandbox.kombo.parts import Named
from atsdesk.sandbox.kombo.refusals import invalid
from atsdesk.sandbox.kombo.tables import folded
from atsdesk.sandbox.kombo.tenant import Tenant

Done = tuple[Any, list[str]]  # data and warnings
Body = dict[str, Any]
Act = Callable[[Tenant, str, Body], Done]


def create_application(tenant: Tenant, job_id: str, body: Body) -> Done:
    """An application for a job."""
    application, warnings = applying.create(tenant, job_id, bodies.read(body, bodies.NewApplication))
    return applying.shown(tenant, application), warnings


def create_candidate(tenant: Tenant, _: str, body: Body) -> Done:
    """The older twin: the job is in the body, the answer is the candidate (INFERRED)."""
    wanted = bodies.read(body, bodies.NewCandidate)
    application, warnings = applying.create(
        tenant, wanted.application.job_id, wanted, wanted.application.stage_id
    )
    return applying.shown(tenant, application)["candidate"], warnings


def move(tenant: Tenant, application_id: str, body: Body) -> Done:
    """To another active stage of the same job."""
    wanted = bodies.read(body, bodies.Stage)
    one: Application = living(tenant, "applications", application_id)
    if one.job_id is None:
        raise invalid("The application belongs to no job.")
    stage = living(tenant, "application_stages", wanted.stage_id)
    stages = [known.id for known in tenant.find("jobs", one.job_id).stages if known.status == "ACTIVE"]
    if stage.id not in stages:
        raise invalid(f"The stage {wanted.stage_id} is not one of the application's job.")

    def edit(application: Application) -> None:
        application.current_stage_id = stage.id

    tenant.edit("applications", one.id, edit)
    return {}, []


def reject(tenant: Tenant, application_id: str, body: Body) -> Done:
    """Declines an application for a reason that exists."""
    wanted = bodies.read(body, bodies.Rejection)
    with tenant.changing():
        one = living(tenant, "applications", application_id)
        reason = living(tenant, "rejection_reasons", wanted.rejection_reason_id)
        evolve.reject(tenant, one.id, reason.name)
        if isinstance(wanted.note, str):
            _write_note(tenant, one, wanted.note)
    return {}, []


def _write_note(tenant: Tenant, application: Application, text: str) -> Any:
    now = tenant.now()
    entry = tenant.crowd.papers.note(application, now, now)
    entry.record.title, entry.record.application_id = None, application.id
    entry.record.author_id = entry.record.author = None
    entry.record.content_html = f"<p>{html.escape(text)}</p>"
    tenant.add([entry], ours=1)
    return entry.record


def add_note(tenant: Tenant, application_id: str, body: Body) -> Done:
    """A note in plain text; it is read back as HTML."""
    wanted = bodies.read(body, bodies.NewNote)
    note = _write_note(tenant, living(tenant, "applications", application_id), wanted.content)
    return {"id": note.id, "remote_id": note.remote_id}, []


def add_file_to_application(tenant: Tenant, application_id: str, body: Body) -> Done:
    """One more file of an application."""
    one = living(tenant, "applications", application_id)
    return _add_file(tenant, (one.candidate_id, one.id), body)


def add_file_to_candidate(tenant: Tenant, candidate_id: str, body: Body) -> Done:
    """One more file of a candidate."""
    return _add_file(tenant, (living(tenant, "candidates", candidate_id).id, None), body)


def _add_file(tenant: Tenant, owner: tuple[str, str | None], body: Body) -> Done:
    warnings: list[str] = []
    wanted = bodies.read(body, bodies.NewAttachment)
    with tenant.changing():
        for one in applying.files(tenant, [wanted.attachment], warnings):
            tenant.add([applying.keep(tenant, owner, *one)], ours=1)
    return {}, warnings


def _tag(tenant: Tenant, name: str) -> Any:
    known = tenant.rows("SELECT id FROM tags WHERE deleted_at IS NULL ORDER BY number")
    tags = [tenant.get("tags", tag) for (tag,) in known]
    return next((tag for tag in tags if folded(tag.name) == folded(name)), None)


def add_tag(tenant: Tenant, candidate_id: str, body: Body) -> Done:
    """A tag by its name, made when there is none (CONFIRMED)."""
    wanted = bodies.read(body, bodies.NewTag)
    with tenant.changing():
        candidate = living(tenant, "candidates", candidate_id)
        tag = _tag(tenant, wanted.tag.name) or add_named(tenant, "tags", "t-", wanted.tag.name)
        persons.put_tag(tenant, candidate.id, tag)
    return {}, []


def remove_tag(tenant: Tenant, candidate_id: str, body: Body) -> Done:
    """Takes a tag off; one that is not there is a warning (INFERRED)."""
    wanted = bodies.read(body, bodies.NewTag)
    with tenant.changing():
        candidate = living(tenant, "candidates", candidate_id)
        tag: Named | None = _tag(tenant, wanted.tag.name)
        if tag is None or tag.id not in [known.id for known in candidate.tags]:
            return {}, [f"The candidate has no tag {wanted.tag.name}."]
        persons.take_tag(tenant, candidate.id, tag.id)
    return {}, []


# method, path, name in the scope config, what is done; the path has one id, or none
ACTS: tuple[tuple[str, str, str, Act], ...] = (
    ("POST", "/ats/jobs/{id}/applications", "ats_create_application", create_application),
    ("POST", "/ats/candidates", "ats_create_candidate", create_candidate),
    ("PUT", "/ats/applications/{id}/stage", "ats_move_application", move),
    ("POST", "/ats/applications/{id}/reject", "ats_reject_application", reject),
    ("POST", "/ats/applications/{id}/notes", "ats_add_application_note", add_note),
    (
        "POST",
        "/ats/applications/{id}/attachments",
        "ats_add_application_attachment",
        add_file_to_application,
    ),
    ("POST", "/ats/candidates/{id}/attachments", "ats_add_candidate_attachment", add_file_to_candidate),
    ("POST", "/ats/candidates/{id}/tags", "ats_add_candidate_tag", add_tag),
    ("DELETE", "/ats/candidates/{id}/tags", "ats_remove_candidate_tag", remove_tag),
)
