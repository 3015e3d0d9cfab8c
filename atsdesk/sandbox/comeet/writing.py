"""Creating, changing and erasing.

Source: contracts/comeet.md, "Create candidate", "Note", "Opening" (C:V6,V11,V13,V14,V15,V16).
"""

import re
from pathlib import PurePath
from typing import Any

from atsdesk.sandbox.clock import stamp
from atsdesk.sandbox.comeet import evolve, files, ids, listing, rules
from atsdesk.sandbox.comeet import permissions as may
from atsdesk.sandbox.comeet.candidates import Process, begin
from atsdesk.sandbox.comeet.defaults import APP_SOURCE, FILE_EXTENSIONS, RESUME_EXTENSIONS, WEB
from atsdesk.sandbox.comeet.model import Candidate, File, Source, SourceContact, encode
from atsdesk.sandbox.comeet.refusals import Refused
from atsdesk.sandbox.comeet.rules import Body
from atsdesk.sandbox.comeet.tenant import Tenant

_TAG = re.compile(r"<(?!/?[biu]>)[^>]*>")
_ACTORS = ("user", "source_contact", "other", "app")
REASONS = ("New", "Replacement hire", "Temporary replacement")
CONTACT = {"first_name": 0, "middle_name": 0, "last_name": 0, "phone": 0, "mobile_phone": 0}


def permit(tenant: Tenant, permission: str) -> None:
    """403 `no_permission` without it."""
    if permission not in tenant.grant.allowed:
        raise Refused(403)


def reduced(candidate: Candidate, contact: Body | None) -> dict[str, Any]:
    """What creating and changing answer (C:V6,V13)."""
    answer: dict[str, Any] = {
        "uid": candidate.uid,
        "position_uid": candidate.position_uid,
        "status": candidate.status,
        "time_created": candidate.time_created,
        "time_last_status_changed": candidate.time_last_status_changed,
        "completed_steps": candidate.completed_steps,
        "current_steps": candidate.current_steps,
    }
    if contact is None and isinstance(candidate.source_contact, SourceContact):
        known = candidate.source_contact
        contact = {"full_name": f"{known.first_name} {known.last_name}", "email": known.email}
    if contact is not None:
        answer["source_contact"] = {name: contact.get(name) for name in ("full_name", "email", "phone")}
    return answer


def create(tenant: Tenant, body: Body) -> bytes:
    """One more candidate; 409 when the same draft is still in progress there."""
    permit(tenant, may.CREATE_CANDIDATE)
    law = tenant.rules
    position_uid = rules.text(body, "position_uid", law, required=True) or ""
    partner_id = rules.text(body, "partner_candidate_id", law, required=True) or ""
    first = rules.text(body, "first_name", law, required=True) or ""
    last = rules.text(body, "last_name", law, required=True) or ""
    others = {
        name: rules.text(body, name, law) for name in ("middle_name", "phone", "mobile_phone", "national_id")
    }
    rules.text(body, "salary_expectations", law)
    note = rules.text(body, "note", law, limit=law.note_limit)
    email, linkedin = rules.email(body, "email", law), rules.linkedin(body, law)
    rules.links(body, law)
    prospect = rules.prospect_status(body, law)
    rules.address(body, law)
    custom = rules.custom_fields(body)
    contact = _source_contact(tenant, body)
    resume, more = rules.attachments(body, law)
    with tenant.changing():
        listing.position(tenant, position_uid)
        _conflict(tenant, position_uid, partner_id)
        now, number = tenant.clock.now(), tenant.next_number
        candidate = Candidate(
            uid=ids.uid(ids.CANDIDATE, number),
            person_uid=ids.uid(ids.PERSON, number),
            first_name=first,
            middle_name=others["middle_name"],
            last_name=last,
            email=email,
            phone=others["phone"],
            mobile_phone=others["mobile_phone"],
            id_number=others["national_id"],
            linkedin_url=linkedin,
            position_uid=position_uid,
            status="In progress",
            prospect_status=prospect,
            time_created=stamp(now),
            time_last_status_changed=stamp(now),
            url=f"{WEB}/candidates/{ids.web_number(number)}",
            source=Source(*APP_SOURCE),
            source_contact=_as_read(tenant, contact),
            custom_fields=custom,
        )
        begin(candidate, tenant.openings[position_uid])
        if resume:
            candidate.resume = _resume(candidate.uid, resume[0])
            _keep(tenant, candidate.uid, "resume", resume)
        tenant.add(Process(candidate, now, now, now), partner_id)
        for one in more:
            _keep(tenant, candidate.uid, "file", one)
        if note:
            _add_note(tenant, candidate.uid, {"type": "app"}, note, [])
    return encode(reduced(candidate, contact))


