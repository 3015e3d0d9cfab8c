"""Sending candidates to SmartRecruiters: the candidate onto a job or into the pool, then each file. Facts and their
certainty: the SmartRecruiters contract, "Create candidate"."""

import datetime as dt
import re
from typing import Any
from urllib.parse import quote

from atsdesk.ats.draft import Address, Draft, Education, Employment
from atsdesk.ats.smartrecruiters.answers import members, message_of, refused_key
from atsdesk.ats.submitting import (
    Body,
    Get,
    Made,
    Match,
    Parcel,
    Refused,
    Step,
    Submitting,
    Unclear,
    Verdict,
    as_form,
    as_json,
    once,
    said,
)
from atsdesk.errors import DataError, RefusedError
from atsdesk.net.answer import Answer

SETTLES = dt.timedelta(seconds=60)
"""INFERRED: how soon a search finds what was created is not documented."""
OVER = ("REJECTED", "WITHDRAWN", "TRANSFERRED")
FILE_TYPES = {"resume": "RESUME"}
"""SECONDARY; all other files are GENERIC_FILE."""
PLACES = {
    "firstName": "first_name",
    "lastName": "last_name",
    "phoneNumber": "phone",
    "location": "address",
    "web": "website",
    "education": "educations",
    "experience": "employments",
    "sourceDetails": "source.id",
    "source": "source.id",
    "internal": "is_internal",
    "Job": "job_id",
    "job": "job_id",
}
"""Where in a draft a member is, whose name there is another."""


def candidate(parcel: Parcel, part: int) -> Body:
    """The members in the order of the contract."""
    draft = parcel.draft
    return as_json(
        said(
            firstName=draft.first_name,
            lastName=draft.last_name,
            email=draft.email,
            phoneNumber=draft.phone or draft.mobile_phone,
            location=_location(draft.address),
            web=said(
                skype=draft.skype,
                linkedin=draft.linkedin_url,
                facebook=draft.facebook,
                twitter=draft.twitter,
                website=draft.website,
            ),
            tags=list(draft.tags),
            education=[_education(one) for one in draft.educations],
            experience=[_experience(one) for one in draft.employments],
            sourceDetails=said(
                sourceTypeId=draft.source.type_id,
                sourceSubTypeId=draft.source.subtype_id,
                sourceId=draft.source.id,
            ),
            internal=draft.is_internal,
        )
    )


def _location(address: Address) -> dict[str, Any]:
    return said(countryCode=address.country.lower(), region=address.state, city=address.city)


def _education(one: Education) -> dict[str, Any]:
    return said(
        institution=one.school,
        degree=one.degree,
        major=one.discipline,
        current=one.is_current,
        location=one.location,
        startDate=one.started[:7],
        endDate=one.ended[:7],
        description=one.description,
    )


def _experience(one: Employment) -> dict[str, Any]:
    return said(
        title=one.title,
        company=one.company,
        current=one.is_current,
        startDate=one.started[:7],
        endDate=one.ended[:7],
        location=one.location,
        description=one.description,
    )


def file(parcel: Parcel, part: int) -> Body:
    """A form with the type and the file (SECONDARY)."""
    one = parcel.files[part]
    kind = FILE_TYPES.get(one.kind, "GENERIC_FILE")
    return as_form({"attachmentType": kind}, one, f"atsdesk-{parcel.key}")


def judge(parcel: Parcel, part: int, answer: Answer) -> Verdict:
    """201 with the candidate (INFERRED), who may have been there before."""
    told = members(answer)
    if answer.status in (200, 201):
        uid = told.get("id")
        if not isinstance(uid, str) or not uid:
            return Unclear("SmartRecruiters' answer does not say whom it made.")
        return Made(
            _pair(uid, parcel.draft.job_id),
            uid,
            _pair(uid, parcel.draft.job_id) if parcel.draft.job_id else "",
        )
    return _refusal(parcel, answer)


