"""What has to be there before rows come: schema, tables, columns, and the right to an account's rows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from atsdesk.errors import BusyError, ConfigError
from atsdesk.export.cell import As
from atsdesk.export.publish.difference import ACCOUNT, ROW, Plan, desk_of
from atsdesk.export.publish.target import Target
from atsdesk.store.published import Publication

_TYPES = {
    As.TEXT: "text",
    As.WHOLE: "bigint",
    As.DECIMAL: "double precision",
    As.BOOL: "boolean",
    As.TIME: "timestamp with time zone",
    As.DAY: "date",
    As.LOCAL_DAY: "date",
}
LONGEST_NAME = 63
"""Bytes of a column's name; the database would cut longer ones in silence."""
BOOKS = "atsdesk_accounts"
"""One row an account: who publishes it, and when it was synced and published. It is also for reports to show."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What was found, and is ready now."""

    schema: str
    token: str
    """Of the last publish of this publication; blank where it is not known there."""
    incomplete: frozenset[str]
    """Tables that have just been made or given a column, so that all their rows have to be sent."""
    others: frozenset[str]
    """Tables of the schema that are published no more, in which there may be rows."""
    others_in: Mapping[str, Sequence[str]]
    """Columns of our tables that are published no more, or only by others."""
    claimed: frozenset[str]
    """Accounts whose rows are this publication's, and what stands for the account in rows of the desk."""

    def table(self, name: str) -> str:
        return f'"{self.schema}".{quoted(name)}'


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def kind(cell: As) -> str:
    return _TYPES[cell]


def one_at_a_time(connection: Any, publication: Publication) -> None:
    """Raises `BusyError` where another process is publishing the same; until the connection ends."""
    (got,) = connection.execute(
        "select pg_try_advisory_lock(hashtextextended(%s, 0))", (f"atsdesk {publication.id}",)
    ).fetchone()
    if not got:
        raise BusyError(
            "This is being published by another window or command.",
            "Wait until it has ended.",
            concerns="publish",
        )


def alone_in(connection: Any, schema: str) -> None:
    """No two publish to a schema at once; until the transaction ends."""
    connection.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", (f"atsdesk schema {schema}",))


def prepare(
    connection: Any,
    target: Target,
    publication: Publication,
    plans: Sequence[Plan],
    accounts: Sequence[str],
    *,
    take_over: bool,
) -> Ground:
    """See to it in one short transaction. Nothing that is there is taken away or changed.

    Raises `ConfigError` where another desk publishes one of the accounts, or a column is of another type.
    """
    with connection.transaction():
        alone_in(connection, target.schema)
        _make_schema(connection, target)
        there = _columns(connection, target.schema)
        incomplete = {one.name for one in plans if _make_table(connection, target, one, there.get(one.name))}
        books = f'"{target.schema}".{BOOKS}'
        if BOOKS not in there:
            connection.execute(
                f"create table {books} (account_id text primary key, publication text not null, token text not null,"
                " last_sync_at_utc timestamptz, published_at_utc timestamptz)"
            )
        _claim(connection, books, publication, accounts, take_over=take_over)
        mine = connection.execute(
            f"select account_id, token from {books} where publication = %s", (publication.id,)
        ).fetchall()
    tokens = {token for _, token in mine}
    ours = {name for name, columns in there.items() if ROW in columns and ACCOUNT in columns}
    return Ground(
        target.schema,
        tokens.pop() if len(tokens) == 1 else "",
        frozenset(incomplete),
        frozenset(ours - {one.name for one in plans}),
        {one.name: sorted(there.get(one.name, {}).keys() - one.types.keys()) for one in plans},
        frozenset((*(account for account, _ in mine), desk_of(publication))),
    )


def _make_schema(connection: Any, target: Target) -> None:
    (there,) = connection.execute(
        "select exists (select from pg_namespace where nspname = %s)", (target.schema,)
    ).fetchone()
    if not there:
        connection.execute(f'create schema "{target.schema}"')


def _columns(connection: Any, schema: str) -> dict[str, dict[str, str]]:
    """The types of the columns of the tables that are there."""
    found: dict[str, dict[str, str]] = {}
    for table, column, type_ in connection.execute(
        "select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) from pg_attribute a"
        " join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace"
        " where n.nspname = %s and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped",
        (schema,),
    ):
        found.setdefault(table, {})[column] = type_
    return found


def _make_table(connection: Any, target: Target, plan: Plan, there: Mapping[str, str] | None) -> bool:
    """Whether there was something to make."""
    name = f'"{target.schema}".{quoted(plan.name)}'
    wanted = {column.name: kind(column.cell) for column in plan.columns}
    for column in wanted:
        if len(column.encode()) > LONGEST_NAME:
            raise ConfigError(
                f"The column {column} of {plan.name} has too long a name for the database.",
                "Leave it out: make a profile with the columns you need.",
                concerns=plan.name,
            )
    if there is None:
        columns = ", ".join(f"{quoted(column)} {type_}" for column, type_ in wanted.items())
        connection.execute(f"create table {name} ({columns}, primary key ({ACCOUNT}, {ROW}))")
    for column, type_ in wanted.items() if there is not None else ():
        now = there.get(column) if there else None
        if now is None:
            connection.execute(f"alter table {name} add column {quoted(column)} {type_}")
        elif now != type_:
            raise ConfigError(
                f"The column {column} of {plan.name} is {now} in {target.name}, and would have to be {type_}.",
                "Rename it there, or publish to another schema (?schema=...).",
                concerns=plan.name,
            )
    if there is not None and there.keys() >= wanted.keys():
        return False
    connection.execute(f"comment on table {name} is {_literal(plan.sheet.meaning)}")
    for one in plan.columns:
        connection.execute(f"comment on column {name}.{quoted(one.name)} is {_literal(one.meaning)}")
    return True


def _literal(text: str) -> str:
    return "E'" + re.sub(r"([\\'])", r"\\\1", text) + "'"


def _claim(
    connection: Any, books: str, publication: Publication, accounts: Sequence[str], *, take_over: bool
) -> None:
    """Make the accounts this publication's; those that it publishes no more stay so until their rows are gone."""
    foreign = connection.execute(
        f"select account_id, published_at_utc from {books} where publication <> %s and account_id = any(%s)"
        " order by account_id",
        (publication.id, list(accounts)),
    ).fetchall()
    if foreign and not take_over:
        account, at = foreign[0]
        last = f", last on {at:%Y-%m-%d}" if at else ""
        raise ConfigError(
            f"{account} is published there by another data folder{last}.",
            "Publish to another schema (?schema=...), or take the account over: `atsdesk publish --take-over`. Its rows"
            " there are then replaced by yours.",
            concerns=account,
        )
    for account in accounts:
        connection.execute(
            f"insert into {books} (account_id, publication, token) values (%s, %s, '')"
            " on conflict (account_id) do update set publication = excluded.publication, token = ''"
            f" where {BOOKS}.publication <> excluded.publication",
            (account, publication.id),
        )
