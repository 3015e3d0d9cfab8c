"""How a run ended, in one of seven states and one sentence."""

from collections.abc import Sequence

from atsdesk.errors import AuthError, Cancelled, DeskError, NotReadyError, OverdueError
from atsdesk.store.ledger import ResourceReport

SUCCEEDED = "SUCCEEDED"
PARTIALLY_FAILED = "PARTIALLY_FAILED"
CANCELLED = "CANCELLED"
FAILED = "FAILED"
TIMED_OUT = "TIMED_OUT"
AUTHENTICATION_FAILED = "AUTHENTICATION_FAILED"
WAITING = "WAITING"
REFUSED = "REFUSED"
SKIPPED = "SKIPPED"

KEPT = "What was stored before is still there."


def of_run(reports: Sequence[ResourceReport], trouble: DeskError | None) -> tuple[str, str]:
    """State and sentence of a run; `trouble` is what ended it before its time."""
    if isinstance(trouble, Cancelled):
        return CANCELLED, "The sync was cancelled; the next one goes on where it stopped."
    if isinstance(trouble, AuthError):
        return AUTHENTICATION_FAILED, f"{trouble} {KEPT}"
    if isinstance(trouble, NotReadyError):
        return WAITING, str(trouble)
    good = [report for report in reports if report.state == SUCCEEDED]
    bad = [report for report in reports if report.state not in (SUCCEEDED, SKIPPED)]
    if not bad and not trouble:
        return SUCCEEDED, "Everything is up to date."
    if not good and all(report.state == TIMED_OUT for report in bad) and not trouble:
        return TIMED_OUT, f"The ATS did not answer in time. Try again later. {KEPT}"
    first = str(trouble) if trouble else bad[0].message
    if not good:
        return FAILED, f"{first} {KEPT}"
    names = ", ".join(report.resource for report in bad)
    return PARTIALLY_FAILED, f"Not everything could be read ({names}). {first}"


def of_error(error: DeskError) -> str:
    """State of a resource that an error ended."""
    if isinstance(error, Cancelled):
        return CANCELLED
    if isinstance(error, OverdueError):
        return TIMED_OUT
    if isinstance(error, NotReadyError):
        return WAITING
    return FAILED
