"""What a list request asks for.

Source: Comeet's Recruiting API documentation, "GET /candidates", "GET /positions", "Pagination".
"""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

import msgspec

from atsdesk.sandbox.clock import moment
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.refusals import Refused

CANDIDATE_TIMES = {
    "time_created": "created",
    "time_last_status_change": "status_changed",  # without a final d, unlike the field
    "time_hiring_process_updated": "updated",
    "time_person_last_activity": "activity",
}
POSITION_TIMES = {"time_last_updated": "updated"}
DELETED_TIMES = {"time_deleted": "deleted_at"}
DELETED = {"True": "deleted_at IS NOT NULL", "False": "deleted_at IS NULL"}  # other words are not understood

Cursor = tuple[int, str, int]  # updated, uid, page


@dataclass
class Query:
    """Conditions in SQL with their values, and the place in the list."""

    limit: int
    cursor: Cursor | None = None
    conditions: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    @property
    def page(self) -> int:
        """Counted from 1."""
        return self.cursor[2] if self.cursor else 1

    def require(self, condition: str, *values: Any) -> None:
        """One more condition."""
        self.conditions.append(condition)
        self.values.extend(values)

    def where(self) -> str:
        """The WHERE clause."""
        return " AND ".join(self.conditions) or "1"


def write_cursor(cursor: Cursor) -> str:
    """Opaque to clients."""
    return base64.urlsafe_b64encode(msgspec.json.encode(cursor)).decode().rstrip("=")


def read_cursor(text: str) -> Cursor:
    """The place a cursor names; 400 for one that was not made here."""
    try:
        packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        return msgspec.json.decode(packed, type=tuple[int, str, int])
    except (binascii.Error, ValueError, msgspec.DecodeError):
        raise Refused(400, "invalid_cursor", "The cursor is not valid.") from None


def page_of(query: bytes) -> int:
    """The page a query string asks for; 1 when it has no good cursor."""
    if b"cursor=" not in query:
        return 1
    try:
        return read_cursor(dict(parse_qsl(query.decode("latin-1"))).get("cursor", ""))[2]
    except Refused:
        return 1


def query_of(parameters: Mapping[str, str], rules: Rules) -> Query:
    """Limit and cursor; a limit that is no positive number falls back to the default."""
    text = parameters.get("limit", "")
    asked = int(text) if text.isascii() and text.isdigit() else 0
    cursor = read_cursor(parameters["cursor"]) if parameters.get("cursor") else None
    query = Query(min(asked or rules.page_size, rules.page_cap), cursor)
    if cursor:
        query.require("(updated, uid) > (?, ?)", cursor[0], cursor[1])
    return query


def times(query: Query, parameters: Mapping[str, str], columns: Mapping[str, str], rules: Rules) -> None:
    """Adds `NAME:after` and `NAME:before`; 400 `invalid_datetime` for a bad time."""
    after = ">=" if rules.after_inclusive else ">"
    before = "<=" if rules.before_inclusive else "<"
    for name, column in columns.items():
        for side, comparison in (("after", after), ("before", before)):
            text = parameters.get(f"{name}:{side}")
            if text is None:
                continue
            try:
                query.require(f"{column} {comparison} ?", moment(text))
            except ValueError:
                message = f"{name}:{side} is not a valid time. Expected format: YYYY-MM-DDTHH:mm:ssZ."
                raise Refused(400, "invalid_datetime", message) from None


def words(query: Query, text: str | None, extra: str = "") -> None:
    """A comma separated list of status names."""
    if text is None:
        return
    names = [name.strip() for name in text.split(",")]
    query.require(f"status IN ({', '.join('?' * len(names))}){extra}", *names)


def next_page(base_url: str, path: str, items: list[tuple[str, str]], cursor: Cursor) -> str:
    """The absolute address of the page after this one, with the same filters."""
    kept = [(name, value) for name, value in items if name != "cursor"]
    return f"{base_url}{path}?{urlencode([*kept, ('cursor', write_cursor(cursor))], quote_via=quote)}"
