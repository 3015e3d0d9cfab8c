"""Files in the candidate panel: a click fetches one and opens it; what goes wrong is told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.store.detail import FileDetail
from atsdesk.ui.candidate_panel import CandidatePanel
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY

Calm = Callable[[Window], None]


class System:
    """What the system was asked to open, and whether it could."""

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.able = True

    def open(self, url: QUrl) -> bool:
        self.opened.append(Path(url.toLocalFile()))
        return self.able


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    made = System()
    monkeypatch.setattr(QDesktopServices, "openUrl", made.open)
    return made


def panel_with_file(window: Window, desk: Desk, calm: Calm) -> tuple[CandidatePanel, FileDetail]:
    panel = window.candidates.panel
    assert isinstance(panel, CandidatePanel)
    for row in desk.reading.rows(window.candidates.model.view, window.candidates.model.query, 0, 100):
        account, person, application = (str(cell) for cell in row[:3])
        detail = desk.reading.candidate(account, person)
        files = [file for one in detail.applications for file in one.files] if detail else []
        if files:
            window.candidates._open((account, person, application))
            calm(window)
            return panel, files[0]
    pytest.fail("nobody has a file")


def link_of(panel: CandidatePanel, file: FileDetail) -> QPushButton:
    return next(
        one for one in panel.findChildren(QPushButton) if one.accessibleName().startswith(f"{file.name}. ")
    )


def test_a_click_fetches_a_file_and_opens_it(
    qtbot: QtBot, window: Window, desk: Desk, calm: Calm, system: System
) -> None:
    panel, file = panel_with_file(window, desk, calm)
    link = link_of(panel, file)
    link.click()
    link.click()
    assert file.name in window.toast.text()
    qtbot.waitUntil(lambda: bool(system.opened), timeout=SHORTLY)
    calm(window)
    assert len(system.opened) == 1, "a file that is on its way is not asked for twice"
    assert system.opened[0].name == file.name
    assert system.opened[0].read_bytes().startswith(b"%PDF")


def test_a_kind_that_might_do_something_is_only_shown_in_its_folder(
    qtbot: QtBot, window: Window, desk: Desk, calm: Calm, system: System
) -> None:
    panel, file = panel_with_file(window, desk, calm)
    panel.opener.open("acme", FileDetail(file.id, "cv.exe", None, file.application_id, file.candidate_id))
    qtbot.waitUntil(lambda: bool(system.opened), timeout=SHORTLY)
    assert system.opened[0].is_dir()
    assert "not opened" in window.toast.text()


def test_a_file_without_a_program_is_shown_in_its_folder(
    qtbot: QtBot, window: Window, desk: Desk, calm: Calm, system: System
) -> None:
    system.able = False
    panel, file = panel_with_file(window, desk, calm)
    panel.opener.open("acme", file)
    qtbot.waitUntil(lambda: len(system.opened) == 2, timeout=SHORTLY)
    assert system.opened[1] == system.opened[0].parent
    assert "No program" in window.toast.text()


@pytest.mark.expects_log
def test_a_file_that_is_gone_is_told(
    window: Window, desk: Desk, calm: Calm, system: System, expect_trouble: Callable[[Window], str]
) -> None:
    panel, file = panel_with_file(window, desk, calm)
    panel.opener.open("acme", FileDetail("x", "cv.pdf", None, "00.000", file.candidate_id))
    assert "no longer has this candidate" in expect_trouble(window)
    assert not system.opened
