"""ATS Desk doing the same: a first sync, a full re-read of unchanged data, and a normal second sync, each in a process
of its own.

Run as `python -m tests.benchmarks.ours first|full|again LINE FOLDER`, LINE being what the sandbox printed."""

import json
import resource
import sys
import time
from pathlib import Path

import atsdesk.net.client  # noqa: F401  the newcomer's clock starts with httpx loaded, too
from atsdesk.store.file import open_reader
from atsdesk.store.tables import SYNCED
from tests.benchmarks.sandboxes import ACCOUNT, Line, desk_with_account


def main(what: str, line: Line, folder: Path) -> None:
    with desk_with_account(line, folder) as desk:
        idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        started = time.perf_counter()
        report = desk.sync(ACCOUNT, full=what == "full")
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with open_reader(desk.database) as reader:
        rows = sum(reader.execute(f"select count(*) from {table.name}").fetchone()[0] for table in SYNCED)
    told = {
        "seconds": seconds,
        "state": report.state,
        "peak": peak,
        "above_idle": peak - idle,
        "rows": rows,
        "resources": {one.resource: (one.requests, one.received) for one in report.resources},
        **{
            name: sum(getattr(one, name) for one in report.resources)
            for name in ("requests", "added", "changed")
        },
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]), Path(sys.argv[3]))
