"""Comeet, as the standard set has to know it."""

import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

import httpx
import jwt

from atsdesk.ats.comeet.connector import Comeet
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.running import Sandbox, running
from tests.sync.lab import ApplicationTruth, System, Truth


def start(seed: int = 5, **options: Any) -> AbstractContextManager[Sandbox]:
    options.setdefault("rules", Rules(rate_requests=0))
    return running(seed, **options)


def truth(sandbox: Sandbox) -> Truth:
    found = sandbox.control.truth()
    applications = {
        uid: ApplicationTruth(
            one["person_uid"],
            one["position_uid"],
            one["status"],
            {state: one[state] for state in ("completed", "current", "future")},
        )
        for uid, one in found["candidates"].items()
    }
    merged = frozenset(found["merged"])
    return Truth(applications, found["positions"], frozenset(found["deleted"]) | merged, merged)


def served(sandbox: Sandbox) -> Mapping[str, Mapping[str, Any]]:
    records = {
        name: {one["uid"]: one for one in all_of(sandbox, name)} for name in ("positions", "candidates")
    }
    for one in records["candidates"].values():
        if "resume" in one:
            one["resume"]["url"] = None
    return records


def client(sandbox: Sandbox) -> httpx.Client:
    """A client that shares nothing with the connector."""
    claims = {"iss": sandbox.secrets["api_key"], "exp": int(time.time()) + 600}
    token = jwt.encode(claims, sandbox.secrets["secret"], "HS256")
    return httpx.Client(base_url=sandbox.base_url, headers={"Authorization": f"Bearer {token}"})


def all_of(sandbox: Sandbox, name: str, **query: str) -> Iterator[dict[str, Any]]:
    """All pages of a list."""
    with client(sandbox) as reader:
        answer = reader.get(f"/{name}", params=query).raise_for_status().json()
        yield from answer[name]
        while answer["next_page"]:
            answer = reader.get(answer["next_page"]).raise_for_status().json()
            yield from answer[name]


COMEET = System(connector=Comeet(), start=start, truth=truth, served=served, main="candidates")
