"""Greenhouse, as the standard set has to know it."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

import httpx

from atsdesk.ats.greenhouse.connector import Greenhouse
from atsdesk.sandbox.greenhouse import Rules, Sandbox, running
from tests.sync.lab import PAGE_SIZE, ApplicationTruth, System, Truth

HIDDEN = {
    "users": {"show_service_accounts": "true"},
    "rejection_reasons": {"include_defaults": "true"},
    "deleted_job_posts": {"active": "false"},
}
ON_REQUEST = "scorecards,notes,eeoc,demographic_answers"


def start(seed: int = 5, **options: Any) -> AbstractContextManager[Sandbox]:
    options.setdefault("rules", Rules(rate_requests=0, token_requests=0, one_live_token=False))
    return running(seed, **options)


def truth(sandbox: Sandbox) -> Truth:
    found = sandbox.control.truth()
    with client(sandbox) as reader:
        order = {one["id"]: one["sort_order"] for one in pages(reader, "job_interview_stages")}
        stages = sorted(
            pages(reader, "application_stages"), key=lambda one: order[one["job_interview_stage_id"]]
        )
    steps: dict[str, dict[str, list[str]]] = {}
    for one in stages:
        state = "completed" if one["entered_at"] else "future"
        state = "current" if one["current"] and not one["exited_at"] else state
        by_state = steps.setdefault(str(one["application_id"]), {})
        by_state.setdefault(state, []).append(str(one["job_interview_stage_id"]))
    applications = {
        str(identity): ApplicationTruth(
            str(one["candidate_id"]),
            text(one["job_id"]),
            one["status"],
            {
                state: steps.get(str(identity), {}).get(state, [])
                for state in ("completed", "current", "future")
            },
        )
        for identity, one in found["applications"].items()
    }
    jobs = {str(identity): status for identity, status in found["jobs"].items()}
    unsaid = frozenset(str(one) for ids in found["gone"].values() for one in ids)
    gone = frozenset(map(str, found["gone"].get("applications", ())))
    people = frozenset(map(str, found["rows"]["candidates"]))
    return Truth(applications, jobs, gone, unsaid, people)


def text(value: Any) -> Any:
    return None if value is None else str(value)


def served(sandbox: Sandbox) -> Mapping[str, Mapping[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    with client(sandbox) as reader:
        for resource in Greenhouse.resources:
            prefix = "manager:" if resource.name == "job_hiring_managers" else ""
            path, query = resource.path.strip("/"), HIDDEN.get(resource.name, {})
            found[resource.name] = {f"{prefix}{one['id']}": one for one in pages(reader, path, **query)}
    for one in found["attachments"].values():
        one["url"] = None
    return found


def client(sandbox: Sandbox) -> httpx.Client:
    """A client that shares nothing with the connector."""
    pair = (sandbox.secrets["client_id"], sandbox.secrets["client_secret"])
    form = {"grant_type": "client_credentials"}
    answer = httpx.post(sandbox.settings["token_url"], data=form, auth=pair).raise_for_status().json()
    headers = {"Authorization": f"Bearer {answer['access_token']}"}
    return httpx.Client(base_url=sandbox.base_url, headers=headers)


def pages(reader: httpx.Client, name: str, **query: str) -> Iterator[dict[str, Any]]:
    """All pages of a list."""
    answer = reader.get(f"/{name}", params={"per_page": "500", **query}).raise_for_status()
    yield from answer.json()
    while following := answer.links.get("next", {}).get("url"):
        answer = reader.get(following).raise_for_status()
        yield from answer.json()


GREENHOUSE = System(
    connector=Greenhouse(),
    start=start,
    truth=truth,
    served=served,
    main="applications",
    settings={"requests_per_minute": "0", "page_size": str(PAGE_SIZE), "include": ON_REQUEST},
    candidates=95,
    whole_workflow=True,
    beforehand=1,  # the token
)
