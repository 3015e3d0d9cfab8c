"""Sync beside the newcomer's script, from the same sandbox, in turn."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def sandbox(candidates: int) -> Iterator[list[str]]:
    """A Comeet sandbox without limit in a process of its own; yields its address, API key and secret."""
    command = [sys.executable, "-m", "atsdesk.sandbox.command", "comeet", "--port", "0", "--no-limit"]
    server = subprocess.Popen([*command, "--candidates", str(candidates)], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout
        line = json.loads(server.stdout.readline())
        yield [line["base_url"], line["secrets"]["api_key"], line["secrets"]["secret"]]
    finally:
        server.terminate()
        server.wait()


def run(module: str, *arguments: str) -> dict[str, Any]:
    """What a contestant prints. It may keep compiled modules, as installed programs do."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
        env={name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        check=True,
        capture_output=True,
        text=True,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


GOALS = {"first": "3x", "full": "15x", "again": ""}
"""Times the newcomer's speed; memory should stay under 150 MB above idle."""


def measure(candidates: int) -> None:
    """Print a table; ratios are against the newcomer's script of this run."""
    with sandbox(candidates) as line, tempfile.TemporaryDirectory() as folder:
        peer = run("newcomer", *line, str(Path(folder) / "newcomer.db"))
        desk = str(Path(folder) / "desk")
        results = {what: run("ours", what, *line, desk) for what in ("first", "full", "again")}
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
