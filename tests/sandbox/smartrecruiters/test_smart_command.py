"""`atsdesk sandbox smartrecruiters` as a program."""

import contextlib
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

COMMAND = [sys.executable, "-W", "error", "-m", "atsdesk.sandbox.command", "smartrecruiters"]


@contextlib.contextmanager
def started(*options: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    process = subprocess.Popen(
        [*COMMAND, "--candidates", "40", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, process.communicate(timeout=10)[1]
        yield process, json.loads(line)
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=10)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs without a signal")
def test_it_prints_one_line_and_runs_until_stopped() -> None:
    with started("--seed", "7") as (process, line):
        assert line["ats"] == "smartrecruiters"
        assert line["set"]["interviews_mode"] == "report"
        assert len(line["set"]["report_id"]) == 36
        assert set(line["secrets"]) == {"api_key"}
        key = {"X-SmartToken": line["secrets"]["api_key"]}
        assert httpx.get(line["base_url"] + "/candidates", headers=key).json()["totalFound"] == 40
        assert httpx.get(line["base_url"] + "/candidates").status_code == 401
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=10)
        assert (process.returncode, out, err) == (0, "", "")


def test_options_reach_the_sandbox() -> None:
    options = ["--oauth", "--interviews-mode", "analytics", "--without", "Jobs_Read", "--no-limit",
               "--fault", "503@offersx2", "--now", "2026-03-01T08:00:00Z", "--evolve", "0.05"]  # fmt: skip
    with started(*options) as (_, line):
        assert set(line["secrets"]) == {"client_id", "client_secret"}
        assert line["set"]["interviews_mode"] == "analytics"
        token = {"X-Sandbox-Token": line["control"]["token"]}
        now = httpx.get(line["control"]["url"] + "/", headers=token).json()
        assert (now["without"], now["faults"]) == (["jobs_read"], ["503@offersx2"])
        assert now["now"].startswith("2026-03-01T08:")


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--without", "everything"], "everything"),
        (["--interviews-mode", "guess"], "guess"),
        (["--candidates", "many"], "--candidates"),
    ],
)
def test_a_bad_argument_is_said_in_one_sentence(options: list[str], named: str) -> None:
    ended = subprocess.run([*COMMAND, *options], capture_output=True, text=True, timeout=30, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    (sentence,) = ended.stderr.splitlines()
    assert named in sentence
