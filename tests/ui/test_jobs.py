"""The Jobs tab: what a row tells, how jobs are searched apart from people, and the panel beside them."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from atsdesk.desk import Desk
from atsdesk.sandbox.comeet.running import Sandbox
from atsdesk.store.browse import Query
from atsdesk.store.file import open_reader
from atsdesk.store.views import JOBS_VIEW
from atsdesk.ui import rich
from atsdesk.ui.job_panel import JobPanel
from atsdesk.ui.pipeline import Pipeline
from atsdesk.ui.window import Window

Calm = Callable[[Window], None]


@pytest.fixture
def jobs(window: Window, calm: Calm) -> Window:
    window.show_page(window.jobs)
    calm(window)
    return window


@pytest.fixture
def panel(jobs: Window, calm: Calm) -> JobPanel:
    """The panel of the first job, opened by the Enter key."""
    jobs.jobs.table.setFocus()
    jobs.jobs.table.selectRow(0)
    QTest.keyClick(jobs.jobs.table, Qt.Key.Key_Return)
    calm(jobs)
    panel = jobs.jobs.panel
    assert isinstance(panel, JobPanel)
    return panel


def one(desk: Desk, sql: str) -> Any:
    with open_reader(desk.database) as reader:
        return reader.execute(sql).fetchone()[0]


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_open_jobs_are_shown_at_first_with_who_is_in_process(jobs: Window) -> None:
    desk = jobs.desk
    open_jobs = desk.reading.count(JOBS_VIEW, Query(chosen={"status": ("open",)}))
    assert jobs.jobs.model.rowCount() == open_jobs > 0
    keys = ["account", "id", "url", *(column.key for column in JOBS_VIEW.columns)]
    rows = [
        dict(zip(keys, row, strict=True))
        for row in desk.reading.rows(JOBS_VIEW, Query(sort="in_process"), 0, 1000)
    ]
    assert sum(int(row["in_process"] or 0) for row in rows) == one(
        desk, "select count(*) from applications where status = 'active' and deleted_at is null"
    )
    assert [row["in_process"] for row in rows] == sorted(int(row["in_process"] or 0) for row in rows)


def test_jobs_are_searched_apart_from_people(jobs: Window, calm: Calm) -> None:
    search = jobs.header.search
    assert "jobs" in search.placeholderText()
    column = [one.key for one in JOBS_VIEW.columns].index("name")
    title = str(jobs.jobs.model.key(0) and jobs.jobs.model.data(jobs.jobs.model.index(0, column)))
    search.setText(title.split(maxsplit=1)[0])
    QTest.keyClick(search, Qt.Key.Key_Return)
    QTest.qWait(300)
    calm(jobs)
    assert jobs.jobs.model.rowCount() > 0
    assert jobs.jobs.model.query.text == title.split(maxsplit=1)[0]
    jobs.show_page(jobs.candidates)
    calm(jobs)
    assert search.text() == ""
    assert "people" in search.placeholderText()
    assert jobs.candidates.model.query.text == ""
    search.setText("zzzz")
    jobs.show_page(jobs.jobs)  # before the search has begun
    calm(jobs)
    assert search.text() == title.split(maxsplit=1)[0]
    assert jobs.candidates.model.query.text == "zzzz"


def test_the_panel_shows_where_the_candidates_of_a_job_stand(panel: JobPanel) -> None:
    assert panel.detail is not None
    assert panel.name.text() == panel.detail.fields["name"]
    active = panel.detail.by_status.get("active", 0)
    assert sum(stage.count for stage in panel.detail.stages) == active
    pipeline = panel.findChild(Pipeline)
    assert bool(pipeline) == bool(active)
    for stage in panel.detail.stages if pipeline else ():
        assert pipeline is not None
        assert f"{stage.name}: {stage.count}" in pipeline.accessibleDescription()
    assert str(panel.detail.fields["recruiter"]) in texts(panel)


def test_a_description_is_shown_without_loading_or_running_anything(panel: JobPanel) -> None:
    hostile = (
        "<h2>Nurse</h2><script>alert(1)</script><style>p {color: red}</style><p onclick='x()'>You <b>care</b>.</p>"
        "<img src='http://127.0.0.1:9/track.png'><a href='javascript:alert(1)'>one</a>"
        "<a href='https://jobs.example.com/1'>two</a><iframe src='https://example.com'></iframe>"
    )
    made = rich.clean(hostile)
    assert made == (
        '<h2>Nurse</h2><p>You <b>care</b>.</p><a>one</a><a href="https://jobs.example.com/1">two</a>'
    )
    panel.text.show_html(hostile)
    assert panel.text.toPlainText().split() == ["Nurse", "You", "care.", "onetwo"]
    assert panel.text.loadResource(2, QUrl("http://127.0.0.1:9/track.png")) is None


def test_a_job_that_changed_says_so_in_its_history(
    desk: Desk, window: Window, sandbox: Sandbox, calm: Calm
) -> None:
    sandbox.control.advance(position_edited=5)
    desk.sync("acme")
    changed = one(desk, "select row_id from changes where table_name = 'jobs' and field <> 'added' limit 1")
    detail = desk.reading.job("acme", changed)
    assert detail is not None
    assert detail.history
