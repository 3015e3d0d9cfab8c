"""The candidate panel: who it is, where they stand, what happened, and the record, all as plain text."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from atsdesk.desk import (
    CandidateDetail,
    Desk,
    FileDetail,
    HistoryEntry,
    InterviewDetail,
    InterviewerDetail,
    Note,
    OfferDetail,
    Station,
    StepDetail,
)
from atsdesk.sandbox.comeet.running import Sandbox
from atsdesk.ui.candidate_panel import CandidatePanel
from atsdesk.ui.person import ContactLine, LtrLabel, Tags
from atsdesk.ui.side_panel import open_page
from atsdesk.ui.timeline import Timeline
from atsdesk.ui.window import Window

Calm = Callable[[Window], None]


@pytest.fixture
def panel(window: Window, calm: Calm) -> CandidatePanel:
    """The panel of the first candidate, opened by the Enter key."""
    window.candidates.table.setFocus()
    window.candidates.table.selectRow(0)
    QTest.keyClick(window.candidates.table, Qt.Key.Key_Return)
    calm(window)
    panel = window.candidates.panel
    assert isinstance(panel, CandidatePanel)
    return panel


def shown(panel: CandidatePanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_enter_opens_the_panel_and_arrows_move_it(window: Window, panel: CandidatePanel, calm: Calm) -> None:
    table = window.candidates.table
    first = str(table.rows.index(0, 0).data())
    assert panel.isVisible()
    assert panel.name.text() == first
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    calm(window)
    assert panel.name.text() == str(table.rows.index(1, 0).data()) != first


def test_escape_closes_the_panel(window: Window, panel: CandidatePanel) -> None:
    panel.close_button.setFocus()
    QTest.keyClick(panel.close_button, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert window.focusWidget() is window.candidates.table


def test_contact_is_copied_with_a_button(window: Window, panel: CandidatePanel) -> None:
    lines = panel.findChildren(ContactLine)
    assert lines
    QTest.mouseClick(lines[0].copy, Qt.MouseButton.LeftButton)
    assert panel.detail is not None
    assert QGuiApplication.clipboard().text() == panel.detail.fields["email"]
    assert "Copied" in window.toast.text()


def test_the_panel_of_a_step_is_its_candidate(window: Window, calm: Calm) -> None:
    window.show_tab(1)
    calm(window)
    window.steps.table.selectRow(0)
    window.steps.turn_panel()
    calm(window)
    assert window.steps.panel.name.text() == str(window.steps.model.index(0, 0).data())


def test_every_application_has_its_steps_in_words(panel: CandidatePanel) -> None:
    assert panel.detail is not None
    timelines = panel.findChildren(Timeline)
    assert len(timelines) == sum(1 for one in panel.detail.applications if one.steps)
    for step in panel.detail.applications[0].steps:
        assert step.name in timelines[0].accessibleDescription()


def test_the_record_is_searched_and_copied(qtbot: QtBot, panel: CandidatePanel) -> None:
    panel.show_part(3)
    record = panel.record
    record.search.setText("person_uid")
    assert record.text.textCursor().selectedText() == "person_uid"
    record.search.setText("no such word")
    assert record.found.text() == "Not found"
    QTest.mouseClick(record.copy, Qt.MouseButton.LeftButton)
    assert '"person_uid"' in QGuiApplication.clipboard().text()


def test_nothing_from_an_ats_is_taken_for_html(panel: CandidatePanel) -> None:
    assert panel.detail is not None
    bad = "<img src=x onerror=1><b>bold</b>"
    one = replace(
        panel.detail.applications[0],
        job=bad,
        source=bad,
        tags=(bad,),
        files=(FileDetail("1", bad, None, "", "x"),),
        custom=((bad, bad),),
    )
    step = StepDetail(bad, bad, "current", None, None, None, bad, 1.0, 14.0)
    detail = CandidateDetail(
        panel.detail.account,
        "x",
        {"name": bad, "email": bad},
        [replace(one, steps=(step,))],
        panel.detail.history,
    )
    panel._take(detail, None)
    assert panel.name.text() == bad
    labels = [label for label in panel.findChildren(QLabel) if label.text()]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    for widget in [
        *labels,
        *panel.findChildren(QPushButton),
        *panel.findChildren(LtrLabel),
        *panel.findChildren(Tags),
    ]:
        assert "<img" not in widget.toolTip()
    panel.grab()


class Browser(QObject):
    """Takes what would be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser(qtbot: QtBot) -> Iterator[Browser]:
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")  # type: ignore[arg-type]  # the stub is wrong: bytes are refused
    QDesktopServices.setUrlHandler("file", browser, "open")  # type: ignore[arg-type]  # the stub is wrong: bytes are refused
    yield browser
    QDesktopServices.unsetUrlHandler("https")
    QDesktopServices.unsetUrlHandler("file")


