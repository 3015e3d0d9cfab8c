"""Kombo, as the standard set has to know it."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

import httpx

from atsdesk.ats.kombo.connector import Kombo
from atsdesk.sandbox.kombo import Rules, Sandbox, running
from tests.sync.lab import PAGE_SIZE, ApplicationTruth, System, Truth

CLOSED_OUTCOMES = ("HIRED", "DECLINED")


def start(seed: int = 5, **options: Any) -> AbstractContextManager[Sandbox]:
    options.setdefault("rules", Rules(rate_requests=0))
    return running(seed, **options)


def truth(sandbox: Sandbox) -> Truth:
    found = sandbox.control.truth()
    applications = {}
    for identity, one in found["applications"]["living"].items():
        stage = one["current_stage_id"]
        current = [stage] if stage and one["outcome"] not in CLOSED_OUTCOMES else []
        applications[identity] = ApplicationTruth(
            one["candidate_id"], one["job_id"], one["outcome"], {"current": current, "future": []}
        )
    jobs = {identity: one["status"] for identity, one in found["jobs"]["living"].items()}
    gone = frozenset(found["applications"]["deleted"] + found["applications"]["purged"])
    people = frozenset(found["candidates"]["living"])
    return Truth(applications, jobs, gone, people=people)


def served(sandbox: Sandbox) -> Mapping[str, Mapping[str, Any]]:
    return {
        one.name: {record["id"]: record for record in all_of(sandbox, one.name, include_deleted="true")}
        for one in Kombo.resources
    }


def client_of(sandbox: Sandbox) -> httpx.Client:
    """A client that shares nothing with the connector."""
    headers = {
        "Authorization": f"Bearer {sandbox.secrets['api_key']}",
        "X-Integration-Id": sandbox.settings["integration_id"],
    }
    return httpx.Client(headers=headers, base_url=sandbox.base_url)


def all_of(sandbox: Sandbox, name: str, **query: str) -> Iterator[dict[str, Any]]:
    """All pages of a list."""
    with client_of(sandbox) as client:
        asked = {"page_size": "250", **query}
        cursor: dict[str, str] = {}
        while True:
            data = client.get(f"/ats/{name}", params={**asked, **cursor}).raise_for_status().json()["data"]
            yield from data["results"]
            if not data["next"]:
                return
            cursor = {"cursor": data["next"]}


def told(resource: str, record: Mapping[str, Any]) -> Any:
    """A record without what is nested in it and changes without a word (Change tracking, the table)."""
    shown = dict(record)
    if resource == "candidates":
        shown["applications"] = [
            {**one, "current_stage": None, "job": None} for one in record.get("applications") or ()
        ]
        shown["tags"] = [tag["id"] for tag in record["tags"]]
    elif resource == "applications":
        shown["candidate"] = {**record["candidate"], "tags": None} if record["candidate"] else None
        shown["current_stage"] = shown["job"] = None
    elif resource in ("interviews", "offers") and record["application"]:
        shown["application"] = {**record["application"], "candidate": None, "job": None}
    elif resource == "jobs":
        shown["stages"] = [stage["id"] for stage in record["stages"]]
        shown["hiring_team"] = [member["id"] for member in record["hiring_team"]]
    elif resource in ("notes", "scorecards"):
        shown["author"] = None
    return shown


KOMBO = System(
    connector=Kombo(),
    start=start,
    truth=truth,
    served=served,
    main="applications",
    settings={"requests_per_minute": "0", "page_size": str(PAGE_SIZE), "include": "notes,scorecards"},
    candidates=95,
    asides=2,
    observes=True,
    marks=lambda record: bool(record["remote_deleted_at"]),
    told=told,
)
