"""Limits of steps: changed in a small dialog, seen in the table and in the panel."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.store.detail import StepDetail
from atsdesk.store.limits import StageLimit
from atsdesk.ui.cells import strain
from atsdesk.ui.limits_dialog import LimitsDialog, LimitsPart
from atsdesk.ui.timeline import Timeline
from atsdesk.ui.window import Window
from tests.ui.conftest import SHORTLY
from tests.ui.test_look import nameless
from tests.ui.test_table import texts

Calm = Callable[[Window], None]


@pytest.mark.parametrize(
    ("days", "limit", "tone"),
    [
        (13.9, 14.0, ""),
        (14.0, 14.0, "warm"),
        (27.9, 14, "warm"),
        (28, 14, "bad"),
        (None, 14, ""),
        (3, None, ""),
    ],
)
def test_days_are_marked_from_their_limit_and_from_twice_that(days: object, limit: object, tone: str) -> None:
    assert strain(days, limit) == tone


def open_dialog(window: Window, stage: str = "") -> LimitsDialog:
    dialog = window.steps.open_limits(stage)
    assert isinstance(dialog, LimitsDialog)
    return dialog


def test_a_limit_for_the_stage_that_is_pointed_at(
    qtbot: QtBot, window: Window, desk: Desk, calm: Calm
) -> None:
    window.show_page(window.steps)
    calm(window)
    table = window.steps.table
    table.selectRow(0)
    stage = texts(window.steps, "step")[0]
    (action,) = (one for one in window.steps.row_menu().actions() if one.text() == f"Limit for “{stage}”…")
    action.trigger()
    calm(window)
    (dialog,) = window.findChildren(LimitsDialog)
    assert dialog.stage.currentText() == stage
    dialog.days.setValue(321)
    dialog.ok.click()
    qtbot.waitUntil(lambda: not window.findChildren(LimitsDialog), timeout=SHORTLY)
    qtbot.waitUntil(lambda: texts(window.steps, "limit_days")[0] == "321", timeout=SHORTLY)
    assert desk.limits.all().kept == [StageLimit(stage, 321.0)]


def test_limits_are_listed_changed_and_removed(qtbot: QtBot, window: Window, desk: Desk, calm: Calm) -> None:
    job = desk.limits.all().jobs[0]
    desk.limits.keep(9, [StageLimit("Offer", 5), StageLimit("Screen", 3, job.account, job.id)])
    dialog = open_dialog(window)
    calm(window)
    assert nameless(dialog) == []
    assert dialog.usual.value() == 9
    assert [(one.stage, one.job) for one in dialog.limits] == [("Offer", ""), ("Screen", job.name)]
    dialog.remove(1)
    dialog.stage.setCurrentText("offer")
    dialog.job.setCurrentIndex(1)
    dialog.days.setValue(8)
    dialog.add()
    dialog.stage.setCurrentText(" OFFER ")
    dialog.job.setCurrentIndex(0)
    dialog.add()
    dialog.usual.setValue(11)
    dialog.save()
    qtbot.waitUntil(lambda: desk.limits.all().usual == 11, timeout=SHORTLY)
    kept = desk.limits.all().kept
    assert [(one.stage, one.days, one.job) for one in kept] == [("OFFER", 8.0, ""), ("offer", 8.0, job.name)]
    calm(window)


def test_a_limit_needs_a_stage(window: Window, calm: Calm) -> None:
    dialog = open_dialog(window)
    calm(window)
    dialog.add()
    assert "Say which stage" in dialog.notice.text()
    assert dialog.limits == []
    dialog.reject()


def test_settings_lead_to_the_limits(window: Window, calm: Calm) -> None:
    settings = window.dialogs.open_settings()
    calm(window)
    (part,) = settings.findChildren(LimitsPart)
    part.open_button.click()
    calm(window)
    (dialog,) = settings.findChildren(LimitsDialog)
    dialog.reject()
    settings.close()


def test_the_timeline_says_that_a_step_is_over_its_limit(qtbot: QtBot) -> None:
    def step(days: float, state: str = "current") -> StepDetail:
        return StepDetail("Screen", None, state, None, None, None, None, days, 7.0)

    line = Timeline([])
    qtbot.addWidget(line)
    assert "over the limit of 7.0 d" in line.in_words(step(8.0))
    assert "over the limit" not in line.in_words(step(6.0))
    assert "over the limit" not in line.in_words(step(8.0, "completed"))