def test_only_https_pages_are_opened(browser: Browser) -> None:
    assert open_page("https://app.comeet.example/candidate/1")
    for url in ("http://x.example", "file:///etc/passwd", "javascript:alert(1)", "https://", "", "not a url"):
        assert not open_page(url)
    assert browser.opened == ["https://app.comeet.example/candidate/1"]


def test_open_in_comeet(window: Window, panel: CandidatePanel, browser: Browser) -> None:
    buttons = [one for one in panel.findChildren(QPushButton) if one.text() == "Open in Comeet"]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert panel.detail is not None
    assert browser.opened == [panel.detail.applications[0].url]


def test_somebody_who_is_gone_is_told(window: Window, panel: CandidatePanel, calm: Calm) -> None:
    panel.show_row("acme", "nobody")
    calm(window)
    assert "No longer" in panel.name.text()


def test_changes_are_told_in_words(panel: CandidatePanel) -> None:
    assert panel.detail is not None
    entries = [HistoryEntry("2026-03-01T08:00:00Z", "Moved from Phone screen to Team interview")]
    panel._take(replace(panel.detail, history=entries), None)
    panel.show_part(2)
    assert "Moved from Phone screen to Team interview" in shown(panel)


def test_interviews_offers_and_background_are_told(panel: CandidatePanel) -> None:
    assert panel.detail is not None
    first = panel.detail.applications[0]
    met = InterviewDetail(
        (
            InterviewerDetail("Dana Levi", "accepted", None, None, None, True),
            InterviewerDetail("Noa Bar", "accepted", "strong_yes", "Clear.", "2026-03-01T12:00:00Z", False),
        ),
        "Team interview",
        None,
        "done",
        "2026-03-01T08:00:00Z",
        "2026-03-01T09:00:00Z",
        None,
        "2026-03-01T10:00:00",
        "Asia/Jerusalem",
        "Room 4",
    )
    offered = OfferDetail(2, True, "sent", "2026-03-05", "2026-04-01", None)
    detail = replace(
        panel.detail,
        applications=[replace(first, interviews=(met,), offers=(offered,))],
        employments=(Station("Nurse", "Clinic Example", "2020-01", None, "<p>Cared &amp; taught</p>"),),
        educations=(Station("BSc, Nursing", "School Example", "2016", "2019", None),),
        notes=(Note("2026-03-02T08:00:00Z", "Noa Bar", None, "<b>Keen</b><script>x()</script>"),),
    )
    panel._take(detail, None)
    told = "\n".join(label.text() for label in panel.findChildren(QLabel))
    for part in (
        "Team interview",
        "10:00 Asia/Jerusalem",
        "feedback is due",
        "Strong yes",
        "Offer, version 2",
    ):
        assert part in told
    for part in ("Nurse · Clinic Example", "Cared & taught", "BSc, Nursing · School Example", "Keen"):
        assert part in told
    assert "x()" not in told


def test_the_same_person_in_another_account_is_one_click_away(
    panel: CandidatePanel, desk: Desk, window: Window, calm: Calm, sandbox: Sandbox
) -> None:
    assert panel.detail is not None
    person, mail = panel.detail.id, str(panel.detail.fields["email"])
    desk.add_account("comeet", "other", sandbox.secrets, base_url=sandbox.base_url, for_session=True)
    desk.sync("other")
    panel.reread()
    calm(window)
    link = next(one for one in panel.findChildren(QPushButton) if one.text().startswith("Same e-mail: "))
    assert link.text().endswith("in other")
    link.click()
    calm(window)
    assert panel.detail.account == "other"
    assert (panel.detail.id, panel.detail.fields["email"]) == (person, mail)


def test_nothing_is_left_of_who_is_no_longer_there(panel: CandidatePanel) -> None:
    assert panel.detail is not None
    name = str(panel.detail.fields["name"])
    assert str(panel.detail.fields["first_name"]) in panel.record.text.toPlainText()
    panel._take(None, None)
    told = "\n".join(label.text() for label in panel.findChildren(QLabel))
    assert name not in told
    assert panel.record.text.toPlainText() == ""