def judge_file(parcel: Parcel, part: int, answer: Answer) -> Verdict:
    """The file that is sent is what a refusal is about."""
    uid = members(answer).get("id")
    if answer.status in (200, 201):
        return Made(uid) if isinstance(uid, str) and uid else Unclear("The answer does not name the file.")
    verdict = _refusal(parcel, answer)
    return Refused(verdict.error, f"files[{part}]") if isinstance(verdict, Refused) else verdict


def _refusal(parcel: Parcel, answer: Answer) -> Refused | Unclear:
    status, says = answer.status, message_of(answer)
    if status == 401:
        return Refused(refused_key(answer))
    if status == 403:
        hint = (
            "It needs the scope candidates_create; a client also needs a system role. An administrator grants them in"
            f" the Credential Manager. {says}"
        )
        return Refused(RefusedError("SmartRecruiters does not let this key do it.", hint.strip()))
    if not 400 <= status < 500:
        return Unclear(f"SmartRecruiters' answer does not say whether it arrived ({status}).")
    error = DataError(
        f"SmartRecruiters did not accept it ({status}).",
        f"Correct it and send again. SmartRecruiters says: {says}." if says else "Correct it and send again.",
    )
    return Refused(error, _field(says))


def _field(says: str) -> str:
    for name in re.findall(r"\w+", says):
        if name in PLACES or name in Draft.__struct_fields__:
            return PLACES.get(name) or name
    return ""


def find(parcel: Parcel, part: int, get: Get) -> list[Match]:
    """People with the same address, as far as they are on the job, or in the pool where there is none."""
    job = parcel.draft.job_id
    answer = get("/candidates", {"q": parcel.email, "limit": "100"}, {})
    people = answer.get("content") if isinstance(answer, dict) else None
    found: list[Match] = []
    for one in people if isinstance(people, list) else ():
        if not isinstance(one, dict) or str(one.get("email") or "").lower() != parcel.email:
            continue
        uid, standing = str(one.get("id") or ""), _standing(one, job)
        if uid and (standing is not None or not job):
            found.append(
                Match(
                    _pair(uid, job),
                    uid,
                    _pair(uid, job) if job else "",
                    f"{one.get('firstName') or ''} {one.get('lastName') or ''}".strip(),
                    here=standing not in OVER,
                )
            )
    return found


def _pair(candidate: str, job: str) -> str:
    """An application is known by both ids (CONFIRMED, Summary)."""
    return f"{candidate}:{job}" if job else candidate


def _standing(one: dict[str, Any], job: str) -> str | None:
    """How somebody stands on a job; None where they are not on it. Of secondary jobs a list tells only the ids."""
    primary = one.get("primaryAssignment")
    secondary = one.get("secondaryAssignments")
    for entry in (primary, *(secondary if isinstance(secondary, list) else ())):
        if isinstance(entry, dict) and isinstance(entry.get("job"), dict) and entry["job"].get("id") == job:
            return str(entry.get("status") or "")
    return None


def find_file(parcel: Parcel, part: int, get: Get) -> list[Match]:
    """Files with the same name, of the application or of none."""
    answer = get(_files(parcel), None, {})
    files = answer.get("content") if isinstance(answer, dict) else None
    return [
        Match(str(one.get("id")))
        for one in (files if isinstance(files, list) else ())
        if isinstance(one, dict) and one.get("id") and one.get("name") == parcel.files[part].name
    ]


def _files(parcel: Parcel) -> str:
    uid, job = quote(parcel.candidate_id, safe=""), quote(parcel.draft.job_id, safe="")
    return f"/candidates/{uid}/jobs/{job}/attachments" if job else f"/candidates/{uid}/attachments"


SUBMITTING = Submitting(
    (
        Step(
            "create",
            lambda parcel, part: "Candidate on the job" if parcel.draft.job_id else "Candidate in the pool",
            once(lambda parcel: True),
            lambda parcel: (
                f"/jobs/{quote(parcel.draft.job_id, safe='')}/candidates"
                if parcel.draft.job_id
                else "/candidates"
            ),
            candidate,
            judge,
            find,
        ),
        Step(
            "file",
            lambda parcel, part: f"File {parcel.files[part].name}",
            lambda parcel: len(parcel.files),
            _files,
            file,
            judge_file,
            find_file,
        ),
    ),
    SETTLES,
)
