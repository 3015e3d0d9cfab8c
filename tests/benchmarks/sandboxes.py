"""What all benchmarks start: a sandbox without limits, and contestants, each in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from atsdesk.desk import Desk

Line = dict[str, Any]
"""What a sandbox prints: `ats`, `base_url`, `set`, `secrets`."""
ACCOUNT = "bench"
UNLIMITED = {
    "comeet": {"requests_per_minute": "0"},
    "greenhouse": {"requests_per_minute": "0"},
    "kombo": {"requests_per_minute": "0"},
    "smartrecruiters": {"requests_per_second": "0", "interviews_mode": "analytics"},
}
"""Settings of an account without a limit of our own, and without a report that the vendor takes its time for."""


@contextmanager
def sandbox(ats: str, candidates: int) -> Iterator[Line]:
    """A sandbox without limits; yields its line."""
    command = [sys.executable, "-m", "atsdesk.sandbox.command", ats, "--port", "0", "--no-limit"]
    server = subprocess.Popen([*command, "--candidates", str(candidates)], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout
        yield json.loads(server.stdout.readline())
    finally:
        server.terminate()
        server.wait()


def run(module: str, *arguments: str, patience: float | None = None) -> dict[str, Any]:
    """What a contestant prints. It may keep compiled modules, as installed programs do.

    Raises `subprocess.TimeoutExpired` after so many seconds of patience, when it has been ended.
    """
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
        env={name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=patience,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def desk_with_account(line: Line, folder: Path) -> Desk:
    """A desk that has the sandbox as its account."""
    environ = {f"ATSDESK_SECRET__BENCH__{key.upper()}": secret for key, secret in line["secrets"].items()}
    desk = Desk(folder, environ=environ)
    if not desk.accounts():
        settings = {**line["set"], **UNLIMITED[line["ats"]]}
        desk.add_account(line["ats"], ACCOUNT, {}, base_url=line["base_url"], settings=settings)
    return desk
