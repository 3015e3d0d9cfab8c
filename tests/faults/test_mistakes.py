"""A mistake of our own, anywhere in a sync: told calmly, logged whole, and the program goes on."""

import logging
from typing import Any

import pytest

from atsdesk.ats.comeet import rows
from atsdesk.sync.driver import Watcher
from tests.faults.copies import Office, assert_plain
from tests.faults.whole import ask, assert_sound, meddle

pytestmark = [pytest.mark.fault(30, "a mistake of our own"), pytest.mark.expects_log]


def test_a_record_we_stumble_over_is_set_aside(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    reference = office.reference()
    sound, met = rows._steps, set[str]()

    def stumble(candidate: Any, *rest: Any) -> Any:
        if candidate.uid in met or len(met) < 3:
            met.add(candidate.uid)
            raise ZeroDivisionError("an assumption that did not hold")
        return sound(candidate, *rest)

    monkeypatch.setattr(rows, "_steps", stumble)
    copy = office.copy()
    report = copy.sync()
    assert report.state == "PARTIALLY_FAILED"
    assert report.resources[1].rejected == 3
    assert len(copy.issues()) == 3
    for issue in copy.issues():
        assert issue.record_id in met
        assert "ZeroDivisionError" in issue.title
        assert_plain(issue.title, issue.hint)
    assert "an assumption that did not hold" in caplog.text
    assert_sound(copy.database)

    monkeypatch.undo()
    assert copy.sync(full=True).state == "SUCCEEDED"
    copy.assert_whole(reference)


def test_a_mistake_in_one_list_does_not_stop_the_others(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    reference = office.reference()
    copy = office.copy()
    meddle_with_positions = (
        "create trigger broken before insert on jobs begin select raise(abort, 'boom'); end"
    )
    _execute(copy, meddle_with_positions)

    report = copy.sync()
    assert [one.state for one in report.resources] == ["FAILED", "SUCCEEDED", "SUCCEEDED"]
    (issue,) = copy.issues()
    assert_plain(issue.title, issue.hint)
    assert copy.desk.reading.runs()[0].state == "PARTIALLY_FAILED"

    _execute(copy, "drop trigger broken")
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference)


def _execute(copy: Any, sql: str) -> None:
    from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

    copy.close()
    with sqlite3.connect(copy.database) as db:
        db.execute(sql)
    db.close()


@pytest.mark.parametrize("when", ["progress", "changed"])
def test_whoever_watches_and_fails_does_not_leave_a_run_open(
    office: Office, when: str, caplog: pytest.LogCaptureFixture
) -> None:
    reference = office.reference()
    copy = office.copy()

    def fail(_: Any) -> None:
        raise LookupError("the watcher's own trouble")

    report = copy.sync(watcher=Watcher(**{when: fail}))
    assert report.state in ("FAILED", "PARTIALLY_FAILED")
    assert_plain(report.message, report.message)
    assert [run.state for run in copy.desk.reading.runs()] == [report.state]
    assert "the watcher's own trouble" in caplog.text
    assert any(record.exc_info for record in caplog.records if record.levelno >= logging.ERROR)

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference)


def test_the_command_tells_a_mistake_without_a_traceback(office: Office) -> None:
    copy = office.copy()
    meddle(copy.database, "update accounts set settings = 'no JSON'")
    copy.close()

    ended = copy.command("sync")
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert "ATSDESK_DEBUG" in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1
    assert ask(copy.database, "select count(*) from runs") == [(0,)]
