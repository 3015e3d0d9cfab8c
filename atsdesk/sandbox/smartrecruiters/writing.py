"""Creating and changing candidates. Source: vendor documentation, "Create candidate" (C:V16,V17,V19)."""

from pathlib import PurePath
from typing import Any

from msgspec import UNSET
from starlette.requests import Request

from atsdesk.sandbox.smartrecruiters import attaching, candidates, catalog, evolve, reading, rules
from atsdesk.sandbox.smartrecruiters.candidates import Applied, Process
from atsdesk.sandbox.smartrecruiters.catalog import SourceValue, Stage
from atsdesk.sandbox.smartrecruiters.defaults import CLOSED_JOB, ENDED, STATUSES
from atsdesk.sandbox.smartrecruiters.jobs import Opening
from atsdesk.sandbox.smartrecruiters.model import (
    Candidate,
    CandidateLocation,
    Education,
    Experience,
    Web,
    encode,
)
from atsdesk.sandbox.smartrecruiters.refusals import Refused
from atsdesk.sandbox.smartrecruiters.rules import Body
from atsdesk.sandbox.smartrecruiters.tenant import Tenant

_PERSONAL = {"firstName": "first_name", "lastName": "last_name", "phoneNumber": "phone_number"}


def _job(tenant: Tenant, request: Request) -> Opening | None:
    """The job to apply for; nothing means the talent pool."""
    uid = request.path_params.get("job")
    if uid is None:
        return None
    opening = tenant.openings.get(uid)
    if opening is None:
        raise Refused(404, "Job not found.", "JOB_NOT_FOUND")
    if opening.job.status in CLOSED_JOB:
        raise Refused(422, "The job does not take candidates any more.", "JOB_CLOSED")
    return opening


async def create(tenant: Tenant, request: Request) -> bytes:
    """One more candidate, onto a job or into the talent pool."""
    body = await rules.json(request, tenant.rules)
    law = tenant.rules
    rules.periods(body, "education")
    rules.periods(body, "experience")
    said: dict[str, Any] = {
        "first_name": rules.text(body, "firstName", law, required=True),
        "last_name": rules.text(body, "lastName", law, required=True),
        "email": rules.email(body, law, required=True),
        "phone_number": rules.text(body, "phoneNumber", law) or UNSET,
        "location": rules.shaped(body, "location", CandidateLocation, CandidateLocation()),
        "web": rules.shaped(body, "web", Web, Web()),
        "tags": rules.tags(body),
        "education": rules.shaped(body, "education", list[Education], []),
        "experience": rules.shaped(body, "experience", list[Experience], []),
        "internal": rules.shaped(body, "internal", bool, False),
    }
    return _create(tenant, _job(tenant, request), said, rules.source(body.get("sourceDetails")))[1]


async def create_from_cv(tenant: Tenant, request: Request) -> bytes:
    """A candidate read from a resume; the imitation takes the name from the file's."""
    fields, upload = await rules.form(request, tenant.rules)
    details = fields if {"sourceTypeId", "sourceId"} & set(fields) else None
    first, _, last = PurePath(upload.name).stem.replace("_", " ").strip().partition(" ")
    said: dict[str, Any] = {
        "first_name": first or "Unknown",
        "last_name": last.strip() or "Unknown",
        "email": UNSET,
        "phone_number": UNSET,
        "location": UNSET,
        "web": UNSET,
        "tags": [],
        "education": [],
        "experience": [],
        "internal": fields.get("internal") == "true",
    }
    with tenant.changing():
        number, _ = _create(tenant, _job(tenant, request), said, rules.source(details))
        attaching.keep(tenant, number, None, "RESUME", upload)
        return encode(tenant.candidate(number))


def _create(
    tenant: Tenant, opening: Opening | None, said: dict[str, Any], source: SourceValue
) -> tuple[int, bytes]:
    with tenant.changing():
        number = _known(tenant, said["email"])
        if number is not None:
            _assign(tenant, number, opening, source)
            return number, encode(tenant.candidate(number))
        now = tenant.clock.now()
        process: Process = tenant.crowd.arrival(tenant.next_number, None, now)
        for name, value in said.items():
            empty = name in ("location", "web") and value is not UNSET and encode(value) == b"{}"
            setattr(process.candidate, name, UNSET if empty else value)
        number = tenant.add(process)
        _assign(tenant, number, opening, source)
        return number, encode(tenant.candidate(number))


def _known(tenant: Tenant, email: Any) -> int | None:
    """The profile with the same mail address. INFERRED: what happens with duplicates is not documented."""
    if email is UNSET or not tenant.rules.duplicate_returns_existing:
        return None
    for number, words in tenant.rows(
        "SELECT id, words FROM candidate WHERE instr(words, ?) ORDER BY id", (str(email).lower(),)
    ):
        if str(words).split(" ")[-1] == str(email).lower():
            return int(number)
    return None


