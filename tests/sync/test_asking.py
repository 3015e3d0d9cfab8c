"""Pasted jobs that are not here are asked of Kombo: few requests, each line told, nothing lost when it goes wrong."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, TransientError
from tests.sync.kombo import KOMBO
from tests.sync.lab import ACCOUNT, Lab, laboratory
from tests.unit.test_cli import Command, command, give_secrets

__all__ = ["command"]


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    """An account that was never synced."""
    with laboratory(KOMBO, tmp_path / "data", candidates=30) as one:
        yield one


def served(lab: Lab, member: str) -> dict[str, str]:
    """Ids of living jobs by a member that names one alone."""
    records = [lab.control.record("jobs", one) for one in lab.control.truth()["jobs"]["living"]]
    values = [(str(one[member]), str(one["id"])) for one in records if one and one[member]]
    return {value: job for value, job in values if [one for one, _ in values].count(value) == 1}


def test_lines_that_are_not_here_are_asked_for_in_few_requests_and_kept(lab: Lab) -> None:
    codes = {code: job for code, job in served(lab, "job_code").items() if re.fullmatch(r"[\w-]+", code)}
    remote = {one: job for one, job in served(lab, "remote_id").items() if job not in codes.values()}
    wanted = {**codes, **remote}
    unknown = [f"NOBODY-{number}" for number in range(60)]
    text = "\n".join([*wanted, *unknown, "Chief of Nothing"])
    found = lab.desk.jobs.own.resolve(text)
    texts = lab.desk.asking.askable(found)
    assert texts == [*wanted, *unknown]

    (answer,) = lab.desk.asking.ask(texts)
    assert answer.error is None
    assert answer.jobs == len(set(wanted.values()))
    assert len(lab.requests()) == -(-len(texts) // 50) + -(-(len(texts) - len(codes)) // 50)

    again = lab.desk.jobs.own.resolve(text)
    assert {wish.text: wish.keys[0].id for wish in again.wishes if wish.state == "found"} == wanted
    assert [wish.text for wish in again.wishes if wish.state == "not found"] == [*unknown, "Chief of Nothing"]
    assert lab.one("select count(*) from jobs") == len(set(wanted.values()))
    lab.good_sync()
    assert len(lab.living("jobs")) == len(lab.truth().jobs)


def test_an_account_that_cannot_be_asked_says_why_and_the_rest_stands(lab: Lab) -> None:
    lab.control.fail("401x*")
    (answer,) = lab.desk.asking.ask(["R-1"])
    assert answer.error is not None
    assert "key" in str(answer.error)
    lab.control.heal()
    lab.control.fail("dropx*")
    (answer,) = lab.desk.asking.ask(["R-1"])
    assert isinstance(answer.error, TransientError)


def test_asking_stops_when_a_person_wants_it_and_other_systems_are_not_asked(lab: Lab) -> None:
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        lab.desk.asking.ask(["R-1"], cancel=cancel)
    lab.desk.add_account("comeet", "other", {}, base_url="http://127.0.0.1:9")
    found = lab.desk.jobs.own.resolve("R-1")
    assert lab.desk.asking.askable(found, "other") == []
    assert lab.desk.asking.ask(["R-1"], "other") == []
    assert lab.requests() == []
    assert lab.desk.asking.askable(found, ACCOUNT) == ["R-1"]


def test_the_command_asks_too_and_here_it_asks_nobody(
    lab: Lab, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_secrets(monkeypatch, ACCOUNT, lab.sandbox.secrets)
    code, job = next(iter(served(lab, "job_code").items()))

    def paste(*options: str) -> list[dict[str, Any]]:
        ended = command(
            "--data-dir",
            str(lab.desk.folder),
            "jobs",
            "paste",
            "--json",
            *options,
            stdin=f"{code}\nNOBODY-1\n",
        )
        document: list[dict[str, Any]] = ended.document["lines"]
        return document

    assert [line["state"] for line in paste("--here")] == ["not found", "not found"]
    assert lab.requests() == []
    found, unknown = paste()
    assert (found["state"], found["job"], unknown["state"]) == ("found", job, "not found")
    assert lab.requests()
