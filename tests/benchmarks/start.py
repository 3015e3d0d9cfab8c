"""How much the first window costs, beside an empty window of PySide6: the processor's seconds until it is painted.

`make bench` and `make bench-ui` print it. Run as `python -m tests.benchmarks.start window FOLDER` (or `empty FOLDER`,
or `enums FOLDER`: an empty window that has named one of Qt's constants, which every window has to), it prints one JSON
line. Other work on the machine counts for nothing: what a process used is measured, not the time that passed.
"""

import gc
import json
import os
import resource
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.browsing import fill
from tests.benchmarks.sandboxes import run

CONTESTANTS = ("empty", "enums", "window")
ROUNDS, PEOPLE = 9, 2_000
LIMIT = 1.5
"""Times an empty window."""


def main(contestant: str, folder: Path) -> None:
    """Open a window; end as soon as it is on the screen, the program's own once its first tab is filled, too."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    told: dict[str, float] = {}

    before: Callable[[Any, QPaintEvent], None] = QMainWindow.paintEvent

    def paint(window: QMainWindow, event: QPaintEvent) -> None:
        if not told:
            told["painted"] = 0.0
            QTimer.singleShot(0, painted)  # before the window's own, with which its second step begins
        before(window, event)

    def painted() -> None:
        told["painted"] = _used()
        if contestant == "window":
            clock.start(1)
        else:
            _end(told)

    def look() -> None:
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow))
        if window.alive and not window.workers.busy:  # type: ignore[attr-defined]
            told["filled"] = _used()
            _end(told)

    if contestant == "window":
        sys.argv = ["main.py", "--data-dir", str(folder)]
        gc.disable()  # as main.py does, before anything is imported
        from atsdesk.ui.window import Window as Shown

        before = Shown.paintEvent
        Shown.paintEvent = paint  # type: ignore[method-assign, assignment]
        clock = QTimer()
        clock.timeout.connect(look)
        from main import main as start

        start()
        return
    if contestant == "enums":
        from PySide6.QtCore import Qt

        assert Qt.AlignmentFlag.AlignLeft
    app = QApplication(sys.argv[:1])
    window = type("Empty", (QMainWindow,), {"paintEvent": paint})()
    window.resize(1280, 800)
    window.show()
    app.exec()


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _end(told: dict[str, float]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    os._exit(0)


def measure() -> None:
    """Print what the windows cost, by turns, so that a busy machine is as busy for each."""
    rounds: dict[str, list[dict[str, float]]] = {name: [] for name in CONTESTANTS}
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), PEOPLE)
        for number in range(ROUNDS + 1):  # the first keeps the compiled modules
            for name in CONTESTANTS:
                told = run("start", name, folder)
                if number:
                    rounds[name].append(told)

    def usual(name: str, what: str = "painted") -> float:
        return statistics.median(told[what] for told in rounds[name])

    empty = usual("empty")
    print(
        f"\nThe first window, in the processor's seconds from the start of the process; median of {ROUNDS}\n"
    )
    for says, seconds, limit in (
        ("an empty window of PySide6", empty, ""),
        ("the same, having named one constant of Qt's", usual("enums"), ""),
        ("ATS Desk, painted", usual("window"), f"   (limit {LIMIT:g})"),
        ("ATS Desk, its first rows are there", usual("window", "filled"), ""),
    ):
        print(f"{says:44}{seconds:7.3f} s{seconds / empty:7.2f}{limit}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2])) if sys.argv[1:] else measure()
