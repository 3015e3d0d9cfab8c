"""Notes, files and resumes of a candidate. Source: Comeet's Recruiting API documentation, "Files", "Note"."""

import re
from pathlib import PurePath
from typing import Any

from atsdesk.sandbox.clock import stamp
from atsdesk.sandbox.comeet import files, listing, rules
from atsdesk.sandbox.comeet import permissions as may
from atsdesk.sandbox.comeet.defaults import FILE_EXTENSIONS, RESUME_EXTENSIONS
from atsdesk.sandbox.comeet.model import Candidate, File, encode
from atsdesk.sandbox.comeet.rules import Body
from atsdesk.sandbox.comeet.tenant import Tenant
from atsdesk.sandbox.comeet.visible import permit

_TAG = re.compile(r"<(?!/?[biu]>)[^>]*>")
_ACTORS = ("user", "source_contact", "other", "app")


def actor(given: Body | None, tenant: Tenant, second: str) -> Body | None:
    """Who did it: `type` and one more field are mandatory when it is there at all."""
    if given is not None:
        kind = rules.text(given, "type", tenant.rules, required=True)
        if kind not in _ACTORS:
            raise rules.wrong("type", "must be one of " + ", ".join(_ACTORS))
        rules.text(given, second, tenant.rules, required=second == "name" or kind != "app")
    return given


def add_note(tenant: Tenant, uid: str, body: Body) -> bytes:
    """A note; only bold, italics and underline survive in its text."""
    permit(tenant.grant, may.CREATE_NOTES)
    text = rules.text(body, "text", tenant.rules, limit=tenant.rules.note_limit, required=True) or ""
    author = actor(rules.part(body, "created_by"), tenant, "uid") or {"type": "app"}
    limit = tenant.rules.note_limit
    details = [
        {
            "title": rules.text(one, "title", tenant.rules, required=True),
            "text": rules.text(one, "text", tenant.rules, limit=limit, required=True),
        }
        for one in rules.parts(body, "details")
    ]
    with tenant.changing():
        known = listing.living(tenant, uid)
        note = write_note(tenant, known, author, text, details)
        tenant.change(known, lambda _: None)
    return note


def write_note(tenant: Tenant, uid: str, author: Body, text: str, details: list[dict[str, Any]]) -> bytes:
    """Writes a note without further ado; its JSON text."""
    note = {
        "uid": tenant.new_uid(),
        "time_created": stamp(tenant.clock.now()),
        "created_by": {"type": author["type"], "uid": author.get("uid")},
        "text": _TAG.sub("", text),
        "details": details,
    }
    json = encode(note)
    tenant.db.execute("INSERT INTO note VALUES (?, ?, ?)", (note["uid"], uid, json))
    return json


def resume_of(uid: str, name: str) -> File:
    """A resume as it is shown."""
    return File(name, files.link(uid, files.RESUME, "resume" + PurePath(name).suffix.lower()))


def keep(tenant: Tenant, uid: str, kind: str, file: tuple[str, bytes]) -> int:
    """Keeps the bytes; the number of the file."""
    kept = tenant.db.execute(
        "INSERT INTO file (candidate_uid, kind, name, content) VALUES (?, ?, ?, ?)", (uid, kind, *file)
    )
    return kept.lastrowid or 0


def files_of(tenant: Tenant, uid: str) -> bytes:
    """The files tab as a bare array: everything but the resume (SECONDARY)."""
    known = listing.candidate(tenant, uid)
    found = tenant.rows(
        "SELECT id, name FROM file WHERE candidate_uid = ? AND kind = 'file' ORDER BY id", (known,)
    )
    return encode([File(name, files.link(known, number, name)) for number, name in found])


def add_file(tenant: Tenant, uid: str, body: Body) -> bytes:
    """One more file; the answer lists it."""
    permit(tenant.grant, may.UPDATE_CANDIDATE)
    file = rules.file(body, tenant.rules, FILE_EXTENSIONS)
    with tenant.changing():
        known = listing.living(tenant, uid)
        number = keep(tenant, known, "file", file)
        tenant.change(known, lambda _: None)
    return encode([File(file[0], files.link(known, number, file[0]))])


def add_resume(tenant: Tenant, uid: str, body: Body) -> bytes:
    """Replaces the resume. INFERRED: path and body were not seen."""
    permit(tenant.grant, may.UPDATE_CANDIDATE)
    file = rules.file(body, tenant.rules, RESUME_EXTENSIONS)
    with tenant.changing() as db:
        known = listing.living(tenant, uid)
        db.execute("DELETE FROM file WHERE candidate_uid = ? AND kind = 'resume'", (known,))
        keep(tenant, known, "resume", file)
        resume = resume_of(known, file[0])

        def edit(candidate: Candidate) -> None:
            candidate.resume = resume

        tenant.change(known, edit)
    return encode(resume)
