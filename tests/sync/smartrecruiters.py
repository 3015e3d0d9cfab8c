"""SmartRecruiters, as the standard set has to know it."""

import contextlib
import csv
import io
import json
import time
from collections.abc import Iterator, Mapping
from typing import Any

import httpx

from atsdesk.ats.smartrecruiters.connector import SmartRecruiters
from atsdesk.sandbox.smartrecruiters import Rules, Sandbox, running
from atsdesk.sandbox.smartrecruiters.model import read_history
from tests.sync.lab import PAGE_SIZE, ApplicationTruth, System, Truth

ENDED = ("HIRED", "REJECTED", "WITHDRAWN", "TRANSFERRED")
UNLIMITED = Rules(rate_requests=0, list_seconds=0)
LISTS = {
    "users": "/user-api/v201804/users",
    "departments": "/configuration/departments",
    "rejection_reasons": "/configuration/rejection-reasons",
    "withdrawal_reasons": "/configuration/withdrawal-reasons",
    "candidate_properties": "/configuration/candidate-properties",
    "job_properties": "/configuration/job-properties",
    "jobs": "/jobs",
    "candidates": "/candidates",
    "offers": "/offers",
}


@contextlib.contextmanager
def start(seed: int = 5, **options: Any) -> Iterator[Sandbox]:
    """Nobody has changed within the last minute, unless `now` is given."""
    options.setdefault("rules", UNLIMITED)
    with running(seed, **{"now": int(time.time()) - 60} | options) as sandbox:
        if "now" not in options:
            sandbox.control.set_clock(0)
        yield sandbox


def truth(sandbox: Sandbox) -> Truth:
    found = sandbox.control.truth()
    tenant = sandbox.control._tenant
    histories = dict(tenant.rows("SELECT uid, history FROM application"))
    applications = {}
    for uid, one in found["applications"].items():
        waits = [
            f"{change.status}/{change.sub_status}" if isinstance(change.sub_status, str) else change.status
            for change in read_history(histories[uid])
            if change.status not in ENDED
        ]
        living = one["status"] not in ENDED
        applications[f"{one['candidate']}:{one['job']}"] = ApplicationTruth(
            one["candidate"],
            one["job"],
            one["status"],
            {
                "completed": waits[:-1] if living else waits,
                "current": waits[-1:] if living else [],
                "future": [],
            },
        )
    gone = frozenset(found["deleted"])
    unsaid = gone | {f"{uid}:{job}" for uid in gone for job in found["jobs"]}
    return Truth(applications, found["jobs"], unsaid, unsaid, frozenset(found["candidates"]))


def client_of(sandbox: Sandbox) -> httpx.Client:
    return httpx.Client(
        base_url=sandbox.base_url, headers={"X-SmartToken": sandbox.credentials["api_key"]}, timeout=5
    )


def served(sandbox: Sandbox) -> Mapping[str, Mapping[str, Any]]:
    """Read by a client that shares nothing with the connector."""
    with client_of(sandbox) as client:
        records: dict[str, dict[str, Any]] = {
            name: {one["id"]: one for one in all_of(client, path)} for name, path in LISTS.items()
        }
        get = lambda path: client.get(path).raise_for_status().json()  # noqa: E731
        content = lambda path: get(path)["content"]  # noqa: E731
        records["sources"] = {
            f"{kind['id']}:{one['id']}": {"id": f"{kind['id']}:{one['id']}", "type": kind["id"], "value": one}
            for kind in content("/configuration/sources")
            for one in all_of(client, f"/configuration/sources/{kind['id']}/values")
        }
        for of in ("candidate", "job"):
            base = f"/configuration/{of}-properties"
            records[f"{of}_options"] = {
                f"{field}:{one['id']}": {"id": f"{field}:{one['id']}", "field": field, "value": one}
                for field, definition in records[f"{of}_properties"].items()
                if "values" in definition.get("actions", {})
                for one in content(f"{base}/{field}/values")
            }
        records["job_details"] = {
            job: {
                "id": job,
                "job": get(f"/jobs/{job}"),
                "hiringTeam": content(f"/jobs/{job}/hiring-team"),
                "positions": content(f"/jobs/{job}/positions"),
            }
            for job in records["jobs"]
        }
        people = records["candidates"]
        records["candidate_details"] = {uid: get(f"/candidates/{uid}") for uid in people}
        for name, path in (("status_histories", "status/history"), ("application_values", "properties")):
            records[name] = {
                uid: {
                    "id": uid,
                    "jobs": [
                        {"jobId": job, "content": content(f"/candidates/{uid}/jobs/{job}/{path}")}
                        for job in jobs_of(one)
                    ],
                }
                for uid, one in people.items()
            }
        for name, path in (("attachments", "attachments"), ("candidate_values", "properties")):
            records[name] = {
                uid: {"id": uid, "content": content(f"/candidates/{uid}/{path}")} for uid in people
            }
        records["interviews"] = report_of(sandbox, client)
    return records


