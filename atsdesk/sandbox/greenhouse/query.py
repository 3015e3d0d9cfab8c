"""What a list request asks for. Source: Harvest documentation, "Pagination", "Filtering and incremental reads"."""

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from atsdesk.sandbox.greenhouse.defaults import Rules
from atsdesk.sandbox.greenhouse.filters import Filter, ids, time
from atsdesk.sandbox.greenhouse.refusals import COMBINED, Refused, wrong
from atsdesk.sandbox.greenhouse.resources import Resource
from atsdesk.sandbox.greenhouse.times import canonical, canonical_day

OPERATORS = {"gte": ">=", "lte": "<=", "gt": ">", "lt": "<"}
TIMES = {"created_at": time("created_at"), "updated_at": time("updated_at")}
_BRACKET = re.compile(r"([a-z_]+)\[([a-z]+)\]")
_FAR = 2**63  # ids have 64 bits

Items = list[tuple[str, str]]


class Cursor(msgspec.Struct, array_like=True):
    """The place in a list, with what the first request asked for."""

    resource: str
    items: Items
    after: int  # the id of the last row
    page: int  # counted from 1
    made: int  # seconds since 1970

    def text(self) -> str:
        """URL-safe base64; opaque to clients (CONFIRMED [V2])."""
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")


def read_cursor(text: str) -> Cursor:
    """The opposite; `ValueError` for anything that was not made here."""
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), type=Cursor)
    except (binascii.Error, msgspec.DecodeError) as error:
        raise ValueError(text) from error


def page_of(query: bytes) -> int:
    """The page a query string asks for; 1 when it has no good cursor."""
    if b"cursor=" not in query:
        return 1
    try:
        return read_cursor(dict(parse_qsl(query.decode("latin-1"))).get("cursor", "")).page
    except ValueError:
        return 1


@dataclass
class Query:
    """Conditions in SQL with their values, the place in the list, and what of each row is wanted."""

    limit: int
    items: Items
    fields: tuple[str, ...] = ()
    page: int = 1
    conditions: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)
    window: list[tuple[str, str]] = field(default_factory=list)  # conditions on updated_at

    def require(self, condition: str, *values: Any) -> None:
        """One more condition."""
        self.conditions.append(condition)
        self.values.extend(values)

    def where(self) -> str:
        """The WHERE clause."""
        return " AND ".join(self.conditions) or "1"


def asked(resource: Resource, items: Items, rules: Rules, now: int) -> Query:
    """The query of a first request or of a cursor."""
    given = dict(items)
    if "cursor" not in given:
        return _first(resource, items, rules)
    if len(items) > 1:
        raise Refused(422, COMBINED)
    try:
        cursor = read_cursor(given["cursor"])
    except ValueError:
        raise wrong("cursor", "is not valid") from None
    if cursor.resource != resource.name or (
        rules.cursor_seconds and now > cursor.made + rules.cursor_seconds
    ):
        raise wrong("cursor", "is not valid any more")
    query = _first(resource, cursor.items, rules)
    query.page = cursor.page
    query.require("id < ?", cursor.after)
    return query


def _first(resource: Resource, items: Items, rules: Rules) -> Query:
    query = Query(rules.page_size, items)
    filters = {"ids": ids("id"), **(TIMES if resource.timed else {}), **resource.filters}
    given = dict(items)
    if not rules.both_times and "created_at" in given and "updated_at" in given:
        raise Refused(422, "Do not combine created_at and updated_at.")
    for name, text in given.items():
        bracket = _BRACKET.fullmatch(name) if rules.brackets else None
        if name == "per_page":
            query.limit = _per_page(text, rules)
        elif name == "fields":
            query.fields = _fields(text, resource, rules)
        elif name in filters:
            _apply(query, name, filters[name], text, rules)
        elif bracket and filters.get(bracket[1], ids("id")).kind in ("time", "day"):
            _compare(query, bracket[1], filters[bracket[1]], [bracket[2], text])
        else:
            raise wrong(name, f"`{name}` is not a known parameter")
    for name, one in resource.filters.items():
        if name not in given and one.default is not None:
            query.require(one.condition if one.default else one.otherwise)
    return query


def _per_page(text: str, rules: Rules) -> int:
    if not (text.isascii() and text.isdigit()):
        raise wrong("per_page", f"`{text}` is not an integer")
    number = int(text[:9])
    if number > rules.page_cap:
        raise wrong("per_page", f"`{number}` number is greater than: {rules.page_cap}")
    if number < 1:
        raise wrong("per_page", f"`{number}` number is less than: 1")
    return number


def _fields(text: str, resource: Resource, rules: Rules) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(text.split(",")))
    if len(names) > rules.fields_cap:
        raise wrong("fields", f"array size is greater than: {rules.fields_cap}")
    unknown = [name for name in names if name not in resource.members]
    if unknown:
        raise wrong("fields", f"`{unknown[0]}` is not a member of {resource.name}")
    return names


def _apply(query: Query, name: str, one: Filter, text: str, rules: Rules) -> None:
    match one.kind:
        case "ids" | "texts":
            values = _several(name, text, rules, numbers=one.kind == "ids")
            query.require(one.condition.format(marks=", ".join("?" * len(values))), *values)
        case "id":
            query.require(one.condition.format(marks="?"), _number(name, text))
        case "text":
            lower = one.column == "emails"  # exact but for small and capital letters
            query.require(one.condition.format(marks="?"), text.lower() if lower else text)
        case "word":
            if text not in one.words:
                raise wrong(name, f"`{text}` is not one of: {', '.join(sorted(one.words))}")
            query.require(one.condition, one.words[text])
        case "flag":
            if text not in ("true", "false"):
                raise wrong(name, f"`{text}` is not a boolean")
            query.require(one.condition if text == "true" else one.otherwise)
        case "time" | "day":
            parts = text.split("|")
            if not rules.two_sided and len(parts) > 2:
                raise wrong(name, "has more than one operator")
            _compare(query, name, one, parts)


def _several(name: str, text: str, rules: Rules, *, numbers: bool) -> list[Any]:
    parts = text.split(",")
    if len(parts) > rules.ids_cap:
        raise wrong(name, f"array size is greater than: {rules.ids_cap}")
    return [_number(name, part) for part in parts] if numbers else parts


def _number(name: str, text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,19}", text) or abs(int(text)) >= _FAR:
        raise wrong(name, f"`{text}` is not an integer")
    return int(text)


def _compare(query: Query, name: str, one: Filter, parts: list[str]) -> None:
    """`gte|A` and `gte|A|lte|B`: pairs of an operator and a time."""
    read = canonical if one.kind == "time" else canonical_day
    if len(parts) % 2:
        raise wrong(name, "is not a pair of an operator and a time")
    for operator, text in _pairs(parts):
        if operator not in OPERATORS:
            raise wrong(name, f"`{operator}` is not one of: {', '.join(OPERATORS)}")
        try:
            at = read(text)
        except (ValueError, OverflowError):
            raise wrong(name, f"`{text}` is not a valid {one.kind}") from None
        query.require(f"{one.condition} {OPERATORS[operator]} ?", at)
        if name == "updated_at":
            query.window.append((f"updated_at {OPERATORS[operator]} ?", at))


def _pairs(parts: list[str]) -> Iterable[tuple[str, str]]:
    return zip(parts[::2], parts[1::2], strict=True)
