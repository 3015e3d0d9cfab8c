"""How long a step may take before it counts as stuck: a usual limit, limits by stage, and by stage of one job."""

from collections.abc import Sequence
from dataclasses import dataclass

from atsdesk.errors import ConfigError
from atsdesk.store.engine import Connection
from atsdesk.store.file import Store

USUAL_DAYS = 14.0
"""The limit until a person says otherwise."""
MOST_DAYS = 3650.0
LIMIT = f"""coalesce(
  (select days from stage_limits
    where account_id = a.account_id and job_id = a.job_id and stage = s.name collate nocase),
  (select days from stage_limits where account_id = '' and stage = s.name collate nocase),
  (select days from stage_limits where account_id = '' and stage = ''),
  {USUAL_DAYS})"""
"""SQL for the limit in days of step `s` of application `a`."""


@dataclass(frozen=True, slots=True)
class StageLimit:
    """Days that a stage may take, of one job or of all. Where `stage` is blank it is the limit of all others."""

    stage: str
    days: float
    account: str = ""
    job_id: str = ""
    job: str = ""
    """The job's name, where it is known."""


@dataclass(frozen=True, slots=True)
class LimitedJob:
    """A job that limits can be set for."""

    account: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Limits:
    """All limits there are, and what others could be set for."""

    usual: float
    kept: Sequence[StageLimit]
    stages: Sequence[str]
    jobs: Sequence[LimitedJob]


class StageLimits:
    """The limits of one open data folder."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> Limits:
        """The limits by stage and job, with the stages and open jobs that there are."""
        with self._store.read() as connection:
            kept = _kept(connection)
            return Limits(
                next((one.days for one in kept if not one.stage), USUAL_DAYS),
                [one for one in kept if one.stage],
                [name for (name,) in connection.execute(_STAGES)],
                [LimitedJob(*row) for row in connection.execute(_JOBS)],
            )

    def keep(self, usual: float, limits: Sequence[StageLimit]) -> None:
        """Put these limits in place of all there were; the last of two for the same stage counts."""
        known = {(one.account, one.job_id, one.stage.casefold()): one for one in limits}
        rows = [("", "", "", usual)]
        rows += [(one.account, one.job_id, one.stage, one.days) for one in known.values() if one.stage]
        for *_, stage, days in rows:
            if not 0 < days <= MOST_DAYS:
                raise ConfigError(
                    "A limit is a number of days.", "Give one from 1 day to ten years.", concerns=str(stage)
                )

        def work(connection: Connection) -> None:
            connection.execute("delete from stage_limits")
            connection.executemany(
                "insert into stage_limits (account_id, job_id, stage, days) values (?, ?, ?, ?)", rows
            )

        self._store.write(work)


_STAGES = """
select name from (
  select name from stages where deleted_at is null and is_active is not 0
  union
  select name from steps where state = 'current' and deleted_at is null
) where name <> '' order by name collate nocase"""
_JOBS = """
select account_id, id, coalesce(name, id) from jobs
where deleted_at is null and status = 'open' and is_template is not 1 order by name collate nocase"""


def _kept(connection: Connection) -> list[StageLimit]:
    found = connection.execute("""
        select l.stage, l.days, l.account_id, l.job_id, coalesce(j.name, l.job_id)
        from stage_limits l left join jobs j on j.account_id = l.account_id and j.id = l.job_id
        order by l.stage collate nocase, l.job_id <> '', j.name collate nocase""")
    return [StageLimit(*row) for row in found]
