"""What is checked in a posted body: every problem is named, unknown members are refused (CONFIRMED [V7])."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from atsdesk.sandbox.greenhouse.model.record import Record
from atsdesk.sandbox.greenhouse.refusals import Refused, Told, wrong
from atsdesk.sandbox.greenhouse.tenant import R, Tenant
from atsdesk.sandbox.greenhouse.times import canonical, canonical_day

Body = Mapping[str, Any]
Check = Callable[[Any], str | None]  # what is wrong with a value, if anything

_MAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>.]+(\.[^@\s,;<>.]+)+")


def text(limit: int = 255) -> Check:
    """A text that is not too long."""

    def check(value: Any) -> str | None:
        if not isinstance(value, str):
            return "is not a string"
        return f"is longer than {limit} characters" if len(value) > limit else None

    return check


def integer(value: Any) -> str | None:
    """A whole number of 64 bits."""
    whole = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63
    return None if whole else "is not an integer"


def boolean(value: Any) -> str | None:
    """`true` or `false`."""
    return None if isinstance(value, bool) else "is not a boolean"


def true(value: Any) -> str | None:
    """`true`."""
    return None if value is True else "is not true"


def moment(value: Any) -> str | None:
    """A time, or a day."""
    return _read(canonical, value, "a date-time")


def day(value: Any) -> str | None:
    """A day."""
    return _read(canonical_day, value, "a date")


def _read(read: Callable[[str], str], value: Any, what: str) -> str | None:
    try:
        read(value)
    except (TypeError, ValueError, OverflowError):
        return f"is not {what}"
    return None


def one_of(*words: str) -> Check:
    """One of the words."""
    return lambda value: None if value in words else f"is not one of: {', '.join(words)}"


def several(check: Check) -> Check:
    """A list of such values."""

    def each(value: Any) -> str | None:
        if not isinstance(value, list):
            return "is not an array"
        return next((f"has an entry that {said}" for said in map(check, value) if said), None)

    return each


def contact(*kinds: str, mail: bool = False) -> Check:
    """An address with its type; without `kinds` it has none."""

    def check(value: Any) -> str | None:
        wanted = {"value", "type"} if kinds else {"value"}
        if not isinstance(value, dict) or set(value) != wanted or not isinstance(value["value"], str):
            return f"is not an object with {' and '.join(sorted(wanted))}"
        if kinds and value["type"] not in kinds:
            return f"has a type that is not one of: {', '.join(kinds)}"
        if mail and not _MAIL.fullmatch(value["value"]):
            return "is not a valid email address"
        return None

    return several(check)


def anything(_: Any) -> str | None:
    """Checked elsewhere."""
    return None


def checked(body: Body, members: Mapping[str, Check], required: Collection[str] = ()) -> Body:
    """The body, once nothing is wrong with it."""
    problems: list[Told] = [{name: "is required"} for name in required if body.get(name) in (None, "")]
    for name, value in body.items():
        if name not in members:
            problems.append({name: "is not a known member"})
        elif value is not None and (said := members[name](value)):
            problems.append({name: said})
    if problems:
        raise Refused(422, *problems)
    return body


def known(tenant: Tenant, model: type[R], body: Body, name: str) -> R | None:
    """The record that a member refers to; 422 when there is none."""
    number = body.get(name)
    if number is None:
        return None
    try:
        return tenant.get(model, number)
    except KeyError:
        raise wrong(name, f"`{number}` does not exist") from None


def addressed(tenant: Tenant, model: type[R], number: int) -> R:
    """The record that the path names; 404 when there is none."""
    try:
        return tenant.get(model, number)
    except KeyError:
        raise Refused(404) from None


def deleted(record: Record, what: str) -> dict[str, Any]:
    """The answer to a deletion (CONFIRMED [V7])."""
    return {
        "id": record.id,
        "created_at": record.created_at,
        "updated_at": record.updated_at,
        "message": f"{what} {record.id} deleted successfully",
    }
