"""What the program has loaded when its window is first painted, and how the rest of it comes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHILD = """
import json, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from atsdesk.once import is_made
from atsdesk.ui.window import Window

told, windows = {}, []

class Watch(QObject):
    def eventFilter(self, widget, event):
        if event.type() == QEvent.Type.Show and isinstance(widget, QWidget) and widget.isWindow():
            windows.append(type(widget).__name__)
        return False

def made(window):
    return [tab.name for tab in window.pages.tabs if is_made(window.pages, tab.name)]

def paint(window, event):
    QMainWindow.paintEvent(window, event)
    if "painted" not in told:
        told["painted"] = sorted(sys.modules)
        told["tabs"] = made(window)
        window._watch = Watch(window)
        QApplication.instance().installEventFilter(window._watch)
        window.pages.whole.connect(whole)
        before(window, event)

def whole():
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
    told.update(whole=sorted(sys.modules), windows=windows, all_tabs=made(window))
    print(json.dumps(told), flush=True)
    window.close()

before = Window.paintEvent
Window.paintEvent = paint
sys.argv = ["main.py", "--data-dir", sys.argv[1]]
import main
sys.exit(main.main())
"""
LATER = frozenset(
    """
    asyncio cryptography filelock h11 httpcore httptools httpx jeepney jwt keyring msgspec multiprocessing nh3 openpyxl
    phonenumbers platformdirs pydoc pysqlite3 rapidfuzz rich secretstorage sqlite_utils ssl starlette truststore uvicorn
    PySide6.QtDBus PySide6.QtNetwork
    atsdesk.accounts atsdesk.ats atsdesk.care atsdesk.cli atsdesk.doctor atsdesk.export atsdesk.forgetting atsdesk.jobs
    atsdesk.net atsdesk.os_keyring atsdesk.outbox atsdesk.reading atsdesk.sandbox atsdesk.sheets atsdesk.spreadsheet
    atsdesk.store atsdesk.submit atsdesk.sync atsdesk.updates atsdesk.vault
    atsdesk.ui.browse_tab atsdesk.ui.guide atsdesk.ui.presence atsdesk.ui.told atsdesk.ui.trouble atsdesk.ui.welcome
    """.split()
)
"""What a person would wait for before anything is to be seen: each comes with its first use."""


@pytest.fixture(scope="module")
def seen(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What a program tells of itself that was started on a folder with data, until all of it is there."""
    folder = tmp_path_factory.mktemp("start") / "data"
    shutil.copytree(filled, folder)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", CHILD, str(folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.PIPE,
        timeout=90,
        check=True,
        text=True,
    )
    return dict(json.loads(done.stdout))


def test_the_first_painting_waits_for_nothing_that_is_not_seen(seen: dict[str, list[str]]) -> None:
    assert {name for name in seen["painted"] if _parts(name) & LATER} == set()
    assert seen["tabs"] == []
    dialogs = {name for name in seen["painted"] if name.endswith("_dialog")}
    assert dialogs == set()
    assert {"atsdesk.accounts", "atsdesk.ui.browse_tab"} <= set(seen["whole"]), (
        "the names above are no longer true"
    )


def test_what_comes_behind_it_is_whole_and_shows_no_window_of_its_own(seen: dict[str, list[str]]) -> None:
    assert seen["all_tabs"] == ["candidates", "steps", "jobs", "interviews", "submit", "export", "activity"]
    assert seen["windows"] == []


def _parts(name: str) -> set[str]:
    """A module and all that it lies in."""
    words = name.split(".")
    return {".".join(words[:count]) for count in range(1, len(words) + 1)}
