"""People across their hiring processes: erasing and the duplicate check.

Source: Comeet's Recruiting API documentation; some of it is SECONDARY.
"""

from atsdesk.sandbox.clock import stamp
from atsdesk.sandbox.comeet import permissions as may
from atsdesk.sandbox.comeet.model import encode
from atsdesk.sandbox.comeet.refusals import Refused
from atsdesk.sandbox.comeet.tenant import Tenant
from atsdesk.sandbox.comeet.visible import permit


def erase_person(tenant: Tenant, person_uid: str) -> bytes:
    """Deletes all hiring processes of a person, unless an interview lies ahead."""
    permit(tenant.grant, may.DELETE_PERSONS)
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
    """People who may be the same. INFERRED: the shape of the answer was not seen."""
    permit(tenant.grant, may.CREATE_CANDIDATE)
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
