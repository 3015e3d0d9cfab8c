"""Rows on their way from a connector to the store: plain tuples by table, and what was odd about them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

Value = str | int | float | None
Row = tuple[Value, ...]
Shape = Mapping[str, tuple[str, ...]]
"""Table name to column names, in the order in which a resource gives the values; `id` comes first."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A value that could not be taken as it was; the rest of its record was."""

    record_id: str
    title: str
    hint: str


@dataclass(slots=True)
class Rows:
    """What one page of a resource holds."""

    entities: defaultdict[str, dict[str, Row]] = field(default_factory=lambda: defaultdict(dict))
    """By table and id; a record that comes twice in a page counts as it came last."""
    owned: defaultdict[str, dict[str, list[Row]]] = field(default_factory=lambda: defaultdict(dict))
    """By table and owner's id: all rows that the owner has."""
    gone: list[str] = field(default_factory=list)
    """Ids that the ATS says it has deleted; what is known of these people is to be erased."""
    odd: list[Odd] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that was set aside, with the reason in plain words."""

    record_id: str
    reason: str
    body: str


class Item(NamedTuple):
    """One record of a page, not decoded yet: its id, the hash of the bytes to keep, and these."""

    id: str
    hash: bytes
    body: bytes


Items = Sequence[Item]
