"""Sending people to Greenhouse: a person or an application first, then files, note, educations and employments, each by
itself. Facts and their certainty: section 8 of the Greenhouse contract."""

import datetime as dt
import re
from typing import Any

from atsdesk.ats.draft import Draft
from atsdesk.ats.greenhouse.answers import WHERE, errors_of, members
from atsdesk.ats.greenhouse.bodies import (
    application,
    attachment,
    education,
    employment,
    file_type,
    is_prospect,
    note,
    person,
)
from atsdesk.ats.submitting import (
    Get,
    Made,
    Match,
    Parcel,
    Refused,
    Step,
    Submitting,
    Unclear,
    Verdict,
    once,
)
from atsdesk.errors import AuthError, DataError, RefusedError
from atsdesk.net.answer import Answer

SETTLES = dt.timedelta(seconds=60)
"""INFERRED: v1 built a record after it had answered, and a read right after may miss it (9.1)."""
UNDER_WAY = ("in_process", "active")
PLACES = {
    "email_addresses": "email",
    "phone_numbers": "phone",
    "website_addresses": "websites",
    "social_media_addresses": "links",
    "initial_stage_id": "stage_id",
    "source_id": "source.id",
    "prospect_pool_id": "prospect.pool_id",
    "prospect_pool_stage_id": "prospect.pool_stage_id",
    "prospect_owner_id": "prospect.owner_id",
    "prospective_department_id": "prospect.department_id",
    "prospective_office_id": "prospect.office_id",
    "job_ids": "prospect.job_ids",
    "body": "note.text",
    "user_id": "note.author_id",
    "application": "job_id",
}
"""Where in a draft a member is, whose name there is another."""


def judge(parcel: Parcel, part: int, answer: Answer) -> Verdict:
    """201 with what was made; a new person comes wrapped with the application, or flat (SECONDARY, 8.2)."""
    told = members(answer)
    if answer.status in (200, 201):
        wrapped = told.get("candidate") if isinstance(told.get("candidate"), dict) else None
        made = wrapped or told
        applied = told.get("application") if isinstance(told.get("application"), dict) else None
        if not made.get("id"):
            return Unclear("Greenhouse's answer does not say what it made.")
        candidate = made.get("candidate_id") if "candidate_id" in made else made["id"]
        return Made(
            str(made["id"]),
            str(candidate or ""),
            str((applied or {}).get("id") or made.get("application_id") or ""),
        )
    if answer.status == 401:
        return Refused(
            AuthError("Greenhouse refused a token that it had just given.", f"Look under {WHERE}.")
        )
    if answer.status == 403:
        hint = (
            "Give the credential the scopes to create candidates, applications, notes and attachments under"
        )
        return Refused(RefusedError("Greenhouse does not let this credential do it.", f"{hint} {WHERE}."))
    if not 400 <= answer.status < 500:
        return Unclear(f"Greenhouse's answer does not say whether it arrived ({answer.status}).")
    says = "; ".join(errors_of(answer))
    error = DataError(
        f"Greenhouse did not accept it ({answer.status}).",
        f"Correct it and send again. Greenhouse says: {says[:500]}."
        if says
        else "Correct it and send again.",
    )
    return Refused(error, _field(says))


def judge_application(parcel: Parcel, part: int, answer: Answer) -> Verdict:
    """The application itself."""
    verdict = judge(parcel, part, answer)
    return Made(verdict.id, verdict.candidate_id, verdict.id) if isinstance(verdict, Made) else verdict


def judge_file(parcel: Parcel, part: int, answer: Answer) -> Verdict:
    """The file that is sent is what a refusal is about."""
    return _about(f"files[{part}]", judge(parcel, part, answer))


def judge_part(parcel: Parcel, part: int, answer: Answer) -> Verdict:
    """What belongs to a candidate; its id is not the candidate's."""
    verdict = judge(parcel, part, answer)
    return Made(verdict.id) if isinstance(verdict, Made) else verdict


def _about(field: str, verdict: Verdict) -> Verdict:
    if isinstance(verdict, Refused):
        return Refused(verdict.error, field)
    return Made(verdict.id) if isinstance(verdict, Made) else verdict


def _field(says: str) -> str:
    for name in re.findall(r"[a-z_]+", says):
        if name in PLACES or name in Draft.__struct_fields__:
            return PLACES.get(name) or name
    return ""


def find_person(parcel: Parcel, part: int, get: Get) -> list[Match]:
    """People with the same address; without one, those of the same name who came since (8.8)."""
    query = {"email": parcel.email} if parcel.email else {"created_at": f"gte|{parcel.since}"}
    people = [
        one
        for one in _rows(get, "/candidates", query)
        if parcel.email or parcel.is_named(one.get("first_name"), one.get("last_name"))
    ]
    ids = [str(one["id"]) for one in people]
    applied = _rows(get, "/applications", {"candidate_ids": ",".join(ids)}) if ids else []
    return [_match(parcel, one, applied) for one in people]


def _match(parcel: Parcel, one: dict[str, Any], applied: list[dict[str, Any]]) -> Match:
    theirs = [entry for entry in applied if entry.get("candidate_id") == one["id"]]
    there = [entry for entry in theirs if _is_same(parcel.draft, entry)]
    here = any(entry.get("status") in UNDER_WAY for entry in there)
    named = parcel.is_named(one.get("first_name"), one.get("last_name"))
    return Match(
        str(one["id"]),
        str(one["id"]),
        str(there[0]["id"]) if there else "",
        f"{one.get('first_name') or ''} {one.get('last_name') or ''}".strip(),
        here=here,
        known=named and not here,
        ours=named,
    )


