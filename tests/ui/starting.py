"""Starts the program with a window in a process of its own."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from atsdesk.ui import app
from atsdesk.ui import presence

def close():
    if not any(isinstance(one, QDialog) or getattr(one, "alive", False) for one in QApplication.topLevelWidgets()):
        QTimer.singleShot(50, close)
        return
    for widget in QApplication.topLevelWidgets():
        widget.close()

real = app.prepare
def prepare():
    made = real()
    if int(sys.argv[2]):
        QTimer.singleShot(int(sys.argv[2]), close)
    return made
app.prepare = prepare

class Noting(presence.Presence):
    def fulfil(self, wish):
        with (Path(sys.argv[1]) / "wishes.txt").open("a") as file:
            file.write(f"{wish}\\n")
        super().fulfil(wish)

presence.Presence = Noting
sys.exit(app.main(["--data-dir", sys.argv[1], *sys.argv[3:]]))
"""


def starting(folder: Path, close_after: int, *options: str) -> subprocess.Popen[str]:
    """The program; it closes its window after so many milliseconds, or with 0 never. What it is told it notes."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", START, str(folder), str(close_after), *options],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
    )


def until(ready: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + 30
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.05)
