"""Candidates of whom nothing was heard for long: who is among them, and what becomes of them."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from atsdesk.desk import Desk
from atsdesk.errors import ConfigError
from atsdesk.retention import months_before
from atsdesk.store import backups
from atsdesk.store.retention import Outdated
from tests.faults.copies import run_command
from tests.unit.filled import candidate, filled

NOW = dt.datetime.now(dt.UTC)
LONG_AGO, LATELY = "2020-02-01T08:00:00Z", f"{NOW - dt.timedelta(days=20):%Y-%m-%dT%H:%M:%SZ}"


def one(uid: str, status: str, at: str, **more: Any) -> dict[str, Any]:
    times = {"time_created": at, "time_last_status_changed": at, "time_last_activity": at}
    return (
        candidate(uid, "Ada", uid, status=status, completed_steps=[], current_steps=[], future_steps=[])
        | times
        | more
    )


@pytest.fixture
def folder(data_dir: Path) -> Path:
    with filled(data_dir) as file:
        file.candidates(
            one("old", "Rejected", LONG_AGO),
            one("lately", "Rejected", LATELY),
            one("active", "In progress", LONG_AGO),
            one("twice", "Rejected", LONG_AGO, person_uid="P.twice"),
            one("again", "In progress", LONG_AGO, person_uid="P.twice"),
            one("draft", "Rejected", LONG_AGO),
            one("sent", "Rejected", LONG_AGO),
            *(one(f"x{number}", "Rejected", LATELY) for number in range(20)),
        )

        def work(connection: Any) -> None:
            connection.execute(
                "insert into drafts (account_id, draft, created_at) values ('acme', ?, ?)",
                (json.dumps({"candidate_id": "P.draft"}), LATELY),
            )
            connection.execute(
                "insert into submissions (account_id, key, state, candidate_id, changed_at)"
                " values ('acme', 'k', 'sent', 'P.sent', ?)",
                (LATELY,),
            )

        file.store.write(work)
    return data_dir


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    with Desk(folder, environ={}) as desk:
        yield desk


def test_only_who_is_silent_and_in_no_process_is_among_them(desk: Desk) -> None:
    assert [found.id for found in desk.retention.outdated(12)] == ["P.old"]
    assert desk.retention.outdated(12 * 40) == []
    with pytest.raises(ConfigError):
        desk.retention.outdated(0)


def test_nothing_is_erased_unless_it_was_chosen(desk: Desk) -> None:
    assert desk.care.chosen().months is None
    assert desk.retention.keep_up() is None
    desk.care.choose(replace(desk.care.chosen(), months=12))
    assert desk.retention.keep_up() is None
    assert desk.retention.outdated(12)


def test_whose_time_is_over_is_erased_once_a_day_and_told(desk: Desk) -> None:
    copy = backups.make(desk.database, "daily")
    desk.care.choose(replace(desk.care.chosen(), months=12, by_itself=True))
    done = desk.retention.keep_up()
    assert done is not None
    assert (done.people, done.held, done.unfinished) == (1, 0, "")
    assert "erased" in done.sentence
    assert desk.retention.outdated(12) == []
    assert desk.reading.candidate("acme", "P.old") is None
    assert not copy.path.exists()
    assert desk.retention.keep_up() is None


def test_a_large_share_is_not_erased_unseen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    everybody = [Outdated("acme", f"P.x{number}", "", LONG_AGO) for number in range(20)]
    monkeypatch.setattr(desk.retention, "outdated", lambda months: everybody)
    desk.care.choose(replace(desk.care.chosen(), months=12, by_itself=True))
    done = desk.retention.keep_up()
    assert done is not None
    assert (done.people, done.held) == (0, 20)
    assert desk.reading.candidate("acme", "P.x1") is not None


def test_the_command_shows_asks_and_erases(folder: Path) -> None:
    told = run_command(folder, "purge")
    assert told.returncode == 2
    assert "--months" in told.stderr
    told = run_command(folder, "purge", "--months", "12", "--dry-run", "--json")
    assert [found["id"] for found in json.loads(told.stdout)["people"]] == ["P.old"]
    told = run_command(folder, "purge", "--months", "12", "--yes")
    assert told.returncode == 0, told.stderr
    assert "Erased: 1 candidates" in told.stdout
    with Desk(folder, environ={}) as desk:
        assert desk.reading.candidate("acme", "P.old") is None


def test_months_are_those_of_the_calendar() -> None:
    day = dt.datetime(2026, 3, 31, 9, tzinfo=dt.UTC)
    assert months_before(day, 1) == dt.datetime(2026, 2, 28, 9, tzinfo=dt.UTC)
    assert months_before(day, 3) == dt.datetime(2025, 12, 31, 9, tzinfo=dt.UTC)
    assert months_before(day, 25) == dt.datetime(2024, 2, 29, 9, tzinfo=dt.UTC)
