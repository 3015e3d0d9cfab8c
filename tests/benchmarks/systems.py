"""Sync of each system beside the script that is obvious, from the same sandbox, in turn."""

import json
import math
import tempfile
from pathlib import Path
from typing import Any

from atsdesk.ats.registry import connector
from atsdesk.ats.resource import Resource, chosen
from tests.benchmarks.sandboxes import Line, run, sandbox

PAGES = {
    "comeet": {"limit": "1000"},
    "greenhouse": {"per_page": "500"},
    "kombo": {"page_size": "250"},
    "smartrecruiters": {"limit": "100"},
}
"""How the script asks for the largest page of each."""
NEEDED = {("smartrecruiters", "/jobs"): {"sort": "job_id"}}
"""Without it a second page is refused."""
DETAILS = {
    "smartrecruiters": {
        "/jobs": ("/jobs/{id}", "/jobs/{id}/hiring-team", "/jobs/{id}/positions"),
        "/candidates": (
            "/candidates/{id}",
            "/candidates/{id}/attachments",
            "/candidates/{id}/properties",
            "/candidates/{id}/jobs/{job}/status/history",
            "/candidates/{id}/jobs/{job}/properties",
        ),
    }
}
"""What the lists leave out, one request each; `{job}` stands for each of a candidate's jobs."""


def measure(ats: str, candidates: int) -> None:
    """Print how fast, in how many requests, and what a second sync does."""
    with sandbox(ats, candidates) as line, tempfile.TemporaryDirectory() as folder:
        theirs = run("obvious", json.dumps(_task(line, Path(folder) / "obvious.db")))
        desk = str(Path(folder) / "desk")
        first, again = (run("ours", what, json.dumps(line), desk) for what in ("first", "again"))
    print(f"\n{connector(ats).kind.label}: {candidates:,} candidates from the sandbox on loopback\n")
    print(f"{'':44}{'seconds':>9}{'ratio':>9}{'rows/s':>10}{'requests':>10}{'least':>8}{'written':>9}")
    ratio = f"{theirs['seconds']:9.1f}{1:9.2f}"
    print(f"{'script: httpx + sqlite-utils upsert_all':44}{ratio}{_speed(theirs)}{theirs['requests']:10}")
    for label, one in (("ATS Desk, first sync", first), ("ATS Desk, second sync", again)):
        ratio = f"{one['seconds']:9.1f}{theirs['seconds'] / one['seconds']:8.1f}x"
        written = one["added"] + one["changed"]
        print(f"{label:44}{ratio}{_speed(one)}{one['requests']:10}{_least(line, one):8}{written:9}")


def _speed(one: dict[str, Any]) -> str:
    return f"{one['rows'] / one['seconds']:10,.0f}"


def _task(line: Line, file: Path) -> dict[str, Any]:
    """The lists that an account reads by itself, as the script takes them."""
    ats = line["ats"]
    lists = [
        (one.path, PAGES[ats] | NEEDED.get((ats, one.path), {}))
        for one in _read(line)
        if not one.follow and not one.load and not one.ids_only
    ]
    return {"ats": ats, "line": line, "lists": lists, "details": DETAILS.get(ats, {}), "file": str(file)}


def _read(line: Line) -> tuple[Resource, ...]:
    return chosen(connector(line["ats"]).resources, line["set"])


def _least(line: Line, report: dict[str, Any]) -> int:
    """The requests that paging allows at least: a page of a list is full but for the last; details take their own."""
    size = int(next(iter(PAGES[line["ats"]].values())))
    least = 0
    for one in _read(line):
        requests, received = report["resources"].get(one.name, (0, 0))
        paged = not one.follow and not one.load and not one.created
        least += max(1, math.ceil(received / size)) if paged and requests else requests
    return least
