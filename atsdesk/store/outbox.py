"""The outbox as it lies in the file: submissions, their steps and files, each change of state committed by itself."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from atsdesk.store import ledger
from atsdesk.store.engine import Connection

QUEUED, SENDING, SENT, UNKNOWN = "queued", "sending", "sent", "unknown"
FAILED, NEEDS_DECISION, CANCELLED, LEFT_OUT = "failed", "needs_decision", "cancelled", "left_out"
ISSUE = "submission"
"""The kind of the issues about submissions."""
NO_RUN = 0
DUE = (UNKNOWN, SENDING, QUEUED)
"""States in which there is something to do for the program, the most pressing first."""
OVER = (SENT, CANCELLED)
"""States in which nothing is to be done any more."""
DONE = (SENT, LEFT_OUT)
"""States of a step after which the next one comes."""


@dataclass(frozen=True, slots=True)
class SubmittedFile:
    """One file of a submission, without its bytes."""

    kind: str
    name: str
    media_type: str
    size: int
    hash: str
    question: str


@dataclass(frozen=True, slots=True)
class SubmissionStep:
    """One request of a submission, and what came of it."""

    pk: int
    name: str
    part: int
    label: str
    state: str
    before: tuple[str, ...] | None
    tries: int
    began_at: str
    ended_at: str
    made_id: str
    status: int
    answer: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Submission:
    """One candidate on the way into an ATS."""

    number: int
    account: str
    key: str
    state: str
    job_id: str
    job: str
    name: str
    email: str
    phone: str
    draft: str
    question: str
    found: tuple[Mapping[str, Any], ...]
    title: str
    hint: str
    field: str
    candidate_id: str
    application_id: str
    created_at: str
    changed_at: str
    sent_at: str
    confirmed_at: str
    """When a sync met it in the ATS; until then it is here by what was sent."""
    steps: tuple[SubmissionStep, ...] = ()
    files: tuple[SubmittedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file on its way into the outbox."""

    kind: str
    name: str
    media_type: str
    hash: bytes
    content: bytes
    question: str = ""


@dataclass(frozen=True, slots=True)
class NewStep:
    name: str
    part: int
    label: str


_SUBMISSION = """
    select s.pk, s.account_id, s.key, s.state, s.job_id, coalesce(j.name, ''), s.name, s.email, s.phone, s.draft,
           coalesce(s.question, ''), coalesce(s.found, '[]'), coalesce(s.title, ''), coalesce(s.hint, ''),
           coalesce(s.field, ''), coalesce(s.candidate_id, ''), coalesce(s.application_id, ''), s.created_at,
           s.changed_at, coalesce(s.sent_at, ''), coalesce(s.confirmed_at, '')
    from submissions s left join jobs j on j.account_id = s.account_id and j.id = s.job_id
"""


