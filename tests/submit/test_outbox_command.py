"""`atsdesk outbox`: what it shows, what it does, and the exit codes that scripts rely on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from msgspec import structs

from atsdesk.ats.draft import Address, Draft, Note
from atsdesk.ats.submitting import Enclosure
from atsdesk.cli.main import atsdesk
from tests.submit.exposing import expose_open
from tests.sync.comeet import COMEET
from tests.sync.lab import ACCOUNT, Lab, laboratory

RESUME = Enclosure("resume", "cv.pdf", "application/pdf", b"%PDF-1.4 a")


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    with laboratory(COMEET, tmp_path / "data", candidates=12) as lab:
        lab.good_sync()
        expose_open(lab.desk)
        yield lab


@pytest.fixture
def ada(lab: Lab) -> Draft:
    job = lab.one("select min(id) from jobs where status = 'open'")
    return Draft(job_id=job, first_name="Ada", last_name="Example", email="ada@example.com")


def run(lab: Lab, *words: str) -> Result:
    environ = {f"ATSDESK_SECRET__ACME__{key.upper()}": text for key, text in lab.sandbox.secrets.items()}
    return CliRunner().invoke(
        atsdesk, ["--data-dir", str(lab.desk.folder), "outbox", *words], env=environ, standalone_mode=False
    )


def said(result: Result) -> Any:
    return json.loads(result.stdout)


def test_an_empty_outbox_says_how_to_begin(lab: Lab) -> None:
    assert "atsdesk submit" in run(lab).stdout
    assert said(run(lab, "list", "--json")) == []


def test_the_list_tells_each_step_and_what_came_of_it(lab: Lab, ada: Draft) -> None:
    number = lab.desk.outbox.put(ACCOUNT, ada, [RESUME]).number
    shown = run(lab, "list").stdout
    assert "queued" in shown
    assert "Ada Example" in shown
    assert "Candidate with files and note" in shown
    (one,) = said(run(lab, "list", ACCOUNT, "--json"))
    assert (one["number"], one["state"], one["draft"]["email"]) == (number, "queued", "ada@example.com")
    assert one["files"] == [
        {"kind": "resume", "name": "cv.pdf", "size": 10, "sha256": one["files"][0]["sha256"]}
    ]


def test_the_list_can_be_searched_for_what_the_ats_does_not_give_back(lab: Lab, ada: Draft) -> None:
    filled = structs.replace(ada, note=Note("Prefers MORNINGS."), address=Address("IL", city="תל אביב"))
    lab.desk.outbox.put(ACCOUNT, filled, [RESUME])
    assert len(said(run(lab, "list", "--search", "ada mornings", "--json"))) == 1
    assert len(said(run(lab, "list", "--search", "תל cv.pdf", "--json"))) == 1
    assert "Nothing in the outbox" in run(lab, "list", "--search", "evenings").stdout


def test_retry_sends_what_waits_and_what_failed_and_is_named(lab: Lab, ada: Draft) -> None:
    bad = structs.replace(ada, linkedin_url="https://example.com/me")
    failed = lab.desk.outbox.put(ACCOUNT, bad, ()).number
    waiting = lab.desk.outbox.put(ACCOUNT, ada, [RESUME]).number
    first = run(lab, "retry", "--json")
    assert first.return_value == 1
    assert {one["number"]: one["state"] for one in said(first)} == {failed: "failed", waiting: "sent"}
    assert f"{failed}: Comeet does not accept the LinkedIn address." in first.stderr

    assert run(lab, "retry", str(failed)).return_value == 1
    assert run(lab, "cancel", str(failed)).return_value in (0, None)
    nothing = run(lab, "retry", "--json")
    assert (nothing.return_value, said(nothing)) == (0, [])


def test_offline_it_waits_and_says_so(lab: Lab, ada: Draft) -> None:
    lab.desk.outbox.put(ACCOUNT, ada, ())
    lab.desk._store.write(
        lambda connection: connection.execute("update accounts set base_url = 'http://127.0.0.1:1'")
    )
    result = run(lab, "retry")
    assert result.return_value == 1
    assert "queued" in result.stdout
    assert "could not be reached" in result.stderr


def test_a_question_is_shown_and_answered(lab: Lab, ada: Draft) -> None:
    lab.desk.outbox.put(ACCOUNT, ada, ())
    assert run(lab, "retry").return_value == 0
    again = lab.desk.outbox.put(ACCOUNT, ada, (), again=True).number
    asked = run(lab, "retry")
    assert asked.return_value == 1
    assert "on the job already" in asked.stdout
    assert "Ada Example" in asked.stdout
    answered = run(lab, "resolve", str(again), "there", "--json")
    assert answered.return_value == 0
    (one,) = said(answered)
    assert (one["state"], one["question"]) == ("sent", "")


def test_what_cannot_be_done_is_told(lab: Lab) -> None:
    result = run(lab, "cancel", "7")
    assert "has no submission 7" in str(result.exception)
