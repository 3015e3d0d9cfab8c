"""`atsdesk sandbox comeet` as a program."""

import contextlib
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

COMMAND = [sys.executable, "-W", "error", "-m", "atsdesk.sandbox.command", "comeet"]


@contextlib.contextmanager
def started(*options: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    process = subprocess.Popen(
        [*COMMAND, "--candidates", "50", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
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


def refused(*options: str) -> str:
    ended = subprocess.run([*COMMAND, *options], capture_output=True, text=True, timeout=30, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "Traceback" not in ended.stderr
    (sentence,) = ended.stderr.splitlines()
    return sentence


def state(line: dict[str, Any]) -> Any:
    answer = httpx.get(line["control"]["url"] + "/", headers={"X-Sandbox-Token": line["control"]["token"]})
    return answer.json()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs without a signal")
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_it_prints_one_line_and_runs_until_stopped(stop: signal.Signals) -> None:
    with started("--seed", "7") as (process, line):
        assert line["ats"] == "comeet"
        assert line["set"] == {}
        assert set(line["secrets"]) == {"api_key", "secret"}
        assert line["base_url"].startswith("http://127.0.0.1:")
        assert httpx.get(line["base_url"] + "/candidates").status_code == 401
        assert state(line)["candidates"] == 50
        process.send_signal(stop)
        out, err = process.communicate(timeout=10)
        assert (process.returncode, out, err) == (0, "", "")


def test_options_reach_the_sandbox() -> None:
    options = ["--without", "Include Source", "--scope", "published", "--fault", "503@positionsx2",
               "--now", "2026-03-01T08:00:00Z", "--no-limit", "--page-size", "5", "--max-page", "9"]  # fmt: skip
    with started(*options, "--evolve", "0.05") as (_, line):
        now = state(line)
        assert (now["without"], now["scope"], now["faults"]) == (
            ["include source"],
            "published",
            ["503@positionsx2"],
        )
        assert now["now"].startswith("2026-03-01T08:")


def test_a_taken_port_is_said_in_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert str(port) in refused("--port", str(port), "--candidates", "10")


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--port", "99999"], "--port"),
        (["--candidates", "many"], "--candidates"),
        (["--fault", "bogus"], "bogus"),
        (["--without", "everything"], "everything"),
        (["--scope", "half"], "half"),
        (["--now", "today"], "today"),
        (["--evolve", "0"], "--evolve"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_a_bad_argument_is_said_in_one_sentence(options: list[str], named: str) -> None:
    assert named in refused(*options)


def test_evolve_needs_no_number() -> None:
    with started("--evolve") as (_, line):
        assert state(line)["candidates"] == 50


def test_the_help_explains_the_faults() -> None:
    ended = subprocess.run([*COMMAND, "--help"], capture_output=True, text=True, timeout=30, check=True)
    assert "429=30@candidates#3" in ended.stdout
    assert "no-step-uid" in ended.stdout
