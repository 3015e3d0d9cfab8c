"""Rows on their way from a connector to the store: plain tuples by table, and what was odd about them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Standing:
    """The stage an application is in, from an ATS that keeps no history of stages.

    `at` is the latest moment at which it can have entered; `over` says that the application has ended.
    """

    stage_id: str | None
    stage: str | None
    at: str | None
    over: bool = False


@dataclass(slots=True)
class Rows:
    """What one page of a resource holds."""

    entities: defaultdict[str, dict[str, Row]] = field(default_factory=lambda: defaultdict(dict))
    """By table and id; a record that comes twice in a page counts as it came last."""
    owned: defaultdict[str, dict[str, list[Row]]] = field(default_factory=lambda: defaultdict(dict))
    """By table and owner's id: all rows that the owner has."""
    parts: defaultdict[str, dict[str, dict[str, Row]]] = field(default_factory=lambda: defaultdict(dict))
    """By table, owner's id and own id: rows that come one by one, in another list than their owner's."""
    standings: dict[str, Standing] = field(default_factory=dict)
    """By application: steps are made of them by watching."""
    only: dict[str, set[str]] = field(default_factory=dict)
    """By candidate: the ids of all applications that the candidate has; others are gone."""
    unsaid: defaultdict[str, dict[str, Collection[str]]] = field(default_factory=lambda: defaultdict(dict))
    """By table and id: columns of which the record says nothing; what is stored in them stays."""
    gone: list[str] = field(default_factory=list)
    """Ids that the ATS says it has deleted; what is known of these people is to be erased."""
    marked: list[str] = field(default_factory=list)
    """Ids that the ATS marks as deleted; they are hidden, and what is known of them stays."""
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


@dataclass(frozen=True, slots=True)
class BelongsTo:
    """Records that are parts of rows of another table: `member` of a record's JSON is the id of its owner."""

    table: str
    member: str


OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Fill:
    """A column that one list leaves to another.

    `column` of `table` becomes what the SQL expression `value` gives for the row `o` of `other` whose `match` is equal
    to the row's own `by`; `where` is a further condition, `order` decides among several. Nothing is found: it is left,
    unless the fill `clears`.
    `OWNER` as `match` means rows that the row owns, as `by` the row that owns it (its first owner's table).
    """

    table: str
    column: str
    other: str
    by: str
    value: str
    match: str = "id"
    where: str = ""
    order: str = ""
    clears: bool = False
    """Where nothing is found, the column becomes blank, unless the row is gone: it stays as it was last."""
