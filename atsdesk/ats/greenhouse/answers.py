"""From an answer of Harvest to a page, to what is left of the limit, or to the error it stands for."""

import datetime as dt
import json
import re
from typing import Any

from atsdesk.ats.greenhouse.company import OF_MANAGER
from atsdesk.ats.greenhouse.lists import ATTACHMENTS, MANAGERS
from atsdesk.ats.reading import split
from atsdesk.ats.resource import Page, Resource
from atsdesk.errors import (
    AuthError,
    DataError,
    DeskError,
    NotOfferedError,
    NotUnderstoodError,
    RefusedError,
    TransientError,
)
from atsdesk.net.answer import Answer, Pace

WHERE = "Configure > Dev Center > API Credential Management"
"""Where credentials are made."""
SPREAD_BELOW = 0.1
"""With less of the limit left the rest is spread over the time to its end (INFERRED)."""
WINDOW_SECONDS = 30.0
"""SECONDARY, Rate limits. A reset that lies farther ahead is a clock that goes wrong."""

_NEXT = re.compile(r'<([^<>]*)>\s*;[^,<]*\brel="?next"?')
_LONG = re.compile(r"[\w.-]{24,}")
"""What may be a credential (Token request: one answer repeats the client id)."""
_URL = re.compile(rb'("url"\s*:\s*)"[^"\\]*(?:\\.[^"\\]*)*"')


def list_page(answer: Answer, resource: Resource) -> Page:
    """A bare array; the next page's address is in the header `Link` (CONFIRMED, Pagination)."""
    keep = _without_link if resource.name == ATTACHMENTS else bytes
    prefix = OF_MANAGER if resource.name == MANAGERS else ""
    apart, _ = split(success(answer, resource), "", "id", "", keep, prefix)
    found = _NEXT.search(answer.headers.get("link", ""))
    return Page(apart, found[1] if found else "")


def _without_link(record: bytes) -> bytes:
    """Signed links lead nowhere after a while, differ at every reading, and are not stored (7.17)."""
    return _URL.sub(rb"\1null", record) if b'"url"' in record else record


def success(answer: Answer, resource: Resource) -> bytes:
    """The JSON of an answer; raises the error that another stands for."""
    if answer.status != 200:
        raise explain(answer, resource)
    if not answer.looks_like_json:
        raise TransientError(
            "Greenhouse answered with a web page or with nothing instead of data.",
            "Check that the account's address is the API's; otherwise try again later.",
            concerns=resource.name,
        )
    return answer.body


def heed(answer: Answer, now: dt.datetime) -> Pace:
    """The limit as each answer tells it (Rate limits): slower when little is left, none for a while when it is used
    up. Our own budget has the limit's length, so that only rests are taken from the headers."""
    limit, remaining, reset = (
        _whole(answer.headers.get(f"x-ratelimit-{name}")) for name in ("limit", "remaining", "reset")
    )
    left = min(max((reset or 0) - now.timestamp(), 0.0), WINDOW_SECONDS)
    if answer.status == 429:
        return Pace(rest=max(left, 1.0))
    if remaining is None or not limit or remaining > limit * SPREAD_BELOW:
        return Pace()
    return Pace(rest=left / (remaining + 1))


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 12 else None


def token_refused(answer: Answer) -> DeskError:
    """What an answer of the token endpoint other than a token means (SECONDARY, Token request)."""
    if answer.status in (400, 401, 403):
        said = members(answer)
        if "sub" in str(said.get("message", "")):
            return AuthError(
                "Greenhouse does not know the user in whose name it is read.",
                "Correct the setting sub: the id of an active user, or leave it out.",
                concerns="sub",
            )
        return AuthError(
            "Greenhouse refused the client id or the client secret.",
            f'Both belong to a credential of the type "Harvest V3 (OAuth)" under {WHERE}. The secret is shown once:'
            " where it is lost, make a new credential and enter it under Settings, or with `atsdesk accounts key"
            " NAME`.",
            concerns="client_secret",
        )
    return TransientError(
        f"Greenhouse gave no token ({answer.status}).",
        "Check the setting token_url; otherwise try again later.",
        concerns="token_url",
    )


def explain(answer: Answer, resource: Resource) -> DeskError:
    """What an answer other than 200 means for a person (Error bodies)."""
    if answer.status == 401:
        return AuthError(
            "Greenhouse refused a token that it had just given.",
            f"Look whether the credential is still active under {WHERE}.",
            concerns=resource.name,
        )
    if answer.status == 403:
        return RefusedError(
            f'Greenhouse does not let this credential read "{resource.label}".',
            f"Give the credential the scope {resource.permission} under {WHERE}. The user in whose name it acts must"
            " be a Site Admin.",
            concerns=resource.name,
        )
    if answer.status == 404:
        return NotOfferedError(
            f'Greenhouse has no list "{resource.label}" at this address.',
            "Check the account's address; otherwise the plan may not include the list, and there is nothing to do.",
            concerns=resource.name,
        )
    said = _LONG.sub("…", "; ".join(errors_of(answer)))
    error = NotUnderstoodError if answer.status == 422 else DataError
    return error(
        f"Greenhouse did not accept the request for {resource.label} ({answer.status}).",
        f"Greenhouse says: {said[:500]}." if said else "Report this with the details; the other lists go on.",
        concerns=resource.name,
    )


def errors_of(answer: Answer) -> list[str]:
    """The entries of `errors`: a text, or a text by the parameter it is about."""
    found = members(answer).get("errors")
    entries = found if isinstance(found, list) else []
    return [
        ", ".join(f"{name} {text}" for name, text in one.items()) if isinstance(one, dict) else str(one)
        for one in entries
    ]


def members(answer: Answer) -> dict[str, Any]:
    """The JSON object of an answer; an empty one for anything else."""
    try:
        body = json.loads(answer.body)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}
