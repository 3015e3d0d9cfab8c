"""Writing somebody down and sending them, as a person does it: the window, a real file, a real sandbox."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from atsdesk.ats.draft import Draft, File
from atsdesk.desk import Desk
from atsdesk.sandbox.comeet.running import Sandbox
from atsdesk.store.browse import Query
from atsdesk.store.views import CANDIDATES_VIEW
from atsdesk.submit.enclosing import enclosure
from atsdesk.ui.sheet_dialog import SheetDialog
from atsdesk.ui.submit_choices import Box
from atsdesk.ui.submit_review import ReviewDialog
from atsdesk.ui.submit_tab import SubmitTab
from atsdesk.ui.window import Window
from tests.submit.exposing import expose_open
from tests.submit.papers import PDF, PNG
from tests.sync import comeet
from tests.ui.conftest import SHORTLY

Calm = Callable[[Window], None]


@pytest.fixture
def tab(window: Window, calm: Calm, qtbot: QtBot) -> SubmitTab:
    expose_open(window.desk)
    window.submit_somebody()
    calm(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=SHORTLY)
    return window.submit


@pytest.fixture
def job(tab: SubmitTab, desk: Desk) -> str:
    return next(one.id for one in desk.drafts.jobs("acme") if not one.lacks)


@pytest.fixture
def settled(window: Window, calm: Calm, qtbot: QtBot) -> Callable[[], None]:
    """Waits until what was typed is checked, looked up, kept."""

    def wait() -> None:
        timers = window.submit.editor._timers.values()
        qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers), timeout=SHORTLY)
        calm(window)

    return wait


def say(tab: SubmitTab, qtbot: QtBot, **said: str) -> None:
    """Type into fields as a person does."""
    for key, text in said.items():
        edit: Any = tab.editor.view.boxes[key.replace("__", ".")].editor.widget()
        edit.setFocus()
        edit.clear()
        qtbot.keyClicks(edit, text)


def below(tab: SubmitTab, key: str) -> str:
    return tab.editor.view.boxes[key].below.text()


def choose_job(tab: SubmitTab, job: str, calm: Calm, window: Window) -> None:
    tab.editor.job.show_value(job)
    tab.editor.job.activated.emit(tab.editor.job.currentIndex())
    calm(window)


def drop(widget: Any, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    widget.dropEvent(event)


def press(parent: Any, text: str, qtbot: QtBot) -> None:
    """Press the first button of this text, once it is there."""

    def there() -> list[QPushButton]:
        return [one for one in parent.findChildren(QPushButton) if one.text() == text and one.isVisible()]

    qtbot.waitUntil(lambda: bool(there()), timeout=SHORTLY)
    there()[0].click()


def in_the_ats(sandbox: Sandbox, email: str) -> list[dict[str, Any]]:
    return [one for one in comeet.all_of(sandbox, "candidates", limit="1000") if one.get("email") == email]


# --- The form -----------------------------------------------------------------------------------------------


def test_the_form_has_every_field_of_the_system_with_required_ones_marked(tab: SubmitTab, desk: Desk):
    form = desk.drafts.form("acme")
    assert set(tab.editor.view.boxes) | set(tab.editor.view.groups) == {one.key for one in form.fields()}
    titles = {key: box.title.text() for key, box in tab.editor.view.boxes.items()}
    assert titles["first_name"] == "First name *"
    assert titles["middle_name"] == "Middle name"
    assert all(box.editor.widget().accessibleName() for box in tab.editor.view.boxes.values())


def test_what_is_typed_is_checked_at_its_field_and_nowhere_else(
    tab: SubmitTab, qtbot: QtBot, settled: Callable[[], None]
):
    say(tab, qtbot, email="noa@example")
    settled()
    assert below(tab, "email") == '"noa@example" is not an e-mail address. It looks like name@example.com.'
    assert below(tab, "first_name") == ""
    say(tab, qtbot, email="noa@example.com")
    settled()
    assert below(tab, "email") == ""


def test_a_number_is_spelled_as_it_is_sent_when_its_field_is_left(
    tab: SubmitTab, qtbot: QtBot, settled: Callable[[], None]
):
    say(tab, qtbot, mobile_phone="+1 (202) 555-0143", first_name="Noa")
    settled()
    assert tab.editor.draft.mobile_phone == "+12025550143"
    edit: Any = tab.editor.view.boxes["mobile_phone"].editor
    assert edit.text() == "+12025550143"


def test_jobs_that_take_nobody_are_shown_and_cannot_be_chosen(tab: SubmitTab, desk: Desk):
    box = tab.editor.job
    closed = {one.id for one in desk.drafts.jobs("acme") if one.lacks == "closed"}
    rows = {box.itemData(at): at for at in range(box.count())}
    assert closed
    assert closed <= set(rows)
    assert not any(box._able(rows[one]) for one in closed)
    assert "Closed" in box.itemText(rows[next(iter(closed))])


# --- Files --------------------------------------------------------------------------------------------------


def test_dropped_files_are_checked_at_once_with_reason_and_limit(
    tab: SubmitTab, window: Window, calm: Calm, tmp_path: Path
):
    for name, content in {
        "cv.pdf": PDF,
        "me.png": PNG,
        "letter.docx": b"PK\3\4broken",
        "big.pdf": PDF + b" " * 6_000_000,
    }.items():
        (tmp_path / name).write_bytes(content)
    drop(tab.editor.files, *(tmp_path / name for name in ("cv.pdf", "me.png", "letter.docx", "big.pdf")))
    calm(window)
    assert [one.file.kind for one in tab.editor.files.chosen] == ["resume", "picture", "other", "other"]
    told = {problem.field: str(problem) for problem in tab.editor.files.problems}
    assert set(told) == {"files[2]", "files[3]"}
    assert "cannot be opened" in told["files[2]"]
    assert "6,000,000 are the limit" in told["files[3]"]
    tab.editor.files.remove(3)
    tab.editor.files.remove(2)
    calm(window)
    assert tab.editor.files.problems == []
    assert [Path(one.path).name for one in tab.editor.draft.files] == ["cv.pdf", "me.png"]


def test_what_a_file_is_can_be_changed(tab: SubmitTab, window: Window, calm: Calm, tmp_path: Path):
    (tmp_path / "cv.pdf").write_bytes(PDF)
    tab.editor.files.add([tmp_path / "cv.pdf"])
    calm(window)
    box = next(one for one in tab.editor.files.findChildren(Box))
    box.show_value("other")
    box.activated.emit(box.currentIndex())
    calm(window)
    assert tab.editor.draft.files[0].kind == "other"


# --- Who is known -------------------------------------------------------------------------------------------


def test_who_is_known_appears_while_typing_and_can_be_looked_at(
    tab: SubmitTab, window: Window, desk: Desk, qtbot: QtBot, settled: Callable[[], None], calm: Calm
):
    rows = desk.reading.rows(CANDIDATES_VIEW, Query(), 0, 50)
    people = [person for row in rows if (person := desk.reading.candidate(str(row[0]), str(row[1])))]
    known = next(person.fields for person in people if person.fields.get("email"))
    identity, email = str(known["id"]), str(known["email"])
    assert not tab.editor.people.isVisible()
    say(tab, qtbot, email=email.upper())
    settled()
    assert tab.editor.people.isVisible()
    assert tab.editor.people.people[0].duplicate.id == identity
    press(tab.editor.people, "Show", qtbot)
    calm(window)
    assert window.pages.currentWidget() is window.candidates
    assert window.candidates.panel.key[1] == identity


# --- Drafts -------------------------------------------------------------------------------------------------


def test_a_draft_keeps_itself_and_can_be_gone_on_with(
    tab: SubmitTab,
    window: Window,
    desk: Desk,
    qtbot: QtBot,
    settled: Callable[[], None],
    calm: Calm,
    job: str,
    tmp_path: Path,
):
    (tmp_path / "cv.pdf").write_bytes(PDF)
    choose_job(tab, job, calm, window)
    say(tab, qtbot, first_name="Noa", last_name="Example")
    tab.editor.files.add([tmp_path / "cv.pdf"])
    calm(window)
    settled()
    say(tab, qtbot, note__text="Prefers mornings.")
    settled()
    (kept,) = desk.drafts.all()
    tab.start()
    calm(window)
    assert tab.editor.draft == Draft(account="acme", job_id=job)
    tab.show_page(1)
    calm(window)
    press(tab.outbox, "Go on", qtbot)
    calm(window)
    assert tab.editor.number == kept.number
    assert (tab.editor.draft.first_name, tab.editor.draft.note.text) == ("Noa", "Prefers mornings.")
    assert [one.enclosure.name for one in tab.editor.files.chosen] == ["cv.pdf"]


def test_nothing_is_kept_of_a_draft_that_says_nothing(
    tab: SubmitTab, window: Window, desk: Desk, settled: Callable[[], None], calm: Calm, job: str
):
    choose_job(tab, job, calm, window)
    settled()
    assert desk.drafts.all() == []


# --- Sending ------------------------------------------------------------------------------------------------


def test_what_is_not_ready_is_not_sent_and_the_first_problem_has_the_focus(
    tab: SubmitTab, window: Window, calm: Calm, qtbot: QtBot, settled: Callable[[], None]
):
    tab.editor.review()
    calm(window)
    assert tab.editor.notice.text().startswith("Not ready yet. No job is chosen.")
    assert below(tab, "last_name") == "Last name is missing. Fill it in."
    assert not window.findChildren(ReviewDialog)


def test_somebody_is_written_down_reviewed_and_sent_once(
    tab: SubmitTab, window: Window, desk: Desk, sandbox: Sandbox, qtbot: QtBot, settled: Callable[[], None],
    calm: Calm, job: str, tmp_path: Path,
):  # fmt: skip
    (tmp_path / "קורות חיים.pdf").write_bytes(PDF)
    choose_job(tab, job, calm, window)
    say(
        tab,
        qtbot,
        first_name="Noa",
        last_name="Whole",
        email="noa.whole@example.com",
        mobile_phone="+12025550143",
    )
    drop(tab.editor.files, tmp_path / "קורות חיים.pdf")
    calm(window)
    settled()
    tab.editor.review_button.click()
    calm(window)
    (dialog,) = window.findChildren(ReviewDialog)
    dialog.send_button.click()
    qtbot.waitUntil(
        lambda: bool(tab.outbox.submissions) and tab.outbox.submissions[0].state == "sent", timeout=SHORTLY
    )
    calm(window)
    (there,) = in_the_ats(sandbox, "noa.whole@example.com")
    assert there["resume"]["name"] == "קורות חיים.pdf"
    assert there["mobile_phone"] == "+12025550143"
    assert desk.drafts.all() == []
    assert tab.pages.currentWidget() is tab.outbox
    assert tab.editor.draft == Draft(account="acme", job_id=job)
    shown = desk.reading.candidate("acme", there["person_uid"]) or desk.reading.candidate(
        "acme", there["uid"]
    )
    assert shown is not None


def test_what_was_submitted_is_searched_opened_and_called_off(
    tab: SubmitTab, window: Window, desk: Desk, qtbot: QtBot, calm: Calm, job: str
):
    for name in ("Noa", "Omar"):
        desk.outbox.put(
            "acme", Draft(job_id=job, first_name=name, last_name="E", email=f"{name}@example.com"), []
        )
    tab.show_page(1)
    calm(window)
    assert [one.name for one in tab.outbox.found()] == ["Omar E", "Noa E"]
    tab.outbox.search.setText("noá queued")
    assert [one.name for one in tab.outbox.found()] == ["Noa E"]
    tab.outbox._show()
    calm(window)
    press(tab.outbox, "Call off", qtbot)
    calm(window)
    assert desk.outbox.one(1).state == "cancelled"
    tab.outbox.search.clear()
    tab.outbox._show()
    calm(window)
    press(tab.outbox, "Remove", qtbot)
    calm(window)
    assert [one.name for one in tab.outbox.submissions] == ["Omar E"]


# --- Spreadsheets -------------------------------------------------------------------------------------------


def test_a_spreadsheet_is_mapped_checked_and_sent_with_its_results(
    tab: SubmitTab, window: Window, sandbox: Sandbox, qtbot: QtBot, calm: Calm, job: str, tmp_path: Path
):
    book = Workbook()
    page = book.active
    assert page is not None
    for row in (
        ("Given", "Surname", "Mail"),
        ("Lea", "Sheet", "lea.sheet@example.com"),
        ("Ron", None, "ron"),
    ):
        page.append(row)
    book.save(tmp_path / "people.xlsx")
    dialog = tab.open_sheet(tmp_path / "people.xlsx")
    calm(window)
    assert isinstance(dialog, SheetDialog)
    dialog.job.show_value(job)
    dialog.job.activated.emit(dialog.job.currentIndex())
    calm(window)
    assert not dialog.send_button.isEnabled()
    box = dialog.boxes["Given"]
    box.show_value("first_name")
    box.activated.emit(box.currentIndex())
    calm(window)
    assert dialog.notice.text().startswith("1 of 2 rows can be sent.")
    assert dialog.send_button.text() == "Send 1 rows"
    dialog.send_button.click()
    qtbot.waitUntil(lambda: (tmp_path / "people.results.xlsx").exists(), timeout=SHORTLY)
    calm(window)
    assert len(in_the_ats(sandbox, "lea.sheet@example.com")) == 1
    results = load_workbook(tmp_path / "people.results.xlsx").worksheets[0]
    assert [row[1].value for row in results.iter_rows(min_row=2)] == ["Sent", "Not sent"]
    assert not any(one.isVisible() for one in window.findChildren(QDialog))


def test_what_the_ats_refused_is_corrected_and_sent_once(
    tab: SubmitTab, window: Window, desk: Desk, sandbox: Sandbox, qtbot: QtBot, settled: Callable[[], None],
    calm: Calm, job: str,
):  # fmt: skip
    draft = Draft(job_id=job, first_name="Ron", last_name="Wrong", email="ron.wrong@example")
    resume = enclosure(File("cv.pdf", "resume"), PDF)
    number = desk.outbox.put("acme", draft, [resume]).number
    desk.outbox.send("acme")
    assert desk.outbox.one(number).state == "failed"
    tab.show_page(1)
    press(tab.outbox, "Correct…", qtbot)
    calm(window)
    assert [one.enclosure.content for one in tab.editor.files.chosen] == [PDF]
    say(tab, qtbot, email="ron.wrong@example.com")
    settled()
    tab.editor.review()
    qtbot.waitUntil(lambda: bool(window.findChildren(ReviewDialog)), timeout=SHORTLY)
    window.findChildren(ReviewDialog)[0].send_button.click()
    qtbot.waitUntil(lambda: desk.outbox.one(number).state == "sent", timeout=SHORTLY)
    calm(window)
    assert len(desk.outbox.all()) == 1
    (there,) = in_the_ats(sandbox, "ron.wrong@example.com")
    assert there["resume"]["name"] == "cv.pdf"
