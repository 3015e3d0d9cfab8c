"""What a list request asks for, and its place in the list.

Source: vendor documentation, "Pagination" and the parameters of each list (C:V2, S:T1,T2).
"""

import base64
import binascii
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from starlette.datastructures import QueryParams

from atsdesk.sandbox.smartrecruiters.refusals import Refused

Place = tuple[str, int]  # the last key of the page before, and the page's number

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:?\d\d)")


@dataclass
class Query:
    """Conditions in SQL with their values."""

    conditions: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def require(self, condition: str, *values: Any) -> None:
        """One more condition."""
        self.conditions.append(condition)
        self.values.extend(values)

    def require_in(self, column: str, words: list[str]) -> None:
        """The column has one of these values; nothing is asked when there are none."""
        if words:
            self.require(f"{column} IN ({', '.join('?' * len(words))})", *words)

    def where(self) -> str:
        """The WHERE clause."""
        return " AND ".join(self.conditions) or "1"


_read = msgspec.json.Decoder(tuple[str, int]).decode


def write_page(place: Place) -> str:
    """Opaque to clients."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def read_page(text: str) -> Place:
    """The place that a `pageId` names; 400 for one that was not made here."""
    try:
        packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        return _read(packed)
    except (binascii.Error, ValueError, msgspec.DecodeError):
        raise Refused(400, "pageId is not valid.", "INVALID_PAGE_ID") from None


def page_of(query: bytes) -> int:
    """The page that a query string asks for; 1 when it names none."""
    given = dict(parse_qsl(query.decode("latin-1")))
    try:
        return read_page(given.get("pageId") or given.get("page") or write_page(("", 1)))[1]
    except Refused:
        return 1


def whole(parameters: QueryParams, name: str, default: int, low: int, high: int) -> int:
    """A whole number within its bounds; 400 otherwise."""
    text = parameters.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and low <= int(text) <= high):
        raise Refused(400, f"{name} must be a number from {low} to {high}.", "INVALID_PARAMETER")
    return int(text)


def moment(parameters: QueryParams, name: str) -> float | None:
    """A time such as `2026-03-01T00:00:00.000+00:00`, in seconds since 1970; a plus sign must come encoded."""
    text = parameters.get(name)
    if text is None:
        return None
    try:
        if not _MOMENT.fullmatch(text):
            raise ValueError(text)
        return datetime.fromisoformat(text).astimezone(UTC).timestamp()
    except ValueError:
        message = f"{name} must be a time such as 2026-03-01T00:00:00.000+00:00."
        raise Refused(400, message, "INVALID_PARAMETER") from None


def choices(parameters: QueryParams, name: str, known: tuple[str, ...]) -> list[str]:
    """Repeated words of an enumeration; 400 for one that is not in it."""
    words = parameters.getlist(name)
    for word in words:
        if word not in known:
            message = f"{name} must be one of {', '.join(known)}."
            raise Refused(400, message, "INVALID_PARAMETER")
    return words


def words(query: Query, column: str, text: str | None) -> None:
    """Every word of a search is somewhere in the column."""
    for word in (text or "").lower().split():
        escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        query.require(f"{column} LIKE ? ESCAPE '\\'", f"%{escaped}%")
