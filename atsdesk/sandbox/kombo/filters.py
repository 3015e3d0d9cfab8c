"""What a list request asks for. Source: Kombo documentation, "Pagination", "Endpoints" (filters CONFIRMED)."""

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any
from urllib.parse import parse_qsl

import msgspec

from atsdesk.sandbox.kombo import defaults, times
from atsdesk.sandbox.kombo.defaults import Rules
from atsdesk.sandbox.kombo.refusals import Refused, invalid
from atsdesk.sandbox.kombo.tables import folded

COMMON = (
    "cursor",
    "page_size",
    "updated_after",
    "include_deleted",
    "ignore_unsupported_filters",
    "ids",
    "remote_ids",
)
_NUMBER = re.compile(r"-?\d{1,9}", re.ASCII)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
_BOOLEANS = {"true": True, "false": False}

Whole = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
Cursor = tuple[Whole, Whole]  # number of the last row before, page


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
        return self.cursor[1] if self.cursor else 1

    def require(self, condition: str, *values: Any) -> None:
        """One more condition."""
        self.conditions.append(condition)
        self.values.extend(values)

    def where(self) -> str:
        """The WHERE clause."""
        return " AND ".join(self.conditions) or "1"


Filter = Callable[[Query, str, Rules], None]


def write_cursor(cursor: Cursor) -> str:
    """Opaque to clients; base64 that ends in `=`, as in the samples, so that it has to be encoded in an address."""
    text = msgspec.json.encode(cursor)
    return base64.b64encode(text + b" " * (1 if len(text) % 3 == 0 else 0)).decode()


def read_cursor(text: str) -> Cursor:
    """The place a cursor names; refused when it was not made here."""
    try:
        place: Cursor = msgspec.json.decode(base64.b64decode(text, validate=True), type=Cursor)
    except (binascii.Error, ValueError, msgspec.DecodeError):
        raise invalid("The cursor is not valid.") from None
    return place


def page_of(query: bytes) -> int:
    """The page a query string asks for; 1 when it has no good cursor."""
    if b"cursor=" not in query:
        return 1
    try:
        return read_cursor(dict(parse_qsl(query.decode("latin-1"))).get("cursor", ""))[1]
    except Refused:
        return 1


def entries(text: str) -> list[str]:
    """The entries of a comma separated list."""
    return [entry for entry in (part.strip() for part in text.split(",")) if entry]


def _marks(values: list[str]) -> str:
    return ", ".join("?" * len(values))


def _many(column: str, known: tuple[str, ...] | None = None, fold: bool = False) -> Filter:
    def apply(query: Query, text: str, _: Rules) -> None:
        values = entries(text)
        for value in values:
            if known is not None and value not in known:
                raise invalid(f"“{value}” is not one of {', '.join(known)}.")
        found = [folded(value) or "" for value in values] if fold else values
        query.require(f"{column} IN ({_marks(found)})", *found)

    return apply


def _one(column: str, known: tuple[str, ...]) -> Filter:
    def apply(query: Query, text: str, _: Rules) -> None:
        if text not in known:
            raise invalid(f"“{text}” is not one of {', '.join(known)}.")
        query.require(f"{column} = ?", text)

    return apply


def _exact(column: str) -> Filter:
    """Ignores case, as for names of candidates (CONFIRMED)."""
    return lambda query, text, _: query.require(f"{column} = ?", folded(text.strip()))


def _after(column: str, comparison: str) -> Filter:
    def apply(query: Query, text: str, _: Rules) -> None:
        query.require(f"{column} {comparison} ?", moment("remote_created_after", text))

    return apply


def _texts(condition: str, fold: bool) -> Filter:
    """One text; with `text_lists` also one of several between commas. A text with a comma of its own fits whole."""

    def apply(query: Query, text: str, rules: Rules) -> None:
        values = {text.strip(), *(entries(text) if rules.text_lists else ())}
        wanted = sorted(folded(value) or "" if fold else value for value in values)
        query.require("(" + " OR ".join([condition] * len(wanted)) + ")", *wanted)

    return apply


def _email(query: Query, text: str, _: Rules) -> None:
    if not _MAIL.fullmatch(text):
        raise invalid("email is not an email address.")
    query.require("instr(emails, ',' || ? || ',')", folded(text))


def _through(column: str, target: str, where: str) -> Filter:
    """A list of values that another table knows."""

    def apply(query: Query, text: str, _: Rules) -> None:
        values = entries(text)
        query.require(f"{column} IN (SELECT {target} WHERE {where} IN ({_marks(values)}))", *values)

    return apply


