"""Files of candidates. Source: vendor documentation, "Attachment" (S:T1,T4,T6)."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from atsdesk.sandbox.paper import paper
from atsdesk.sandbox.smartrecruiters import ids, listing, reading, rules
from atsdesk.sandbox.smartrecruiters.defaults import ATTACHMENT_TYPES
from atsdesk.sandbox.smartrecruiters.model import encode, link
from atsdesk.sandbox.smartrecruiters.refusals import Refused
from atsdesk.sandbox.smartrecruiters.rules import Upload
from atsdesk.sandbox.smartrecruiters.tenant import Tenant

_COLUMNS = "SELECT id, name, type, content_type FROM attachment WHERE candidate = ?"


def _uid(number: int) -> str:
    return ids.uuid("attachment", number)


def _shown(candidate: str, row: tuple[Any, ...]) -> bytes:
    uid = _uid(row[0])
    download = link(f"/candidates/{candidate}/attachments/{uid}")
    named = dict(zip(("name", "type", "contentType"), row[1:], strict=True))
    return encode({"id": uid, **named, "actions": {"download": download}})


def of_candidate(tenant: Tenant, request: Request) -> bytes:
    """All files of a candidate."""
    rows = tenant.rows(f"{_COLUMNS} ORDER BY id", (reading.number(tenant, request),))
    return listing.counted([_shown(request.path_params["id"], row) for row in rows])


def of_pair(tenant: Tenant, request: Request) -> bytes:
    """The files of one application, and those that belong to none."""
    number, application = reading.number(tenant, request), reading.application(tenant, request)
    rows = tenant.rows(
        f"{_COLUMNS} AND coalesce(application, ?) = ? ORDER BY id", (number, application, application)
    )
    return listing.counted([_shown(request.path_params["id"], row) for row in rows])


def download(tenant: Tenant, request: Request) -> Response:
    """The bytes of a file; the link needs the credential (S:T4)."""
    wanted = request.path_params["attachment"]
    rows = tenant.rows(
        "SELECT id, name, content_type, content FROM attachment WHERE candidate = ?",
        (reading.number(tenant, request),),
    )
    for number, name, kind, content in rows:
        if _uid(number) == wanted:
            headers = {"content-disposition": "attachment"}
            return Response(paper(name) if content is None else content, media_type=kind, headers=headers)
    raise Refused(404, "Attachment not found.")


async def add(tenant: Tenant, request: Request) -> bytes:
    """One more file, from a form with `attachmentType` and `file`."""
    fields, upload = await rules.form(request, tenant.rules)
    kind = fields.get("attachmentType") or ATTACHMENT_TYPES[0]
    if kind not in ATTACHMENT_TYPES:
        raise rules.wrong("attachmentType", "must be one of " + ", ".join(ATTACHMENT_TYPES))
    with tenant.lock:
        number = reading.number(tenant, request)
        application = reading.application(tenant, request) if "job" in request.path_params else None
        return keep(tenant, number, application, kind, upload)


def keep(tenant: Tenant, number: int, application: int | None, kind: str, upload: Upload) -> bytes:
    """Keeps a file of a candidate; how it is shown."""
    with tenant.changing() as db:
        kept = db.execute(
            "INSERT INTO attachment (candidate, application, name, type, content_type, content) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (number, application, upload.name, kind, upload.kind, upload.content),
        )
        candidate = tenant.change(number, lambda _: None)
        return _shown(candidate.id, (kept.lastrowid or 0, upload.name, kind, upload.kind))
