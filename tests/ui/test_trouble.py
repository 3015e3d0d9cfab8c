"""Whatever goes wrong reaches the person as a calm message and the log as a place in our code; the program goes on."""

import logging
import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from atsdesk.errors import ConfigError
from atsdesk.ui.app import Alarm
from atsdesk.ui.trouble import TroubleDialog, describe, details
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY

Expect = Callable[[Window], str]
SECRET = "Dana Levi <dana@example.com>"


@pytest.fixture
def alarm(window: Window, monkeypatch: pytest.MonkeyPatch) -> Alarm:
    """What the program installs at its start; undone at the end."""
    for module, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    alarm = Alarm(window.dialogs.show_trouble)
    alarm.install()
    return alarm


@pytest.mark.expects_log
@pytest.mark.fault(30, "a mistake of our own")
def test_an_exception_in_a_worker_reaches_the_person(window: Window, expect_trouble: Expect) -> None:
    def fail() -> None:
        raise KeyError(SECRET)

    window.workers.work(fail)
    assert "unexpected" in expect_trouble(window)
    assert SECRET not in QGuiApplication.clipboard().text()
    assert "KeyError" in QGuiApplication.clipboard().text()


@pytest.mark.expects_log
@pytest.mark.fault(30, "a mistake of our own")
def test_an_exception_in_a_thread_reaches_the_person(
    window: Window, alarm: Alarm, expect_trouble: Expect
) -> None:
    def fail() -> None:
        raise ValueError(SECRET)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "unexpected" in expect_trouble(window)


@pytest.mark.expects_log
@pytest.mark.fault(30, "a mistake of our own")
def test_an_exception_in_a_slot_reaches_the_person(
    qtbot: QtBot, window: Window, alarm: Alarm, expect_trouble: Expect
) -> None:
    def fail() -> None:
        raise ValueError(SECRET)

    error = ValueError(SECRET)
    QTimer.singleShot(0, lambda: sys.excepthook(ValueError, error, None))
    assert "unexpected" in expect_trouble(window)


@pytest.mark.expects_log
@pytest.mark.fault(30, "a mistake of our own")
def test_the_program_goes_on_after_trouble(qtbot: QtBot, window: Window, expect_trouble: Expect) -> None:
    window.dialogs.show_trouble(RuntimeError())
    window.dialogs.show_trouble(RuntimeError())
    assert len([one for one in window.findChildren(TroubleDialog) if one.isVisible()]) == 1
    expect_trouble(window)
    window.header.search.setText("zzzz")
    qtbot.waitUntil(lambda: window.candidates.model.rowCount() == 0, timeout=SHORTLY)


@pytest.mark.expects_log
def test_the_log_gets_the_place_but_no_person(
    window: Window, expect_trouble: Expect, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise ValueError(SECRET)

    with caplog.at_level(logging.DEBUG, logger="atsdesk"):
        window.workers.work(fail)
        expect_trouble(window)
    assert "ValueError" in caplog.text
    assert "test_trouble.py" in caplog.text
    assert "Dana" not in caplog.text


def test_known_errors_say_what_to_do() -> None:
    trouble = describe(ConfigError("The folder cannot be written to.", "Choose another.", concerns="folder"))
    assert (trouble.title, trouble.hint) == ("The folder cannot be written to.", "Choose another.")
    assert "Python" in trouble.details


def test_what_the_system_says_is_told() -> None:
    assert "No space left" in describe(OSError(28, "No space left on device")).hint


def test_details_name_no_folder_of_a_person() -> None:
    try:
        raise RuntimeError(SECRET)
    except RuntimeError as error:
        text = details(error)
    assert "tests/ui/test_trouble.py" in text
    assert str(__file__) not in text
