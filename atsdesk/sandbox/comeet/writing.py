"""Creating and changing candidates. Source: Comeet's Recruiting API documentation, "Create candidate"."""

from typing import Any

from atsdesk.sandbox.clock import stamp
from atsdesk.sandbox.comeet import evolve, ids, listing, rules
from atsdesk.sandbox.comeet import permissions as may
from atsdesk.sandbox.comeet.attaching import actor, keep, resume_of, write_note
from atsdesk.sandbox.comeet.candidates import Process, begin
from atsdesk.sandbox.comeet.defaults import APP_SOURCE, WEB
from atsdesk.sandbox.comeet.model import Candidate, Source, SourceContact, encode
from atsdesk.sandbox.comeet.refusals import Refused
from atsdesk.sandbox.comeet.rules import Body
from atsdesk.sandbox.comeet.tenant import Tenant
from atsdesk.sandbox.comeet.visible import permit

CONTACT = ("first_name", "middle_name", "last_name", "phone", "mobile_phone")


def reduced(candidate: Candidate, contact: Body | None) -> dict[str, Any]:
    """What creating and changing answer."""
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
    permit(tenant.grant, may.CREATE_CANDIDATE)
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
            candidate.resume = resume_of(candidate.uid, resume[0])
            keep(tenant, candidate.uid, "resume", resume)
        tenant.add(Process(candidate, now, now, now), partner_id)
        for one in more:
            keep(tenant, candidate.uid, "file", one)
        if note:
            write_note(tenant, candidate.uid, {"type": "app"}, note, [])
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


def update(tenant: Tenant, uid: str, body: Body) -> bytes:
    """Contact details and custom fields; only what is sent changes."""
    permit(tenant.grant, may.UPDATE_CANDIDATE)
    law = tenant.rules
    changes: dict[str, Any] = {}
    for name in CONTACT:
        if name in body:
            changes[name] = rules.text(body, name, law, required=name in ("first_name", "last_name"))
    if "email" in body:
        changes["email"] = rules.email(body, "email", law)
    if "linkedin_url" in body:
        changes["linkedin_url"] = rules.linkedin(body, law)
    if "national_id" in body:
        changes["id_number"] = rules.text(body, "national_id", law)
    custom = rules.custom_fields(body)
    actor(rules.part(body, "updated_by"), tenant, "name")

    def edit(candidate: Candidate) -> None:
        candidate.custom_fields = {**candidate.custom_fields, **custom}

    with tenant.changing():
        known = listing.living(tenant, uid)
        evolve.edit_person(tenant, known, changes)
        candidate = tenant.change(known, edit)
    return encode(reduced(candidate, None))
