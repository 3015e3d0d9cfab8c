"""The jobs that were chosen: who chose them, when and why, and what became of them since."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from atsdesk.errors import ConfigError
from atsdesk.store.engine import Connection
from atsdesk.store.openness import MAY, OPENNESS, lost, openness

Key = tuple[str, str]
"""Account and id of a job."""
EXPOSED, HIDDEN, CLOSED, REOPENED = "exposed", "hidden", "closed", "reopened"
FLAGGED = (CLOSED, REOPENED)
"""What a person is told of until they take note of it."""


LISTED = "(j.deleted_at is null and j.is_template is not 1 or e.job_id is not null)"
"""Which jobs `j` are shown: templates are patterns, not jobs; a chosen job that is gone does not go without a word."""
ALERT = """(select kind from exposure_events v
  where v.account_id = j.account_id and v.job_id = j.id and v.acknowledged_at is null
    and v.kind in ('closed', 'reopened') order by v.id desc limit 1)"""


@dataclass(frozen=True, slots=True)
class Choosable:
    """A job and the choice of it; `openness` is how it is now, and `alert` what is still to be taken note of."""

    account: str
    job: str
    name: str
    code: str | None
    department: str | None
    location: str | None
    recruiter: str | None
    status: str | None
    status_raw: str | None
    openness: str
    exposed_at: str | None
    """Blank where it is not chosen."""
    exposed_by: str | None
    why: str | None
    alert: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a chosen job."""

    id: int
    account: str
    job: str
    name: str
    code: str | None
    status_raw: str | None
    kind: str
    openness: str
    happened_at: str
    done_by: str | None
    why: str | None
    acknowledged_at: str | None
    acknowledged_by: str | None

    @property
    def reason(self) -> str:
        """What happened, in a sentence."""
        return "It is open again." if self.kind == REOPENED else OPENNESS[self.openness]


@dataclass(frozen=True, slots=True)
class Act:
    """Who does something, when and why."""

    by: str
    at: str
    why: str = ""


@dataclass(slots=True)
class Done:
    """What an act did. `batch` undoes it; 0 where nothing was done."""

    batch: int = 0
    changed: list[Key] = field(default_factory=list)
    as_before: list[Key] = field(default_factory=list)
    refused: dict[Key, str] = field(default_factory=dict)
    """By job: why not, in a sentence."""
    names: dict[Key, str] = field(default_factory=dict)
    """Titles of those that were refused."""


def expose(connection: Connection, keys: Iterable[Key], act: Act) -> Done:
    """Choose jobs; those that take no candidates are refused, each with its reason."""
    done, asked = Done(), list(dict.fromkeys(keys))
    standing, names = _standing(connection, asked)
    chosen = _chosen(connection, asked)
    for key in asked:
        if key in chosen:
            done.as_before.append(key)
        elif key not in standing:
            done.refused[key] = "There is no such job."
        elif lost(standing[key]):
            done.refused[key], done.names[key] = OPENNESS[standing[key]], names[key]
        else:
            _choose(connection, key, act, standing[key])
            _note(connection, done, key, EXPOSED, standing[key], act)
    return done


def hide(connection: Connection, keys: Iterable[Key], act: Act) -> Done:
    """Give jobs up; what was still to be noticed of them is noticed thereby."""
    done, asked = Done(), list(dict.fromkeys(keys))
    chosen, (standing, _) = _chosen(connection, asked), _standing(connection, asked)
    for key in asked:
        if key in chosen:
            _give_up(connection, key)
            _note(connection, done, key, HIDDEN, chosen[key], act)
        elif key in standing:
            done.as_before.append(key)
        else:
            done.refused[key] = "There is no such job."
    acknowledge(connection, done.changed, act)
    return done


def undo(connection: Connection, batch: int, act: Act) -> Done:
    """Take an act back, where nothing was done to the job since; what is undone can be undone in turn."""
    done = Done()
    found = connection.execute(
        """
        select account_id, job_id, kind, openness from exposure_events v
        where batch = :batch and kind in ('exposed', 'hidden') and id = (
          select max(o.id) from exposure_events o
          where o.account_id = v.account_id and o.job_id = v.job_id and o.kind in ('exposed', 'hidden')
        )
        order by id
        """,
        {"batch": batch},
    ).fetchall()
    for account, job, kind, was in found:
        key = (account, job)
        if kind == EXPOSED:
            _give_up(connection, key)
            _note(connection, done, key, HIDDEN, was, act)
        else:
            _choose(connection, key, _first_act(connection, key) or act, was)
            _note(connection, done, key, EXPOSED, was, act)
    acknowledge(connection, done.changed, act)
    for account in {account for account, *_ in found}:
        watch(connection, account, None, act.at)
    return done