def _assign(tenant: Tenant, number: int, opening: Opening | None, source: SourceValue) -> None:
    """Puts a candidate onto a job where they are not yet."""
    if opening is None:
        return
    there = tenant.row("SELECT 1 FROM application WHERE candidate = ? AND job = ?", number, opening.job.id)
    if there is None:
        tenant.apply(number, tenant.crowd.apply(opening, tenant.clock.now(), source), primary=True)


async def update(tenant: Tenant, request: Request) -> bytes:
    """Personal details; only what is sent changes."""
    body = await rules.json(request, tenant.rules)
    law = tenant.rules
    changes: dict[str, Any] = {}
    for name, field in _PERSONAL.items():
        if name in body:
            changes[field] = rules.text(body, name, law, required=name != "phoneNumber") or UNSET
    if "email" in body:
        changes["email"] = rules.email(body, law, required=True)
    if "location" in body:
        changes["location"] = rules.shaped(body, "location", CandidateLocation, CandidateLocation())
    if "web" in body:
        changes["web"] = rules.shaped(body, "web", Web, Web())

    def edit(candidate: Candidate) -> None:
        for name, value in changes.items():
            setattr(candidate, name, value)

    return encode(tenant.change(reading.number(tenant, request), edit))


def delete(tenant: Tenant, request: Request) -> bytes:
    """Takes a candidate away."""
    tenant.delete(reading.number(tenant, request))
    return b""


async def set_status(tenant: Tenant, request: Request) -> bytes:
    """Another status of an application; without a job in the path the primary one's (C:V19)."""
    body = await rules.json(request, tenant.rules)
    status = rules.text(body, "status", tenant.rules, required=True)
    sub = rules.text(body, "subStatus", tenant.rules)
    if status not in STATUSES:
        raise rules.wrong("status", "must be one of " + ", ".join(STATUSES))
    with tenant.changing():
        of_job = "job" in request.path_params
        number = reading.application(tenant, request) if of_job else reading.primary(tenant, request)
        if number is None:
            raise Refused(404, "The candidate has no assignment.", "ASSIGNMENT_NOT_FOUND")
        reason, starts = _reason(status, body), rules.moment(body, "startsOn")

        def edit(one: Applied) -> None:
            _turn(tenant, one, Stage(status, sub, 0, 0), reason, starts)

        tenant.change_application(number, edit)
    return b""


def _reason(status: str, body: Body) -> str | None:
    """The label of the reason whose id was given."""
    given = body.get("reason")
    known = {"REJECTED": catalog.REJECTION_IDS, "WITHDRAWN": catalog.WITHDRAWAL_IDS}.get(status, {})
    if given is None or not known:
        return None
    for label, uid in known.items():
        if uid == given:
            return label
    raise Refused(422, "The reason does not exist.", "REASON_NOT_FOUND")


def _turn(tenant: Tenant, one: Applied, wanted: Stage, reason: str | None, starts: int | None) -> None:
    """Another status; without a sub status the first of the hiring process."""
    now = tenant.clock.now()
    if wanted.status in ENDED:
        evolve.finish(one, wanted.status, reason, now, starts)
        return
    for ordinal, stage in enumerate((catalog.LEAD, *one.opening.flow), -1):
        if stage.status == wanted.status and wanted.sub in (None, stage.sub):
            one.stage = ordinal
            one.reason = one.ended_after = one.starts = None
            candidates.enter(one, stage, now)
            return
    raise Refused(422, f"There is no sub status {wanted.sub} of {wanted.status}.", "SUB_STATUS_NOT_FOUND")


async def set_source(tenant: Tenant, request: Request) -> bytes:
    """Where an application came from."""
    source = rules.source(await rules.json(request, tenant.rules))

    def edit(one: Applied) -> None:
        one.source = source

    tenant.change_application(reading.application(tenant, request), edit)
    return b""


def _tag(tenant: Tenant, request: Request, wanted: list[str], added: bool) -> bytes:
    def edit(candidate: Candidate) -> None:
        before = candidate.tags if added else []
        candidate.tags = list(dict.fromkeys([*before, *wanted]))

    return encode({"tags": tenant.change(reading.number(tenant, request), edit).tags})


async def add_tags(tenant: Tenant, request: Request) -> bytes:
    """More tags."""
    return _tag(
        tenant, request, rules.tags(await rules.json(request, tenant.rules), required=True), added=True
    )


async def replace_tags(tenant: Tenant, request: Request) -> bytes:
    """Other tags."""
    return _tag(
        tenant, request, rules.tags(await rules.json(request, tenant.rules), required=True), added=False
    )


def remove_tags(tenant: Tenant, request: Request) -> bytes:
    """No tags."""
    _tag(tenant, request, [], added=False)
    return b""
