"""What Kombo's error codes mean for a person, as data. An answer is judged by its code, never by its HTTP status.

The list of codes is CONFIRMED (Envelope & error codes table); the statuses that come with them partly are not, and have
changed before.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from atsdesk.errors import (
    AbsentError,
    AccountError,
    AuthError,
    DataError,
    DeskError,
    NotOfferedError,
    NotReadyError,
    OverdueError,
    RefusedError,
    TransientError,
)
from atsdesk.net.answer import Answer

LATER = "Nothing was lost; try again later."
POLLED = "There is nothing to do but to wait: sync again later, and the data arrives."
WHERE_IS_THE_ID = (
    "Copy it from Kombo's dashboard: Integrations, then the connection; it looks like"
    " greenhouse:3NkQ7wYt9LmRzVbXcHjPdFa2. The key has to be of the same environment."
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """The error to raise, named by the recovery; `{what}` in its texts is the label of the list that was asked for."""

    error: type[DeskError]
    title: str
    hint: str


CODES: Mapping[str, Meaning] = {
    "PLATFORM.RATE_LIMIT_EXCEEDED": Meaning(
        TransientError,
        "Kombo kept saying that too many requests were made.",
        "Try again in a few minutes; other programs may be using the same key.",
    ),
    "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED": Meaning(
        TransientError,
        "Too many actions of this connection are under way at Kombo.",
        "Try again in a minute.",
    ),
    "PLATFORM.INTEGRATION_NOT_FOUND": Meaning(
        AccountError, "Kombo knows no connection with this integration ID.", WHERE_IS_THE_ID
    ),
    "PLATFORM.INPUT_INVALID": Meaning(
        DataError,
        "Kombo did not accept the request.",
        "Report this with the details; nothing was lost.",
    ),
    "PLATFORM.UNKNOWN_ERROR": Meaning(TransientError, "Kombo has a fault of its own.", LATER),
    "PLATFORM.IP_NOT_WHITELISTED": Meaning(
        AccountError,
        "Kombo does not take requests from where this computer is.",
        "The environment has a list of allowed addresses: work from the office or its VPN, or have this address added"
        " in Kombo's dashboard.",
    ),
    "PLATFORM.AUTHENTICATION_INVALID": Meaning(
        AuthError,
        "Kombo refused the API key.",
        "It is wrong, was deleted or has expired, or belongs to another region. Make one in Kombo's dashboard under"
        " Development > API keys and enter it under Settings, or with `atsdesk accounts key NAME`.",
    ),
    "PLATFORM.TASK_TIMED_OUT": Meaning(
        OverdueError,
        "Kombo gave up waiting for the ATS.",
        "Try again later. If something was being sent, look in the ATS first whether it arrived.",
    ),
    "INTEGRATION.PERMISSION_MISSING": Meaning(
        RefusedError,
        'The ATS does not let Kombo read "{what}".',
        "The user that connects Kombo with the ATS lacks a right: have the customer's administrator extend it.",
    ),
    "INTEGRATION.AUTHENTICATION_INVALID": Meaning(
        AccountError,
        "The ATS no longer lets Kombo in.",
        "The customer has to connect again: Kombo's dashboard has a reconnection link for it.",
    ),
    "INTEGRATION.QA_FAILED": Meaning(
        NotReadyError,
        "The first data of this connection did not pass Kombo's checks, and waits for Kombo's support.",
        f"Ask Kombo's support to release it. {POLLED}",
    ),
    "INTEGRATION.SETUP_SYNC_PENDING": Meaning(
        NotReadyError,
        "Kombo is still reading the ATS for the first time, which takes from seconds to hours.",
        POLLED,
    ),
    "INTEGRATION.SETUP_INCOMPLETE": Meaning(
        NotReadyError,
        "The connection is not set up to its end in Kombo.",
        "Finish the open steps in Kombo's dashboard, then sync again.",
    ),
    "INTEGRATION.INACTIVE": Meaning(
        AccountError,
        "The connection is switched off in Kombo.",
        "Switch it on in Kombo's dashboard. In a development environment that happens after two weeks without use.",
    ),
    "INTEGRATION.MODEL_NOT_AVAILABLE": Meaning(
        AbsentError,
        'The ATS behind Kombo has no "{what}", or Kombo does not read them from it.',
        "There is nothing to do; the list is left out.",
    ),
    "INTEGRATION.MODEL_DISABLED": Meaning(
        AbsentError,
        '"{what}" are switched off in Kombo\'s scope config.',
        "Switch them on there if they are wanted; until then the list is left out.",
    ),
    "INTEGRATION.ACTION_NOT_AVAILABLE": Meaning(
        NotOfferedError, "Kombo cannot do this in this ATS.", "Do it in the ATS itself."
    ),
    "INTEGRATION.ACTION_DISABLED": Meaning(
        NotOfferedError,
        "This action is switched off in Kombo's scope config.",
        "Switch it on there if it is wanted.",
    ),
    "REMOTE.SERVICE_UNAVAILABLE": Meaning(TransientError, "The ATS behind Kombo is not available.", LATER),
    "REMOTE.RATE_LIMIT_EXCEEDED": Meaning(
        TransientError, "The ATS behind Kombo allows no more requests for now.", LATER
    ),
    "REMOTE.INPUT_INVALID": Meaning(
        DataError, "The ATS behind Kombo did not accept what was sent.", "Correct it and try again."
    ),
    "REMOTE.UNKNOWN_HTTP_ERROR": Meaning(
        TransientError, "The ATS behind Kombo answered something that Kombo does not understand.", LATER
    ),
    "ATS.JOB_CLOSED": Meaning(
        DataError, "The job takes no more applications.", "Sync, and choose a job that is open."
    ),
    "ATS.APPLICATION_ALREADY_EXISTS": Meaning(
        DataError,
        "The candidate has already applied for this job.",
        "Nothing is left to do: the application is in the ATS.",
    ),
}
UNKNOWN = Meaning(DataError, "Kombo did not accept the request ({status}{code}).", LATER)


def error_of(answer: Answer) -> dict[str, Any] | None:
    """The error an answer tells, whatever its status; nothing where its body is not of Kombo's form."""
    if not answer.looks_like_json or b'"error"' not in answer.body[:200_000]:
        return None
    try:
        body = json.loads(answer.body)
    except (ValueError, RecursionError):
        return None
    error = body.get("error") if isinstance(body, dict) and body.get("status") == "error" else None
    return error if isinstance(error, dict) else None


def judge(answer: Answer, what: str = "") -> DeskError | None:
    """What a known code stands for."""
    error = error_of(answer)
    meaning = CODES.get(str(error.get("code"))) if error else None
    return _told(meaning, error or {}, what, answer) if meaning else None


def explain(answer: Answer, what: str = "") -> DeskError:
    """What an answer that is no success stands for; `what` is the label of the list."""
    return judge(answer, what) or _told(UNKNOWN, error_of(answer) or {}, what, answer)


def _told(meaning: Meaning, error: Mapping[str, Any], what: str, answer: Answer) -> DeskError:
    code, message, log = (error.get(name) for name in ("code", "message", "log_url"))
    said = f" Kombo says: {message}" if isinstance(message, str) and message.strip() else ""
    link = f" Kombo's log: {log}" if isinstance(log, str) and log.startswith("https://") else ""
    named = f" {code}" if isinstance(code, str) else ""
    title = meaning.title.format(what=what, status=answer.status, code=named)
    return meaning.error(title, f"{meaning.hint}{said}{link}", concerns=str(code or what))
