"""A window on a real data folder: filled once from the sandbox, copied for every test."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.net.budget import spent_with
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.running import Sandbox, running
from atsdesk.ui.app import prepare
from atsdesk.ui.theme import LIGHT, Appearance
from atsdesk.ui.trouble import TroubleDialog
from atsdesk.ui.window import Window
from tests.ui.translations import translations

LACKING = ("This plugin does not support", "No such signal QPlatformNativeInterface::systemTray")
"""What Qt says of a platform without window manager and tray."""
PEOPLE = 260
SHORTLY = 10_000
"""Milliseconds that anything here may take."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The offscreen platform says what it cannot do; no window manager, no harm.
    for item in items:
        if "tests/ui" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore(*LACKING, extend=True))


@pytest.fixture(autouse=True)
def own_budget() -> None:
    """What other tests asked of the sandbox with the same key counts for none."""
    spent_with.cache_clear()


@pytest.fixture(autouse=True, scope="session")
def imported() -> None:
    """What the imports made stays: to look through it for cycles after every test would take longer than most tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def cycles(imported: None) -> Iterator[None]:
    """Cycles are looked for between two tests, as between two events of the window: see `Collector`."""
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(
        None, QEvent.Type.DeferredDelete
    )  # or the next window is dressed with the last
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with running(seed=7, candidates=PEOPLE, rules=Rules(rate_requests=0)) as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def environ(sandbox: Sandbox) -> dict[str, str]:
    """The secrets of the account `acme`, as a machine without a keyring gives them."""
    return {f"ATSDESK_SECRET__ACME__{field.upper()}": secret for field, secret in sandbox.secrets.items()}


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, sandbox: Sandbox, environ: dict[str, str]) -> Path:
    """A data folder with one account, synced."""
    folder = tmp_path_factory.mktemp("filled")
    with Desk(folder, environ=environ) as desk:
        desk.add_account("comeet", "acme", {}, base_url=sandbox.base_url, settings=sandbox.settings)
        assert desk.sync("acme").state == "SUCCEEDED"
    return folder


@pytest.fixture
def desk(filled: Path, data_dir: Path, environ: dict[str, str]) -> Iterator[Desk]:
    shutil.copytree(filled, data_dir)
    with Desk(data_dir, environ=environ) as desk:
        yield desk


@pytest.fixture
def empty_desk(data_dir: Path) -> Iterator[Desk]:
    with Desk(data_dir, environ={}) as desk:
        yield desk


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with our style and font."""
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    translations.compile_all()
    return prepare()


@pytest.fixture
def appearance(dressed: QApplication) -> Iterator[Appearance]:
    appearance = Appearance(dressed)
    appearance.show(LIGHT)
    yield appearance
    appearance.deleteLater()


@pytest.fixture
def show(
    data_dir: Path, qtbot: QtBot, dressed: QApplication, appearance: Appearance
) -> Iterator[Callable[..., Window]]:
    """Opens a window on a desk and waits until it is filled; there is no tray unless told otherwise.

    Ask for the desk first: it has to outlive the window.
    """
    opened: list[Window] = []

    def open_window(desk: Desk, tray_there: Callable[[], bool] = lambda: False) -> Window:
        dressed.setStyleSheet("")  # as at the start of the program: built bare, dressed at the end
        window = Window(desk, appearance, tray_there=tray_there)
        appearance.show(LIGHT)
        opened.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(
            lambda: window.alive and not window.workers.busy and not window.candidates.model.waiting,
            timeout=SHORTLY,
        )
        return window

    yield open_window
    for window in opened:
        window.close()
        assert window.end(), "work was still going on two seconds after the end"


@pytest.fixture
def window(desk: Desk, show: Callable[[Desk], Window]) -> Window:
    return show(desk)


@pytest.fixture
def calm(qtbot: QtBot) -> Callable[[Window], None]:
    """Waits until no worker works for the window."""

    def wait(window: Window) -> None:
        qtbot.waitUntil(lambda: not window.workers.busy, timeout=SHORTLY)
        qtbot.waitUntil(lambda: not window.candidates.model.waiting, timeout=SHORTLY)

    return wait


@pytest.fixture
def expect_trouble(qtbot: QtBot) -> Callable[[Window], str]:
    """Waits for the calm message of a window, closes it, and returns what it says."""

    def wait(window: Window) -> str:
        qtbot.waitUntil(lambda: bool(_messages(window)), timeout=SHORTLY)
        dialog = _messages(window)[0]
        says = f"{dialog.trouble.title} {dialog.trouble.hint}"
        dialog.copy()
        dialog.accept()
        return says

    return wait


def _messages(window: Window) -> list[TroubleDialog]:
    return [one for one in window.findChildren(TroubleDialog) if one.isVisible()]
