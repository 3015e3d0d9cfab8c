"""The program on a real desktop: a window manager, a mouse and keys that are the X server's, a file that is dragged."""

import contextlib
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from atsdesk.desk import Desk
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.running import Sandbox, running
from tests.keyring_daemon import KeyringDaemon
from tests.submit.exposing import expose_open
from tests.submit.papers import PDF
from tests.sync import comeet
from tests.ui.real_desktop import LACKING, Desktop
from tests.ui.starting import until

pytestmark = pytest.mark.skipif(
    bool(LACKING), reason=f"needs {', '.join(LACKING)}, which make installs where it may"
)
EMAIL = "dropped@example.com"

SOURCE = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class Source(QLabel):
    def mouseMoveEvent(self, event):
        drag = QDrag(self)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

app = QApplication([])
label = Source("drag me")
label.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
label.setGeometry(10, 10, 100, 60)
label.show()
sys.exit(app.exec())
"""
"""A window with a file to drag, as a file manager has."""


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with ExitStack() as stack:
        yield Desktop(stack, tmp_path)


@pytest.mark.timeout(180)
def test_a_file_is_dropped_on_the_form_and_somebody_is_sent_once(
    desktop: Desktop, filled: Path, sandbox: Sandbox, environ: dict[str, str], tmp_path: Path
) -> None:
    data, resume = tmp_path / "data", tmp_path / "קורות חיים.pdf"
    shutil.copytree(filled, data)
    with Desk(data, environ=environ) as desk:
        expose_open(desk)
    resume.write_bytes(PDF)
    desktop.run(sys.executable, "-c", SOURCE, str(resume))
    program = desktop.start(data, environ)
    desktop.place("Search")
    desktop.xdotool("key", "ctrl+n")
    desktop.place("First name")
    desktop.xdotool("key", "Down")
    desktop.fill("First name", "Noa")
    desktop.fill("Last name", "Dropped")
    desktop.fill("E-mail", EMAIL)

    desktop.drag((60, 40), desktop.place("Drop files here"))
    desktop.place(f"Take {resume.name} out")
    desktop.click("Review and send")
    desktop.press("Send")

    def there() -> list[dict[str, Any]]:
        return [
            one for one in comeet.all_of(sandbox, "candidates", limit="1000") if one.get("email") == EMAIL
        ]

    until(lambda: bool(there()))
    desktop.place("Outbox")
    with Desk(data, environ=environ) as again:
        until(lambda: [one.state for one in again.outbox.all()] == ["sent"])
        assert again.drafts.all() == []
    (one,) = there()
    assert (one["first_name"], one["last_name"]) == ("Noa", "Dropped")
    assert one["resume"]["name"] == resume.name
    desktop.xdotool("key", "alt+F4")
    assert program.wait(timeout=20) == 0
    assert len(there()) == 1


def ended(data: Path, state: str) -> bool:
    """Whether the last sync ended so."""
    with Desk(data) as desk:
        return [one.state for one in desk.reading.runs(1)] == [state]


def applications(data: Path) -> list[str]:
    """The living ones, from a file that is sound."""
    with Desk(data) as desk, contextlib.closing(sqlite3.connect(desk.database)) as file:
        assert file.execute("pragma integrity_check").fetchall() == [("ok",)]
        return [one for (one,) in file.execute("select id from applications where deleted_at is null")]


@pytest.mark.timeout(180)
def test_a_day_from_the_first_start_to_the_next(
    real_keyring: KeyringDaemon, desktop: Desktop, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with running(seed=11, candidates=120, rules=Rules(rate_requests=0)) as sandbox:
        program = desktop.start(data, {})
        desktop.click("Connect an ATS")
        desktop.fill("API key", sandbox.secrets["api_key"])
        desktop.fill("Secret", sandbox.secrets["secret"])
        desktop.xdotool("key", "Tab", "space", "Tab")
        desktop.xdotool("type", "--delay", 5, sandbox.base_url)
        desktop.click("Test connection")
        desktop.place("The connection works and everything is readable.")
        desktop.press("Connect")
        until(lambda: ended(data, "SUCCEEDED"))
        assert {one["username"] for one in real_keyring.entries()} == set(sandbox.secrets)
        assert sorted(applications(data)) == sorted(comeet.truth(sandbox).applications)

        somebody = next(one for one in comeet.all_of(sandbox, "candidates") if one.get("email"))
        desktop.fill("Search people by name, e-mail or phone", somebody["email"])
        desktop.place("1 of ")
        desktop.xdotool("key", "Down", "Return")
        desktop.place(f"Copy {somebody['email']}")
        desktop.xdotool("key", "ctrl+c")
        desktop.place("Rows copied: 1")
        pasted = desktop.pasted()
        headers, row = (line.split("\t") for line in pasted["text"].splitlines())
        assert row[headers.index("E-mail")] == somebody["email"]
        assert pasted["html"].count("<th>") == len(headers) == len(row)
        assert f">{somebody['email']}</td>" in pasted["html"]

        before = set(applications(data))
        sandbox.control.advance(new=5, moved=20, deleted=3)
        came = set(comeet.truth(sandbox).applications) - before
        sandbox.control.clear_requests()
        sandbox.control.fail("slow=20@deleted-candidates*x*")
        desktop.xdotool("key", "F5")
        until(lambda: any("deleted" in one["path"] for one in sandbox.control.requests()))
        desktop.place("Progress by resource")
        desktop.xdotool("key", "alt+F4")
        assert program.wait(timeout=20) == 0
        assert ended(data, "CANCELLED")
        assert came
        assert came <= set(applications(data)), "what was written before the end stays"

        sandbox.control.advance(new=3, moved=10, deleted=2)
        sandbox.control.heal()
        again = desktop.start(data, {})
        desktop.place("Search people by name, e-mail or phone")
        desktop.xdotool("key", "F5")
        until(lambda: ended(data, "SUCCEEDED"))
        assert sorted(applications(data)) == sorted(comeet.truth(sandbox).applications)
        desktop.xdotool("key", "alt+F4")
        assert again.wait(timeout=20) == 0
