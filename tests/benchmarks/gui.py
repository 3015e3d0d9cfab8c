"""How smooth the window stays: the longest gap between two ticks of a 5 ms timer while candidates sync and export.

Run as `python -m tests.benchmarks.gui LINE FOLDER`, LINE being what the sandbox printed; it prints one JSON line.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.sandboxes import Line, desk_with_account, run, sandbox

TICK_MS = 5
IDLE_SECONDS = 3.0
LIMIT_MS = 100


def longest_gap(ready: Callable[[], bool], seconds: float = 600.0) -> float:
    """Run the event loop until `ready`; the longest time, in milliseconds, in which nothing could happen."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    loop, ticks = QEventLoop(), QTimer()
    last, longest, came = time.perf_counter(), 0.0, False
    end = last + seconds

    def tick() -> None:
        nonlocal last, longest, came
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
        came = came or ready()
        if came or now > end:
            loop.quit()

    ticks.setTimerType(Qt.TimerType.PreciseTimer)
    ticks.timeout.connect(tick)
    ticks.start(TICK_MS)
    loop.exec()
    ticks.stop()
    assert came, f"not done after {seconds} seconds"
    return longest * 1000


def main(line: Line, folder: Path) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from atsdesk.ui.app import prepare
    from atsdesk.ui.theme import Appearance
    from atsdesk.ui.window import Window

    app = prepare()
    appearance = Appearance(app)
    with desk_with_account(line, folder) as desk:
        window = Window(desk, appearance)
        appearance.choose("light")
        window.show()
        longest_gap(lambda: window.alive and not window.workers.busy)
        end = time.perf_counter() + IDLE_SECONDS
        idle = longest_gap(lambda: time.perf_counter() > end)
        started = time.perf_counter()
        window.sync()
        syncing = longest_gap(lambda: not window.syncs.running)
        sync_seconds = time.perf_counter() - started
        rows = desk.reading.count(window.candidates.model.view, window.candidates.model.query)
        browsing = longest_gap(lambda: not window.workers.busy and window.candidates.model.rowCount() == rows)
        window.show_page(window.export)
        longest_gap(lambda: not window.workers.busy)
        window.export.path.setText(str(folder / "export.xlsx"))
        started = time.perf_counter()
        window.export.export()
        exporting = longest_gap(lambda: not window.export.exporting.running)
        export_seconds = time.perf_counter() - started
        assert (folder / "export.xlsx").exists(), window.export.notice.text()
        window.close()
        assert window.end()
    told = {
        "rows": rows,
        "idle_gap": idle,
        "sync_gap": max(syncing, browsing),
        "sync_seconds": sync_seconds,
        "export_gap": exporting,
        "export_seconds": export_seconds,
    }
    sys.stdout.write(json.dumps(told) + "\n")


def measure(candidates: int) -> None:
    """Print how long the window was deaf at most."""
    with sandbox("comeet", candidates) as line, tempfile.TemporaryDirectory() as folder:
        told = run("gui", json.dumps(line), str(Path(folder) / "desk"))
    print(
        f"\nWindow open on {told['rows']:,} rows: longest gap of a {TICK_MS} ms timer (limit {LIMIT_MS} ms)\n"
    )
    print(f"{'with nothing to do (noise of the machine)':44}{told['idle_gap']:7.0f} ms")
    print(f"{'during the first sync':44}{told['sync_gap']:7.0f} ms  ({told['sync_seconds']:.1f} s)")
    print(f"{'during the export':44}{told['export_gap']:7.0f} ms  ({told['export_seconds']:.1f} s)")


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), Path(sys.argv[2]))
