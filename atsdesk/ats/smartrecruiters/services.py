"""From rows of the five other data services to rows of ours (contract: Analytics API, deprecated)."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec
import xxhash

from atsdesk.ats.smartrecruiters import cells, columns, interviews, records, words
from atsdesk.ats.smartrecruiters.tabular import Table
from atsdesk.rows import Item, Rows

APPLICATIONS_SHAPE = {
    "stages": ("id", "name", "type"),
    "candidates": (
        "id", "name", "first_name", "last_name", "email", "phone", "mobile_phone", "location", "is_internal",
    ),
    "applications": (
        "id", "candidate_id", "job_id", "status", "status_raw", "stage_id", "stage", "rejection_reason", "created_at",
        "updated_at",
    ),
}  # fmt: skip
EEOC_SHAPE = {"eeoc": ("id", "application_id", "candidate_id", "gender", "race")}
JOBS_SHAPE = {
    "jobs": (
        "id", "name", "internal_name", "code", "department", "location", "city", "state", "country", "status",
        "status_raw", "created_at",
    ),
}  # fmt: skip
POSITIONS_SHAPE = {
    "openings": (
        "id", "job_id", "name", "is_open", "opened_at", "closed_at", "target_start_on", "starts_on", "created_at",
    ),
}  # fmt: skip
HIRING_TEAM_SHAPE = {"hiring_team": ("id", "job_id", "user_id", "name", "role")}
JOB_FIELDS_SHAPE = {
    "custom_fields": ("id", "key", "name", "applies_to"),
    "custom_values": ("id", "applies_to", "row_id", "field_id", "key", "value"),
}
OWN_FIELD = "name:"
"""Before the name of a job's field, whose id this service does not tell."""


def _pair(row: Mapping[str, Any]) -> str:
    return f"{cells.text(row.get('candidateProfileId'))}:{cells.text(row.get('jobId'))}"


def _team(row: Mapping[str, Any]) -> str:
    role = cells.text(row.get("role"))
    user, job = cells.text(row.get("employeeId")), cells.text(row.get("jobId"))
    return f"{job}:{user}:{role.lower() if role else None}"


IDS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    columns.INTERVIEWS.name: interviews.slot_id,
    columns.APPLICATIONS.name: _pair,
    columns.JOBS.name: lambda row: cells.text(row.get("jobId")) or "",
    columns.POSITIONS.name: lambda row: cells.text(row.get("positionId")) or "",
    columns.HIRING_TEAM.name: _team,
    columns.JOB_FIELDS.name: lambda row: cells.text(row.get("jobId")) or "",
}
"""By service: the id of what a row tells of; rows of one id are one record."""


def items(table: Table, kept: Iterable[str] = ()) -> list[Item]:
    """The records of a table: its rows gathered by what they tell of; only the members `kept`, where some are named."""
    assert table.service
    identify = IDS[table.service.name]
    wanted = set(kept)
    found: dict[str, list[dict[str, Any]]] = {}
    for row in table.rows:
        if all(row.get(key) not in (None, "") for key in table.service.needed):
            said = {key: value for key, value in row.items() if not wanted or key in wanted}
            found.setdefault(identify(row), []).append(said)
    encode = msgspec.json.Encoder(order="sorted").encode
    made = []
    for identity, rows in found.items():
        once = {encode(row): row for row in rows}
        body = encode({"id": identity, "rows": [once[key] for key in sorted(once)]})
        made.append(Item(identity, xxhash.xxh3_128_digest(body), body))
    return made


def application_rows(record: records.Tabular, rows: Rows) -> None:
    """An application with its candidate."""
    row = cells.Cells(record.rows[-1], record.id, rows)
    candidate, status = row.text("candidateProfileId") or "", row.text("applicationStage")
    standing = words.known(status, words.STATUS, "An application", record.id, rows)
    found = words.stage(status, row.text("applicationStep"))
    if found:
        rows.entities["stages"][found[0]] = found
    waits = found if standing == "active" else None
    first, last = row.text("candidateFirstName"), row.text("candidateLastName")
    rows.entities["candidates"][candidate] = (
        candidate,
        words.full_name(first, last),
        first,
        last,
        row.text("candidateEmail"),
        row.text("candidatePhone"),
        None,
        row.text("candidateLocation"),
        row.flag("candidateInternal"),
    )
    rows.entities["applications"][record.id] = (
        record.id,
        candidate,
        row.text("jobId"),
        standing,
        words.state(status),
        waits[0] if waits else None,
        waits[1] if waits else None,
        row.text("applicationReasonOfRejection") or row.text("applicationReasonOfWithdrawal"),
        row.at("applicationCreateDate"),
        row.at("applicationLastUpdate"),
    )


def eeoc_rows(record: records.Tabular, rows: Rows) -> None:
    """What a candidate answered to be counted."""
    row = cells.Cells(record.rows[-1], record.id, rows)
    gender, race = row.text("candidateGender"), row.text("candidateEthnicity")
    if gender or race:
        candidate = record.id.partition(":")[0]
        rows.entities["eeoc"][record.id] = (record.id, record.id, candidate, gender, race)


def job_rows(record: records.Tabular, rows: Rows) -> None:
    """A job."""
    row = cells.Cells(record.rows[-1], record.id, rows)
    place = [row.text(key) for key in ("locationCity", "locationState", "locationCountry")]
    status = row.text("jobStatus")
    rows.entities["jobs"][record.id] = (
        record.id,
        row.text("jobTitle"),
        None,
        row.text("jobRefId"),
        row.text("jobDepartment"),
        ", ".join(part for part in place if part) or None,
        *place,
        words.known(status, words.JOB_STATUS, "A job", record.id, rows),
        status,
        row.at("jobCreateDate"),
    )


def position_rows(record: records.Tabular, rows: Rows) -> None:
    """A seat of a job; one that somebody was hired for is filled."""
    row = cells.Cells(record.rows[-1], record.id, rows)
    hired = row.at("positionHireDate")
    rows.entities["openings"][record.id] = (
        record.id,
        row.text("jobId"),
        None,
        hired is None,
        row.at("positionOpenDate"),
        hired,
        row.on("positionTargetStartDate"),
        row.on("positionActualStartDate"),
        row.at("positionCreateDate"),
    )


def hiring_team_rows(record: records.Tabular, rows: Rows) -> None:
    """A member of a hiring team."""
    row = cells.Cells(record.rows[-1], record.id, rows)
    name = words.full_name(row.text("employeeFirstName"), row.text("employeeLastName"))
    rows.entities["hiring_team"][record.id] = (
        record.id,
        row.text("jobId"),
        row.text("employeeId"),
        name,
        row.word("role"),
    )


def job_fields_rows(record: records.Tabular, rows: Rows) -> None:
    """The customer's fields of a job; a field with several values has them one after the other."""
    said: dict[str, list[str]] = {}
    for one in record.rows:
        name, value = cells.text(one.get("jobFieldName")), cells.text(one.get("jobFieldValue"))
        if name and value:
            said.setdefault(name, []).append(value)
    for name in said:
        identity = f"{OWN_FIELD}{name}"
        rows.entities["custom_fields"][identity] = (identity, name, name, "jobs")
    rows.owned["custom_values"][record.id] = [
        (f"{record.id}:{OWN_FIELD}{name}", "jobs", record.id, f"{OWN_FIELD}{name}", name, ", ".join(found))
        for name, found in said.items()
    ]
