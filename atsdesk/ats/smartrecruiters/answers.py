"""What SmartRecruiters' answers mean (contract: Errors, Pagination, Rate limits & retry)."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from atsdesk.ats.resource import Resource
from atsdesk.errors import (
    AuthError,
    ConfigError,
    DataError,
    DeskError,
    GoneError,
    NotOfferedError,
    RefusedError,
    TransientError,
)
from atsdesk.net.answer import Answer, Pace

REQUESTS = 8
"""INFERRED: our share of the CONFIRMED 10 requests a second."""
REST = 1.0
"""INFERRED: seconds until requests are counted afresh, when none remains; the reset is not told."""
HEADER = re.compile(r'<([^<>]+)>\s*;[^,]*rel="?next"?')


def heed(answer: Answer, now: dt.datetime) -> Pace:
    """The limit, where it is lower than ours, and a rest when nothing remains of it."""
    limit, remaining = (_number(answer, f"x-ratelimit-{name}") for name in ("limit", "remaining"))
    return Pace(limit if 0 < limit <= REQUESTS else 0, REST if limit > 0 and remaining == 0 else 0.0)


def _number(answer: Answer, name: str) -> int:
    text = answer.headers.get(name, "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def with_parameter(url: str, name: str, value: str) -> str:
    """An address with one query parameter set anew."""
    parts = urlsplit(url)
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != name]
    return urlunsplit(parts._replace(query=urlencode([*kept, (name, value)])))


def following(answer: Answer, page_id: str) -> str:
    """The next page: by the body's `nextPageId`, else the `Link` header; "" at the end (CONFIRMED)."""
    if page_id:
        return with_parameter(answer.url, "pageId", page_id)
    found = HEADER.search(answer.headers.get("link", ""))
    return found[1] if found else ""


def next_slice(answer: Answer, received: int) -> str:
    """The next page of a list with `limit` and `offset`; "" behind the last record."""
    body = members(answer)
    query = dict(parse_qsl(urlsplit(answer.url).query))
    offset, limit = int(query.get("offset") or 0), int(query.get("limit") or 0)
    total = body.get("totalFound")
    so_far = offset + received
    is_last = so_far >= total if isinstance(total, int) else received < limit
    return "" if is_last or not received else with_parameter(answer.url, "offset", str(so_far))


def message_of(answer: Answer) -> str:
    """`message`, then the messages of `errors` (INFERRED, Errors)."""
    body = members(answer)
    errors = body.get("errors")
    said = [body.get("message"), *(one.get("message") for one in (errors if isinstance(errors, list) else ())
                                   if isinstance(one, dict))]  # fmt: skip
    return "; ".join(
        dict.fromkeys(text.strip().rstrip(".") for text in said if isinstance(text, str) and text.strip())
    )


def members(answer: Answer) -> Mapping[str, Any]:
    """The JSON object of an answer; an empty one for anything else."""
    try:
        body = json.loads(answer.body)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def explain(resource: Resource, answer: Answer) -> DeskError:
    """What an answer other than 200 means for a person."""
    status, said = answer.status, message_of(answer)
    detail = f" It says: {said}." if said else ""
    if status == 401:
        return refused_key(answer)
    if status == 403:
        return RefusedError(
            f'SmartRecruiters does not let this key read "{resource.label}".',
            f"It needs {_permission(resource)}; a client also needs a system role. An administrator grants them in the"
            f" Credential Manager.{detail}",
            concerns=resource.name,
        )
    if status == 404 and resource.follow:
        return gone(resource)
    if status == 404 and said:
        return NotOfferedError(
            f'SmartRecruiters does not offer "{resource.label}" to this key.',
            f"Leave it out, or ask SmartRecruiters whether your plan includes it.{detail}",
            concerns=resource.name,
        )
    if status == 404:
        return ConfigError(
            "SmartRecruiters has no such address.",
            "Check the account's address; it is usually https://api.smartrecruiters.com.",
            concerns=resource.name,
        )
    return DataError(
        f"SmartRecruiters did not accept the request ({status}).",
        f"Report this with the details; the other lists go on.{detail}",
        concerns=resource.name,
    )


def gone(resource: Resource) -> GoneError:
    """There is no object of an id."""
    return GoneError("SmartRecruiters no longer has it.", concerns=resource.name)


def _permission(resource: Resource) -> str:
    return (
        f"the scope {resource.permission}" if resource.permission else "a scope whose name is not documented"
    )


def refused_key(answer: Answer) -> DeskError:
    """The key, the client or its secret is not accepted."""
    if answer.status not in (400, 401, 403):
        return TransientError(
            f"SmartRecruiters gave no access token (it answered {answer.status}).", "Try again later.",
            concerns="token_url",
        )  # fmt: skip
    return AuthError(
        "SmartRecruiters refused the API key, or the client id and secret.",
        "Compare them with the Credential Manager in SmartRecruiters (a secret is shown there only once), and enter new"
        " ones in the window under Settings, or with `atsdesk accounts key NAME`.",
        concerns="credentials",
    )


def json_of(resource: Resource, answer: Answer) -> bytes:
    """The JSON of an answer; raises the error it stands for."""
    if answer.status != 200:
        raise explain(resource, answer)
    if not answer.looks_like_json:
        raise TransientError(
            "SmartRecruiters answered with a web page or with nothing instead of data.",
            "Check that the account's address is the API's; otherwise try again later.",
            concerns=resource.name,
        )
    return answer.body


def table_of(resource: Resource, answer: Answer) -> bytes:
    """The CSV or JSON of an answer; raises the error it stands for."""
    if answer.status != 200:
        raise explain(resource, answer)
    if not answer.body.strip() or answer.body.lstrip()[:1] == b"<":
        raise TransientError(
            "SmartRecruiters answered with a web page or with nothing instead of a table.",
            "Try again later; nothing was lost.",
            concerns=resource.name,
        )
    return answer.body
