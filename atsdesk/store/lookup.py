"""One thing, or a list of them, as the local copy has them: whatever is declared in `subjects`."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from atsdesk.errors import ConfigError
from atsdesk.rows import Value
from atsdesk.store.engine import Connection
from atsdesk.store.subjects import BY_NAME, OWNED, Filter, Part, Subject, Takes
from atsdesk.store.tables import TABLES, Column, Kind, owner_table, span

Found = dict[str, Value]
"""A row by column; flags are true or false, and what an id names stands beside it (`job` beside `job_id`)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is to hold. `filters` maps keys to words separated by commas, moments, days, or ""."""

    filters: Mapping[str, str] = field(default_factory=dict)
    deleted: bool = False
    """Rows that the ATS no longer has, too."""
    choosable: bool = False
    """Only what a drop-down list would offer."""
    limit: int = 0
    """0 is no limit."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows of one kind; `total` counts those beyond the limit too."""

    subject: Subject
    rows: Sequence[Found]
    total: int
    note: str = ""
    """What there is to say about it: why it may not be all, or why it is none."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One row, and what belongs to it, where there is any."""

    subject: Subject
    row: Found
    parts: Sequence[Listing]


@dataclass(frozen=True, slots=True)
class Node:
    """One row of a tree with those below it."""

    row: Found
    children: Sequence["Node"]


def listing(connection: Connection, account: str, subject: Subject, asked: Asked) -> Listing:
    """The rows of a kind; raises `ConfigError` for a filter it does not have, and for ids that there are not."""
    conditions, values, notes = [subject.where or "true"], dict[str, str](), []
    for key, given in asked.filters.items():
        one = _filter(subject, key)
        words = [word.strip() for word in given.split(",") if word.strip()]
        if one.takes is Takes.WORDS and not words:
            raise ConfigError(f"--{key} is empty.", "Give it a value, or leave it out.", concerns=key)
        if one.of:
            _check_ids(connection, account, one, words)
        notes.append(_strange(connection, account, subject, one, words))
        conditions.append(_condition(one))
        values[key.replace("-", "_")] = json.dumps(words) if one.takes is Takes.WORDS else given
    if asked.choosable and subject.choosable:
        conditions.append(subject.choosable)
    if not asked.deleted:
        conditions.append("t.deleted_at is null")
    found = _select(connection, account, subject, conditions, values, asked.limit)
    return replace(found, note=" ".join(filter(None, notes)))


def show(
    connection: Connection, account: str, subject: Subject, identity: str, *, deleted: bool = False
) -> Shown | None:
    """The row of this id with its parts, `deleted` ones too; `None` where there is none.

    Raises `ConfigError` for a kind that is only listed.
    """
    if not subject.shown_alone:
        raise ConfigError(
            f"{subject.plural.replace('-', ' ').capitalize()} have no ids of their own.",
            f"List them: `atsdesk list {account} {subject.plural}`.",
            concerns="kind",
        )
    conditions = [f"t.{subject.key} = :identity", subject.where or "true"]
    if not deleted:
        conditions.append("t.deleted_at is null")
    found = _select(connection, account, subject, conditions, {"identity": identity}, 1)
    if not found.rows:
        return None
    row = found.rows[0]
    parts = (_part(connection, account, subject, str(row["id"]), part, deleted) for part in subject.parts)
    return Shown(subject, row, [part for part in parts if part.rows])


def tree(found: Listing) -> list[Node]:
    """The rows of a list below one another; what is above none of them, or above itself, stands at the top.

    Raises `ConfigError` for a kind that forms none.
    """
    column = found.subject.parent
    if not column:
        trees = ", ".join(one.plural for one in BY_NAME.values() if one.parent)
        raise ConfigError(f"{found.subject.plural} form no tree.", f"These do: {trees}.", concerns="tree")
    there = {row["id"] for row in found.rows}
    below: dict[Value, list[Found]] = {}
    for row in found.rows:
        below.setdefault(row[column] if row[column] in there else None, []).append(row)
    placed: set[Value] = set()

    def node(row: Found) -> Node:
        placed.add(row["id"])
        return Node(row, [node(one) for one in below.get(row["id"], ()) if one["id"] not in placed])

    roots = [node(row) for row in below.get(None, ())]
    return [*roots, *(node(row) for row in found.rows if row["id"] not in placed)]


def label(subject: Subject, row: Found) -> str:
    """What a row is called in a drop-down list."""
    return next((str(row[key]) for key in (*subject.label, "id") if row.get(key)), "")


def _filter(subject: Subject, key: str) -> Filter:
    for one in subject.filters:
        if one.key == key:
            return one
    names = ", ".join(f"--{one.key}" for one in subject.filters)
    raise ConfigError(
        f"There is no filter --{key} for {subject.plural}.",
        f"The filters are: {names}." if names else "They have no filters.",
        concerns=key,
    )


def _condition(one: Filter) -> str:
    name = one.key.replace("-", "_")
    chosen = f"from json_each(:{name}))"
    filled = one.sql.replace("{ids}", f"(select value {chosen}").replace(
        "{words}", f"(select lower(value) {chosen}"
    )
    return f"({filled.replace('{value}', f':{name}')})"


