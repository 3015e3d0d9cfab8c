"""The sync's own books: runs, their resources, checkpoints, and issues."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from atsdesk.store.engine import Connection


@dataclass(slots=True)
class ResourceReport:
    """How the reading of one resource went; counts are of records, `waited` is in seconds."""

    resource: str
    state: str = "RUNNING"
    requests: int = 0
    received: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    rejected: int = 0
    withheld: int = 0
    waited: float = 0.0
    watermark: str | None = None
    message: str = ""


@dataclass(slots=True)
class RunReport:
    """How one sync of one account went. `message` is one sentence, with what to do where something is."""

    id: int
    account: str
    state: str
    full: bool
    started_at: str
    ended_at: str | None = None
    message: str = ""
    resources: list[ResourceReport] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How far the reading of a resource has come."""

    watermark: str | None = None
    reading: dict[str, Any] | None = None
    """The pass in progress."""
    swept_at: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a person can act on."""

    id: int
    account: str
    kind: str
    resource: str
    record_id: str
    title: str
    hint: str
    first_seen_at: str
    last_seen_at: str
    times: int
    body: str | None


def close_broken_off(connection: Connection, account: str, at: str) -> bool:
    """Close a run that a crash left open as failed; whether there was one."""
    cursor = connection.execute(
        """
        update runs set state = 'FAILED', ended_at = :at, message = 'The program ended before the sync did.'
        where account_id = :account and state = 'RUNNING'
        """,
        {"account": account, "at": at},
    )
    return int(cursor.rowcount) > 0


def begin_run(connection: Connection, account: str, full: bool, at: str) -> int:
    """Open a run."""
    cursor = connection.execute(
        "insert into runs (account_id, state, full, started_at) values (?, 'RUNNING', ?, ?)",
        (account, full, at),
    )
    return int(cursor.lastrowid)


def end_run(connection: Connection, run: RunReport) -> None:
    connection.execute(
        "update runs set state = ?, ended_at = ?, message = ?, full = ? where id = ?",
        (run.state, run.ended_at, run.message, run.full, run.id),
    )
    for report in run.resources:
        save_resource(connection, run.id, report)
    if run.state == "WAITING":
        _drop_the_wait_before(connection, run)


def _drop_the_wait_before(connection: Connection, run: RunReport) -> None:
    """Of runs that one after the other only asked whether the ATS is ready, the last tells all there is to tell."""
    before = connection.execute(
        """
        select id from runs
        where id = (select max(id) from runs where account_id = ? and id < ?) and state = 'WAITING'
          and not exists (select 1 from run_resources r where r.run_id = runs.id and r.received > 0)
        """,
        (run.account, run.id),
    ).fetchone()
    if before:
        for table in ("run_resources", "requests"):
            connection.execute(f"delete from {table} where run_id = ?", before)
        connection.execute("delete from runs where id = ?", before)


def save_resource(connection: Connection, run: int, report: ResourceReport) -> None:
    names = ResourceReport.__dataclass_fields__
    connection.execute(
        f"insert or replace into run_resources (run_id, {', '.join(names)})"
        f" values (?, {', '.join('?' * len(names))})",
        (run, *(getattr(report, name) for name in names)),
    )


def runs(connection: Connection, limit: int) -> list[RunReport]:
    """The last runs, newest first, with their resources."""
    found = connection.execute(
        "select id, account_id, state, full, started_at, ended_at, coalesce(message, '') from runs"
        " order by id desc limit ?",
        (limit,),
    )
    reports = [
        RunReport(number, account, state, bool(full), started_at, ended_at, message)
        for number, account, state, full, started_at, ended_at, message in found
    ]
    by_id = {report.id: report for report in reports}
    names = tuple(ResourceReport.__dataclass_fields__)
    for row in connection.execute(
        f"select run_id, {', '.join(names)} from run_resources"
        " where run_id in (select value from json_each(?)) order by rowid",
        (json.dumps(list(by_id)),),
    ):
        by_id[row[0]].resources.append(ResourceReport(*row[1:]))
    return reports


def last_reports(connection: Connection, account: str) -> dict[str, ResourceReport]:
    """How each list of an account was last read, by its name; runs that did not come to it say nothing."""
    names = ", ".join(f"r.{name}" for name in ResourceReport.__dataclass_fields__)
    found = connection.execute(
        f"""
        select max(r.run_id), {names} from run_resources r join runs on runs.id = r.run_id
        where runs.account_id = ? and r.state not in ('RUNNING', 'CANCELLED')
          and not (r.state = 'SKIPPED' and coalesce(r.message, '') = '')
        group by r.resource
        """,
        (account,),
    )
    return {row[1]: ResourceReport(*row[1:]) for row in found}


def checkpoint(connection: Connection, account: str, resource: str) -> Checkpoint:
    row = connection.execute(
        'select watermark, "pass", swept_at from checkpoints where account_id = ? and resource = ?',
        (account, resource),
    ).fetchone()
    return Checkpoint(row[0], _reading(row[1]), row[2]) if row else Checkpoint()


def _reading(text: str | None) -> dict[str, Any] | None:
    try:
        reading = json.loads(text or "null")
    except ValueError:
        return None
    return reading if isinstance(reading, dict) else None


def save_checkpoint(connection: Connection, account: str, resource: str, point: Checkpoint) -> None:
    connection.execute(
        "insert or replace into checkpoints values (?, ?, ?, ?, ?)",
        (
            account,
            resource,
            point.watermark,
            json.dumps(point.reading) if point.reading else None,
            point.swept_at,
        ),
    )


def demand_full(connection: Connection, account: str) -> None:
    """Let every resource of an account be read from its beginning, by whichever run comes to it first."""
    connection.execute(
        """
        update checkpoints set "pass" = null, swept_at = iif(swept_at is null, null, '1970-01-01T00:00:00Z')
        where account_id = ?
        """,
        (account,),
    )


def raise_issue(
    connection: Connection,
    account: str,
    run: int,
    at: str,
    *,
    kind: str,
    title: str,
    hint: str,
    resource: str = "",
    record_id: str = "",
    body: str | None = None,
) -> None:
    """Open an issue, or count one more time an open one about the same thing."""
    same = connection.execute(
        """
        select id from issues
        where account_id = :account and kind = :kind and resource = :resource and closed_at is null
          and case kind when 'rejected_record' then record_id = :record_id
                        when 'submission' then record_id = :record_id
                        when 'odd_value' then record_id = :record_id and title = :title
                        else title = :title end
        """,
        {"account": account, "kind": kind, "resource": resource, "record_id": record_id, "title": title},
    ).fetchone()
    if same:
        connection.execute(
            "update issues set last_seen_at = ?, times = times + 1, run_id = ?, title = ?, hint = ?, body = ?"
            " where id = ?",
            (at, run, title, hint, body, same[0]),
        )
        return
    connection.execute(
        """
        insert into issues (account_id, run_id, kind, resource, record_id, title, hint, body,
                            first_seen_at, last_seen_at, times)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
        """,
        (account, run, kind, resource, record_id, title, hint, body, at, at),
    )


def close_mended(connection: Connection, account: str, resource: str, ids: Iterable[str], at: str) -> None:
    """Records that went in are no longer set aside, nor what was odd about them."""
    connection.execute(
        """
        update issues set closed_at = :at, body = null
        where account_id = :account and resource = :resource and kind in ('rejected_record', 'odd_value')
          and closed_at is null
          and record_id in (select value from json_each(:ids))
        """,
        {"at": at, "account": account, "resource": resource, "ids": json.dumps(list(ids))},
    )


def close_about(connection: Connection, account: str, kind: str, record_id: str, at: str) -> None:
    """What one record's issues of a kind were about is over."""
    connection.execute(
        """
        update issues set closed_at = ?
        where account_id = ? and kind = ? and record_id = ? and closed_at is null
        """,
        (at, account, kind, record_id),
    )


