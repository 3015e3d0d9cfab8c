"""How a plain list becomes a table: each column is declared with the member it comes from and how that is read.

Most of Harvest's some thirty lists are flat objects (contract, 7). They are declared as data; what needs thought is
added by a function.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from atsdesk.ats.moments import day, moment
from atsdesk.ats.reading import Whole
from atsdesk.rows import Odd, Row, Rows, Shape, Value

Read = Callable[[Any], Value]
More = Callable[[Any, Rows], None]


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an object: its name, its type as msgspec checks it, and what a row holds of it."""

    name: str
    kind: Any
    read: Read


def text(name: str) -> Member:
    return Member(name, str | None, lambda value: value or None)


def ident(name: str) -> Member:
    """An id; integers of up to 64 bits and beyond become text (Summary, "Ids")."""
    return Member(name, int | str | None, lambda value: None if value is None else str(value))


def flag(name: str) -> Member:
    return Member(name, bool | None, lambda value: value)


def denied(name: str) -> Member:
    """A flag that says the contrary."""
    return Member(name, bool | None, lambda value: None if value is None else not value)


def whole(name: str, plus: int = 0) -> Member:
    return Member(name, Whole | None, lambda value: None if value is None else value + plus)


def at(name: str) -> Member:
    """A moment; raises `ValueError` for none."""
    return Member(name, str | None, moment)


def on(name: str) -> Member:
    return Member(name, str | None, day)


def word(name: str, words: Mapping[str, str]) -> Member:
    """A word of the vendor's in our vocabulary; others are unknown."""
    return Member(
        name, str | None, lambda value: words.get(str(value).lower(), "unknown") if value else "unknown"
    )


def word_or_own(name: str, words: Mapping[str, str]) -> Member:
    """A word of ours for the vendor's; others stay as they are."""
    return Member(name, str | None, lambda value: words.get(str(value), value) if value else None)


def inside(name: str, member: str) -> Member:
    """A member of an object, such as `type.name`."""
    return Member(name, dict[str, Any] | None, lambda value: _text((value or {}).get(member)))


def first_of(name: str) -> Member:
    return Member(name, list[Any] | None, lambda value: str(value[0]) if value else None)


@dataclass(frozen=True, slots=True)
class Form:
    """A list as `Resource` wants it."""

    shape: Shape
    record: type[msgspec.Struct]
    rows: Callable[[Any, Rows], None]
    origins: Mapping[str, str] = field(default_factory=dict)
    """Column to member."""


CREATED, UPDATED = at("created_at"), at("updated_at")


def form(
    table: str,
    columns: Mapping[str, Member],
    *,
    extra: Shape | None = None,
    more: More | None = None,
    members: Mapping[str, Any] | None = None,
) -> Form:
    """Rows of `table` with these columns; `more` makes the rows of the `extra` tables, from further `members`."""
    columns = {**columns, "created_at": CREATED, "updated_at": UPDATED}
    record = _struct(table, columns, members)

    def rows(one: Any, found: Rows) -> None:
        identity = str(one.id)
        found.entities[table][identity] = (identity, *_values(one, columns, table, found))
        if more:
            more(one, found)

    shape = {table: ("id", *columns), **(extra or {})}
    return Form(shape, record, rows, _origins(table, columns))


def part(table: str, owner: str, columns: Mapping[str, Member]) -> Form:
    """Rows of the owned `table` that belong to the row which the member `owner` names."""
    record = _struct(table, columns, {owner: int | str | None})

    def rows(one: Any, found: Rows) -> None:
        whose = getattr(one, owner)
        if whose is not None:
            row: Row = (str(one.id), *_values(one, columns, table, found))
            found.parts[table].setdefault(str(whose), {})[str(one.id)] = row

    return Form({table: ("id", *columns)}, record, rows, _origins(table, columns))


def _origins(table: str, columns: Mapping[str, Member]) -> dict[str, str]:
    return {f"{table}.{column}": member.name for column, member in columns.items()}


def _values(one: Any, columns: Mapping[str, Member], table: str, found: Rows) -> list[Value]:
    values: list[Value] = []
    for member in columns.values():
        value = getattr(one, member.name)
        try:
            values.append(member.read(value))
        except ValueError:
            title = f"One of the {table.replace('_', ' ')} has a {member.name} that is no usable date."
            found.odd.append(Odd(str(one.id), title, f'"{value}" was left blank; correct it in Greenhouse.'))
            values.append(None)
    return values


def _struct(
    table: str, columns: Mapping[str, Member], members: Mapping[str, Any] | None
) -> type[msgspec.Struct]:
    kinds: dict[str, Any] = {member.name: member.kind for member in columns.values()} | dict(members or {})
    kinds.pop("id", None)
    fields: list[tuple[str, Any] | tuple[str, Any, Any]] = [
        ("id", int | str),
        *((name, kind, None) for name, kind in kinds.items()),
    ]
    return msgspec.defstruct(f"Greenhouse_{table}", fields, gc=False)


def _text(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)


def custom_values(table: str) -> More:
    """The values of the fields that a company added, each as text (7.0). The field is found by its key."""

    def more(one: Any, found: Rows) -> None:
        identity = str(one.id)
        rows: list[Row] = []
        for key, entry in (one.custom_fields or {}).items():
            value = entry.get("value") if isinstance(entry, dict) else entry
            if value not in (None, "", [], {}):
                rows.append((f"{table}:{identity}:{key}", table, identity, key, as_text(value)))
        found.owned["custom_values"][identity] = rows

    return more


CUSTOM_SHAPE = ("id", "applies_to", "row_id", "key", "value")
CUSTOM_MEMBER: Mapping[str, Any] = {"custom_fields": dict[str, Any] | None}


def as_text(value: Any) -> str:
    """A value of a custom field in words: labels joined, an amount with its currency, a range with both ends."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(as_text(entry) for entry in value)
    if isinstance(value, dict):
        if name := value.get("name"):
            return str(name)
        ends = [value.get(name) for name in ("min_amount", "max_amount", "min_value", "max_value", "amount")]
        figures = " – ".join(_figure(end) for end in ends if end is not None)
        unit = value.get("currency_code") or value.get("unit")
        if figures:
            return f"{figures} {unit}" if unit else figures
        return msgspec.json.encode(value).decode()
    return _figure(value)


def _figure(value: Any) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)
