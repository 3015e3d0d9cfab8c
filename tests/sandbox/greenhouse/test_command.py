"""`atsdesk sandbox greenhouse` as a program."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx

COMMAND = [sys.executable, "-W", "error", "-m", "atsdesk.sandbox.command", "greenhouse"]


@contextlib.contextmanager
def started(*options: str) -> Iterator[dict[str, Any]]:
    process = subprocess.Popen(
        [*COMMAND, "--candidates", "30", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, process.communicate(timeout=10)[1]
        yield json.loads(line)
    finally:
        process.terminate()
        process.communicate(timeout=10)


def test_the_line_has_everything_an_account_needs() -> None:
    options = ["--without", "notes", "--hide-private", "--hide-confidential", "--fault", "503@jobsx2", "--limit", "9",
               "--now", "2026-03-01T08:00:00Z", "--token-seconds", "60", "--id-offset", "1000", "--evolve"]  # fmt: skip
    with started(*options) as line:
        assert line["ats"] == "greenhouse"
        assert set(line["secrets"]) == {"client_id", "client_secret"}
        assert set(line["set"]) == {"token_url"}
        pair = (line["secrets"]["client_id"], line["secrets"]["client_secret"])
        answer = httpx.post(line["set"]["token_url"], auth=pair, data={"grant_type": "client_credentials"})
        assert answer.json()["expires_at"].startswith("2026-03-01T08:0")
        token = {"Authorization": f"Bearer {answer.json()['access_token']}"}
        answer = httpx.get(f"{line['base_url']}/user_roles", headers=token)
        assert (answer.status_code, answer.headers["x-ratelimit-limit"]) == (200, "9")
        control = {"X-Sandbox-Token": line["control"]["token"]}
        state = httpx.get(line["control"]["url"] + "/", headers=control).json()
        assert (state["without"], state["faults"]) == (["harvest:notes:list"], ["503@jobsx2"])
        assert (state["private"], state["confidential"]) == (False, False)


def test_an_unknown_scope_is_said_in_one_sentence() -> None:
    command = [*COMMAND, "--without", "everything"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    (sentence,) = ended.stderr.splitlines()
    assert "everything" in sentence
