"""Sync beside the newcomer's script, from the same sandbox, in turn."""

import json
import tempfile
from pathlib import Path

from tests.benchmarks.sandboxes import run, sandbox

GOALS = {"first": "3x", "full": "15x", "again": ""}
"""Times the newcomer's speed; memory should stay under 150 MB above idle."""


def measure(candidates: int) -> None:
    """Print a table; ratios are against the newcomer's script of this run."""
    with sandbox("comeet", candidates) as line, tempfile.TemporaryDirectory() as folder:
        secrets = (line["secrets"]["api_key"], line["secrets"]["secret"])
        peer = run("newcomer", line["base_url"], *secrets, str(Path(folder) / "newcomer.db"))
        desk = str(Path(folder) / "desk")
        results = {what: run("ours", what, json.dumps(line), desk) for what in ("first", "full", "again")}
    print(
        f"\nSync of {candidates:,} candidates, {peer['rows']:,} steps, from the Comeet sandbox on loopback\n"
    )
    head = f"{'seconds':>9}{'ratio':>9}{'goal':>7}{'above idle':>12}{'requests':>10}{'written':>9}"
    print(f"{'':44}{head}")
    print(f"{'newcomer: httpx + sqlite-utils upsert_all':44}{peer['seconds']:9.1f}{1:9.2f}")
    labels = {
        "first": "ATS Desk, first sync (history, records, search)",
        "full": "ATS Desk, full re-read, nothing changed",
        "again": "ATS Desk, normal second sync",
    }
    for what, label in labels.items():
        one = results[what]
        ratio = peer["seconds"] / one["seconds"]
        written = one["added"] + one["changed"]
        speed = f"{one['seconds']:9.2f}{ratio:8.1f}x{GOALS[what]:>7}"
        print(f"{label:44}{speed}{one['above_idle']:9.0f} MB{one['requests']:10}{written:9}")