def add(
    connection: Connection,
    values: Mapping[str, str | bytes],
    steps: Sequence[NewStep],
    files: Sequence[NewFile],
    at: str,
) -> int:
    """Put a submission into the outbox; its number."""
    row = {**values, "state": QUEUED, "created_at": at, "changed_at": at}
    names = ", ".join(row)
    cursor = connection.execute(
        f"insert into submissions ({names}) values ({', '.join(f':{name}' for name in row)})", row
    )
    number = int(cursor.lastrowid)
    account = str(values["account_id"])
    connection.executemany(
        """
        insert into submission_steps (account_id, submission_pk, place, name, part, label, state, tries)
        values (?, ?, ?, ?, ?, ?, 'queued', 0)
        """,
        [(account, number, place, one.name, one.part, one.label) for place, one in enumerate(steps, 1)],
    )
    connection.executemany(
        """
        insert into submission_files
          (account_id, submission_pk, place, kind, name, media_type, size, hash, content, question)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
            (
                account,
                number,
                place,
                one.kind,
                one.name,
                one.media_type,
                len(one.content),
                one.hash,
                one.content,
                one.question,
            )
            for place, one in enumerate(files)
        ],
    )
    return number


def twin(connection: Connection, account: str, fingerprint: bytes) -> int | None:
    """The submission that sends the same and was not called off."""
    row = connection.execute(
        """
        select pk from submissions where account_id = ? and fingerprint = ? and state <> 'cancelled'
        order by pk desc limit 1
        """,
        (account, fingerprint),
    ).fetchone()
    return int(row[0]) if row else None


def one(connection: Connection, number: int) -> Submission | None:
    """A submission with its steps and files."""
    row = connection.execute(f"{_SUBMISSION} where s.pk = ?", (number,)).fetchone()
    return _submission(connection, row) if row else None


def all_of(
    connection: Connection, account: str = "", words: Sequence[str] = (), limit: int = 0
) -> list[Submission]:
    """Submissions, the newest first; those of all accounts where none is named. Each word has to be somewhere in what
    was filled in, or in what the ATS said."""
    found = connection.execute(
        f"""
        {_SUBMISSION}
        where (:account = '' or s.account_id = :account) and not exists (
          select 1 from json_each(:words) w
          where not instr(lower(concat_ws(char(10), s.name, s.draft, s.title, j.name, (
            select group_concat(concat_ws(' ', t.answer, t.warnings)) from submission_steps t
            where t.submission_pk = s.pk))), w.value))
        order by s.pk desc limit :limit
        """,
        {"account": account, "words": json.dumps([word.lower() for word in words]), "limit": limit or -1},
    )
    return [_submission(connection, row) for row in found.fetchall()]


def due(connection: Connection, account: str) -> list[tuple[int, str]]:
    """The submissions of an account that the program has something to do for, and their states: unclear ones first,
    then by age."""
    found = connection.execute(
        """
        select pk, state from submissions where account_id = ? and state in ('unknown', 'sending', 'queued')
        order by state = 'queued', pk
        """,
        (account,),
    )
    return [(pk, state) for pk, state in found]


def accounts_due(connection: Connection) -> list[str]:
    """The accounts whose outbox has something to send, or to find out."""
    found = connection.execute(
        "select distinct account_id from submissions where state in ('unknown', 'sending', 'queued') order by 1"
    )
    return [account for (account,) in found]


def accounts_sending(connection: Connection) -> list[str]:
    """The accounts of which the file says that something is being sent."""
    found = connection.execute("select distinct account_id from submissions where state = 'sending'")
    return [account for (account,) in found]


def recover(connection: Connection, account: str, at: str) -> int:
    """What was being sent when the program ended may have arrived: how many of these there are."""
    connection.execute(
        "update submission_steps set state = 'unknown' where account_id = ? and state = 'sending'", (account,)
    )
    cursor = connection.execute(
        """
        update submissions set changed_at = :at, state = iif(exists (
            select 1 from submission_steps t where t.submission_pk = submissions.pk and t.state = 'unknown'
          ), 'unknown', 'queued')
        where account_id = :account and state = 'sending'
        """,
        {"account": account, "at": at},
    )
    return int(cursor.rowcount)


def begun_since(connection: Connection, account: str, moment: str) -> list[str]:
    """When steps of an account were begun since a moment."""
    found = connection.execute(
        "select began_at from submission_steps where account_id = ? and began_at >= ?", (account, moment)
    )
    return [at for (at,) in found]


def change(connection: Connection, number: int, at: str, **values: str | None) -> None:
    """Change columns of a submission. One that a person has to act on is an issue until its state changes."""
    _update(connection, "submissions", number, {**values, "changed_at": at})
    if "state" in values:
        (account,) = connection.execute(
            "select account_id from submissions where pk = ?", (number,)
        ).fetchone()
        ledger.close_about(connection, account, ISSUE, str(number), at)
        if values["state"] in (FAILED, NEEDS_DECISION):
            ledger.raise_issue(
                connection,
                account,
                NO_RUN,
                at,
                kind=ISSUE,
                title=f"A candidate was not sent. {values.get('title') or ''}".strip(),
                hint=f"It is number {number} in the outbox, with what the ATS said and what can be done.",
                resource="outbox",
                record_id=str(number),
            )


def change_step(connection: Connection, pk: int, **values: str | int | None) -> None:
    """Change columns of a step."""
    _update(connection, "submission_steps", pk, values)


def begin(
    connection: Connection, number: int, step: SubmissionStep, before: Sequence[str] | None, at: str
) -> bool:
    """A step is about to be sent: from here on it may have been. False where it was called off or changed meanwhile."""
    row = connection.execute(
        """
        select s.state from submissions s join submission_steps t on t.submission_pk = s.pk
        where s.pk = ? and t.pk = ? and t.state = 'queued'
        """,
        (number, step.pk),
    ).fetchone()
    if row is None or row[0] not in DUE:
        return False
    change(
        connection, number, at, state=SENDING, title=None, hint=None, field=None, question=None, found=None
    )
    change_step(
        connection,
        step.pk,
        state=SENDING,
        before=None if before is None else json.dumps(list(before)),
        tries=step.tries + 1,
        began_at=at,
    )
    return True


def contents(connection: Connection, number: int) -> list[tuple[str, str, str, bytes, str]]:
    """Kind, name, media type, bytes and question of each file."""
    found = connection.execute(
        "select kind, name, media_type, content, question from submission_files where submission_pk = ? order by place",
        (number,),
    )
    return [
        (kind, name, media, bytes(content or b""), question) for kind, name, media, content, question in found
    ]


def drop_contents(connection: Connection, number: int) -> None:
    """The bytes have arrived, or are not to be sent any more; names and hashes stay."""
    connection.execute("update submission_files set content = null where submission_pk = ?", (number,))


def replace(
    connection: Connection,
    number: int,
    values: Mapping[str, str | bytes],
    steps: Sequence[NewStep],
    files: Sequence[NewFile],
    at: str,
) -> None:
    """Another draft in place of one of which nothing has arrived; the key stays."""
    kept = connection.execute("select key from submissions where pk = ?", (number,)).fetchone()[0]
    # Added before the other goes, so that no step's pk is used again.
    made = add(connection, {**values, "key": kept}, steps, files, at)
    remove(connection, number)
    for table, column in (
        ("submission_steps", "submission_pk"),
        ("submission_files", "submission_pk"),
        ("submissions", "pk"),
    ):
        connection.execute(f"update {table} set {column} = ? where {column} = ?", (number, made))


def remove(connection: Connection, number: int) -> None:
    """A submission with all that was kept of it."""
    for table in ("submission_steps", "submission_files"):
        connection.execute(f"delete from {table} where submission_pk = ?", (number,))
    connection.execute("delete from issues where kind = ? and record_id = ?", (ISSUE, str(number)))
    connection.execute("delete from submissions where pk = ?", (number,))


def _update(connection: Connection, table: str, pk: int, values: Mapping[str, object]) -> None:
    names = ", ".join(f"{name} = :{name}" for name in values)
    connection.execute(f"update {table} set {names} where pk = :pk", {**values, "pk": pk})


def _submission(connection: Connection, row: Sequence[Any]) -> Submission:
    steps = connection.execute(
        """
        select pk, name, part, label, state, before, tries, coalesce(began_at, ''), coalesce(ended_at, ''),
               coalesce(made_id, ''), coalesce(status, 0), coalesce(answer, ''), coalesce(warnings, '[]')
        from submission_steps where submission_pk = ? order by place
        """,
        (row[0],),
    )
    files = connection.execute(
        "select kind, name, media_type, size, lower(hex(hash)), question from submission_files where submission_pk = ?"
        " order by place",
        (row[0],),
    )
    values = list(row)
    values[11] = tuple(json.loads(row[11]))
    values.append(tuple(_step(one) for one in steps.fetchall()))
    values.append(tuple(SubmittedFile(*one) for one in files.fetchall()))
    return Submission(*values)


def _step(row: Sequence[Any]) -> SubmissionStep:
    values = list(row)
    values[5] = None if row[5] is None else tuple(json.loads(row[5]))
    values[12] = tuple(json.loads(row[12]))
    return SubmissionStep(*values)
