"""Sending candidates to Comeet: one request each. Facts and their certainty: the Comeet contract, "Create candidate",
"Errors"."""

import datetime as dt
import re
from typing import Any
from urllib.parse import quote

from atsdesk.ats.comeet.answers import AUTH_CODES, code, key_refused, members
from atsdesk.ats.draft import Draft, plain
from atsdesk.ats.submitting import (
    Body,
    Enclosure,
    Get,
    Made,
    Match,
    Parcel,
    Refused,
    Step,
    Submitting,
    Unclear,
    Verdict,
    as_json,
    once,
    said,
)
from atsdesk.errors import ConfigError, DataError, RefusedError
from atsdesk.net.answer import Answer

SETTLES = dt.timedelta(seconds=30)
"""INFERRED: that something created could be missed for a while is not documented."""
ENTRIES = 20
"""Possible duplicates that are looked at one by one, where the answer leaves out their positions."""
REAL_ID = {"IDENTIFIER_TYPE": "REAL_ID"}
"""CONFIRMED: with it the path takes the number that the web page has."""
PLACES = {
    "position_uid": "job_id",
    "salary_expectations": "salary.text",
    "note": "note.text",
    "country": "address.country",
    "full_name": "source_contact.full_name",
    "url": "links",
    "name": "files",
    "file": "files",
}
"""Where in a draft a member is, whose name there is another."""
REASONS = {
    "required_field": "Comeet misses a field that is required.",
    "string_size_limit": "A text is longer than Comeet takes.",
    "invalid_email": "Comeet does not accept an e-mail address.",
    "invalid_linkedin_url": "Comeet does not accept the LinkedIn address.",
    "invalid_url": "Comeet does not accept a link.",
    "source_contact_conflict": "The source contact's e-mail address belongs to another source in Comeet.",
    "incorrect_country_code": "Comeet does not know the country.",
    "invalid_custom_candidate_field": "Comeet has no such custom field.",
    "invalid_datetime": "Comeet does not accept a time.",
    "invalid_file_type": "Comeet does not take files of this type.",
    "file_size_limit": "A file is larger than Comeet takes.",
    "malicious_file": "Comeet takes a file for malicious.",
    "position_not_found": "Comeet has no such position, or does not show it to this key.",
}
FIELDS = {
    "invalid_linkedin_url": "linkedin_url",
    "invalid_url": "links",
    "source_contact_conflict": "source_contact.email",
    "incorrect_country_code": "address.country",
    "invalid_custom_candidate_field": "custom_fields",
    "position_not_found": "job_id",
}
"""What an error is about, where its code says so."""


def body(parcel: Parcel, part: int) -> Body:
    """The members in the order in which the contract lists them."""
    draft = parcel.draft
    resumes, pictures = parcel.of_kind("resume"), parcel.of_kind("picture")
    return as_json(
        said(
            position_uid=draft.job_id,
            partner_candidate_id=parcel.key,
            first_name=draft.first_name,
            middle_name=draft.middle_name,
            last_name=draft.last_name,
            email=draft.email,
            phone=draft.phone,
            mobile_phone=draft.mobile_phone,
            national_id=draft.national_id,
            linkedin_url=draft.linkedin_url,
            salary_expectations=draft.salary.text,
            prospect_status=draft.prospect_status,
            resume=_file(resumes[0]) if resumes else None,
            picture=_file(pictures[0]) if pictures else None,
            links=[{"url": one} for one in draft.links],
            files=[_file(one) for one in (*resumes[1:], *parcel.of_kind("cover_letter", "other"))],
            source_contact=plain(draft.source_contact),
            address=said(
                country=draft.address.country,
                city=draft.address.city,
                state=draft.address.state,
                zip=draft.address.zip,
                street=draft.address.street,
            ),
            custom_fields=draft.custom_fields,
            note=draft.note.text,
        )
    )


def _file(one: Enclosure) -> dict[str, str]:
    return {"name": one.name, "file": one.packed}


