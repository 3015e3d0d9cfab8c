"""How processes are killed, how often, and how that is counted: at the end of a report stands how many were survived.

`KILLS=200` makes at least so many over all tests that kill.
"""

import os
import subprocess
import time
from collections.abc import Callable, Sequence

import pytest

ONE_ROUND = 40
"""Kills in one round of all these tests."""
ROUNDS = max(1, round(int(os.environ.get("KILLS", ONE_ROUND)) / ONE_ROUND))
Note = Callable[[str], None]
"""Counts one kill of what was under way."""

killed_rounds = pytest.mark.parametrize("seed", range(ROUNDS))


def kill_after(words: Sequence[str], seconds: float) -> None:
    """Start a program and kill it, unless it has come to its end."""
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(seconds)
        process.kill()
