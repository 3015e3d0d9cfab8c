"""A network that loses packets: what holds without loss holds with it. Needs root, `nft` and a namespace of its own."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.faults.killing import ROUNDS
from tests.faults.systems import EVERY, System

LOST = 3
"""Of a hundred packets, each way."""
RULES = f"""
table inet loss {{
    chain out {{
        type filter hook output priority 0;
        meta l4proto tcp numgen random mod 100 < {LOST} counter drop
    }}
}}
"""
LOSSY = 'ip link set lo up && printf %s "$RULES" | nft -f - && "$@" && nft list ruleset'


@EVERY
@pytest.mark.fault(10, "packets lost")
def test_a_sync_over_a_network_that_loses_packets_is_whole(system: System) -> None:
    if ROUNDS == 1:
        pytest.skip("takes its time: make test-faults")
    if not hasattr(os, "geteuid") or os.geteuid() or not all(map(shutil.which, ("unshare", "nft", "ip"))):
        pytest.skip("needs root, and the programs unshare, nft and ip")
    if subprocess.run(["unshare", "--net", "true"], check=False).returncode:
        pytest.skip("no network of its own can be made here")
    inner = f"tests/faults/test_resume.py::test_the_same_sync_twice_changes_no_row[{system.ats}]"
    run = [sys.executable, "-m", "pytest", "-n", "0", "-q", "-p", "no:cacheprovider", inner]
    ended = subprocess.run(
        ["unshare", "--net", "sh", "-c", LOSSY, "sh", *run],
        env={**os.environ, "RULES": RULES, "FAULTS_PAGE": ""},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "1 passed" in ended.stdout
    assert "counter packets 0" not in ended.stdout  # something was lost
