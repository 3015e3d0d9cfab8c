"""Fields of candidates that the customer defined, and the values they have. The form of `value` is INFERRED."""

from functools import lru_cache
from typing import Any, NamedTuple

from atsdesk.sandbox.smartrecruiters import ids
from atsdesk.sandbox.smartrecruiters.model import Labelled, encode, link

OF_CANDIDATE = -1  # stands where a value of an application has the application's number


class Field(NamedTuple):
    """A field: its label and type, its values if it is a list, and whether each application has its own."""

    label: str
    type: str
    options: tuple[str, ...]
    of_application: bool

    @property
    def id(self) -> str:
        """The id of the definition."""
        return ids.uuid("field", self.label)


class Value(NamedTuple):
    """A value of one field."""

    id: str
    value_id: str | None
    of_application: bool
    json: bytes


FIELDS = (
    Field("Notice period", "SINGLE_SELECT", ("Immediate", "2 weeks", "1 month", "חודשיים"), False),
    Field("Salary expectation", "CURRENCY", (), True),
    Field("Relocation", "BOOLEAN", (), False),
    Field("Available from", "DATE", (), True),
    Field("הערות מגייס", "TEXT", (), False),
    Field("Years of experience", "NUMBER", (), False),
)
BY_ID = {field.id: field for field in FIELDS}


def option(field: Field, ordinal: int) -> Labelled:
    """A value of a list."""
    return Labelled(ids.uuid("option", f"{field.label} {ordinal}"), field.options[ordinal])


def definition(field: Field) -> dict[str, Any]:
    """A field as the configuration shows it (S:T1)."""
    shown: dict[str, Any] = {
        "id": field.id,
        "label": field.label,
        "type": field.type,
        "availability": {
            "toUsers": "ALL",
            "context": "OFFER_MANAGEMENT" if field.of_application else "CANDIDATE_PROFILE",
        },
    }
    if field.options:
        shown["actions"] = {"values": link(f"/configuration/candidate-properties/{field.id}/values")}
    return shown


@lru_cache(maxsize=60)
def _pattern(number: int) -> tuple[Value, ...]:
    made = []
    for ordinal, field in enumerate(FIELDS):
        draw = (number * 7 + ordinal * 11) % 20
        if draw <= 11:
            value = _value(field, draw)
            value_id = value.id if isinstance(value, Labelled) else None
            made.append(Value(field.id, value_id, field.of_application, encode(shown(field, value))))
    return tuple(made)


def values(number: int) -> tuple[Value, ...]:
    """What the `number`th candidate has; a third of them has nothing."""
    return () if number % 3 == 2 else _pattern(number % 60)


def shown(field: Field, value: Any) -> dict[str, Any]:
    """A value as it goes over the wire."""
    actions = {"configuration": link(f"/configuration/candidate-properties/{field.id}")}
    return {"id": field.id, "label": field.label, "type": field.type, "value": value, "actions": actions}


def _value(field: Field, draw: int) -> Any:
    match field.type:
        case "SINGLE_SELECT":
            return option(field, draw % len(field.options))
        case "CURRENCY":
            return {"code": "EUR", "value": 40_000 + draw * 2_500}
        case "BOOLEAN":
            return draw % 2 == 0
        case "DATE":
            return f"2026-{1 + draw:02d}-01"
        case "NUMBER":
            return draw
    return ("לחזור אחרי החגים", "Prefers mornings", "Call, do not write")[draw % 3]
