"""What a form offers of the local copy: rows to choose among, custom fields, and the record of a job."""

from collections.abc import Mapping
from dataclasses import dataclass

from atsdesk.rows import Value
from atsdesk.store.engine import Connection
from atsdesk.store.openness import MAY, openness
from atsdesk.store.tables import TABLES

MOST = 20_000


@dataclass(frozen=True, slots=True)
class CustomField:
    """A field that a company added to its ATS, as a form needs it."""

    id: str
    key: str
    name: str
    type: str
    required: bool
    description: str
    options: tuple[tuple[str, str], ...]
    """Ids and labels of its choices."""


def rows(
    connection: Connection,
    account: str,
    table: str,
    value: str,
    label: str,
    where: Mapping[str, Value],
    by: Mapping[str, Value],
    of_field: str = "",
) -> list[tuple[str, str]]:
    """Values and labels of an account's rows, by label. A blank cell meets `where` too, and never `by`."""
    declared = TABLES[table].names()
    unknown = {value, label, *where, *by} - set(declared)
    assert not unknown, f"{table} has no {unknown}"
    conditions = [f"({name} is null or {name} = :w_{name})" for name in where]
    conditions += [f"{name} = :b_{name}" for name in by]
    if of_field:
        conditions.append(
            "field_id in (select id from custom_fields where account_id = :account and key = :field)"
        )
    found = connection.execute(
        f"""
        select distinct {value}, coalesce({label}, {value}) from {table}
        where account_id = :account and deleted_at is null and {value} is not null
          {"".join(f" and {condition}" for condition in conditions)}
        order by 2 collate nocase, 1 limit {MOST}
        """,
        {"account": account, "field": of_field}
        | {f"w_{name}": one for name, one in where.items()}
        | {f"b_{name}": one for name, one in by.items()},
    )
    return [(str(one), str(name)) for one, name in found]


def custom_fields(connection: Connection, account: str, applies_to: str) -> list[CustomField]:
    """The fields that a company added to a table and still uses, in its order."""
    found = connection.execute(
        """
        select id, coalesce(key, id), coalesce(name, key, id), coalesce(type, ''), coalesce(is_required, 0),
               coalesce(description, '')
        from custom_fields
        where account_id = ? and applies_to = ? and deleted_at is null and coalesce(is_active, 1)
        order by position is null, position, 3 collate nocase
        """,
        (account, applies_to),
    )
    return [
        CustomField(
            identity, key, name, kind, bool(required), description, _options(connection, account, identity)
        )
        for identity, key, name, kind, required, description in found.fetchall()
    ]


def _options(connection: Connection, account: str, field: str) -> tuple[tuple[str, str], ...]:
    found = connection.execute(
        """
        select id, coalesce(name, id) from custom_options
        where account_id = ? and field_id = ? and deleted_at is null and coalesce(is_active, 1)
        order by position is null, position, 2 collate nocase
        """,
        (account, field),
    )
    return tuple((str(identity), str(name)) for identity, name in found)


def job_record(connection: Connection, account: str, job_id: str) -> bytes:
    """A job as the ATS sent it; b"" where there is none."""
    row = connection.execute(
        """
        select body from records
        where account_id = ? and resource = 'jobs' and id = ? and deleted_at is null and body is not null
        """,
        (account, job_id),
    ).fetchone()
    return str(row[0]).encode() if row else b""


def has_candidate(connection: Connection, account: str, identity: str) -> bool:
    """Whether an account has such a candidate."""
    found = connection.execute(
        "select 1 from candidates where account_id = ? and id = ? and deleted_at is null", (account, identity)
    )
    return found.fetchone() is not None


@dataclass(frozen=True, slots=True)
class Job:
    """A job to send somebody to; `lacks` is the word for what is in the way, "" for nothing."""

    id: str
    name: str
    code: str
    place: str
    lacks: str


def jobs(connection: Connection, account: str) -> list[Job]:
    """The jobs of an account, first those that take candidates: exposed and not lost; patterns for jobs are none."""
    found = connection.execute(
        f"""
        select j.id, coalesce(j.name, j.id), coalesce(j.code, ''), coalesce(j.location, j.city, ''),
          case
            when {openness("j")} not in ({", ".join(f"'{word}'" for word in MAY)}) then {openness("j")}
            when e.job_id is null then 'not_exposed' else ''
          end as lacks
        from jobs j left join exposures e on e.account_id = j.account_id and e.job_id = j.id
        where j.account_id = ? and j.deleted_at is null and not coalesce(j.is_template, 0)
        order by lacks not in ('', 'not_exposed'), lacks, 2 collate nocase, 1 limit {MOST}
        """,
        (account,),
    )
    return [Job(*row) for row in found]


def jobs_named(connection: Connection, account: str, text: str) -> list[str]:
    """Ids of the jobs with this id; else with this code; else with this name."""
    for column in ("id", "code", "name"):
        found = connection.execute(
            f"""
            select id from jobs
            where account_id = ? and lower({column}) = lower(?) and deleted_at is null order by pk limit 20
            """,
            (account, text.strip()),
        )
        if ids := [str(identity) for (identity,) in found]:
            return ids
    return []