def _check_ids(connection: Connection, account: str, one: Filter, ids: Sequence[str]) -> None:
    """Raises `ConfigError` for an id that there is not, since an empty list would say something else."""
    known = connection.execute(
        f"select id from {one.of} where account_id = ? and id in (select value from json_each(?))",
        (account, json.dumps(ids)),
    )
    if missing := sorted(set(ids) - {identity for (identity,) in known}):
        raise ConfigError(
            f'{account} has no {one.key} "{", ".join(missing)}".',
            f"See `atsdesk list {account} {_subject_of(one.of).plural}`.",
            concerns=one.key,
        )


def _strange(
    connection: Connection, account: str, subject: Subject, one: Filter, words: Sequence[str]
) -> str:
    """What to say of words that no row has and that we do not know, though the ATS may; "" where there are none."""
    spelt = {
        str(word)
        for column in one.spelt
        for (word,) in connection.execute(
            f"select distinct {column} from {subject.table} t where t.account_id = ?", (account,)
        )
        if word
    }
    known = {word.lower() for word in (*spelt, *one.among)}
    strange = sorted(word for word in words if one.among and word.lower() not in known)
    there = ", ".join(dict.fromkeys((*one.among, *sorted(spelt))))
    return (
        f'No {subject.noun} has the {one.key} "{", ".join(strange)}". There are: {there}.' if strange else ""
    )


def _subject_of(table: str) -> Subject:
    return next(one for one in BY_NAME.values() if one.table == table)


def _part(
    connection: Connection, account: str, subject: Subject, identity: str, part: Part, deleted: bool
) -> Listing:
    other = BY_NAME[part.subject]
    living = [] if deleted else ["t.deleted_at is null"]
    if part.by != OWNED:
        return _select(
            connection, account, other, [f"t.{part.by} = :identity", *living], {"identity": identity}, 0
        )
    rows: list[Found] = []
    for owner, pk in _owners(connection, account, subject, identity, part):
        first, last = span(TABLES[other.table], owner, pk)
        found = _select(
            connection,
            account,
            other,
            ["t.pk between :first and :last", *living],
            {"first": first, "last": last},
            0,
        )
        rows += found.rows
    return Listing(other, rows, len(rows))


def _owners(
    connection: Connection, account: str, subject: Subject, identity: str, part: Part
) -> Iterator[tuple[str, int]]:
    """Tables and pks of the rows that may own the parts."""
    owners = TABLES[BY_NAME[part.subject].table].owners
    asked = [(subject.table, "id")] if subject.table in owners else []
    if part.through:
        asked.append((part.through, f"{subject.name}_id"))
    for table, column in asked:
        for (pk,) in connection.execute(
            f"select pk from {table} where account_id = ? and {column} = ? order by pk", (account, identity)
        ).fetchall():
            yield table, pk


def _select(
    connection: Connection,
    account: str,
    subject: Subject,
    conditions: Sequence[str],
    values: Mapping[str, Any],
    limit: int,
) -> Listing:
    cells = _cells(subject)
    source = (
        f"{subject.source or subject.table} t where t.account_id = :account and {' and '.join(conditions)}"
    )
    given = {"account": account, **values}
    found = connection.execute(
        f"select {', '.join(sql for sql, _ in cells.values())} from {source} order by {subject.order} limit :limit",
        {**given, "limit": limit or -1},
    )
    flags = [kind is Kind.BOOL for _, kind in cells.values()]
    rows = [
        {
            key: bool(value) if flag and value is not None else value
            for key, value, flag in zip(cells, row, flags, strict=True)
        }
        for row in found
    ]
    total = len(rows)
    if limit and total == limit:
        total = connection.execute(f"select count(*) from {source}", given).fetchone()[0]
    return Listing(subject, rows, total)


def _cells(subject: Subject) -> dict[str, tuple[str, Kind]]:
    """SQL and kind of each cell of a row, by key."""
    if subject.source:
        return {name: (f"t.{name}", Kind.TEXT) for name in subject.columns}
    table = TABLES[subject.table]
    cells: dict[str, tuple[str, Kind]] = {}
    for column in table.columns:
        if column.name == "account_id":
            continue
        cells[column.name] = (f"t.{column.name}", column.kind)
        name = column.name.removesuffix("_id")
        if name not in (*table.names(), *cells) and (other := named_by(subject.table, column)):
            cells[name] = (
                f"(select o.name from {other} o where o.account_id = t.account_id and o.id = t.{column.name})",
                Kind.TEXT,
            )
    return cells


def values(
    connection: Connection, account: str, table: str, wanted: str, column: str, value: str
) -> list[str]:
    """A column of the rows of a table, deleted ones too, in which another column has a value."""
    found = connection.execute(
        f"select distinct {wanted} from {table} where account_id = ? and {column} = ? and {wanted} is not null",
        (account, value),
    )
    return [str(one) for (one,) in found]


def named_by(table: str, column: Column) -> str:
    """The table of names that a column's ids are from; "" where there is none."""
    if column.kind is not Kind.ID or column.name == "id":
        return ""
    other = owner_table(table, column.name)
    return other if other in TABLES and "name" in TABLES[other].names() else ""
