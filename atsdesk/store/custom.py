"""Custom fields as columns: which ones a table has, what kind of value each holds, and the SQL that reads it."""

import contextlib
import json
from collections.abc import Collection
from dataclasses import dataclass, replace

from atsdesk.rows import Value
from atsdesk.store.engine import Connection
from atsdesk.store.tables import CUSTOM_VALUES, OWNED_PER_OWNER, OWNER_TABLES, Kind

KINDS = {
    "number": Kind.DECIMAL,
    "integer": Kind.DECIMAL,
    "decimal": Kind.DECIMAL,
    "date": Kind.DAY,
    "yes_no": Kind.BOOL,
    "boolean": Kind.BOOL,
}
"""What the systems' words for types mean, in small letters; every other type reads as text, several values joined."""
JOINED = "; "
TRUTHS = {"yes": True, "true": True, "no": False, "false": False}
"""The systems' words for yes and no, in small letters."""


@dataclass(frozen=True, slots=True)
class CustomField:
    """A field that companies added to a table: one column, whichever accounts have it."""

    table: str
    key: str
    label: str
    kind: Kind
    numbers: tuple[int, ...]
    """Internal keys of its rows in `custom_fields`, one per account."""


def fields(connection: Connection) -> list[CustomField]:
    """The custom fields of every table in the order they came; two accounts' types that differ are text."""
    known: dict[tuple[str, str], CustomField] = {}
    for number, table, key, label, type_ in connection.execute(
        "select pk, coalesce(applies_to, ''), key, coalesce(nullif(name, ''), key), coalesce(type, '')"
        " from custom_fields where key <> '' order by pk"
    ):
        if table not in CUSTOM_VALUES.owners:
            continue
        kind = KINDS.get(type_.lower(), Kind.TEXT)
        if (one := known.get((table, key))) is None:
            known[table, key] = CustomField(table, key, label, kind, (number,))
            continue
        kind = kind if kind is one.kind else Kind.TEXT
        known[table, key] = replace(one, kind=kind, numbers=(*one.numbers, number))
    return list(known.values())


def first_value(table: str, pk: str) -> str:
    """SQL for the pk from which the values of one row lie; there are fewer than `OWNED_PER_OWNER`."""
    return f"{CUSTOM_VALUES.owners.index(table) * OWNER_TABLES} + {pk} * {OWNED_PER_OWNER}"


def lookup(table: str, pk: str) -> str:
    """SQL joins that bring all values of a row, as `custom_values` with their `custom_fields`."""
    first = first_value(table, pk)
    return f"""
left join custom_values
  on custom_values.pk >= {first}
  and custom_values.pk < {first} + {OWNED_PER_OWNER}
  and custom_values.deleted_at is null
left join custom_fields
  on custom_fields.account_id = custom_values.account_id and custom_fields.id = custom_values.field_id"""


def gathered(field: CustomField) -> str:
    """SQL for a field's value out of the rows that `lookup` brings: an aggregate, blank where there is none."""
    mine = f"custom_fields.pk in ({', '.join(map(str, field.numbers))})"
    if field.kind is Kind.TEXT:
        return f"group_concat(case when {mine} then nullif(custom_values.value, '') end, '{JOINED}')"
    return f"max(case when {mine} then {_typed(field.kind)} end)"


def read(field: CustomField, pk: str) -> str:
    """SQL for a field's value on the row of its table that has this pk: a query of its own, to sort by."""
    first = first_value(field.table, pk)
    value = (
        f"group_concat(custom_values.value, '{JOINED}')"
        if field.kind is Kind.TEXT
        else f"max({_sorted(field.kind)})"
    )
    return (
        f"(select {value} from custom_values join custom_fields on custom_fields.account_id ="
        " custom_values.account_id and custom_fields.id = custom_values.field_id"
        f" where custom_values.pk >= {first} and custom_values.pk < {first} + {OWNED_PER_OWNER}"
        " and custom_values.deleted_at is null and custom_values.value <> ''"
        f" and custom_fields.pk in ({', '.join(map(str, field.numbers))}))"
    )


def values(
    connection: Connection, wanted: Collection[CustomField], table: str, pks: Collection[int]
) -> dict[tuple[Value, str], Value]:
    """The values of some rows of a table, by the row's pk and the field's key; as many fields cost no more than one."""
    by_number = {number: field for field in wanted for number in field.numbers}
    first = first_value(table, "owner.value")
    found: dict[tuple[Value, str], Value] = {}
    for pk, number, text in connection.execute(
        f"""
        select owner.value, custom_fields.pk, custom_values.value
        from json_each(:pks) owner
        cross join custom_values
          on custom_values.pk >= {first} and custom_values.pk < {first} + {OWNED_PER_OWNER}
        join custom_fields
          on custom_fields.account_id = custom_values.account_id and custom_fields.id = custom_values.field_id
        where custom_values.deleted_at is null and custom_values.value <> ''
        order by custom_values.pk
        """,
        {"pks": json.dumps(list(pks))},
    ):
        if field := by_number.get(number):
            before = found.get((pk, field.key))
            found[pk, field.key] = _value(field.kind, text) if before is None else f"{before}{JOINED}{text}"
    return found


def _value(kind: Kind, text: str) -> Value:
    """A value as its kind has it; text that is no such value stays text."""
    if kind is Kind.BOOL:
        truth = TRUTHS.get(text.lower())
        return text if truth is None else int(truth)
    if kind is Kind.DECIMAL:
        with contextlib.suppress(ValueError):
            return float(text)
    return text


def _typed(kind: Kind) -> str:
    value = "nullif(custom_values.value, '')"
    if kind is not Kind.BOOL:
        return value
    known = " ".join(f"when '{word}' then {int(truth)}" for word, truth in TRUTHS.items())
    return f"case lower({value}) {known} else {value} end"


def _sorted(kind: Kind) -> str:
    return "cast(custom_values.value as real)" if kind is Kind.DECIMAL else _typed(kind)