def _source_contact(tenant: Tenant, body: Body) -> Body | None:
    contact = rules.part(body, "source_contact")
    if contact is None:
        return None
    rules.text(contact, "full_name", tenant.rules, required=True)
    mail = rules.email(contact, "email", tenant.rules, required=True)
    rules.text(contact, "phone", tenant.rules)
    if mail in tenant.sources.emails():
        message = "The email of the source contact belongs to another source."
        raise Refused(400, "source_contact_conflict", message)
    return contact


def _as_read(tenant: Tenant, contact: Body | None) -> SourceContact | None:
    if contact is None:
        return None
    first, _, last = str(contact["full_name"]).strip().partition(" ")
    return SourceContact(tenant.new_uid(), first, last.strip(), contact["email"])


def _conflict(tenant: Tenant, position_uid: str, partner_id: str) -> None:
    found = tenant.row(
        "SELECT uid, id FROM candidate WHERE position_uid = ? AND partner_id = ? AND status = 'In progress' "
        "AND deleted_at IS NULL AND merged_into IS NULL",
        position_uid,
        partner_id,
    )
    if found:
        known = ids.web_number(found[1]) if tenant.rules.conflict_names_number else found[0]
        raise Refused(409, candidate_uid=known)


def _resume(uid: str, name: str) -> File:
    return File(name, files.link(uid, files.RESUME, "resume" + PurePath(name).suffix.lower()))


def _keep(tenant: Tenant, uid: str, kind: str, file: tuple[str, bytes]) -> int:
    kept = tenant.db.execute(
        "INSERT INTO file (candidate_uid, kind, name, content) VALUES (?, ?, ?, ?)", (uid, kind, *file)
    )
    return kept.lastrowid or 0


def update(tenant: Tenant, uid: str, body: Body) -> bytes:
    """Contact details and custom fields; only what is sent changes."""
    permit(tenant, may.UPDATE_CANDIDATE)
    law = tenant.rules
    changes: dict[str, Any] = {}
    for name in CONTACT.keys() & body.keys():
        changes[name] = rules.text(body, name, law, required=name in ("first_name", "last_name"))
    if "email" in body:
        changes["email"] = rules.email(body, "email", law)
    if "linkedin_url" in body:
        changes["linkedin_url"] = rules.linkedin(body, law)
    if "national_id" in body:
        changes["id_number"] = rules.text(body, "national_id", law)
    custom = rules.custom_fields(body)
    _actor(rules.part(body, "updated_by"), tenant, "name")

    def edit(candidate: Candidate) -> None:
        candidate.custom_fields = {**candidate.custom_fields, **custom}

    with tenant.changing():
        known = listing.living(tenant, uid)
        evolve.edit_person(tenant, known, changes)
        candidate = tenant.change(known, edit)
    return encode(reduced(candidate, None))


def _actor(given: Body | None, tenant: Tenant, second: str) -> Body | None:
    """Who did it: `type` and one more field are mandatory when it is there at all."""
    if given is not None:
        kind = rules.text(given, "type", tenant.rules, required=True)
        if kind not in _ACTORS:
            raise rules.wrong("type", "must be one of " + ", ".join(_ACTORS))
        rules.text(given, second, tenant.rules, required=second == "name" or kind != "app")
    return given


def add_note(tenant: Tenant, uid: str, body: Body) -> bytes:
    """A note; only bold, italics and underline survive in its text."""
    permit(tenant, may.CREATE_NOTES)
    text = rules.text(body, "text", tenant.rules, limit=tenant.rules.note_limit, required=True) or ""
    author = _actor(rules.part(body, "created_by"), tenant, "uid") or {"type": "app"}
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
        note = _add_note(tenant, known, author, text, details)
        tenant.change(known, lambda _: None)
    return note


def _add_note(tenant: Tenant, uid: str, author: Body, text: str, details: list[dict[str, Any]]) -> bytes:
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


def files_of(tenant: Tenant, uid: str) -> bytes:
    """The files tab as a bare array: everything but the resume (S:T2)."""
    known = listing.candidate(tenant, uid)
    found = tenant.rows(
        "SELECT id, name FROM file WHERE candidate_uid = ? AND kind = 'file' ORDER BY id", (known,)
    )
    return encode([File(name, files.link(known, number, name)) for number, name in found])


def add_file(tenant: Tenant, uid: str, body: Body) -> bytes:
    """One more file; the answer lists it (C:V11)."""
    permit(tenant, may.UPDATE_CANDIDATE)
    file = rules.file(body, tenant.rules, FILE_EXTENSIONS)
    with tenant.changing():
        known = listing.living(tenant, uid)
        number = _keep(tenant, known, "file", file)
        tenant.change(known, lambda _: None)
    return encode([File(file[0], files.link(known, number, file[0]))])


