"""Details that the list of candidates and the list of jobs leave out: which requests bring them, and what is kept.

Each function puts one object together from the answers, whole as they came.
"""

from collections.abc import Iterable

import msgspec

from atsdesk.ats.reading import decode
from atsdesk.ats.resource import Get
from atsdesk.ats.smartrecruiters import people, records
from atsdesk.errors import DataError, GoneError, TransientError
from atsdesk.rows import Item

APPLICATION_ID_MEMBERS = ("applicationId", "id")
"""INFERRED (Unknowns, 7): members of GET `/candidates/{id}/jobs/{jobId}` that may hold the application's id."""
INTERVIEWS = "/interviews-api/v201904/interviews"

_encode = msgspec.json.encode
_Raw = msgspec.Raw


def candidate(item: Item, get: Get) -> bytes:
    """A candidate's details."""
    return _object(get(f"/candidates/{item.id}", None), item.id)


def histories(item: Item, get: Get) -> bytes:
    """The status history of each assignment."""
    return _for_each_job(item, "/status/history", get)


def attachments(item: Item, get: Get) -> bytes:
    """The files of a candidate, those of applications included."""
    return _whole(item, f"/candidates/{item.id}/attachments", get)


def candidate_values(item: Item, get: Get) -> bytes:
    """The customer's fields of a candidate."""
    return _whole(item, f"/candidates/{item.id}/properties", get)


def application_values(item: Item, get: Get) -> bytes:
    """The customer's fields of each assignment."""
    return _for_each_job(item, "/properties", get)


def job(item: Item, get: Get) -> bytes:
    """A job's details, hiring team and positions."""
    details = _object(get(f"/jobs/{item.id}", None), item.id)
    team = _content(get(f"/jobs/{item.id}/hiring-team", None))
    positions = _content(get(f"/jobs/{item.id}/positions", None))
    return _encode({"id": item.id, "job": _Raw(details), "hiringTeam": team, "positions": positions})


def interviews(item: Item, get: Get) -> bytes:
    """The interviews that were made through the API, by the ids of a candidate's applications."""
    found = []
    for job_id in _jobs(item):
        try:
            pair = msgspec.json.decode(get(f"/candidates/{item.id}/jobs/{job_id}", None))
        except GoneError:
            continue
        application = next(
            (pair[name] for name in APPLICATION_ID_MEMBERS if isinstance(pair, dict) and pair.get(name)), None
        )
        if application is None:
            raise DataError(
                "SmartRecruiters does not tell the id of an application, so that its interviews cannot be asked for.",
                "Choose another way to read interviews: set interviews_mode to report.",
                concerns="interviews_mode",
            )
        answer = get(INTERVIEWS, {"applicationId": str(application)})
        found.append({"jobId": job_id, "applicationId": str(application), "content": _content(answer)})
    return _encode({"id": item.id, "jobs": found})


def _for_each_job(item: Item, path: str, get: Get) -> bytes:
    found = []
    for job_id in _jobs(item):
        try:
            answer = get(f"/candidates/{item.id}/jobs/{job_id}{path}", None)
        except GoneError:  # the assignment went between the list and now; the next list tells
            continue
        found.append({"jobId": job_id, "content": _content(answer)})
    return _encode({"id": item.id, "jobs": found})


def _whole(item: Item, path: str, get: Get) -> bytes:
    return _encode({"id": item.id, "content": _content(get(path, None))})


def _jobs(item: Item) -> Iterable[str]:
    candidate = decode(records.Candidate, item)
    assert isinstance(candidate, records.Candidate)
    return people.job_ids(candidate)


class _Content(msgspec.Struct):
    content: msgspec.Raw = msgspec.Raw(b"[]")


class _Identity(msgspec.Struct):
    id: str | int


def _content(body: bytes) -> msgspec.Raw:
    try:
        return msgspec.json.decode(body, type=_Content).content
    except msgspec.DecodeError as error:
        raise _cut_short() from error


def _object(body: bytes, identity: str) -> bytes:
    """Raises `DataError` for the object of another, and `TransientError` for no whole object."""
    try:
        found = str(msgspec.json.decode(body, type=_Identity).id)
        body.decode()
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _cut_short() from error
    if found != identity:
        raise DataError("SmartRecruiters answered with another object than was asked for.", concerns=identity)
    return body


def _cut_short() -> TransientError:
    return TransientError(
        "SmartRecruiters' answer was cut short or is not what was asked for.", "Try again later."
    )