def jobs_of(candidate: Mapping[str, Any]) -> list[str]:
    first = [candidate["primaryAssignment"]] if "primaryAssignment" in candidate else []
    return [one["job"]["id"] for one in (*first, *candidate["secondaryAssignments"])]


def report_of(sandbox: Sandbox, client: httpx.Client) -> dict[str, Any]:
    """The report of interviews, its rows by interview and beginning."""
    files = f"/reporting-api/v201804/reports/{sandbox.settings['report_id']}/files"
    client.post(files).raise_for_status()
    while client.get(files).json()["content"][0]["reportFileStatus"] != "COMPLETED":
        pass
    text = client.get(f"{files}/recent/data").text
    slots: dict[str, list[dict[str, str]]] = {}
    for row in csv.DictReader(io.StringIO(text, newline="")):
        said = {key_of(header): value for header, value in row.items()}
        slot = f"{said['interviewId']}:{said['startTime'][:19]}Z"
        slots.setdefault(slot, []).append(said)
    return {
        slot: {
            "id": slot,
            "rows": sorted(
                rows,
                key=lambda row: json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False),
            ),
        }
        for slot, rows in slots.items()
    }


def key_of(label: str) -> str:
    """`Interview ID` as `interviewId`; a label of the report's own stays as it is."""
    if label in (
        "Job title",
        "Time in Application State: New",
        "Screening Question Answer: May you work here?",
    ):
        return label
    first, *rest = label.split()
    return first.lower() + "".join(word.capitalize() for word in rest)


def all_of(client: httpx.Client, path: str) -> Iterator[dict[str, Any]]:
    query = {"limit": "100"} if "configuration" not in path or "values" in path else {}
    if path == "/jobs":
        query["sort"] = "job_id"
    offset = 0
    while True:
        answer = client.get(path, params=query).raise_for_status().json()
        yield from answer["content"]
        offset += len(answer["content"])
        if "nextPageId" in answer:
            query["pageId"] = answer["nextPageId"]
        elif "offset" in answer and offset < answer["totalFound"]:
            query["offset"] = str(offset)
        else:
            return


SMARTRECRUITERS = System(
    connector=SmartRecruiters(),
    start=start,
    truth=truth,
    served=served,
    main="candidates",
    settings={"requests_per_second": "0", "page_size": str(PAGE_SIZE), "report_minutes": "0"},
    restless={
        "jobs": frozenset({"lastActivityOn"}),
        "job_details": frozenset({"job", "hiringTeam", "positions"}),
    },
    candidates=95,
    again={
        "sources": 0,
        "candidate_options": 0,
        "job_options": 0,
        "job_details": 0,
        "candidate_details": 0,
        "status_histories": 0,
        "attachments": 0,
        "candidate_values": 0,
        "application_values": 0,
        "interviews": 5,
    },
)
