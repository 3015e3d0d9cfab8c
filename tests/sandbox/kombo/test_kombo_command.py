"""`atsdesk sandbox kombo` as a program, and the controls over HTTP."""

import json
import signal
import subprocess
import sys
from typing import Any

import httpx
import pytest

from tests.sandbox.kombo.conftest import Caller

COMMAND = [sys.executable, "-W", "error", "-m", "atsdesk.sandbox.command", "kombo", "--candidates", "10"]
OPTIONS = ["--seed", "7", "--no-limit", "--now", "2026-03-01T08:00:00Z", "--fault", "503@ats/usersx2",
           "--integrations", "2", "--without", "notes", "--disabled", "tags", "--lacking", "jobs.job_code",
           "--setup", "QA_FAILED", "--setup-seconds", "60", "--created-only", "--lagging", "--drop",
           "--evolve", "0.05"]  # fmt: skip


def tell(caller: Caller, method: str, what: str, expected: int = 200, **order: Any) -> Any:
    headers = {"X-Sandbox-Token": caller.sandbox.control_token}
    address = f"{caller.sandbox.control_url}/{what}"
    answer = httpx.request(method, address, headers=headers, json=order or None)
    assert answer.status_code == expected, answer.text
    return answer.json()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs without a signal")
def test_it_prints_one_line_and_runs_until_stopped() -> None:
    with subprocess.Popen(
        [*COMMAND, *OPTIONS], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        line = json.loads(process.stdout.readline())
        assert set(line) == {"ats", "base_url", "set", "secrets", "control"}
        assert (line["ats"], set(line["secrets"]), set(line["set"])) == (
            "kombo",
            {"api_key"},
            {"region", "integration_id"},
        )
        credential = {
            "Authorization": f"Bearer {line['secrets']['api_key']}",
            "X-Integration-Id": line["set"]["integration_id"],
        }
        answer = httpx.get(f"{line['base_url']}/ats/jobs", headers=credential)
        assert answer.json()["error"]["code"] == "INTEGRATION.QA_FAILED"
        headers = {"X-Sandbox-Token": line["control"]["token"]}
        now = httpx.get(f"{line['control']['url']}/", headers=headers).json()
        assert (now["unavailable"], now["disabled"], now["lacking"]) == (
            ["notes"],
            ["tags"],
            ["jobs.job_code"],
        )
        assert now["now"].startswith("2026-03-01T08:")
        assert (now["lagging"], now["faults"], now["candidates"]) == (True, ["503@ats/usersx2"], 10)
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=10)
        assert (process.returncode, out, err) == (0, "", "")


@pytest.mark.parametrize(
    ("options", "named"),
    [(["--setup", "half"], "half"), (["--without", "job"], "job"), (["--lacking", "jobs.colour"], "colour")],
)
def test_a_bad_argument_is_said_in_one_sentence(options: list[str], named: str) -> None:
    ended = subprocess.run([*COMMAND, *options], capture_output=True, text=True, timeout=30, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    (sentence,) = ended.stderr.splitlines()
    assert named in sentence


def test_everything_can_be_controlled_over_http(fresh: Caller) -> None:
    events = tell(fresh, "POST", "advance", events=2, kinds={"new": 1})["events"]
    assert events[-1]["kind"] == "new"
    assert tell(fresh, "GET", "truth")["candidates"]["living"]
    fresh.get("/ats/jobs")
    assert len(tell(fresh, "GET", "requests")) == 1
    tell(fresh, "DELETE", "requests")
    assert tell(fresh, "GET", "requests") == []
    assert tell(fresh, "POST", "faults", faults=["503@ats/jobs"]) == {"faults": ["503@ats/jobs"]}
    assert tell(fresh, "DELETE", "faults") == tell(fresh, "GET", "faults") == {"faults": []}
    assert tell(fresh, "PUT", "scope", unavailable=["notes"])["unavailable"] == ["notes"]
    assert (
        tell(fresh, "PUT", "health", status="INVALID", setup="QA_FAILED", seconds=9)["setup"] == "QA_FAILED"
    )
    assert tell(fresh, "PUT", "clock", offset=10)["setup"] == "COMPLETED"
    assert tell(fresh, "PUT", "sync", lagging=True)["lagging"]
    assert tell(fresh, "POST", "advance", kinds={"new": 1})["events"] == [{"kind": "new", "waiting": "sync"}]
    assert tell(fresh, "POST", "sync", type="DELTA")["events"][0]["kind"] == "new"
    lost = tell(fresh, "POST", "lose", model="users", share=0.5)["records"]
    assert tell(fresh, "DELETE", "lose", model="users")["records"] == lost == 12
    tell(fresh, "PUT", "limit", requests=1, seconds=60)
    assert [fresh.get("/ats/jobs").status_code for _ in range(2)] == [200, 429]
    tell(fresh, "PUT", "limit", requests=0)
    tell(fresh, "PUT", "key")
    assert fresh.get("/ats/jobs").status_code == 401
    assert tell(fresh, "GET", f"?integration={fresh.integration}")["integration"] == fresh.integration


def test_control_requests_that_make_no_sense_are_refused(fresh: Caller) -> None:
    assert httpx.get(f"{fresh.sandbox.control_url}/truth").status_code == 403
    tell(fresh, "GET", "nonsense", 404)
    tell(fresh, "GET", "?integration=nobody", 404)
    tell(fresh, "POST", "advance", 400, kinds={"bogus": 1})
    tell(fresh, "POST", "faults", 400, faults=["bogus"])
    tell(fresh, "PUT", "health", 400, setup="half")
    tell(fresh, "POST", "sync", 400, type="HALF")
    tell(fresh, "POST", "lose", 400, model="bogus")
    tell(fresh, "POST", "lose", model="candidates", share=1)
    tell(fresh, "POST", "advance", 409, kinds={"edited": 1})
