"""The soak in small: the same code and the same limits but for memory, of which a few minutes cannot tell."""

import os
import subprocess
import sys

import pytest


@pytest.mark.timeout(300)
def test_a_window_among_systems_that_misbehave_leaks_nothing_and_loses_nothing() -> None:
    words = [sys.executable, "-W", "error", "-m", "tests.soak", "--rounds", "2", "--candidates", "12"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=280, check=False, env=os.environ)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "changes lost              0" in done.stdout
