"""What Comeet's answers mean (Errors)."""

import json
from collections.abc import Mapping
from typing import Any

from atsdesk.ats.resource import Resource
from atsdesk.errors import AuthError, ConfigError, DataError, DeskError, NotOfferedError, RefusedError
from atsdesk.net.answer import Answer

BASE_URL = "https://api.comeet.co"
AUTH_CODES = frozenset(
    {"", "unauthorized", "invalid_token", "expired_token", "token_expired", "invalid_signature"}
)
"""INFERRED: the body for a bad token is not documented; any other code with a 401 is about the object asked for
(CONFIRMED for `duplicate_candidate`)."""
DATA_QUOTA_WORDS = (b"bandwidth quota exceeded", b"rate of data transfer")
"""SECONDARY: an answer that speaks of a data quota, with 429 or with 200, asks for patience."""


def code(answer: Answer) -> str:
    """The word by which an error is known; "" where the answer has none."""
    return str(members(answer).get("error") or "")


def members(answer: Answer) -> Mapping[str, Any]:
    """The JSON object of an answer; an empty one for anything else."""
    try:
        body = json.loads(answer.body)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def key_refused(concerns: str = "") -> AuthError:
    """The key or its secret is not accepted."""
    return AuthError(
        "Comeet refused the API key or secret.",
        "Compare both with Settings > Integrations in Comeet; they change when access is revoked and given again."
        " Enter new ones in the window under Settings, or with `atsdesk accounts key NAME`.",
        concerns=concerns,
    )


def explain(resource: Resource, answer: Answer) -> DeskError:
    """What an answer other than 200 means for a person (Errors)."""
    said, status = code(answer), answer.status
    if status == 401 and said in AUTH_CODES:
        return key_refused(resource.name)
    if status in (401, 403) and said not in ("no_permission", ""):
        return DataError(f"Comeet refused one object ({said}).", "It is left out.", concerns=resource.name)
    if status == 403:
        return RefusedError(
            f'Comeet does not let this key read "{resource.label}".',
            f'The permission "{resource.permission}" is missing: ask for it at Comeet, then revoke and activate'
            " the integration again.",
            concerns=resource.name,
        )
    if status == 404 and not said:
        return ConfigError(
            "Comeet has no such address.",
            f"Check the account's address; it is usually {BASE_URL}.",
            concerns=resource.name,
        )
    if status == 404:
        return NotOfferedError(
            f'Comeet does not offer "{resource.label}" to this key.',
            "Ask Comeet whether your plan includes it.",
            concerns=resource.name,
        )
    return DataError(
        f"Comeet did not accept the request ({status} {said}).".replace(" )", ")"),
        "Report this with the details; the other lists go on.",
        concerns=resource.name,
    )
