"""Everything known of one candidate, as the side panel shows it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from atsdesk.rows import Value
from atsdesk.store import person
from atsdesk.store.changes import Phrase, phrase
from atsdesk.store.engine import Connection
from atsdesk.store.limits import LIMIT
from atsdesk.store.person import Elsewhere, InterviewDetail, Note, OfferDetail, Station
from atsdesk.store.tables import (
    ATTACHMENTS,
    CANDIDATE_TAGS,
    CANDIDATES,
    CUSTOM_VALUES,
    OWNED_PER_OWNER,
    Table,
    span,
)
from atsdesk.store.views import DAYS_IN_STEP


@dataclass(frozen=True, slots=True)
class StepDetail:
    """One step; `days` from its entry to its completion, or to now; `limit` is how many there may be."""

    name: str
    type: str | None
    state: str
    entered_at: str | None
    scheduled_at: str | None
    completed_at: str | None
    assignees: str | None
    days: float | None
    limit: float


@dataclass(frozen=True, slots=True)
class FileDetail:
    """A file that the ATS holds; blank ids where it does not say whose it is."""

    id: str
    name: str
    type: str | None
    application_id: str
    candidate_id: str


@dataclass(frozen=True, slots=True)
class ApplicationDetail:
    """One application; `custom` holds label and value, `record` the JSON as received, indented."""

    id: str
    job: str | None
    job_id: str | None
    status: str
    status_raw: str | None
    stage: str | None
    source: str | None
    source_contact: str | None
    created_at: str | None
    status_changed_at: str | None
    hired_on: str | None
    starts_on: str | None
    url: str | None
    deleted_at: str | None
    tags: Sequence[str]
    files: Sequence[FileDetail]
    custom: Sequence[tuple[str, str]]
    steps: Sequence[StepDetail]
    record: str
    interviews: Sequence[InterviewDetail] = ()
    offers: Sequence[OfferDetail] = ()


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change in words."""

    seen_at: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class CandidateDetail:
    """A person; `fields` are the columns of the candidates table by name, `history` has the newest first."""

    account: str
    id: str
    fields: Mapping[str, Value]
    applications: Sequence[ApplicationDetail]
    history: Sequence[HistoryEntry]
    interviews: Sequence[InterviewDetail] = ()
    """Those that belong to no application."""
    employments: Sequence[Station] = ()
    educations: Sequence[Station] = ()
    notes: Sequence[Note] = ()
    elsewhere: Sequence[Elsewhere] = ()
    """Candidates who seem to be the same person."""


def candidate(connection: Connection, account: str, identity: str) -> CandidateDetail | None:
    """The candidate with all applications, the newest first; `None` where there is none."""
    names = CANDIDATES.names()
    row = connection.execute(
        f"select pk, {', '.join(names)} from candidates where account_id = ? and id = ?", (account, identity)
    ).fetchone()
    if row is None:
        return None
    fields = dict(zip(names, row[1:], strict=True))
    met = person.interviews(connection, account, identity)
    offered = person.offers(connection, account, identity)
    applications = [
        replace(one, interviews=met.get(one.id, ()), offers=offered.get(one.id, ()))
        for one in _applications(connection, account, identity, row[0])
    ]
    employments, educations = person.stations(connection, account, identity)
    history = _history(connection, account, identity, [one.id for one in applications])
    return CandidateDetail(
        account,
        identity,
        fields,
        applications,
        history,
        interviews=[
            slot
            for name, slots in met.items()
            if name not in {one.id for one in applications}
            for slot in slots
        ],
        employments=employments,
        educations=educations,
        notes=person.notes(connection, account, identity),
        elsewhere=person.elsewhere(connection, account, identity, fields),
    )


def _applications(
    connection: Connection, account: str, candidate_id: str, candidate: int
) -> list[ApplicationDetail]:
    """Some systems keep tags, files and fields with the application, others with the person; both are shown."""
    owners = (("candidates", candidate),)
    found = connection.execute(
        """
        select a.pk, a.id, j.name, a.job_id, a.status, a.status_raw, a.stage, s.name, sc.name, a.created_at,
               a.status_changed_at, a.hired_on, a.starts_on, a.url, a.deleted_at
        from applications a
        left join jobs j on j.account_id = a.account_id and j.id = a.job_id
        left join sources s on s.account_id = a.account_id and s.id = a.source_id
        left join source_contacts sc on sc.account_id = a.account_id and sc.id = a.source_contact_id
        where a.account_id = ? and a.candidate_id = ?
        order by a.deleted_at is not null, a.created_at desc
        """,
        (account, candidate_id),
    ).fetchall()
    return [
        ApplicationDetail(  # type: ignore[misc]  # the columns are those of the select, in the order of the fields
            *columns,
            tags=_names(connection, CANDIDATE_TAGS, (("applications", pk), *owners)),
            files=_files(connection, str(columns[0]), candidate_id, (("applications", pk), *owners)),
            custom=custom(connection, account, (("applications", pk), *owners)),
            steps=_steps(connection, pk),
            record=_records(connection, account, str(columns[0]), candidate_id),
        )
        for pk, *columns in found
    ]


