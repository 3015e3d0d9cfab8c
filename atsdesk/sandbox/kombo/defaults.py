"""What the vendor's documentation leaves open, decided in one place and easy to change.

Source: Kombo documentation, "Unknowns" and "What a faithful fake server should do"; every value here is INFERRED
unless its comment says otherwise.
"""

from dataclasses import dataclass
from typing import Literal

from atsdesk.sandbox.clock import DAY

TOOL = "exampleats"  # the slug of the tool behind Kombo, and the first part of integration ids
TOOL_LABEL = "Example ATS"
COMPANY = "Northwind Example"
WEB = "https://ats.example.com"
CAREERS = "https://careers.example.com"
LOGS = "https://app.kombo.example/logs?interactionId="
OWN_SOURCE = "ATS Desk"  # where candidates created through the API come from
UNKNOWN_STATUS = 400  # of a code that nobody knows

# name: status, title. The list is CONFIRMED; which statuses are, the contract's table says
CODES: dict[str, tuple[int, str]] = {
    "PLATFORM.RATE_LIMIT_EXCEEDED": (429, "Rate limit exceeded."),
    "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED": (429, "Too many actions at the same time."),
    "PLATFORM.INTEGRATION_NOT_FOUND": (404, "The integration was not found."),
    "PLATFORM.INPUT_INVALID": (400, "The input is invalid."),
    "PLATFORM.UNKNOWN_ERROR": (500, "Something went wrong."),
    "PLATFORM.IP_NOT_WHITELISTED": (403, "The IP address is not allowed."),
    "PLATFORM.AUTHENTICATION_INVALID": (401, "The authentication is invalid."),
    "PLATFORM.TASK_TIMED_OUT": (504, "The task timed out."),
    "INTEGRATION.PERMISSION_MISSING": (403, "The integration lacks a permission."),
    "INTEGRATION.AUTHENTICATION_INVALID": (401, "The ATS refuses its credentials."),
    "INTEGRATION.QA_FAILED": (409, "The first data did not pass the checks."),
    "INTEGRATION.SETUP_SYNC_PENDING": (409, "The first sync is still running."),
    "INTEGRATION.SETUP_INCOMPLETE": (409, "The setup is not finished."),
    "INTEGRATION.INACTIVE": (403, "The integration is inactive."),
    "INTEGRATION.MODEL_NOT_AVAILABLE": (400, "The tool does not have this model."),
    "INTEGRATION.MODEL_DISABLED": (403, "The model is switched off."),
    "INTEGRATION.ACTION_NOT_AVAILABLE": (400, "The tool does not have this action."),
    "INTEGRATION.ACTION_DISABLED": (403, "The action is switched off."),
    "REMOTE.SERVICE_UNAVAILABLE": (503, "The ATS is not available."),
    "REMOTE.RATE_LIMIT_EXCEEDED": (429, "The ATS allows no more requests."),
    "REMOTE.INPUT_INVALID": (400, "The ATS rejected the input."),
    "REMOTE.UNKNOWN_HTTP_ERROR": (502, "The ATS answered something unexpected."),
    "ATS.JOB_CLOSED": (400, "The job is closed."),
    "ATS.APPLICATION_ALREADY_EXISTS": (400, "The candidate has already applied."),
}
# which code a bare status stands for
USUAL: dict[int, str] = {
    400: "PLATFORM.INPUT_INVALID",
    401: "PLATFORM.AUTHENTICATION_INVALID",
    403: "INTEGRATION.PERMISSION_MISSING",
    404: "PLATFORM.INTEGRATION_NOT_FOUND",
    409: "INTEGRATION.SETUP_SYNC_PENDING",
    429: "PLATFORM.RATE_LIMIT_EXCEEDED",
    503: "REMOTE.SERVICE_UNAVAILABLE",
    504: "PLATFORM.TASK_TIMED_OUT",
}

# CONFIRMED: closed enums that filters know
STATUSES = ("OPEN", "CLOSED", "DRAFT", "ARCHIVED")
EMPLOYMENT_TYPES = ("FULL_TIME", "PART_TIME", "CONTRACT", "SEASONAL", "INTERNSHIP")
VISIBILITIES = ("PUBLIC", "INTERNAL", "UNLISTED", "CONFIDENTIAL")
OUTCOMES = ("PENDING", "HIRED", "DECLINED")
SCOPES = ("SYSTEM", "JOB")


@dataclass(frozen=True, slots=True)
class Rules:
    """How the imitation decides where the contract is silent."""

    page_size: int = 100  # CONFIRMED
    page_cap: int = 250  # CONFIRMED; a larger one is refused
    rate_requests: int = 300  # the documented sample; 0 switches the limit off
    rate_seconds: float = 60.0
    retry_after: bool = False  # whether a 429 has `Retry-After` besides `ratelimit-reset`
    action_limit: int = 30  # CONFIRMED: actions in flight per integration
    action_seconds: float = 0.0  # how long the ATS takes for an action
    updated_inclusive: bool = False  # whether `updated_after` takes the very moment
    unknown_parameters: Literal["ignored", "refused"] = "ignored"
    setup_status: int = 409  # CONFIRMED since May 2026; 503 before
    exists_status: int = 400  # of ATS.APPLICATION_ALREADY_EXISTS; 409 is the other reading
    text_lists: bool = True  # whether a comma also separates entries of `post_url` and `name_contains`
    question_change_touches: bool = True  # a changed screening question brings its job; not before May 2026
    purge_after: int = 14 * DAY  # CONFIRMED
    purge: Literal["null", "drop"] = "null"  # the vendor's pages say one or the other
    purge_moves_changed: bool = True  # whether a row that is nulled gets a new `changed_at`
    tracking: Literal["all", "created"] = "all"  # "created" is the vendor's default for new connections
    lagging: bool = False  # whether what happens in the ATS waits for the next sync
    sync_seconds: int = 3  # how long a forced sync takes
    phone_required: bool = False  # whether the ATS demands a phone number
    answers_required: bool = False  # whether the ATS demands answers to questions that are required
    created_readable: bool = True  # whether the lists have a created application before the next sync
    body_limit: int = 50_000_000
    attachment_bytes: int = 10_000_000  # of all attachments together
    file_url_seconds: int = 900  # how long links of live attachments work