def judge(parcel: Parcel, part: int, answer: Answer) -> Verdict:
    """Success is 200 or 201 with a uid; a 409 names the candidate that an earlier try made (CONFIRMED)."""
    status, word, told = answer.status, code(answer), members(answer)
    uid = told.get("candidate_uid" if status == 409 else "uid")
    if status in (200, 201, 409) and isinstance(uid, (str, int)) and str(uid):
        return Made(str(uid), application_id=str(uid))
    if status == 409 or status < 400 or status >= 500 or not told:
        return Unclear(f"Comeet's answer does not say whether the candidate arrived ({status}).")
    message = str(told.get("message") or "").strip()
    says = f" Comeet says: {message}" if message else ""
    if status == 401 and word in AUTH_CODES:
        return Refused(key_refused())
    if status == 403 and word in ("no_permission", ""):
        hint = (
            'The permission "Create candidate" is missing: ask for it at Comeet, then revoke and activate the'
        )
        return Refused(
            RefusedError("Comeet does not let this key create candidates.", f"{hint} integration again.")
        )
    title = REASONS.get(word, f"Comeet did not accept the candidate ({status} {word}).".replace(" )", ")"))
    field = FIELDS.get(word) or _field(parcel, word, message)
    error = ConfigError if word == "position_not_found" else DataError
    return Refused(error(title, f"Correct it and send again.{says}", concerns=field), field)


def _field(parcel: Parcel, word: str, message: str) -> str:
    """The field or file that a message speaks of."""
    for place, one in enumerate(parcel.files):
        if one.name in message:
            return f"files[{place}]"
    if word == "invalid_email" and not parcel.draft.email:
        return "source_contact.email"
    for name in re.findall(r"[a-z_]+", message):
        if name in PLACES or name in Draft.__struct_fields__:
            return PLACES.get(name) or name
    return ""


def find(parcel: Parcel, part: int, get: Get) -> list[Match]:
    """People like this one who are on the position already. The shape of the answer is SECONDARY: an entry that leaves
    out its position is read by itself."""
    draft = parcel.draft
    query = said(
        email=draft.email,
        first_name=draft.first_name,
        last_name=draft.last_name,
        linkedin_url=draft.linkedin_url,
        phone_number=draft.mobile_phone or draft.phone,
    )
    entries = get("/sourcing/candidates/find_duplicates", query, {})
    people = [one for one in entries if isinstance(one, dict)] if isinstance(entries, list) else []
    known = [_with_position(one, get) for one in people[:ENTRIES]]
    return [
        _match(parcel, one) for one in known if one.get("uid") and one.get("position_uid") == draft.job_id
    ]


def _with_position(entry: dict[str, Any], get: Get) -> dict[str, Any]:
    if "position_uid" in entry or not isinstance(entry.get("uid"), str):
        return entry
    read = get(f"/candidates/{quote(entry['uid'], safe='')}", None, {})
    return read if isinstance(read, dict) else {}


def _match(parcel: Parcel, entry: dict[str, Any]) -> Match:
    email = str(entry.get("email") or "").lower()
    same = email == parcel.email if email and parcel.email else True
    named = parcel.is_named(entry.get("first_name"), entry.get("last_name"))
    return Match(
        str(entry["uid"]),
        str(entry.get("person_uid") or ""),
        str(entry["uid"]),
        " ".join(str(entry.get(name) or "") for name in ("first_name", "last_name")).strip(),
        str(entry.get("URL") or ""),
        here=same
        and (named or bool(email and parcel.email))
        and entry.get("status") in ("In progress", None),
        ours=same and named,
    )


def whole(parcel: Parcel, get: Get) -> Made | None:
    """Who it is: creating answers no person, and a conflict may name the web page's number instead of the uid."""
    uid = parcel.application_id
    read = get(f"/candidates/{quote(uid, safe='')}", None, REAL_ID if uid.isdecimal() else {})
    if not isinstance(read, dict) or not read.get("uid"):
        return None
    return Made(str(read["uid"]), str(read.get("person_uid") or ""), str(read["uid"]))


SUBMITTING = Submitting(
    (
        Step(
            "create",
            lambda parcel, part: "Candidate with files and note",
            once(lambda parcel: True),
            lambda parcel: "/candidates",
            body,
            judge,
            find,
            whole,
            guarded=True,
        ),
    ),
    SETTLES,
)
