"""Words of the data in the user's language: statuses, states, sheets and columns."""

from PySide6.QtCore import QCoreApplication

from atsdesk.ui.theme import Tokens, Tone

WORDS = {
    "active": ("Active", "info"),
    "on_hold": ("On hold", "warm"),
    "hired": ("Hired", "good"),
    "rejected": ("Rejected", "quiet"),
    "withdrawn": ("Withdrawn", "quiet"),
    "transferred": ("Transferred", "quiet"),
    "open": ("Open", "good"),
    "closed": ("Closed", "quiet"),
    "draft": ("Draft", "quiet"),
    "unknown": ("Unknown", "quiet"),
    "archived": ("Archived", "quiet"),
    "unpublished": ("Not published", "warm"),
    "internal": ("Internal", "warm"),
    "confidential": ("Confidential", "warm"),
    "deleted": ("Gone", "bad"),
    "template": ("Template", "quiet"),
    "exposed_open": ("Exposed and open", "good"),
    "exposed_closed": ("Closed since exposed", "warm"),
    "not_exposed": ("Not exposed", "quiet"),
    "reopened": ("Open again", "good"),
    "completed": ("Completed", "good"),
    "current": ("Current", "info"),
    "future": ("Future", "quiet"),
    "upcoming": ("Upcoming", "info"),
    "past": ("Past", "quiet"),
    "canceled": ("Canceled", "warm"),
    "scheduled": ("Scheduled", "info"),
    "done": ("Done", "good"),
    "approved": ("Approved", "info"),
    "sent": ("Sent", "info"),
    "queued": ("Queued", "quiet"),
    "sending": ("Sending", "info"),
    "needs_decision": ("Needs a decision", "warm"),
    "cancelled": ("Called off", "quiet"),
    "left_out": ("Left out", "quiet"),
    "abandoned": ("Abandoned", "quiet"),
    "pending": ("Pending", "quiet"),
    "tentative": ("Tentative", "warm"),
    "accepted": ("Accepted", "good"),
    "declined": ("Declined", "bad"),
    "needs_action": ("Not answered", "quiet"),
    "delegated": ("Delegated", "quiet"),
    "given": ("Given", "good"),
    "overdue": ("Overdue", "warm"),
    "over": ("Over the limit", "warm"),
    "within": ("Within the limit", "quiet"),
    "yes": ("Yes", "quiet"),
    "no": ("No", "quiet"),
    "readable": ("Readable", "good"),
    "not_permitted": ("Not permitted", "warm"),
    "not_available": ("Not available", "quiet"),
    "WAITING": ("Waiting for the ATS", "warm"),
    "RUNNING": ("Running", "info"),
    "SUCCEEDED": ("Succeeded", "good"),
    "PARTIALLY_FAILED": ("Finished with issues", "warm"),
    "CANCELLED": ("Cancelled", "quiet"),
    "SKIPPED": ("Skipped", "quiet"),
    "REFUSED": ("Not permitted", "warm"),
    "FAILED": ("Failed", "bad"),
    "failed": ("Failed", "bad"),
    "TIMED_OUT": ("Timed out", "bad"),
    "AUTHENTICATION_FAILED": ("Sign-in refused", "bad"),
}

ROLES = ("Member", "Recruiter", "Hiring manager", "Coordinator", "Sourcer")
"""Roles in the hiring team of a job that more than one system has, as `resource` spells them."""


def word(value: str) -> str:
    """The word a person reads for a value of a fixed vocabulary; other values stay as they are."""
    known = WORDS.get(value)
    return QCoreApplication.translate("words", known[0]) if known else value


def vocabulary() -> dict[str, str]:
    """Every value of a fixed vocabulary with its word."""
    return {value: word(value) for value in WORDS}


def tone(value: str, colors: Tokens) -> Tone:
    known = WORDS.get(value)
    made: Tone = getattr(colors, known[1]) if known else colors.quiet
    return made


def dot(value: str, colors: Tokens) -> str:
    """The colour of the dot before a word; rejected is red on a quiet ground, as it is so frequent."""
    return colors.bad.dot if value == "rejected" else tone(value, colors).dot


def label(text: str) -> str:
    """A label or meaning declared with a table or view, translated."""
    return QCoreApplication.translate("tables", text)


def resource(name: str) -> str:
    """A resource's or sheet's name as a heading: `deleted-candidates` is Deleted candidates."""
    return QCoreApplication.translate("tables", name.replace("_", " ").replace("-", " ").capitalize())


def country(name: str) -> str:
    """A country by its English name."""
    return QCoreApplication.translate("countries", name)
