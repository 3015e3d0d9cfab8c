"""The candidate panel: who it is, where they stand, what happened, and the record, all as plain text."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.sandbox.comeet.running import Sandbox
from atsdesk.store.changes import MOVED, Phrase
from atsdesk.store.detail import CandidateDetail, FileDetail, HistoryEntry, StepDetail
from atsdesk.store.person import InterviewDetail, InterviewerDetail, Note, OfferDetail, Station
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
    entries = [HistoryEntry("2026-03-01T08:00:00Z", Phrase(MOVED, ("Phone screen", "Team interview")))]
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


def of_several(window: Window, desk: Desk) -> list[tuple[str, str, str]]:
    """The keys of the applications of somebody who has more than one."""
    rows = desk.reading.rows(window.candidates.model.view, window.candidates.model.query, 0, 500)
    keys = [(str(row[0]), str(row[1]), str(row[2])) for row in rows]
    people = [key[:2] for key in keys]
    somebody = next(person for person in people if people.count(person) > 1)
    return [key for key in keys if key[:2] == somebody]


def test_another_application_of_the_same_person_comes_first_and_is_marked(
    window: Window, desk: Desk, calm: Calm
) -> None:
    panel = window.candidates.panel
    assert isinstance(panel, CandidatePanel)
    for key in of_several(window, desk)[:2]:
        window.candidates._open(key)
        calm(window)
        assert panel.detail is not None
        (marked,) = [one for one in panel.findChildren(QFrame) if one.property("role") == "pointed"]
        wanted = next(one for one in panel.detail.applications if one.id == key[2])
        assert wanted.job in [label.text() for label in marked.findChildren(QLabel)]
        assert "Selected in the table" in [label.text() for label in marked.findChildren(QLabel)]
        jobs = [one.job for one in panel.detail.applications]
        labels = [label.text() for label in panel.findChildren(QLabel) if label.text() in jobs]
        assert labels[0] == wanted.job
        assert panel.record.text.toPlainText() == wanted.record
    assert len({key[2] for key in of_several(window, desk)}) > 1


def test_who_has_one_application_needs_no_mark(window: Window, desk: Desk, panel: CandidatePanel) -> None:
    assert panel.detail is not None
    marked = [one for one in panel.findChildren(QFrame) if one.property("role") == "pointed"]
    assert len(marked) == (len(panel.detail.applications) > 1)


def test_the_timeline_goes_from_the_application_to_its_end(qtbot: QtBot) -> None:
    def step(name: str, state: str) -> StepDetail:
        return StepDetail(name, None, state, None, None, None, None, None, 14.0)

    steps = [step("Screen", "completed"), step("Offer", "future")]
    whole = Timeline(steps, "2026-01-05T08:00:00Z", "rejected", "2026-02-05T08:00:00Z")
    qtbot.addWidget(whole)
    told = whole.accessibleDescription().split("; ")
    assert [entry.partition(",")[0] for entry in told] == ["Applied", "Screen", "Rejected", "Offer"]
    assert "5 Jan" in told[0]
    assert "5 Feb" in told[2]
    assert "begun" not in whole.accessibleDescription()
    whole.resize(whole.sizeHint())
    whole.grab()
    going = Timeline(steps, None, "", None)
    qtbot.addWidget(going)
    assert len(going.accessibleDescription().split("; ")) == 2


def test_the_record_says_which_place_of_how_many_is_shown(panel: CandidatePanel) -> None:
    record = panel.record
    record.show_record('{"name": "Ada", "other": "ada", "third": "ADA"}')
    record.search.setText("ada")
    assert record.found.text() == "1 of 3"
    QTest.keyClick(record.search, Qt.Key.Key_Return)
    assert record.found.text() == "2 of 3"
    QTest.keyClick(record.search, Qt.Key.Key_Return)
    QTest.keyClick(record.search, Qt.Key.Key_Return)
    assert record.found.text() == "1 of 3"


@pytest.mark.parametrize(
    ("ats", "says", "opens"),
    [
        ("kombo", "Open in the ATS", True),
        ("greenhouse", "Open in the ATS (Greenhouse tells no address)", False),
        ("smartrecruiters", "Open in the ATS (SmartRecruiters tells no address)", False),
    ],
)
def test_the_row_menu_opens_the_page_or_says_why_it_cannot(
    desk: Desk, show: Callable[[Desk], Window], calm: Calm, browser: Browser, ats: str, says: str, opens: bool
) -> None:
    page = "https://ats.example/people/7" if opens else None

    def turn(connection: object) -> None:
        connection.execute("update accounts set ats = ?", (ats,))  # type: ignore[attr-defined]
        connection.execute("update applications set url = null")  # type: ignore[attr-defined]
        connection.execute("update candidates set url = ?", (page,))  # type: ignore[attr-defined]
        connection.execute("update jobs set url = null")  # type: ignore[attr-defined]

    desk._store.write(turn)
    window = show(desk)
    for tab in (window.candidates, window.jobs):
        window.show_page(tab)
        calm(window)
        tab.table.selectRow(0)
        menu = tab.row_menu()
        (entry,) = [one for one in menu.actions() if one.text().startswith("Open in the ATS")]
        assert entry.text() == says
        assert entry.isEnabled() == (opens and tab is window.candidates), (
            "a job that came without one has none"
        )
        entry.trigger()
        calm(window)
        menu.close()
    assert browser.opened == ([page] if opens else [])