_CREATED = _after("created", ">=")  # on or after that day
# model: parameter: the field it filters on, and how
FILTERS: dict[str, dict[str, tuple[str, Filter]]] = {
    "jobs": {
        "job_codes": ("job_code", _many("job_code")),
        "post_url": ("post_url", _texts("post_url = ?", fold=False)),
        "name_contains": ("name", _texts("instr(name, ?)", fold=True)),
        "status": ("status", _one("status", defaults.STATUSES)),
        "statuses": ("status", _many("status", defaults.STATUSES)),
        "employment_types": ("employment_type", _many("employment_type", defaults.EMPLOYMENT_TYPES)),
        "visibilities": ("visibility", _many("visibility", defaults.VISIBILITIES)),
        "remote_created_after": ("remote_created_at", _CREATED),
    },
    "candidates": {
        "email": ("email_addresses", _email),
        "job_ids": (
            "applications",
            _through("id", "candidate_id FROM applications", "deleted_at IS NULL AND job_id"),
        ),
        "first_name": ("first_name", _exact("first")),
        "last_name": ("last_name", _exact("last")),
    },
    "applications": {
        "outcome": ("outcome", _one("outcome", defaults.OUTCOMES)),
        "outcomes": ("outcome", _many("outcome", defaults.OUTCOMES)),
        "job_ids": ("job_id", _many("job_id")),
        "job_remote_ids": ("job_id", _through("job_id", "id FROM jobs", "remote_id")),
        "current_stage_ids": ("current_stage_id", _many("stage_id")),
        "remote_created_after": ("remote_created_at", _CREATED),
    },
    "users": {"emails": ("email", _many("email", fold=True))},
    "roles": {"scopes": ("scope", _many("scope", defaults.SCOPES))},
    "interviews": {
        "job_ids": ("application_id", _through("application_id", "id FROM applications", "job_id")),
    },
    **{
        model: {
            "candidate_ids": ("candidate_id", _many("candidate_id")),
            "application_ids": ("application_id", _many("application_id")),
        }
        for model in ("notes", "scorecards", "attachments")
    },
}


def moment(name: str, text: str) -> int:
    """A time without a numeric offset (CONFIRMED pattern)."""
    try:
        return times.read(text)
    except ValueError:
        raise invalid(f"{name} does not match YYYY-MM-DD or YYYY-MM-DDThh:mm:ss.sssZ: “{text}”.") from None


def _boolean(parameters: Mapping[str, str], name: str) -> bool:
    text = parameters.get(name, "false")
    if text not in _BOOLEANS:
        raise invalid(f"{name} must be true or false.")
    return _BOOLEANS[text]


def _size(parameters: Mapping[str, str], rules: Rules) -> int:
    text = parameters.get("page_size")
    if text is None:
        return rules.page_size
    if not _NUMBER.fullmatch(text) or not 1 <= int(text) <= rules.page_cap:
        raise invalid(f"page_size must be a whole number from 1 to {rules.page_cap}.")
    return int(text)


def query_of(model: str, parameters: Mapping[str, str], rules: Rules, lacking: frozenset[str]) -> Query:
    """All that a request asks for; `lacking` names fields that the tool does not have.

    A filter on such a field makes the list empty, or does nothing with `ignore_unsupported_filters` (CONFIRMED).
    """
    own = FILTERS.get(model, {})
    if rules.unknown_parameters == "refused":
        for name in parameters:
            if name not in COMMON and name not in own:
                raise invalid(f"There is no parameter named {name}.")
    query = Query(
        _size(parameters, rules), read_cursor(parameters["cursor"]) if parameters.get("cursor") else None
    )
    if query.cursor:
        query.require("number > ?", query.cursor[0])
    if not _boolean(parameters, "include_deleted"):
        query.require("deleted_at IS NULL")
    if parameters.get("updated_after"):
        comparison = ">=" if rules.updated_inclusive else ">"
        query.require(f"touched {comparison} ?", moment("updated_after", parameters["updated_after"]))
    for name, column in (("ids", "id"), ("remote_ids", "remote_id")):
        if parameters.get(name):
            _many(column)(query, parameters[name], rules)
    ignored = _boolean(parameters, "ignore_unsupported_filters")
    for name, (column, apply) in own.items():
        if parameters.get(name):
            if column not in lacking:
                apply(query, parameters[name], rules)
            elif not ignored:
                query.require("0")
    return query
