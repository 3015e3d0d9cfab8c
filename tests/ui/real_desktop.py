"""A screen, a window manager and a person of the tests' own: the X server's mouse and keys."""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.ui.starting import until

TOOLS = ("Xvfb", "openbox", "xdotool")
LACKING = [one for one in TOOLS if shutil.which(one) is None]

PROGRAM = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from atsdesk.ui import app

def tell():
    texts, names = {}, {}
    for widget in QApplication.allWidgets():
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            middle = widget.mapToGlobal(widget.rect().center())
            texts[str(getattr(widget, "text", str)() or "")] = (middle.x(), middle.y())
            names[widget.accessibleName()] = (middle.x(), middle.y())
    places = texts | names  # a label says the same as the field beside it
    places.pop("", None)
    target = Path(sys.argv[2])
    target.with_suffix(".new").write_text(json.dumps(places))
    os.replace(target.with_suffix(".new"), target)

real = app.prepare
def prepare():
    made = real()
    made.places = QTimer(made, interval=150)
    made.places.timeout.connect(tell)
    made.places.start()
    return made
app.prepare = prepare
sys.exit(app.main(["--data-dir", sys.argv[1]]))
"""
"""The program, that tells where its widgets are, as a person sees it."""
PASTE = """
import json, sys
from PySide6.QtGui import QGuiApplication

app = QGuiApplication([])
screen = app.primaryScreen()
if sys.argv[1:]:
    sys.exit(not screen.grabWindow(0).save(sys.argv[1]))
pasted = app.clipboard().mimeData()
print(json.dumps({"text": pasted.text(), "html": pasted.html()}))
"""
"""Another program, that takes what was copied; with a path, it takes a picture of the screen instead."""


class Desktop:
    """A screen of its own, with a person at it."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self._stack, self._places = stack, folder / "places.json"
        read, write = os.pipe()
        server = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1640x1000x24", "-nolisten", "tcp"]
        self._ended(subprocess.Popen(server, pass_fds=[write], stderr=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        home = folder / "home"
        home.mkdir()
        self.environ = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(home)}
        self.run("openbox")

    def _ended(self, process: subprocess.Popen[Any]) -> subprocess.Popen[Any]:
        def end() -> None:
            process.kill()
            process.wait()

        self._stack.callback(end)
        return process

    def run(self, *command: str, **more: str) -> subprocess.Popen[Any]:
        return self._ended(
            subprocess.Popen(
                command, env=self.environ | more, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        )

    def xdotool(self, *words: object) -> str:
        command = ["xdotool", *map(str, words)]
        done = subprocess.run(
            command, env=self.environ, check=True, capture_output=True, text=True, timeout=30
        )
        return done.stdout.strip()

    def start(self, data: Path, environ: dict[str, str]) -> subprocess.Popen[Any]:
        """The program in the right part of the screen; the left is for what is dragged."""
        self._places.unlink(missing_ok=True)
        program = self.run(sys.executable, "-c", PROGRAM, str(data), str(self._places), **environ)
        until(self._places.exists)
        window = self.xdotool("search", "--sync", "--onlyvisible", "--name", "ATS Desk").splitlines()[0]
        self.xdotool("windowsize", "--sync", window, 1480, 940)
        self.xdotool("windowmove", window, 150, 10)
        self.xdotool("windowactivate", "--sync", window)
        return program

    def another(self, *words: object) -> str:
        """What another program of this desktop prints."""
        command = [sys.executable, "-c", PASTE, *map(str, words)]
        done = subprocess.run(
            command, env=self.environ, check=True, capture_output=True, text=True, timeout=30
        )
        return done.stdout

    def pasted(self) -> dict[str, str]:
        """The clipboard, as another program has it: `text` and `html`."""
        found: dict[str, str] = json.loads(self.another())
        return found

    def place(self, name: str) -> tuple[int, int]:
        """Where something of this name is, once it is there and stands still."""
        found: list[Any] = [None, None]

        def still() -> bool:
            places = json.loads(self._places.read_text())
            begun = (at for said, at in places.items() if said.startswith(name))
            found[:] = [found[1], places.get(name) or next(begun, None)]
            return found[0] is not None and found[0] == found[1]

        def told() -> bool:
            time.sleep(0.2)
            return still()

        try:
            until(told)
        except AssertionError:
            pytest.fail(f"there is no {name} among {', '.join(json.loads(self._places.read_text()))}")
        x, y = found[1]
        return int(x), int(y)

    def click(self, name: str) -> None:
        self.xdotool("mousemove", "--sync", *self.place(name), "click", 1)

    def press(self, name: str) -> None:
        """Click on something that goes when it is clicked; again, as people do, where nothing seems to happen."""

        def gone() -> bool:
            self.click(name)
            time.sleep(2)
            return name not in json.loads(self._places.read_text())

        until(gone)

    def fill(self, name: str, text: str) -> None:
        self.click(name)
        self.xdotool("type", "--delay", 5, text)

    def drag(self, from_: tuple[int, int], to: tuple[int, int]) -> None:
        """With the button held down all the way, in steps, as a hand moves."""
        self.xdotool("mousemove", "--sync", *from_)
        self.xdotool("mousedown", 1)
        for step in range(1, 21):
            x, y = (round(a + (b - a) * step / 20) for a, b in zip(from_, to, strict=True))
            self.xdotool("mousemove", x, y)
            time.sleep(0.03)
        time.sleep(0.3)
        self.xdotool("mouseup", 1)
