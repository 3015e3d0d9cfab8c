"""Choosing jobs in the window: ticks, many at once, the banner of what closed, pasting, and own jobs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.sandbox import kombo
from atsdesk.sandbox.comeet.running import Sandbox
from atsdesk.ui.own_job_card import differences
from atsdesk.ui.own_jobs_dialog import DOUBLE, LINKED, UNMATCHED, OwnJobsDialog
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY

Calm = Callable[[Window], None]


@pytest.fixture
def jobs(window: Window, calm: Calm) -> Window:
    window.show_page(window.jobs)
    window.jobs.show_everything()
    calm(window)
    return window


def open_ids(desk: Desk) -> list[str]:
    return [one.job for one in desk.jobs.all() if one.openness == "open"]


def exposed(desk: Desk) -> set[str]:
    return {one.job for one in desk.jobs.all(exposed=True)}


def row_of(window: Window, job: str) -> int:
    model = window.jobs.model
    return next(number for number in range(model.rowCount()) if (model.key(number) or ())[1] == job)


def click_box(window: Window, number: int) -> None:
    table = window.jobs.table
    column = [one.key for one in table.columns].index("exposed")
    box = table.visualRect(window.jobs.model.index(number, column))
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 18, box.center().y())
    )


def test_a_click_on_its_box_exposes_a_job_and_another_hides_it(jobs: Window, calm: Calm) -> None:
    job = open_ids(jobs.desk)[0]
    jobs.jobs.table.setFocus()
    selected = jobs.jobs.table.selected_ranges()
    click_box(jobs, row_of(jobs, job))
    calm(jobs)
    assert exposed(jobs.desk) == {job}
    assert jobs.jobs.table.selected_ranges() == selected, "ticking selects nothing"
    click_box(jobs, row_of(jobs, job))
    calm(jobs)
    assert exposed(jobs.desk) == set()


def test_the_space_bar_exposes_what_is_selected_and_says_what_was_refused(jobs: Window, calm: Calm) -> None:
    tab = jobs.jobs
    tab.table.setFocus()
    tab.table.selectAll()
    QTest.keyClick(tab.table, Qt.Key.Key_Space)
    calm(jobs)
    assert exposed(jobs.desk) == set(open_ids(jobs.desk))
    assert "Not exposed" in tab.refusals.text()
    assert "It is closed." in tab.refusals.text()


def test_all_that_the_filters_show_are_exposed_and_the_act_is_undone(jobs: Window, calm: Calm) -> None:
    one = next(one for one in jobs.desk.jobs.all() if one.openness == "open" and one.department)
    jobs.jobs.filters.choose({"department": (str(one.department),), "openness": ("open",)})
    calm(jobs)
    jobs.jobs.expose_all()
    calm(jobs)
    wanted = {
        each.job
        for each in jobs.desk.jobs.all()
        if each.department == one.department and each.openness == "open"
    }
    assert exposed(jobs.desk) == wanted
    assert jobs.jobs.undo_button.isVisible()
    jobs.jobs.undo()
    calm(jobs)
    assert exposed(jobs.desk) == set()


def test_the_filters_tell_open_exposed_and_closed_since_apart(
    jobs: Window, sandbox: Sandbox, calm: Calm
) -> None:
    jobs.desk.jobs.expose([("acme", one) for one in open_ids(jobs.desk)])
    sandbox.control.advance(position_closed=1)
    jobs.desk.sync("acme")
    closed = {one.job for one in jobs.desk.jobs.alerts()}
    jobs.jobs.show_closed()
    calm(jobs)
    model = jobs.jobs.model
    assert {(model.key(number) or ())[1] for number in range(model.rowCount())} == closed
    jobs.jobs.filters.choose({"exposure": ("exposed_open",)})
    calm(jobs)
    assert {(model.key(number) or ())[1] for number in range(model.rowCount())} == set(open_ids(jobs.desk))


def test_the_banner_names_what_closed_until_it_is_acknowledged(
    jobs: Window, sandbox: Sandbox, calm: Calm
) -> None:
    told: list[tuple[str, str]] = []
    jobs.presence.notices._say = lambda title, text: told.append((title, text))
    jobs.desk.jobs.expose([("acme", one) for one in open_ids(jobs.desk)])
    assert not jobs.jobs.alerts.isVisible()
    sandbox.control.advance(position_closed=1)
    jobs.sync()
    QTest.qWait(50)
    calm(jobs)
    alerts = jobs.desk.jobs.alerts()
    banner = jobs.jobs.alerts
    assert banner.isVisible()
    named = "".join(one.text() for one in banner.findChildren(QPushButton))
    assert all(alert.name in named for alert in alerts[:3])
    assert len(told) == 1
    assert alerts[0].name in "".join(told[0])
    banner.note_button.click()
    calm(jobs)
    assert not banner.isVisible()
    assert jobs.desk.jobs.alerts() == []
    jobs.jobs.read_alerts()
    calm(jobs)
    assert len(told) == 1, "nobody is told twice"


def test_pasted_lines_are_found_and_only_what_is_ticked_is_exposed(jobs: Window, calm: Calm) -> None:
    desk = jobs.desk
    first, second, *_ = (one for one in desk.jobs.own.ats_jobs() if one.openness == "open")
    dialog = jobs.jobs.open_paste()
    dialog.text.setPlainText(f"{first.id}\nzzz unheard of\n{second.id}")
    dialog.look()
    calm(jobs)
    assert [one.job.id if one.job else None for one in dialog.lines.rows] == [first.id, None, second.id]
    assert dialog.view.currentIndex().row() == 1, "what is unclear is pointed at"
    dialog.lines.setData(dialog.lines.index(2, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    dialog.why.setText("Mail of Monday")
    assert dialog.expose_button.text() == "Expose 1"
    dialog.expose_button.click()
    calm(jobs)
    assert exposed(desk) == {first.id}
    assert desk.jobs.all(exposed=True)[0].why == "Mail of Monday"


def test_a_box_of_a_list_is_turned_by_a_click_or_the_space_bar(jobs: Window, calm: Calm) -> None:
    job = next(one for one in jobs.desk.jobs.own.ats_jobs() if one.openness == "open")
    dialog = jobs.jobs.open_paste()
    dialog.text.setPlainText(job.id)
    dialog.look()
    calm(jobs)
    assert dialog.lines.ticked == {0}
    box = dialog.view.visualRect(dialog.lines.index(0, 0))
    at = QPoint(box.left() + 16, box.center().y())
    QTest.mouseClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert dialog.lines.ticked == set()
    QTest.mouseClick(
        dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 120, box.center().y())
    )
    assert dialog.lines.ticked == set(), "a click on the text only points at it"
    dialog.view.setFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.lines.ticked == {0}
    dialog.reject()


def test_a_job_that_a_person_chooses_for_a_line_is_ticked(jobs: Window, calm: Calm) -> None:
    wanted = next(one for one in jobs.desk.jobs.own.ats_jobs() if one.openness == "open")
    dialog = jobs.jobs.open_paste()
    dialog.text.setPlainText("zzz unheard of")
    dialog.look()
    calm(jobs)
    assert not dialog.expose_button.isEnabled()
    dialog.picker.open()
    popup = dialog.picker.popup
    popup.search.setText(f"{wanted.id.lower()}")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    assert dialog.lines.rows[0].job == wanted
    assert dialog.expose_button.isEnabled()
    dialog.reject()


def test_what_is_not_here_is_asked_of_kombo_once_while_nothing_waits(
    jobs: Window, calm: Calm, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with kombo.running(seed=5, candidates=12, rules=kombo.Rules(rate_requests=0)) as sandbox:
        monkeypatch.setitem(
            jobs.desk.vault._environ, "ATSDESK_SECRET__UNIFIED__API_KEY", sandbox.secrets["api_key"]
        )
        jobs.desk.add_account("kombo", "unified", {}, base_url=sandbox.base_url, settings=sandbox.settings)
        living = sandbox.control.truth()["jobs"]["living"]
        record = next(
            one
            for one in filter(None, (sandbox.control.record("jobs", identity) for identity in living))
            if one["status"] == "OPEN" and one["visibility"] == "PUBLIC" and one["job_code"]
        )
        dialog = jobs.jobs.open_paste()
        dialog.text.setPlainText(f"{record['job_code']}\nNOBODY-7\n")
        dialog.look()
        qtbot.waitUntil(lambda: any(one.job for one in dialog.lines.rows), timeout=SHORTLY)
        assert dialog.lines.rows[0].job.id == record["id"]
        assert dialog.lines.ticked == {0}
        assert [dialog.lines.data(dialog.lines.index(row, 2)) for row in (0, 1)] == [
            "By its code, just asked of Kombo",
            "Not found, nor in Kombo",
        ]
        asked = len(sandbox.control.requests())
        dialog.look()
        calm(jobs)
        assert not dialog._still.isActive()
        assert len(sandbox.control.requests()) == asked, "the same is not asked twice"

        sandbox.control.fail("hole")
        dialog.text.setPlainText("NOBODY-8")
        dialog.look()
        qtbot.waitUntil(dialog.stop_button.isVisible, timeout=SHORTLY)
        dialog.stop_button.click()
        calm(jobs)
        assert not dialog.stop_button.isVisible()
        assert dialog.lines.data(dialog.lines.index(0, 2)) == "Not found"

        sandbox.control.heal()
        sandbox.control.fail("401x*")
        dialog.text.setPlainText("NOBODY-9")
        dialog.look()
        qtbot.waitUntil(lambda: "unified could not be asked" in dialog.notice.text(), timeout=SHORTLY)
        dialog.reject()
        calm(jobs)


@pytest.fixture
def own(jobs: Window, calm: Calm) -> OwnJobsDialog:
    """Own jobs: one linked by id, two with one job, one that is unknown."""
    first, second, *_ = jobs.desk.jobs.own.ats_jobs()
    jobs.desk.jobs.own.take_in(
        "feed.xml",
        [
            {"own_id": "1", "name": "Ours", "ats_id": first.id, "location": "Nowhere"},
            {"own_id": "2", "name": "Twin", "ats_id": first.id},
            {"own_id": "3", "name": f"{second.name} (m/f/d)"},
        ],
    )
    dialog = jobs.jobs.open_own_jobs()
    calm(jobs)
    return dialog


def test_own_jobs_are_told_apart_by_how_they_are_linked(own: OwnJobsDialog) -> None:
    def shown(part: int) -> list[str]:
        own._parts.button(part).click()
        return [one.own_id for one in own.lines.rows]

    assert shown(LINKED) == ["1", "2"]
    assert shown(DOUBLE) == ["1", "2"]
    assert shown(UNMATCHED) == ["3"]


def test_a_suggestion_is_confirmed_with_a_click_and_stays(
    jobs: Window, own: OwnJobsDialog, calm: Calm
) -> None:
    own._parts.button(UNMATCHED).click()
    calm(jobs)
    texts = [one.text() for one in own.card.findChildren(QLabel)]
    assert any("same title" in text for text in texts)
    next(one for one in own.card.findChildren(QPushButton) if one.text() == "This one").click()
    calm(jobs)
    row = jobs.desk.jobs.own.all()[2]
    assert [one.known_by for one in row.links] == ["person"]
    jobs.desk.jobs.own.match()
    assert jobs.desk.jobs.own.all()[2].links == row.links


def test_differences_between_own_and_ats_job_are_marked(jobs: Window, own: OwnJobsDialog) -> None:
    one = jobs.desk.jobs.own.all()[0]
    job = jobs.desk.jobs.own.ats_jobs()[0]
    marked = {
        title: differs
        for title, _, _, differs in differences(one, {"name": job.name, "location": job.location})
    }
    assert marked["Title"]
    assert marked["Location"] == bool(job.location)
    detail = jobs.desk.reading.job(job.account, job.id)
    assert detail is not None
    assert [row.own_id for row in detail.own] == ["1", "2"]


def test_links_are_written_as_a_table_to_hand_on(
    jobs: Window, own: OwnJobsDialog, calm: Calm, tmp_path: Path
) -> None:
    own.export_to(tmp_path / "links.csv")
    calm(jobs)
    lines = (tmp_path / "links.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("own_id,source,title,account_id,ats_job_id")
    assert len(lines) == 3


def test_a_list_is_imported_after_a_look_and_taken_back(
    jobs: Window, own: OwnJobsDialog, calm: Calm, tmp_path: Path
) -> None:
    path = tmp_path / "agency.csv"
    path.write_text("Ref no.;Stellentitel;Ort\nA-1;Bäcker;Haifa\nA-2;;Bonn\n", encoding="utf-8")
    dialog = jobs.jobs.open_import(own, path)
    calm(jobs)
    assert [one[0].fields.get("name") for one in dialog.lines.rows] == ["Bäcker", ""]
    assert "left out: 1" in dialog.notice.text()
    assert "no title" in str(dialog.lines.data(dialog.lines.index(1, 5))).lower()
    assert dialog.import_button.text() == "Import 1 jobs"
    dialog.import_button.click()
    calm(jobs)
    assert [one.name for one in jobs.desk.jobs.own.all() if one.source == "agency.csv"] == ["Bäcker"]
    assert "Bäcker" in [one.name for one in own.lines.rows], "what is behind is read again"
    dialog.undo_button.click()
    calm(jobs)
    assert [one for one in jobs.desk.jobs.own.all() if one.source == "agency.csv"] == []
    dialog.reject()


def test_an_own_job_is_added_by_hand(jobs: Window, own: OwnJobsDialog, calm: Calm) -> None:
    dialog = jobs.jobs.open_add(own)
    assert not dialog.add_button.isEnabled()
    dialog.fields["name"].setText("Gardener")
    dialog.fields["location"].setText("Haifa")
    dialog.add_button.click()
    calm(jobs)
    assert "Gardener" in [one.name for one in own.lines.rows]


def test_in_a_narrow_window_the_filters_go_on_in_another_line(jobs: Window, calm: Calm) -> None:
    jobs.resize(jobs.minimumSize())
    jobs.jobs.filters.choose({"openness": ("open", "unknown"), "status": ("open", "closed")})
    calm(jobs)
    chips = list(jobs.jobs.filters.chips.values())
    assert all(chip.width() >= chip.sizeHint().width() for chip in chips)
    assert len({chip.y() for chip in chips}) > 1
    assert all(jobs.jobs.filters.rect().contains(chip.geometry()) for chip in chips)
