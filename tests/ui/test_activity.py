"""The Activity tab and the badge: what needs a person, with what to do; and what every sync did."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.sandbox.comeet.defaults import Rules
from atsdesk.sandbox.comeet.running import running
from atsdesk.store.views import CANDIDATES_VIEW
from atsdesk.ui.parts import Chip
from atsdesk.ui.requests_dialog import RequestsDialog
from atsdesk.ui.settings_dialog import SettingsDialog
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY
from tests.ui.test_look import nameless

Show = Callable[[Desk], Window]
Calm = Callable[[Window], None]


def texts(window: Window) -> str:
    return "\n".join(label.text() for label in window.activity.findChildren(QLabel))


def test_nothing_to_do_is_good_news(window: Window, calm: Calm) -> None:
    window.show_page(window.activity)
    calm(window)
    assert "All good" in texts(window)
    assert window.header.issues.isHidden()


def test_a_run_opens_into_its_resources(window: Window, calm: Calm) -> None:
    window.show_page(window.activity)
    calm(window)
    openers = window.activity.runs.findChildren(QToolButton)
    before = len(window.activity.runs.findChildren(Chip))
    QTest.mouseClick(openers[0], Qt.MouseButton.LeftButton)
    assert len(window.activity.runs.findChildren(Chip)) > before
    assert "Candidates" in texts(window)


def test_a_run_leads_to_its_requests(qtbot: QtBot, window: Window, calm: Calm) -> None:
    window.show_page(window.activity)
    calm(window)
    window.activity.runs.open_first()
    press(window, "See every request")
    calm(window)
    (dialog,) = window.findChildren(RequestsDialog)
    assert nameless(dialog) == []
    count = dialog.list.topLevelItemCount()
    items = [one for one in map(dialog.list.topLevelItem, range(count)) if one is not None]
    assert {item.text(1) for item in items} >= {"Positions", "Candidates"}
    assert {item.text(3) for item in items} == {"200"}
    assert all(item.text(2).startswith("GET /") for item in items)
    dialog.search.setText("posit 200")
    assert {item.text(1) for item in items if not item.isHidden()} == {"Positions"}
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.count("GET /") == count
    assert "ATS Desk" in copied
    dialog.accept()


@pytest.fixture
def troubled(qtbot: QtBot, data_dir: Path, show: Show, calm: Calm) -> Iterator[Window]:
    """A window on an account whose sync met a record that cannot be used."""
    with running(seed=5, candidates=40, rules=Rules(rate_requests=0)) as sandbox:
        sandbox.control.fail("wrong-types@candidates")
        environ = {
            f"ATSDESK_SECRET__ACME__{field.upper()}": secret for field, secret in sandbox.secrets.items()
        }
        with Desk(data_dir, environ=environ) as desk:
            desk.add_account("comeet", "acme", {}, base_url=sandbox.base_url)
            desk.sync("acme")
            assert desk.reading.issues()
            window = show(desk)
            yield window
            window.close()
            assert window.end()


def test_issues_show_in_the_badge_and_can_be_finished(qtbot: QtBot, troubled: Window, calm: Calm) -> None:
    qtbot.waitUntil(troubled.header.issues.isVisible, timeout=SHORTLY)
    QTest.mouseClick(troubled.header.issues, Qt.MouseButton.LeftButton)
    calm(troubled)
    assert troubled.pages.currentWidget() is troubled.activity
    issue = troubled.desk.reading.issues()[0]
    assert issue.title in texts(troubled)
    assert issue.hint in texts(troubled)
    count = len(troubled.desk.reading.issues())
    done = [one for one in troubled.activity.findChildren(QPushButton) if one.text() == "Done"]
    done[0].click()
    calm(troubled)
    qtbot.waitUntil(lambda: len(troubled.desk.reading.issues()) == count - 1, timeout=SHORTLY)


def test_an_issue_that_a_sync_may_end_offers_one(qtbot: QtBot, troubled: Window, calm: Calm) -> None:
    troubled.show_page(troubled.activity)
    calm(troubled)
    with qtbot.waitSignal(troubled.syncs.ended, timeout=SHORTLY) as ended:
        press(troubled, "Sync again")
    assert ended.args[0].account == "acme"


@pytest.mark.parametrize(("permits", "action"), [("candidates", "Open settings"), ("none", "Open settings")])
def test_what_a_key_may_not_read_leads_to_the_settings(
    qtbot: QtBot, data_dir: Path, show: Show, calm: Calm, permits: str, action: str
) -> None:
    with running(seed=5, candidates=20, rules=Rules(rate_requests=0)) as sandbox:
        environ = {
            f"ATSDESK_SECRET__ACME__{field.upper()}": secret for field, secret in sandbox.secrets.items()
        }
        if permits == "none":
            environ["ATSDESK_SECRET__ACME__SECRET"] = "another"
        else:
            sandbox.control.fail("403@candidates")
        with Desk(data_dir, environ=environ) as desk:
            desk.add_account("comeet", "acme", {}, base_url=sandbox.base_url)
            desk.sync("acme")
            window = show(desk)
            window.show_page(window.activity)
            calm(window)
            press(window, action)
            calm(window)
            (settings,) = window.findChildren(SettingsDialog)
            settings.close()
            window.close()
            assert window.end()


@pytest.fixture
def held(data_dir: Path, show: Show) -> Iterator[Window]:
    """A window on an account in whose lists many records are missing."""
    with running(seed=5, candidates=60, rules=Rules(rate_requests=0)) as sandbox:
        environ = {
            f"ATSDESK_SECRET__ACME__{field.upper()}": secret for field, secret in sandbox.secrets.items()
        }
        with Desk(data_dir, environ=environ) as desk:
            desk.add_account("comeet", "acme", {}, base_url=sandbox.base_url)
            desk.sync("acme")
            sandbox.control.permit(scope="published")
            desk.sync("acme", full=True)
            assert {issue.kind for issue in desk.reading.issues()} == {"deletions_held"}
            window = show(desk)
            yield window
            window.close()
            assert window.end()


def press(window: Window, text: str) -> None:
    next(one for one in window.activity.findChildren(QPushButton) if one.text() == text).click()


def test_held_deletions_can_be_accepted_after_one_question(qtbot: QtBot, held: Window, calm: Calm) -> None:
    held.show_page(held.activity)
    calm(held)
    assert "atsdesk sync" not in texts(held), "a command is no advice to who sits before a window"
    before = held.desk.reading.total(CANDIDATES_VIEW)
    press(held, "Accept deletions")
    assert not held.syncs.running, "it asks first"
    press(held, "Keep")
    assert "delete here" not in texts(held)
    press(held, "Accept deletions")
    assert "acme" in texts(held)
    with qtbot.waitSignal(held.syncs.ended, timeout=SHORTLY) as ended:
        press(held, "Sync and delete")
    assert ended.args[0].full
    assert ended.args[0].state == "SUCCEEDED"
    calm(held)
    qtbot.waitUntil(lambda: "All good" in texts(held), timeout=SHORTLY)
    assert held.desk.reading.issues() == []
    assert held.desk.reading.total(CANDIDATES_VIEW) < before


def test_deletions_cannot_be_accepted_during_a_sync(
    held: Window, calm: Calm, monkeypatch: pytest.MonkeyPatch
) -> None:
    held.show_page(held.activity)
    calm(held)
    monkeypatch.setattr(held.syncs, "start", lambda *_, **__: False)
    press(held, "Accept deletions")
    press(held, "Sync and delete")
    assert "acme is being synced" in held.toast.text()


def test_the_page_is_filled_from_the_top(qtbot: QtBot, window: Window, calm: Calm) -> None:
    window.show_page(window.activity)
    calm(window)
    title = next(one for one in window.activity.findChildren(QLabel) if one.text() == "Issues")
    good = next(one for one in window.activity.findChildren(QLabel) if one.text() == "All good")
    at = [one.mapTo(window.activity, one.rect().topLeft()).y() for one in (title, good, window.activity.runs)]
    assert at[0] < 40
    assert at[1] - at[0] < 80
    assert at[2] - at[1] < 160


def test_copied_details_hold_no_record(qtbot: QtBot, troubled: Window, calm: Calm) -> None:
    troubled.show_page(troubled.activity)
    calm(troubled)
    copy = [one for one in troubled.activity.findChildren(QPushButton) if one.text() == "Copy details"]
    copy[0].click()
    copied = QGuiApplication.clipboard().text()
    assert "ATS Desk" in copied
    for issue in troubled.desk.reading.issues():
        assert not issue.body or issue.body not in copied
