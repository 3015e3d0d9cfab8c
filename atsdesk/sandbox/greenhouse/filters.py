"""What lists can be filtered by, as conditions in SQL. Source: Harvest documentation, "Filtering" (CONFIRMED)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["id", "ids", "text", "texts", "word", "flag", "time", "day"]

# the choice is stored by its label, so the rows that show the label are looked for
_CHOSEN = """EXISTS (
    SELECT 1 FROM custom_field_options AS choice, json_each(CAST({table}.json AS TEXT), '$.{member}') AS given
    JOIN custom_fields ON custom_fields.id = choice.custom_field_id AND custom_fields.name_key = given.key
    WHERE choice.id = ? AND (json_extract(given.value, '$.value') = choice.name
        OR (json_type(given.value, '$.value') = 'array' AND EXISTS (
            SELECT 1 FROM json_each(given.value, '$.value') AS one WHERE one.value = choice.name))))"""


@dataclass(frozen=True, slots=True)
class Filter:
    """One query parameter. `{marks}` in the condition stands for as many question marks as there are values."""

    kind: Kind
    condition: str
    column: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)  # as asked: as stored
    otherwise: str = ""  # of a flag that is false
    default: bool | None = None  # of a flag that is not given


def ids(column: str) -> Filter:
    """Any of up to 50 ids."""
    return Filter("ids", f"{column} IN ({{marks}})", column)


def texts(column: str) -> Filter:
    """Any of up to 50 texts."""
    return Filter("texts", f"{column} IN ({{marks}})", column)


def one(column: str) -> Filter:
    """A single id."""
    return Filter("id", f"{column} = ?", column)


def text(column: str) -> Filter:
    """Exactly this text."""
    return Filter("text", f"{column} = ?", column)


def word(column: str, *values: str, **renamed: str) -> Filter:
    """One of the words that are known; `renamed` are asked for by another word than rows show."""
    return Filter("word", f"{column} = ?", column, {**{value: value for value in values}, **renamed})


def flag(column: str, default: bool | None = None) -> Filter:
    """`true` or `false`."""
    return Filter("flag", f"{column} = 1", column, otherwise=f"{column} = 0", default=default)


def showing(condition: str, column: str | None = None) -> Filter:
    """`true` shows all rows; without it only those that fit the condition."""
    return Filter("flag", "1", column, otherwise=condition, default=False)


def only(condition: str) -> Filter:
    """`true` shows only rows that fit the condition."""
    return Filter("flag", condition, otherwise="1")


def time(column: str) -> Filter:
    """A moment with operators."""
    return Filter("time", column, column)


def day(column: str) -> Filter:
    """A day with operators."""
    return Filter("day", column, column)


def within(column: str, kind: Kind = "ids") -> Filter:
    """A list in the row holds any of these."""
    condition = f"EXISTS (SELECT 1 FROM json_each({column}) AS one WHERE one.value IN ({{marks}}))"
    return Filter(kind, condition, column)


def chosen(table: str, member: str = "custom_fields") -> Filter:
    """A choice of a select field."""
    return Filter("id", _CHOSEN.format(table=table, member=member))
