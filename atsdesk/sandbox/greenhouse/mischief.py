"""What faults have to know about this API."""

from typing import Any

from atsdesk.sandbox import distort
from atsdesk.sandbox.faults import Fault
from atsdesk.sandbox.greenhouse.query import page_of
from atsdesk.sandbox.greenhouse.refusals import EXPIRED, Refused
from atsdesk.sandbox.misbehave import Headers

TIMES = ("created_at", "updated_at", "last_activity_at")
PEOPLE = distort.Shape((), "id", "first_name", TIMES, "status", "")
OTHERS = distort.Shape((), "id", "name", TIMES, "status", "")
LINK = b"link"


class GreenhouseManners:
    """The habits of the imitated API; `origin` is its own."""

    def __init__(self, origin: str) -> None:
        self._origin = origin

    def page_of(self, query: bytes) -> int:
        """The page named by the cursor."""
        return page_of(query)

    def refusal(self, status: int, expired: bool) -> bytes:
        """An error body."""
        return (Refused(status, EXPIRED) if expired else Refused(status)).json()

    def distort(self, fault: Fault, answer: Any, address: str) -> Any:
        """The answer, gone wrong."""
        return distort.distort(fault, answer, _shape(answer))

    def rewrite(self, fault: Fault, text: str) -> str:
        """For what only the JSON text can show."""
        shape = PEOPLE if '"first_name"' in text[:2000] else OTHERS
        return distort.duplicate_keys(text, shape) if fault.kind == "duplicate-keys" else text

    def relink(self, fault: Fault, headers: Headers, address: str) -> Headers:
        """The address of the next page, gone wrong."""
        others = [pair for pair in headers if pair[0] != LINK]
        if fault.kind == "nothing":
            return others
        if fault.kind in ("loop", "elsewhere"):
            origin = self._origin if fault.kind == "loop" else fault.arg or "https://elsewhere.example"
            return [*others, (LINK, f'<{origin}{address}>; rel="next"'.encode())]
        return headers


def _shape(answer: Any) -> distort.Shape:
    first = answer[0] if isinstance(answer, list) and answer else answer
    return PEOPLE if isinstance(first, dict) and "first_name" in first else OTHERS