def add_resume(tenant: Tenant, uid: str, body: Body) -> bytes:
    """Replaces the resume. INFERRED: path and body were not seen."""
    permit(tenant, may.UPDATE_CANDIDATE)
    file = rules.file(body, tenant.rules, RESUME_EXTENSIONS)
    with tenant.changing() as db:
        known = listing.living(tenant, uid)
        db.execute("DELETE FROM file WHERE candidate_uid = ? AND kind = 'resume'", (known,))
        _keep(tenant, known, "resume", file)
        resume = _resume(known, file[0])

        def edit(candidate: Candidate) -> None:
            candidate.resume = resume

        tenant.change(known, edit)
    return encode(resume)


def erase_person(tenant: Tenant, person_uid: str) -> bytes:
    """Deletes all hiring processes of a person, unless an interview lies ahead (C:V15)."""
    permit(tenant, may.DELETE_PERSONS)
    with tenant.changing() as db:
        uids = tenant.uids_of_person(person_uid)
        if not uids:
            raise Refused(404, message="Person not found.")
        now = stamp(tenant.clock.now())
        for uid in uids:
            for step in tenant.candidate(uid).current_steps:
                if step.time_scheduled and step.time_scheduled > now:
                    message = "The person has pending interviews."
                    raise Refused(400, "person_has_pending_interviews", message)
        for uid in uids:
            tenant.delete(uid)
        db.execute("DELETE FROM person WHERE uid = ?", (person_uid,))
    return b"{}"


def duplicates(tenant: Tenant, given: dict[str, str]) -> bytes:
    """People who may be the same. INFERRED: the shape of the answer was not seen (S:T1)."""
    permit(tenant, may.CREATE_CANDIDATE)
    value = {name: text.strip().lower() for name, text in given.items() if text.strip()}
    named = "first_name" in value and "last_name" in value
    tests: list[tuple[str, list[str]]] = []
    if "email" in value:
        tests.append(("email = ?", [value["email"]]))
    if "linkedin_url" in value:
        tests.append(("linkedin = ?", [value["linkedin_url"]]))
    if "phone_number" in value:
        tests.append(("phone = ? OR mobile = ?", [value["phone_number"]] * 2))
    if named:
        tests.append(("first = ? AND last = ?", [value["first_name"], value["last_name"]]))
    if not tests:
        message = "An email, a phone number, a LinkedIn URL or a full name is required."
        raise Refused(400, "required_field", message)
    condition = " OR ".join(f"({test})" for test, _ in tests)
    rows = tenant.rows(
        f"SELECT candidate.uid FROM person JOIN candidate ON person_uid = person.uid WHERE ({condition}) "
        "AND deleted_at IS NULL AND merged_into IS NULL ORDER BY candidate.updated DESC LIMIT 50",
        [text for _, texts in tests for text in texts],
    )
    shown = ("uid", "person_uid", "position_uid", "first_name", "last_name", "email", "status", "url")
    found = []
    for (uid,) in rows:
        candidate = tenant.candidate(uid)
        found.append({"URL" if name == "url" else name: getattr(candidate, name) for name in shown})
    return encode(found)


def open_opening(tenant: Tenant, body: Body) -> bytes:
    """One more opening of a position (C:V16)."""
    permit(tenant, may.CREATE_OPENING)
    law = tenant.rules
    position_uid = rules.text(body, "position_uid", law, required=True) or ""
    name = rules.text(body, "name", law, required=True)
    reason = rules.text(body, "reason", law) or REASONS[0]
    if reason not in REASONS:
        raise rules.wrong("reason", "must be one of " + ", ".join(REASONS))
    headcount = body.get("headcount", 1)
    if not isinstance(headcount, int) or isinstance(headcount, bool) or headcount < 1:
        raise rules.wrong("headcount", "must be a whole number from 1")
    with tenant.changing() as db:
        listing.position(tenant, position_uid)
        now = stamp(tenant.clock.now())
        opening = {
            "uid": tenant.new_uid(),
            "position_uid": position_uid,
            "name": name,
            "approval_process": None,
            "hired_candidate_uid": None,
            "time_expected_hire": rules.text(body, "time_expected_hire", law),
            "headcount": headcount,
            "reason": reason,
            "status": "Open",
            "time_created": now,
            "time_last_status_change": now,
            "time_opened": now,
            "time_updated": now,
            "custom_fields": dict(rules.part(body, "custom_fields") or {}),
        }
        json = encode(opening)
        db.execute("INSERT INTO opening VALUES (?, ?, ?)", (opening["uid"], position_uid, json))
    return json
