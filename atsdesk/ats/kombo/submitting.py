"""Sending applications through Kombo: one request each, with all files. Facts and their certainty: the Kombo contract,
"Creating applications"."""

import datetime as dt
import json
import re
from typing import Any
from urllib.parse import quote

from atsdesk.ats.draft import Draft
from atsdesk.ats.kombo.codes import error_of, explain
from atsdesk.ats.submitting import (
    Body,
    Enclosure,
    Exists,
    Get,
    Later,
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
from atsdesk.errors import NotReadyError, TransientError
from atsdesk.net.answer import Answer

SETTLES = dt.timedelta(seconds=30)
"""INFERRED. Kombo shows what it has read from the ATS, which may be much later, so that a person is asked then."""
FILE_TYPES = {"resume": "CV", "cover_letter": "COVER_LETTER"}
"""CONFIRMED words; all other files are OTHER."""
EXISTS = "ATS.APPLICATION_ALREADY_EXISTS"
NOT_DONE = ("REMOTE.SERVICE_UNAVAILABLE", "REMOTE.RATE_LIMIT_EXCEEDED")
"""Codes after which the vendor repeats by itself (CONFIRMED)."""
ENDED = ("HIRED", "DECLINED")
PLACES = {
    "email_address": "email",
    "phone_number": "phone",
    "additional_email_addresses": "more_emails",
    "additional_phone_numbers": "more_phones",
    "country": "address.country",
    "location": "address",
    "availability_date": "available_on",
    "salary_expectations": "salary.amount",
    "social_links": "links",
    "sourced_by": "sourced_by_id",
    "users": "sourced_by_id",
    "gdpr_consent": "consent.given",
    "screening_question_answers": "answers",
    "question": "answers",
    "attachments": "files",
    "attachment": "files",
    "stage": "stage_id",
    "jobs": "job_id",
}
"""Where in a draft a member is, whose name there is another."""


def application(parcel: Parcel, part: int) -> Body:
    """The members in the order of the sample; what says nothing is left out, since nulls are refused (CONFIRMED)."""
    draft = parcel.draft
    files = [one for one in parcel.files if one.kind != "answer"]
    return as_json(
        said(
            candidate=_candidate(draft),
            stage_id=draft.stage_id,
            attachments=[_attachment(one) for one in sorted(files, key=lambda one: one.kind != "resume")],
            sourced_by=said(user_id=draft.sourced_by_id),
            gdpr_consent=said(given=draft.consent.given, expires_at=_moment(draft.consent.expires_on)),
            screening_question_answers=_answers(parcel),
            remote_fields=draft.remote_fields,
        )
    )


def _candidate(draft: Draft) -> dict[str, Any]:
    address = draft.address
    links = [one for one in (draft.linkedin_url, *draft.links) if one]
    return said(
        first_name=draft.first_name,
        last_name=draft.last_name,
        email_address=draft.email,
        additional_email_addresses=[
            {"type": one.type, "email_address": one.value} for one in draft.more_emails
        ],
        company=draft.company,
        title=draft.title,
        phone_number=draft.phone or draft.mobile_phone,
        additional_phone_numbers=[{"type": one.type, "phone_number": one.value} for one in draft.more_phones],
        location=said(
            city=address.city,
            country=address.country,
            zip_code=address.zip,
            state=address.state,
            street_1=address.street,
        ),
        gender=draft.gender,
        availability_date=draft.available_on,
        salary_expectations=said(period=draft.salary.period, amount=_amount(draft.salary.amount)),
        social_links=[{"url": one} for one in links],
    )


def _moment(day: str) -> str:
    """A day as the moment at which it begins, as the sample has it."""
    return f"{day}T00:00:00.000Z" if day else ""


def _amount(amount: float | None) -> float | int | None:
    return int(amount) if amount is not None and amount == int(amount) else amount


def _attachment(one: Enclosure) -> dict[str, str]:
    return {
        "name": one.name,
        "type": FILE_TYPES.get(one.kind, "OTHER"),
        "content_type": one.media_type,
        "data": one.packed,
    }


def _answers(parcel: Parcel) -> list[dict[str, Any]]:
    """Values by question; a file is the answer to the question that it names."""
    found = [{"question_id": question, "answer": value} for question, value in parcel.draft.answers.items()]
    return found + [
        {
            "question_id": one.question,
            "answer": {"name": one.name, "content_type": one.media_type, "data": one.packed},
        }
        for one in parcel.of_kind("answer")
    ]


def judge(parcel: Parcel, part: int, answer: Answer) -> Verdict:
    """A success has both ids; an error is judged by its code, whatever its status (CONFIRMED)."""
    error = error_of(answer)
    if error is None:
        return _success(answer)
    code, meaning = str(error.get("code")), explain(answer, "applications")
    if code == EXISTS:
        return Exists(meaning)
    if code in NOT_DONE or isinstance(meaning, NotReadyError):
        return Later(meaning.title)
    if isinstance(meaning, TransientError) or answer.status >= 500:
        return Unclear(meaning.title)
    return Refused(meaning, _field(parcel, code, str(error.get("message") or "")))


def _success(answer: Answer) -> Verdict:
    try:
        body = json.loads(answer.body)
    except (ValueError, RecursionError):
        body = None
    data = body.get("data") if isinstance(body, dict) and answer.status in (200, 201) else None
    if not isinstance(data, dict) or not data.get("id"):
        return Unclear(f"Kombo's answer does not say whether the application arrived ({answer.status}).")
    person = data.get("candidate")
    warnings = body.get("warnings") if isinstance(body, dict) else None
    return Made(
        str(data["id"]),
        str(person.get("id") or "") if isinstance(person, dict) else str(data.get("candidate_id") or ""),
        str(data["id"]),
        [str(one.get("message")) for one in warnings or () if isinstance(one, dict) and one.get("message")],
    )


def _field(parcel: Parcel, code: str, message: str) -> str:
    if code == "ATS.JOB_CLOSED":
        return "job_id"
    for place, one in enumerate(parcel.files):
        if one.name in message:
            return f"files[{place}]"
    for name in re.findall(r"[a-z_0-9]+", message):
        if name in PLACES or name in Draft.__struct_fields__:
            return PLACES.get(name) or name
    return ""


def find(parcel: Parcel, part: int, get: Get) -> list[Match]:
    """Applications to the job of people with the same address, as far as Kombo has read them from the ATS."""
    answer = get("/ats/candidates", {"email": parcel.email, "page_size": "250"}, {})
    data = answer.get("data") if isinstance(answer, dict) else None
    people = data.get("results") if isinstance(data, dict) else None
    return [
        match
        for one in (people if isinstance(people, list) else ())
        if isinstance(one, dict)
        for match in _applications(parcel, one)
    ]


def _applications(parcel: Parcel, person: dict[str, Any]) -> list[Match]:
    name = f"{person.get('first_name') or ''} {person.get('last_name') or ''}".strip()
    found = person.get("applications")
    return [
        Match(
            str(one["id"]),
            str(person.get("id") or ""),
            str(one["id"]),
            name,
            str(one.get("remote_url") or ""),
            here=one.get("outcome") not in ENDED,
        )
        for one in (found if isinstance(found, list) else ())
        if isinstance(one, dict) and one.get("id") and _is_of(one.get("job"), parcel.draft.job_id)
    ]


def _is_of(job: object, wanted: str) -> bool:
    """Whether it is the job, by either of its ids (CONFIRMED)."""
    return isinstance(job, dict) and wanted in (job.get("id"), f"remote:{job.get('remote_id')}")


def whole(parcel: Parcel, get: Get) -> Made | None:
    """The ids of an application of which Kombo only said that it exists."""
    for one in find(parcel, 0, get):
        return Made(one.id, one.candidate_id, one.application_id)
    return None


SUBMITTING = Submitting(
    (
        Step(
            "create",
            lambda parcel, part: "Application with files",
            once(lambda parcel: True),
            lambda parcel: f"/ats/jobs/{quote(parcel.draft.job_id, safe=':')}/applications",
            application,
            judge,
            find,
            whole,
            certain=False,
        ),
    ),
    SETTLES,
)