def close_over(
    connection: Connection, account: str, resource: str, kinds: Sequence[str], run: int, at: str
) -> None:
    """What this run did not meet again is over."""
    connection.execute(
        """
        update issues set closed_at = :at
        where account_id = :account and resource = :resource and closed_at is null and run_id <> :run
          and kind in (select value from json_each(:kinds))
        """,
        {"at": at, "account": account, "resource": resource, "run": run, "kinds": json.dumps(kinds)},
    )


def open_issues(connection: Connection, account: str = "") -> list[Issue]:
    """Open issues, newest first. The same oddity on many records is told once, with one of them as the example."""
    found = connection.execute(
        """
        select min(id), account_id, kind, resource, min(record_id), title, min(hint), min(first_seen_at),
               max(last_seen_at) as seen_at, sum(times), min(body)
        from issues where closed_at is null and (:account = '' or account_id = :account)
        group by account_id, kind, resource, title, iif(kind = 'odd_value', '', id)
        order by seen_at desc, 1 desc
        """,
        {"account": account},
    )
    return [Issue(*row) for row in found]


def close_issue(connection: Connection, issue: int, at: str) -> None:
    """Close an issue as `open_issues` tells it."""
    connection.execute(
        """
        update issues set closed_at = :at
        where closed_at is null and (id = :issue or kind = 'odd_value' and (account_id, resource, title) in (
          select account_id, resource, title from issues where id = :issue and kind = 'odd_value'
        ))
        """,
        {"issue": issue, "at": at},
    )