Owners = Sequence[tuple[str, int]]
"""Tables and pks of rows that own others."""


def _names(connection: Connection, table: Table, owners: Owners) -> list[str]:
    """The names of the rows that these rows own."""
    found = [
        name
        for owner, pk in owners
        for (name,) in connection.execute(
            f"select name from {table.name} where pk between ? and ? and name is not null and deleted_at is null"
            " order by pk",
            span(table, owner, pk),
        )
    ]
    return list(dict.fromkeys(found))


def _files(connection: Connection, application: str, candidate: str, owners: Owners) -> list[FileDetail]:
    """The files of these rows; what a file of an application lacks is known of its owner."""
    return [
        FileDetail(
            identity or "",
            name,
            kind,
            filed_under or (application if owner == "applications" else ""),
            of or candidate,
        )
        for owner, pk in owners
        for identity, name, kind, filed_under, of in connection.execute(
            "select id, name, type, application_id, candidate_id from attachments"
            " where pk between ? and ? and name is not null and deleted_at is null order by pk",
            span(ATTACHMENTS, owner, pk),
        )
    ]


def custom(connection: Connection, account: str, owners: Owners) -> list[tuple[str, str]]:
    """Label and value of the custom fields of these rows."""
    return [
        pair
        for owner, pk in owners
        for pair in connection.execute(
            """
            select coalesce(f.name, v.key), v.value from custom_values v
            left join custom_fields f on f.account_id = ?3 and f.id = v.field_id
            where v.pk between ?1 and ?2 and v.value is not null and v.deleted_at is null
            order by v.pk
            """,
            (*span(CUSTOM_VALUES, owner, pk), account),
        )
    ]


def _records(connection: Connection, account: str, application: str, candidate: str) -> str:
    """The JSON as received: of the application, and of the person where the ATS keeps them apart."""
    bodies = {
        "application": _body(connection, account, ("applications", "candidates"), application),
        "candidate": _body(connection, account, ("candidate_details", "candidates"), candidate),
    }
    found = {name: body for name, body in bodies.items() if body}
    if len(found) > 1 and bodies["application"] != bodies["candidate"]:
        return _indented(f'{{"application": {found["application"]}, "candidate": {found["candidate"]}}}')
    return _indented(next(iter(found.values()), None))


def record_of(connection: Connection, account: str, resources: Sequence[str], identity: str) -> str:
    """The JSON of a record as received, indented: the first there is among these lists."""
    return _indented(_body(connection, account, resources, identity))


def _body(connection: Connection, account: str, resources: Sequence[str], identity: str) -> str | None:
    """The first of a record's bodies among these lists."""
    for resource in resources:
        found = connection.execute(
            "select body from records where account_id = ? and resource = ? and id = ?",
            (account, resource, identity),
        ).fetchone()
        if found:
            return str(found[0])
    return None


def _steps(connection: Connection, application: int) -> list[StepDetail]:
    found = connection.execute(
        f"""
        select s.name, s.type, s.state, s.entered_at, s.scheduled_at, s.completed_at, s.assignees, {DAYS_IN_STEP.sql},
          {LIMIT}
        from applications a join steps s on s.pk >= a.pk * {OWNED_PER_OWNER} and s.pk < (a.pk + 1) * {OWNED_PER_OWNER}
        where a.pk = ? order by s.position is null, s.position, s.pk
        """,
        (application,),
    )
    return [StepDetail(row[0] or "", *row[1:]) for row in found]


def _indented(body: str | None) -> str:
    try:
        return json.dumps(json.loads(body or "{}"), indent=2, ensure_ascii=False)
    except ValueError:
        return body or ""


def _history(
    connection: Connection, account: str, candidate_id: str, applications: Sequence[str]
) -> list[HistoryEntry]:
    found = connection.execute(
        f"""
        select c.seen_at, c.table_name, c.field, c.old, c.new, s.name
        from changes c
        left join steps s on c.table_name = 'steps' and s.id = c.row_id and s.account_id = c.account_id
          and s.pk / {OWNED_PER_OWNER} = (
            select pk from applications where account_id = c.account_id and id = c.owner_id
          )
        where c.account_id = :account and (
          (c.table_name = 'candidates' and c.row_id = :candidate)
          or (c.table_name = 'applications' and c.row_id in (select value from json_each(:applications)))
          or c.owner_id in (select value from json_each(:applications))
        )
        order by c.pk desc
        """,
        {"account": account, "candidate": candidate_id, "applications": json.dumps(list(applications))},
    )
    return [HistoryEntry(row[0], phrase(*row[1:])) for row in found]


def history_of_row(connection: Connection, account: str, table: str, identity: str) -> list[HistoryEntry]:
    """What changed in one row of an entity table, the newest first."""
    found = connection.execute(
        "select seen_at, field, old, new from changes"
        " where account_id = ? and table_name = ? and row_id = ? order by pk desc",
        (account, table, identity),
    )
    return [HistoryEntry(at, phrase(table, field, old, new, None)) for at, field, old, new in found]