def _is_same(draft: Draft, entry: dict[str, Any]) -> bool:
    """Whether an application goes where the draft's does."""
    if is_prospect(draft):
        return bool(entry.get("prospect"))
    return str(entry.get("job_id")) == draft.job_id


def find_application(parcel: Parcel, part: int, get: Get) -> list[Match]:
    """Applications of the person to the job."""
    candidate = parcel.draft.candidate_id
    return [
        Match(
            str(one["id"]),
            candidate,
            str(one["id"]),
            here=one.get("status") in UNDER_WAY and not one.get("prospect"),
        )
        for one in _rows(get, "/applications", {"candidate_ids": candidate})
        if _is_same(parcel.draft, one)
    ]


def find_file(parcel: Parcel, part: int, get: Get) -> list[Match]:
    """Files of the application with the same name and type."""
    name, kind = parcel.files[part].name, file_type(parcel, part)
    return [
        Match(str(one["id"]))
        for one in _rows(get, "/attachments", {"application_ids": parcel.application_id})
        if one.get("filename") == name and one.get("type") == kind
    ]


def find_note(parcel: Parcel, part: int, get: Get) -> list[Match]:
    """Notes with the same text: about the application, or about the person where there is none."""
    about = "application" if parcel.application_id else "candidate"
    identity = parcel.application_id or parcel.candidate_id
    return [
        Match(str(one["id"]))
        for one in _rows(get, "/notes", {f"{about}_ids": identity})
        if str(one.get("body") or "").strip() == parcel.draft.note.text.strip()
    ]


def find_education(parcel: Parcel, part: int, get: Get) -> list[Match]:
    """Educations of the person with the same school and degree."""
    wanted = parcel.draft.educations[part]
    pairs = (
        ("school_name", wanted.school_id),
        ("degree", wanted.degree_id),
        ("discipline", wanted.discipline_id),
    )
    return [
        Match(str(one["id"]))
        for one in _rows(get, "/candidate_educations", {"candidate_ids": parcel.candidate_id})
        if all(str(one.get(f"{name}_custom_field_option_id") or "") == text for name, text in pairs)
    ]


def find_employment(parcel: Parcel, part: int, get: Get) -> list[Match]:
    """Employments of the person with the same company and title."""
    wanted = parcel.draft.employments[part]
    return [
        Match(str(one["id"]))
        for one in _rows(get, "/candidate_employments", {"candidate_ids": parcel.candidate_id})
        if (one.get("company_name"), one.get("title")) == (wanted.company, wanted.title)
        and str(one.get("start_date") or "")[:10] == wanted.started
    ]


def whole(parcel: Parcel, get: Get) -> Made | None:
    """The application that came with a person whose answer left it out (8.2)."""
    for one in _rows(get, "/applications", {"candidate_ids": parcel.candidate_id}):
        if _is_same(parcel.draft, one):
            return Made(parcel.candidate_id, parcel.candidate_id, str(one["id"]))
    return None


def _rows(get: Get, path: str, query: dict[str, str]) -> list[dict[str, Any]]:
    found = get(path, {"per_page": "500", **query}, {})
    return (
        [one for one in found if isinstance(one, dict) and one.get("id")] if isinstance(found, list) else []
    )


def _is_new(parcel: Parcel) -> bool:
    return not parcel.draft.candidate_id


def _applies_again(parcel: Parcel) -> bool:
    """Whether a person who is known gets one more application: for a job, as a prospect, or to hold files. Otherwise
    only a note, or a part of a life, goes to the person."""
    draft = parcel.draft
    if not draft.candidate_id:
        return False
    alone = draft.note.text.strip() or draft.educations or draft.employments
    return bool(draft.job_id or draft.as_prospect or parcel.files or not alone)


SUBMITTING = Submitting(
    (
        Step(
            "create",
            lambda parcel, part: "Prospect" if is_prospect(parcel.draft) else "Candidate with application",
            once(_is_new),
            lambda parcel: "/candidates",
            person,
            judge,
            find_person,
            whole,
        ),
        Step(
            "application",
            lambda parcel, part: "Application",
            once(_applies_again),
            lambda parcel: "/applications",
            application,
            judge_application,
            find_application,
        ),
        Step(
            "file",
            lambda parcel, part: f"File {parcel.files[part].name}",
            lambda parcel: len(parcel.files),
            lambda parcel: "/attachments",
            attachment,
            judge_file,
            find_file,
            fresh=lambda parcel: True,
        ),
        Step(
            "note",
            lambda parcel, part: "Note",
            once(lambda parcel: parcel.draft.note.text.strip()),
            lambda parcel: "/notes",
            note,
            judge_part,
            find_note,
            fresh=lambda parcel: bool(parcel.application_id),
        ),
        Step(
            "education",
            lambda parcel, part: "Education",
            lambda parcel: len(parcel.draft.educations),
            lambda parcel: "/candidate_educations",
            education,
            judge_part,
            find_education,
            fresh=_is_new,
        ),
        Step(
            "employment",
            lambda parcel, part: f"Employment at {parcel.draft.employments[part].company}",
            lambda parcel: len(parcel.draft.employments),
            lambda parcel: "/candidate_employments",
            employment,
            judge_part,
            find_employment,
            fresh=_is_new,
        ),
    ),
    SETTLES,
)
