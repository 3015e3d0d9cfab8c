"""ATS Desk doing the same: a first sync, a full re-read of unchanged data, and a normal second sync, each in a process
of its own. Run as `python -m tests.benchmarks.ours first|full|again BASE_URL API_KEY SECRET FOLDER`."""

import json
import resource
import sys
import time
from pathlib import Path

import atsdesk.net.client  # noqa: F401  the newcomer's clock starts with httpx loaded, too
from atsdesk.desk import Desk


def main(what: str, base_url: str, api_key: str, secret: str, folder: Path) -> None:
    environ = {"ATSDESK_SECRET__BENCH__API_KEY": api_key, "ATSDESK_SECRET__BENCH__SECRET": secret}
    with Desk(folder, environ=environ) as desk:
        if what == "first":
            desk.add_account("comeet", "bench", {}, base_url=base_url, settings={"requests_per_minute": "0"})
        idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        started = time.perf_counter()
        report = desk.sync("bench", full=what == "full")
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    counts = {
        name: sum(getattr(one, name) for one in report.resources) for name in ("requests", "added", "changed")
    }
    print(
        json.dumps(
            {"seconds": seconds, "state": report.state, "peak": peak, "above_idle": peak - idle, **counts}
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4], Path(sys.argv[5]))