def watch(connection: Connection, account: str, run: int | None, at: str) -> int:
    """Note what became of the chosen jobs of an account since they were looked at last; how many a person is told of.

    It compares states, so that what a run that broke off did not come to note is noted by the next one.
    """
    found = connection.execute(
        f"""
        select e.job_id, e.openness, {openness("j")} now
        from exposures e join jobs j on j.account_id = e.account_id and j.id = e.job_id
        where e.account_id = ? and now is not e.openness
        """,
        (account,),
    ).fetchall()
    told = 0
    for job, before, now in found:
        connection.execute(
            "update exposures set openness = ? where account_id = ? and job_id = ?", (now, account, job)
        )
        kind = CLOSED if lost(now) else REOPENED if lost(before) else ""
        if kind:
            told += 1
            connection.execute(
                """
                insert into exposure_events (account_id, job_id, kind, openness, happened_at, run_id)
                values (?, ?, ?, ?, ?, ?)
                """,
                (account, job, kind, now, at, run),
            )
    return told


def acknowledge(connection: Connection, keys: Collection[Key], act: Act) -> int:
    """Take note of all that jobs are flagged for; how many of them were."""
    noted = 0
    for account, job in keys:
        cursor = connection.execute(
            """
            update exposure_events set acknowledged_at = ?, acknowledged_by = ?
            where account_id = ? and job_id = ? and acknowledged_at is null and kind in ('closed', 'reopened')
            """,
            (act.at, act.by, account, job),
        )
        noted += cursor.rowcount > 0
    return noted


def closed(connection: Connection, account: str, job: str) -> ConfigError | None:
    """Why a job takes no candidates: with the ATS's word, and the day on which that was seen of a chosen one."""
    row = connection.execute(
        f"""
        select coalesce(j.name, j.id), {openness("j")}, j.status_raw,
          (select max(v.happened_at) from exposure_events v
           where v.account_id = j.account_id and v.job_id = j.id and v.kind = 'closed')
        from jobs j where j.account_id = ? and j.id = ?
        """,
        (account, job),
    ).fetchone()
    if row is None:
        return ConfigError(
            f'{account} has no job "{job}" here.',
            f"Check the id, or sync first: `atsdesk sync {account}`.",
            concerns="job_id",
        )
    name, now, word, since = row
    if not lost(now):
        return None
    said = f" The ATS's word: {word}." if word and now != "deleted" else ""
    seen = f" Seen on {since[:10]}." if since else ""
    return ConfigError(
        f'"{name}" takes no candidates. {OPENNESS[now]}{said}{seen}',
        f"Choose one that is open, or sync if it was opened: `atsdesk sync {account}`.",
        concerns="job_id",
    )


def refusal(connection: Connection, account: str, job: str) -> ConfigError | None:
    """Why nobody may be submitted to a job: it takes no candidates, or nobody chose to work on it."""
    if found := closed(connection, account, job):
        return found
    if _chosen(connection, [(account, job)]):
        return None
    return ConfigError(
        f'The job "{job}" of {account} is not exposed.',
        f"Tick it in the Jobs tab, or use `atsdesk jobs expose {account} {job}`.",
        concerns="job_id",
    )


def jobs(connection: Connection, account: str = "", *, exposed: bool = False) -> list[Choosable]:
    """The jobs that can be chosen or are, or those that are `exposed` only; by account and name."""
    wanted = "e.job_id is not null" if exposed else LISTED
    found = connection.execute(
        f"""
        select j.account_id, j.id, coalesce(j.name, j.id), j.code, j.department, j.location, j.recruiter,
          j.status, j.status_raw, {openness("j")}, e.exposed_at, e.exposed_by, e.why, {ALERT}
        from jobs j left join exposures e on e.account_id = j.account_id and e.job_id = j.id
        where (:account = '' or j.account_id = :account) and {wanted}
        order by 1, 3, 2
        """,
        {"account": account},
    )
    return [Choosable(*row) for row in found]


