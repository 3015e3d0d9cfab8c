"""Everything known of one job, as its panel shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from atsdesk.rows import Value
from atsdesk.store import detail, exposures, own_jobs
from atsdesk.store.detail import HistoryEntry
from atsdesk.store.engine import Connection
from atsdesk.store.exposures import Event
from atsdesk.store.openness import openness
from atsdesk.store.own_jobs import OwnJobRow
from atsdesk.store.tables import JOBS


@dataclass(frozen=True, slots=True)
class StageCount:
    """A stage of a job and how many applications are in it now."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Opening:
    """One seat; `is_open` is `None` where the ATS does not say."""

    name: str | None
    is_open: bool | None
    opened_at: str | None
    closed_at: str | None
    hired: str | None
    """The name of whoever was hired for it."""


@dataclass(frozen=True, slots=True)
class JobDetail:
    """A job; `fields` are the columns of the jobs table by name, `history` has the newest first."""

    account: str
    id: str
    fields: Mapping[str, Value]
    by_status: Mapping[str, int]
    """Applications by status."""
    stages: Sequence[StageCount]
    """In the order of the pipeline: those of active applications."""
    team: Sequence[tuple[str, str]]
    """Role and name."""
    openings: Sequence[Opening]
    custom: Sequence[tuple[str, str]]
    history: Sequence[HistoryEntry]
    record: str
    openness: str
    """Whether it takes candidates, or why it does not."""
    own: Sequence[OwnJobRow]
    """Own jobs that it is."""
    events: Sequence[Event]
    """What happened to the choice of it, the newest first."""


def job(connection: Connection, account: str, identity: str) -> JobDetail | None:
    """The job with its team, seats and pipeline; `None` where there is none."""
    names = JOBS.names()
    row = connection.execute(
        f"select pk, {openness('j')}, {', '.join(names)} from jobs j where account_id = ? and id = ?",
        (account, identity),
    ).fetchone()
    if row is None:
        return None
    of = (account, identity)
    by_status = connection.execute(
        "select status, count(*) from applications where account_id = ? and job_id = ? and deleted_at is null"
        " group by status order by 2 desc",
        of,
    ).fetchall()
    team = connection.execute(
        "select role, name from hiring_team where account_id = ? and job_id = ? and deleted_at is null"
        " and name is not null order by role, is_responsible desc, name",
        of,
    ).fetchall()
    return JobDetail(
        account,
        identity,
        dict(zip(names, row[2:], strict=True)),
        dict(by_status),
        _stages(connection, account, identity),
        [(role or "", name) for role, name in team],
        _openings(connection, account, identity),
        detail.custom(connection, account, (("jobs", row[0]),)),
        detail.history_of_row(connection, account, "jobs", identity),
        detail.record_of(connection, account, ("job_details", "jobs", "positions"), identity),
        row[1],
        own_jobs.linked_with(connection, (account, identity)),
        exposures.history(connection, account, identity),
    )


def _stages(connection: Connection, account: str, identity: str) -> list[StageCount]:
    """The job's own stages, empty ones included, and others in which somebody is; by their place."""
    found = connection.execute(
        """
        select coalesce(s.name, n.stage, n.stage_id) name, coalesce(n.count, 0)
        from (
          select id, name, position from stages
          where account_id = :account and job_id = :job and deleted_at is null and coalesce(is_active, 1)
        ) s
        full join (
          select stage_id, max(stage) stage, count(*) count from applications
          where account_id = :account and job_id = :job and status = 'active' and deleted_at is null
            and stage_id is not null
          group by stage_id
        ) n on n.stage_id = s.id
        left join stages other on other.account_id = :account and other.id = n.stage_id and s.id is null
        order by coalesce(s.position, other.position) nulls last, name
        """,
        {"account": account, "job": identity},
    )
    return [StageCount(name, count) for name, count in found]


def _openings(connection: Connection, account: str, identity: str) -> list[Opening]:
    found = connection.execute(
        """
        select coalesce(o.name, o.code), o.is_open, o.opened_at, o.closed_at, c.name
        from openings o
        left join applications a on a.account_id = o.account_id and a.id = o.hired_application_id
        left join candidates c on c.account_id = a.account_id and c.id = a.candidate_id and c.deleted_at is null
        where o.account_id = ? and o.job_id = ? and o.deleted_at is null
        order by o.is_open desc, coalesce(o.closed_at, o.opened_at) desc, o.id
        """,
        (account, identity),
    )
    return [
        Opening(name, None if is_open is None else bool(is_open), opened_at, closed_at, hired)
        for name, is_open, opened_at, closed_at, hired in found
    ]
