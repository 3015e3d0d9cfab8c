"""What faults have to know about this API."""

from typing import Any
from urllib.parse import parse_qs

from atsdesk.sandbox import distort
from atsdesk.sandbox.faults import Fault
from atsdesk.sandbox.kombo.filters import page_of, read_cursor, write_cursor
from atsdesk.sandbox.kombo.model import encode
from atsdesk.sandbox.kombo.refusals import Refused, of_status

_TIMES = ("changed_at", "remote_created_at", "remote_updated_at", "opened_at", "starting_at")
PERSONS = distort.Shape(
    lists=("results",), key="id", name="first_name", times=_TIMES, status="source", next_page="next"
)
APPLICATIONS = distort.Shape(PERSONS.lists, "id", "rejection_reason_name", _TIMES, "outcome", "next")
OTHERS = distort.Shape(PERSONS.lists, "id", "name", _TIMES, "status", "next")


class KomboManners:
    """The habits of the imitated API."""

    def page_of(self, query: bytes) -> int:
        """The page named by the cursor."""
        return page_of(query)

    def refusal(self, status: int, expired: bool) -> bytes:
        """An error body with the code that usually comes with the status."""
        if expired:
            return encode(Refused("PLATFORM.AUTHENTICATION_INVALID", "The API key has expired.").body)
        return encode(of_status(status).body)

    def coded(self, code: str) -> tuple[int, bytes]:
        """The answer with an error code; any text will do, none is null."""
        refused = Refused(code or None)
        return refused.status, encode(refused.body)

    def distort(self, fault: Fault, answer: Any, address: str) -> Any:
        """The answer, gone wrong; the list is inside `data`."""
        data = answer.get("data")
        if not isinstance(data, dict) or "results" not in data:
            return answer
        path, _, query = address.partition("?")
        if fault.kind == "loop":
            data["next"] = write_cursor((_before(query), page_of(query.encode())))
        elif fault.kind == "elsewhere":
            data["next"] = (fault.arg or "https://elsewhere.example") + address
        distort.distort(fault, data, _shape(path))
        return answer

    def rewrite(self, fault: Fault, text: str) -> str:
        """For what only the JSON text can show."""
        return distort.duplicate_keys(text, PERSONS) if fault.kind == "duplicate-keys" else text


def _shape(path: str) -> distort.Shape:
    what = path.rpartition("/")[2]
    if what in ("candidates", "users"):
        return PERSONS
    return APPLICATIONS if what == "applications" else OTHERS


def _before(query: str) -> int:
    cursor = parse_qs(query).get("cursor")
    return read_cursor(cursor[0])[0] if cursor else 0