_EVENTS = """
    select v.id, v.account_id, v.job_id, coalesce(j.name, v.job_id), j.code, j.status_raw, v.kind, v.openness,
      v.happened_at, v.done_by, v.why, v.acknowledged_at, v.acknowledged_by
    from exposure_events v left join jobs j on j.account_id = v.account_id and j.id = v.job_id
"""


def alerts(connection: Connection, account: str = "") -> list[Event]:
    """What is still to be taken note of, the newest first: of each job, what happened last."""
    found = connection.execute(
        f"""
        {_EVENTS}
        where v.id in (
          select max(id) from exposure_events
          where acknowledged_at is null and kind in ('closed', 'reopened') group by account_id, job_id
        ) and (:account = '' or v.account_id = :account)
        order by v.id desc
        """,
        {"account": account},
    )
    return [Event(*row) for row in found]


def history(connection: Connection, account: str, job: str = "") -> list[Event]:
    """All that happened to a job, or to the jobs of an account, the newest first."""
    found = connection.execute(
        f"""
        {_EVENTS} where (:account = '' or v.account_id = :account) and (:job = '' or v.job_id = :job)
        order by v.id desc
        """,
        {"account": account, "job": job},
    )
    return [Event(*row) for row in found]


def like(
    connection: Connection, account: str, *, department: str = "", location: str = "", recruiter: str = ""
) -> list[Key]:
    """The jobs of an account that take candidates and are in a department, at a location, or a recruiter's."""
    found = connection.execute(
        f"""
        select account_id, id from jobs j
        where account_id = :account and {openness("j")} in ({", ".join(f"'{word}'" for word in MAY)})
          and (:department = '' or department = :department collate nocase)
          and (:location = '' or :location collate nocase in (location, city, country))
          and (:recruiter = '' or recruiter = :recruiter collate nocase)
        order by name, id
        """,
        {"account": account, "department": department, "location": location, "recruiter": recruiter},
    )
    return [(account_id, job) for account_id, job in found]


def _standing(connection: Connection, keys: Sequence[Key]) -> tuple[dict[Key, str], dict[Key, str]]:
    """How these jobs stand, and what they are called."""
    found = connection.execute(
        f"""
        select j.account_id, j.id, {openness("j")}, coalesce(j.name, j.id) from json_each(?) k
        join jobs j on j.account_id = k.value ->> 0 and j.id = k.value ->> 1
        """,
        (json.dumps(keys),),
    ).fetchall()
    return (
        {(account, job): word for account, job, word, _ in found},
        {(account, job): name for account, job, _, name in found},
    )


def _chosen(connection: Connection, keys: Sequence[Key]) -> dict[Key, str]:
    """Those of these jobs that are chosen, and how they stood when looked at last."""
    found = connection.execute(
        """
        select e.account_id, e.job_id, e.openness from json_each(?) k
        join exposures e on e.account_id = k.value ->> 0 and e.job_id = k.value ->> 1
        """,
        (json.dumps(keys),),
    )
    return {(account, job): word for account, job, word in found}


def _choose(connection: Connection, key: Key, act: Act, standing: str) -> None:
    connection.execute(
        "insert into exposures (account_id, job_id, exposed_at, exposed_by, why, openness) values (?, ?, ?, ?, ?, ?)",
        (*key, act.at, act.by, act.why or None, standing),
    )


def _give_up(connection: Connection, key: Key) -> None:
    connection.execute("delete from exposures where account_id = ? and job_id = ?", key)


def _first_act(connection: Connection, key: Key) -> Act | None:
    """Who chose a job last, when and why."""
    row = connection.execute(
        """
        select done_by, happened_at, why from exposure_events
        where account_id = ? and job_id = ? and kind = 'exposed' order by id desc limit 1
        """,
        key,
    ).fetchone()
    return Act(row[0] or "", row[1], row[2] or "") if row else None


def _note(connection: Connection, done: Done, key: Key, kind: str, standing: str, act: Act) -> None:
    cursor = connection.execute(
        """
        insert into exposure_events (account_id, job_id, kind, openness, happened_at, done_by, why, batch)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (*key, kind, standing, act.at, act.by, act.why or None, done.batch or None),
    )
    if not done.batch:
        done.batch = int(cursor.lastrowid)
        connection.execute("update exposure_events set batch = id where id = ?", (done.batch,))
    done.changed.append(key)
