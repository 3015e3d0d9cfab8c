"""What the outbox has to do with the local copy: the job somebody is sent to, whom it is about, and what a sync has met
since."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from atsdesk.store import outbox
from atsdesk.store.engine import Connection


@dataclass(frozen=True, slots=True)
class Target:
    """The job of a submission, as far as it matters to it."""

    name: str
    status: str
    deleted_at: str | None


def job(connection: Connection, account: str, job_id: str) -> Target | None:
    row = connection.execute(
        "select coalesce(name, id), coalesce(status, 'unknown'), deleted_at from jobs where account_id = ? and id = ?",
        (account, job_id),
    ).fetchone()
    return Target(*row) if row else None


def name_of(connection: Connection, account: str, candidate: str) -> str:
    """What a candidate who is here is called."""
    row = connection.execute(
        "select name from candidates where account_id = ? and id = ?", (account, candidate)
    ).fetchone()
    return str(row[0] or "") if row else ""


def confirm(
    connection: Connection, account: str, applications: Collection[str], candidates: Collection[str], at: str
) -> None:
    """A sync has met these in the ATS."""
    connection.execute(
        """
        update submissions set confirmed_at = :at
        where account_id = :account and confirmed_at is null and candidate_id is not null
          and (application_id in (select value from json_each(:applications))
            or application_id is null and sent_at is not null
              and candidate_id in (select value from json_each(:candidates)))
        """,
        {
            "account": account,
            "at": at,
            "applications": json.dumps(list(applications)),
            "candidates": json.dumps(list(candidates)),
        },
    )


def of_person(
    connection: Connection,
    account: str,
    candidate: str,
    applications: Collection[str],
    *,
    name: str,
    email: str,
    phone: str,
) -> dict[str, dict[int, str]]:
    """The pks and keys of all rows about somebody, by table: what made, or was sent to, the candidate or one of these
    applications, and what has arrived nowhere but has the same address, or the same number and name."""
    found = connection.execute(
        """
        select pk, key from submissions
        where account_id = :account and (candidate_id = :candidate
          or application_id in (select value from json_each(:applications))
          or candidate_id is null and (:email <> '' and lower(trim(email)) = lower(trim(:email))
            or :phone <> '' and phone = :phone and lower(name) = lower(:name)))
        """,
        {
            "account": account,
            "candidate": candidate,
            "applications": json.dumps(list(applications)),
            "name": name,
            "email": email,
            "phone": phone,
        },
    )
    rows: dict[str, dict[int, str]] = {"submissions": dict(found.fetchall())}
    for table in ("submission_steps", "submission_files"):
        of = connection.execute(
            f"select pk, submission_pk from {table} where submission_pk in (select value from json_each(?))",
            (json.dumps(list(rows["submissions"])),),
        )
        rows[table] = {pk: str(number) for pk, number in of}
    return rows


def issues_of(connection: Connection, account: str, numbers: Collection[int]) -> set[int]:
    """The issues about these submissions."""
    found = connection.execute(
        """
        select id from issues
        where account_id = ? and kind = ? and record_id in (select cast(value as text) from json_each(?))
        """,
        (account, outbox.ISSUE, json.dumps(list(numbers))),
    )
    return {number for (number,) in found}


def remove_all_of(connection: Connection, account: str, table: str, ids: Collection[str]) -> None:
    """All that was sent of candidates or applications, whichever `table` has, that are to be erased."""
    if table not in ("candidates", "applications"):
        return
    found = connection.execute(
        f"""
        select pk from submissions
        where account_id = ? and {table.removesuffix("s")}_id in (select value from json_each(?))
        """,
        (account, json.dumps(list(ids))),
    )
    for (number,) in found.fetchall():
        outbox.remove(connection, number)
